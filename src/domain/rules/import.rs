//! Taking over what another book holds: whole cases, or what one case lacks.

use std::sync::Arc;

use crate::domain::{Book, Case, Change, Contact, Edit, Id, Refusal};

impl Book {
    /// Puts every case of `other` beside the cases here and returns their ids.
    /// A case that is here already, entry by entry and as it stands, is left out; a case that
    /// only shares its id gets another one, and is known again by what was done in it.
    pub fn add_cases(&mut self, other: &Self) -> Vec<Id> {
        if self.cases.is_empty() && self.taken_back.is_empty() {
            self.clone_from(other);
            return self.cases.iter().map(|case| case.id.clone()).collect();
        }
        let mut added = Vec::new();
        for case in &other.cases {
            let is_here = |one: &Arc<Case>| {
                let is_told = one.id == case.id || !case.history.is_empty();
                let begun = is_told && one.history.starts_with(&case.history);
                begun && one.holds_all_of(case)
            };
            if self.cases.iter().any(is_here) {
                continue;
            }
            let known = self.cases.iter().chain(&self.taken_back).any(|one| one.id == case.id);
            let fresh = || self.fresh_id(case.id.as_str(), &case.playbook);
            let id = if known { fresh() } else { case.id.clone() };
            self.cases.push(Arc::new(Case { id: id.clone(), ..Case::clone(case) }));
            added.push(id);
        }
        added
    }
}

impl Case {
    /// The changes that give this case what it lacks of all cases of `other`:
    /// accounts, documents of the person's own, contacts and marks.
    pub fn lacking(&self, other: &Book) -> Result<Vec<Change>, Refusal> {
        let mut grown = self.clone();
        let mut changes = Vec::new();
        for theirs in &other.cases {
            grown.lacking_of(theirs, &mut changes)?;
        }
        Ok(changes)
    }

