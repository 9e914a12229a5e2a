//! `ringoff new`: opens a case.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    answer::{Answer, Failure},
    context::Context,
    define::flag,
};
use crate::{
    domain::{Case, Holder, Id, Line, Route},
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(flag(text, "playbook", "ID").default_value("hotlink"))
        .arg(flag(text, "label", "TEXT"))
        .arg(flag(text, "number", "NUMBER"))
        .arg(flag(text, "holder", "me|NAME"))
        .arg(flag(text, "route", "ROUTE").value_parser(Route::ALL.map(Route::word)))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let given = |name: &str| {
        let value = matches.get_one::<String>(name).map(|value| clean_line(value));
        value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let shelf = context.shelf();
    let id = Id::new(given("playbook").unwrap_or_default());
    let playbook = context.playbook(&shelf, &id)?;
    let label = given("label").unwrap_or_else(|| playbook.name.get(context.text.lang()).to_owned());
    let route = given("route");
    let route = Route::ALL.into_iter().find(|one| Some(one.word()) == route.as_deref());
    let holder = given("holder").filter(|name| name != "me").map_or(Holder::Me, Holder::Other);
    let today = context.today(playbook);
    let opened = context.change(|book| {
        let refused = |refusal| context.refused(&refusal, &crate::domain::Book::default(), None);
        let number = given("number").unwrap_or_default();
        let number = Line::checked_number(&number).map_err(refused)?;
        let fresh = book.fresh_id(&label, &id);
        let mut case = Case::new(fresh.clone(), label, id, route.unwrap_or_default(), today);
        case.line = Line { number, holder, ..Line::default() };
        book.open(case, context.now()).map_err(refused)?;
        Ok(fresh)
    })?;
    context.used(&opened);
    let hint = context.text.get("cli-hint-opened").into_owned();
    let data = json!({ "case": opened });
    Ok(Answer { told: opened.to_string(), notes: vec![hint], data, ..Answer::default() })
}
