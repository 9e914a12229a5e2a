//! Pages of imessage-exporter: a `div` for a message, with spans for the date,
//! the sender and the text.

use std::io::{self, Read};

use crate::discover::{
    bytes::LONGEST,
    day_order::DayOrder,
    head::Head,
    html::{self, Node},
    message::RawMessage,
    moment::moment,
    sink::Sink,
};

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    let text = &head.text;
    let message = ["class=\"message\"", "class='message'"].iter().any(|sign| text.contains(sign));
    text.starts_with('<') && message && text.contains("timestamp") && text.contains("sender")
}

/// The field whose text comes next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Date,
    Sender,
    Body,
}

/// The message under way.
struct PageMessage {
    message: RawMessage,
    began: Option<u64>,
    inside: Inside,
    /// How many spans are open in the field.
    depth: u32,
}

impl PageMessage {
    /// Hands the message on, if there is one.
    fn end(&mut self, sink: &mut Sink<'_>) {
        let Some(began) = self.began.take() else { return };
        let date = self.message.date.split('(').next().unwrap_or_default().to_owned();
        self.message.date = date.split_whitespace().collect::<Vec<_>>().join(" ");
        let sender = self.message.sender.trim().to_owned();
        let dated = moment(&self.message.date, DayOrder::Unknown).is_some();
        if dated && !sender.is_empty() {
            if sender == "Me" {
                "sent".clone_into(&mut self.message.direction);
            }
            self.message.sender = sender;
            sink.message(&self.message.message(|word| word == "sent", DayOrder::Unknown));
        } else {
            sink.malformed(began);
        }
        self.message.clear();
        (self.inside, self.depth) = (Inside::Nothing, 0);
    }
}

pub(super) fn read(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let message = RawMessage::default();
    let mut state = PageMessage { message, began: None, inside: Inside::Nothing, depth: 0 };
    let mut whole = false;
    let mut end = 0;
    let cut = html::read(reader, |node, at| {
        end = at;
        match node {
            Node::Open(tag) if tag.name == "div" => {
                if tag.is_of("message") {
                    state.end(sink);
                    state.began = Some(at);
                } else if tag.is_of("sent") {
                    "sent".clone_into(&mut state.message.direction);
                }
            }
            Node::Open(tag) if tag.name == "span" && state.began.is_some() => {
                if state.inside != Inside::Nothing {
                    state.depth += 1;
                    return;
                }
                state.inside = match () {
                    () if tag.is_of("timestamp") && state.message.date.is_empty() => Inside::Date,
                    () if tag.is_of("sender") && state.message.sender.is_empty() => Inside::Sender,
                    () if tag.is_of("bubble") => Inside::Body,
                    () => return,
                };
            }
            Node::Open(tag) if tag.name == "br" && state.inside == Inside::Body => {
                state.message.body.push('\n');
            }
            Node::Close("span") if state.depth > 0 => state.depth -= 1,
            Node::Close("span") => {
                if state.inside == Inside::Body {
                    state.message.body.push('\n');
                }
                state.inside = Inside::Nothing;
            }
            Node::Close("html") => whole = true,
            Node::Text(text) => {
                let field = match state.inside {
                    Inside::Nothing => return,
                    Inside::Date => &mut state.message.date,
                    Inside::Sender => &mut state.message.sender,
                    Inside::Body => &mut state.message.body,
                };
                if field.len() + text.len() < LONGEST {
                    field.push_str(text);
                }
            }
            _ => {}
        }
    })?;
    state.end(sink);
    if !whole {
        sink.cut(cut.unwrap_or(end));
    }
    Ok(())
}
