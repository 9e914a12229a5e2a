//! Long names in what is said: the verb, and the key that undoes it, stay in sight.
//!
//! Must not know: what is said, or where.

use crate::{
    domain::{Account, Case, Change, Edit, Entry},
    text::{fit, width},
};

/// Cells from which on names are looked for in what is said.
const LONG: usize = 160;

/// Most cells of one name in it.
const NAME: usize = 40;

/// The same words with the long names of the case cut short.
pub(super) fn shortened(case: Option<&Case>, words: String) -> String {
    let Some(case) = case.filter(|_| width(&words) > LONG) else { return words };
    let around = case.history.last().into_iter().chain(case.undone.last());
    let accounts = case.accounts.iter().map(|one| one.name.as_str());
    let documents = case.documents.iter().map(|one| one.title.as_str());
    let here = accounts.chain(documents).chain([case.label.as_str()]);
    let all = around.flat_map(Entry::changes).flat_map(names).chain(here);
    let mut long: Vec<&str> = all.filter(|name| width(name) > NAME).collect();
    // The longest first: one may hold another.
    long.sort_by_key(|name| std::cmp::Reverse(name.len()));
    long.into_iter().fold(words, |words, name| words.replace(name, &fit(name, NAME)))
}

/// The names that a change sets.
fn names(change: &Change) -> Vec<&str> {
    fn name(edit: &Edit<Account>) -> Option<&str> {
        edit.value.as_deref().map(|one| one.name.as_str())
    }
    match change {
        Change::Label(label) => vec![label],
        Change::Account(edit) => name(edit).into_iter().collect(),
        Change::Accounts(all) => all.iter().filter_map(name).collect(),
        Change::Document(edit) => {
            edit.value.as_deref().map(|one| one.title.as_str()).into_iter().collect()
        }
        _ => Vec::new(),
    }
}
