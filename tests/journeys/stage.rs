//! The whole dashboard as the program runs it: the real host with the real
//! store, thread that saves and views, in a folder of its own. Only its world
//! is a script, and its clock stands still. This file writes the script and
//! reads the screen.

use std::{
    cell::OnceCell,
    ffi::OsString,
    fs::{self, Permissions},
    path::PathBuf,
    process::Command,
    sync::Arc,
};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use ratatui::{buffer::Buffer, style::Modifier};
use ringoff::{
    app::{Code, Dialog, Key, Keymap, Preferences, SaveState, Start, View},
    calendar::Calendar,
    domain::{AccountKind, AccountState, Book, Case, Contact, Filed, Id, Route, Window},
    playbook::{Library, demo_book},
    shell::{
        Answer, Appearance, Blanks, Choices, Clock, CommandLine, Dashboard, End, Event, Host,
        Known, Reply, Saver, ScanReport, Views, replies,
    },
    store::{Loaded, Seal, Store},
    text::{Lang, Text, width},
    ui::{Depth, Signs, Theme},
};
use tempfile::TempDir;

use super::script::Script;

pub(crate) struct Stage {
    place: Place,
    now: Timestamp,
    host: Host<Script>,
    ended: Option<End>,
    /// How the book may usually be written, while it may not.
    usual: Option<Permissions>,
    /// How many files were written beside the book.
    files: u64,
    /// What the journey knows that the form on the screen refuses.
    refused: Vec<String>,
}

/// Where a journey takes place.
struct Place {
    folder: TempDir,
    lang: Lang,
    /// On the made-up book of the demo.
    demo: bool,
    zone: TimeZone,
}

fn size(text: &str) -> (u16, u16) {
    let (columns, rows) = text.split_once('x').expect("a size");
    (columns.parse().expect("columns"), rows.parse().expect("rows"))
}

