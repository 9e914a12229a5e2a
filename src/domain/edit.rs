//! Lists of things with ids, and edits of such a list that can be undone.

use serde::{Deserialize, Serialize};

use super::{Id, Item, ItemKind, Refusal};

/// A thing with an id, kept in a list of a case.
pub trait Keyed: Clone {
    /// What an [`Item`] that points at it is.
    const KIND: ItemKind;

    /// Unique in its list, and never changed.
    fn id(&self) -> &Id;

    /// Its address.
    fn item(&self) -> Item {
        Item::new(Self::KIND, self.id())
    }
}

/// The thing with this id.
pub(super) fn find<'a, T: Keyed>(list: &'a [T], id: &Id) -> Result<&'a T, Refusal> {
    list.iter().find(|one| one.id() == id).ok_or_else(|| missing::<T>(id))
}

/// The refusal for a thing that is not in its list.
pub(super) fn missing<T: Keyed>(id: &Id) -> Refusal {
    Refusal::NoSuchItem(Item::new(T::KIND, id).to_string())
}

/// Adds, replaces or removes one thing of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit<T> {
    /// Which one.
    pub id: Id,
    /// Where in the list, when it is new.
    pub at: usize,
    /// What it shall be; nothing removes it. What undoes an edit has mostly nothing
    /// here, and a history is long.
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub value: Option<Box<T>>,
}

impl<T: Keyed> Edit<T> {
    /// Adds `value` at the end of `list`.
    pub fn add(list: &[T], value: T) -> Self {
        Self { id: value.id().clone(), at: list.len(), value: Some(Box::new(value)) }
    }

    /// Replaces what has the id of `value`.
    pub fn replace(value: T) -> Self {
        Self { id: value.id().clone(), at: 0, value: Some(Box::new(value)) }
    }

    /// Removes what has `id`.
    pub fn remove(id: &Id) -> Self {
        Self { id: id.clone(), at: 0, value: None }
    }

    /// Changes the list and returns the edit that undoes it.
    pub(super) fn apply(&self, list: &mut Vec<T>) -> Result<Self, Refusal> {
        let place = list.iter().position(|one| *one.id() == self.id);
        let old = match (place, &self.value) {
            (None, None) => return Err(missing::<T>(&self.id)),
            (Some(at), None) => Some(list.remove(at)),
            (Some(at), Some(value)) => {
                list.get_mut(at).map(|slot| std::mem::replace(slot, (**value).clone()))
            }
            (None, Some(value)) => {
                list.insert(self.at.min(list.len()), (**value).clone());
                None
            }
        };
        Ok(Self { id: self.id.clone(), at: place.unwrap_or(0), value: old.map(Box::new) })
    }

    /// Makes several edits, all or none, and returns the ones that undo them.
    pub(super) fn apply_all(edits: &[Self], list: &mut Vec<T>) -> Result<Vec<Self>, Refusal> {
        let mut fresh = list.clone();
        let back: Result<Vec<Self>, Refusal> =
            edits.iter().map(|edit| edit.apply(&mut fresh)).collect();
        let mut back = back?;
        back.reverse();
        *list = fresh;
        Ok(back)
    }
}
