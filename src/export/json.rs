//! The book as JSON: whole, so that importing it gives the same book.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    domain::{Account, Book, Case, Change, Edit, Entry},
    text::mask_known,
};

/// Version of this shape.
const VERSION: u32 = 1;

/// What an export holds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exported {
    /// Version of this shape; a reader refuses one it does not know.
    ringoff: u32,
    /// Numbers are masked: the export is to be read, not to be imported.
    masked: bool,
    book: Book,
}

/// Why a text cannot be imported.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum ImportError {
    /// It is not such JSON; line and column are those of the fault.
    Broken {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the reader said.
        said: String,
    },
    /// A newer ringoff wrote it.
    Newer(u32),
    /// Its numbers are masked.
    Masked,
}

/// A book as JSON, one item a line. Numbers are masked, unless `reveal` says to
/// show them.
pub fn json(book: &Book, reveal: bool) -> Result<String, serde_json::Error> {
    let mut book = book.clone();
    if !reveal {
        let all = book.cases.iter_mut().chain(&mut book.taken_back);
        all.for_each(|case| hide(Arc::make_mut(case)));
    }
    let exported = Exported { ringoff: VERSION, masked: !reveal, book };
    let text = serde_json::to_string_pretty(&exported)?;
    Ok(text + "\n")
}

/// Masks the number of a case wherever it stands: in the facts, in their
/// history, and in what the person wrote.
fn hide(case: &mut Case) {
    let mut numbers: Vec<String> = case.line.number.clone().into_iter().collect();
    numbers.extend(case.accounts.iter().filter_map(|one| one.to.clone()));
    let entries = case.history.iter().chain(&case.undone);
    numbers.extend(entries.flat_map(Entry::changes).flat_map(numbers_of));
    let conflicts = case.conflicts.iter();
    numbers.extend(conflicts.flat_map(|one| [&one.kept, &one.other]).flat_map(numbers_of));
    let Ok(mut value) = serde_json::to_value(&*case) else { return };
    walk(&mut value, &numbers);
    if let Ok(hidden) = serde_json::from_value(value) {
        *case = hidden;
    }
}

/// The numbers that a change says.
fn numbers_of(change: &Change) -> Vec<String> {
    let of = |edit: &Edit<Account>| edit.value.as_ref()?.to.clone();
    match change {
        Change::Line(line) => line.number.clone().into_iter().collect(),
        Change::Account(edit) => of(edit).into_iter().collect(),
        Change::Accounts(all) => all.iter().filter_map(of).collect(),
        Change::Found { accounts, .. } => accounts.iter().filter_map(of).collect(),
        _ => Vec::new(),
    }
}

fn walk(value: &mut Value, numbers: &[String]) {
    match value {
        Value::String(text) => {
            for number in numbers {
                *text = mask_known(text, number);
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|one| walk(one, numbers)),
        Value::Object(all) => all.values_mut().for_each(|one| walk(one, numbers)),
        _ => {}
    }
}

/// What the reader says, without the place, which is told by itself.
fn bare(error: &serde_json::Error) -> String {
    let said = error.to_string();
    said.rsplit_once(" at line ").map_or(said.clone(), |(said, _)| said.to_owned())
}

/// Reads an export.
pub fn read_json(text: &str) -> Result<Book, ImportError> {
    /// The version alone, whatever else there is.
    #[derive(Deserialize)]
    struct Peek {
        ringoff: u32,
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let broken = |error: serde_json::Error| ImportError::Broken {
        line: error.line(),
        column: error.column(),
        said: bare(&error),
    };
    let peek: Peek = serde_json::from_str(text).map_err(broken)?;
    if peek.ringoff > VERSION {
        return Err(ImportError::Newer(peek.ringoff));
    }
    let exported: Exported = serde_json::from_str(text).map_err(broken)?;
    if exported.masked {
        return Err(ImportError::Masked);
    }
    Ok(exported.book)
}
