//! The time of day that stands beside a date, and the zone that it is told in.
//!
//! Owns: what belongs to a time. The words are in `date_words`. Must not know: what the
//! rest means, and whose day it is then.

use jiff::tz::Offset;

use super::date_words::{DateWord, beginning, listed_words, meanings};

/// Letters of the longest word that stands beside a time.
const LONGEST: usize = 16;

/// A time of day that was typed beside a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TypedTime {
    /// Minutes since midnight.
    pub(super) minutes: i64,
    /// The zone, where one was typed whose name says how far it is from UTC.
    pub(crate) offset: Option<Offset>,
}

/// The words and signs that stand around a time.
#[derive(Default)]
struct Around {
    second_half: Option<bool>,
    offset: Option<Offset>,
}

impl Around {
    fn take(&mut self, word: &str) {
        for meaning in meanings(word) {
            match meaning {
                DateWord::HalfDay(second) => self.second_half = self.second_half.or(Some(second)),
                DateWord::Zone(Some(hours)) => {
                    self.offset = self.offset.or(Offset::from_hours(hours).ok());
                }
                _ => {}
            }
        }
    }

    /// The time that is meant by an hour and a minute of a clock.
    fn time(&self, hour: u32, minute: u32) -> TypedTime {
        let hour = match self.second_half {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        TypedTime { minutes: i64::from(hour * 60 + minute), offset: self.offset }
    }
}

/// A date in lower case without the time of day beside it, and that time; nothing where
/// there is no time, or nothing but a time.
pub(super) fn without_time(text: &str) -> Option<(String, TypedTime)> {
    let starts = text.char_indices().filter(|(at, c)| c.is_ascii_digit() && may_begin(text, *at));
    for (at, _) in starts {
        let (before, rest) = text.split_at_checked(at)?;
        let Some((length, hour, minute)) = clock(before, rest) else { continue };
        let mut around = Around::default();
        let before = without_lead(before, &mut around);
        let after = without_trail(rest.get(length..)?, &mut around);
        let left = format!("{} {}", before.trim_end(), after.trim_start());
        let left = left.trim_matches([' ', ',']);
        return (!left.is_empty()).then(|| (left.to_owned(), around.time(hour, minute)));
    }
    None
}

/// A date in lower case without the part of the day beside it: `tomorrow morning`, 周五下午.
pub(super) fn without_part(text: &str) -> Option<String> {
    let fits = |word: &str, neighbour: Option<char>| {
        let latin = |c: char| c.is_ascii_alphanumeric();
        !word.is_ascii() || neighbour.is_none_or(|c| !latin(c))
    };
    let left = listed_words("part").find_map(|word| {
        let behind = text.strip_suffix(word).filter(|rest| fits(word, rest.chars().next_back()));
        let before = || text.strip_prefix(word).filter(|rest| fits(word, rest.chars().next()));
        behind.or_else(before).map(str::to_owned)
    })?;
    let mut left = left.trim();
    while let Some(rest) = listed_words("part-lead").find_map(|lead| {
        let rest = left.strip_suffix(lead)?;
        (rest.ends_with(' ') || !lead.ends_with(char::is_alphabetic)).then_some(rest)
    }) {
        left = rest.trim_end();
    }
    (!left.is_empty()).then(|| left.to_owned())
}

/// Whether a time can begin here: not inside of a number or a date.
fn may_begin(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    match before.chars().next_back() {
        None => true,
        Some('t') => is_joined(before),
        Some(c) => !c.is_ascii_alphanumeric() && !"-/.:+'".contains(c),
    }
}

/// Whether what stands before a time ends as in `2027-01-09T`.
fn is_joined(before: &str) -> bool {
    before.strip_suffix('t').is_some_and(|date| date.ends_with(|c: char| c.is_ascii_digit()))
}

/// The number that a text begins with, of so many digits at most, and its length.
fn number(text: &str, most: usize) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text.get(..length).filter(|_| (1..=most).contains(&length))?;
    Some((number.parse().ok()?, length))
}

/// The length of the time that a text begins with, its hour and its minute: `10:00`, `10:00:30.5`, `10.30 pm`,
/// `10 pagi`, `10点30分`, or `100000` behind a `T`.
fn clock(before: &str, text: &str) -> Option<(usize, u32, u32)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if is_joined(before) && matches!(digits, 4 | 6) {
        let two = |at: usize| text.get(at..at + 2)?.parse::<u32>().ok();
        let (hour, minute) = (two(0)?, two(2)?);
        return (hour <= 24 && minute < 60).then_some((digits, hour, minute));
    }
    let (hour, length) = number(text, 2).filter(|(hour, _)| *hour <= 24)?;
    let rest = text.get(length..)?;
    if let Some(rest) = rest.strip_prefix(':') {
        let (minute, minutes) = minutes(rest)?;
        let more = match rest.get(minutes..)?.strip_prefix(':') {
            Some(rest) => 1 + seconds(rest)?,
            None => 0,
        };
        return Some((length + 1 + minutes + more, hour, minute));
    }
    if let Some(sign) = sign(rest, DateWord::HourSign) {
        return with_signs(text, length + sign).map(|(all, minute)| (all, hour, minute));
    }
    let minutes = rest.strip_prefix('.').and_then(minutes);
    let length = length + minutes.map_or(0, |(_, length)| length + 1);
    let behind = text.get(length..)?.trim_start();
    let half = word(behind)
        .is_some_and(|(word, _)| meanings(word).any(|one| matches!(one, DateWord::HalfDay(_))));
    half.then_some((length, hour, minutes.map_or(0, |(minute, _)| minute)))
}

