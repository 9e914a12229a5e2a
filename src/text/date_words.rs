//! The words of dates in every language, as data.
//!
//! Owns: what each word means. Must not know: how words make a date.

use std::{borrow::Cow, cmp::Ordering, sync::LazyLock};

use jiff::{ToSpan as _, civil::Date};

/// The words, one meaning a line.
const WORDS: &str = include_str!("../../assets/date-words.txt");

/// What a word in a date means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateWord {
    /// The month with this number.
    Month(i8),
    /// The day of the week, Monday being 1.
    Weekday(i8),
    /// So many days from today.
    Day(i32),
    /// The unit of a distance: `d`, `w`, `f` for two weeks, `m` or `y`; `b` for working days,
    /// `h` for hours, `x` for what is an hour to one and a day to another.
    Unit(char),
    /// The days beside it are working days.
    Working,
    /// It is in this week, or in so many from it.
    Week(i8),
    /// The distance lies ahead.
    Later,
    /// The distance lies back.
    Earlier,
    /// A day of the week follows that it says nothing of: `hari Jumaat`.
    BeforeWeekday,
    /// The same before a month: `bulan November`.
    BeforeMonth,
    /// The number before it is a year.
    YearSign,
    /// The number before it is a month.
    MonthSign,
    /// The number before it is a day.
    DaySign,
    /// The number before it is a day, and the month may be one too.
    Ordinal,
    /// A number of days, weeks or months.
    Count(i64),
    /// So many of a unit.
    Span(i64, char),
    /// It says nothing.
    Noise,
    /// The number before it is an hour.
    HourSign,
    /// The number before it is a minute.
    MinuteSign,
    /// The number before it is a second.
    SecondSign,
    /// Which half of the day a time is in, the second or the first: a number beside it is
    /// an hour.
    HalfDay(bool),
    /// A part of the day beside a date.
    Part,
    /// It stands beside a time and says no more.
    TimeWord,
    /// The zone of a time: so many hours before UTC, where its name means one zone only.
    Zone(Option<i8>),
}

/// The words as they are looked up: read once, when the first date is.
static LIST: LazyLock<WordList> = LazyLock::new(WordList::read);

/// The words in an order in which one is found without looking at each.
#[derive(Default)]
struct WordList {
    /// Every word with its meaning, by the word. One that has several stands here for each,
    /// in the order of the lines.
    meanings: Vec<(&'static str, DateWord)>,
    /// Every line by its name, the blanks of its words as blanks.
    lines: Vec<(&'static str, Vec<String>)>,
    /// The numerals for 0 to 10.
    numerals: Vec<char>,
    /// What else is written for a numeral, and that numeral.
    other_numerals: Vec<(char, char)>,
}

impl WordList {
    fn read() -> Self {
        let mut list = Self::default();
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, words)) = line.split_once(' ') else { continue };
            let (words, meaning) = (words.split_whitespace(), meaning(name));
            list.meanings.extend(words.clone().filter_map(|word| Some((word, meaning?))));
            match name {
                "numerals" => list.numerals.extend(words.clone().flat_map(str::chars)),
                "numeral" => list.other_numerals.extend(words.clone().filter_map(|pair| {
                    let mut signs = pair.chars();
                    Some((signs.next()?, signs.next()?))
                })),
                _ => {}
            }
            list.lines.push((name, words.map(|word| word.replace('_', " ")).collect()));
        }
        list.meanings.sort_by_key(|(word, _)| *word);
        list.lines.sort_by_key(|(name, _)| *name);
        list
    }

    /// The words that begin with this letter or sign, with their meanings.
    fn with_first(&self, first: Option<char>) -> &[(&'static str, DateWord)] {
        equal(&self.meanings, |(word, _)| word.chars().next().cmp(&first))
    }
}

/// The part of a sorted list that compares as equal.
fn equal<T>(sorted: &[T], compare: impl Fn(&T) -> Ordering) -> &[T] {
    let from = sorted.partition_point(|one| compare(one) == Ordering::Less);
    let rest = sorted.get(from..).unwrap_or_default();
    let to = rest.partition_point(|one| compare(one) == Ordering::Equal);
    rest.get(..to).unwrap_or_default()
}

