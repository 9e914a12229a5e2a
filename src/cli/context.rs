//! What every command starts from.

use std::{env, ffi::OsString, fs, io::IsTerminal as _, path::PathBuf};

use clap::ArgMatches;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{answer::Failure, look::Asked};
use crate::{
    domain::{Book, Case, Id, Item, Refusal},
    playbook::{CalendarOverrides, Library, Playbook, PlaybookError, Words},
    shell::{
        Clock, Config, Paths, Views, describe_missing, describe_save_error, describe_unreadable,
    },
    store::{Guard, Loaded, SaveError, Store, Unreadable},
    text::{DateFault, Lang, Text, clean_line, nearest, parse_date},
};

/// The language of this run: flag, then `RINGOFF_LANG`, then the settings,
/// then the system's.
/// It is found before the arguments are parsed, since what is wrong with them
/// is told in it. A language that was asked for and is not spoken is returned.
pub(super) fn language(args: &[OsString]) -> (Text, Option<String>) {
    let flag = args.iter().enumerate().find_map(|(at, arg)| {
        let arg = arg.to_str()?;
        match arg.strip_prefix("--lang=") {
            Some(value) => Some(value.to_owned()),
            None if arg == "--lang" => args.get(at + 1)?.to_str().map(str::to_owned),
            None => None,
        }
    });
    let asked = flag.or_else(|| env::var("RINGOFF_LANG").ok()).filter(|tag| !tag.is_empty());
    if let Some(asked) = asked {
        return match Lang::find(&asked) {
            Some(lang) => (Text::new(lang), None),
            None => (Text::new(Lang::En), Some(clean_line(&asked))),
        };
    }
    let settled = Paths::find(None).ok().and_then(|paths| Config::language(&paths.config));
    if let Some(lang) = settled {
        return (Text::new(lang), None);
    }
    // LANGUAGE and LC_ALL before LANG; C and POSIX are nobody's language.
    let system = sys_locale::get_locales().find_map(|tag| Lang::find(&tag));
    (Text::new(system.unwrap_or_default()), None)
}

/// Whether colours are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colour {
    Auto,
    Always,
    Never,
}

/// Language, clock, book and the global flags.
pub(super) struct Context {
    pub(super) text: Text,
    pub(super) clock: Clock,
    pub(super) paths: Paths,
    pub(super) colour: Colour,
    pub(super) asked: Asked,
    case: Option<Id>,
    config: Config,
    faults: Vec<String>,
}

impl Context {
    pub(super) fn new(text: Text, matches: &ArgMatches) -> Result<Self, Failure> {
        let clock = Clock::from_environment().map_err(|given| {
            let given = clean_line(&given);
            Failure::usage(text.with("fault-no-moment", &[("given", given.into())]))
        })?;
        let named = matches
            .get_one::<PathBuf>("file")
            .cloned()
            .or_else(|| env::var_os("RINGOFF_FILE").map(PathBuf::from))
            .filter(|path| !path.as_os_str().is_empty());
        let paths = Paths::find(named)
            .map_err(|_| Failure::failed(text.get("fault-no-home").into_owned()))?;
        let colour = match matches.get_one::<String>("color").map(String::as_str) {
            Some("always") => Colour::Always,
            Some("never") => Colour::Never,
            _ => Colour::Auto,
        };
        let case = matches.get_one::<String>("case").map(Id::new);
        let (config, faults) = Config::read(&paths.config, &text);
        let asked = Asked::of(matches);
        Ok(Self { text, clock, paths, colour, asked, case, config, faults })
    }

    /// What was wrong with the settings, in words.
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

    pub(super) fn now(&self) -> Timestamp {
        // To the second, as the dashboard keeps it.
        let now = self.clock.now();
        Timestamp::from_second(now.as_second()).unwrap_or(now)
    }

    pub(super) fn home() -> TimeZone {
        Clock::home()
    }

    /// Standard input and output are a terminal that can be drawn on.
    pub(super) fn has_terminal() -> bool {
        let dumb = env::var("TERM").is_ok_and(|term| term == "dumb");
        std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !dumb
    }

    pub(super) fn views(&self) -> Views {
        Views::new(&self.paths.state, &self.paths.book)
    }

    pub(super) fn store(&self) -> Store {
        Store::at(self.paths.book.clone())
    }

