//! Made-up exports in every format that is read. Each holds an account or a
//! code of Shopee, the number, and secrets that must not come out.

use std::io::{Cursor, Write as _};

use zip::{ZipWriter, write::SimpleFileOptions};

/// The line's number.
pub(crate) const NUMBER: &str = "+60 12-345 6789";

const BODY: &str = "RM0.00 Shopee Malaysia: your OTP is 824617";

fn zipped(name: &str, content: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, SimpleFileOptions::default()).expect("starts");
    zip.write_all(content.as_bytes()).expect("writes");
    zip.finish().expect("ends").into_inner()
}

fn lines() -> String {
    format!(
        "{{\"address\":\"63001\",\"date\":\"1793500000000\",\"type\":\"1\",\"sub_id\":\"1\",\"body\":\"{BODY}\"}}\n\
         {{\"date\":\"1793500000\",\"msg_box\":\"1\",\"__sender_address\":{{\"address\":\"63001\"}},\"__parts\":[{{\"ct\":\"text/plain\",\"text\":\"{BODY}\"}}]}}\n"
    )
}

/// Every format: its name, the word that a scan gives it, and a file.
pub(crate) fn all() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let xml = format!(
        "<?xml version=\"1.0\"?><smses count=\"2\"><sms address=\"63001\" date=\"1793500000000\" type=\"1\" body=\"{BODY} &#55357;&#56832;&#0;\"/>\
         <mms address=\"63001\" date=\"1793500000000\" msg_box=\"1\"><parts><part ct=\"image/png\" data=\"{}\"/><part ct=\"text/plain\" text=\"{BODY}\"/></parts></mms></smses>",
        "QUJD".repeat(50_000)
    );
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(xml.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let one_password = "{\"accounts\":[{\"vaults\":[{\"items\":[{\"overview\":{\"title\":\"Shopee\",\"url\":\"https://shopee.com.my\"},\"details\":{\"loginFields\":[{\"designation\":\"username\",\"value\":\"0123456789\"},{\"designation\":\"password\",\"value\":\"hunter-MARKER\"}],\"sections\":[{\"fields\":[{\"value\":{\"phone\":\"+60123456789\"}},{\"value\":{\"totp\":\"OTPSEED-MARKER\"}}]}]}}]}]}]}";
    let table = |header: &str, row: &str| format!("{header}\r\n{row}\r\n").into_bytes();
    vec![
        ("SMS Backup & Restore", "sms-xml", xml.into_bytes()),
        ("the same in UTF-16", "sms-xml", utf16),
        ("sms-ie, lines", "sms-ndjson", lines().into_bytes()),
        ("sms-ie, archive", "sms-ndjson", zipped("messages.ndjson", &lines())),
        ("sms-ie, array", "sms-json", format!("[{}]", lines().trim().replace('\n', ",")).into_bytes()),
        ("imessage-exporter", "imessage", format!("Nov 01, 2026  5:29:42 PM (Read by you)\n63001\n{BODY}\n\nNov 02, 2026  5:29:42 AM\nMe\nShopee code 112233\n\n").into_bytes()),
        ("a table of messages", "message-table", table("Date;From;Text", &format!("2026-11-01 10:00;63001;\"{BODY}\""))),
        ("Bitwarden, table", "account-table", table("folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp", ",,login,Shopee,,,0,https://shopee.com.my,+60 12-345 6789,hunter-MARKER,OTPSEED-MARKER")),
        ("Bitwarden", "bitwarden", b"{\"encrypted\":false,\"folders\":[],\"items\":[{\"type\":1,\"name\":\"Shopee\",\"notes\":null,\"fields\":[{\"name\":\"pin\",\"value\":\"hunter-MARKER\",\"type\":1}],\"login\":{\"username\":\"60123456789\",\"password\":\"hunter-MARKER\",\"totp\":\"OTPSEED-MARKER\",\"uris\":[{\"uri\":\"https://shopee.com.my\"}]}}]}".to_vec()),
        ("1Password, archive", "1password", zipped("export.data", one_password)),
        ("1Password, table", "account-table", table("Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes", "Shopee,https://shopee.com.my,0123456789,hunter-MARKER,OTPSEED-MARKER,,,,")),
        ("KeePassXC, table", "account-table", table("\"Group\",\"Title\",\"Username\",\"Password\",\"URL\",\"Notes\"", "\"Root\",\"Shopee\",\"me\",\"hunter-MARKER\",\"https://shopee.com.my\",\"tel 012-345 6789\"")),
        ("KeePass 2", "keepass", b"<?xml version=\"1.0\"?><KeePassFile><Root><Group><Entry><String><Key>Title</Key><Value>Shopee</Value></String><String><Key>Password</Key><Value ProtectInMemory=\"True\">hunter-MARKER</Value></String><String><Key>otp</Key><Value>OTPSEED-MARKER</Value></String><String><Key>UserName</Key><Value>012&#45;3456789</Value></String><String><Key>URL</Key><Value>https://shopee.com.my</Value></String></Entry></Group></Root></KeePassFile>".to_vec()),
        ("Chrome", "account-table", table("name,url,username,password,note", "shopee.com.my,https://shopee.com.my/,0123456789,hunter-MARKER,")),
        ("Firefox", "account-table", table("\"url\",\"username\",\"password\",\"httpRealm\",\"formActionOrigin\",\"guid\",\"timeCreated\",\"timeLastUsed\",\"timePasswordChanged\"", "\"https://shopee.com.my\",\"0123456789\",\"hunter-MARKER\",,,,,,")),
        ("Safari", "account-table", table("Title,URL,Username,Password,Notes,OTPAuth", "Shopee,https://shopee.com.my,0123456789,hunter-MARKER,,OTPSEED-MARKER")),
        ("LastPass", "account-table", table("url,username,password,totp,extra,name,grouping,fav", "https://shopee.com.my,me,hunter-MARKER,OTPSEED-MARKER,+60123456789,Shopee,,0")),
        ("Dashlane", "account-table", table("username,username2,username3,title,password,note,url,category,otpSecret", "me,0123456789,,Shopee,hunter-MARKER,,https://shopee.com.my,,OTPSEED-MARKER")),
    ]
}
