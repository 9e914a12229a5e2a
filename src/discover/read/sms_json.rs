//! Messages of sms-ie, and JSON that names its fields like that: an object a
//! line, or all in one array.

use std::io::{self, Read};

use crate::discover::{
    bytes::LONGEST,
    json::{self, Event},
    message::RawMessage,
    sink::Sink,
};

/// Whether a file that begins so has an object a line.
pub(super) fn sniff_lines(head: &str) -> bool {
    let first = head.lines().next().unwrap_or_default();
    let keys = ["\"body\"", "\"address\"", "\"__parts\"", "\"message\"", "\"text\""];
    head.starts_with('{') && keys.iter().any(|key| first.contains(key))
}

/// Whether a file that begins so is an array.
pub(super) fn sniff_array(head: &str) -> bool {
    head.starts_with('[')
}

/// The fields of one message.
#[derive(Default)]
struct Object {
    message: RawMessage,
    /// Who sent a multimedia message.
    other_sender: String,
    /// The part of a multimedia message that is being read.
    content_type: String,
    part: String,
    /// The parts before it.
    parts: String,
}

impl Object {
    fn take(&mut self, path: &str, event: Event<'_>) {
        let message = &mut self.message;
        let field = match (path, event) {
            ("__parts" | "parts", Event::End) => return self.end_part(),
            (_, Event::End) => return,
            ("address" | "Address" | "from" | "sender" | "number" | "phone", _) => {
                &mut message.sender
            }
            ("date" | "Date" | "timestamp" | "time" | "datetime" | "received", _) => {
                &mut message.date
            }
            ("body" | "Body" | "text" | "message" | "content", _) => &mut message.body,
            ("type" | "msg_box", _) => &mut message.direction,
            ("sub_id", _) => &mut message.sim,
            ("__display_name" | "display_name" | "contact_name", _) => &mut message.contact,
            ("__sender_address/address", _) => &mut self.other_sender,
            ("__parts/ct" | "parts/ct", _) => &mut self.content_type,
            ("__parts/text" | "parts/text", _) => &mut self.part,
            _ => return,
        };
        if let (true, Event::Text(text)) = (field.is_empty(), event) {
            field.push_str(text);
        }
    }

    fn end_part(&mut self) {
        if self.content_type == "text/plain" && self.parts.len() + self.part.len() < LONGEST {
            self.parts.push_str(&self.part);
            self.parts.push('\n');
        }
        self.content_type.clear();
        self.part.clear();
    }

    /// Hands the message on, if it is whole, and begins the next one.
    fn end(&mut self, sink: Option<&mut Sink<'_>>) {
        if let Some(sink) = sink {
            self.message.body.push_str(&self.parts);
            if matches!(self.message.sender.as_str(), "" | "null") {
                std::mem::swap(&mut self.message.sender, &mut self.other_sender);
            }
            sink.message(&self.message.message(is_sent));
        }
        self.message.clear();
        let Self { other_sender, content_type, part, parts, .. } = self;
        [other_sender, content_type, part, parts].into_iter().for_each(String::clear);
    }
}

fn is_sent(direction: &str) -> bool {
    !matches!(direction, "1" | "" | "null" | "received" | "inbox")
}

pub(super) fn read_lines(reader: &mut dyn Read, sink: &mut Sink<'_>) -> io::Result<()> {
    json::read_lines(reader, sink, &mut Object::default(), Object::take, Object::end)
}

pub(super) fn read_array(reader: &mut dyn Read, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut object = Object::default();
    json::read(reader, sink, |path, event, sink| match (path, event) {
        ("", Event::End) => object.end(Some(sink)),
        _ => object.take(path, event),
    })
}
