//! The characters of a file: whatever it is written in, readers get UTF-8.
//!
//! Owns: decoding, and whether the last character is whole. The encoding is that of
//! the byte order mark, what the file declares, strict UTF-8, then GB18030 or Big5,
//! then Latin-1. Must not know: formats.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, WINDOWS_1252};

use super::encoding_guess::{begins_card, declared, ends_inside, other, unmarked_utf16};

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
    /// How many bytes were handed out, and the last of them.
    place: u64,
    last: [u8; 4],
    /// What is decoded ends inside a character.
    torn: bool,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(inner: R) -> Self {
        let (raw, text) = (Vec::new(), Vec::new());
        let (state, encoding) = (DecodedAs::Undecided, UTF_8);
        Self {
            inner,
            state,
            encoding,
            raw,
            text,
            from: 0,
            began: false,
            ended: false,
            place: 0,
            last: [0; 4],
            torn: false,
        }
    }

    /// The encoding, when it is not UTF-8.
    pub(super) fn foreign(&self) -> Option<&'static str> {
        (self.encoding != UTF_8).then(|| match self.encoding {
            one if one == WINDOWS_1252 => "Latin-1 (Windows-1252)",
            one => one.name(),
        })
    }

    /// How many bytes were handed out.
    pub(super) fn place(&self) -> u64 {
        self.place
    }

    /// Whether what was handed out ends inside a character.
    pub(super) fn is_torn(&self) -> bool {
        self.torn || ends_inside(&self.last)
    }

    /// Notes what was handed out.
    fn hand_over(&mut self, out: &[u8]) {
        self.place += out.len() as u64;
        let keep = self.last.len().saturating_sub(out.len());
        self.last.rotate_right(keep);
        let tail = out.get(out.len().saturating_sub(self.last.len())..).unwrap_or_default();
        if let Some(end) = self.last.get_mut(keep..) {
            end.copy_from_slice(tail);
        }
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

    /// Decides between UTF-8 and other encodings by what `raw` holds.
    fn decide(&mut self) {
        match other(&self.raw) {
            Some(encoding) => self.decode_as(encoding),
            None => self.state = DecodedAs::Plain,
        }
    }

    /// Decodes what `raw` holds into `text`.
    fn decode(&mut self) {
        let DecodedAs::Decoding(decoder) = &mut self.state else { return };
        let room = decoder.max_utf8_buffer_length(self.raw.len()).unwrap_or(SAMPLE * 3);
        self.text.resize(room, 0);
        let (_, read, wrote, wrong) = decoder.decode_to_utf8(&self.raw, &mut self.text, self.ended);
        // At the end nothing is left to decode but half a character.
        self.torn = self.ended && wrong;
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
        let count = self.next(out)?;
        self.hand_over(out.get(..count).unwrap_or_default());
        Ok(count)
    }
}

impl<R: Read> Decoded<R> {
    fn next(&mut self, out: &mut [u8]) -> io::Result<usize> {
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

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, GB18030};

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
    fn japanese_and_korean_are_not_taken_for_chinese() {
        let japanese = "送信元,日付,本文\n10690,2025-11-05 08:00,認証番号は482913です。他人に教えないで下さい。\n";
        let korean = "발신,날짜,내용\n1588,2025-11-05 08:00,인증번호는 482913 입니다. 타인에게 알려주지 마세요.\n";
        for (written, encoding) in [
            (japanese, encoding_rs::SHIFT_JIS),
            (japanese, encoding_rs::EUC_JP),
            (korean, encoding_rs::EUC_KR),
        ] {
            let (bytes, ..) = encoding.encode(written);
            assert_eq!(told(&bytes), (written.to_owned(), Some(encoding.name())));
        }
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
        ] {
            assert_eq!(told(bytes).1, None, "{bytes:?}");
        }
    }

    #[test]
    fn latin_1_is_told_and_no_other_writing_is_taken_for_it() {
        let (text, encoding) = told(b"from,text\nGrab,Votre code, ne le communiquez \xE0 personne");
        assert!(text.ends_with("communiquez à personne"), "{text}");
        assert_eq!(encoding, Some("Latin-1 (Windows-1252)"));
        assert_eq!(told(b"caf\xE9 cr\xE8me").0, "café crème");
        for other in [
            encoding_rs::SHIFT_JIS.encode("認証番号「482913」をLINEで入力して下さい。").0,
            encoding_rs::WINDOWS_1251.encode("Ваш код: 482913").0,
            encoding_rs::WINDOWS_874.encode("รหัสของคุณคือ 482913").0,
        ] {
            assert_ne!(told(&other).1, Some("Latin-1 (Windows-1252)"));
        }
    }

    #[test]
    fn a_table_in_utf_16_without_a_mark_is_known_by_its_zeros() {
        let written = "from,date,text\n10690,2025-11-05 08:00,【美团】验证码：482913\n";
        let little: Vec<u8> = written.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = written.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(told(&little), (written.to_owned(), Some("UTF-16LE")));
        assert_eq!(told(&big), (written.to_owned(), Some("UTF-16BE")));
        for other in [&b"a\0b\0\x01\0d\0"[..], b"SQLite format 3\0\x10\0\x01\x01", b"a,b\0c,d\0\0"]
        {
            assert_eq!(told(other).1, None, "{other:?}");
        }
    }

    #[test]
    fn half_a_character_at_the_end_is_told() {
        let torn = |bytes: &[u8]| {
            let mut decoded = Decoded::new(bytes);
            io::copy(&mut decoded, &mut io::sink()).expect("reads");
            decoded.is_torn()
        };
        let written = "号码,时间,内容\n10690,2025-11-05 08:00,验证码".repeat(9000);
        let (gb, ..) = GB18030.encode(&written);
        let utf_16: Vec<u8> = written.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for whole in [written.as_bytes(), &gb, &utf_16, b"", b"abc", b"caf\xE9 cr\xE8me"] {
            assert!(!torn(whole));
        }
        for whole in [written.as_bytes(), &gb, &utf_16] {
            assert!(torn(&whole[..whole.len() - 1]));
        }
        assert!(torn("a验".as_bytes().split_last().expect("bytes").1));
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
