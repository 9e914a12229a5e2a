//! JSON with its long texts and keys cut short, so that no parser has to hold
//! more of one than is wanted.

use std::io::{self, Read};

use crate::discover::bytes::LONGEST;

/// Passes JSON on, but no more than [`LONGEST`] bytes of each text in quotes.
pub(super) struct Shorten<R> {
    inner: R,
    buffer: Vec<u8>,
    from: usize,
    to: usize,
    in_text: bool,
    /// This text has reached the limit.
    cut: bool,
    escaped: bool,
    /// How many characters the escape under way still has, as in `\u12`.
    owed: u8,
    length: usize,
}

impl<R: Read> Shorten<R> {
    pub(super) fn new(inner: R) -> Self {
        let buffer = vec![0; 64 * 1024];
        let (from, to, length, owed) = (0, 0, 0, 0);
        Self { inner, buffer, from, to, in_text: false, cut: false, escaped: false, owed, length }
    }

    /// How many of these bytes are passed on as they are: no quote is among them that
    /// opens or closes a text, no escape, and no text that reaches the limit.
    fn plain(&self, bytes: &[u8]) -> usize {
        if !self.in_text {
            return memchr::memchr(b'\x22', bytes).unwrap_or(bytes.len());
        }
        if self.cut || self.escaped || self.owed > 0 {
            return 0;
        }
        let room = LONGEST.saturating_sub(self.length).min(bytes.len());
        let bytes = bytes.get(..room).unwrap_or_default();
        memchr::memchr2(b'\x22', b'\\', bytes).unwrap_or(room)
    }

    /// Whether this byte is passed on.
    fn keeps(&mut self, byte: u8) -> bool {
        if !self.in_text {
            if byte == b'\x22' {
                (self.in_text, self.length) = (true, 0);
            }
            return true;
        }
        self.length += 1;
        if self.owed > 0 {
            self.owed -= 1;
            return !self.cut;
        }
        if std::mem::take(&mut self.escaped) {
            self.owed = if byte == b'u' { 4 } else { 0 };
            return !self.cut;
        }
        if byte == b'\x22' {
            (self.in_text, self.cut) = (false, false);
            return true;
        }
        // A character is passed on whole or not at all.
        self.cut |= self.length > LONGEST && byte & 0xC0 != 0x80;
        self.escaped = byte == b'\\';
        !self.cut
    }
}

impl<R: Read> Read for Shorten<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut wrote = 0;
        while wrote == 0 {
            if self.from == self.to {
                (self.from, self.to) = (0, self.inner.read(&mut self.buffer)?);
                if self.to == 0 {
                    return Ok(0);
                }
            }
            while self.from < self.to && wrote < out.len() {
                let end = self.to.min(self.from + out.len() - wrote);
                let left = self.buffer.get(self.from..end).unwrap_or_default();
                let count = self.plain(left);
                if let (Some(from), Some(to)) =
                    (left.get(..count), out.get_mut(wrote..wrote + count))
                {
                    to.copy_from_slice(from);
                }
                let next = left.get(count).copied();
                self.length += count;
                self.from += count;
                wrote += count;
                let Some(byte) = next else { continue };
                self.from += 1;
                if self.keeps(byte) {
                    if let Some(place) = out.get_mut(wrote) {
                        *place = byte;
                    }
                    wrote += 1;
                }
            }
            if out.is_empty() {
                return Ok(0);
            }
        }
        Ok(wrote)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(text: &str) -> String {
        let mut out = String::new();
        Shorten::new(text.as_bytes()).read_to_string(&mut out).expect("reads");
        out
    }

    #[test]
    fn long_texts_are_cut_and_the_rest_is_left_alone() {
        let json = r#"{"a":"b\"c\\","d":[1,2.5,null],"e":"\u00e9é"}"#;
        assert_eq!(short(json), json);
        let long = format!(r#"{{"data":"{}","b":"\"x"}}"#, "é\\u0041".repeat(20_000));
        let cut = short(&long);
        assert!(cut.len() < LONGEST + 200, "{}", cut.len());
        let value: serde_json::Value = serde_json::from_str(&cut).expect("still JSON");
        assert_eq!(value["b"], "\"x");
    }

    proptest::proptest! {
        #[test]
        fn json_stays_json(texts in proptest::collection::vec("\\PC{0,30}", 0..5), times in 1_usize..3000) {
            let texts: Vec<String> = texts.iter().map(|text| text.repeat(times)).collect();
            let json = serde_json::to_string(&texts).expect("writes");
            let read: Vec<String> = serde_json::from_str(&short(&json)).expect("still JSON");
            for (read, text) in read.iter().zip(&texts) {
                proptest::prop_assert!(text.starts_with(read.as_str()));
            }
        }
    }
}
