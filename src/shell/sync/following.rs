//! How the index and the folder follow the branch.
//!
//! Owns: what of other people's files is brought to the commit that came, and what is left
//! as the person has it. Must not know: the book, in which order a sync goes.
//!
//! A branch that moves alone would have the person's next commit take everybody's changes
//! back. The order is: the folder, the index, then what is kept about the file; whatever
//! cuts it short, the next run does the rest from the same commit.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    str,
};

use super::{
    git::{GitError, With},
    making::{ATTRIBUTES, FILE},
    repository::Repository,
};
use crate::store::put_in_places;

/// Where what is checked out is made, in the workshop.
const OUT: &str = "out";
/// What git ends with where it cannot do what it is asked for.
const CANNOT: i32 = 128;
/// The mode of a repository in the repository.
const SUBMODULE: &str = "160000";
const LINK: &str = "120000";

/// A mode and an id, with a blank between them.
type Content = Option<String>;

/// A file of others that two commits have differently.
struct Change {
    name: Vec<u8>,
    was: Content,
    now: Content,
}

impl Change {
    fn path(&self) -> Option<&str> {
        str::from_utf8(&self.name).ok()
    }

    fn is(&self, mode: &str) -> bool {
        let starts = |one: &Content| one.as_ref().is_some_and(|one| one.starts_with(mode));
        starts(&self.now) || (self.now.is_none() && starts(&self.was))
    }
}

impl Repository {
    /// Keeps that the file is this commit's, and has the index and the files of others follow
    /// from the commit that they were at, if one is known. The names of what was left as the
    /// person has it.
    pub(super) fn keep_file_base(
        &self,
        commit: &str,
        from: Option<&str>,
    ) -> Result<Vec<String>, GitError> {
        let entries = self.entries(commit)?;
        let ours = entries.iter().filter(|(name, _)| self.is_ours(name));
        let mut own = Vec::new();
        for (name, what) in ours.clone() {
            own.extend([what, &b"\t"[..], name, b"\0"].concat());
        }
        let indexed = self.workshop.count_of_index();
        let alone = ours.count() == entries.len() && indexed <= entries.len();
        let known = from.is_some() || indexed == 0;
        let changes = if alone || !known || from == Some(commit) {
            Vec::new()
        } else {
            self.changes(from, commit)?
        };
        let change = ["update-index", "--add", "-z", "--index-info"];
        let mut left = Ok(Some(Vec::new()));
        let changed = self.workshop.change_index(|| {
            left = if changes.is_empty() { Ok(None) } else { self.follow(&changes, &own) };
            match left {
                Ok(Some(_)) => true,
                // For whoever looks with git; it does no harm if it fails.
                Ok(None) => self.maker.does(&change, &own),
                Err(_) => false,
            }
        });
        let left = left?;
        if changes.is_empty() || left.is_none() || changed.is_ok_and(|changed| changed) {
            self.maker.run(&["update-ref", FILE, commit])?;
        }
        let all = || changes.iter().map(|one| String::from_utf8_lossy(&one.name).into_owned());
        Ok(left.unwrap_or_else(|| all().collect()))
    }

    fn is_ours(&self, name: &[u8]) -> bool {
        name == self.file.as_bytes() || name == ATTRIBUTES.as_bytes()
    }

    /// The files of others that are not the same in two commits.
    fn changes(&self, from: Option<&str>, to: &str) -> Result<Vec<Change>, GitError> {
        let Some(from) = from else {
            let listed = self.maker.bytes(&["ls-tree", "-r", "-z", to], None)?;
            let changes = rows(&listed).into_iter().map(|(words, name)| Change {
                name,
                was: None,
                now: content(words.first(), words.get(2)),
            });
            return Ok(changes.filter(|one| !self.is_ours(&one.name)).collect());
        };
        let args = ["diff-tree", "-r", "-z", "--no-renames", from, to];
        let listed = self.maker.bytes(&args, None)?;
        let mut parts = listed.split(|byte| *byte == 0);
        let mut changes = Vec::new();
        while let (Some(about), Some(name)) = (parts.next(), parts.next()) {
            let about = String::from_utf8_lossy(about);
            let words: Vec<&str> = about.trim_start_matches(':').split(' ').collect();
            changes.push(Change {
                name: name.to_owned(),
                was: content(words.first(), words.get(2)),
                now: content(words.get(1), words.get(3)),
            });
        }
        changes.retain(|one| !self.is_ours(&one.name));
        Ok(changes)
    }

