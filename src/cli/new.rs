//! `ringoff new`: opens a case.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    arguments, context::Context, define, failure::Failure, output::Output, session::Session,
};
use crate::{
    domain::{Book, Case, EndRule, Holder, Id, Line, Refusal, Route},
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(define::flag(text, "playbook", "ID").default_value("hotlink"))
        .arg(define::flag(text, "label", "TEXT"))
        .arg(define::flag(text, "number", "NUMBER"))
        .arg(define::flag(text, "holder", "me|NAME"))
        .arg(define::flag(text, "own-name", "NAME").alias("name"))
        .arg(define::flag(text, "reply-to", "ADDRESS"))
        .arg(define::switch(text, "abroad"))
        .arg(define::flag(text, "route", "ROUTE").value_parser(Route::ALL.map(Route::word)))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let (text, library) = (&context.text, context.playbooks());
    let given = |name| {
        let value = arguments::line(matches, name).map(|value| value.trim().to_owned());
        value.filter(|value| !value.is_empty())
    };
    let playbook = Id::new(given("playbook").unwrap_or_default());
    let known = context.playbook(&library, &playbook)?;
    let label = given("label").unwrap_or_else(|| known.name.get(text.lang()).to_owned());
    let usual = known.routes.first().copied().unwrap_or_default();
    let route = arguments::choice(matches, "route", &Route::ALL, Route::word).unwrap_or(usual);
    if route != Route::Keep && !known.routes.contains(&route) {
        let refusal = Refusal::NoSuchRoute(route);
        return Err(Failure::of_refusal(text, &refusal, &Book::default()));
    }
    let holder = given("holder").filter(|name| name != "me").map_or(Holder::Me, Holder::Other);
    let line = Line {
        number: given("number"),
        holder,
        name: given("own-name"),
        reply_to: given("reply-to"),
        abroad: matches.get_flag("abroad"),
        ..Line::default()
    };
    let line =
        line.checked().map_err(|refusal| Failure::of_refusal(text, &refusal, &Book::default()))?;
    let case = Case::new(playbook.clone(), label, playbook, route, context.today(known));
    let id = open(context, Case { line, ..case })?;
    let rule = known.ends.as_ref().map(|ends| ends.rule).unwrap_or_default();
    let hint = match rule {
        _ if route != Route::Keep => "cli-hint-opened",
        EndRule::ReadOff | EndRule::Noted => "cli-hint-kept",
        EndRule::AfterUse(_) => "cli-hint-kept-use",
        EndRule::AfterTopUp(_) => "cli-hint-kept-top-up",
    };
    // What was opened is the case that commands are about from now on.
    let hint = text.speaking(text.lang()).on_case(None).get(hint).into_owned();
    Ok(Output::new(id.to_string(), json!({ "case": id })).notes(vec![hint]))
}

/// Opens a case and returns the id that it got.
pub(super) fn open(context: &Context, case: Case) -> Result<Id, Failure> {
    let mut session = Session::begin_anew(context)?;
    let id = session.book().fresh_id(&case.label, &case.playbook);
    session.act(|book, now| book.open(Case { id: id.clone(), ..case }, now))?;
    session.save(&id)?;
    Ok(id)
}
