//! `ringoff show`: everything about a case.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::{
    account,
    case_context::{self, CaseContext},
    case_json,
    context::Context,
    failure::Failure,
    output::Output,
    past::{self, Past},
    status,
};
use crate::{
    domain::{Account, Application, Contact, ItemKind, ItemState, ItemStatus, Keyed as _, Status},
    export::{hidden, numbers},
    playbook::Words,
    text::{Text, mask_number},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    command.arg(past::flag(text))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    if let Some(past) = past::asked(context, matches)? {
        return before(context, &past);
    }
    case_context::tell(context, |words, status| {
        (tell(words, status), case_json::full(words, status))
    })
}

/// The case as it was.
fn before(context: &Context, past: &Past) -> Result<Output, Failure> {
    let library = context.playbooks();
    let (case, notes) = CaseContext::chosen(context, &library, &past.book)?;
    let case = CaseContext { today: past.day, ..case };
    let (words, status) = (case.words(), case.status());
    let mut data = case_json::full(&words, &status);
    if let Value::Object(data) = &mut data {
        data.insert("as_of".to_owned(), json!(past.day));
    }
    let notes = [past.note.clone()].into_iter().chain(notes).collect();
    Ok(Output::new(tell(&words, &status), data).notes(notes))
}

fn tell(words: &Words<'_>, status: &Status) -> String {
    let (text, case) = (words.text, words.case);
    let mut lines = vec![status::line(words, status)];
    if let Some(number) = &case.line.number {
        lines.push(mask_number(number));
    }
    let next = words.next(&status.next);
    lines.push(text.with("cli-status-next", &[("next", next.into())]));
    let mut section = |key: &str, rows: Vec<String>| {
        if !rows.is_empty() {
            lines.push(String::new());
            lines.push(text.get(key).into_owned());
            lines.extend(rows.into_iter().map(|row| format!("  {row}")));
        }
    };
    let of = |kind| status.of_kind(kind).map(|one| item(words, one)).collect();
    section("ui-pane-preconditions", of(ItemKind::Precondition));
    section("ui-pane-accounts", case.accounts.iter().map(|one| account_row(words, one)).collect());
    section("ui-pane-documents", of(ItemKind::Document));
    section("ui-pane-safeguards", of(ItemKind::Safeguard));
    section(
        "ui-pane-contacts",
        case.newest_contacts().into_iter().map(|one| contact(words, one)).collect(),
    );
    let obstacles = case.obstacles.iter().map(|one| {
        let state = if one.resolved.is_some() { "resolved" } else { "open" };
        let state = text.get(&format!("word-obstacle-{state}")).into_owned();
        let item = one.item();
        [item.to_string(), words.title(&item), state].join("  ")
    });
    section("ui-pane-obstacles", obstacles.collect());
    section(
        "ui-pane-review",
        case.applications.iter().map(|one| application(words, one)).collect(),
    );
    // A number can stand in what the person wrote as well.
    hidden(&lines.join("\n"), &numbers(case))
}

fn sign(state: ItemState) -> &'static str {
    match state {
        ItemState::Open => "○",
        ItemState::Done => "✓",
        ItemState::Waived => "~",
        ItemState::NotNeeded | ItemState::Lost => "–",
    }
}

fn item(words: &Words<'_>, one: &ItemStatus) -> String {
    let state = words.text.get(&format!("word-item-{}", one.state.word())).into_owned();
    let mark = words.case.mark(&one.item);
    let more = words.refused(&one.item).or(mark.reason).or(mark.note);
    let files = mark.files.into_iter().map(|file| file.path);
    let parts = [format!("{} {}", sign(one.state), one.item), words.title(&one.item), state];
    parts.into_iter().chain(more).chain(files).collect::<Vec<_>>().join("  ")
}

fn account_row(words: &Words<'_>, one: &Account) -> String {
    let item = one.item();
    let sign = account::sign(words, one);
    let state = words.account_standing(one);
    let parts = [format!("{sign} {item}"), words.account_name(one), state];
    let more = words.account_number(one).into_iter().chain(one.note.clone());
    parts.into_iter().chain(more).collect::<Vec<_>>().join("  ")
}

fn contact(words: &Words<'_>, one: &Contact) -> String {
    let text = words.text;
    let promised =
        one.promised.map(|by| text.with("ui-promised", &[("date", text.full_date(by).into())]));
    let kept =
        one.kept.map(|on| text.with("ui-promise-kept", &[("date", text.full_date(on).into())]));
    let expected =
        one.answer_by.map(|by| text.with("ui-expected", &[("date", text.full_date(by).into())]));
    let parts = [
        Some(text.full_date(one.on)),
        Some(words.channel_title(&one.channel)),
        one.agent.clone(),
        one.reference.clone(),
        words.asked_about(one),
        promised,
        kept,
        expected,
        words.contact_note(one),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
}

fn application(words: &Words<'_>, one: &Application) -> String {
    let text = words.text;
    let item = one.item();
    let outcome = one.outcome.as_ref().map(|outcome| {
        let verdict = words.verdict(one, outcome.verdict);
        format!("{verdict} {}", text.full_date(outcome.on))
    });
    let known = one.outcome.as_ref();
    let reason = known.and_then(|outcome| outcome.reason.clone());
    let confirmed = known.and_then(|outcome| outcome.reference.clone());
    let file = known.and_then(|outcome| Some(outcome.file.as_ref()?.path.clone()));
    let parts = [
        Some(words.title(&item)),
        Some(text.full_date(one.on)),
        one.reference.clone(),
        outcome,
        reason,
        words.criticised(one),
        confirmed,
        file,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
}