    /// Changes the copy of the index, and the folder where it is as it was. Nothing where git
    /// cannot.
    fn follow(&self, changes: &[Change], own: &[u8]) -> Result<Option<Vec<String>>, GitError> {
        let Some(listed) = self.told(&["ls-files", "-s", "-z"], None)? else { return Ok(None) };
        let indexed: BTreeMap<Vec<u8>, Content> = rows(&listed)
            .into_iter()
            .map(|(words, name)| (name, content(words.first(), words.get(1))))
            .collect();
        let has = |name: &[u8]| indexed.get(name).cloned().flatten();
        let Some(touched) = self.touched()? else { return Ok(None) };
        let (follows, stays): (Vec<&Change>, Vec<&Change>) =
            changes.iter().partition(|one| has(&one.name) == one.was);
        let mut input = own.to_vec();
        for one in &follows {
            // Without a mode it goes; the id is as long as any.
            let gone = || {
                format!(
                    "0 {}",
                    "0".repeat(one.was.as_ref().map_or(0, |was| was.len().saturating_sub(7)))
                )
            };
            let now = one.now.clone().unwrap_or_else(gone);
            input.extend([now.as_bytes(), b"\t", &one.name, b"\0"].concat());
        }
        // What gives way goes before what takes its place.
        let untouched = |one: &&&Change| {
            !touched.contains(&one.name) && self.is_free(&one.name) && !one.is(SUBMODULE)
        };
        for one in follows.iter().filter(|one| one.now.is_none() && one.was.is_some()) {
            if let Some(path) = one.path()
                && untouched(&one)
            {
                self.remove(path);
            }
        }
        let change = ["update-index", "--add", "--replace", "-z", "--index-info"];
        if self.told(&change, Some(&input))?.is_none() {
            return Ok(None);
        }
        let mut out = Vec::new();
        for one in follows.iter().filter(|one| one.now.is_some()).filter(untouched) {
            if let Some(path) = one.path()
                && (one.was.is_some() || self.is_room(path))
            {
                out.push((*one, path));
            }
        }
        self.check_out(&out)?;
        let Some(touched) = self.touched()? else { return Ok(None) };
        let kept = |one: &&&Change| match &one.now {
            Some(_) => touched.contains(&one.name),
            None => one.path().is_some_and(|path| self.exists(path)),
        };
        let differs = |one: &&&Change| has(&one.name) != one.now;
        let left = follows.iter().filter(kept).chain(stays.iter().filter(differs));
        Ok(Some(left.map(|one| String::from_utf8_lossy(&one.name).into_owned()).collect()))
    }

    /// What git says, or nothing where it cannot do it.
    fn told(&self, args: &[&str], input: Option<&[u8]>) -> Result<Option<Vec<u8>>, GitError> {
        let ran = self.maker.attempt(args, input, With::Itself)?;
        match ran.code {
            _ if ran.worked => Ok(Some(ran.out)),
            Some(CANNOT) => Ok(None),
            _ => Err(ran.failed()),
        }
    }

    /// The files that are not as the copy of the index has them.
    fn touched(&self) -> Result<Option<BTreeSet<Vec<u8>>>, GitError> {
        // It says no where there are any.
        let _ = self.maker.does(&["update-index", "-q", "--refresh"], &[]);
        let told = self.told(&["diff-files", "--name-only", "-z"], None)?;
        Ok(told.map(|told| told.split(|byte| *byte == 0).map(<[u8]>::to_vec).collect()))
    }

    /// Whether the name is none that ringoff or git may keep something under.
    fn is_free(&self, name: &[u8]) -> bool {
        !name.starts_with(b".") && !name.starts_with(self.file.as_bytes())
    }

    fn exists(&self, path: &str) -> bool {
        fs::symlink_metadata(self.folder.join(path)).is_ok()
    }

    /// Whether nothing is where a file is to come, and nothing but folders above it.
    fn is_room(&self, path: &str) -> bool {
        let above = Path::new(path).ancestors().skip(1);
        let is_way = |one: &Path| match fs::symlink_metadata(self.folder.join(one)) {
            Ok(about) => one == Path::new("") || about.is_dir(),
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        let mut above = above.collect::<Vec<_>>().into_iter().rev();
        above.all(is_way) && !self.exists(path)
    }

    /// Removes a file, and the folders that are empty with that.
    fn remove(&self, path: &str) {
        let removed = fs::remove_file(self.folder.join(path));
        let above = Path::new(path).ancestors().skip(1).filter(|one| *one != Path::new(""));
        let mut above = above.take_while(|one| fs::remove_dir(self.folder.join(one)).is_ok());
        if removed.is_ok() {
            above.by_ref().for_each(drop);
        }
    }

    /// Makes files in the workshop and gives them their places when they are whole.
    fn check_out(&self, all: &[(&Change, &str)]) -> Result<(), GitError> {
        if all.is_empty() {
            return Ok(());
        }
        let seen = self.workshop.seen().join(OUT);
        let out = self.folder.join(&seen);
        let _ = fs::remove_dir_all(&out);
        let prefix = format!("--prefix={}/", seen.display());
        let mut input = Vec::new();
        for (one, _) in all {
            input.extend([&one.name, &b"\0"[..]].concat());
        }
        // What was not made is left.
        let args = ["checkout-index", "-q", &prefix, "-z", "--stdin"];
        let ran = self.maker.attempt(&args, Some(&input), With::Itself)?;
        if !ran.worked && ran.code != Some(CANNOT) && !ran.says_no() {
            return Err(ran.failed());
        }
        for (one, path) in all {
            let (from, to): (PathBuf, PathBuf) = (out.join(path), self.folder.join(path));
            if fs::symlink_metadata(&from).is_err() || to.is_dir() {
                continue;
            }
            if one.is(LINK) {
                let _ = to.parent().map(fs::create_dir_all);
                let _ = fs::rename(from, to);
            } else {
                let _ = put_in_places(&[(from, to)]);
            }
        }
        Ok(())
    }
}

/// Git's lists: what stands before each name, and the name.
fn rows(listed: &[u8]) -> Vec<(Vec<String>, Vec<u8>)> {
    let row = |row: &[u8]| {
        let (about, name) = row.split_at_checked(memchr::memchr(b'\t', row)?)?;
        let words = String::from_utf8_lossy(about).split(' ').map(str::to_owned).collect();
        Some((words, name.get(1..)?.to_vec()))
    };
    listed.split(|byte| *byte == 0).filter_map(row).collect()
}

fn content(mode: Option<impl AsRef<str>>, id: Option<impl AsRef<str>>) -> Content {
    let (mode, id) = (mode?, id?);
    let (mode, id) = (mode.as_ref(), id.as_ref());
    mode.bytes().any(|one| one != b'0').then(|| format!("{mode} {id}"))
}
