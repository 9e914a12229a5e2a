//! Text files of imessage-exporter: blocks of a date, a sender and a text.
//!
//! ```text
//! May 17, 2022  5:29:42 PM (Read by you after 1 minute)
//! +60123456789
//! Your code is 123456
//!
//! ```

use std::io::{self, Read};

use jiff::{Timestamp, civil::date, tz::TimeZone};

use super::LONGEST;
use crate::discover::{bytes::Bytes, message::Message, scan::Sink};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The moment at the beginning of a line that heads a block.
pub(in crate::discover) fn heading(line: &str) -> Option<Timestamp> {
    let mut words = line.split_whitespace();
    let month = MONTHS.iter().position(|month| Some(*month) == words.clone().next())?;
    words.next()?;
    let day: i8 = words.next()?.strip_suffix(',')?.parse().ok()?;
    let year: i16 = words.next()?.parse().ok()?;
    let mut clock = words.next()?.splitn(3, ':').map(|part| part.parse::<i8>().ok());
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    let late = match words.next()? {
        "AM" => 0,
        "PM" => 12,
        _ => return None,
    };
    let month = i8::try_from(month + 1).ok()?;
    jiff::civil::Date::new(year, month, day).ok()?;
    if !(1..=12).contains(&hour) || !(0..60).contains(&minute) || !(0..60).contains(&second) {
        return None;
    }
    let civil = date(year, month, day).at(hour % 12 + late, minute, second, 0);
    civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

pub(in crate::discover) fn read<R: Read>(reader: R, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut bytes = Bytes::new(reader);
    let mut raw = Vec::new();
    let (mut at, mut sender, mut body) = (None, None::<String>, String::new());
    let mut tell = |at: Option<Timestamp>, sender: &Option<String>, body: &mut String| {
        if let (Some(at), Some(sender)) = (at, sender) {
            let sent = sender == "Me";
            sink.message(&Message {
                sender,
                body: body.trim(),
                at: Some(at),
                sent,
                ..Message::default()
            });
        }
        body.clear();
    };
    while bytes.line(LONGEST, &mut raw)?.is_some() {
        let line = String::from_utf8_lossy(&raw);
        if let Some(moment) = heading(&line) {
            tell(at, &sender, &mut body);
            (at, sender) = (Some(moment), None);
        } else if at.is_some() && sender.is_none() {
            sender = Some(line.trim().to_owned());
        } else if body.len() + line.len() < LONGEST {
            body.push_str(&line);
            body.push('\n');
        }
    }
    tell(at, &sender, &mut body);
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
