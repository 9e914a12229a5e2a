//! Who writes a letter: the holder, or the person who acts for the holder.
//!
//! Must not know: what a letter says.

use super::Words;
use crate::domain::{Holder, Id, Item, ItemKind, MarkState, Needed};

/// Who writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writer {
    /// The person, whose line it is.
    Own,
    /// The person, with the holder's authorisation.
    Authorised,
    /// The holder, whom the person helps.
    Holder,
    /// The person, who has no authorisation yet: they can ask, and nothing more.
    Unauthorised,
}

impl Words<'_> {
    /// The document in which the holder authorises the person.
    pub(super) fn authorisation(&self) -> Item {
        let mut known = self.playbook.documents.iter();
        let named = known.find(|one| one.needed == Needed::OnBehalf).map(|one| one.id.clone());
        Item::new(ItemKind::Document, &named.unwrap_or_else(|| Id::new("authorisation")))
    }

    /// Who writes, by what the case holds. Where the person goes on without an
    /// authorisation, the holder writes; so too where nobody is named who could act.
    pub(super) fn writer(&self) -> Writer {
        let line = &self.case.line;
        if line.holder == Holder::Me {
            return Writer::Own;
        }
        let item = self.authorisation();
        let known = self.case.mark(&item).state;
        match (known, self.case.criticised(&item), line.authorised()) {
            (MarkState::Open, ..) | (_, Some(_), _) => Writer::Unauthorised,
            (MarkState::Done, None, Some(_)) => Writer::Authorised,
            _ => Writer::Holder,
        }
    }

    /// The person, where they act for the holder.
    pub(super) fn acting(&self) -> Option<&str> {
        self.case.line.authorised().filter(|_| self.writer() == Writer::Authorised)
    }

    /// Who signs a letter: whoever only asks signs with their own name.
    pub(super) fn signs(&self) -> Option<&str> {
        let line = &self.case.line;
        let own = line.authorised().filter(|_| self.writer() != Writer::Holder);
        own.or_else(|| line.holder_name())
    }
}

#[cfg(test)]
mod tests;
