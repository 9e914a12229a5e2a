//! Tables of logins, as browsers and password managers write them. Columns of
//! passwords and one-time codes are skipped while parsing; every other column
//! is searched for the number.

use std::io::{self, Read};

use crate::discover::{
    csv::{self, Column, Other, Wanted},
    head::Head,
    login::{Login, is_secret},
    sink::Sink,
    words,
};

const TITLE: Column<Login> = ("title", |login, text| login.title = text);

const URL: Column<Login> = ("url", |login, text| login.url = text);

/// What a person logs in with.
const USER: Column<Login> = ("user", |login, text| login.add(text));

const NOTES: Column<Login> = ("notes", |login, text| login.add(text));

/// How a field of any other column is taken.
fn other(name: &str) -> Option<Other<Login>> {
    if is_secret(name) {
        return None;
    }
    Some(if name == "rffieldsv2" { own_field } else { |login, _, text| login.add(text) })
}

/// A field of `RoboForm`: a name, its kind and a value, `User ID$,,,txt,me`.
fn own_field(login: &mut Login, _: &str, text: String) {
    let parts: Vec<&str> = text.splitn(5, ',').collect();
    match parts.as_slice() {
        [name, _, _, kind, value] if *kind != "pwd" && !is_secret(name) => login.add(*value),
        [_, _, _, _, _] => {}
        _ => login.add(text),
    }
}

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    let Some(table) = &head.table else { return false };
    let secret = table.header.iter().any(|name| words::is_in("password", &words::plain(name)));
    let user = table.has(&USER) || table.has(&NOTES);
    // Contacts have addresses and accounts of people, who have two names.
    let people =
        table.header.iter().filter(|name| words::is("person", &words::plain(name))).count() > 1;
    user && (secret && (table.has(&TITLE) || table.has(&URL))
        || table.has(&USER) && table.has(&URL) && !people)
}

pub(super) fn read(reader: &mut dyn Read, head: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let Some(table) = &head.table else { return Ok(()) };
    let wanted =
        Wanted { known: &[TITLE, URL, USER, NOTES], idle: "login-idle", other, needed: None };
    csv::read(reader, sink, table, &wanted, |login, sink| {
        let usable = login.is_usable();
        if usable {
            sink.login(login);
        }
        usable
    })
}
