//! Files that tell what should happen, compared with what does.

use std::{fs, path::Path};

/// Walks every `.txt` of a folder, at least so many, and compares each with
/// what comes of it. With `variable=bless` in the environment the files are
/// rewritten instead.
pub(crate) fn compare(folder: &str, variable: &str, least: usize, walk: impl Fn(&str) -> String) {
    let bless = std::env::var(variable).is_ok_and(|how| how == "bless");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    assert!(paths.len() >= least, "only {} files in {folder}", paths.len());
    let mut strayed = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("reads");
        let now = walk(&text);
        if now == text {
            continue;
        }
        if bless {
            fs::write(&path, now).expect("writes");
        } else {
            strayed.push(difference(&path, &text, &now));
        }
    }
    assert!(strayed.is_empty(), "{}", strayed.join("\n\n"));
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
