//! Which encoding bytes are in that have no byte order mark.
//!
//! Must not know: formats beyond their declarations, or where the bytes come from.

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252,
};

use super::words;

/// UTF-16 that has no byte order mark: it begins as XML or JSON does, or is text of
/// which the signs of ASCII have a zero on one side only.
pub(super) fn unmarked_utf16(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|b| **b == 0).count();
    match head {
        [b'<' | b'[' | b'{', 0, _, 0, ..] => return Some(UTF_16LE),
        [0, b'<' | b'[' | b'{', 0, _, ..] => return Some(UTF_16BE),
        _ if !head.contains(&0) => return None,
        _ => {}
    }
    // One or two prove nothing: the mark of a database ends with one.
    let enough = |found: usize| found >= 4 && found * 16 >= head.len();
    let encoding = match (zeros(0), zeros(1)) {
        (0, found) if enough(found) => UTF_16LE,
        (found, 0) if enough(found) => UTF_16BE,
        _ => return None,
    };
    // The sample can end inside a character.
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length(head.len())?);
    let (.., wrong) = decoder.decode_to_string(head, &mut text, false);
    let blank = |c: char| matches!(c, '\t' | '\n' | '\r');
    (!wrong && !text.contains(|c: char| c.is_control() && !blank(c))).then_some(encoding)
}

/// Whether bytes end with the beginning of a character in UTF-8.
pub(super) fn ends_inside(bytes: &[u8]) -> bool {
    let inside = bytes.iter().rev().take_while(|b| **b & 0xC0 == 0x80).count();
    let first = bytes.iter().rev().nth(inside).copied().unwrap_or_default();
    let length = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return false,
    };
    inside + 1 < length
}

pub(super) fn begins_card(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    head.get(..11).is_some_and(|begin| begin.eq_ignore_ascii_case(b"BEGIN:VCARD"))
}

/// The encoding that XML or HTML declares. UTF-8 is no news, and whether it is
/// true shows in the bytes; UTF-16 would have shown already.
pub(super) fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.trim_ascii_start();
    if !head.starts_with(b"<") {
        return None;
    }
    let head = String::from_utf8_lossy(head.get(..head.len().min(2048))?).to_lowercase();
    let prolog = head.starts_with("<?xml").then(|| head.split_once("?>")).flatten();
    let named = match prolog {
        Some((prolog, _)) => prolog.split_once("encoding").map(|(_, rest)| rest),
        None => head.split_once("charset").map(|(_, rest)| rest),
    };
    let named = named?.trim_start_matches([' ', '=', '\u{22}', '\'']);
    let end = named.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')));
    let encoding = Encoding::for_label(named.get(..end?)?.as_bytes())?;
    (![UTF_8, UTF_16LE, UTF_16BE].contains(&encoding)).then_some(encoding)
}

/// The encoding of bytes that are no UTF-8.
pub(super) fn other(sample: &[u8]) -> Option<&'static Encoding> {
    let (sound, broken) = utf8_runs(sample);
    // Programs' own files have signs that no text has.
    let control = sample.iter().any(|b| matches!(b, 0..=8 | 14..=26 | 28..=31));
    if broken == 0 || sound > broken || control {
        return None;
    }
    if let Some(neighbour) = neighbour(sample) {
        return Some(neighbour);
    }
    // Most of either can be read as the other, as characters that nobody writes.
    let read = [BIG5, GB18030].into_iter().filter_map(|one| Some((common_in(one, sample)?, one)));
    let chinese = read.max_by_key(|(common, _)| *common).map(|(_, encoding)| encoding);
    chinese.or_else(|| is_western(sample).then_some(WINDOWS_1252))
}