    /// The person's own playbooks, by file name. What cannot be read is not
    /// there.
    pub(super) fn shelf(&self) -> Library {
        let folder = self.paths.config.join("playbooks");
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let shelf = Library::new(entries.filter_map(|entry| {
            let path = entry.path();
            let is_one = path.extension().is_some_and(|extension| extension == "ron");
            let id = Id::slug(path.file_stem()?.to_str()?);
            is_one.then(|| fs::read_to_string(&path).ok().map(|source| (id, source)))?
        }));
        shelf.counting(self.config.own_days.clone())
    }

    pub(super) fn load(&self) -> Result<Loaded, Failure> {
        self.store().load().map_err(|unreadable| self.unreadable(&unreadable))
    }

    pub(super) fn unreadable(&self, unreadable: &Unreadable) -> Failure {
        let (message, hint) = describe_unreadable(&self.text, unreadable);
        Failure::unreadable(message).hint(Some(hint))
    }

    pub(super) fn save_failure(&self, error: &SaveError) -> Failure {
        let message = describe_save_error(&self.text, error);
        match error {
            SaveError::ChangedElsewhere | SaveError::Locked | SaveError::Gone => {
                Failure::locked(message)
            }
            SaveError::Format(_) | SaveError::Unsound(_) | SaveError::Io(..) => {
                Failure::failed(message)
            }
        }
    }

    /// Loads the book under the lock, changes it, and saves it if anything
    /// changed.
    pub(super) fn change<T>(
        &self,
        change: impl FnOnce(&mut Book) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let store = self.store();
        let guard: Guard = store.lock().map_err(|error| self.save_failure(&error))?;
        let mut loaded = self.load()?;
        let before = loaded.book.clone();
        let made = change(&mut loaded.book)?;
        if loaded.book == before {
            return Ok(made);
        }
        let today = self.now().to_zoned(Self::home()).date();
        store
            .save(&guard, &loaded.book, loaded.seal, today)
            .map_err(|error| self.save_failure(&error))?;
        Ok(made)
    }

    /// A case was named.
    pub(super) fn names_case(&self) -> bool {
        self.case.is_some()
    }

