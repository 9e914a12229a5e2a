//! `ringoff status`: where a case stands.

use std::sync::Arc;

use clap::{ArgMatches, Command};
use jiff::civil::Date;
use serde_json::json;

use super::{
    case_context::CaseContext, case_json, context::Context, define, document, failure::Failure,
    output::Output, past,
};
use crate::{
    domain::{Book, Case, ItemKind, Progress, Stage, Status},
    playbook::Words,
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command.args(["all", "line"].map(|name| define::switch(text, name))).arg(past::flag(text))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let past = past::asked(context, matches)?;
    let day = past.as_ref().map(|past| past.day);
    let note = past.as_ref().map(|past| past.note.clone());
    let book = past.map_or_else(|| Ok(context.load()?.book), |past| Ok(past.book))?;
    let (cases, notes) = if matches.get_flag("all") {
        (book.cases.iter().map(Arc::as_ref).collect(), Vec::new())
    } else {
        let (case, notes) = context.case(&book)?;
        (vec![case], notes)
    };
    let short = matches.get_flag("line");
    let output = each(context, cases, if short { (line, "\n") } else { BLOCKS }, day)?;
    let notes = note.into_iter().chain(notes).chain(output.notes.clone()).collect();
    Ok(Output { notes, ..output })
}

/// How a case is told, and what stands between two of them.
pub(super) type Layout = (fn(&Words<'_>, &Status) -> String, &'static str);

/// A few lines for each case.
pub(super) const BLOCKS: Layout = (block, "\n\n");

/// Tells a whole book; a note says that there is no case in it. Cases that were put
/// away are not told; a note counts them.
pub(super) fn whole(context: &Context, book: &Book, layout: Layout) -> Result<Output, Failure> {
    let text = &context.text;
    let shown: Vec<&Case> =
        book.cases.iter().map(Arc::as_ref).filter(|case| case.archived.is_none()).collect();
    let hidden = book.cases.len() - shown.len();
    let output = each(context, shown, layout, None)?;
    let mut notes = output.notes.clone();
    if book.cases.is_empty() {
        notes = context.no_case();
    }
    if hidden > 0 {
        notes.push(text.with("cli-archived", &[("count", hidden.into())]));
    }
    Ok(output.notes(notes))
}

/// Tells cases as they are on a day; without one, as they are today.
fn each(
    context: &Context,
    cases: Vec<&Case>,
    layout: Layout,
    day: Option<Date>,
) -> Result<Output, Failure> {
    let (tell, between) = layout;
    let library = context.playbooks();
    let (mut told, mut data, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for case in cases {
        let case = CaseContext::new(context, &library, case)?;
        let case = CaseContext { today: day.unwrap_or(case.today), ..case };
        let (words, status) = (case.words(), case.status());
        told.push(tell(&words, &status));
        data.push(case_json::summary(&words, &status));
        notes.extend(case.note);
    }
    Ok(Output::new(told.join(between), json!({ "cases": data })).notes(notes))
}

/// One short line, for a status bar.
pub(super) fn line(words: &Words<'_>, status: &Status) -> String {
    let text = words.text;
    let stage = words.stage(status.stage);
    let args = [
        ("label", words.case.label.as_str().into()),
        ("stage", stage.into()),
        ("done", status.progress.done.into()),
        ("total", status.progress.total.into()),
    ];
    match &status.review {
        None if status.stage == Stage::Kept => match status.clock() {
            Some(clock) => {
                let date = text.full_date(clock.given);
                text.with("cli-line-kept", &[args.as_slice(), &[("date", date.into())]].concat())
            }
            None => text.with("cli-line-kept-unknown", &args),
        },
        Some(review) => {
            let latest = words.hedged(words.near(review.latest), words.is_latest_unverified());
            let args = [args.as_slice(), &[("date", latest.into())]].concat();
            text.with("cli-line-review", &args)
        }
        None => text.with("cli-line", &args),
    }
}

fn block(words: &Words<'_>, status: &Status) -> String {
    let text = words.text;
    let mut lines = vec![line(words, status)];
    let next = words.next(&status.next);
    lines.push(text.with("cli-status-next", &[("next", next.into())]));
    let count = |key: &str, Progress { done, total }| {
        text.with(
            "cli-status-count",
            &[("what", text.get(key).into()), ("done", done.into()), ("total", total.into())],
        )
    };
    let counts = [
        count("ui-pane-preconditions", status.count(ItemKind::Precondition)),
        count("ui-pane-accounts", Progress::of_accounts(words.case)),
        count("ui-pane-documents", status.count(ItemKind::Document)),
        count("ui-pane-safeguards", status.count(ItemKind::Safeguard)),
    ];
    lines.push(format!("  {}", counts.join(" · ")));
    if let Some(review) = &status.review {
        lines.push(
            text.with(
                "cli-status-review",
                &[
                    ("submitted", text.full_date(review.submitted).into()),
                    (
                        "earliest",
                        words.hedged(text.full_date(review.earliest), review.unverified).into(),
                    ),
                    (
                        "latest",
                        words
                            .hedged(text.full_date(review.latest), words.is_latest_unverified())
                            .into(),
                    ),
                ],
            ),
        );
        let caveats = words.caveats(review);
        let head = (!caveats.is_empty()).then(|| text.get("cli-due-provisional").into_owned());
        let notes = words.moved(review).into_iter().chain(head).chain(caveats);
        lines.extend(notes.map(|note| format!("  {note}")));
    }
    let warnings = status.warnings.iter().map(|one| words.warning(one));
    let warnings = warnings.chain(document::warning(words, status));
    lines.extend(warnings.map(|one| format!("  ! {one}")));
    lines.join("\n")
}
