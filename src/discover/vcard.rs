//! Contacts as vCard 2.1, 3.0 and 4.0: how many a file holds, how many have a
//! number, and whether the last one is whole.
//!
//! It reads line by line, since phones write many lines that no grammar has.

use std::{
    collections::BTreeMap,
    hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher},
    io::{self, Read},
};

use super::{bytes::Bytes, fold::fold};

/// What a file of contacts holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    /// Whole cards.
    pub cards: u64,
    /// Cards with a phone number.
    pub with_number: u64,
    /// The offset of a card that does not end, in bytes.
    pub cut: Option<u64>,
    /// The key of each contact, and its name.
    pub known: BTreeMap<u64, String>,
}

impl Contacts {
    /// The names of the contacts that `newer` does not have.
    pub(crate) fn missing_in(&self, newer: &Self) -> Vec<&str> {
        let missing = self.known.iter().filter(|(key, _)| !newer.known.contains_key(key));
        missing.map(|(_, name)| name.as_str()).collect()
    }
}

/// The most contacts that are told apart.
const MOST: usize = 200_000;

/// The longest line that is looked at, in bytes. Longer ones are pictures.
const LONGEST: usize = 8 * 1024;

#[derive(Default)]
struct Card {
    name: String,
    numbers: Vec<String>,
    began: u64,
}

/// Reads contacts.
pub(super) fn read(reader: &mut dyn Read) -> io::Result<Contacts> {
    let mut bytes = Bytes::new(reader);
    let mut contacts = Contacts::default();
    let mut card: Option<Card> = None;
    let mut line = Vec::new();
    let mut next = Vec::new();
    let mut at = 0;
    let mut more = bytes.line(LONGEST, &mut line)?.is_some();
    while more {
        // A line goes on when the next one begins with a blank, or when it is
        // quoted-printable and ends with `=`. Lines are joined as bytes, since
        // a break can be inside a character.
        let began = at;
        loop {
            at = bytes.offset();
            more = bytes.line(LONGEST, &mut next)?.is_some();
            let soft = line.last() == Some(&b'=') && is_quoted(&line);
            let folded = matches!(next.first(), Some(b' ' | b'\t'));
            if !more || !(soft || folded) {
                break;
            }
            if soft {
                line.pop();
            }
            let rest = next.get(usize::from(folded && !soft)..).unwrap_or_default();
            let room = LONGEST.saturating_sub(line.len()).min(rest.len());
            line.extend_from_slice(rest.get(..room).unwrap_or_default());
        }
        take(&line, began, &mut card, &mut contacts);
        std::mem::swap(&mut line, &mut next);
    }
    contacts.cut = contacts.cut.or(card.map(|card| card.began));
    Ok(contacts)
}

fn is_quoted(line: &[u8]) -> bool {
    let head = line.iter().position(|b| *b == b':').unwrap_or(line.len());
    let head = line.get(..head).unwrap_or_default().to_ascii_uppercase();
    head.windows(16).any(|part| part == b"QUOTED-PRINTABLE")
}

/// Reads one whole line.
fn take(line: &[u8], began: u64, card: &mut Option<Card>, contacts: &mut Contacts) {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let Some(colon) = line.iter().position(|b| *b == b':') else { return };
    let (head, value) = (line.get(..colon).unwrap_or_default(), line.get(colon + 1..));
    let value = value.unwrap_or_default();
    let text = String::from_utf8_lossy(head).to_ascii_uppercase();
    let name = text.split(';').next().unwrap_or_default();
    // `item1.TEL` is a number as well.
    let name = name.rsplit('.').next().unwrap_or_default().trim();
    let is_card = value.trim_ascii().eq_ignore_ascii_case(b"VCARD");
    match (name, card.as_mut()) {
        ("BEGIN", open) if is_card => {
            if let Some(open) = open {
                contacts.cut = contacts.cut.or(Some(open.began));
            }
            *card = Some(Card { began, ..Card::default() });
        }
        ("END", Some(_)) if is_card => {
            if let Some(card) = card.take() {
                done(&card, contacts);
            }
        }
        ("FN" | "N", Some(card)) if card.name.is_empty() || name == "FN" => {
            let written = decoded(&text, value);
            let written = written.split(';').filter(|part| !part.trim().is_empty());
            card.name = written.collect::<Vec<_>>().join(" ");
        }
        ("TEL", Some(card)) => {
            let written = fold(&decoded(&text, value));
            let digits: String = written.chars().filter(char::is_ascii_digit).collect();
            if digits.len() >= 3 && card.numbers.len() < 100 {
                card.numbers.push(digits);
            }
        }
        _ => {}
    }
}

