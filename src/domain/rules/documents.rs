//! Documents the carrier asked for beyond the playbook's list.

use super::spoken;
use crate::domain::{Case, Change, Id, Item, ItemKind, OwnDocument, Procedure, Put, Refusal};

impl Case {
    /// Adds a document to the list.
    pub fn add_document(
        &self,
        procedure: &Procedure,
        title: &str,
        required: bool,
    ) -> Result<Change, Refusal> {
        let title = spoken(title, Refusal::NoName)?;
        let slug = Id::slug(&title);
        if slug.is_empty() {
            return Err(Refusal::NoName);
        }
        if self.knows(procedure, &Item::new(ItemKind::Document, &slug)) {
            return Err(Refusal::Duplicate(title));
        }
        // A document that was removed may have left a mark behind: the new
        // one is not ticked by it.
        let id =
            Id::unique(&slug, |id| self.marks.contains_key(&Item::new(ItemKind::Document, id)));
        Ok(Change::Document(Put::add(&self.documents, OwnDocument { id, title, required })))
    }

    /// Retitles a document of the person's own, or changes whether it gates.
    pub fn edit_document(&self, id: &Id, title: &str, required: bool) -> Result<Change, Refusal> {
        self.own_document(id)?;
        let title = spoken(title, Refusal::NoName)?;
        let id = id.clone();
        Ok(Change::Document(Put::replace(OwnDocument { id, title, required })))
    }

    /// Takes a document of the person's own off the list.
    pub fn remove_document(&self, id: &Id) -> Result<Change, Refusal> {
        self.own_document(id)?;
        Ok(Change::Document(Put::remove(id)))
    }

    /// The person's own document with this id.
    pub fn own_document(&self, id: &Id) -> Result<&OwnDocument, Refusal> {
        self.documents
            .iter()
            .find(|own| own.id == *id)
            .ok_or_else(|| Refusal::NoSuchItem(Item::new(ItemKind::Document, id).to_string()))
    }
}
