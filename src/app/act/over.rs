//! Commands in what lies on top of the dashboard.

use jiff::ToSpan as _;

use crate::app::{
    call::Call,
    dialog::Dialog,
    form::FormKind,
    forms::{self, Filled},
    menu::{Choice, Menu, MenuKind},
    message::Effect,
    model::{Model, Tone},
    page::{Page, Topic},
    pane::place_of,
};

/// Moves the selection of a menu or the lines of a page.
pub(in crate::app) fn scroll(model: &mut Model, steps: isize) {
    let (count, longest) = match model.dialogs.last() {
        Some(Dialog::Menu(menu)) => (menu.entries(model).len(), 0),
        Some(Dialog::Page { topic, .. }) => {
            (0, Page::about(model, topic).longest_scroll(model.size))
        }
        Some(Dialog::WhatIf(_)) => return slide_far(model, steps),
        Some(Dialog::Call(_)) => (0, Call::longest_scroll(model)),
        _ => return,
    };
    match model.dialogs.last_mut() {
        Some(Dialog::Menu(menu)) => menu.step(steps, count),
        Some(Dialog::Page { scroll, .. }) => {
            *scroll = (*scroll).min(longest).saturating_add_signed(steps).min(longest);
        }
        Some(Dialog::Call(call)) => call.scroll_by(steps, longest),
        _ => {}
    }
}

/// Slides the day of submitting by so many days.
pub(in crate::app) fn slide(model: &mut Model, days: i64) {
    if let Some(Dialog::WhatIf(day)) = model.dialogs.last_mut() {
        *day = day.checked_add(days.days()).unwrap_or(*day);
    }
}

/// Up and down slide by weeks, the ends return to today.
fn slide_far(model: &mut Model, steps: isize) {
    let today = model.today();
    match steps {
        isize::MIN | isize::MAX => {
            if let Some(Dialog::WhatIf(day)) = model.dialogs.last_mut() {
                *day = today;
            }
        }
        _ => slide(model, i64::try_from(steps).unwrap_or_default() * 7),
    }
}

/// Closes what is on top; a call becomes an entry of the contact log.
pub(super) fn close(model: &mut Model) -> Vec<Effect> {
    if matches!(model.dialogs.last(), Some(Dialog::Call(_))) {
        super::call::end(model);
        return Vec::new();
    }
    match model.dialogs.pop() {
        Some(Dialog::Scanning(_)) => {
            let told = model.text.get("ui-scan-stopped").into_owned();
            model.say(Tone::Plain, told);
            vec![Effect::StopScan]
        }
        _ => Vec::new(),
    }
}

/// Goes to the next field; the path of a file is completed instead.
pub(super) fn next_field(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Form(form)) = model.dialogs.last() else { return Vec::new() };
    match (&form.kind, form.fields.first()) {
        (FormKind::Scan | FormKind::Attach(_), Some(path)) => {
            let typed = path.input.value().to_owned();
            vec![Effect::Complete(typed)]
        }
        _ => {
            field(model, 1);
            Vec::new()
        }
    }
}

pub(super) fn field(model: &mut Model, steps: isize) {
    if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
        form.step(steps);
    }
}

/// Changes a choice; in a field of text the arrow moves the cursor instead.
pub(super) fn choice(model: &mut Model, steps: isize) {
    if let Some(Dialog::Form(form)) = model.dialogs.last_mut()
        && !form.choose(steps)
    {
        let code = if steps < 0 { crate::app::Code::Left } else { crate::app::Code::Right };
        form.type_key(crate::app::Key::plain(code));
    }
}

/// Takes what a form holds, or says what is wrong with it.
pub(super) fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Form(form)) = model.dialogs.last().cloned() else { return Vec::new() };
    match forms::accept(model, &form) {
        Err(wrong) => {
            if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
                form.blame(wrong);
            }
            Vec::new()
        }
        Ok(Filled::Fingerprint(_) | Filled::Write(..)) if form.ticket.is_some() => Vec::new(),
        Ok(Filled::Stamp(stamped)) => {
            model.dialogs.pop();
            super::call::stamped(model, stamped);
            Vec::new()
        }
        Ok(Filled::Scan(path)) => super::found::begin(model, path),
        Ok(Filled::Rename(at, name)) => {
            model.dialogs.pop();
            super::found::renamed(model, at, name);
            Vec::new()
        }
        Ok(Filled::Write(path, text)) => {
            let ticket = wait(model);
            vec![Effect::Write(ticket, path, text)]
        }
        Ok(Filled::Fingerprint(path)) => {
            let ticket = wait(model);
            vec![Effect::Fingerprint(ticket, path)]
        }
        Ok(Filled::Do(case, acts)) => {
            model.dialogs.pop();
            let mut changed = false;
            for act in acts {
                match model.commit(&case, act) {
                    Ok(did) => changed |= did,
                    Err(refusal) => {
                        model.tell(Err(refusal));
                        return Vec::new();
                    }
                }
            }
            if form.kind == FormKind::NewCase {
                return welcome(model, case);
            }
            if changed {
                follow(model, &form.kind);
            }
            let told = super::items::told(model, changed);
            model.say(if changed { Tone::Good } else { Tone::Plain }, told);
            Vec::new()
        }
    }
}

