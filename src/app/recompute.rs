//! New tables, or days in the person's configuration, can give an open review
//! other dates than were told. The difference is told once and stands in the
//! history.

use super::{
    deed::Act,
    model::{Model, Tone},
};
use crate::playbook::Words;

impl Model {
    /// Looks at every open review and keeps the dates that moved.
    pub(super) fn recompute(&mut self) {
        let moved: Vec<_> = self
            .book
            .cases
            .iter()
            .filter(|case| case.pending().is_some())
            .filter_map(|case| {
                let playbook = self.shelf.find(&case.playbook).ok()?;
                Some((case.id.clone(), playbook.recompute(case)?))
            })
            .collect();
        let mut told = Vec::new();
        for (id, change) in moved {
            // Nothing is refused here: the case is there and its review open.
            if self.commit(&id, Act::Note(change)).is_ok_and(|changed| changed) {
                told.extend(self.newest_entry(&id));
            }
        }
        if !told.is_empty() {
            self.refresh();
            // What was said at the start is not said over.
            let said = self.toast.take().map(|toast| toast.text);
            let all: Vec<String> = said.into_iter().chain(told).collect();
            self.say(Tone::Bad, all.join(" "));
        }
    }

    /// The newest entry of a case's history, in words; with the name of the
    /// case when it is not the one looked at.
    fn newest_entry(&self, id: &crate::domain::Id) -> Option<String> {
        let case = self.book.case(id)?;
        let playbook = self.shelf.find(&case.playbook).ok()?;
        let words = Words { case, playbook, text: &self.text, today: self.today() };
        let told = words.entry(case.history.last()?);
        if self.case.as_ref() == Some(id) {
            return Some(told);
        }
        let args = [("label", case.label.as_str().into()), ("what", told.into())];
        Some(self.text.with("say-milestone", &args))
    }
}
