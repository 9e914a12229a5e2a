#[cfg(unix)]
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::path::PathBuf;

use super::*;

/// A file of a folder that holds a text.
fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).expect("writes");
    path
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("reads")
}

#[cfg(unix)]
fn with_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("sets");
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("there").permissions().mode() & 0o777
}

#[test]
fn a_private_file_takes_the_place_of_another_only_by_force() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("letter.txt");
    write_private(&path, b"one", false).expect("writes");
    let refused = write_private(&path, b"two", false).map_err(|error| error.kind());
    assert_eq!(refused, Err(io::ErrorKind::AlreadyExists));
    let other = folder.path().join("other.txt");
    fs::hard_link(&path, &other).expect("links");
    let left = file(folder.path(), ".letter.txt.4194999.tmp", "by a run that was killed");
    #[cfg(unix)]
    with_mode(&path, 0o644);
    write_private(&path, b"two", true).expect("writes");
    assert_eq!((text(&path), text(&other)), ("two".into(), "one".into()), "it is another file");
    assert!(!left.exists());
    #[cfg(unix)]
    assert_eq!(mode(&path), 0o600);
    assert_eq!(fs::read_dir(folder.path()).expect("lists").count(), 2);
}

#[test]
fn a_name_that_is_taken_is_given_only_by_force() {
    let folder = tempfile::tempdir().expect("a folder");
    let (new, old) = (file(folder.path(), "new", "new"), file(folder.path(), "old", "old"));
    let [free, second, temp] = ["free", "second", "temp"].map(|name| folder.path().join(name));
    let taken = |done: io::Result<()>| {
        assert_eq!(done.map_err(|error| error.kind()), Err(io::ErrorKind::AlreadyExists));
        assert_eq!((text(&new), text(&old)), ("new".into(), "old".into()));
    };
    taken(put_in_place(&new, &old, false));
    let about = |path: &Path| fs::metadata(path).expect("is there");
    taken(link_or_copy(&new, &about(&new), &old, &temp));
    put_in_place(&new, &free, false).expect("is free");
    assert!(!new.exists());
    link_or_copy(&free, &about(&free), &second, &temp).expect("is free");
    assert_eq!((text(&free), text(&second)), ("new".into(), "new".into()));
    put_in_place(&second, &old, true).expect("is forced");
    assert_eq!(text(&old), "new");
    assert!(!temp.exists() && try_write(&temp, None).is_ok() && !temp.exists());
    assert!(try_write(&temp.join("file"), None).is_err(), "there is no such folder");
}

/// Another file system refuses a second name as FAT does, and so does any for a folder.
#[test]
#[cfg(target_os = "linux")]
fn where_there_are_no_second_names_a_file_is_copied_or_moved() {
    let folder = tempfile::tempdir().expect("a folder");
    let Ok(elsewhere) = tempfile::tempdir_in("/dev/shm") else { return };
    let book = file(elsewhere.path(), "book", "all");
    let [copy, temp] = ["copy", "temp"].map(|name| folder.path().join(name));
    let about = fs::metadata(&book).expect("is there");
    link_or_copy(&book, &about, &copy, &temp).expect("copies");
    assert_eq!((text(&book), text(&copy), temp.exists()), ("all".into(), "all".into(), false));
    let missing = link_or_copy(&book, &about, &copy.join("file"), &temp);
    assert!(missing.is_err() && !temp.exists(), "no litter");
    let (new, free) = (folder.path().join("new"), folder.path().join("free"));
    fs::create_dir(&new).expect("makes");
    put_in_place(&new, &free, false).expect("moves");
    assert!(free.is_dir() && !new.exists());
}

