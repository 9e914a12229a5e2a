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
    /// The person, whose authorisation the carrier has refused: they too can only ask.
    Refused,
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
        let mark = self.case.mark(&item);
        let refused = self.case.criticised(&item).is_some();
        match (mark.state, line.authorised()) {
            // The carrier can refuse that there is none as well as the one that it got.
            (MarkState::Done, _) if refused => Writer::Refused,
            _ if refused && !mark.files.is_empty() => Writer::Refused,
            (MarkState::Open, _) => Writer::Unauthorised,
            _ if refused => Writer::Unauthorised,
            (MarkState::Done, Some(_)) => Writer::Authorised,
            _ => Writer::Holder,
        }
    }

    /// Whoever speaks or writes may ask for something themselves: the holder, or who has the
    /// authorisation. Where the holder asks in person, the other one only asks how.
    pub(super) fn speaks(&self) -> bool {
        match self.writer() {
            Writer::Own | Writer::Authorised => true,
            Writer::Unauthorised | Writer::Refused => false,
            Writer::Holder => !self.holder_asks(),
        }
    }

    /// The person goes on without an authorisation: the holder asks in person.
    pub(super) fn holder_asks(&self) -> bool {
        let waived = self.case.mark(&self.authorisation()).state == MarkState::Waived;
        waived && self.writer() == Writer::Holder
    }

    /// Whoever writes may sign what asks for something.
    pub(super) fn may_sign(&self) -> bool {
        !matches!(self.writer(), Writer::Unauthorised | Writer::Refused)
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
