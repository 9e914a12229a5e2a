//! An obstacle.

use super::filled::{Accepted, change};
use crate::{
    app::value::{FieldId as F, Form, Scene},
    domain::Id,
};

pub(super) fn open(form: Form, scene: &Scene<'_>, id: Option<&Id>) -> Option<Form> {
    let known = id.map(|id| scene.words.case.obstacle(id)).transpose().ok()?;
    Some(
        form.text(F::Note, known.and_then(|known| known.note.as_deref()))
            .date(F::FollowUp, known.and_then(|known| known.follow_up)),
    )
}

pub(super) fn accept(scene: &Scene<'_>, form: &Form, kind: &Id, id: Option<&Id>) -> Accepted {
    let (case, today) = (scene.words.case, scene.words.today);
    let follow_up = form.day(F::FollowUp, scene.words.text, today)?;
    let note = form.optional(F::Note);
    let rules = scene.words.playbook.procedure();
    let made = match id {
        Some(id) => case.edit_obstacle(id, note, follow_up),
        None => case.open_obstacle(&rules, kind, note, follow_up, today),
    };
    change(scene, F::FollowUp, made)
}
