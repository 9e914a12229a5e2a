//! The files that a prompt for a path offers: asking for them, choosing one,
//! taking it over.

use crate::app::{
    model::Model,
    value::{Code, Dialog, Effect, FileOffer, Form, FormKind, Key, moved},
};

fn prompt(model: &mut Model) -> Option<&mut Form> {
    match model.dialogs.last_mut() {
        Some(Dialog::Form(form)) if form.offers_files() => Some(form),
        _ => None,
    }
}

/// What was typed into the prompt: the files that are taken over already, each
/// in quotes, and what narrows the offer.
fn typed(form: &Form) -> (String, String) {
    let typed = form.fields.get(form.focus).map(|field| field.input.value()).unwrap_or_default();
    let at = typed.rfind("' ").map_or(0, |at| at + 2);
    let (taken, begun) = typed.split_at(at);
    (taken.to_owned(), begun.to_owned())
}

/// Asks for the files that may be meant by now.
pub(in crate::app) fn ask(model: &mut Model) {
    if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
        form.offered = None;
        form.finds_none = false;
        if !form.offers_files() {
            form.files.clear();
        }
    }
    let Some(form) = prompt(model) else { return };
    let scan = form.kind == FormKind::Scan;
    let (_, begun) = typed(form);
    model.ask(Effect::Offer(begun, scan));
}

/// These files may be meant by `begun`, unless something else was typed meanwhile.
pub(in crate::app) fn show(model: &mut Model, begun: &str, files: Vec<FileOffer>) {
    if let Some(form) = prompt(model) {
        let (taken, now) = typed(form);
        if now != begun {
            return;
        }
        let is_new = |file: &FileOffer| !taken.contains(&quoted(&file.path));
        form.files = files.into_iter().filter(is_new).collect();
        form.offered = form.offered.filter(|_| !form.files.is_empty());
        let is_first = begun.is_empty() && taken.is_empty();
        form.finds_none = is_first && form.files.is_empty();
    }
}

/// Chooses another file of the offer by an arrow. Returns whether the key was one and the
/// offer is what it goes through: the only field of a form has no other one to go to, also
/// while the files are still looked for.
pub(in crate::app) fn choose(model: &mut Model, key: Key) -> bool {
    let steps = match key {
        Key { code: Code::Down, ctrl: false, alt: false } => 1,
        Key { code: Code::Up, ctrl: false, alt: false } => -1,
        _ => return false,
    };
    let goes = |form: &&mut Form| !form.files.is_empty() || form.completes();
    let Some(form) = prompt(model).filter(goes) else { return false };
    form.offered = match form.offered {
        None if steps < 0 => return true,
        Some(0) if steps < 0 => None,
        None => Some(0),
        Some(at) => Some(moved(at, steps, form.files.len().saturating_sub(1))),
    };
    true
}

/// What was typed is a folder: its files are offered. Returns what is said of it.
pub(in crate::app) fn go_into_folder(model: &mut Model) -> String {
    let told = model.text.get("ui-folder").into_owned();
    let Some(form) = prompt(model) else { return told };
    let (taken, begun) = typed(form);
    let plain = taken.is_empty() && !begun.contains(['\'', '\u{22}']);
    if plain && !begun.trim_end().ends_with(['/', '\\']) {
        let inside = format!("{}/", begun.trim_end());
        form.focused().into_iter().for_each(|field| field.replace(&inside));
        ask(model);
    }
    told
}

/// Writes the chosen file into the prompt, or the first one that fits, and
/// leaves room for another. Returns whether there was one.
pub(super) fn take(model: &mut Model) -> bool {
    let Some(form) = prompt(model) else { return false };
    let (_, begun) = typed(form);
    let narrows = !begun.contains('/') && !begun.starts_with('~');
    let at = form.offered.or_else(|| narrows.then_some(0));
    let done = take_at(form, at);
    if done {
        ask(model);
    }
    done
}

/// Writes the chosen file into the prompt, if one is chosen.
pub(super) fn take_chosen(model: &mut Model) {
    if let Some(form) = prompt(model) {
        let at = form.offered.take();
        take_at(form, at);
    }
}

fn take_at(form: &mut Form, at: Option<usize>) -> bool {
    let Some(file) = at.and_then(|at| form.files.get(at)) else { return false };
    let (taken, _) = typed(form);
    let text = format!("{taken}{} ", quoted(&file.path));
    form.focused().into_iter().for_each(|field| field.replace(&text));
    true
}

/// A path as one word of a shell.
fn quoted(path: &str) -> String {
    let inside = path.replace('\'', "'\\''");
    format!("'{inside}'")
}
