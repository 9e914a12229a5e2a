use std::fs;

use jiff::{Timestamp, civil::date};
use proptest::prelude::*;

use super::{
    super::{Backup, Seal, backup::KEPT},
    *,
};
use crate::domain::{Book, Case, Change, Entry, Id, Route};

const TODAY: Date = date(2026, 11, 5);

/// One thing that is done, by what it is and which case and moment it is of.
type Step = (u8, u8, u8);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((0_u8..10, 0_u8..2, 0_u8..3), 1..25)
}

struct Desk {
    _folder: tempfile::TempDir,
    store: Store,
    moment: i64,
    number: u32,
    /// Everything that was in the file after a save.
    versions: Vec<Vec<u8>>,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::at(folder.path().join("progress.ron"));
        let mut desk = Self { _folder: folder, store, moment: 0, number: 0, versions: Vec::new() };
        let mut book = Book::default();
        for id in ["one", "two"] {
            desk.open(&mut book, id);
        }
        desk.save(&book, Seal::default());
        desk
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.moment).expect("a moment")
    }

    fn open(&mut self, book: &mut Book, id: &str) {
        let case = Case::new(Id::new(id), id.into(), Id::new("hotlink"), Route::Apply, TODAY);
        book.open(case, self.now()).expect("opens");
    }

    fn save(&mut self, book: &Book, base: Seal) {
        let guard = self.store.lock().expect("locks");
        self.store.save(&guard, book, base, TODAY).expect("saves");
        drop(guard);
        self.versions.push(fs::read(self.store.path()).expect("reads"));
    }

    /// Does one thing, and saves it.
    fn step(&mut self, (kind, which, time): Step) {
        self.moment += i64::from(time);
        self.number += 1;
        let loaded = self.store.load().expect("loads");
        let mut book = loaded.book.clone();
        let id = Id::new(["one", "two"][usize::from(which)]);
        let now = self.now();
        // Opening what was opened before is refused, as is what there is nothing of.
        let _ = match kind {
            0 | 1 => book.undo(&id).is_ok(),
            2 => book.redo(&id).is_ok(),
            3 => book.undo(&id).is_ok() && self.record(&mut book, &id, now),
            4 => {
                let archived = book.case(&id).and_then(|case| case.archived);
                let other = archived.is_none().then_some(TODAY);
                book.record(&id, Change::Archived(other), now).is_ok()
            }
            5 => {
                let backups = self.store.backups();
                if let Some(one) = backups.get(usize::from(time) % backups.len().max(1)) {
                    let guard = self.store.lock().expect("locks");
                    self.store.restore(&guard, &one.book, TODAY).expect("restores");
                    drop(guard);
                    self.versions.push(fs::read(self.store.path()).expect("reads"));
                }
                return;
            }
            _ => self.record(&mut book, &id, now),
        };
        if book != loaded.book {
            self.save(&book, loaded.seal);
        }
    }

    fn record(&self, book: &mut Book, id: &Id, now: Timestamp) -> bool {
        let label = "x".repeat(usize::try_from(self.number % 7 + 1).unwrap_or(1));
        book.record(id, Change::Label(format!("{label}{}", self.number)), now).is_ok()
    }

    fn overtaken(&self) -> Option<Overtaken> {
        self.store.overtaken(&self.store.load().expect("loads"))
    }

    /// Every event that the file or a backup of it holds.
    fn events(&self) -> Vec<(Id, Entry)> {
        let mut books: Vec<Book> = self.store.backups().into_iter().map(|one| one.book).collect();
        books.push(self.store.load().expect("loads").book);
        let mut all = Vec::new();
        for book in books {
            for case in book.cases.iter().chain(&book.taken_back) {
                for entry in case.history.iter().chain(&case.undone) {
                    all.push((case.id.clone(), entry.clone()));
                }
            }
        }
        all
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_told_of_an_older_copy_for_what_was_done_here(steps in steps()) {
        let mut desk = Desk::new();
        for step in steps {
            desk.step(step);
            prop_assert_eq!(desk.overtaken(), None, "{:?}", step);
        }
    }

    #[test]
    fn an_older_copy_takes_the_place_of_no_backup(
        before in steps(), place in any::<prop::sample::Index>(), after in steps(),
    ) {
        let mut desk = Desk::new();
        for step in before.into_iter().filter(|step| step.0 != 5) {
            desk.step(step);
        }
        let older = place.get(&desk.versions).clone();
        fs::write(desk.store.path(), older).expect("an older one");
        let loaded = desk.store.load().expect("loads");
        let last = Backup::read(desk.store.names().expect("names").backup());
        let lost = last.as_ref().is_some_and(|last| loaded.book.lacks(&last.book));
        // Not every loss is seen: a copy from when the opening of a case was undone looks like a
        // book that was begun anew, and one that is larger than the backup is not compared.
        let told = desk.overtaken().is_some();
        prop_assert!(lost || !told);
        let there = desk.events();
        let guard = desk.store.lock().expect("locks");
        desk.store.keep_overtaken(&guard, &loaded, TODAY).expect("keeps");
        drop(guard);
        let after: Vec<Step> = after.into_iter().filter(|step| step.0 > 4).collect();
        for step in &after {
            desk.step(if step.0 == 5 { (6, step.1, step.2) } else { *step });
        }
        if told {
            let last = last.expect("is there").book;
            let now = desk.events();
            for case in &last.cases {
                for entry in &case.history {
                    let event = (case.id.clone(), entry.clone());
                    prop_assert!(there.contains(&event) && now.contains(&event), "{:?}", event);
                }
            }
        }
    }
}

/// Whatever reads it: a save keeps what the backup has, though nobody has asked.
#[test]
fn a_save_over_an_older_copy_keeps_the_newer_backup_for_good() {
    let mut desk = Desk::new();
    for _ in 0..3 {
        desk.step((9, 0, 1));
    }
    let newer = desk.versions[2].clone();
    fs::write(desk.store.path(), &desk.versions[0]).expect("an older one");
    assert_eq!(desk.overtaken().map(|one| one.count), Some(2));
    for _ in 0..KEPT + 3 {
        desk.step((9, 1, 1));
        assert_eq!(desk.overtaken(), None);
    }
    let held = |one: &Backup| fs::read(&one.path).is_ok_and(|bytes| bytes == newer);
    assert!(desk.store.backups().iter().any(held));
}

/// A fresh book beside the backup of another one is no copy of it.
#[test]
fn a_book_that_was_begun_anew_is_no_older_copy() {
    let mut desk = Desk::new();
    desk.step((9, 0, 1));
    fs::remove_file(desk.store.path()).expect("removes");
    desk.moment += 60;
    let mut book = Book::default();
    desk.open(&mut book, "one");
    desk.save(&book, Seal::default());
    assert_eq!(desk.overtaken(), None);
}
