//! `export.data` of a 1Password archive. Passwords and one-time codes are
//! dropped while parsing.

use std::io::{self, Read};

use crate::discover::{
    json::{self, Event, squeezed},
    login::Login,
    sink::Sink,
};

const ITEM: &str = "accounts/vaults/items";

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &str) -> bool {
    head.starts_with('{') && squeezed(head).contains("\"accounts\":[")
}

pub(super) fn read(reader: &mut dyn Read, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut login = Login::default();
    let (mut field, mut secret) = (String::new(), false);
    json::read(reader, sink, |path, event, sink| {
        let Some(path) = path.strip_prefix(ITEM) else { return };
        match (path, event) {
            ("/overview/title", Event::Text(text)) => text.clone_into(&mut login.title),
            ("/overview/url", Event::Text(text)) => text.clone_into(&mut login.url),
            ("/details/loginFields/value", Event::Text(text)) => text.clone_into(&mut field),
            ("/details/loginFields/designation", Event::Text(text)) => {
                secret |= text == "password";
            }
            ("/details/loginFields/fieldType", Event::Text(text)) => secret |= text == "P",
            ("/details/loginFields", Event::End) => {
                let text = std::mem::take(&mut field);
                if !std::mem::take(&mut secret) {
                    login.add(text);
                }
            }
            ("/details/notesPlain", Event::Text(text)) => login.add(text),
            (_, Event::Text(text)) => {
                let own = path.strip_prefix("/details/sections/fields/value/");
                if matches!(own, Some("string" | "email" | "phone" | "url")) {
                    login.add(text);
                }
            }
            ("", Event::End) => sink.login(&std::mem::take(&mut login)),
            (_, Event::End) => {}
        }
    })
}
