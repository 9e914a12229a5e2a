//! `ringoff line`: the facts about the line of a case.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    arguments, case_context,
    case_context::CaseContext,
    case_json,
    context::Context,
    define::{self, say},
    failure::Failure,
    output::Output,
    session,
};
use crate::{
    domain::{Change, Class, Holder, Line},
    playbook::Words,
    text::{Text, mask_number},
};

/// The words for a fact that is either so or not.
const YES_OR_NO: [&str; 2] = ["yes", "no"];

/// The flags that set a fact.
const FLAGS: [&str; 11] = [
    "number",
    "holder",
    "name",
    "reply-to",
    "class",
    "registered",
    "active-until",
    "grace-until",
    "used",
    "credit",
    "abroad",
];

pub(super) fn define(text: &Text, command: Command) -> Command {
    let flag = |name, value| define::flag(text, name, value);
    let own_name = flag("name", "NAME").alias("own-name").help(say(text, "cli-arg-own-name"));
    command
        .arg(flag("number", "NUMBER"))
        .arg(flag("holder", "me|NAME"))
        .arg(own_name)
        .arg(flag("reply-to", "ADDRESS"))
        .arg(flag("class", "CLASS").value_parser(Class::ALL.map(Class::word)))
        .arg(flag("registered", "DATE"))
        .arg(flag("active-until", "DATE"))
        .arg(flag("grace-until", "DATE"))
        .arg(define::today(flag("used", "DATE")))
        .arg(flag("credit", "AMOUNT"))
        .arg(
            flag("abroad", "yes|no")
                .num_args(0..=1)
                .default_missing_value("yes")
                .value_parser(YES_OR_NO),
        )
        .arg(flag("forget", "FACT").num_args(1..).value_parser(Line::FACTS))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let given = |name: &&str| matches.contains_id(name);
    if FLAGS.iter().chain(&["forget"]).any(given) {
        return session::change(context, |about| change(about, matches));
    }
    case_context::tell(context, |words, _| {
        (tell(words), json!({ "case": words.case.id, "line": case_json::line(words.case) }))
    })
}

/// The facts, one a line; the number is masked.
fn tell(words: &Words<'_>) -> String {
    let text = words.text;
    let line = |fact: &&str| {
        let value = words.line_fact(fact);
        let value = if *fact == "number" { value.map(|one| mask_number(&one)) } else { value };
        let value = value.unwrap_or_else(|| text.get("word-unknown").into_owned());
        let name = words.line_label(fact).into();
        text.with("cli-line-fact", &[("name", name), ("value", value.into())])
    };
    Line::FACTS.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The facts with those that were given; what is not given stays.
fn change(about: &CaseContext<'_>, matches: &ArgMatches) -> Result<Vec<Change>, Failure> {
    let text = |name| {
        let value = arguments::line(matches, name).map(|value| value.trim().to_owned());
        value.filter(|value| !value.is_empty())
    };
    let date = |name| about.date(matches, name);
    let mut line = about.case.line.clone();
    for fact in matches.get_many::<String>("forget").into_iter().flatten() {
        line.forget(fact);
    }
    let holder = |name: String| if name == "me" { Holder::Me } else { Holder::Other(name) };
    let line = Line {
        number: text("number").or(line.number),
        holder: text("holder").map_or(line.holder, holder),
        name: text("name").or(line.name),
        reply_to: text("reply-to").or(line.reply_to),
        abroad: text("abroad").map_or(line.abroad, |given| given == "yes"),
        class: arguments::choice(matches, "class", &Class::ALL, Class::word).or(line.class),
        registered: date("registered")?.or(line.registered),
        active_until: date("active-until")?.or(line.active_until),
        grace_until: date("grace-until")?.or(line.grace_until),
        last_used: date("used")?.or(line.last_used),
        credit: text("credit").or(line.credit),
    };
    about.one(about.case.set_line(line, about.today))
}
