//! Every format of export is read, from files and pipes; nothing secret comes
//! out; nothing that is foreign makes a reader stumble, hang or swell.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/exports.rs"]
mod exports;

use std::{
    fs,
    io::{self, Cursor, Read},
    process::{Command, Stdio},
    sync::{OnceLock, atomic::Ordering},
};

use exports::NUMBER;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use ringoff::{
    discover::{Detector, Message, Number, Scan, ScanError, ScanProgress, Scanned, Unsupported},
    domain::EvidenceKind,
};

/// Passwords and codes of the exports, all made up.
const SECRETS: [&str; 4] = ["hunter-MARKER", "OTPSEED-MARKER", "824617", "+60123456789"];

fn detector() -> &'static Detector {
    static DETECTOR: OnceLock<Detector> = OnceLock::new();
    DETECTOR.get_or_init(|| Detector::new().expect("tables"))
}

fn scanned<T>(work: impl FnOnce(&Scan<'_>) -> T) -> T {
    let (number, progress) = (Number::new(NUMBER), ScanProgress::default());
    work(&Scan { number: number.as_ref(), ..Scan::new(detector(), &progress) })
}

fn of(bytes: &[u8]) -> Result<Scanned, ScanError> {
    scanned(|scan| scan.file(Cursor::new(bytes)))
}

#[test]
fn every_format_is_known_by_its_content_and_read() {
    for (name, word, bytes) in exports::all() {
        let scanned = of(&bytes).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(scanned.summary.format, word, "{name}");
        let defects = scanned.summary.defects;
        assert_eq!((defects.malformed, defects.cut), (0, None), "{name}");
        let in_app = scanned.summary.authenticator.clone();
        let found = scanned.tally.finish(&TimeZone::UTC);
        if !in_app.is_empty() {
            // What an authenticator makes codes for does not depend on the number.
            assert_eq!((in_app, found.len()), (vec!["Shopee".to_owned()], 0), "{name}");
            continue;
        }
        let (one, _) = found.first().unwrap_or_else(|| panic!("{name}: nothing found"));
        assert_eq!(one.catalogue_id.as_deref(), Some("shopee"), "{name}");
        let sure = one
            .evidence
            .keys()
            .any(|what| matches!(what, EvidenceKind::Code | EvidenceKind::Account));
        assert!(sure, "{name}: {one:?}");
    }
}

/// Every row of the table of readers has a sample.
#[test]
fn no_reader_is_left_out() {
    let table = fs::read_to_string("src/discover/read.rs").expect("the table");
    let rows = table.split("reader!(\"").skip(1).filter_map(|row| row.split('"').next());
    let samples: Vec<&str> = exports::all().into_iter().map(|(_, word, _)| word).collect();
    let without: Vec<&str> = rows.clone().filter(|name| !samples.contains(name)).collect();
    assert!(rows.count() > 15 && without.is_empty(), "{without:?}");
}

/// A text in other encodings of its characters and line ends.
fn written(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let units = |to: fn(u16) -> [u8; 2], text: &str| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(to).collect()
    };
    let lines = text.replace("\r\n", "\n");
    vec![
        ("as it is", text.as_bytes().to_vec()),
        ("with a byte order mark", format!("\u{FEFF}{text}").into_bytes()),
        ("UTF-16, little", units(u16::to_le_bytes, text)),
        ("UTF-16, big", units(u16::to_be_bytes, text)),
        ("lines of Unix", lines.as_bytes().to_vec()),
        ("lines of Windows", lines.replace('\n', "\r\n").into_bytes()),
    ]
}

/// What was found of whom, without moments.
fn found(scanned: Scanned) -> Vec<(String, Vec<(EvidenceKind, u64)>)> {
    let all = scanned.tally.finish(&TimeZone::UTC).into_iter();
    let told = all.map(|(one, _)| {
        let seen = one.evidence.iter().map(|(kind, seen)| (*kind, seen.count)).collect();
        (one.name, seen)
    });
    told.collect()
}

#[test]
fn the_same_is_found_in_whatever_encoding_a_format_comes() {
    for (name, word, bytes) in exports::all() {
        let Ok(text) = std::str::from_utf8(&bytes) else { continue };
        if text.starts_with("PK") {
            continue;
        }
        let expected = found(of(&bytes).expect("reads"));
        for (how, bytes) in written(text) {
            let scanned = of(&bytes).unwrap_or_else(|why| panic!("{name}, {how}: {why:?}"));
            let summary = &scanned.summary;
            assert_eq!((summary.format, summary.defects.malformed), (word, 0), "{name}, {how}");
            assert_eq!(found(scanned), expected, "{name}, {how}");
        }
    }
}

