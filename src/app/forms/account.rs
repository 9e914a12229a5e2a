//! An account.

use super::{Filled, change, words};
use crate::{
    app::{
        form::{Form, FormKind, Wrong},
        model::Model,
    },
    domain::{AccountKind, AccountState, Id, Refusal},
};

pub(super) fn open(model: &Model, id: Option<&Id>) -> Option<Form> {
    let case = model.current()?;
    let known = id.map(|id| case.account(id)).transpose().ok()?;
    let (kind, state) =
        known.map_or((AccountKind::Bank, AccountState::ToDo), |known| (known.kind, known.state));
    let title = if known.is_some() { "edit-account" } else { "add-account" };
    let kinds = words(model, "kind", AccountKind::ALL.map(AccountKind::word));
    let states = words(model, "account", AccountState::ALL.map(AccountState::word));
    Some(
        Form::new(FormKind::Account(id.cloned()), title)
            .text("name", known.map(|known| known.name.as_str()))
            .choice("kind", kinds, kind.word())
            .choice("state", states, state.word())
            .text("note", known.and_then(|known| known.note.as_deref())),
    )
}

pub(super) fn accept(model: &Model, form: &Form, id: Option<&Id>) -> Result<Filled, Wrong> {
    let Some(case) = model.current() else { return change(model, "name", Err(Refusal::NoName)) };
    let (kind, state) = (form.chosen("kind"), form.chosen("state"));
    let kind = AccountKind::ALL.into_iter().find(|one| one.word() == kind).unwrap_or_default();
    let state = AccountState::ALL.into_iter().find(|one| one.word() == state).unwrap_or_default();
    let (name, note, today) = (form.value("name"), form.optional("note"), model.today());
    change(
        model,
        "name",
        match id {
            Some(id) => case.edit_account(id, &name, kind, state, note, today),
            None => case.add_account(&name, kind, state, note, today),
        },
    )
}
