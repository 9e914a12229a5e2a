//! The time of day that stands beside a date: a moment that is pasted is the day that is
//! written in it, in the zone that is written in it.
//!
//! Owns: what belongs to a time. The words are in `date_words`. Must not know: what the
//! rest means.

use super::date_words::{DateWord, beginning, meanings};

/// Letters of the longest word that stands beside a time.
const LONGEST: usize = 16;

/// A date in lower case without the time of day beside it; nothing where there is no time,
/// or nothing but a time.
pub(super) fn without_time(text: &str) -> Option<String> {
    let starts = text.char_indices().filter(|(at, c)| c.is_ascii_digit() && may_begin(text, *at));
    for (at, _) in starts {
        let (before, rest) = text.split_at_checked(at)?;
        let Some(length) = clock(before, rest) else { continue };
        let before = without_lead(before);
        let after = without_trail(rest.get(length..)?);
        let left = format!("{} {}", before.trim_end(), after.trim_start());
        let left = left.trim_matches([' ', ',']);
        return (!left.is_empty()).then(|| left.to_owned());
    }
    None
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

/// The length of the time that a text begins with: `10:00`, `10:00:30.5`, `10.30 pm`,
/// `10 pagi`, `10点30分`, or `100000` behind a `T`.
fn clock(before: &str, text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if is_joined(before) && matches!(digits, 4 | 6) {
        return Some(digits);
    }
    let (_, hour) = number(text, 2).filter(|(hour, _)| *hour <= 24)?;
    let rest = text.get(hour..)?;
    if let Some(rest) = rest.strip_prefix(':') {
        let minutes = minutes(rest)?;
        let more = match rest.get(minutes..)?.strip_prefix(':') {
            Some(rest) => 1 + seconds(rest)?,
            None => 0,
        };
        return Some(hour + 1 + minutes + more);
    }
    if let Some(length) = sign(rest, DateWord::HourSign) {
        let mut all = hour + length;
        for part in [DateWord::MinuteSign, DateWord::SecondSign] {
            let Some((_, digits)) = number(text.get(all..)?, 2) else { break };
            all += digits;
            all += sign(text.get(all..)?, part).unwrap_or_default();
        }
        return Some(all);
    }
    let minutes = rest.strip_prefix('.').and_then(minutes).map_or(0, |length| length + 1);
    let length = hour + minutes;
    let behind = text.get(length..)?.trim_start();
    let half = word(behind).is_some_and(|(word, _)| is(word, DateWord::HalfDay));
    half.then_some(length)
}

/// The length of two digits that are minutes.
fn minutes(text: &str) -> Option<usize> {
    let (minutes, length) = number(text, 2)?;
    (minutes < 60 && length == 2).then_some(length)
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
        let is_one = matches!(meaning, DateWord::HalfDay | DateWord::TimeWord | DateWord::Zone);
        let next = text.get(known.len()..).and_then(|rest| rest.chars().next());
        let cut = known.ends_with(|c: char| c.is_ascii_alphabetic())
            && next.is_some_and(|c| c.is_ascii_alphabetic());
        (is_one && !cut).then_some(known.len())
    };
    let length = beginning(text).filter_map(whole).max()?;
    Some((text.get(..length)?, length))
}

/// What stands before a time, without the words that belong to it: `at`, `pukul`, 上午.
fn without_lead(text: &str) -> &str {
    let text = if is_joined(text) { text.get(..text.len() - 1).unwrap_or(text) } else { text };
    let mut text = text.trim_end_matches([' ', ',', '@']);
    loop {
        let starts = text.char_indices().rev().take(LONGEST).map(|(at, _)| at);
        let found = starts.filter(|at| {
            let behind = text.get(..*at).and_then(|before| before.chars().next_back());
            let whole = |(word, length): (&str, usize)| {
                let cut = word.starts_with(|c: char| c.is_ascii_alphabetic())
                    && behind.is_some_and(|c| c.is_ascii_alphanumeric());
                length + at == text.len() && !cut && !is(word, DateWord::Zone)
            };
            text.get(*at..).and_then(word).is_some_and(whole)
        });
        let Some(at) = found.last() else { return text };
        text = text.get(..at).unwrap_or_default().trim_end_matches([' ', ',', '@']);
    }
}

/// What stands behind a time, without the words and the zone that belong to it.
fn without_trail(text: &str) -> &str {
    let mut text = text;
    loop {
        let rest = text.trim_start_matches([' ', ',']);
        let length = word(rest).map(|(_, length)| length);
        let length = length.or_else(|| offset(rest)).or_else(|| bracket(rest));
        let Some(next) = length.and_then(|length| rest.get(length..)) else { return text };
        text = next;
    }
}

/// The length of `+08:00`, `-0500` or `+08`.
fn offset(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(['+', '-'])?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        4 => Some(5),
        2 => {
            let minutes = rest.get(2..)?.strip_prefix(':').and_then(minutes);
            Some(3 + minutes.map_or(0, |length| length + 1))
        }
        _ => None,
    }
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
