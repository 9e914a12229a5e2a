//! A document of the person's own.

use super::{
    choices::{NO, YES, yes_or_no},
    filled::{Accepted, change},
};
use crate::{
    app::value::{FieldId as F, Form, Scene},
    domain::Id,
};

pub(super) fn open(form: Form, scene: &Scene<'_>, id: Option<&Id>) -> Option<Form> {
    let known = id.map(|id| scene.words.case.extra_document(id)).transpose().ok()?;
    let required = known.is_none_or(|known| known.required);
    Some(form.text(F::Title, known.map(|known| known.title.as_str())).choice(
        F::Required,
        yes_or_no(scene.words.text),
        if required { YES } else { NO },
    ))
}

pub(super) fn accept(scene: &Scene<'_>, form: &Form, id: Option<&Id>) -> Accepted {
    let (case, playbook) = (scene.words.case, scene.words.playbook);
    let title = form.value(F::Title);
    let required = form.chosen(F::Required) == YES;
    let made = match id {
        Some(id) => case.edit_document(id, &title, required),
        None => case.add_document(&playbook.procedure(), &title, required),
    };
    change(scene, F::Title, made)
}
