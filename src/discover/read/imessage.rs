//! Text files of imessage-exporter: blocks of a date, a sender and a text.
//!
//! ```text
//! May 17, 2022  5:29:42 PM (Read by you after 1 minute)
//! +60123456789
//! Your code is 123456
//!
//! ```

use std::io::{self, Read};

use jiff::{Timestamp, fmt::strtime::BrokenDownTime, tz::TimeZone};

use crate::discover::{
    bytes::{Bytes, LONGEST},
    head::Head,
    message::Message,
    sink::Sink,
};

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    heading(head.text.lines().next().unwrap_or_default()).is_some()
}

/// The moment that a line begins with, when it is the first of a block.
fn heading(line: &str) -> Option<Timestamp> {
    let (parsed, _) = BrokenDownTime::parse_prefix("%b %d, %Y %I:%M:%S %p", line).ok()?;
    let zoned = parsed.to_datetime().ok()?.to_zoned(TimeZone::UTC);
    zoned.ok().map(|zoned| zoned.timestamp())
}

pub(super) fn read(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut bytes = Bytes::new(reader);
    let mut raw = Vec::new();
    let (mut at, mut sender, mut body) = (None, None::<String>, String::new());
    let mut began = 0;
    let end_block = |sink: &mut Sink<'_>,
                     began,
                     at: Option<Timestamp>,
                     sender: Option<&str>,
                     body: &mut String| {
        match sender {
            Some(sender) if !sender.is_empty() => {
                let (sent, body) = (sender == "Me", body.trim());
                sink.message(&Message { sender, body, at, sent, ..Message::default() });
            }
            _ if at.is_some() => sink.malformed(began),
            _ => {}
        }
        body.clear();
    };
    let mut offset = 0;
    let mut ended = true;
    while bytes.line(LONGEST, &mut raw)?.is_some() {
        ended = bytes.ended_line();
        let line = String::from_utf8_lossy(&raw);
        if let Some(moment) = heading(&line) {
            end_block(sink, began, at, sender.as_deref(), &mut body);
            (at, sender, began) = (Some(moment), None, offset);
        } else if at.is_some() && sender.is_none() {
            sender = Some(line.trim().to_owned());
        } else if body.len() + line.len() < LONGEST {
            body.push_str(&line);
            body.push('\n');
        }
        offset = bytes.offset();
    }
    // A block that the file ends in has no sender, or no text below it.
    if at.is_some() && (sender.is_none() || body.is_empty()) {
        sink.cut(began);
    } else {
        if !ended {
            sink.unended(began);
        }
        end_block(sink, began, at, sender.as_deref(), &mut body);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_text() {
        let shown = |line| heading(line).map(|at| at.to_string());
        assert_eq!(shown("May 17, 2022  5:29:42 PM").as_deref(), Some("2022-05-17T17:29:42Z"));
        assert_eq!(
            shown("Dec 01, 2023 12:00:01 AM (Read by you)").as_deref(),
            Some("2023-12-01T00:00:01Z")
        );
        for text in [
            "",
            "May I come",
            "May 99, 2022  5:29:42 PM",
            "May 17, 2022  25:29:42 PM",
            "Mei 17, 2022 5:29:42 PM",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}
