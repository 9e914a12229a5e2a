//! `ringoff due`: which dates, and every skipped day with its reason. No book
//! is needed; what is left out comes from the case's playbook.

use clap::{ArgMatches, Command};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{
    arguments, case_context::CaseContext, context::Context, define, failure::Failure,
    output::Output, region,
};
use crate::{
    domain::{Certainty, Day, DayName, Filed, Why, Window, Workdays},
    playbook::{Confidence, Library, Playbook, window_told},
    text::{Text, clean_line, pad, width},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(define::flag(text, "from", "DATE"))
        .arg(define::flag(text, "days", "WINDOW"))
        .arg(define::flag(text, "region", "REGION"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let text = &context.text;
    let library = context.playbooks();
    let given = |name| matches.contains_id(name);
    let missing: Vec<&str> = [("days", "--days"), ("region", "--region")]
        .into_iter()
        .filter(|(name, _)| !given(name))
        .map(|(_, flag)| flag)
        .collect();
    // A book that cannot be read is no matter where nothing is taken from it.
    let book = match context.load() {
        Ok(loaded) => Some(loaded.book).filter(|book| !book.cases.is_empty()),
        Err(failure) if !missing.is_empty() => return Err(failure),
        Err(_) => None,
    };
    let chosen = book.as_ref().map(|book| CaseContext::chosen(context, &library, book));
    let chosen = match chosen.transpose() {
        Err(failure) if !missing.is_empty() || context.named_case.is_some() => return Err(failure),
        chosen => chosen.ok().flatten(),
    };
    let (about, mut said) = chosen.unzip();
    let needs = || {
        let what = missing.join(&text.get("word-comma"));
        let hint = text.get("cli-hint-due").into_owned();
        Failure::usage(text.with("cli-missing", &[("what", what.into())])).hint(Some(hint))
    };
    let window = match &about {
        _ if given("days") => window(text, matches)?,
        Some(about) => usual(about)?,
        None => return Err(needs()),
    };
    let unsure = about.as_ref().filter(|_| !given("days"));
    let confidence = unsure
        .and_then(|about| about.playbook.window_confidence(&about.case.terms, about.case.way()));
    let unverified = confidence.is_some_and(|known| known != Confidence::High);
    let code = match &about {
        _ if given("region") => region::code(text, arguments::typed(matches, "region"))?,
        Some(about) => about.playbook.region(&about.case.terms).to_owned(),
        None => return Err(needs()),
    };
    let today = today_in(context, &library, about.as_ref(), &code);
    said = said.filter(|_| !missing.is_empty());
    // Where it is the case's own region, its own days count too.
    let own = about.as_ref().filter(|_| !given("region"));
    let own = own.and_then(|about| about.playbook.calendar(&about.case.terms));
    let calendar = match own {
        Some(calendar) => calendar.into_owned(),
        None => {
            let found = context.own_calendar().find(&code);
            found.map_err(|unknown| region::unknown(text, &unknown.0))?
        }
    };
    let workdays = Workdays::by(calendar.clone());
    let from = context.date_where(matches, "from", today, workdays)?.unwrap_or(today);
    let review = calendar.review(&Filed { on: from, window, moved: None }, from);
    let notes: Vec<String> = review.caveats.iter().map(|one| text.caveat(one, &code)).collect();
    let end = |key, date, day: u16| {
        let date = text.full_date(date);
        let about = || text.with("word-about", &[("date", date.as_str().into())]);
        let date = if unverified { about() } else { date.clone() };
        text.with(key, &[("date", date.into()), ("day", day.into())])
    };
    let mut lines = vec![
        text.region_and_code(&code),
        text.with("cli-due-from", &[("date", text.full_date(from).into())]),
        end("cli-due-earliest", review.earliest, window.earliest),
        end("cli-due-latest", review.latest, window.latest),
    ];
    if unverified {
        let days = text.working_days_in(window, &code);
        lines.push(window_told(text, days, confidence));
    }
    if !notes.is_empty() {
        lines.push(text.get("cli-due-provisional").into_owned());
    }
    lines.push(String::new());
    let days = review.days.iter().map(|day| (text.full_date(day.date), text.why(day)));
    lines.extend(columns(&days.collect::<Vec<_>>()));
    let data = json!({
        "region": code, "from": from, "window": [window.earliest, window.latest],
        "confidence": confidence.map(Confidence::word),
        "earliest": review.earliest, "latest": review.latest,
        "days": days_json(text, &review.days), "provisional": !notes.is_empty(), "notes": notes,
    });
    said.get_or_insert_default().extend(notes);
    Ok(Output::new(lines.join("\n"), data).notes(said.unwrap_or_default()))
}

/// How long it takes on the way that the case takes, or why nobody can say.
fn usual(about: &CaseContext<'_>) -> Result<Window, Failure> {
    let way = about.case.way();
    about.playbook.window(&about.case.terms, way).ok_or_else(|| {
        let hint = about.context.text.get("cli-hint-due-days").into_owned();
        let failure = match about.case.asks() {
            Err(refusal) => about.refused(&refusal),
            Ok(()) => Failure::not_allowed(about.words().window()),
        };
        failure.hint(Some(hint))
    })
}

/// The day it is where a region's working days count, as submitting takes it: by
/// the playbook of the case or of another carrier there, else at home.
fn today_in(
    context: &Context,
    library: &Library,
    about: Option<&CaseContext<'_>>,
    code: &str,
) -> Date {
    let country = |code: &str| code.split('-').next().map(str::to_owned);
    let is_there = |playbook: &&Playbook| country(&playbook.review.region) == country(code);
    let ids = library.ids();
    let mut others = ids.iter().filter_map(|id| library.find(id).ok());
    let own = about.map(|about| about.playbook).filter(is_there);
    let carrier = own.or_else(|| others.find(is_there));
    carrier.map_or_else(|| context.today_at_home(), |playbook| context.today(playbook))
}

/// Days and their reasons, in two columns.
pub(super) fn columns(days: &[(String, String)]) -> impl Iterator<Item = String> {
    let column = days.iter().map(|(day, _)| width(day)).max().unwrap_or_default();
    days.iter().map(move |(day, why)| format!("{}  {why}", pad(day, column)))
}

/// Days for programs.
pub(super) fn days_json(text: &Text, days: &[Day]) -> Vec<Value> {
    let one = |day: &Day| {
        let named = |name: &&DayName| match name {
            DayName::Known(name) => !name.is_empty(),
            DayName::Own(words) => !words.is_empty(),
        };
        json!({
            "date": day.date, "counts": day.counts, "why": day.why.map(Why::word),
            "name": day.name.as_ref().filter(named).map(|name| text.day_name(name)),
            "estimated": day.certainty == Certainty::Estimated,
        })
    };
    days.iter().map(one).collect()
}

/// `--days 3..7`.
pub(super) fn window(text: &Text, matches: &ArgMatches) -> Result<Window, Failure> {
    let given = arguments::typed(matches, "days");
    let window = Window::parse(given).ok_or_else(|| {
        let given = clean_line(given);
        Failure::usage(text.with("say-not-a-window", &[("typed", given.into())]))
    })?;
    if window.is_sound() { Ok(window) } else { Err(Failure::usage(text.no_window(window))) }
}
