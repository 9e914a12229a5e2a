//! The program git, run in one folder.
//!
//! Owns: how it is called, so that nothing of the person's environment, hooks or
//! terminal gets in the way, and what its failures are. Must not know: what is
//! kept in the repository.

use std::{
    env, fs, io,
    path::{Component, Path, PathBuf},
    process::{Command, Output},
    thread,
    time::Duration,
};

use jiff::Timestamp;

use super::child::{self, Manner};

/// What git is told whatever the person's own settings are.
const SETTINGS: [&str; 18] = [
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.autocrlf=false",
    "core.askPass=",
    "core.fsync=all",
    "core.sharedRepository=0600",
    "core.quotePath=false",
    "commit.gpgSign=false",
    "push.gpgSign=false",
    "gc.auto=0",
    "gc.autoDetach=false",
    "maintenance.auto=false",
    "init.defaultBranch=main",
    "protocol.ext.allow=never",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "http.lowSpeedLimit=1",
    "http.lowSpeedTime=30",
];

/// How often to try while another git holds one of its lock files, and how long to
/// wait each time: longer than a lock file lives.
const TRIES: u32 = 240;
const PAUSE: Duration = Duration::from_millis(50);
/// A lock file of git that is older was left by one that was killed: a step on a
/// repository of one file takes milliseconds.
pub(super) const STALE: Duration = Duration::from_secs(10);
/// How long a git may say nothing: five times what the largest book takes on a slow disk.
/// One that speaks with another repository says all the while how far it is.
const SILENCE: Duration = Duration::from_secs(30);
/// The same where nobody hears how far it is: while it packs years of changes, or where a
/// person may be asked something.
const SILENCE_OF_THE_BUSY: Duration = Duration::from_mins(2);
const SILENCE_OF_A_PERSON: Duration = Duration::from_mins(5);

/// When what lies loose is packed: every change is a whole book until then, and the
/// difference afterwards. Git guesses how many there are by a sample.
/// Versions of one book are like their neighbours: few comparisons do, and nobody waits
/// long.
const PACKED: [&str; 4] = ["-c", "gc.auto=400", "-c", "pack.window=2"];
/// What is half written for so long is left over: git may still be fetching what is younger.
pub(super) const LEFT_OVER: Duration = Duration::from_hours(1);

/// Why git did not do what it was asked for.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub(crate) enum GitError {
    /// There is no program `git`.
    Missing,
    /// It could not be run.
    Io(io::Error),
    /// It did not come to an end, and was ended.
    Silent,
    /// It failed, and said this.
    Failed(String),
    /// No branch is checked out, or a merge or rebase is open.
    NoBranch,
    Unfinished,
    /// Somebody changed these files of others differently on both sides; the name by which
    /// git knows the other one.
    Clash(Vec<String>, String),
}

/// What git is run with.
#[derive(Clone, Debug)]
pub(super) struct Git {
    folder: PathBuf,
    /// The moment that commits are dated by.
    now: Timestamp,
    /// Where it makes what nothing leads to yet, as seen from the folder; in the repository
    /// itself where there is none.
    workshop: Option<PathBuf>,
}

/// Where the repository of a folder is.
pub(super) struct Place {
    /// What all working copies share, as seen from the folder.
    pub(super) common: PathBuf,
    /// What is the folder's own.
    pub(super) own: PathBuf,
}

/// Whom a run of git speaks with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum With<'a> {
    /// Nobody but itself.
    Itself,
    /// The packs that it makes.
    Packs,
    /// A repository in another folder.
    Folder(&'a Path),
    /// Another machine, and perhaps the person, whom it may ask something at the
    /// terminal.
    Machine,
}

/// What a run of git ended with.
pub(super) struct Ran {
    pub(super) worked: bool,
    /// What it was run for.
    what: String,
    pub(super) code: Option<i32>,
    pub(super) said: String,
    pub(super) out: Vec<u8>,
}

impl Ran {
    /// It answered a question with no.
    pub(super) fn says_no(&self) -> bool {
        self.code == Some(1)
    }

    /// The failure, with what matters of what git said.
    pub(super) fn failed(&self) -> GitError {
        let mark = |line: &&str| line.starts_with("fatal:") || line.starts_with("error:");
        let mut lines = self.said.lines();
        let line = lines.clone().find(mark).or_else(|| lines.next_back()).unwrap_or_default();
        let line = line.split_once(": ").map_or(line, |(_, rest)| rest).trim();
        if line.is_empty() {
            // Some say nothing.
            let code = self.code.map_or_else(|| "?".to_owned(), |code| code.to_string());
            return GitError::Failed(format!("git {}: {code}", self.what));
        }
        GitError::Failed(line.to_owned())
    }
}

