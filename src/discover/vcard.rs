//! Contacts as vCard 2.1, 3.0 and 4.0: how many a file holds, how many have a
//! number, and whether the last one is whole.
//!
//! It reads line by line, since phones write many lines that no grammar has.

use std::io::{self, Read};

use super::{
    bytes::Bytes,
    contacts::{Card, Contacts},
    summary::Place,
};

/// The longest line that is looked at, in bytes. Longer ones are pictures.
const LONGEST: usize = 8 * 1024;

/// A card that has begun.
#[derive(Default)]
struct OpenCard {
    card: Card,
    began: u64,
    /// A card in this card is announced.
    announced: bool,
    /// How many cards in this card are open.
    inside: u32,
    /// Something else shows whose card it is.
    other: bool,
}

/// Reads contacts.
pub(super) fn read(reader: &mut dyn Read, contacts: &mut Contacts) -> io::Result<()> {
    contacts.format = "vcard";
    let mut bytes = Bytes::new(reader);
    let mut card: Option<OpenCard> = None;
    // Where something of a card stands that did not begin.
    let mut lost: Option<u64> = None;
    let mut line = Vec::new();
    let mut next = Vec::new();
    let mut at = 0;
    let mut more = bytes.line(LONGEST, &mut line)?.is_some();
    while more {
        // A line goes on when the next one begins with a blank, or when it is
        // quoted-printable and ends with `=`. Lines are joined as bytes, since
        // a break can be inside a character. The end of a card is part of no
        // other line: some phones end a value with `=` in front of it.
        let began = at;
        loop {
            at = bytes.offset();
            more = bytes.line(LONGEST, &mut next)?.is_some();
            let soft = line.last() == Some(&b'=') && is_quoted(&line);
            let folded = matches!(next.first(), Some(b' ' | b'\t'));
            if !more || !(soft || folded) || bounds_card(&next) {
                break;
            }
            if soft {
                line.pop();
            }
            let rest = next.get(usize::from(folded && !soft)..).unwrap_or_default();
            let room = LONGEST.saturating_sub(line.len()).min(rest.len());
            line.extend_from_slice(rest.get(..room).unwrap_or_default());
        }
        let (mut rest, mut place) = (line.as_slice(), began);
        while let Some(glued) = glued(rest) {
            let (first, more) = rest.split_at_checked(glued).unwrap_or((rest, &[]));
            take(first, place, &mut card, &mut lost, contacts);
            place += glued as u64;
            rest = more;
        }
        take(rest, place, &mut card, &mut lost, contacts);
        std::mem::swap(&mut line, &mut next);
    }
    if let Some(at) = lost {
        contacts.reject(at);
    }
    if let Some(open) = card {
        contacts.defects.cut(Place::Byte(open.began));
    }
    Ok(())
}

/// Whether a line begins with a mark that begins or ends a card.
fn bounds_card(line: &[u8]) -> bool {
    let begins =
        |mark: &[u8]| line.get(..mark.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(mark));
    begins(b"END:VCARD") || begins(b"BEGIN:VCARD")
}

/// Where the next mark begins in a line that is a mark and has another behind
/// it without a break.
fn glued(line: &[u8]) -> Option<usize> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let end = [&b"END:VCARD"[..], b"BEGIN:VCARD"].into_iter().find_map(|mark| {
        let begins = line.get(..mark.len())?.eq_ignore_ascii_case(mark);
        begins.then_some(mark.len())
    })?;
    let rest = line.get(end..)?;
    let blank = rest.iter().take_while(|b| b.is_ascii_whitespace()).count();
    (blank < rest.len()).then_some(end + blank)
}

fn is_quoted(line: &[u8]) -> bool {
    let head = line.iter().position(|b| *b == b':').unwrap_or(line.len());
    let head = line.get(..head).unwrap_or_default().to_ascii_uppercase();
    head.windows(16).any(|part| part == b"QUOTED-PRINTABLE")
}

