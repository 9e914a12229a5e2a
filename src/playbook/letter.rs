//! Letters, filled from a case.

use super::{Letter, Playbook, Shelf, Words};
use crate::{
    domain::{Holder, Id},
    text::mask_number,
};

/// The blanks a letter may have. What the case does not know becomes a line to
/// write on.
pub const BLANKS: [&str; 9] = [
    "carrier",
    "number",
    "number-masked",
    "holder",
    "today",
    "submitted",
    "reference",
    "latest",
    "asked",
];

/// A line to write on by hand.
const BLANK: &str = "________";

impl Words<'_> {
    /// The text of a letter. The number stands in full only where the letter
    /// asks for it: the carrier needs it there.
    pub fn letter(&self, letter: &Letter) -> String {
        let body = letter.body.get(self.text.lang());
        BLANKS.iter().fold(body.to_owned(), |text, blank| {
            let known = || self.blank(blank).filter(|known| !known.is_empty());
            let name = format!("{{{blank}}}");
            if text.contains(&name) {
                text.replace(&name, &known().unwrap_or_else(|| BLANK.to_owned()))
            } else {
                text
            }
        })
    }

    fn blank(&self, name: &str) -> Option<String> {
        let (case, text) = (self.case, self.text);
        let last = case.latest_application();
        match name {
            "carrier" => Some(self.playbook.name.get(text.lang()).to_owned()),
            "number" => case.line.number.clone(),
            "number-masked" => case.line.number.as_deref().map(mask_number),
            "holder" => match &case.line.holder {
                Holder::Other(name) => Some(name.clone()),
                Holder::Me => None,
            },
            "today" => Some(text.full_date(self.today)),
            "submitted" => last.map(|one| text.full_date(one.on)),
            "reference" => {
                let newest = case.contacts.iter().rev().find_map(|one| one.reference.clone());
                last.and_then(|one| one.reference.clone()).or(newest)
            }
            "latest" => {
                let running = self.playbook.review(case, self.today).map(|review| review.latest);
                let told = last.and_then(|one| one.reckoned.as_ref()).map(|told| told.latest);
                running.or(told).map(|day| text.full_date(day))
            }
            "asked" => {
                let asked = case.contacts.iter().map(|one| one.on).max();
                asked.map(|day| text.full_date(day))
            }
            _ => None,
        }
    }
}

impl Shelf {
    /// The letters for a playbook: its own, and those of the generic one that
    /// it does not have.
    pub fn letters<'a>(&'a self, playbook: &'a Playbook) -> Vec<&'a Letter> {
        let mut letters: Vec<&Letter> = playbook.letters.iter().collect();
        if let Ok(generic) = self.find(&Id::new("generic")) {
            let known = |one: &&Letter| playbook.letters.iter().any(|own| own.id == one.id);
            letters.extend(generic.letters.iter().filter(|one| !known(one)));
        }
        letters
    }
}
