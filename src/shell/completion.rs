//! Completing a path that is being typed.

use std::path::PathBuf;

use super::fingerprint::expand;

/// The most paths that are offered.
const MOST: usize = 1000;

/// The paths that begin with what is typed. Folders end in a slash.
pub(super) fn completions(typed: &str) -> Vec<String> {
    let (folder, begun) =
        typed.rsplit_once('/').map_or(("", typed), |(folder, name)| (folder, name));
    let shown = if typed.contains('/') { format!("{folder}/") } else { String::new() };
    let place = if shown.is_empty() { PathBuf::from(".") } else { expand(&shown) };
    let Ok(entries) = std::fs::read_dir(place) else { return Vec::new() };
    let mut all: Vec<String> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let hidden = name.starts_with('.') && !begun.starts_with('.');
            let slash = if entry.path().is_dir() { "/" } else { "" };
            (name.starts_with(begun) && !hidden).then(|| format!("{shown}{name}{slash}"))
        })
        .take(MOST)
        .collect();
    all.sort_unstable();
    all
}
