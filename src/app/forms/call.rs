//! What is noted during a call.

use super::filled::{Accepted, Filled, missing, needed};
use crate::{
    app::{
        model::Model,
        value::{Dialog, FieldFault, Form, NoteKind, Noted},
    },
    domain::Refusal,
};

pub(super) fn open(form: Form, model: &Model, kind: NoteKind) -> Option<Form> {
    let Some(Dialog::Call(call)) = model.dialogs.last() else { return None };
    let field = kind.field();
    Some(match (kind, call.last(kind)) {
        (NoteKind::Promise, Some(Noted::Day(by))) => form.date(field, Some(*by)),
        (NoteKind::Promise, _) => form.date(field, None),
        (_, Some(Noted::Words(words))) => form.text(field, Some(words)),
        _ => form.text(field, None),
    })
}

pub(super) fn accept(model: &Model, form: &Form, kind: NoteKind) -> Accepted {
    let (text, today, field) = (&model.text, model.today(), kind.field());
    if kind != NoteKind::Promise {
        return Ok(Filled::CallNote(kind, Noted::Words(needed(text, form, field)?)));
    }
    let by = form.day(field, text, today)?.ok_or_else(|| missing(text, field))?;
    if by < today {
        let refusal = Refusal::BeforeEvent { given: by, event: today };
        return Err(FieldFault { field, words: model.refusal_words(&refusal) });
    }
    Ok(Filled::CallNote(kind, Noted::Day(by)))
}