impl Git {
    pub(super) fn new(folder: &Path, now: Timestamp) -> Self {
        Self { folder: folder.to_owned(), now, workshop: None }
    }

    /// One that makes everything but references in a place of its own.
    pub(super) fn inside(&self, workshop: &Path) -> Self {
        Self { workshop: Some(workshop.to_owned()), ..self.clone() }
    }

    /// Where the repository of the folder is.
    pub(super) fn place(&self) -> Result<Place, GitError> {
        if self.folder.join(".git").is_dir() {
            return Ok(Place { common: ".git".into(), own: ".git".into() });
        }
        // One of several working copies of a repository.
        let told = self.run(&["rev-parse", "--git-dir", "--git-common-dir"])?;
        let mut lines = told.lines().map(PathBuf::from);
        let own = lines.next().unwrap_or_default();
        Ok(Place { common: lines.next().unwrap_or_else(|| own.clone()), own })
    }

    /// Runs it and returns what it printed. A failure is an error.
    pub(super) fn run(&self, args: &[&str]) -> Result<String, GitError> {
        let bytes = self.bytes(args, None)?;
        Ok(String::from_utf8_lossy(&bytes).trim_end().to_owned())
    }

    /// The same, byte for byte, with something to read.
    pub(super) fn bytes(&self, args: &[&str], input: Option<&[u8]>) -> Result<Vec<u8>, GitError> {
        let ran = self.attempt(args, input, With::Itself)?;
        if ran.worked { Ok(ran.out) } else { Err(ran.failed()) }
    }

    /// Sets what git is to know of the repository.
    pub(super) fn set(&self, name: &str, value: &str) -> Result<(), GitError> {
        self.run(&["config", "--local", name, value])?;
        self.keep("config");
        Ok(())
    }

    /// Has the disk keep a file of the repository: git leaves some of them to chance. Where
    /// they are in another place, they are left to it.
    pub(super) fn keep(&self, file: &str) {
        let path = self.folder.join(".git").join(file);
        let _ = fs::OpenOptions::new().append(true).open(path).and_then(|file| file.sync_all());
    }

    /// What it printed; nothing when it says no, which is not the same as failing.
    pub(super) fn ask(&self, args: &[&str]) -> Result<Option<String>, GitError> {
        let ran = self.attempt(args, None, With::Itself)?;
        if ran.says_no() {
            return Ok(None);
        }
        let told = || String::from_utf8_lossy(&ran.out).trim_end().to_owned();
        if ran.worked { Ok(Some(told())) } else { Err(ran.failed()) }
    }

    /// Whether it did it. It waits for nobody.
    pub(super) fn does(&self, args: &[&str], input: &[u8]) -> bool {
        self.once(args, Some(input), With::Itself).is_ok_and(|ran| ran.status.success())
    }

    /// Packs what lies loose, when it is much, and takes away what a killed git of anybody
    /// has left half written: no reference leads there. Nothing depends on it.
    pub(super) fn tidy(&self) {
        let objects = self.folder.join(".git/objects");
        for folder in folders(&objects) {
            for path in entries(&folder).filter(|path| is_half_written(path)) {
                let _ = fs::remove_file(path);
            }
        }
        let args = [&PACKED[..], &["gc", "--auto", "--quiet"]].concat();
        let _ = self.once(&args, None, With::Packs);
    }

