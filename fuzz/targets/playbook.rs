//! A playbook of any bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ringoff::{domain::Id, playbook::Library};

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = std::str::from_utf8(bytes) else { return };
    let library = Library::new([(Id::new("own"), source.to_owned())]);
    let _ = library.find(&Id::new("own"));
});
