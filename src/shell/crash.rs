//! What happens when the program itself is at fault: the terminal is given
//! back, and a report is left that holds nothing of the person's.
//!
//! Owns: the panic hook and the report. Must not know: the book, the model.

use std::{
    backtrace::Backtrace,
    fmt::Write as _,
    fs,
    io::{self, Write as _},
    panic::{self, PanicHookInfo},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::Duration,
};

use super::{save_slot::AllSaved, terminal};
use crate::{
    store::write_private,
    text::{Lang, Text, clean_line},
};

/// Longest wait for a save under way.
const SAVE_LIMIT: Duration = Duration::from_secs(5);

/// What the program ends with when it is at fault.
const CODE: i32 = 101;

/// The size of the window, for the report: columns and rows in one number.
static SIZE: AtomicU32 = AtomicU32::new(0);

/// From now on a panic is told of and ends the program, without an image of its memory
/// on the disk, which would hold what is the person's.
pub fn end_at_panics() {
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        tell(panic);
        process::exit(CODE);
    }));
}

/// Keeps the size of the window for a report.
pub(super) fn note_size(columns: u16, rows: u16) {
    SIZE.store(u32::from(columns) << 16 | u32::from(rows), Ordering::Relaxed);
}

/// From now on a panic, on whatever thread, gives the terminal back, leaves a
/// report in the folder `state` and says so in the language `lang`. Then it ends the
/// program once a save under way is done: to go on might be to go on without saving,
/// or without signals.
pub(super) fn report_panics(state: PathBuf, lang: Lang, saved: Option<AllSaved>) {
    panic::set_hook(Box::new(move |panic| {
        let _ = terminal::give_back();
        let path = state.join(format!("crash-{}.txt", process::id()));
        let kept = keep(&path, &report(panic));
        let text = Text::new(lang);
        let shown = clean_line(&path.display().to_string());
        let told = match kept {
            Ok(()) => text.with("fault-crashed", &[("path", shown.into())]),
            Err(_) => text.get("fault-crashed-unkept").into_owned(),
        };
        let _ = writeln!(io::stderr(), "ringoff: {told}");
        if let Some(saved) = saved.as_ref().filter(|_| thread::current().name() != Some("saver")) {
            saved.wait(SAVE_LIMIT);
        }
        process::exit(CODE);
    }));
}

fn keep(path: &Path, report: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    write_private(path, report.as_bytes(), true)
}

/// Where it happened and how it came there. What the panic says is left out: it
/// may quote a text of the person's. So are the folders of source files, which
/// may name the person who built the program.
fn report(panic: &PanicHookInfo<'_>) -> String {
    let mut out = format!("ringoff {}\n", env!("CARGO_PKG_VERSION"));
    let _ = writeln!(out, "{} {}", std::env::consts::OS, std::env::consts::ARCH);
    let size = SIZE.load(Ordering::Relaxed);
    let _ = writeln!(out, "{}x{}", size >> 16, size & 0xffff);
    let _ = writeln!(out, "thread {}", thread::current().name().unwrap_or("–"));
    if let Some(place) = panic.location() {
        let file = Path::new(place.file()).file_name().unwrap_or_default().display();
        let _ = writeln!(out, "{file}:{}:{}", place.line(), place.column());
    }
    let trace = Backtrace::force_capture().to_string();
    for line in trace.lines().filter(|line| !line.trim_start().starts_with("at ")) {
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}
