//! Documents, files, and what is said about an item: notes and waivers.

use super::{Filled, change};
use crate::{
    app::{
        form::{Form, FormKind, Wrong},
        model::Model,
    },
    domain::{Id, Item, Refusal},
};

pub(super) fn open(model: &Model, id: Option<&Id>) -> Option<Form> {
    let case = model.current()?;
    let known = id.map(|id| case.extra_document(id)).transpose().ok()?;
    let required = known.is_none_or(|known| known.required);
    let title = if known.is_some() { "edit-document" } else { "add-document" };
    let answers = [("yes", "word-yes"), ("no", "word-no")]
        .map(|(value, key)| (value.to_owned(), model.text.get(key).into_owned()));
    Some(
        Form::new(FormKind::Document(id.cloned()), title)
            .text("title", known.map(|known| known.title.as_str()))
            .choice("required", answers, if required { "yes" } else { "no" }),
    )
}

pub(super) fn accept(model: &Model, form: &Form, id: Option<&Id>) -> Result<Filled, Wrong> {
    let Some((case, playbook)) = model.current().zip(model.playbook()) else {
        return change(model, "title", Err(Refusal::NoName));
    };
    let (title, required) = (form.value("title"), form.chosen("required") == "yes");
    change(
        model,
        "title",
        match id {
            Some(id) => case.edit_document(id, &title, required),
            None => case.add_document(&playbook.procedure(), &title, required),
        },
    )
}

pub(super) fn attach(item: Item) -> Form {
    Form::new(FormKind::Attach(item), "attach").text("path", None)
}

pub(super) fn accept_attach(model: &Model, form: &Form) -> Result<Filled, Wrong> {
    let path = form.value("path");
    if path.is_empty() {
        return change(model, "path", Err(Refusal::NoName));
    }
    Ok(Filled::Fingerprint(path))
}

pub(super) fn note(model: &Model, item: Item) -> Option<Form> {
    let mark = model.current()?.mark(&item);
    Some(Form::new(FormKind::Note(item), "note").text("note", mark.note.as_deref()))
}

pub(super) fn accept_note(model: &Model, form: &Form, item: &Item) -> Result<Filled, Wrong> {
    let Some((case, playbook)) = model.current().zip(model.playbook()) else {
        return change(model, "note", Err(Refusal::NoName));
    };
    change(model, "note", case.annotate(&playbook.procedure(), item, form.optional("note")))
}

pub(super) fn waive(item: Item) -> Form {
    Form::new(FormKind::Waive(item), "waive").text("reason", None)
}

pub(super) fn accept_waive(model: &Model, form: &Form, item: &Item) -> Result<Filled, Wrong> {
    let Some((case, playbook)) = model.current().zip(model.playbook()) else {
        return change(model, "reason", Err(Refusal::NoReason));
    };
    let (rules, reason) = (playbook.procedure(), form.value("reason"));
    change(model, "reason", case.waive(&rules, item, &reason, model.today()))
}
