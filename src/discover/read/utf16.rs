//! UTF-16 as UTF-8: some converters on Windows write exports so.

use std::io::{self, Read};

pub(in crate::discover) struct Utf16<R> {
    inner: R,
    little: bool,
    /// A byte without its other half.
    odd: Option<u8>,
    /// The first half of a character.
    high: Option<u16>,
    ready: Vec<u8>,
    given: usize,
}

impl<R: Read> Utf16<R> {
    pub(in crate::discover) fn new(inner: R, little: bool) -> Self {
        Self { inner, little, odd: None, high: None, ready: Vec::new(), given: 0 }
    }

    fn unit(&mut self, unit: u16) {
        let high = self.high.take();
        let c = match (high, unit) {
            (Some(high), 0xDC00..=0xDFFF) => {
                let low = u32::from(unit) - 0xDC00;
                char::from_u32(0x10000 + ((u32::from(high) - 0xD800) << 10) + low)
            }
            (_, 0xD800..=0xDBFF) => {
                self.high = Some(unit);
                return;
            }
            (_, unit) => char::from_u32(u32::from(unit)),
        };
        let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
        self.ready.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() {
            self.ready.clear();
            self.given = 0;
            let mut raw = [0; 8192];
            let read = self.inner.read(&mut raw)?;
            if read == 0 {
                return Ok(0);
            }
            for byte in raw.iter().take(read) {
                match self.odd.take() {
                    None => self.odd = Some(*byte),
                    Some(first) => {
                        let pair = [first, *byte];
                        let little = self.little;
                        self.unit(if little {
                            u16::from_le_bytes(pair)
                        } else {
                            u16::from_be_bytes(pair)
                        });
                    }
                }
            }
        }
        let left = self.ready.get(self.given..).unwrap_or_default();
        let count = left.len().min(out.len());
        if let (Some(place), Some(part)) = (out.get_mut(..count), left.get(..count)) {
            place.copy_from_slice(part);
        }
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn it_says_the_same(text in "\\PC{0,3000}", little: bool) {
            let units = text.encode_utf16();
            let bytes: Vec<u8> = units
                .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
                .collect();
            let mut read = String::new();
            Utf16::new(&*bytes, little).read_to_string(&mut read).expect("reads");
            proptest::prop_assert_eq!(read, text);
        }
    }
}
