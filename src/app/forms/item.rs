//! What is said about an item of the checklist: notes and waivers.

use super::filled::{Accepted, change};
use crate::{
    app::value::{FieldId as F, Form, Scene},
    domain::Item,
};

pub(super) fn note(form: Form, scene: &Scene<'_>, item: &Item) -> Form {
    form.text(F::Note, scene.words.case.mark(item).note.as_deref())
}

pub(super) fn accept_note(scene: &Scene<'_>, form: &Form, item: &Item) -> Accepted {
    let (rules, note) = (scene.words.playbook.procedure(), form.optional(F::Note));
    change(scene, F::Note, scene.words.case.annotate(&rules, item, note))
}

pub(super) fn accept_waive(scene: &Scene<'_>, form: &Form, item: &Item) -> Accepted {
    let (rules, reason) = (scene.words.playbook.procedure(), form.value(F::Reason));
    let made = scene.words.case.waive(&rules, item, &reason, scene.words.today);
    change(scene, F::Reason, made)
}
