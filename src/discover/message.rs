//! One text message, as an export holds it.

use jiff::Timestamp;

use super::moment::moment;

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
    pub(super) fn message(&self, is_sent: fn(&str) -> bool) -> Message<'_> {
        Message {
            sender: given(&self.sender).unwrap_or_default(),
            contact: given(&self.contact),
            body: self.body.trim_end(),
            at: moment(&self.date),
            sim: given(&self.sim),
            sent: is_sent(&self.direction),
        }
    }
}

fn given(field: &str) -> Option<&str> {
    Some(field).filter(|text| !text.is_empty() && *text != "null")
}
