//! The day that is looked back at.

use jiff::civil::Date;

use super::filled::{Accepted, Filled, missing};
use crate::{
    app::{
        model::Model,
        value::{FieldFault, FieldId as F, Form},
    },
    domain::Refusal,
};

pub(super) fn accept(model: &Model, form: &Form) -> Accepted {
    // Not the day that is looked at, but the one it is where the carrier is.
    let today = model.now.to_zoned(model.zone.clone()).date();
    match form.day(F::On, &model.text, today)? {
        None => Err(missing(&model.text, F::On)),
        Some(given) if given > today => {
            let words = model.refusal_words(&Refusal::Future { given, today });
            Err(FieldFault { field: F::On, words })
        }
        Some(day) => match begun(model) {
            Some(first) if day < first => {
                let words = model
                    .text
                    .with("ui-past-before", &[("date", model.text.full_date(first).into())]);
                Err(FieldFault { field: F::On, words })
            }
            _ => Ok(Filled::LookBack(day)),
        },
    }
}

/// The day on which the first case was opened.
fn begun(model: &Model) -> Option<Date> {
    let book = model.past.as_ref().map_or(&model.book, |past| &past.present);
    Some(book.begun()?.to_zoned(model.zone.clone()).date())
}
