//! The last line: what was just said, or the keys that work now.

use ratatui::layout::Rect;

use super::{screen::Screen, theme::Role};
use crate::{
    app::{Command, Dialog, Model, Tone, hints, why_not},
    text::{width, wrap},
};

/// The key to show. Where letters are typed it is one that is no letter.
fn shown_key(model: &Model, command: Command) -> String {
    let keys = model.keymap.keys_of(command);
    let typing = matches!(model.dialogs.last(), Some(Dialog::Menu(menu)) if menu.filter.is_some());
    let good = keys.iter().find(|key| !typing || key.chars().count() > 1);
    good.or(keys.first()).cloned().unwrap_or_default()
}

pub(super) fn draw(model: &Model, screen: &mut Screen<'_>, row: Rect) {
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
        screen.clear(Rect { y: first, height: row.y - first + 1, ..row });
        let room = Rect {
            x: row.x + 1,
            y: first,
            width: row.width.saturating_sub(2),
            height: row.y - first + 1,
        };
        screen.lines(room, &lines, role);
        return;
    }
    if !model.keys_so_far.is_empty() {
        return follow(model, screen, row);
    }
    let mut left: Vec<(Command, String, String, u16)> = hints(model, model.dialogs.last())
        .iter()
        .filter(|one| why_not(model, **one).is_none())
        .map(|command| {
            let key = shown_key(model, *command);
            let label = model.text.get(&format!("ui-key-{}", command.id())).into_owned();
            let wide = u16::try_from(width(&key) + 1 + width(&label)).unwrap_or(u16::MAX);
            (*command, key, label, wide)
        })
        .filter(|(_, key, ..)| !key.is_empty())
        .collect();
    // Help, close or cancel is shown in every window, however narrow.
    let needed = left.iter().position(|(command, ..)| is_way_out(*command));
    let room = row.width.saturating_sub(1);
    let mut used = 0;
    let mut reserved = needed.and_then(|at| left.get(at)).map_or(0, |one| one.3.saturating_add(2));
    left.retain(|(command, _, _, wide)| {
        let is_needed = is_way_out(*command);
        if is_needed {
            reserved = 0;
        }
        let fits = used + wide.saturating_add(reserved) <= room;
        used += if fits { wide + 2 } else { 0 };
        fits
    });
    let mut x = row.x + 1;
    for (_, key, label, wide) in &left {
        let pieces = [(key.as_str(), Role::Key), (" ", Role::Text), (label, Role::Text)];
        screen.put_all(x, row.y, *wide, &pieces);
        x += wide + 2;
    }
}

/// One of them is shown in every window.
fn is_way_out(command: Command) -> bool {
    matches!(command, Command::Help | Command::Close | Command::Cancel | Command::CallEnd)
}

/// What can follow on the keys pressed so far.
fn follow(model: &Model, screen: &mut Screen<'_>, row: Rect) {
    let keys: Vec<String> = model.keys_so_far.iter().map(ToString::to_string).collect();
    let after: Vec<(String, String)> = model
        .following()
        .into_iter()
        .map(|(rest, command)| (rest, model.text.get(command.text()).into_owned()))
        .collect();
    let rows = u16::try_from(after.len()).unwrap_or(u16::MAX).min(row.y);
    let first = row.y - rows;
    screen.clear(Rect { y: first, height: rows + 1, ..row });
    for ((rest, words), y) in after.iter().zip(first..row.y) {
        let pieces = [(rest.as_str(), Role::Key), ("  ", Role::Text), (words, Role::Text)];
        screen.put_all(row.x + 3, y, row.width.saturating_sub(3), &pieces);
    }
    let list = Rect { y: first, height: rows, width: row.width.saturating_sub(1), ..row };
    screen.more(list, false, usize::from(rows) < after.len());
    let told = format!("{} …", keys.join(" "));
    screen.put(row.x + 1, row.y, row.width.saturating_sub(1), &told, Role::Key);
}
