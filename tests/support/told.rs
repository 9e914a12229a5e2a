//! Files that tell what should happen, compared with what does.

use std::{
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// Walks every `.txt` of a folder, at least so many, and compares each with
/// what comes of it. With `variable=bless` in the environment the files are
/// rewritten instead; `ONLY=name` walks that one alone.
pub(crate) fn compare(
    folder: &str,
    variable: &str,
    least: usize,
    walk: impl Fn(&str) -> String + Sync,
) {
    let bless = env::var(variable).is_ok_and(|how| how == "bless");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    assert!(paths.len() >= least, "only {} files in {folder}", paths.len());
    if let Ok(only) = env::var("ONLY") {
        paths.retain(|path| path.file_stem().is_some_and(|name| *name == *only));
    }
    let (next, strayed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Some(difference) = one(path, bless, &walk) {
                strayed.lock().expect("no walk ends while it is held").push(difference);
            }
        }
    };
    thread::scope(|scope| {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        (0..workers).for_each(|_| drop(scope.spawn(work)));
    });
    let mut strayed = strayed.into_inner().expect("no walk ended while it was held");
    strayed.sort();
    assert!(strayed.is_empty(), "{}", strayed.join("\n\n"));
}

/// What is different in one file, if it is not rewritten.
fn one(path: &PathBuf, bless: bool, walk: impl Fn(&str) -> String) -> Option<String> {
    let text = fs::read_to_string(path).expect("reads");
    let Ok(now) = catch_unwind(AssertUnwindSafe(|| walk(&text))) else {
        return Some(format!("{}: cannot go on, as said above", path.display()));
    };
    if now == text {
        return None;
    }
    if !bless {
        return Some(difference(path, &text, &now));
    }
    fs::write(path, now).expect("writes");
    None
}

/// The place of the first difference, with a few lines of each side.
fn difference(path: &Path, expected: &str, found: &str) -> String {
    let at = expected.lines().zip(found.lines()).position(|(a, b)| a != b);
    let at = at.unwrap_or_else(|| expected.lines().count().min(found.lines().count()));
    let show = |text: &str| {
        text.lines().skip(at.saturating_sub(3)).take(12).collect::<Vec<_>>().join("\n")
    };
    let (line, expected, found) = (at + 1, show(expected), show(found));
    format!("{}:{line}: expected\n{expected}\n… but found\n{found}", path.display())
}
