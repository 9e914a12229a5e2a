//! Where a letter goes.

use super::Filled;
use crate::app::{
    form::{Form, FormKind, Wrong},
    model::Model,
};

pub(super) fn save(text: String) -> Form {
    Form::new(FormKind::SaveLetter(text), "save-letter").text("file", None)
}

pub(super) fn accept(model: &Model, form: &Form, text: &str) -> Result<Filled, Wrong> {
    match form.optional("file") {
        Some(path) => Ok(Filled::Write(path, text.to_owned())),
        None => Err(Wrong { field: "file", words: model.text.get("say-no-name").into_owned() }),
    }
}