fn meaning(name: &str) -> Option<DateWord> {
    let number = |prefix: &str| name.strip_prefix(prefix)?.parse::<i8>().ok();
    Some(match name {
        "later" => DateWord::Later,
        "earlier" => DateWord::Earlier,
        "year" => DateWord::YearSign,
        "month" => DateWord::MonthSign,
        "date" => DateWord::DaySign,
        "ordinal" => DateWord::Ordinal,
        "noise" => DateWord::Noise,
        "hour" => DateWord::HourSign,
        "minute" => DateWord::MinuteSign,
        "second" => DateWord::SecondSign,
        "working" => DateWord::Working,
        "before-weekday" => DateWord::BeforeWeekday,
        "before-month" => DateWord::BeforeMonth,
        "first-half" => DateWord::HalfDay(false),
        "second-half" => DateWord::HalfDay(true),
        "part" => DateWord::Part,
        "time" => DateWord::TimeWord,
        "zone" => DateWord::Zone(None),
        _ if name.starts_with("unit-") => DateWord::Unit(name.chars().next_back()?),
        _ if name.starts_with("span-") => {
            let (count, unit) = name.strip_prefix("span-")?.split_once('-')?;
            DateWord::Span(count.parse().ok()?, unit.chars().next()?)
        }
        _ => number("week-")
            .map(DateWord::Week)
            .or_else(|| number("zone").map(|hours| DateWord::Zone(Some(hours))))
            .or_else(|| number("day-").map(|days| DateWord::Day(days.into())))
            .or_else(|| number("count-").map(|count| DateWord::Count(count.into())))
            .or_else(|| number("month-").map(DateWord::Month))
            .or_else(|| number("weekday-").map(DateWord::Weekday))?,
    })
}

/// The number from 0 to 10 that a Chinese numeral stands for.
pub(super) fn numeral(sign: char) -> Option<usize> {
    let same = LIST.other_numerals.iter().find(|(other, _)| *other == sign);
    let sign = same.map_or(sign, |(_, usual)| *usual);
    LIST.numerals.iter().position(|numeral| *numeral == sign)
}

/// The meanings of a word, in lower case.
pub(super) fn meanings(word: &str) -> impl Iterator<Item = DateWord> + use<> {
    let signs = |word: &str| word.replace(' ', "_");
    let known = |word: &str| equal(&LIST.meanings, |(known, _)| (*known).cmp(word));
    let found = if word.contains(' ') { known(&signs(word)) } else { known(word) };
    found.iter().map(|(_, meaning)| *meaning)
}

/// The day that whole words mean, such as `today`, in days from today.
pub(super) fn named_day(text: &str) -> Option<i32> {
    meanings(text).find_map(|meaning| match meaning {
        DateWord::Day(days) => Some(days),
        _ => None,
    })
}

/// The text with the number of a year in the place of `next year`.
pub(super) fn with_year(text: &str, today: Date) -> String {
    let mut text = text.to_owned();
    for (line, away) in
        [("year-0", 0), ("year-1", 1), ("year--1", -1), ("year-2", 2), ("year--2", -2)]
    {
        for word in listed_words(line) {
            let year = i32::from(today.year()) + away;
            let sign = if word.is_ascii() { None } else { listed_words("year").next() };
            text = text.replace(word, &format!("{year}{}", sign.unwrap_or_default()));
        }
    }
    text
}

/// The text with a month and its year in the place of `next month`, which is a month and
/// no distance where it stands beside a day: `the 15th of next month`.
pub(super) fn with_month(text: &str, today: Date) -> String {
    let mut text = text.to_owned();
    // The longest first: 下下个月 ends in 下个月.
    for away in [2, -2, 1, -1, 0] {
        let first = today.first_of_month();
        let Ok(month) = first.checked_add(i64::from(away).months()) else { continue };
        for word in listed_words(&format!("in-month-{away}")) {
            let name = |line: &str| listed_words(line).next().unwrap_or_default();
            let number = month.month();
            let said = if word.is_ascii() {
                format!("{} {}", name(&format!("month-{number}")), month.year())
            } else {
                format!("{}{}{number}{}", month.year(), name("year"), name("month"))
            };
            text = text.replace(word, &said);
        }
    }
    text
}

