//! A progress file of any bytes: what is read is written, and reads as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ringoff::store::{print, read};

fuzz_target!(|bytes: &[u8]| {
    let Ok((book, _)) = read(bytes) else { return };
    let text = print(&book).expect("what was read can be written");
    let (again, sealed) = read(text.as_bytes()).expect("what was written reads");
    assert!(sealed && again == book);
    assert_eq!(print(&again).expect("can be written"), text);
});
