//! The calendar file in a second reader, and imported twice.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::{
    collections::BTreeMap,
    process::{Command, Stdio},
};

use icalendar::{Calendar, CalendarComponent, Component as _, DatePerhapsTime};
use tempfile::TempDir;

struct Book(TempDir);

impl Book {
    fn ringoff(&self, now: &str, args: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
        command.args(args).env_clear().stdin(Stdio::null());
        for variable in ["HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
            command.env(variable, self.0.path());
        }
        command.envs([("RINGOFF_NOW", now), ("RINGOFF_LANG", "zh-CN"), ("TZ", "Asia/Shanghai")]);
        let output = command.output().expect("runs");
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8(output.stdout).expect("text")
    }
}

/// What a calendar keeps of each event: by its UID, the newest SEQUENCE.
type Kept = BTreeMap<String, (u64, String, String)>;

fn import(kept: &mut Kept, file: &str) -> usize {
    let calendar: Calendar = file.parse().expect("a calendar");
    let mut events = 0;
    for component in &calendar.components {
        let CalendarComponent::Event(event) = component else { continue };
        events += 1;
        let value = |name: &str| event.property_value(name).expect(name).to_owned();
        let sequence: u64 = value("SEQUENCE").parse().expect("a number");
        let Some(DatePerhapsTime::Date(start)) = event.get_start() else {
            panic!("an all-day event begins on a date")
        };
        let Some(DatePerhapsTime::Date(end)) = event.get_end() else {
            panic!("an all-day event ends on a date")
        };
        assert_eq!((end - start).num_days(), 1, "the end is not part of the event");
        let summary = value("SUMMARY");
        let digits = summary.chars().filter(char::is_ascii_digit).count();
        assert!(digits < 7, "no number in {summary}");
        let uid = value("UID");
        let older = kept.get(&uid).is_none_or(|(old, _, _)| *old < sequence);
        assert!(older, "{uid}: a re-import is newer");
        kept.insert(uid, (sequence, start.to_string(), summary));
    }
    events
}

#[test]
fn a_second_import_updates_every_event_and_adds_none() {
    let book = Book(tempfile::tempdir().expect("a folder"));
    let first = "2026-11-05T02:00:00Z";
    // The number is made up.
    let label = "吉隆坡保号卡，备用；+60 12-345 6789";
    book.ringoff(first, &["new", "--label", label, "--number", "+60 12-345 6789"]);
    book.ringoff(first, &["submit", "--anyway", "--reason", "测试"]);
    book.ringoff(first, &["contact", "add", "--channel", "hotline", "--promised", "2026-11-10"]);
    let open = ["obstacle", "open", "no-answer", "--follow-up", "2026-11-20"];
    book.ringoff(first, &open);
    let mut kept = Kept::new();
    let file = book.ringoff(first, &["export", "ics"]);
    assert!(!file.contains("12-345") && !file.contains("345 6789"), "the number is masked");
    assert_eq!(import(&mut kept, &file), 6);
    let before = kept.clone();

    let later = "2026-11-09T02:00:00Z";
    book.ringoff(later, &["extend", "--until", "2026-12-01", "--reason", "办公室搬迁"]);
    let file = book.ringoff(later, &["export", "ics"]);
    assert_eq!(import(&mut kept, &file), 6);
    assert_eq!(kept.len(), 6, "one event for each milestone");
    let moved = |kept: &Kept, name: &str| {
        let event = kept.iter().find(|(uid, _)| uid.contains(name)).expect("there");
        event.1.1.clone()
    };
    assert_eq!(moved(&before, ".latest@"), "2026-11-17");
    assert_eq!(moved(&kept, ".latest@"), "2026-12-01");
    assert_eq!(moved(&kept, ".earliest@"), moved(&before, ".earliest@"));
    let latest = kept.iter().find(|(uid, _)| uid.contains(".latest@")).expect("there");
    assert!(latest.1.2.contains("吉隆坡保号卡") && latest.1.2.contains("答复"), "{latest:?}");

    // The same book at the same moment gives the same bytes.
    assert_eq!(book.ringoff(later, &["export", "ics"]), file);
}
