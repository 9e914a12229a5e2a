//! A word as a shell takes it: what is copied has to mean the same when it is
//! pasted.

use std::path::MAIN_SEPARATOR;

/// Characters that mean nothing to any shell.
fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || "_-./:@%+,".contains(c)
}

/// The word as it is typed: bare where nothing in it means anything to a shell, else
/// in quotes. On Windows these are the quotes that both of its shells know, and a
/// path there cannot hold any.
pub fn shell_word(word: &str) -> String {
    let windows = MAIN_SEPARATOR == '\\';
    let path = |c: char| is_plain(c) || (windows && c == '\\');
    if !word.is_empty() && !word.starts_with(['-', '%']) && word.chars().all(path) {
        return word.to_owned();
    }
    if windows { format!("\"{word}\"") } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(windows)]
    #[test]
    fn a_path_is_bare_or_in_the_quotes_of_both_shells() {
        assert_eq!(shell_word(r"C:\a\progress.ron"), r"C:\a\progress.ron");
        assert_eq!(shell_word(r"C:\My lines\a.ron"), "\"C:\\My lines\\a.ron\"");
        assert_eq!(shell_word("%PATH%"), "\"%PATH%\"");
    }

    #[cfg(unix)]
    #[test]
    fn a_shell_reads_back_what_was_meant() {
        assert_eq!(shell_word("/home/me/progress.ron"), "/home/me/progress.ron");
        assert_eq!(shell_word("/home/me/My lines/it's.ron"), r"'/home/me/My lines/it'\''s.ron'");
        for word in [
            "/a b/c.ron",
            "it's",
            "'",
            "",
            "$HOME",
            "`date`",
            "a;b",
            "a\nb",
            "~/x",
            "*",
            "进度 1.ron",
            "进度.ron",
            "-n",
            "a\\b",
            "\"q\"",
            "!x",
            "{a,b}",
            "#no",
            "a=b",
            "%s",
        ] {
            let script = format!("printf '<%s>' {}", shell_word(word));
            let output =
                std::process::Command::new("sh").args(["-c", &script]).output().expect("runs");
            let read = String::from_utf8(output.stdout).expect("text");
            assert_eq!(read, format!("<{word}>"), "{script}");
        }
    }
}
