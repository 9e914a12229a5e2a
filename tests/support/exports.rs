//! Made-up exports in every format that is read. Each holds an account or a
//! code of Shopee, the number, and secrets that must not come out.

use std::io::{Cursor, Write as _};

use zip::{ZipWriter, write::SimpleFileOptions};

/// The line's number.
pub(crate) const NUMBER: &str = "+60 12-345 6789";

const BODY: &str = "RM0.00 Shopee Malaysia: your OTP is 824617";

/// An archive of these files.
pub(crate) fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("starts");
        zip.write_all(content).expect("writes");
    }
    zip.finish().expect("ends").into_inner()
}

fn zipped(name: &str, content: &str) -> Vec<u8> {
    packed(&[(name, content.as_bytes())])
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
        ("Dashlane, archive", "account-table", packed(&[("securenotes.csv", b"title,note\r\nx,y\r\n"), ("credentials.csv", b"username,username2,username3,title,password,note,url,category,otpUrl\r\nme,0123456789,,Shopee,hunter-MARKER,,https://shopee.com.my,,OTPSEED-MARKER\r\n")])),
        ("KeePass 2, table", "account-table", table("\"Account\",\"Login Name\",\"Password\",\"Web Site\",\"Comments\"", "\"Shopee\",\"0123456789\",\"hunter-MARKER\",\"https://shopee.com.my\",\"\"")),
        ("RoboForm", "account-table", table("Name,Url,MatchUrl,Login,Pwd,Note,Folder,RfFieldsV2", "Shopee,https://shopee.com.my,https://shopee.com.my,me,hunter-MARKER,,,\"User ID$,,,txt,me\",\"Password$,,,pwd,hunter-MARKER\",\"Mobile$,,,txt,+60 12-345 6789\"")),
        ("NordPass", "account-table", table("name,url,additional_urls,username,password,note,cardholdername,cardnumber,cvc,pin,expirydate,zipcode,folder,full_name,phone_number,email,address1,address2,city,country,state,type,custom_fields", "Shopee,https://shopee.com.my,,me,hunter-MARKER,,,hunter-MARKER,,hunter-MARKER,,,,,+60123456789,,,,,,,password,")),
        ("Keeper, table", "keeper-table", b"Shopping,Shopee,me,hunter-MARKER,https://shopee.com.my,,,Mobile,+60 12-345 6789,TFC:Keeper,otpauth://totp/x?secret=OTPSEED-MARKER\r\n,Mail,me,hunter-MARKER,,,\r\n".to_vec()),
        ("Keeper", "keeper", b"{\"shared_folders\":[],\"records\":[{\"title\":\"Shopee\",\"notes\":\"\",\"$type\":\"login\",\"login\":\"me\",\"password\":\"hunter-MARKER\",\"login_url\":\"https://shopee.com.my\",\"custom_fields\":{\"$phone::1\":{\"region\":\"MY\",\"number\":\"+60 12-345 6789\"},\"$oneTimeCode::1\":\"otpauth://totp/x?secret=OTPSEED-MARKER\"},\"folders\":[{\"folder\":\"Shopping\"}]}]}".to_vec()),
        ("Enpass", "enpass", b"{\"folders\":[],\"items\":[{\"archived\":0,\"category\":\"login\",\"fields\":[{\"deleted\":0,\"label\":\"Username\",\"sensitive\":0,\"type\":\"username\",\"value\":\"me\"},{\"label\":\"Phone\",\"sensitive\":0,\"type\":\"phone\",\"value\":\"+60123456789\"},{\"label\":\"Password\",\"sensitive\":1,\"type\":\"password\",\"value\":\"hunter-MARKER\"},{\"label\":\"One-time code\",\"sensitive\":0,\"type\":\"totp\",\"value\":\"OTPSEED-MARKER\"},{\"label\":\"Website\",\"sensitive\":0,\"type\":\"url\",\"value\":\"https://shopee.com.my\"}],\"note\":\"\",\"subtitle\":\"me\",\"template_type\":\"login.default\",\"title\":\"Shopee\",\"uuid\":\"1\"}]}".to_vec()),
        ("Proton Pass, archive", "proton-pass", zipped("Proton Pass/data.json", PROTON)),
        ("Proton Pass", "proton-pass", PROTON.as_bytes().to_vec()),
        ("Bitwarden, archive", "bitwarden", packed(&[("data.json", b"{\"encrypted\":false,\"folders\":[],\"items\":[{\"type\":4,\"name\":\"Shopee\",\"identity\":{\"phone\":\"+60 12-345 6789\"}}]}"), ("attachments/1/photo.jpg", b"\xFF\xD8\xFF")])),
        ("iMazing", "message-table", table("Chat Session,Message Date,Delivered Date,Read Date,Edited Date,Service,Type,Sender ID,Sender Name,Status,Replying to,Subject,Text,Attachment,Attachment type", &format!("63001,2026-11-01 10:00:00,,2026-11-01 10:00:05,,SMS,Incoming,63001,63001,Read,,,\"{BODY}\",,"))),
        ("a table in Chinese, GBK", "message-table", encoding_rs::GBK.encode(&format!("号码,时间,内容\r\n10690,2026年11月1日 上午10:00,{BODY}\r\n10690,2026-11-01 08:00,【美团】验证码：482913\r\n")).0.into_owned()),
        ("messages in an object", "sms-json", format!("{{\"exported\":\"2026-11-02\",\"messages\":[{{\"sender\":\"63001\",\"timestamp\":1793500000000,\"text\":\"{BODY}\",\"type\":\"incoming\"}}]}}").into_bytes()),
        ("sms-ie, two files", "sms-ndjson", packed(&[("a/messages-1.ndjson", b"{\"address\":\"63001\",\"date\":\"1793500000000\",\"type\":\"1\",\"body\":\"see you\"}\n"), ("a/messages-2.ndjson", lines().as_bytes())])),
        ("WhatsApp on Android", "whatsapp", format!("31/10/2026, 07:00 - Messages and calls are end-to-end encrypted.\n31/10/2026, 08:00 - Mum: hello\nsecond line\n01/11/2026, 08:00 - Shopee: {BODY}\n").into_bytes()),
        ("WhatsApp on an iPhone", "whatsapp", zipped("_chat.txt", &format!("[31/10/2026, 08:00:01] Mum: hello\r\n\u{200E}[01/11/2026, 08:00:01] Shopee: {BODY}\r\n"))),
        ("imessage-exporter, page", "imessage-page", page(BODY)),
        ("Google Voice", "google-voice", packed(&[("Takeout/Voice/Calls/63001 - Text.html", &voice(BODY)), ("Takeout/archive_browser.html", b"<!DOCTYPE html><p>x")])),
        ("Telegram", "telegram", b"{\"name\":\"Shopee\",\"type\":\"personal_chat\",\"id\":1,\"messages\":[{\"id\":1,\"type\":\"service\",\"date\":\"2026-11-01T08:00:00\",\"actor\":\"Shopee\",\"action\":\"joined\"},{\"id\":2,\"type\":\"message\",\"date\":\"2026-11-01T08:00:01\",\"date_unixtime\":\"1793520001\",\"from\":\"Shopee\",\"from_id\":\"user1\",\"text\":[\"RM0.00 Shopee Malaysia: your OTP is \",{\"type\":\"bold\",\"text\":\"824617\"}],\"text_entities\":[]}]}".to_vec()),
        ("Aegis", "aegis", b"{\"version\":1,\"header\":{\"slots\":null,\"params\":null},\"db\":{\"version\":3,\"entries\":[{\"type\":\"totp\",\"uuid\":\"1\",\"name\":\"+60123456789\",\"issuer\":\"Shopee\",\"note\":\"\",\"favorite\":false,\"icon\":null,\"info\":{\"secret\":\"OTPSEED-MARKER\",\"algo\":\"SHA1\",\"digits\":6,\"period\":30},\"groups\":[]}],\"groups\":[]}}".to_vec()),
        ("2FAS", "2fas", b"{\"services\":[{\"name\":\"Shopee\",\"secret\":\"OTPSEED-MARKER\",\"updatedAt\":1793500000000,\"otp\":{\"label\":\"+60123456789\",\"account\":\"+60123456789\",\"issuer\":\"Shopee\",\"digits\":6,\"period\":30,\"algorithm\":\"SHA1\",\"tokenType\":\"TOTP\",\"source\":\"Manual\"},\"order\":{\"position\":0}}],\"groups\":[],\"schemaVersion\":4,\"appVersionCode\":5000000,\"appOrigin\":\"android\"}".to_vec()),
        ("andOTP", "andotp", b"[{\"secret\":\"OTPSEED-MARKER\",\"issuer\":\"Shopee\",\"label\":\"+60123456789\",\"digits\":6,\"type\":\"TOTP\",\"algorithm\":\"SHA1\",\"thumbnail\":\"Default\",\"last_used\":1793500000000,\"used_frequency\":0,\"period\":30,\"tags\":[]}]".to_vec()),
        ("signal-export", "signal", format!("{{\"date\": \"2026-11-01T08:00:01\", \"sender\": \"Shopee\", \"body\": \"{BODY}\", \"quote\": \"\", \"sticker\": null, \"reactions\": [], \"attachments\": [], \"deleted\": false, \"call\": false, \"missed\": false}}\n{{\"date\": \"2026-11-01T08:01:01\", \"sender\": \"Me\", \"body\": \"thanks\", \"quote\": \"\", \"sticker\": null, \"reactions\": [], \"attachments\": []}}\n").into_bytes()),
        ("Signal", "signal", format!("{{\"version\":\"1\"}}\n{{\"recipient\":{{\"id\":\"7\",\"contact\":{{\"e164\":\"+60120000000\",\"profileGivenName\":\"Shopee\"}}}}}}\n{{\"chat\":{{\"id\":\"1\",\"recipientId\":\"7\"}}}}\n{{\"chatItem\":{{\"chatId\":\"1\",\"authorId\":\"7\",\"dateSent\":\"1793500000000\",\"incoming\":{{}},\"standardMessage\":{{\"text\":{{\"body\":\"{BODY}\"}}}}}}}}\n").into_bytes()),
    ]
}

