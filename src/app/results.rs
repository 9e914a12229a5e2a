//! What comes back for a dialog that waits for it: fingerprints, written files,
//! scans, completed paths, edited letters. A result counts only for the dialog
//! that asked for it: if that was closed, nobody wants the result any more.

use super::{
    acts,
    command::Command,
    forms,
    model::Model,
    pending::Action,
    value::{
        Dialog, Edited, ErrandFile, FieldFault, FieldId, Form, FormKind, MenuKind, NoAttachment,
        Told, Tone, Topic, UnnamedEditor,
    },
};
use crate::{
    domain::{Attachment, Finding, Item},
    text::clean_line,
};

/// The form on top, if it waits for this ticket. Help that was opened over it is
/// closed.
fn waiting(model: &mut Model, ticket: u64) -> Option<&mut Form> {
    close_help(model);
    match model.dialogs.last_mut() {
        Some(Dialog::Form(form)) if form.ticket == Some(ticket) => Some(form),
        _ => None,
    }
}

fn close_help(model: &mut Model) {
    while model.dialogs.last().is_some_and(|one| one.is_menu(&MenuKind::Help)) {
        model.dialogs.pop();
    }
}

/// Closes the form that waited, or marks in it what went wrong.
fn finish(model: &mut Model, ticket: u64, field: FieldId, done: Result<String, String>) {
    let Some(form) = waiting(model, ticket) else { return };
    match done {
        Ok(told) => {
            model.dialogs.pop();
            model.say(Tone::Good, told);
        }
        Err(words) => {
            form.ticket = None;
            form.blame(FieldFault { field, words });
        }
    }
}

/// Files were fingerprinted: they are attached to the item of the form, or one
/// belongs to the carrier's answer.
pub(super) fn fingerprinted(
    model: &mut Model,
    ticket: u64,
    read: Result<Vec<Attachment>, NoAttachment>,
) {
    let Some(form) = waiting(model, ticket).cloned() else { return };
    let read = read.map_err(|error| match error {
        NoAttachment::Folder => acts::go_into_folder(model),
        NoAttachment::Other(words) => words,
    });
    match form.kind.clone() {
        FormKind::Attach(item) => {
            let done = read.and_then(|files| attach(model, &item, files));
            finish(model, ticket, FieldId::Path, done);
        }
        FormKind::Outcome => match read.map(<[Attachment; 1]>::try_from) {
            Ok(Ok([file])) => decide(model, ticket, &form, file),
            Ok(Err(_)) => {
                let words = model.text.get("ui-one-file").into_owned();
                finish(model, ticket, FieldId::Confirmation, Err(words));
            }
            Err(words) => finish(model, ticket, FieldId::Confirmation, Err(words)),
        },
        _ => {}
    }
}

/// Records the carrier's answer with its file.
fn decide(model: &mut Model, ticket: u64, form: &Form, file: Attachment) {
    match forms::decided(model, form, file) {
        Ok(made) => {
            model.dialogs.pop();
            if let Some(change) = made {
                model.change(Ok(change));
            }
        }
        Err(wrong) => finish(model, ticket, wrong.field, Err(wrong.words)),
    }
}

/// Attaches files as one change, which one undo takes back.
fn attach(model: &mut Model, item: &Item, files: Vec<Attachment>) -> Result<String, String> {
    let Some((case, playbook)) = model.current().zip(model.playbook()) else {
        return Err(String::new());
    };
    let (id, procedure) = (case.id.clone(), playbook.procedure());
    let before = case.mark(item).files;
    let known = |file: &&Attachment| {
        before.iter().any(|one| (&one.path, &one.sha256) == (&file.path, &file.sha256))
    };
    let count = files.iter().filter(|file| !known(file)).count();
    let mut grown = case.clone();
    let mut made = Ok(None);
    for file in files {
        made = grown.attach(&procedure, item, file).and_then(|change| {
            change.apply(&mut grown)?;
            Ok(Some(change))
        });
        if made.is_err() {
            break;
        }
    }
    let Some(change) = made.map_err(|refusal| model.refusal_words(&refusal))? else {
        return Ok(String::new());
    };
    let done = model.commit(&id, Action::Change(change.clone()));
    if !done.map_err(|refusal| model.refusal_words(&refusal))? {
        return Ok(model.words().map(|words| words.idle(&change)).unwrap_or_default());
    }
    let key = ("key", model.keymap.key_of(Command::Undo).into());
    let kept = ("what", model.newest_entry().into());
    Ok(match count {
        ..=1 => model.text.with("ui-attached", &[kept, key]),
        _ => model.text.with("ui-attached-all", &[("count", count.into()), key]),
    })
}

/// A text was written to a file.
pub(super) fn written(model: &mut Model, ticket: u64, wrote: Result<String, String>) {
    let told = wrote.map(|path| model.text.with("cli-written", &[("path", path.into())]));
    let is_kept = told.is_ok();
    finish(model, ticket, FieldId::File, told);
    if is_kept {
        model.keep_letter();
    }
}

/// An errand is done. What it told stands on the page that waits for it, or on a new
/// one; of a file that was written a word is enough.
pub(super) fn ran(model: &mut Model, ticket: u64, told: Result<String, String>) {
    for dialog in &mut model.dialogs {
        if let Dialog::Page { topic: Topic::Told(page), .. } = dialog
            && page.ticket == ticket
        {
            page.answer = Some(told);
            return;
        }
    }
    let Some(form) = waiting(model, ticket) else { return };
    let FormKind::Errand(errand) = form.kind.clone() else { return };
    match (errand.file, told) {
        (ErrandFile::Read, Ok(told)) => {
            model.dialogs.pop();
            let title = format!("cmd-task-{}", errand.name);
            model.open_page(Topic::Told(Told { ticket, title, answer: Some(Ok(told)) }));
        }
        (ErrandFile::Read, told) => finish(model, ticket, FieldId::Export, told),
        (_, told) => finish(model, ticket, FieldId::File, told),
    }
}

