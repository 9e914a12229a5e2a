//! Chats of `WhatsApp` as text: a message begins with a date, a name and a colon,
//! and goes on over lines.
//!
//! ```text
//! 05/11/2025, 08:00 - Name: a text on Android
//! [05/11/2025, 08:00:01] Name: a text on an iPhone
//! ```

use std::io::{self, Read};

use crate::discover::{
    bytes::{Bytes, LONGEST},
    day_order::DayOrder,
    fold::fold,
    head::Head,
    message::RawMessage,
    sink::Sink,
};

/// The longest date in front of a message, in bytes.
const LONGEST_DATE: usize = 48;

/// Who writes in logs of programs.
const LEVELS: [&str; 8] = ["TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "FATAL"];

/// The longest name, in bytes.
const LONGEST_NAME: usize = 120;

/// The date that a line begins with, and the rest behind it.
fn heading(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches(|c: char| is_mark(c) || c == ' ');
    let (date, rest) = match line.strip_prefix('[') {
        Some(rest) => rest.split_once("] ")?,
        None => line.split_once(" - ")?,
    };
    // Digits of other scripts take more bytes.
    let fits = date.len() <= 2 * LONGEST_DATE;
    (fits && is_date(&fold(date))).then_some((date, rest))
}

/// Marks of direction, which iPhones write in front of lines.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}')
}

/// Whether a text is a date and a time: five or six numbers, no long words. Logs
/// of programs write the year first, with hyphens and no comma behind the day, and
/// seconds.
fn is_date(text: &str) -> bool {
    if text.len() > LONGEST_DATE || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let numbers: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let words = text.split(|c: char| !c.is_ascii_alphabetic()).map(str::len).max();
    let is_log = numbers.first().is_some_and(|year| year.len() == 4)
        && text.as_bytes().get(4) == Some(&b'-')
        && text.as_bytes().get(10) != Some(&b',')
        && numbers.len() == 6;
    matches!(numbers.len(), 5 | 6)
        && numbers.iter().all(|run| matches!(run.len(), 1 | 2 | 4))
        && words.unwrap_or_default() <= 3
        && !is_log
}

/// The name of whoever wrote, and the text. A line of the program has no name.
fn named(rest: &str) -> Option<(&str, &str)> {
    let (name, text) =
        rest.split_once(": ").or_else(|| rest.strip_suffix(':').map(|name| (name, "")))?;
    let name =
        name.trim_matches(|c: char| is_mark(c) || matches!(c, ' ' | '~' | '\u{A0}' | '\u{202F}'));
    (!name.is_empty() && name.len() <= LONGEST_NAME).then_some((name, text))
}

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    let first = head.text.lines().next().and_then(heading);
    let mut lines = head.text.lines().take(50).filter_map(heading);
    let wrote = |rest| named(rest).is_some_and(|(name, _)| !LEVELS.contains(&name));
    first.is_some() && lines.any(|(_, rest)| wrote(rest))
}

pub(super) fn read(reader: &mut dyn Read, head: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let order = DayOrder::of_chat(&dates(&head.text));
    let mut bytes = Bytes::new(reader);
    let (mut raw, mut message) = (Vec::new(), RawMessage::default());
    let mut began = false;
    loop {
        let at = bytes.offset();
        let more = bytes.line(LONGEST, &mut raw)?.is_some();
        let line = String::from_utf8_lossy(&raw);
        let heading = heading(&line);
        if !more || heading.is_some() {
            end(&mut message, order, sink);
        }
        if !more {
            return Ok(());
        }
        match heading {
            Some((date, rest)) => {
                began = true;
                if let Some((name, text)) = named(rest) {
                    message.date = fold(date);
                    name.clone_into(&mut message.sender);
                    text.trim_start_matches(is_mark).clone_into(&mut message.body);
                }
            }
            None if !message.sender.is_empty() && message.body.len() + line.len() < LONGEST => {
                message.body.push('\n');
                message.body.push_str(&line);
            }
            None if !began && !line.trim().is_empty() => sink.malformed(at),
            None => {}
        }
    }
}

/// The dates in front of messages, which show their order.
fn dates(text: &str) -> String {
    let mut dates = String::new();
    for (date, _) in text.lines().filter_map(heading) {
        dates.push_str(&fold(date));
        dates.push('\n');
    }
    dates
}

/// Hands the message on, if there is one, and begins the next one.
fn end(message: &mut RawMessage, order: DayOrder, sink: &mut Sink<'_>) {
    if !message.sender.is_empty() {
        message.chat(false, order, |whole| sink.message(whole));
    }
    message.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_text() {
        for (line, name) in [
            ("05/11/2025, 08:00 - Shop: hello", "Shop"),
            ("5/11/25, 8:00 am - +60 12-345 6789: hello", "+60 12-345 6789"),
            ("05.11.25, 08:00 - Shop: hello", "Shop"),
            ("05/11/25 08.00 - Shop: hello", "Shop"),
            ("2025/11/5 上午8:00 - 商店: 你好", "商店"),
            ("2025-11-05, 8:00 a.m. - Shop: hello", "Shop"),
            ("2025-11-05 08:00 - Shop: hello", "Shop"),
            ("5.11.2025 klo 8.00 - Shop: hello", "Shop"),
            ("5/11/2568 08:00 - Shop: hello", "Shop"),
            ("\u{200F}٥\u{200F}/١١\u{200F}/٢٠٢٥، ٨:٠٠ م - Shop: hello", "Shop"),
            ("2025. 11. 5. 오전 8:00 - 상점: 안녕", "상점"),
            ("[05/11/2025, 08:00:01] Shop: hello", "Shop"),
            ("\u{200E}[5/11/25, 8:00:01\u{202F}AM] ~ Shop: \u{200E}image omitted", "Shop"),
        ] {
            let (_, rest) = heading(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(named(rest).map(|(name, _)| name), Some(name), "{line}");
        }
        for line in [
            "",
            "hello - there: you",
            "12 - 13: 14",
            "1.2.3 - 4: 5",
            "2025-11-05 08:00:01,123 - INFO: started",
            "[1, 2] x: y",
        ] {
            assert!(heading(line).is_none(), "{line}");
        }
        let told = heading("05/11/2025, 08:00 - Messages are end-to-end encrypted");
        assert!(told.is_some_and(|(_, rest)| named(rest).is_none()));
    }
}
