//! The scan of one file: from its bytes to what was seen in it.

use std::{
    io::{Cursor, Read, Seek, SeekFrom},
    mem::take,
};

use jiff::Timestamp;

use super::{
    archive, contact_table,
    contacts::Contacts,
    detector::Detector,
    encoding::Decoded,
    error::ScanError,
    head::Head,
    number::Number,
    progress::{Counting, ScanProgress},
    recognise::{Format, Unsupported, is_archive, recognise},
    sink::{Scanned, Sink},
    summary::{FileSummary, Place},
    vcard,
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
    /// What is dated later was not seen then.
    pub until: Option<Timestamp>,
    /// Messages are told apart instead of searched for accounts, so that two
    /// files can be compared.
    pub compare: bool,
    /// How far it is, and the way to cancel it.
    pub progress: &'a ScanProgress,
    /// The place of the file among those of the progress.
    pub place: usize,
}

/// How many bytes are read to recognise a format.
const HEAD: u64 = 64 * 1024;

/// An archive in an archive.
const NESTED: ScanError = ScanError::Unsupported(Unsupported::Packed);

impl<'a> Scan<'a> {
    /// A scan of every message, for no number.
    pub fn new(detector: &'a Detector, progress: &'a ScanProgress) -> Self {
        Self {
            detector,
            number: None,
            since: None,
            until: None,
            compare: false,
            progress,
            place: 0,
        }
    }

    /// Scans a stream, such as stdin.
    pub fn stream(&self, reader: impl Read) -> Result<Scanned, ScanError> {
        let mut sink = self.sink();
        read_text(
            Counting::new(reader, (self.progress, self.place)),
            ScanError::NeedsFile,
            &mut sink,
        )?;
        finished(sink)
    }

    /// Scans a file. In an archive, scans every export that it holds.
    pub fn file(&self, mut reader: impl Read + Seek) -> Result<Scanned, ScanError> {
        if !begins_archive(&mut reader)? {
            return self.stream(reader);
        }
        let mut sink = self.sink();
        let reader = Counting::new(reader, (self.progress, self.place));
        let mut all = FileSummary::default();
        let unread = archive::read(reader, |name, file| {
            let read = read_text(file, NESTED, &mut sink);
            let mut held = take(sink.summary());
            if let Err(ScanError::Cut) = read {
                held.defects.cut(Place::default());
            }
            if matches!(read, Ok(()) | Err(ScanError::Cut)) {
                all.join(name, held);
            }
            read
        })?;
        *sink.summary() = FileSummary { unread, ..all };
        finished(sink)
    }

    /// Reads a stream of contacts. None when it is something else.
    pub fn contacts(&self, reader: impl Read) -> Result<Option<Contacts>, ScanError> {
        let mut contacts = Contacts::default();
        let reader = Counting::new(reader, (self.progress, self.place));
        Ok(cards(reader, &mut contacts)?.then_some(contacts))
    }

    /// Reads a file of contacts. In an archive, reads every file of contacts
    /// that it holds. None when the file is something else.
    pub(crate) fn contacts_file(
        &self,
        mut reader: impl Read + Seek,
    ) -> Result<Option<Contacts>, ScanError> {
        if !begins_archive(&mut reader)? {
            return self.contacts(reader);
        }
        let mut contacts = Contacts::default();
        let reader = Counting::new(reader, (self.progress, self.place));
        let read = archive::read(reader, |name, file| {
            let mut held = Contacts::default();
            let read = cards(file, &mut held);
            if let Err(ScanError::Cut) = read {
                held.defects.cut(Place::default());
            }
            if matches!(read, Ok(true) | Err(ScanError::Cut)) {
                contacts.join(name, held);
            }
            if read? { Ok(()) } else { Err(ScanError::NothingInside) }
        });
        match read {
            Ok(_) => Ok(Some(contacts)),
            Err(error @ (ScanError::Cancelled | ScanError::Io(_) | ScanError::Bomb)) => Err(error),
            Err(_) => Ok(None),
        }
    }

