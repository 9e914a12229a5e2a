//! What a person may do to a case, and when: each rule turns a request into a
//! [`Change`](super::Change) or into a [`Refusal`]. The dashboard and the command line both
//! use these rules, so they cannot differ.

mod accounts;
mod agenda;
mod applications;
mod contacts;
mod documents;
mod endings;
mod findings;
mod import;
mod items;
mod lines;
mod marks;
mod obstacles;
mod rejections;
mod reviews;
#[cfg(test)]
mod tests;
mod toggle;
mod unique;

pub(crate) use toggle::Toggle;

use jiff::civil::Date;

use super::{Case, Id, Refusal};

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

/// Text that must not be empty.
fn not_empty(text: &str, missing: Refusal) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() { Err(missing) } else { Ok(text.to_owned()) }
}

/// A name, and the id that is made of it.
fn named(name: &str) -> Result<(Id, String), Refusal> {
    let name = not_empty(name, Refusal::NoName)?;
    let id = Id::slug(&name);
    if id.is_empty() { Err(Refusal::NoName) } else { Ok((id, name)) }
}

/// Text that may be left out.
fn optional(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}