/// The form on top waits for the answer to this ticket.
fn wait(model: &mut Model) -> u64 {
    model.tickets += 1;
    if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
        form.ticket = Some(model.tickets);
    }
    model.tickets
}

/// Looks at a case that was just opened, on its first precondition.
fn welcome(model: &mut Model, case: crate::domain::Id) -> Vec<Effect> {
    model.focus = 0;
    let effects = super::dashboard::look_at(model, Some(case));
    // Once: who has had a case knows their way.
    if model.habits.tour && model.book.cases.len() == 1 && model.book.taken_back.is_empty() {
        super::settings::tour(model);
    } else {
        let told = model.text.get("ui-case-opened").into_owned();
        model.say(Tone::Good, told);
    }
    effects
}

/// Selects what a form has just added.
fn follow(model: &mut Model, kind: &FormKind) {
    let Some(case) = model.current() else { return };
    let (pane, at) = match kind {
        FormKind::Account(None) => ("accounts", case.accounts.len().saturating_sub(1)),
        FormKind::Obstacle(_, None) => ("obstacles", case.obstacles.len().saturating_sub(1)),
        FormKind::Contact(None) => ("contacts", 0),
        FormKind::Submit { .. } => ("review", 0),
        _ => return,
    };
    if let Some(place) = place_of(pane) {
        super::movement::jump(model, place, at);
    }
}

/// Does what the selected entry of a menu says.
pub(in crate::app) fn choose(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Menu(menu)) = model.dialogs.last().cloned() else {
        if let Some(Dialog::Tour(_)) = model.dialogs.last() {
            super::settings::tour_on(model);
            return Vec::new();
        }
        return close(model);
    };
    let entries = menu.entries(model);
    let Some(entry) = entries.get(menu.selected.min(entries.len().saturating_sub(1))) else {
        return Vec::new();
    };
    if let Some(why) = &entry.unavailable {
        let why = why.clone();
        model.say(Tone::Bad, why);
        return Vec::new();
    }
    if entry.choice == Choice::Nothing {
        return Vec::new();
    }
    model.dialogs.pop();
    chosen(model, &menu, entry.choice.clone())
}

fn chosen(model: &mut Model, menu: &Menu, choice: Choice) -> Vec<Effect> {
    match choice {
        Choice::Run(command) => return model.run(command),
        Choice::Speak(lang) => super::settings::speak(model, lang),
        Choice::Wear(name) => return super::settings::wear(model, name),
        Choice::Look(case) => return super::dashboard::look_at(model, Some(case)),
        Choice::Jump(place, at) => {
            if menu.kind == MenuKind::Find {
                let sought = menu.filter.as_ref().map(|filter| filter.value().to_owned());
                model.sought = sought.unwrap_or_default();
            }
            super::movement::jump(model, place, at);
        }
        Choice::SubmitAnyway => {
            let form = forms::open(model, FormKind::Submit { anyway: true });
            model.dialogs.extend(form.map(Dialog::Form));
        }
        Choice::Obstacle(kind) => {
            let form = forms::open(model, FormKind::Obstacle(kind, None));
            model.dialogs.extend(form.map(Dialog::Form));
        }
        Choice::Nothing => {}
        Choice::Letter(id) => model.dialogs.push(Dialog::page(Topic::Letter(id, None))),
        Choice::Check { item, settled } => {
            let made = model.current().zip(model.playbook()).map(|(case, playbook)| {
                let made = case.check(&playbook.procedure(), &item, settled, model.today());
                (case.id.clone(), made)
            });
            let Some((case, made)) = made else { return Vec::new() };
            let done = made
                .and_then(|change| model.commit(&case, crate::app::deed::Act::Do(change)))
                .map(|changed| super::items::told(model, changed));
            model.tell(done);
        }
        Choice::Retry => return super::dashboard::quit(model),
        Choice::QuitUnsaved => return vec![Effect::QuitUnsaved],
    }
    Vec::new()
}
