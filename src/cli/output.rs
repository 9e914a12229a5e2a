//! Where a document goes: a file that only the person can read, or stdout.

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::{Arg, ArgAction, ArgMatches, Command, builder::ValueParser};
use serde_json::{Value, json};

use super::{
    answer::{Answer, Failure},
    context::Context,
    define::{flag, say},
};
use crate::{
    shell::io_words,
    store::write_private,
    text::{Text, clean_line},
};

/// `-o PATH` and `--force`.
pub(super) fn define(text: &Text, command: Command) -> Command {
    let force = Arg::new("force").long("force").action(ArgAction::SetTrue);
    let output = flag(text, "output", "PATH").short('o').value_parser(ValueParser::path_buf());
    command.arg(output.allow_hyphen_values(true)).arg(force.help(say(text, "cli-arg-force")))
}

/// Hands a document over: to the file that was named, else to stdout. `data`
/// is what programs are told about it.
pub(super) fn hand_over(
    context: &Context,
    matches: &ArgMatches,
    document: String,
    notes: Vec<String>,
    data: Value,
) -> Result<Answer, Failure> {
    let path = matches.get_one::<PathBuf>("output").filter(|path| path.as_os_str() != "-");
    let Some(path) = path else {
        let data = with(data, &[("path", Value::Null), ("content", json!(document))]);
        return Ok(Answer { raw: Some(document), notes, data, ..Answer::default() });
    };
    write_private(path, document.as_bytes(), matches.get_flag("force"))
        .map_err(|error| failure(&context.text, path, &error))?;
    let shown = clean_line(&path.display().to_string());
    let data = with(data, &[("path", json!(shown))]);
    let told = context.text.with("cli-written", &[("path", shown.into())]);
    Ok(Answer { told, notes, data, ..Answer::default() })
}

fn with(mut data: Value, more: &[(&str, Value)]) -> Value {
    if let Some(data) = data.as_object_mut() {
        data.extend(more.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    }
    data
}

fn failure(text: &Text, path: &Path, error: &io::Error) -> Failure {
    let shown = clean_line(&path.display().to_string());
    if error.kind() == io::ErrorKind::AlreadyExists {
        let message = text.with("cli-exists", &[("path", shown.into())]);
        let hint = text.get("cli-hint-force").into_owned();
        return Failure::failed(message).hint(Some(hint));
    }
    let what = io_words(text, error);
    let args = [("path", shown.into()), ("what", what.into())];
    Failure::failed(text.with("fault-not-saved", &args))
}
