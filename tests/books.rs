//! Books of every format version open for ever. The files in `tests/books` are
//! never edited: `0.1.0.ron` and `v1.ron` hold every kind of entry that 0.1.0
//! wrote, `v1-accounts.ron` is the first of them as it is written today.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::fs;

use ringoff::store::{print, read};

fn bytes(name: &str) -> Vec<u8> {
    fs::read(format!("tests/books/{name}")).expect("a book")
}

#[test]
fn every_book_ever_written_opens() {
    for name in ["v1.ron", "0.1.0.ron", "v1-accounts.ron"] {
        let (book, intact) = read(&bytes(name)).expect("opens");
        assert!(intact, "{name}: the check line agrees");
        assert!(!book.cases.is_empty(), "{name}");
        let again = print(&book).expect("prints");
        let (read_again, intact) = read(again.as_bytes()).expect("opens");
        assert!(intact && read_again == book, "{name}: nothing is lost by a save");
    }
}

#[test]
fn a_book_of_0_1_0_is_written_with_the_names_of_today() {
    let (old, _) = read(&bytes("0.1.0.ron")).expect("opens");
    let text = print(&old).expect("prints");
    assert_eq!(text.as_bytes(), bytes("v1-accounts.ron"));
    for gone in ["service", "linked", "ignored"] {
        assert!(!text.contains(gone), "{gone}");
    }
}

#[test]
fn what_0_1_0_undid_can_be_redone_and_what_it_did_undone() {
    let (mut book, _) = read(&bytes("0.1.0.ron")).expect("opens");
    let ids: Vec<_> = book.cases.iter().map(|case| case.id.clone()).collect();
    for id in ids {
        while book.redo(&id).is_ok() {}
        let before = book.clone();
        let mut undone = 0;
        while book.case(&id).is_some() && book.undo(&id).is_ok() {
            undone += 1;
        }
        assert!(undone > 0, "{id}");
        while book.redo(&id).is_ok() {}
        let case = |book: &ringoff::domain::Book| book.case(&id).map(|case| case.accounts.clone());
        assert_eq!(case(&book), case(&before), "{id}");
    }
}
