//! What every command starts from: language, clock, paths, settings and the
//! flags that all commands share.
//!
//! Must not know: any command, or which case is meant.

use std::{
    cell::{Cell, RefCell},
    env,
    ffi::OsString,
    io::IsTerminal as _,
    path::{Path, PathBuf},
};

use clap::ArgMatches;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{appearance_flags::AppearanceFlags, book_flag, errors::shown, failure::Failure};
use crate::{
    domain::{Book, Id},
    playbook::CalendarOverrides,
    shell::{Choices, Clock, Config, Paths, Views},
    store::{ConflictCopy, Guard, Loaded, Overtaken, SaveError, Seal, Store},
    text::{Text, clean_line, shell_word},
};

/// Runs a command and returns what it tells for people, or why it failed.
pub(super) type Told = fn(&[OsString]) -> Result<String, String>;

/// The circumstances of one run.
pub(super) struct Context {
    pub(super) text: Text,
    pub(super) clock: Clock,
    pub(super) paths: Paths,
    /// How the dashboard shall look, by the flags in front of a subcommand.
    pub(super) appearance: AppearanceFlags,
    /// The case that `--case` names.
    pub(super) named_case: Option<Id>,
    /// The whole command line, for completions and manual pages.
    pub(super) command_line: fn(&Text) -> clap::Command,
    /// Runs another command and returns what it tells.
    pub(super) told: Told,
    config: Config,
    /// The person has named a book.
    names_book: bool,
    faults: Vec<String>,
    /// What was noticed about the book, in words.
    noticed: RefCell<Vec<String>>,
    /// What an older copy in the place of the book lacks.
    overtaken: RefCell<Option<Overtaken>>,
    /// The disk did not confirm a save.
    fragile: Cell<bool>,
    /// The book was changed.
    saved: Cell<bool>,
    /// How a document is written on stdout at once, where that is this command's.
    pub(super) put: Option<Put>,
}

/// Writes a document on stdout.
pub(super) type Put = fn(&str) -> std::io::Result<()>;

impl Context {
    pub(super) fn new(
        text: Text,
        matches: &ArgMatches,
        command_line: fn(&Text) -> clap::Command,
        told: Told,
    ) -> Result<Self, Failure> {
        let clock = Clock::from_environment().map_err(|given| {
            let given = clean_line(&given);
            Failure::usage(text.with("fault-no-moment", &[("given", given.into())]))
        })?;
        let named = |path: &PathBuf| !path.as_os_str().is_empty();
        let usual = env::var_os("RINGOFF_FILE").map(PathBuf::from).filter(named);
        let flagged = book_flag::named(matches).filter(named);
        let book = flagged.clone().or_else(|| usual.clone());
        let names_book = book.is_some();
        let paths = Paths::find(book)
            .map_err(|_| Failure::failed(text.get("fault-no-home").into_owned()))?;
        // A command that is told works on this file only if it names it.
        let usual = usual.or_else(|| Paths::find(None).ok().map(|paths| paths.book));
        let other = flagged.filter(|path| usual.as_ref() != Some(path));
        let text = text.on_book(other.map(|path| shell_word(&path.to_string_lossy())));
        let named_case = matches.get_one::<String>("case").map(Id::new);
        let text = text.on_case(named_case.as_ref().map(|id| shell_word(id.as_str())));
        let (config, mut faults) = Config::read(&paths.config, &text);
        faults.extend(Self::unknown_zone(&text));
        let appearance = AppearanceFlags::of(matches);
        Ok(Self {
            text,
            clock,
            paths,
            appearance,
            named_case,
            command_line,
            told,
            config,
            names_book,
            faults,
            noticed: RefCell::default(),
            overtaken: RefCell::default(),
            fragile: Cell::default(),
            saved: Cell::default(),
            put: None,
        })
    }

    /// A path as the person would write it.
    pub(super) fn below_home(&self, path: &Path) -> String {
        let home = self.paths.home.as_deref();
        match home.and_then(|home| path.strip_prefix(home).ok()) {
            Some(below) => format!("~/{}", below.display()),
            None => path.display().to_string(),
        }
    }

    /// The book as the person would name it, where one was named.
    pub(super) fn named_book(&self) -> Option<String> {
        self.names_book.then(|| self.paths.book.to_string_lossy().into_owned())
    }

    /// What was wrong with the settings and the time zone, in words.
    pub(super) fn faults(&self) -> Vec<String> {
        self.faults.clone()
    }

    /// The person's settings.
    pub(super) fn config(&self) -> &Config {
        &self.config
    }

    /// Days of the person's own, for every case.
    pub(super) fn own_calendar(&self) -> &CalendarOverrides {
        &self.config.own_days
    }

    /// The moment, to the second, as the history keeps it.
    pub(super) fn now(&self) -> Timestamp {
        let now = self.clock.now();
        Timestamp::from_second(now.as_second()).unwrap_or(now)
    }

    /// What to say about a `TZ` that names no time zone.
    pub(super) fn unknown_zone(text: &Text) -> Option<String> {
        let given = clean_line(&Clock::unknown_home()?);
        Some(text.with("fault-no-zone", &[("given", given.into())]))
    }

    /// The person's own time zone.
    pub(super) fn home() -> TimeZone {
        Clock::home()
    }

    /// The day it is where the person is; a case has its carrier's day instead.
    pub(super) fn today_at_home(&self) -> Date {
        self.now().to_zoned(Self::home()).date()
    }