/// What most of these tables hold.
const LOGIN: &[&str] = &["Shopee", "https://shopee.com.my", "0123456789", "x", ""];
const MESSAGE: &[&str] = &["2026-11-01 10:00", "63001", "Shopee: your OTP is 824617"];
const SENT_BY: &[&str] = &["63001", "2026-11-01 10:00", "Shopee: your OTP is 824617"];

/// Tables as programs and phones write them: their headings, and a row.
const TABLES: [(&str, &[&str], &[&str]); 40] = [
    ("account-table", &["name", "url", "username", "password", "note"], LOGIN),
    (
        "account-table",
        &["Title", "URL", "Username", "Password", "Notes", "OTPAuth"],
        &["Shopee", "https://shopee.com.my", "me", "x", "tel 012-345 6789", ""],
    ),
    (
        "account-table",
        &["Account", "Login Name", "Password", "Web Site", "Comments"],
        &["Shopee", "0123456789", "x", "https://shopee.com.my", ""],
    ),
    ("account-table", &["名称", "网址", "用户名", "密码", "备注"], LOGIN),
    ("account-table", &["名稱", "網址", "使用者名稱", "密碼", "備註"], LOGIN),
    ("account-table", &["Nama", "Laman web", "Nama pengguna", "Kata laluan", "Catatan"], LOGIN),
    ("message-table", &["Date", "From", "Text"], MESSAGE),
    (
        "message-table",
        &["Phone", "Time", "Message", "Type"],
        &["63001", "2026-11-01 10:00", "Shopee: your OTP is 824617", "Received"],
    ),
    ("message-table", &["号码", "时间", "内容"], SENT_BY),
    ("message-table", &["寄件者", "日期", "訊息內容"], SENT_BY),
    ("message-table", &["Tarikh", "Pengirim", "Mesej"], MESSAGE),
    ("account-table", &["Titel", "Webseite", "Benutzername", "Passwort", "Notizen"], LOGIN),
    ("account-table", &["タイトル", "サイト", "ユーザー名", "パスワード", "メモ"], LOGIN),
    ("account-table", &["이름", "웹사이트", "사용자 이름", "비밀번호", "메모"], LOGIN),
    ("account-table", &["Nom", "Site Web", "Identifiant", "Mot de passe", "Commentaires"], LOGIN),
    ("account-table", &["Nombre", "Sitio web", "Usuario", "Contraseña", "Notas"], LOGIN),
    ("account-table", &["Nome", "Sito web", "Nome utente", "Password", "Note"], LOGIN),
    ("account-table", &["Nome", "Site", "Usuário", "Senha", "Observações"], LOGIN),
    ("account-table", &["Tên", "Trang web", "Tên đăng nhập", "Mật khẩu", "Ghi chú"], LOGIN),
    ("account-table", &["Название", "Сайт", "Логин", "Пароль", "Заметки"], LOGIN),
    ("message-table", &["Datum", "Absender", "Nachricht"], MESSAGE),
    (
        "message-table",
        &["Uhrzeit", "Datum", "Absender", "Text"],
        &["10:00", "2026-11-01", "63001", "Shopee: your OTP is 824617"],
    ),
    (
        "message-table",
        &["Nummer", "Datum und Uhrzeit", "Text", "Typ"],
        &["63001", "2026-11-01 10:00", "Shopee: your OTP is 824617", "Eingang"],
    ),
    ("message-table", &["日時", "差出人", "本文"], MESSAGE),
    ("message-table", &["電話番号", "受信日時", "メッセージ"], SENT_BY),
    ("message-table", &["날짜", "발신번호", "내용"], MESSAGE),
    ("message-table", &["Date", "Expéditeur", "Contenu"], MESSAGE),
    ("message-table", &["Fecha", "Remitente", "Mensaje"], MESSAGE),
    ("message-table", &["Data", "Mittente", "Testo"], MESSAGE),
    ("message-table", &["Data e hora", "Remetente", "Mensagem"], MESSAGE),
    ("message-table", &["Tanggal", "Pengirim", "Isi pesan"], MESSAGE),
    ("message-table", &["Ngày", "Người gửi", "Nội dung"], MESSAGE),
    ("message-table", &["วันที่", "ผู้ส่ง", "ข้อความ"], MESSAGE),
    ("message-table", &["Дата", "Отправитель", "Текст"], MESSAGE),
    (
        "contact-table",
        &["First Name", "Last Name", "Labels", "Phone 1 - Label", "Phone 1 - Value"],
        &["Made", "Up", "", "Mobile", "+60 12-345 6789"],
    ),
    (
        "contact-table",
        &["First Name", "Middle Name", "Last Name", "E-mail Address", "Mobile Phone"],
        &["Made", "", "Up", "a@mail.example", "+60 12-345 6789"],
    ),
    (
        "contact-table",
        &["Vorname", "Nachname", "Mobiltelefon", "Webseite", "Konto", "Notizen"],
        &["Made", "Up", "+60 12-345 6789", "", "", ""],
    ),
    ("contact-table", &["姓名", "手机号码"], &["某人", "+60 12-345 6789"]),
    ("contact-table", &["姓名", "行動電話"], &["某人", "+60 12-345 6789"]),
    ("contact-table", &["Nama", "Telefon bimbit"], &["Rekaan", "+60 12-345 6789"]),
];

