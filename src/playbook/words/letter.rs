//! Letters, filled in from a case.

use super::Words;
use crate::{domain::Holder, playbook::Letter, text::mask_number};

/// What fills a blank, or nothing when the case does not know it.
type Filling = fn(&Words<'_>) -> Option<String>;

/// The blanks that a letter may have. One that the case does not know becomes a
/// line to write on.
pub(in crate::playbook) const BLANKS: [(&str, Filling); 9] = [
    ("carrier", |words| Some(words.playbook.name.get(words.text.lang()).to_owned())),
    ("number", |words| words.case.line.number.clone()),
    ("number-masked", |words| words.case.line.number.as_deref().map(mask_number)),
    ("holder", |words| match &words.case.line.holder {
        Holder::Other(name) => Some(name.clone()),
        Holder::Me => None,
    }),
    ("today", |words| Some(words.text.full_date(words.today))),
    ("submitted", |words| Some(words.text.full_date(words.case.latest_application()?.on))),
    ("reference", |words| {
        let of_application = words.case.latest_application().and_then(|one| one.reference.clone());
        let mut contacts = words.case.contacts.iter().rev();
        of_application.or_else(|| contacts.find_map(|one| one.reference.clone()))
    }),
    ("latest", |words| {
        let review = words.playbook.review(words.case, words.today);
        let reckoned = || words.case.latest_application()?.reckoned.as_ref();
        let latest = review.map(|review| review.latest).or_else(|| Some(reckoned()?.latest))?;
        Some(words.text.full_date(latest))
    }),
    ("asked", |words| {
        let asked = words.case.contacts.iter().map(|one| one.on).max()?;
        Some(words.text.full_date(asked))
    }),
];

/// A line to write on by hand.
const LINE: &str = "________";

impl Words<'_> {
    /// The text of a letter. The number stands in full only where the letter
    /// asks for it: the carrier needs it there.
    pub fn letter(&self, letter: &Letter) -> String {
        let body = letter.body.get(self.text.lang());
        BLANKS.iter().fold(body.to_owned(), |text, (name, filling)| {
            let blank = format!("{{{name}}}");
            if !text.contains(&blank) {
                return text;
            }
            let known = filling(self).filter(|known| !known.is_empty());
            text.replace(&blank, known.as_deref().unwrap_or(LINE))
        })
    }
}
