//! What is noted during a call.

use super::filled::{Filled, missing, needed};
use crate::{
    app::{
        model::Model,
        value::{Dialog, Form, Noted, Stamp, Wrong},
    },
    domain::Refusal,
};

pub(super) fn open(form: Form, model: &Model, stamp: Stamp) -> Option<Form> {
    let Some(Dialog::Call(call)) = model.dialogs.last() else { return None };
    let field = stamp.field();
    Some(match (stamp, call.last(stamp)) {
        (Stamp::Promise, Some(Noted::Day(by))) => form.date(field, Some(*by)),
        (Stamp::Promise, _) => form.date(field, None),
        (_, Some(Noted::Words(words))) => form.text(field, Some(words)),
        _ => form.text(field, None),
    })
}

pub(super) fn accept(model: &Model, form: &Form, stamp: Stamp) -> Result<Filled, Wrong> {
    let (text, today, field) = (&model.text, model.today(), stamp.field());
    if stamp != Stamp::Promise {
        return Ok(Filled::Stamp(stamp, Noted::Words(needed(text, form, field)?)));
    }
    let by = form.day(field, text, today)?.ok_or_else(|| missing(text, field))?;
    if by < today {
        let refusal = Refusal::BeforeEvent { given: by, event: today };
        return Err(Wrong { field, words: model.refusal_words(&refusal) });
    }
    Ok(Filled::Stamp(stamp, Noted::Day(by)))
}
