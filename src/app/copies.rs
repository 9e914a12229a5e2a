//! Copies that sync tools have left beside the progress file: told, and merged when
//! the person says so. They are never taken by themselves, nor deleted.

use super::{
    command::Command,
    model::Model,
    past,
    recompute::recompute,
    value::{CopyOffer, Tone},
};
use crate::domain::{Book, Merged};

/// These copies have something that is not in the book.
pub(super) fn found(model: &mut Model, copies: Vec<CopyOffer>) {
    model.copies = copies;
    if !model.copies.is_empty() {
        let key = model.keymap.key_of(Command::Copies);
        let args = [("count", model.copies.len().into()), ("key", key.into())];
        model.say_words(Tone::Bad, "ui-copies-found", &args);
    }
}

/// Merges a copy into the book.
pub(super) fn take(model: &mut Model, at: usize) {
    past::come_back(model);
    let Some(copy) = model.copies.get(at).cloned() else { return };
    model.copies.remove(at);
    let count = copy.book.changes_since(&model.book);
    let common = model.book.common_with(&copy.book, &[]);
    let Merged { book, conflicts } = Book::merge(&common, &model.book, &copy.book);
    model.book = book;
    model.changed = true;
    model.refresh();
    let args = [
        ("name", copy.name.as_str().into()),
        ("count", count.into()),
        ("conflicts", conflicts.into()),
        ("key", model.keymap.key_of(Command::Conflicts).into()),
    ];
    model.say_words(Tone::Good, "ui-copies-merged", &args);
    recompute(model);
}
