//! Three progress files, one behind the other, with a line of `====` between: what
//! comes of them loads, and the laws hold.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ringoff::{
    domain::Book,
    store::{print, read},
};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut books = text.splitn(3, "\n====\n").map(|text| read(text.as_bytes()));
    let (Some(Ok(base)), Some(Ok(ours)), Some(Ok(theirs))) =
        (books.next(), books.next(), books.next())
    else {
        return;
    };
    let (base, ours, theirs) = (base.0, ours.0, theirs.0);
    let merged = Book::merge(&base, &ours, &theirs).book;
    let text = print(&merged).expect("it can be written");
    let (again, _) = read(text.as_bytes()).expect("it loads");
    assert_eq!(again, merged);
    assert_eq!(Book::merge(&base, &ours, &ours).book, ours);
    assert_eq!(Book::merge(&base, &ours, &base).book, ours);
    assert_eq!(Book::merge(&base, &base, &theirs).book, theirs);
});
