//! Exports of authenticators: Aegis, 2FAS, andOTP. Their accounts make codes on the
//! phone, so that none comes to the number: only their names are read. Secrets are
//! dropped while parsing.

use std::io::{self, Read};

use crate::discover::{
    head::Head,
    json::{self, Event},
    sink::Sink,
};

/// Whether a file that begins so is a vault of Aegis.
pub(super) fn sniff_aegis(head: &Head) -> bool {
    head.has("db/entries/info/secret") && head.has("db/entries/type")
}

/// Whether a file that begins so is of 2FAS.
pub(super) fn sniff_2fas(head: &Head) -> bool {
    head.has("services/secret") && head.has("services/name")
}

/// Whether a file that begins so is of andOTP.
pub(super) fn sniff_andotp(head: &Head) -> bool {
    head.text.starts_with('[')
        && ["secret", "label", "digits", "algorithm"].iter().all(|key| head.has(key))
}

pub(super) fn read_aegis(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    read(reader, sink, "db/entries", &["issuer", "name"], "info/secret")
}

pub(super) fn read_2fas(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    read(reader, sink, "services", &["name", "otp/issuer", "otp/label"], "secret")
}

pub(super) fn read_andotp(reader: &mut dyn Read, _: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    read(reader, sink, "", &["issuer", "label"], "secret")
}

/// Reads the records at `place`. The first of `names` that is there names the
/// account; a record without a secret makes no codes and is malformed.
fn read(
    reader: &mut dyn Read,
    sink: &mut Sink<'_>,
    place: &str,
    names: &[&str],
    secret: &str,
) -> io::Result<()> {
    let mut found: Vec<Option<String>> = vec![None; names.len()];
    let mut has_secret = false;
    json::read(reader, sink, |path, event, sink| {
        let Some(inside) = path.strip_prefix(place) else { return };
        match (inside.strip_prefix('/').unwrap_or(inside), event) {
            ("", Event::Begin) => sink.begin(),
            ("", Event::End) => {
                let name = found.iter_mut().map(Option::take).fold(None, Option::or);
                match name.filter(|_| std::mem::take(&mut has_secret)) {
                    Some(name) => sink.authenticator(&name),
                    None => sink.reject(),
                }
            }
            (key, Event::Text(text)) if key == secret => has_secret = !text.is_empty(),
            (key, Event::Text(text)) => {
                let at = names.iter().position(|name| *name == key);
                let slot = at.and_then(|at| found.get_mut(at));
                if let Some(slot) = slot.filter(|_| !text.trim().is_empty()) {
                    *slot = Some(text.to_owned());
                }
            }
            _ => {}
        }
    })
}
