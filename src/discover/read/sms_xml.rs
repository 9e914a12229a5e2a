//! SMS Backup & Restore: one `<sms …/>` a message, `<mms>` with parts.
//!
//! A file can have 40 GB and an attribute more than one: what is not wanted is
//! passed over without being held.

use std::io::{self, Read};

use super::LONGEST;
use crate::discover::{bytes::Bytes, message::Message, scan::Sink, when::moment};

/// The attributes of a tag that are wanted.
#[derive(Default)]
struct Fields {
    address: String,
    date: String,
    kind: String,
    body: String,
    contact: String,
    sim: String,
    content: String,
    count: String,
}

impl Fields {
    fn of(&mut self, name: &[u8]) -> Option<&mut String> {
        Some(match name {
            b"address" => &mut self.address,
            b"date" => &mut self.date,
            b"type" | b"msg_box" => &mut self.kind,
            b"body" | b"text" => &mut self.body,
            b"contact_name" => &mut self.contact,
            b"sub_id" => &mut self.sim,
            b"ct" => &mut self.content,
            b"count" => &mut self.count,
            _ => return None,
        })
    }

    fn clear(&mut self) {
        let Self { address, date, kind, body, contact, sim, content, count } = self;
        for field in [address, date, kind, body, contact, sim, content, count] {
            field.clear();
        }
    }

    fn tell(&self, body: &str, sink: &mut Sink<'_>) {
        let known = |field: &str| !field.is_empty() && field != "null";
        sink.message(&Message {
            sender: &self.address,
            contact: Some(self.contact.as_str()).filter(|name| known(name)),
            body,
            at: moment(&self.date),
            sim: Some(self.sim.as_str()).filter(|sim| known(sim)),
            // 1 is received, 2 sent, 3 a draft, 4 to 6 on the way out.
            sent: !matches!(self.kind.as_str(), "1" | "" | "null"),
        });
    }
}

/// How a tag ended.
enum Tag {
    /// `/>`
    Closed,
    /// `>`
    Open,
    /// It makes no sense.
    Bad,
    /// The file ended in it.
    Cut,
}

pub(in crate::discover) fn read<R: Read>(reader: R, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut bytes = Bytes::new(reader);
    let (mut fields, mut part) = (Fields::default(), Fields::default());
    let (mut name, mut raw) = (Vec::new(), Vec::new());
    let (mut text, mut in_mms, mut closed) = (String::new(), false, false);
    loop {
        if !bytes.skip_to(b'<')? {
            break;
        }
        let at = bytes.offset() - 1;
        tag_name(&mut bytes, &mut name)?;
        let ended = match name.as_slice() {
            b"sms" => {
                fields.clear();
                let ended = attributes(&mut bytes, &mut fields, &mut raw)?;
                if matches!(ended, Tag::Closed | Tag::Open) {
                    fields.tell(&fields.body, sink);
                }
                ended
            }
            b"mms" => {
                fields.clear();
                text.clear();
                in_mms = true;
                attributes(&mut bytes, &mut fields, &mut raw)?
            }
            b"part" if in_mms => {
                part.clear();
                let ended = attributes(&mut bytes, &mut part, &mut raw)?;
                if part.content == "text/plain" && text.len() + part.body.len() <= LONGEST {
                    text.push_str(&part.body);
                    text.push('\n');
                }
                ended
            }
            b"/mms" => {
                if std::mem::take(&mut in_mms) {
                    fields.tell(text.trim_end(), sink);
                }
                Tag::Open
            }
            b"smses" => {
                part.clear();
                let ended = attributes(&mut bytes, &mut part, &mut raw)?;
                sink.declare(part.count.parse().ok());
                ended
            }
            b"/smses" => {
                closed = true;
                Tag::Open
            }
            b"addr" if in_mms => {
                part.clear();
                let ended = attributes(&mut bytes, &mut part, &mut raw)?;
                // 137 is the sender of it.
                if part.kind == "137" && !part.address.is_empty() {
                    std::mem::swap(&mut fields.address, &mut part.address);
                }
                ended
            }
            _ => Tag::Open,
        };
        match ended {
            Tag::Bad => sink.malformed(at),
            Tag::Cut => {
                sink.cut(at);
                return Ok(());
            }
            Tag::Closed | Tag::Open => {}
        }
    }
    if !closed {
        sink.cut(bytes.offset());
    }
    Ok(())
}

fn tag_name<R: Read>(bytes: &mut Bytes<R>, name: &mut Vec<u8>) -> io::Result<()> {
    name.clear();
    while let Some(b) = bytes.peek()? {
        let belongs =
            b.is_ascii_alphanumeric() || matches!(b, b'/' | b'!' | b'?' | b'-' | b'_' | b':');
        if !belongs || name.len() == 24 || (b == b'/' && !name.is_empty()) {
            break;
        }
        name.push(b);
        bytes.consume(1);
    }
    Ok(())
}

/// Reads the attributes of a tag that lies whole in what was read; nothing
/// when it does not, or when anything about it is unusual.
fn at_hand(left: &[u8], fields: &mut Fields) -> Option<(usize, Tag)> {
    let mut at = 0;
    loop {
        match left.get(at)? {
            b'>' => return Some((at + 1, Tag::Open)),
            b'/' => return (left.get(at + 1) == Some(&b'>')).then_some((at + 2, Tag::Closed)),
            b' ' | b'\n' | b'\r' | b'\t' => at += 1,
            _ => {
                let rest = left.get(at..)?;
                let length =
                    rest.iter().take(40).position(|b| matches!(b, b'=' | b' ' | b'>' | b'<'))?;
                let (name, rest) = rest.split_at(length);
                let [b'=', quote @ (b'\x22' | b'\''), value @ ..] = rest else { return None };
                let end = memchr::memchr(*quote, value)?;
                if let Some(field) = fields.of(name) {
                    let value = value.get(..end.min(LONGEST))?;
                    match std::str::from_utf8(value) {
                        Ok(text) if memchr::memchr(b'&', value).is_none() => {
                            field.push_str(text);
                        }
                        _ => unescape(value, field),
                    }
                }
                at += length + 2 + end + 1;
            }
        }
    }
}

