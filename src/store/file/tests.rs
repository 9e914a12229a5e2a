use jiff::{Timestamp, civil::date};

use super::{
    super::backup::{KEPT, keep_aside},
    *,
};
use crate::{
    domain::{Case, Id, Route},
    store::is_book,
};

const TODAY: Date = date(2026, 11, 5);

fn store(folder: &tempfile::TempDir) -> Store {
    Store::at(folder.path().join("data/ringoff/progress.ron"))
}

fn open(book: &mut Book, id: &str) {
    let case = Case::new(Id::new(id), id.into(), Id::new("hotlink"), Route::Apply, TODAY);
    book.open(case, jiff::Timestamp::UNIX_EPOCH).expect("opens");
}

fn save(store: &Store, book: &Book, base: Seal) -> Result<Saved, SaveError> {
    store.save(&store.lock()?, book, base, TODAY)
}

#[test]
fn a_missing_file_is_a_fresh_book_and_saving_makes_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut loaded = store.load().expect("loads");
    assert_eq!(loaded.book, Book::default());
    open(&mut loaded.book, "kl");
    let saved = save(&store, &loaded.book, loaded.seal).expect("saves");
    assert!(saved.durable);
    let again = store.load().expect("loads");
    assert_eq!((again.book, again.seal, again.edited), (loaded.book, saved.seal, false));
}

#[test]
fn a_large_book_is_read_as_a_small_one_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut book = Book::default();
    for number in 0..1_000 {
        open(&mut book, &format!("line-{number}"));
    }
    let saved = save(&store, &book, Seal(None)).expect("saves");
    let loaded = store.load().expect("loads");
    assert!(loaded.bytes.len() > MANY);
    assert_eq!((&loaded.book, loaded.seal, loaded.edited), (&book, saved.seal, false));
    let text = String::from_utf8(loaded.bytes).expect("text");
    let by_hand = text.replacen("label: \"line-7\"", "label: \"mine\"", 1);
    fs::write(store.path(), &by_hand).expect("writes");
    let loaded = store.load().expect("loads");
    assert!(loaded.edited);
    assert_eq!(loaded.seal, Seal::of(by_hand.as_bytes()));
    assert_eq!(loaded.book.cases[7].label, "mine");
}

#[test]
fn copies_of_days_to_come_take_nobodys_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut loaded = store.load().expect("loads");
    let mut save_on = |id: &str, day: Date| {
        open(&mut loaded.book, id);
        let saved = store.save(&store.lock().expect("locks"), &loaded.book, loaded.seal, day);
        loaded.seal = saved.expect("saves").seal;
    };
    // A week with a clock that is wrong, and two weeks after it.
    for day in 1..=7 {
        save_on(&format!("wrong-{day}"), date(2031, 3, day));
    }
    for day in 1..=14 {
        save_on(&format!("right-{day}"), date(2026, 11, day));
    }
    let copies = fs::read_dir(folder.path().join("data/ringoff")).expect("lists").flatten();
    let names: Vec<String> =
        copies.map(|one| one.file_name().to_string_lossy().into_owned()).collect();
    let kept = |year: &str| names.iter().filter(|name| name.contains(year)).count();
    assert_eq!(kept(".2026-"), KEPT, "{names:?}");
    assert!(names.iter().any(|name| name.contains("2026-11-14")), "{names:?}");
}

#[test]
fn what_somebody_else_saved_is_never_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut mine = store.load().expect("loads");
    let mut theirs = store.load().expect("loads");
    open(&mut theirs.book, "theirs");
    save(&store, &theirs.book, theirs.seal).expect("saves");
    open(&mut mine.book, "mine");
    let refused = save(&store, &mine.book, mine.seal);
    assert!(matches!(refused, Err(SaveError::ChangedElsewhere)), "{refused:?}");
    assert_eq!(store.load().expect("loads").book, theirs.book);
}

