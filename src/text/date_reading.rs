//! From the words and numbers of a date to its parts.
//!
//! Owns: which number is the day, the month and the year. Must not know: which
//! day it is today.

use super::{
    date_figures::{chinese_number, full_year},
    date_words::{DateWord, leading, meanings},
};

/// What was written, before it is a day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// A distance: how many, and of what.
    Distance(i64, char),
    /// The same where nothing says whether it lies ahead.
    Length(i64, char),
    /// A day of the week, Monday being 1; how many weeks from this one, if that was written.
    Weekday(i8, Option<i8>),
    /// A day of a month that was not written.
    DayOfMonth(i8),
    /// A day. Its day of the week counts Monday as 1.
    Day { year: Option<i16>, month: i8, day: i8, weekday: Option<i8> },
}

/// One piece of what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece<'a> {
    /// A number, with how many digits it was written.
    Number(i64, usize),
    Word(&'a str),
    /// One sign between two pieces.
    Sign(char),
}

/// What was written, in lower case and ASCII digits. Nothing when it has no
/// shape of a date.
pub(super) fn read(text: &str) -> Option<Reading> {
    let pieces = pieces(text)?;
    let plain = || plain_distance(&pieces).or_else(|| weekday(&pieces));
    distance(&pieces).or_else(plain).or_else(|| day(&pieces))
}

/// The two numbers of a day and a month that are written with nothing else, in their order.
pub(super) fn read_in_figures(text: &str) -> Option<(i8, i8)> {
    let parts = Parts::of(&pieces(text)?)?;
    let small = |number: i64| i8::try_from(number).ok();
    match parts.open.as_slice() {
        [(first, 1 | 2), (second, 1 | 2)] | [(first, 1 | 2), (second, 1 | 2), _]
            if parts.month.is_none() && parts.day.is_none() =>
        {
            Some((small(*first)?, small(*second)?))
        }
        _ => None,
    }
}

/// Cuts the text into numbers, words and signs.
fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    cut(text).map(|(pieces, _)| pieces)
}

/// The same, with the place where each piece begins.
fn cut(text: &str) -> Option<(Vec<Piece<'_>>, Vec<usize>)> {
    let (mut pieces, mut places) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < text.len() {
        let (piece, length) = first_piece(text.get(at..)?)?;
        pieces.push(piece);
        places.push(at);
        at += length;
    }
    Some((pieces, places))
}

/// Every distance that the text ends in with something before it, and where it begins,
/// the longest first. The text is cut once for all of them.
pub(super) fn distances_at_end(text: &str) -> Vec<(usize, Reading)> {
    let Some((pieces, places)) = cut(text) else { return Vec::new() };
    let ends = places.iter().enumerate().skip(1);
    let read = ends.filter_map(|(index, at)| {
        let end = without_blanks(pieces.get(index..)?);
        Some((*at, distance(end).or_else(|| plain_distance(end))?))
    });
    read.collect()
}

/// Without the blanks at both ends.
fn without_blanks<'a, 'b>(mut pieces: &'a [Piece<'b>]) -> &'a [Piece<'b>] {
    while let [Piece::Sign(' '), rest @ ..] | [rest @ .., Piece::Sign(' ')] = pieces {
        pieces = rest;
    }
    pieces
}

/// The piece that a text begins with, and its length.
fn first_piece(text: &str) -> Option<(Piece<'_>, usize)> {
    let first = text.chars().next()?;
    let end = |is: fn(char) -> bool| text.find(|c| !is(c)).unwrap_or(text.len());
    Some(if first.is_ascii_digit() {
        let end = end(|c| c.is_ascii_digit());
        let digits = text.get(..end)?;
        (Piece::Number(digits.parse().ok()?, end), end)
    } else if let Some(word) = leading(text) {
        (Piece::Word(word), word.len())
    } else if let Some((number, length)) = chinese_number(text) {
        (Piece::Number(number, length / '一'.len_utf8()), length)
    } else if first.is_alphabetic() {
        let end = end(|c| c.is_alphabetic() && c.is_ascii());
        if end == 0 {
            return None;
        }
        (Piece::Word(text.get(..end)?), end)
    } else {
        (Piece::Sign(first), first.len_utf8())
    })
}

