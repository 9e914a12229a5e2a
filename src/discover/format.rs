//! What a file is, by its content: names and endings say nothing.

use super::read::{
    chat,
    table::{self, About},
};

/// A format that is read, or one that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// SMS Backup & Restore.
    SmsXml,
    /// sms-ie, a message a line.
    SmsLines,
    /// sms-ie, one array.
    SmsArray,
    /// imessage-exporter.
    Chat,
    /// A table of messages.
    MessageTable,
    /// A table of accounts.
    LoginTable,
    /// Bitwarden.
    Bitwarden,
    /// 1Password, the inside of its archive.
    OnePassword,
    /// `KeePass` 2.
    KeePass,
    /// An archive; what is in it decides.
    Zip,
    /// Contacts.
    VCard,
    /// Something known that cannot be read.
    Closed(Closed),
    /// Nothing that is known.
    Unknown,
}

/// What cannot be read, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Encrypted.
    Encrypted,
    /// A database of a phone or a program.
    Database,
    /// A vault of a password manager.
    Vault,
    /// Packed in a way that is not unpacked here.
    Packed,
    /// A document or picture.
    Document,
    /// Nothing is in it.
    Empty,
}

impl Format {
    /// Its word in reports, and in keys of texts after `word-format-`.
    pub fn word(self) -> &'static str {
        match self {
            Self::SmsXml => "sms-xml",
            Self::SmsLines => "sms-ndjson",
            Self::SmsArray => "sms-json",
            Self::Chat => "imessage",
            Self::MessageTable => "message-table",
            Self::LoginTable => "account-table",
            Self::Bitwarden => "bitwarden",
            Self::OnePassword => "1password",
            Self::KeePass => "keepass",
            Self::Zip => "zip",
            Self::VCard => "vcard",
            Self::Closed(why) => why.word(),
            Self::Unknown => "unknown",
        }
    }
}

impl Closed {
    /// Its word, in keys of texts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Encrypted => "encrypted",
            Self::Database => "database",
            Self::Vault => "vault",
            Self::Packed => "packed",
            Self::Document => "document",
            Self::Empty => "empty",
        }
    }
}

/// What UTF-16 is written in, when it is.
pub(super) fn utf16(head: &[u8]) -> Option<bool> {
    match head {
        [0xFF, 0xFE, ..] | [b'<' | b'[' | b'{', 0, _, 0, ..] => Some(true),
        [0xFE, 0xFF, ..] | [0, b'<' | b'[' | b'{', 0, _, ..] => Some(false),
        _ => None,
    }
}

/// The format of a file that begins so.
pub(super) fn recognise(head: &[u8]) -> Format {
    if head.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Format::Closed(Closed::Empty);
    }
    for (magic, closed) in [
        (b"SQLite format 3\0".as_slice(), Closed::Database),
        (b"bplist00", Closed::Database),
        (b"\x03\xD9\xA2\x9A", Closed::Vault),
        (b"\x1F\x8B", Closed::Packed),
        (b"7z\xBC\xAF\x27\x1C", Closed::Packed),
        (b"Rar!", Closed::Packed),
        (b"\xFD7zXZ", Closed::Packed),
        (b"BZh", Closed::Packed),
        (b"\x28\xB5\x2F\xFD", Closed::Packed),
        (b"ANDROID BACKUP", Closed::Packed),
        (b"Salted__", Closed::Encrypted),
        (b"age-encryption.org", Closed::Encrypted),
        (b"-----BEGIN PGP", Closed::Encrypted),
        (b"-----BEGIN AGE", Closed::Encrypted),
        (b"%PDF", Closed::Document),
        (b"\x89PNG", Closed::Document),
        (b"\xFF\xD8\xFF", Closed::Document),
        (b"{\\rtf", Closed::Document),
        (b"<!DOCTYPE html", Closed::Document),
        (b"<html", Closed::Document),
    ] {
        if head.starts_with(magic) {
            return Format::Closed(closed);
        }
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Format::Zip;
    }
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let upper = text.get(..text.len().min(11)).unwrap_or_default().to_ascii_uppercase();
    match text.chars().next() {
        _ if upper.starts_with("BEGIN:VCARD") => Format::VCard,
        Some('<') => markup(text),
        Some('{' | '[') => json(text),
        _ => lines(text),
    }
}

fn markup(text: &str) -> Format {
    if text.contains("<smses") || text.contains("<sms ") || text.contains("<mms ") {
        Format::SmsXml
    } else if text.contains("<KeePassFile") {
        Format::KeePass
    } else {
        Format::Unknown
    }
}

fn json(text: &str) -> Format {
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).take(4000).collect();
    if squeezed.contains("\"encrypted\":true")
        || squeezed.contains("\"encKeyValidation_DO_NOT_EDIT\"")
    {
        return Format::Closed(Closed::Encrypted);
    }
    if squeezed.starts_with('[') {
        return Format::SmsArray;
    }
    let message = ["\"body\"", "\"address\"", "\"__parts\"", "\"message\"", "\"text\""];
    if squeezed.contains("\"accounts\":[") {
        return Format::OnePassword;
    }
    if squeezed.contains("\"items\":[") || squeezed.contains("\"encrypted\":false") {
        return Format::Bitwarden;
    }
    let first = text.lines().next().unwrap_or_default();
    if message.iter().any(|key| first.contains(key)) { Format::SmsLines } else { Format::Unknown }
}

fn lines(text: &str) -> Format {
    let first = text.lines().next().unwrap_or_default();
    if chat::heading(first).is_some() {
        return Format::Chat;
    }
    match table::about(first) {
        Some((About::Messages, _)) => Format::MessageTable,
        Some((About::Logins, _)) => Format::LoginTable,
        None => Format::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(recognise(head.as_bytes()).word(), word, "{head}");
        }
        assert_eq!(recognise(b"\x03\xD9\xA2\x9A\x67").word(), "vault");
    }
}
