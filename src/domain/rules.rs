//! What a person may do to a case, and when: each rule turns a wish into a
//! [`Change`] or into a [`Refusal`]. The dashboard and the command line both
//! come through here, so they cannot differ.

mod accounts;
mod applications;
mod contacts;
mod documents;
mod lines;
mod marks;
mod obstacles;
mod reviews;

use jiff::civil::Date;

use super::{Case, Change, Id, Refusal};

/// The day something happened: not in the future, not before the case.
fn past(given: Date, case: &Case, today: Date) -> Result<Date, Refusal> {
    if given > today {
        return Err(Refusal::Future { given, today });
    }
    if given < case.opened {
        return Err(Refusal::BeforeCase { given, opened: case.opened });
    }
    Ok(given)
}

/// A day that answers `event`: not before it.
fn not_before(given: Date, event: Date) -> Result<Date, Refusal> {
    if given < event { Err(Refusal::BeforeEvent { given, event }) } else { Ok(given) }
}

/// Text that must say something.
fn spoken(text: &str, missing: Refusal) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() { Err(missing) } else { Ok(text.to_owned()) }
}

/// Text that may be left out.
fn optional(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Every number the case's history has ever given to a contact.
fn contacts_in_history(case: &Case) -> impl Iterator<Item = &Id> {
    case.history.iter().filter_map(|entry| match &entry.change {
        Change::Contact(put) => Some(&put.id),
        _ => None,
    })
}

/// Every number the case's history has ever given to an application.
fn applications_in_history(case: &Case) -> impl Iterator<Item = &Id> {
    case.history.iter().filter_map(|entry| match &entry.change {
        Change::Application(put) => Some(&put.id),
        _ => None,
    })
}