#[test]
fn a_file_that_cannot_be_read_stays_and_its_backup_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut loaded = store.load().expect("loads");
    for id in ["one", "two"] {
        open(&mut loaded.book, id);
        loaded.seal = save(&store, &loaded.book, loaded.seal).expect("saves").seal;
    }
    fs::write(store.path(), [0; 64]).expect("zeroes");
    let unreadable = store.load().expect_err("is refused");
    assert!(matches!(unreadable.damage, Damage::Zeros));
    assert_eq!(
        unreadable.backup.as_deref(),
        Some(store.path().with_extension("ron.bak").as_path())
    );
    let refused = save(&store, &loaded.book, loaded.seal);
    assert!(matches!(refused, Err(SaveError::ChangedElsewhere)), "{refused:?}");
    assert_eq!(fs::read(store.path()).expect("there"), [0; 64]);
}

#[test]
fn a_folder_or_a_device_is_no_book() {
    let folder = tempfile::tempdir().expect("a folder");
    let damage = Store::at(folder.path().to_owned()).load().expect_err("is refused").damage;
    assert!(matches!(damage, Damage::NotAFile));
    if cfg!(unix) {
        let damage = Store::at("/dev/zero".into()).load().expect_err("is refused").damage;
        assert!(matches!(damage, Damage::NotAFile));
    }
}

#[test]
fn a_week_of_days_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut loaded = store.load().expect("loads");
    for day in 1..=12 {
        open(&mut loaded.book, &format!("case-{day}"));
        let guard = store.lock().expect("locks");
        let saved = store.save(&guard, &loaded.book, loaded.seal, date(2026, 11, day));
        loaded.seal = saved.expect("saves").seal;
    }
    let entries = fs::read_dir(store.path().parent().expect("a folder")).expect("a folder");
    let mut names: Vec<_> =
        entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.contains("2026-"));
    names.sort();
    assert_eq!(names.len(), 7);
    assert_eq!(names.first().map(String::as_str), Some("progress.ron.2026-11-06.bak"));
}

#[test]
fn a_held_lock_is_waited_for_and_then_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let guard = store.lock().expect("locks");
    assert!(matches!(store.lock(), Err(SaveError::Locked)));
    drop(guard);
    assert!(store.lock().is_ok());
}

#[test]
fn what_a_killed_save_left_goes_with_the_next_lock_although_nothing_is_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    drop(store.lock().expect("locks"));
    // No process has this number.
    let left = store.path().with_file_name(".progress.ron.4194999.tmp");
    fs::write(&left, "half").expect("writes");
    drop(store.lock().expect("locks"));
    assert!(!left.exists());
}

#[test]
fn a_hand_edit_has_the_same_moment_for_everybody_who_sees_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut loaded = store.load().expect("loads");
    open(&mut loaded.book, "kl");
    save(&store, &loaded.book, loaded.seal).expect("saves");
    let text = fs::read_to_string(store.path()).expect("reads");
    fs::write(store.path(), text.replacen("\"kl\"", "\"kx\"", 1)).expect("writes");
    let now = |seconds: i64| Timestamp::now() + jiff::SignedDuration::from_secs(seconds);
    let one = store.load().expect("loads");
    assert!(one.edited);
    let other = store.load().expect("loads");
    assert_eq!(one.changed_at(now(60)), other.changed_at(now(7000)));
    assert_eq!(one.changed_at(now(60)).subsec_nanosecond(), 0);
    let before = Timestamp::UNIX_EPOCH;
    assert_eq!(one.changed_at(before), before, "nothing is changed after now");
}

/// A run is killed after it has kept the file aside and before it has replaced it.
#[test]
fn no_backup_takes_the_place_of_a_file_that_a_newer_ringoff_wrote() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut book = Book::default();
    open(&mut book, "kl");
    save(&store, &book, Seal(None)).expect("saves");
    let newer = "V9((cases: []))\n";
    fs::write(store.path(), newer).expect("writes");
    let refused = store.restore(&store.lock().expect("locks"), &book, TODAY);
    assert!(matches!(refused, Err(SaveError::Newer(9))), "{refused:?}");
    assert_eq!(fs::read_to_string(store.path()).expect("reads"), newer);
}

