//! Pages as a stream of tags and texts, in constant memory. It builds no tree:
//! programs that export messages write one like the other.

use std::io::{self, Read};

use super::{
    bytes::{Bytes, LONGEST},
    entities::unescape,
};

/// What comes next in a page.
pub(super) enum Node<'a> {
    /// A tag that opens something.
    Open(&'a Tag<'a>),
    /// A text, with its entities resolved.
    Text(&'a str),
    /// The name of what a tag closes.
    Close(&'a str),
}

/// A tag with its attributes.
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    rest: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute; empty when there is none.
    pub(super) fn attribute(&self, name: &str) -> String {
        let mut rest = self.rest;
        while let Some((before, after)) = rest.split_once('=') {
            let Some(quote) = after.chars().next().filter(|c| matches!(c, '\u{22}' | '\'')) else {
                rest = after;
                continue;
            };
            let after = after.get(1..).unwrap_or_default();
            let Some((value, more)) = after.split_once(quote) else { break };
            if before.trim().eq_ignore_ascii_case(name) {
                let mut out = String::new();
                unescape(value.as_bytes(), &mut out);
                return out;
            }
            rest = more;
        }
        String::new()
    }

    /// Whether it is of a class.
    pub(super) fn is_of(&self, class: &str) -> bool {
        self.attribute("class").split_whitespace().any(|one| one == class)
    }
}

/// The longest tag that is looked at, in bytes. A longer one has a picture.
const LONGEST_TAG: usize = 4096;

/// Reads a page. `on` is told where each node begins, in bytes. Says where the
/// page ends when it ends inside a tag.
pub(super) fn read(
    reader: &mut dyn Read,
    mut on: impl FnMut(Node<'_>, u64),
) -> io::Result<Option<u64>> {
    let mut bytes = Bytes::new(reader);
    let (mut raw, mut text) = (Vec::new(), String::new());
    loop {
        let at = bytes.offset();
        raw.clear();
        let more = bytes.take_to(b'<', LONGEST, &mut raw)?;
        if !raw.is_empty() {
            text.clear();
            unescape(&raw, &mut text);
            on(Node::Text(&text), at);
        }
        if !more {
            return Ok(None);
        }
        let at = bytes.offset() - 1;
        raw.clear();
        if !bytes.take_to(b'>', LONGEST_TAG, &mut raw)? {
            return Ok(Some(at));
        }
        let tag = String::from_utf8_lossy(&raw);
        if let Some(name) = tag.strip_prefix('/') {
            on(Node::Close(name.trim()), at);
        } else {
            let end = tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len());
            let (name, rest) = tag.split_at_checked(end).unwrap_or_default();
            on(Node::Open(&Tag { name, rest }), at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(page: &str) -> Vec<String> {
        let mut out = Vec::new();
        let cut = read(&mut page.as_bytes(), |node, at| {
            out.push(match node {
                Node::Open(tag) => format!("{at} {} {}", tag.name, tag.attribute("class")),
                Node::Text(text) => format!("{at} {text:?}"),
                Node::Close(name) => format!("{at} /{name}"),
            });
        });
        out.extend(cut.expect("reads").map(|at| format!("cut {at}")));
        out
    }

    #[test]
    fn tags_texts_and_attributes_are_told() {
        let page = "<p id='x' class=\"a &amp; b\">1 &lt; 2</p><br/>\n<a href";
        assert_eq!(
            shown(page),
            ["0 p a & b", "28 \"1 < 2\"", "36 /p", "40 br ", "45 \"\\n\"", "cut 46"]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_page_is_read(page in "(<|>|/|=|\"|'|class|<p |&amp;|\\PC){0,40}") {
            let _ = shown(&page);
        }
    }
}
