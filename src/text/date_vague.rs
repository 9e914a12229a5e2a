//! Words for a time of which no day is named: `mid Nov`, `next year`, 周末, `after 5 Nov`.
//!
//! Owns: telling them from words that are no time at all. The words are in `date_words`.
//! Must not know: which day it is today.

use super::{
    date_reading::{Reading, read},
    date_words::{listed_words, named_day, without_first, without_last},
    month_edge::names_a_time,
};

/// Whether the text is such words.
pub(super) fn names_no_day(text: &str) -> bool {
    let around = |line: &str, is: fn(&str) -> bool| {
        let (before, behind) = (format!("{line}-before"), format!("{line}-behind"));
        without_first(&before, text).chain(without_last(&behind, text)).any(is)
    };
    is_long(text)
        || ["vague", "end", "start"].into_iter().any(|line| around(line, is_long))
        || around("open", |rest| is_long(rest) || is_day(rest))
}

/// Whether it is a week, a month or a year.
fn is_long(text: &str) -> bool {
    listed_words("no-day").any(|word| word == text)
        || names_a_time(text)
        || matches!(read(text), Some(Reading::Distance(_, 'w' | 'm' | 'y')))
}

fn is_day(text: &str) -> bool {
    named_day(text).is_some() || read(text).is_some()
}
