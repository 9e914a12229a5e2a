//! Dates as a person types them.

use jiff::{Span, ToSpan as _, civil::Date};

use super::{Text, clean_line};

/// What was typed is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub(crate) enum DateFault {
    /// It has the shape of a date, but there is no such day.
    NoSuchDay(String),
    /// It has no shape of a date that is known here.
    NotADate(String),
}

impl Text {
    /// What is wrong with a date that was typed.
    pub(crate) fn date_fault(&self, fault: &DateFault) -> String {
        let (key, typed) = match fault {
            DateFault::NoSuchDay(typed) => ("say-no-such-day", typed),
            DateFault::NotADate(typed) => ("say-not-a-date", typed),
        };
        self.with(key, &[("typed", clean_line(typed).into())])
    }
}

/// Reads `2026-11-05`, `today`, `yesterday`, `tomorrow`, or a distance from
/// today: `+3d`, `-1w`, `+2m`.
pub(crate) fn parse_date(text: &str, today: Date) -> Result<Date, DateFault> {
    let text = text.trim();
    let not_a_date = || DateFault::NotADate(text.to_owned());
    match text {
        "today" | "今天" | "hari ini" => return Ok(today),
        "yesterday" | "昨天" | "semalam" => return today.yesterday().map_err(|_| not_a_date()),
        "tomorrow" | "明天" | "esok" => return today.tomorrow().map_err(|_| not_a_date()),
        _ => {}
    }
    if let Some(span) = distance(text) {
        return today.checked_add(span).map_err(|_| not_a_date());
    }
    if let Some(date) = slashed(text) {
        return date.map_err(|_| DateFault::NoSuchDay(text.to_owned()));
    }
    if text.chars().any(|c| !c.is_ascii_digit() && c != '-') || text.len() != "2026-11-05".len() {
        return Err(not_a_date());
    }
    text.parse().map_err(|_| DateFault::NoSuchDay(text.to_owned()))
}

/// `5/11/2026`, day first as in Malaysia and Britain, or `2026/11/5`. Nothing
/// when it has no such shape, an error when there is no such day.
fn slashed(text: &str) -> Option<Result<Date, jiff::Error>> {
    let parts: Vec<&str> = text.split('/').collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if year.len() != 4 {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    Some(Date::new(year, month, day))
}

fn distance(text: &str) -> Option<Span> {
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix('-')?),
    };
    let bare = rest.ends_with(|c: char| c.is_ascii_digit());
    let unit = if bare { 'd' } else { rest.chars().last()? };
    let count: i64 =
        rest.strip_suffix(unit).unwrap_or(rest).parse().ok().filter(|n| (0..=9999).contains(n))?;
    let count = sign * count;
    match unit {
        'd' => Some(count.days()),
        'w' => Some(count.weeks()),
        'm' => Some(count.months()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 5);

    #[test]
    fn dates_and_distances() {
        let read = |text| parse_date(text, TODAY);
        assert_eq!(read("2026-11-05"), Ok(TODAY));
        assert_eq!(read(" yesterday "), Ok(date(2026, 11, 4)));
        assert_eq!(read("+3d"), Ok(date(2026, 11, 8)));
        assert_eq!(read("-1w"), Ok(date(2026, 10, 29)));
        assert_eq!(read("+1m"), Ok(date(2026, 12, 5)));
        assert_eq!(read("2026-02-30"), Err(DateFault::NoSuchDay("2026-02-30".into())));
        assert_eq!(read("soon"), Err(DateFault::NotADate("soon".into())));
        assert_eq!(read("5/11/2026"), Ok(TODAY));
        assert_eq!(read("2026/11/5"), Ok(TODAY));
        assert_eq!(read("+5"), Ok(date(2026, 11, 10)));
        assert_eq!(read("31/2/2026"), Err(DateFault::NoSuchDay("31/2/2026".into())));
        assert_eq!(read("5/11/26"), Err(DateFault::NotADate("5/11/26".into())));
    }

    proptest! {
        #[test]
        fn anything_typed_is_a_date_or_refused(text in "[-+0-9dwm]{0,12}|\\PC{0,8}") {
            let _ = parse_date(&text, TODAY);
        }
    }
}