/// A value as text: quoted-printable or plain, in UTF-8 or, from old Chinese
/// phones, in GBK.
fn decoded(head: &str, value: &[u8]) -> String {
    let bytes = if head.contains("QUOTED-PRINTABLE") { unquoted(value) } else { value.to_vec() };
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => encoding_rs::GBK.decode(error.as_bytes()).0.into_owned(),
    }
}

fn unquoted(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    let mut bytes = value.iter();
    let hex = |b: Option<&u8>| b.and_then(|b| char::from(*b).to_digit(16));
    while let Some(b) = bytes.next() {
        if *b != b'=' {
            out.push(*b);
            continue;
        }
        let mut ahead = bytes.clone();
        if let (Some(high), Some(low)) = (hex(ahead.next()), hex(ahead.next())) {
            out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
            bytes = ahead;
        }
    }
    out
}

fn done(card: &Card, contacts: &mut Contacts) {
    contacts.cards += 1;
    contacts.with_number += u64::from(!card.numbers.is_empty());
    if contacts.known.len() >= MOST {
        return;
    }
    // The end of a number is the same with and without its country code.
    let mut ends: Vec<&str> = card
        .numbers
        .iter()
        .map(|number| number.get(number.len().saturating_sub(8)..).unwrap_or(number))
        .collect();
    ends.sort_unstable();
    ends.dedup();
    let of = (fold(&card.name), ends);
    let key = BuildHasherDefault::<DefaultHasher>::new().hash_one(of);
    let shown: String = crate::text::clean_line(&card.name).chars().take(60).collect();
    contacts.known.insert(key, shown);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &[u8]) -> (u64, u64, bool) {
        let contacts = read(&mut &*text).expect("reads");
        (contacts.cards, contacts.with_number, contacts.cut.is_none())
    }

    #[test]
    fn every_version_is_counted() {
        let old = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=E5=B0=8F=\r\n=E6=98=8E;;;\r\nTEL;CELL;PREF:+60123456789\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n SkZJRg\r\n\r\nEND:VCARD\r\n";
        assert_eq!(of(old), (1, 1, true));
        assert_eq!(
            read(&mut &old[..]).expect("reads").known.into_values().next().as_deref(),
            Some("小明")
        );
        let apple = b"\xEF\xBB\xBFBEGIN:VCARD\nVERSION:3.0\nFN:Mum\nitem1.TEL;type=pref:012-345 6789\nitem1.X-ABLabel:_$!<HomeFAX>!$_\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Shop\nTEL;VALUE=uri:tel:+60-12-345\nEND:VCARD\n";
        assert_eq!(of(apple), (2, 2, true));
        assert_eq!(of(b"begin:vcard\nfn:No number\nend:vcard\n"), (1, 0, true));
        assert_eq!(of(b""), (0, 0, true));
    }

    #[test]
    fn gbk_and_folds_inside_a_character_are_read() {
        let gbk = b"BEGIN:VCARD\r\nN;CHARSET=GBK:\xD0\xA1\xC3\xF7\r\nTEL:10010\r\nEND:VCARD\r\n";
        assert_eq!(
            read(&mut &gbk[..]).expect("reads").known.into_values().next().as_deref(),
            Some("小明")
        );
        let folded =
            [b"BEGIN:VCARD\r\nFN:\xE5\xB0".as_slice(), b"\r\n \x8F\xE6\x98\x8E\r\nEND:VCARD\r\n"]
                .concat();
        assert_eq!(
            read(&mut &*folded).expect("reads").known.into_values().next().as_deref(),
            Some("小明")
        );
    }

    #[test]
    fn a_card_that_does_not_end_is_told() {
        let cut = b"BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\nTEL:0123";
        let contacts = read(&mut &cut[..]).expect("reads");
        assert_eq!((contacts.cards, contacts.cut), (1, Some(27)));
    }

    #[test]
    fn two_files_can_be_compared() {
        let card =
            |name: &str, number: &str| format!("BEGIN:VCARD\nFN:{name}\nTEL:{number}\nEND:VCARD\n");
        let old = [card("Mum", "+60123456789"), card("Shop", "0355551234")].concat();
        let new = card("Mum", "012-345 6789");
        let (old, new) =
            (read(&mut old.as_bytes()).expect("reads"), read(&mut new.as_bytes()).expect("reads"));
        assert_eq!(old.missing_in(&new), ["Shop"]);
        assert!(new.missing_in(&old).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
            let _ = read(&mut &*bytes);
        }

        #[test]
        fn any_lines_are_read(text in "((BEGIN|END):VCARD|FN:|TEL;X:|N;ENCODING=QUOTED-PRINTABLE:|=|[0-9]{1,9}|\\PC|\r?\n| ){0,60}") {
            let _ = read(&mut text.as_bytes());
        }
    }
}
