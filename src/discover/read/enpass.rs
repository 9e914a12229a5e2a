//! The JSON export of Enpass: items with fields of a type each. Fields that
//! are sensitive are dropped while parsing.

use std::io::{self, Read};

use crate::discover::{
    head::Head,
    json::{self, Event},
    login::{Login, is_secret},
    sink::Sink,
};

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    head.has("items/title") && (head.has("items/fields/value") || head.has("items/template_type"))
}

/// One field of an item.
#[derive(Default)]
struct EnpassField {
    label: String,
    kind: String,
    value: String,
    sensitive: bool,
}

pub(super) fn read(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let (mut login, mut field) = (Login::default(), EnpassField::default());
    json::read(reader, sink, |path, event, sink| match (path, event) {
        ("items", Event::Begin) => sink.begin(),
        ("items", Event::End) => sink.login_or_reject(&std::mem::take(&mut login)),
        ("items/title", Event::Text(text)) => text.clone_into(&mut login.title),
        ("items/subtitle" | "items/note", Event::Text(text)) => login.add(text),
        ("items/fields/label", Event::Text(text)) => text.clone_into(&mut field.label),
        ("items/fields/type", Event::Text(text)) => text.clone_into(&mut field.kind),
        ("items/fields/value", Event::Text(text)) => text.clone_into(&mut field.value),
        ("items/fields/sensitive", Event::Text(text)) => {
            field.sensitive = matches!(text, "1" | "true");
        }
        ("items/fields", Event::End) => {
            let EnpassField { label, kind, value, sensitive } = std::mem::take(&mut field);
            if sensitive || is_secret(&kind) || is_secret(&label) {
                return;
            }
            if kind == "url" && login.url.is_empty() {
                login.url = value;
            } else {
                login.add(value);
            }
        }
        _ => {}
    })
}
