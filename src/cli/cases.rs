//! `ringoff cases`: every case in a line.

use clap::ArgMatches;
use serde_json::json;

use super::{
    case_context::CaseContext, case_json, context::Context, failure::Failure, output::Output,
    status,
};

pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<Output, Failure> {
    let (book, library) = (context.load()?.book, context.library());
    let (mut told, mut data, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for case in &book.cases {
        let case = CaseContext::new(context, &library, case)?;
        let (words, status) = (case.words(), case.status());
        told.push(format!("{}  {}", words.case.id, status::line(&words, &status)));
        data.push(case_json::summary(&words, &status));
        notes.extend(case.note);
    }
    if told.is_empty() {
        notes.extend(["cli-no-case", "cli-hint-new"].map(|key| context.text.get(key).into_owned()));
    }
    Ok(Output::new(told.join("\n"), json!({ "cases": data })).notes(notes))
}
