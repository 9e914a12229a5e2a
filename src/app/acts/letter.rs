//! The letter on top: copying, editing and saving it.

use crate::{
    app::{
        forms,
        model::Model,
        pages::letter,
        value::{Dialog, Effect, FormKind, Tone, Topic},
    },
    domain::Id,
};

/// The letter on top, as the person sees it.
fn on_top(model: &Model) -> Option<(Id, String)> {
    let Some(Dialog::Page { topic: Topic::Letter(id, edited), .. }) = model.dialogs.last() else {
        return None;
    };
    let text = edited.clone().or_else(|| letter::text(model, id))?;
    Some((id.clone(), text))
}

/// Copies its text.
pub(super) fn copy(model: &mut Model) {
    if let Some((_, text)) = on_top(model) {
        model.say_words(Tone::Good, "ui-letter-copied", &[]);
        model.ask(Effect::Copy(text));
    }
}

/// Opens it in the person's editor.
pub(super) fn edit(model: &mut Model) {
    if let Some((_, text)) = on_top(model) {
        model.ask(Effect::Edit(text));
    }
}

/// Asks for the file to save it to, and suggests one in the home folder.
pub(super) fn save(model: &mut Model) {
    if let Some((id, text)) = on_top(model) {
        forms::show(model, &FormKind::SaveLetter(text + "\n"));
        if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
            let suggested = format!("~/{id}.txt");
            form.focused().into_iter().for_each(|field| field.replace(&suggested));
        }
    }
}
