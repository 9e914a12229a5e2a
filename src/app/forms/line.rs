//! The facts about the line.

use super::{Filled, change, words};
use crate::{
    app::{
        form::{Form, FormKind, Wrong},
        model::Model,
    },
    domain::{Class, Holder, Line, Refusal},
};

/// The choice that says nothing is known.
const UNKNOWN: &str = "unknown";

pub(super) fn open(model: &Model) -> Option<Form> {
    let line = &model.current()?.line;
    let holder = match &line.holder {
        Holder::Me => None,
        Holder::Other(name) => Some(name.as_str()),
    };
    let unknown = (UNKNOWN.to_owned(), model.text.get("word-unknown").into_owned());
    let classes = [unknown].into_iter().chain(words(model, "class", Class::ALL.map(Class::word)));
    Some(
        Form::new(FormKind::Line, "line")
            .number("number", line.number.as_deref())
            .text("holder", holder)
            .choice("class", classes, line.class.map_or(UNKNOWN, Class::word))
            .date("registered", line.registered)
            .date("active-until", line.active_until)
            .date("grace-until", line.grace_until)
            .text("credit", line.credit.as_deref()),
    )
}

pub(super) fn accept(model: &Model, form: &Form) -> Result<Filled, Wrong> {
    let Some(case) = model.current() else { return change(model, "number", Err(Refusal::NoName)) };
    let (text, today) = (&model.text, model.today());
    let line = Line {
        number: form.optional("number"),
        holder: form.optional("holder").map_or(Holder::Me, Holder::Other),
        class: Class::ALL.into_iter().find(|class| class.word() == form.chosen("class")),
        registered: form.day("registered", text, today)?,
        active_until: form.day("active-until", text, today)?,
        grace_until: form.day("grace-until", text, today)?,
        credit: form.optional("credit"),
    };
    let made = case.set_line(line, today);
    let field = match &made {
        Err(Refusal::GraceBeforeActive { .. }) => "grace-until",
        Err(Refusal::Future { .. }) => "registered",
        _ => "number",
    };
    change(model, field, made)
}
