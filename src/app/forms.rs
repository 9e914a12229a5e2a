//! The forms: one file a noun. Each opens a form from what is known and turns
//! a filled one into what shall be done, through the same rules as the
//! command line.

mod account;
mod application;
mod call;
mod case;
mod contact;
mod document;
mod letter;
mod line;
mod obstacle;
mod review;
mod scan;

use super::{
    call::Stamped,
    deed::Act,
    form::{Form, FormKind, Wrong},
    model::Model,
};
use crate::domain::{Id, Item, ItemKind};

/// What follows from a filled form.
pub(super) enum Filled {
    /// This shall be done to the case of this id, in this order.
    Do(Id, Vec<Act>),
    /// The file at this path shall be fingerprinted; the form stays until that
    /// is done.
    Fingerprint(String),
    /// This text shall be written to a new file at this path; the form stays
    /// until that is done.
    Write(String, String),
    /// The file at this path shall be scanned.
    Scan(String),
    /// What was found at this place has another name.
    Rename(usize, String),
    /// This was noted on the phone.
    Stamp(Stamped),
}

/// A form to fill in, with what is known already.
pub(super) fn open(model: &Model, kind: FormKind) -> Option<Form> {
    match kind {
        FormKind::NewCase => Some(case::new(model)),
        FormKind::EditCase => case::edit(model),
        FormKind::Abandon => Some(case::abandon()),
        FormKind::Account(id) => account::open(model, id.as_ref()),
        FormKind::Document(id) => document::open(model, id.as_ref()),
        FormKind::Attach(item) => Some(document::attach(item)),
        FormKind::Note(item) => document::note(model, item),
        FormKind::Waive(item) => Some(document::waive(item)),
        FormKind::Contact(id) => contact::open(model, id.as_ref()),
        FormKind::Obstacle(kind, id) => obstacle::open(model, kind, id.as_ref()),
        FormKind::Line => line::open(model),
        FormKind::Submit { anyway } => application::submit(model, anyway),
        FormKind::Outcome => application::outcome(model),
        FormKind::Terms => review::terms(model),
        FormKind::Extend => review::extend(model),
        FormKind::SaveLetter(text) => Some(letter::save(text)),
        FormKind::Scan => Some(scan::open()),
        FormKind::Rename(at) => scan::rename(model, at),
        FormKind::Stamp(stamp) => call::open(model, stamp),
    }
}

/// What a filled form asks for, or what is wrong in it.
pub(super) fn accept(model: &Model, form: &Form) -> Result<Filled, Wrong> {
    match &form.kind {
        FormKind::NewCase => case::accept_new(model, form),
        FormKind::EditCase => case::accept_edit(model, form),
        FormKind::Abandon => case::accept_abandon(model, form),
        FormKind::Account(id) => account::accept(model, form, id.as_ref()),
        FormKind::Document(id) => document::accept(model, form, id.as_ref()),
        FormKind::Attach(_) => document::accept_attach(model, form),
        FormKind::Note(item) => document::accept_note(model, form, item),
        FormKind::Waive(item) => document::accept_waive(model, form, item),
        FormKind::Contact(id) => contact::accept(model, form, id.as_ref()),
        FormKind::Obstacle(kind, id) => obstacle::accept(model, form, kind, id.as_ref()),
        FormKind::Line => line::accept(model, form),
        FormKind::Submit { .. } => application::accept_submit(model, form),
        FormKind::Outcome => application::accept_outcome(model, form),
        FormKind::Terms => review::accept_terms(model, form),
        FormKind::Extend => review::accept_extend(model, form),
        FormKind::SaveLetter(text) => letter::accept(model, form, text),
        FormKind::Scan => scan::accept(model, form),
        FormKind::Rename(at) => scan::accept_rename(model, form, *at),
        FormKind::Stamp(stamp) => call::accept(model, form, *stamp),
    }
}

/// The form that edits an item, if it can be edited.
pub(super) fn editing(item: &Item, model: &Model) -> Option<FormKind> {
    let id = item.id.clone();
    match item.kind {
        ItemKind::Account => Some(FormKind::Account(Some(id))),
        ItemKind::Contact => Some(FormKind::Contact(Some(id))),
        ItemKind::Obstacle => {
            let kind = model.current()?.obstacle(&id).ok()?.kind.clone();
            Some(FormKind::Obstacle(kind, Some(id)))
        }
        ItemKind::Document if model.current()?.extra_document(&id).is_ok() => {
            Some(FormKind::Document(Some(id)))
        }
        ItemKind::Precondition | ItemKind::Document | ItemKind::Safeguard => {
            Some(FormKind::Note(item.clone()))
        }
        ItemKind::Line => Some(FormKind::Line),
        ItemKind::Application => Some(FormKind::Terms),
    }
}

/// A change to the current case, or what is wrong with `field`.
fn change(
    model: &Model,
    field: &'static str,
    made: Result<crate::domain::Change, crate::domain::Refusal>,
) -> Result<Filled, Wrong> {
    let case = model.case.clone().unwrap_or_else(|| Id::new(""));
    made.map(|change| Filled::Do(case, vec![Act::Do(change)]))
        .map_err(|refusal| super::form::wrong(model, field, &refusal))
}

/// The choices of a field: values, each with its word under `word-<family>-`.
fn words<'a>(
    model: &'a Model,
    family: &'a str,
    values: impl IntoIterator<Item = &'static str> + 'a,
) -> impl Iterator<Item = (String, String)> + 'a {
    values.into_iter().map(move |value| {
        (value.to_owned(), model.text.get(&format!("word-{family}-{value}")).into_owned())
    })
}

/// The channels of the playbook, as choices; a channel of the person's own
/// word is kept.
fn channels(model: &Model, known: Option<&str>) -> Vec<(String, String)> {
    let lang = model.text.lang();
    let mut choices: Vec<(String, String)> = model
        .playbook()
        .map(|playbook| playbook.channels.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|channel| (channel.id.to_string(), channel.title.get(lang).to_owned()))
        .collect();
    if let Some(known) = known.filter(|known| choices.iter().all(|(id, _)| id != known)) {
        choices.push((known.to_owned(), known.to_owned()));
    }
    choices
}
