//! What a command says, and how it is printed.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use serde_json::{Value, json};

use crate::text::{clean, escape_json};

/// Version of the shape of `--json`. Fields may be added without changing it.
const SCHEMA: u8 = 1;

/// What a command found or did.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// The result, for people; on stdout.
    pub(super) told: String,
    /// The result as it is, byte for byte, in place of `told`.
    pub(super) raw: Option<String>,
    /// What else there is to know; on stderr.
    pub(super) notes: Vec<String>,
    /// The result, for programs.
    pub(super) data: Value,
    /// The exit code of a run that went well; 0 but for what it was asked to
    /// tell by it.
    pub(super) code: u8,
}

/// Why a command did not do what it was asked for.
#[derive(Debug)]
pub(super) struct Failure {
    /// A word that stays the same, for programs.
    pub(super) kind: &'static str,
    /// The exit code.
    pub(super) code: u8,
    /// In words.
    pub(super) message: String,
    /// What to do about it.
    pub(super) hint: Option<String>,
    /// What was found all the same, for programs.
    pub(super) data: Option<Box<Value>>,
}

impl Failure {
    fn new(kind: &'static str, code: u8, message: String) -> Self {
        Self { kind, code, message, hint: None, data: None }
    }

    /// Something went wrong outside.
    pub(super) fn failed(message: String) -> Self {
        Self::new("failed", 1, message)
    }

    /// The command line makes no sense.
    pub(super) fn usage(message: String) -> Self {
        Self::new("usage", 2, message)
    }

    /// The book cannot be read.
    pub(super) fn unreadable(message: String) -> Self {
        Self::new("unreadable", 3, message)
    }

    /// The book is locked or was changed elsewhere.
    pub(super) fn locked(message: String) -> Self {
        Self::new("locked", 4, message)
    }

    /// It is not allowed as things stand.
    pub(super) fn not_allowed(message: String) -> Self {
        Self::new("not_allowed", 5, message)
    }

    /// There is no such thing.
    pub(super) fn not_found(message: String) -> Self {
        Self::new("not_found", 6, message)
    }

    pub(super) fn hint(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }
}

/// Prints an answer. A closed pipe ends the program without a word.
pub(super) fn print(answer: &Answer, as_json: bool) -> ExitCode {
    let told = if as_json {
        escape_json(&json!({ "schema": SCHEMA, "data": answer.data }).to_string())
    } else {
        clean(answer.told.trim_end())
    };
    let mut notes = io::stderr().lock();
    if !as_json {
        for note in &answer.notes {
            let _ = writeln!(notes, "{}", clean(note));
        }
    }
    let raw = answer.raw.as_ref().filter(|_| !as_json);
    if told.is_empty() && raw.is_none() {
        return ExitCode::from(answer.code);
    }
    let mut out = io::stdout().lock();
    let written = match raw {
        Some(raw) => out.write_all(raw.as_bytes()),
        None => writeln!(out, "{told}"),
    };
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let _ = writeln!(notes, "ringoff: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::from(answer.code),
    }
}

/// Prints a failure on stderr and nothing on stdout.
pub(super) fn fail(failure: &Failure, as_json: bool) -> ExitCode {
    let told = if as_json {
        let mut error = json!({
            "kind": failure.kind,
            "message": failure.message,
            "hint": failure.hint,
        });
        if let (Some(data), Value::Object(error)) = (&failure.data, &mut error) {
            error.insert("data".into(), (**data).clone());
        }
        escape_json(&json!({ "schema": SCHEMA, "error": error }).to_string())
    } else {
        let hint = failure.hint.as_ref().map(|hint| format!("\n{hint}")).unwrap_or_default();
        clean(&format!("ringoff: {}{hint}", failure.message))
    };
    let _ = writeln!(io::stderr().lock(), "{told}");
    ExitCode::from(failure.code)
}
