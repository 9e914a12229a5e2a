//! A service.

use super::{Filled, change, words};
use crate::{
    app::{
        form::{Form, FormKind, Wrong},
        model::Model,
    },
    domain::{Id, Refusal, ServiceKind, ServiceState},
};

pub(super) fn open(model: &Model, id: Option<&Id>) -> Option<Form> {
    let case = model.current()?;
    let known = id.map(|id| case.service(id)).transpose().ok()?;
    let (kind, state) =
        known.map_or((ServiceKind::Bank, ServiceState::Linked), |known| (known.kind, known.state));
    let title = if known.is_some() { "edit-service" } else { "add-service" };
    let kinds = words(model, "kind", ServiceKind::ALL.map(ServiceKind::word));
    let states = words(model, "service", ServiceState::ALL.map(ServiceState::word));
    Some(
        Form::new(FormKind::Service(id.cloned()), title)
            .text("name", known.map(|known| known.name.as_str()))
            .choice("kind", kinds, kind.word())
            .choice("state", states, state.word())
            .text("note", known.and_then(|known| known.note.as_deref())),
    )
}

pub(super) fn accept(model: &Model, form: &Form, id: Option<&Id>) -> Result<Filled, Wrong> {
    let Some(case) = model.current() else { return change(model, "name", Err(Refusal::NoName)) };
    let (kind, state) = (form.chosen("kind"), form.chosen("state"));
    let kind = ServiceKind::ALL.into_iter().find(|one| one.word() == kind).unwrap_or_default();
    let state = ServiceState::ALL.into_iter().find(|one| one.word() == state).unwrap_or_default();
    let (name, note, today) = (form.value("name"), form.optional("note"), model.today());
    change(
        model,
        "name",
        match id {
            Some(id) => case.edit_service(id, &name, kind, state, note, today),
            None => case.add_service(&name, kind, state, note, today),
        },
    )
}
