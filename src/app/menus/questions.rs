//! Questions that are asked before something is done.

use crate::{
    app::{
        availability::why_not,
        command::Command,
        model::Model,
        panes::PaneId,
        value::{Choice, MenuEntry},
    },
    domain::{Id, Item, Route},
    text::Text,
};

fn entry(text: &Text, label: &str, note: &str, choice: Choice) -> MenuEntry {
    let note = if note.is_empty() { String::new() } else { text.get(note).into_owned() };
    MenuEntry::new(text.get(label).into_owned(), note, choice)
}

/// Whether something was owed when a precondition is ticked.
pub(super) fn settle(text: &Text, item: &Item) -> Vec<MenuEntry> {
    let check = |settled| Choice::Check { item: item.clone(), settled };
    vec![
        entry(text, "ui-settle-nothing", "ui-settle-nothing-note", check(false)),
        entry(text, "ui-settle-paid", "ui-settle-paid-note", check(true)),
    ]
}

/// Whether really no account uses the number.
pub(super) fn no_accounts(text: &Text, item: &Item) -> Vec<MenuEntry> {
    let list = Choice::Jump(PaneId::Accounts, 0);
    let check = Choice::Check { item: item.clone(), settled: false };
    vec![
        entry(text, "ui-no-accounts-list", "ui-no-accounts-list-note", list),
        entry(text, "ui-no-accounts-none", "ui-no-accounts-none-note", check),
    ]
}

/// Whether the letter that became this contact was the application.
pub(super) fn sent_submits(text: &Text, id: &Id) -> Vec<MenuEntry> {
    let submit = Choice::SubmitSent(id.clone());
    vec![
        entry(text, "ui-sent-submits-yes", "ui-sent-submits-yes-note", submit),
        entry(text, "ui-sent-submits-no", "ui-sent-submits-no-note", Choice::GoOn),
    ]
}

/// Whether the line is kept, or closed after all.
pub(super) fn keep(model: &Model) -> Vec<MenuEntry> {
    let text = &model.text;
    let kept = model.current().is_some_and(|case| case.route == Route::Keep);
    let (label, note) = if kept {
        ("ui-keep-close", "ui-keep-close-note")
    } else {
        ("ui-keep-yes", "ui-keep-yes-note")
    };
    vec![
        entry(text, label, note, Choice::Keep),
        entry(text, "ui-keep-no", "ui-keep-no-note", Choice::GoOn),
    ]
}

/// Whether the call is over, and whether it is kept.
pub(super) fn end_call(text: &Text) -> Vec<MenuEntry> {
    vec![
        entry(text, "ui-end-call-log", "ui-end-call-log-note", Choice::LogCall),
        entry(text, "ui-end-call-on", "", Choice::GoOn),
        entry(text, "ui-end-call-drop", "ui-end-call-drop-note", Choice::DropCall),
    ]
}

/// What comes after a case was opened: to find the accounts.
pub(super) fn opened(model: &Model) -> Vec<MenuEntry> {
    let text = &model.text;
    let scan = entry(text, "ask-scan", "ask-scan-note", Choice::Run(Command::Scan));
    let scan = MenuEntry { unavailable: why_not(model, Command::Scan), ..scan };
    let mut all = vec![scan, entry(text, "ask-list", "ask-list-note", Choice::AddAccounts)];
    if model.tour_is_due() {
        all.push(entry(text, "ask-tour", "ask-tour-note", Choice::Run(Command::Tour)));
    }
    all.push(entry(text, "ask-later", "ask-later-note", Choice::GoOn));
    all
}

/// What to do about a save that failed on leaving.
pub(super) fn unsaved(text: &Text) -> Vec<MenuEntry> {
    vec![
        entry(text, "ui-unsaved-retry", "", Choice::SaveAgain),
        entry(text, "ui-unsaved-quit", "", Choice::QuitUnsaved),
    ]
}
