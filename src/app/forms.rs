//! The forms: one file a noun. Each opens a form with what is known and turns a
//! filled one into what has to be done, by the same rules as the command line.

pub(super) mod account;
mod application;
mod call;
mod case;
mod choices;
mod contact;
mod document;
mod filled;
mod item;
mod line;
pub(super) mod moved;
pub(super) mod names;
mod obstacle;
mod past;
mod review;

pub(super) use filled::Filled;

use super::{
    command::Command,
    model::Model,
    talk,
    value::{Dialog, Effect, Errand, ErrandFile, FieldFault, FieldId as F, Form, FormKind, Tone},
};
use crate::{
    domain::{Attachment, Change, Id, Item, ItemKind, Refusal},
    text::DatePlace,
};
use filled::{Accepted, missing, needed};

/// Puts a form on top, filled with what is known. Nothing happens if what it is
/// about does not exist.
pub(super) fn show(model: &mut Model, kind: &FormKind) {
    // Nobody fills in what would be refused at the end.
    if let Some(past) = model.past.as_ref().filter(|_| kind.changes_the_book()) {
        let why = model.refusal_words(&Refusal::Past(past.day));
        return model.say(Tone::Bad, why);
    }
    let Some(form) = filled_in(model, kind) else { return };
    if form.offers_files() {
        model.ask(Effect::Offer(String::new(), form.kind == FormKind::Scan));
    }
    model.dialogs.push(Dialog::Form(form));
}

/// A form that holds what is known, with the fields that apply.
fn filled_in(model: &Model, kind: &FormKind) -> Option<Form> {
    let mut form = open(model, kind)?;
    if form.asks_days() {
        form = form.with_days_of(&days_of(model, kind));
    }
    arrange(&mut form);
    form.settle();
    Some(form)
}

/// Somebody else has changed the book: the forms that are open hold what it says now, but for
/// what was typed into them. Where both changed the same, that is said.
pub(super) fn refill(model: &mut Model) {
    let mut dialogs = std::mem::take(&mut model.dialogs);
    let mut both = Vec::new();
    for dialog in &mut dialogs {
        let Dialog::Form(form) = dialog else { continue };
        // The answers of an interview are about a case that is not there yet.
        let fresh = filled_in(model, &form.kind).filter(|_| form.kind != FormKind::NewCase);
        if let Some(fresh) = fresh {
            both.extend(form.refill(fresh));
            arrange(form);
        }
    }
    model.dialogs = dialogs;
    if let Some(field) = both.first() {
        let field = model.text.get(&field.label()).into_owned();
        model.say_words(Tone::Bad, "ui-form-both", &[("field", field.into())]);
    }
}

/// Whose working days and whose time the days of a form are told in: the carrier's.
fn days_of(model: &Model, kind: &FormKind) -> DatePlace {
    let words = model.words().filter(|_| *kind != FormKind::NewCase);
    let workdays = words.map(|words| words.playbook.workdays_under(&words.case.terms));
    DatePlace { workdays: workdays.unwrap_or_default(), zone: Some(model.zone.clone()) }
}

/// Shows the fields that apply to what is chosen now.
pub(super) fn arrange(form: &mut Form) {
    match form.kind {
        FormKind::Account(_) => account::arrange(form),
        FormKind::Outcome => application::arrange(form),
        _ => {}
    }
}

/// The title of a form: what is asked, and about what.
pub(crate) fn title(model: &Model, form: &Form) -> String {
    if let FormKind::MovedTo(ids) = &form.kind {
        let key = model.keymap.key_of(Command::Accept);
        let args = [("count", ids.len().into()), ("key", key.into())];
        return model.text.with(&form.kind.title(), &args);
    }
    let title = model.text.get(&talk::of_call(model, &form.kind.title())).into_owned();
    let (FormKind::Attach(item) | FormKind::Waive(item) | FormKind::Note(item)) = &form.kind else {
        return title;
    };
    let about = model.words().map(|words| words.title(item)).unwrap_or_default();
    model.text.labelled(&title, &about)
}

