//! Filling in a form.

use super::{call, found, letter, listed, offer};
use crate::{
    app::{
        command::{Command, Scope},
        forms::{self, Filled, names},
        keymap::Lookup,
        model::Model,
        panes::PaneId,
        past,
        pending::Action,
        value::{
            AccountFilter, Code, Dialog, Effect, FieldFault, Form, FormKind, Key, MenuKind,
            Suggestions, Tone,
        },
    },
    domain::{Id, Route},
};

fn on_top(model: &mut Model) -> Option<&mut Form> {
    match model.dialogs.last_mut() {
        Some(Dialog::Form(form)) => Some(form),
        _ => None,
    }
}

/// Goes to the next field. The path of a file is completed instead: its form has
/// no other field.
pub(super) fn next_field(model: &mut Model) {
    let Some(form) = on_top(model) else { return };
    if form.names_account() && listed::holds_up(model, false) {
        return;
    }
    let Some(form) = on_top(model) else { return };
    names::take(form);
    match form.fields.as_slice() {
        [path] if form.offers_files() => {
            let typed = path.input.value().to_owned();
            if !offer::take(model) {
                model.ask(Effect::Complete(typed));
            }
        }
        _ => {
            offer::take_chosen(model);
            step(model, 1);
        }
    }
}

/// Another field has the cursor: what it asks for may be offered or advised.
fn arrive(model: &mut Model) {
    offer::ask(model);
    advise(model);
}

/// Recommends a way out where one is asked for.
fn advise(model: &mut Model) {
    let Some(Dialog::Form(form)) = model.dialogs.last() else { return };
    if form.kind != FormKind::NewCase {
        return;
    }
    let mut form = form.clone();
    model.interview().advise(&mut form);
    if let Some(on_top) = on_top(model) {
        *on_top = form;
    }
}

/// Goes so many fields on. The interview goes on from no answer that is wrong: what
/// is wrong is said on the page on which it was typed.
pub(super) fn step(model: &mut Model, steps: isize) {
    // Whoever has typed the name of something that is not there has chosen nothing yet.
    let unfound = || match model.dialogs.last() {
        Some(Dialog::Form(form)) => form.unfound(&model.text),
        _ => None,
    };
    if let Some(wrong) = unfound().or_else(|| held_up(model)).filter(|_| steps > 0) {
        if let Some(form) = on_top(model) {
            form.blame(wrong);
        }
        return;
    }
    if let Some(form) = on_top(model) {
        names::take(form);
        form.step(steps);
    }
    arrive(model);
}

/// What is wrong with the answer under the cursor of an interview; on the last one
/// of its question, with any of them.
fn held_up(model: &Model) -> Option<FieldFault> {
    let Some(Dialog::Form(form)) = model.dialogs.last() else { return None };
    form.question()?;
    let fault = model.interview().fault(form)?;
    let here = form.fields.get(form.focus).is_some_and(|field| field.id == fault.field);
    (here || form.shown().end == form.focus + 1).then_some(fault)
}

/// Goes to another choice. In a field of text the arrow moves the cursor.
pub(super) fn choice(model: &mut Model, steps: isize) {
    let Some(form) = on_top(model) else { return };
    if let Some(field) = form.focused()
        && !field.choose(steps)
    {
        field.type_key(Key::plain(if steps < 0 { Code::Left } else { Code::Right }));
    }
    forms::arrange(form);
}

/// Goes to the next field; on the last one, saves. An account that is known adds
/// itself.
pub(super) fn enter(model: &mut Model) {
    if on_top(model).is_some_and(|form| form.names_account()) && listed::holds_up(model, true) {
        return;
    }
    match on_top(model) {
        Some(form) if form.adds_at_once() => accept(model),
        Some(form) if form.focus + 1 < form.fields.len() => {
            names::take(form);
            offer::take_chosen(model);
            step(model, 1);
        }
        on_last => {
            if let Some(form) = on_last {
                form.through = true;
            }
            accept(model);
        }
    }
}

/// What was said to be wrong with the form on top is not said any more.
pub(super) fn forgive(model: &mut Model) {
    for field in on_top(model).into_iter().flat_map(|form| &mut form.fields) {
        field.error = None;
    }
}

