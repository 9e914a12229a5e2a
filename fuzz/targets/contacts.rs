//! A file of contacts of any bytes.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use ringoff::discover::{Detector, Number, Scan, ScanProgress};

static DETECTOR: LazyLock<Detector> = LazyLock::new(|| Detector::new().expect("tables"));

fuzz_target!(|bytes: &[u8]| {
    let progress = ScanProgress::default();
    let number = Number::new("+60 12-345 6789");
    let scan = Scan { number: number.as_ref(), ..Scan::new(&DETECTOR, &progress) };
    let _ = scan.contacts(bytes);
});
