//! What a key press or pasted text does: it is typed where there is something to
//! type into, or it asks for a command.

use jiff::civil::Date;

use super::{
    acts,
    command::{Command, Scope},
    forms::{self, moved, names},
    keymap::Lookup,
    model::Model,
    panes::PaneId,
    saving,
    value::{
        Code, Dialog, FieldId, Form, FormKind, Key, Menu, Pasted, Tone, Topic, line_edit::request,
    },
};
use crate::text::{Text, clean_line, is_of_windows, without_controls};

/// Most characters of what is searched for that are pasted.
const LONGEST: usize = 100;

/// A key was pressed.
pub(super) fn press(model: &mut Model, key: Key) {
    model.toast = None;
    // A person who goes on working does not want to leave any more.
    let was_leaving = std::mem::take(&mut model.leaving);
    leave_tour_for(model, key);
    if acts::answer(model, key) {
        return;
    }
    if let Some(Dialog::Form(form)) = model.dialogs.last()
        && moved::is_left_by(form, key)
    {
        model.dialogs.pop();
    }
    let scope = Dialog::scope(model.dialogs.last());
    if let Some(Dialog::Form(form)) = model.dialogs.last_mut()
        && names::steer(form, key)
    {
        return;
    }
    // Where there is something to type into, a character is typed and not looked
    // up: `q` in a filter is a letter.
    if acts::choose_file(model, key) {
        return;
    }
    let types = key.typed().is_some() || edits_filter(model, key);
    if types && model.keys_so_far.is_empty() && edit(model, key) {
        return;
    }
    model.keys_so_far.push(key);
    match model.keymap.look_up_latin(scope, &mut model.keys_so_far) {
        Lookup::Prefix => {}
        Lookup::Command(command) => {
            model.keys_so_far.clear();
            if was_leaving && matches!(command, Command::Quit | Command::Leave) {
                return saving::ask_about_leaving(model);
            }
            acts::run(model, command);
        }
        Lookup::Unbound => {
            let alone = model.keys_so_far.len() == 1;
            model.keys_so_far.clear();
            // With Control they mean what they mean without, where a terminal tells that it
            // is held.
            let is_named = matches!(key.code, Code::Enter | Code::Tab | Code::BackTab | Code::Esc);
            if alone && key.ctrl && is_named {
                return press(model, Key { ctrl: false, ..key });
            }
            if alone && key.alt && !edits(model, key) {
                if acts::asks_for_chord(model, key) {
                    return;
                }
                // Esc and a key right behind it come in as Alt and that key.
                press(model, Key::plain(Code::Esc));
                let key = Key { alt: false, ..key };
                // It may have been Alt all the same: nothing is done by a slip.
                if is_harmless(model, key) {
                    press(model, key);
                } else if model.toast.is_none() {
                    let key = ("key", key.to_string().into());
                    model.say_words(Tone::Plain, "ui-chord-not-done", &[key]);
                }
                return;
            }
            if alone && !edit(model, key) && scope == Scope::Dialog {
                act_on_page(model, key);
            }
        }
    }
}

/// Whether a key changes nothing at once and answers no question.
fn is_harmless(model: &Model, key: Key) -> bool {
    let asks = matches!(model.dialogs.last(), Some(Dialog::Form(form)) if form.leaving);
    let scope = Dialog::scope(model.dialogs.last());
    match model.keymap.look_up(scope, &[key]) {
        // No terminal is known in which Alt and Space reach a program by a slip.
        Lookup::Command(Command::Toggle) => !asks,
        Lookup::Command(command) => !asks && !command.changes_at_once(),
        _ => !asks,
    }
}

/// The tour is closed by the keys it tells of, so that they work.
fn leave_tour_for(model: &mut Model, key: Key) {
    if !matches!(model.dialogs.last(), Some(Dialog::Tour(_))) {
        return;
    }
    match model.keymap.look_up(Scope::Dialog, &[key]) {
        Lookup::Command(Command::Choose | Command::Close) if key.typed().is_none() => {}
        _ => _ = model.dialogs.pop(),
    }
}

/// Whether the key edits what was typed into a filter. In an empty one it moves
/// about the list.
fn edits_filter(model: &Model, key: Key) -> bool {
    match model.dialogs.last() {
        Some(Dialog::Menu(Menu { filter: Some(filter), .. })) => {
            !filter.value().is_empty() && request(key).is_some()
        }
        _ => false,
    }
}

/// Whether there is a line of text on top in which the key does something: where nothing
/// was typed, no chord edits it.
fn edits(model: &Model, key: Key) -> bool {
    let line = match model.dialogs.last() {
        Some(Dialog::Form(form)) => form.is_touched() || form.has_text(),
        Some(Dialog::Menu(menu)) => {
            menu.filter.as_ref().is_some_and(|filter| !filter.value().is_empty())
        }
        _ => false,
    };
    line && request(key).is_some()
}

