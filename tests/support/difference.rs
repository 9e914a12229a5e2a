//! Where two texts part.

use std::path::Path;

/// The place of the first difference, with a few lines of each side.
pub(crate) fn difference(path: &Path, expected: &str, found: &str) -> String {
    let at = expected.lines().zip(found.lines()).position(|(a, b)| a != b);
    let at = at.unwrap_or_else(|| expected.lines().count().min(found.lines().count()));
    let show = |text: &str| {
        text.lines().skip(at.saturating_sub(3)).take(12).collect::<Vec<_>>().join("\n")
    };
    let (line, expected, found) = (at + 1, show(expected), show(found));
    format!("{}:{line}: expected\n{expected}\n… but found\n{found}", path.display())
}
