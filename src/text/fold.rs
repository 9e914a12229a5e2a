//! Folding: text without what does not change its meaning (case, accents,
//! widths, invisible characters, the script of digits), so that texts compare.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Folded text that knows where each of its bytes comes from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folded {
    /// The text.
    pub(crate) text: String,
    /// The place of each byte in the original; empty when the places are the
    /// same.
    places: Vec<u32>,
}

impl Folded {
    /// Folds `original`, and replaces what was here before.
    pub(crate) fn of(&mut self, original: &str) {
        self.text.clear();
        self.places.clear();
        if original.is_ascii() {
            self.text.push_str(original);
            self.text.make_ascii_lowercase();
            return;
        }
        for (at, c) in original.char_indices() {
            let before = self.text.len();
            fold_char(c, &mut self.text);
            let place = u32::try_from(at).unwrap_or(u32::MAX);
            self.places.extend((before..self.text.len()).map(|_| place));
        }
    }

    /// The place in the original of a byte of the folded text.
    pub(crate) fn place(&self, at: usize) -> usize {
        if self.places.is_empty() {
            return at;
        }
        // Behind the last byte the original ends.
        self.places.get(at).map_or(usize::MAX, |place| *place as usize)
    }

    /// The part of the original that a part of the folded text comes from.
    pub(crate) fn original<'a>(&self, original: &'a str, from: usize, to: usize) -> &'a str {
        let (from, to) = (self.place(from), self.place(to).min(original.len()));
        original.get(from..to).unwrap_or_default()
    }
}

/// Folds a phrase or a name.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = Folded::default();
    folded.of(text);
    folded.text
}

/// The letters and digits of a name, folded. Names compare by this.
pub(crate) fn squeezed(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether it is a Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Whether the script is written without blanks between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' // Thai, Lao
        | '\u{1100}'..='\u{11FF}' // Hangul
        | '\u{3000}'..='\u{30FF}' // signs, Kana
        | '\u{3130}'..='\u{318F}'
        | '\u{3400}'..='\u{9FFF}' // Han
        | '\u{AC00}'..='\u{D7AF}' // Hangul
        | '\u{F900}'..='\u{FAFF}')
}

fn fold_char(c: char, out: &mut String) {
    match c {
        '\n' => out.push('\n'),
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        // Joiners, direction marks, soft hyphens, the Arabic lengthening.
        '\u{00AD}'
        | '\u{061C}'
        | '\u{0640}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => {}
        // The simplified forms of the characters that words about codes have.
        '碼' => out.push('码'),
        '驗' => out.push('验'),
        '證' | '証' => out.push('证'),
        '號' => out.push('号'),
        '訂' => out.push('订'),
        '單' => out.push('单'),
        '錄' => out.push('录'),
        '帳' | '賬' => out.push('账'),
        '\u{3400}'..='\u{9FFF}' | '\u{3040}'..='\u{30FF}' | '\u{AC00}'..='\u{D7AF}' => out.push(c),
        // This comma is never a decimal one.
        '，' => out.push('，'),
        'ı' => out.push('i'),
        'ł' | 'Ł' => out.push('l'),
        'đ' | 'Đ' => out.push('d'),
        'ø' | 'Ø' => out.push('o'),
        'ß' => out.push_str("ss"),
        '’' | '‘' | 'ʼ' | '`' => out.push('\''),
        '–' | '—' | '‑' | '‐' => out.push('-'),
        _ if c.is_whitespace() => out.push(' '),
        _ => match digit(c) {
            Some(digit) => out.push(digit),
            None => {
                for c in c.nfkd().filter(|c| !is_combining_mark(*c)) {
                    out.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c)));
                }
            }
        },
    }
}

/// A digit of another script.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        '০'..='৯' => '০',
        '๐'..='๙' => '๐',
        '０'..='９' => '０',
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_the_same_folds_to_the_same() {
        for (written, folded) in [
            ("Código de Verificación", "codigo de verificacion"),
            ("Mã xác thực", "ma xac thuc"),
            ("ＯＴＰ：１２３４５６", "otp:123456"),
            ("G\u{200B}rab\u{FEFF}", "grab"),
            ("رمز التحقّق ١٢٣٤", "رمز التحقق 1234"),
            ("Şifreniz DOĞRULAMA ı", "sifreniz dogrulama i"),
            ("Straße — ok", "strasse - ok"),
            ("【美团】验证码", "【美团】验证码"),
        ] {
            assert_eq!(fold(written), folded);
        }
    }

    proptest::proptest! {
        #[test]
        fn every_byte_knows_where_it_came_from(text in "\\PC{0,40}") {
            let mut folded = Folded::default();
            folded.of(&text);
            for at in 0..folded.text.len() {
                proptest::prop_assert!(folded.place(at) < text.len());
            }
            let again = fold(&folded.text);
            proptest::prop_assert_eq!(fold(&again), again);
            let _ = folded.original(&text, 0, folded.text.len());
        }
    }
}
