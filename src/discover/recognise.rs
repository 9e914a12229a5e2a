//! What a file is, by its first bytes. Names and endings of files say nothing.

use super::{
    contact_table,
    head::Head,
    read::{READERS, Reader},
};
use crate::domain::named;

/// What a file is.
pub(super) enum Format {
    /// An export that this reader reads.
    Export(&'static Reader),
    /// Contacts as cards.
    Cards,
    /// Contacts as a table.
    ContactTable,
    /// An archive; what is in it decides.
    Archive,
    /// Something known that cannot be read.
    Unsupported(Unsupported),
    /// Nothing that is known.
    Unknown(LooksLike),
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
        /// Secrets of an authenticator, which do not depend on the number.
        Authenticator = "authenticator",
        /// An archive of a kind that is not unpacked here.
        Packed = "packed",
        /// A document or a picture.
        Document = "document",
        Empty = "empty",
    }
}

named! {
    /// What a file looks like whose format is not known. The word is that in
    /// keys of texts after `word-looks-`.
    pub enum LooksLike {
        Table = "table",
        Json = "json",
        Markup = "markup",
        Text = "text",
        Binary = "binary",
    }
}

/// What files that cannot be read begin with.
const UNSUPPORTED: [(&[u8], Unsupported); 18] = [
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
];

/// Whether a file that begins so is a ZIP archive.
pub(super) fn is_archive(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// The format of a file that begins so, in UTF-8 and without a byte order mark.
pub(super) fn recognise(bytes: &[u8], head: &Head) -> Format {
    if bytes.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Format::Unsupported(Unsupported::Empty);
    }
    if let Some((_, what)) = UNSUPPORTED.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Format::Unsupported(*what);
    }
    if is_archive(bytes) {
        return Format::Archive;
    }
    let begins = |word: &str| {
        head.text.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word))
    };
    if begins("BEGIN:VCARD") {
        return Format::Cards;
    }
    if is_encrypted(head) {
        return Format::Unsupported(Unsupported::Encrypted);
    }
    if let Some(reader) = READERS.iter().find(|reader| (reader.sniff)(head)) {
        return Format::Export(reader);
    }
    if is_authenticator(head) {
        return Format::Unsupported(Unsupported::Authenticator);
    }
    if contact_table::sniff(head) {
        return Format::ContactTable;
    }
    if begins("<!DOCTYPE html") || begins("<html") {
        return Format::Unsupported(Unsupported::Document);
    }
    Format::Unknown(match head.text.chars().next() {
        _ if bytes.contains(&0) => LooksLike::Binary,
        Some('{' | '[') => LooksLike::Json,
        Some('<') => LooksLike::Markup,
        _ if head.table.as_ref().is_some_and(|table| table.header.len() > 2) => LooksLike::Table,
        _ => LooksLike::Text,
    })
}

/// Exports that a password manager or an authenticator encrypted.
fn is_encrypted(head: &Head) -> bool {
    head.is_json()
        && (head.says("encrypted", "true")
            || head.has("encKeyValidation_DO_NOT_EDIT")
            || head.has("servicesEncrypted")
            || head.has("header/slots/key") && head.has("db"))
}

/// The secrets that an authenticator makes codes of: they come with the name of
/// whom they are for, and with nothing that a message or a login has.
fn is_authenticator(head: &Head) -> bool {
    let named = |path: &str| {
        let place = path.trim_end_matches("secret").trim_end_matches("info/");
        ["issuer", "label", "name", "account"].iter().any(|key| head.has(&format!("{place}{key}")))
    };
    let secret = |path: &&str| *path == "secret" || path.ends_with("/secret");
    head.text.starts_with("otpauth") || head.paths().filter(secret).any(named)
}

