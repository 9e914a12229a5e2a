//! Whether a command can be carried out now, and if not, why. What each command
//! needs stands in its row.

use super::{
    command::{Command, Need},
    forms,
    model::Model,
    selection::selected,
    value::{Call, Dialog, FormKind, Opening, SaveState},
};
use crate::domain::{Item, ItemKind, Refusal, Stage};

/// Why a command cannot be carried out now, in words that say what it would
/// need. Nothing if it can.
pub(crate) fn why_not(model: &Model, command: Command) -> Option<String> {
    command.needs().iter().find_map(|need| missing(model, *need))
}

/// Why it is not as `need` says.
fn missing(model: &Model, need: Need) -> Option<String> {
    let item = || selected(model);
    let kind_is = |fine: fn(ItemKind) -> bool| item().is_some_and(|item| fine(item.kind));
    let pane = model.focus.pane();
    let on_pane = model.dialogs.is_empty();
    let (holds, key) = match need {
        Need::Present => {
            let past = model.past.as_ref()?;
            return Some(model.refusal_words(&Refusal::Past(past.day)));
        }
        Need::Case => (model.current().is_some(), "ui-needs-case"),
        Need::OnAccount => (kind_is(|kind| kind == ItemKind::Account), "ui-needs-account"),
        Need::Chosen => needs_chosen(model),
        Need::Selected => (item().is_some(), "ui-needs-row"),
        Need::Tickable => (kind_is(can_tick), "ui-not-a-tick"),
        Need::Checkable => (kind_is(is_on_checklist), "ui-needs-item"),
        Need::Attachable => (kind_is(takes_files), "ui-needs-document"),
        Need::Editable if edits_terms(model) => return missing(model, Need::Countdown),
        Need::Editable => (on_pane && pane.edit.is_some() || item().is_some(), "ui-needs-row"),
        Need::Deletable => {
            (item().is_some_and(|item| can_delete(model, &item)), "ui-needs-deletable")
        }
        Need::Extensible => match (pane.add)() {
            Some(Opening::Submit) if on_pane => return why_not_submit(model),
            opening => (opening.is_some(), "ui-nothing-to-add"),
        },
        Need::Submittable => return why_not_submit(model),
        Need::Pending => {
            let pending = model.current().and_then(|case| case.pending());
            (pending.is_some(), "ui-needs-application")
        }
        Need::Answerable => return why_no_answer(model),
        Need::Ended => {
            let stage = model.status.as_ref().map(|status| status.stage);
            let over = stage.is_some_and(Stage::is_over) && stage != Some(Stage::Abandoned);
            (over, "ui-needs-end")
        }
        Need::Kept => {
            let kept = model.status.as_ref().is_some_and(|status| status.stage == Stage::Kept);
            (kept, "ui-needs-kept")
        }
        Need::Archivable => {
            let (case, status) = (model.current()?, model.status.as_ref()?);
            let refusal = case.archive(status.stage, status.watch, model.today()).err();
            let refusal = refusal.filter(|_| case.archived.is_none());
            return refusal.map(|refusal| model.refusal_words(&refusal));
        }
        Need::Countdown if model.scene()?.counts_days() => return None,
        Need::Countdown | Need::Applying => return why_not_applying(model),
        Need::Stoppable => (model.preferences.can_stop, "ui-needs-unix"),
        Need::Copies => (!model.copies.is_empty(), "ui-needs-copies"),
        Need::Findings => {
            let some = model.status.as_ref().is_some_and(|status| status.inbox > 0);
            (some, "ui-inbox-empty")
        }
        Need::Conflict => {
            let some = model.current().is_some_and(|case| !case.conflicts.is_empty());
            (some, "ui-needs-conflict")
        }
        Need::History => {
            let history = model.current().is_some_and(|case| !case.history.is_empty());
            let history = history || model.before_restore.is_some();
            (history, "say-nothing-to-undo")
        }
        Need::Unsaved => match &model.save {
            // Nothing was changed here, but the file cannot be used.
            SaveState::Failed(reason) if !model.has_unsaved() => return Some(reason.clone()),
            _ => (model.has_unsaved(), "ui-needs-unsaved"),
        },
        Need::Undone => (model.redoable().is_some(), "say-nothing-to-redo"),
        Need::TwoCases => (model.shown_cases().len() > 1, "ui-needs-two-cases"),
        Need::ScanForm => (scans(model), "ui-needs-scan"),
        Need::AccountForm => (adds_account(model), "ui-needs-accounts"),
        Need::RealFiles => (model.save != SaveState::Demo, "ui-demo-no-files"),
        Need::Demo => (model.save == SaveState::Demo, "ui-only-demo"),
        Need::SmallWindow => (!Call::is_wide(model.size), "ui-call-scan"),
    };
    let open = || [("open", model.keymap.key_of(Command::Open).into())];
    (!holds).then(|| model.text.with(key, &open()))
}

