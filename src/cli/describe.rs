//! A case as values for programs.

use serde_json::{Value, json};

use crate::{
    domain::{
        AccountState, Case, Holder, Id, Item, ItemKind, ItemState, Moved, Review, Status, Verdict,
    },
    playbook::Words,
    text::mask_number,
};

/// Every item of a case that can be named on the command line.
pub(super) fn items(words: Words<'_>) -> Vec<Item> {
    let (case, book) = (words.case, words.playbook);
    let of = |kind| move |id: &Id| Item::new(kind, id);
    let mut items = Vec::new();
    items.extend(book.preconditions.iter().map(|one| &one.id).map(of(ItemKind::Precondition)));
    items.extend(book.documents.iter().map(|one| &one.id).map(of(ItemKind::Document)));
    items.extend(case.documents.iter().map(|one| &one.id).map(of(ItemKind::Document)));
    items.extend(book.safeguards.iter().map(|one| &one.id).map(of(ItemKind::Safeguard)));
    items.extend(case.accounts.iter().map(|one| &one.id).map(of(ItemKind::Account)));
    items.extend(case.contacts.iter().map(|one| &one.id).map(of(ItemKind::Contact)));
    items.extend(case.obstacles.iter().map(|one| &one.id).map(of(ItemKind::Obstacle)));
    items
}

/// What is next.
pub(super) fn next(words: &Words<'_>, standing: &Status) -> Value {
    json!({
        "item": standing.next.item().map(Item::to_string),
        "text": words.next(&standing.next),
    })
}

/// The dates of a running review.
pub(super) fn review(words: &Words<'_>, review: Option<&Review>) -> Value {
    let Some(review) = review else { return Value::Null };
    let notes = words.caveats(review);
    let moved = review.moved.as_ref().map(|moved| match moved {
        Moved::Extended(_) => "extension",
        Moved::Promised(..) => "promise",
    });
    json!({
        "submitted": review.submitted,
        "earliest": review.earliest,
        "latest": review.latest,
        "region": review.region,
        "working_days_to_earliest": review.to_earliest,
        "working_days_to_latest": review.to_latest,
        "overdue_by": review.overdue_by,
        "window": [review.window.earliest, review.window.latest],
        "latest_by_window": review.by_window,
        "moved_by": moved,
        "ask_again": review.nudge,
        "complain_from": review.complaint,
        "provisional": !notes.is_empty(),
        "notes": notes,
    })
}

/// On what terms reviews are counted, and the days of the running one.
pub(super) fn terms(words: &Words<'_>, standing: &Status) -> Value {
    let terms = &words.case.terms;
    let window = words.playbook.window(terms);
    json!({
        "window": [window.earliest, window.latest],
        "region": words.playbook.region(terms),
        "closed": terms.days.closed,
        "open": terms.days.open,
        "review": review(words, standing.review.as_ref()),
        "days": super::review::days_json(words, standing),
    })
}

/// A case in short: one entry of `status --json`.
pub(super) fn summary(words: &Words<'_>, standing: &Status) -> Value {
    let case = words.case;
    let counted = |kind| {
        let count = standing.count(kind);
        let open: Vec<String> = standing
            .of_kind(kind)
            .filter(|one| one.state == ItemState::Open)
            .map(|one| one.item.to_string())
            .collect();
        json!({ "done": count.done, "total": count.total, "open": open })
    };
    let accounts = |state| case.accounts_in(state).count();
    json!({
        "id": case.id,
        "label": case.label,
        "playbook": case.playbook,
        "route": case.route.word(),
        "stage": standing.stage.word(),
        "progress": { "done": standing.progress.done, "total": standing.progress.total },
        "preconditions": counted(ItemKind::Precondition),
        "documents": counted(ItemKind::Document),
        "accounts": {
            "linked": accounts(AccountState::ToDo),
            "moved": accounts(AccountState::Moved),
            "closed": accounts(AccountState::Closed),
            "unsure": accounts(AccountState::Unsure),
            "search_over": case.search_over,
        },
        "safeguards": counted(ItemKind::Safeguard),
        "review": review(words, standing.review.as_ref()),
        "next": next(words, standing),
    })
}

