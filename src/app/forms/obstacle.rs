//! An obstacle.

use super::{Filled, change};
use crate::{
    app::{
        form::{Form, FormKind, Wrong},
        model::Model,
    },
    domain::{Id, Refusal},
};

pub(super) fn open(model: &Model, kind: Id, id: Option<&Id>) -> Option<Form> {
    let case = model.current()?;
    let known = id.map(|id| case.obstacle(id)).transpose().ok()?;
    let title = if known.is_some() { "edit-obstacle" } else { "add-obstacle" };
    Some(
        Form::new(FormKind::Obstacle(kind, id.cloned()), title)
            .text("note", known.and_then(|known| known.note.as_deref()))
            .date("follow-up", known.and_then(|known| known.follow_up)),
    )
}

pub(super) fn accept(
    model: &Model,
    form: &Form,
    kind: &Id,
    id: Option<&Id>,
) -> Result<Filled, Wrong> {
    let Some((case, playbook)) = model.current().zip(model.playbook()) else {
        return change(model, "note", Err(Refusal::NoName));
    };
    let today = model.today();
    let follow_up = form.day("follow-up", &model.text, today)?;
    let note = form.optional("note");
    change(
        model,
        "follow-up",
        match id {
            Some(id) => case.edit_obstacle(id, note, follow_up),
            None => case.open_obstacle(&playbook.procedure(), kind, note, follow_up, today),
        },
    )
}
