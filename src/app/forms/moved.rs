//! The number that accounts have now. It is asked for when one is marked as moved,
//! and goes away by itself when something else is done.

use super::filled::{Accepted, Filled, change};
use crate::{
    app::{
        pending::Action,
        value::{Code, FieldId as F, Form, FormKind, Key, Scene, Suggestion, Suggestions},
    },
    domain::Id,
    text::mask_number,
};

/// The most numbers that are suggested.
const MOST: usize = 4;

pub(super) fn open(form: Form, scene: &Scene<'_>) -> Form {
    let mut form = form.number(F::To, None);
    let numbers = scene.words.case.numbers_moved_to().into_iter().take(MOST);
    let suggestion = |number: &str| {
        let shown = if scene.masked { mask_number(number) } else { number.to_owned() };
        Suggestion { value: number.to_owned(), note: String::new(), shown }
    };
    let all: Vec<Suggestion> = numbers.map(suggestion).collect();
    form.suggestions = Suggestions::new(all, false);
    form
}

pub(super) fn accept(scene: &Scene<'_>, form: &Form, ids: &[Id]) -> Accepted {
    let Some(number) = form.optional(F::To) else { return Ok(Filled::Skip) };
    let case = scene.words.case;
    match case.moved_to(ids, &number) {
        // To be moved and to have that number is one thing to undo.
        Ok(Some(made)) => {
            let actions = vec![Action::Undo, Action::Change(made)];
            Ok(Filled::Do(case.id.clone(), actions))
        }
        Ok(None) => change(scene, F::To, case.number_accounts(ids, &number)),
        Err(refusal) => change(scene, F::To, Err(refusal)),
    }
}

/// Whether a key is meant for something else than the number: the question is left
/// then, since nobody has to answer it.
pub(in crate::app) fn is_left_by(form: &Form, key: Key) -> bool {
    let asks = matches!(form.kind, FormKind::MovedTo(_)) && form.value(F::To).is_empty();
    let writes = key.typed().is_some_and(|typed| typed.is_ascii_digit() || "+(".contains(typed));
    let plain = matches!(key.code, Code::Char(_)) && !key.ctrl && !key.alt;
    asks && plain && !writes
}
