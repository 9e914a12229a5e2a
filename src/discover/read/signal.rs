//! The export of Signal as lines: persons, chats, and messages that refer to
//! them by number.

use std::{
    collections::HashMap,
    io::{self, Read},
};

use crate::discover::{
    day_order::DayOrder,
    head::Head,
    json::{self, Event},
    message::RawMessage,
    sink::Sink,
};

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    head.is_lines
        && (head.has("chatItem/dateSent")
            || head.has("recipient/id")
                && (head.has("recipient/contact/e164") || head.has("chat/id")))
}

/// The most persons that are told apart.
const MOST: usize = 50_000;

/// A line, and the persons that earlier lines named.
#[derive(Default)]
struct Lines {
    persons: HashMap<String, (String, String)>,
    person: String,
    number: String,
    name: String,
    message: RawMessage,
    is_message: bool,
}

impl Lines {
    fn take(&mut self, path: &str, event: Event<'_>) {
        if path.starts_with("chatItem/outgoing") {
            "sent".clone_into(&mut self.message.direction);
        }
        let Event::Text(text) = event else { return };
        let field = match path {
            "recipient/id" => &mut self.person,
            "recipient/contact/e164" => &mut self.number,
            "recipient/contact/profileGivenName"
            | "recipient/contact/systemGivenName"
            | "recipient/contact/nickname/given"
            | "recipient/group/snapshot/title/title" => &mut self.name,
            "chatItem/authorId" => &mut self.message.sender,
            "chatItem/dateSent" => &mut self.message.date,
            "chatItem/standardMessage/text/body" => {
                self.is_message = true;
                &mut self.message.body
            }
            _ => return,
        };
        if field.is_empty() {
            field.push_str(text);
        }
    }

    fn end(&mut self, sink: Option<&mut Sink<'_>>) {
        if let Some(sink) = sink {
            let person = std::mem::take(&mut self.person);
            let known = (std::mem::take(&mut self.number), std::mem::take(&mut self.name));
            if !person.is_empty() && self.persons.len() < MOST {
                self.persons.insert(person, known);
            }
            if self.is_message && !self.message.date.is_empty() {
                let unknown = (String::new(), String::new());
                let known = self.persons.get(&self.message.sender);
                let (number, name) = known.unwrap_or(&unknown);
                self.message.sender.clone_from(if number.is_empty() { name } else { number });
                self.message.contact.clone_from(name);
                let sent = self.message.direction == "sent";
                self.message.chat(sent, DayOrder::Unknown, |whole| sink.message(whole));
            }
        }
        [&mut self.person, &mut self.number, &mut self.name].into_iter().for_each(String::clear);
        self.message.clear();
        self.is_message = false;
    }
}

pub(super) fn read(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    json::read_lines(reader, sink, &mut Lines::default(), Lines::take, Lines::end)
}
