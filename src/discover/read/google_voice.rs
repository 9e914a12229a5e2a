//! Conversations of Google Voice as pages, as Takeout packs them: a date, a
//! sender and a quoted text for each message.

use std::io::{self, Read};

use crate::discover::{
    bytes::LONGEST,
    day_order::DayOrder,
    head::Head,
    html::{self, Node},
    message::RawMessage,
    sink::Sink,
};

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    head.text.starts_with('<') && head.text.contains("hChatLog")
}

/// The message under way.
#[derive(Default)]
struct VoiceMessage {
    message: RawMessage,
    began: Option<u64>,
    in_name: bool,
    in_text: bool,
    has_text: bool,
}

impl VoiceMessage {
    /// Hands the message on, if there is one.
    fn end(&mut self, sink: &mut Sink<'_>) {
        let Some(began) = self.began.take() else { return };
        let mut message = std::mem::take(&mut self.message);
        let has_text = std::mem::take(&mut self.has_text);
        let sent = message.contact.trim() == "Me";
        if message.sender.is_empty() {
            message.sender.clone_from(&message.contact);
        }
        if !has_text || message.date.is_empty() || message.sender.is_empty() {
            return sink.malformed(began);
        }
        if sent {
            "sent".clone_into(&mut message.direction);
        }
        // Without a saved name the number stands in its place.
        if message.contact.chars().any(|c| c.is_ascii_digit()) || sent {
            message.contact.clear();
        }
        sink.message(&message.message(|word| word == "sent", DayOrder::Unknown));
    }
}

pub(super) fn read(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let (mut state, mut whole, mut end) = (VoiceMessage::default(), false, 0);
    let cut = html::read(reader, |node, at| {
        end = at;
        match node {
            Node::Open(tag) => match tag.name {
                "div" if tag.is_of("message") => {
                    state.end(sink);
                    state.began = Some(at);
                }
                _ if state.began.is_none() => {}
                "abbr" if tag.is_of("dt") => state.message.date = tag.attribute("title"),
                "a" if tag.is_of("tel") => {
                    let address = tag.attribute("href");
                    let number = address.strip_prefix("tel:").unwrap_or_default();
                    number.clone_into(&mut state.message.sender);
                }
                "span" | "abbr" if tag.is_of("fn") => state.in_name = true,
                "q" => (state.in_text, state.has_text) = (true, true),
                "br" if state.in_text => state.message.body.push('\n'),
                _ => {}
            },
            Node::Close("q") => state.in_text = false,
            Node::Close("span" | "abbr") => state.in_name = false,
            // Behind the messages come lists of labels.
            Node::Close("div") if state.has_text => state.end(sink),
            Node::Close("html" | "body") => whole = true,
            Node::Close(_) => {}
            Node::Text(text) => {
                let field = match (state.in_text, state.in_name) {
                    (true, _) => &mut state.message.body,
                    (_, true) => &mut state.message.contact,
                    _ => return,
                };
                if field.len() + text.len() < LONGEST {
                    field.push_str(text);
                }
            }
        }
    })?;
    state.end(sink);
    if !whole {
        sink.cut(cut.unwrap_or(end));
    }
    Ok(())
}
