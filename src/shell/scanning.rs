//! Scanning files on as many threads as there are cores.

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use crate::discover::{Findings, Format, Found, Scan, Scanned, Trouble, Unscannable};

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
    pub accounts: u64,
    /// How many messages it says it holds.
    pub declared: Option<u64>,
    /// What was wrong.
    pub trouble: Trouble,
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

/// Scans files side by side; what they say of one service is added up.
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
            let (messages, accounts) = (findings.messages, findings.accounts);
            let held = Held { format, messages, accounts, declared, trouble };
            (Report { path, bytes, outcome: Ok(held) }, findings)
        }
    }
}
