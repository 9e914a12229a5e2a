//! Submitting, and what the carrier decided.

use super::{
    choices::{channels, words},
    filled::{Accepted, change},
};
use crate::{
    app::value::{FieldFault, FieldId as F, Form, Scene},
    domain::{Application, Refusal, Verdict},
};

pub(super) fn submit(form: Form, scene: &Scene<'_>, anyway: bool) -> Form {
    let form = if anyway { form.text(F::Reason, None) } else { form };
    form.date(F::On, Some(scene.words.today))
        .choice(F::Channel, channels(scene, None), "hotline")
        .text(F::Reference, None)
}

pub(super) fn accept_submit(scene: &Scene<'_>, form: &Form, anyway: bool) -> Accepted {
    let (words, today) = (&scene.words, scene.words.today);
    let on = form.day(F::On, words.text, today)?.unwrap_or(today);
    let draft = Application {
        channel: Some(form.chosen(F::Channel).to_owned()),
        reference: form.optional(F::Reference),
        anyway: anyway.then(|| form.value(F::Reason)),
        reckoned: words.playbook.reckon(words.case, &words.case.terms, on),
        ..Application::on(on)
    };
    let made = words.case.submit(&scene.status.gate, draft, today);
    let field = if made == Err(Refusal::NoReason) { F::Reason } else { F::On };
    change(scene, field, made)
}

pub(super) fn outcome(form: Form, scene: &Scene<'_>) -> Form {
    let text = scene.words.text;
    // Nothing is chosen beforehand: Enter alone must not cancel a line.
    let choose = (String::new(), text.get("ui-choose").into_owned());
    let verdicts = words(text, "verdict", ["approved", "rejected"]);
    form.choice(F::Verdict, [choose].into_iter().chain(verdicts), "")
        .date(F::On, Some(scene.words.today))
        .text(F::Reason, None)
}

pub(super) fn accept_outcome(scene: &Scene<'_>, form: &Form) -> Accepted {
    let (case, text, today) = (scene.words.case, scene.words.text, scene.words.today);
    let verdict = match form.chosen(F::Verdict) {
        "approved" => Verdict::Approved,
        "rejected" => Verdict::Rejected,
        _ => {
            let words = text.get("ui-choose-one").into_owned();
            return Err(FieldFault { field: F::Verdict, words });
        }
    };
    let on = form.day(F::On, text, today)?.unwrap_or(today);
    let made = case.decide(verdict, on, form.optional(F::Reason), today);
    let field = if made == Err(Refusal::NoReason) { F::Reason } else { F::On };
    change(scene, field, made)
}
