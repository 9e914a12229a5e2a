//! A theme of any bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ringoff::ui::{Depth, Theme};

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = std::str::from_utf8(bytes) else { return };
    let _ = Theme::of_person(source, Depth::True);
});
