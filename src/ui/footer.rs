//! The last line: what was just said, or the keys that work now.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::{frame, screen::Screen, theme::Role};
use crate::{
    app::{
        Command, Dialog, Model, Target, Tone, agenda_offers, can_be_toggled, chosen_count,
        command_words, hints, is_ticked, menu_entries, next_state, why_not,
    },
    text::{width, wrap},
};

/// The key to show. Where letters are typed it is one that is no letter.
fn shown_key(model: &Model, command: Command) -> String {
    let typing = matches!(model.dialogs.last(), Some(Dialog::Menu(menu)) if menu.filter.is_some());
    if !typing {
        return model.keymap.key_of(command);
    }
    let keys = model.keymap.keys_of(command);
    let good = keys.iter().find(|key| key.chars().count() > 1);
    good.or(keys.first()).cloned().unwrap_or_default()
}

/// Cells between a message and the keys beside it.
const BESIDE: u16 = 4;
/// Fewest rows of a window in which a message can have a frame.
const FRAMED: u16 = 12;
pub(super) fn draw(model: &Model, screen: &mut Screen<'_>, row: Rect) {
    if let Some(toast) = &model.toast {
        let role = match toast.tone {
            Tone::Good => Role::Good,
            Tone::Bad => Role::Bad,
            Tone::Plain => Role::Heading,
        };
        let lines = wrap(&toast.text, row.width.saturating_sub(2).into());
        if lines.len() < 2 || row.bottom() < FRAMED {
            let above = u16::try_from(lines.len().saturating_sub(1)).unwrap_or_default();
            let first = row.y - above.min(row.y).min(2);
            let room = Rect {
                x: row.x + 1,
                y: first,
                width: row.width.saturating_sub(2),
                height: row.y - first + 1,
            };
            if lines.len() < 2 {
                over_keys(model, screen, row, &toast.text);
            } else {
                screen.clear(Rect { x: row.x, width: row.width, ..room });
            }
            screen.lines(room, &lines, role);
            return;
        }
        framed(&toast.text, role, screen, row);
    }
    if !model.keys_so_far.is_empty() {
        return follow(model, screen, row);
    }
    keys(model, screen, row, &[]);
}

/// Makes room for a short message. The keys right of it stay where they are, so that little
/// of the row changes; all are written beside it where it would cover the way out, or what the
/// change has made possible. What the message itself names is not named again.
fn over_keys(model: &Model, screen: &mut Screen<'_>, row: Rect, message: &str) {
    let told = u16::try_from(width(message)).unwrap_or(u16::MAX);
    let told = told.saturating_add(BESIDE).min(row.width);
    let beside = Rect { x: row.x + told, width: row.width - told, ..row };
    let undo = model.keymap.key_of(Command::Undo);
    let names_undo = !undo.is_empty() && message.split_whitespace().any(|word| word == undo);
    let hidden: &[Command] = if names_undo { &[Command::Undo, Command::FoundUndo] } else { &[] };
    let places = keys(model, screen, row, hidden);
    let kept = |command: Command| is_way_out(command) || is_next_act(command);
    let stays = places.iter().all(|(x, command)| *x >= beside.x || !kept(*command));
    let first = places.iter().map(|(x, _)| *x).filter(|x| *x >= beside.x && stays).min();
    let covered = Rect { width: first.unwrap_or(row.right()) - row.x, ..row };
    screen.clear(covered);
    screen.target(covered, Target::Nothing);
    if !stays && beside.width >= BESIDE * 4 {
        keys(model, screen, beside, hidden);
    }
}

/// A message that takes more than the last line, in a frame of its own above the keys. It
/// has whole rows: the frames of panes end above it and are not cut at its sides.
fn framed(told: &str, role: Role, screen: &mut Screen<'_>, row: Rect) {
    let lines = wrap(told, row.width.saturating_sub(4).into());
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2).min(row.y);
    let inner = frame::note(screen, Rect { y: row.y - height, height, ..row }, role);
    screen.lines(inner, &lines, role);
}