impl Place {
    fn new(lang: &str, book: &str, zone: &str) -> Self {
        // Its path has as many characters as the one that pictures show instead,
        // so that lines break at the same places.
        let folder = tempfile::Builder::new().prefix("").rand_bytes(2).tempdir_in("/tmp");
        Self {
            folder: folder.expect("a folder"),
            lang: Lang::find(lang).expect("a language"),
            demo: book == "demo",
            zone: TimeZone::get(zone).expect("a zone"),
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn book(&self) -> PathBuf {
        self.file("progress.ron")
    }

    /// The text with `/folder` for the folder of the journey.
    fn without_folder(&self, text: &str) -> String {
        text.replace(self.folder.path().to_str().expect("text"), "/folder")
    }

    /// Opens the dashboard, as the program does at its start.
    fn open(&self, size: (u16, u16), now: Timestamp) -> Host<Script> {
        let (replies, inbox) = replies().expect("a line for replies");
        let text = Text::new(self.lang);
        let store = Store::at(self.book());
        let clock = Clock::held_at(now);
        let read = store.load();
        let lost =
            read.as_ref().err().map(|unreadable| self.without_folder(&unreadable.to_string()));
        let Loaded { book, bytes, seal, .. } = read.unwrap_or_default();
        let views = Views::new(&self.file("state"), &self.book());
        let (book, view, save, views, saver) = if self.demo {
            (demo_book(&text, now), View::default(), SaveState::Demo, None, None)
        } else {
            let fresh = seal == Seal::default();
            let save = match &lost {
                Some(words) => SaveState::Failed(words.clone()),
                None if fresh => SaveState::Fresh,
                None => SaveState::Unchanged,
            };
            let saver = Saver::new(store, Known::Bytes(bytes), seal, clock, replies.clone());
            (book, views.load(), save, Some(views), Some(saver))
        };
        let names: Vec<String> = Theme::names().map(str::to_owned).collect();
        let appearance = Appearance {
            themes: names.iter().map(|name| (name.clone(), OnceCell::new())).collect(),
            depth: Depth::True,
            signs: Signs::Full,
            charset: None,
            title: false,
            blanks: Blanks::Erased,
            ask_background: false,
            ask_width: true,
        };
        let start = Start {
            book,
            shelf: Library::default(),
            text,
            keymap: Keymap::built_in(),
            view,
            now,
            home: self.zone.clone(),
            size,
            save,
            named: None,
            case: None,
            lost,
            notice: None,
            preferences: Preferences {
                no_chinese: None,
                themes: names,
                active_theme: "own".to_owned(),
                mouse: true,
                kept_in: Some("choices.ron".to_owned()),
                tour: false,
                can_stop: true,
            },
        };
        let dashboard = Dashboard {
            start,
            views,
            choices: Some(Choices::new(&self.folder.path().join("state"))),
            clock: Clock::held_at(now),
            appearance,
            home: Some(self.folder.path().to_owned()),
            command_line: Some(CommandLine::new(|words| Ok(errand(&words)))),
        };
        let script = Script::new(size, inbox, replies, saver.as_ref().map(Saver::all_saved));
        Host::new(dashboard, saver, script)
    }
}

/// What a command line tells in a journey: its words, without the folder.
fn errand(words: &[OsString]) -> String {
    let words: Vec<String> = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let shown = |word: &String| word.rsplit('/').next().unwrap_or_default().to_owned();
    words.iter().map(shown).collect::<Vec<_>>().join(" ")
}

impl Stage {
    pub(crate) fn new(lang: &str, window: &str, now: &str, book: &str, zone: &str) -> Self {
        let place = Place::new(lang, book, zone);
        let now = now.parse().expect("a moment");
        let host = place.open(size(window), now);
        let mut stage =
            Self { place, now, host, ended: None, usual: None, files: 0, refused: Vec::new() };
        stage.run();
        stage
    }

    /// Leaves, and opens again from what is on disk.
    pub(crate) fn reopen(&mut self) {
        self.host.close(&self.ended.take().unwrap_or(End::Quit));
        self.host = self.place.open(self.host.model.size, self.now);
        self.run();
    }

    /// Lets everything in the script happen.
    fn run(&mut self) {
        assert!(self.ended.is_none(), "the program has ended");
        match self.host.run() {
            End::Gone => {}
            End::Failed(error) => panic!("{error}"),
            left => self.ended = Some(left),
        }
        assert!(self.host.world.is_over(), "the program has ended");
    }

    /// What is half typed may be refused. Before anything but a character comes, the
    /// journey has to know of it.
    fn hear(&mut self, event: Event) {
        if !matches!(&event, Event::Key(key) if key.typed().is_some()) {
            self.knows_what_is_refused();
        }
        self.host.world.push(event);
        self.run();
    }

    /// What the fields of the form on top say is wrong with them.
    fn faults(&self) -> Vec<String> {
        match self.host.model.dialogs.last() {
            Some(Dialog::Form(form)) => form.fields.iter().filter_map(|field| field.error.clone()),
            _ => return Vec::new(),
        }
        .collect()
    }

    /// A journey whose form refuses something says so, or it tells of something else
    /// than what happens on the screen.
    pub(crate) fn knows_what_is_refused(&self) {
        for fault in self.faults() {
            let knows = self.refused.contains(&fault);
            assert!(knows, "a field says {fault:?}: `refused`, if that is meant");
        }
    }

    /// What the form refuses now.
    pub(crate) fn refused(&mut self) -> Vec<String> {
        self.refused = self.faults();
        assert!(!self.refused.is_empty(), "no field refuses anything");
        self.refused.iter().map(|fault| self.place.without_folder(fault)).collect()
    }

    /// Presses keys as `keys.ron` names them.
    pub(crate) fn keys(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let key: Key = key.parse().unwrap_or_else(|_| panic!("no key: {key}"));
            self.hear(Event::Key(key));
        }
    }

    /// Types a text, which then stands in the field or filter with the cursor.
    pub(crate) fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            self.hear(Event::Key(Key::plain(Code::Char(c))));
        }
        let line = match self.host.model.dialogs.last() {
            Some(Dialog::Form(form)) => form.fields.get(form.focus).map(|field| &field.input),
            Some(Dialog::Menu(menu)) => menu.filter.as_ref(),
            _ => None,
        };
        let stands = line.is_some_and(|line| line.value().contains(text));
        assert!(stands, "nothing took {text:?}:\n{}", self.picture().join("\n"));
    }

    /// Presses Right until the question on the screen shows this answer: `carrier ID`
    /// or `route WORD`.
    pub(crate) fn choose(&mut self, answer: &str) {
        let (what, id) = answer.split_once(' ').expect("what and which");
        let (library, text) = (Library::default(), Text::new(self.place.lang));
        let shown = match what {
            "carrier" => {
                let playbook = library.find(&Id::new(id)).expect("comes with the program");
                playbook.name.get(self.place.lang).to_owned()
            }
            _ => text.get(&format!("word-route-{id}")).into_owned(),
        };
        let shown = format!("‹ {shown} ›");
        let carriers = library.ids().len();
        for _ in 0..carriers {
            if self.picture().iter().any(|row| row.contains(&shown)) {
                return;
            }
            self.keys("right");
        }
        panic!("no question has the answer {shown}");
    }

    pub(crate) fn paste(&mut self, text: &str) {
        self.hear(Event::Paste(text.replace("\\n", "\n").replace("\\e", "\u{1b}")));
    }

    /// Clicks at a column and a row, or turns the wheel there.
    pub(crate) fn mouse(&mut self, verb: &str, at: &str) {
        let (x, y) = size(&at.replace(' ', "x"));
        self.hear(match verb {
            "click" => Event::Click(x, y),
            _ => Event::Wheel(x, y, 3),
        });
    }

    /// The first case will be followed by the tour.
    pub(crate) fn with_tour(&mut self) {
        self.host.model.preferences.tour = true;
    }

    /// The terminal draws frames wide: from now on they are ASCII.
    pub(crate) fn in_ascii(&mut self) {
        self.hear(Event::Answer(Answer::Column(3)));
    }

    /// The day it is where a carrier is.
    pub(crate) fn today(&self, carrier: &Id) -> Date {
        let library = Library::default();
        let playbook = library.find(carrier).expect("comes with the program");
        playbook.today(self.now, &self.place.zone)
    }

    pub(crate) fn at(&mut self, now: &str) {
        self.set(now.parse().expect("a moment"));
    }

    fn set(&mut self, now: Timestamp) {
        self.now = now;
        self.host.clock = Clock::held_at(now);
        self.run();
    }

    /// Waits for what changes by itself, and tells when that was.
    pub(crate) fn turn(&mut self) -> String {
        self.set(self.host.model.next_turn().expect("something is waited for"));
        self.now.to_string()
    }

    pub(crate) fn resize(&mut self, window: &str) {
        self.host.world.resize(size(window));
        self.run();
    }

    /// What was put on the clipboard last.
    pub(crate) fn copied(&self) -> Vec<String> {
        self.host.world.clipboard.lines().map(str::to_owned).collect()
    }

    /// What the person adds to a letter in their editor.
    pub(crate) fn editor(&mut self, adds: &str) {
        self.host.world.editor = Some(adds.to_owned());
    }

    /// A file beside the book.
    pub(crate) fn file(&self, name: &str) -> Vec<String> {
        let text = fs::read_to_string(self.place.file(name)).expect("a file");
        text.lines().map(str::to_owned).collect()
    }

    /// The scan that was asked for has read so much of so much.
    pub(crate) fn scanning(&mut self, how_far: &str) {
        let words: Vec<&str> = how_far.split(' ').collect();
        let [read, total, files @ ..] = words.as_slice() else { panic!("two numbers") };
        let number = |text: &str| text.parse().expect("a number");
        let progress = ScanReport::Progress(number(read), number(total));
        let files =
            files.as_chunks::<2>().0.iter().map(|[name, size]| ((*name).to_owned(), number(size)));
        let files = ScanReport::Files(files.collect());
        self.hear(Event::Reply(Reply::Scan(self.host.world.scan_ticket(), files)));
        self.hear(Event::Reply(Reply::Scan(self.host.world.scan_ticket(), progress)));
    }

    /// The disk does not answer from now on.
    pub(crate) fn stalls(&mut self) {
        self.host.world.stall();
    }

    /// The disk answers again.
    pub(crate) fn answers(&mut self) {
        self.host.world.answer();
        self.run();
    }

    /// The scan that was asked for is done.
    pub(crate) fn scanned(&mut self) {
        self.host.world.scan();
        self.run();
    }

    /// From now on saving fails: the book may not be written.
    pub(crate) fn break_saving(&mut self) {
        let usual = fs::metadata(self.place.book()).expect("a book").permissions();
        let mut locked = usual.clone();
        locked.set_readonly(true);
        fs::set_permissions(self.place.book(), locked).expect("sets");
        self.usual = Some(usual);
    }

    /// From now on saving works again.
    pub(crate) fn mend_saving(&mut self) {
        let usual = self.usual.take().expect("saving fails");
        fs::set_permissions(self.place.book(), usual).expect("sets");
    }

    /// A file was changed on a day of the journey, the later ones later.
    fn date(&mut self, name: &str) {
        self.files += 1;
        let day: Timestamp = "2026-11-01T02:00:00Z".parse().expect("a moment");
        let then = std::time::SystemTime::from(day) + std::time::Duration::from_secs(self.files);
        let file = fs::File::options().write(true).open(self.place.file(name)).expect("opens");
        file.set_modified(then).expect("dates");
    }

    /// Writes a file beside the book, or changes the book as another program
    /// would: `account NAME`, `contact` and `case` add one, `runs ARGS` runs a command, `tables` keeps the
    /// dates that other tables give. `damages TEXT` leaves nothing but a text in
    /// the book, `edits OLD NEW` changes a word of it, `removes` takes it away. `keeps NAME` copies the book beside it, and
    /// `puts NAME` puts that copy in its place.
    pub(crate) fn elsewhere(&mut self, what: &str) {
        let (what, rest) = what.split_once(' ').unwrap_or((what, ""));
        if what == "file" {
            let (name, text) = rest.split_once(' ').unwrap_or((rest, "made up"));
            fs::write(self.place.file(name), text).expect("writes");
            self.date(name);
            return;
        }
        if what == "damages" {
            fs::write(self.place.book(), rest).expect("writes");
            return;
        }
        if what == "edits" {
            let (old, new) = rest.split_once(' ').expect("what and by what");
            let text = fs::read_to_string(self.place.book()).expect("reads");
            assert!(text.contains(old), "{old}");
            fs::write(self.place.book(), text.replacen(old, new, 1)).expect("writes");
            return;
        }
        if what == "removes" {
            fs::remove_file(self.place.book()).expect("removes");
            return;
        }
        if what == "keeps" {
            fs::copy(self.place.book(), self.place.file(rest)).expect("copies");
            return;
        }
        if what == "puts" {
            fs::copy(self.place.file(rest), self.place.book()).expect("copies");
            return;
        }
        if what == "restores" || what == "runs" {
            let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
            command.env_clear().env("HOME", self.place.file(""));
            command.env("RINGOFF_NOW", self.now.to_string());
            if what == "restores" {
                command.args(["restore".as_ref(), self.place.file(rest).as_os_str()]);
            } else {
                command.args(rest.split(' '));
            }
            let ran = command.arg("--file").arg(self.place.book()).output().expect("runs");
            assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
            return;
        }
        if what == "lends" {
            // The machine of a sync tool went on from the file that was kept.
            let (name, account) = rest.split_once(' ').expect("a name and an account");
            let bytes = fs::read(self.place.file("other.ron")).expect("reads");
            let (mut book, _) = ringoff::store::read(&bytes).expect("opens");
            let case = book.cases.first_mut().expect("a case");
            let id = case.id.clone();
            let state = AccountState::ToDo;
            let today = self.now.to_zoned(TimeZone::UTC).date();
            let change = case.add_account(account, AccountKind::Other, state, None, today);
            book.record(&id, change.expect("allowed"), self.now).expect("records");
            let text = ringoff::store::print(&book).expect("prints");
            fs::write(self.place.book().with_file_name(name), text).expect("writes");
            return;
        }
        let store = Store::at(self.place.book());
        let Loaded { mut book, seal, .. } = store.load().expect("loads");
        let today = self.now.to_zoned(TimeZone::UTC).date();
        match what {
            "tables" => with_other_tables(&mut book),
            "case" => {
                let id = Id::new("hotlink");
                let case = Case::new(id.clone(), "Theirs".into(), id, Route::Apply, today);
                book.open(case, self.now).expect("opens");
            }
            _ => {
                let case = book.cases.first().expect("a case");
                let (id, opened) = (case.id.clone(), case.opened);
                let change = match what {
                    "account" => {
                        let (kind, state) = (AccountKind::Other, AccountState::ToDo);
                        case.add_account(rest, kind, state, None, opened)
                    }
                    "contact" => case.log_contact(contact(opened), opened),
                    other => panic!("nothing elsewhere is called {other}"),
                };
                book.record(&id, change.expect("allowed"), self.now).expect("records");
            }
        }
        let guard = store.lock().expect("locks");
        store.save(&guard, &book, seal, today).expect("saves");
    }

    /// The program notices what happened elsewhere.
    pub(crate) fn notices(&mut self) {
        self.host.world.checker.as_ref().expect("the file is watched").check();
        self.run();
    }

    /// What the screen shows.
    pub(crate) fn picture(&self) -> Vec<String> {
        if self.ended.is_some() {
            return vec!["(ended)".to_owned()];
        }
        let frame = self.host.world.shown();
        let rows = (0..frame.area.height).map(|y| row(frame, y).trim_end().to_owned());
        rows.map(|row| self.place.without_folder(&row)).collect()
    }

    /// Each stretch of the screen that is not plain text, by row.
    pub(crate) fn styles(&self) -> Vec<String> {
        let frame = self.host.world.shown();
        let mut told = Vec::new();
        for y in 0..frame.area.height {
            let mut runs: Vec<(String, String)> = Vec::new();
            let mut hidden = 0;
            for x in 0..frame.area.width {
                let cell = &frame[(x, y)];
                // The other half of a wide character shows nothing of its own.
                if hidden > 0 {
                    hidden -= 1;
                    runs.push(("reset".to_owned(), String::new()));
                    continue;
                }
                hidden = width(cell.symbol()).saturating_sub(1);
                let mut style = format!("{:?}", cell.fg).to_lowercase();
                for (flag, name) in [
                    (Modifier::BOLD, "bold"),
                    (Modifier::DIM, "dim"),
                    (Modifier::REVERSED, "reversed"),
                    (Modifier::UNDERLINED, "underlined"),
                ] {
                    if cell.modifier.contains(flag) {
                        style = format!("{style}+{name}");
                    }
                }
                match runs.last_mut() {
                    Some((last, text)) if *last == style => text.push_str(cell.symbol()),
                    _ => runs.push((style, cell.symbol().to_owned())),
                }
            }
            let runs = runs
                .into_iter()
                .filter(|(style, text)| style != "reset" && !text.trim().is_empty())
                .filter(|(style, _)| style != "reset+dim")
                .map(|(style, text)| format!("{style} {:?}", text.trim()));
            let runs: Vec<String> = runs.collect();
            if !runs.is_empty() {
                told.push(format!("{y:>2}: {}", runs.join("  ")));
            }
        }
        told
    }

    /// The file, without its heading.
    pub(crate) fn book(&self) -> Vec<String> {
        let text = fs::read_to_string(self.place.book()).unwrap_or_default();
        let lines = text.lines().filter(|line| !line.starts_with("//"));
        lines.map(|line| self.place.without_folder(line)).collect()
    }
}

/// Keeps dates as a ringoff would have whose tables knew weekends only.
fn with_other_tables(book: &mut Book) {
    let old = Calendar::find("ZZ").expect("somewhere");
    for one in book.cases.iter_mut().flat_map(|case| &mut Arc::make_mut(case).applications) {
        let window = Window { earliest: 3, latest: 7 };
        let filed = Filed { on: one.on, window, moved: None };
        one.reckoned = Some(old.review(&filed, one.on).reckoning());
    }
}

/// A contact that somebody else has logged.
fn contact(on: Date) -> Contact {
    Contact { reference: Some("THEIRS".into()), ..Contact::on(on, "store") }
}

fn row(frame: &Buffer, y: u16) -> String {
    let mut text = String::new();
    let mut x = 0;
    while x < frame.area.width {
        let symbol = frame[(x, y)].symbol();
        text.push_str(symbol);
        x += u16::try_from(width(symbol).max(1)).expect("narrow");
    }
    text
}