/// Reads the attributes of a tag; those that are wanted go to `fields`.
fn attributes<R: Read>(
    bytes: &mut Bytes<R>,
    fields: &mut Fields,
    raw: &mut Vec<u8>,
) -> io::Result<Tag> {
    if let Some((count, tag)) = at_hand(bytes.left()?, fields) {
        bytes.consume(count);
        return Ok(tag);
    }
    fields.clear();
    let mut name = Vec::new();
    loop {
        let Some(b) = bytes.peek()? else { return Ok(Tag::Cut) };
        match b {
            b'>' => {
                bytes.consume(1);
                return Ok(Tag::Open);
            }
            b'/' => {
                bytes.consume(1);
                if bytes.peek()? == Some(b'>') {
                    bytes.consume(1);
                    return Ok(Tag::Closed);
                }
                return Ok(Tag::Bad);
            }
            b'<' => return Ok(Tag::Bad),
            _ if b.is_ascii_whitespace() => bytes.consume(1),
            _ => {
                name.clear();
                loop {
                    let Some(b) = bytes.peek()? else { return Ok(Tag::Cut) };
                    if b == b'=' {
                        bytes.consume(1);
                        break;
                    }
                    if name.len() > 64 || matches!(b, b'>' | b'<' | b'\x22' | b'\'') {
                        return Ok(Tag::Bad);
                    }
                    if !b.is_ascii_whitespace() {
                        name.push(b);
                    }
                    bytes.consume(1);
                }
                while bytes.peek()?.is_some_and(|b| b.is_ascii_whitespace()) {
                    bytes.consume(1);
                }
                let quote = match bytes.peek()? {
                    Some(quote @ (b'\x22' | b'\'')) => quote,
                    Some(_) => return Ok(Tag::Bad),
                    None => return Ok(Tag::Cut),
                };
                bytes.consume(1);
                raw.clear();
                let wanted = fields.of(&name);
                let limit = if wanted.is_some() { LONGEST } else { 0 };
                if !bytes.take_to(quote, limit, raw)? {
                    return Ok(Tag::Cut);
                }
                if let Some(field) = wanted {
                    unescape(raw, field);
                }
            }
        }
    }
}

/// Resolves entities. Halves of a character (`&#55357;&#56832;`) are joined,
/// lone ones and `&#0;` are tolerated.
pub(in crate::discover) fn unescape(raw: &[u8], out: &mut String) {
    let text = String::from_utf8_lossy(raw);
    if !text.contains('&') {
        out.push_str(&text);
        return;
    }
    let mut rest = &*text;
    let mut high: Option<u32> = None;
    while let Some(at) = rest.find('&') {
        let (before, behind) = rest.split_at(at);
        if !before.is_empty() && high.take().is_some() {
            out.push(char::REPLACEMENT_CHARACTER);
        }
        out.push_str(before);
        let entity = behind.get(1..).unwrap_or_default();
        let end = entity.char_indices().take(10).find(|(_, c)| *c == ';').map(|(at, _)| at);
        let name = end.and_then(|end| entity.get(..end));
        let Some((name, end)) = name.zip(end) else {
            out.push('&');
            rest = entity;
            continue;
        };
        rest = entity.get(end + 1..).unwrap_or_default();
        let code = match name {
            "amp" => Some(u32::from('&')),
            "lt" => Some(u32::from('<')),
            "gt" => Some(u32::from('>')),
            "quot" => Some(u32::from('\u{22}')),
            "apos" => Some(u32::from('\'')),
            _ => match name.strip_prefix('#') {
                Some(number) => match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => number.parse().ok(),
                },
                None => None,
            },
        };
        match (high.take(), code) {
            (Some(high), Some(low @ 0xDC00..=0xDFFF)) => {
                let joined = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                out.push(char::from_u32(joined).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            (lone, code) => {
                if lone.is_some() {
                    out.push(char::REPLACEMENT_CHARACTER);
                }
                match code {
                    Some(first @ 0xD800..=0xDBFF) => high = Some(first),
                    Some(0) => {}
                    Some(code) => {
                        out.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                    }
                    None => {
                        out.push('&');
                        out.push_str(name);
                        out.push(';');
                    }
                }
            }
        }
    }
    if high.is_some() {
        out.push(char::REPLACEMENT_CHARACTER);
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(raw: &str) -> String {
        let mut out = String::new();
        unescape(raw.as_bytes(), &mut out);
        out
    }

    #[test]
    fn entities_are_resolved_and_halves_joined() {
        assert_eq!(plain("a &amp; b &lt;#&gt; &quot;x&apos;"), "a & b <#> \"x'");
        assert_eq!(plain("&#55357;&#56832;!"), "😀!");
        assert_eq!(plain("&#x1F600;"), "😀");
        assert_eq!(plain("&#55357;x&#56832;"), "\u{FFFD}x\u{FFFD}");
        assert_eq!(plain("a&#0;b&#10;c"), "ab\nc");
        assert_eq!(plain("AT&T &unknown; &"), "AT&T &unknown; &");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_resolved(text in "(&(#x?[0-9a-fA-F]{0,9}|[a-z]{0,5});?|\\PC){0,30}") {
            let _ = plain(&text);
        }
    }
}