#[test]
fn a_restore_that_was_cut_short_shifts_no_numbers_and_leaves_one_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut loaded = store.load().expect("loads");
    for (day, id) in [(5, "one"), (6, "two"), (7, "three"), (8, "four")] {
        open(&mut loaded.book, id);
        let (guard, day) = (store.lock().expect("locks"), date(2026, 11, day));
        loaded.seal = store.save(&guard, &loaded.book, loaded.seal, day).expect("saves").seal;
    }
    let names = Names::of(store.path()).expect("names");
    let cut_short = |file: &Path| {
        keep_aside(&names, file, TODAY).expect("keeps");
    };
    let listed = || store.backups().into_iter().map(|one| (one.path, one.book)).collect::<Vec<_>>();
    let before = listed();
    cut_short(store.path());
    assert_eq!(listed(), before);
    let count = || fs::read_dir(names.folder()).expect("lists").count();
    let files = count();
    let chosen = &before.last().expect("one").1;
    let restored = store.restore(&store.lock().expect("locks"), chosen, TODAY).expect("restores");
    assert_eq!(count(), files, "what was kept aside is kept once");
    let kept = restored.kept.expect("kept");
    assert!(listed().iter().any(|(path, book)| *path == kept && *book == loaded.book));
    // The same with a file that is missing, of which the last copy is kept aside.
    fs::remove_file(store.path()).expect("removes");
    let before = listed();
    cut_short(&names.backup());
    assert_eq!(listed(), before);
    // And with one that does not open.
    fs::write(store.path(), "damaged").expect("writes");
    let before = store.all_backups().0;
    cut_short(store.path());
    let after = store.all_backups().0;
    assert_eq!(after, before);
}

/// A file beside the book whose name only looks like that of a copy is nobody's backup.
#[test]
fn what_only_looks_like_a_dated_copy_is_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut book = Book::default();
    open(&mut book, "kl");
    save(&store, &book, Seal::default()).expect("saves");
    let copy = |name| store.path().with_file_name(format!("progress.ron.{name}.bak"));
    for name in ["2026-11-04x", "2026-11-04 2", "2026-11-04-", "2026-11-04-x", "2026-11", ""] {
        fs::copy(store.path(), copy(name)).expect("copies");
    }
    assert_eq!(store.all_backups().0, []);
    for name in ["2026-11-04", "2026-11-03-2"] {
        fs::write(copy(name), "broken").expect("writes");
    }
    assert_eq!(store.all_backups().0.len(), 2);
}

#[test]
fn what_a_backup_took_the_place_of_is_found_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut loaded = store.load().expect("loads");
    open(&mut loaded.book, "one");
    let old = loaded.book.clone();
    open(&mut loaded.book, "two");
    save(&store, &loaded.book, loaded.seal).expect("saves");
    let ours = store.load().expect("loads");
    let restored = store.restore(&store.lock().expect("locks"), &old, TODAY).expect("restores");
    let sum = hex(&Sha256::digest(&ours.bytes));
    assert_eq!(restored.book.restored, [&sum[..16]]);
    assert_eq!(fs::read(restored.kept.expect("kept")).expect("reads"), ours.bytes);
    let theirs = store.load().expect("loads");
    assert_eq!((&theirs.book, theirs.seal), (&restored.book, restored.saved.seal));
    let from = |book: &Book, seal| store.gone_back_from(book, seal, &theirs.book);
    assert_eq!(from(&ours.book, ours.seal), Some(ours.book.clone()));
    assert_eq!(from(&old, Seal::default()), Some(ours.book.clone()), "it was kept aside");
    assert_eq!(from(&theirs.book, theirs.seal), None, "it is known here");
    assert_eq!(store.gone_back_from(&theirs.book, theirs.seal, &ours.book), None);
}

