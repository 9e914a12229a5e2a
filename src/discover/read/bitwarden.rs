//! The JSON export of Bitwarden. Passwords and hidden fields are dropped while
//! parsing; every other field is searched for the number.

use std::io::{self, Read};

use crate::discover::{
    head::Head,
    json::{self, Event},
    login::{Login, is_secret},
    sink::Sink,
};

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    let item = head.has("items/name")
        && ["items/login/username", "items/login/uris/uri", "items/type", "items/login/password"]
            .iter()
            .any(|path| head.has(path));
    // Without an item the first line has to do.
    item || head.says("encrypted", "false") && head.says("items", "[") && !head.says("vaults", "{")
}

/// What of an item says nothing about whose it is, or must not be held.
fn is_idle(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    is_secret(name)
        || matches!(name, "id" | "folderId" | "organizationId" | "collectionIds" | "reprompt")
        || ["card/", "sshKey/", "passwordHistory/", "login/fido2Credentials/", "fields/"]
            .iter()
            .any(|place| path.starts_with(place))
}

pub(super) fn read(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut login = Login::default();
    let (mut own_name, mut own_field, mut hidden) = (String::new(), String::new(), false);
    json::read(reader, sink, |path, event, sink| {
        let Some(path) = path.strip_prefix("items") else { return };
        match (path.trim_start_matches('/'), event) {
            ("", Event::Begin) => sink.begin(),
            ("", Event::End) => sink.login_or_reject(&std::mem::take(&mut login)),
            ("name", Event::Text(text)) => text.clone_into(&mut login.title),
            ("login/uris/uri", Event::Text(text)) if login.url.is_empty() => {
                text.clone_into(&mut login.url);
            }
            ("fields/name", Event::Text(text)) => text.clone_into(&mut own_name),
            ("fields/value", Event::Text(text)) => text.clone_into(&mut own_field),
            // 1 is a hidden field.
            ("fields/type", Event::Text(kind)) => hidden = kind == "1",
            ("fields", Event::End) => {
                let text = std::mem::take(&mut own_field);
                if !std::mem::take(&mut hidden) && !is_secret(&own_name) {
                    login.add(text);
                }
                own_name.clear();
            }
            (path, Event::Text(text)) if !is_idle(path) => login.add(text),
            _ => {}
        }
    })
}
