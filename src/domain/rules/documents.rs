//! Documents the carrier asked for beyond the playbook's list.

use super::{named, not_empty};
use crate::domain::{
    Attachment, Case, Change, Document, Edit, ExtraDocument, Holder, Id, Item, ItemKind, Needed,
    Procedure, Refusal, edit::find,
};

impl Case {
    /// The documents that have files, with the newest one of each.
    pub(crate) fn newest_files(&self) -> impl Iterator<Item = (&Item, &Attachment)> {
        let papers = self.marks.iter().filter(|(item, _)| item.kind == ItemKind::Document);
        papers.filter_map(|(item, mark)| Some((item, mark.files.last()?)))
    }

    /// The case as if these documents had no file: none that can be sent.
    pub(crate) fn without_files(&self, lost: &[Item]) -> Self {
        let mut here = self.clone();
        let marks = here.marks.iter_mut().filter(|(item, _)| lost.contains(item));
        marks.for_each(|(_, mark)| mark.files.clear());
        here
    }

    /// Adds a document to the list.
    pub(crate) fn add_document(
        &self,
        procedure: &Procedure,
        title: &str,
        required: bool,
    ) -> Result<Change, Refusal> {
        let (slug, title) = named(title)?;
        if self.knows(procedure, &Item::new(ItemKind::Document, &slug)) {
            return Err(Refusal::Duplicate(title));
        }
        // A document that was removed may have left a mark behind: the new
        // one is not ticked by it.
        let id =
            Id::unique(&slug, |id| self.marks.contains_key(&Item::new(ItemKind::Document, id)));
        Ok(Change::Document(Edit::add(&self.documents, ExtraDocument { id, title, required })))
    }

    /// Changes the title of such a document, or whether it gates the
    /// application.
    pub(crate) fn edit_document(
        &self,
        id: &Id,
        title: &str,
        required: bool,
    ) -> Result<Change, Refusal> {
        self.extra_document(id)?;
        let title = not_empty(title, Refusal::NoName)?;
        let id = id.clone();
        Ok(Change::Document(Edit::replace(ExtraDocument { id, title, required })))
    }

    /// Takes such a document off the list.
    pub(crate) fn remove_document(&self, id: &Id) -> Result<Change, Refusal> {
        self.extra_document(id)?;
        Ok(Change::Document(Edit::remove(id)))
    }

    /// Whether a document of the playbook is listed: of a line in the person's own name
    /// nobody is told what another's would need.
    pub(in crate::domain) fn is_told_of(&self, document: &Document) -> bool {
        let item = Item::new(ItemKind::Document, &document.id);
        let needed = document.needed != Needed::OnBehalf || self.line.holder != Holder::Me;
        needed || self.marks.contains_key(&item)
    }

    /// The documents beyond the playbook's list. What the playbook has had since then is
    /// not told twice.
    pub(in crate::domain) fn own_documents(
        &self,
        procedure: &Procedure,
    ) -> impl Iterator<Item = &ExtraDocument> {
        let known = |id: &Id| procedure.documents.iter().any(|one| one.id == *id);
        self.documents.iter().filter(move |one| !known(&one.id))
    }

    /// The document beyond the playbook's list with this id.
    pub(crate) fn extra_document(&self, id: &Id) -> Result<&ExtraDocument, Refusal> {
        find(&self.documents, id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Route;

    #[test]
    fn what_the_playbook_has_since_is_not_told_twice() {
        let id = Id::new("kl");
        let opened = jiff::civil::date(2026, 11, 1);
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, opened);
        for title in ["Photo", "Letter"] {
            let change = case.add_document(&Procedure::default(), title, true).expect("allowed");
            change.apply(&mut case).expect("applies");
        }
        let document = Document { id: Id::new("photo"), needed: Needed::Always };
        let procedure = Procedure { documents: vec![document], ..Procedure::default() };
        let own: Vec<&str> = case.own_documents(&procedure).map(|one| one.title.as_str()).collect();
        assert_eq!(own, ["Letter"]);
        let items = case.items(&procedure);
        let items: Vec<String> = items.iter().map(Item::to_string).collect();
        assert_eq!(items, ["document:photo", "document:letter"]);
    }
}
