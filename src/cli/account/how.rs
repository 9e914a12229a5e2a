//! `ringoff account how`: how the number is changed in an account, whether it is in
//! a case or not.

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::{
    catalogue::{HowTo, how_to, known},
    cli::{
        arguments,
        case_context::CaseContext,
        context::Context,
        failure::{Failure, did_you_mean},
        output::Output,
    },
    text::Text,
    ui::printed,
};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let text = &context.text;
    let name = arguments::line(matches, "name").unwrap_or_default();
    let book = context.load()?.book;
    let library = context.playbooks();
    let case = if book.cases.is_empty() {
        None
    } else {
        Some(CaseContext::chosen(context, &library, &book)?.0)
    };
    let meant = case.as_ref().and_then(|about| known().meant(about.case, &name));
    let entry = match meant {
        Some(account) => known().of(account),
        None => known().meaning(&name).sure(),
    };
    let words = case.as_ref().map(CaseContext::words);
    let shown = match (meant, &words, entry) {
        (Some(account), Some(words), _) => words.account_name(account),
        (_, _, Some(entry)) => entry.name_in(text.lang()).to_owned(),
        _ => return Err(unknown(text, &name)),
    };
    let how = entry.and_then(|entry| how_to(&entry.id));
    let mut notes = Vec::new();
    let mut lines = vec![shown.clone()];
    match how {
        Some(how) => lines.extend(text.how_to(how)),
        None => {
            let args = [("name", shown.as_str().into())];
            notes.push(text.with("cli-account-no-how", &args));
            let kind = meant.map(|account| account.kind).or(entry.map(|entry| entry.kind));
            let advice = kind.zip(words.as_ref()).and_then(|(kind, words)| words.advice(kind));
            lines.extend(advice.map(str::to_owned));
            lines.extend(text.how_in_general_lines());
        }
    }
    if matches.get_flag("qr") {
        match how.and_then(HowTo::link).and_then(printed) {
            Some(code) => lines.extend([String::new()].into_iter().chain(code)),
            None => {
                notes.push(text.with("cli-account-no-address", &[("name", shown.as_str().into())]));
            }
        }
    }
    let data = json!({ "name": shown, "how": how.map_or(Value::Null, |how| entry_of(text, how)) });
    Ok(Output::new(lines.join("\n"), data).notes(notes))
}

/// How the number is changed, for programs.
pub(super) fn entry_of(text: &Text, how: &HowTo) -> Value {
    let steps: Vec<&str> = how.steps.iter().map(|step| step.get(text.lang())).collect();
    let source = how.best_source();
    json!({
        "steps": steps, "url": how.link(), "needs_old_number": how.old_number.word(),
        "source": source.map(|source| &source.title),
        "date": source.and_then(|source| source.date.as_ref()),
    })
}

fn unknown(text: &Text, name: &str) -> Failure {
    let message = text.with("cli-account-unknown", &[("name", name.into())]);
    let could_be = known().meaning(name).names(text.lang());
    Failure::not_found(message).hint(did_you_mean(text, &could_be.join(&text.get("word-comma"))))
}