/// Nothing is done to accounts that a filter hides, and that is said.
fn needs_chosen(model: &Model) -> (bool, &'static str) {
    let accounts = &model.accounts;
    let hidden = !accounts.chosen.is_empty();
    let key = if hidden { "ui-chosen-are-hidden" } else { "ui-needs-chosen" };
    (!accounts.chosen_and_shown().is_empty(), key)
}

fn can_tick(kind: ItemKind) -> bool {
    !matches!(kind, ItemKind::Application | ItemKind::Line)
}

fn is_on_checklist(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Precondition | ItemKind::Document | ItemKind::Safeguard)
}

fn takes_files(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Document | ItemKind::Safeguard)
}

/// Whether the person has added an item, or said something about it, that can
/// be deleted.
fn can_delete(model: &Model, item: &Item) -> bool {
    let Some(case) = model.current() else { return false };
    match item.kind {
        ItemKind::Account
        | ItemKind::Contact
        | ItemKind::Obstacle
        | ItemKind::Application
        | ItemKind::Line => true,
        ItemKind::Document => {
            case.extra_document(&item.id).is_ok() || !case.mark(item).files.is_empty()
        }
        ItemKind::Precondition | ItemKind::Safeguard => !case.mark(item).is_blank(),
    }
}

/// Whether the form on top adds an account.
fn adds_account(model: &Model) -> bool {
    matches!(model.dialogs.last(), Some(Dialog::Form(form)) if form.kind == FormKind::Account(None))
}

/// Whether the form on top asks for a file to scan.
fn scans(model: &Model) -> bool {
    matches!(model.dialogs.last(), Some(Dialog::Form(form)) if form.kind == FormKind::Scan)
}

/// Whether editing would open the form for the counting of a review.
fn edits_terms(model: &Model) -> bool {
    match selected(model) {
        Some(item) => forms::editing(model, &item) == Some(FormKind::Terms),
        None => model.scene().is_some_and(|scene| {
            model.focus.pane().edit.is_some_and(|kind| kind(&scene) == FormKind::Terms)
        }),
    }
}

/// Why no answer of the carrier can be recorded. A yes that is there can be given
/// its confirmation.
fn why_no_answer(model: &Model) -> Option<String> {
    let case = model.current()?;
    if case.approval().is_some() {
        return None;
    }
    match case.awaited().err()? {
        Refusal::NothingPending => Some(model.text.get("ui-needs-application").into_owned()),
        refusal => Some(model.refusal_words(&refusal)),
    }
}

/// Why nothing can be submitted. What is open on the checklist does not count
/// here: an application can be submitted anyway.
fn why_not_submit(model: &Model) -> Option<String> {
    match model.current()?.pending() {
        Some(pending) => Some(model.refusal_words(&Refusal::AlreadyPending(pending.on))),
        None => why_not_applying(model),
    }
}

/// Why there will be no application.
fn why_not_applying(model: &Model) -> Option<String> {
    let (case, stage) = (model.current()?, model.status.as_ref()?.stage);
    let refusal = match stage {
        Stage::Cancelled | Stage::Closed | Stage::Abandoned => Refusal::Over(stage),
        _ => case.asks().err()?,
    };
    Some(model.refusal_words(&refusal))
}
