//! Books of every format version open for ever. The files in `tests/books` are
//! never edited.

use std::fs;

use ringoff::store::{VERSION, print, read};

#[test]
fn every_version_opens_and_the_newest_is_written_as_it_was() {
    for version in 1..=VERSION {
        let path = format!("tests/books/v{version}.ron");
        let bytes = fs::read(&path).expect("a file of every version");
        let (book, intact) = read(&bytes).expect("opens");
        assert!(intact, "{path}: the check line agrees");
        assert!(!book.cases.is_empty());
        if version == VERSION {
            let text = print(&book).expect("prints");
            assert_eq!(text.as_bytes(), bytes, "{path}: the same book gives the same bytes");
        }
    }
}
