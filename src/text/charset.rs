//! The encoding of a terminal that does not speak UTF-8, where it is one of those that
//! are used for Chinese, or one of Latin letters.
//!
//! Owns: which encoding a locale names, and the bytes of a text in it. Must not know:
//! where the bytes go.

use encoding_rs::{
    BIG5, Decoder, EncoderResult, Encoding, GB18030, GBK, ISO_8859_15, WINDOWS_1252,
};

use super::{plain_sign, width};

/// The first byte beyond ASCII that is a letter in an encoding of single bytes; those
/// before it can steer a terminal.
const LETTERS: u8 = 0xa0;

/// An encoding other than UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset(&'static Encoding);

impl Charset {
    /// The encoding that a locale like `zh_CN.GB18030` names, if it is known.
    pub(crate) fn of_locale(locale: &str) -> Option<Self> {
        let (_, name) = locale.split('@').next()?.split_once('.')?;
        let name = name.to_lowercase().replace(['-', '_'], "");
        let known = match name.as_str() {
            "gb18030" => GB18030,
            "gbk" | "gb2312" | "euccn" | "cp936" => GBK,
            "big5" | "cp950" => BIG5,
            "iso88591" | "latin1" | "cp1252" | "windows1252" => WINDOWS_1252,
            "iso885915" | "latin9" => ISO_8859_15,
            _ => return None,
        };
        Some(Self(known))
    }

    /// Whether it has the letters of Chinese.
    pub(crate) fn has_chinese(self) -> bool {
        [GB18030, GBK, BIG5].contains(&self.0)
    }

    /// Whether it has the characters of simplified Chinese.
    pub(crate) fn has_simplified(self) -> bool {
        [GB18030, GBK].contains(&self.0)
    }

    /// The encoding that the environment asks for: the first variable that is set
    /// decides.
    pub(crate) fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let all = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable);
        Self::of_locale(&all.into_iter().find(|value| !value.trim().is_empty())?)
    }

    /// A text in this encoding. What it does not have becomes a sign of ASCII that looks
    /// like it, or `?`, as wide as it was.
    pub(crate) fn encode(self, text: &str) -> Vec<u8> {
        let mut encoder = self.0.new_encoder();
        let mut bytes = Vec::with_capacity(text.len());
        let (mut one, mut shown) = ([0; 4], [0; 16]);
        for sign in text.chars() {
            if sign.is_ascii() {
                bytes.extend(sign.encode_utf8(&mut one).bytes());
                continue;
            }
            let sign = sign.encode_utf8(&mut one);
            let (result, _, count) =
                encoder.encode_from_utf8_without_replacement(sign, &mut shown, false);
            match (result, shown.get(..count)) {
                (EncoderResult::InputEmpty, Some(known))
                    if count > 1
                        || known.iter().all(|byte| *byte >= LETTERS && !self.has_chinese()) =>
                {
                    bytes.extend(known);
                }
                _ => match plain_sign(sign) {
                    Some(instead) => bytes.extend(instead.bytes()),
                    None => bytes.extend(std::iter::repeat_n(b'?', width(sign))),
                },
            }
        }
        bytes
    }

    /// A text of which the bytes are all there.
    pub(crate) fn decode(self, bytes: &[u8]) -> String {
        self.0.decode_without_bom_handling(bytes).0.into_owned()
    }

    /// Decodes bytes that come in pieces.
    pub fn decoder(self) -> Decoding {
        Decoding(self.0.new_decoder_without_bom_handling())
    }
}

/// Bytes of an encoding on their way to UTF-8. What is the beginning of a character is
/// kept until the rest of it comes.
pub struct Decoding(Decoder);

impl Decoding {
    /// The next bytes as UTF-8.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<u8> {
        let most = self.0.max_utf8_buffer_length(bytes.len()).unwrap_or_default();
        let mut decoded = vec![0; most];
        let (_, _, written, _) = self.0.decode_to_utf8(bytes, &mut decoded, false);
        decoded.truncate(written);
        decoded
    }
}

