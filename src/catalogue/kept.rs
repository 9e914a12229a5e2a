//! What was read once and stays.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

/// Values by name, each made when it is first asked for. There are only so many:
/// they come with the program.
#[derive(Debug)]
pub(super) struct Kept<T: 'static>(Mutex<BTreeMap<String, Option<&'static T>>>);

impl<T> Kept<T> {
    /// Nothing yet.
    pub(super) const fn new() -> Self {
        Self(Mutex::new(BTreeMap::new()))
    }

    /// The value of this name, if there is one.
    pub(super) fn get(&self, name: &str, make: impl FnOnce() -> Option<T>) -> Option<&'static T> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept.get(name) {
            return *found;
        }
        let made: Option<&'static T> = make().map(|made| &*Box::leak(Box::new(made)));
        // A name that means nothing may be anything: those are not kept.
        if made.is_some() {
            kept.insert(name.to_owned(), made);
        }
        made
    }
}
