//! `--as-of DATE`: the book as it was at the end of a day. Nothing can be changed
//! in it.

use std::sync::Arc;

use clap::{Arg, ArgMatches};
use jiff::civil::Date;

use super::{context::Context, define, failure::Failure};
use crate::{
    domain::{Book, Case, Refusal},
    text::Text,
};

/// The book as it was.
pub(super) struct Past {
    pub(super) book: Book,
    pub(super) day: Date,
    /// What there is to say about it.
    pub(super) note: String,
}

pub(super) fn flag(text: &Text) -> Arg {
    define::flag(text, "as-of", "DATE")
}

/// The book as it was, if that was asked for.
pub(super) fn asked(context: &Context, matches: &ArgMatches) -> Result<Option<Past>, Failure> {
    if !matches.contains_id("as-of") {
        return Ok(None);
    }
    let (book, shelf, home) = (context.load()?.book, context.playbooks(), Context::home());
    // Where it is latest: there today has begun.
    let here =
        |case: &Arc<Case>| Some(shelf.find(&case.playbook).ok()?.today(context.now(), &home));
    let today = book.cases.iter().filter_map(here).max();
    let today = today.unwrap_or_else(|| context.today_at_home());
    let Some(day) = context.date(matches, "as-of", today)? else { return Ok(None) };
    if day > today {
        let refusal = Refusal::Future { given: day, today };
        return Err(Failure::of_refusal(&context.text, &refusal, &book));
    }
    let past = shelf.at_end_of(day, &book, &home);
    let args =
        [("date", context.text.full_date(day).into()), ("count", book.changes_since(&past).into())];
    let note = context.text.with("cli-as-of", &args);
    Ok(Some(Past { book: past, day, note }))
}
