//! From a stream to what was found in it.

use std::io::{self, Read, Seek, SeekFrom};

use super::{
    Judge, Message, Number, Watch, What,
    bytes::Watched,
    catalogue::Named,
    findings::Findings,
    format::{Closed, Format, recognise, utf16},
    number::Carries,
    read::{chat, json, keepass, logins::Login, sms_xml, table, utf16::Utf16},
    vcard::{self, Contacts},
};
use jiff::Timestamp;

/// What a scan goes by.
#[derive(Clone, Copy, Debug)]
pub struct Scan<'a> {
    /// Who judges messages.
    pub judge: &'a Judge,
    /// The number that accounts are looked through for.
    pub number: Option<&'a Number>,
    /// Messages older than this are passed over.
    pub since: Option<Timestamp>,
    /// How far it is, and whether it shall end.
    pub watch: &'a Watch,
    /// Messages are told apart instead of judged, so that two files can be
    /// compared.
    pub compare: bool,
}

/// What was wrong with a file, and where it was first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// Records that could not be read.
    pub malformed: u64,
    /// Where the first of them begins, in bytes (in lines for one JSON value).
    pub first: u64,
    /// The file ends in the middle, here.
    pub cut: Option<u64>,
}

/// What a file held.
#[derive(Debug)]
pub struct Scanned {
    /// What it is.
    pub format: Format,
    /// What was found.
    pub findings: Findings,
    /// How many messages it says it holds.
    pub declared: Option<u64>,
    /// What was wrong.
    pub trouble: Trouble,
}

/// Why a file was not scanned.
#[derive(Debug)]
pub enum Unscannable {
    /// It is this.
    Format(Format),
    /// An archive with none of the files that are looked for.
    NothingInside,
    /// An archive that unpacks to more than any export would.
    Bomb,
    /// An archive has to be a file: it cannot be read from a pipe.
    NeedsFile,
    /// The person ended it.
    Stopped,
    /// The system would not read it.
    Io(io::Error),
}

/// What readers hand their records to.
pub(super) struct Sink<'a> {
    scan: Scan<'a>,
    findings: Findings,
    declared: Option<u64>,
    trouble: Trouble,
}

impl<'a> Sink<'a> {
    fn new(scan: Scan<'a>) -> Self {
        let mut findings = Findings::default();
        findings.since = scan.since;
        findings.compare = scan.compare;
        Self { scan, findings, declared: None, trouble: Trouble::default() }
    }

    pub(super) fn message(&mut self, message: &Message<'_>) {
        self.findings.message(self.scan.judge, message);
    }

    /// Takes an account; one that does not carry the number only counts.
    pub(super) fn login(&mut self, login: &Login) {
        self.findings.logins += 1;
        let Some(number) = self.scan.number else { return };
        let texts = login.fields.iter().chain([&login.title]);
        let what = match texts.filter_map(|text| number.carried_by(text)).max() {
            None => return,
            Some(Carries::Maybe) => What::AccountMaybe,
            Some(Carries::Whole) => What::Account,
        };
        let catalogue = self.scan.judge.catalogue();
        let by_host = login.host().and_then(|host| catalogue.by_host(host));
        let by_title = match catalogue.named(&login.title) {
            Some(Named::Account(at)) => Some(at),
            _ => None,
        };
        let known = by_host.or(by_title);
        let host = login.host().map(|host| host.trim_start_matches("www.").to_owned());
        // A title can hold the number itself; a host cannot.
        let title = crate::text::mask_digits(&crate::text::clean_line(&login.title));
        let own = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
        let name = known.and_then(|at| catalogue.get(at)).map(|one| one.name.clone());
        let Some(name) = name.or(own).or(host) else { return };
        let short: String = name.chars().take(60).collect();
        self.findings.add(self.scan.judge, known, short.clone(), what, None, &short);
    }

    pub(super) fn malformed(&mut self, at: u64) {
        if self.trouble.malformed == 0 {
            self.trouble.first = at;
        }
        self.trouble.malformed += 1;
    }

    pub(super) fn cut(&mut self, at: u64) {
        self.trouble.cut = Some(at);
    }

    pub(super) fn declare(&mut self, count: Option<u64>) {
        self.declared = self.declared.or(count);
    }

    fn done(self, format: Format) -> Scanned {
        let Self { findings, declared, trouble, .. } = self;
        Scanned { format, findings, declared, trouble }
    }
}

/// Bytes by which a format is recognised.
const HEAD: usize = 64 * 1024;

