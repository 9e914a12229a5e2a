//! Scanning files: on as many threads as there are cores, and for the dashboard
//! beside it.
//!
//! Owns: opening the files, the threads, and adding up what was found. Must not
//! know: formats, who asked for the scan, or how a finding is shown.

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

use super::{
    scan_paths::{ScanPath, files_of},
    typed_path::TypedPath,
};
use crate::{
    discover::{
        Detector, FileSummary, Number, Samples, Scan, ScanError, ScanProgress, Scanned, Tally,
        Unsupported,
    },
    domain::Finding,
    text::clean_line,
};

/// What became of one file.
#[derive(Debug)]
pub struct ScannedFile {
    /// Its path, as it was given; `-` is stdin.
    pub path: PathBuf,
    /// Its size in bytes, when it has one.
    pub bytes: u64,
    /// What it holds, or why it was not scanned.
    pub outcome: Result<FileSummary, ScanError>,
}

/// The files of a scan, and what was found in them, the surest first.
pub(crate) type ScanResult = (Vec<ScannedFile>, Vec<(Finding, Samples)>);

/// A scan that the dashboard asks for.
#[derive(Debug)]
pub struct ScanRequest {
    /// The files, at least one, as they were typed.
    pub(super) files: TypedPath,
    /// The number that logins are searched for.
    pub(super) number: Option<String>,
    /// The time zone whose days the evidence has.
    pub(super) home: TimeZone,
    /// Nothing was seen later.
    pub(super) now: Timestamp,
}

/// What a scan beside the dashboard reports.
#[derive(Debug)]
pub enum ScanReport {
    /// So many bytes are read, of so many.
    Progress(u64, u64),
    /// The files, where there are several, and how much of each is read, of 100.
    Files(Vec<(String, u64)>),
    /// It is over.
    Done(Vec<ScannedFile>, Vec<Finding>),
}

/// The time between two reports of progress.
const PAUSE: Duration = Duration::from_millis(100);

/// Scans, and reports how far it is and what it found.
pub(super) fn scan_reporting(
    request: &ScanRequest,
    progress: &ScanProgress,
    report: impl Fn(ScanReport),
) {
    let Some(detector) = Detector::new() else { return };
    let number = request.number.as_deref().and_then(Number::new);
    let (number, until) = (number.as_ref(), Some(request.now));
    let scan = Scan { number, until, ..Scan::new(&detector, progress) };
    let told = |so_far: &ScanSoFar| {
        if so_far.files.len() > 1 {
            report(ScanReport::Files(so_far.files.clone()));
        }
        report(ScanReport::Progress(so_far.read, so_far.total));
    };
    let (files, found) =
        scan_watched(&scan, &request.files.expand_all(), &request.home, PAUSE, told);
    let findings = found.into_iter().map(|(finding, _)| finding).collect();
    report(ScanReport::Done(files, findings));
}

/// How far a scan is.
#[derive(Debug)]
pub(crate) struct ScanSoFar {
    /// Bytes read so far.
    pub(crate) read: u64,
    /// Bytes in all.
    pub(crate) total: u64,
    /// The name of each file, and how much of it is read, of 100.
    pub(crate) files: Vec<(String, u64)>,
}

/// Scans files, and calls `told` with how far it is after every `pause`.
pub(crate) fn scan_watched(
    scan: &Scan<'_>,
    paths: &[PathBuf],
    home: &TimeZone,
    pause: Duration,
    mut told: impl FnMut(&ScanSoFar),
) -> ScanResult {
    let paths = files_of(paths);
    let size = |one: &ScanPath| std::fs::metadata(&one.path).map_or(0, |about| about.len());
    let sizes: Vec<u64> = paths.iter().map(size).collect();
    let name =
        |one: &ScanPath| clean_line(&one.path.file_name().unwrap_or_default().to_string_lossy());
    let names: Vec<String> = paths.iter().map(name).collect();
    let total = sizes.iter().copied().fold(0, u64::saturating_add);
    let (done, ended) = channel();
    thread::scope(|scope| {
        let paths = &paths;
        scope.spawn(move || done.send(scan_paths(scan, paths, home)));
        loop {
            match ended.recv_timeout(pause) {
                Ok(result) => return result,
                // The scan panicked, and the scope passes that on.
                Err(RecvTimeoutError::Disconnected) => return ScanResult::default(),
                Err(RecvTimeoutError::Timeout) => {
                    let shares = scan.progress.shares(&sizes);
                    let files = names.iter().cloned().zip(shares).collect();
                    let read = scan.progress.read.load(Ordering::Relaxed);
                    told(&ScanSoFar { read, total, files });
                }
            }
        }
    })
}

/// Opens a regular file, and says its size. The kind is asked for before
/// opening, since opening a named pipe would wait for a writer.
pub(crate) fn open_regular(path: &Path) -> io::Result<(File, u64)> {
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !about.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    Ok((File::open(path)?, about.len()))
}

/// Scans files and folders side by side, and adds up what they show of one account.
/// The files come back in the order of the paths.
pub(crate) fn scan_files(scan: &Scan<'_>, paths: &[PathBuf], home: &TimeZone) -> ScanResult {
    scan_paths(scan, &files_of(paths), home)
}

fn scan_paths(scan: &Scan<'_>, paths: &[ScanPath], home: &TimeZone) -> ScanResult {
    scan.progress.begin(paths.len());
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, ScannedFile, Tally)>> = Mutex::default();
    thread::scope(|scope| {
        for _ in 0..cores.min(paths.len()) {
            scope.spawn(|| {
                while let Some((at, path)) = {
                    let at = next.fetch_add(1, Ordering::SeqCst);
                    paths.get(at).map(|path| (at, path))
                } {
                    let (file, tally) = scan_file(&Scan { place: at, ..*scan }, &path.path);
                    scan.progress.finish(at);
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    done.push((at, file, tally));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, ..)| *at);
    let mut all = Tally::default();
    let mut files = Vec::new();
    let read = done.iter().any(|(_, file, _)| file.outcome.is_ok());
    for (at, file, tally) in done {
        all.join(tally);
        // A folder holds other things besides exports. They are told of only when
        // there is nothing else.
        let other = paths.get(at).is_some_and(|path| path.in_folder) && is_no_export(&file);
        if !(other && read) {
            files.push(file);
        }
    }
    (files, all.finish(home))
}

/// Whether a file is nothing that a scan could have read.
fn is_no_export(file: &ScannedFile) -> bool {
    use Unsupported::{Database, Document, Empty};
    matches!(
        file.outcome,
        Err(ScanError::Unknown(_)
            | ScanError::Contacts
            | ScanError::Unsupported(Database | Document | Empty))
    )
}

fn scan_file(scan: &Scan<'_>, path: &Path) -> (ScannedFile, Tally) {
    let (bytes, scanned) = if path.as_os_str() == "-" {
        (0, scan.stream(io::stdin().lock()))
    } else {
        match open_regular(path) {
            Ok((file, bytes)) => (bytes, scan.file(file)),
            Err(error) => (0, Err(ScanError::Io(error))),
        }
    };
    let (outcome, tally) = match scanned {
        Ok(Scanned { summary, tally, .. }) => (Ok(summary), tally),
        Err(error) => (Err(error), Tally::default()),
    };
    (ScannedFile { path: path.to_owned(), bytes, outcome }, tally)
}
