//! The repository beside the book.
//!
//! Owns: which files are in it, its references, and how a book becomes a commit.
//! The folder itself is never checked out: what is committed comes from the store,
//! and what comes in goes through it. Must not know: in which order things happen.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{
    git::{Git, GitError, Ran, With},
    making::{ATTRIBUTES, FILE, READY, attributes, emptied, go_on},
    workshop::Workshop,
};
use crate::{domain::Book, store::print};

const REMOTE: &str = "origin";
/// What was fetched, until it is whole in the repository: git keeps these apart for each
/// working copy.
const CAME: &str = "refs/worktree";
/// Where it is pushed to.
const URL: &str = "remote.origin.url";
/// How the person reaches it.
const SSH: &str = "core.sshcommand";
/// All that is asked of git's settings. It is asked at once: without [`READY`] among the
/// answers, git could not read them, and what is missing may be there.
const ASKED: &str =
    r"^(ringoff\.ready|remote\.origin\.url|core\.sshcommand|user\.name|user\.email)$";

/// What is in a commit, by name: mode, kind and id, as git lists them.
pub(super) type Entries = BTreeMap<Vec<u8>, Vec<u8>>;

/// A commit by its id.
pub(super) type Commit = String;

/// What became of a push.
pub(super) enum Pushed {
    Done,
    /// The remote has something that is not here yet, or wants none of it; what it
    /// said.
    Rejected(String),
}

pub(super) struct Repository {
    pub(super) folder: PathBuf,
    pub(super) git: Git,
    /// The git that makes something: nothing of it is in the repository until it is kept.
    pub(super) maker: Git,
    pub(super) workshop: Workshop,
    /// The name of the book's file.
    pub(super) file: String,
    /// Such as `refs/heads/main`.
    branch: String,
    /// What git is set to, of what is [`ASKED`].
    settings: BTreeMap<String, String>,
    /// Who commits.
    person: [String; 2],
}

impl Repository {
    /// The repository in the folder. Whatever cut the making short, the next one goes on
    /// with it.
    pub(super) fn open(
        folder: &Path,
        file: String,
        user: &str,
        now: Timestamp,
    ) -> Result<Self, GitError> {
        let git = Git::new(folder, now);
        let mut settings = self::settings(&git)?;
        if !settings.contains_key(READY) {
            go_on(&git, folder, &file)?;
            settings = self::settings(&git)?;
            if !settings.contains_key(READY) {
                let why = fs::read(folder.join(".git/config")).err();
                return Err(GitError::Io(why.unwrap_or(io::ErrorKind::Interrupted.into())));
            }
        }
        let place = git.place()?;
        let own = folder.join(&place.own);
        if ["MERGE_HEAD", "rebase-merge", "rebase-apply"].iter().any(|name| own.join(name).exists())
        {
            return Err(GitError::Unfinished);
        }
        let branch = match git.ask(&["symbolic-ref", "-q", "HEAD"]) {
            // Git does not know a branch that a power cut has emptied.
            Err(error) => emptied(&git, folder).ok_or(error)?,
            told => told?.ok_or(GitError::NoBranch)?,
        };
        let known = |name: &str| settings.get(name).cloned();
        let name = known("user.name").unwrap_or_else(|| user.to_owned());
        let mail = known("user.email").unwrap_or_else(|| format!("{user}@localhost"));
        let workshop = Workshop::open(folder, &place).map_err(GitError::Io)?;
        let maker = git.inside(workshop.seen());
        let (folder, person) = (folder.to_owned(), [name, mail]);
        Ok(Self { folder, git, maker, workshop, file, branch, settings, person })
    }

    /// Where it is pushed to, as it was given.
    pub(super) fn remote(&self) -> Option<&str> {
        self.settings.get(URL).map(String::as_str)
    }