    /// Runs it, however it ends. While another git holds a lock file, this one waits;
    /// a lock file that a killed git left is taken away.
    pub(super) fn attempt(
        &self,
        args: &[&str],
        input: Option<&[u8]>,
        with: With<'_>,
    ) -> Result<Ran, GitError> {
        let mut tries = 0;
        loop {
            let Output { status, stdout, stderr } = self.once(args, input, with)?;
            let said = String::from_utf8_lossy(&stderr).into_owned();
            let lock = lock_file(&said, &self.folder).filter(|_| !status.success());
            match lock.filter(|lock| self.may_unlock(lock, with)) {
                Some(lock) if is_old(&lock) => match fs::remove_file(&lock) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => {
                        return Err(GitError::Io(error));
                    }
                    _ => {}
                },
                Some(_) if tries < TRIES => thread::sleep(PAUSE),
                _ => {
                    let (worked, code) = (status.success(), status.code());
                    return Ok(Ran { worked, what: subcommand(args), code, said, out: stdout });
                }
            }
            tries = tries.saturating_add(1);
        }
    }

    /// Whether a lock file is one of the repositories here. What a remote says is
    /// among what git says, and may name any file.
    fn may_unlock(&self, lock: &Path, with: With<'_>) -> bool {
        let far = if let With::Folder(far) = with { Some(far) } else { None };
        let is_below = |folder: &Path| lock.starts_with(folder);
        lock.components().all(|part| part != Component::ParentDir)
            && (is_below(&self.folder.join(".git")) || far.is_some_and(is_below))
    }

    fn once(
        &self,
        args: &[&str],
        input: Option<&[u8]>,
        with: With<'_>,
    ) -> Result<Output, GitError> {
        let mut command = Command::new("git");
        // Whatever a hook or an editor left there is about another repository.
        let names = env::vars_os().map(|(name, _)| name);
        for name in names.filter(|name| name.as_encoded_bytes().starts_with(b"GIT_")) {
            command.env_remove(name);
        }
        // Git knows no day before 1970, which a clock without a battery may show.
        let moment = format!("@{} +0000", self.now.as_second().max(0));
        command
            .env_remove("SSH_ASKPASS")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_OPTIONAL_LOCKS", "0")
            // A name is a name, whatever it begins with.
            .env("GIT_LITERAL_PATHSPECS", "1")
            .env("GIT_AUTHOR_DATE", &moment)
            .env("GIT_COMMITTER_DATE", &moment)
            .env("LC_ALL", "C")
            .env_remove("LANGUAGE");
        if let Some(workshop) = &self.workshop {
            command.env("GIT_DIR", workshop).env("GIT_OBJECT_DIRECTORY", workshop.join("objects"));
        }
        if let Some(above) = self.folder.parent() {
            // A repository around the folder is another one.
            command.env("GIT_CEILING_DIRECTORIES", above);
        }
        command.arg("--no-pager").arg("-C").arg(&self.folder);
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        command.args(args);
        let how = match with {
            With::Itself | With::Folder(_) => Manner { apart: true, silence: SILENCE },
            With::Packs => Manner { apart: true, silence: SILENCE_OF_THE_BUSY },
            // Who reads from the terminal has to stay with it, and a person takes their time.
            With::Machine => Manner { apart: false, silence: SILENCE_OF_A_PERSON },
        };
        match child::run(&mut command, input.unwrap_or_default(), how) {
            Ok(ran) => ran.ok_or(GitError::Silent),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(GitError::Missing),
            Err(error) => Err(GitError::Io(error)),
        }
    }
}

/// What git is asked to do, behind the settings it is given.
fn subcommand(args: &[&str]) -> String {
    let rest = args.chunks(2).find(|pair| pair.first() != Some(&"-c"));
    rest.and_then(|pair| pair.first()).copied().unwrap_or_default().to_owned()
}

/// The lock file that another git holds, as git says it in one of two ways.
fn lock_file(said: &str, folder: &Path) -> Option<PathBuf> {
    if let Some((_, rest)) = said.split_once(" config file ") {
        let (path, _) = rest.split_once(": File exists")?;
        return Some(folder.join(path).with_added_extension("lock"));
    }
    let (_, rest) = said.split_once("create '")?;
    let (path, rest) = rest.split_once('\'')?;
    let path = folder.join(path);
    let is_lock = path.extension().is_some_and(|end| end == "lock");
    (is_lock && rest.starts_with(": File exists")).then_some(path)
}

/// The folder of the objects, and those in it.
fn folders(objects: &Path) -> Vec<PathBuf> {
    let below = entries(objects).filter(|path| path.is_dir());
    below.chain([objects.to_owned()]).collect()
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path())
}

/// What git writes under another name until it is whole.
fn is_half_written(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    (name.starts_with(b"tmp_") || name.starts_with(b".tmp-")) && is_older(path, LEFT_OVER)
}

fn is_old(lock: &Path) -> bool {
    is_older(lock, STALE)
}

pub(super) fn is_older(path: &Path, limit: Duration) -> bool {
    let age = fs::metadata(path).and_then(|about| about.modified()).map(|time| time.elapsed());
    age.is_ok_and(|age| age.is_ok_and(|age| age > limit))
}
