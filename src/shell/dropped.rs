//! Paths as terminals, shells and file managers hand them over.
//!
//! Owns: quotes, backslashes and `file:` addresses. Must not know: the disk,
//! the home folder.

/// The paths in a text that was typed, pasted or dropped: one, or several where
/// each is quoted, escaped, or begins at the root. Nothing where a quote is
/// never closed.
pub(super) fn paths(text: &str) -> Option<Vec<String>> {
    let words = words(text)?;
    let apart = |word: &Word| {
        word.quoted || ["/", "~/", "file:"].iter().any(|begins| word.text.starts_with(begins))
    };
    // Blanks between plain words are part of one name.
    if words.len() > 1 && !words.iter().all(apart) {
        let plain = words.iter().all(|word| !word.quoted);
        let whole = if plain { text.trim().to_owned() } else { joined(&words) };
        return Some(vec![address(&whole)]);
    }
    Some(words.iter().map(|word| address(&word.text)).collect())
}

struct Word {
    text: String,
    /// Something in it was quoted or escaped.
    quoted: bool,
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The words of a shell's command line.
fn words(text: &str) -> Option<Vec<Word>> {
    let mut words = Vec::new();
    let mut word: Option<Word> = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c.is_whitespace() {
            words.extend(word.take());
            continue;
        }
        let at = word.get_or_insert(Word { text: String::new(), quoted: false });
        match c {
            '\'' => {
                at.quoted = true;
                loop {
                    match rest.next()? {
                        '\'' => break,
                        c => at.text.push(c),
                    }
                }
            }
            '\u{22}' => {
                at.quoted = true;
                loop {
                    match rest.next()? {
                        '\u{22}' => break,
                        '\\' => match rest.next()? {
                            c @ ('\u{22}' | '\\' | '$' | '`') => at.text.push(c),
                            c => at.text.extend(['\\', c]),
                        },
                        c => at.text.push(c),
                    }
                }
            }
            '\\' => {
                at.quoted = true;
                at.text.extend(rest.next());
            }
            c => at.text.push(c),
        }
    }
    words.extend(word);
    Some(words)
}

/// The path of a `file:` address; anything else as it is.
fn address(text: &str) -> String {
    let Some(rest) = text.strip_prefix("file:") else { return text.to_owned() };
    let path = match rest.strip_prefix("//") {
        // The name of this machine, or nothing, stands before the path.
        Some(rest) => rest.find('/').and_then(|at| rest.get(at..)),
        None => Some(rest).filter(|rest| rest.starts_with('/')),
    };
    path.map_or_else(|| text.to_owned(), decoded)
}

/// The text with `%20` as a blank and so on.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        rest = others;
        let code = others.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match code.filter(|_| *first == b'%').and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = others.get(2..).unwrap_or_default();
            }
            None => bytes.push(*first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_file_is_the_file() {
        for (dropped, path) in [
            ("file:///home/me/a%20b.pdf", "/home/me/a b.pdf"),
            ("file:///home/me/a%20b.pdf\r\n", "/home/me/a b.pdf"),
            ("file://localhost/a.pdf", "/a.pdf"),
            ("file:/a.pdf", "/a.pdf"),
            ("'file:///a%20b.pdf' ", "/a b.pdf"),
            (r"a\(1\).pdf", "a(1).pdf"),
            (r"'it'\''s.pdf'", "it's.pdf"),
            (r#""it's.pdf""#, "it's.pdf"),
            (r#""a b.pdf" "#, "a b.pdf"),
            ("'/home/me/账单 (1).pdf'", "/home/me/账单 (1).pdf"),
            (r"/a\ b\ \&\ c.pdf", "/a b & c.pdf"),
            ("~/a.pdf", "~/a.pdf"),
            ("my bill.pdf", "my bill.pdf"),
            ("100%.pdf", "100%.pdf"),
            ("file:///100%25%zz.pdf", "/100%%zz.pdf"),
        ] {
            assert_eq!(paths(dropped), Some(vec![path.to_owned()]), "{dropped}");
        }
    }

    #[test]
    fn several_files_are_several() {
        let both = Some(vec!["/a b".to_owned(), "/c".to_owned()]);
        for dropped in ["'/a b' '/c'", r"/a\ b /c", "file:///a%20b file:///c", "\"/a b\"\n/c\n"] {
            assert_eq!(paths(dropped), both, "{dropped}");
        }
        assert_eq!(paths("it's.pdf"), None);
    }
}
