//! Every item of a case that has an address.

use crate::domain::{Case, Id, Item, ItemKind, Keyed, Procedure};

impl Case {
    /// Every item but the applications and the facts about the line: those of the
    /// playbook and those of the person, kind by kind.
    pub(crate) fn items(&self, procedure: &Procedure) -> Vec<Item> {
        let of = |kind| move |id: &Id| Item::new(kind, id);
        let preconditions = procedure.preconditions.iter().map(|rule| &rule.id);
        let documents = procedure.documents.iter().filter(|one| self.is_told_of(one));
        let documents = documents.map(|one| &one.id);
        (preconditions.map(of(ItemKind::Precondition)))
            .chain(documents.map(of(ItemKind::Document)))
            .chain(self.own_documents(procedure).map(Keyed::item))
            .chain(procedure.safeguards.iter().map(of(ItemKind::Safeguard)))
            .chain(self.accounts.iter().map(Keyed::item))
            .chain(self.contacts.iter().map(Keyed::item))
            .chain(self.obstacles.iter().map(Keyed::item))
            .collect()
    }
}
