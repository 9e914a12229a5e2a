//! Paths of another system, and of another machine.

/// Whether a text begins as a path of Windows does: with a disk, or with the share of a
/// machine.
pub(crate) fn is_of_windows(text: &str) -> bool {
    let mut signs = text.chars();
    match (signs.next(), signs.next(), signs.next()) {
        (Some(disk), Some(':'), Some('\\' | '/')) => disk.is_ascii_alphabetic(),
        (Some('\\'), Some('\\'), Some(name)) => name.is_alphanumeric(),
        _ => false,
    }
}

/// The machine that the `file:` address of a file names, if it names one.
pub(crate) fn machine_of(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_at_checked("file:".len())?;
    let rest = rest.strip_prefix("//").filter(|_| scheme.eq_ignore_ascii_case("file:"))?;
    rest.split('/').next().filter(|machine| !machine.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_elsewhere_is_known_by_its_beginning() {
        for (text, is) in [
            (r"C:\a", true),
            ("d:/a", true),
            (r"\\box\a", true),
            (r"\ a", false),
            ("C:a", false),
            ("/c/a", false),
            ("", false),
        ] {
            assert_eq!(is_of_windows(text), is, "{text}");
        }
        assert_eq!(machine_of("FILE://box/a"), Some("box"));
        assert_eq!(machine_of("file:///a"), None);
        assert_eq!(machine_of("file:/a"), None);
        assert_eq!(machine_of("/a"), None);
    }
}
