//! `ringoff playbook`: the procedures at hand, and checking one's own.

use std::{fs, io::Write as _};

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    arguments, context::Context, define, due::columns, errors, failure::Failure, import,
    output::Output,
};
use crate::{
    calendar::Calendar,
    domain::Id,
    export::{plain, procedure},
    playbook::{Playbook, is_built_in},
    shell::{describe_faults, describe_missing},
    text::{Text, shell_word},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let about = |name| define::verb(text, name, &format!("cli-playbook-{name}"));
    let show = about("show").arg(define::word(text, "playbook", "ID").required(false));
    let check = about("check").arg(define::path(text, "path", "FILE"));
    let new = about("new").arg(define::word(text, "name", "NAME"));
    define::verbs(command, [about("list"), show, check, new, about("regions")])
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    match matches.subcommand() {
        Some(("check", matches)) => check(context, matches),
        Some(("show", matches)) => show(context, matches),
        Some(("new", matches)) => new(context, matches),
        Some(("regions", _)) => Ok(regions(&context.text)),
        _ => Ok(list(context)),
    }
}

fn list(context: &Context) -> Output {
    let library = context.playbooks();
    let (mut told, mut data, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for id in library.ids() {
        let playbook = match library.find(id) {
            Ok(playbook) => playbook,
            // A playbook with faults becomes a note; the others are listed.
            Err(missing) => {
                notes.push(describe_missing(&context.text, &missing).0);
                continue;
            }
        };
        let lang = context.text.lang();
        let (name, about) = (playbook.name.get(lang), playbook.about.get(lang));
        let date = context.text.full_date(playbook.verified);
        let args = [("id", format!("{id}  {name}").into()), ("date", date.into())];
        told.push(format!("{}\n  {about}", context.text.with("cli-doctor-verified", &args)));
        let routes: Vec<&str> = playbook.routes.iter().map(|route| route.word()).collect();
        data.push(json!({
            "id": id, "name": name, "verified": playbook.verified, "routes": routes,
        }));
    }
    Output::new(told.join("\n"), json!({ "playbooks": data })).notes(notes)
}

fn check(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let path = arguments::path(matches, "path");
    let name = errors::shown(&path);
    let source =
        import::source(&path).map_err(|error| Failure::of_read(&context.text, &path, &error))?;
    match Playbook::read(&source) {
        Err(faults) => {
            let hint =
                context.text.with("fault-hint-playbook", &[("path", shell_word(&name).into())]);
            let told = describe_faults(&context.text, &name, &faults);
            Err(Failure::unreadable(told).hint(Some(hint)))
        }
        Ok(playbook) => {
            let text = &context.text;
            let told = text.with("cli-playbook-fine", &[("file", name.into())]);
            // What is not said is asked on the phone, but somebody may know it.
            let silent = playbook.channels.iter().filter(|one| one.abroad.is_none());
            let silent: Vec<&str> = silent.map(|one| one.id.as_str()).collect();
            let data = json!({ "playbook": playbook.id, "abroad_unknown": silent });
            let args = [("channels", silent.join(&text.get("word-comma")).into())];
            let note = (!silent.is_empty()).then(|| text.with("cli-playbook-abroad", &args));
            Ok(Output::new(told, data).notes(note.into_iter().collect()))
        }
    }
}

/// Tells a whole procedure, with its sources.
fn show(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let library = context.playbooks();
    let id = matches.get_one::<String>("playbook").map_or("hotlink", String::as_str);
    let playbook = context.playbook(&library, &Id::new(id))?;
    let report = procedure(playbook, &context.text);
    let told = plain(&report, &context.text);
    let data = json!({ "playbook": playbook.id, "text": told });
    Ok(Output::new(told, data))
}

/// Every region whose working days are known, for `region` and `--region`.
fn regions(text: &Text) -> Output {
    let all = Calendar::regions();
    let rows: Vec<_> = all.iter().map(|code| (code.clone(), text.region(code))).collect();
    let told: Vec<String> = columns(&rows).collect();
    let data = rows.iter().map(|(code, name)| json!({ "region": code, "name": name }));
    Output::new(told.join("\n"), json!({ "regions": data.collect::<Vec<_>>() }))
}

/// What a playbook is begun with.
const TEMPLATE: &str = include_str!("../../assets/template.ron");

/// The day on which the template was gone through; a new playbook is gone through today.
const TEMPLATE_DAY: &str = "2026-11-26";

/// Writes a playbook to begin with, built on the generic one.
fn new(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let text = &context.text;
    let name = arguments::line(matches, "name").unwrap_or_default();
    let id = Id::slug(&name);
    if id.is_empty() {
        return Err(Failure::usage(text.get("say-no-name").into_owned()));
    }
    if is_built_in(&id) {
        let args = [("id", id.as_str().into())];
        return Err(Failure::not_allowed(text.with("cli-playbook-taken", &args)));
    }
    // What is quoted here is quoted in the file.
    let source = TEMPLATE
        .replace("\"My Carrier\"", &format!("{name:?}"))
        .replace("\"my-carrier\"", &format!("\"{id}\""))
        .replace(TEMPLATE_DAY, &context.today_at_home().to_string());
    let folder = context.paths.config.join("playbooks");
    let path = folder.join(format!("{id}.ron"));
    let written = fs::create_dir_all(&folder).and_then(|()| {
        let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&path)?;
        file.write_all(source.as_bytes())
    });
    written.map_err(|error| Failure::of_write(text, &path, &error))?;
    let path = errors::shown(&path);
    let named = shell_word(&path);
    let data = json!({ "playbook": id, "path": path });
    let told = text.with("cli-written", &[("path", path.into())]);
    let notes = vec![text.with("cli-hint-playbook", &[("path", named.into())])];
    Ok(Output::new(told, data).notes(notes))
}
