//! Submitting, and what the carrier decided.

use super::{
    choices::{channels, usual_channel},
    filled::{Accepted, Filled, change, fault, missing},
};
use crate::{
    app::value::{FieldFault, FieldId as F, Form, Scene},
    domain::{Application, Attachment, Change, Outcome, Refusal, Route, Verdict},
};

pub(super) fn submit(form: Form, scene: &Scene<'_>, anyway: bool) -> Form {
    let form = if anyway { form.text(F::Reason, None) } else { form };
    let form = form.date(F::On, Some(scene.words.today));
    // Another carrier is asked for the number: no channel of this one leads there.
    let form = match scene.words.case.way() {
        Route::Port => form,
        _ => form.choice(F::Channel, channels(scene, None), &usual_channel(scene)),
    };
    form.text(F::Reference, None)
}

pub(super) fn accept_submit(scene: &Scene<'_>, form: &Form, anyway: bool) -> Accepted {
    let (words, today) = (&scene.words, scene.words.today);
    let on = form.day(F::On, words.text, today)?.unwrap_or(today);
    let draft = Application {
        channel: Some(form.chosen(F::Channel).to_owned()).filter(|channel| !channel.is_empty()),
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
    let (words_of, text) = (&scene.words, scene.words.text);
    // A yes that is there already gets what is known of its confirmation by now.
    if let Some(known) = words_of.case.approval() {
        let file = known.file.as_ref().map(|file| file.path.as_str());
        let form = form
            .date(F::On, Some(known.on))
            .text(F::Reference, known.reference.as_deref())
            .text(F::Confirmation, file);
        return match known.reason.as_deref() {
            None => form,
            reason => form.text(F::Reason, reason),
        };
    }
    // Nothing is chosen beforehand: Enter alone must not cancel a line.
    let choose = (String::new(), text.get("ui-choose").into_owned());
    let verdicts = [Verdict::Approved, Verdict::Rejected].map(|verdict| {
        let told = words_of.case.pending().map(|one| words_of.verdict(one, verdict));
        (verdict.word().to_owned(), told.unwrap_or_default())
    });
    let items = words_of.case.items(&words_of.playbook.procedure()).into_iter();
    let items = items.filter(Outcome::can_be_about);
    let items = items.map(|item| (item.to_string(), words_of.title(&item)));
    form.choice(F::Verdict, [choose].into_iter().chain(verdicts), "")
        .date(F::On, Some(words_of.today))
        .text(F::Reason, None)
        .several(F::About, items)
        .text(F::Reference, None)
        .text(F::Confirmation, None)
}

/// A no has a reason and may criticise something; a yes has a confirmation.
pub(super) fn arrange(form: &mut Form) {
    let verdict = form.chosen(F::Verdict).to_owned();
    if !form.all_fields().any(|field| field.id == F::Verdict) {
        return;
    }
    form.show_where(|field| match field.id {
        F::Reason | F::About => verdict == Verdict::Rejected.word(),
        F::Confirmation => verdict == Verdict::Approved.word(),
        F::Reference => !verdict.is_empty(),
        _ => true,
    });
}

/// The path of a file that has still to be read is asked for first.
pub(super) fn accept_outcome(scene: &Scene<'_>, form: &Form) -> Accepted {
    let path = form.value(F::Confirmation);
    let known = scene.words.case.approval().and_then(|known| known.file.clone());
    let known = known.filter(|file| file.path == path);
    let unread = known.is_none() && !path.is_empty();
    let made = decided(scene, form, known)?;
    if unread { Ok(Filled::Fingerprint(path)) } else { change(scene, F::On, Ok(made)) }
}

/// The answer as the form has it, with its file.
pub(super) fn decided(
    scene: &Scene<'_>,
    form: &Form,
    file: Option<Box<Attachment>>,
) -> Result<Change, FieldFault> {
    let (words, text, today) = (&scene.words, scene.words.text, scene.words.today);
    let verdict = match form.chosen(F::Verdict) {
        "approved" => Verdict::Approved,
        "rejected" => Verdict::Rejected,
        _ if words.case.approval().is_some() => Verdict::Approved,
        _ => return Err(missing(text, F::Verdict)),
    };
    let outcome = Outcome {
        verdict,
        on: form.day(F::On, text, today)?.unwrap_or(today),
        reason: form.optional(F::Reason),
        reference: form.optional(F::Reference),
        file,
        about: form.all_chosen(F::About).filter_map(|item| item.parse().ok()).collect(),
    };
    let made = words.case.decide(&words.playbook.procedure(), outcome, today);
    made.map_err(|refusal| {
        let field = match refusal {
            Refusal::NoReason => F::Reason,
            Refusal::NotRejected => F::About,
            _ => F::On,
        };
        fault(scene, field, &refusal)
    })
}