/// A scan has read so many bytes of so many.
pub(super) fn scanning(model: &mut Model, ticket: u64, read: u64, total: u64) {
    for dialog in &mut model.dialogs {
        if let Dialog::Scanning(scan) = dialog
            && scan.ticket == ticket
        {
            (scan.read, scan.total) = (read, total);
        }
    }
}

/// How much of each file of a scan is read.
pub(super) fn scanning_files(model: &mut Model, ticket: u64, files: &[(String, u64)]) {
    for dialog in &mut model.dialogs {
        if let Dialog::Scanning(scan) = dialog
            && scan.ticket == ticket
        {
            scan.files = files.to_vec();
        }
    }
}

/// A scan is over.
pub(super) fn scanned(
    model: &mut Model,
    ticket: u64,
    done: Result<(Vec<Finding>, Vec<String>), String>,
) {
    close_help(model);
    if !matches!(model.dialogs.last(), Some(Dialog::Scanning(scan)) if scan.ticket == ticket) {
        return;
    }
    match done {
        Err(words) => ask_again(model, words),
        Ok((found, troubles)) if found.is_empty() => {
            model.dialogs.pop();
            match troubles.into_iter().next() {
                Some(first) => model.say(Tone::Plain, first),
                None => model.say_words(Tone::Plain, "ui-found-nothing", &[]),
            }
        }
        Ok((found, troubles)) => {
            acts::show_found(model, found);
            if let Some(first) = troubles.into_iter().next() {
                model.say(Tone::Bad, first);
            }
        }
    }
}

/// No file of a scan could be read: the prompt comes back with what was typed, and says
/// why.
fn ask_again(model: &mut Model, words: String) {
    let prompt = match model.dialogs.pop() {
        Some(Dialog::Scanning(scan)) => scan.prompt,
        _ => None,
    };
    let Some(mut form) = prompt else { return model.say(Tone::Bad, words) };
    form.blame(FieldFault { field: FieldId::Export, words });
    model.dialogs.push(Dialog::Form(*form));
    acts::ask_for_files(model);
}

/// Completes the path in the form as far as it is certain, and says what it can
/// be. What was typed meanwhile stays.
pub(super) fn completed(model: &mut Model, typed: &str, paths: &[String]) {
    let Some(Dialog::Form(form)) = model.dialogs.last_mut() else { return };
    if form.focused().is_none_or(|field| field.input.value() != typed) {
        return;
    }
    let Some(first) = paths.first() else {
        return model.say_words(Tone::Plain, "ui-no-such-path", &[]);
    };
    let common = paths.iter().skip(1).fold(first.as_str(), |common, path| {
        let same = common.char_indices().zip(path.chars()).take_while(|((_, a), b)| a == b);
        let end = same.last().map_or(0, |((at, c), _)| at + c.len_utf8());
        common.get(..end).unwrap_or_default()
    });
    if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
        form.focused().into_iter().for_each(|field| field.replace(common));
    }
    acts::ask_for_files(model);
    if paths.len() > 1 {
        let name = |path: &String| path.trim_end_matches('/').rsplit('/').next().map(str::to_owned);
        let names: Vec<String> = paths.iter().take(8).filter_map(name).collect();
        model.say(Tone::Plain, names.join("  "));
    }
}

/// The person has edited the letter on top.
pub(super) fn edited(model: &mut Model, text: Edited) {
    let Some(Dialog::Page { topic: Topic::Letter(_, edited, _), scroll }) =
        model.dialogs.last_mut()
    else {
        return;
    };
    match text {
        Edited::Changed(text) => {
            *scroll = 0;
            *edited = Some(text);
            let key = |name, command| (name, model.keymap.key_of(command).into());
            let keys = [key("copy", Command::LetterCopy), key("save", Command::LetterSave)];
            model.say_words(Tone::Good, "ui-letter-edited", &keys);
        }
        Edited::Unchanged(draft) => {
            let key = model.keymap.key_of(Command::LetterEdit);
            let args = [("path", draft.into()), ("key", key.into())];
            model.say_words(Tone::Plain, "ui-letter-unchanged", &args);
        }
        Edited::Unnamed(editor) => tell_editor(model, editor),
        Edited::Failed(words) => model.say(Tone::Bad, words),
    }
}

/// Says which editor opens at the next press, how to choose another one, and how to leave it.
fn tell_editor(model: &mut Model, editor: UnnamedEditor) {
    let key = model.keymap.key_of(Command::LetterEdit);
    // The key of that program, whatever it is here.
    let leaving = || model.text.with("ui-editor-vi", &[("esc", "Esc".into())]);
    let vi = if editor.is_vi { leaving() } else { String::new() };
    let named = editor.missing.map_or_else(String::new, |named| clean_line(&named));
    let word = if named.is_empty() { "ui-editor-unnamed" } else { "ui-editor-missing" };
    let args = [("key", key.into()), ("editor", editor.name.into()), ("named", named.into())];
    let told = format!("{} {vi}", model.text.with(word, &args));
    model.say(Tone::Plain, told.trim_end().to_owned());
}
