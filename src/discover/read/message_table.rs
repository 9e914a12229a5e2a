//! Tables of text messages.

use std::io::{self, Read};

use crate::discover::{
    csv::{self, Column, Wanted},
    day_order::DayOrder,
    head::Head,
    message::{RawMessage, is_sent},
    sink::Sink,
};

const SENDER: Column<RawMessage> = (
    "address|from|sender|number|phone|phonenumber|senderid|sendernumber|fromnumber|sendername|\
     号码|號碼|电话|電話|电话号码|電話號碼|手机号|手机号码|手機號碼|发件人|發件人|寄件人|寄件者|\
     发送方|發送方|发送人|發送人|发送者|發送者|发信人|傳送者|对方|对方号码|對方號碼|来源|\
     pengirim|nombor|nomborpengirim|daripada|dari",
    |row, text| {
        if !text.is_empty() && row.sender.is_empty() {
            row.sender = text;
        }
    },
);

const BODY: Column<RawMessage> = (
    "body|text|message|content|sms|messagetext|messagebody|messagecontent|smsbody|\
     内容|內容|短信内容|短信|短信正文|消息内容|消息|信息内容|信息|正文|文本|簡訊內容|簡訊|訊息內容|訊息|\
     mesej|kandungan|teks|kandunganmesej",
    |row, text| row.body = text,
);

const DATE: Column<RawMessage> = (
    "date|time|timestamp|datetime|received|receivedat|receivedate|receivedtime|messagedate|\
     messagetime|dateandtime|senttime|sentdate|\
     时间|時間|日期|接收时间|接收時間|收到时间|收件时间|收件時間|发送时间|發送時間|傳送時間|\
     短信时间|消息时间|日期时间|日期時間|时间戳|收发时间|tarikh|masa|tarikhmasa|tarikhdanmasa",
    // A day and a time can stand in two columns.
    |row, text| {
        let apart = !row.date.is_empty() && text.contains(':') && !row.date.contains(':');
        if apart {
            row.date.push(' ');
            row.date.push_str(&text);
        } else if row.date.is_empty() {
            row.date = text;
        }
    },
);

const DIRECTION: Column<RawMessage> = (
    "type|direction|folder|box|messagetype|类型|類型|方向|收发|收发类型|收發|短信类型|消息类型|arah|jenis",
    |row, text| row.direction = text,
);

const SIM: Column<RawMessage> = ("subid|sim|simslot|卡|卡槽", |row, text| row.sim = text);

const CONTACT: Column<RawMessage> = (
    "contactname|contact|displayname|name|姓名|联系人|聯絡人|联系人姓名|名称|名稱|nama|kenalan",
    |row, text| row.contact = text,
);

/// Columns that say nothing about who sent it.
const IDLE: &str = "chatsession|delivereddate|readdate|editeddate|deleteddate|service|status|\
    replyingto|subject|attachment|attachmenttype|reactions|id|threadid|read|seen|locked|protocol|\
    servicecenter|errorcode|datesent|recipient|to|receiver|序号|编号|状态|狀態|收件人|接收方";

/// Whether a file that begins so is of this format.
pub(super) fn sniff(head: &Head) -> bool {
    let Some(table) = &head.table else { return false };
    table.has(&BODY) && (table.has(&SENDER) || table.has(&DATE))
}

pub(super) fn read(reader: &mut dyn Read, head: &Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let Some(table) = &head.table else { return Ok(()) };
    let known = [SENDER, BODY, DATE, DIRECTION, SIM, CONTACT];
    let wanted = Wanted { known: &known, idle: IDLE, other: |_| None };
    let order = DayOrder::of(&head.text);
    csv::read(reader, sink, table, &wanted, |row: &RawMessage, sink| {
        let usable = is_usable(row);
        if usable {
            sink.message(&row.message(is_sent, order));
        }
        usable
    })
}

/// Whether a row has what makes it a message: a sender, or a date with digits.
/// A picture has no text.
fn is_usable(row: &RawMessage) -> bool {
    let dated = row.date.chars().any(|c| c.is_ascii_digit());
    !row.sender.is_empty() || dated && !(row.body.is_empty() && row.contact.is_empty())
}
