//! Which form is being filled in.

use super::{errand::Errand, note_kind::NoteKind};
use crate::domain::{Id, Item};

/// Which form is being filled in, and for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// A new case.
    NewCase,
    /// Label and route of the case.
    EditCase,
    /// Giving the case up.
    Abandon,
    /// An account: a new one, or the one of this id.
    Account(Option<Id>),
    /// The number that these accounts have now.
    MovedTo(Vec<Id>),
    /// A document of the person's own: a new one, or the one of this id.
    Document(Option<Id>),
    /// A file for a document or safeguard.
    Attach(Item),
    /// An entry of the contact log: a new one, or the one of this id.
    Contact(Option<Id>),
    /// An obstacle of a kind: a new one, or the one of the second id.
    Obstacle(Id, Option<Id>),
    /// The facts about the line.
    Line,
    /// Submitting the application.
    Submit {
        /// Something required is open, so a reason is asked for.
        anyway: bool,
    },
    /// What the carrier decided.
    Outcome,
    /// How the days of a review are counted.
    Terms,
    /// More time for the carrier.
    Extend,
    /// That a line that is kept was used or topped up, and what that has moved.
    Use,
    /// The day that the book is to be looked at as it was on.
    AsOf,
    /// Going on without an item.
    Waive(Item),
    /// The person's own words about an item.
    Note(Item),
    /// The file that a letter of this text is saved to.
    SaveLetter(String),
    /// That the letter of this id was sent: which way, and by when an answer is expected.
    SentLetter(Id),
    /// Something to note during a call.
    CallNote(NoteKind),
    /// The file that an errand writes or reads.
    Errand(Errand),
    /// A file to scan for accounts.
    Scan,
    /// Another name for the result of a scan at this place.
    Rename(usize),
}

impl FormKind {
    /// Whether what is filled in changes the book. What an errand does is its own affair.
    pub(crate) fn changes_the_book(&self) -> bool {
        !matches!(self, Self::AsOf | Self::SaveLetter(_) | Self::Errand(_))
    }

    /// The key of its title.
    pub(crate) fn title(&self) -> String {
        let word = match self {
            Self::Errand(errand) => return errand.title(),
            Self::NewCase => "new-case",
            Self::EditCase => "edit-case",
            Self::Abandon => "abandon",
            Self::Account(None) => "add-account",
            Self::Account(Some(_)) => "edit-account",
            Self::MovedTo(_) => "moved-to",
            Self::Document(None) => "add-document",
            Self::Document(Some(_)) => "edit-document",
            Self::Attach(_) => "attach",
            Self::Contact(None) => "add-contact",
            Self::Contact(Some(_)) => "edit-contact",
            Self::Obstacle(_, None) => "add-obstacle",
            Self::Obstacle(_, Some(_)) => "edit-obstacle",
            Self::Line => "line",
            Self::Submit { anyway: false } => "submit",
            Self::Submit { anyway: true } => "submit-anyway",
            Self::Outcome => "outcome",
            Self::Terms => "terms",
            Self::Extend => "extend",
            Self::Use => "use",
            Self::AsOf => "as-of",
            Self::Waive(_) => "waive",
            Self::Note(_) => "note",
            Self::SaveLetter(_) => "save-letter",
            Self::SentLetter(_) => "sent-letter",
            Self::CallNote(_) => "stamp",
            Self::Scan => "scan",
            Self::Rename(_) => "rename",
        };
        format!("ui-form-{word}")
    }

    /// The key of the word for what it does in the end.
    pub(crate) fn verb(&self) -> &'static str {
        match self {
            Self::Scan => "ui-key-scan",
            Self::Attach(_) => "ui-key-attach",
            Self::Submit { .. } => "ui-key-submit",
            Self::AsOf => "ui-key-look-back",
            _ => "ui-key-save-form",
        }
    }
}
