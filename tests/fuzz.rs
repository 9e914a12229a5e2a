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

#[path = "support/exports.rs"]
mod exports;

use std::{
    io::Cursor,
    thread,
    time::{Duration, Instant},
};

use ringoff::discover::{Detector, Number, Scan, ScanProgress};

/// A small generator that is the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).expect("fits") % sides.max(1)
    }
}

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

/// Writes the seeds of the target `readers` in the folder `fuzz`: each format's made-up
/// file, small enough.
#[test]
#[ignore = "writes files; run it when a reader came"]
fn seeds_of_every_reader() {
    let folder = std::path::Path::new("fuzz/seeds/readers");
    std::fs::create_dir_all(folder).expect("a folder");
    for (at, (name, word, mut bytes)) in exports::all().into_iter().enumerate() {
        if bytes.len() > 20_000 {
            bytes.drain(400..bytes.len() - 300);
        }
        std::fs::write(folder.join(format!("{at:02}-{word}")), bytes).expect("writes");
        println!("{name}");
    }
}

#[test]
#[ignore = "takes as long as it is given"]
fn no_reader_stumbles_or_hangs() {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    let each = Duration::from_secs(seconds.unwrap_or(10));
    let detector = Detector::new().expect("tables");
    let number = Number::new(exports::NUMBER);
    let mut targets = exports::all();
    for (_, _, bytes) in &mut targets {
        // The long picture of one seed only takes time.
        if bytes.len() > 20_000 {
            bytes.drain(400..bytes.len() - 300);
        }
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
                    let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ seed.len() as u64);
                    let (began, mut runs, mut slowest) = (Instant::now(), 0_u64, Duration::ZERO);
                    while began.elapsed() < each {
                        let bytes = damage(&mut dice, seed);
                        let (progress, one) = (ScanProgress::default(), Instant::now());
                        let number = number.as_ref();
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
