//! Moments as exports write them.

use jiff::{
    Timestamp,
    civil::{self, DateTime},
    tz::TimeZone,
};

use super::{day_order::DayOrder, words};

/// Reads milliseconds or seconds since 1970, RFC 3339, or a civil date and
/// time (taken as UTC: a day more or less does not matter here). A day and a
/// month that could be either are told apart by `order`, or not at all.
pub(super) fn moment(text: &str, order: DayOrder) -> Option<Timestamp> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        let number: i64 = text.parse().ok()?;
        return match number {
            0 => None,
            1..=9_999_999_999 => Timestamp::from_second(number).ok(),
            10_000_000_000..=9_999_999_999_999 => Timestamp::from_millisecond(number).ok(),
            _ => Timestamp::from_microsecond(number).ok(),
        };
    }
    let parsed = || {
        let civil: DateTime = text.replacen(' ', "T", 1).parse().ok()?;
        civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
    };
    text.parse().ok().or_else(parsed).or_else(|| {
        let civil = written(text, order)?;
        civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
    })
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A date and a time in the words and signs of some country.
fn written(text: &str, order: DayOrder) -> Option<DateTime> {
    if text.len() > 80 {
        return None;
    }
    let (mut numbers, mut letters, mut colon) = (Vec::new(), Vec::new(), None);
    let mut before = ' ';
    for part in parts(text) {
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            if before == ':' && colon.is_none() {
                colon = Some(numbers.len().checked_sub(1)?);
            }
            numbers.push((part, part.parse::<i16>().ok()?));
        } else if part.starts_with(char::is_alphabetic) {
            letters.push(part.to_lowercase());
        }
        before = part.chars().next_back()?;
    }
    let month = letters.iter().find_map(|word| {
        let at = MONTHS.iter().position(|month| {
            word.is_char_boundary(3) && word.get(..3) == Some(*month) && word.len() <= 9
        });
        at.and_then(|at| i16::try_from(at + 1).ok())
    });
    let dated = if month.is_some() { 2 } else { 3 };
    // The time stands behind the date, or before it.
    let (date, time) = match colon {
        Some(0) => {
            let timed = numbers.len().checked_sub(dated)?;
            (numbers.get(timed..)?, numbers.get(..timed)?)
        }
        Some(at) => (numbers.get(..at)?, numbers.get(at..)?),
        None => numbers.split_at_checked(dated)?,
    };
    let date = match (month, date) {
        (Some(month), [(_, day), (year, value)]) if year.len() == 4 => (*value, month, *day),
        (Some(month), [(year, value), (_, day)]) if year.len() == 4 => (*value, month, *day),
        (None, [(year, value), (_, month), (_, day)]) if year.len() == 4 => (*value, *month, *day),
        (None, [(_, first), (_, second), (short, year)]) if matches!(short.len(), 2 | 4) => {
            let year = if short.len() == 2 { year + 2000 } else { *year };
            match order {
                DayOrder::DayFirst => (year, *second, *first),
                DayOrder::MonthFirst => (year, *first, *second),
                DayOrder::Unknown if *first > 12 || first == second => (year, *second, *first),
                DayOrder::Unknown if *second > 12 => (year, *first, *second),
                DayOrder::Unknown => return None,
            }
        }
        _ => return None,
    };
    // `a.m.` comes as two words.
    let says = |half: &str| {
        let short = letters.windows(2).any(|pair| words::is(half, &pair.concat()));
        short
            || letters.iter().any(|word| words::is(half, word))
            || words::of(half).iter().any(|one| !one.is_ascii() && text.contains(one.as_str()))
    };
    let value = |at: usize| time.get(at).map_or(0, |(_, value)| *value);
    let hour = match value(0) {
        12 if says("morning") => 0,
        hour if hour < 12 && says("afternoon") => hour + 12,
        hour => hour,
    };
    let small = |value: i16| i8::try_from(value).ok();
    let day = civil::Date::new(date.0, small(date.1)?, small(date.2)?).ok()?;
    let time = civil::Time::new(small(hour)?, small(value(1))?, small(value(2))?, 0).ok()?;
    Some(day.to_datetime(time))
}

/// Runs of digits, runs of letters, and single signs.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| match c {
        _ if c.is_ascii_digit() => 0,
        _ if c.is_alphabetic() => 1,
        _ => 2,
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = match kind(first) {
            2 => first.len_utf8(),
            run => rest.find(|c| kind(c) != run).unwrap_or(rest.len()),
        };
        let (part, more) = rest.split_at_checked(end)?;
        rest = more;
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, order: DayOrder) -> Option<String> {
        moment(text, order).map(|at| at.to_string())
    }

    #[test]
    fn moments_come_in_many_shapes() {
        for (text, at) in [
            ("1730800000000", "2024-11-05T09:46:40Z"),
            ("1730800000", "2024-11-05T09:46:40Z"),
            ("2024-11-05T09:46:40Z", "2024-11-05T09:46:40Z"),
            ("2024-11-05 09:46", "2024-11-05T09:46:00Z"),
            ("2024-11-05", "2024-11-05T00:00:00Z"),
            ("2024/11/5 9:46", "2024-11-05T09:46:00Z"),
            ("2024年11月5日 下午9:46", "2024-11-05T21:46:00Z"),
            ("2024年11月5日上午9:46:07", "2024-11-05T09:46:07Z"),
            ("Nov 5, 2024  5:29:42 PM", "2024-11-05T17:29:42Z"),
            ("5 November 2024 at 12:05 a.m.", "2024-11-05T00:05:00Z"),
            ("17/11/2024 09:46", "2024-11-17T09:46:00Z"),
            ("11/17/2024, 9:46 p.m.", "2024-11-17T21:46:00Z"),
            ("09:46 17/11/2024", "2024-11-17T09:46:00Z"),
            ("17/11/24 09.46", "2024-11-17T09:46:00Z"),
        ] {
            assert_eq!(shown(text, DayOrder::Unknown).as_deref(), Some(at), "{text}");
        }
        let (day, month) = (DayOrder::DayFirst, DayOrder::MonthFirst);
        assert_eq!(shown("05/11/2024", day).as_deref(), Some("2024-11-05T00:00:00Z"));
        assert_eq!(shown("11/5/24, 8:00 AM", month).as_deref(), Some("2024-11-05T08:00:00Z"));
        for none in [
            "",
            "0",
            "null",
            "yesterday",
            "99999999999999999999999",
            "05/11/2024",
            "31/31/2024",
            "12:30",
            "may",
            "v1.2.3",
        ] {
            assert_eq!(shown(none, DayOrder::Unknown), None, "{none}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "([0-9]{1,5}|[/:. ,-]|am|PM|Nov|年|月|\\PC){0,12}") {
            let _ = moment(&text, DayOrder::DayFirst);
        }
    }
}
