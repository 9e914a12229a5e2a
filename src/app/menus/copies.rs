//! Entries for the copies that sync tools have left, each with what differs.

use crate::app::{
    model::Model,
    value::{Choice, CopyOffer, MenuEntry},
};

pub(super) fn copies(model: &Model) -> Vec<MenuEntry> {
    let entry = |(at, one): (usize, &CopyOffer)| {
        MenuEntry::new(one.name.clone(), note(model, one), Choice::TakeCopy(at))
    };
    model.copies.iter().enumerate().map(entry).collect()
}

/// How many changes are not here, and the newest of them in the case that is looked
/// at.
fn note(model: &Model, one: &CopyOffer) -> String {
    let text = &model.text;
    let count = one.book.changes_since(&model.book);
    let newest = model.words().and_then(|words| {
        let known = &words.case.history;
        let theirs = &one.book.case(&words.case.id)?.history;
        let new = theirs.iter().rev().find(|entry| !known.contains(entry))?;
        Some(words.entry(new))
    });
    match newest {
        Some(what) => {
            let args = [("count", count.into()), ("what", what.into())];
            text.with("ui-copies-what", &args)
        }
        None => text.with("ui-copies-count", &[("count", count.into())]),
    }
}
