//! The JSON export of Proton Pass: vaults by their ids, with items. Passwords
//! and hidden fields are dropped while parsing.

use std::io::{self, Read};

use crate::discover::{
    head::Head,
    json::{self, Event},
    login::{Login, is_secret},
    sink::Sink,
};

/// The path inside an item. The id of the vault stands in front, and is any
/// text.
fn inside(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("vaults/")?;
    let at = rest.find("/items")?;
    let rest = rest.get(at..)?.strip_prefix("/items")?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
}

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    head.paths().filter_map(inside).any(|path| path.starts_with("data/metadata/"))
        || head.says("vaults", "{") && head.says("encrypted", "false")
}

pub(super) fn read(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut login = Login::default();
    let (mut name, mut hidden, mut own) = (String::new(), false, Vec::<String>::new());
    json::read(reader, sink, |path, event, sink| {
        let Some(path) = inside(path) else { return };
        match (path, event) {
            ("", Event::Begin) => sink.begin(),
            ("", Event::End) => sink.login_or_reject(&std::mem::take(&mut login)),
            ("data/metadata/name", Event::Text(text)) => text.clone_into(&mut login.title),
            ("data/metadata/note" | "aliasEmail", Event::Text(text)) => login.add(text),
            ("data/content/urls", Event::Text(text)) if login.url.is_empty() => {
                text.clone_into(&mut login.url);
            }
            ("data/extraFields/fieldName", Event::Text(text)) => text.clone_into(&mut name),
            ("data/extraFields/type", Event::Text(text)) => hidden = text != "text",
            ("data/extraFields", Event::End) => {
                let values = std::mem::take(&mut own);
                if !std::mem::take(&mut hidden) && !is_secret(&name) {
                    for value in values {
                        login.add(value);
                    }
                }
                name.clear();
            }
            (path, Event::Text(text)) => {
                let key = path.rsplit('/').next().unwrap_or_default();
                if path.starts_with("data/extraFields/data/") {
                    if !is_secret(key) && own.len() < 20 {
                        own.push(text.to_owned());
                    }
                } else if path.starts_with("data/content/")
                    && !is_secret(key)
                    && !path.contains("passkeys")
                {
                    login.add(text);
                }
            }
            _ => {}
        }
    })
}
