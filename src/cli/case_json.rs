//! A case as JSON: what `status`, `show` and others tell programs.

use serde_json::{Value, json};

use super::item_json;
use crate::{
    domain::{
        AccountState, Application, Case, Class, Holder, Item, ItemKind, ItemState, Moved, Review,
        Route, Stage, Status,
    },
    export::{hidden, numbers},
    playbook::{Confidence, Words},
    text::{mask_digits, mask_number},
};

/// What is next.
pub(super) fn next(words: &Words<'_>, status: &Status) -> Value {
    json!({
        "item": status.next.item().map(Item::to_string),
        "text": words.next(&status.next),
    })
}

/// The dates of a running review.
pub(super) fn review(words: &Words<'_>, review: Option<&Review>) -> Value {
    let Some(review) = review else { return Value::Null };
    let confidence = words.playbook.window_confidence(&words.case.terms, words.case.way());
    let complaint = review.complaint.filter(|one| !one.is_made);
    let notes = words.caveats(review);
    let moved = review.moved.as_ref().map(|moved| match moved {
        Moved::Extended(_) => "extension",
        Moved::Promised(..) => "promise",
    });
    json!({
        "submitted": review.submitted, "earliest": review.earliest, "latest": review.latest,
        "region": review.region, "working_days_to_earliest": review.to_earliest,
        "working_days_to_latest": review.to_latest, "overdue_by": review.overdue_by,
        "window": [review.window.earliest, review.window.latest],
        "latest_by_window": review.by_window, "moved_by": moved, "ask_again": review.nudge,
        "complain_from": complaint.map(|one| one.from),
        "complain_if_asked_on": complaint.and_then(|one| one.assumes()),
        "confidence": confidence.map(Confidence::word), "provisional": !notes.is_empty(), "notes": notes,
    })
}

/// A case in short: one entry of `status --json`.
pub(super) fn summary(words: &Words<'_>, status: &Status) -> Value {
    let case = words.case;
    let counted = |kind| {
        let count = status.count(kind);
        let open: Vec<String> = status
            .of_kind(kind)
            .filter(|one| one.state == ItemState::Open)
            .map(|one| one.item.to_string())
            .collect();
        json!({ "done": count.done, "total": count.total, "open": open })
    };
    let accounts = |state| case.accounts_in(state).count();
    json!({
        "id": case.id, "label": case.label, "playbook": case.playbook,
        "route": case.route.word(), "stage": status.stage.word(),
        "ended": ended(case, status.stage),
        "progress": { "done": status.progress.done, "total": status.progress.total },
        "preconditions": counted(ItemKind::Precondition),
        "documents": counted(ItemKind::Document),
        "accounts": {
            "to_do": accounts(AccountState::ToDo),
            "started": accounts(AccountState::Started),
            "waiting": accounts(AccountState::Waiting),
            "moved": accounts(AccountState::Moved),
            "closed": accounts(AccountState::Closed),
            "unsure": accounts(AccountState::Unsure),
            "search_over": case.search_over,
        },
        "safeguards": counted(ItemKind::Safeguard),
        "watch": status.watch.map(|watch| json!({ "until": watch.until })),
        "keep": keep(words, status),
        "review": review(words, status.review.as_ref()),
        "next": next(words, status),
        "agenda": agenda(words, status),
    })
}

/// How the line has ended: a number that moved to another carrier has the stage of a
/// cancelled line.
fn ended(case: &Case, stage: Stage) -> Option<&'static str> {
    let gone = matches!(stage, Stage::Cancelled | Stage::Lapsed | Stage::Closed);
    gone.then(|| match case.way() {
        Route::Port => "ported",
        Route::Lapse => "lapsed",
        Route::Apply | Route::Keep => "cancelled",
    })
}

/// The clock of a line that is kept; nothing for one that is to be closed.
fn keep(words: &Words<'_>, status: &Status) -> Value {
    if status.stage != Stage::Kept {
        return Value::Null;
    }
    let clock = status.clock();
    let rule = words.playbook.procedure().rule.word();
    json!({
        "by": clock.map(|one| one.given), "rule": rule, "last_used": words.case.line.last_used,
        "credit": words.case.line.credit,
    })
}

/// What is open on the agenda, soonest first.
fn agenda(words: &Words<'_>, status: &Status) -> Vec<Value> {
    let open = status.agenda.iter().filter(|one| one.is_open());
    let told = open.map(|one| {
        json!({
            "id": one.id, "on": one.on, "kind": one.kind.word(), "item": one.item.to_string(),
            "from": one.from.to_string(), "text": mask_digits(&words.dated(one)), "state": one.state.word(),
            "confidence": words.confidence(one).map(Confidence::word), "if_asked_on": one.if_asked,
        })
    });
    told.collect()
}

/// What programs find things by; no number is looked for in it.
const NAMES: [&str; 6] = ["id", "item", "blocked_by", "open", "about", "sha256"];

/// Masks numbers wherever they stand, also in what the person wrote.
fn hide(value: &mut Value, numbers: &[String]) {
    match value {
        Value::String(text) => *text = hidden(text, numbers),
        Value::Array(all) => all.iter_mut().for_each(|one| hide(one, numbers)),
        Value::Object(fields) => {
            let told = fields.iter_mut().filter(|(name, _)| !NAMES.contains(&name.as_str()));
            told.for_each(|(_, one)| hide(one, numbers));
        }
        _ => {}
    }
}

/// A case in full: `show --json`. Numbers are masked as `show` masks them.
pub(super) fn full(words: &Words<'_>, status: &Status) -> Value {
    let case = words.case;
    let mut data = summary(words, status);
    let warnings: Vec<String> =
        status.warnings.iter().map(|warning| words.warning(warning)).collect();
    let more = json!({
        "opened": case.opened, "archived": case.archived,
        "line": line(case),
        "items": item_json::all(words, status),
        "contacts": case.contacts,
        "applications": case.applications.iter().map(application).collect::<Vec<_>>(),
        "obstacles": case.obstacles,
        "warnings": warnings,
    });
    if let (Value::Object(data), Value::Object(more)) = (&mut data, more) {
        data.extend(more);
    }
    let numbers = numbers(case);
    if !numbers.is_empty() {
        hide(&mut data, &numbers);
    }
    data
}

/// The facts about the line; the number is masked.
pub(super) fn line(case: &Case) -> Value {
    let line = &case.line;
    let holder = match &line.holder {
        Holder::Me => "me",
        Holder::Other(name) => name,
    };
    json!({
        "number": line.number.as_deref().map(mask_number), "holder": holder,
        "name": line.name, "reply_to": line.reply_to, "abroad": line.abroad,
        "class": line.class.map(Class::word), "registered": line.registered,
        "active_until": line.active_until, "grace_until": line.grace_until,
        "credit": line.credit, "last_used": line.last_used,
    })
}

fn application(one: &Application) -> Value {
    let outcome = one.outcome.as_ref().map(|outcome| {
        let about: Vec<String> = outcome.about.iter().map(Item::to_string).collect();
        json!({
            "verdict": outcome.verdict.word(), "on": outcome.on, "reason": outcome.reason,
            "reference": outcome.reference, "file": outcome.file, "about": about,
        })
    });
    json!({
        "id": one.id, "on": one.on, "route": one.route().word(), "channel": one.channel, "reference": one.reference,
        "anyway": one.anyway, "extension": one.extension, "outcome": outcome,
    })
}
