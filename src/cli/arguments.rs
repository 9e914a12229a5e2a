//! Reading what was given on the command line.

use std::path::PathBuf;

use clap::ArgMatches;
use jiff::civil::Date;

use super::{case_context::CaseContext, context::Context, failure::Failure};
use crate::{
    domain::Workdays,
    text::{DatePlace, DateRule, Lean, clean_line, without_sequences},
};

/// A value as it was typed; empty when it was left out.
pub(super) fn typed<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map(String::as_str).unwrap_or_default()
}

/// A value as a clean line of text.
pub(super) fn line(matches: &ArgMatches, name: &str) -> Option<String> {
    matches.get_one::<String>(name).map(|value| clean_line(&without_sequences(value)))
}

/// What a value names by its word.
pub(super) fn choice<T: Copy>(
    matches: &ArgMatches,
    name: &str,
    all: &[T],
    word: fn(T) -> &'static str,
) -> Option<T> {
    let given = matches.get_one::<String>(name)?;
    all.iter().copied().find(|one| word(*one) == given)
}

/// A path; empty when it was left out.
pub(super) fn path(matches: &ArgMatches, name: &str) -> PathBuf {
    matches.get_one::<PathBuf>(name).cloned().unwrap_or_default()
}

/// Where a date of this flag lies when its year is left out.
fn lean(flag: &str) -> Lean {
    match flag {
        "on" | "registered" | "since" | "as-of" => Lean::Past,
        "from" => Lean::Near,
        _ => Lean::Future,
    }
}

/// The rule for the date of a flag.
fn rule(matches: &ArgMatches, name: &str, today: Date) -> DateRule {
    let rule = DateRule::leaning(today, lean(name));
    // Where no other day was given, what answers an event of today lies ahead.
    let answers = matches!(name, "promised" | "answer-by" | "follow-up");
    let on = matches.try_get_one::<String>("on").ok().flatten();
    match name {
        // A calculator counts from any day.
        "from" => rule.endless(),
        _ if answers && on.is_none() => rule.not_before(today),
        _ => rule,
    }
}

impl Context {
    /// A date of which no case is known.
    pub(super) fn date(
        &self,
        matches: &ArgMatches,
        name: &str,
        today: Date,
    ) -> Result<Option<Date>, Failure> {
        self.date_where(matches, name, today, Workdays::default())
    }

    /// A date where these are the working days.
    pub(super) fn date_where(
        &self,
        matches: &ArgMatches,
        name: &str,
        today: Date,
        workdays: Workdays,
    ) -> Result<Option<Date>, Failure> {
        let place = DatePlace { workdays, zone: Some(Self::home()) };
        self.date_by(matches, name, rule(matches, name, today).at_place(place))
    }

    /// A date, understood by a rule of its own.
    fn date_by(
        &self,
        matches: &ArgMatches,
        name: &str,
        rule: DateRule,
    ) -> Result<Option<Date>, Failure> {
        let given = matches.get_one::<String>(name);
        let rule = rule.in_language(self.text.lang());
        let read =
            |given: &String| rule.read(given).map_err(|fault| Failure::of_date(&self.text, &fault));
        given.map(read).transpose()
    }
}

impl CaseContext<'_> {
    /// A date: working days and times are those of the carrier.
    pub(super) fn date(&self, matches: &ArgMatches, name: &str) -> Result<Option<Date>, Failure> {
        self.date_by(matches, name, rule(matches, name, self.today))
    }

    /// A date, understood by a rule of its own.
    pub(super) fn date_by(
        &self,
        matches: &ArgMatches,
        name: &str,
        rule: DateRule,
    ) -> Result<Option<Date>, Failure> {
        self.context.date_by(matches, name, rule.at_place(self.days_of()))
    }
}
