//! Opening a case, renaming it, giving it up.

use super::{
    choices::words,
    filled::{Accepted, Filled, change, fault},
};
use crate::{
    app::{
        model::Model,
        pending::Action,
        value::{FieldId as F, Form, Scene},
    },
    domain::{Case, Route},
};

fn route(form: &Form) -> Route {
    form.chosen_of(F::Route, Route::ALL, Route::word).unwrap_or_default()
}

/// The answers make a new case, under an id of its own.
pub(super) fn accept_new(model: &Model, form: &Form) -> Accepted {
    let case = model.interview().case(form)?;
    let id = model.book.fresh_id(&case.label, &case.playbook);
    let case = Case { id: id.clone(), ..case };
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
    let renamed = case.rename(&label).map_err(|refusal| fault(scene, F::Label, &refusal))?;
    let renamed = (label != case.label).then_some(Action::Change(renamed));
    let rerouted = Some(route(form)).filter(|route| *route != case.route);
    let procedure = scene.words.playbook.procedure();
    let rerouted = rerouted.map(|route| case.take_route(&procedure, route)).transpose();
    let rerouted = rerouted.map_err(|refusal| fault(scene, F::Route, &refusal))?;
    let rerouted = rerouted.map(Action::Change);
    Ok(Filled::Do(case.id.clone(), renamed.into_iter().chain(rerouted).collect()))
}

pub(super) fn accept_abandon(scene: &Scene<'_>, form: &Form) -> Accepted {
    let made = scene.words.case.abandon(form.optional(F::Reason), scene.words.today);
    change(scene, F::Reason, made)
}