#[test]
fn what_a_file_system_lacks_is_told_from_what_went_wrong() {
    use io::ErrorKind::{AlreadyExists, NotFound, StorageFull, Unsupported};
    assert!(REFUSALS.iter().all(|kind| knows_no_links(&(*kind).into())));
    assert!(knows_no_locks(&Unsupported.into()));
    for kind in [AlreadyExists, NotFound, StorageFull] {
        assert!(!knows_no_links(&kind.into()) && !knows_no_locks(&kind.into()), "{kind}");
    }
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        assert!(knows_no_locks(&Errno::NOLCK.into()));
        assert!(is_disk_failure(&Errno::IO.into()));
        assert!(!knows_no_locks(&Errno::IO.into()));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_process_is_known_by_its_number_and_the_machine_it_runs_on() {
    let this = this_process();
    let (number, machine) = this.split_once(' ').expect("both");
    assert_eq!(number, std::process::id().to_string());
    assert_eq!(machine.split('-').count(), 5, "{machine}");
    assert_eq!(is_process_dead(&this), Some(false));
    assert_eq!(is_process_dead(&format!("4194999 {machine}")), Some(true));
    for unknown in ["4194999 another-machine", "4194999 ", "4194999", ""] {
        assert_eq!(is_process_dead(unknown), None, "{unknown}");
    }
}

#[test]
#[cfg(unix)]
fn others_may_read_what_has_their_bits_and_change_what_is_in_an_open_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "progress.ron", "");
    for (of_file, of_folder, told, open) in [
        (0o600, 0o700, "600 · 700", false),
        (0o400, 0o755, "400 · 755", false),
        (0o640, 0o700, "640 · 700", true),
        (0o604, 0o700, "604 · 700", true),
        (0o600, 0o770, "600 · 770", true),
        (0o600, 0o702, "600 · 702", true),
    ] {
        with_mode(&path, of_file);
        with_mode(folder.path(), of_folder);
        assert_eq!(modes(&path), Some((told.to_owned(), open)));
    }
}

#[test]
#[cfg(unix)]
fn what_is_made_never_lets_others_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let fresh = folder.path().join("fresh");
    drop(private_file(&fresh, false).expect("makes"));
    assert_eq!(mode(&fresh), 0o600);
    with_mode(&fresh, 0o644);
    own::claim(&fresh, &File::open(&fresh).expect("opens")).expect("claims");
    assert_eq!(mode(&fresh), 0o600);
    let below = folder.path().join("one/two");
    private_folder(&below).expect("makes");
    assert_eq!([mode(&below), mode(&folder.path().join("one"))], [0o700; 2]);
    for (old, new) in [(0o600, 0o600), (0o644, 0o600), (0o666, 0o600), (0o400, 0o400)] {
        with_mode(&fresh, old);
        let path = folder.path().join("new");
        let about = fs::metadata(&fresh).expect("there");
        drop(replacement(&path, Some(&about)).expect("makes"));
        assert_eq!(mode(&path), new, "{old:o}");
        fs::remove_file(path).expect("removes");
    }
}

#[test]
#[cfg(unix)]
fn what_root_makes_in_the_folder_of_somebody_is_theirs() {
    const SOMEBODY: u32 = 12_345;
    let folder = tempfile::tempdir().expect("a folder");
    let own = fs::metadata(folder.path()).expect("there").uid();
    let theirs = folder.path().join("theirs");
    fs::create_dir(&theirs).expect("makes");
    if chown(&theirs, Some(SOMEBODY), Some(SOMEBODY)).is_err() {
        // Only root can give a folder away.
        return;
    }
    let owner = |path: &Path| fs::metadata(path).expect("there").uid();
    for (folder, whose) in [(theirs.as_path(), SOMEBODY), (folder.path(), own)] {
        let below = folder.join("one/two");
        private_folder(&below).expect("makes");
        assert_eq!([owner(&below), owner(&folder.join("one"))], [whose; 2]);
        let [written, lock, new] = ["written", "lock", "new"].map(|name| folder.join(name));
        write_private(&written, b"", false).expect("writes");
        drop(lock_file(&lock).expect("makes"));
        drop(replacement(&new, None).expect("makes"));
        assert_eq!([owner(&written), owner(&lock), owner(&new)], [whose; 3]);
    }
    // The file that takes the place of theirs is theirs, whatever folder it is in.
    let old = fs::metadata(theirs.join("written")).expect("there");
    let path = folder.path().join("replacement");
    drop(replacement(&path, Some(&old)).expect("makes"));
    assert_eq!(owner(&path), SOMEBODY);
}