    fn sink(&self) -> Sink<'a> {
        let Self { detector, number, since, until, compare, .. } = *self;
        Sink::new(detector, number, (since, until), compare)
    }
}

/// What was read, unless nothing can be seen in it.
fn finished(mut sink: Sink<'_>) -> Result<Scanned, ScanError> {
    let held = sink.summary();
    if held.texts == 0 && held.records() == held.messages {
        return Err(ScanError::NoText);
    }
    Ok(sink.finish())
}

/// Scans a stream that is no archive; one that is fails with `archive`. It
/// also fails when no record of it can be used.
fn read_text(reader: impl Read, archive: ScanError, sink: &mut Sink<'_>) -> Result<(), ScanError> {
    let (bytes, head, mut whole) = opened(reader)?;
    let reader = match recognise(&bytes, &head) {
        Format::Export(reader) => reader,
        Format::Cards | Format::ContactTable => return Err(ScanError::Contacts),
        Format::Archive => return Err(archive),
        Format::Unsupported(what) => return Err(ScanError::Unsupported(what)),
        Format::Unknown(looks) => return Err(ScanError::Unknown(looks)),
    };
    sink.reading(reader.name);
    let read = (reader.read)(&mut whole, &head, sink).map_err(ScanError::from);
    let (_, text) = whole.get_ref();
    match read {
        Err(ScanError::Cut) => sink.cut(text.place()),
        read => read?,
    }
    if text.is_torn() {
        sink.cut(text.place());
    }
    let summary = sink.summary();
    (summary.format, summary.is_chat) = (reader.name, reader.is_chat);
    summary.encoding = text.foreign();
    match summary.records() {
        0 if summary.defects.cut.is_some() => Err(ScanError::Cut),
        0 => Err(ScanError::NoRecord(reader.name)),
        _ => Ok(()),
    }
}

/// Whether a file is a ZIP archive.
fn begins_archive(reader: &mut (impl Read + Seek)) -> Result<bool, ScanError> {
    let mut magic = Vec::new();
    reader.by_ref().take(4).read_to_end(&mut magic)?;
    reader.seek(SeekFrom::Start(0))?;
    Ok(is_archive(&magic))
}

/// A stream from its beginning on.
type Opened<R> = std::io::Chain<Cursor<Vec<u8>>, Decoded<R>>;

/// The first bytes of a stream in UTF-8, what they show, and the whole stream.
fn opened<R: Read>(reader: R) -> Result<(Vec<u8>, Head, Opened<R>), ScanError> {
    let mut text = Decoded::new(reader);
    let mut bytes = Vec::new();
    let read = text.by_ref().take(HEAD).read_to_end(&mut bytes).map_err(ScanError::from);
    // What an archive has of a file that is damaged is looked at as well.
    if let Err(error) = read
        && (bytes.is_empty() || !matches!(error, ScanError::Cut))
    {
        return Err(error);
    }
    let head = Head::new(&bytes);
    Ok((bytes.clone(), head, Cursor::new(bytes).chain(text)))
}

/// Reads a stream of contacts, and says whether it is one.
fn cards(reader: impl Read, contacts: &mut Contacts) -> Result<bool, ScanError> {
    let (bytes, head, mut whole) = opened(reader)?;
    let read = match recognise(&bytes, &head) {
        Format::Cards => vcard::read(&mut whole, contacts),
        Format::ContactTable => contact_table::read(&mut whole, &head, contacts),
        _ => return Ok(false),
    };
    let (_, text) = whole.get_ref();
    let place = Place::Byte(text.place());
    match read.map_err(ScanError::from) {
        Err(ScanError::Cut) => contacts.defects.cut(place),
        read => read?,
    }
    if text.is_torn() {
        contacts.defects.cut(place);
    }
    Ok(true)
}
