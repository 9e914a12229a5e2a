//! Tables of logins, as browsers and password managers write them. Columns of
//! passwords and one-time codes are not in the list of columns, so they are
//! skipped while parsing.

use std::io::{self, Read};

use crate::discover::{
    csv::{self, Column, has},
    login::Login,
    sink::Sink,
};

const TITLE: Column<Login> = ("name|title|account|item|entry", |login, text| login.title = text);

const URL: Column<Login> =
    ("url|loginuri|website|uri|web|site|webaddress", |login, text| login.url = text);

/// What can hold the number.
const FIELD: Column<Login> = (
    "username|username2|username3|loginusername|login|user|email|phone|mobile|\
     notes|note|extra|fields|comment|comments",
    |login, text| login.add(text),
);

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &str) -> bool {
    let header = csv::header(head);
    let secret = header.iter().any(|name| name.contains("password"));
    has(&header, &FIELD) && (has(&header, &URL) || secret && has(&header, &TITLE))
}

pub(super) fn read(reader: &mut dyn Read, sink: &mut Sink<'_>) -> io::Result<()> {
    csv::read(reader, sink, &[TITLE, URL, FIELD], |login, sink| sink.login(login))
}