    pub(super) fn set_remote(&mut self, url: &str) -> Result<(), GitError> {
        if self.remote() == Some(url) {
            return Ok(());
        }
        let fetch = format!("+refs/heads/*:refs/remotes/{REMOTE}/*");
        self.git.set(&format!("remote.{REMOTE}.fetch"), &fetch)?;
        self.git.set(URL, url)?;
        self.settings.insert(URL.to_owned(), url.to_owned());
        Ok(())
    }

    /// Whether git can read all of it, as far as it says.
    pub(super) fn is_sound(&self) -> bool {
        let ran = self.git.attempt(&["fsck", "--no-progress", "--no-dangling"], None, With::Packs);
        !matches!(ran, Ok(Ran { worked: false, .. }))
    }

    /// Keeps the repository small.
    pub(super) fn tidy(&self) {
        self.git.tidy();
    }

    fn commit_at(&self, name: &str) -> Result<Option<Commit>, GitError> {
        self.named(&format!("{name}^{{commit}}"))
    }

    /// The newest commit here.
    pub(super) fn head(&self) -> Result<Option<Commit>, GitError> {
        self.commit_at(&self.branch)
    }

    /// The commit that the file is known to go back to.
    pub(super) fn file_base(&self) -> Result<Option<Commit>, GitError> {
        self.commit_at(FILE)
    }

    pub(super) fn tracking(&self) -> String {
        let branch = self.branch.strip_prefix("refs/heads/").unwrap_or(&self.branch);
        format!("refs/remotes/{REMOTE}/{branch}")
    }

    /// The newest commit of the remote, as it was fetched last.
    pub(super) fn theirs(&self) -> Result<Option<Commit>, GitError> {
        self.commit_at(&self.tracking())
    }

    /// Moves the branch from one commit to the next.
    pub(super) fn advance(&self, to: &str, from: Option<&str>) -> Result<(), GitError> {
        self.maker.run(&["update-ref", &self.branch, to, from.unwrap_or_default()]).map(drop)
    }

    /// Makes a commit of a book, which outlives a power cut. Nothing leads to it yet.
    pub(super) fn commit(
        &self,
        book: &Book,
        parents: &[&str],
        subject: &str,
    ) -> Result<Commit, GitError> {
        let text = print(book).map_err(|error| GitError::Failed(error.to_string()))?;
        let blob = self.object("blob", text.as_bytes())?;
        let mut entries = match parents {
            [] => Entries::new(),
            [parent] => self.entries(parent)?,
            [ours, theirs, ..] => self.joined(ours, theirs)?,
        };
        let mut put = |name: &str, blob: &str| {
            entries.insert(name.as_bytes().to_vec(), format!("100644 blob {blob}").into_bytes());
        };
        put(&self.file, &blob);
        if parents.is_empty() {
            put(ATTRIBUTES, &self.object("blob", attributes(&self.file).as_bytes())?);
        }
        let tree = self.object("tree", &tree(&entries))?;
        let [name, mail] = &self.person;
        let (name, mail) = (format!("user.name={name}"), format!("user.email={mail}"));
        let mut args = vec!["-c", &name, "-c", &mail, "commit-tree", &tree, "-m", subject];
        for parent in parents {
            args.extend(["-p", parent]);
        }
        let made = self.maker.run(&args)?;
        self.workshop.keep().map_err(GitError::Io)?;
        Ok(made)
    }

    /// What is in a commit.
    pub(super) fn entries(&self, commit: &str) -> Result<Entries, GitError> {
        let listed = self.maker.bytes(&["ls-tree", "-z", commit], None)?;
        let entry = |entry: &[u8]| {
            let at = memchr::memchr(b'\t', entry)?;
            let (what, name) = entry.split_at_checked(at)?;
            Some((name.get(1..)?.to_vec(), what.to_vec()))
        };
        Ok(listed.split(|byte| *byte == 0).filter_map(entry).collect())
    }