fn head(reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    reader.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

fn fault(error: io::Error) -> Unscannable {
    match error.kind() {
        io::ErrorKind::TimedOut => Unscannable::Stopped,
        _ => Unscannable::Io(error),
    }
}

impl Scan<'_> {
    /// Scans a stream, such as stdin.
    pub fn stream(&self, reader: impl Read) -> Result<Scanned, Unscannable> {
        let mut reader = Watched::new(reader, self.watch);
        let head = head(&mut reader).map_err(fault)?;
        self.text(&head, reader, false)
    }

    /// Looks at a file of contacts. None when it is something else.
    pub fn contacts(&self, reader: impl Read) -> Result<Option<Contacts>, Unscannable> {
        let mut reader = Watched::new(reader, self.watch);
        let head = head(&mut reader).map_err(fault)?;
        let whole = head.as_slice().chain(reader);
        let read = match utf16(&head) {
            Some(little) => {
                let mut whole = Utf16::new(whole, little);
                let head = self::head(&mut whole).map_err(fault)?;
                let is_card = recognise(&head) == Format::VCard;
                is_card.then(|| vcard::read(head.as_slice().chain(whole)))
            }
            None => (recognise(&head) == Format::VCard).then(|| vcard::read(whole)),
        };
        read.transpose().map_err(fault)
    }

    /// Scans a file; an archive is looked into.
    pub fn file(&self, reader: impl Read + Seek) -> Result<Scanned, Unscannable> {
        let mut reader = Watched::new(reader, self.watch);
        let head = head(&mut reader).map_err(fault)?;
        if recognise(&head) == Format::Zip {
            reader.seek(SeekFrom::Start(0)).map_err(fault)?;
            return self.archive(reader);
        }
        self.text(&head, reader, false)
    }

    fn text(&self, head: &[u8], rest: impl Read, inside: bool) -> Result<Scanned, Unscannable> {
        if let Some(little) = utf16(head) {
            let mut whole = Utf16::new(head.chain(rest), little);
            let head = self::head(&mut whole).map_err(fault)?;
            return self.read(&head, whole, inside);
        }
        self.read(head, rest, inside)
    }

    fn read(&self, head: &[u8], rest: impl Read, inside: bool) -> Result<Scanned, Unscannable> {
        let format = recognise(head);
        let marked = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
        let first = String::from_utf8_lossy(marked);
        let first = first.lines().next().unwrap_or_default();
        let whole = marked.chain(rest);
        let mut sink = Sink::new(*self);
        let done = match format {
            Format::SmsXml => sms_xml::read(whole, &mut sink),
            Format::SmsLines => json::lines(whole, &mut sink),
            Format::SmsArray => json::array(whole, &mut sink),
            Format::Chat => chat::read(whole, &mut sink),
            Format::Bitwarden => json::bitwarden(whole, &mut sink),
            Format::OnePassword => json::one_password(whole, &mut sink),
            Format::KeePass => keepass::read(whole, &mut sink),
            Format::MessageTable | Format::LoginTable => match table::about(first) {
                Some((about, mark)) => table::read(whole, about, mark, &mut sink),
                None => return Err(Unscannable::Format(Format::Unknown)),
            },
            Format::Zip if inside => {
                return Err(Unscannable::Format(Format::Closed(Closed::Packed)));
            }
            Format::Zip => return Err(Unscannable::NeedsFile),
            Format::VCard | Format::Closed(_) | Format::Unknown => {
                return Err(Unscannable::Format(format));
            }
        };
        done.map_err(fault)?;
        Ok(sink.done(format))
    }

    /// Looks into an archive for the one file that is wanted.
    fn archive(&self, reader: impl Read + Seek) -> Result<Scanned, Unscannable> {
        let broken = |_| Unscannable::Format(Format::Closed(Closed::Packed));
        let mut archive = zip::ZipArchive::new(reader).map_err(broken)?;
        let wanted = |name: &str| {
            let name = name.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
            let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
            name == "export.data"
                || ending == "ndjson"
                || stem.starts_with("messages") && ending == "json"
                || stem.starts_with("sms") && ending == "xml"
        };
        let name = {
            let mut names = archive.file_names().filter_map(Result::ok);
            names.find(|name| wanted(name)).map(std::borrow::Cow::into_owned)
        };
        let name = name.ok_or(Unscannable::NothingInside)?;
        let file = archive.by_name(&name).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => {
                Unscannable::Format(Format::Closed(Closed::Encrypted))
            }
            zip::result::ZipError::Io(error) => fault(error),
            _ => Unscannable::Format(Format::Closed(Closed::Packed)),
        })?;
        // Messages pack to a tenth or so; nothing honest to a two-hundredth.
        let most = file.compressed_size().saturating_mul(200).max(64 << 20);
        let mut unpacked = Watched::new(file.take(most), self.watch);
        let head = head(&mut unpacked).map_err(fault)?;
        let mut counted = Counted { inner: unpacked, read: head.len() as u64 };
        let scanned = self.text(&head, &mut counted, true)?;
        if counted.read >= most { Err(Unscannable::Bomb) } else { Ok(scanned) }
    }
}

struct Counted<R> {
    inner: R,
    read: u64,
}

impl<R: Read> Read for &mut Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read += read as u64;
        Ok(read)
    }
}
