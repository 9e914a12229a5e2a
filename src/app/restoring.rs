//! A backup in the place of the book: choosing one, taking it, and the way back.

use jiff::tz::TimeZone;

use super::{
    anchors::Anchors,
    command::Command,
    model::Model,
    recompute::recompute,
    saving,
    value::{BackupCopy, Dialog, Effect, MenuKind, SaveState, Tone},
};
use crate::domain::Book;

/// The file cannot be read any more. What the screen shows is the last that
/// could be.
pub(super) fn damaged(model: &mut Model, words: &str) {
    if model.lost.is_some() {
        return;
    }
    let key = model.keymap.key_of(Command::Restore);
    let told = model.text.with("restore-damaged", &[("what", words.into()), ("key", key.into())]);
    saving::failed(model, told);
}

/// These are the backups: the person chooses one.
pub(super) fn choose(model: &mut Model, backups: Vec<BackupCopy>) {
    let failed = matches!(model.save, SaveState::Failed(_));
    if backups.is_empty() && !failed && model.lost.is_none() {
        return model.say_words(Tone::Plain, "restore-none", &[]);
    }
    model.backups = backups;
    if !model.dialogs.last().is_some_and(|one| one.is_menu(&MenuKind::Backups)) {
        model.open_menu(MenuKind::Backups);
    }
}

/// Takes the backup at a place of the list, or what the screen shows.
pub(super) fn take(model: &mut Model, at: Option<usize>) {
    let book = match at {
        None => Some(Box::new(model.book.clone())),
        Some(at) => model.backups.get(at).map(|one| one.book.clone()),
    };
    if let Some(book) = book {
        model.ask(Effect::Restore(book));
    }
}

/// A book was put in the place of the file.
pub(super) fn restored(model: &mut Model, book: Book, kept: Option<String>) {
    let anchors = Anchors::of(model);
    let before = std::mem::replace(&mut model.book, book);
    let undoes = std::mem::take(&mut model.putting_back);
    let was_lost = model.lost.take().is_some();
    model.pending.clear();
    model.save = SaveState::Saved(model.now);
    model.dialogs.retain(|one| !matches!(one, Dialog::Menu(_)));
    let differs = before.cases != model.book.cases;
    model.before_restore = (!undoes && !was_lost && differs).then(|| Box::new(before));
    model.refresh();
    anchors.hold(model);
    let key = model.keymap.key_of(Command::Undo);
    let last = model.book.last_change().map(|at| at.to_zoned(TimeZone::clone(&model.home)));
    let when = last.map_or_else(
        || model.text.get("restore-beginning").into_owned(),
        |at| {
            let (day, time) = (model.text.full_date(at.date()), model.text.time(at.time()));
            model.text.with("word-moment", &[("day", day.into()), ("time", time.into())])
        },
    );
    let told = match (undoes, &model.before_restore, &kept) {
        (true, ..) => "restore-undone",
        (false, Some(_), _) => "restore-done",
        (false, None, Some(_)) => "restore-done-over",
        (false, None, None) => "restore-done-alone",
    };
    let kept = kept.unwrap_or_default();
    let args = [("kept", kept.into()), ("key", key.into()), ("when", when.into())];
    model.say_words(Tone::Good, told, &args);
    recompute(model);
}

/// Puts back what a backup replaced. Returns whether there is something.
pub(super) fn put_back(model: &mut Model) -> bool {
    let Some(before) = model.before_restore.clone() else { return false };
    // It stays the way back until the file is written.
    if !std::mem::replace(&mut model.putting_back, true) {
        model.ask(Effect::Restore(before));
    }
    true
}
