//! Submitting, and what the carrier decided.

use super::{Filled, change, channels, words};
use crate::{
    app::{
        form::{Form, FormKind, Wrong},
        model::Model,
    },
    domain::{Application, Refusal, Verdict},
};

pub(super) fn submit(model: &Model, anyway: bool) -> Option<Form> {
    model.current()?;
    let title = if anyway { "submit-anyway" } else { "submit" };
    let form = Form::new(FormKind::Submit { anyway }, title);
    let form = if anyway { form.text("reason", None) } else { form };
    Some(
        form.date("on", Some(model.today()))
            .choice("channel", channels(model, None), "hotline")
            .text("reference", None),
    )
}

pub(super) fn accept_submit(model: &Model, form: &Form) -> Result<Filled, Wrong> {
    let Some(scene) = model.scene() else { return change(model, "on", Err(Refusal::NoName)) };
    let today = model.today();
    let anyway = matches!(form.kind, FormKind::Submit { anyway: true });
    let on = form.day_or_today("on", &model.text, today)?;
    let draft = Application {
        channel: Some(form.chosen("channel").to_owned()),
        reference: form.optional("reference"),
        anyway: anyway.then(|| form.value("reason")),
        reckoned: scene.words.playbook.reckon(scene.words.case, &scene.words.case.terms, on),
        ..Application::on(on)
    };
    let made = scene.words.case.submit(&scene.standing.gate, draft, today);
    let field = if made == Err(Refusal::NoReason) { "reason" } else { "on" };
    change(model, field, made)
}

pub(super) fn outcome(model: &Model) -> Option<Form> {
    model.current()?.pending()?;
    // Nothing is chosen beforehand: Enter alone must not cancel a line.
    let choose = (String::new(), model.text.get("ui-choose").into_owned());
    let verdicts = words(model, "verdict", ["approved", "rejected"]);
    Some(
        Form::new(FormKind::Outcome, "outcome")
            .choice("verdict", [choose].into_iter().chain(verdicts), "")
            .date("on", Some(model.today()))
            .text("reason", None),
    )
}

pub(super) fn accept_outcome(model: &Model, form: &Form) -> Result<Filled, Wrong> {
    let Some(case) = model.current() else { return change(model, "on", Err(Refusal::NoName)) };
    let today = model.today();
    let verdict = match form.chosen("verdict") {
        "approved" => Verdict::Approved,
        "rejected" => Verdict::Rejected,
        _ => {
            let words = model.text.get("ui-choose-one").into_owned();
            return Err(Wrong { field: "verdict", words });
        }
    };
    let on = form.day_or_today("on", &model.text, today)?;
    let made = case.decide(verdict, on, form.optional("reason"), today);
    let field = if made == Err(Refusal::NoReason) { "reason" } else { "on" };
    change(model, field, made)
}
