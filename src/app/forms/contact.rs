//! An entry of the contact log.

use super::{Filled, change, channels};
use crate::{
    app::{
        form::{Form, FormKind, Wrong},
        model::Model,
    },
    domain::{Contact, Id, Refusal},
};

pub(super) fn open(model: &Model, id: Option<&Id>) -> Option<Form> {
    let case = model.current()?;
    let known = id.map(|id| case.contact(id)).transpose().ok()?;
    let title = if known.is_some() { "edit-contact" } else { "add-contact" };
    let channel = known.map(|known| known.channel.as_str());
    Some(
        Form::new(FormKind::Contact(id.cloned()), title)
            .choice("channel", channels(model, channel), channel.unwrap_or("hotline"))
            .date("on", Some(known.map_or(model.today(), |known| known.on)))
            .text("agent", known.and_then(|known| known.agent.as_deref()))
            .text("reference", known.and_then(|known| known.reference.as_deref()))
            .date("promised", known.and_then(|known| known.promised))
            .text("note", known.and_then(|known| known.note.as_deref())),
    )
}

pub(super) fn accept(model: &Model, form: &Form, id: Option<&Id>) -> Result<Filled, Wrong> {
    let Some(case) = model.current() else { return change(model, "on", Err(Refusal::NoName)) };
    let (text, today) = (&model.text, model.today());
    let draft = Contact {
        id: id.cloned().unwrap_or_else(|| Id::new("")),
        on: form.day_or_today("on", text, today)?,
        channel: form.chosen("channel").to_owned(),
        agent: form.optional("agent"),
        reference: form.optional("reference"),
        note: form.optional("note"),
        promised: form.day("promised", text, today)?,
    };
    let made = case.log_contact(draft, today);
    let field = match &made {
        Err(Refusal::BeforeEvent { .. }) => "promised",
        Err(Refusal::NoName) => "channel",
        _ => "on",
    };
    change(model, field, made)
}
