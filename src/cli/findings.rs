//! `ringoff findings`: what scans found and nobody has decided on.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::{
    case_context::{self, CaseContext},
    context::Context,
    define,
    failure::{Failure, nearest_hint},
    findings_table::findings_table,
    output::Output,
    scan::unsure,
    session,
};
use crate::{
    catalogue::{known, shown_name, squeezed},
    domain::{Change, EvidenceKind, Finding, FindingStatus},
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let verb = |name| define::verb(text, name, &format!("cli-findings-{name}"));
    let names = || define::word(text, "name", "NAME").num_args(1..);
    let accept = verb("accept")
        .arg(names().required(false).required_unless_present("all"))
        .arg(define::switch(text, "all").help(define::say(text, "cli-arg-findings-all")));
    command.subcommands([accept, verb("dismiss").arg(names())])
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    match matches.subcommand() {
        Some(("accept", matches)) => {
            let mut note = None;
            let made = session::change(context, |about| accept(about, matches, &mut note))?;
            let notes = note.into_iter().chain(made.notes).collect();
            Ok(Output { notes, ..made })
        }
        Some((_, matches)) => session::change(context, |about| {
            let chosen = chosen(about, matches)?;
            about.one(Ok(about.case.dismiss(chosen.into_iter().map(|(one, _)| one.name))))
        }),
        None => list(context),
    }
}

fn list(context: &Context) -> Result<Output, Failure> {
    case_context::tell(context, |words, _| {
        let (text, inbox) = (words.text, words.case.inbox());
        let rows = findings_table(text, inbox.iter().map(|(one, status)| (one, *status)));
        let data: Vec<Value> =
            inbox.iter().map(|(one, _)| entry(one, &shown_name(&one.name, text.lang()))).collect();
        let told =
            if rows.is_empty() { text.get("ui-inbox-empty").into_owned() } else { rows.join("\n") };
        (told, json!({ "findings": data }))
    })
}

fn entry(one: &Finding, name: &str) -> Value {
    let codes = one.evidence.get(&EvidenceKind::Code).map_or(0, |codes| codes.count);
    let first = one.evidence.values().filter_map(|seen| seen.first).min();
    let last = one.evidence.values().filter_map(|seen| seen.last).max();
    json!({
        "name": name, "kind": one.kind.word(), "score": one.score(), "codes": codes,
        "first": first, "last": last, "known": one.catalogue_id.is_some(),
    })
}

/// Adds what is named to the list.
fn accept(
    about: &CaseContext<'_>,
    matches: &ArgMatches,
    note: &mut Option<String>,
) -> Result<Vec<Change>, Failure> {
    let all = matches.get_flag("all");
    let wanted = if all { about.case.inbox_to_accept() } else { chosen(about, matches)? };
    let new = wanted.iter().filter(|(_, status)| *status == FindingStatus::New);
    *note = unsure(&about.context.text, new.map(|(one, _)| one));
    about.one(about.case.accept_findings(wanted.iter().map(|(one, _)| one), about.today))
}

/// The findings that are named, by any name that is known for them.
fn chosen(
    about: &CaseContext<'_>,
    matches: &ArgMatches,
) -> Result<Vec<(Finding, FindingStatus)>, Failure> {
    let (text, inbox) = (&about.context.text, about.case.inbox());
    let names = matches.get_many::<String>("name").into_iter().flatten();
    let find = |typed: &String| {
        let entry = known().meaning(typed).sure().map(|one| one.id.as_str());
        let own = |one: &Finding| {
            [&one.name].into_iter().chain(&one.merged).any(|own| squeezed(own) == squeezed(typed))
        };
        let is_it =
            |one: &Finding| own(one) || (entry.is_some() && one.catalogue_id.as_deref() == entry);
        inbox.iter().find(|(one, _)| is_it(one)).cloned().ok_or_else(|| {
            let args = [("name", clean_line(typed).into())];
            let hint = nearest_hint(text, typed, inbox.iter().map(|(one, _)| one.name.as_str()));
            Failure::not_found(text.with("cli-scan-not-found", &args)).hint(hint)
        })
    };
    names.map(find).collect()
}