/// The word of an export that a file which begins so is, as in keys of texts
/// after `word-format-`; nothing when it is none that can be read.
pub(crate) fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match recognise(bytes, &Head::new(bytes)) {
        Format::Export(reader) => Some(reader.name),
        Format::Cards => Some("vcard"),
        Format::ContactTable | Format::Archive | Format::Unsupported(_) | Format::Unknown(_) => {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(bytes: &[u8]) -> &'static str {
        match recognise(bytes, &Head::new(bytes)) {
            Format::Export(reader) => reader.name,
            Format::Cards => "vcard",
            Format::ContactTable => "contact-table",
            Format::Archive => "zip",
            Format::Unsupported(what) => what.word(),
            Format::Unknown(what) => what.word(),
        }
    }

    #[test]
    fn content_tells_what_a_file_is() {
        for (head, word) in [
            ("", "empty"),
            ("<?xml version='1.0'?>\n<smses count=\"2\">", "sms-xml"),
            ("<?xml version='1.0'?><KeePassFile><Root>", "keepass"),
            ("{\"address\":\"63001\",\"body\":\"x\"}\n", "sms-ndjson"),
            ("[\n {\"address\":\"63001\",\"body\":\"x\"}]", "sms-json"),
            ("{\"messages\":[{\"from\":\"63001\",\"text\":\"x\"}]}", "sms-json"),
            ("{\n\"address\":\"63001\",\n\"body\":\"x\"\n}", "sms-json"),
            ("{ \"encrypted\": true, \"data\":\"2.x\"}", "encrypted"),
            ("{\"encrypted\": false,\"folders\":[],\"items\": []}", "bitwarden"),
            (
                "{\"encrypted\": false,\"folders\":[],\"items\": [{\"name\":\"x\",\"login\":{\"username\":\"y\"}}]}",
                "bitwarden",
            ),
            (
                "{\"accounts\":[{\"vaults\":[{\"items\":[{\"overview\":{\"title\":\"x\"}}]}]}]}",
                "1password",
            ),
            (
                "{\"folders\":[],\"items\":[{\"title\":\"x\",\"fields\":[{\"type\":\"phone\",\"value\":\"1\"}]}]}",
                "enpass",
            ),
            (
                "{\"version\":\"1\",\"encrypted\":false,\"vaults\":{\"a==\":{\"name\":\"x\",\"items\":[{\"data\":{\"metadata\":{\"name\":\"x\"}}}]}}}",
                "proton-pass",
            ),
            ("{\"records\":[{\"title\":\"x\",\"login\":\"y\",\"password\":\"z\"}]}", "keeper"),
            ("[{\"secret\":\"A\",\"issuer\":\"Paydemo\"}]", "authenticator"),
            (
                "{\"version\":1,\"db\":{\"entries\":[{\"issuer\":\"x\",\"info\":{\"secret\":\"A\"}}]}}",
                "authenticator",
            ),
            ("{\"services\":[{\"name\":\"x\",\"secret\":\"A\"}]}", "2fas"),
            ("{\"header\":{\"slots\":[{\"key\":\"1\"}]},\"db\":\"QUJD\"}", "encrypted"),
            ("[{\"body\":\"x\"}]", "json"),
            ("[1,2]", "json"),
            ("May 17, 2022  5:29:42 PM\nMe\n", "imessage"),
            ("05/11/2025, 08:00 - Shop: hello", "whatsapp"),
            ("\u{200E}[05/11/2025, 08:00:01] Shop: hello", "whatsapp"),
            ("[5/11/25, 8:00:01\u{202F}AM] Shop: hello", "whatsapp"),
            ("2025/11/5 上午8:00 - 商店: 你好", "whatsapp"),
            ("2025-11-05 08:00:01,123 - INFO: started", "text"),
            (
                "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n",
                "account-table",
            ),
            ("\"Group\",\"Title\",\"Username\",\"Password\",\"URL\",\"Notes\"\n", "account-table"),
            (
                "\"Account\",\"Login Name\",\"Password\",\"Web Site\",\"Comments\"\n",
                "account-table",
            ),
            ("Name,Url,MatchUrl,Login,Pwd,Note,Folder,RfFieldsV2\n", "account-table"),
            ("name,url,username,password,note\n", "account-table"),
            ("\"url\",\"username\",\"password\",\"httpRealm\"\n", "account-table"),
            ("Title,URL,Username,Password,Notes,OTPAuth\n", "account-table"),
            ("url,username,password,totp,extra,name,grouping,fav\n", "account-table"),
            (
                "username,username2,username3,title,password,note,url,category,otpSecret\n",
                "account-table",
            ),
            ("date;from;text\n1;2;3", "message-table"),
            ("号码,时间,内容\n", "message-table"),
            ("发送方\t接收时间\t短信内容\n", "message-table"),
            ("sep=;\nTarikh;Pengirim;Mesej\n", "message-table"),
            ("First Name,Last Name,Phone 1 - Label,Phone 1 - Value\n", "contact-table"),
            ("First Name,Middle Name,Mobile Phone,E-mail Address\n", "contact-table"),
            ("姓名,手机号码\n", "contact-table"),
            ("a,b,c\n1,2,3", "table"),
            ("begin:vcard\r\n", "vcard"),
            ("SQLite format 3\0", "database"),
            ("%PDF-1.7", "document"),
            ("<!doctype html><p>x", "document"),
            ("hello there", "text"),
            ("<svg></svg>", "markup"),
        ] {
            assert_eq!(shown(head.as_bytes()), word, "{head}");
        }
        assert_eq!(shown(b"\x03\xD9\xA2\x9A\x67"), "vault");
        assert_eq!(shown(b"\x01\x02\0\0"), "binary");
    }
}
