//! The file of a scan, and another name for what it found.

use super::Filled;
use crate::app::{
    form::{Form, FormKind, Wrong},
    model::Model,
};

pub(super) fn open() -> Form {
    Form::new(FormKind::Scan, "scan").text("export", None)
}

pub(super) fn accept(model: &Model, form: &Form) -> Result<Filled, Wrong> {
    match form.optional("export") {
        Some(path) => Ok(Filled::Scan(path)),
        None => Err(Wrong { field: "export", words: model.text.get("say-no-name").into_owned() }),
    }
}

pub(super) fn rename(model: &Model, at: usize) -> Option<Form> {
    let one = model.found.get(at)?;
    Some(Form::new(FormKind::Rename(at), "rename").text("name", Some(&one.name)))
}

pub(super) fn accept_rename(model: &Model, form: &Form, at: usize) -> Result<Filled, Wrong> {
    match form.optional("name") {
        Some(name) if !crate::domain::Id::slug(&name).is_empty() => Ok(Filled::Rename(at, name)),
        _ => Err(Wrong { field: "name", words: model.text.get("say-no-name").into_owned() }),
    }
}
