//! Tables of text messages.

use std::io::{self, Read};

use crate::discover::{
    csv::{self, Column, has},
    message::RawMessage,
    sink::Sink,
};

const SENDER: Column<RawMessage> =
    ("address|from|sender|number|phone|phonenumber|senderid", |row, text| row.sender = text);

const BODY: Column<RawMessage> =
    ("body|text|message|content|sms|messagetext", |row, text| row.body = text);

const DATE: Column<RawMessage> =
    ("date|time|timestamp|datetime|received|receivedat", |row, text| row.date = text);

const DIRECTION: Column<RawMessage> =
    ("type|direction|folder", |row, text| row.direction = text.to_lowercase());

const SIM: Column<RawMessage> = ("subid|sim|simslot", |row, text| row.sim = text);

const CONTACT: Column<RawMessage> =
    ("contactname|contact|displayname|name", |row, text| row.contact = text);

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &str) -> bool {
    let header = csv::header(head);
    has(&header, &BODY) && (has(&header, &SENDER) || has(&header, &DATE))
}

fn is_sent(direction: &str) -> bool {
    matches!(direction, "2" | "sent" | "outgoing" | "out" | "outbox")
}

pub(super) fn read(reader: &mut dyn Read, sink: &mut Sink<'_>) -> io::Result<()> {
    let columns = [SENDER, BODY, DATE, DIRECTION, SIM, CONTACT];
    csv::read(reader, sink, &columns, |row, sink| sink.message(&row.message(is_sent)))
}