/// Leaves the form. Where something was typed, the person is asked first.
pub(super) fn cancel(model: &mut Model) {
    match on_top(model) {
        // A path that was typed is no work that can be lost.
        Some(form) if form.is_touched() && !form.leaving && !form.completes() => {
            ask(form, None);
        }
        _ => _ = model.dialogs.pop(),
    }
}

/// Asks whether what was typed may be lost; `chord` is what asked, where it was not the key
/// that leaves a form.
fn ask(form: &mut Form, chord: Option<Key>) {
    form.suggestions = Suggestions::default();
    form.leaving = true;
    form.chord = chord;
}

/// Asks as Esc does, where a form in which something was typed got a chord that means
/// nothing. Returns whether it did. It may be Esc that came in together with the next key: an
/// answer to the question is taken for one. Every other key is told and answers nothing, so
/// that whoever types on loses nothing by a slip.
pub(in crate::app) fn asks_for_chord(model: &mut Model, chord: Key) -> bool {
    let Some(form) = on_top(model).filter(|form| form.is_touched()) else { return false };
    let told = match (Key { alt: false, ..chord }).typed() {
        Some('y' | 'Y') => Some("ui-chord-left"),
        Some('n' | 'N') => Some("ui-chord-stays"),
        _ => None,
    };
    let Some(told) = told else {
        ask(form, Some(chord));
        return true;
    };
    if told == "ui-chord-left" {
        model.dialogs.pop();
    }
    model.say_words(Tone::Plain, told, &[]);
    true
}

/// Whether leaving the program has to wait for an answer: whether what was typed into the
/// form on top may be lost.
pub(super) fn asks_before_leaving(model: &mut Model) -> bool {
    let asks = on_top(model).is_some_and(|form| form.is_touched());
    if asks {
        cancel(model);
    }
    asks
}

/// Answers whether what was typed may be lost. Returns whether the key was an
/// answer; any other key goes on with the form.
pub(in crate::app) fn answer(model: &mut Model, key: Key) -> bool {
    let Some(form) = on_top(model).filter(|form| form.leaving) else { return false };
    form.leaving = false;
    let asked_by_chord = form.chord.take().is_some();
    let typed = key.typed().filter(|_| !asked_by_chord).map(|typed| typed.to_ascii_lowercase());
    // The key that asked says yes as well.
    let again = model.keymap.look_up(Scope::Form, &[key]) == Lookup::Command(Command::Cancel);
    if typed == Some('y') || again {
        model.dialogs.pop();
        return true;
    }
    // So does the key that leaves the program, which goes on to do that.
    if model.keymap.look_up(Scope::Form, &[key]) == Lookup::Command(Command::Leave) {
        model.dialogs.pop();
    }
    typed == Some('n')
}

/// Saves at once. An interview in which something was answered goes to its last question
/// first, where a way out is recommended, and then on to what comes next.
pub(super) fn save(model: &mut Model) {
    offer::take_chosen(model);
    let Some(Dialog::Form(form)) = model.dialogs.last() else { return };
    let fault = form.question().and_then(|_| model.interview().fault(form));
    let Some(form) = on_top(model) else { return };
    match fault {
        Some(wrong) => form.blame(wrong),
        None if form.is_ahead_of_route() => {
            form.focus = form.fields.len().saturating_sub(1);
            arrive(model);
        }
        None => {
            form.through |= form.question().is_some() && form.is_touched();
            accept(model);
        }
    }
}

