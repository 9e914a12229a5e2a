//! What is noted on the phone.

use super::Filled;
use crate::{
    app::{
        call::{Stamp, Stamped},
        dialog::Dialog,
        form::{Form, FormKind, Wrong},
        model::Model,
    },
    domain::Refusal,
};

pub(super) fn open(model: &Model, stamp: Stamp) -> Option<Form> {
    let Some(Dialog::Call(call)) = model.dialogs.last() else { return None };
    let form = Form::new(FormKind::Stamp(stamp), "stamp");
    Some(match (stamp, call.last(stamp)) {
        (Stamp::Agent, Some(Stamped::Agent(name))) => form.text("agent", Some(name)),
        (Stamp::Reference, Some(Stamped::Reference(number))) => {
            form.text("reference", Some(number))
        }
        (Stamp::Promise, Some(Stamped::Promise(by))) => form.date("promised", Some(*by)),
        (Stamp::Promise, _) => form.date("promised", None),
        (Stamp::Agent, _) => form.text("agent", None),
        (Stamp::Reference, _) => form.text("reference", None),
        (Stamp::Refused, _) => form.text("refused", None),
        (Stamp::Note, _) => form.text("note", None),
    })
}

pub(super) fn accept(model: &Model, form: &Form, stamp: Stamp) -> Result<Filled, Wrong> {
    let (text, today) = (&model.text, model.today());
    let missing = |field| Wrong { field, words: text.get("say-no-name").into_owned() };
    let typed = |field| form.optional(field).ok_or_else(|| missing(field));
    Ok(Filled::Stamp(match stamp {
        Stamp::Agent => Stamped::Agent(typed("agent")?),
        Stamp::Reference => Stamped::Reference(typed("reference")?),
        Stamp::Refused => Stamped::Refused(typed("refused")?),
        Stamp::Note => Stamped::Note(typed("note")?),
        Stamp::Promise => {
            let by = form.day("promised", text, today)?.ok_or_else(|| missing("promised"))?;
            if by < today {
                let refusal = Refusal::BeforeEvent { given: by, event: today };
                return Err(crate::app::form::wrong(model, "promised", &refusal));
            }
            Stamped::Promise(by)
        }
    }))
}
