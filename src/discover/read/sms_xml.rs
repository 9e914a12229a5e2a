//! SMS Backup & Restore: one `<sms …/>` for a text message, `<mms>` with parts
//! for a multimedia one.
//!
//! A file can have 40 GB and one attribute more than a gigabyte: what is not
//! wanted is skipped and never held.

use std::io::{self, Read};

use crate::discover::{
    bytes::{Bytes, LONGEST},
    day_order::DayOrder,
    entities::unescape,
    head::Head,
    message::RawMessage,
    sink::Sink,
};

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    let text = &head.text;
    text.starts_with('<') && ["<smses", "<sms ", "<mms "].iter().any(|tag| text.contains(tag))
}

/// The attributes of a tag that are wanted.
#[derive(Default)]
struct Attributes {
    message: RawMessage,
    content_type: String,
    count: String,
}

impl Attributes {
    fn wanted(&mut self, name: &[u8]) -> Option<&mut String> {
        Some(match name {
            b"address" => &mut self.message.sender,
            b"date" => &mut self.message.date,
            b"type" | b"msg_box" => &mut self.message.direction,
            b"body" | b"text" => &mut self.message.body,
            b"contact_name" => &mut self.message.contact,
            b"sub_id" => &mut self.message.sim,
            b"ct" => &mut self.content_type,
            b"count" => &mut self.count,
            _ => return None,
        })
    }

    fn clear(&mut self) {
        self.message.clear();
        self.content_type.clear();
        self.count.clear();
    }
}

/// 1 is received, 2 sent, 3 a draft, 4 to 6 on the way out.
fn is_sent(direction: &str) -> bool {
    !matches!(direction, "1" | "" | "null")
}

/// How a tag ended.
enum End {
    /// `/>` or `>`.
    Whole,
    /// It is no XML.
    Malformed,
    /// The file ended inside it.
    Cut,
}

pub(super) fn read(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut bytes = Bytes::new(reader);
    let (mut tag, mut part) = (Attributes::default(), Attributes::default());
    let (mut name, mut raw) = (Vec::new(), Vec::new());
    let (mut text, mut in_mms, mut closed) = (String::new(), false, false);
    while bytes.skip_to(b'<')? {
        let at = bytes.offset() - 1;
        tag_name(&mut bytes, &mut name)?;
        let end = match name.as_slice() {
            b"sms" => {
                let end = attributes(&mut bytes, &mut tag, &mut raw)?;
                match end {
                    End::Whole if tag.message.sender.is_empty() && tag.message.date.is_empty() => {
                        End::Malformed
                    }
                    End::Whole => {
                        sink.message(&tag.message.message(is_sent, DayOrder::Unknown));
                        end
                    }
                    _ => end,
                }
            }
            b"mms" => {
                text.clear();
                in_mms = true;
                attributes(&mut bytes, &mut tag, &mut raw)?
            }
            b"part" if in_mms => {
                let end = attributes(&mut bytes, &mut part, &mut raw)?;
                let body = &part.message.body;
                if part.content_type == "text/plain" && text.len() + body.len() <= LONGEST {
                    text.push_str(body);
                    text.push('\n');
                }
                end
            }
            b"addr" if in_mms => {
                let end = attributes(&mut bytes, &mut part, &mut raw)?;
                // 137 is the sender.
                let (part, tag) = (&mut part.message, &mut tag.message);
                if part.direction == "137" && !part.sender.is_empty() {
                    std::mem::swap(&mut tag.sender, &mut part.sender);
                }
                end
            }
            b"/mms" => {
                if std::mem::take(&mut in_mms) {
                    std::mem::swap(&mut tag.message.body, &mut text);
                    sink.message(&tag.message.message(is_sent, DayOrder::Unknown));
                }
                End::Whole
            }
            b"smses" => {
                let end = attributes(&mut bytes, &mut part, &mut raw)?;
                sink.declare(part.count.parse().ok());
                end
            }
            b"/smses" => {
                closed = true;
                End::Whole
            }
            _ => End::Whole,
        };
        match end {
            End::Malformed => sink.malformed(at),
            End::Cut => {
                sink.cut(at);
                return Ok(());
            }
            End::Whole => {}
        }
    }
    if !closed {
        sink.cut(bytes.offset());
    }
    Ok(())
}

