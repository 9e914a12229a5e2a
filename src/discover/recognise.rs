//! What a file is, by its first bytes. Names and endings of files say nothing.

use super::{
    json::squeezed,
    read::{READERS, Reader},
};
use crate::domain::named;

/// What a file is.
pub(super) enum Format {
    /// An export that this reader reads.
    Export(&'static Reader),
    /// Contacts.
    Contacts,
    /// An archive; what is in it decides.
    Archive,
    /// Something known that cannot be read.
    Unsupported(Unsupported),
    /// Nothing that is known.
    Unknown,
}

named! {
    /// What is known but cannot be read. The word is that in keys of texts after
    /// `fault-scan-`.
    pub enum Unsupported {
        Encrypted = "encrypted",
        /// A database of a phone or a program.
        Database = "database",
        /// A vault of a password manager.
        Vault = "vault",
        /// An archive of a kind that is not unpacked here.
        Packed = "packed",
        /// A document or a picture.
        Document = "document",
        Empty = "empty",
    }
}

/// What files that cannot be read begin with.
const UNSUPPORTED: [(&[u8], Unsupported); 20] = [
    (b"SQLite format 3\0", Unsupported::Database),
    (b"bplist00", Unsupported::Database),
    (b"\x03\xD9\xA2\x9A", Unsupported::Vault),
    (b"\x1F\x8B", Unsupported::Packed),
    (b"7z\xBC\xAF\x27\x1C", Unsupported::Packed),
    (b"Rar!", Unsupported::Packed),
    (b"\xFD7zXZ", Unsupported::Packed),
    (b"BZh", Unsupported::Packed),
    (b"\x28\xB5\x2F\xFD", Unsupported::Packed),
    (b"ANDROID BACKUP", Unsupported::Packed),
    (b"Salted__", Unsupported::Encrypted),
    (b"age-encryption.org", Unsupported::Encrypted),
    (b"-----BEGIN PGP", Unsupported::Encrypted),
    (b"-----BEGIN AGE", Unsupported::Encrypted),
    (b"%PDF", Unsupported::Document),
    (b"\x89PNG", Unsupported::Document),
    (b"\xFF\xD8\xFF", Unsupported::Document),
    (b"{\\rtf", Unsupported::Document),
    (b"<!DOCTYPE html", Unsupported::Document),
    (b"<html", Unsupported::Document),
];

/// Whether a file that begins so is a ZIP archive.
pub(super) fn is_archive(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// The format of a file that begins so, in UTF-8 and without a byte order mark.
pub(super) fn recognise(head: &[u8]) -> Format {
    if head.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Format::Unsupported(Unsupported::Empty);
    }
    if let Some((_, what)) = UNSUPPORTED.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Format::Unsupported(*what);
    }
    if is_archive(head) {
        return Format::Archive;
    }
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start();
    if text.get(..11).is_some_and(|begin| begin.eq_ignore_ascii_case("BEGIN:VCARD")) {
        return Format::Contacts;
    }
    if is_encrypted_json(text) {
        return Format::Unsupported(Unsupported::Encrypted);
    }
    let reader = READERS.iter().find(|reader| (reader.sniff)(text));
    reader.map_or(Format::Unknown, Format::Export)
}

/// The encrypted export of Bitwarden.
fn is_encrypted_json(text: &str) -> bool {
    let squeezed = squeezed(text);
    let signs = ["\"encrypted\":true", "\"encKeyValidation_DO_NOT_EDIT\""];
    squeezed.starts_with(['{', '[']) && signs.iter().any(|sign| squeezed.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(head: &[u8]) -> &'static str {
        match recognise(head) {
            Format::Export(reader) => reader.name,
            Format::Contacts => "vcard",
            Format::Archive => "zip",
            Format::Unsupported(what) => what.word(),
            Format::Unknown => "unknown",
        }
    }

    #[test]
    fn content_tells_what_a_file_is() {
        for (head, word) in [
            ("", "empty"),
            ("<?xml version='1.0'?>\n<smses count=\"2\">", "sms-xml"),
            ("<?xml version='1.0'?><KeePassFile><Root>", "keepass"),
            ("{\"address\":\"63001\",\"body\":\"x\"}\n", "sms-ndjson"),
            ("[\n {\"address\":\"63001\"}]", "sms-json"),
            ("{ \"encrypted\": true, \"data\":\"2.x\"}", "encrypted"),
            ("{\"encrypted\": false,\"folders\":[],\"items\": []}", "bitwarden"),
            ("{\"accounts\":[{}]}", "1password"),
            ("May 17, 2022  5:29:42 PM\nMe\n", "imessage"),
            (
                "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n",
                "account-table",
            ),
            ("\"Group\",\"Title\",\"Username\",\"Password\",\"URL\",\"Notes\"\n", "account-table"),
            ("name,url,username,password,note\n", "account-table"),
            ("\"url\",\"username\",\"password\",\"httpRealm\"\n", "account-table"),
            ("Title,URL,Username,Password,Notes,OTPAuth\n", "account-table"),
            ("url,username,password,totp,extra,name,grouping,fav\n", "account-table"),
            (
                "username,username2,username3,title,password,note,url,category,otpSecret\n",
                "account-table",
            ),
            ("date;from;text\n1;2;3", "message-table"),
            ("begin:vcard\r\n", "vcard"),
            ("SQLite format 3\0", "database"),
            ("%PDF-1.7", "document"),
            ("hello there", "unknown"),
            ("<svg></svg>", "unknown"),
        ] {
            assert_eq!(shown(head.as_bytes()), word, "{head}");
        }
        assert_eq!(shown(b"\x03\xD9\xA2\x9A\x67"), "vault");
    }
}
