//! The scan of one file: from its bytes to what was seen in it.

use std::io::{Cursor, Read, Seek, SeekFrom};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;
use jiff::Timestamp;

use super::{
    archive,
    detector::Detector,
    error::ScanError,
    number::Number,
    progress::{Counting, ScanProgress},
    recognise::{Format, Unsupported, is_archive, recognise},
    sink::{Scanned, Sink},
    vcard::{self, Contacts},
};

/// How files are scanned.
#[derive(Clone, Copy, Debug)]
pub struct Scan<'a> {
    /// Finds the account behind a message.
    pub detector: &'a Detector,
    /// The number that logins are searched for.
    pub number: Option<&'a Number>,
    /// Messages older than this are skipped.
    pub since: Option<Timestamp>,
    /// Messages are told apart instead of searched for accounts, so that two
    /// files can be compared.
    pub compare: bool,
    /// How far it is, and the way to cancel it.
    pub progress: &'a ScanProgress,
}

/// How many bytes are read to recognise a format.
const HEAD: u64 = 64 * 1024;

impl<'a> Scan<'a> {
    /// A scan of every message, for no number.
    pub fn new(detector: &'a Detector, progress: &'a ScanProgress) -> Self {
        Self { detector, number: None, since: None, compare: false, progress }
    }

    /// Scans a stream, such as stdin.
    pub fn stream(&self, reader: impl Read) -> Result<Scanned, ScanError> {
        self.text(Counting::new(reader, self.progress), ScanError::NeedsFile)
    }

    /// Scans a file. In an archive, scans the export that it holds.
    pub fn file(&self, mut reader: impl Read + Seek) -> Result<Scanned, ScanError> {
        let mut magic = Vec::new();
        reader.by_ref().take(4).read_to_end(&mut magic)?;
        reader.seek(SeekFrom::Start(0))?;
        if !is_archive(&magic) {
            return self.stream(reader);
        }
        let nested = ScanError::Unsupported(Unsupported::Packed);
        archive::read(Counting::new(reader, self.progress), |file| self.text(file, nested))
    }

    /// Reads a file of contacts. None when the file is something else.
    pub fn contacts(&self, reader: impl Read) -> Result<Option<Contacts>, ScanError> {
        let (head, mut whole) = decoded(Counting::new(reader, self.progress))?;
        let is_contacts = matches!(recognise(&head), Format::Contacts);
        Ok(is_contacts.then(|| vcard::read(&mut whole)).transpose()?)
    }

    /// Scans a stream that is no archive; one that is fails with `archive`.
    fn text(&self, reader: impl Read, archive: ScanError) -> Result<Scanned, ScanError> {
        let (head, mut whole) = decoded(reader)?;
        let reader = match recognise(&head) {
            Format::Export(reader) => reader,
            Format::Contacts => return Err(ScanError::Contacts),
            Format::Archive => return Err(archive),
            Format::Unsupported(what) => return Err(ScanError::Unsupported(what)),
            Format::Unknown => return Err(ScanError::Unknown),
        };
        let Self { detector, number, since, compare, .. } = *self;
        let mut sink = Sink::new(reader.name, detector, number, since, compare);
        (reader.read)(&mut whole, &mut sink)?;
        Ok(sink.finish())
    }
}

/// A stream in UTF-8 without a byte order mark, whatever it is written in, and
/// its first bytes. Some converters on Windows write UTF-16.
fn decoded(mut reader: impl Read) -> Result<(Vec<u8>, impl Read), ScanError> {
    let raw = head(&mut reader)?;
    let mut decoder = DecodeReaderBytesBuilder::new();
    decoder.encoding(unmarked_utf16(&raw)).utf8_passthru(true).strip_bom(true);
    let mut text = decoder.build(Cursor::new(raw).chain(reader));
    let head = head(&mut text)?;
    Ok((head.clone(), Cursor::new(head).chain(text)))
}

fn head(reader: &mut impl Read) -> Result<Vec<u8>, ScanError> {
    let mut head = Vec::new();
    reader.take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}

/// UTF-16 that has no byte order mark but begins as XML or JSON does.
fn unmarked_utf16(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [b'<' | b'[' | b'{', 0, _, 0, ..] => Some(UTF_16LE),
        [0, b'<' | b'[' | b'{', 0, _, ..] => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(bytes: &[u8]) -> String {
        let mut text = String::new();
        decoded(bytes).expect("reads").1.read_to_string(&mut text).expect("UTF-8");
        text
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
    }
}