/// Gives a key to the field or filter on top. Returns whether there is one.
fn edit(model: &mut Model, key: Key) -> bool {
    let today = model.today();
    let country = model.country().map(str::to_owned);
    match model.dialogs.last_mut() {
        Some(Dialog::Form(form)) => {
            // A list that was pasted is one piece: typing begins anew.
            let forget = !form.names.is_empty();
            let mut full = false;
            if let Some(field) = form.focused() {
                if forget && field.id == FieldId::Name {
                    field.replace("");
                }
                full = field.room() == 0 && key.typed().is_some();
                field.type_key(key);
            }
            check(form, &model.text, today, model.past.is_some());
            forms::arrange(form);
            names::suggest(form, &model.text, country.as_deref());
            if full {
                model.say_words(Tone::Bad, "ui-field-full", &[]);
            }
            acts::ask_for_files(model);
            true
        }
        Some(Dialog::Menu(menu)) if menu.filter.is_some() => {
            menu.type_key(key);
            true
        }
        _ => false,
    }
}

/// Checks what was typed into the field with the cursor.
fn check(form: &mut Form, text: &Text, today: Date, looks_back: bool) {
    form.tie_days(text, today);
    if let Some(field) = form.focused() {
        field.check(text, today);
        // Seen from a day that is over, a later one need not lie ahead.
        if looks_back && field.day(text, today).is_ok() {
            field.error = None;
        }
    }
}

/// On the page of an item the commands for items work by their keys on the
/// dashboard.
fn act_on_page(model: &mut Model, key: Key) {
    let Some(Dialog::Page { topic: Topic::Item(_), .. }) = model.dialogs.last() else { return };
    match model.keymap.look_up_latin(Scope::Dashboard, &mut [key]) {
        Lookup::Command(command) if command.works_on_item_page() => acts::run(model, command),
        _ => {}
    }
}

/// Text was pasted. What steers a terminal in it is left out, and that is told.
pub(super) fn paste(model: &mut Model, text: &str) {
    model.toast = None;
    let clean = without_controls(text);
    take_paste(model, &clean);
    if clean != text {
        let told = model.text.get("ui-paste-cleaned").into_owned();
        match &mut model.toast {
            Some(toast) => toast.text = format!("{} {told}", toast.text),
            None => model.say(Tone::Plain, told),
        }
    }
}

fn take_paste(model: &mut Model, text: &str) {
    let today = model.today();
    if model.dialogs.is_empty() && model.current().is_some() {
        if is_path(text) {
            // A file that is dropped is attached to the document, or scanned.
            acts::take_file(model);
        } else if model.focus == PaneId::Accounts {
            // Names that are pasted on the list of accounts are added to it.
            if !names::are_names(text, &model.text) {
                let key = model.keymap.key_of(Command::Add);
                return model.say_words(Tone::Plain, "ui-paste-no-names", &[("key", key.into())]);
            }
            forms::show(model, &FormKind::Account(None));
        }
    }
    let country = model.country().map(str::to_owned);
    match model.dialogs.last_mut() {
        Some(Dialog::Form(form)) => {
            match names::paste(form, &model.text, text) {
                Some(0) => return,
                Some(count) => {
                    let args = [("count", count.into())];
                    return model.say_words(Tone::Bad, "ui-names-cut", &args);
                }
                None => {}
            }
            let mut pasted = Pasted::default();
            if let Some(field) = form.focused() {
                pasted = field.paste(text);
            }
            check(form, &model.text, today, model.past.is_some());
            names::suggest(form, &model.text, country.as_deref());
            tell_paste(model, pasted);
            acts::ask_for_files(model);
        }
        Some(Dialog::Menu(Menu { filter: Some(filter), selected, .. })) => {
            *selected = 0;
            // What is searched for is one line, as in a field of names.
            let mut lines = text.split(['\n', '\r']).map(str::trim).filter(|one| !one.is_empty());
            let text = clean_line(lines.next().unwrap_or_default());
            let left = lines.count();
            let mut typed = text.trim().chars();
            for c in typed.by_ref().take(LONGEST) {
                filter.handle(tui_input::InputRequest::InsertChar(c));
            }
            let cut = typed.count();
            tell_paste(model, Pasted { left, cut, ..Pasted::default() });
        }
        // Names that are pasted into the list of accounts are added to it.
        _ => model.say_words(Tone::Plain, "ui-paste-nowhere", &[]),
    }
}

/// Whether every line of a text begins as the path of a file does that is dropped.
fn is_path(text: &str) -> bool {
    let begins = |line: &str| {
        let line = line.trim().trim_start_matches("& ");
        let line = line.trim_start_matches(['$', '\'', '\u{22}', '“', '‘']);
        let is_address = line.get(..6).is_some_and(|begin| begin.eq_ignore_ascii_case("file:/"));
        is_of_windows(line) || is_address || ["/", "~/"].iter().any(|begin| line.starts_with(begin))
    };
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    lines.peek().is_some() && lines.all(begins)
}

/// Says what a field did not take as it was.
fn tell_paste(model: &mut Model, pasted: Pasted) {
    if pasted.cut > 0 {
        model.say_words(Tone::Bad, "ui-paste-cut", &[("count", pasted.cut.into())]);
    } else if pasted.lines > 1 {
        model.say_words(Tone::Plain, "ui-paste-joined", &[("count", pasted.lines.into())]);
    } else if pasted.left > 0 {
        let is_account = matches!(
            model.dialogs.last(),
            Some(Dialog::Form(Form { kind: FormKind::Account(Some(_)), .. }))
        );
        let add = model.keymap.key_of(Command::Add);
        let args = [("count", pasted.left.into()), ("key", add.into())];
        // Names that were meant to be accounts have their own place.
        let key = if is_account { "ui-paste-first-name" } else { "ui-paste-first" };
        model.say_words(Tone::Bad, key, &args);
    }
}
