//! An account.

use super::{
    choices::words,
    filled::{Accepted, change},
};
use crate::{
    app::value::{FieldId as F, Form, Scene},
    domain::{AccountKind, AccountState, Id},
};

pub(super) fn open(form: Form, scene: &Scene<'_>, id: Option<&Id>) -> Option<Form> {
    let (case, text) = (scene.words.case, scene.words.text);
    let known = id.map(|id| case.account(id)).transpose().ok()?;
    let kind = known.map_or(AccountKind::Bank, |known| known.kind);
    let state = known.map_or(AccountState::ToDo, |known| known.state);
    let kinds = words(text, "kind", AccountKind::ALL.map(AccountKind::word));
    let states = words(text, "account", AccountState::ALL.map(AccountState::word));
    Some(
        form.text(F::Name, known.map(|known| known.name.as_str()))
            .choice(F::Kind, kinds, kind.word())
            .choice(F::State, states, state.word())
            .text(F::Note, known.and_then(|known| known.note.as_deref())),
    )
}

pub(super) fn accept(scene: &Scene<'_>, form: &Form, id: Option<&Id>) -> Accepted {
    let (case, today) = (scene.words.case, scene.words.today);
    let kind = form.chosen_of(F::Kind, AccountKind::ALL, AccountKind::word);
    let state = form.chosen_of(F::State, AccountState::ALL, AccountState::word);
    let (kind, state) = (kind.unwrap_or_default(), state.unwrap_or_default());
    let (name, note) = (form.value(F::Name), form.optional(F::Note));
    let made = match id {
        Some(id) => case.edit_account(id, &name, kind, state, note, today),
        None => case.add_account(&name, kind, state, note, today),
    };
    change(scene, F::Name, made)
}
