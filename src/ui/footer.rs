//! The last line: what was just said, or the keys that work now.

use ratatui::layout::Rect;

use super::{canvas::Canvas, theme::Role};
use crate::{
    app::{Command, Dialog, MenuKind, Model, PANES, Tone, Topic},
    text::{width, wrap},
};

/// What the footer offers where, most useful first. What makes no sense now
/// is left out, and so is what does not fit.
fn offered(model: &Model) -> &'static [Command] {
    use Command as C;
    match model.dialogs.last() {
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
        Some(Dialog::Menu(_)) => &[C::Choose, C::Close, C::ScrollDown, C::ScrollUp],
        Some(Dialog::Form(form)) if form.fields.len() == 1 => &[C::Accept, C::Cancel],
        Some(Dialog::Form(_)) => {
            &[C::Accept, C::Cancel, C::ScanInstead, C::NextField, C::NextChoice]
        }
    }
}

/// The key to show: where letters are typed, one that is no letter.
fn shown_key(model: &Model, command: Command) -> String {
    let keys = model.keymap.keys_of(command);
    let typing = matches!(model.dialogs.last(), Some(Dialog::Menu(menu)) if menu.filter.is_some());
    let good = keys.iter().find(|key| !typing || key.chars().count() > 1);
    good.or(keys.first()).cloned().unwrap_or_default()
}

pub(super) fn draw(model: &Model, canvas: &mut Canvas<'_>, row: Rect) {
    if let Some(toast) = &model.toast {
        let role = match toast.tone {
            Tone::Good => Role::Good,
            Tone::Bad => Role::Bad,
            Tone::Plain => Role::Heading,
        };
        // What does not fit on one line may cover the row above.
        let lines = wrap(&toast.text, row.width.saturating_sub(2).into());
        let above = u16::try_from(lines.len().saturating_sub(1)).unwrap_or_default().min(row.y);
        let first = row.y - above.min(2);
        canvas.clear(Rect { y: first, height: row.y - first + 1, ..row });
        for (line, y) in lines.iter().zip(first..=row.y) {
            canvas.put(row.x + 1, y, row.width.saturating_sub(1), line, role);
        }
        return;
    }
    if !model.pending.is_empty() {
        let keys: Vec<String> = model.pending.iter().map(ToString::to_string).collect();
        let told = format!("{} …", keys.join(" "));
        canvas.put(row.x + 1, row.y, row.width.saturating_sub(1), &told, Role::Key);
        return;
    }
    let mut x = row.x + 1;
    for command in offered(model).iter().filter(|one| model.why_not(**one).is_none()) {
        let key = shown_key(model, *command);
        let label = model.text.get(&format!("ui-key-{}", command.id())).into_owned();
        let wide = u16::try_from(width(&key) + 1 + width(&label)).unwrap_or(u16::MAX);
        if key.is_empty() || x.saturating_add(wide) > row.right() {
            continue;
        }
        let pieces = [(key.as_str(), Role::Key), (" ", Role::Text), (&label, Role::Text)];
        canvas.put_all(x, row.y, wide, &pieces);
        x += wide + 2;
    }
}
