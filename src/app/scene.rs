//! One case as it is being looked at.

use jiff::{Timestamp, tz::TimeZone};

use crate::{
    domain::{Item, ItemState, Standing},
    playbook::Words,
    text::mask_number,
};

use super::pane::Sign;

/// What panes and pages need to tell about a case.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The case, its playbook, the language and today.
    pub words: Words<'a>,
    /// What follows from them.
    pub standing: &'a Standing,
    /// The moment.
    pub now: Timestamp,
    /// The person's own zone.
    pub home: &'a TimeZone,
    /// Numbers are masked.
    pub masked: bool,
}

impl Scene<'_> {
    /// The line's number, masked if that is asked for; empty when unknown.
    pub fn number(&self) -> String {
        let number = self.words.case.line.number.as_deref().unwrap_or_default();
        if self.masked { mask_number(number) } else { number.to_owned() }
    }

    /// How an item of the playbook stands.
    pub fn sign(&self, item: &Item) -> Sign {
        match self.standing.item(item).map(|one| (one.state, one.blocked_by.is_empty())) {
            Some((ItemState::Done, _)) => Sign::Done,
            Some((ItemState::Waived, _)) => Sign::Waived,
            Some((ItemState::NotNeeded, _)) => Sign::NotNeeded,
            Some((ItemState::Open, false)) => Sign::Partly,
            Some((ItemState::Open, true)) => Sign::Open,
            None => Sign::Plain,
        }
    }

    /// How an item stands, in a word.
    pub fn state_word(&self, item: &Item) -> String {
        let state = self.standing.item(item).map_or(ItemState::Open, |one| one.state);
        self.words.text.get(&format!("word-item-{}", state.word())).into_owned()
    }
}