    /// Keeps something under its id. `git mktree` reads no settings, and would leave it to
    /// chance whether a tree outlives a power cut.
    pub(super) fn object(&self, kind: &str, bytes: &[u8]) -> Result<String, GitError> {
        // What others keep beside the book is theirs, also what a git of today would not make.
        let args = ["hash-object", "--literally", "-t", kind, "-w", "--stdin"];
        let id = self.maker.bytes(&args, Some(bytes))?;
        Ok(String::from_utf8_lossy(&id).trim_end().to_owned())
    }

    /// Whether everything of `old` is in `new`.
    pub(super) fn is_ancestor(&self, old: &str, new: &str) -> Result<bool, GitError> {
        Ok(self.git.ask(&["merge-base", "--is-ancestor", old, new])?.is_some())
    }

    /// What two commits both go back to; several where they were merged crosswise.
    pub(super) fn common(&self, one: &str, other: &str) -> Result<Vec<Commit>, GitError> {
        let found = self.git.ask(&["merge-base", "--all", one, other])?;
        Ok(found.unwrap_or_default().lines().map(str::to_owned).collect())
    }

    /// The commits that only `new` has, the oldest first, each with the commit before
    /// it and its author.
    pub(super) fn between(
        &self,
        old: Option<&str>,
        new: &str,
    ) -> Result<Vec<(Commit, Option<Commit>, String)>, GitError> {
        let not = old.map(|old| format!("^{old}"));
        let mut args = vec!["log", "--no-merges", "--reverse", "--format=%H%x09%P%x09%an", new];
        args.extend(not.as_deref());
        let listed = self.git.run(&args)?;
        let row = |line: &str| {
            let mut words = line.splitn(3, '\t').map(str::to_owned);
            let (commit, parents, author) = (words.next()?, words.next()?, words.next()?);
            let parent = parents.split(' ').next().filter(|parent| !parent.is_empty());
            Some((commit, parent.map(str::to_owned), author))
        };
        Ok(listed.lines().filter_map(row).collect())
    }

    /// Brings what the remote has. A branch that is gone there is gone here.
    pub(super) fn fetch(&self) -> Result<(), GitError> {
        let all = format!("+refs/heads/*:{CAME}/*");
        let quiet = ["fetch", "-q", "--no-tags", "--no-write-fetch-head", "--prune", "--refmap="];
        // How far it is tells that it lives.
        let ran = self.far(&self.maker, &[&quiet[..], &["--progress", REMOTE, &all]].concat())?;
        if !ran.worked {
            return Err(ran.failed());
        }
        self.workshop.keep().map_err(GitError::Io)?;
        self.track()
    }

    /// Has the references to what the remote has lead to what was fetched.
    fn track(&self) -> Result<(), GitError> {
        let tracked = format!("refs/remotes/{REMOTE}");
        let format = "--format=%(objectname) %(refname) %(symref)";
        let listed = self.maker.run(&["for-each-ref", format, CAME, &tracked])?;
        let (mut came, mut here) = (BTreeMap::new(), BTreeMap::new());
        for line in listed.lines() {
            let mut words = line.split(' ');
            let (Some(id), Some(name), None | Some("")) =
                (words.next(), words.next(), words.next())
            else {
                continue;
            };
            let below = |folder| name.strip_prefix(folder)?.strip_prefix('/');
            if let Some(branch) = below(CAME) {
                came.insert(branch, id);
            } else if let Some(branch) = below(&tracked) {
                here.insert(branch, id);
            }
        }
        let gone: BTreeSet<_> = here.keys().filter(|branch| !came.contains_key(*branch)).collect();
        let gone = gone.into_iter().map(|branch| format!("delete {tracked}/{branch}\n"));
        let new = came.iter().filter(|(branch, id)| here.get(*branch) != Some(id));
        let new = new.map(|(branch, id)| format!("update {tracked}/{branch} {id}\n"));
        // One that is gone may be in the way of another one.
        for changes in [gone.collect::<String>(), new.collect()] {
            if !changes.is_empty() {
                self.maker.bytes(&["update-ref", "--stdin"], Some(changes.as_bytes()))?;
            }
        }
        Ok(())
    }

