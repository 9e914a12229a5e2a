//! `--as-of DATE`: the book as it was at the end of a day. Nothing can be changed
//! in it.

use clap::{Arg, ArgMatches};
use jiff::{ToSpan as _, civil::Date};

use super::{context::Context, define, failure::Failure};
use crate::{
    domain::{Book, Refusal},
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
    let today = context.today_at_home();
    let Some(day) = context.date(matches, "as-of", today)? else { return Ok(None) };
    let book = context.load()?.book;
    if day > today {
        let refusal = Refusal::Future { given: day, today };
        return Err(Failure::of_refusal(&context.text, &refusal, &book));
    }
    let end = day.tomorrow().and_then(|next| next.to_zoned(Context::home()));
    let end = end.ok().and_then(|end| end.timestamp().checked_sub(1.second()).ok());
    let past = book.as_of(end.unwrap_or_else(|| context.now()));
    let args =
        [("date", context.text.full_date(day).into()), ("count", book.changes_since(&past).into())];
    let note = context.text.with("cli-as-of", &args);
    Ok(Some(Past { book: past, day, note }))
}
