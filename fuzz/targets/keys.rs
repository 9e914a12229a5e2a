//! A `keys.ron` of any bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ringoff::app::Keymap;

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = std::str::from_utf8(bytes) else { return };
    let _ = Keymap::built_in().lay_over(source);
});
