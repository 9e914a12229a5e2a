//! Opening a case, renaming it, giving it up.

use super::{
    choices::words,
    filled::{Accepted, Filled, change},
};
use crate::{
    app::{
        model::Model,
        pending::Action,
        value::{FieldFault, FieldId as F, Form, Scene},
    },
    domain::{Case, Holder, Id, Line, Refusal, Route},
    text::Text,
};

fn routes(text: &Text) -> impl Iterator<Item = (String, String)> {
    words(text, "route", Route::ALL.map(Route::word))
}

fn route(form: &Form) -> Route {
    form.chosen_of(F::Route, Route::ALL, Route::word).unwrap_or_default()
}

pub(super) fn new(form: Form, model: &Model) -> Form {
    let lang = model.text.lang();
    let name = |id: &Id| {
        let playbook = model.shelf.find(id).ok();
        playbook.map_or_else(|| id.to_string(), |playbook| playbook.name.get(lang).to_owned())
    };
    let playbooks = model.shelf.ids().into_iter().map(|id| (id.to_string(), name(id)));
    form.choice(F::Playbook, playbooks, "hotlink")
        .text(F::Label, None)
        .number(F::Number, None)
        .text(F::Holder, None)
        .choice(F::Route, routes(&model.text), "apply")
        .text(F::OwnName, None)
}

pub(super) fn accept_new(model: &Model, form: &Form) -> Accepted {
    let playbook = Id::new(form.chosen(F::Playbook));
    let found = model.shelf.find(&playbook).ok();
    let name = found.map(|found| found.name.get(model.text.lang()).to_owned());
    let label = form.optional(F::Label).or(name).unwrap_or_else(|| playbook.to_string());
    let holder = form.optional(F::Holder).map_or(Holder::Me, Holder::Other);
    let (number, name) = (form.optional(F::Number), form.optional(F::OwnName));
    let line = Line { number, holder, name, ..Line::default() }
        .checked()
        .map_err(|refusal| FieldFault { field: F::Number, words: model.refusal_words(&refusal) })?;
    let id = model.book.fresh_id(&label, &playbook);
    let route = route(form);
    if found.is_some_and(|found| route != Route::Keep && !found.routes.contains(&route)) {
        let words = model.refusal_words(&Refusal::NoSuchRoute(route));
        return Err(FieldFault { field: F::Route, words });
    }
    let today = found.map_or_else(|| model.today(), |found| found.today(model.now, &model.home));
    let mut case = Case::new(id.clone(), label, playbook, route, today);
    case.line = line;
    Ok(Filled::Do(id, vec![Action::Open(Box::new(case))]))
}

pub(super) fn edit(form: Form, scene: &Scene<'_>) -> Form {
    let case = scene.words.case;
    let known = &scene.words.playbook.routes;
    let offered = Route::ALL
        .into_iter()
        .filter(|route| *route == Route::Keep || *route == case.route || known.contains(route));
    let routes = words(scene.words.text, "route", offered.map(Route::word));
    form.text(F::Label, Some(&case.label)).choice(F::Route, routes, case.route.word())
}

/// Only what differs is changed.
pub(super) fn accept_edit(scene: &Scene<'_>, form: &Form) -> Accepted {
    let case = scene.words.case;
    let label = form.value(F::Label);
    let renamed = case
        .rename(&label)
        .map_err(|refusal| FieldFault { field: F::Label, words: scene.words.refusal(&refusal) })?;
    let renamed = (label != case.label).then_some(Action::Change(renamed));
    let rerouted = Some(route(form)).filter(|route| *route != case.route);
    let procedure = scene.words.playbook.procedure();
    let rerouted = rerouted.map(|route| case.take_route(&procedure, route)).transpose();
    let rerouted = rerouted
        .map_err(|refusal| FieldFault { field: F::Route, words: scene.words.refusal(&refusal) })?;
    let rerouted = rerouted.map(Action::Change);
    Ok(Filled::Do(case.id.clone(), renamed.into_iter().chain(rerouted).collect()))
}

pub(super) fn accept_abandon(scene: &Scene<'_>, form: &Form) -> Accepted {
    let made = scene.words.case.abandon(form.optional(F::Reason), scene.words.today);
    change(scene, F::Reason, made)
}