/// Whether bytes that are no UTF-8 are letters of Western Europe: each stands alone
/// between signs of ASCII, as no other writing has it.
fn is_western(sample: &[u8]) -> bool {
    let (mut all, mut fitting, mut before) = (0_usize, 0, 0_u8);
    let mut bytes = sample.iter().copied().peekable();
    while let Some(b) = bytes.next() {
        if !b.is_ascii() {
            all += 1;
            let sign = matches!(b, 0x80 | 0x85 | 0x91..=0x97 | 0xA0..=0xBF);
            let alone = before.is_ascii() && bytes.peek().is_none_or(u8::is_ascii);
            fitting += usize::from(alone && (sign || b >= 0xC0));
        }
        before = b;
    }
    fitting * 10 >= all * 9
}

/// The encoding of Japanese or Korean that bytes are in. Most of it can be read as Chinese;
/// but Chinese has no letters that stand for sounds.
fn neighbour(sample: &[u8]) -> Option<&'static Encoding> {
    /// Fewest letters of Korean: a word or two of Chinese can look so.
    const ENOUGH: usize = 8;
    let kana: fn(&char) -> bool = |c| matches!(c, '\u{3041}'..='\u{30FF}');
    let hangul: fn(&char) -> bool = |c| matches!(c, '\u{AC00}'..='\u{D7A3}');
    [(SHIFT_JIS, kana), (EUC_JP, kana), (EUC_KR, hangul)].into_iter().find_map(|(one, is_own)| {
        let text = read_as(one, sample);
        let foreign = || text.chars().filter(|c| !c.is_ascii());
        let (all, own) = (foreign().count(), foreign().filter(is_own).count());
        let wrong = text.contains(char::REPLACEMENT_CHARACTER);
        let is_it = if one == EUC_KR {
            own >= ENOUGH && own * 10 >= all * 8 && common_in(GB18030, sample) == Some(0)
        } else {
            own * 5 >= all && own > 1
        };
        (is_it && !wrong).then_some(one)
    })
}

/// Bytes read in an encoding. They can end inside a character.
fn read_as(encoding: &'static Encoding, sample: &[u8]) -> String {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length(sample.len()).unwrap_or_default();
    let mut text = vec![0; room];
    let (_, _, wrote, _) = decoder.decode_to_utf8(sample, &mut text, false);
    String::from_utf8_lossy(text.get(..wrote).unwrap_or_default()).into_owned()
}

/// How many common characters bytes have in an encoding; nothing when it is not theirs.
fn common_in(encoding: &'static Encoding, sample: &[u8]) -> Option<usize> {
    let text = read_as(encoding, sample);
    let foreign = text.chars().filter(|c| !c.is_ascii()).count();
    let chinese = |c: &char| matches!(c, '\u{2010}'..='\u{2030}' | '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}' | '·' | '×');
    let wrong = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    let is_it = text.chars().filter(chinese).count() * 10 >= foreign * 7 && wrong * 20 <= foreign;
    let known = words::of("common-characters");
    let common = text.chars().filter(|c| known.iter().any(|all| all.contains(*c))).count();
    // Without one it is hardly Big5: a word or two in another encoding can look so.
    (is_it && (common > 0 || encoding == GB18030)).then_some(common)
}

/// How many characters of several bytes are UTF-8, and how many bytes are not.
/// Halves of characters that some phones write count as UTF-8. A character that
/// the sample cuts counts as neither.
fn utf8_runs(sample: &[u8]) -> (usize, usize) {
    let (mut sound, mut broken, mut rest) = (0, 0, sample);
    while let Some(first) = rest.first() {
        let length = match first {
            0..=0x7F => 1,
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => 0,
        };
        let character = rest.get(..length.clamp(1, rest.len())).unwrap_or_default();
        let goes_on = character.iter().skip(1).all(|b| b & 0xC0 == 0x80);
        let taken = match (length, goes_on) {
            (0, _) | (_, false) => {
                broken += 1;
                1
            }
            (1, _) => 1,
            _ if character.len() < length => break,
            _ => {
                sound += 1;
                length
            }
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    (sound, broken)
}
