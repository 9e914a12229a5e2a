//! Opening a case, renaming it, giving it up.

use super::{Filled, change, words};
use crate::{
    app::{
        deed::Act,
        form::{Form, FormKind, Wrong, wrong},
        model::Model,
    },
    domain::{Case, Holder, Id, Line, Refusal, Route},
};

pub(super) fn new(model: &Model) -> Form {
    let lang = model.text.lang();
    let name = |id: &Id| {
        let playbook = model.shelf().find(id).ok();
        playbook.map_or_else(|| id.to_string(), |playbook| playbook.name.get(lang).to_owned())
    };
    let playbooks: Vec<_> =
        model.shelf().ids().into_iter().map(|id| (id.to_string(), name(id))).collect();
    Form::new(FormKind::NewCase, "new-case")
        .choice("playbook", playbooks, "hotlink")
        .text("label", None)
        .number("number", None)
        .text("holder", None)
        .choice("route", words(model, "route", Route::ALL.map(Route::word)), "apply")
}

pub(super) fn accept_new(model: &Model, form: &Form) -> Result<Filled, Wrong> {
    let playbook = Id::new(form.chosen("playbook"));
    let found = model.shelf().find(&playbook).ok();
    let name = found.map(|found| found.name.get(model.text.lang()).to_owned());
    let label = form.optional("label").or(name).unwrap_or_else(|| playbook.to_string());
    let number = Line::checked_number(&form.value("number"))
        .map_err(|refusal| wrong(model, "number", &refusal))?;
    let holder = form.optional("holder").map_or(Holder::Me, Holder::Other);
    let id = model.book.fresh_id(&label, &playbook);
    let today = found.map_or_else(|| model.today(), |found| found.today(model.now, &model.home));
    let mut case = Case::new(id.clone(), label, playbook, route(form), today);
    case.line = Line { number, holder, ..Line::default() };
    Ok(Filled::Do(id, vec![Act::Open(Box::new(case))]))
}

pub(super) fn edit(model: &Model) -> Option<Form> {
    let case = model.current()?;
    Some(Form::new(FormKind::EditCase, "edit-case").text("label", Some(&case.label)).choice(
        "route",
        words(model, "route", Route::ALL.map(Route::word)),
        case.route.word(),
    ))
}

/// Only what differs is a change.
pub(super) fn accept_edit(model: &Model, form: &Form) -> Result<Filled, Wrong> {
    let Some(case) = model.current() else { return change(model, "label", Err(Refusal::NoName)) };
    let label = form.value("label");
    let renamed = case.rename(&label).map_err(|refusal| wrong(model, "label", &refusal))?;
    let renamed = (label != case.label).then_some(Act::Do(renamed));
    let rerouted = Some(route(form)).filter(|route| *route != case.route);
    let rerouted = rerouted.map(|route| Act::Do(case.take_route(route)));
    Ok(Filled::Do(case.id.clone(), renamed.into_iter().chain(rerouted).collect()))
}

pub(super) fn abandon() -> Form {
    Form::new(FormKind::Abandon, "abandon").text("reason", None)
}

pub(super) fn accept_abandon(model: &Model, form: &Form) -> Result<Filled, Wrong> {
    let Some(case) = model.current() else { return change(model, "reason", Err(Refusal::NoName)) };
    change(model, "reason", case.abandon(form.optional("reason"), model.today()))
}

fn route(form: &Form) -> Route {
    let chosen = form.chosen("route");
    Route::ALL.into_iter().find(|route| route.word() == chosen).unwrap_or_default()
}
