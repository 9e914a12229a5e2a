//! Messages of sms-ie, and JSON that names its fields like that: an object a
//! line, or an array of them, wherever it stands.

use std::{
    collections::BTreeMap,
    io::{self, Read},
};

use crate::discover::{
    bytes::LONGEST,
    day_order::DayOrder,
    head::Head,
    json::{self, Event},
    message::{RawMessage, is_sent},
    sink::Sink,
};

/// What a field of a message says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Sender,
    Date,
    Body,
    Direction,
    /// Whether the person sent it, as a truth value.
    Sent,
    Sim,
    Contact,
    OtherSender,
    PartType,
    PartText,
}

/// The fields by their names, in lower case and without `_` and `-`.
const FIELDS: [(Field, &str); 10] = [
    (
        Field::Sender,
        "address|from|sender|number|phone|phonenumber|senderid|source|sourcenumber|sendernumber|fromnumber|号码|发件人|发送方|发送人",
    ),
    (
        Field::Date,
        "date|timestamp|time|datetime|received|receivedat|sentat|messagedate|datereceived|时间|日期",
    ),
    (Field::Body, "body|text|message|content|messagebody|messagetext|smsbody|内容|短信内容"),
    (Field::Direction, "type|msgbox|direction|folder|box|messagetype|类型|方向"),
    (Field::Sent, "isfromme|fromme|outgoing|issent|sentbyme"),
    (Field::Sim, "subid|sim|simslot"),
    (Field::Contact, "displayname|contactname|contact|sendername|conversationname|姓名|联系人"),
    (Field::OtherSender, "senderaddress/address"),
    (Field::PartType, "parts/ct"),
    (Field::PartText, "parts/text"),
];

/// The field at a path inside a message.
fn field(path: &str, name: &mut String) -> Option<Field> {
    name.clear();
    name.extend(
        path.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).flat_map(char::to_lowercase),
    );
    let known = FIELDS.iter().find(|(_, names)| names.split('|').any(|one| one == name.as_str()));
    known.map(|(field, _)| *field)
}

/// The path of the objects that have what makes a message: a text, and who sent
/// it or when. The outermost of them.
fn record(head: &Head) -> Option<String> {
    let mut seen: BTreeMap<(usize, &str), (bool, bool)> = BTreeMap::new();
    let mut name = String::new();
    for path in head.paths() {
        for (at, _) in std::iter::once((0, "")).chain(path.match_indices('/')) {
            let (place, rest) = path.split_at_checked(at).unwrap_or_default();
            let about = seen.entry((place.len(), place)).or_default();
            match field(rest.trim_start_matches('/'), &mut name) {
                Some(Field::Body | Field::PartText | Field::PartType) => about.0 = true,
                Some(Field::Sender | Field::Date | Field::OtherSender) => about.1 = true,
                _ => {}
            }
        }
    }
    let whole = seen.into_iter().find(|(_, about)| about.0 && about.1);
    whole.map(|((_, place), _)| place.to_owned())
}

/// Whether a file that begins so has an object a line.
pub(super) fn sniff_lines(head: &Head) -> bool {
    head.is_lines && record(head).is_some_and(|place| place.is_empty())
}

/// Whether a file that begins so is one value.
pub(super) fn sniff_value(head: &Head) -> bool {
    head.is_json() && record(head).is_some()
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
    /// It has a field for a text, and one for a sender or a date.
    shape: (bool, bool),
    order: DayOrder,
    /// The name of a field, as it compares.
    name: String,
}

impl Object {
    fn take(&mut self, path: &str, event: Event<'_>) {
        if matches!(event, Event::Begin) {
            return;
        }
        if event == Event::End {
            if matches!(path, "__parts" | "parts") {
                self.end_part();
            }
            return;
        }
        let Some(field) = field(path, &mut self.name) else { return };
        match field {
            Field::Body | Field::PartText | Field::PartType => self.shape.0 = true,
            Field::Sender | Field::Date | Field::OtherSender => self.shape.1 = true,
            _ => {}
        }
        let Event::Text(text) = event else { return };
        let message = &mut self.message;
        let place = match field {
            Field::Sender => &mut message.sender,
            Field::Date => &mut message.date,
            Field::Body => &mut message.body,
            Field::Direction => &mut message.direction,
            Field::Sim => &mut message.sim,
            Field::Contact => &mut message.contact,
            Field::OtherSender => &mut self.other_sender,
            Field::PartType => &mut self.content_type,
            Field::PartText => &mut self.part,
            Field::Sent => {
                if matches!(text, "true" | "1") {
                    "sent".clone_into(&mut message.direction);
                }
                return;
            }
        };
        if place.is_empty() {
            place.push_str(text);
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
            if self.shape == (true, true) {
                let sent = |word: &str| word != "null" && is_sent(word);
                sink.message(&self.message.message(sent, self.order));
            } else {
                sink.reject();
            }
        }
        self.message.clear();
        self.shape = (false, false);
        let Self { other_sender, content_type, part, parts, .. } = self;
        [other_sender, content_type, part, parts].into_iter().for_each(String::clear);
    }
}

pub(super) fn read_lines(
    reader: &mut dyn Read,
    head: &Head,
    sink: &mut Sink<'_>,
) -> io::Result<()> {
    let mut object = Object { order: DayOrder::of(&head.text), ..Object::default() };
    json::read_lines(reader, sink, &mut object, Object::take, Object::end)
}

pub(super) fn read_value(
    reader: &mut dyn Read,
    head: &Head,
    sink: &mut Sink<'_>,
) -> io::Result<()> {
    let mut object = Object { order: DayOrder::of(&head.text), ..Object::default() };
    let place = record(head).unwrap_or_default();
    json::read(reader, sink, |path, event, sink| {
        let Some(rest) = path.strip_prefix(place.as_str()) else { return };
        match (rest, event) {
            ("", Event::Begin) => sink.begin(),
            ("", Event::End) => object.end(Some(sink)),
            ("", Event::Text(_) | Event::Null) => {
                sink.begin();
                sink.reject();
            }
            _ => {
                let inside = if place.is_empty() { Some(rest) } else { rest.strip_prefix('/') };
                if let Some(inside) = inside {
                    object.take(inside, event);
                }
            }
        }
    })
}