/// Does what the form asks for, or marks what is wrong with it.
pub(super) fn accept(model: &mut Model) {
    if listed::holds_up(model, true) {
        return;
    }
    if let Some(form) = on_top(model) {
        names::take(form);
    }
    offer::take_chosen(model);
    let Some(form) = on_top(model).cloned() else { return };
    match forms::accept(model, &form) {
        Err(wrong) => {
            if let Some(form) = on_top(model) {
                form.blame(wrong);
            }
        }
        Ok(Filled::Fingerprint(_) | Filled::Write(..) | Filled::Errand(..))
            if form.ticket.is_some() => {}
        Ok(Filled::Errand(errand, path)) => {
            let ticket = wait(model);
            model.ask(Effect::Errand(ticket, errand.words, Some(path)));
        }
        Ok(Filled::Skip) => _ = model.dialogs.pop(),
        Ok(Filled::CallNote(kind, what)) => {
            model.dialogs.pop();
            call::note(model, kind, what);
        }
        Ok(Filled::LookBack(day)) => {
            model.dialogs.pop();
            past::look_back(model, day);
        }
        Ok(Filled::Scan(path)) => found::begin(model, path),
        Ok(Filled::Rename(at, name)) => {
            model.dialogs.pop();
            found::renamed(model, at, name);
        }
        Ok(Filled::Write(path, text)) => {
            let ticket = wait(model);
            model.ask(Effect::Write(ticket, path, text));
        }
        Ok(Filled::Fingerprint(path)) => {
            let ticket = wait(model);
            let item = match form.kind {
                FormKind::Attach(item) => Some(item),
                _ => None,
            };
            model.ask(Effect::Fingerprint(ticket, path, item));
        }
        Ok(Filled::Do(case, actions)) => {
            model.dialogs.pop();
            commit(model, &form, &case, actions);
        }
    }
}

/// The form on top waits for the result with this ticket.
fn wait(model: &mut Model) -> u64 {
    let ticket = model.new_ticket();
    if let Some(form) = on_top(model) {
        form.ticket = Some(ticket);
    }
    ticket
}

/// Does what a form has asked for, and selects what it has added.
fn commit(model: &mut Model, form: &Form, case: &Id, actions: Vec<Action>) {
    let kind = &form.kind;
    let known = listed::count(model, form);
    let mut done = 0;
    for action in actions {
        match model.commit(case, action) {
            Ok(did) => done += usize::from(did),
            Err(refusal) => return model.tell(Err(refusal)),
        }
    }
    let changed = done > 0;
    if *kind == FormKind::NewCase {
        return welcome(model, case.clone(), form.through);
    }
    if let (FormKind::SentLetter(id), true) = (kind, changed) {
        return letter::logged(model, id);
    }
    if changed {
        select_new(model, kind);
    }
    if known > 0 {
        return listed::tell(model, known, changed);
    }
    model.keep_together(done);
    model.tell(Ok(changed));
}

/// Looks at a case that was just opened, on its first precondition. Who has gone
/// through the interview is offered what comes next.
fn welcome(model: &mut Model, case: Id, asked: bool) {
    model.focus = PaneId::Preconditions;
    model.look_at(case);
    let kept = model.words().filter(|words| words.case.route == Route::Keep);
    if let Some(told) = kept.map(|words| words.kept()) {
        return model.say(Tone::Good, told);
    }
    if asked {
        model.open_menu(MenuKind::Opened);
    } else if model.tour_is_due() {
        model.dialogs.push(Dialog::Tour(0));
    } else {
        let key = |name, command| (name, model.keymap.key_of(command).into());
        let keys = [key("tick", Command::Toggle), key("open", Command::Open)];
        model.say_words(Tone::Good, "ui-case-opened", &keys);
    }
}

/// Selects what a form has just added.
fn select_new(model: &mut Model, kind: &FormKind) {
    if *kind == FormKind::Outcome {
        // What is refused follows from the answer.
        model.refresh();
        return model.go_to_refused();
    }
    let Some(case) = model.current() else { return };
    let (pane, row) = match kind {
        FormKind::Account(None) => {
            let newest = case.accounts.len().saturating_sub(1);
            model.accounts.only = AccountFilter::default();
            model.refresh();
            let row = model.accounts.rows.iter().position(|at| *at == newest);
            (PaneId::Accounts, row.unwrap_or_default())
        }
        FormKind::Obstacle(_, None) => (PaneId::Obstacles, case.obstacles.len().saturating_sub(1)),
        FormKind::Contact(None) => {
            let newest = case.contacts.last().map(|one| &one.id);
            let row = case.newest_contacts().iter().position(|one| Some(&one.id) == newest);
            (PaneId::Contacts, row.unwrap_or_default())
        }
        FormKind::Submit { .. } => (PaneId::Review, 0),
        _ => return,
    };
    model.select(pane, row);
}
