//! Tables of text messages.

use std::io::{self, Read};

use crate::discover::{
    csv::{self, Column, Wanted},
    day_order::DayOrder,
    head::Head,
    message::{RawMessage, is_sent},
    sink::Sink,
};

const SENDER: Column<RawMessage> = ("sender", |row, text| {
    if row.sender.is_empty() {
        row.sender = text;
    }
});

const BODY: Column<RawMessage> = ("body", |row, text| row.body = text);

/// A day and a time can stand in two columns, in either order.
const DATE: Column<RawMessage> = ("date", |row, text| {
    if row.date.is_empty() {
        row.date = text;
    } else if text.contains(':') && !row.date.contains(':') {
        row.date.push(' ');
        row.date.push_str(&text);
    } else if row.date.contains(':') && row.date.len() <= TIME && !text.contains(':') {
        row.date.insert(0, ' ');
        row.date.insert_str(0, &text);
    }
});

/// The longest time without a day, in bytes.
const TIME: usize = 14;

const DIRECTION: Column<RawMessage> = ("direction", |row, text| row.direction = text);

const SIM: Column<RawMessage> = ("sim", |row, text| row.sim = text);

const CONTACT: Column<RawMessage> = ("contact", |row, text| row.contact = text);

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    let Some(table) = &head.table else { return false };
    table.has(&BODY) && (table.has(&SENDER) || table.has(&DATE))
}

pub(super) fn read(reader: &mut dyn Read, head: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let Some(table) = &head.table else { return Ok(()) };
    let known = [SENDER, BODY, DATE, DIRECTION, SIM, CONTACT];
    let wanted =
        Wanted { known: &known, idle: "message-idle", other: |_| None, needed: Some("body") };
    let order = DayOrder::of(&head.text);
    csv::read(reader, sink, table, &wanted, |row: &RawMessage, sink| {
        let usable = is_usable(row);
        if usable {
            sink.message(&row.message(is_sent, order));
        }
        usable
    })
}

/// Whether a row has what makes it a message: a sender, or a date with digits.
/// A picture has no text.
fn is_usable(row: &RawMessage) -> bool {
    let dated = row.date.chars().any(|c| c.is_ascii_digit());
    !row.sender.is_empty() || dated && !(row.body.is_empty() && row.contact.is_empty())
}
