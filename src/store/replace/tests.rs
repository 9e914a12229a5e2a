#[cfg(unix)]
use std::os::unix::fs::PermissionsExt as _;

use super::*;

const STEPS: [Step; 8] = [
    Step::OpenFolder,
    Step::CreateTemp,
    Step::Write,
    Step::SyncTemp,
    Step::ReadBack,
    Step::Backup,
    Step::Commit,
    Step::SyncFolder,
];

fn of(path: &Path) -> Names {
    Names::of(path).expect("names")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<_> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_fault_at_any_step_leaves_the_old_file_or_the_new_and_no_litter() {
    for broken in STEPS {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("progress.ron");
        fs::write(&path, "old").expect("writes");
        let outcome = replace(&of(&path), b"new", true, |step| {
            if step == broken { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        });
        let content = fs::read_to_string(&path).expect("is there");
        match broken {
            Step::SyncFolder => {
                assert!(!outcome.expect("is in place"), "not durable");
                assert_eq!(content, "new");
            }
            _ => {
                assert_eq!(outcome.expect_err("fails").kind(), io::ErrorKind::StorageFull);
                assert_eq!(content, "old", "{broken:?}");
            }
        }
        let left = names(folder.path());
        assert!(left.iter().all(|name| !name.contains(".tmp")), "{broken:?}: {left:?}");
    }
}

#[test]
#[cfg(unix)]
fn the_last_save_is_kept_and_the_mode_never_widens() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("progress.ron");
    for text in ["one", "two", "three"] {
        assert!(replace(&of(&path), text.as_bytes(), true, |_| Ok(())).expect("saves"), "durable");
        let mode = fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    assert_eq!(fs::read_to_string(folder.path().join("progress.ron.bak")).expect("kept"), "two");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("widens");
    replace(&of(&path), b"four", true, |_| Ok(())).expect("saves");
    let mode = fs::metadata(&path).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
#[cfg(unix)]
fn a_link_stays_a_link() {
    let folder = tempfile::tempdir().expect("a folder");
    let (real, link) = (folder.path().join("real.ron"), folder.path().join("progress.ron"));
    std::os::unix::fs::symlink("real.ron", &link).expect("links");
    for text in ["one", "two"] {
        replace(&of(&link), text.as_bytes(), true, |_| Ok(())).expect("saves");
    }
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(fs::read_to_string(real).expect("there"), "two");
}

#[test]
#[cfg(unix)]
fn a_file_without_owner_write_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("progress.ron");
    fs::write(&path, "mine").expect("writes");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("narrows");
    let error = replace(&of(&path), b"new", true, |_| Ok(())).expect_err("is refused");
    assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
    assert_eq!(fs::read_to_string(&path).expect("there"), "mine");
}

#[test]
fn what_a_killed_save_left_is_swept() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("progress.ron");
    for name in [".progress.ron.4194999.tmp", ".progress.ron.4194999.bak.tmp", ".other.99.tmp"] {
        fs::write(folder.path().join(name), "").expect("writes");
    }
    // Process 1 always runs, and has its file open.
    let used = platform::replacement(&folder.path().join(".progress.ron.1.tmp"), None);
    of(&path).sweep();
    drop(used.expect("makes"));
    assert_eq!(names(folder.path()), [".other.99.tmp", ".progress.ron.1.tmp"]);
}

/// What is no file, such as a device or a pipe, is not replaced.
#[test]
#[cfg(unix)]
fn what_is_no_file_stays_what_it_is() {
    use std::os::unix::{fs::FileTypeExt as _, net::UnixListener};

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("progress.ron");
    let _socket = UnixListener::bind(&path).expect("makes");
    let error = replace(&of(&path), b"new", true, |_| Ok(())).expect_err("is refused");
    assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    assert!(fs::metadata(&path).expect("there").file_type().is_socket());
    assert_eq!(names(folder.path()), ["progress.ron"]);
}

/// A disk that took other bytes than it was given, or fewer or more, is found out before
/// the old file is touched.
#[test]
fn what_was_written_is_read_back_to_the_last_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file");
    let wanted: Vec<u8> =
        (0..3 * PIECE + 7).map(|at| u8::try_from(at % 251).unwrap_or(0)).collect();
    let reads = |bytes: &[u8]| {
        fs::write(&path, bytes).expect("writes");
        holds(File::open(&path).expect("opens"), &wanted).expect("reads")
    };
    assert!(reads(&wanted));
    for at in [0, PIECE - 1, PIECE, wanted.len() - 1] {
        let mut flipped = wanted.clone();
        flipped[at] ^= 1;
        assert!(!reads(&flipped), "{at}");
        assert!(!reads(&wanted[..at]), "{at}");
    }
    assert!(!reads(&[wanted.as_slice(), b"x"].concat()));
}
/// Fails once in this way, and holds nothing.
struct Fails(Option<io::ErrorKind>);

impl Read for Fails {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), |kind| Err(kind.into()))
    }
}

#[test]
fn what_is_read_back_is_what_was_written_and_no_more() {
    for (file, same) in
        [("made up", true), ("made", false), ("made up!", false), ("made in", false), ("", false)]
    {
        assert_eq!(holds(file.as_bytes(), b"made up").expect("reads"), same, "{file}");
    }
    let read = |kind| holds((&b"made "[..]).chain(Fails(Some(kind))).chain(&b"up"[..]), b"made up");
    assert!(read(io::ErrorKind::Interrupted).expect("reads"));
    let failed = read(io::ErrorKind::StorageFull).err().map(|error| error.kind());
    assert_eq!(failed, Some(io::ErrorKind::StorageFull));
}

#[test]
fn a_folder_is_not_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("progress.ron");
    fs::create_dir(&path).expect("a folder");
    let error = replace(&of(&path), b"new", true, |_| Ok(())).expect_err("is refused");
    assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    assert_eq!(names(folder.path()), ["progress.ron"]);
}
