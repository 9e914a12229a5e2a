//! How the days of a review are counted, and more time for the carrier.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Filled, change};
use crate::{
    app::{
        form::{Form, FormKind, Wrong},
        model::Model,
    },
    calendar::Calendar,
    domain::{DayOverrides, Refusal, Terms, Window},
    text::{DateFault, parse_date},
};

pub(super) fn terms(model: &Model) -> Option<Form> {
    let (case, playbook) = (model.current()?, model.playbook()?);
    let Window { earliest, latest } = playbook.window(&case.terms);
    let regions = Calendar::regions().into_iter().map(|code| {
        let name = model.text.region_and_code(&code);
        (code, name)
    });
    let days = &case.terms.days;
    Some(
        Form::new(FormKind::Terms, "terms")
            .text("window", Some(&format!("{earliest}..{latest}")))
            .choice("region", regions, playbook.region(&case.terms))
            .text("closed", Some(&written(&days.closed)))
            .text("open", Some(&written(&days.open))),
    )
}

pub(super) fn accept_terms(model: &Model, form: &Form) -> Result<Filled, Wrong> {
    let Some((case, playbook)) = model.current().zip(model.playbook()) else {
        return change(model, "window", Err(Refusal::NoName));
    };
    let typed = form.value("window");
    let window = Window::parse(&typed).ok_or_else(|| Wrong {
        field: "window",
        words: model.text.with("say-not-a-window", &[("typed", typed.into())]),
    })?;
    let region = form.chosen("region").to_owned();
    let days =
        DayOverrides { closed: days(model, form, "closed")?, open: days(model, form, "open")? };
    // What is as the playbook has it follows the playbook.
    let usual = playbook.window(&Terms::default());
    let terms = Terms {
        window: Some(window).filter(|window| *window != usual),
        region: Some(region).filter(|region| *region != playbook.review.region),
        days,
    };
    // A window that makes no sense is refused before anything is counted with it.
    let sound = case.set_terms(terms.clone(), None);
    let reckoned = sound.as_ref().ok().and(case.pending());
    let reckoned = reckoned.and_then(|pending| playbook.reckon(case, &terms, pending.on));
    let made = sound.and_then(|_| case.set_terms(terms, reckoned));
    let field = match &made {
        Err(Refusal::OffAndWorked(_) | Refusal::TooManyDays(_)) => "open",
        _ => "window",
    };
    change(model, field, made)
}

pub(super) fn extend(model: &Model) -> Option<Form> {
    let pending = model.current()?.pending()?;
    let more = pending.extension.as_ref();
    Some(
        Form::new(FormKind::Extend, "extend")
            .date("until", more.map(|more| more.until))
            .text("reason", more.map(|more| more.reason.as_str())),
    )
}

pub(super) fn accept_extend(model: &Model, form: &Form) -> Result<Filled, Wrong> {
    let Some((case, review)) =
        model.current().zip(model.scene().and_then(|scene| scene.standing.review.as_ref()))
    else {
        return change(model, "until", Err(Refusal::NothingPending));
    };
    let until = form.day("until", &model.text, model.today())?.ok_or_else(|| Wrong {
        field: "until",
        words: model.text.get("ui-needs-day").into_owned(),
    })?;
    let made = case.extend(until, &form.value("reason"), review.latest);
    let field = if made == Err(Refusal::NoReason) { "reason" } else { "until" };
    change(model, field, made)
}

/// Days with their reasons as a person writes them:
/// `2026-11-12 moving, 2026-11-13`.
fn written(days: &BTreeMap<Date, String>) -> String {
    let one = |(day, why): (&Date, &String)| format!("{day} {why}").trim_end().to_owned();
    days.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn days(model: &Model, form: &Form, field: &'static str) -> Result<BTreeMap<Date, String>, Wrong> {
    let typed = form.value(field);
    let wrong = |fault| Wrong { field, words: model.text.date_fault(&fault) };
    let mut days: Vec<(Date, String)> = Vec::new();
    for part in typed.split([',', '，', '、', ';']).map(str::trim).filter(|part| !part.is_empty())
    {
        let (day, why) = part.split_once(' ').unwrap_or((part, ""));
        match (parse_date(day, model.today()), days.last_mut()) {
            (Ok(day), _) => days.push((day, why.trim().to_owned())),
            // A reason can have commas in it: what is no date goes on with it.
            (Err(DateFault::NotADate(_)), Some((_, before))) if !before.is_empty() => {
                *before = format!("{before}, {part}");
            }
            (Err(fault), _) => return Err(wrong(fault)),
        }
    }
    Ok(days.into_iter().collect())
}
