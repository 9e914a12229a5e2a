//! The table of readers: every format of export that is read, a row each.
//!
//! To add a reader: a file in `read`, a row here, and its name among the words
//! (`word-format-…`). A reader streams, holds one record at a time, and goes on
//! behind a record that it cannot read. It must not know the file's name, and
//! must drop passwords before anything else sees them.

mod account_table;
mod bitwarden;
mod imessage;
mod keepass;
mod message_table;
mod one_password;
mod sms_json;
mod sms_xml;

use std::io::{self, Read};

use super::sink::Sink;

/// How one format of export is read.
pub(super) struct Reader {
    /// The word in reports, and in keys of texts after `word-format-`.
    pub(super) name: &'static str,
    /// Whether a file is of this format, by its first 64 KiB as text.
    pub(super) sniff: fn(&str) -> bool,
    /// Reads a file to its end. It fails only when the stream fails.
    pub(super) read: fn(&mut dyn Read, &mut Sink<'_>) -> io::Result<()>,
}

/// Every reader. The first one that knows a file reads it.
pub(super) const READERS: &[Reader] = &[
    Reader { name: "sms-xml", sniff: sms_xml::sniff, read: sms_xml::read },
    Reader { name: "keepass", sniff: keepass::sniff, read: keepass::read },
    Reader { name: "sms-json", sniff: sms_json::sniff_array, read: sms_json::read_array },
    Reader { name: "1password", sniff: one_password::sniff, read: one_password::read },
    Reader { name: "bitwarden", sniff: bitwarden::sniff, read: bitwarden::read },
    Reader { name: "sms-ndjson", sniff: sms_json::sniff_lines, read: sms_json::read_lines },
    Reader { name: "imessage", sniff: imessage::sniff, read: imessage::read },
    Reader { name: "account-table", sniff: account_table::sniff, read: account_table::read },
    Reader { name: "message-table", sniff: message_table::sniff, read: message_table::read },
];
