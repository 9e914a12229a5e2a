//! The JSON export of Telegram: one chat, or all of them.

use std::io::{self, Read};

use crate::discover::{
    bytes::LONGEST,
    day_order::DayOrder,
    head::Head,
    json::{self, Event},
    message::RawMessage,
    sink::Sink,
};

/// Where the messages of one chat stand, and those of all.
const PLACES: [&str; 3] = ["messages", "chats/list/messages", "left_chats/list/messages"];

/// The path inside a message.
fn inside(path: &str) -> Option<&str> {
    PLACES.iter().find_map(|place| {
        let rest = path.strip_prefix(place)?;
        if rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
    })
}

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    let has = |key: &str| PLACES.iter().any(|place| head.has(&format!("{place}/{key}")));
    has("from_id") || has("date_unixtime") || has("text_entities/text") && has("date")
}

/// A message, and what of it is not in its fields.
#[derive(Default)]
struct TelegramMessage {
    message: RawMessage,
    /// Something happened in the chat, and nobody wrote.
    is_service: bool,
    /// It has a text and a date.
    shape: (bool, bool),
}

pub(super) fn read(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut object = TelegramMessage::default();
    json::read(reader, sink, |path, event, sink| {
        let Some(path) = inside(path) else { return };
        let message = &mut object.message;
        match (path, event) {
            ("", Event::Begin) => sink.begin(),
            ("", Event::End) => {
                let TelegramMessage { message, is_service, shape } = std::mem::take(&mut object);
                if is_service {
                    return;
                }
                if shape != (true, true) {
                    return sink.reject();
                }
                message.chat(false, DayOrder::Unknown, |whole| sink.message(whole));
            }
            ("type", Event::Text(text)) => object.is_service = text == "service",
            ("from" | "actor", Event::Text(text)) => text.clone_into(&mut message.sender),
            ("date" | "date_unixtime", Event::Text(text)) => {
                object.shape.1 = true;
                text.clone_into(&mut message.date);
            }
            // Parts with links and such are objects of their own.
            ("text" | "text/text", Event::Text(text)) => {
                object.shape.0 = true;
                if message.body.len() + text.len() < LONGEST {
                    message.body.push_str(text);
                }
            }
            ("text_entities/type" | "text/type", _) => object.shape.0 = true,
            _ => {}
        }
    })
}
