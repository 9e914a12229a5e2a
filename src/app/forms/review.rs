//! How the days of a review are counted, and more time for the carrier.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::filled::{Accepted, change, missing};
use crate::{
    app::value::{FieldFault, FieldId as F, Form, Scene},
    calendar::Calendar,
    domain::{DayOverrides, Refusal, Terms, Window},
    text::{DateFault, Text},
};

pub(super) fn terms(form: Form, scene: &Scene<'_>) -> Form {
    let (words, terms) = (&scene.words, &scene.words.case.terms);
    let window = words.playbook.window(terms, words.case.way());
    let window = window.map(|Window { earliest, latest }| format!("{earliest}..{latest}"));
    let regions = Calendar::regions().into_iter().map(|code| {
        let name = words.text.region_and_code(&code);
        (code, name)
    });
    form.text(F::Window, window.as_deref())
        .choice(F::Region, regions, words.playbook.region(terms))
        .text(F::Closed, Some(&written(&terms.days.closed)))
        .text(F::Open, Some(&written(&terms.days.open)))
}

pub(super) fn accept_terms(scene: &Scene<'_>, form: &Form) -> Accepted {
    let (case, playbook, text) = (scene.words.case, scene.words.playbook, scene.words.text);
    let typed = form.value(F::Window);
    // Where nobody said how long it takes, nothing has to be.
    let usual = playbook.usual_window(case.way());
    let unsaid = typed.is_empty() && usual.is_none();
    let window = Window::parse(&typed);
    if window.is_none() && !unsaid {
        let words = text.with("say-not-a-window", &[("typed", typed.into())]);
        return Err(FieldFault { field: F::Window, words });
    }
    let region = form.chosen(F::Region).to_owned();
    let (closed, open) = (days(scene, form, F::Closed)?, days(scene, form, F::Open)?);
    // What is as the playbook has it is left to the playbook.
    let terms = Terms {
        window: window.filter(|window| Some(*window) != usual),
        region: Some(region).filter(|region| *region != playbook.review.region),
        days: DayOverrides { closed, open },
    };
    // A window that makes no sense is refused before days are counted with it.
    let sound = case.set_terms(terms.clone(), None);
    let reckoned = sound.as_ref().ok().and(case.pending());
    let reckoned = reckoned.and_then(|pending| playbook.reckon(case, &terms, pending.on));
    let made = sound.and_then(|_| case.set_terms(terms, reckoned));
    let field = match &made {
        Err(Refusal::OffAndWorked(_) | Refusal::TooManyDays(_)) => F::Open,
        _ => F::Window,
    };
    change(scene, field, made)
}

pub(super) fn extend(form: Form, scene: &Scene<'_>) -> Option<Form> {
    let more = scene.words.case.pending()?.extension.as_ref();
    let last = scene.status.review.as_ref().map_or(scene.words.today, |review| review.latest);
    Some(
        form.date(F::Until, more.map(|more| more.until))
            .counting_from(last)
            .text(F::Reason, more.map(|more| more.reason.as_str())),
    )
}

pub(super) fn accept_extend(scene: &Scene<'_>, form: &Form) -> Accepted {
    let (case, text, today) = (scene.words.case, scene.words.text, scene.words.today);
    let Some(review) = &scene.status.review else {
        return change(scene, F::Until, Err(Refusal::NothingPending));
    };
    let until = form.day(F::Until, text, today)?.ok_or_else(|| missing(text, F::Until))?;
    let made = case.extend(until, &form.value(F::Reason), review.latest, scene.words.today);
    let field = if made == Err(Refusal::NoReason) { F::Reason } else { F::Until };
    change(scene, field, made)
}

/// Days with their reasons, as a person writes them:
/// `2026-11-12 moving, 2026-11-13`.
fn written(days: &BTreeMap<Date, String>) -> String {
    let one = |(day, why): (&Date, &String)| format!("{day} {why}").trim_end().to_owned();
    days.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The days that were typed into a field, with their reasons.
fn days(scene: &Scene<'_>, form: &Form, field: F) -> Result<BTreeMap<Date, String>, FieldFault> {
    let typed = form.value(field);
    let wrong = |fault| FieldFault { field, words: scene.words.text.date_fault(&fault) };
    let mut days: Vec<(Date, String)> = Vec::new();
    for part in typed.split([',', '，', '、', ';']).map(str::trim).filter(|part| !part.is_empty())
    {
        match (day_and_reason(scene.words.text, part, scene.words.today), days.last_mut()) {
            (Ok((day, why)), _) => days.push((day, why.to_owned())),
            // A reason can have commas in it: what is no date belongs to it.
            (Err(fault), Some((_, before))) if fault.is_of_words() && !before.is_empty() => {
                *before = format!("{before}, {part}");
            }
            (Err(fault), _) => return Err(wrong(fault)),
        }
    }
    Ok(days.into_iter().collect())
}

/// The day that a text begins with, however many words it takes, and the reason
/// behind it.
fn day_and_reason<'a>(
    words: &Text,
    text: &'a str,
    today: Date,
) -> Result<(Date, &'a str), DateFault> {
    let ends = text.match_indices(' ').map(|(at, _)| at).chain([text.len()]);
    let mut ends: Vec<usize> = ends.collect();
    ends.reverse();
    let split = |at: &usize| text.split_at_checked(*at);
    let read = |(day, why)| words.date_typed(day, today).map(|day| (day, str::trim(why)));
    let days: Vec<_> = ends.iter().filter_map(split).map(read).collect();
    let fault = |one: &&Result<(Date, &str), DateFault>| {
        one.as_ref().is_err_and(|fault| !fault.is_of_words())
    };
    let found = days.iter().find(|one| one.is_ok()).or_else(|| days.iter().find(fault));
    found.cloned().unwrap_or_else(|| Err(DateFault::NotADate(text.to_owned())))
}
