//! `ringoff doctor`: where everything is, and what to do about what is wrong.

use std::{env, fs, os::unix::fs::PermissionsExt as _, path::Path};

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    answer::{Answer, Failure},
    config,
    context::Context,
    look,
};
use crate::{
    calendar::Calendar,
    text::{Text, clean_line},
    ui::Depth,
};

pub(super) fn define(_: &Text, command: Command) -> Command {
    command
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Fine,
    /// It works, but look at it.
    Look,
    Fault,
}

impl Sign {
    fn word(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Look => "look",
            Self::Fault => "fault",
        }
    }

    fn glyph(self) -> &'static str {
        match self {
            Self::Fine => "✓",
            Self::Look => "?",
            Self::Fault => "✗",
        }
    }
}

struct Check {
    name: &'static str,
    sign: Sign,
    told: String,
    hint: Option<String>,
}

#[expect(clippy::unnecessary_wraps, reason = "as every command is called")]
pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<Answer, Failure> {
    let mut checks = vec![program(context)];
    checks.extend(book(context));
    checks.extend(settings(context));
    checks.extend(playbooks(context));
    checks.push(calendar(context));
    checks.extend(terminal(context));
    let text = &context.text;
    let line = |check: &Check| {
        let name = text.get(&format!("cli-doctor-{}", check.name));
        let hint = check.hint.as_ref().map(|hint| format!("\n    {hint}")).unwrap_or_default();
        format!("{} {name}: {}{hint}", check.sign.glyph(), check.told)
    };
    let told: Vec<String> = checks.iter().map(line).collect();
    let data: Vec<_> = checks
        .iter()
        .map(|one| {
            json!({
                "check": one.name, "state": one.sign.word(), "text": one.told, "hint": one.hint,
            })
        })
        .collect();
    let sick = checks.iter().any(|check| check.sign == Sign::Fault);
    let data = json!({ "healthy": !sick, "checks": data });
    Ok(Answer { told: told.join("\n"), data, code: u8::from(sick), ..Answer::default() })
}

fn shown(path: &Path) -> String {
    clean_line(&path.display().to_string())
}

fn fine(name: &'static str, told: String) -> Check {
    Check { name, sign: Sign::Fine, told, hint: None }
}

fn program(context: &Context) -> Check {
    let lang = context.text.lang().tag();
    fine("program", format!("ringoff {} · {lang}", env!("CARGO_PKG_VERSION")))
}

/// The book, who can read it, and its copies.
fn book(context: &Context) -> Vec<Check> {
    let (text, path) = (&context.text, &context.paths.book);
    let place = shown(path);
    let loaded = match context.load() {
        Ok(loaded) => loaded,
        Err(failure) => {
            let (told, hint) = (failure.message, failure.hint);
            return vec![Check { name: "book", sign: Sign::Fault, told, hint }];
        }
    };
    if !path.exists() {
        return vec![fine("book", text.with("cli-doctor-no-book", &[("path", place.into())]))];
    }
    let cases = loaded.book.cases.len();
    let told = text.with("cli-doctor-cases", &[("path", place.into()), ("count", cases.into())]);
    let mut checks = vec![fine("book", told)];
    let mode = |path: &Path| fs::metadata(path).map(|one| one.permissions().mode() & 0o777);
    let folder = path.parent().map_or(0o700, |folder| mode(folder).unwrap_or(0o700));
    let file = mode(path).unwrap_or(0o600);
    let open = file & 0o077 != 0 || folder & 0o022 != 0;
    let modes = format!("{file:o} · {folder:o}");
    checks.push(Check {
        name: "modes",
        sign: if open { Sign::Fault } else { Sign::Fine },
        told: modes,
        hint: open.then(|| text.with("cli-doctor-chmod", &[("path", shown(path).into())])),
    });
    if loaded.edited {
        let told = text.get("ui-edited-by-hand").into_owned();
        checks.push(Check { name: "book", sign: Sign::Look, told, hint: None });
    }
    let backup = context.store().backup();
    checks.push(match backup {
        Some(backup) => fine("backups", shown(&backup)),
        None => {
            let told = text.get("cli-doctor-no-backup").into_owned();
            Check { name: "backups", sign: Sign::Look, told, hint: None }
        }
    });
    checks
}

