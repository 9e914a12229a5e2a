//! A day that is told by its distance from another one: `2 weeks from tomorrow`,
//! 从明天起两周, `9 Nov + 3d`; and what only says that it is the last day.
//!
//! Owns: where the distance, the word between and the other day part. The words are in
//! `date_words`. Must not know: which day is meant.

use super::{
    date_reading::{Reading, distances_at_end, read},
    date_words::{listed_words, without_first, without_last},
};

/// A text of more bytes tells no day so. Every distance in it is looked at by itself.
const LONGEST: usize = 120;

/// So far from a day that is still to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offset {
    pub(super) count: i64,
    pub(super) unit: char,
    /// The other day, as it was written.
    pub(super) from: String,
}

/// Every way to read a text so, the likeliest first.
pub(super) fn offsets(text: &str) -> Vec<Offset> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (name, ahead) in [("after-day", true), ("before-day", false)] {
        found.extend(between(name, text).filter_map(|(span, day)| offset(span, day, ahead)));
        let name = format!("{name}-behind");
        found.extend(between(&name, text).filter_map(|(day, span)| offset(span, day, ahead)));
    }
    // `within 3 days of 9 Nov`, which is said of nothing else.
    let within = between("within-day", text)
        .filter(|(span, _)| matches!(read(span), Some(Reading::Distance(..))));
    found.extend(within.filter_map(|(span, day)| offset(span, day, true)));
    let at_end = distances_at_end(text).into_iter();
    found.extend(at_end.filter_map(|(at, distance)| side_by_side(text, at, distance)));
    found
}

/// What stands before and behind each place of a word of this line.
fn between<'a>(name: &str, text: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let words: Vec<String> = listed_words(name)
        .map(|word| if word.is_ascii() { format!(" {word} ") } else { word.to_owned() })
        .collect();
    words.into_iter().flat_map(move |word| {
        let places = text.match_indices(&word).map(|(at, _)| (at, at + word.len()));
        let cut = |(from, to): (usize, usize)| Some((text.get(..from)?, text.get(to..)?));
        places.filter_map(cut).collect::<Vec<_>>()
    })
}

fn offset(span: &str, day: &str, ahead: bool) -> Option<Offset> {
    let span = span.trim().trim_start_matches([',', ' ']);
    let one = listed_words("one-of").any(|word| word == span);
    let (count, unit) = match read(&if one { format!("1 {span}") } else { span.to_owned() })? {
        Reading::Length(count, unit) => (count, unit),
        Reading::Distance(count, unit) if count >= 0 => (count, unit),
        _ => return None,
    };
    of_day(if ahead { count } else { -count }, unit, day)
}

/// A day and a distance side by side: `tomorrow + 2w`, 周五两天后, `from tomorrow, 2 weeks`.
fn side_by_side(text: &str, at: usize, distance: Reading) -> Option<Offset> {
    let (day, span) = text.split_at_checked(at)?;
    let span = span.trim();
    let tells = span.starts_with(['+', '-']) && span.contains(char::is_alphabetic);
    match distance {
        Reading::Distance(count, unit) if tells || !span.is_ascii() => of_day(count, unit, day),
        Reading::Length(count, unit) => {
            let day = without_first("lead-day", day).next()?;
            of_day(count, unit, day.trim_end_matches([',', ' ']))
        }
        _ => None,
    }
}

fn of_day(count: i64, unit: char, day: &str) -> Option<Offset> {
    let day = day.trim();
    let from = without_first("lead-day", day).next().unwrap_or(day).to_owned();
    (!from.is_empty()).then_some(Offset { count, unit, from })
}

/// A day of the week, Monday being 1, and how many days after the next one is meant: `Friday
/// week`.
pub(super) fn further(text: &str) -> Option<(i8, i32)> {
    [7, 14].into_iter().find_map(|days| {
        let name = format!("further-{days}");
        let found = without_last(&name, text).find_map(|rest| match read(rest)? {
            Reading::Weekday(weekday, None) => Some(weekday),
            _ => None,
        });
        Some((found?, days))
    })
}

/// The day that is named as the last one: `until 9 Jan 2027`, 16号之前.
pub(super) fn without_limit(text: &str) -> Option<String> {
    let before = without_first("limit-before", text);
    before.chain(without_last("limit-behind", text)).next().map(str::to_owned)
}