/// The length of a time whose hour has its sign and takes `hour` bytes, and its minute:
/// `10点30分`.
fn with_signs(text: &str, hour: usize) -> Option<(usize, u32)> {
    let (mut all, mut minute) = (hour, 0);
    for part in [DateWord::MinuteSign, DateWord::SecondSign] {
        let Some((count, digits)) = number(text.get(all..)?, 2) else { break };
        if part == DateWord::MinuteSign {
            minute = count;
        }
        all += digits;
        all += sign(text.get(all..)?, part).unwrap_or_default();
    }
    Some((all, minute))
}

/// Two digits that are minutes, and their length.
fn minutes(text: &str) -> Option<(u32, usize)> {
    number(text, 2).filter(|(minutes, length)| *minutes < 60 && *length == 2)
}

/// The length of seconds, with their fraction.
fn seconds(text: &str) -> Option<usize> {
    let (seconds, length) = number(text, 2)?;
    let fraction = text.get(length..)?.strip_prefix(['.', ',']).map_or(0, |rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 { digits + 1 } else { 0 }
    });
    (seconds <= 60).then_some(length + fraction)
}

/// The length of a sign of this meaning that a text begins with.
fn sign(text: &str, meaning: DateWord) -> Option<usize> {
    let first = text.chars().next()?;
    let length = first.len_utf8();
    is(text.get(..length)?, meaning).then_some(length)
}

fn is(word: &str, meaning: DateWord) -> bool {
    meanings(word).any(|one| one == meaning)
}

/// The longest word beside a time that a text begins with, and its length.
fn word(text: &str) -> Option<(&str, usize)> {
    let whole = |(known, meaning): (&str, DateWord)| {
        let is_one =
            matches!(meaning, DateWord::HalfDay(_) | DateWord::TimeWord | DateWord::Zone(_));
        let next = text.get(known.len()..).and_then(|rest| rest.chars().next());
        let cut = known.ends_with(|c: char| c.is_ascii_alphabetic())
            && next.is_some_and(|c| c.is_ascii_alphabetic());
        (is_one && !cut).then_some(known.len())
    };
    let length = beginning(text).filter_map(whole).max()?;
    Some((text.get(..length)?, length))
}

/// What stands before a time, without the words that belong to it: `at`, `pukul`, 上午.
fn without_lead<'a>(text: &'a str, around: &mut Around) -> &'a str {
    let text = if is_joined(text) { text.get(..text.len() - 1).unwrap_or(text) } else { text };
    let mut text = text.trim_end_matches([' ', ',', '@']);
    loop {
        let starts = text.char_indices().rev().take(LONGEST).map(|(at, _)| at);
        let found = starts.filter(|at| {
            let behind = text.get(..*at).and_then(|before| before.chars().next_back());
            let whole = |(word, length): (&str, usize)| {
                let cut = word.starts_with(|c: char| c.is_ascii_alphabetic())
                    && behind.is_some_and(|c| c.is_ascii_alphanumeric());
                let is_zone = meanings(word).any(|one| matches!(one, DateWord::Zone(_)));
                length + at == text.len() && !cut && !is_zone
            };
            text.get(*at..).and_then(word).is_some_and(whole)
        });
        let Some(at) = found.last() else { return text };
        around.take(text.get(at..).unwrap_or_default());
        text = text.get(..at).unwrap_or_default().trim_end_matches([' ', ',', '@']);
    }
}

/// What stands behind a time, without the words and the zone that belong to it.
fn without_trail<'a>(text: &'a str, around: &mut Around) -> &'a str {
    let mut text = text;
    loop {
        let rest = text.trim_start_matches([' ', ',']);
        let word = word(rest).map(|(word, length)| {
            around.take(word);
            length
        });
        let offset = || {
            let (offset, length) = offset(rest)?;
            around.offset = around.offset.or(Some(offset));
            Some(length)
        };
        let length = word.or_else(offset).or_else(|| bracket(rest));
        let Some(next) = length.and_then(|length| rest.get(length..)) else { return text };
        text = next;
    }
}

/// `+08:00`, `-0500` or `+08`, and its length.
fn offset(text: &str) -> Option<(Offset, usize)> {
    let rest = text.strip_prefix(['+', '-'])?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let hours: i32 = rest.get(..2)?.parse().ok()?;
    let (minutes, length) = match digits {
        4 => (rest.get(2..4)?.parse().ok()?, 5),
        2 => match rest.get(2..)?.strip_prefix(':').and_then(minutes) {
            Some((minutes, length)) => (i32::try_from(minutes).ok()?, length + 4),
            None => (0, 3),
        },
        _ => return None,
    };
    let seconds = (hours * 60 + minutes) * 60;
    let seconds = if text.starts_with('-') { -seconds } else { seconds };
    Some((Offset::from_seconds(seconds).ok()?, length))
}

/// The length of a name of a zone in brackets: `[Asia/Kuala_Lumpur]`, `(Malaysia Time)`.
fn bracket(text: &str) -> Option<usize> {
    let (open, close) = [('[', ']'), ('(', ')')].into_iter().find(|(o, _)| text.starts_with(*o))?;
    let end = text.find(close)?;
    let inside = text.get(open.len_utf8()..end)?;
    let is_name = |c: char| c.is_ascii_alphabetic() || " /_+-:".contains(c) || c.is_ascii_digit();
    // A day of the week in brackets belongs to the date.
    let is_day = meanings(inside).any(|one| matches!(one, DateWord::Weekday(_)));
    (inside.chars().all(is_name) && !is_day).then_some(end + close.len_utf8())
}
