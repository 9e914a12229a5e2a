//! `ringoff remind`: what is due, and what is late.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    arguments, case_context::CaseContext, context::Context, define, failure::Failure,
    output::Output,
};
use crate::{
    playbook::Milestone,
    shell::notify,
    text::{Text, clean_line, mask_digits, parse_date},
};

const RECIPES: [(&str, &str); 3] = [
    ("cron", include_str!("../../assets/recipes/cron.txt")),
    ("systemd", include_str!("../../assets/recipes/systemd.txt")),
    ("launchd", include_str!("../../assets/recipes/launchd.txt")),
];

/// The exit codes of `--exit-code`.
const DUE_SOON: u8 = 10;
const OVERDUE: u8 = 11;

pub(super) fn define(text: &Text, command: Command) -> Command {
    command
        .arg(define::flag(text, "within", "SPAN").default_value("3d"))
        .arg(define::switch(text, "exit-code"))
        .arg(define::switch(text, "notify"))
        .arg(define::flag(text, "recipe", "KIND").value_parser(RECIPES.map(|(name, _)| name)))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    if let Some(kind) = matches.get_one::<String>("recipe") {
        return Ok(recipe(&context.text, kind));
    }
    let text = &context.text;
    let within = arguments::typed(matches, "within");
    let (book, library) = (context.load()?.book, context.playbooks());
    let mut due = Vec::new();
    for case in &book.cases {
        let about = CaseContext::new(context, &library, case)?;
        let today = about.today;
        let last = parse_date(&format!("+{within}"), today).map_err(|_| {
            let args = [("typed", clean_line(within).into())];
            Failure::usage(text.with("cli-not-a-span", &args))
        })?;
        let milestones = about.words().milestones(&about.status());
        let soon = |one: &Milestone| !one.over && one.on <= last;
        let matters = |one: &Milestone| one.on >= today || one.deadline;
        let found = milestones.into_iter().filter(|one| soon(one) && matters(one));
        due.extend(found.map(|one| (i64::from((one.on - today).get_days()), case.id.clone(), one)));
    }
    due.sort_by(|(_, _, a), (_, _, b)| (a.on, &a.title).cmp(&(b.on, &b.title)));
    let told: Vec<String> = due.iter().map(|(days, _, one)| line(text, *days, one)).collect();
    let mut notes = Vec::new();
    if matches.get_flag("notify") && !told.is_empty() {
        let body = told.join("\n");
        if !notify("ringoff", &body) {
            notes.push(text.get("cli-no-notification").into_owned());
        }
    }
    let late = due.iter().any(|(days, _, _)| *days < 0);
    let code = match (matches.get_flag("exit-code"), late, due.is_empty()) {
        (true, true, _) => OVERDUE,
        (true, false, false) => DUE_SOON,
        _ => 0,
    };
    let data: Vec<_> = due
        .iter()
        .map(|(days, case, one)| {
            json!({
                "case": case, "milestone": one.id, "on": one.on, "in_days": days,
                "overdue": *days < 0, "text": mask_digits(&one.title),
            })
        })
        .collect();
    if due.is_empty() {
        notes.push(text.get("cli-nothing-due").into_owned());
    }
    let data = json!({ "due": data });
    Ok(Output { code, ..Output::new(told.join("\n"), data).notes(notes) })
}

/// "Fri 20 Nov 2026  KL: last day for the answer  in 3 days".
fn line(text: &Text, days: i64, one: &Milestone) -> String {
    let key = match days {
        0 => "cli-due-today",
        1.. => "cli-due-in",
        _ => "cli-due-late",
    };
    let when = text.with(key, &[("count", days.unsigned_abs().into())]);
    format!("{}  {}  {when}", text.full_date(one.on), mask_digits(&one.title))
}

/// How to be reminded every morning without a program that runs all day.
fn recipe(text: &Text, kind: &str) -> Output {
    let body = RECIPES.iter().find(|(name, _)| *name == kind).map_or("", |(_, body)| *body);
    let program = std::env::current_exe().ok();
    let program = program.and_then(|path| path.to_str().map(str::to_owned));
    let told = body
        .replace("{what}", &text.get("cli-recipe-what"))
        .replace("{how}", &text.get(&format!("cli-recipe-{kind}")))
        .replace("{program}", &program.unwrap_or_else(|| "ringoff".to_owned()));
    let data = json!({ "recipe": kind, "content": told });
    Output::new(told, data)
}
