//! `ringoff scan`: accounts found in message and password exports. Nothing of
//! them is kept but the names that the person adds.

use std::{
    io::{self, IsTerminal as _, Write as _},
    path::PathBuf,
    sync::{atomic::Ordering, mpsc::RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use clap::{Arg, ArgAction, ArgMatches, Command, builder::ValueParser};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde_json::{Value, json};

use super::{
    answer::{Answer, Failure},
    case,
    context::Context,
    define::{flag, say},
};
use crate::{
    app::sims,
    discover::{Catalogue, Found, Judge, Number, Scan, Watch},
    domain::{Acquaintance, Case},
    shell::{Report, describe_report, scan_files},
    text::{Text, clean_line, nearest},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let files = Arg::new("files").value_name("FILE").required(true).action(ArgAction::Append);
    let files = files.num_args(1..).value_parser(ValueParser::path_buf());
    let all = Arg::new("add-all").long("add-all").action(ArgAction::SetTrue);
    let names = |name: &'static str| flag(text, name, "NAMES").value_delimiter(',');
    command
        .arg(files.help(say(text, "cli-arg-files")))
        .arg(flag(text, "number", "NUMBER"))
        .arg(flag(text, "since", "DATE"))
        .arg(names("add"))
        .arg(all.help(say(text, "cli-arg-add-all")).conflicts_with("add"))
        .arg(names("ignore"))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let text = &context.text;
    let judge = Judge::new().ok_or_else(|| Failure::failed(String::new()))?;
    let book = context.load()?.book;
    let case = if book.cases.is_empty() { None } else { Some(context.case(&book)?.0) };
    let given = matches.get_one::<String>("number").map(|given| clean_line(given));
    let number = given.clone().or_else(|| case.and_then(|case| case.line.number.clone()));
    let number = number.as_deref().map(|written| {
        let refused = || text.with("say-not-a-number", &[("number", written.into())]);
        Number::new(written).ok_or_else(|| Failure::usage(refused()))
    });
    let number = number.transpose()?;
    let today = context.now().to_zoned(Context::home()).date();
    let since = context.date(matches, "since", today)?;
    let watch = Watch::default();
    let scan = Scan {
        judge: &judge,
        number: number.as_ref(),
        since: since.and_then(start),
        watch: &watch,
        compare: false,
    };
    let paths: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let scanned = watched(text, &paths, &watch, || scan_files(&scan, &paths));
    let (reports, found) = scanned.unwrap_or_default();
    let notes: Vec<String> = reports.iter().flat_map(|one| describe_report(text, one)).collect();
    if reports.iter().all(|one| one.outcome.is_err()) {
        return Err(Failure::failed(notes.join("\n")));
    }
    let zone = Context::home();
    let looks = |one: &Found| match case {
        Some(case) => {
            let last = one.last_code().map(|at| at.to_zoned(zone.clone()).date());
            case.acquaintance(&judge.catalogue().names_of(&one.name), last).0
        }
        None => Acquaintance::New,
    };
    let mut answer = Answer {
        told: told(text, &reports, &found, &looks, &zone),
        data: json!({
            "files": reports.iter().map(|one| file(text, one)).collect::<Vec<_>>(),
            "accounts": found.iter().map(|one| account(one, looks(one), &zone)).collect::<Vec<_>>(),
        }),
        notes,
        ..Answer::default()
    };
    let logins = reports.iter().filter_map(|one| one.outcome.as_ref().ok());
    if number.is_none() && logins.map(|held| held.logins).sum::<u64>() > 0 {
        answer.notes.push(text.get("cli-scan-no-number").into_owned());
    }
    let wanted = wanted(text, matches, &found, &looks)?;
    let ignored = chosen(text, matches, "ignore", &found)?;
    if !wanted.is_empty() || !ignored.is_empty() {
        let kept = keep(context, judge.catalogue(), &wanted, &ignored)?;
        answer.told = [answer.told, kept.told].join("\n");
        answer.notes.extend(kept.notes);
    } else if found.iter().any(|one| looks(one) == Acquaintance::New) {
        answer.notes.push(text.get("cli-scan-add").into_owned());
    }
    Ok(answer)
}

/// The first moment of a day, anywhere on earth.
fn start(day: Date) -> Option<Timestamp> {
    let start = day.to_zoned(TimeZone::UTC).ok()?.timestamp();
    start.checked_sub(jiff::SignedDuration::from_hours(14)).ok()
}

/// Runs the scan, and tells on a terminal how far it is.
fn watched<T: Send>(
    text: &Text,
    paths: &[PathBuf],
    watch: &Watch,
    work: impl FnOnce() -> T + Send,
) -> Option<T> {
    if !io::stderr().is_terminal() {
        return Some(work());
    }
    let total: u64 =
        paths.iter().filter_map(|path| path.metadata().ok()).map(|one| one.len()).sum();
    let began = Instant::now();
    let (done, ended) = std::sync::mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || done.send(work()));
        let mut shown = false;
        let pause = Duration::from_millis(200);
        // The words stay on this thread; the work is done on the other.
        loop {
            match ended.recv_timeout(pause) {
                Ok(made) => {
                    if shown {
                        let _ = write!(io::stderr(), "\r\u{1b}[K");
                    }
                    return Some(made);
                }
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {
                    let read = watch.read.load(Ordering::Relaxed);
                    let line = progress(text, read, total, began.elapsed());
                    let _ = write!(io::stderr(), "\r{line}\u{1b}[K");
                    shown = true;
                }
            }
        }
    })
}

