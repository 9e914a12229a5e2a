//! What follows from a filled form, or what is wrong with it.

use jiff::civil::Date;

use crate::{
    app::{
        pending::Action,
        value::{Errand, FieldFault, FieldId, Form, NoteKind, Noted, Scene},
    },
    domain::{Change, Id, Refusal},
    text::Text,
};

/// What follows from a filled form.
pub(in crate::app) enum Filled {
    /// These actions are done to the case of this id, in this order.
    Do(Id, Vec<Action>),
    /// Nothing: the question was passed over.
    Skip,
    /// The file at this path is fingerprinted; the form stays until the result
    /// comes.
    Fingerprint(String),
    /// A text is written to a new file: the path, then the text. The form stays
    /// until the result comes.
    Write(String, String),
    /// An errand is done with the file at this path. The form stays until the result
    /// comes.
    Errand(Errand, String),
    /// The file at this path is scanned.
    Scan(String),
    /// The book is looked at as it was on this day.
    LookBack(Date),
    /// The result of a scan at this place gets another name.
    Rename(usize, String),
    /// This is noted in the call.
    CallNote(NoteKind, Noted),
}

/// What follows from a filled form, or what is wrong with one of its fields.
pub(in crate::app) type Accepted = Result<Filled, FieldFault>;

/// A change to the case that is looked at, or what is wrong with `field`.
pub(super) fn change(scene: &Scene<'_>, field: FieldId, made: Result<Change, Refusal>) -> Accepted {
    match made {
        Ok(change) => Ok(Filled::Do(scene.words.case.id.clone(), vec![Action::Change(change)])),
        Err(refusal) => Err(fault(scene, field, &refusal)),
    }
}

/// What is wrong with a field. Where it is empty, it says what it asks for.
pub(super) fn fault(scene: &Scene<'_>, field: FieldId, refusal: &Refusal) -> FieldFault {
    match refusal {
        Refusal::NoName | Refusal::NoReason => missing(scene.words.text, field),
        _ => FieldFault { field, words: scene.words.refusal(refusal) },
    }
}

/// What was typed into a field that must not be empty.
pub(super) fn needed(text: &Text, form: &Form, field: FieldId) -> Result<String, FieldFault> {
    form.optional(field).ok_or_else(|| missing(text, field))
}

/// A field that must not be empty is.
pub(super) fn missing(text: &Text, field: FieldId) -> FieldFault {
    let key = match field {
        FieldId::Path | FieldId::File | FieldId::Export => "ui-needs-file".to_owned(),
        FieldId::Channel | FieldId::Verdict => "ui-choose-one".to_owned(),
        FieldId::Until | FieldId::On => "ui-needs-day".to_owned(),
        _ => format!("ui-empty-{}", field.word()),
    };
    FieldFault { field, words: text.get(&key).into_owned() }
}