fn settings(context: &Context) -> Vec<Check> {
    let faults = config::faults(context);
    let mut checks = vec![
        fine("config", shown(&context.paths.config)),
        fine("state", shown(&context.paths.state)),
    ];
    checks.extend(faults.into_iter().map(|told| Check {
        name: "config",
        sign: Sign::Fault,
        told,
        hint: Some(context.text.get("cli-doctor-mend").into_owned()),
    }));
    checks
}

/// Each playbook and the day its facts were last gone through.
fn playbooks(context: &Context) -> Vec<Check> {
    /// A year: prices, numbers and rules change faster than that.
    const OLD: i32 = 365;
    let text = &context.text;
    let today = context.now().to_zoned(Context::home()).date();
    let shelf = context.shelf();
    let sound = shelf.ids().into_iter().filter_map(|id| shelf.find(id).ok());
    sound
        .map(|one| {
            let age = (today - one.verified).get_days();
            let args =
                [("id", one.id.to_string().into()), ("date", text.full_date(one.verified).into())];
            let old = age > OLD;
            Check {
                name: "playbook",
                sign: if old { Sign::Look } else { Sign::Fine },
                told: text.with("cli-doctor-verified", &args),
                hint: old.then(|| text.get("cli-doctor-old").into_owned()),
            }
        })
        .collect()
}

/// Whether the tables know the months to come.
fn calendar(context: &Context) -> Check {
    /// About half a year: the longest anyone waits for a review.
    const AHEAD: i64 = 180;
    let text = &context.text;
    let today = context.now().to_zoned(Context::home()).date();
    let ahead = today.checked_add(jiff::Span::new().days(AHEAD)).unwrap_or(today);
    let regions = Calendar::regions();
    let doubtful: Vec<String> = regions
        .iter()
        .filter(|code| code.as_str() != "ZZ")
        .filter(|code| {
            let doubts = Calendar::find(code).map(|one| one.caveats(today, ahead));
            doubts.is_ok_and(|doubts| doubts.iter().any(crate::domain::Caveat::is_of_a_year))
        })
        .map(|code| text.region(code))
        .collect();
    let told = text.with("cli-doctor-regions", &[("count", (regions.len() - 1).into())]);
    if doubtful.is_empty() {
        return fine("calendar", told);
    }
    let names = doubtful.join(&text.get("word-comma"));
    let hint = text.with("cli-doctor-doubtful", &[("names", names.into())]);
    Check { name: "calendar", sign: Sign::Look, told, hint: Some(hint) }
}

fn terminal(context: &Context) -> Vec<Check> {
    let text = &context.text;
    let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let term = variable("TERM").unwrap_or_else(|| "–".to_owned());
    let drawn = Context::has_terminal();
    let key = if drawn { "cli-doctor-drawn" } else { "cli-doctor-not-drawn" };
    let abilities = look::abilities(context);
    let colour = match abilities.depth {
        _ if variable("NO_COLOR").is_some() => "NO_COLOR",
        Depth::None => "0",
        Depth::Sixteen => "16",
        Depth::Many => "256",
        Depth::True => "16777216",
    };
    let told = format!("{} · {} · {colour}", clean_line(&term), text.get(key));
    let mut checks = vec![fine("terminal", told)];
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| variable(name));
    let locale = locale.unwrap_or_default();
    let lower = locale.to_lowercase();
    let unicode = lower.contains("utf-8") || lower.contains("utf8");
    checks.push(Check {
        name: "locale",
        sign: if unicode { Sign::Fine } else { Sign::Look },
        told: if locale.is_empty() { "–".to_owned() } else { clean_line(&locale) },
        hint: (!unicode).then(|| text.get("cli-doctor-utf8").into_owned()),
    });
    let zone = Context::home();
    checks.push(fine("zone", zone.iana_name().unwrap_or("–").to_owned()));
    checks
}