/// A form, filled with what is known.
fn open(model: &Model, kind: &FormKind) -> Option<Form> {
    let scene = model.scene();
    let form = Form::new(kind.clone());
    match kind {
        FormKind::NewCase => Some(model.interview().begin()),
        FormKind::EditCase => Some(case::edit(form, &scene?)),
        FormKind::Abandon | FormKind::Waive(_) => Some(form.text(F::Reason, None)),
        FormKind::Account(id) => account::open(form, &scene?, id.as_ref()),
        FormKind::MovedTo(_) => Some(moved::open(form, &scene?)),
        FormKind::Document(id) => document::open(form, &scene?, id.as_ref()),
        FormKind::Attach(_) => Some(form.text(F::Path, None)),
        FormKind::Note(item) => Some(item::note(form, &scene?, item)),
        FormKind::Contact(id) => contact::open(form, &scene?, id.as_ref()),
        FormKind::Obstacle(_, id) => obstacle::open(form, &scene?, id.as_ref()),
        FormKind::Line => Some(line::open(form, &scene?)),
        FormKind::Use => Some(line::open_use(form, &scene?)),
        FormKind::Submit { anyway } => Some(application::submit(form, &scene?, *anyway)),
        FormKind::Outcome => Some(application::outcome(form, &scene?)),
        FormKind::Terms => Some(review::terms(form, &scene?)),
        FormKind::Extend => review::extend(form, &scene?),
        FormKind::AsOf => Some(form.date(F::On, None)),
        FormKind::SaveLetter(_) => Some(form.text(F::File, None)),
        FormKind::Errand(Errand { file: ErrandFile::Written(name), .. }) => {
            Some(form.text(F::File, Some(&format!("~/{name}"))))
        }
        FormKind::SentLetter(id) => contact::sent(form, model, id),
        FormKind::Scan | FormKind::Errand(_) => Some(form.text(F::Export, None)),
        FormKind::Rename(at) => Some(form.text(F::Name, Some(&model.found.get(*at)?.name))),
        FormKind::CallNote(kind) => call::open(form, model, *kind),
    }
}

/// What a filled form asks for, or what is wrong with it.
pub(super) fn accept(model: &Model, form: &Form) -> Accepted {
    let text = &model.text;
    if let Some(wrong) = form.unfound(text) {
        return Err(wrong);
    }
    let scene = || {
        let first = form.fields.first().map_or(F::Name, |field| field.id);
        let words = || text.get("ui-needs-case").into_owned();
        model.scene().ok_or_else(|| FieldFault { field: first, words: words() })
    };
    match &form.kind {
        FormKind::NewCase => case::accept_new(model, form),
        FormKind::EditCase => case::accept_edit(&scene()?, form),
        FormKind::Abandon => case::accept_abandon(&scene()?, form),
        FormKind::Account(id) => account::accept(&scene()?, form, id.as_ref()),
        FormKind::MovedTo(ids) => moved::accept(&scene()?, form, ids),
        FormKind::Document(id) => document::accept(&scene()?, form, id.as_ref()),
        FormKind::Attach(_) => Ok(Filled::Fingerprint(needed(text, form, F::Path)?)),
        FormKind::Note(item) => item::accept_note(&scene()?, form, item),
        FormKind::Waive(item) => item::accept_waive(&scene()?, form, item),
        FormKind::Contact(id) => contact::accept(&scene()?, form, id.as_ref()),
        FormKind::Obstacle(kind, id) => obstacle::accept(&scene()?, form, kind, id.as_ref()),
        FormKind::Line => line::accept(&scene()?, form),
        FormKind::Use => line::accept_use(&scene()?, form),
        FormKind::Submit { anyway } => application::accept_submit(&scene()?, form, *anyway),
        FormKind::Outcome => application::accept_outcome(&scene()?, form),
        FormKind::Terms => review::accept_terms(&scene()?, form),
        FormKind::Extend => review::accept_extend(&scene()?, form),
        FormKind::AsOf => past::accept(model, form),
        FormKind::SaveLetter(letter) => {
            Ok(Filled::Write(needed(text, form, F::File)?, letter.clone()))
        }
        FormKind::Errand(errand) => {
            let field = form.fields.first().map_or(F::File, |field| field.id);
            Ok(Filled::Errand(errand.clone(), needed(text, form, field)?))
        }
        FormKind::SentLetter(id) => contact::accept_sent(model, form, id),
        FormKind::Scan => Ok(Filled::Scan(needed(text, form, F::Export)?)),
        FormKind::Rename(at) => {
            let name = needed(text, form, F::Name)?;
            let is_name = !Id::slug(&name).is_empty();
            let filled = is_name.then_some(Filled::Rename(*at, name));
            filled.ok_or_else(|| missing(text, F::Name))
        }
        FormKind::CallNote(kind) => call::accept(model, form, *kind),
    }
}

/// The carrier's answer as a form has it, with the file that was read for it.
pub(super) fn decided(
    model: &Model,
    form: &Form,
    file: Attachment,
) -> Result<Option<Change>, FieldFault> {
    model.scene().map(|scene| application::decided(&scene, form, Some(Box::new(file)))).transpose()
}

/// The form that edits an item.
pub(super) fn editing(model: &Model, item: &Item) -> Option<FormKind> {
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
        ItemKind::Application => Some(match model.current()?.approval() {
            Some(_) => FormKind::Outcome,
            None => FormKind::Terms,
        }),
    }
}
