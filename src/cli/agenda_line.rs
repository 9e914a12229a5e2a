//! What `agenda` and `remind` share: a span of days, and how far off a day is in
//! words.

use jiff::civil::Date;

use super::failure::Failure;
use crate::text::{Text, clean_line, parse_date};

/// A span such as `3d` or `2w` in days from `today`.
pub(super) fn span(text: &Text, given: &str, today: Date) -> Result<i32, Failure> {
    let last = parse_date(&format!("+{given}"), today).map_err(|_| {
        Failure::usage(text.with("cli-not-a-span", &[("typed", clean_line(given).into())]))
    })?;
    Ok((last - today).get_days())
}

/// "in 3 days", "today", "2 days late".
pub(super) fn when(text: &Text, days: i32) -> String {
    let key = match days {
        0 => "cli-due-today",
        1.. => "cli-due-in",
        _ => "cli-due-late",
    };
    text.with(key, &[("count", days.unsigned_abs().into())])
}
