//! Questions that are asked before something is done.

use crate::{
    app::{
        availability::why_not,
        command::Command,
        model::Model,
        panes::PaneId,
        talk,
        value::{Choice, Dialog, MenuEntry},
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

/// Whether the call is over, and whether it is kept. Who noted something has called; who
/// only looked has to say so, and whom.
pub(super) fn end_call(model: &Model) -> Vec<MenuEntry> {
    let text = &model.text;
    let call = model.dialogs.iter().rev().find_map(|one| match one {
        Dialog::Call(call) => Some(call),
        _ => None,
    });
    let (Some(call), Some(words)) = (call, model.words()) else { return Vec::new() };
    let log = |id: &&Id| {
        let name = words.channel_title(id.as_str());
        let key = talk::of_channel(model, id, "ui-end-call-log");
        let label = text.with(&key, &[("channel", name.into())]);
        let note = text.get("ui-end-call-log-note").into_owned();
        MenuEntry::new(label, note, Choice::LogCall((*id).clone()))
    };
    let log = call.channels().iter().map(log).collect::<Vec<_>>();
    let on = entry(text, "ui-end-call-on", "", Choice::GoOn);
    if call.spoken().is_some() {
        let keys = ["ui-end-call-drop", "ui-end-call-drop-note"];
        let [label, note] = keys.map(|key| talk::of_call(model, key));
        let drop = entry(text, &label, &note, Choice::DropCall);
        return log.into_iter().chain([on, drop]).collect();
    }
    let label = talk::of_call(model, "ui-end-call-none");
    let none = entry(text, &label, "ui-end-call-none-note", Choice::DropCall);
    [on].into_iter().chain(log).chain([none]).collect()
}

/// What to do with a letter that the person has changed.
pub(super) fn drop_letter(text: &Text) -> Vec<MenuEntry> {
    vec![
        entry(text, "ui-drop-letter-on", "", Choice::GoOn),
        entry(text, "ui-drop-letter-save", "", Choice::Run(Command::LetterSave)),
        entry(text, "ui-drop-letter-drop", "ui-drop-letter-drop-note", Choice::DropLetter),
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

/// What to do on leaving about a file that cannot be used, where nothing was changed.
pub(super) fn unusable(text: &Text) -> Vec<MenuEntry> {
    vec![
        entry(text, "ui-unusable-write", "restore-own-note", Choice::Restore(None)),
        entry(text, "ui-unusable-backups", "", Choice::Run(Command::Restore)),
        entry(text, "ui-unusable-quit", "ui-unusable-quit-note", Choice::QuitUnsaved),
    ]
}

/// What to do about a save that failed on leaving.
pub(super) fn unsaved(text: &Text) -> Vec<MenuEntry> {
    vec![
        entry(text, "ui-unsaved-retry", "", Choice::SaveAgain),
        entry(text, "ui-unsaved-quit", "", Choice::QuitUnsaved),
    ]
}
