//! Moments as exports write them.

use jiff::{
    SignedDuration, Span, Timestamp,
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
        if let Some(civil) = compact(text).or_else(|| serial(text, "")) {
            return civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
        }
        let number: i64 = text.parse().ok()?;
        return match number {
            0 => None,
            1..=9_999_999_999 => Timestamp::from_second(number).ok(),
            10_000_000_000..=9_999_999_999_999 => Timestamp::from_millisecond(number).ok(),
            _ => Timestamp::from_microsecond(number).ok(),
        };
    }
    if let Some(civil) = text.split_once(['.', ',']).and_then(|(days, part)| serial(days, part)) {
        return civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
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

/// A date without signs, as `20251105` or `20251105080000`. Counted from 1970 it would
/// be a day of times without text messages.
fn compact(text: &str) -> Option<DateTime> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<i8>().ok();
    let year: i16 = text.get(..4)?.parse().ok().filter(|year| (1990..2100).contains(year))?;
    let date = civil::Date::new(year, part(4, 6)?, part(6, 8)?).ok()?;
    let (hour, minute, second) = match text.len() {
        8 => (0, 0, 0),
        12 => (part(8, 10)?, part(10, 12)?, 0),
        14 => (part(8, 10)?, part(10, 12)?, part(12, 14)?),
        _ => return None,
    };
    Some(date.to_datetime(civil::Time::new(hour, minute, second, 0).ok()?))
}

/// A date as spreadsheets count it: days since the end of 1899, and the part of the day
/// that has passed.
fn serial(days: &str, part: &str) -> Option<DateTime> {
    let days: i32 = days.parse().ok().filter(|days| (30_000..70_000).contains(days))?;
    if !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = format!("{part:0<6}");
    let passed: i64 = part.get(..6)?.parse().ok()?;
    let days = Span::new().try_days(days).ok()?;
    let begins = civil::date(1899, 12, 30).checked_add(days).ok()?;
    let seconds = SignedDuration::from_secs(passed * 86_400 / 1_000_000);
    begins.to_datetime(civil::Time::midnight()).checked_add(seconds).ok()
}

/// The month that a word names, in any language.
fn month_of(word: &str) -> Option<i16> {
    const KINDS: [&str; 12] = [
        "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
        "month-9", "month-10", "month-11", "month-12",
    ];
    let begins = |kind: &&str| words::of(kind).iter().any(|month| word.starts_with(month.as_str()));
    let at = KINDS.iter().position(begins).filter(|_| word.chars().count() <= 10)?;
    i16::try_from(at + 1).ok()
}

/// A year of our era. Thailand counts 543 more.
fn common_year(digits: &str, year: i16) -> i16 {
    const MORE: i16 = 543;
    match (digits.len(), year) {
        (2, 60..) => 2500 + year - MORE,
        (2, _) => 2000 + year,
        (_, 2400..2700) => year - MORE,
        _ => year,
    }
}

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
    // The day of the week stands in front, and can begin like a month.
    let month = letters.iter().rev().find_map(|word| month_of(word));
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
        (Some(month), [(_, day), (year, value)] | [(year, value), (_, day)]) if year.len() == 4 => {
            (common_year(year, *value), month, *day)
        }
        (None, [(year, value), (_, month), (_, day)]) if year.len() == 4 => {
            (common_year(year, *value), *month, *day)
        }
        (None, [(_, first), (_, second), (short, year)]) if matches!(short.len(), 2 | 4) => {
            let year = common_year(short, *year);
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
            ("17/11/2567 09:46", "2024-11-17T09:46:00Z"),
            ("17/11/67 09:46", "2024-11-17T09:46:00Z"),
            ("20241117", "2024-11-17T00:00:00Z"),
            ("45613", "2024-11-17T00:00:00Z"),
            ("45613.5", "2024-11-17T12:00:00Z"),
            ("45613,25", "2024-11-17T06:00:00Z"),
            ("202411170946", "2024-11-17T09:46:00Z"),
            ("20241117094607", "2024-11-17T09:46:07Z"),
            ("5. Dez. 2024 09:46", "2024-12-05T09:46:00Z"),
            ("mar. 5 nov. 2024 09:46", "2024-11-05T09:46:00Z"),
            ("5 de agosto de 2024 09:46", "2024-08-05T09:46:00Z"),
            ("5 août 2024 à 09:46", "2024-08-05T09:46:00Z"),
            ("5 Ogos 2024, 9:46 PG", "2024-08-05T09:46:00Z"),
            ("2024. 11. 5. 오후 9:46", "2024-11-05T21:46:00Z"),
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