/// The keys: those of the pane or the dialog from the left, those that work
/// everywhere at the right end. Each can be clicked. One can be hidden: the others stay where
/// they are. Returns where each stands.
fn keys(
    model: &Model,
    screen: &mut Screen<'_>,
    row: Rect,
    hidden: &[Command],
) -> Vec<(u16, Command)> {
    let all = hints(model, model.dialogs.last());
    let keys: Vec<Hint<'_>> = all
        .iter()
        .filter(|one| why_not(model, **one).is_none() && does_something(model, **one))
        .map(|command| {
            let key = shown_key(model, *command);
            let label = label(model, *command);
            let wide = u16::try_from(width(&key) + 1 + width(&label)).unwrap_or(u16::MAX);
            Hint { command: *command, key, label, wide }
        })
        .filter(|hint| !hint.key.is_empty())
        .collect();
    let (needed, others): (Vec<Hint<'_>>, Vec<Hint<'_>>) =
        keys.into_iter().partition(|hint| is_way_out(hint.command));
    // Help, close or cancel is shown in every window, however narrow; so is the way to
    // all commands.
    let mut left = row.width.saturating_sub(2);
    let mut shown: Vec<Hint<'_>> = Vec::new();
    for hint in needed.into_iter().chain(others) {
        if hint.wide <= left || shown.is_empty() {
            left = left.saturating_sub(hint.wide.saturating_add(GAP));
            shown.push(hint);
        }
    }
    // In the order in which they were named.
    shown.sort_by_key(|hint| all.iter().position(|one| *one == hint.command));
    let general = |hint: &Hint<'_>| GENERAL.contains(&hint.command);
    let (at_end, own): (Vec<Hint<'_>>, Vec<Hint<'_>>) = shown.into_iter().partition(general);
    let mut places = Vec::with_capacity(own.len() + at_end.len());
    let mut x = row.x + 1;
    let mut place = |x: u16, hint: &Hint<'_>| {
        if hidden.contains(&hint.command) {
            return x.saturating_add(hint.wide).saturating_add(GAP);
        }
        places.push((x, hint.command));
        put(screen, x, row, hint)
    };
    for hint in &own {
        x = place(x, hint);
    }
    let wide: u16 = at_end.iter().map(|hint| hint.wide.saturating_add(GAP)).sum();
    let mut x = (row.right().saturating_sub(wide.saturating_sub(GAP) + 1)).max(x);
    for hint in &at_end {
        x = place(x, hint);
    }
    places
}

/// What a command does, in a word. Of an account it is named what it becomes, and of a
/// form what its last field leads to.
fn label(model: &Model, command: Command) -> Cow<'_, str> {
    let next = if command == Command::Toggle { next_state(model) } else { None };
    let form = match model.dialogs.last() {
        Some(Dialog::Form(form)) => Some(form),
        _ => None,
    };
    let chosen = chosen_count(model);
    let key = match (next, form, command) {
        // A tick goes to those, and not to the row with the cursor.
        (.., Command::Toggle) if chosen > 0 => {
            return model.text.with("ui-key-toggle-chosen", &[("count", chosen.into())]).into();
        }
        (Some(state), ..) => format!("ui-key-toggle-{}", state.word()),
        (_, _, Command::Toggle) if is_ticked(model) => "ui-key-untick".to_owned(),
        (_, _, Command::Choose) if is_agenda(model) => {
            let menu = model.dialogs.last().and_then(|one| match one {
                Dialog::Menu(menu) => Some(menu),
                _ => None,
            });
            return menu.map(|menu| agenda_offers(model, menu)).unwrap_or_default().into();
        }
        (_, Some(form), Command::Accept) if form.adds_at_once() => "ui-key-add".to_owned(),
        (_, Some(form), Command::Accept) if form.is_on_last() => form.kind.verb().to_owned(),
        (_, Some(form), Command::NextField) if form.completes() => "ui-key-complete".to_owned(),
        (_, Some(form), Command::SaveForm) if form.is_ahead_of_route() => {
            "ui-key-to-route".to_owned()
        }
        _ => format!("ui-key-{}", command.id()),
    };
    model.text.get(&key)
}