#[test]
fn a_file_is_what_was_saved_as_long_as_nobody_touches_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut loaded = store.load().expect("loads");
    assert!(store.is_gone() && store.holds(loaded.seal) && !is_book(store.path()));
    open(&mut loaded.book, "kl");
    let saved = save(&store, &loaded.book, loaded.seal).expect("saves");
    assert!(!store.is_gone() && store.holds(saved.seal) && !store.holds(loaded.seal));
    assert!(is_book(store.path()));
    let beside = store.path().parent().expect("a folder");
    let note = beside.join("note.txt");
    fs::write(&note, "hello").expect("writes");
    assert!(!is_book(&note) && !is_book(beside));
    // What it can be gone back to, and what only looks like that.
    for name in ["2026-11-05x", "2026-11-05-", "2026-11-05-x", "2026-13-05"] {
        fs::write(beside.join(format!("progress.ron.{name}.bak")), "hello").expect("writes");
    }
    assert!(store.all_backups().0.is_empty(), "{:?}", store.all_backups());
    store.try_write().expect("can be written");
    assert!(Store::at(note.join("progress.ron")).try_write().is_err(), "it is no folder");
}

#[test]
fn a_copy_tells_its_last_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut loaded = store.load().expect("loads");
    let at = |second| Timestamp::from_second(second).expect("a moment");
    for (id, done, undone) in [("one", 7, 12), ("two", 9, 8)] {
        open(&mut loaded.book, id);
        let case = loaded.book.cases.last_mut().expect("a case");
        let case = std::sync::Arc::make_mut(case);
        case.history[0].at = at(done);
        case.undone = case.history.clone();
        case.undone[0].at = at(undone);
    }
    save(&store, &loaded.book, loaded.seal).expect("saves");
    let copy = Store::copy_at(store.path().to_owned()).expect("opens");
    assert_eq!((copy.book, copy.last), (loaded.book, Some(at(12))));
    assert_eq!(Store::copy_at(folder.path().to_owned()), None);
    // By hand a file is changed at the moment that the file system says.
    let written = Timestamp::from_millisecond(5_300).ok();
    let by_hand = Loaded { written, ..Loaded::default() };
    assert_eq!([4, 60].map(|now| by_hand.changed_at(at(now))), [at(4), at(5)]);
}

#[test]
fn what_is_kept_aside_is_told_apart_by_what_it_holds() {
    let folder = tempfile::tempdir().expect("a folder");
    let names = Names::of(&folder.path().join("progress.ron")).expect("names");
    let files = ["one", "two"].map(|text| {
        let path = folder.path().join(text);
        fs::write(&path, text).expect("writes");
        path
    });
    let keep = |file: &Path| keep_aside(&names, file, TODAY);
    let kept = files.each_ref().map(|file| keep(file).expect("keeps"));
    assert_ne!(kept[0], kept[1], "they are of one size");
    assert_eq!(files.each_ref().map(|file| keep(file).expect("keeps")), kept);
    let missing = keep(&folder.path().join("three")).map_err(|error| error.kind());
    assert_eq!(missing, Err(io::ErrorKind::NotFound));
}

#[test]
fn the_copies_of_a_sync_tool_are_found_beside_the_book() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut loaded = store.load().expect("loads");
    open(&mut loaded.book, "kl");
    save(&store, &loaded.book, loaded.seal).expect("saves");
    let beside = |name: &str| store.path().with_file_name(name);
    fs::copy(store.path(), beside("progress (1).ron")).expect("copies");
    fs::write(beside("progress 2.ron"), "hello").expect("writes");
    fs::write(beside("other.ron"), "hello").expect("writes");
    let copies = store.conflict_copies();
    let [one, other] = copies.as_slice() else { panic!("{copies:?}") };
    assert_eq!([&one.path, &other.path], [&beside("progress (1).ron"), &beside("progress 2.ron")]);
    let now = Timestamp::now();
    assert_eq!(one.book(&loaded.book, now).as_ref(), Some(&loaded.book));
    assert!(matches!(&other.held, Err(refused) if matches!(refused.damage, Damage::Foreign)));
}

