//! The calendar file: RFC 5545.
//!
//! Each entry of the agenda is one all-day event with an alarm on the day before;
//! what ends on the line itself has alarms two weeks and one week before as well. Its
//! UID is made from the case and the entry, so that importing the file again updates
//! the event instead of adding another; it is a digest, because a case can be
//! called by its number. Its SEQUENCE grows with time, because tables and history
//! can both move a date.

use jiff::{Timestamp, civil::Date};
use sha2::{Digest as _, Sha256};

use super::Event;
use crate::{
    domain::hex,
    text::{clean, mask_digits},
};

/// Longest content line in octets, without its line break (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// Nine in the morning of the day before; some calendars drop alarms that come
/// after the start.
const DAY_BEFORE: &str = "-PT15H";

/// Nine in the morning, 14, 7 and 2 days before: what ends then cannot be
/// brought back.
const LONG_BEFORE: &[&str] = &["-P13DT15H", "-P6DT15H", "-P1DT15H"];

/// 2020-01-01T00:00:00Z: counted from here, minutes fit the 31 bits of a
/// SEQUENCE for four thousand years.
const BEGINNING: i64 = 1_577_836_800;

/// The calendar file of some events, made at `now`. No number stands in
/// what calendars show and synchronise: digits in a summary are masked.
pub(crate) fn calendar_file(events: &[Event], lang: &str, now: Timestamp) -> String {
    let mut out = Writer::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line(
        "PRODID",
        &format!("-//ringoff//{}//{}", env!("CARGO_PKG_VERSION"), lang.to_uppercase()),
    );
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    for one in events {
        event(&mut out, one, now);
    }
    out.line("END", "VCALENDAR");
    out.0
}

fn event(out: &mut Writer, one: &Event, now: Timestamp) {
    let summary = mask_digits(&one.title);
    let sequence = now.as_second().saturating_sub(BEGINNING).max(0) / 60;
    let after = one.on.tomorrow().unwrap_or(one.on);
    out.line("BEGIN", "VEVENT");
    out.line("UID", &uid(one));
    out.line("DTSTAMP", &now.strftime("%Y%m%dT%H%M%SZ").to_string());
    out.line("SEQUENCE", &sequence.to_string());
    out.line("DTSTART;VALUE=DATE", &day(one.on));
    // The end is not part of the event: without it, or with the same day,
    // several calendars show nothing or two days.
    out.line("DTEND;VALUE=DATE", &day(after));
    out.line("SUMMARY", &escape(&summary));
    out.line("DESCRIPTION", &escape(&one.note));
    out.line("CATEGORIES", "ringoff");
    out.line("X-RINGOFF-FROM", &escape(&one.from.to_string()));
    out.line("CLASS", "PRIVATE");
    out.line("TRANSP", "TRANSPARENT");
    out.line("STATUS", if one.over { "CANCELLED" } else { "CONFIRMED" });
    if !one.over {
        let early: &[&str] = if one.kind.is_of_the_line() { LONG_BEFORE } else { &[] };
        for trigger in early.iter().chain(&[DAY_BEFORE]) {
            out.line("BEGIN", "VALARM");
            out.line("ACTION", "DISPLAY");
            out.line("TRIGGER", trigger);
            out.line("DESCRIPTION", &escape(&summary));
            out.line("END", "VALARM");
        }
    }
    out.line("END", "VEVENT");
}

fn uid(one: &Event) -> String {
    let (case, opened) = &one.case;
    let digest = hex(&Sha256::digest(format!("{case} {opened}")));
    let short = digest.get(..16).unwrap_or(&digest);
    format!("{short}-{}@ringoff", escape(one.id.as_str()))
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// Text as a value: one line, its breaks and separators escaped, no controls.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in clean(text).chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

#[derive(Default)]
struct Writer(String);

impl Writer {
    /// Writes a content line, folded at 75 octets between characters.
    fn line(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if used + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::AgendaKind;

    fn now() -> Timestamp {
        "2026-11-05T02:00:00Z".parse().expect("a moment")
    }

    fn made_up(title: &str, note: &str) -> Event {
        Event {
            case: (crate::domain::Id::new("kl"), now()),
            id: crate::domain::Id::new("application-1.latest"),
            from: "application:1".parse().expect("an item"),
            on: date(2026, 12, 31),
            title: title.into(),
            note: note.into(),
            kind: AgendaKind::Latest,
            over: false,
        }
    }

    #[test]
    fn an_event_ends_on_the_day_after_and_its_alarm_comes_before() {
        let file = calendar_file(&[made_up("KL: late", "one\ntwo; three, \\")], "en", now());
        for line in [
            "-application-1.latest@ringoff\r\n",
            "DTSTAMP:20261105T020000Z\r\n",
            "SEQUENCE:3600120\r\n",
            "X-RINGOFF-FROM:application:1\r\n",
            "DTSTART;VALUE=DATE:20261231\r\n",
            "DTEND;VALUE=DATE:20270101\r\n",
            "DESCRIPTION:one\\ntwo\\; three\\, \\\\\r\n",
            "TRIGGER:-PT15H\r\n",
        ] {
            assert!(file.contains(line), "{line:?} in {file}");
        }
        let over = Event { over: true, ..made_up("KL: late", "") };
        let file = calendar_file(&[over], "en", now());
        assert!(file.contains("STATUS:CANCELLED") && !file.contains("VALARM"));
    }

    #[test]
    fn no_number_stands_in_a_summary() {
        let file = calendar_file(&[made_up("+60 12-345 6789 (made up): late", "")], "en", now());
        assert!(!file.contains("345") && file.contains("•••"), "{file}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(super::super::tests::INPUTS))]

        #[test]
        fn no_text_breaks_out_of_its_line(title in ".{0,60}", note in "(.|\n|\r){0,60}") {
            let file = calendar_file(&[made_up(&title, &note)], "zh-CN", now());
            prop_assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
            for line in file.split("\r\n") {
                prop_assert!(line.len() <= LONGEST, "{} octets", line.len());
                prop_assert!(!line.chars().any(char::is_control));
            }
            let unfolded = file.replace("\r\n ", "");
            let begins = unfolded.lines().filter(|line| line.starts_with("BEGIN:")).count();
            prop_assert_eq!(begins, 3);
        }
    }
}
