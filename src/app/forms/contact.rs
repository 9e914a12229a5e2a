//! An entry of the contact log.

use super::{
    choices::channels,
    filled::{Accepted, change},
};
use crate::{
    app::value::{FieldId as F, Form, Scene},
    domain::{Contact, Id, Refusal},
};

pub(super) fn open(form: Form, scene: &Scene<'_>, id: Option<&Id>) -> Option<Form> {
    let known = id.map(|id| scene.words.case.contact(id)).transpose().ok()?;
    let channel = known.map(|known| known.channel.as_str());
    let on = known.map_or(scene.words.today, |known| known.on);
    Some(
        form.choice(F::Channel, channels(scene, channel), channel.unwrap_or("hotline"))
            .date(F::On, Some(on))
            .text(F::Agent, known.and_then(|known| known.agent.as_deref()))
            .text(F::Reference, known.and_then(|known| known.reference.as_deref()))
            .date(F::Promised, known.and_then(|known| known.promised))
            .text(F::Note, known.and_then(|known| known.note.as_deref()))
            .date(F::AnswerBy, known.and_then(|known| known.answer_by)),
    )
}

pub(super) fn accept(scene: &Scene<'_>, form: &Form, id: Option<&Id>) -> Accepted {
    let (text, today) = (scene.words.text, scene.words.today);
    let on = form.day(F::On, text, today)?.unwrap_or(today);
    let known = id.and_then(|id| scene.words.case.contact(id).ok());
    let old = known.cloned().unwrap_or_else(|| Contact::on(on, ""));
    let draft = Contact {
        on,
        channel: form.chosen(F::Channel).to_owned(),
        agent: form.optional(F::Agent),
        reference: form.optional(F::Reference),
        note: form.optional(F::Note),
        promised: form.day(F::Promised, text, today)?,
        answer_by: form.day(F::AnswerBy, text, today)?,
        ..old
    };
    let made = scene.words.case.log_contact(draft, today);
    let field = match &made {
        Err(Refusal::BeforeEvent { given, .. })
            if form.day(F::AnswerBy, text, today)? == Some(*given) =>
        {
            F::AnswerBy
        }
        Err(Refusal::BeforeEvent { .. }) => F::Promised,
        Err(Refusal::NoName) => F::Channel,
        _ => F::On,
    };
    change(scene, field, made)
}
