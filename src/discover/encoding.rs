//! The characters of a file: whatever it is written in, readers get UTF-8.
//!
//! Owns: which encoding a file has: by its byte order mark, by what it declares,
//! as strict UTF-8, then as GB18030 or Big5. Must not know: formats beyond their
//! declarations.

use std::io::{self, Read};

use encoding_rs::{BIG5, Decoder, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::words;

/// How many bytes decide.
const SAMPLE: usize = 64 * 1024;

/// How the bytes that come next are read.
enum DecodedAs {
    /// Everything so far is ASCII, and passes through.
    Undecided,
    /// UTF-8 passes through.
    Plain,
    Decoding(Box<Decoder>),
}

/// A stream in UTF-8 without a byte order mark.
pub(super) struct Decoded<R> {
    inner: R,
    state: DecodedAs,
    encoding: &'static Encoding,
    /// Bytes that are read and not yet decoded.
    raw: Vec<u8>,
    /// Text that is not yet handed out.
    text: Vec<u8>,
    from: usize,
    began: bool,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(inner: R) -> Self {
        let (raw, text) = (Vec::new(), Vec::new());
        let (state, encoding) = (DecodedAs::Undecided, UTF_8);
        Self { inner, state, encoding, raw, text, from: 0, began: false, ended: false }
    }

    /// The encoding, when it is not UTF-8.
    pub(super) fn foreign(&self) -> Option<&'static str> {
        (self.encoding != UTF_8).then(|| self.encoding.name())
    }

    /// Fills `raw` up to a sample.
    fn fill(&mut self) -> io::Result<()> {
        let room = SAMPLE.saturating_sub(self.raw.len()) as u64;
        self.inner.by_ref().take(room).read_to_end(&mut self.raw)?;
        Ok(())
    }

    fn decode_as(&mut self, encoding: &'static Encoding) {
        self.encoding = encoding;
        self.state = DecodedAs::Decoding(Box::new(encoding.new_decoder_without_bom_handling()));
    }

    /// Looks at the first bytes of the file: its mark, or what it declares.
    fn begin(&mut self) -> io::Result<()> {
        self.fill()?;
        if let Some((encoding, mark)) = Encoding::for_bom(&self.raw) {
            self.raw.drain(..mark);
            if encoding == UTF_8 {
                self.state = DecodedAs::Plain;
            } else {
                self.decode_as(encoding);
            }
        } else if let Some(encoding) = unmarked_utf16(&self.raw) {
            self.decode_as(encoding);
        } else if begins_card(&self.raw) {
            // Each line of a card says its own.
            self.state = DecodedAs::Plain;
        } else if let Some(encoding) = declared(&self.raw) {
            self.decode_as(encoding);
        } else if !self.raw.is_ascii() {
            self.decide();
        }
        Ok(())
    }

    /// Decides between UTF-8, GB18030 and Big5 by what `raw` holds.
    fn decide(&mut self) {
        match chinese(&self.raw) {
            Some(encoding) => self.decode_as(encoding),
            None => self.state = DecodedAs::Plain,
        }
    }

    /// Decodes what `raw` holds into `text`.
    fn decode(&mut self) {
        let DecodedAs::Decoding(decoder) = &mut self.state else { return };
        let room = decoder.max_utf8_buffer_length(self.raw.len()).unwrap_or(SAMPLE * 3);
        self.text.resize(room, 0);
        let (_, read, wrote, _) = decoder.decode_to_utf8(&self.raw, &mut self.text, self.ended);
        self.raw.drain(..read);
        self.text.truncate(wrote);
        self.from = 0;
    }

    /// Hands out bytes that are read already.
    fn hand_out(source: &[u8], from: &mut usize, out: &mut [u8]) -> usize {
        let left = source.get(*from..).unwrap_or_default();
        let count = left.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..count), left.get(..count)) {
            to.copy_from_slice(from);
        }
        *from += count;
        count
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if !std::mem::replace(&mut self.began, true) {
            self.begin()?;
        }
        loop {
            match &self.state {
                DecodedAs::Undecided | DecodedAs::Plain if self.from < self.raw.len() => {
                    return Ok(Self::hand_out(&self.raw, &mut self.from, out));
                }
                DecodedAs::Plain => {
                    self.raw = Vec::new();
                    self.from = 0;
                    return self.inner.read(out);
                }
                DecodedAs::Undecided => {
                    self.raw.clear();
                    self.from = 0;
                    let count = self.inner.read(out)?;
                    let read = out.get(..count).unwrap_or_default();
                    let plain = Encoding::ascii_valid_up_to(read);
                    if plain == count {
                        return Ok(count);
                    }
                    self.raw.extend_from_slice(read.get(plain..).unwrap_or_default());
                    self.fill()?;
                    self.decide();
                    if plain > 0 {
                        return Ok(plain);
                    }
                }
                DecodedAs::Decoding(_) if self.from < self.text.len() => {
                    return Ok(Self::hand_out(&self.text, &mut self.from, out));
                }
                DecodedAs::Decoding(_) if self.ended => return Ok(0),
                DecodedAs::Decoding(_) => {
                    if self.raw.is_empty() {
                        self.fill()?;
                        self.ended = self.raw.is_empty();
                    }
                    self.decode();
                }
            }
        }
    }
}

/// UTF-16 that has no byte order mark but begins as XML or JSON does.
fn unmarked_utf16(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [b'<' | b'[' | b'{', 0, _, 0, ..] => Some(UTF_16LE),
        [0, b'<' | b'[' | b'{', 0, _, ..] => Some(UTF_16BE),
        _ => None,
    }
}

fn begins_card(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    head.get(..11).is_some_and(|begin| begin.eq_ignore_ascii_case(b"BEGIN:VCARD"))
}

