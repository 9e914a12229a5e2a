//! Sentences about a case that need its playbook's texts.

mod account;
mod agenda;
pub(super) mod blank;
mod brief_warning;
mod channel;
mod closing;
mod conflict;
mod correction;
mod dated;
mod entry;
mod entry_details;
mod ground;
mod how_to;
mod item;
mod letter;
mod line;
mod overview;
mod rejection;
mod review;
mod way;
mod writer;

pub(crate) use channel::{Clocks, Way, Ways};
pub(crate) use letter::WrittenLetter;
pub(crate) use overview::{Ending, OverviewColumn};
pub(crate) use review::window_told;

use jiff::civil::Date;

use super::Playbook;
use crate::{domain::Case, text::Text};

/// Speaks about one case on one day, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The case.
    pub case: &'a Case,
    /// The playbook it follows.
    pub playbook: &'a Playbook,
    /// The language.
    pub text: &'a Text,
    /// The day it is where the carrier is.
    pub today: Date,
}
