//! Sequences that the parsing library does not know, written as ones that it
//! knows.
//!
//! Owns: other encodings of keys. Must not know: what a key does.

use std::borrow::Cow;

/// The sequence as the parser knows it.
pub(super) fn rewritten(bytes: &[u8]) -> Cow<'_, [u8]> {
    other_keys(bytes).or_else(|| keypad(bytes)).map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// xterm's modifyOtherKeys, `CSI 27 ; modifiers ; character ~`, is the same as
/// `CSI character ; modifiers u`.
fn other_keys(bytes: &[u8]) -> Option<Vec<u8>> {
    let inside = bytes.strip_prefix(b"\x1b[27;")?.strip_suffix(b"~")?;
    let inside = std::str::from_utf8(inside).ok()?;
    let (modifiers, character) = inside.split_once(';')?;
    Some(format!("\x1b[{character};{modifiers}u").into_bytes())
}

/// The keys of a number pad that speaks for itself, `SS3 j` to `SS3 y`, `M` and
/// `X`.
fn keypad(bytes: &[u8]) -> Option<Vec<u8>> {
    /// The characters of `j` to `y`.
    const PAD: &[u8; 16] = b"*+,-./0123456789";
    let [key] = bytes.strip_prefix(b"\x1bO")? else { return None };
    let typed = match key {
        b'M' => b'\r',
        b'X' => b'=',
        key => *PAD.get(usize::from(key.checked_sub(b'j')?))?,
    };
    Some(vec![typed])
}
