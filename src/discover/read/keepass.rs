//! `KeePass` 2 XML: `Entry` holds `String` pairs of `Key` and `Value`.
//!
//! The value of a secret is skipped and never held.

use std::io::{self, Read};

use crate::discover::{
    bytes::{Bytes, LONGEST},
    entities::unescape,
    head::Head,
    login::{Login, is_secret},
    sink::Sink,
};

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    head.text.starts_with('<') && head.text.contains("<KeePassFile")
}

pub(super) fn read(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut bytes = Bytes::new(reader);
    let (mut tag, mut raw, mut key) = (Vec::new(), Vec::new(), String::new());
    let mut login = Login::default();
    // An entry holds its old versions, which do not count.
    let (mut old, mut whole) = (0_u32, false);
    while bytes.skip_to(b'<')? {
        tag.clear();
        if !bytes.take_to(b'>', 64, &mut tag)? {
            sink.cut(bytes.offset());
            return Ok(());
        }
        sink.reach(bytes.offset());
        let end = tag.iter().position(u8::is_ascii_whitespace).unwrap_or(tag.len());
        let name = tag.get(..end).unwrap_or_default();
        let empty = tag.last() == Some(&b'/');
        let mut text = |wanted: bool, bytes: &mut Bytes<'_>| -> io::Result<String> {
            let mut out = String::new();
            raw.clear();
            // This consumes the `<` of the closing tag, which is not needed.
            bytes.take_to(b'<', if wanted { LONGEST } else { 0 }, &mut raw)?;
            unescape(&raw, &mut out);
            Ok(out)
        };
        match name {
            b"History" if !empty => old += 1,
            b"/History" => old = old.saturating_sub(1),
            b"Entry" if old == 0 => {
                login = Login::default();
                sink.begin();
            }
            b"/Entry" if old == 0 => sink.login_or_reject(&std::mem::take(&mut login)),
            b"Key" if !empty => key = text(true, &mut bytes)?,
            b"Value" if !empty && old == 0 => {
                let value = text(!is_secret(&key), &mut bytes)?;
                match key.to_lowercase().as_str() {
                    "title" => login.title = value,
                    "url" => login.url = value,
                    _ => login.add(value),
                }
            }
            b"/KeePassFile" => whole = true,
            _ => {}
        }
    }
    if !whole {
        sink.cut(bytes.offset());
    }
    Ok(())
}
