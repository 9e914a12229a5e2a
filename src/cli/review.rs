//! `ringoff review`: how the dates of the pending review come about, and on what
//! terms they are counted.

use std::collections::BTreeMap;

use clap::{ArgAction, ArgMatches, Command};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{
    arguments,
    case_context::{self, CaseContext},
    case_json,
    context::Context,
    define, due,
    failure::Failure,
    output::Output,
    region, session,
};
use crate::{
    domain::{Refusal, Status, Terms},
    playbook::{Confidence, Words},
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let days = |name, value| define::flag(text, name, value).action(ArgAction::Append);
    command
        .arg(define::flag(text, "days", "WINDOW"))
        .arg(define::flag(text, "region", "REGION"))
        .arg(days("closed", "DATE[=WHY]"))
        .arg(days("open", "DATE[=WHY]"))
        .arg(days("plain", "DATE"))
        .arg(define::switch(text, "usual"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let sets = ["days", "region", "closed", "open", "plain"];
    let changes = sets.iter().any(|name| matches.contains_id(name)) || matches.get_flag("usual");
    if !changes {
        return case_context::tell(context, |words, status| {
            (tell(words, status), terms_json(words, status))
        });
    }
    session::change(context, |about| {
        let terms = terms(context, matches, about)?;
        let pending = about.case.pending().map(|pending| pending.on);
        let reckoned = pending.and_then(|on| about.playbook.reckon(about.case, &terms, on));
        about.one(about.case.set_terms(terms, reckoned))
    })
}

/// The terms as they shall be.
fn terms(
    context: &Context,
    matches: &ArgMatches,
    about: &CaseContext<'_>,
) -> Result<Terms, Failure> {
    let text = &context.text;
    let usual = matches.get_flag("usual");
    let mut terms = if usual { Terms::default() } else { about.case.terms.clone() };
    if matches.contains_id("days") {
        let window = due::window(text, matches)?;
        let usual = about.playbook.usual_window(about.case.way());
        terms.window = Some(window).filter(|window| Some(*window) != usual);
    }
    if matches.contains_id("region") {
        let code = region::code(text, arguments::typed(matches, "region"))?;
        terms.region = Some(code).filter(|code| *code != about.playbook.review.region);
    }
    let days = |name| days(context, matches, name, about.today);
    let (closed, open) = (days("closed")?, days("open")?);
    if let Some(twice) = closed.keys().find(|day| open.contains_key(day)) {
        return Err(about.refused(&Refusal::OffAndWorked(*twice)));
    }
    for day in days("plain")?.keys().chain(closed.keys()).chain(open.keys()) {
        terms.days.open.remove(day);
        terms.days.closed.remove(day);
    }
    terms.days.closed.extend(closed);
    terms.days.open.extend(open);
    Ok(terms)
}

/// `2026-11-12=moving`, as often as it is given.
fn days(
    context: &Context,
    matches: &ArgMatches,
    name: &str,
    today: Date,
) -> Result<BTreeMap<Date, String>, Failure> {
    let given = matches.get_many::<String>(name).into_iter().flatten();
    given
        .map(|given| {
            let (day, why) = given.split_once('=').unwrap_or((given, ""));
            let day = context.text.date_typed(day, today);
            let day = day.map_err(|fault| Failure::of_date(&context.text, &fault))?;
            Ok((day, clean_line(why).trim().to_owned()))
        })
        .collect()
}

fn tell(words: &Words<'_>, status: &Status) -> String {
    let text = words.text;
    let Some(review) = &status.review else {
        // A window is counted only on the way to an application.
        let window = Some(words.window()).filter(|_| words.case.way().is_asked());
        let none = words.case.awaited().err().map(|refusal| words.refusal(&refusal));
        let ways = own_days(words, status);
        return window.into_iter().chain(ways).chain(none).collect::<Vec<_>>().join("\n");
    };
    let mut lines = vec![words.window()];
    lines.extend(words.moved(review));
    let caveats = words.caveats(review);
    if !caveats.is_empty() {
        lines.push(text.get("cli-due-provisional").into_owned());
    }
    lines.extend(caveats);
    lines.push(String::new());
    lines.extend(due::columns(&words.working(review)));
    let later = words.chase_days(status);
    if !later.is_empty() {
        lines.push(String::new());
    }
    lines.extend(later.into_iter().map(|(what, day)| text.labelled(&what, &day)));
    lines.join("\n")
}

/// What the days are of a line that nobody is asked to end, and how such lines end.
fn own_days(words: &Words<'_>, status: &Status) -> Vec<String> {
    if words.case.way().is_asked() {
        return Vec::new();
    }
    let (text, lang) = (words.text, words.text.lang());
    let open = status.agenda.iter().filter(|one| one.is_open());
    let days: Vec<_> = open.map(|one| (text.full_date(one.on), words.dated(one))).collect();
    let mut lines: Vec<String> = due::columns(&days).collect();
    if lines.is_empty() {
        lines.push(words.next(&status.next));
    }
    lines.extend(words.playbook.ends.as_ref().map(|ends| ends.means.get(lang).to_owned()));
    lines
}

/// On what terms reviews are counted, and the days of the pending one.
fn terms_json(words: &Words<'_>, status: &Status) -> Value {
    let terms = &words.case.terms;
    let way = words.case.way();
    let window = words.playbook.window(terms, way);
    let confidence = words.playbook.window_confidence(terms, way);
    let days = status.review.as_ref().map(|review| due::days_json(words.text, &review.days));
    json!({
        "window": window.map(|window| [window.earliest, window.latest]),
        "confidence": confidence.map(Confidence::word),
        "region": words.playbook.region(terms),
        "closed": terms.days.closed,
        "open": terms.days.open,
        "review": case_json::review(words, status.review.as_ref()),
        "days": days.unwrap_or_default(),
    })
}
