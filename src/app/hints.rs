//! Which commands the footer and help name first, the most useful first.

use super::{
    command::{Command, list},
    model::Model,
    value::{Dialog, MenuKind, Topic},
};

/// The commands to name first while `on_top` is on top, or while the dashboard
/// is. Some of them may not be available now.
pub(crate) fn hints(model: &Model, on_top: Option<&Dialog>) -> Vec<Command> {
    let usual = usual(model, on_top).iter().copied();
    // What is not saved comes before everything else.
    let first = (on_top.is_none() && model.save_failed()).then_some(Command::SaveAgain);
    first.into_iter().chain(usual).collect()
}

fn usual(model: &Model, on_top: Option<&Dialog>) -> &'static [Command] {
    let Some(dialog) = on_top else {
        let welcome: &[Command] =
            if model.is_lost() { list![Quit] } else { list![Open Palette Help Quit] };
        return model.current().map_or(welcome, |_| model.focus.pane().hints);
    };
    match dialog {
        Dialog::Page { topic: Topic::Item(_), .. } => list![
            Close ScrollDown ScrollUp Toggle Edit Copy Outcome Extend Waive Attach
        ],
        Dialog::Page { topic: Topic::Letter(..), .. } => list![
            LetterCopy LetterSave LetterSent LetterLanguage LetterEdit Close ScrollDown ScrollUp
        ],
        Dialog::Page { .. } => list![Close ScrollDown ScrollUp],
        Dialog::Call(_) => list![
            CallAgent CallReference CallPromise CallRefused CallNote CallEnd CallNextChannel CallCode
            ScrollDown
        ],
        Dialog::Menu(menu) if menu.kind == MenuKind::Found => list![
            FoundAccept FoundAll FoundIgnore FoundUndo Close FoundChecklist FoundMerge FoundRename
        ],
        Dialog::Menu(_) => list![Choose Close],
        Dialog::Scanning(_) => list![Close],
        Dialog::WhatIf(_) => list![SlideEarlier SlideLater Close],
        // The tour names its own keys.
        Dialog::Tour(_) => list![],
        Dialog::Form(form) if form.question().is_some() => {
            list![Accept PreviousField NextChoice SaveForm Cancel]
        }
        Dialog::Form(form) if form.focus + 1 >= form.fields.len() => {
            list![Accept NextField NextChoice Cancel ExportsHere]
        }
        Dialog::Form(_) => list![Accept SaveForm Cancel ScanInstead NextChoice],
    }
}
