//! How fast an export is scanned, against a bare streaming XML reader that only
//! counts the messages of the same stream, and how much memory it takes. The
//! export is made while it is read: 1 GiB by default, `SCAN_BYTES` of it else.
//!
//! ```text
//! cargo bench --bench scan                  # all of it
//! cargo bench --bench scan -- messages      # what has this word in its name
//! ```

#![expect(
    clippy::expect_used,
    clippy::format_push_string,
    clippy::print_stdout,
    reason = "a bench prints"
)]

use std::{
    fs,
    io::{self, BufRead as _, BufReader, Read},
    thread,
    time::{Duration, Instant},
};

use quick_xml::{Reader, events::Event};
use ringoff::discover::{Detector, Scan, ScanProgress};

/// The made-up messages of the tests, in twenty languages, ready for XML.
fn bodies() -> Vec<String> {
    let files = ["asia", "asia-2", "world", "world-2"];
    let text =
        files.map(|one| fs::read_to_string(format!("tests/discover/{one}.ndjson")).expect("reads"));
    let body = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).expect("a line");
        let body = line.get("body").and_then(|body| body.as_str()).expect("a body");
        let body = body.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        body.replace('\n', "&#10;").replace('\0', "")
    };
    text.concat().lines().map(body).collect()
}

/// What is repeated in an export.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The same messages with other digits, as accounts send them.
    Messages,
    /// And a picture now and then.
    Pictures,
    /// No two messages of a block alike, and more of them than are kept in
    /// mind.
    Unlike,
    /// The messages as JSON, an object a line.
    Lines,
    /// The same in one array.
    Array,
}

impl Kind {
    fn is_json(self) -> bool {
        matches!(self, Self::Lines | Self::Array)
    }
}

struct Export {
    block: Vec<u8>,
    head: Vec<u8>,
    left: u64,
    at: usize,
}

impl Export {
    fn new(bytes: u64, kind: Kind) -> Self {
        let bodies = bodies();
        let mut block = String::new();
        let mut seed = 12_345_u64;
        let mut next = || {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            seed >> 33
        };
        let rounds = if kind == Kind::Unlike { 24 } else { 6 };
        for round in 0..rounds {
            for (at, body) in bodies.iter().enumerate() {
                let date = 1_700_000_000_000 + round * 86_400_000 + at as u64;
                let digit = |c: char| {
                    if c.is_ascii_digit() && !body.contains("&#") {
                        char::from(b'0' + u8::try_from(next() % 10).expect("a digit"))
                    } else {
                        c
                    }
                };
                let mut body: String = body.chars().map(digit).collect();
                if kind == Kind::Unlike {
                    let word: String = (0..6)
                        .map(|_| char::from(b'a' + u8::try_from(next() % 26).expect("a letter")))
                        .collect();
                    body = format!("{body} {word}");
                }
                if kind.is_json() {
                    let body = body.replace("&#10;", "\n").replace("&quot;", "\"");
                    let body = body.replace("&lt;", "<").replace("&amp;", "&");
                    let body = serde_json::Value::from(body);
                    let comma = if kind == Kind::Array { "," } else { "" };
                    block += &format!(
                        "{{\"_id\":\"{at}\",\"thread_id\":\"4\",\"address\":\"6{:04}\",\"person\":null,\"date\":\"{date}\",\"date_sent\":\"0\",\"protocol\":\"0\",\"read\":\"1\",\"status\":\"-1\",\"type\":\"1\",\"body\":{body},\"locked\":\"0\",\"sub_id\":\"1\",\"error_code\":\"0\",\"seen\":\"1\"}}{comma}\n",
                        at % 40
                    );
                    continue;
                }
                block += &format!(
                    "  <sms protocol=\"0\" address=\"6{:04}\" date=\"{date}\" type=\"1\" subject=\"null\" body=\"{body}\" toa=\"null\" sc_toa=\"null\" service_center=\"null\" read=\"1\" status=\"-1\" locked=\"0\" date_sent=\"0\" sub_id=\"1\" readable_date=\"x\" contact_name=\"(Unknown)\" />\n",
                    at % 40
                );
                if kind == Kind::Pictures && at % 300 == 0 {
                    let data = "QUJDREVGR0g".repeat(9000);
                    block += &format!(
                        "<mms address=\"1\" date=\"1700000000000\" msg_box=\"1\"><parts><part ct=\"image/png\" data=\"{data}\" /></parts></mms>\n"
                    );
                }
            }
        }
        let head = match kind {
            Kind::Lines => Vec::new(),
            Kind::Array => b"[\n".to_vec(),
            _ => b"<?xml version=\"1.0\"?>\n<smses>\n".to_vec(),
        };
        Self { block: block.into_bytes(), head, left: bytes, at: 0 }
    }
}