/// The text with the day and the month in the place of a day that has a name.
pub(super) fn with_named_days(text: &str) -> Cow<'_, str> {
    let lines = WORDS.lines().filter_map(|line| line.strip_prefix("fixed-")?.split_once(' '));
    let words = lines.flat_map(|(date, words)| {
        words.split_whitespace().filter_map(move |word| Some((date, place_of(word, text)?, word)))
    });
    // The longest one: one of them begins with another.
    let Some((date, at, word)) = words.max_by_key(|(.., word)| word.len()) else {
        return Cow::Borrowed(text);
    };
    let name = |line: &str| listed_words(line).next().unwrap_or_default();
    let (month, day) = date.split_once('-').unwrap_or_default();
    let said = if is_latin(word) {
        format!("{day} {}", name(&format!("month-{month}")))
    } else {
        format!("{month}{}{day}{}", name("month"), name("date"))
    };
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    Cow::Owned(format!("{before}{said}{}", rest.get(word.len()..).unwrap_or_default()))
}

fn is_latin(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii())
}

/// Where a word of the list stands in a text, not as a part of another word.
fn place_of(word: &str, text: &str) -> Option<usize> {
    let ends = |c: Option<char>| !c.is_some_and(|c| is_latin(word) && c.is_alphabetic());
    text.char_indices().map(|(at, _)| at).find(|at| {
        let (before, rest) = text.split_at_checked(*at).unwrap_or_default();
        let found = rest.get(..word.len()).is_some_and(|here| is_written(word, here));
        let behind = rest.get(word.len()..).unwrap_or_default();
        found && ends(before.chars().next_back()) && ends(behind.chars().next())
    })
}

/// What is left of a text that begins with a word of this line.
pub(super) fn without_first<'a>(
    name: &str,
    text: &'a str,
) -> impl Iterator<Item = &'a str> + use<'a> {
    let left = listed_words(name).filter_map(move |word| {
        let rest = text.strip_prefix(word)?;
        if word.is_ascii() { rest.strip_prefix([' ', '-']) } else { Some(rest) }
    });
    left.map(str::trim).filter(|rest| !rest.is_empty())
}

/// The same of a text that ends with one.
pub(super) fn without_last<'a>(
    name: &str,
    text: &'a str,
) -> impl Iterator<Item = &'a str> + use<'a> {
    let left = listed_words(name).filter_map(move |word| {
        let rest = text.strip_suffix(word)?;
        if word.is_ascii() { rest.strip_suffix([' ', '-']) } else { Some(rest) }
    });
    left.map(str::trim).filter(|rest| !rest.is_empty())
}

/// The words of a line that are read for themselves, their blanks as blanks, in the order
/// of the line.
pub(super) fn listed_words(name: &str) -> impl Iterator<Item = &'static str> + use<> {
    let lines = equal(&LIST.lines, |(known, _)| (*known).cmp(name));
    lines.iter().flat_map(|(_, words)| words).map(String::as_str)
}

/// The words that `text` begins with, with their meanings.
pub(super) fn beginning(text: &str) -> impl Iterator<Item = (&'static str, DateWord)> + '_ {
    let same = LIST.with_first(text.chars().next()).iter().copied();
    same.filter(|(known, _)| text.get(..known.len()).is_some_and(|word| is_written(known, word)))
}

/// The longest word that `text` begins with and that is not written with Latin
/// letters: such words stand side by side without blanks.
pub(super) fn leading(text: &str) -> Option<&'static str> {
    let words = LIST.with_first(text.chars().next()).iter().map(|(word, _)| *word);
    let found = words.filter(|word| !word.is_ascii() && text.starts_with(word));
    found.max_by_key(|word| word.len())
}

/// A blank inside a word of the list is written as `_`.
fn is_written(known: &str, word: &str) -> bool {
    known.len() == word.len()
        && known.chars().zip(word.chars()).all(|(a, b)| a == b || a == '_' && b == ' ')
}