fn tag_name(bytes: &mut Bytes<'_>, name: &mut Vec<u8>) -> io::Result<()> {
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

/// Where a quote stands. Most values are a digit or a word, and found before a search is
/// set up.
fn find(quote: u8, value: &[u8]) -> Option<usize> {
    let near = value.get(..SHORT).unwrap_or(value);
    near.iter().position(|b| *b == quote).or_else(|| memchr::memchr(quote, value))
}

/// How long most values of attributes are, in bytes.
const SHORT: usize = 8;

/// Reads the attributes of a tag that the buffer holds whole, and says how many
/// bytes they take. None when the tag is longer or anything about it is
/// unusual.
fn buffered(left: &[u8], tag: &mut Attributes) -> Option<usize> {
    let mut at = 0;
    loop {
        match left.get(at)? {
            b'>' => return Some(at + 1),
            b'/' => return (left.get(at + 1) == Some(&b'>')).then_some(at + 2),
            b' ' | b'\n' | b'\r' | b'\t' => at += 1,
            _ => {
                let rest = left.get(at..)?;
                let length =
                    rest.iter().take(40).position(|b| matches!(b, b'=' | b' ' | b'>' | b'<'))?;
                let (name, rest) = rest.split_at(length);
                let [b'=', quote @ (b'\x22' | b'\''), value @ ..] = rest else { return None };
                let end = find(*quote, value)?;
                if let Some(field) = tag.wanted(name) {
                    let value = value.get(..end.min(LONGEST))?;
                    match simdutf8::basic::from_utf8(value) {
                        Ok(text) if memchr::memchr(b'&', value).is_none() => field.push_str(text),
                        _ => unescape(value, field),
                    }
                }
                at += length + 2 + end + 1;
            }
        }
    }
}

/// Reads the attributes of a tag; those that are wanted replace what `tag`
/// held.
fn attributes(bytes: &mut Bytes<'_>, tag: &mut Attributes, raw: &mut Vec<u8>) -> io::Result<End> {
    tag.clear();
    if let Some(count) = buffered(bytes.left()?, tag) {
        bytes.consume(count);
        return Ok(End::Whole);
    }
    tag.clear();
    let mut name = Vec::new();
    loop {
        let Some(b) = bytes.peek()? else { return Ok(End::Cut) };
        match b {
            b'>' => {
                bytes.consume(1);
                return Ok(End::Whole);
            }
            b'/' => {
                bytes.consume(1);
                if bytes.peek()? == Some(b'>') {
                    bytes.consume(1);
                    return Ok(End::Whole);
                }
                return Ok(End::Malformed);
            }
            b'<' => return Ok(End::Malformed),
            _ if b.is_ascii_whitespace() => bytes.consume(1),
            _ => {
                if let Some(end) = attribute(bytes, tag, &mut name, raw)? {
                    return Ok(end);
                }
            }
        }
    }
}

/// Reads one attribute. The tag goes on behind it, unless this says how it
/// ended.
fn attribute(
    bytes: &mut Bytes<'_>,
    tag: &mut Attributes,
    name: &mut Vec<u8>,
    raw: &mut Vec<u8>,
) -> io::Result<Option<End>> {
    name.clear();
    loop {
        let Some(b) = bytes.peek()? else { return Ok(Some(End::Cut)) };
        if name.len() > 64 || matches!(b, b'>' | b'<' | b'\x22' | b'\'') {
            return Ok(Some(End::Malformed));
        }
        bytes.consume(1);
        if b == b'=' {
            break;
        }
        if !b.is_ascii_whitespace() {
            name.push(b);
        }
    }
    while bytes.peek()?.is_some_and(|b| b.is_ascii_whitespace()) {
        bytes.consume(1);
    }
    let quote = match bytes.peek()? {
        Some(quote @ (b'\x22' | b'\'')) => quote,
        Some(_) => return Ok(Some(End::Malformed)),
        None => return Ok(Some(End::Cut)),
    };
    bytes.consume(1);
    raw.clear();
    let wanted = tag.wanted(name);
    let limit = if wanted.is_some() { LONGEST } else { 0 };
    if !bytes.take_to(quote, limit, raw)? {
        return Ok(Some(End::Cut));
    }
    if let Some(field) = wanted {
        unescape(raw, field);
    }
    Ok(None)
}
