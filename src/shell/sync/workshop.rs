//! A place of our own in the repository, where git makes what nothing leads to yet.
//!
//! Owns: how it is made, how what is whole in it comes into the repository, and how what a
//! killed run has left there is told from what is in use. Must not know: what git is run for.
//!
//! Git writes a file under another name until it is whole, and the person may run git in the
//! same folder: of what lies there half written nobody can tell whose it is, and whether it
//! is being written still. So ours is made elsewhere. To git the place is one more working
//! copy of the repository, with a head and an index that nobody looks at, and a store of
//! objects of its own which falls back on the repository's, like that of a push that comes
//! in: should ringoff never come back, git's own cleaning takes it away by its name.

use std::{
    ffi::OsStr,
    fs::{self, File, TryLockError},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    process, thread,
    time::Duration,
};

use super::{
    super::system::is_same_file,
    git::{LEFT_OVER, Place, STALE, is_older},
};
use crate::store::{private_file, private_folder, put_in_places};

/// How the names of such places begin.
const NAME: &str = "tmp_objdir-ringoff-";
/// Who uses the place has this file locked.
const HELD: &str = "held";
/// Who makes such a place, or takes one away, has this file of the repository locked.
pub(super) const TURN: &str = "ringoff-turn";
const TURNS: u32 = 100;
const PAUSE: Duration = Duration::from_millis(20);

const OBJECTS: &str = "objects";
const INDEX: &str = "index";

/// What makes a folder a working copy, and its objects fall back on the repository's. No
/// branch is checked out there, so that git locks no other one's head.
const PARTS: [(&str, &str); 3] = [
    ("HEAD", "ref: refs/heads/.invalid\n"),
    ("commondir", "../..\n"),
    ("objects/info/alternates", "../..\n"),
];

pub(super) struct Workshop {
    /// The place as seen from the folder that git runs in.
    seen: PathBuf,
    path: PathBuf,
    /// The objects of the repository.
    objects: PathBuf,
    /// The index that the person's git looks at.
    index: PathBuf,
    held: Option<File>,
}

impl Workshop {
    /// Takes away what dead runs have left, and makes a place for this one.
    pub(super) fn open(folder: &Path, place: &Place) -> io::Result<Self> {
        let (common, index) = (folder.join(&place.common), folder.join(&place.own).join(INDEX));
        let objects = common.join(OBJECTS);
        private_folder(&objects)?;
        let turn = take_turn(&common.join(TURN))?;
        sweep(&objects, &index, turn.is_some());
        let names = (0..TURNS).map(|number| format!("{NAME}{}-{number}", process::id()));
        let name = names.into_iter().find(|name| !objects.join(name).exists());
        let name = name.ok_or(io::ErrorKind::AlreadyExists)?;
        let seen = place.common.join(OBJECTS).join(&name);
        // From here on it goes away whatever fails.
        let mut made = Self { seen, path: objects.join(name), objects, index, held: None };
        private_folder(&made.path)?;
        let held = private_file(&made.path.join(HELD), false)?;
        // Where the file system knows no locks, what is left goes by its age.
        let _ = held.try_lock();
        made.held = Some(held);
        private_folder(&made.path.join(OBJECTS).join("info"))?;
        for (name, text) in PARTS {
            private_file(&made.path.join(name), false)?.write_all(text.as_bytes())?;
        }
        if common.join("reftable").is_dir() {
            private_folder(&made.path.join("reftable"))?;
        }
        Ok(made)
    }

    /// The place as seen from the folder that git runs in.
    pub(super) fn seen(&self) -> &Path {
        &self.seen
    }

    /// Moves what git has made to the end into the repository, so that a power cut finds it
    /// there. Only then may a reference lead to it.
    pub(super) fn keep(&self) -> io::Result<()> {
        let (mut first, mut last) = (Vec::new(), Vec::new());
        for folder in fs::read_dir(self.path.join(OBJECTS))? {
            let folder = folder?;
            let name = folder.file_name();
            let is_whole = match name.as_encoded_bytes() {
                b"pack" => is_of_a_pack,
                [_, _] => is_id,
                _ => continue,
            };
            for file in fs::read_dir(folder.path())? {
                let file = file?.file_name();
                if is_whole(&file) {
                    // By its index git knows of a pack.
                    let ends = Path::new(&file).extension();
                    let list = if ends == Some("idx".as_ref()) { &mut last } else { &mut first };
                    list.push((folder.path().join(&file), self.objects.join(&name).join(&file)));
                }
            }
        }
        put_in_places(&first)?;
        put_in_places(&last)
    }