#[test]
fn a_table_says_the_same_in_any_order_of_its_columns_and_beside_others() {
    let line = |cells: &[&str], mark: &str| {
        let cells = cells.iter().map(|cell| format!("\"{cell}\""));
        format!("{}\r\n", cells.collect::<Vec<_>>().join(mark))
    };
    let shapes = |cells: &[&'static str], more: &'static str| -> Vec<Vec<&'static str>> {
        let (first, rest) = cells.split_first().expect("a cell");
        let turned = [rest, std::slice::from_ref(first)].concat();
        let back = cells.iter().rev().copied().collect();
        let other = std::slice::from_ref(&more);
        vec![cells.to_vec(), back, turned, [other, cells].concat(), [cells, other].concat()]
    };
    for (word, header, row) in TABLES {
        for (header, row) in shapes(header, "Colour").into_iter().zip(shapes(row, "red")) {
            for mark in [",", ";", "\t"] {
                let text = line(&header, mark) + &line(&row, mark);
                for (how, bytes) in written(&text) {
                    if word == "contact-table" {
                        let contacts = scanned(|scan| scan.contacts(bytes.as_slice()));
                        let contacts =
                            contacts.expect("reads").unwrap_or_else(|| panic!("{text} {how}"));
                        assert_eq!((contacts.cards, contacts.with_number), (1, 1), "{text} {how}");
                        continue;
                    }
                    let scanned = of(&bytes).unwrap_or_else(|why| panic!("{text} {how}: {why:?}"));
                    assert_eq!(scanned.summary.format, word, "{text} {how}");
                    let dated = scanned.summary.signed;
                    assert_eq!(dated, u64::from(word == "message-table"), "{text} {how}");
                    let found = found(scanned);
                    let one = found.first().unwrap_or_else(|| panic!("{text} {how}: nothing"));
                    assert_eq!((one.0.as_str(), found.len()), ("Shopee", 1), "{text} {how}");
                }
            }
        }
    }
}

#[test]
fn a_pipe_is_read_like_a_file_but_for_archives() {
    for (name, word, bytes) in exports::all() {
        let read = scanned(|scan| scan.stream(&*bytes));
        match read {
            Ok(scanned) => assert_eq!(scanned.summary.format, word, "{name}"),
            Err(why) => {
                assert!(matches!(why, ScanError::NeedsFile) && bytes.starts_with(b"PK"), "{name}");
            }
        }
    }
}

/// Everything that comes out of a scan of every format, by way of the built
/// program: no code, no password, no full number.
#[test]
fn no_secret_can_be_found_in_what_comes_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
        command.args(args).env_clear().env("HOME", folder.path()).env("RINGOFF_LANG", "en");
        command.env("RINGOFF_FILE", at("progress.ron")).env("XDG_STATE_HOME", at("state"));
        let output = command.stdin(Stdio::null()).output().expect("runs");
        [output.stdout, output.stderr].concat()
    };
    run(&["new"]);
    let mut out = Vec::new();
    for (place, (_, _, mut bytes)) in exports::all().into_iter().enumerate() {
        let path = at(&format!("export-{place}"));
        let file = path.to_str().expect("text").to_owned();
        for damaged in [false, true] {
            if damaged {
                // Cut in the middle: what is told of it must not quote it.
                bytes.truncate(bytes.len() - bytes.len() / 3);
            }
            fs::write(&path, &bytes).expect("writes");
            for more in [&["--json"][..], &["--add-all"]] {
                let mut args = vec!["scan", &file, "--number", NUMBER];
                args.extend(more);
                out.extend(run(&args));
            }
            out.extend(run(&["backup", "check", &file, "--json"]));
        }
        fs::remove_file(&path).expect("removes");
    }
    let shown = String::from_utf8_lossy(&out).into_owned();
    assert!(shown.contains("Shopee"), "{shown}");
    let mut kept = String::new();
    let mut folders = vec![folder.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                let bytes = fs::read(entry.path()).expect("reads");
                kept.push_str(&String::from_utf8_lossy(&bytes));
            }
        }
    }
    assert!(kept.contains("Shopee"), "the book has it");
    for secret in SECRETS {
        assert!(!shown.contains(secret), "{secret} is told: {shown}");
        assert!(!kept.contains(secret), "{secret} is kept: {kept}");
    }
}

