//! The table of readers: every format of export that is read, a row each.
//!
//! `docs/EXTENDING.md` says how a reader is added. A reader knows its format by the shape of the records. It
//! streams, holds one record at a time, and goes on behind a record that it
//! cannot read. A record without what makes it one is counted as malformed. It
//! must not know the file's name, and must drop passwords before anything else
//! sees them.

mod account_table;
mod authenticator;
mod bitwarden;
mod enpass;
mod google_voice;
mod imessage;
mod imessage_page;
mod keepass;
mod keeper;
mod keeper_table;
mod message_table;
mod one_password;
mod proton_pass;
mod signal;
mod sms_json;
mod sms_xml;
mod telegram;
mod whatsapp;

use std::io::{self, Read};

use super::{head::Head, sink::Sink};

/// How one format of export is read.
pub(super) struct Reader {
    /// The word in reports, and in keys of texts after `word-format-`.
    pub(super) name: &'static str,
    /// Whether its messages are conversations of a messenger, and not the text
    /// messages of a line.
    pub(super) is_chat: bool,
    /// Whether a file is of this format, by its first 64 KiB.
    pub(super) sniff: fn(&Head) -> bool,
    /// Reads a file to its end. It fails only when the stream fails.
    pub(super) read: fn(&mut dyn Read, &Head, &mut Sink<'_>) -> io::Result<()>,
}

/// A row of the table.
macro_rules! reader {
    ($name:literal, $module:ident) => {
        Reader { name: $name, is_chat: false, sniff: $module::sniff, read: $module::read }
    };
    ($name:literal, $module:ident, $sniff:ident, $read:ident) => {
        Reader { name: $name, is_chat: false, sniff: $module::$sniff, read: $module::$read }
    };
    ($name:literal, $module:ident, $sniff:ident, $read:ident, chat) => {
        Reader { name: $name, is_chat: true, sniff: $module::$sniff, read: $module::$read }
    };
    ($name:literal, $module:ident, chat) => {
        Reader { name: $name, is_chat: true, sniff: $module::sniff, read: $module::read }
    };
}

/// Every reader. The first one that knows a file reads it.
pub(super) const READERS: &[Reader] = &[
    reader!("sms-xml", sms_xml),
    reader!("keepass", keepass),
    reader!("imessage-page", imessage_page),
    reader!("google-voice", google_voice),
    reader!("telegram", telegram, chat),
    reader!("signal", signal, chat),
    reader!("aegis", authenticator, sniff_aegis, read_aegis),
    reader!("2fas", authenticator, sniff_2fas, read_2fas),
    reader!("andotp", authenticator, sniff_andotp, read_andotp),
    reader!("1password", one_password),
    reader!("proton-pass", proton_pass),
    reader!("enpass", enpass),
    reader!("keeper", keeper),
    reader!("bitwarden", bitwarden),
    reader!("signal", sms_json, sniff_signal, read_lines, chat),
    reader!("sms-ndjson", sms_json, sniff_lines, read_lines),
    reader!("sms-json", sms_json, sniff_value, read_value),
    reader!("imessage", imessage),
    reader!("whatsapp", whatsapp, chat),
    reader!("account-table", account_table),
    reader!("message-table", message_table),
    reader!("keeper-table", keeper_table),
];

#[cfg(test)]
mod tests {
    use super::READERS;
    use crate::catalogue::export_guides;

    /// Any program makes tables: no page says how.
    const TABLES: [&str; 1] = ["message-table"];

    #[test]
    fn how_each_format_is_exported_is_told_and_nothing_else_is() {
        let guided = |name: &str| {
            export_guides().iter().any(|one| one.formats.iter().any(|format| format == name))
        };
        for reader in READERS {
            assert_eq!(guided(reader.name), !TABLES.contains(&reader.name), "{}", reader.name);
        }
        let read = |name: &str| READERS.iter().any(|reader| reader.name == name);
        for format in export_guides().iter().flat_map(|one| &one.formats) {
            assert!(read(format) || ["vcard", "contact-table"].contains(&&**format), "{format}");
        }
    }
}
