//! Readers of foreign files under random damage, for as long as one likes. By
//! hand, since it takes its time:
//!
//! ```text
//! FUZZ_SECONDS=600 cargo test --release --test fuzz -- --ignored --nocapture
//! ```
//!
//! Each format is a target; its seed is a made-up file that a person could have.
//! A panic, or a file that takes longer than ten seconds, fails.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a test that cannot go on fails")]

#[path = "support/dice.rs"]
mod dice;
#[path = "support/exports.rs"]
mod exports;
#[path = "support/number.rs"]
mod number;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Cursor,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use dice::Dice;
use number::number;
use ringoff::discover::{Detector, Number, Scan, ScanProgress};

const PIECES: [&[u8]; 30] = [
    b"<sms ",
    b"<mms ",
    b"</mms>",
    b"<part ",
    b"\"",
    b"'",
    b"&#55357;",
    b"&#56832;",
    b"&#x",
    b"&#0;",
    b"<",
    b">",
    b"\\u",
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b",",
    b";",
    b"\n",
    b"\0",
    b"\xFF\xFE",
    b"\xEF\xBB\xBF",
    b"PK\x03\x04",
    b"BEGIN:VCARD\n",
    b"END:VCARD\n",
    b"=\r\n",
    b"\xED\xA0\x80",
];

fn damage(dice: &mut Dice, seed: &[u8]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(8) {
        let at = dice.roll(bytes.len() + 1);
        match dice.roll(6) {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => {
                let bit = 1 << dice.roll(8);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= bit;
                }
            }
            2 => {
                let piece = PIECES.get(dice.roll(PIECES.len())).copied().unwrap_or_default();
                let times = 1 + dice.roll(3) * dice.roll(200);
                bytes.splice(at..at, piece.repeat(times));
            }
            3 => {
                let end = (at + dice.roll(60)).min(bytes.len());
                bytes.drain(at.min(end)..end);
            }
            4 => {
                let end = (at + dice.roll(80)).min(bytes.len());
                let copy = bytes.get(at.min(end)..end).unwrap_or_default().to_vec();
                let to = dice.roll(bytes.len() + 1);
                bytes.splice(to..to, copy);
            }
            _ => bytes
                .extend((0..dice.roll(12)).map(|_| u8::try_from(dice.roll(256)).expect("a byte"))),
        }
    }
    bytes
}

/// A format's made-up file, small enough: the long picture of one only takes time.
fn small(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.len() > 20_000 {
        bytes.drain(400..bytes.len() - 300);
    }
    bytes
}

/// The target `readers` in the folder `fuzz` begins with every format that is read; where
/// one came or changed, `FUZZ=bless` writes its seed.
#[test]
fn the_fuzzer_begins_with_every_format() {
    let folder = Path::new("fuzz/seeds/readers");
    let all = exports::all().into_iter().enumerate();
    let seeds: BTreeMap<String, Vec<u8>> =
        all.map(|(at, (_, word, bytes))| (format!("{at:02}-{word}"), small(bytes))).collect();
    if std::env::var("FUZZ").is_ok_and(|how| how == "bless") {
        fs::remove_dir_all(folder).expect("removes");
        fs::create_dir_all(folder).expect("makes");
        for (name, bytes) in &seeds {
            fs::write(folder.join(name), bytes).expect("writes");
        }
    }
    let there = fs::read_dir(folder).expect("a folder").flatten();
    let names: BTreeSet<String> =
        there.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(names, seeds.keys().cloned().collect());
    for (name, bytes) in &seeds {
        let kept = fs::read(folder.join(name)).expect("reads");
        assert!(kept == *bytes, "{name} is another file by now: FUZZ=bless writes it");
    }
}

#[test]
#[ignore = "takes as long as it is given"]
fn no_reader_stumbles_or_hangs() {
    let each = Duration::from_secs(number("FUZZ_SECONDS").unwrap_or(10));
    let detector = Detector::new().expect("tables");
    let line = Number::new(exports::NUMBER);
    let mut targets = exports::all();
    for (_, _, bytes) in &mut targets {
        *bytes = small(std::mem::take(bytes));
    }
    let card = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=E5=B0=8F=\r\n=E6=98=8E;;;\r\nTEL;CELL:+60123456789\r\nEND:VCARD\r\n".to_vec();
    targets.push(("contacts", "vcard", card));
    let google = "First Name,Last Name,Labels,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\r\nMade,Up,,made@up.example,Mobile,+60 12-345 6789\r\n";
    targets.push(("a table of contacts", "vcard", google.as_bytes().to_vec()));
    let outlook =
        b"sep=;\r\nFirst Name;Last Name;Mobile Phone\r\nMade;Up;\"012-345\r\n6789\"\r\n".to_vec();
    targets.push(("a table of contacts, Outlook", "vcard", outlook));
    let next = std::sync::atomic::AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((name, word, seed)) =
                    targets.get(next.fetch_add(1, std::sync::atomic::Ordering::SeqCst))
                {
                    let mut dice = Dice::new(seed.len() as u64);
                    let (began, mut runs, mut slowest) = (Instant::now(), 0_u64, Duration::ZERO);
                    while began.elapsed() < each {
                        let bytes = damage(&mut dice, seed);
                        let (progress, one) = (ScanProgress::default(), Instant::now());
                        let number = line.as_ref();
                        let scan = Scan { number, ..Scan::new(&detector, &progress) };
                        if *word == "vcard" {
                            let _ = scan.contacts(&*bytes);
                        } else {
                            let _ = scan.file(Cursor::new(&bytes));
                        }
                        slowest = slowest.max(one.elapsed());
                        runs += 1;
                    }
                    assert!(slowest < Duration::from_secs(10), "{name} hangs");
                    println!("{name} ({word}): {runs} files, slowest {slowest:?}");
                }
            });
        }
    });
}
