//! What a file holds, without what was found in it: counts, what it says of itself, and
//! what is wrong with it.
//!
//! Owns: adding up the files of an archive. Must not know: formats.

/// Where something is in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Behind so many bytes.
    Byte(u64),
    /// In this line, counted from one.
    Line(u64),
    /// In this column of the only line.
    Column(u64),
}

impl Default for Place {
    fn default() -> Self {
        Self::Byte(0)
    }
}

/// What was wrong with a file, and where it was first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Defects {
    /// How many records could not be read.
    pub malformed: u64,
    /// Where the first of them begins.
    pub first: Place,
    /// Where the file ends in the middle of something.
    pub cut: Option<Place>,
    /// Where its last line begins, when it has no end: it can be whole or cut.
    pub unended: Option<Place>,
}

impl Defects {
    /// Whether there are none.
    pub(crate) fn is_none(&self) -> bool {
        self.malformed == 0 && self.cut.is_none() && self.unended.is_none()
    }

    /// Counts a record that cannot be read and begins at this place.
    pub(super) fn reject(&mut self, at: Place) {
        if self.malformed == 0 {
            self.first = at;
        }
        self.malformed += 1;
    }

    /// Notes that the file ends in the middle of something, unless that is known.
    pub(super) fn cut(&mut self, at: Place) {
        self.cut = self.cut.or(Some(at));
    }
}

/// A file in an archive with which something is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// Its name in the archive.
    pub name: String,
    /// How many messages or contacts it holds.
    pub held: u64,
    /// How many messages it says it holds.
    pub declared: Option<u64>,
    /// What is wrong.
    pub defects: Defects,
}

/// What a file holds, without what was found in it.
#[derive(Clone, Debug, Default)]
pub struct FileSummary {
    /// Its format: the word in reports, and in keys of texts after
    /// `word-format-`.
    pub format: &'static str,
    /// How many messages.
    pub messages: u64,
    /// How many of them say who sent them and when.
    pub signed: u64,
    /// How many of them have a text.
    pub texts: u64,
    /// How many logins.
    pub logins: u64,
    /// How many codes name nobody.
    pub unnamed: u64,
    /// The short codes that sent such.
    pub short_codes: Vec<String>,
    /// Names of accounts that have an authenticator make their codes.
    pub authenticator: Vec<String>,
    /// They are conversations of a messenger, and not a line's text messages.
    pub is_chat: bool,
    /// The encoding, when it is not UTF-8.
    pub encoding: Option<&'static str>,
    /// Columns that were not understood.
    pub columns: Vec<String>,
    /// Files in an archive that look like exports but were not read.
    pub unread: Vec<String>,
    /// Files in an archive with which something is wrong.
    pub inside: Vec<Member>,
    /// How many messages the file itself says it holds.
    pub declared: Option<u64>,
    /// What was wrong.
    pub defects: Defects,
}

/// The most names that are told of one kind.
pub(super) const MOST_NAMES: usize = 12;

impl FileSummary {
    /// Whether it can be read from beginning to end, and holds as much as it says.
    pub(crate) fn is_sound(&self) -> bool {
        let told = self.declared.is_none_or(|told| told == self.messages);
        told && self.defects.is_none() && self.inside.is_empty()
    }

    /// How many records were used.
    pub(super) fn records(&self) -> u64 {
        self.messages + self.logins + self.authenticator.len() as u64
    }

    /// Adds a file of the archive. What it says of itself, and what is wrong with it, is
    /// true of no other file, and stays with its name.
    pub(super) fn join(&mut self, name: &str, file: Self) {
        if !file.is_sound() && self.inside.len() < MOST_NAMES {
            let Self { messages, declared, defects, .. } = file;
            self.inside.push(Member { name: name.to_owned(), held: messages, declared, defects });
        }
        if file.records() == 0 {
            return;
        }
        if self.format.is_empty() {
            (self.format, self.is_chat) = (file.format, file.is_chat);
        }
        // Of several files one is enough to be a line's.
        self.is_chat &= file.is_chat;
        self.messages += file.messages;
        self.signed += file.signed;
        self.texts += file.texts;
        self.logins += file.logins;
        self.unnamed += file.unnamed;
        self.encoding = self.encoding.or(file.encoding);
        add(&mut self.short_codes, file.short_codes, MOST_NAMES);
        add(&mut self.columns, file.columns, MOST_NAMES);
        add(&mut self.authenticator, file.authenticator, MOST_ACCOUNTS);
    }
}

/// The most accounts of an authenticator that are named.
pub(super) const MOST_ACCOUNTS: usize = 1000;

/// Adds names, each once.
fn add(names: &mut Vec<String>, more: Vec<String>, most: usize) {
    for name in more {
        if names.len() < most && !names.contains(&name) {
            names.push(name);
        }
    }
}
