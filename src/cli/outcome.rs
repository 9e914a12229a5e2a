//! `ringoff outcome`: what the carrier decided.

use clap::{ArgAction, ArgMatches, Command};

use super::{
    arguments, case_context::CaseContext, context::Context, define, failure::Failure,
    output::Output, session,
};
use crate::{
    domain::{Attachment, Item, Outcome, Refusal, Verdict},
    shell::{expand, fingerprint},
    store::is_book,
    text::{Text, clean_line, shell_word},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let about = define::flag(text, "about", "ITEM").num_args(1..).action(ArgAction::Append);
    command
        .arg(define::word(text, "verdict", "VERDICT").value_parser(Verdict::ALL.map(Verdict::word)))
        .arg(define::flag(text, "on", "DATE"))
        .arg(define::flag(text, "reason", "TEXT"))
        .arg(define::flag(text, "reference", "TEXT"))
        .arg(define::flag(text, "confirmation", "PATH").long("file"))
        .arg(about)
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let verdict = arguments::choice(matches, "verdict", &Verdict::ALL, Verdict::word);
    let verdict = verdict.unwrap_or(Verdict::Rejected);
    // Before the lock is taken: a large file takes its time.
    let file = matches.get_one::<String>("confirmation");
    let file = file.map(|path| confirmation(context, path)).transpose()?;
    session::change(context, |about| {
        let outcome = outcome(matches, about, verdict, file);
        about.one(about.case.decide(&about.procedure(), outcome?, about.today))
    })
    .map_err(|failure| misnamed(context, matches, failure))
}

/// The file behind `outcome`. A book there was meant to be the one that is changed:
/// the answer is not written into another one.
fn confirmation(context: &Context, given: &str) -> Result<Attachment, Failure> {
    let text = &context.text;
    let path = expand(given, context.paths.home.as_deref());
    if is_book(&path) {
        let book = shell_word(&path.to_string_lossy());
        let first = text.with("cli-hint-book-first", &[("path", book.into())]);
        let told = text.with("cli-confirmation-is-book", &[("path", clean_line(given).into())]);
        return Err(Failure::usage(told).hint(Some(first)));
    }
    let file = fingerprint(&path, context.today_at_home());
    file.map_err(|error| Failure::failed(error.describe(text)))
}

/// A book that was named before `outcome` and is none may be the confirmation.
fn misnamed(context: &Context, matches: &ArgMatches, failure: Failure) -> Failure {
    let none = !is_book(&context.paths.book) && !matches.contains_id("confirmation");
    let Some(path) = context.named_book().filter(|_| none) else { return failure };
    let verdict = matches.get_one::<String>("verdict").map(String::as_str).unwrap_or_default();
    let args = [("path", shell_word(&path).into()), ("verdict", verdict.into())];
    let behind = context.text.with("cli-hint-file-behind", &args);
    failure.hint(Some(behind))
}

/// The answer as it was given. What was not said again of a yes stays.
fn outcome(
    matches: &ArgMatches,
    about: &CaseContext<'_>,
    verdict: Verdict,
    file: Option<Attachment>,
) -> Result<Outcome, Failure> {
    let today = about.today;
    let known = about.case.approval().filter(|_| verdict == Verdict::Approved);
    let known = known.cloned().unwrap_or_else(|| Outcome::on(verdict, today));
    let named = matches.get_many::<String>("about").into_iter().flatten();
    let items: Result<Vec<Item>, Refusal> = named.map(|named| about.item(named)).collect();
    Ok(Outcome {
        verdict,
        on: about.date(matches, "on")?.unwrap_or(known.on),
        reason: arguments::line(matches, "reason").or(known.reason),
        reference: arguments::line(matches, "reference").or(known.reference),
        file: file.map(|file| Box::new(Attachment { on: today, ..file })).or(known.file),
        about: items.map_err(|refusal| about.refused(&refusal))?,
    })
}
