//! The whole dashboard on a terminal that is not there: model, frame and the
//! real store in a folder of its own, with a clock that stands still.

use std::path::PathBuf;

use jiff::{Timestamp, tz::TimeZone};
use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, style::Modifier};
use ringoff::{
    app::{Code, Effect, Key, Keymap, Message, Model, Preferences, SaveState, Start, View},
    calendar::Calendar,
    discover::{Detector, Number, Scan, ScanProgress},
    domain::{AccountKind, AccountState, Case, Contact, Filed, Id, Route, Window},
    playbook::{Library, demo_book},
    shell::{Views, describe_scanned, fingerprint, scan_files},
    store::{SaveError, Seal, Store, write_private},
    text::{Lang, Text, width},
    ui::{self, Depth, Signs, Theme},
};
use tempfile::TempDir;

pub(crate) struct Stage {
    folder: TempDir,
    lang: Lang,
    size: (u16, u16),
    now: Timestamp,
    model: Model,
    seal: Seal,
    broken: Option<String>,
    ended: bool,
    signs: Signs,
    demo: bool,
    home: String,
    clipboard: String,
    editor: Option<String>,
    /// A scan that was asked for and has not answered yet.
    scan: Option<(u64, String, Option<String>)>,
}

fn size(text: &str) -> (u16, u16) {
    let (columns, rows) = text.split_once('x').expect("a size");
    (columns.parse().expect("columns"), rows.parse().expect("rows"))
}

impl Stage {
    pub(crate) fn new(lang: &str, window: &str, now: &str, book: &str, home: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let lang = Lang::find(lang).expect("a language");
        let now: Timestamp = now.parse().expect("a moment");
        let demo = book == "demo";
        let mut stage = Self {
            model: model(&folder, lang, size(window), now, demo, home).0,
            folder,
            lang,
            size: size(window),
            now,
            seal: Seal::default(),
            broken: None,
            ended: false,
            signs: Signs::Full,
            demo,
            home: home.to_owned(),
            clipboard: String::new(),
            editor: None,
            scan: None,
        };
        stage.reopen();
        stage
    }

    fn store(&self) -> Store {
        Store::at(self.path())
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("progress.ron")
    }

    fn views(&self) -> Views {
        Views::new(&self.folder.path().join("state"), &self.path())
    }

    /// Leaves, and opens again from what is on disk.
    pub(crate) fn reopen(&mut self) {
        if !self.demo {
            self.views().keep(&self.model.view());
        }
        let home = &self.home;
        let (model, seal) = model(&self.folder, self.lang, self.size, self.now, self.demo, home);
        self.model = model;
        self.seal = seal;
        self.ended = false;
        // The event loop tells the time before it first waits.
        self.take(Message::Now(self.now));
    }