#[test]
#[cfg(unix)]
fn a_link_to_a_folder_that_is_not_there_is_no_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let link = folder.path().join("data");
    std::os::unix::fs::symlink(folder.path().join("missing"), &link).expect("links");
    let locked = Store::at(link.join("progress.ron")).lock();
    let missing = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    assert!(matches!(&locked, Err(SaveError::Io(_, error)) if missing(error)), "{locked:?}");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("writes");
    assert!(Names::of(&file.join("progress.ron")).is_err(), "nor is a file");
}

#[test]
fn whether_it_can_be_written_is_tried_without_making_anything() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    store.try_write().expect("the folder is made with the first save");
    assert_eq!(fs::read_dir(folder.path()).expect("lists").count(), 0);
    // A folder that is there has to take a file.
    fs::create_dir_all(folder.path().join("data/ringoff")).expect("makes");
    store.try_write().expect("can be written");
    let names = store.names().expect("names");
    fs::create_dir(names.temp(".try")).expect("makes");
    assert!(store.try_write().is_err(), "it takes none");
}

/// A device has no end, and a pipe waits for somebody who writes: neither is a copy.
#[test]
#[cfg(unix)]
fn what_is_no_file_or_larger_than_a_book_is_no_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store(&folder);
    let mut loaded = store.load().expect("loads");
    open(&mut loaded.book, "kl");
    save(&store, &loaded.book, loaded.seal).expect("saves");
    let mut text = fs::read(store.path()).expect("reads");
    // Somebody writes the book into a pipe as soon as it is opened for reading.
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|status| status.success()) {
        let (writer, whole) = (pipe.clone(), text.clone());
        let writer = thread::spawn(move || fs::write(writer, whole));
        assert_eq!(Store::copy_at(pipe.clone()), None);
        let mut rest = std::fs::File::open(&pipe).expect("opens");
        io::copy(&mut rest, &mut io::sink()).expect("reads");
        writer.join().expect("ends").expect("writes");
    }
    // A remark at the end changes nothing, but for the size.
    text.extend(b"// mine ");
    let copy = folder.path().join("copy");
    fs::write(&copy, &text).expect("writes");
    assert!(Store::copy_at(copy.clone()).is_some());
    text.resize((64 << 20) + 1, b' ');
    fs::write(&copy, &text).expect("writes");
    assert_eq!(Store::copy_at(copy), None);
}

/// A second name would have the mode of the first.
#[test]
#[cfg(unix)]
fn a_copy_is_for_its_owner_only_and_a_save_that_is_refused_leaves_none() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("progress.ron");
    let store = Store::at(path.clone());
    let guard = store.lock().expect("is free");
    let day = jiff::civil::date(2026, 11, 5);
    let book = Book::default();
    let first = store.save(&guard, &book, Seal(None), day).expect("saves");
    let count = || fs::read_dir(folder.path()).expect("lists").count();
    let before = count();
    // What stands for the temporary file cannot be written over.
    let temp = store.names().expect("names").temp("");
    fs::create_dir(&temp).expect("makes");
    store.save(&guard, &book, first.seal, day).expect_err("is refused");
    fs::remove_dir(&temp).expect("removes");
    assert_eq!(count(), before);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("sets");
    store.try_write().expect("can be written");
    store.save(&guard, &book, first.seal, day).expect("saves");
    for one in fs::read_dir(folder.path()).expect("lists").flatten() {
        let mode = one.metadata().expect("is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", one.path().display());
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("sets");
    assert!(store.try_write().is_err(), "it is read-only");
}
