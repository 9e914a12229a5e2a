//! What a page is about.

use super::errand::Told;
use crate::{
    domain::{Id, Item},
    text::Lang,
};

/// The topic of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// One item of the case.
    Item(Item),
    /// How to reach the carrier, and what to have at hand.
    Channels,
    /// The closing summary.
    Closing,
    /// The entry at this place of the history, counted from the oldest.
    Entry(usize),
    /// What came with each version.
    News,
    /// How the export with this id is made.
    Export(String),
    /// What the command line has told.
    Told(Told),
    /// Where to look for accounts that messages cannot show.
    Checklist,
    /// The letter of this id: as it is filled from the case, or the text that
    /// the person has made of it; and its language, where the person has chosen one.
    Letter(Id, Option<String>, Option<Lang>),
}
