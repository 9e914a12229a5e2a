//! One text message, as an export holds it.

use jiff::Timestamp;

use super::{day_order::DayOrder, fold::fold, moment::moment, words};

/// A text message. It is borrowed: none outlives its reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Message<'a> {
    /// Who sent it: a number, a short code, or a name.
    pub sender: &'a str,
    /// The name in the contacts, when the sender has one.
    pub contact: Option<&'a str>,
    /// The text.
    pub body: &'a str,
    /// When it came.
    pub at: Option<Timestamp>,
    /// The SIM that it came to, as the export calls it.
    pub sim: Option<&'a str>,
    /// The person sent it themselves.
    pub sent: bool,
}

/// The fields of a message as a reader collects them, all as text. Empty and
/// `null` mean that the export does not say.
#[derive(Default)]
pub(super) struct RawMessage {
    pub(super) sender: String,
    pub(super) contact: String,
    pub(super) body: String,
    pub(super) date: String,
    /// Which way it went, in the words of the export.
    pub(super) direction: String,
    pub(super) sim: String,
}

impl RawMessage {
    /// Empties every field, and keeps the memory for the next message.
    pub(super) fn clear(&mut self) {
        let Self { sender, contact, body, date, direction, sim } = self;
        [sender, contact, body, date, direction, sim].into_iter().for_each(String::clear);
    }

    /// The message. `is_sent` reads the direction.
    pub(super) fn message(&self, is_sent: fn(&str) -> bool, order: DayOrder) -> Message<'_> {
        let sender = given(&self.sender).unwrap_or_default();
        Message {
            sender,
            // Exports repeat the sender where no name is saved.
            contact: given(&self.contact).filter(|name| *name != sender),
            body: self.body.trim_end(),
            at: moment(&self.date, order),
            sim: given(&self.sim),
            sent: is_sent(&self.direction),
        }
    }

    /// Tells of the message as one of a messenger. There every sender has a
    /// name, and it is that of a person unless the text has it as well: a
    /// business writes its own name.
    pub(super) fn chat(&self, sent: bool, order: DayOrder, tell: impl FnOnce(&Message<'_>)) {
        let named = if self.contact.is_empty() { &self.sender } else { &self.contact };
        let (name, text) = (fold(named), fold(&self.body));
        let is_number = name.bytes().filter(u8::is_ascii_digit).count() >= 3;
        let is_own = name.chars().count() >= 2 && text.contains(&name);
        let contact = given(named).filter(|_| !is_number && !is_own);
        tell(&Message { contact, sent, ..self.message(|_| false, order) });
    }
}

fn given(field: &str) -> Option<&str> {
    Some(field).filter(|text| !text.is_empty() && *text != "null")
}

/// Whether a word for a direction, a folder or a state says that the person
/// sent it. A word that is not known is of a message that came:
/// to take it for sent would hide an account.
pub(super) fn is_sent(direction: &str) -> bool {
    words::is("sent", &words::plain(direction))
}
