//! The JSON export of Keeper: records with fields of their own. Passwords and
//! codes are dropped while parsing.

use std::io::{self, Read};

use crate::discover::{
    head::Head,
    json::{self, Event},
    login::{Login, is_secret},
    sink::Sink,
};

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    let holds = ["login", "login_url", "password", "custom_fields"];
    head.has("records/title")
        && (holds.iter().any(|key| head.has(&format!("records/{key}")))
            || head.paths().any(|path| path.starts_with("records/custom_fields/")))
}

pub(super) fn read(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut login = Login::default();
    json::read(reader, sink, |path, event, sink| {
        let Some(path) = path.strip_prefix("records") else { return };
        match (path.trim_start_matches('/'), event) {
            ("", Event::Begin) => sink.begin(),
            ("", Event::End) => sink.login_or_reject(&std::mem::take(&mut login)),
            ("title", Event::Text(text)) => text.clone_into(&mut login.title),
            ("login_url", Event::Text(text)) => text.clone_into(&mut login.url),
            ("uid" | "$type" | "last_modified", _) => {}
            // Each part of the path can name a secret: `$oneTimeCode::1`.
            (path, Event::Text(text)) => {
                let idle = path.starts_with("folders/") || path.split('/').any(is_secret);
                if !idle && !path.to_lowercase().contains("pincode") {
                    login.add(text);
                }
            }
            _ => {}
        }
    })
}