/// Repeats a piece for ever, up to a length, with a head and a tail.
struct Endless {
    head: &'static [u8],
    piece: Vec<u8>,
    left: u64,
    at: usize,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.head.is_empty() {
            return self.head.read(buffer);
        }
        let wanted = u64::try_from(buffer.len()).expect("fits").min(self.left);
        for place in buffer.iter_mut().take(usize::try_from(wanted).expect("fits")) {
            *place = *self.piece.get(self.at).expect("a byte");
            self.at = (self.at + 1) % self.piece.len();
        }
        self.left -= wanted;
        Ok(usize::try_from(wanted).expect("fits"))
    }
}

/// The most memory this process ever had, in kB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// Whether this process runs the named test and nothing else; otherwise one is
/// started that does, since the tests of one process share their memory.
fn is_alone(test: &str) -> bool {
    const ALONE: &str = "RINGOFF_TEST_ALONE";
    if std::env::var_os(ALONE).is_some() {
        return true;
    }
    let mut child = Command::new(std::env::current_exe().expect("a program"));
    let output = child.args(["--exact", test]).env(ALONE, "1").output().expect("runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    false
}

#[test]
fn one_huge_record_takes_no_more_memory_than_a_small_one() {
    if !is_alone("one_huge_record_takes_no_more_memory_than_a_small_one") {
        return;
    }
    // What every scan needs is there before anything is measured.
    let _ = of(b"<smses><sms address=\"63001\" body=\"Shopee: your OTP is 824617\"/></smses>");
    for (head, piece) in [
        (&b"<smses count=\"1\"><sms address=\"1\" body=\""[..], b"A".to_vec()),
        (b"<smses count=\"1\"><sms address=\"1\" data=\"", b"A".to_vec()),
        (b"<smses ", b"aa".to_vec()),
        (b"{\"address\":\"1\",\"body\":\"", b"A".to_vec()),
        (b"[{\"address\":\"1\",\"body\":\"", "\\u0041é".as_bytes().to_vec()),
        (b"{\"encrypted\":false,\"items\":[{\"name\":\"", b"A".to_vec()),
        (b"{\"encrypted\":false,\"items\":[{\"", b"A".to_vec()),
        (b"{\"encrypted\":false,\"items\":[{\"notes\":\"\"", b",\"notes\":\"A\"".to_vec()),
        (b"{\"encrypted\":false,\"items\":[{\"x\":", b"[".to_vec()),
        (b"[", b"{\"a\":".to_vec()),
        (b"[{\"__parts\":[{}", b",{\"ct\":\"text/plain\",\"text\":\"A\"}".to_vec()),
        (b"name,url,username,password\n\"", b"A".to_vec()),
        (b"date;from;text\n", b"1;".to_vec()),
        (b"<KeePassFile><Entry><String><Key>Title</Key><Value>", b"A".to_vec()),
        (b"Nov 01, 2026  5:29:42 PM\n63001\n", b"line\n".to_vec()),
        (b"Nov 01, 2026  5:29:42 PM\n63001\n", b"A".to_vec()),
        (b"05/11/2025, 08:00 - Shop: ", b"A".to_vec()),
        (b"05/11/2025, 08:00 - Shop: x\n", b"line\n".to_vec()),
        (b"{\"db\":{\"entries\":[{\"type\":\"totp\",\"issuer\":\"", b"A".to_vec()),
        (
            b"{\"services\":[{\"name\":\"x\",\"secret\":\"A\"}",
            b",{\"name\":\"x\",\"secret\":\"A\"}".to_vec(),
        ),
        (
            b"{\"messages\":[{\"from_id\":\"user1\",\"date\":\"2025-11-05T08:00:00\",\"text\":\"",
            b"A".to_vec(),
        ),
        (
            b"{\"chatItem\":{\"dateSent\":\"1\",\"standardMessage\":{\"text\":{\"body\":\"",
            b"A".to_vec(),
        ),
        (b"<html><div class=\"hChatLog\"><div class=\"message\"><q>", b"A".to_vec()),
        (b"<html><div class=\"message\"><span class=\"timestamp\">", b"<i>".to_vec()),
        (
            b"{\"folders\":[],\"items\":[{\"title\":\"x\",\"fields\":[",
            b"{\"value\":\"1\"},".to_vec(),
        ),
        (b"Shopping,Shopee,me,x,https://a.example,,", b"Mobile,1,".to_vec()),
    ] {
        let before = peak();
        let left = 16 << 20;
        let shown = String::from_utf8_lossy(head).into_owned();
        let endless = Endless { head, piece, left, at: 0 };
        let done = scanned(|scan| scan.stream(endless).map(|_| ()));
        assert!(
            done.is_ok()
                || matches!(
                    done,
                    Err(ScanError::Unsupported(_)
                        | ScanError::Unknown(_)
                        | ScanError::NoRecord(_)
                        | ScanError::NoText
                        | ScanError::Cut)
                ),
            "{shown}: {done:?}"
        );
        let grown = peak().saturating_sub(before);
        assert!(grown < 8 << 10, "{shown}: {grown} kB more");
    }
}

#[test]
fn a_bomb_a_nest_and_a_stranger_are_refused() {
    use std::io::Write as _;
    use zip::{ZipWriter, write::SimpleFileOptions};
    let archive = |name: &str, pieces: usize, piece: &[u8]| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(name, SimpleFileOptions::default()).expect("starts");
        for _ in 0..pieces {
            zip.write_all(piece).expect("writes");
        }
        zip.finish().expect("ends").into_inner()
    };
    let blank = vec![b' '; 1 << 20];
    let bomb = archive("messages.ndjson", 130, &blank);
    let nest = archive("messages.json", 1, &archive("messages.ndjson", 1, b"{}"));
    let stranger = archive("holiday.jpg", 1, b"x");
    let full = [&b"{\"address\":\"1\",\"body\":\"x\"}\n"[..], &blank].concat();
    let bomb_of_lines = archive("messages.ndjson", 130, &full);
    assert!(
        matches!(of(&bomb), Err(ScanError::NothingInside | ScanError::Bomb)),
        "{:?}",
        of(&bomb)
    );
    assert!(matches!(of(&bomb_of_lines), Err(ScanError::Bomb)), "{:?}", of(&bomb_of_lines));
    assert!(matches!(of(&nest), Err(ScanError::Unsupported(_))), "{:?}", of(&nest));
    assert!(matches!(of(&stranger), Err(ScanError::NothingInside)), "{:?}", of(&stranger));
}

