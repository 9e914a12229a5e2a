//! `ringoff import`: a JSON export, into this book.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    arguments, context::Context, define, errors, failure::Failure, output::Output, session::Session,
};
use crate::{
    domain::{Book, Id},
    export::{ImportError, read_json},
    store::adopt,
    text::{Text, clean_line},
};

/// The largest export that is read, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;

pub(super) fn define(text: &Text, command: Command) -> Command {
    let file = define::path(text, "path", "FILE").allow_hyphen_values(true);
    command.arg(file).arg(define::flag(text, "into", "CASE"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let text = &context.text;
    let imported = read(text, &arguments::path(matches, "path"))?;
    let into = matches.get_one::<String>("into").map(Id::new);
    let mut session = Session::begin_anew(context)?;
    let mut differs = 0;
    let (count, touched) = match &into {
        Some(id) => {
            let about = session.case(id)?;
            let made = about.case.lacking(&imported).map_err(|refusal| about.refused(&refusal))?;
            let count = session.record(id, made)?;
            // What is here and there is not told apart by a history: it is only counted.
            let case = session.case(id)?.case;
            differs = imported.cases.iter().map(|one| case.differing_from(one)).sum();
            (count, vec![id.clone()])
        }
        None => {
            let added = session.act(|book, _| Ok(book.add_cases(&imported)))?;
            (added.len(), added)
        }
    };
    let key = if into.is_some() { "cli-imported-items" } else { "cli-imported" };
    let mut told = vec![text.with(key, &[("count", count.into())])];
    // What is otherwise there is no nothing.
    told.retain(|_| count > 0 || differs == 0);
    if differs > 0 {
        told.push(text.with("cli-import-differs", &[("count", differs.into())]));
    }
    for id in &touched {
        if let Some(what) = session.recompute(id)? {
            let label = session.case(id)?.case.label.clone();
            told.push(text.labelled(&label, &what));
        }
    }
    if let Some(id) = touched.last() {
        session.save(id)?;
    }
    let mut notes = Vec::new();
    if let Some(id) = &into {
        let left = session.case(id)?.case.differing(&imported);
        let left: Vec<String> =
            left.iter().map(|what| text.get(&format!("cli-left-{what}")).into_owned()).collect();
        if !left.is_empty() {
            let left = left.join(&text.get("word-comma"));
            notes.push(text.with("cli-imported-not", &[("what", left.into())]));
        }
    }
    let data = json!({ "added": count, "case": touched.last() });
    Ok(Output::new(told.join("\n"), data).notes(notes))
}

fn read(text: &Text, path: &Path) -> Result<Book, Failure> {
    let place = errors::shown(path);
    let words = |place: String, what: String| {
        text.with("fault-unreadable", &[("place", place.into()), ("what", what.into())])
    };
    let refused = |what| Failure::unreadable(words(place.clone(), what));
    let get = |key| text.get(key).into_owned();
    let source = source(path).map_err(|error| Failure::of_read(text, path, &error))?;
    let book = read_json(&source).map_err(|error| match error {
        ImportError::Broken { line, column, said } => {
            let place = format!("{place}:{line}:{column}");
            let failure = Failure::unreadable(words(place, clean_line(&said)));
            failure.hint(Some(get("cli-hint-export")))
        }
        ImportError::Foreign => {
            refused(get("fault-not-an-export")).hint(Some(get("cli-hint-export")))
        }
        ImportError::Newer(version) => {
            refused(text.with("fault-newer", &[("version", version.to_string().into())]))
        }
        ImportError::Masked => refused(get("fault-masked")).hint(Some(get("cli-hint-reveal"))),
    })?;
    match book.repeated_id() {
        Some(id) => Err(refused(text.with("fault-twice", &[("id", clean_line(&id).into())]))),
        None => Ok(adopt(book)),
    }
}

/// The text of a file, or of stdin for `-`.
pub(super) fn source(path: &Path) -> io::Result<String> {
    let mut source = String::new();
    if path.as_os_str() == "-" {
        io::stdin().lock().take(LARGEST).read_to_string(&mut source)?;
        return Ok(source);
    }
    let about = fs::metadata(path)?;
    if !about.is_file() || about.len() > LARGEST {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    fs::File::open(path)?.read_to_string(&mut source)?;
    Ok(source)
}