    /// Sends a commit; the remote takes it only if it has nothing that is not in it.
    pub(super) fn push(&self, commit: &str) -> Result<Pushed, GitError> {
        let to = format!("{commit}:{}", self.branch);
        let mut args = vec!["push", "--porcelain", "--progress", "--no-verify"];
        if let With::Folder(_) = self.far_side() {
            // What was sent there outlives a power cut as what is here does.
            args.push("--receive-pack=git -c core.fsync=all receive-pack");
        }
        let ran = self.far(&self.git, &[&args[..], &[REMOTE, &to]].concat())?;
        if ran.worked {
            // Git did so by itself, unless it is set to track other branches.
            if self.theirs()?.as_deref() != Some(commit) {
                self.maker.run(&["update-ref", &self.tracking(), commit])?;
            }
            return Ok(Pushed::Done);
        }
        let out = String::from_utf8_lossy(&ran.out);
        match out.lines().find_map(|line| line.strip_prefix('!')) {
            // In front stands which commit it was.
            Some(line) => {
                let why = line.find('[').and_then(|at| line.get(at..)).unwrap_or(line);
                Ok(Pushed::Rejected(why.trim().to_owned()))
            }
            None => Err(ran.failed()),
        }
    }

    /// Runs what speaks with the remote. Where the person has not said how to reach
    /// it, nothing is asked at the terminal.
    fn far(&self, git: &Git, args: &[&str]) -> Result<Ran, GitError> {
        let quiet =
            "core.sshCommand=ssh -oBatchMode=yes -oConnectTimeout=15 -oServerAliveInterval=15";
        let all: Vec<&str> = if self.settings.contains_key(SSH) {
            args.to_vec()
        } else {
            ["-c", quiet].into_iter().chain(args.iter().copied()).collect()
        };
        git.attempt(&all, None, self.far_side())
    }

    /// Where the remote is.
    fn far_side(&self) -> With<'_> {
        let remote = self.remote().unwrap_or_default();
        let folder = Path::new(remote.strip_prefix("file://").unwrap_or(remote));
        if folder.is_absolute() { With::Folder(folder) } else { With::Machine }
    }
}

/// What git is set to, of what is [`ASKED`].
fn settings(git: &Git) -> Result<BTreeMap<String, String>, GitError> {
    let told = git.ask(&["config", "-z", "--get-regexp", ASKED])?.unwrap_or_default();
    let pair =
        |told: &str| told.split_once('\n').map(|(name, value)| (name.to_owned(), value.to_owned()));
    // Of several values the last one counts.
    Ok(told.split('\0').filter_map(pair).collect())
}

/// A tree as git keeps it.
fn tree(entries: &Entries) -> Vec<u8> {
    let row = |(name, what): (&Vec<u8>, &Vec<u8>)| {
        let what = String::from_utf8_lossy(what);
        let mut words = what.split(' ');
        let mut word = || words.next().unwrap_or_default();
        let (mode, kind, id) = (word(), word(), word());
        let row = [mode.trim_start_matches('0').as_bytes(), b" ", name, b"\0"].concat();
        // A folder has the place that it would have with a slash behind it.
        let behind: &[u8] = if kind == "tree" { b"/" } else { b"" };
        ([name, behind].concat(), [row, bytes_of(id)].concat())
    };
    let mut rows: Vec<(Vec<u8>, Vec<u8>)> = entries.iter().map(row).collect();
    rows.sort();
    rows.into_iter().flat_map(|(_, row)| row).collect()
}

/// The bytes of an id.
fn bytes_of(id: &str) -> Vec<u8> {
    let pair = |at: usize| u8::from_str_radix(id.get(at..at + 2)?, 16).ok();
    (0..id.len()).step_by(2).filter_map(pair).collect()
}