/// Entities that stand for ever more entities are not replaced.
#[test]
fn a_billion_laughs_are_not_laughed() {
    if !is_alone("a_billion_laughs_are_not_laughed") {
        return;
    }
    // What every scan needs is there before anything is measured.
    let _ = of(b"<smses><sms address=\"63001\" body=\"Shopee: your OTP is 824617\"/></smses>");
    let entity = |at: u32| format!("<!ENTITY l{at} \"{}\">", format!("&l{};", at - 1).repeat(10));
    let entities: String = (1..10).map(entity).collect();
    let body = "Shopee: your OTP is 824617 &l9;";
    let text = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE smses [<!ENTITY l0 \"ha\">{entities}]><smses><sms address=\"63001\" date=\"1793500000000\" type=\"1\" body=\"{body}\"/></smses>"
    );
    let before = peak();
    let read = of(text.as_bytes());
    assert!(peak().saturating_sub(before) < 8 << 10);
    assert!(read.is_ok_and(|read| read.summary.messages == 1));
}

/// What never ends is not opened, and says so.
#[cfg(unix)]
#[test]
fn pipes_devices_and_links_to_themselves_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let made = Command::new("mkfifo").arg(at("pipe")).status().expect("runs");
    assert!(made.success());
    std::os::unix::fs::symlink(at("self"), at("self")).expect("links");
    std::os::unix::fs::symlink(folder.path(), at("again")).expect("links");
    let run = |path: &std::path::Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
        command.arg("scan").arg(path).env_clear().env("HOME", folder.path());
        command.env("RINGOFF_FILE", at("progress.ron")).env("RINGOFF_LANG", "en");
        let output = command.stdin(Stdio::null()).output().expect("runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    for path in [at("pipe"), at("self"), "/dev/zero".into(), folder.path().to_owned()] {
        let (code, told) = run(&path);
        assert_eq!(code, Some(1), "{told}");
        assert!(told.starts_with("ringoff: "), "{told}");
    }
}

#[test]
fn a_cancelled_scan_gives_nothing() {
    let progress = ScanProgress::default();
    progress.cancelled.store(true, Ordering::Relaxed);
    let scan = Scan::new(detector(), &progress);
    let bytes = b"<smses><sms address=\"1\" body=\"x\"/></smses>";
    assert!(matches!(scan.stream(&bytes[..]), Err(ScanError::Cancelled)));
}

#[test]
fn strange_json_is_read_as_far_as_it_makes_sense() {
    let body = "\"address\":\"63001\",\"body\":\"Shopee: your OTP is 824617\"";
    let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
    for (line, messages, malformed) in [
        (format!("{{{body}}}"), 1, 0),
        (format!("{{{body},\"body\":\"again\",\"address\":null,\"number\":1}}"), 1, 0),
        (format!("{{\"body\":null,{body},\"date\":{{\"body\":[1]}}}}"), 1, 0),
        (format!("{{\"x\":{deep},{body}}}"), 1, 0),
        (format!("{{{body}}} {{}}"), 1, 1),
        (format!("[{{{body}}}, 7]"), 1, 1),
        (format!("[{{{body}}}, {{\"secret\":\"A\",\"issuer\":\"Paydemo\"}}, null]"), 1, 2),
        (format!("{{{body}}}\n{{\"x\":1}}\n{{\"body\":\"x\"}}"), 1, 2),
    ] {
        let scanned = of(line.as_bytes()).unwrap_or_else(|why| panic!("{line}: {why:?}"));
        assert_eq!(scanned.summary.messages, messages, "{line}");
        assert_eq!(scanned.summary.defects.malformed, malformed, "{line}");
        assert_eq!(scanned.tally.finish(&TimeZone::UTC).len(), usize::from(messages > 0), "{line}");
    }
    for line in [
        format!("{{\"x\":{deep}{deep}{body}}}"),
        format!("{{{body},\"type\":1.0e400}}"),
        "[]".to_owned(),
        "[{\"secret\":\"A\",\"issuer\":\"Paydemo\"}]".to_owned(),
    ] {
        let why = of(line.as_bytes()).map(|read| read.summary).expect_err("has no message");
        assert!(
            matches!(
                why,
                ScanError::NoRecord(_) | ScanError::Unknown(_) | ScanError::Unsupported(_)
            ),
            "{line}: {why:?}"
        );
    }
}

