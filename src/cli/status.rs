//! `ringoff status`: where a case stands.

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

use super::{
    answer::{Answer, Failure},
    context::Context,
    define::say,
    describe,
};
use crate::{
    domain::{Case, ItemKind, Progress, Status},
    playbook::Words,
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let switch = |name: &'static str| {
        let help = say(text, &format!("cli-arg-{name}"));
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
    };
    command.arg(switch("all")).arg(switch("line"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let book = context.load()?.book;
    if matches.get_flag("all") {
        return of(context, book.cases.iter().collect(), matches.get_flag("line"));
    }
    let (case, notes) = context.case(&book)?;
    let answer = of(context, vec![case], matches.get_flag("line"))?;
    Ok(Answer { notes: [notes, answer.notes].concat(), ..answer })
}

/// Tells so many cases, each in a line or in a few.
pub(super) fn of(context: &Context, cases: Vec<&Case>, short: bool) -> Result<Answer, Failure> {
    let shelf = context.shelf();
    let mut told = Vec::new();
    let mut data = Vec::new();
    let mut notes = Vec::new();
    for case in cases {
        let (playbook, note) = context.playbook_of(&shelf, case)?;
        notes.extend(note);
        let words = context.words(case, playbook);
        let standing = playbook.status(case, words.today);
        told.push(if short { line(&words, &standing) } else { block(&words, &standing) });
        data.push(describe::summary(&words, &standing));
    }
    let told = told.join(if short { "\n" } else { "\n\n" });
    Ok(Answer { told, notes, data: json!({ "cases": data }), ..Answer::default() })
}

/// One short line, for a status bar.
pub(super) fn line(words: &Words<'_>, standing: &Status) -> String {
    let text = words.text;
    let stage = text.get(&format!("word-stage-{}", standing.stage.word())).into_owned();
    let args = [
        ("label", words.case.label.as_str().into()),
        ("stage", stage.into()),
        ("done", standing.progress.done.into()),
        ("total", standing.progress.total.into()),
    ];
    match &standing.review {
        Some(review) => {
            let latest = text.day(review.latest);
            let args = [args.as_slice(), &[("date", latest.into())]].concat();
            text.with("cli-line-review", &args)
        }
        None => text.with("cli-line", &args),
    }
}

fn block(words: &Words<'_>, standing: &Status) -> String {
    let text = words.text;
    let mut lines = vec![line(words, standing)];
    let next = words.next(&standing.next);
    lines.push(text.with("cli-status-next", &[("next", next.into())]));
    let count = |key: &str, done: usize, total: usize| {
        text.with(
            "cli-status-count",
            &[("what", text.get(key).into()), ("done", done.into()), ("total", total.into())],
        )
    };
    let of = |key, kind| {
        let progress = standing.count(kind);
        count(key, progress.done, progress.total)
    };
    let accounts = Progress::of_accounts(words.case);
    let counts = [
        of("ui-pane-preconditions", ItemKind::Precondition),
        count("ui-pane-accounts", accounts.done, accounts.total),
        of("ui-pane-documents", ItemKind::Document),
        of("ui-pane-safeguards", ItemKind::Safeguard),
    ];
    lines.push(format!("  {}", counts.join(" · ")));
    if let Some(review) = &standing.review {
        lines.push(text.with(
            "cli-status-review",
            &[
                ("submitted", text.full_date(review.submitted).into()),
                ("earliest", text.full_date(review.earliest).into()),
                ("latest", text.full_date(review.latest).into()),
            ],
        ));
        let doubts = words.caveats(review);
        let head = (!doubts.is_empty()).then(|| text.get("cli-due-provisional").into_owned());
        let notes = words.moved(review).into_iter().chain(head).chain(doubts);
        lines.extend(notes.map(|note| format!("  {note}")));
    }
    lines.extend(standing.warnings.iter().map(|one| format!("  ! {}", words.warning(one))));
    lines.join("\n")
}