    /// Standard input and output are a terminal that can be drawn on.
    pub(super) fn has_terminal() -> bool {
        let dumb = env::var("TERM").is_ok_and(|term| term == "dumb");
        std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !dumb
    }

    /// What the person was looking at last.
    pub(super) fn views(&self) -> Views {
        Views::new(&self.paths.state, &self.paths.book)
    }

    /// What was chosen on the screen for good.
    pub(super) fn choices(&self) -> Choices {
        let Config { lang, theme, mouse, .. } = &self.config;
        Choices::new(&self.paths.state)
            .over("lang", lang.map(|lang| lang.tag().to_owned()))
            .over("theme", theme.clone())
            .over("mouse", Some(mouse.to_string()))
    }

    /// Where the book is kept.
    pub(super) fn store(&self) -> Store {
        Store::at(self.paths.book.clone())
    }

    /// Reads the book. One that is missing while there are backups of it is a
    /// failure: nobody should take it for a fresh start.
    pub(super) fn load(&self) -> Result<Loaded, Failure> {
        let loaded = self.load_or_fresh()?;
        if loaded.seal == Seal::default()
            && let Some(backup) = self.store().backups().into_iter().next()
        {
            let args = [
                ("path", shown(&self.paths.book).into()),
                ("backup", shown(&backup.path).into()),
                ("count", backup.book.cases.len().into()),
            ];
            let failure = Failure::unreadable(self.text.with("fault-missing", &args));
            return Err(failure.hint(Some(self.text.get("fault-hint-missing").into_owned())));
        }
        Ok(loaded)
    }

    /// Reads the book, or begins a fresh one.
    pub(super) fn load_or_fresh(&self) -> Result<Loaded, Failure> {
        let store = self.store();
        let loaded =
            store.load().map_err(|unreadable| Failure::of_book(&self.text, &unreadable))?;
        if loaded.edited {
            self.noticed.borrow_mut().push(self.edited(&loaded.book));
        }
        self.noticed.borrow_mut().extend(self.copy_news(&loaded.book));
        self.overtaken.replace(store.overtaken(&loaded));
        Ok(loaded)
    }

    /// Keeps what an older copy lacks, which was read in order to go on with it.
    pub(super) fn keep_overtaken(&self, guard: &Guard, loaded: &Loaded) -> Result<(), SaveError> {
        if self.overtaken.borrow().is_some() {
            let kept = self.store().keep_overtaken(guard, loaded, self.today_at_home())?;
            self.overtaken.replace(kept);
        }
        Ok(())
    }

    /// That an older copy has taken the place of the book.
    pub(super) fn overtaken(&self) -> Option<String> {
        let told = |one: &Overtaken| {
            let args = [("path", shown(&one.path).into()), ("count", one.count.into())];
            self.text.with("cli-overtaken", &args)
        };
        self.overtaken.borrow().as_ref().map(told)
    }

    /// What sync tools have left beside the book that is not in it.
    pub(super) fn copy_news(&self, book: &Book) -> Option<String> {
        let copies = self.store().conflict_copies();
        let news: Vec<String> = copies.iter().filter_map(|one| self.news_of(one, book)).collect();
        (!news.is_empty()).then(|| news.join("\n"))
    }

    /// That a copy which a sync tool left has something that is not in the book.
    fn news_of(&self, copy: &ConflictCopy, book: &Book) -> Option<String> {
        let count = copy.book(book, self.now())?.changes_since(book);
        let args = [("path", shown(&copy.path).into()), ("count", count.into())];
        (count > 0).then(|| self.text.with("cli-copy-new", &args))
    }

    /// The book with what was changed in the file itself in its history. The newest
    /// backup tells what that is; backups are read only where the file was changed.
    pub(super) fn with_hand_edits(&self, loaded: &Loaded) -> Book {
        let backup = loaded.edited.then(|| self.store().backups().into_iter().next()).flatten();
        let taken = backup
            .and_then(|one| loaded.book.with_hand_edits(&one.book, loaded.changed_at(self.now())));
        taken.unwrap_or_else(|| loaded.book.clone())
    }

    /// That the file is not as it was saved, and how much of it neither the newest
    /// backup nor the history since then accounts for.
    pub(super) fn edited(&self, book: &Book) -> String {
        match self.store().backups().first() {
            Some(backup) => {
                let count = book.changed_by_hand(&backup.book);
                let args = [("count", count.into()), ("backup", shown(&backup.path).into())];
                self.text.with("cli-edited", &args)
            }
            None => self.text.get("ui-edited-by-hand").into_owned(),
        }
    }

    /// Keeps in mind whether a power cut can undo a save.
    pub(super) fn notice_save(&self, durable: bool) {
        self.saved.set(true);
        if !durable {
            self.fragile.set(true);
            self.noticed.borrow_mut().push(self.text.get("cli-fragile").into_owned());
        }
    }

    /// Whether the book was changed.
    pub(super) fn has_saved(&self) -> bool {
        self.saved.get()
    }

    /// Whether a power cut can undo what was saved.
    pub(super) fn is_fragile(&self) -> bool {
        self.fragile.get()
    }

    /// What was noticed about the book, each once.
    pub(super) fn noticed(&self) -> Vec<String> {
        let mut noticed = self.noticed.take();
        noticed.extend(self.overtaken());
        self.overtaken.take();
        noticed.dedup();
        noticed
    }
}