    /// How many files the index that the person's git looks at has.
    pub(super) fn count_of_index(&self) -> usize {
        let mut head = [0; 12];
        let read = File::open(&self.index).and_then(|mut file| file.read_exact(&mut head));
        let [.., a, b, c, d] = head;
        read.map_or(0, |()| u32::from_be_bytes([a, b, c, d]) as usize)
    }

    /// Has git change a copy of the index, and puts it in place as git does. The lock is a
    /// second name of the copy, and by that it is known to be ours. Whether the index is
    /// changed: the person's git may have been quicker.
    pub(super) fn change_index(&self, change: impl FnOnce() -> bool) -> io::Result<bool> {
        let (copy, lock) = (self.path.join(INDEX), locked(&self.index));
        for left in [locked(&copy), copy.clone()] {
            let _ = fs::remove_file(left);
        }
        let read = || match fs::read(&self.index) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some),
        };
        let before = read()?;
        if let Some(bytes) = &before {
            private_file(&copy, false)?.write_all(bytes)?;
        }
        if !change() {
            return Ok(false);
        }
        if is_older(&lock, STALE) {
            fs::remove_file(&lock)?;
        }
        match fs::hard_link(&copy, &lock) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                // There are no second names here.
                private_file(&lock, false)?.write_all(&fs::read(&copy)?)?;
            }
            linked => linked?,
        }
        // Also where it cannot be read, the lock has to go.
        let put = match read() {
            Ok(now) if now == before => fs::rename(&lock, &self.index).map(|()| true),
            Ok(_) => Ok(false),
            Err(error) => Err(error),
        };
        let _ = fs::remove_file(&lock);
        put
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        drop(self.held.take());
        // What cannot be removed now the next run removes.
        let _ = fs::remove_dir_all(&self.path);
    }
}

fn locked(file: &Path) -> PathBuf {
    file.with_added_extension("lock")
}

/// Waits until nobody else makes such a place, or takes one away. Nothing where the file
/// system knows no locks.
fn take_turn(path: &Path) -> io::Result<Option<File>> {
    let file = match private_file(path, false) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            File::options().write(true).open(path)?
        }
        made => made?,
    };
    for _ in 0..TURNS {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
    Err(io::ErrorKind::WouldBlock.into())
}

