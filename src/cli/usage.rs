//! What is wrong with a command line, in the person's language.

use std::process::ExitCode;

use clap::{
    Error,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::{
    failure::{Failure, did_you_mean},
    output::{print_failure, print_help, tell},
};
use crate::text::{Text, clean_line};

/// Prints help and versions on stdout, and what is wrong on stderr.
pub(super) fn report(text: &Text, error: &Error, json: bool) -> ExitCode {
    let help = || error.render().to_string().replacen("Usage:", &text.get("cli-usage"), 1);
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => print_help(text, &help()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if !json => {
            tell(&help());
            ExitCode::from(2)
        }
        kind => print_failure(&failure(text, kind, error), json),
    }
}

fn failure(text: &Text, kind: ErrorKind, error: &Error) -> Failure {
    let context = |kind| {
        error.get(kind).map(|value| match value {
            ContextValue::Strings(values) => values.join(&text.get("word-comma")),
            other => other.to_string(),
        })
    };
    let told = |kind| clean_line(&context(kind).unwrap_or_default());
    let arg = told(ContextKind::InvalidArg);
    // `--used -1w`: what begins with a hyphen and a digit was meant as a day.
    let digit = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    let is_day = arg.strip_prefix('-').is_some_and(digit);
    let value = told(ContextKind::InvalidValue);
    let valid = told(ContextKind::ValidValue);
    let message = match kind {
        ErrorKind::InvalidSubcommand => {
            let given = told(ContextKind::InvalidSubcommand);
            text.with("cli-no-such-command", &[("given", given.into())])
        }
        ErrorKind::UnknownArgument => text.with("cli-no-such-flag", &[("given", arg.into())]),
        ErrorKind::MissingRequiredArgument => text.with("cli-missing", &[("what", arg.into())]),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let valid = told(ContextKind::ValidSubcommand);
            text.with("cli-missing", &[("what", valid.into())])
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            text.with("cli-needs-value", &[("what", arg.into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => text.with(
            "cli-bad-value",
            &[("given", value.into()), ("what", arg.into()), ("valid", valid.into())],
        ),
        ErrorKind::ArgumentConflict => text.with("cli-twice", &[("what", arg.into())]),
        ErrorKind::TooManyValues => text.with("cli-takes-no-value", &[("what", arg.into())]),
        ErrorKind::InvalidUtf8 => text.get("cli-not-text").into_owned(),
        // No definition of ours leads here. If one ever does, the words of the
        // parser are still told.
        _ => clean_line(&error.to_string()),
    };
    // The nearest name is offered in a hint and never run.
    let guess =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
            .into_iter()
            .find_map(context);
    let hint = if is_day {
        Some(text.get("cli-hint-equals").into_owned())
    } else {
        did_you_mean(text, &guess.unwrap_or_default())
    };
    Failure::usage(message).hint(hint.or_else(|| Some(text.get("cli-hint-help").into_owned())))
}
