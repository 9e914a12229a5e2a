//! Documents that the carrier asked for beyond the playbook's list.

use serde::{Deserialize, Serialize};

use super::{Id, ItemKind, Keyed};

/// A document the person added: carriers may ask for more than their guides
/// name. The playbook's own documents are not stored, only the marks on them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtraDocument {
    /// From its title, unique among all documents of the case.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// Whether it gates the application.
    #[serde(default)]
    pub required: bool,
}

impl Keyed for ExtraDocument {
    const KIND: ItemKind = ItemKind::Document;

    fn id(&self) -> &Id {
        &self.id
    }
}