    /// What the cases of `other` say otherwise, or have and a case is not given: by the
    /// sort of thing, each once. Asked once it has what it lacked.
    pub fn differing(&self, other: &Book) -> Vec<&'static str> {
        let mut found = Vec::new();
        for theirs in &other.cases {
            let contained = |one: &Contact| {
                let same =
                    |known: &Contact| Contact { id: one.id.clone(), ..known.clone() } == *one;
                self.contacts.iter().any(same)
            };
            let rows = [
                ("account", theirs.accounts.iter().all(|one| self.accounts.contains(one))),
                ("document", theirs.documents.iter().all(|one| self.documents.contains(one))),
                ("mark", theirs.marks.iter().all(|(item, mark)| self.mark(item) == *mark)),
                ("contact", theirs.contacts.iter().all(contained)),
                ("obstacle", theirs.obstacles.iter().all(|one| self.obstacles.contains(one))),
                (
                    "application",
                    theirs.applications.iter().all(|one| self.applications.contains(one)),
                ),
                ("line", theirs.line == self.line),
                ("route", theirs.route == self.route),
                ("agenda", theirs.agenda.iter().all(|(id, one)| self.agenda.get(id) == Some(one))),
                ("search", theirs.search_over == self.search_over),
                ("terms", theirs.terms == self.terms),
            ];
            found.extend(rows.into_iter().filter(|(_, same)| !same).map(|(what, _)| what));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Makes each change at once, so that the next one sees it.
    fn lacking_of(&mut self, theirs: &Self, changes: &mut Vec<Change>) -> Result<(), Refusal> {
        let mut add = |case: &mut Self, change: Change| -> Result<(), Refusal> {
            change.apply(case)?;
            changes.push(change);
            Ok(())
        };
        for one in &theirs.accounts {
            if self.account(&one.id).is_err() {
                add(self, Change::Account(Edit::add(&self.accounts, one.clone())))?;
            }
        }
        for one in &theirs.documents {
            if self.extra_document(&one.id).is_err() {
                add(self, Change::Document(Edit::add(&self.documents, one.clone())))?;
            }
        }
        for one in &theirs.contacts {
            let same = |known: &Contact| Contact { id: one.id.clone(), ..known.clone() } == *one;
            if !self.contacts.iter().any(same) {
                // Two logs both begin with 1, so each entry gets a number here.
                let contact = Contact { id: self.next_contact(), ..one.clone() };
                add(self, Change::Contact(Edit::add(&self.contacts, contact)))?;
            }
        }
        for (item, mark) in &theirs.marks {
            if self.mark(item).is_blank() && !mark.is_blank() {
                add(self, Change::Mark { item: item.clone(), mark: Some(Box::new(mark.clone())) })?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};

    use super::*;
    use crate::domain::{Application, Route};

    fn contact(channel: &str) -> Contact {
        let (id, on) = (Id::new(""), date(2026, 11, 5));
        let channel = channel.to_owned();
        Contact { id, ..Contact::on(on, channel) }
    }

    fn book(id: &str) -> (Book, Id) {
        let (mut book, id, today) = (Book::default(), Id::new(id), date(2026, 11, 5));
        let case = Case::new(id.clone(), "KL".into(), Id::new("hotlink"), Route::Apply, today);
        book.open(case, Timestamp::UNIX_EPOCH).expect("opens");
        (book, id)
    }

    fn record(book: &mut Book, id: &Id, make: impl FnOnce(&Case) -> Result<Change, Refusal>) {
        let change = make(book.case(id).expect("a case")).expect("allowed");
        book.record(id, change, Timestamp::UNIX_EPOCH).expect("applies");
    }

    #[test]
    fn what_got_another_id_is_not_taken_over_twice() {
        let today = date(2026, 11, 5);
        let (ours, id) = book("kl");
        let mut theirs = ours.clone();
        record(&mut theirs, &id, |case| case.log_contact(contact("hotline"), today));
        let mut ours = ours;
        record(&mut ours, &id, |case| case.log_contact(contact("store"), today));
        assert_eq!(ours.add_cases(&theirs), [Id::new("kl-2")]);
        assert_eq!(ours.add_cases(&theirs), [], "it is here already");
        assert_eq!(ours.cases.len(), 2);
    }

    #[test]
    fn numbers_are_given_once_also_after_a_removal_and_an_import() {
        let today = date(2026, 11, 5);
        let (mut theirs, other) = book("theirs");
        record(&mut theirs, &other, |case| case.log_contact(contact("hotline"), today));
        record(&mut theirs, &other, |case| case.log_contact(contact("store"), today));
        let (mut ours, id) = book("ours");
        record(&mut ours, &id, |case| case.log_contact(contact("chat"), today));
        record(&mut ours, &id, |case| case.remove_contact(&Id::new("1")));
        let changes = ours.case(&id).expect("a case").lacking(&theirs).expect("allowed");
        for change in changes {
            record(&mut ours, &id, |_| Ok(change));
        }
        let numbers = |book: &Book| -> Vec<String> {
            book.cases[0].contacts.iter().map(|one| one.id.to_string()).collect()
        };
        assert_eq!(numbers(&ours), ["2", "3"]);
        record(&mut ours, &id, |case| case.remove_contact(&Id::new("3")));
        record(&mut ours, &id, |case| case.log_contact(contact("chat"), today));
        assert_eq!(numbers(&ours), ["2", "4"]);
        record(&mut ours, &id, |case| case.submit(&[], Application::on(today), today));
        record(&mut ours, &id, |case| Ok(case.remove_application(&Id::new("1"))));
        record(&mut ours, &id, |case| case.submit(&[], Application::on(today), today));
        assert_eq!(ours.cases[0].applications[0].id, Id::new("2"));
        assert_eq!(ours.repeated_id(), None);
        let case = Arc::make_mut(&mut ours.cases[0]);
        case.contacts.push(Contact { id: Id::new("4"), ..contact("store") });
        assert_eq!(ours.repeated_id().as_deref(), Some("contact:4"));
    }

    #[test]
    fn what_is_not_taken_over_is_known() {
        let today = date(2026, 11, 5);
        let (mut theirs, other) = book("theirs");
        let (mut ours, id) = book("ours");
        record(&mut theirs, &other, |case| case.log_contact(contact("hotline"), today));
        record(&mut theirs, &other, |case| case.submit(&[], Application::on(today), today));
        let taken = |ours: &mut Book, theirs: &Book| {
            let changes = ours.cases[0].lacking(theirs).expect("allowed");
            for change in changes {
                record(ours, &id, |_| Ok(change));
            }
            ours.cases[0].differing(theirs)
        };
        assert_eq!(taken(&mut ours, &theirs), ["application"]);
        let same = ours.clone();
        assert!(taken(&mut ours, &same).is_empty());
        Arc::make_mut(&mut theirs.cases[0]).line.abroad = true;
        assert_eq!(taken(&mut ours, &theirs), ["application", "line"]);
    }

    #[test]
    fn a_case_is_brought_in_once_and_never_over_another_one() {
        let (theirs, id) = book("kl");
        let mut ours = Book::default();
        assert_eq!(ours.add_cases(&theirs), std::slice::from_ref(&id));
        assert_eq!(ours, theirs);
        assert!(ours.add_cases(&theirs).is_empty());
        record(&mut ours, &id, |case| case.rename("Ours"));
        assert!(ours.add_cases(&theirs).is_empty(), "it only went on here");
        let mut other = theirs.clone();
        record(&mut other, &id, |case| case.rename("Theirs"));
        assert_eq!(ours.add_cases(&other), [Id::new("kl-2")]);
        let told: Vec<(&str, &str)> =
            ours.cases.iter().map(|one| (one.id.as_str(), one.label.as_str())).collect();
        assert_eq!(told, [("kl", "Ours"), ("kl-2", "Theirs")]);
        assert_eq!(ours.case(&Id::new("kl-2")).map(|case| case.label.as_str()), Some("Theirs"));
    }

    #[test]
    fn only_what_is_lacking_is_taken_over() {
        use crate::domain::{Item, ItemKind, Mark, MarkState};
        let item = |id: &str| Item::new(ItemKind::Safeguard, &Id::new(id));
        let mark = |state| Mark { state, ..Mark::default() };
        let (mut theirs, other) = book("theirs");
        let (mut ours, id) = book("ours");
        let today = date(2026, 11, 5);
        record(&mut ours, &id, |case| case.log_contact(contact("chat"), today));
        for channel in ["hotline", "chat"] {
            record(&mut theirs, &other, |case| case.log_contact(contact(channel), today));
        }
        let own = Arc::make_mut(&mut ours.cases[0]);
        own.marks.insert(item("waived"), mark(MarkState::Waived));
        let case = Arc::make_mut(&mut theirs.cases[0]);
        for id in ["waived", "new"] {
            case.marks.insert(item(id), mark(MarkState::Done));
        }
        case.marks.insert(item("blank"), Mark::default());
        let changes = ours.cases[0].lacking(&theirs).expect("allowed");
        let told: Vec<String> = changes
            .iter()
            .map(|change| match change {
                Change::Contact(edit) => format!("contact {}", edit.id),
                Change::Mark { item, .. } => item.to_string(),
                other => format!("{other:?}"),
            })
            .collect();
        assert_eq!(told, ["contact 2", "safeguard:new"]);
    }
}