/// One office signs in at the address of another.
#[test]
fn a_login_is_the_account_that_its_title_names() {
    let table = "name,url,username,password\r\n\
        iAM Smart,https://www.immd.gov.hk/login,+60123456789,x\r\n\
        Anything,https://www.immd.gov.hk/login,+60123456789,x\r\n";
    let found = found(of(table.as_bytes()).expect("reads"));
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert!(names.contains(&"iAM Smart") && names.contains(&"Hong Kong Immigration Department"));
    assert_eq!(names.len(), 2, "{names:?}");
}

/// A chat says the same whatever the phone's language writes in front of it.
#[test]
fn a_chat_is_read_as_phones_of_any_language_write_it() {
    for (first, second) in [
        ("31.10.26, 08:00 - ", "01.11.26, 08:00 - "),
        ("2026-10-31 08:00 - ", "2026-11-01 08:00 - "),
        ("31/10/2569 08:00 - ", "1/11/2569 08:00 - "),
        ("31/10/26, 8:00 a. m. - ", "1/11/26, 8:00 a. m. - "),
        ("2026/10/31 午前8:00 - ", "2026/11/01 午前8:00 - "),
        ("2026. 10. 31. 오전 8:00 - ", "2026. 11. 1. 오전 8:00 - "),
        ("[31.10.26, 08:00:01] ", "[01.11.26, 08:00:01] "),
        (
            "\u{200F}٣١\u{200F}/١٠\u{200F}/٢٠٢٦، ٨:٠٠ ص - ",
            "\u{200F}١\u{200F}/١١\u{200F}/٢٠٢٦، ٨:٠٠ ص - ",
        ),
    ] {
        let body = "RM0.00 Shopee Malaysia: your OTP is 824617";
        let text = format!("{first}Mum: hello\n{second}Shopee: {body}\n");
        let scanned = of(text.as_bytes()).unwrap_or_else(|why| panic!("{text}: {why:?}"));
        assert_eq!((scanned.summary.format, scanned.summary.signed), ("whatsapp", 2), "{text}");
        let found = scanned.tally.finish(&TimeZone::UTC);
        let seen = found.first();
        let seen =
            seen.and_then(|(one, _)| one.evidence.values().filter_map(|seen| seen.last).max());
        assert_eq!(seen.map(|day| day.to_string()).as_deref(), Some("2026-11-01"), "{text}");
    }
    let log = "2026-11-01 08:00 - INFO: started\n2026-11-01 08:01 - WARN: full\n";
    assert!(of(log.as_bytes()).is_err(), "a log is no chat");
}

