//! What the disk says about the book: it is saved, it could not be, or another
//! program has changed it.

use jiff::SignedDuration;

use super::{
    anchors::Anchors,
    forms,
    model::Model,
    recompute::recompute,
    value::{Effect, MenuKind, SaveState, Tone},
};
use crate::domain::{Book, Id};

/// Seconds until a save that failed is tried again by itself.
const RETRY: i64 = 15;

/// Everything is on disk up to the change with this number.
pub(super) fn saved(model: &mut Model, upto: u64, durable: bool) {
    let mended = model.save_failed();
    model.pending.retain(|change| change.number > upto);
    if model.pending.is_empty() {
        let state = if durable { SaveState::Saved } else { SaveState::Fragile };
        model.save = state(model.now);
        model.retry = None;
        if mended {
            model.say_words(Tone::Good, "ui-saved-after-all", &[]);
        }
        if model.leaving {
            model.ask(Effect::Quit);
        }
    }
}

/// The book could not be saved. A person who wanted to leave is asked what to do. What
/// was tried by itself and failed as before is not told again.
pub(super) fn failed(model: &mut Model, reason: String) {
    let failed = SaveState::Failed(reason.clone());
    if model.leaving || model.save != failed {
        model.say(Tone::Bad, reason);
    }
    model.save = failed;
    model.retry = model.now.checked_add(SignedDuration::from_secs(RETRY)).ok();
    model.putting_back = false;
    if std::mem::take(&mut model.leaving) {
        ask_about_leaving(model);
    }
}

/// Tries a save that failed once more when its moment has come. The screen goes on
/// saying that nothing is saved, until it is.
pub(super) fn retry(model: &mut Model) {
    if model.save_failed() && model.retry.is_some_and(|at| model.now >= at) {
        model.retry = None;
        model.ask_to_save();
    }
}

/// Tries a save that failed once more, because the person wants it.
pub(super) fn again(model: &mut Model) {
    model.save = SaveState::Saving;
    model.ask_to_save();
}

/// Asks what to do about a file that cannot be saved: whether changes are lost, or only
/// what is on disk cannot be used.
pub(super) fn ask_about_leaving(model: &mut Model) {
    let changed = model.has_unsaved();
    model.open_menu(if changed { MenuKind::Unsaved } else { MenuKind::Unusable });
}

/// The file is gone, as a reading has found. A save under way still tells how it
/// went, so a person who wanted to leave is not asked.
pub(super) fn gone(model: &mut Model, reason: String) {
    model.say(Tone::Bad, reason.clone());
    model.save = SaveState::Failed(reason);
}

/// Another program has changed the book: the pending changes are made again on
/// top of it. An older copy that took the place of what was saved is saved over
/// with everything that was in both.
pub(super) fn rebase(model: &mut Model, theirs: Book, revived: bool) {
    let anchors = Anchors::of(model);
    model.book = theirs;
    let mut lost = 0_usize;
    let mut renamed: Vec<(Id, Id)> = Vec::new();
    for mut change in std::mem::take(&mut model.pending) {
        let newest = renamed.iter().rev().find(|(old, _)| *old == change.case);
        if let Some((_, new)) = newest.cloned() {
            change.case = new;
        }
        match change.replay(&mut model.book) {
            Ok(Some(again)) => {
                if again.case != change.case {
                    renamed.push((change.case, again.case.clone()));
                }
                model.pending.push(again);
            }
            Ok(None) => {}
            Err(_) => lost += 1,
        }
    }
    let here = renamed.into_iter().find(|(old, _)| model.case.as_ref() == Some(old));
    if let Some((_, new)) = here {
        model.case = Some(new);
    }
    match lost {
        0 if revived => model.say_words(Tone::Plain, "ui-revived", &[]),
        0 => model.say_words(Tone::Plain, "ui-rebased", &[]),
        _ => model.say_words(Tone::Bad, "ui-rebased-lost", &[("count", lost.into())]),
    }
    model.refresh();
    anchors.hold(model);
    recompute(model);
    model.changed = revived || !model.pending.is_empty();
    if !model.changed {
        model.save = SaveState::Unchanged;
        // The change that was to be saved before leaving is gone. The person
        // has to see that first.
        model.leaving = false;
    }
    model.refresh();
    forms::refill(model);
}

/// The book was read again, or could not be.
pub(super) fn reloaded(model: &mut Model, read: Result<Box<Book>, String>) {
    match read {
        Err(reason) => model.say(Tone::Bad, reason),
        Ok(book) if model.pending.is_empty() => {
            let same = *book == model.book;
            let anchors = Anchors::of(model);
            model.book = *book;
            model.refresh();
            anchors.hold(model);
            recompute(model);
            if !model.changed {
                let key = if same { "ui-reloaded-same" } else { "ui-reloaded" };
                model.say_words(Tone::Good, key, &[]);
            }
            forms::refill(model);
        }
        Ok(book) => rebase(model, *book, false),
    }
}

/// Another program has written the file. The person sees what is there now, at
/// the place where they are, and what came.
pub(super) fn live(model: &mut Model, theirs: Book) {
    let mended = matches!(model.save, SaveState::Failed(_));
    // There is a file now, and the screen shows what it holds.
    if model.save == SaveState::Fresh && model.pending.is_empty() {
        model.save = SaveState::Unchanged;
    }
    if !model.pending.is_empty() {
        return rebase(model, theirs, false);
    }
    if mended {
        model.save = SaveState::Unchanged;
    }
    if theirs == model.book {
        if mended {
            model.say_words(Tone::Good, "restore-mended", &[]);
        }
        return;
    }
    let anchors = Anchors::of(model);
    let came = theirs.changes_since(&model.book);
    model.book = theirs;
    model.before_restore = None;
    model.refresh();
    anchors.hold(model);
    match (came, model.newest_entry()) {
        (1, what) if !what.is_empty() => {
            model.say_words(Tone::Plain, "restore-live-one", &[("what", what.into())]);
        }
        (count, _) => model.say_words(Tone::Plain, "restore-live", &[("count", count.into())]),
    }
    recompute(model);
    forms::refill(model);
}
