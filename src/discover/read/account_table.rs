//! Tables of logins, as browsers and password managers write them. Columns of
//! passwords and one-time codes are skipped while parsing; every other column
//! is searched for the number.

use std::io::{self, Read};

use crate::discover::{
    csv::{self, Column, Other, Wanted, plain},
    head::Head,
    login::{Login, is_secret},
    sink::Sink,
};

const TITLE: Column<Login> = (
    "name|title|account|item|entry|itemname|accountname|名称|名稱|标题|標題|nama|tajuk",
    |login, text| login.title = text,
);

const URL: Column<Login> = (
    "url|loginuri|website|uri|web|site|webaddress|websiteaddress|loginurl|websiteurl|urls|\
     网址|網址|网站|網站|laman",
    |login, text| login.url = text,
);

/// What a person logs in with.
const USER: Column<Login> = (
    "username|username2|username3|loginusername|loginname|login|user|userid|email|phone|mobile|\
     用户名|用戶名|使用者名稱|账号|帳號|账户|帳戶|邮箱|電郵|手机|手機|电话|電話|namapengguna|emel|telefon",
    |login, text| login.add(text),
);

const NOTES: Column<Login> =
    ("notes|note|extra|fields|comment|comments|备注|備註|nota|catatan", |login, text| {
        login.add(text)
    });

/// Columns that say nothing about whose login it is. The number is looked for
/// in them all the same.
const IDLE: &str = "folder|favorite|type|reprompt|httprealm|formactionorigin|guid|timecreated|\
    timelastused|timepasswordchanged|group|grouping|fav|tags|category|archived|icon|lastmodified|\
    created|modified|createtime|modifytime|vault|matchurl|rffieldsv2|additionalurls|sharedfolder|\
    customfields|fullname|phonenumber|address1|address2|city|state|zipcode|country|\
    cardholdername|expirydate|collections|autofill|uuid|analias|deleted";

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
    let secret = table.header.iter().any(|name| {
        let name = plain(name);
        ["password", "pwd", "密码", "密碼", "katalaluan"].iter().any(|word| name.contains(word))
    });
    let user = table.has(&USER) || table.has(&NOTES);
    user && (secret && (table.has(&TITLE) || table.has(&URL))
        || table.has(&USER) && table.has(&URL))
}

pub(super) fn read(reader: &mut dyn Read, head: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let Some(table) = &head.table else { return Ok(()) };
    let wanted = Wanted { known: &[TITLE, URL, USER, NOTES], idle: IDLE, other };
    csv::read(reader, sink, table, &wanted, |login, sink| {
        let usable = login.is_usable();
        if usable {
            sink.login(login);
        }
        usable
    })
}