    fn take(&mut self, message: Message) {
        assert!(!self.ended, "the program has ended");
        for effect in self.model.update(message) {
            self.perform(effect);
        }
        // Every state can be drawn, not only those that are looked at.
        let _ = self.frame();
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Save(book, upto) => {
                let store = self.store();
                if let Some(reason) = self.broken.clone() {
                    return self.take(Message::SaveFailed(reason));
                }
                let guard = store.lock().expect("locks");
                let today = self.now.to_zoned(TimeZone::UTC).date();
                match store.save(&guard, &book, self.seal, today) {
                    Ok(saved) => {
                        self.seal = saved.seal;
                        let durable = saved.durable;
                        self.take(Message::Saved { upto, durable });
                    }
                    Err(SaveError::ChangedElsewhere) => {
                        drop(guard);
                        let loaded = store.load().expect("loads");
                        self.seal = loaded.seal;
                        self.take(Message::Elsewhere(Box::new(loaded.book)));
                    }
                    Err(error) => panic!("{error:?}"),
                }
            }
            Effect::Reload => {
                let loaded = self.store().load().expect("loads");
                self.seal = loaded.seal;
                self.take(Message::Reloaded(Ok(Box::new(loaded.book))));
            }
            Effect::Fingerprint(ticket, path) => {
                let path = path.replace("FOLDER", self.folder.path().to_str().expect("text"));
                let made = fingerprint(&path, self.model.today());
                // Where the folder lies is nobody's business in a picture.
                let made = made.map(|mut file| {
                    file.path =
                        file.path.replace(self.folder.path().to_str().expect("text"), "/folder");
                    file
                });
                let made = made.map_err(|error| error.describe(&self.model.text));
                let here = self.folder.path().to_str().expect("text").to_owned();
                let made = made.map_err(|words| words.replace(&here, "/folder"));
                self.take(Message::Fingerprinted(ticket, made));
            }
            Effect::Quit | Effect::QuitUnsaved => self.ended = true,
            Effect::Remember(view) => self.views().keep(&view),
            Effect::Copy(text) => self.clipboard = text,
            Effect::Write(ticket, path, text) => {
                let path = path.replace("~/", "");
                let wrote = write_private(&self.folder.path().join(&path), text.as_bytes(), false);
                let wrote = wrote.map(|()| path).map_err(|error| error.kind().to_string());
                self.take(Message::Written(ticket, wrote));
            }
            Effect::Edit(text) => {
                // As a person would who adds a line in an editor.
                let added = self.editor.clone();
                let edited = added.map(|added| format!("{text}\n\n{added}"));
                self.take(Message::Edited(edited.ok_or_else(|| "(no editor)".to_owned())));
            }
            Effect::Scan(ticket, path, number) => self.scan = Some((ticket, path, number)),
            Effect::StopScan => self.scan = None,
            Effect::Complete(typed) => {
                let names = std::fs::read_dir(self.folder.path()).expect("a folder").flatten();
                let names = names.filter_map(|entry| entry.file_name().into_string().ok());
                let mut names: Vec<String> =
                    names.filter(|name| name.starts_with(&typed)).collect();
                names.sort();
                self.take(Message::Completed(names));
            }
            Effect::Redraw
            | Effect::Suspend
            | Effect::ApplyTheme(_)
            | Effect::Mouse(_)
            | Effect::Pace(_) => {}
        }
    }

    /// Presses keys as `keys.ron` names them.
    pub(crate) fn keys(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let key: Key = key.parse().unwrap_or_else(|()| panic!("no key: {key}"));
            self.take(Message::Key(key));
        }
    }

    /// Clicks at a column and a row, or turns the wheel there.
    pub(crate) fn mouse(&mut self, verb: &str, at: &str) {
        let (x, y) = size(&at.replace(' ', "x"));
        let target = ui::target_at(&self.model, x, y);
        self.take(match verb {
            "click" => Message::Click(target),
            _ => Message::Wheel(3, target),
        });
    }

    /// The first case will be followed by the tour.
    pub(crate) fn with_tour(&mut self) {
        self.model.preferences.tour = true;
    }

    /// From now on nothing but ASCII is drawn.
    pub(crate) fn in_ascii(&mut self) {
        self.signs = Signs::Ascii;
    }

    pub(crate) fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            self.take(Message::Key(Key::plain(Code::Char(c))));
        }
    }

    pub(crate) fn paste(&mut self, text: &str) {
        self.take(Message::Paste(text.replace("\\n", "\n").replace("\\e", "\u{1b}")));
    }

    pub(crate) fn at(&mut self, now: &str) {
        self.now = now.parse().expect("a moment");
        self.take(Message::Now(self.now));
    }

    /// Waits for what changes by itself, as the event loop does, and tells
    /// when that was.
    pub(crate) fn turn(&mut self) -> String {
        self.now = self.model.next_turn().expect("something is waited for");
        self.take(Message::Now(self.now));
        self.now.to_string()
    }

    /// What was put on the clipboard last.
    pub(crate) fn copied(&self) -> Vec<String> {
        self.clipboard.lines().map(str::to_owned).collect()
    }

    pub(crate) fn resize(&mut self, window: &str) {
        self.size = size(window);
        self.take(Message::Resize(self.size.0, self.size.1));
    }

    /// Adds an account to the first case as another program would, writes a file
    /// to attach, or keeps the dates that other tables give.
    pub(crate) fn elsewhere(&mut self, what: &str) {
        if let Some(name) = what.strip_prefix("file ") {
            let (name, text) = name.split_once(' ').unwrap_or((name, "made up"));
            std::fs::write(self.folder.path().join(name), text).expect("writes");
            return;
        }
        let store = self.store();
        let mut loaded = store.load().expect("loads");
        if what == "tables" {
            // As a ringoff would have kept it whose tables knew weekends only.
            let old = Calendar::find("ZZ").expect("somewhere");
            let pending = loaded.book.cases.iter_mut().flat_map(|case| &mut case.applications);
            for one in pending {
                let window = Window { earliest: 3, latest: 7 };
                let filed = Filed { on: one.on, window, moved: None };
                one.reckoned = Some(old.review(&filed, one.on).reckoning());
            }
            let guard = store.lock().expect("locks");
            let today = self.now.to_zoned(TimeZone::UTC).date();
            store.save(&guard, &loaded.book, loaded.seal, today).expect("saves");
            return;
        }
        if what == "case" {
            let id = Id::new("hotlink");
            let today = self.now.to_zoned(TimeZone::UTC).date();
            let case = Case::new(id.clone(), "Theirs".into(), id, Route::Apply, today);
            loaded.book.open(case, self.now).expect("opens");
            let guard = store.lock().expect("locks");
            store.save(&guard, &loaded.book, loaded.seal, today).expect("saves");
            return;
        }
        let case = loaded.book.cases.first().expect("a case");
        let (id, today) = (case.id.clone(), case.opened);
        let change = match what.strip_prefix("account ") {
            Some(name) => {
                case.add_account(name, AccountKind::Other, AccountState::ToDo, None, today)
            }
            None => case.log_contact(
                Contact {
                    id: Id::new(""),
                    on: today,
                    channel: "store".into(),
                    agent: None,
                    reference: Some("THEIRS".into()),
                    note: None,
                    promised: None,
                },
                today,
            ),
        };
        loaded.book.record(&id, change.expect("allowed"), self.now).expect("records");
        let guard = store.lock().expect("locks");
        store.save(&guard, &loaded.book, loaded.seal, today).expect("saves");
    }

    /// What the person adds to a letter in their editor.
    pub(crate) fn editor(&mut self, adds: &str) {
        self.editor = Some(adds.to_owned());
    }

    /// A file beside the book.
    pub(crate) fn file(&self, name: &str) -> Vec<String> {
        let text = std::fs::read_to_string(self.folder.path().join(name)).expect("a file");
        text.lines().map(str::to_owned).collect()
    }

    /// The scan under way has read so much of so much.
    pub(crate) fn scanning(&mut self, how_far: &str) {
        let (read, total) = how_far.split_once(' ').expect("two numbers");
        let ticket = self.scan.as_ref().map_or(0, |(ticket, ..)| *ticket);
        let number = |text: &str| text.parse().expect("a number");
        self.take(Message::Scanning(ticket, number(read), number(total)));
    }

    /// The scan under way ends.
    pub(crate) fn scanned(&mut self) {
        let (ticket, path, number) = self.scan.take().expect("a scan");
        let detector = Detector::new().expect("tables");
        let number = number.as_deref().and_then(Number::new);
        let progress = ScanProgress::default();
        let scan = Scan { number: number.as_ref(), ..Scan::new(&detector, &progress) };
        let home = TimeZone::get(&self.home).expect("a zone");
        let (reports, found) = scan_files(&scan, &[self.folder.path().join(&path)], &home);
        let found = found.into_iter().map(|(finding, _)| finding).collect();
        let here = self.folder.path().to_str().expect("text").to_owned();
        let told = reports.iter().flat_map(|one| describe_scanned(&self.model.text, one));
        let told: Vec<String> = told.map(|words| words.replace(&here, "/folder")).collect();
        let failed = reports.iter().all(|one| one.outcome.is_err());
        let done = if failed { Err(told.join(" ")) } else { Ok((found, told)) };
        self.take(Message::Scanned(ticket, done));
    }

    /// From now on saving fails for this reason, until the reason is empty.
    pub(crate) fn break_saving(&mut self, reason: &str) {
        self.broken = Some(reason.to_owned()).filter(|reason| !reason.is_empty());
    }

    fn frame(&self) -> Buffer {
        let backend = TestBackend::new(self.size.0, self.size.1);
        let mut terminal = Terminal::new(backend).expect("a terminal");
        let worn = Theme::named(&self.model.preferences.active_theme, Depth::True);
        let theme = worn.unwrap_or_else(Theme::own).with_signs(self.signs);
        terminal.draw(|frame| ui::draw(&self.model, &theme, frame)).expect("draws");
        terminal.backend().buffer().clone()
    }

    /// What the screen shows.
    pub(crate) fn picture(&self) -> Vec<String> {
        if self.ended {
            return vec!["(ended)".to_owned()];
        }
        let frame = self.frame();
        (0..frame.area.height).map(|y| row(&frame, y).trim_end().to_owned()).collect()
    }

    /// Each stretch of the screen that is not plain text, by row.
    pub(crate) fn styles(&self) -> Vec<String> {
        let frame = self.frame();
        let mut told = Vec::new();
        for y in 0..frame.area.height {
            let mut runs: Vec<(String, String)> = Vec::new();
            for x in 0..frame.area.width {
                let cell = &frame[(x, y)];
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
        let text = std::fs::read_to_string(self.path()).unwrap_or_default();
        text.lines().filter(|line| !line.starts_with("//")).map(str::to_owned).collect()
    }
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

fn model(
    folder: &TempDir,
    lang: Lang,
    size: (u16, u16),
    now: Timestamp,
    demo: bool,
    home: &str,
) -> (Model, Seal) {
    let path = folder.path().join("progress.ron");
    let text = Text::new(lang);
    let loaded = Store::at(path.clone()).load().expect("loads");
    let save = match (demo, loaded.seal == Seal::default()) {
        (true, _) => SaveState::Demo,
        (false, true) => SaveState::Fresh,
        (false, false) => SaveState::Unchanged,
    };
    let views = Views::new(&folder.path().join("state"), &path);
    let start = Start {
        book: if demo { demo_book(&text, now) } else { loaded.book },
        shelf: Library::default(),
        text,
        keymap: Keymap::built_in(),
        view: if demo { View::default() } else { views.load() },
        now,
        home: TimeZone::get(home).expect("a zone"),
        size,
        save,
        notice: None,
        preferences: Preferences {
            themes: Theme::names().map(str::to_owned).collect(),
            active_theme: "own".to_owned(),
            mouse: true,
            tour: false,
        },
    };
    (Model::new(start), loaded.seal)
}