/// A case in full: `show --json`. The number is masked.
pub(super) fn full(words: &Words<'_>, standing: &Status) -> Value {
    let case = words.case;
    let mut data = summary(words, standing);
    let warnings: Vec<String> =
        standing.warnings.iter().map(|warning| words.warning(warning)).collect();
    let more = json!({
        "opened": case.opened,
        "line": line(case),
        "items": standing
            .items
            .iter()
            .map(|one| playbook_item(words, one))
            .chain(case.accounts.iter().map(|account| account_item(words, account)))
            .chain([application_item(words, standing)])
            .collect::<Vec<_>>(),
        "contacts": case.contacts,
        "applications": case.applications.iter().map(application).collect::<Vec<_>>(),
        "obstacles": case.obstacles,
        "warnings": warnings,
    });
    if let (Value::Object(data), Value::Object(more)) = (&mut data, more) {
        data.extend(more);
    }
    data
}

fn line(case: &Case) -> Value {
    let line = &case.line;
    let holder = match &line.holder {
        Holder::Me => "me",
        Holder::Other(name) => name,
    };
    json!({
        "number": line.number.as_deref().map(mask_number),
        "holder": holder,
        "class": line.class.map(crate::domain::Class::word),
        "registered": line.registered,
        "active_until": line.active_until,
        "grace_until": line.grace_until,
        "credit": line.credit,
    })
}

fn playbook_item(words: &Words<'_>, one: &crate::domain::ItemStatus) -> Value {
    let mark = words.case.mark(&one.item);
    json!({
        "item": one.item.to_string(),
        "title": words.title(&one.item),
        "state": one.state.word(),
        "required": one.required,
        "blocked_by": one.blocked_by.iter().map(Item::to_string).collect::<Vec<_>>(),
        "note": mark.reason.or(mark.note),
        "files": mark.files,
        "sources": sources(words, &one.item),
    })
}

fn sources(words: &Words<'_>, item: &Item) -> Vec<Value> {
    let book = words.playbook;
    let ids = match item.kind {
        ItemKind::Precondition => {
            book.preconditions.iter().find(|one| one.id == item.id).map(|one| &one.sources)
        }
        ItemKind::Document => {
            book.documents.iter().find(|one| one.id == item.id).map(|one| &one.sources)
        }
        ItemKind::Safeguard => {
            book.safeguards.iter().find(|one| one.id == item.id).map(|one| &one.sources)
        }
        _ => None,
    };
    let lang = words.text.lang();
    let told = |source: &crate::playbook::Source| {
        json!({
            "id": source.id,
            "title": source.title.get(lang),
            "confidence": source.confidence.word(),
            "verified": source.verified,
        })
    };
    ids.map(|ids| book.sources(ids).map(told).collect()).unwrap_or_default()
}

fn account_item(words: &Words<'_>, account: &crate::domain::Account) -> Value {
    let item = Item::new(ItemKind::Account, &account.id);
    let state = if account.state.is_released() { ItemState::Done } else { ItemState::Open };
    json!({
        "item": item.to_string(),
        "title": words.title(&item),
        "state": state.word(),
        "required": false,
        "blocked_by": [],
        "note": account.note,
        "sources": [],
        "account": { "kind": account.kind.word(), "state": account.state.word(), "since": account.since },
    })
}

/// The application itself: what gates it is what blocks it.
fn application_item(words: &Words<'_>, standing: &Status) -> Value {
    let last = words.case.latest_application();
    let rejected = last
        .and_then(|last| last.outcome.as_ref())
        .is_some_and(|outcome| outcome.verdict == Verdict::Rejected);
    let number = match last {
        Some(last) if !rejected => last.id.clone(),
        _ => Id::new((words.case.applications.len() + 1).to_string()),
    };
    let submitted = last.is_some() && !rejected;
    let blocked_by: Vec<String> = standing.gate.iter().map(Item::to_string).collect();
    let item = Item::new(ItemKind::Application, &number);
    json!({
        "item": item.to_string(),
        "title": words.title(&item),
        "state": if submitted { "done" } else { "open" },
        "required": true,
        "blocked_by": if submitted { Vec::new() } else { blocked_by },
        "note": last.and_then(|last| last.anyway.clone()),
        "sources": [],
    })
}

fn application(one: &crate::domain::Application) -> Value {
    let outcome = one.outcome.as_ref().map(|outcome| {
        let verdict = match outcome.verdict {
            Verdict::Approved => "approved",
            Verdict::Rejected => "rejected",
        };
        json!({ "verdict": verdict, "on": outcome.on, "reason": outcome.reason })
    });
    json!({
        "id": one.id,
        "on": one.on,
        "channel": one.channel,
        "reference": one.reference,
        "anyway": one.anyway,
        "extension": one.extension,
        "outcome": outcome,
    })
}