/// The encoding that XML or HTML declares. UTF-8 is no news, and whether it is
/// true shows in the bytes; UTF-16 would have shown already.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
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

/// The Chinese encoding of bytes that are no UTF-8.
fn chinese(sample: &[u8]) -> Option<&'static Encoding> {
    let (sound, broken) = utf8_runs(sample);
    // Programs' own files have signs that no text has.
    let control = sample.iter().any(|b| matches!(b, 0..=8 | 14..=26 | 28..=31));
    if broken == 0 || sound > broken || control {
        return None;
    }
    // Most of either can be read as the other, as characters that nobody writes.
    let read = [BIG5, GB18030].into_iter().filter_map(|one| Some((common_in(one, sample)?, one)));
    read.max_by_key(|(common, _)| *common).map(|(_, encoding)| encoding)
}

/// How many common characters bytes have in an encoding; nothing when it is not theirs.
fn common_in(encoding: &'static Encoding, sample: &[u8]) -> Option<usize> {
    // The sample can end inside a character.
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length(sample.len()).unwrap_or_default();
    let mut text = vec![0; room];
    let (_, _, wrote, _) = decoder.decode_to_utf8(sample, &mut text, false);
    let text = String::from_utf8_lossy(text.get(..wrote).unwrap_or_default());
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

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(bytes: &[u8]) -> String {
        let mut text = String::new();
        Decoded::new(bytes).read_to_string(&mut text).expect("UTF-8");
        text
    }

    /// The text, and the encoding that is told.
    fn told(bytes: &[u8]) -> (String, Option<&'static str>) {
        let (mut decoded, mut text) = (Decoded::new(bytes), Vec::new());
        decoded.read_to_end(&mut text).expect("reads");
        (String::from_utf8_lossy(&text).into_owned(), decoded.foreign())
    }

    #[test]
    fn marks_are_dropped_and_broken_halves_replaced() {
        assert_eq!(plain(b"\xEF\xBB\xBF<a>"), "<a>");
        assert_eq!(plain(b"\xFF\xFE<\0a\0"), "<a");
        assert_eq!(plain(b"\xFE\xFF\0<\0a"), "<a");
        assert_eq!(plain(b"<\0a\0\x3D\xD8>\0"), "<a\u{FFFD}>", "a first half alone");
        assert_eq!(plain(b"<\0a\0\x00\xDC>\0"), "<a\u{FFFD}>", "a second half alone");
        assert_eq!(plain(b"<\0a\0\x3D\xD8\x00\xDE"), "<a😀");
        assert_eq!(plain(b"<\0a\0>"), "<a\u{FFFD}", "half a unit");
    }

    #[test]
    fn chinese_that_is_no_utf_8_is_gb18030_however_late_it_comes() {
        let written = "号码,时间,内容\n10690,2025-11-05 08:00,【美团】验证码：482913\n";
        let (bytes, ..) = GB18030.encode(written);
        assert_eq!(told(&bytes), (written.to_owned(), Some("gb18030")));
        let late = format!("from,date,text\n{}{written}", "1,2025-11-05,hello\n".repeat(9000));
        let (bytes, ..) = GB18030.encode(&late);
        assert_eq!(told(&bytes), (late, Some("gb18030")));
        assert_eq!(told(written.as_bytes()), (written.to_owned(), None));
    }

    #[test]
    fn a_table_from_taiwan_is_big5() {
        let written = "日期,寄件者,內容\n2025-11-05 08:00,SHOPEE,您的驗證碼是 482913，請勿洩露\n";
        let (bytes, ..) = BIG5.encode(written);
        assert_eq!(told(&bytes), (written.to_owned(), Some("Big5")));
        let english = "Date,From,Text\n2025-11-05,SHOPEE,【蝦皮購物】您的驗證碼是 482913\n";
        let (bytes, ..) = BIG5.encode(english);
        assert_eq!(told(&bytes), (english.to_owned(), Some("Big5")));
    }

    #[test]
    fn what_is_declared_counts_unless_it_is_not_so() {
        let written = "<?xml version='1.0' encoding='Big5'?><sms body='驗證碼'/>";
        let (bytes, ..) = BIG5.encode(written);
        assert_eq!(told(&bytes), (written.to_owned(), Some("Big5")));
        let page = "<html><head><meta charset=\"gbk\"></head>验证码";
        let (bytes, ..) = GB18030.encode(page);
        assert_eq!(told(&bytes), (page.to_owned(), Some("GBK")));
        let stale = "<?xml version='1.0' encoding='UTF-8'?><sms body='【美团】您的验证码是'/>";
        let (bytes, ..) = GB18030.encode(stale);
        assert_eq!(told(&bytes), (stale.to_owned(), Some("gb18030")));
    }

    #[test]
    fn broken_utf_8_stays_utf_8() {
        for bytes in [
            &b"code 1234 \xED\xA0\xBD\xED\xB8\x80"[..],
            b"caf\xC3\xA9 \xFF caf\xC3\xA9",
            b"a\xE5\xB0",
            b"caf\xE9 cr\xE8me",
        ] {
            assert_eq!(told(bytes).1, None, "{bytes:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn utf_16_says_the_same(text in "<\\PC{1,3000}", little: bool) {
            let units = text.encode_utf16();
            let bytes: Vec<u8> = units
                .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
                .collect();
            if unmarked_utf16(&bytes).is_some() {
                proptest::prop_assert_eq!(plain(&bytes), text);
            }
        }

        #[test]
        fn utf_8_passes_through(text in "(\\PC|\\n){0,300}", times in 1_usize..200) {
            let text = format!("a{}", text.repeat(times));
            proptest::prop_assert_eq!(plain(text.as_bytes()), text);
        }
    }
}
