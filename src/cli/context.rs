//! What every command starts from: language, clock, paths, settings and the
//! flags that all commands share.
//!
//! Must not know: any command, or which case is meant.

use std::{env, io::IsTerminal as _, path::PathBuf};

use clap::ArgMatches;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{appearance_flags::AppearanceFlags, failure::Failure};
use crate::{
    domain::Id,
    playbook::CalendarOverrides,
    shell::{Clock, Config, Paths, Views},
    store::{Loaded, Store},
    text::{Text, clean_line},
};

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
    config: Config,
    faults: Vec<String>,
}

impl Context {
    pub(super) fn new(
        text: Text,
        matches: &ArgMatches,
        command_line: fn(&Text) -> clap::Command,
    ) -> Result<Self, Failure> {
        let clock = Clock::from_environment().map_err(|given| {
            let given = clean_line(&given);
            Failure::usage(text.with("fault-no-moment", &[("given", given.into())]))
        })?;
        let book = matches
            .get_one::<PathBuf>("file")
            .cloned()
            .or_else(|| env::var_os("RINGOFF_FILE").map(PathBuf::from))
            .filter(|path| !path.as_os_str().is_empty());
        let paths = Paths::find(book)
            .map_err(|_| Failure::failed(text.get("fault-no-home").into_owned()))?;
        let named_case = matches.get_one::<String>("case").map(Id::new);
        let (config, mut faults) = Config::read(&paths.config, &text);
        faults.extend(Self::unknown_zone(&text));
        let appearance = AppearanceFlags::of(matches);
        Ok(Self { text, clock, paths, appearance, named_case, command_line, config, faults })
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

    /// Where the book is kept.
    pub(super) fn store(&self) -> Store {
        Store::at(self.paths.book.clone())
    }

    /// Reads the book.
    pub(super) fn load(&self) -> Result<Loaded, Failure> {
        self.store().load().map_err(|unreadable| Failure::of_book(&self.text, &unreadable))
    }
}
