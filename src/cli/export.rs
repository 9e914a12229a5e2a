//! `ringoff export`: files for others. So far the calendar file.

use std::{
    fs::OpenOptions,
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
};

use clap::{Arg, ArgAction, ArgMatches, Command, builder::ValueParser};
use serde_json::json;

use super::{
    answer::{Answer, Failure},
    context::Context,
    define::{flag, say, word},
};
use crate::{
    export::calendar_file,
    playbook::Milestone,
    shell::io_words,
    text::{Text, clean_line, mask_number},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let switch = |name: &'static str, key: &str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(text, key))
    };
    command
        .arg(word(text, "format", "FORMAT").value_parser(["ics"]).hide_possible_values(true))
        .arg(
            flag(text, "output", "PATH")
                .short('o')
                .value_parser(ValueParser::path_buf())
                .allow_hyphen_values(true),
        )
        .arg(switch("all", "cli-arg-all"))
        .arg(switch("reveal", "cli-arg-reveal"))
        .arg(switch("force", "cli-arg-force"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let text = &context.text;
    let book = context.load()?.book;
    let (cases, notes) = if matches.get_flag("all") {
        (book.cases.iter().collect(), Vec::new())
    } else {
        let (case, notes) = context.case(&book)?;
        (vec![case], notes)
    };
    let shelf = context.shelf();
    let mut milestones: Vec<Milestone> = Vec::new();
    for case in cases {
        let (playbook, _) = context.playbook_of(&shelf, case)?;
        let words = context.words(case, playbook);
        let standing = playbook.standing(case, words.today);
        let mut all = words.milestones(&standing);
        if let Some(number) = &case.line.number {
            let reveal = matches.get_flag("reveal");
            let number = if reveal { number.clone() } else { mask_number(number) };
            for one in &mut all {
                one.note = format!("{number}\n{}", one.note);
            }
        }
        milestones.extend(all);
    }
    let file = calendar_file(&milestones, text.lang().tag(), context.now());
    let count = milestones.len();
    let output = matches.get_one::<std::path::PathBuf>("output");
    let path = output.filter(|path| path.as_os_str() != "-");
    let mut data = json!({ "format": "ics", "events": count, "path": path });
    let Some(path) = path else {
        if let Some(data) = data.as_object_mut() {
            data.insert("content".into(), file.clone().into());
        }
        return Ok(Answer { raw: Some(file), notes, data, ..Answer::default() });
    };
    write(path, file.as_bytes(), matches.get_flag("force")).map_err(|error| {
        let shown = clean_line(&path.display().to_string());
        if error.kind() == io::ErrorKind::AlreadyExists {
            let message = text.with("cli-exists", &[("path", shown.into())]);
            let hint = text.get("cli-hint-force").into_owned();
            return Failure::failed(message).hint(Some(hint));
        }
        let what = io_words(text, &error);
        Failure::failed(
            text.with("fault-not-saved", &[("path", shown.into()), ("what", what.into())]),
        )
    })?;
    let shown = clean_line(&path.display().to_string());
    let args = [("path", shown.into()), ("count", count.into())];
    Ok(Answer { told: text.with("cli-exported", &args), notes, data, ..Answer::default() })
}

/// Writes a file that only the person can read. One that is there stays,
/// unless it was said otherwise.
fn write(path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).mode(0o600);
    if force {
        options.create(true).truncate(true);
    } else {
        options.create_new(true);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
