//! How a folder becomes a repository.
//!
//! Owns: what is in it from the beginning, and what is told by that it was made to the end.
//! Must not know: what is committed.

use std::{fmt::Write as _, fs, path::Path, process};

use jiff::Timestamp;

use super::git::{Git, GitError};
use crate::store::{private_folder, put_in_places, write_private};

/// The commit that the file was last made from, or made into.
pub(super) const FILE: &str = "refs/ringoff/file";
pub(super) const ATTRIBUTES: &str = ".gitattributes";
/// Says that the repository was made to the end.
pub(super) const READY: &str = "ringoff.ready";

/// Makes the repository in the folder, if there is none: it has its name when it is
/// whole. Only the holder of the lock on the book may call it.
pub(super) fn make(folder: &Path, file: &str, now: Timestamp) -> Result<(), GitError> {
    let place = folder.join(".git");
    if place.exists() {
        return Ok(());
    }
    // What a killed run has left of it goes with the next lock.
    let temp = folder.join(format!(".{file}.{}.git.tmp", process::id()));
    let made = private_folder(&temp).map_err(GitError::Io).and_then(|()| {
        finish(&Git::new(&temp, now), &temp, file)?;
        write_attributes(folder, file);
        put_in_places(&[(temp.join(".git"), place)]).map_err(GitError::Io)
    });
    let _ = fs::remove_dir_all(temp);
    made
}

/// Makes a repository to the end that somebody else made, or that a power cut has damaged.
pub(super) fn go_on(git: &Git, folder: &Path, file: &str) -> Result<(), GitError> {
    // What a power cut has left empty git takes for whole.
    let head = folder.join(".git/HEAD");
    if fs::metadata(&head).is_ok_and(|about| about.len() == 0) {
        fs::remove_file(&head).map_err(GitError::Io)?;
    }
    write_attributes(folder, file);
    finish(git, folder, file)
}

/// The branch that is checked out, where a power cut has left it empty: it leads to what the
/// file goes back to again, if that is whole.
pub(super) fn emptied(git: &Git, folder: &Path) -> Option<String> {
    let own = folder.join(".git");
    let head = fs::read_to_string(own.join("HEAD")).ok()?;
    let branch = head.trim_end().strip_prefix("ref: ")?;
    let path = own.join(branch);
    if fs::read(&path).ok()?.iter().any(|byte| *byte != 0) {
        return None;
    }
    let name = format!("{FILE}^{{tree}}");
    let tree = git.ask(&["rev-parse", "-q", "--verify", &name]).ok().flatten();
    let commit = git.ask(&["rev-parse", "-q", "--verify", FILE]).ok().flatten();
    if let Some((tree, commit)) = tree.zip(commit)
        && git.run(&["ls-tree", &tree]).is_ok()
    {
        let _ = write_private(&path, format!("{commit}\n").as_bytes(), true);
    }
    Some(branch.to_owned())
}

/// Makes what git needs for a repository, or what is missing of it.
fn finish(git: &Git, folder: &Path, file: &str) -> Result<(), GitError> {
    git.run(&["init", "-q", "--template="])?;
    let unborn = git.ask(&["rev-parse", "-q", "--verify", "HEAD^{commit}"])?.is_none();
    if unborn {
        git.run(&["symbolic-ref", "HEAD", "refs/heads/main"])?;
        // Backups, locks and the rest stay on this machine.
        let info = folder.join(".git/info");
        fs::create_dir_all(&info).map_err(GitError::Io)?;
        let own = pattern(file);
        let ignored = format!("/*\n!/{own}\n!/{ATTRIBUTES}\n");
        write_private(&info.join("exclude"), ignored.as_bytes(), true).map_err(GitError::Io)?;
    }
    git.set("merge.ringoff.name", "ringoff")?;
    git.set("merge.ringoff.driver", "ringoff merge %O %A %B %P")?;
    git.keep("HEAD");
    git.set(READY, "1")
}

/// For whoever looks with git; what is there stays.
fn write_attributes(folder: &Path, file: &str) {
    let _ = write_private(&folder.join(ATTRIBUTES), attributes(file).as_bytes(), false);
}

/// What is told of the book's file to git.
pub(super) fn attributes(file: &str) -> String {
    format!("{} merge=ringoff\n", quoted(&pattern(file)))
}

/// The pattern of git that fits this name and no other.
fn pattern(file: &str) -> String {
    let special = |letter| matches!(letter, '*' | '?' | '[' | ']' | '\\' | '!' | '#');
    let mut pattern = String::with_capacity(file.len());
    for letter in file.chars() {
        if special(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

/// As it stands where blanks part the words: git takes the quotes of C there.
fn quoted(pattern: &str) -> String {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte) || !byte.is_ascii();
    if pattern.bytes().all(plain) {
        return pattern.to_owned();
    }
    let mut quoted = String::from('\u{22}');
    for letter in pattern.chars() {
        match letter {
            '\u{22}' | '\\' => quoted.extend(['\\', letter]),
            _ if letter.is_ascii_control() => {
                let _ = write!(quoted, "\\{:03o}", u32::from(letter));
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('\u{22}');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_of_a_file_is_written_as_git_reads_it() {
        for (file, written) in [
            ("progress.ron", "progress.ron"),
            ("进度.ron", "进度.ron"),
            ("my progress.ron", r#""my progress.ron""#),
            ("#1.ron", "\"\\\\#1.ron\""),
            ("a[b].ron", r#""a\\[b\\].ron""#),
            ("a\tb", r#""a\011b""#),
        ] {
            assert_eq!(attributes(file), format!("{written} merge=ringoff\n"));
        }
    }
}
