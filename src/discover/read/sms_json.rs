//! Messages of sms-ie, and JSON that names its fields like that: an object a
//! line, or an array of them, wherever it stands.

use std::{
    collections::{BTreeMap, HashMap},
    io::{self, Read},
    sync::LazyLock,
};

use foldhash::fast::FixedState;

use crate::discover::{
    bytes::LONGEST,
    day_order::DayOrder,
    head::Head,
    json::{self, Event},
    message::{RawMessage, is_sent},
    sink::Sink,
    words,
};

/// What a field of a message says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MessageField {
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

/// The kinds of words that fields of each kind go by.
const KINDS: [(&str, MessageField); 6] = [
    ("sender", MessageField::Sender),
    ("date", MessageField::Date),
    ("body", MessageField::Body),
    ("direction", MessageField::Direction),
    ("sim", MessageField::Sim),
    ("contact", MessageField::Contact),
];

/// Fields that only JSON has, by their names as they compare.
const OWN: [(&str, MessageField); 8] = [
    ("isfromme", MessageField::Sent),
    ("fromme", MessageField::Sent),
    ("outgoing", MessageField::Sent),
    ("issent", MessageField::Sent),
    ("sentbyme", MessageField::Sent),
    ("senderaddress/address", MessageField::OtherSender),
    ("parts/ct", MessageField::PartType),
    ("parts/text", MessageField::PartText),
];

/// Every name.
static FIELDS: LazyLock<HashMap<&'static str, MessageField>> = LazyLock::new(|| {
    let named = |(kind, field)| words::of(kind).iter().map(move |word| (word.as_str(), field));
    KINDS.into_iter().flat_map(named).chain(OWN).collect()
});

/// The field at a path inside a message. In JSON a `name` can be anything's, and short
/// words of other languages are English ones.
fn field(path: &str) -> Option<MessageField> {
    let letters = path.chars().filter(|c| !matches!(c, '_' | '-' | ' '));
    let name: String = letters.flat_map(char::to_lowercase).collect();
    FIELDS.get(name.as_str()).copied().filter(|_| !words::is("only-headings", &name))
}

/// The fields at the paths that were seen. Every message has the same.
#[derive(Default)]
struct KnownFields(HashMap<String, Option<MessageField>, FixedState>);

/// The most paths that are kept: a message has some dozens.
const MOST_PATHS: usize = 256;

impl KnownFields {
    fn at(&mut self, path: &str) -> Option<MessageField> {
        if let Some(known) = self.0.get(path) {
            return *known;
        }
        let field = field(path);
        if self.0.len() < MOST_PATHS {
            self.0.insert(path.to_owned(), field);
        }
        field
    }
}

/// The path of the objects that have what makes a message: a text, and who sent
/// it or when. The outermost of them.
fn record(head: &Head) -> Option<String> {
    let mut seen: BTreeMap<(usize, &str), (bool, bool)> = BTreeMap::new();
    for path in head.paths() {
        for (at, _) in std::iter::once((0, "")).chain(path.match_indices('/')) {
            let (place, rest) = path.split_at_checked(at).unwrap_or_default();
            let about = seen.entry((place.len(), place)).or_default();
            match field(rest.trim_start_matches('/')) {
                Some(MessageField::Body | MessageField::PartText | MessageField::PartType) => {
                    about.0 = true;
                }
                Some(MessageField::Sender | MessageField::Date | MessageField::OtherSender) => {
                    about.1 = true;
                }
                _ => {}
            }
        }
    }
    let whole = seen.into_iter().find(|(_, about)| about.0 && about.1);
    whole.map(|((_, place), _)| place.to_owned())
}

/// Whether a file that begins so is what signal-export writes of Signal Desktop: a
/// message a line, with what it answers and its sticker.
pub(super) fn sniff_signal(head: &Head) -> bool {
    head.is_lines && ["sender", "body", "quote", "sticker"].iter().all(|key| head.has(key))
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
struct JsonMessage {
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
    fields: KnownFields,
}

impl JsonMessage {
    fn take(&mut self, path: &str, event: Event<'_>) {
        if matches!(event, Event::Begin | Event::Key) {
            return;
        }
        if event == Event::End {
            if matches!(path, "__parts" | "parts") {
                self.end_part();
            }
            return;
        }
        let Some(field) = self.fields.at(path) else { return };
        match field {
            MessageField::Body | MessageField::PartText | MessageField::PartType => {
                self.shape.0 = true;
            }
            MessageField::Sender | MessageField::Date | MessageField::OtherSender => {
                self.shape.1 = true;
            }
            _ => {}
        }
        let Event::Text(text) = event else { return };
        let message = &mut self.message;
        let place = match field {
            MessageField::Sender => &mut message.sender,
            MessageField::Date => &mut message.date,
            MessageField::Body => &mut message.body,
            MessageField::Direction => &mut message.direction,
            MessageField::Sim => &mut message.sim,
            MessageField::Contact => &mut message.contact,
            MessageField::OtherSender => &mut self.other_sender,
            MessageField::PartType => &mut self.content_type,
            MessageField::PartText => &mut self.part,
            MessageField::Sent => {
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
    let mut object = JsonMessage { order: DayOrder::of(&head.text), ..JsonMessage::default() };
    json::read_lines(reader, sink, &mut object, JsonMessage::take, JsonMessage::end)
}

pub(super) fn read_value(
    reader: &mut dyn Read,
    head: &Head,
    sink: &mut Sink<'_>,
) -> io::Result<()> {
    let mut object = JsonMessage { order: DayOrder::of(&head.text), ..JsonMessage::default() };
    let place = record(head).unwrap_or_default();
    json::read(reader, sink, |path, event, sink| {
        // To compare with nothing is slow: its address is none.
        let inside = if place.is_empty() { Some(path) } else { path.strip_prefix(place.as_str()) };
        let Some(rest) = inside else { return };
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
