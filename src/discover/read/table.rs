//! Tables with a header: messages, or the accounts of a password manager. The
//! columns are known by name, in any order and any case; columns of secrets
//! are passed over while parsing.

use std::io::{self, Read};

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::{LONGEST, logins::Login};
use crate::discover::{bytes::Bytes, message::Message, scan::Sink, when::moment};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Title,
    Url,
    /// Something that can carry the number.
    Field,
    Sender,
    Body,
    Date,
    Kind,
    Sim,
    Contact,
    /// A secret, or nothing of use.
    Nothing,
}

/// What a table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::discover) enum About {
    Messages,
    Logins,
}

fn column(name: &str, about: About) -> Column {
    let name: String =
        name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    match (about, name.as_str()) {
        (About::Logins, "name" | "title" | "account" | "item" | "entry") => Column::Title,
        (About::Logins, "url" | "loginuri" | "website" | "uri" | "web" | "site" | "webaddress") => {
            Column::Url
        }
        (
            About::Logins,
            "username" | "username2" | "username3" | "loginusername" | "login" | "user" | "email"
            | "phone" | "notes" | "note" | "extra" | "fields" | "comment" | "comments" | "mobile",
        ) => Column::Field,
        (
            About::Messages,
            "address" | "from" | "sender" | "number" | "phone" | "phonenumber" | "senderid",
        ) => Column::Sender,
        (About::Messages, "body" | "text" | "message" | "content" | "sms" | "messagetext") => {
            Column::Body
        }
        (
            About::Messages,
            "date" | "time" | "timestamp" | "datetime" | "received" | "receivedat",
        ) => Column::Date,
        (About::Messages, "type" | "direction" | "folder") => Column::Kind,
        (About::Messages, "subid" | "sim" | "simslot") => Column::Sim,
        (About::Messages, "contactname" | "contact" | "displayname" | "name") => Column::Contact,
        _ => Column::Nothing,
    }
}

/// What a table with this first line is about, and what stands between its
/// fields.
pub(in crate::discover) fn about(header: &str) -> Option<(About, u8)> {
    let marks = [b',', b';', b'\t'];
    let count = |mark: u8| header.bytes().filter(|b| *b == mark).count();
    let mark = marks.into_iter().max_by_key(|mark| count(*mark)).filter(|mark| count(*mark) > 0)?;
    let names = || {
        header
            .split(char::from(mark))
            .map(|name| name.trim_matches(['\u{22}', ' ', '\r', '\u{feff}']))
    };
    let has = |about, wanted| names().any(|name| column(name, about) == wanted);
    let secret = names().any(|name| name.to_lowercase().contains("password"));
    let login = has(About::Logins, Column::Field)
        && (has(About::Logins, Column::Url) || has(About::Logins, Column::Title));
    if login && (secret || has(About::Logins, Column::Url)) {
        return Some((About::Logins, mark));
    }
    (has(About::Messages, Column::Body)
        && (has(About::Messages, Column::Sender) || has(About::Messages, Column::Date)))
    .then_some((About::Messages, mark))
}

/// One field after the other, of bounded size.
struct Fields<R> {
    bytes: Bytes<R>,
    csv: Reader,
    done: bool,
}

impl<R: Read> Fields<R> {
    /// The next field, and whether it ends the record. None at the end.
    fn next(&mut self, wanted: bool, out: &mut Vec<u8>) -> io::Result<Option<bool>> {
        out.clear();
        let mut room = [0; 4096];
        loop {
            let left = self.bytes.left()?;
            let (result, read, wrote) = self.csv.read_field(left, &mut room);
            self.bytes.consume(read);
            if wanted {
                let take = wrote.min(LONGEST.saturating_sub(out.len()));
                out.extend_from_slice(room.get(..take).unwrap_or_default());
            }
            match result {
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
                ReadFieldResult::Field { record_end } => return Ok(Some(record_end)),
                ReadFieldResult::End => {
                    self.done = true;
                    return Ok(None);
                }
            }
        }
    }
}

#[derive(Default)]
struct Row {
    login: Login,
    sender: String,
    body: String,
    date: String,
    kind: String,
    sim: String,
    contact: String,
}

pub(in crate::discover) fn read<R: Read>(
    reader: R,
    about: About,
    mark: u8,
    sink: &mut Sink<'_>,
) -> io::Result<()> {
    let csv = ReaderBuilder::new().delimiter(mark).build();
    let mut fields = Fields { bytes: Bytes::new(reader), csv, done: false };
    let mut raw = Vec::new();
    let mut columns = Vec::new();
    while let Some(last) = fields.next(true, &mut raw)? {
        // Nobody has more columns than that.
        if columns.len() < 200 {
            let name = String::from_utf8_lossy(&raw);
            columns.push(column(name.trim_matches(['\u{feff}', ' ']), about));
        }
        if last {
            break;
        }
    }
    while !fields.done {
        let at = fields.bytes.offset();
        let (mut row, mut place, mut any) = (Row::default(), 0, false);
        loop {
            let column = columns.get(place).copied().unwrap_or(Column::Nothing);
            let Some(last) = fields.next(column != Column::Nothing, &mut raw)? else { break };
            any |= !raw.is_empty();
            let text = String::from_utf8_lossy(&raw).into_owned();
            match column {
                Column::Title => row.login.title = text,
                Column::Url => row.login.url = text,
                Column::Field => row.login.fields.push(text),
                Column::Sender => row.sender = text,
                Column::Body => row.body = text,
                Column::Date => row.date = text,
                Column::Kind => row.kind = text,
                Column::Sim => row.sim = text,
                Column::Contact => row.contact = text,
                Column::Nothing => {}
            }
            place += 1;
            if last {
                break;
            }
        }
        if !any {
            continue;
        }
        if place < columns.len().min(2) {
            sink.malformed(at);
            continue;
        }
        match about {
            About::Logins => sink.login(&row.login),
            About::Messages => {
                let some = |text: &String| !text.is_empty();
                let kind = row.kind.to_lowercase();
                sink.message(&Message {
                    sender: &row.sender,
                    contact: Some(&row.contact).filter(|text| some(text)).map(String::as_str),
                    body: &row.body,
                    at: moment(&row.date),
                    sim: Some(&row.sim).filter(|text| some(text)).map(String::as_str),
                    sent: ["2", "sent", "outgoing", "out", "outbox"].contains(&kind.as_str()),
                });
            }
        }
    }
    Ok(())
}
