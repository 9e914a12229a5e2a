//! `ringoff doctor`: where everything is, and what to do about what is wrong.

mod diagnosis;

use std::env;

use clap::ArgMatches;
use diagnosis::{Diagnosis, Health};
use jiff::ToSpan as _;
use serde_json::json;

use super::{
    appearance, config, context::Context, errors::shown, failure::Failure, output::Output,
};
use crate::{
    calendar::Calendar,
    domain::{Book, Caveat},
    shell::{LOCALE_ENCODES, describe_save_error},
    store::{ConflictCopy, modes},
    text::{Charset, clean_line},
    ui::Depth,
};

#[expect(clippy::unnecessary_wraps, reason = "as every command is called")]
pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<Output, Failure> {
    let lang = context.text.lang().tag();
    let program = format!("ringoff {} · {lang}", env!("CARGO_PKG_VERSION"));
    let mut all = vec![Diagnosis::fine("program", program)];
    all.extend(book(context));
    all.extend(settings(context));
    all.extend(playbooks(context));
    all.push(calendar(context));
    all.extend(terminal(context));
    // All of it stands in the list.
    context.noticed();
    let told: Vec<String> = all.iter().map(|one| one.line(&context.text)).collect();
    let data: Vec<_> = all.iter().map(Diagnosis::json).collect();
    let sick = all.iter().any(|one| one.health == Health::Fault);
    let data = json!({ "healthy": !sick, "checks": data });
    Ok(Output { code: u8::from(sick), ..Output::new(told.join("\n"), data) })
}

/// The book, who can read it, and its copies.
fn book(context: &Context) -> Vec<Diagnosis> {
    let (text, path) = (&context.text, &context.paths.book);
    let place = || ("path", shown(path).into());
    let loaded = match context.load() {
        Ok(loaded) => loaded,
        Err(failure) => {
            return vec![Diagnosis::fault("book", failure.message, failure.hint)];
        }
    };
    if !path.exists() {
        return vec![Diagnosis::fine("book", text.with("cli-doctor-no-book", &[place()]))];
    }
    let count = ("count", loaded.book.cases.len().into());
    let told = text.with("cli-doctor-cases", &[place(), count]);
    let mut all = vec![Diagnosis::fine("book", told)];
    let writing = writing(context);
    // Nobody else can change the mode of a file than who can write it anew.
    let is_own = writing.as_ref().is_none_or(|one| one.health != Health::Fault);
    all.extend(modes(path).map(|(modes, open)| {
        if open {
            let hint = is_own.then(|| text.with("cli-doctor-chmod", &[place()]));
            Diagnosis::fault("modes", modes, hint)
        } else {
            Diagnosis::fine("modes", modes)
        }
    }));
    if loaded.edited {
        all.push(Diagnosis::look("book", context.edited(&loaded.book), None));
    }
    all.extend(context.overtaken().map(|told| Diagnosis::look("book", told, None)));
    all.extend(copies(context, &loaded.book));
    all.extend(writing);
    all.push(match context.store().backup() {
        Some(backup) => Diagnosis::fine("backups", shown(&backup)),
        None => Diagnosis::look("backups", text.get("cli-doctor-no-backup").into_owned(), None),
    });
    all
}

/// The copies that sync tools have left.
fn copies(context: &Context, book: &Book) -> Vec<Diagnosis> {
    let text = &context.text;
    let diagnosis = |one: ConflictCopy| {
        let path = || ("path", shown(&one.path).into());
        match one.book(book, context.now()).map(|copy| copy.changes_since(book)) {
            Some(0) => Diagnosis::fine("copies", text.with("cli-copy-old", &[path()])),
            Some(count) => {
                let args = [path(), ("count", count.into())];
                Diagnosis::look("copies", text.with("cli-copy-new", &args), None)
            }
            None => Diagnosis::look("copies", text.with("cli-copy-unreadable", &[path()]), None),
        }
    };
    context.store().conflict_copies().into_iter().map(diagnosis).collect()
}

/// Whether a save would work, and what keeps two writers apart.
fn writing(context: &Context) -> Option<Diagnosis> {
    let (text, store) = (&context.text, context.store());
    let tried = store.try_write().and_then(|()| store.lock());
    match tried {
        Err(error) => Some(Diagnosis::fault("write", describe_save_error(text, &error), None)),
        Ok(guard) if guard.is_made() => {
            Some(Diagnosis::look("write", text.get("cli-doctor-no-locks").into_owned(), None))
        }
        Ok(_) => None,
    }
}