/// The letter with which a Chinese character is pronounced, and its place among all of them.
/// The everyday ones stand in this order in the oldest of their encodings; of the others
/// nothing is known here.
pub(crate) fn pinyin_place(sign: char) -> Option<(char, u16)> {
    /// Each letter with the code of the first character that begins with it.
    const FIRST: [(char, u16); 23] = [
        ('a', 0xb0a1),
        ('b', 0xb0c5),
        ('c', 0xb2c1),
        ('d', 0xb4ee),
        ('e', 0xb6ea),
        ('f', 0xb7a2),
        ('g', 0xb8c1),
        ('h', 0xb9fe),
        ('j', 0xbbf7),
        ('k', 0xbfa6),
        ('l', 0xc0ac),
        ('m', 0xc2e8),
        ('n', 0xc4c3),
        ('o', 0xc5b6),
        ('p', 0xc5be),
        ('q', 0xc6da),
        ('r', 0xc8bb),
        ('s', 0xc8f6),
        ('t', 0xcbfa),
        ('w', 0xcdda),
        ('x', 0xcef4),
        ('y', 0xd1b9),
        ('z', 0xd4d1),
    ];
    const LAST: u16 = 0xd7f9;
    let mut utf8 = [0; 4];
    let (bytes, ..) = GBK.encode(sign.encode_utf8(&mut utf8));
    let code = u16::from_be_bytes(<[u8; 2]>::try_from(&*bytes).ok()?);
    // The second byte of an everyday one is a letter as well.
    let everyday = code <= LAST && code % 0x100 >= LETTERS.into();
    let first = FIRST.iter().rev().find(|(_, first)| everyday && code >= *first);
    first.map(|(letter, _)| (*letter, code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_encoding() {
        let name = |locale| Charset::of_locale(locale).map(|one| one.0.name());
        assert_eq!(name("zh_CN.GB18030"), Some("gb18030"));
        assert_eq!(name("zh_CN.gbk@stroke"), Some("GBK"));
        assert_eq!(name("zh_CN.GB2312"), Some("GBK"));
        assert_eq!(name("zh_TW.Big5"), Some("Big5"));
        assert_eq!(name("ms_MY.ISO-8859-1"), Some("windows-1252"));
        assert_eq!(name("de_DE.iso885915@euro"), Some("ISO-8859-15"));
        for other in ["zh_CN.UTF-8", "zh_CN", "C", "ja_JP.eucJP"] {
            assert_eq!(name(other), None, "{other}");
        }
        let of = |pairs: &[(&str, &str)]| {
            let value = |name: &str| pairs.iter().find(|(own, _)| *own == name);
            Charset::of_environment(|name| value(name).map(|one| one.1.to_owned())).is_some()
        };
        assert!(of(&[("LC_ALL", ""), ("LANG", "zh_CN.GBK")]));
        assert!(!of(&[("LC_ALL", "C.UTF-8"), ("LANG", "zh_CN.GBK")]));
    }

    #[test]
    fn what_is_written_is_read_again_also_in_pieces() {
        for locale in ["zh_CN.GB18030", "zh_CN.GBK", "zh_TW.Big5"] {
            let charset = Charset::of_locale(locale).expect("known");
            let text = "\u{1b}[1m中文 Grab\u{1b}[0m";
            let bytes = charset.encode(text);
            assert_eq!(charset.decode(&bytes), text, "{locale}");
            let mut decoding = charset.decoder();
            let pieces: Vec<u8> = bytes.iter().flat_map(|byte| decoding.push(&[*byte])).collect();
            assert_eq!(String::from_utf8(pieces), Ok(text.to_owned()), "{locale}");
        }
        let gbk = Charset::of_locale("zh_CN.GBK").expect("known");
        assert_eq!(gbk.encode("€ ✓ \u{1f600}").as_slice(), b"? + ??");
        let latin = Charset::of_locale("ms_MY.ISO-8859-1").expect("known");
        assert_eq!(latin.encode("é “a” … 银 €").as_slice(), b"\xe9 \"a\" ~ ?? ?");
        assert_eq!(latin.decode(b"caf\xe9"), "café");
    }

    #[test]
    fn everyday_characters_have_the_letter_that_they_are_pronounced_with() {
        let letter = |sign| pinyin_place(sign).map(|(letter, _)| letter);
        let letters = |text: &str| text.chars().filter_map(letter).collect::<String>();
        assert_eq!(letters("阿八擦大俄发噶"), "abcdefg");
        assert_eq!(letters("微信支付宝座"), "wxzfbz");
        assert_eq!(letters("é A 寶 😀 あ"), "");
    }
}