/// Reads one whole line.
fn take(
    line: &[u8],
    began: u64,
    card: &mut Option<OpenCard>,
    lost: &mut Option<u64>,
    contacts: &mut Contacts,
) {
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
        ("BEGIN", Some(open)) if is_card && (open.announced || open.inside > 0) => {
            open.announced = false;
            open.inside += 1;
        }
        ("BEGIN", open) if is_card => {
            if let Some(open) = open {
                contacts.defects.cut(Place::Byte(open.began));
            }
            lost.take().into_iter().for_each(|at| contacts.reject(at));
            *card = Some(OpenCard { began, ..OpenCard::default() });
        }
        ("END", None) if is_card => contacts.reject(lost.take().unwrap_or(began)),
        ("VERSION" | "FN" | "N" | "TEL" | "EMAIL" | "ORG", None) => *lost = lost.or(Some(began)),
        ("END", Some(open)) if is_card && open.inside > 0 => open.inside -= 1,
        ("END", Some(_)) if is_card => {
            if let Some(open) = card.take() {
                if open.card.name.is_empty() && !open.card.has_number() && !open.other {
                    contacts.reject(open.began);
                } else {
                    contacts.add(&open.card);
                }
            }
        }
        // What belongs to a card inside is not counted.
        (_, Some(open)) if open.inside > 0 => {}
        ("AGENT", Some(open)) => {
            let value = value.trim_ascii();
            let card = b"BEGIN:VCARD";
            let begins = value.get(..card.len()).is_some_and(|v| v.eq_ignore_ascii_case(card));
            open.announced = value.is_empty();
            // With its end in the same value it is whole.
            open.inside += u32::from(begins && value.len() == card.len());
        }
        ("FN" | "N", Some(OpenCard { card, .. })) if card.name.is_empty() || name == "FN" => {
            let written = decoded(&text, value);
            let written = written.split(';').filter(|part| !part.trim().is_empty());
            card.name = written.collect::<Vec<_>>().join(" ");
        }
        ("ORG" | "EMAIL" | "NICKNAME" | "ADR" | "NOTE", Some(open)) => {
            open.other |= !value.trim_ascii().is_empty();
        }
        ("TEL", Some(open)) => open.card.number(&decoded(&text, value)),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn held(text: &[u8]) -> Contacts {
        let mut contacts = Contacts::default();
        read(&mut &*text, &mut contacts).expect("reads");
        contacts
    }

    fn of(text: &[u8]) -> (u64, u64, bool) {
        let contacts = held(text);
        (contacts.cards, contacts.with_number, contacts.defects.is_none())
    }

    #[test]
    fn every_version_is_counted() {
        let old = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=E5=B0=8F=\r\n=E6=98=8E;;;\r\nTEL;CELL;PREF:+60123456789\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n SkZJRg\r\n\r\nEND:VCARD\r\n";
        assert_eq!(of(old), (1, 1, true));
        assert_eq!(held(old).known.into_values().next().as_deref(), Some("小明"));
        let apple = b"\xEF\xBB\xBFBEGIN:VCARD\nVERSION:3.0\nFN:Mum\nitem1.TEL;type=pref:012-345 6789\nitem1.X-ABLabel:_$!<HomeFAX>!$_\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Shop\nTEL;VALUE=uri:tel:+60-12-345\nEND:VCARD\n";
        assert_eq!(of(apple), (2, 2, true));
        assert_eq!(of(b"begin:vcard\nfn:No number\nend:vcard\n"), (1, 0, true));
        assert_eq!(of(b""), (0, 0, true));
    }

    #[test]
    fn gbk_and_folds_inside_a_character_are_read() {
        let gbk = b"BEGIN:VCARD\r\nN;CHARSET=GBK:\xD0\xA1\xC3\xF7\r\nTEL:10010\r\nEND:VCARD\r\n";
        assert_eq!(held(gbk).known.into_values().next().as_deref(), Some("小明"));
        let folded =
            [b"BEGIN:VCARD\r\nFN:\xE5\xB0".as_slice(), b"\r\n \x8F\xE6\x98\x8E\r\nEND:VCARD\r\n"]
                .concat();
        assert_eq!(held(&folded).known.into_values().next().as_deref(), Some("小明"));
    }

    #[test]
    fn a_card_that_does_not_end_is_told() {
        let cut = b"BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\nTEL:0123";
        let contacts = held(cut);
        assert_eq!((contacts.cards, contacts.defects.cut), (1, Some(Place::Byte(27))));
    }

    #[test]
    fn marks_without_breaks_and_cards_in_cards_are_read() {
        let glued = b"BEGIN:VCARD\nFN:A\nTEL:0123\nEND:VCARDBEGIN:VCARD\nFN:B\nEND:VCARD";
        assert_eq!(of(glued), (2, 1, true));
        let cut = b"BEGIN:VCARD\nFN:A\nEND:VCARDBEGIN:VCARD\nFN:B\n";
        assert_eq!(held(cut).defects.cut, Some(Place::Byte(26)));
        for agent in [
            &b"BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nTEL:0123\nEND:VCARD\nEND:VCARD\n"[..],
            b"BEGIN:VCARD\nFN:A\nAGENT:BEGIN:VCARD\nFN:B\nTEL:0123\nEND:VCARD\nEND:VCARD\n",
            b"BEGIN:VCARD\nFN:A\nAGENT:BEGIN:VCARD\\nFN:B\\nEND:VCARD\\n\nEND:VCARD\n",
            b"BEGIN:VCARD\nFN:A\nAGENT;VALUE=uri:CID:someone\nEND:VCARD\n",
        ] {
            assert_eq!(of(agent), (1, 0, true), "{}", String::from_utf8_lossy(agent));
            let name = held(agent).known.into_values().next();
            assert_eq!(name.as_deref(), Some("A"));
        }
        let soft = b"BEGIN:VCARD\nFN:A\nNOTE;ENCODING=QUOTED-PRINTABLE:x=\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n";
        assert_eq!(of(soft), (2, 0, true));
    }

    #[test]
    fn two_files_can_be_compared() {
        let card =
            |name: &str, number: &str| format!("BEGIN:VCARD\nFN:{name}\nTEL:{number}\nEND:VCARD\n");
        let old = [card("Mum", "+60123456789"), card("Shop", "0355551234")].concat();
        let new = card("Mum", "012-345 6789");
        let (old, new) = (held(old.as_bytes()), held(new.as_bytes()));
        assert_eq!(old.missing_in(&new), ["Shop"]);
        assert!(new.missing_in(&old).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
            let _ = held(&bytes);
        }

        #[test]
        fn any_lines_are_read(text in "((BEGIN|END):VCARD|FN:|TEL;X:|N;ENCODING=QUOTED-PRINTABLE:|=|[0-9]{1,9}|\\PC|\r?\n| ){0,60}") {
            let _ = held(text.as_bytes());
        }
    }
}