/// One file of each format, damaged in three ways: a record without what makes
/// it one, the end cut off, and nothing left but the frame.
#[test]
fn what_is_no_record_is_counted_and_an_empty_frame_is_no_export() {
    for (text, messages, logins, malformed) in [
        ("号码,时间,内容\n10690,2025-11-05,x\n,,only words\n", 1, 0, 1),
        ("name,url,username,password\nForum,,me,x\nwords alone\n", 0, 1, 1),
        ("F,T,me,x,https://a.example,,\nF,U,me,x,,,\n,,,,,,\nwords\n", 0, 2, 1),
        ("{\"items\":[{\"name\":\"x\",\"type\":1},{\"id\":\"1\"}]}", 0, 1, 1),
        (
            "{\"items\":[{\"title\":\"x\",\"fields\":[{\"value\":\"1\"}]},{\"uuid\":\"1\"}]}",
            0,
            1,
            1,
        ),
        ("{\"records\":[{\"title\":\"x\",\"login\":\"y\"},{\"uid\":\"1\"}]}", 0, 1, 1),
        (
            "{\"vaults\":{\"a\":{\"items\":[{\"data\":{\"metadata\":{\"name\":\"x\"}}},{\"itemId\":\"1\"}]}}}",
            0,
            1,
            1,
        ),
        (
            "{\"accounts\":[{\"vaults\":[{\"items\":[{\"overview\":{\"title\":\"x\"}},{\"uuid\":\"1\"}]}]}]}",
            0,
            1,
            1,
        ),
        (
            "{\"messages\":[{\"type\":\"message\",\"date\":\"2025-11-05T08:00:00\",\"from_id\":\"user1\",\"text\":\"x\"},{\"type\":\"message\"}]}",
            1,
            0,
            1,
        ),
        (
            "{\"chatItem\":{\"dateSent\":\"1762300000000\",\"standardMessage\":{\"text\":{\"body\":\"x\"}}}}\nwords\n",
            1,
            0,
            1,
        ),
        (
            "<smses><sms address=\"1\" date=\"1762300000000\" type=\"1\" body=\"x\"/><sms x=\"1\"/></smses>",
            1,
            0,
            1,
        ),
        (
            "<html><div class=\"message\"><span class=\"timestamp\">Nov 01, 2026  5:29:42 PM</span><span class=\"sender\">1</span><span class=\"bubble\">x</span></div><div class=\"message\">x</div></html>",
            1,
            0,
            1,
        ),
        (
            "<html><div class=\"hChatLog\"><div class=\"message\"><abbr class=\"dt\" title=\"2026-11-01T08:00:01Z\">x</abbr><a class=\"tel\" href=\"tel:1\"></a><q>x</q></div><div class=\"message\"></div></div></html>",
            1,
            0,
            1,
        ),
        ("Nov 02, 2026  5:29:42 PM\nNov 01, 2026  5:29:42 PM\n63001\nx\n\n", 1, 0, 1),
        (
            "<KeePassFile><Root><Entry><String><Key>Title</Key><Value>x</Value></String></Entry><Entry></Entry></Root></KeePassFile>",
            0,
            1,
            1,
        ),
    ] {
        let summary = of(text.as_bytes()).unwrap_or_else(|why| panic!("{text}: {why:?}")).summary;
        let seen = (summary.messages, summary.logins, summary.defects.malformed);
        assert_eq!(seen, (messages, logins, malformed), "{text}");
    }
    for text in [
        "号码,时间,内容\n",
        "name,url,username,password\n",
        "{\"encrypted\":false,\"items\":[]}",
        "<smses count=\"0\"></smses>",
        "<KeePassFile></KeePassFile>",
        "<html><div class=\"hChatLog\"></div></html>",
        "[]",
    ] {
        let why = of(text.as_bytes()).map(|read| read.summary).expect_err(text);
        assert!(matches!(why, ScanError::NoRecord(_) | ScanError::Unknown(_)), "{text}: {why:?}");
    }
    for text in [
        "{\"db\":{\"entries\":[{\"type\":\"totp\",\"issuer\":\"Forum\",\"info\":{\"secret\":\"A\"}},{\"type\":\"totp\",\"issuer\":\"Shop\"}]}}",
        "{\"services\":[{\"name\":\"Forum\",\"secret\":\"A\"},{\"name\":\"Shop\",\"secret\":\"\"}]}",
        "[{\"secret\":\"A\",\"issuer\":\"Forum\",\"label\":\"x\",\"digits\":6,\"algorithm\":\"SHA1\"},{\"issuer\":\"Shop\"}]",
    ] {
        let summary = of(text.as_bytes()).unwrap_or_else(|why| panic!("{text}: {why:?}")).summary;
        assert_eq!(
            (summary.authenticator.join(" ").as_str(), summary.defects.malformed),
            ("Forum", 1)
        );
    }
}

/// Each format, cut off, with noise in the middle, and without its beginning: it is
/// read as far as it makes sense or refused, and never said to hold nothing.
#[test]
fn three_damaged_files_of_each_format_are_read_in_part_or_refused() {
    for (name, _, bytes) in exports::all() {
        let third = bytes.len() / 3;
        let mut noisy = bytes.clone();
        noisy[third..third * 2].fill(b'~');
        for damaged in [&bytes[..bytes.len() - third], &noisy, &bytes[third..]] {
            let Ok(scanned) = of(damaged) else { continue };
            let held = &scanned.summary;
            let records = held.messages + held.logins + held.authenticator.len() as u64;
            assert!(records > 0, "{name}");
        }
    }
}