impl Read for Export {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.head.is_empty() {
            let count = self.head.len().min(buffer.len());
            buffer
                .get_mut(..count)
                .expect("room")
                .copy_from_slice(self.head.get(..count).expect("left"));
            self.head.drain(..count);
            return Ok(count);
        }
        let rest = self.block.get(self.at..).expect("inside");
        let count =
            rest.len().min(buffer.len()).min(usize::try_from(self.left).unwrap_or(usize::MAX));
        buffer.get_mut(..count).expect("room").copy_from_slice(rest.get(..count).expect("left"));
        self.at = (self.at + count) % self.block.len();
        self.left -= count as u64;
        Ok(count)
    }
}

/// Counts the messages and does nothing else.
fn bare(export: Export) -> (u64, Duration) {
    let began = Instant::now();
    let mut reader = Reader::from_reader(BufReader::with_capacity(128 * 1024, export));
    let (mut buffer, mut count) = (Vec::new(), 0);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Empty(tag) | Event::Start(tag)) if tag.name().as_ref() == "sms" => count += 1,
            Ok(Event::Eof) | Err(_) => return (count, began.elapsed()),
            Ok(_) => {}
        }
    }
}

fn scan(detector: &Detector, export: Export) -> (u64, Duration) {
    let began = Instant::now();
    let progress = ScanProgress::default();
    let scanned = Scan::new(detector, &progress).stream(export).expect("scans");
    (scanned.summary.messages, began.elapsed())
}

fn peak() -> u64 {
    let status = fs::read("/proc/self/status").unwrap_or_default();
    let line = status.lines().map_while(Result::ok).find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or_default()
}

fn main() {
    let bytes = std::env::var("SCAN_BYTES").ok().and_then(|text| text.parse().ok());
    let bytes: u64 = bytes.unwrap_or(1 << 30);
    let only = std::env::args().skip(1).find(|word| !word.starts_with('-')).unwrap_or_default();
    let began = Instant::now();
    let detector = Detector::new().expect("tables");
    println!("tables read in {:?}", began.elapsed());
    for (what, kind) in [
        ("messages only", Kind::Messages),
        ("with pictures", Kind::Pictures),
        ("no two alike", Kind::Unlike),
        ("JSON, lines", Kind::Lines),
        ("JSON, array", Kind::Array),
    ] {
        if !what.contains(&only) {
            continue;
        }
        let (messages, mine) = scan(&detector, Export::new(bytes, kind));
        println!(
            "{what}: {messages} messages, {bytes} bytes in {mine:?}; peak memory {} kB",
            peak()
        );
        if kind.is_json() {
            continue;
        }
        let (counted, theirs) = bare(Export::new(bytes, kind));
        let ratio = theirs.as_secs_f64() / mine.as_secs_f64();
        println!("  bare reader: {counted} messages in {theirs:?}; speed {ratio:.2} of it");
    }
    if !"two halves".contains(&only) {
        return;
    }
    let began = Instant::now();
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| scan(&detector, Export::new(bytes / 2, Kind::Messages)));
        }
    });
    let both = began.elapsed();
    let (_, one) = scan(&detector, Export::new(bytes, Kind::Messages));
    println!(
        "two halves side by side: {:.2} of the time of the whole",
        both.as_secs_f64() / one.as_secs_f64()
    );
}
