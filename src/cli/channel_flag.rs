//! `--channel`: a way to reach the carrier, by its id or by its name in any language.

use clap::ArgMatches;

use super::{arguments, case_context::CaseContext, failure::Failure};
use crate::{domain::Route, playbook::Channel};

/// The channel that was named, by its id; nothing where none was.
pub(super) fn channel(
    about: &CaseContext<'_>,
    matches: &ArgMatches,
) -> Result<Option<String>, Failure> {
    let Some(given) = arguments::line(matches, "channel") else { return Ok(None) };
    // Another carrier has channels of its own, and of a playbook that cannot be read
    // nobody knows them.
    let free = about.case.way() == Route::Port || about.note.is_some();
    if free || given.trim().is_empty() {
        return Ok(Some(given));
    }
    let asked = given.trim().to_lowercase();
    let is_it = |one: &&Channel| {
        one.id.as_str() == asked || one.title.iter().any(|(_, title)| title.to_lowercase() == asked)
    };
    let all = &about.playbook.channels;
    if let Some(one) = all.iter().find(is_it) {
        return Ok(Some(one.id.to_string()));
    }
    let text = &about.context.text;
    let told = |one: &Channel| format!("`{}` ({})", one.id, one.title.get(text.lang()));
    let names = all.iter().map(told).collect::<Vec<_>>().join(&text.get("word-comma"));
    let failure = Failure::not_found(text.with("cli-no-channel", &[("given", given.into())]));
    Err(failure.hint(Some(text.with("cli-hint-channels", &[("names", names.into())]))))
}
