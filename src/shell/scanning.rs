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

use jiff::tz::TimeZone;

use crate::{
    discover::{
        Detector, FileSummary, Number, Samples, Scan, ScanError, ScanProgress, Scanned, Tally,
    },
    domain::Finding,
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
    /// The files, at least one.
    pub(super) paths: Vec<PathBuf>,
    /// The number that logins are searched for.
    pub(super) number: Option<String>,
    /// The time zone whose days the evidence has.
    pub(super) home: TimeZone,
}

/// What a scan beside the dashboard reports.
#[derive(Debug)]
pub enum ScanReport {
    /// So many bytes are read, of so many.
    Progress(u64, u64),
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
    let scan = Scan { number: number.as_ref(), ..Scan::new(&detector, progress) };
    let size = |path: &PathBuf| std::fs::metadata(path).map_or(0, |about| about.len());
    let total = request.paths.iter().map(size).fold(0, u64::saturating_add);
    let told = |read| report(ScanReport::Progress(read, total));
    let (files, found) = scan_watched(&scan, &request.paths, &request.home, PAUSE, told);
    let findings = found.into_iter().map(|(finding, _)| finding).collect();
    report(ScanReport::Done(files, findings));
}

/// Scans files, and calls `told` with the bytes read after every `pause`.
pub(crate) fn scan_watched(
    scan: &Scan<'_>,
    paths: &[PathBuf],
    home: &TimeZone,
    pause: Duration,
    mut told: impl FnMut(u64),
) -> ScanResult {
    let (done, ended) = channel();
    thread::scope(|scope| {
        scope.spawn(move || done.send(scan_files(scan, paths, home)));
        loop {
            match ended.recv_timeout(pause) {
                Ok(result) => return result,
                // The scan panicked, and the scope passes that on.
                Err(RecvTimeoutError::Disconnected) => return ScanResult::default(),
                Err(RecvTimeoutError::Timeout) => {
                    told(scan.progress.read.load(Ordering::Relaxed));
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

/// Scans files side by side, and adds up what they show of one account. The
/// files come back in the order of the paths.
pub(crate) fn scan_files(scan: &Scan<'_>, paths: &[PathBuf], home: &TimeZone) -> ScanResult {
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
                    let (file, tally) = scan_file(scan, path);
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
    for (_, file, tally) in done {
        all.join(tally);
        files.push(file);
    }
    (files, all.finish(home))
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
