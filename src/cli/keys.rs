//! The keys of the dashboard with the person's own, and what is wrong with those.

use std::io;

use super::{context::Context, errors::shown};
use crate::{
    app::{KeyFault, Keymap, Scope},
    shell::{own_words, read_own},
    text::{RonError, Text, clean_line},
};

/// The built-in keys with those of `keys.ron` in place of them, and what is wrong
/// with that file, an entry a line.
pub(super) fn read(context: &Context) -> (Keymap, Vec<String>) {
    let mut keymap = Keymap::built_in();
    let path = context.paths.config.join("keys.ron");
    let file = shown(&path);
    let source = match read_own(&path) {
        Ok(source) => source,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (keymap, Vec::new()),
        Err(error) => {
            let what = own_words(&context.text, &error);
            let args = [("place", file.into()), ("what", what.into())];
            return (keymap, vec![context.text.with("fault-unreadable", &args)]);
        }
    };
    let faults = keymap.lay_over(&source);
    let told = faults.iter().map(|fault| key_fault(&context.text, &file, fault)).collect();
    (keymap, told)
}

fn key_fault(text: &Text, file: &str, fault: &KeyFault) -> String {
    let (key, line, args) = match fault {
        KeyFault::Unreadable(RonError { place, cause }) => (
            "fault-key-unreadable",
            place.line,
            vec![("column", place.column.into()), ("what", text.ron_error(cause).into())],
        ),
        KeyFault::UnknownCommand { line, name } => {
            ("fault-key-command", *line, vec![("name", clean_line(name).into())])
        }
        KeyFault::UnknownSection { line, name } => {
            let sections = Scope::ALL.map(Scope::word).join(&text.get("word-comma"));
            let args = vec![("name", clean_line(name).into()), ("names", sections.into())];
            ("fault-key-section", *line, args)
        }
        KeyFault::UnknownKey { line, key } => {
            ("fault-key-key", *line, vec![("key", clean_line(key).into())])
        }
        KeyFault::Conflict { line, key, with } => (
            "fault-key-conflict",
            *line,
            vec![("key", clean_line(key).into()), ("with", with.as_str().into())],
        ),
    };
    let place = [("file", file.into()), ("line", line.into())];
    text.with(key, &place.into_iter().chain(args).collect::<Vec<_>>())
}
