//! The last line: what was just said, or the keys that work now.

use ratatui::layout::Rect;

use super::{canvas::Canvas, theme::Role};
use crate::{
    app::{Command, Dialog, Model, Tone},
    text::width,
};

/// What the footer offers where, most useful first. What makes no sense now
/// is left out, and so is what does not fit.
fn offered(model: &Model) -> &'static [Command] {
    use Command as C;
    match model.dialogs.last() {
        None if model.current().is_none() => &[C::Open, C::Palette, C::Help, C::Quit],
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
        Some(Dialog::Page { .. }) => &[C::Close, C::ScrollDown, C::ScrollUp, C::Toggle, C::Edit],
        Some(Dialog::Menu(_)) => &[C::Choose, C::Close, C::ScrollDown, C::ScrollUp],
        Some(Dialog::Form(_)) => &[C::Accept, C::NextField, C::NextChoice, C::Cancel],
    }
}

pub(super) fn draw(model: &Model, canvas: &mut Canvas<'_>, row: Rect) {
    if let Some(toast) = &model.toast {
        let role = match toast.tone {
            Tone::Good => Role::Good,
            Tone::Bad => Role::Bad,
            Tone::Plain => Role::Heading,
        };
        canvas.put(row.x + 1, row.y, row.width.saturating_sub(1), &toast.text, role);
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
        let key = model.keymap.key_of(*command);
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
