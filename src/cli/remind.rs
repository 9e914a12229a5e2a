//! `ringoff remind`: what is due, and what is late.

use clap::{ArgMatches, Command};
use jiff::civil::Date;
use serde_json::json;

use super::{
    agenda_line::{span, when},
    arguments,
    case_context::CaseContext,
    context::Context,
    define,
    failure::Failure,
    output::Output,
};
use crate::{
    domain::{AgendaEntry, AgendaState, Confidence, Id},
    shell::notify,
    text::{Text, mask_digits},
};

const RECIPES: [(&str, &str); 4] = [
    ("cron", include_str!("../../assets/recipes/cron.txt")),
    ("systemd", include_str!("../../assets/recipes/systemd.txt")),
    ("launchd", include_str!("../../assets/recipes/launchd.txt")),
    ("windows", include_str!("../../assets/recipes/windows.txt")),
];

/// One entry of the agenda that is told.
struct Due {
    /// Days until it comes; less than nothing when it is late.
    days: i32,
    case: Id,
    entry: AgendaEntry,
    confidence: Option<Confidence>,
    title: String,
    when: String,
}

impl Due {
    /// What is told first: the soonest, and what is of one day by its words.
    fn place(&self) -> (Date, &str) {
        (self.entry.on, &self.title)
    }
}

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
    let (mut due, mut later) = (Vec::new(), Vec::new());
    for case in book.cases.iter().filter(|case| case.archived.is_none()) {
        let about = CaseContext::new(context, &library, case)?;
        let today = about.today;
        let days = span(text, within, today)?;
        let (words, status) = (about.words(), about.status());
        // What was put off comes on the day to which it was put off, as the agenda has it.
        let to_come = |one: &&AgendaEntry| one.state != AgendaState::Done;
        for entry in status.agenda.iter().filter(to_come) {
            let place = match (entry.matters(today, days), entry.days_from(today)) {
                (true, _) => &mut due,
                (false, 0..) => &mut later,
                (false, _) => continue,
            };
            place.push(Due {
                days: entry.days_from(today),
                case: case.id.clone(),
                entry: entry.clone(),
                confidence: words.confidence(entry),
                title: text.labelled(&case.label, &words.dated(entry)),
                when: when(text, entry, today),
            });
        }
    }
    due.sort_by(|a, b| a.place().cmp(&b.place()));
    let told: Vec<String> = due.iter().map(|one| line(text, one)).collect();
    let mut notes = Vec::new();
    if matches.get_flag("notify") && !told.is_empty() {
        let body = told.join("\n");
        if !notify("ringoff", &body) {
            notes.push(text.get("cli-no-notification").into_owned());
        }
    }
    let late = due.iter().any(|one| one.days < 0 && one.entry.kind.is_late_then());
    let code = match (matches.get_flag("exit-code"), late, due.is_empty()) {
        (true, true, _) => OVERDUE,
        (true, false, false) => DUE_SOON,
        _ => 0,
    };
    let tell = |one: &Due| {
        json!({
            "case": one.case, "milestone": one.entry.id, "on": one.entry.on, "in_days": one.days,
            "overdue": one.days < 0, "from": one.entry.from.to_string(),
            "text": mask_digits(&one.title),
            "confidence": one.confidence.map(Confidence::word), "if_asked_on": one.entry.if_asked,
        })
    };
    let data: Vec<_> = due.iter().map(tell).collect();
    if due.is_empty() {
        notes.push(nothing_due(text, &later));
    }
    let data = json!({ "due": data });
    Ok(Output { code, ..Output::new(told.join("\n"), data).notes(notes) })
}

/// That nothing is due, and what comes next.
fn nothing_due(text: &Text, later: &[Due]) -> String {
    let next = later.iter().min_by(|a, b| a.place().cmp(&b.place()));
    next.map_or_else(
        || text.get("cli-nothing-ahead").into_owned(),
        |next| text.with("cli-nothing-due", &[("next", line(text, next).into())]),
    )
}

/// "Fri 20 Nov 2026  KL: last day for the answer  in 3 days".
fn line(text: &Text, one: &Due) -> String {
    format!("{}  {}  {}", text.full_date(one.entry.on), mask_digits(&one.title), one.when)
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