fn settings(context: &Context) -> Vec<Diagnosis> {
    let mut all = vec![
        Diagnosis::fine("config", shown(&context.paths.config)),
        Diagnosis::fine("state", shown(&context.paths.state)),
    ];
    let hint = context.text.get("cli-doctor-mend");
    let fault = |told| Diagnosis::fault("config", told, Some(hint.clone().into_owned()));
    let zone = Context::unknown_zone(&context.text);
    let faults = config::faults(context).into_iter().filter(|told| Some(told) != zone.as_ref());
    all.extend(faults.map(fault));
    all
}

/// The playbooks: those that need a look, and how many are sound.
fn playbooks(context: &Context) -> Vec<Diagnosis> {
    /// In days: prices, numbers and rules change faster than in a year.
    const OLD: i32 = 365;
    let (text, today, library) = (&context.text, context.today_at_home(), context.playbooks());
    let (mut all, mut sound) = (Vec::new(), Vec::new());
    for id in library.ids() {
        match library.find(id) {
            Err(missing) => {
                let (told, hint) = context.describe(&missing);
                all.push(Diagnosis::fault("playbook", told, hint));
            }
            Ok(one) if (today - one.verified).get_days() > OLD => {
                let date = text.full_date(one.verified);
                let args = [("id", id.as_str().into()), ("date", date.into())];
                let told = text.with("cli-doctor-verified", &args);
                let hint = text.get("cli-doctor-old").into_owned();
                all.push(Diagnosis::look("playbook", told, Some(hint)));
            }
            Ok(one) => sound.push(one.verified),
        }
    }
    // A sound one needs no line of its own.
    if let Some(oldest) = sound.iter().min() {
        let args = [("count", sound.len().into()), ("date", text.full_date(*oldest).into())];
        let told = text.with("cli-doctor-playbooks", &args);
        all.insert(0, Diagnosis::fine("playbook", told));
    }
    all
}

/// Whether the tables know the months to come.
fn calendar(context: &Context) -> Diagnosis {
    /// In days, about half a year: the longest anyone waits for a review.
    const AHEAD: i64 = 180;
    let (text, today) = (&context.text, context.today_at_home());
    let ahead = today.checked_add(AHEAD.days()).unwrap_or(today);
    let regions = Calendar::regions();
    let is_doubtful = |code: &&String| {
        let doubts = Calendar::find(code).map(|one| one.caveats(today, ahead));
        doubts.is_ok_and(|doubts| doubts.iter().any(Caveat::is_of_a_year))
    };
    let doubtful = regions.iter().filter(|code| *code != "ZZ").filter(is_doubtful);
    let doubtful: Vec<String> = doubtful.map(|code| text.region(code)).collect();
    let told = text.with("cli-doctor-regions", &[("count", (regions.len() - 1).into())]);
    if doubtful.is_empty() {
        return Diagnosis::fine("calendar", told);
    }
    let names = doubtful.join(&text.get("word-comma"));
    let hint = text.with("cli-doctor-doubtful", &[("names", names.into())]);
    Diagnosis::look("calendar", told, Some(hint))
}

fn terminal(context: &Context) -> Vec<Diagnosis> {
    let text = &context.text;
    let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let shown = |value: Option<String>| value.map_or("–".to_owned(), |value| clean_line(&value));
    let drawn = Context::has_terminal();
    let key = if drawn { "cli-doctor-drawn" } else { "cli-doctor-not-drawn" };
    let colours = match appearance::abilities(context).depth {
        _ if variable("NO_COLOR").is_some() => "NO_COLOR",
        Depth::None => "0",
        Depth::Sixteen => "16",
        Depth::Many => "256",
        Depth::True => "16777216",
    };
    let told = format!("{} · {} · {colours}", shown(variable("TERM")), text.get(key));
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable);
    let lower = locale.as_deref().unwrap_or_default().to_lowercase();
    let known =
        lower.contains("utf-8") || lower.contains("utf8") || Charset::of_locale(&lower).is_some();
    let locale = if known {
        Diagnosis::fine("locale", shown(locale))
    } else {
        Diagnosis::look("locale", shown(locale), Some(text.get("cli-doctor-utf8").into_owned()))
    };
    let zone = match Context::unknown_zone(text) {
        Some(told) => Diagnosis::fault("zone", told, None),
        None => Diagnosis::fine("zone", shown(Context::home().iana_name().map(str::to_owned))),
    };
    let terminal = Diagnosis::fine("terminal", told);
    [terminal].into_iter().chain(LOCALE_ENCODES.then_some(locale)).chain([zone]).collect()
}