/// Whether the agenda is on top: what is chosen there is done or put off.
fn is_agenda(model: &Model) -> bool {
    matches!(model.dialogs.last(), Some(Dialog::Menu(menu)) if menu.kind.is_agenda())
}

/// Whether the field with the cursor has a use for a command.
fn does_something(model: &Model, command: Command) -> bool {
    if is_agenda(model) && command == Command::Choose {
        return model.dialogs.last().is_some_and(|one| match one {
            Dialog::Menu(menu) => !menu_entries(model, menu).is_empty(),
            _ => false,
        });
    }
    let Some(Dialog::Form(form)) = model.dialogs.last() else {
        let ticks = command != Command::Toggle || chosen_count(model) > 0;
        return ticks || can_be_toggled(model);
    };
    match command {
        Command::NextField => form.completes(),
        Command::NextChoice => form.chooses(),
        // On the last field Enter saves as well.
        Command::SaveForm => !form.is_on_last(),
        _ => true,
    }
}

/// A key of the bar.
struct Hint<'a> {
    command: Command,
    key: String,
    label: Cow<'a, str>,
    wide: u16,
}

/// Cells between two keys.
const GAP: u16 = 2;

/// What works everywhere.
const GENERAL: [Command; 6] =
    [Command::Undo, Command::Find, Command::GoNext, Command::Palette, Command::Help, Command::Quit];

/// Writes a key and what it does; returns where the next one stands.
fn put(screen: &mut Screen<'_>, x: u16, row: Rect, hint: &Hint<'_>) -> u16 {
    let pieces = [(hint.key.as_str(), Role::Key), (" ", Role::Text), (&hint.label, Role::Text)];
    let cells = hint.wide.min(row.right().saturating_sub(x));
    screen.put_all(x, row.y, cells, &pieces);
    screen.target(Rect { x, width: cells, ..row }, Target::Run(hint.command));
    x.saturating_add(hint.wide).saturating_add(GAP)
}

/// What a tick can have been the last thing before.
fn is_next_act(command: Command) -> bool {
    matches!(command, Command::Submit | Command::Outcome)
}

/// One of them is shown in every window.
fn is_way_out(command: Command) -> bool {
    use Command as C;
    matches!(command, C::Help | C::Palette | C::Close | C::Cancel | C::CallEnd)
}

/// What can follow on the keys pressed so far.
fn follow(model: &Model, screen: &mut Screen<'_>, row: Rect) {
    let keys: Vec<String> = model.keys_so_far.iter().map(ToString::to_string).collect();
    let after: Vec<(String, String)> = model
        .following()
        .into_iter()
        .map(|(rest, command)| (rest, command_words(model, command).into_owned()))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::Keymap,
        text::{Lang, Text},
    };

    #[test]
    fn eighty_columns_name_everything_that_is_done_with_the_list_of_accounts() {
        let keymap = Keymap::built_in();
        for lang in Lang::ALL {
            let text = Text::new(lang);
            let wide = |command: Command, label: &str| {
                width(&keymap.key_of(command)) + 1 + width(&text.get(&format!("ui-key-{label}")))
            };
            let own = [
                Command::Add,
                Command::Scan,
                Command::ChooseAccount,
                Command::FilterAccounts,
                Command::SortAccounts,
                Command::Palette,
                Command::Help,
            ];
            let others: usize = own.iter().map(|one| wide(*one, one.id()) + usize::from(GAP)).sum();
            for label in ["toggle-to_do", "toggle-started", "toggle-waiting", "toggle-moved"] {
                let all = others + wide(Command::Toggle, label);
                assert!(all <= 78, "{lang:?} {label}: {all}");
            }
        }
    }
}