/// `+3d`, `-2 weeks`, `+5`.
fn distance(pieces: &[Piece<'_>]) -> Option<Reading> {
    let [Piece::Sign(sign @ ('+' | '-')), rest @ ..] = pieces else { return None };
    let rest: Vec<&Piece<'_>> = rest.iter().filter(|piece| **piece != Piece::Sign(' ')).collect();
    let (count, unit) = match rest.as_slice() {
        [Piece::Number(count, _)] => (*count, 'd'),
        [Piece::Number(count, _), Piece::Word(word)] => (*count, unit(word)?),
        // `+5 working days`, `+5 hari bekerja`
        [Piece::Number(count, _), Piece::Word(one), Piece::Word(other)] => {
            let days = (is_working(one) && unit(other)? == 'd')
                || (is_working(other) && unit(one)? == 'd');
            (*count, days.then_some('b')?)
        }
        _ => return None,
    };
    Some(Reading::Distance(if *sign == '-' { -count } else { count }, unit))
}

/// `in 3 days`, `2 weeks ago`, `3天后`.
fn plain_distance(pieces: &[Piece<'_>]) -> Option<Reading> {
    let (mut count, mut of, mut sign, mut week) = (None, None, None, None);
    let mut working = false;
    let is_ordinal = |word: &str| meanings(word).any(|one| one == DateWord::Ordinal);
    for piece in pieces {
        match piece {
            Piece::Sign(' ') => {}
            Piece::Number(number, _) if count.is_none() => count = Some(*number),
            Piece::Word(word) if is_ordinal(word) => return None,
            Piece::Word(word) => {
                let known = meanings(word).find_map(|meaning| match meaning {
                    DateWord::Working => {
                        working = true;
                        Some(0)
                    }
                    DateWord::Later => Some(1),
                    DateWord::Earlier => Some(-1),
                    DateWord::Noise => Some(0),
                    DateWord::Count(number) if count.is_none() => {
                        count = Some(number);
                        Some(0)
                    }
                    DateWord::Span(number, unit) if count.is_none() && of.is_none() => {
                        (count, of) = (Some(number), Some(unit));
                        Some(0)
                    }
                    // `next week`, `2 hari lepas`, 下下周.
                    DateWord::Week(way) if way != 0 && week.is_none() => {
                        week = Some(i64::from(way));
                        Some(i64::from(way))
                    }
                    _ => None,
                });
                match known {
                    Some(0) => {}
                    Some(way) => sign = Some(way),
                    None if of.is_none() => of = Some(unit(word)?),
                    None => return None,
                }
            }
            _ => return None,
        }
    }
    let of = match (working, of?) {
        (true, 'd') => 'b',
        (true, _) => return None,
        (false, of) => of,
    };
    // Next day is no day, and next year no day of it; `minggu lalu` is one week ago.
    let one = week.is_some() || sign == Some(-1);
    // The ninth of next month is not nine months away.
    let apart = week.is_some_and(|week| week.abs() > 1 || week == 1 && of == 'm');
    let count = match count {
        Some(_) if apart => return None,
        Some(count) => count,
        None => Some(1).filter(|_| one && matches!(of, 'w' | 'm' | 'b'))?,
    };
    match (sign, of) {
        (Some(sign), unit) => Some(Reading::Distance(count.checked_mul(sign)?, unit)),
        (None, unit) => Some(Reading::Length(count, unit)).filter(|_| !is_date_sign(pieces)),
    }
}

/// Whether a word also says that the number before it is a part of a date: the 9th and
/// nine days are written the same then.
fn is_date_sign(pieces: &[Piece<'_>]) -> bool {
    use DateWord::{DaySign, MonthSign, YearSign};
    let signs =
        |word: &str| meanings(word).any(|one| matches!(one, DaySign | MonthSign | YearSign));
    pieces.iter().any(|piece| matches!(piece, Piece::Word(word) if signs(word)))
}

/// A week is spoken of, and it is not said yet which.
const UNTOLD: i8 = i8::MAX;

/// `monday`, `next Friday`, `下周一`, `isnin lalu`.
fn weekday(pieces: &[Piece<'_>]) -> Option<Reading> {
    let (mut day, mut week) = (None, None);
    for piece in pieces {
        let Piece::Word(word) = piece else {
            if *piece == Piece::Sign(' ') {
                continue;
            }
            return None;
        };
        let known = meanings(word).find_map(|meaning| match meaning {
            DateWord::Weekday(one) if day.is_none() => Some((Some(one), week)),
            DateWord::Week(one) if week.is_none_or(|week| week == UNTOLD) => Some((day, Some(one))),
            DateWord::Noise | DateWord::BeforeWeekday => Some((day, week)),
            // `Monday next week`
            DateWord::Unit('w') => Some((day, week.or(Some(UNTOLD)))),
            _ => None,
        });
        (day, week) = known?;
    }
    // Which week it is has to be said where a week is spoken of.
    Some(Reading::Weekday(day?, week)).filter(|_| week != Some(UNTOLD))
}

fn is_working(word: &str) -> bool {
    meanings(word).any(|one| one == DateWord::Working)
}

fn unit(word: &str) -> Option<char> {
    meanings(word).find_map(|meaning| match meaning {
        DateWord::Unit(unit) => Some(unit),
        _ => None,
    })
}

/// The parts of a day, as they are found.
#[derive(Default)]
struct Parts {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    weekday: Option<i8>,
    /// The last number is a day: `9th`.
    ordinal: bool,
    /// Numbers that no word says the meaning of, each with its digits.
    open: Vec<(i64, usize)>,
    /// The signs between two of them.
    between: Vec<char>,
}

fn day(pieces: &[Piece<'_>]) -> Option<Reading> {
    let parts = Parts::of(pieces)?;
    let wide = |number: i64, digits: usize| digits == 4 && number > 0;
    let open = parts.open.as_slice();
    let alone = match open {
        [] => parts.day,
        [(day, 1 | 2)] if parts.ordinal && parts.day.is_none() => Some(*day),
        _ => None,
    };
    if let (Some(day), None, None, None) = (alone, parts.month, parts.year, parts.weekday) {
        return Some(Reading::DayOfMonth(i8::try_from(day).ok()?));
    }
    let (year, month, day) = match (parts.month, open) {
        // Every part has its sign, or all but the day.
        (Some(month), []) => (parts.year, month, parts.day?),
        (Some(month), [(day, 1 | 2)]) if parts.day.is_none() => (parts.year, month, *day),
        // The month is a word: the year is the long number or the last.
        (Some(month), [(year, digits), (day, 1 | 2)])
            if parts.year.is_none() && wide(*year, *digits) =>
        {
            (Some(*year), month, *day)
        }
        (Some(month), [(day, 1 | 2), (year, digits)]) if parts.year.is_none() => {
            (Some(full_year(*year, *digits)?), month, *day)
        }
        (None, [(all, 8)]) => (Some(all / 10_000), all / 100 % 100, all % 100),
        (None, [(year, 4), (month, 1 | 2), (day, 1 | 2)]) if parts.is_even() => {
            (Some(*year), *month, *day)
        }
        (None, [(day, 1 | 2), (month, 1 | 2), (year, digits)]) if parts.is_even() => {
            (Some(full_year(*year, *digits)?), *month, *day)
        }
        (None, [(day, 1 | 2), (month, 1 | 2)]) if parts.is_even() && parts.between != [' '] => {
            (None, *month, *day)
        }
        _ => return None,
    };
    let year = year.map(i16::try_from).transpose().ok()?;
    // A number past every month is no day either: the shape is that of a date.
    let small = |number: i64| i8::try_from(number).unwrap_or(i8::MAX);
    Some(Reading::Day { year, month: small(month), day: small(day), weekday: parts.weekday })
}

impl Parts {
    fn of(pieces: &[Piece<'_>]) -> Option<Self> {
        let mut parts = Self::default();
        // What stands between the last number and here.
        let mut since = String::new();
        for piece in pieces {
            match piece {
                Piece::Number(number, digits) => {
                    if !parts.open.is_empty() {
                        let signs = since.trim();
                        let one = if since.contains(char::is_alphabetic) {
                            Some(' ')
                        } else {
                            signs.chars().next().or(since.chars().next())
                        };
                        if signs.chars().count() > 1 && !signs.contains(char::is_alphabetic) {
                            return None;
                        }
                        parts.between.extend(one);
                    }
                    parts.open.push((*number, *digits));
                    since.clear();
                }
                Piece::Sign(sign @ (' ' | '-' | '/' | '.' | ',' | '(' | ')' | '\'')) => {
                    since.push(*sign);
                }
                Piece::Sign(_) => return None,
                Piece::Word(word) => {
                    parts.word(word, since.is_empty())?;
                    since.push('a');
                }
            }
        }
        // A sign at the ends belongs to nothing, but for the dot of `Nov.`
        let ends = [pieces.first(), pieces.last()];
        let loose = |piece: &Piece| match piece {
            Piece::Sign(sign) => !matches!(sign, '.' | '(' | ')' | ','),
            _ => false,
        };
        (!ends.into_iter().flatten().any(loose)).then_some(parts)
    }

    /// Takes a word; `close` when it stands right behind a number.
    fn word(&mut self, word: &str, close: bool) -> Option<()> {
        if close && ["st", "nd", "rd", "th"].contains(&word) && !self.open.is_empty() {
            self.ordinal = true;
            return Some(());
        }
        let mut signed = false;
        for meaning in meanings(word) {
            match meaning {
                DateWord::Month(month) if self.month.is_none() => {
                    self.month = Some(month.into());
                    return Some(());
                }
                DateWord::Weekday(day) if self.weekday.is_none() => {
                    self.weekday = Some(day);
                    return Some(());
                }
                DateWord::Ordinal => {
                    self.ordinal = true;
                    return Some(());
                }
                DateWord::Noise | DateWord::BeforeMonth => return Some(()),
                DateWord::BeforeWeekday if self.open.is_empty() => return Some(()),
                DateWord::YearSign if self.year.is_none() => {
                    let (year, digits) = self.open.pop()?;
                    self.year = Some(full_year(year, digits)?);
                    signed = true;
                }
                DateWord::MonthSign if self.month.is_none() => {
                    self.month = Some(self.open.pop()?.0);
                    signed = true;
                }
                DateWord::DaySign if self.day.is_none() => {
                    self.day = Some(self.open.pop()?.0);
                    signed = true;
                }
                _ => {}
            }
        }
        signed.then_some(())
    }

    /// The same sign stands between all numbers.
    fn is_even(&self) -> bool {
        self.between.windows(2).all(|two| two.first() == two.last())
            && self.between.len() + 1 == self.open.len()
    }
}
