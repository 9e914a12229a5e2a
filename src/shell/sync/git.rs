//! The program git, run in one folder.
//!
//! Owns: how it is called, so that nothing of the person's environment, hooks or
//! terminal gets in the way, and what its failures are. Must not know: what is
//! kept in the repository.

use std::{
    env, fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
    time::Duration,
};

use jiff::Timestamp;

/// What git is told whatever the person's own settings are.
const SETTINGS: [&str; 17] = [
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
const STALE: Duration = Duration::from_secs(10);

/// Why git did not do what it was asked for.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub(crate) enum GitError {
    /// There is no program `git`.
    Missing,
    /// It could not be run.
    Io(io::Error),
    /// It failed, and said this.
    Failed(String),
}

/// What git is run with.
#[derive(Clone, Debug)]
pub(super) struct Git {
    folder: PathBuf,
    /// The moment that commits are dated by.
    now: Timestamp,
}

/// What a run of git ended with.
pub(super) struct Ran {
    pub(super) worked: bool,
    /// It answered a question with no.
    says_no: bool,
    pub(super) said: String,
    pub(super) out: Vec<u8>,
}

impl Ran {
    /// The failure, with what matters of what git said.
    pub(super) fn failed(&self) -> GitError {
        let mark = |line: &&str| line.starts_with("fatal:") || line.starts_with("error:");
        let mut lines = self.said.lines();
        let line = lines.clone().find(mark).or_else(|| lines.next_back()).unwrap_or_default();
        let line = line.split_once(": ").map_or(line, |(_, rest)| rest);
        GitError::Failed(line.to_owned())
    }
}

impl Git {
    pub(super) fn new(folder: &Path, now: Timestamp) -> Self {
        Self { folder: folder.to_owned(), now }
    }

    /// Runs it and returns what it printed. A failure is an error.
    pub(super) fn run(&self, args: &[&str]) -> Result<String, GitError> {
        let bytes = self.bytes(args, None)?;
        Ok(String::from_utf8_lossy(&bytes).trim_end().to_owned())
    }

    /// The same, byte for byte, with something to read.
    pub(super) fn bytes(&self, args: &[&str], input: Option<&[u8]>) -> Result<Vec<u8>, GitError> {
        let ran = self.attempt(args, input)?;
        if ran.worked { Ok(ran.out) } else { Err(ran.failed()) }
    }

    /// What it printed; nothing when it says no, which is not the same as failing.
    pub(super) fn ask(&self, args: &[&str]) -> Result<Option<String>, GitError> {
        let ran = self.attempt(args, None)?;
        if ran.says_no {
            return Ok(None);
        }
        let told = || String::from_utf8_lossy(&ran.out).trim_end().to_owned();
        if ran.worked { Ok(Some(told())) } else { Err(ran.failed()) }
    }

    /// Runs it once, however it ends, and waits for nobody.
    pub(super) fn glance(&self, args: &[&str]) {
        let _ = self.once(args, None);
    }

    /// Runs it, however it ends. While another git holds a lock file, this one waits;
    /// a lock file that a killed git left is taken away.
    pub(super) fn attempt(&self, args: &[&str], input: Option<&[u8]>) -> Result<Ran, GitError> {
        let mut tries = 0;
        loop {
            let Output { status, stdout, stderr } = self.once(args, input)?;
            let said = String::from_utf8_lossy(&stderr).into_owned();
            let lock = lock_file(&said).filter(|_| !status.success());
            match lock {
                Some(lock) if is_old(&lock) => fs::remove_file(&lock).map_err(GitError::Io)?,
                Some(_) if tries < TRIES => thread::sleep(PAUSE),
                _ => {
                    let (worked, says_no) = (status.success(), status.code() == Some(1));
                    return Ok(Ran { worked, says_no, said, out: stdout });
                }
            }
            tries = tries.saturating_add(1);
        }
    }

    fn once(&self, args: &[&str], input: Option<&[u8]>) -> Result<Output, GitError> {
        let mut command = Command::new("git");
        // Whatever a hook or an editor left there is about another repository.
        let names = env::vars_os().map(|(name, _)| name);
        for name in names.filter(|name| name.as_encoded_bytes().starts_with(b"GIT_")) {
            command.env_remove(name);
        }
        let moment = format!("@{} +0000", self.now.as_second());
        command
            .env_remove("SSH_ASKPASS")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_AUTHOR_DATE", &moment)
            .env("GIT_COMMITTER_DATE", &moment)
            .env("LC_ALL", "C")
            .env_remove("LANGUAGE");
        if let Some(above) = self.folder.parent() {
            // A repository around the folder is another one.
            command.env("GIT_CEILING_DIRECTORIES", above);
        }
        command.arg("--no-pager").arg("-C").arg(&self.folder);
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => GitError::Missing,
            _ => GitError::Io(error),
        })?;
        if let Some(mut pipe) = child.stdin.take() {
            // One that does not read to the end says why by itself.
            let _ = pipe.write_all(input.unwrap_or_default());
        }
        child.wait_with_output().map_err(GitError::Io)
    }
}

/// The lock file that another git holds, as git says it.
fn lock_file(said: &str) -> Option<PathBuf> {
    let (_, rest) = said.split_once("create '")?;
    let (path, rest) = rest.split_once('\'')?;
    let path = PathBuf::from(path);
    let is_lock = path.extension().is_some_and(|end| end == "lock");
    (is_lock && rest.starts_with(": File exists")).then_some(path)
}

fn is_old(lock: &Path) -> bool {
    let age = fs::metadata(lock).and_then(|about| about.modified()).map(|time| time.elapsed());
    age.is_ok_and(|age| age.is_ok_and(|age| age > STALE))
}
