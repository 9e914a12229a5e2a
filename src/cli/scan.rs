//! `ringoff scan`: accounts found in message and password exports. Only the
//! accounts that the person adds are kept.

mod export_help;

use std::{
    io::{self, IsTerminal as _},
    path::PathBuf,
    time::{Duration, Instant},
};

use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde_json::{Value, json};

use super::{
    arguments,
    context::Context,
    define,
    errors::shown,
    failure::{Failure, nearest_hint},
    findings_table::findings_table,
    output::{Output, tell},
    session,
};
use crate::{
    discover::{Detector, Number, Samples, Scan, ScanProgress, same_name},
    domain::{Finding, FindingStatus},
    shell::{
        ScanResult, ScannedFile, describe_reading, describe_scanned, scan_files, scan_watched,
    },
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let files = Arg::new("files").value_name("FILE").required_unless_present("how");
    let files = files.action(ArgAction::Append);
    let files = files.num_args(1..).value_parser(define::path_value());
    let names = |name: &'static str| define::flag(text, name, "NAMES").value_delimiter(',');
    command
        .arg(files.help(define::say(text, "cli-arg-files")))
        .arg(define::flag(text, "number", "NUMBER"))
        .arg(define::flag(text, "since", "DATE"))
        .arg(names("add"))
        .arg(define::switch(text, "add-all").conflicts_with("add"))
        .arg(names("ignore"))
        .arg(define::flag(text, "how", "NAME").num_args(0..=1).conflicts_with("files"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let text = &context.text;
    if matches.contains_id("how") {
        return export_help::run(text, arguments::line(matches, "how").as_deref());
    }
    let detector = Detector::new().ok_or_else(|| Failure::failed(String::new()))?;
    let book = context.load()?.book;
    let case = if book.cases.is_empty() { None } else { Some(context.case(&book)?.0) };
    let given = arguments::line(matches, "number");
    let number = given.or_else(|| case.and_then(|case| case.line.number.clone()));
    let number = number.as_deref().map(|written| {
        let refused = || text.with("say-not-a-number", &[("number", written.into())]);
        Number::new(written).ok_or_else(|| Failure::usage(refused()))
    });
    let number = number.transpose()?;
    let since = context.date(matches, "since", context.today_at_home())?;
    let progress = ScanProgress::default();
    let scan = Scan {
        number: number.as_ref(),
        since: since.and_then(start),
        until: Some(context.now()),
        ..Scan::new(&detector, &progress)
    };
    let paths: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let (files, mut found) = scan_and_tell(text, &scan, &paths);
    let mut notes: Vec<String> = files.iter().flat_map(|one| describe_scanned(text, one)).collect();
    if files.iter().all(|one| one.outcome.is_err()) {
        return Err(Failure::failed(notes.join("\n")));
    }
    notes.extend(files.iter().flat_map(|one| describe_reading(text, one)));
    let status = |one: &Finding| case.map_or(FindingStatus::New, |case| one.status(case).0);
    found.sort_by_cached_key(|(one, _)| one.rank(status(one)));
    let accounts =
        found.iter().map(|(one, samples)| account(one, samples, status(one))).collect::<Vec<_>>();
    let findings: Vec<Finding> = found.into_iter().map(|(finding, _)| finding).collect();
    let data = json!({
        "files": files.iter().map(|one| file(text, one)).collect::<Vec<_>>(),
        "accounts": accounts,
    });
    let mut output = Output::new(told(text, &files, &findings, &status), data).notes(notes);
    // Without a number nobody can say that a login does not use it.
    let has_logins = |one: &ScannedFile| one.outcome.as_ref().is_ok_and(|held| held.logins > 0);
    if number.is_none() && files.iter().any(has_logins) {
        let why = text.get("cli-scan-no-number").into_owned();
        if findings.is_empty() {
            let nothing = text.with("cli-scan-found", &[("count", 0.into())]);
            output.told = output.told.replace(&nothing, &why);
        } else {
            output.notes.push(why);
        }
    }
    let wanted = wanted(text, matches, &findings, &status)?;
    let ignored = chosen(text, matches, "ignore", &findings)?;
    let decides = !wanted.is_empty() || !ignored.is_empty();
    let kept = case.map(|_| keep(context, &findings, &wanted, &ignored));
    match kept.transpose() {
        Ok(Some(kept)) if decides => {
            output.notes.extend(unsure(text, wanted.iter().copied()));
            output.told = [output.told, kept.told].join("\n");
            output.notes.extend(kept.notes);
        }
        Err(failure) if decides => return Err(failure),
        // What was found is told even where it cannot be kept.
        Err(failure) => output.notes.push(failure.message),
        Ok(_) => {}
    }
    if !decides && findings.iter().any(|one| status(one) == FindingStatus::New) {
        output.notes.push(text.get("cli-scan-add").into_owned());
    }
    Ok(output)
}

/// That of some of these findings it is not known whether they use this number.
pub(super) fn unsure<'a>(text: &Text, added: impl Iterator<Item = &'a Finding>) -> Option<String> {
    let count = added.filter(|one| !one.is_of_line()).count();
    (count > 0).then(|| text.with("cli-scan-unsure", &[("count", count.into())]))
}

/// The first moment of a day, anywhere on earth.
fn start(day: Date) -> Option<Timestamp> {
    let start = day.to_zoned(TimeZone::UTC).ok()?.timestamp();
    start.checked_sub(jiff::SignedDuration::from_hours(14)).ok()
}

/// Scans, and tells on a terminal how far it is.
fn scan_and_tell(text: &Text, scan: &Scan<'_>, paths: &[PathBuf]) -> ScanResult {
    const PAUSE: Duration = Duration::from_millis(200);
    let home = Context::home();
    if !io::stderr().is_terminal() {
        return scan_files(scan, paths, &home);
    }
    let began = Instant::now();
    let mut shown = false;
    let result = scan_watched(scan, paths, &home, PAUSE, |so_far| {
        let line = text.scan_progress(so_far.read, so_far.total, began.elapsed());
        // Of several files those that are under way.
        let under_way = so_far.files.iter().filter(|(_, share)| (1..100).contains(share));
        let each = under_way.filter(|_| so_far.files.len() > 1).take(4);
        let each: Vec<String> = each.map(|(name, share)| format!("  {name} {share} %")).collect();
        tell(&format!("\r{line}{}\u{1b}[K", each.concat()));
        shown = true;
    });
    if shown {
        tell("\r\u{1b}[K");
    }
    result
}

fn told(
    text: &Text,
    files: &[ScannedFile],
    findings: &[Finding],
    status: &impl Fn(&Finding) -> FindingStatus,
) -> String {
    let mut lines = Vec::new();
    for one in files {
        let Ok(held) = &one.outcome else { continue };
        let path = shown(&one.path);
        let format = text.get(&format!("word-format-{}", held.format)).into_owned();
        let args = [
            ("path", path.into()),
            ("format", format.into()),
            ("messages", held.messages.into()),
            ("accounts", held.logins.into()),
        ];
        lines.push(text.with("cli-scan-file", &args));
    }
    lines.push(text.with("cli-scan-found", &[("count", findings.len().into())]));
    lines.extend(findings_table(text, findings.iter().map(|one| (one, status(one)))));
    lines.join("\n")
}

fn file(text: &Text, one: &ScannedFile) -> Value {
    let path = shown(&one.path);
    let held = one.outcome.as_ref().ok();
    json!({
        "path": path, "format": held.map(|held| held.format),
        "messages": held.map_or(0, |held| held.messages),
        "accounts": held.map_or(0, |held| held.logins),
        "unnamed": held.map_or(0, |held| held.unnamed),
        "authenticator": held.map(|held| held.authenticator.as_slice()).unwrap_or_default(),
        "bytes": one.bytes, "problems": describe_scanned(text, one),
    })
}

fn account(one: &Finding, samples: &Samples, status: FindingStatus) -> Value {
    let evidence: Vec<Value> = (one.evidence.iter())
        .map(|(kind, seen)| {
            json!({
                "what": kind.word(), "count": seen.count, "first": seen.first,
                "last": seen.last, "sample": samples.get(kind),
            })
        })
        .collect();
    let (listed, still) = match status {
        FindingStatus::Listed(state) => (Some(state.word()), None),
        FindingStatus::StillUsed(day, _) => (None, Some(day)),
        FindingStatus::New | FindingStatus::Dismissed | FindingStatus::OtherSim(_) => (None, None),
    };
    json!({
        "name": one.name, "kind": one.kind.word(), "score": one.score(), "evidence": evidence,
        "known": one.catalogue_id.is_some(), "sims": one.sims, "standing": status.word(),
        "listed": listed, "still_used": still,
    })
}

/// What `--add` or `--add-all` asks for.
fn wanted<'a>(
    text: &Text,
    matches: &ArgMatches,
    found: &'a [Finding],
    status: &impl Fn(&Finding) -> FindingStatus,
) -> Result<Vec<&'a Finding>, Failure> {
    if matches.get_flag("add-all") {
        return Ok(found.iter().filter(|one| status(one) == FindingStatus::New).collect());
    }
    chosen(text, matches, "add", found)
}

