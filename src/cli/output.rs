//! What a command prints: its result or its failure, for people or for programs.
//!
//! Must not know: what the result is about.

use std::{
    borrow::Cow,
    env,
    io::{self, IsTerminal as _, Write as _},
    process::ExitCode,
};

use serde_json::{Value, json};

use super::failure::Failure;
use crate::{
    shell::io_words,
    text::{Charset, Text, clean, escape_json},
};

/// Version of the shape of `--json`. Fields may be added without changing it.
const SCHEMA: u8 = 1;

/// What a command found or did.
#[derive(Debug, Default)]
pub(super) struct Output {
    /// The result, for people; on stdout.
    pub(super) told: String,
    /// The result byte for byte, printed in place of `told`.
    pub(super) raw: Option<String>,
    /// What else there is to know; on stderr.
    pub(super) notes: Vec<String>,
    /// The result, for programs.
    pub(super) data: Value,
    /// The exit code of a run that went well: 0, unless the command was asked to
    /// tell its result by it.
    pub(super) code: u8,
    /// The book was changed.
    pub(super) saved: bool,
}

impl Output {
    /// A result for people and the same for programs.
    pub(super) fn new(told: String, data: Value) -> Self {
        Self { told, data, ..Self::default() }
    }

    /// A document that is printed byte for byte.
    pub(super) fn raw(document: String, data: Value) -> Self {
        Self { raw: Some(document), data, ..Self::default() }
    }

    /// The result and what else there is to know, as people read it.
    pub(super) fn for_people(&self) -> String {
        let told = self.raw.as_deref().unwrap_or(&self.told).trim_end();
        let parts = [told].into_iter().chain(self.notes.iter().map(String::as_str));
        clean(&parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"))
    }

    pub(super) fn notes(self, notes: Vec<String>) -> Self {
        Self { notes, ..self }
    }
}

/// Prints a result. A closed pipe ends the program without a word.
pub(super) fn print(text: &Text, output: &Output, as_json: bool) -> ExitCode {
    if !as_json {
        for note in &output.notes {
            tell(&format!("{}\n", clean(note)));
        }
    }
    let told = match &output.raw {
        _ if as_json => {
            escape_json(&json!({ "schema": SCHEMA, "data": output.data }).to_string()) + "\n"
        }
        Some(raw) => raw.clone(),
        None if output.told.trim_end().is_empty() => return ExitCode::from(output.code),
        None => clean(output.told.trim_end()) + "\n",
    };
    // What programs read is UTF-8 wherever it goes, and so is a document that is not shown
    // by a terminal at once.
    let for_programs = as_json || output.raw.is_some() && !io::stdout().is_terminal();
    let bytes: Cow<'_, [u8]> = if for_programs { told.as_bytes().into() } else { encoded(&told) };
    let mut out = io::stdout().lock();
    let written = out.write_all(&bytes).and_then(|()| out.flush());
    let failed = written.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe);
    let ended = ended(text, written, output.code);
    if failed && output.saved {
        tell(&format!("{}\n", text.get("cli-saved-unprinted")));
    }
    ended
}

/// Writes a document on stdout at once, before the book says anything about it. Nobody
/// misses what a closed pipe does not take.
pub(super) fn put(document: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let bytes: Cow<'_, [u8]> =
        if io::stdout().is_terminal() { encoded(document) } else { document.as_bytes().into() };
    match out.write_all(&bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Writes to stderr, where there may be nobody to read it.
pub(super) fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(&encoded(text));
}

/// A text for people in the encoding of their locale, also in a pipe: what stands at its end
/// shows it on the same terminal.
pub(super) fn encoded(text: &str) -> Cow<'_, [u8]> {
    match Charset::of_environment(|name| env::var(name).ok()) {
        Some(charset) => charset.encode(text).into(),
        None => text.as_bytes().into(),
    }
}

/// Bytes that came in, as text.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let foreign = Charset::of_environment(|name| env::var(name).ok());
    match (std::str::from_utf8(bytes), foreign) {
        (Err(_), Some(charset)) => charset.decode(bytes),
        (known, _) => known.unwrap_or_default().to_owned(),
    }
}

/// Prints help or a version on stdout.
pub(super) fn print_help(text: &Text, help: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    ended(text, out.write_all(&encoded(help)).and_then(|()| out.flush()), 0)
}

/// How the program ends after writing. A closed pipe is no fault, anything else
/// that could not be written is.
fn ended(text: &Text, written: io::Result<()>, code: u8) -> ExitCode {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            tell(&format!("ringoff: {}\n", io_words(text, &error)));
            ExitCode::FAILURE
        }
        _ => ExitCode::from(code),
    }
}

/// Prints a failure on stderr and nothing on stdout.
pub(super) fn print_failure(failure: &Failure, as_json: bool) -> ExitCode {
    let Failure { kind, message, hint, data, .. } = failure;
    let told = if as_json {
        let mut error = json!({ "kind": kind, "message": message, "hint": hint });
        if let (Some(data), Value::Object(error)) = (data, &mut error) {
            error.insert("data".into(), (**data).clone());
        }
        escape_json(&json!({ "schema": SCHEMA, "error": error }).to_string())
    } else {
        let hint = hint.as_ref().map(|hint| format!("\n{hint}")).unwrap_or_default();
        clean(&format!("ringoff: {message}{hint}"))
    };
    if as_json {
        // What programs read is UTF-8 wherever it goes.
        let _ = writeln!(io::stderr().lock(), "{told}");
    } else {
        tell(&format!("{told}\n"));
    }
    ExitCode::from(failure.code)
}
