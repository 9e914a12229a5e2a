//! The interview that opens a case: its questions, in their order. The
//! dashboard and `ringoff guide` ask these and no others.

use super::field_id::FieldId;

/// A question, and the fields that take its answer. Each can be skipped.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Question {
    /// Its words are under `ask-<id>`.
    id: &'static str,
    /// What is asked for.
    pub(crate) fields: &'static [FieldId],
}

macro_rules! questions {
    ($($id:literal [$($field:ident)+])+) => {
        &[$(Question { id: $id, fields: &[$(FieldId::$field),+] }),+]
    };
}

/// Every question.
pub(crate) const QUESTIONS: &[Question] = questions! {
    "carrier" [Playbook Label]
    "number" [Number]
    "names" [OwnName Holder]
    "dates" [ActiveUntil GraceUntil]
    "place" [Abroad]
    "route" [Route]
};

impl Question {
    /// The key of its sentence.
    pub(crate) fn words(&self) -> String {
        format!("ask-{}", self.id)
    }

    /// The question that asks for a field, with its number, from 1.
    pub(crate) fn about(field: FieldId) -> Option<(usize, &'static Self)> {
        let mut all = QUESTIONS.iter().enumerate();
        let found = all.find(|(_, question)| question.fields.contains(&field));
        found.map(|(at, question)| (at + 1, question))
    }
}
