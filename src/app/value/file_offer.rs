//! A file that a prompt for a path offers.

/// A file that a prompt offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileOffer {
    /// Its path, as a person would type it.
    pub path: String,
    /// What it is, and how large.
    pub note: String,
    /// The day on which it was changed last.
    pub day: String,
}
