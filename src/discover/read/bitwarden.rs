//! The JSON export of Bitwarden. Passwords and hidden fields are dropped while
//! parsing.

use std::io::{self, Read};

use crate::discover::{
    json::{self, Event, squeezed},
    login::Login,
    sink::Sink,
};

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &str) -> bool {
    let squeezed = squeezed(head);
    let keys = ["\"items\":[", "\"encrypted\":false"];
    head.starts_with('{') && keys.iter().any(|key| squeezed.contains(key))
}

pub(super) fn read(reader: &mut dyn Read, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut login = Login::default();
    let (mut own_field, mut hidden) = (String::new(), false);
    json::read(reader, sink, |path, event, sink| match (path, event) {
        ("items/name", Event::Text(text)) => text.clone_into(&mut login.title),
        ("items/login/uris/uri", Event::Text(text)) if login.url.is_empty() => {
            text.clone_into(&mut login.url);
        }
        (
            "items/notes"
            | "items/login/username"
            | "items/identity/phone"
            | "items/identity/username",
            Event::Text(text),
        ) => login.add(text),
        ("items/fields/value", Event::Text(text)) => text.clone_into(&mut own_field),
        // 1 is a hidden field.
        ("items/fields/type", Event::Text(kind)) => hidden = kind == "1",
        ("items/fields", Event::End) => {
            let text = std::mem::take(&mut own_field);
            if !std::mem::take(&mut hidden) {
                login.add(text);
            }
        }
        ("items", Event::End) => sink.login(&std::mem::take(&mut login)),
        _ => {}
    })
}
