//! How fast an export is scanned, against a bare streaming XML reader that only
//! counts the messages of the same stream, and how much memory it takes. The
//! export is made while it is read: 1 GiB by default, `SCAN_BYTES` of it else.
//!
//! ```text
//! cargo bench --bench scan
//! ```

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a bench prints")]

use std::{
    fs,
    io::{self, BufRead as _, BufReader, Read},
    thread,
    time::{Duration, Instant},
};

use quick_xml::{Reader, events::Event};
use ringoff::discover::{Judge, Scan, Watch};

/// Messages as a phone has them: talk, codes, notices, adverts, and now and
/// then a picture.
const BODIES: [&str; 8] = [
    "ok see you at 8, bring the charger pls",
    "RM0.00 Maybank: your TAC is 246813 for RM120.00. Do not share it with anyone.",
    "haha no way. tell them we will be late, jam on the LDP again",
    "482915 is your Grab verification code. Do not share it.",
    "Your parcel SPXMY0123 is out for delivery today. Shopee Express",
    "can you call me when you are free? nothing urgent, just about sunday",
    "11.11 sale! up to 80% off with code RAYA20, shop now. T&amp;Cs apply",
    "thanks for dinner, the kids loved it. same place next month?",
];

struct Export {
    block: Vec<u8>,
    head: Vec<u8>,
    left: u64,
    at: usize,
}

impl Export {
    fn new(bytes: u64, pictures: bool) -> Self {
        let mut block = String::new();
        for round in 0..40_u64 {
            for (at, body) in BODIES.iter().enumerate() {
                let date = 1_700_000_000_000 + round * 86_400_000;
                block += &format!(
                    "  <sms protocol=\"0\" address=\"6{at}00{at}\" date=\"{date}\" type=\"1\" subject=\"null\" body=\"{body}\" toa=\"null\" sc_toa=\"null\" service_center=\"null\" read=\"1\" status=\"-1\" locked=\"0\" date_sent=\"0\" sub_id=\"1\" readable_date=\"x\" contact_name=\"(Unknown)\" />\n"
                );
            }
        }
        if pictures {
            let data = "QUJDREVGR0g".repeat(9000);
            block += &format!(
                "<mms address=\"1\" date=\"1700000000000\" msg_box=\"1\"><parts><part ct=\"image/png\" data=\"{data}\" /></parts></mms>\n"
            );
        }
        let head = b"<?xml version=\"1.0\"?>\n<smses>\n".to_vec();
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
            Ok(Event::Empty(tag) | Event::Start(tag)) if tag.name().as_ref() == "sms" => {
                count += 1
            }
            Ok(Event::Eof) | Err(_) => return (count, began.elapsed()),
            Ok(_) => {}
        }
    }
}

fn scan(judge: &Judge, export: Export) -> (u64, Duration) {
    let began = Instant::now();
    let watch = Watch::default();
    let scan = Scan { judge, number: None, since: None, watch: &watch, compare: false };
    let scanned = scan.stream(export).expect("scans");
    (scanned.findings.messages, began.elapsed())
}

fn peak() -> u64 {
    let status = fs::read("/proc/self/status").unwrap_or_default();
    let line = status.lines().map_while(Result::ok).find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "a figure to print")]
fn main() {
    let bytes = std::env::var("SCAN_BYTES").ok().and_then(|text| text.parse().ok());
    let bytes: u64 = bytes.unwrap_or(1 << 30);
    let began = Instant::now();
    let judge = Judge::new().expect("tables");
    println!("tables read in {:?}", began.elapsed());
    for pictures in [false, true] {
        let what = if pictures { "with pictures" } else { "messages only" };
        let (messages, mine) = scan(&judge, Export::new(bytes, pictures));
        println!(
            "{what}: {messages} messages, {bytes} bytes in {mine:?}; peak memory {} kB",
            peak()
        );
        let (counted, theirs) = bare(Export::new(bytes, pictures));
        let ratio = theirs.as_secs_f64() / mine.as_secs_f64();
        println!("  bare reader: {counted} messages in {theirs:?}; speed {ratio:.2} of it");
    }
    let began = Instant::now();
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| scan(&judge, Export::new(bytes / 2, false)));
        }
    });
    let both = began.elapsed();
    let (_, one) = scan(&judge, Export::new(bytes, false));
    println!(
        "two halves side by side: {:.2} of the time of the whole",
        both.as_secs_f64() / one.as_secs_f64()
    );
}
