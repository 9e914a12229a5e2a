//! Ticking, unticking, waiving and noting the items of the playbook.

use jiff::civil::Date;

use super::{not_empty, optional};
use crate::domain::{
    AccountState, Attachment, Case, Change, Item, ItemKind, Mark, MarkState, Procedure, Refusal,
};

impl Case {
    /// The mark on an item; blank when nothing was said about it.
    pub fn mark(&self, item: &Item) -> Mark {
        self.marks.get(item).cloned().unwrap_or_default()
    }

    /// True when the playbook or the person has such an item.
    pub fn knows(&self, procedure: &Procedure, item: &Item) -> bool {
        let id = &item.id;
        match item.kind {
            ItemKind::Precondition => procedure.precondition(id).is_some(),
            ItemKind::Document => {
                procedure.documents.iter().any(|one| one.id == *id)
                    || self.extra_document(id).is_ok()
            }
            ItemKind::Safeguard => procedure.safeguards.contains(id),
            ItemKind::Account => self.account(id).is_ok(),
            ItemKind::Contact => self.contact(id).is_ok(),
            ItemKind::Obstacle => self.obstacle(id).is_ok(),
            ItemKind::Application => self.applications.iter().any(|one| one.id == *id),
            ItemKind::Line => true,
        }
    }

    /// The mark on an item that can have one.
    fn markable(&self, procedure: &Procedure, item: &Item) -> Result<Mark, Refusal> {
        if !self.knows(procedure, item) {
            return Err(Refusal::NoSuchItem(item.to_string()));
        }
        let kinds = [ItemKind::Precondition, ItemKind::Document, ItemKind::Safeguard];
        if kinds.contains(&item.kind) {
            Ok(self.mark(item))
        } else {
            Err(Refusal::NotCheckable(item.clone()))
        }
    }

    fn marked(item: &Item, mark: Mark) -> Change {
        let mark = Some(mark).filter(|mark| !mark.is_blank());
        Change::Mark { item: item.clone(), mark }
    }

    /// Says that an item holds. An account is thereby moved; of the
    /// precondition that follows from the accounts it says that the search is
    /// over.
    pub fn check(
        &self,
        procedure: &Procedure,
        item: &Item,
        settled: bool,
        today: Date,
    ) -> Result<Change, Refusal> {
        let rule = match item.kind {
            ItemKind::Precondition => procedure.precondition(&item.id),
            _ => None,
        };
        if settled && !rule.is_some_and(|rule| rule.can_settle) {
            return Err(Refusal::NotSettleable(item.clone()));
        }
        if item.kind == ItemKind::Account {
            return self.set_account(&item.id, AccountState::Moved, today);
        }
        if rule.is_some_and(|rule| rule.follows_accounts) {
            return Ok(self.end_search(true, today));
        }
        let old = self.markable(procedure, item)?;
        let already = old.state == MarkState::Done;
        let on = old.on.filter(|_| already).or(Some(today));
        let mark = Mark { state: MarkState::Done, on, settled, reason: None, ..old };
        Ok(Self::marked(item, mark))
    }

    /// Says that an item does not hold after all. Its note and files stay.
    pub(crate) fn uncheck(
        &self,
        procedure: &Procedure,
        item: &Item,
        today: Date,
    ) -> Result<Change, Refusal> {
        if item.kind == ItemKind::Account {
            return self.set_account(&item.id, AccountState::ToDo, today);
        }
        let old = self.markable(procedure, item)?;
        let follows = item.kind == ItemKind::Precondition
            && procedure.precondition(&item.id).is_some_and(|rule| rule.follows_accounts);
        if follows && old.state != MarkState::Waived {
            return Ok(self.end_search(false, today));
        }
        let mark = Mark { note: old.note, files: old.files, ..Mark::default() };
        Ok(Self::marked(item, mark))
    }

    /// Goes on without an item, and says why.
    pub(crate) fn waive(
        &self,
        procedure: &Procedure,
        item: &Item,
        reason: &str,
        today: Date,
    ) -> Result<Change, Refusal> {
        let old = self.markable(procedure, item)?;
        let reason = Some(not_empty(reason, Refusal::NoReason)?);
        let state = MarkState::Waived;
        Ok(Self::marked(item, Mark { state, on: Some(today), reason, settled: false, ..old }))
    }

    /// Keeps the person's own words with an item, and whether something was
    /// owed where that is known.
    pub(crate) fn annotate(
        &self,
        procedure: &Procedure,
        item: &Item,
        note: Option<String>,
    ) -> Result<Change, Refusal> {
        let old = self.markable(procedure, item)?;
        Ok(Self::marked(item, Mark { note: optional(note), ..old }))
    }

    /// Lets a file stand for a document or a safeguard, which thereby holds.
    /// The same path again replaces its fingerprint.
    pub fn attach(
        &self,
        procedure: &Procedure,
        item: &Item,
        file: Attachment,
    ) -> Result<Change, Refusal> {
        if !matches!(item.kind, ItemKind::Document | ItemKind::Safeguard) {
            return Err(Refusal::NotCheckable(item.clone()));
        }
        let old = self.markable(procedure, item)?;
        let mut files: Vec<_> =
            old.files.iter().filter(|known| known.path != file.path).cloned().collect();
        let on = Some(file.on);
        files.push(file);
        let state = MarkState::Done;
        Ok(Self::marked(item, Mark { state, on, reason: None, files, ..old }))
    }

    /// Removes every file from a document; it is open again.
    pub(crate) fn detach(&self, procedure: &Procedure, item: &Item) -> Result<Change, Refusal> {
        let old = self.markable(procedure, item)?;
        Ok(Self::marked(item, Mark { note: old.note, ..Mark::default() }))
    }
}
