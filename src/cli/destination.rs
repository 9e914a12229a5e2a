//! Where a document goes: a file that only the person can read, or stdout.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::{
    context::Context,
    define::{flag, path_value, switch},
    errors::shown,
    failure::Failure,
    output::Output,
};
use crate::{store::write_private, text::Text};

/// `-o PATH` and `--force`.
pub(super) fn define(text: &Text, command: Command) -> Command {
    let output = flag(text, "output", "PATH").short('o').value_parser(path_value());
    command.arg(output.allow_hyphen_values(true)).arg(switch(text, "force"))
}

/// Writes a document to the file that was named, or else to stdout. `data` is
/// what programs are told about it.
pub(super) fn deliver(
    context: &Context,
    matches: &ArgMatches,
    document: String,
    notes: Vec<String>,
    mut data: Value,
) -> Result<Output, Failure> {
    let text = &context.text;
    let path = matches.get_one::<PathBuf>("output").filter(|path| path.as_os_str() != "-");
    let mut put = |name: &str, value: Value| {
        if let Some(data) = data.as_object_mut() {
            data.insert(name.to_owned(), value);
        }
    };
    let Some(path) = path else {
        put("path", Value::Null);
        put("content", json!(document));
        return Ok(Output::raw(document, data).notes(notes));
    };
    if context.store().is_kept(path) {
        let failure = text.with("cli-is-kept", &[("path", shown(path).into())]);
        return Err(
            Failure::failed(failure).hint(Some(text.get("cli-hint-other-path").into_owned()))
        );
    }
    write_private(path, document.as_bytes(), matches.get_flag("force")).map_err(|error| {
        let failure = Failure::of_write(text, path, &error);
        let exists = error.kind() == std::io::ErrorKind::AlreadyExists;
        failure.hint(exists.then(|| text.get("cli-hint-force").into_owned()))
    })?;
    let path = shown(path);
    put("path", json!(path));
    let told = text.with("cli-written", &[("path", path.into())]);
    Ok(Output::new(told, data).notes(notes))
}
