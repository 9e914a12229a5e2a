//! Paths as terminals, shells and file managers hand them over.
//!
//! Owns: quotes, backslashes and `file:` addresses. Must not know: the disk,
//! the home folder.

use std::str::Chars;

use crate::text::is_of_windows;

/// The paths in a text that was typed, pasted or dropped: one, or several where
/// each is quoted, escaped, or begins at the root. Nothing where a quote is
/// never closed.
pub(super) fn paths(text: &str) -> Option<Vec<String>> {
    if let Some(inside) = without_marks(text) {
        return Some(vec![address(inside)]);
    }
    let words = words(without_call(text))?;
    let apart = |word: &Word| {
        let begins = ["/", "~/", "$HOME/", "${HOME}/"];
        word.quoted
            || begins.iter().any(|begins| word.text.starts_with(begins))
            || after_scheme(&word.text).is_some()
            || is_of_windows(&word.text)
    };
    // Blanks between plain words are part of one name.
    if words.len() > 1 && !words.iter().all(apart) {
        let plain = words.iter().all(|word| !word.quoted);
        let whole = if plain { text.trim().to_owned() } else { joined(&words) };
        return Some(vec![address(&whole)]);
    }
    Some(words.iter().map(|word| address(&word.text)).collect())
}

/// One word of what a shell takes.
struct Word {
    text: String,
    /// Something in it was quoted or escaped.
    quoted: bool,
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The words of a shell's command line. In a path of Windows a backslash is a sign like others.
fn words(text: &str) -> Option<Vec<Word>> {
    let mut words = Vec::new();
    let mut word: Option<Word> = None;
    let (mut rest, mut raw) = (text.chars(), false);
    while let Some(c) = rest.next() {
        if c.is_whitespace() {
            words.extend(word.take());
            continue;
        }
        if word.is_none() {
            let from = if c == '\u{22}' {
                rest.as_str().to_owned()
            } else {
                format!("{c}{}", rest.as_str())
            };
            raw = is_of_windows(&from);
        }
        let at = word.get_or_insert(Word { text: String::new(), quoted: false });
        match c {
            '$' if rest.as_str().starts_with('\'') => {
                at.quoted = true;
                rest.next();
                at.text.push_str(&escaped(&mut rest)?);
            }
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
                        '\\' if !raw => match rest.next()? {
                            c @ ('\u{22}' | '\\' | '$' | '`') => at.text.push(c),
                            c => at.text.extend(['\\', c]),
                        },
                        c => at.text.push(c),
                    }
                }
            }
            '\\' if !raw => {
                at.quoted = true;
                at.text.extend(rest.next());
            }
            c => at.text.push(c),
        }
    }
    words.extend(word);
    Some(words)
}

/// Without the `&` with which PowerShell calls what is quoted behind it.
fn without_call(text: &str) -> &str {
    let called = text.trim_start().strip_prefix("& ").map(str::trim_start);
    called.filter(|rest| rest.starts_with(['\'', '\u{22}'])).unwrap_or(text)
}

/// Without the quotation marks of a text, where they stand around the whole of it and
/// nowhere else: those inside belong to a name.
fn without_marks(text: &str) -> Option<&str> {
    let marks = ['“', '”', '‘', '’'];
    let around = |open: char, close: char| text.trim().strip_prefix(open)?.strip_suffix(close);
    let inside = around('“', '”').or_else(|| around('‘', '’'))?;
    (!inside.contains(marks)).then_some(inside)
}

/// The rest of what begins with `$'`, up to its quote: a shell writes so what has signs that
/// it does not show.
fn escaped(rest: &mut Chars<'_>) -> Option<String> {
    let mut bytes = Vec::new();
    let push = |bytes: &mut Vec<u8>, c: char| {
        bytes.extend(c.encode_utf8(&mut [0; 4]).bytes());
    };
    loop {
        match rest.next()? {
            '\'' => return Some(String::from_utf8_lossy(&bytes).into_owned()),
            '\\' => match rest.next()? {
                'n' => bytes.push(b'\n'),
                't' => bytes.push(b'\t'),
                'x' => bytes.push(code(rest, 2, 16)?),
                first @ '0'..='3' => {
                    let high = u8::try_from(first.to_digit(8)?).ok()?;
                    bytes.push(code(rest, 2, 8)? + high * 64);
                }
                c => push(&mut bytes, c),
            },
            c => push(&mut bytes, c),
        }
    }
}

/// The byte that so many digits stand for.
fn code(rest: &mut Chars<'_>, digits: usize, radix: u32) -> Option<u8> {
    let (digits, after) = rest.as_str().split_at_checked(digits)?;
    *rest = after.chars();
    u8::from_str_radix(digits, radix).ok()
}

/// What stands behind `file:`, however that is written.
fn after_scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_at_checked("file:".len())?;
    scheme.eq_ignore_ascii_case("file:").then_some(rest)
}

/// The path of a `file:` address; anything else as it is, and so is the address of a file on
/// another machine.
pub(super) fn address(text: &str) -> String {
    let Some(rest) = after_scheme(text) else { return text.to_owned() };
    let path = match rest.strip_prefix("//") {
        Some(rest) if is_of_windows(rest) => Some(rest),
        // The name of this machine, or nothing, stands before the path.
        Some(rest) => rest.find('/').and_then(|at| {
            let (machine, path) = rest.split_at_checked(at)?;
            (machine.is_empty() || machine.eq_ignore_ascii_case("localhost")).then_some(path)
        }),
        None => Some(rest).filter(|rest| rest.starts_with('/') || is_of_windows(rest)),
    };
    let Some(path) = path.map(decoded) else { return text.to_owned() };
    let disk = path.strip_prefix('/').filter(|disk| is_of_windows(disk));
    disk.map_or_else(|| path.clone(), str::to_owned)
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
            ("file://box/a%20b.pdf", "file://box/a%20b.pdf"),
            (r"C:\me\a b.pdf", r"C:\me\a b.pdf"),
            (r"D:\a.csv", r"D:\a.csv"),
            (r#""C:\me\a b.pdf""#, r"C:\me\a b.pdf"),
            (r"'C:\me\a b.pdf'", r"C:\me\a b.pdf"),
            (r"\\box\me\a.pdf", r"\\box\me\a.pdf"),
            ("file:///C:/me/a%20b.pdf", "C:/me/a b.pdf"),
            ("file://C:/a.pdf", "C:/a.pdf"),
            ("FILE:///a%20b.pdf", "/a b.pdf"),
            (r"$'/a\'s \350\264\246.pdf'", "/a's 账.pdf"),
            (r"$'/a\xe8\xb4\xa6'", "/a账"),
            ("“/a b.pdf”", "/a b.pdf"),
            ("‘/a b.pdf’ ", "/a b.pdf"),
            ("a “b”.pdf", "a “b”.pdf"),
            ("/me/a “b”.pdf", "/me/a “b”.pdf"),
            ("“a” b.pdf", "“a” b.pdf"),
            ("“a” ‘b’", "“a” ‘b’"),
            ("“a” and “b”", "“a” and “b”"),
            ("'/me/“a” b.pdf'", "/me/“a” b.pdf"),
            (r"/me/“a\ b”.pdf", "/me/“a b”.pdf"),
            ("file:///a%20“b”.pdf", "/a “b”.pdf"),
            ("& '/a b.pdf'", "/a b.pdf"),
            ("& \u{22}/a b.pdf\u{22}", "/a b.pdf"),
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
        let disks = Some(vec![r"C:\a".to_owned(), r"D:\c d".to_owned()]);
        assert_eq!(paths(r#"C:\a "D:\c d""#), disks);
    }
}
