//! An entry of the contact log.

use super::{
    choices::{channels, usual_channel, words},
    filled::{Accepted, change, missing},
};
use crate::{
    app::{
        model::Model,
        pages::letter,
        value::{FieldFault, FieldId as F, Form, Scene},
    },
    domain::{Asked, Contact, Id, Refusal},
};

pub(super) fn open(form: Form, scene: &Scene<'_>, id: Option<&Id>) -> Option<Form> {
    let known = id.map(|id| scene.words.case.contact(id)).transpose().ok()?;
    let channel = known.map(|known| known.channel.as_str());
    let usual = usual_channel(scene);
    let on = known.map_or(scene.words.today, |known| known.on);
    let asked = known.map(|known| known.asked).unwrap_or_default();
    Some(
        form.choice(F::Channel, channels(scene, channel), channel.unwrap_or(&usual))
            .date(F::On, Some(on))
            .text(F::Agent, known.and_then(|known| known.agent.as_deref()))
            .text(F::Reference, known.and_then(|known| known.reference.as_deref()))
            .date(F::Promised, known.and_then(|known| known.promised))
            .text(F::Note, known.and_then(|known| known.note.as_deref()))
            .date(F::AnswerBy, known.and_then(|known| known.answer_by))
            .choice(
                F::Asked,
                words(scene.words.text, "asked", Asked::ALL.map(Asked::word)),
                asked.word(),
            ),
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
        asked: form.chosen_of(F::Asked, Asked::ALL, Asked::word).unwrap_or_default(),
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

/// What is asked of a letter that was sent: only what is known stands there already.
pub(super) fn sent(form: Form, model: &Model, id: &Id) -> Option<Form> {
    let (scene, letter) = (model.scene()?, letter::find(model, id)?);
    let usual = scene.words.sent(letter);
    let choose = (String::new(), scene.words.text.get("ui-choose").into_owned());
    let known = Some(usual.channel.as_str()).filter(|known| !known.is_empty());
    let all = [choose].into_iter().chain(channels(&scene, known));
    Some(form.choice(F::Channel, all, &usual.channel).date(F::AnswerBy, usual.answer_by))
}

pub(super) fn accept_sent(model: &Model, form: &Form, id: &Id) -> Accepted {
    let text = &model.text;
    let found = model.scene().zip(letter::find(model, id));
    let Some((scene, letter)) = found else { return Err(missing(text, F::Channel)) };
    let channel = form.chosen(F::Channel).to_owned();
    if channel.is_empty() {
        let words = text.get("ui-choose-one").into_owned();
        return Err(FieldFault { field: F::Channel, words });
    }
    let answer_by = form.day(F::AnswerBy, text, scene.words.today)?;
    let draft = Contact { channel, answer_by, ..scene.words.sent(letter) };
    change(&scene, F::AnswerBy, scene.words.case.log_contact(draft, scene.words.today))
}
