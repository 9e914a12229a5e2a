//! Scanning files on as many threads as there are cores.

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc::{RecvTimeoutError, channel},
    },
    thread,
    time::Duration,
};

use jiff::{Timestamp, tz::TimeZone};

use crate::{
    app::Discovery,
    discover::{
        Catalogue, Findings, Format, Found, Judge, Number, Scan, Scanned, Trouble, Unscannable,
        Watch,
    },
};

/// What became of one file.
#[derive(Debug)]
pub struct Report {
    /// As it was named; `-` is stdin.
    pub path: PathBuf,
    /// Its size, where it has one.
    pub bytes: u64,
    /// What it held, or why it was not read.
    pub outcome: Result<Held, Unscannable>,
}

/// What a file held, without what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// What it is.
    pub format: Format,
    /// How many messages.
    pub messages: u64,
    /// How many accounts.
    pub logins: u64,
    /// How many messages it says it holds.
    pub declared: Option<u64>,
    /// What was wrong.
    pub trouble: Trouble,
}

/// What the dashboard wants scanned.
#[derive(Debug)]
pub struct Wish {
    pub(super) path: PathBuf,
    pub(super) number: Option<String>,
    pub(super) home: TimeZone,
}

/// How far a scan is.
#[derive(Debug)]
pub enum Progress {
    /// It has read so many bytes of so many.
    Read(u64, u64),
    /// It is done: what became of each file, and what was found.
    Done(Vec<Report>, Vec<Discovery>),
}

/// Scans, and tells how far it is and what it found.
pub(super) fn scan_telling(wish: &Wish, watch: &Watch, tell: impl Fn(Progress)) {
    let Some(judge) = Judge::new() else { return };
    let number = wish.number.as_deref().and_then(Number::new);
    let scan = Scan { judge: &judge, number: number.as_ref(), since: None, watch, compare: false };
    let total = std::fs::metadata(&wish.path).map_or(0, |about| about.len());
    let paths = [wish.path.clone()];
    let (done, ended) = channel();
    let (reports, found) = thread::scope(|scope| {
        scope.spawn(|| done.send(scan_files(&scan, &paths)));
        loop {
            match ended.recv_timeout(PAUSE) {
                Ok(made) => return made,
                Err(RecvTimeoutError::Disconnected) => return Default::default(),
                Err(RecvTimeoutError::Timeout) => {
                    tell(Progress::Read(watch.read.load(Ordering::Relaxed), total));
                }
            }
        }
    });
    let found = found.iter().map(|one| discovery(judge.catalogue(), one, &wish.home));
    tell(Progress::Done(reports, found.collect()));
}

/// How often it is told how far a scan is.
const PAUSE: Duration = Duration::from_millis(100);

/// What was found, as the dashboard shows it.
pub fn discovery(catalogue: &Catalogue, found: &Found, home: &TimeZone) -> Discovery {
    let day = |at: Timestamp| at.to_zoned(home.clone()).date();
    Discovery {
        name: found.name.clone(),
        names: catalogue.names_of(&found.name).into_iter().map(str::to_owned).collect(),
        merged: Vec::new(),
        kind: found.kind,
        score: found.score(),
        evidence: (found.evidence.iter())
            .map(|(what, seen)| (what.word(), seen.count, seen.last.map(day)))
            .collect(),
        last_code: found.last_code().map(day),
        sims: found.sims.iter().cloned().collect(),
    }
}

/// Opens a regular file. Asked before opening: opening a pipe would wait for
/// a writer.
pub fn open_regular(path: &Path) -> io::Result<(File, u64)> {
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !about.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    Ok((File::open(path)?, about.len()))
}

/// Scans files side by side; what they say of one account is added up.
/// Reports come in the order of the paths.
pub fn scan_files(scan: &Scan<'_>, paths: &[PathBuf]) -> (Vec<Report>, Vec<Found>) {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Report, Findings)>> = Mutex::default();
    thread::scope(|scope| {
        for _ in 0..cores.min(paths.len()) {
            scope.spawn(|| {
                while let Some((at, path)) = {
                    let at = next.fetch_add(1, Ordering::SeqCst);
                    paths.get(at).map(|path| (at, path))
                } {
                    let (report, findings) = one(scan, path);
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    done.push((at, report, findings));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, ..)| *at);
    let mut all = Findings::default();
    let mut reports = Vec::new();
    for (_, report, findings) in done {
        all.join(findings);
        reports.push(report);
    }
    (reports, all.sorted())
}

fn one(scan: &Scan<'_>, path: &Path) -> (Report, Findings) {
    let (bytes, scanned) = if path.as_os_str() == "-" {
        (0, scan.stream(io::stdin().lock()))
    } else {
        match open_regular(path) {
            Ok((file, bytes)) => (bytes, scan.file(file)),
            Err(error) => (0, Err(Unscannable::Io(error))),
        }
    };
    let path = path.to_owned();
    match scanned {
        Err(why) => (Report { path, bytes, outcome: Err(why) }, Findings::default()),
        Ok(Scanned { format, findings, declared, trouble }) => {
            let (messages, logins) = (findings.messages, findings.logins);
            let held = Held { format, messages, logins, declared, trouble };
            (Report { path, bytes, outcome: Ok(held) }, findings)
        }
    }
}
