//! Plain lines on stdout and stdin, so that the guide works with a screen reader
//! and on any terminal.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use jiff::civil::Date;

use crate::cli::{
    case_context::CaseContext,
    output::{decoded, encoded},
};
use crate::text::{DateRule, Text, clean, clean_line};

/// Prints a line. A reader that went away ends the guide with the next question,
/// which then has no answer.
pub(super) fn say(line: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(&encoded(&clean(line))).and_then(|()| writeln!(out));
    let _ = out.flush();
}

/// Prints answers to choose from, with their numbers.
pub(super) fn list(labels: impl Iterator<Item = impl AsRef<str>>) {
    for (at, label) in labels.enumerate() {
        say(&format!(" {}. {}", at + 1, label.as_ref()));
    }
}

/// Reads a line, cleaned; nothing at the end of the input.
pub(super) fn read_line() -> Option<String> {
    let mut out = io::stdout().lock();
    let shown = write!(out, "> ").and_then(|()| out.flush());
    let mut line = Vec::new();
    let read = io::stdin().lock().read_until(b'\n', &mut line);
    let line = decoded(&line);
    let heard = shown.is_ok() && read.is_ok_and(|bytes| bytes > 0);
    // A terminal shows what is typed; a file does not.
    if !io::stdin().is_terminal() {
        let _ = writeln!(out);
    }
    heard.then(|| clean_line(line.trim()).trim().to_owned())
}

/// Reads words; nothing for an empty line.
pub(super) fn read_words() -> Option<String> {
    read_line().filter(|line| !line.is_empty())
}

/// Asks in one language. The questions are keys of texts.
#[derive(Clone, Copy)]
pub(super) struct Console<'a>(pub(super) &'a Text);

impl Console<'_> {
    pub(super) fn say(self, key: &str) {
        say(&self.0.get(key));
    }

    /// Asks for words; an empty line leaves the question.
    pub(super) fn ask(self, key: &str) -> Option<String> {
        self.say(key);
        read_words()
    }

    /// Asks until one of so many answers is chosen, and returns its place from 0.
    pub(super) fn choose(self, count: usize) -> Option<usize> {
        loop {
            match read_line()?.parse::<usize>() {
                Ok(number) if (1..=count).contains(&number) => return Some(number - 1),
                _ => say(&self.0.with("guide-number", &[("count", count.into())])),
            }
        }
    }

    /// Asks until each number that is typed is one of so many answers, and returns their
    /// places from 0; an empty line chooses none.
    pub(super) fn choose_several(self, count: usize) -> Option<Vec<usize>> {
        loop {
            match numbers(&read_line()?, count) {
                Some(chosen) => return Some(chosen),
                None => say(&self.0.with("guide-number", &[("count", count.into())])),
            }
        }
    }

    /// Asks until a day is typed; an empty line leaves the question.
    pub(super) fn day(self, key: &str, about: &CaseContext<'_>) -> Option<Date> {
        let rule = DateRule::at(about.today).in_language(self.0.lang()).at_place(about.days_of());
        loop {
            match rule.read(&self.ask(key)?) {
                Ok(day) => return Some(day),
                Err(fault) => say(&self.0.date_fault(&fault)),
            }
        }
    }
}

/// The numbers of a line from 1 to `count`, as places from 0; nothing if one is none.
fn numbers(line: &str, count: usize) -> Option<Vec<usize>> {
    let words = line.split(|between: char| !between.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    let place = |word: &str| match word.parse::<usize>() {
        Ok(number) if (1..=count).contains(&number) => Some(number - 1),
        _ => None,
    };
    words.map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_numbers_stand_in_one_line_however_they_are_parted() {
        for (line, chosen) in [
            ("", Some(vec![])),
            ("2", Some(vec![1])),
            ("1 3", Some(vec![0, 2])),
            ("1,3", Some(vec![0, 2])),
            ("1、3，2", Some(vec![0, 2, 1])),
            ("4", None),
            ("1 0", None),
            ("-1x", None),
            ("two", None),
        ] {
            assert_eq!(numbers(line, 3), chosen, "{line}");
        }
    }
}