/// The accounts that a flag names.
fn chosen<'a>(
    text: &Text,
    matches: &ArgMatches,
    flag: &str,
    found: &'a [Finding],
) -> Result<Vec<&'a Finding>, Failure> {
    let names = matches.get_many::<String>(flag).into_iter().flatten();
    names
        .map(|name| {
            let is_it = |known: &str| same_name(known, name);
            let own = found.iter().find(|one| is_it(&one.name));
            let one =
                own.or_else(|| found.iter().find(|one| one.names.iter().any(|known| is_it(known))));
            one.ok_or_else(|| {
                let args = [("name", clean_line(name).into())];
                let hint = nearest_hint(text, name, found.iter().map(|one| one.name.as_str()));
                Failure::not_found(text.with("cli-scan-not-found", &args)).hint(hint)
            })
        })
        .collect()
}

/// Keeps what was found, adds and dismisses. An account that is listed under
/// another name is left alone.
fn keep(
    context: &Context,
    found: &[Finding],
    wanted: &[&Finding],
    ignored: &[&Finding],
) -> Result<Output, Failure> {
    session::change(context, |about| {
        let case = about.case;
        let new = wanted.iter().filter(|one| one.status(case).1.is_none()).copied();
        let ignored = ignored.iter().copied();
        about.one(case.keep_and_decide(found, new, ignored, about.today))
    })
}