/// An archive says of what it holds that it is encrypted, and what was not read.
#[test]
fn an_archive_is_read_as_a_whole() {
    let encrypted = b"{\"encrypted\":true,\"passwordProtected\":true,\"data\":\"2.x\"}";
    let packed = exports::packed(&[("data.json", encrypted)]);
    let why = of(&packed).map(|read| read.summary).expect_err("is encrypted");
    assert!(matches!(why, ScanError::Unsupported(Unsupported::Encrypted)), "{why:?}");
    let packed = exports::packed(&[("Proton Pass/data.pgp", b"-----BEGIN PGP MESSAGE-----\n\nx")]);
    let why = of(&packed).map(|read| read.summary).expect_err("is encrypted");
    assert!(matches!(why, ScanError::Unsupported(Unsupported::Encrypted)), "{why:?}");
    let one = b"{\"address\":\"1\",\"date\":\"1762300000000\",\"body\":\"x\"}\n";
    let packed = exports::packed(&[
        ("a.ndjson", one),
        ("b/b.ndjson", one),
        ("c.csv", b"a,b,c\n1,2,3\n"),
        ("d.jpg", b"x"),
    ]);
    let summary = of(&packed).expect("reads").summary;
    assert_eq!((summary.messages, summary.unread), (2, vec!["c.csv".to_owned()]));
}

/// What a file of an archive says of itself, and what is wrong with it, stays its own.
#[test]
fn what_is_wrong_in_an_archive_is_told_of_the_file_with_which_it_is() {
    let sms = "<sms address=\"1\" date=\"1762300000000\" type=\"1\" body=\"x\"/>";
    let whole = format!("<smses count=\"2\">{sms}{sms}</smses>");
    let cut = format!("<smses count=\"2\">{sms}<sms addr");
    let table = "from,date,text\n1,2025-11-05,x\n1,2025-11-05,y\n";
    let of_two = |other: &str| {
        let packed = exports::packed(&[("a.xml", whole.as_bytes()), ("b/b.csv", other.as_bytes())]);
        of(&packed).expect("reads").summary
    };
    let summary = of_two(table);
    assert_eq!((summary.messages, summary.declared, summary.inside), (4, None, Vec::new()));
    for (other, messages) in [(cut.as_str(), 3), ("from,date,text\n1,2025-11-05", 2)] {
        let summary = of_two(other);
        let [one] = summary.inside.as_slice() else { panic!("{:?}", summary.inside) };
        assert_eq!((summary.messages, one.name.as_str()), (messages, "b/b.csv"));
        assert!(one.defects.cut.is_some() && summary.defects.cut.is_none(), "{one:?}");
    }
    let mut packed = exports::packed(&[("a.xml", whole.as_bytes())]);
    packed.truncate(packed.len() - 30);
    assert!(matches!(of(&packed).map(|read| read.summary), Err(ScanError::Cut)));
}

/// A file with some bytes put in, taken away or written over.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let files: Vec<Vec<u8>> = exports::all()
        .into_iter()
        .map(
            |(_, _, bytes)| {
                if bytes.len() > 4000 { bytes.get(..600).expect("long").to_vec() } else { bytes }
            },
        )
        .collect();
    let dictionary: Vec<&[u8]> = vec![
        b"<sms ",
        b"\"",
        b"&#55357;",
        b"&#x",
        b"]]>",
        b"\\u",
        b"{",
        b"[",
        b"\0",
        b"\xFF",
        b",",
        b";",
        b"\n",
        b"'",
        b"</mms>",
        b"<mms ",
        b"PK\x03\x04",
        b"count=\"",
        b"\xE5\xB0",
        b"\xED\xA0\x80",
    ];
    let piece = prop_oneof![
        proptest::sample::select(dictionary).prop_map(<[u8]>::to_vec),
        proptest::collection::vec(any::<u8>(), 0..6),
    ];
    let edit = (any::<proptest::sample::Index>(), 0_usize..40, piece);
    (proptest::sample::select(files), proptest::collection::vec(edit, 0..8)).prop_map(
        |(mut bytes, edits)| {
            for (at, gone, put) in edits {
                let at = at.index(bytes.len().max(1)).min(bytes.len());
                let end = (at + gone).min(bytes.len());
                bytes.splice(at..end, put);
            }
            bytes
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn what_is_damaged_is_read_or_refused(bytes in damaged()) {
        let _ = of(&bytes);
        let _ = scanned(|scan| scan.stream(&*bytes).map(|_| ()));
        let _ = scanned(|scan| scan.contacts(&*bytes).map(|_| ()));
    }

    #[test]
    fn any_message_is_looked_at(sender in "\\PC{0,12}", body in "\\PC{0,200}") {
        let message = Message { sender: &sender, body: &body, ..Default::default() };
        if let Some(detection) = detector().detect(&message) {
            prop_assert!(!detection.name.is_empty());
        }
    }

    #[test]
    fn no_digit_of_a_code_is_in_a_sample(code in "[0-9]{4,8}", body in "(your|kod|验证码|OTP|code|is|:|@|#|Grab|Shopee| |\\PC){0,30}") {
        let body = format!("Shopee: your OTP is {code} {body}");
        let message = Message { sender: "63001", body: &body, ..Default::default() };
        if let Some(detection) = detector().detect(&message) {
            prop_assert!(!detection.sample.contains(&code), "{}", detection.sample);
        }
    }
}
