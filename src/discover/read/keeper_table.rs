//! The table of Keeper: it has no header, and at the end of each row pairs of
//! a name and a value. It is known by where the addresses stand.

use std::io::{self, Read};

use crate::discover::{
    csv::{self, Column, Wanted},
    head::Head,
    login::{Login, is_secret},
    sink::Sink,
};

const COLUMNS: [&str; 8] =
    ["folder", "title", "user", "password", "url", "notes", "sharedfolder", "customfields"];

/// Where the title, the login and the address stand.
const TITLE: usize = 1;
const ADDRESS: usize = 4;

/// How many rows are looked at.
const ROWS: usize = 20;

/// Whether a file that begins so is of this format: most rows are long enough,
/// and where one has an address it is at the place for it.
pub(super) fn sniff(head: &Head) -> bool {
    let Some(table) = &head.table else { return false };
    let rows: Vec<Vec<String>> = table.rows(&head.text).take(ROWS).collect();
    let is_address = |field: &str| field.starts_with("http://") || field.starts_with("https://");
    let fits = |row: &Vec<String>| {
        row.len() >= 6
            && row.get(TITLE).is_some_and(|title| !title.is_empty())
            && row.get(ADDRESS).is_some_and(|field| field.is_empty() || is_address(field))
    };
    let addressed = |row: &Vec<String>| row.get(ADDRESS).is_some_and(|field| is_address(field));
    let fitting = rows.iter().filter(|row| fits(row)).count();
    fitting * 2 >= rows.len() && rows.iter().any(|row| fits(row) && addressed(row))
}

/// A row, and the name of the field under way.
#[derive(Default)]
struct KeeperRow {
    login: Login,
    name: Option<String>,
}

const KNOWN: [Column<KeeperRow>; 4] = [
    ("title", |row, text| row.login.title = text),
    ("user", |row, text| row.login.add(text)),
    ("url", |row, text| row.login.url = text),
    ("notes", |row, text| row.login.add(text)),
];

/// The pairs at the end: a name, and its value.
fn own(row: &mut KeeperRow, _: &str, text: String) {
    match row.name.take() {
        None => row.name = Some(text),
        Some(name) if is_secret(&name) || text.starts_with("otpauth") => {}
        Some(_) => row.login.add(text),
    }
}

pub(super) fn read(reader: &mut dyn Read, head: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let Some(table) = &head.table else { return Ok(()) };
    let wanted = Wanted {
        known: &KNOWN,
        idle: "login-idle",
        other: |name| (name == "customfields").then_some(own),
        needed: None,
    };
    csv::read(reader, sink, &table.without_header(&COLUMNS), &wanted, |row, sink| {
        let usable = row.login.is_usable();
        if usable {
            sink.login(&row.login);
        }
        usable
    })
}
