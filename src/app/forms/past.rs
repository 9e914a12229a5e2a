//! The day that is looked back at.

use super::filled::{Accepted, Filled, missing};
use crate::{
    app::{
        model::Model,
        value::{FieldFault, FieldId as F, Form},
    },
    domain::Refusal,
};

pub(super) fn accept(model: &Model, form: &Form) -> Accepted {
    let today = model.now.to_zoned(model.home.clone()).date();
    match form.day(F::On, &model.text, today)? {
        None => Err(missing(&model.text, F::On)),
        Some(given) if given > today => {
            let words = model.refusal_words(&Refusal::Future { given, today });
            Err(FieldFault { field: F::On, words })
        }
        Some(day) => Ok(Filled::LookBack(day)),
    }
}
