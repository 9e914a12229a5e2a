//! The facts about the line.

use super::{
    choices::{NO, YES, words, yes_or_no},
    filled::{Accepted, change},
};
use crate::{
    app::value::{FieldId as F, Form, Scene},
    domain::{Class, Holder, Line, Refusal},
};

/// The choice that says nothing is known.
const UNKNOWN: &str = "unknown";

/// The field for the day from which the carrier counts.
fn last_used(scene: &Scene<'_>) -> F {
    if scene.words.counts_top_ups() { F::LastTopUp } else { F::LastUsed }
}

pub(super) fn open(form: Form, scene: &Scene<'_>) -> Form {
    let (line, text) = (&scene.words.case.line, scene.words.text);
    let holder = match &line.holder {
        Holder::Me => None,
        Holder::Other(name) => Some(name.as_str()),
    };
    let unknown = (UNKNOWN.to_owned(), text.get("word-unknown").into_owned());
    let classes = [unknown].into_iter().chain(words(text, "class", Class::ALL.map(Class::word)));
    form.number(F::Number, line.number.as_deref())
        .text(F::Holder, holder)
        .choice(F::Class, classes, line.class.map_or(UNKNOWN, Class::word))
        .date(F::Registered, line.registered)
        .date(F::ActiveUntil, line.active_until)
        .date(F::GraceUntil, line.grace_until)
        .date(last_used(scene), line.last_used)
        .text(F::Credit, line.credit.as_deref())
        .text(F::OwnName, line.name.as_deref())
        .text(F::ReplyTo, line.reply_to.as_deref())
        .choice(F::Abroad, yes_or_no(text), if line.abroad { YES } else { NO })
}

pub(super) fn accept(scene: &Scene<'_>, form: &Form) -> Accepted {
    let (text, today) = (scene.words.text, scene.words.today);
    let line = Line {
        number: form.optional(F::Number),
        holder: form.optional(F::Holder).map_or(Holder::Me, Holder::Other),
        name: form.optional(F::OwnName),
        reply_to: form.optional(F::ReplyTo),
        abroad: form.chosen(F::Abroad) == YES,
        class: form.chosen_of(F::Class, Class::ALL, Class::word),
        registered: form.day(F::Registered, text, today)?,
        active_until: form.day(F::ActiveUntil, text, today)?,
        grace_until: form.day(F::GraceUntil, text, today)?,
        last_used: form.day(last_used(scene), text, today)?,
        credit: form.optional(F::Credit),
    };
    let used = line.last_used;
    let made = scene.words.case.set_line(line, today);
    let field = match &made {
        Err(Refusal::GraceBeforeActive { .. }) => F::GraceUntil,
        Err(Refusal::Future { given, .. }) if Some(*given) == used => last_used(scene),
        Err(Refusal::Future { .. }) => F::Registered,
        _ => F::Number,
    };
    change(scene, field, made)
}

/// That the line was used or topped up today, and the days that the carrier shows now.
pub(super) fn open_use(form: Form, scene: &Scene<'_>) -> Form {
    let line = &scene.words.case.line;
    form.date(last_used(scene), Some(scene.words.today))
        .date(F::ActiveUntil, line.active_until)
        .date(F::GraceUntil, line.grace_until)
        .text(F::Credit, line.credit.as_deref())
}

pub(super) fn accept_use(scene: &Scene<'_>, form: &Form) -> Accepted {
    let (text, today, case) = (scene.words.text, scene.words.today, scene.words.case);
    let known = case.line.last_used;
    let line = Line {
        // A use that was noted before is not taken back by an older one.
        last_used: form.day(last_used(scene), text, today)?.max(known),
        active_until: form.day(F::ActiveUntil, text, today)?,
        grace_until: form.day(F::GraceUntil, text, today)?,
        credit: form.optional(F::Credit),
        ..case.line.clone()
    };
    let made = case.set_line(line, today);
    let field = match &made {
        Err(Refusal::GraceBeforeActive { .. }) => F::GraceUntil,
        _ => last_used(scene),
    };
    change(scene, field, made)
}