const PROTON: &str = "{\"version\":\"1.31.0\",\"userId\":\"u\",\"encrypted\":false,\"vaults\":{\"aB/c_==\":{\"name\":\"Personal\",\"description\":\"\",\"display\":{},\"items\":[{\"itemId\":\"1\",\"shareId\":\"2\",\"data\":{\"metadata\":{\"name\":\"Shopee\",\"note\":\"\",\"itemUuid\":\"3\"},\"extraFields\":[{\"fieldName\":\"Mobile\",\"type\":\"text\",\"data\":{\"content\":\"012-345 6789\"}},{\"fieldName\":\"PIN\",\"type\":\"hidden\",\"data\":{\"content\":\"hunter-MARKER\"}}],\"type\":\"login\",\"content\":{\"itemEmail\":\"\",\"password\":\"hunter-MARKER\",\"urls\":[\"https://shopee.com.my/\"],\"totpUri\":\"OTPSEED-MARKER\",\"passkeys\":[],\"itemUsername\":\"me\"}},\"state\":1}]}}}";

/// A page as imessage-exporter writes it.
fn page(body: &str) -> Vec<u8> {
    let message = |class: &str, sender: &str, body: &str| {
        format!(
            "<div class=\"message\">\n<div class=\"{class}\">\n<p><span class=\"timestamp\"><a title=\"x\" href=\"sms://y\">Nov 01, 2026  5:29:42 PM</a> (Read by you after 1 second)</span>\n<span class=\"sender\">{sender}</span></p>\n<hr><div class=\"message_part\">\n<span class=\"bubble\">{body}</span>\n</div>\n</div>\n</div>\n"
        )
    };
    let (in_, out) =
        (message("received", "63001", body), message("sent iMessage", "Me", "thanks &amp; bye"));
    format!("<html>\n<head>\n<meta charset=\"UTF-8\">\n<style>\n.sent {{ color: red; }}\n</style>\n</head>\n<body>\n{in_}{out}</body></html>").into_bytes()
}

/// A page as Google Voice writes it.
fn voice(body: &str) -> Vec<u8> {
    let message = |tag: &str, number: &str, name: &str, body: &str| {
        format!(
            "<div class=\"message\"><abbr class=\"dt\" title=\"2026-11-01T08:00:01.000+08:00\">Nov 1</abbr>:\n<cite class=\"sender vcard\"><a class=\"tel\" href=\"tel:{number}\"><{tag} class=\"fn\">{name}</{tag}></a></cite>:\n<q>{body}</q>\n</div> "
        )
    };
    let (in_, out) =
        (message("span", "63001", "", body), message("abbr", "+60120000000", "Me", "ok"));
    format!("<?xml version=\"1.0\" ?>\n<!DOCTYPE html PUBLIC \"x\">\n<html><head><title>63001</title></head><body><div class=\"hChatLog hfeed\">{in_}{out}</div><div class=\"tags\">Labels: <a rel=\"tag\">Text</a></div></body></html>").into_bytes()
}