/// Takes away what dead runs have left. What a git that they started still does there leads
/// to nothing: nobody waits for it.
fn sweep(objects: &Path, index: &Path, is_turn: bool) {
    for entry in fs::read_dir(objects).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().as_encoded_bytes().starts_with(NAME.as_bytes());
        if is_ours && is_left(&entry.path(), is_turn) {
            let lock = locked(index);
            if is_same_file(&entry.path().join(INDEX), &lock) {
                let _ = fs::remove_file(lock);
            }
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether who made the place is certainly dead.
fn is_left(place: &Path, is_turn: bool) -> bool {
    match File::options().write(true).open(place.join(HELD)).map(|held| held.try_lock()) {
        Ok(Ok(())) => true,
        Ok(Err(TryLockError::WouldBlock)) => false,
        // It was not made to the end, or not taken away to the end.
        Err(error) if error.kind() == io::ErrorKind::NotFound && is_turn => true,
        _ => is_older(place, LEFT_OVER),
    }
}

/// The name of a file of a pack that is whole.
fn is_of_a_pack(name: &OsStr) -> bool {
    // One that is held is being made.
    name.as_encoded_bytes().starts_with(b"pack-")
        && Path::new(name).extension() != Some("keep".as_ref())
}

/// The name of an object that is whole: what is left of its id.
fn is_id(name: &OsStr) -> bool {
    name.as_encoded_bytes().iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(folder: &Path) -> Place {
        private_folder(&folder.join(".git/objects")).expect("makes");
        Place { common: ".git".into(), own: ".git".into() }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("lists").flatten();
        let mut names: Vec<String> =
            entries.map(|one| one.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_dead_runs_have_left_goes_and_what_is_in_use_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = place(folder.path());
        let objects = folder.path().join(".git/objects");
        let used = Workshop::open(folder.path(), &place).expect("makes");
        // One that was killed while it worked, and one that was killed before or after.
        let dead = objects.join(format!("{NAME}1-0"));
        fs::create_dir_all(dead.join("objects/ab")).expect("makes");
        fs::write(dead.join(HELD), "").expect("writes");
        fs::write(dead.join("objects/ab/tmp_obj_x"), "half").expect("writes");
        fs::create_dir(objects.join(format!("{NAME}2-0"))).expect("makes");
        // What the person's git is writing is none of ours.
        fs::write(objects.join("tmp_obj_y"), "theirs").expect("writes");
        let next = Workshop::open(folder.path(), &place).expect("makes");
        let name =
            |one: &Workshop| one.path.file_name().expect("a name").to_string_lossy().into_owned();
        assert_eq!(names(&objects), ["tmp_obj_y".to_owned(), name(&used), name(&next)]);
        drop((used, next));
        assert_eq!(names(&objects), ["tmp_obj_y"]);
    }

    #[test]
    fn only_what_is_whole_is_moved_into_the_repository() {
        let folder = tempfile::tempdir().expect("a folder");
        let workshop = Workshop::open(folder.path(), &place(folder.path())).expect("makes");
        let made = workshop.path.join(OBJECTS);
        for (folder, name) in [
            ("ab", "0123456789"),
            ("ab", "tmp_obj_x"),
            ("pack", "pack-1.pack"),
            ("pack", "pack-1.idx"),
            ("pack", "pack-1.keep"),
            ("pack", "tmp_pack_x"),
        ] {
            private_folder(&made.join(folder)).expect("makes");
            fs::write(made.join(folder).join(name), name).expect("writes");
        }
        workshop.keep().expect("moves");
        let objects = folder.path().join(".git/objects");
        assert_eq!(names(&objects.join("ab")), ["0123456789"]);
        assert_eq!(names(&objects.join("pack")), ["pack-1.idx", "pack-1.pack"]);
        assert!(!objects.join("info").exists());
        // A folder that cannot be read may hold what a reference will lead to.
        fs::write(made.join("cd"), "").expect("writes");
        assert!(workshop.keep().is_err());
    }

    #[test]
    fn a_lock_on_the_index_is_taken_away_at_once_only_where_it_is_ours() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = place(folder.path());
        let (index, lock) =
            (folder.path().join(".git/index"), folder.path().join(".git/index.lock"));
        let workshop = Workshop::open(folder.path(), &place).expect("makes");
        let copy = workshop.path.join(INDEX);
        let write = |text: &'static str| {
            let copy = copy.clone();
            move || fs::write(copy, text).is_ok()
        };
        workshop.change_index(write("one")).expect("puts it in place");
        workshop.change_index(write("two")).expect("puts it in place");
        assert_eq!(fs::read_to_string(&index).expect("reads"), "two");
        assert!(!lock.exists());
        // The person's git has it, or changes the index meanwhile: theirs counts.
        fs::write(&lock, "theirs").expect("writes");
        assert!(workshop.change_index(write("three")).is_err());
        assert_eq!(fs::read_to_string(&lock).expect("reads"), "theirs");
        fs::remove_file(&lock).expect("removes");
        let meanwhile = || fs::write(&copy, "four").and_then(|()| fs::write(&index, "theirs"));
        workshop.change_index(|| meanwhile().is_ok()).expect("lets it be");
        assert_eq!(fs::read_to_string(&index).expect("reads"), "theirs");
        assert!(!lock.exists());
        drop(workshop);
        // Left by a run that was killed; and another one's beside what such a run left.
        let dead = folder.path().join(".git/objects").join(format!("{NAME}1-0"));
        for (is_ours, left) in [(true, !is_same_file(&index, &index)), (false, true)] {
            fs::create_dir(&dead).expect("makes");
            fs::write(dead.join(INDEX), "five").expect("writes");
            if is_ours {
                fs::hard_link(dead.join(INDEX), &lock).expect("links");
            } else {
                fs::write(&lock, "five").expect("writes");
            }
            drop(Workshop::open(folder.path(), &place).expect("makes"));
            assert_eq!(lock.exists(), left, "ours: {is_ours}");
            assert!(!dead.exists());
            let _ = fs::remove_file(&lock);
        }
    }
}
