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
        Change::Mark { item: item.clone(), mark: mark.map(Box::new) }
    }

    /// Says that an item holds. An account is thereby moved; of the
    /// precondition that follows from the accounts it says that the search is
    /// over. What the carrier refused holds again, if that takes no new file.
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
        if let Some(by) = procedure.refuse_by(item, &self.line).filter(|by| *by < today) {
            return Err(Refusal::RefusedLate(by));
        }
        let refused = self.criticised(item).is_some();
        let old = self.markable(procedure, item)?;
        if rule.is_some_and(|rule| rule.follows_accounts) {
            let answers = refused && self.search_over.is_some();
            let old = Mark { on: Some(today), ..old };
            let answer = || Self::marked(item, self.answering(item, old));
            return Ok(if answers { answer() } else { self.end_search(true, today) });
        }
        self.needs_no_file(item)?;
        let already = old.state == MarkState::Done && !refused;
        let on = old.on.filter(|_| already).or(Some(today));
        let mark = Mark { state: MarkState::Done, on, settled, reason: None, ..old };
        Ok(Self::marked(item, self.answering(item, mark)))
    }

    /// Says that an item does not hold after all. Its note and files
    /// stay.
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
        let (note, files, earlier) = (old.note, old.files, old.earlier);
        let mark = Mark { note, files, earlier, ..Mark::default() };
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
        let mark = Mark { state, on: Some(today), reason, settled: false, ..old };
        Ok(Self::marked(item, self.answering(item, mark)))
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
    /// The same path with another content replaces its fingerprint, with the same
    /// one it changes nothing; after a rejection the file is a new version, and the
    /// ones before are kept.
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
        let (on, state) = (Some(file.on), MarkState::Done);
        let grown = self.with_file(item, file)?;
        let same = old.state == state && old.files == grown.files;
        let mark = Mark { state, on: if same { old.on } else { on }, reason: None, ..grown };
        Ok(Self::marked(item, self.answering(item, mark)))
    }

    /// Removes every file from a document; it is open again. Without one the
    /// earlier ones go.
    pub(crate) fn detach(&self, procedure: &Procedure, item: &Item) -> Result<Change, Refusal> {
        let old = self.markable(procedure, item)?;
        let earlier = if old.files.is_empty() { Vec::new() } else { old.earlier };
        Ok(Self::marked(item, Mark { note: old.note, earlier, ..Mark::default() }))
    }
}
