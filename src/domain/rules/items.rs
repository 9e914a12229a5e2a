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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        AccountKind, AccountState, Contact, Document, Needed, Obstacle, Precondition, Route,
    };

    #[test]
    fn what_has_an_address_is_named_kind_by_kind() {
        let (id, day) = (Id::new("kl"), jiff::civil::date(2026, 11, 5));
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, day);
        let (kind, state) = (AccountKind::Bank, AccountState::ToDo);
        let added = case.add_account("Maybank", kind, state, None, day).expect("allowed");
        added.apply(&mut case).expect("applies");
        case.contacts.push(Contact { id: Id::new("1"), ..Contact::on(day, "hotline") });
        let (id, kind) = (Id::new("no-answer"), Id::new("no-answer"));
        let (note, follow_up, resolved) = (None, None, None);
        case.obstacles.push(Obstacle { id, kind, opened: day, note, follow_up, resolved });
        let document = |id: &str, needed| Document { id: Id::new(id), needed };
        let procedure = Procedure {
            preconditions: vec![Precondition::ticked("arrears")],
            documents: vec![
                document("identity", Needed::Always),
                document("authority", Needed::OnBehalf),
            ],
            safeguards: vec![Id::new("credit")],
            ..Procedure::default()
        };
        let own = case.add_document(&procedure, "Photo", false).expect("allowed");
        own.apply(&mut case).expect("applies");
        let items: Vec<String> = case.items(&procedure).iter().map(Item::to_string).collect();
        let expected = [
            "precondition:arrears",
            "document:identity",
            "document:photo",
            "safeguard:credit",
            "account:maybank",
            "contact:1",
            "obstacle:no-answer",
        ];
        assert_eq!(items, expected);
    }
}
