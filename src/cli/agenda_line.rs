//! What `agenda` and `remind` share: a span of days, and how far off a day is in
//! words.

use jiff::civil::Date;

use super::failure::Failure;
use crate::{
    domain::AgendaEntry,
    text::{DateFault, Text, clean_line},
};

/// A span such as `3d` or `2w` in days from `today`.
pub(super) fn span(text: &Text, given: &str, today: Date) -> Result<i32, Failure> {
    let last = text.date_typed(&format!("+{given}"), today).map_err(|fault| match fault {
        DateFault::TooFar(_) => Failure::of_date(text, &DateFault::TooFar(given.to_owned())),
        DateFault::Hours(_) => Failure::of_date(text, &DateFault::Hours(given.to_owned())),
        DateFault::HourOrDay(_) => Failure::of_date(text, &DateFault::HourOrDay(given.to_owned())),
        _ => Failure::usage(text.with("cli-not-a-span", &[("typed", clean_line(given).into())])),
    })?;
    Ok((last - today).get_days())
}

/// "in 3 days", "today", "2 days late"; what nobody has to do by then is not late.
pub(super) fn when(text: &Text, entry: &AgendaEntry, today: Date) -> String {
    let days = entry.days_from(today);
    let key = match days {
        0 => "cli-due-today",
        1.. => "cli-due-in",
        _ if entry.kind.is_late_then() => "cli-due-late",
        _ => "cli-due-since",
    };
    text.with(key, &[("count", days.unsigned_abs().into())])
}
