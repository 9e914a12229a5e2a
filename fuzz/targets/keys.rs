//! A `keys.ron` of any bytes.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use ringoff::app::Keymap;

static BUILT_IN: LazyLock<Keymap> = LazyLock::new(Keymap::built_in);

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = std::str::from_utf8(bytes) else { return };
    let _ = BUILT_IN.clone().lay_over(source);
});