    /// The case that is meant: the one named, the only one that still runs,
    /// or the one last used. When it was not named and there are several, a
    /// note says which it is.
    pub(super) fn case<'a>(&self, book: &'a Book) -> Result<(&'a Case, Vec<String>), Failure> {
        if let Some(id) = &self.case {
            let found = book.case(id).map(|case| (case, Vec::new()));
            return found.ok_or_else(|| self.refused(&Refusal::NoSuchCase(id.clone()), book, None));
        }
        let open: Vec<&Case> = book.cases.iter().filter(|case| !case.is_closed()).collect();
        if let [only] = open.as_slice() {
            return Ok((only, Vec::new()));
        }
        let last = self.views().load().case.and_then(|id| book.case(&id));
        let case = last.or(open.first().copied()).or(book.cases.first()).ok_or_else(|| {
            let hint = self.text.get("cli-hint-new").into_owned();
            Failure::not_found(self.text.get("cli-no-case").into_owned()).hint(Some(hint))
        })?;
        let which = [("id", case.id.as_str().into()), ("label", case.label.as_str().into())];
        let notes = if book.cases.len() > 1 {
            vec![self.text.with("cli-which", &which)]
        } else {
            Vec::new()
        };
        Ok((case, notes))
    }

    /// The case that is meant; for redo also one that was taken back: the one
    /// named, or the last one when the meant case has nothing to redo.
    pub(super) fn case_or_taken_back<'a>(
        &self,
        book: &'a Book,
        redo: bool,
    ) -> Result<(&'a Case, Vec<String>), Failure> {
        let back = book.taken_back.iter().rev();
        let named = back.clone().find(|case| self.case.as_ref() == Some(&case.id));
        let meant = self.case(book);
        let idle = |case: &Case| case.undone.is_empty() && self.case.is_none();
        let instead = match &meant {
            Ok((case, _)) if idle(case) => back.clone().next(),
            Ok(_) => None,
            Err(_) => named.or_else(|| back.clone().next().filter(|_| self.case.is_none())),
        };
        match instead.filter(|_| redo) {
            Some(case) => Ok((case, Vec::new())),
            None => meant,
        }
    }

    /// Keeps the case as the one last used.
    pub(super) fn used(&self, id: &Id) {
        let views = self.views();
        let view = views.load();
        if view.case.as_ref() != Some(id) {
            views.keep(&crate::app::View { case: Some(id.clone()), ..view });
        }
    }

    /// The playbook of a case.
    pub(super) fn playbook<'a>(
        &self,
        shelf: &'a Library,
        id: &Id,
    ) -> Result<&'a Playbook, Failure> {
        shelf.find(id).map_err(|missing| {
            let (message, hint) = describe_missing(&self.text, &missing);
            let failure = match missing {
                PlaybookError::Unknown(..) => Failure::not_found(message),
                PlaybookError::Faulty(..) => Failure::unreadable(message),
            };
            failure.hint(hint)
        })
    }

    /// The playbook of a case; the generic one and a note when its own cannot
    /// be used, so that one bad file does not lock the person out.
    pub(super) fn playbook_of<'a>(
        &self,
        shelf: &'a Library,
        case: &Case,
    ) -> Result<(&'a Playbook, Option<String>), Failure> {
        if let Ok(playbook) = shelf.find(&case.playbook) {
            return Ok((playbook, None));
        }
        let id = case.playbook.to_string();
        let note = self.text.with("ui-playbook-trouble", &[("id", id.into())]);
        Ok((self.playbook(shelf, &Id::new("generic"))?, Some(note)))
    }

    pub(super) fn today(&self, playbook: &Playbook) -> Date {
        playbook.today(self.now(), &Self::home())
    }

    pub(super) fn words<'a>(&'a self, case: &'a Case, playbook: &'a Playbook) -> Words<'a> {
        Words { case, playbook, text: &self.text, today: self.today(playbook) }
    }

    /// A date as the command line gives it.
    pub(super) fn date(
        &self,
        matches: &ArgMatches,
        name: &str,
        today: Date,
    ) -> Result<Option<Date>, Failure> {
        let Some(given) = matches.get_one::<String>(name) else { return Ok(None) };
        parse_date(given, today).map(Some).map_err(|fault| self.date_fault(&fault))
    }

    /// What is wrong with a date, as a failure.
    pub(super) fn date_fault(&self, fault: &DateFault) -> Failure {
        Failure::usage(self.text.date_fault(fault))
    }

    /// A refusal as a failure: its exit code, its words, and the nearest
    /// names when something was not found.
    pub(super) fn refused(
        &self,
        refusal: &Refusal,
        book: &Book,
        about: Option<Words<'_>>,
    ) -> Failure {
        let title = |item: &Item| match about {
            Some(words) => words.title(item),
            None => item.to_string(),
        };
        let message = clean_line(&self.text.refusal(refusal, title));
        let near = match (refusal, about) {
            (Refusal::NoSuchCase(id), _) => {
                names(nearest(id.as_str(), book.cases.iter().map(|case| case.id.as_str())))
            }
            (Refusal::NoSuchItem(asked), Some(words)) => near_items(asked, words),
            _ => Vec::new(),
        };
        let joined = near.join(&self.text.get("word-comma"));
        let hint = match refusal {
            _ if !near.is_empty() => {
                Some(self.text.with("fault-nearest", &[("names", joined.into())]))
            }
            Refusal::Blocked(items) => {
                let items: Vec<String> = items.iter().map(Item::to_string).collect();
                let items = items.join(" ");
                Some(self.text.with("cli-hint-blocked", &[("items", items.into())]))
            }
            _ => None,
        };
        match refusal {
            Refusal::NoSuchCase(_) | Refusal::NoSuchItem(_) => Failure::not_found(message),
            Refusal::NoName | Refusal::NoReason | Refusal::NotANumber(_) => Failure::usage(message),
            _ => Failure::not_allowed(message),
        }
        .hint(hint)
    }
}

fn names(near: Vec<&str>) -> Vec<String> {
    near.into_iter().map(|name| format!("`{name}`")).collect()
}

/// Items whose name is close to what was asked for, or whose id is just that.
fn near_items(asked: &str, words: Words<'_>) -> Vec<String> {
    let all: Vec<String> = super::describe::items(words).iter().map(Item::to_string).collect();
    let bare = asked.rsplit(':').next().unwrap_or(asked);
    let same: Vec<&str> = all
        .iter()
        .map(String::as_str)
        .filter(|item| item.split_once(':').is_some_and(|(_, id)| id == bare))
        .collect();
    if same.is_empty() {
        names(nearest(asked, all.iter().map(String::as_str)))
    } else {
        names(same)
    }
}