/// How far it is: bytes, share and time left.
fn progress(text: &Text, read: u64, total: u64, spent: Duration) -> String {
    let share = (read.saturating_mul(100).checked_div(total)).unwrap_or_default().min(100);
    let left = u128::from(total.saturating_sub(read)) * spent.as_millis() / u128::from(read.max(1));
    let args = [
        ("read", text.bytes(read).into()),
        ("total", text.bytes(total).into()),
        ("share", share.to_string().into()),
        ("left", (left / 1000).to_string().into()),
    ];
    text.with("say-scan-progress", &args)
}

fn told(
    text: &Text,
    reports: &[Report],
    found: &[Found],
    looks: &impl Fn(&Found) -> Acquaintance,
    zone: &TimeZone,
) -> String {
    let mut lines = Vec::new();
    for report in reports {
        let Ok(held) = &report.outcome else { continue };
        let path = clean_line(&report.path.display().to_string());
        let format = text.get(&format!("word-format-{}", held.format.word())).into_owned();
        let args = [
            ("path", path.into()),
            ("format", format.into()),
            ("messages", held.messages.into()),
            ("accounts", held.logins.into()),
        ];
        lines.push(text.with("cli-scan-file", &args));
    }
    lines.push(text.with("cli-scan-found", &[("count", found.len().into())]));
    for one in found {
        let seen = evidence(text, one, zone);
        let state = match looks(one) {
            Acquaintance::New => String::new(),
            Acquaintance::StillUsed(day) => {
                text.with("word-found-still_used", &[("date", text.full_date(day).into())])
            }
            other => text.get(&format!("word-found-{}", other.word())).into_owned(),
        };
        let kind = text.get(&format!("word-kind-{}", one.kind.word()));
        let line = format!("{:>3}  {}  {kind}  {seen}  {state}", one.score(), one.name);
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

/// "3 codes, last on Tue 3 Nov 2026 · account".
fn evidence(text: &Text, one: &Found, zone: &TimeZone) -> String {
    let each = one.evidence.iter().map(|(what, seen)| {
        let word =
            text.with(&format!("word-evidence-{}", what.word()), &[("count", seen.count.into())]);
        match seen.last {
            Some(at) => {
                let day = text.full_date(at.to_zoned(zone.clone()).date());
                text.with("say-scan-last", &[("what", word.into()), ("date", day.into())])
            }
            None => word,
        }
    });
    each.chain(sims(text, &one.sims)).collect::<Vec<_>>().join(" · ")
}

fn file(text: &Text, report: &Report) -> Value {
    let path = clean_line(&report.path.display().to_string());
    let problems = describe_report(text, report);
    match &report.outcome {
        Ok(held) => json!({
            "path": path, "format": held.format.word(), "messages": held.messages,
            "accounts": held.logins, "bytes": report.bytes, "problems": problems,
        }),
        Err(_) => json!({
            "path": path, "format": null, "messages": 0, "accounts": 0,
            "bytes": report.bytes, "problems": problems,
        }),
    }
}

fn account(one: &Found, state: Acquaintance, zone: &TimeZone) -> Value {
    let day = |at: Option<Timestamp>| at.map(|at| at.to_zoned(zone.clone()).date());
    let evidence: Vec<Value> = (one.evidence.iter())
        .map(|(what, seen)| {
            json!({
                "what": what.word(), "count": seen.count, "first": day(seen.first),
                "last": day(seen.last), "sample": seen.sample,
            })
        })
        .collect();
    let (listed, still) = match state {
        Acquaintance::Listed(state) => (Some(state.word()), None),
        Acquaintance::StillUsed(day) => (None, Some(day)),
        Acquaintance::New | Acquaintance::Dismissed => (None, None),
    };
    json!({
        "name": one.name, "kind": one.kind.word(), "score": one.score(), "evidence": evidence,
        "known": one.known.is_some(), "sims": one.sims, "standing": state.word(),
        "listed": listed, "still_used": still,
    })
}

/// What `--add` or `--add-all` asks for.
fn wanted<'a>(
    text: &Text,
    matches: &ArgMatches,
    found: &'a [Found],
    looks: &impl Fn(&Found) -> Acquaintance,
) -> Result<Vec<&'a Found>, Failure> {
    if matches.get_flag("add-all") {
        return Ok(found.iter().filter(|one| looks(one) == Acquaintance::New).collect());
    }
    chosen(text, matches, "add", found)
}

/// The accounts that a flag names.
fn chosen<'a>(
    text: &Text,
    matches: &ArgMatches,
    flag: &str,
    found: &'a [Found],
) -> Result<Vec<&'a Found>, Failure> {
    let names = matches.get_many::<String>(flag).into_iter().flatten();
    names
        .map(|name| {
            let one = found.iter().find(|one| crate::discover::same_name(&one.name, name));
            one.ok_or_else(|| {
                let args = [("name", clean_line(name).into())];
                let near = nearest(name, found.iter().map(|one| one.name.as_str()));
                let hint = || text.with("fault-nearest", &[("names", near.join(", ").into())]);
                let hint = (!near.is_empty()).then(hint);
                Failure::not_found(text.with("cli-scan-not-found", &args)).hint(hint)
            })
        })
        .collect()
}

/// Adds and ignores; what is listed under another name is left alone.
fn keep(
    context: &Context,
    catalogue: &Catalogue,
    wanted: &[&Found],
    ignored: &[&Found],
) -> Result<Answer, Failure> {
    case::change(context, |ground| {
        let case: &Case = ground.case;
        let fresh = wanted
            .iter()
            .filter(|one| case.account_called(catalogue.names_of(&one.name)).is_none());
        let fresh = fresh.map(|one| (one.name.clone(), one.kind, Vec::new()));
        let mut changes = ground.one(case.add_found(fresh, ground.today))?;
        if !ignored.is_empty() {
            changes
                .extend(ground.one(Ok(case.dismiss(ignored.iter().map(|one| one.name.clone()))))?);
        }
        Ok(changes)
    })
}
