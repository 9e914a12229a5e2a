//! What the person is most likely to want where they are, most useful first:
//! the footer and help begin with it.

use super::{
    command::Command, dialog::Dialog, menu::MenuKind, model::Model, page::Topic, pane::PANES,
};

/// The commands for who looks at this dialog, or at the dashboard. Some may
/// make no sense just now.
pub fn offered(model: &Model, on: Option<&Dialog>) -> &'static [Command] {
    use Command as C;
    match on {
        None if model.current().is_none() => &[C::Open, C::Palette, C::Help, C::Quit],
        None if PANES.get(model.focus).is_some_and(|pane| pane.id == "review") => &[
            C::Open,
            C::Submit,
            C::Outcome,
            C::Extend,
            C::WhatIf,
            C::Terms,
            C::Help,
            C::Quit,
            C::Undo,
            C::Channels,
            C::NextPane,
            C::Palette,
        ],
        None => &[
            C::Toggle,
            C::Open,
            C::Add,
            C::Edit,
            C::Help,
            C::Quit,
            C::Undo,
            C::Submit,
            C::Outcome,
            C::Channels,
            C::NextPane,
            C::Find,
            C::Palette,
            C::Waive,
            C::Attach,
        ],
        Some(Dialog::Page { topic: Topic::Item(_), .. }) => &[
            C::Close,
            C::ScrollDown,
            C::ScrollUp,
            C::Toggle,
            C::Edit,
            C::Copy,
            C::Outcome,
            C::Extend,
            C::Waive,
            C::Attach,
        ],
        Some(Dialog::Page { topic: Topic::Letter(..), .. }) => {
            &[C::LetterCopy, C::LetterSave, C::LetterEdit, C::Close, C::ScrollDown, C::ScrollUp]
        }
        Some(Dialog::Call(_)) => &[
            C::CallAgent,
            C::CallReference,
            C::CallPromise,
            C::CallRefused,
            C::CallNote,
            C::Close,
            C::CallNextChannel,
            C::CallCode,
            C::ScrollDown,
        ],
        Some(Dialog::Menu(menu)) if menu.kind == MenuKind::Found => &[
            C::FoundAccept,
            C::FoundAll,
            C::FoundIgnore,
            C::FoundUndo,
            C::Close,
            C::FoundChecklist,
            C::FoundMerge,
            C::FoundRename,
        ],
        Some(Dialog::Scanning(_)) => &[C::Close],
        Some(Dialog::WhatIf(_)) => &[C::SlideEarlier, C::SlideLater, C::Close],
        Some(Dialog::Page { .. }) => &[C::Close, C::ScrollDown, C::ScrollUp],
        // The tour tells its own.
        Some(Dialog::Tour(_)) => &[],
        Some(Dialog::Menu(_)) => &[C::Choose, C::Close, C::ScrollDown, C::ScrollUp],
        Some(Dialog::Form(form)) if form.fields.len() == 1 => &[C::Accept, C::Cancel],
        Some(Dialog::Form(_)) => {
            &[C::Accept, C::Cancel, C::ScanInstead, C::NextField, C::NextChoice]
        }
    }
}
