//! Commands in what lies on top of the dashboard.

use jiff::ToSpan as _;

use super::letter;
use crate::app::{
    command::Command,
    menus,
    model::Model,
    pages::{call_script, page_about},
    talk,
    value::{Call, Choice, Dialog, Effect, Menu, MenuKind, Page, Told, Tone, Topic, moved},
};

/// Moves the selection of a list or the lines of a text by so many.
pub(super) fn scroll(model: &mut Model, steps: isize) {
    let size = model.size;
    let count = match model.dialogs.last() {
        Some(Dialog::Menu(menu)) => menus::entries(model, menu).len(),
        Some(Dialog::Page { topic, .. }) => {
            page_about(model, topic).longest_scroll(Page::room(size))
        }
        Some(Dialog::Call(call)) => {
            call_script(model, &call.channel).longest_scroll(Call::room(size))
        }
        _ => 0,
    };
    let today = model.today();
    match model.dialogs.last_mut() {
        Some(Dialog::Menu(menu)) => menu.step(steps, count),
        Some(Dialog::Page { scroll, .. } | Dialog::Call(Call { scroll, .. })) => {
            *scroll = moved(*scroll, steps, count);
        }
        // Up and down go by weeks, the ends return to today.
        Some(Dialog::WhatIf(day)) if matches!(steps, isize::MIN | isize::MAX) => *day = today,
        Some(Dialog::WhatIf(_)) => slide(model, i64::try_from(steps).unwrap_or_default() * 7),
        _ => {}
    }
}

/// Moves the day of submitting by so many days.
pub(in crate::app) fn slide(model: &mut Model, days: i64) {
    if let Some(Dialog::WhatIf(day)) = model.dialogs.last_mut() {
        *day = day.checked_add(days.days()).unwrap_or(*day);
    }
}

/// Closes what is on top. A scan is stopped. A call is not closed so, since what
/// is typed next would be commands: the person is told how to end it.
pub(super) fn close(model: &mut Model) {
    if let Some(Dialog::Call(_)) = model.dialogs.last() {
        let key = model.keymap.key_of(Command::CallEnd);
        let told = talk::of_call(model, "ui-call-ends-by");
        return model.say_words(Tone::Plain, &told, &[("key", key.into())]);
    }
    if letter::is_edited(model) {
        return model.open_menu(MenuKind::DropLetter);
    }
    // Only what was held for merging is let go, not the findings.
    if model.dialogs.last().is_some_and(|one| one.is_menu(&MenuKind::Found))
        && model.merging.take().is_some()
    {
        return model.say_words(Tone::Plain, "ui-found-let-go", &[]);
    }
    // Without a book there is nothing beneath the list of its backups.
    if model.lost.is_some()
        && model.dialogs.last().is_some_and(|one| one.is_menu(&MenuKind::Backups))
    {
        return model.ask(Effect::QuitUnsaved);
    }
    match model.dialogs.pop() {
        Some(Dialog::Scanning(_)) => {
            model.say_words(Tone::Plain, "ui-scan-stopped", &[]);
            model.ask(Effect::StopScan);
        }
        Some(Dialog::Menu(Menu { kind: about @ MenuKind::AgendaEntry(_), .. })) => {
            back_to_agenda(model, about);
        }
        _ => {}
    }
}

/// Shows the agenda again, at the entry that was looked at.
fn back_to_agenda(model: &mut Model, about: MenuKind) {
    let mut agenda = Menu::new(MenuKind::Agenda);
    let wanted = Choice::List(about);
    let at = menus::entries(model, &agenda).iter().position(|entry| entry.choice == wanted);
    agenda.selected = at.unwrap_or_default();
    model.dialogs.push(Dialog::Menu(agenda));
}

/// Goes on to the next step of the tour; anything else, and the tour after its
/// last step, is closed. What is still under way is left alone: to close it would stop
/// it, or lose its answer, and whoever presses Enter once more asks for neither.
pub(super) fn go_on(model: &mut Model) {
    /// The words of each step are under `ui-tour-<step>`.
    const STEPS: usize = 4;
    match model.dialogs.last_mut() {
        Some(Dialog::Tour(step)) if *step + 1 < STEPS => *step += 1,
        Some(
            Dialog::Scanning(_)
            | Dialog::Page { topic: Topic::Told(Told { answer: None, .. }), .. },
        ) => {}
        _ => close(model),
    }
}
