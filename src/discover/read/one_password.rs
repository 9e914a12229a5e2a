//! `export.data` of a 1Password archive. Passwords and one-time codes are
//! dropped while parsing.

use std::io::{self, Read};

use crate::discover::{
    head::Head,
    json::{self, Event},
    login::{Login, is_secret},
    sink::Sink,
};

const ITEM: &str = "accounts/vaults/items";

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    head.has("accounts/vaults/items/overview/title") || head.has("accounts/vaults/attrs/uuid")
}

pub(super) fn read(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut login = Login::default();
    let (mut field, mut secret) = (String::new(), false);
    let (mut own, mut own_title) = (Vec::<String>::new(), String::new());
    json::read(reader, sink, |path, event, sink| {
        let Some(path) = path.strip_prefix(ITEM) else { return };
        match (path, event) {
            ("", Event::Begin) => sink.begin(),
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
            ("/details/notesPlain" | "/overview/subtitle", Event::Text(text)) => login.add(text),
            ("/details/sections/fields/title", Event::Text(text)) => {
                text.clone_into(&mut own_title);
            }
            ("/details/sections/fields", Event::End) => {
                let values = std::mem::take(&mut own);
                if !is_secret(&own_title) {
                    for value in values {
                        login.add(value);
                    }
                }
                own_title.clear();
            }
            (_, Event::Text(text)) => {
                let value = path.strip_prefix("/details/sections/fields/value/");
                let shown = ["string", "email", "phone", "url", "menu", "address", "reference"];
                let kind = value.and_then(|value| value.split('/').next());
                if kind.is_some_and(|kind| shown.contains(&kind)) && own.len() < 20 {
                    own.push(text.to_owned());
                }
            }
            ("", Event::End) => sink.login_or_reject(&std::mem::take(&mut login)),
            _ => {}
        }
    })
}
