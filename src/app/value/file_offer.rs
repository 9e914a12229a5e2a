//! A file that a prompt for a path offers.

/// A file that a prompt offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileOffer {
    /// Its path, as a person would type it.
    pub path: String,
    /// What it is, and how large.
    pub note: String,
}
