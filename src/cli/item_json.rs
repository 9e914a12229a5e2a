//! The items of a case as JSON: what stands under `items` of `show --json`.

use serde_json::{Value, json};

use crate::{
    domain::{Account, Id, Item, ItemKind, ItemState, ItemStatus, Keyed as _, Status},
    playbook::{Source, Words},
};

/// The items of the playbook, the accounts, and the application itself.
pub(super) fn all(words: &Words<'_>, status: &Status) -> Vec<Value> {
    let items = status.items.iter().map(|one| playbook_item(words, one));
    let accounts = words.case.accounts.iter().map(|account| account_item(words, account));
    items.chain(accounts).chain([application_item(words, status)]).collect()
}

fn playbook_item(words: &Words<'_>, one: &ItemStatus) -> Value {
    let mark = words.case.mark(&one.item);
    json!({
        "item": one.item.to_string(), "title": words.title(&one.item),
        "state": one.state.word(), "required": one.required,
        "blocked_by": one.blocked_by.iter().map(Item::to_string).collect::<Vec<_>>(),
        "note": words.criticism(&one.item).or(mark.reason).or(mark.note), "files": mark.files,
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
    let told = |source: &Source| {
        json!({
            "id": source.id, "title": source.title.get(lang),
            "confidence": source.confidence.word(), "verified": source.date,
        })
    };
    ids.map(|ids| book.sources(ids).map(told).collect()).unwrap_or_default()
}

fn account_item(words: &Words<'_>, account: &Account) -> Value {
    let item = account.item();
    let state = if account.state.is_released() { ItemState::Done } else { ItemState::Open };
    json!({
        "item": item.to_string(), "title": words.title(&item), "state": state.word(),
        "required": false, "blocked_by": [], "note": account.note, "sources": [],
        "account": { "kind": account.kind.word(), "state": account.state.word(), "since": account.since },
    })
}

/// The application itself, blocked by what gates it.
fn application_item(words: &Words<'_>, status: &Status) -> Value {
    let last = words.case.latest_application();
    let rejected = last.is_some_and(|last| last.rejection().is_some());
    let number = match last {
        Some(last) if !rejected => last.id.clone(),
        _ => Id::new((words.case.applications.len() + 1).to_string()),
    };
    let submitted = last.is_some() && !rejected;
    let blocked_by: Vec<String> = status.gate.iter().map(Item::to_string).collect();
    let item = Item::new(ItemKind::Application, &number);
    json!({
        "item": item.to_string(), "title": words.title(&item),
        "state": if submitted { "done" } else { "open" }, "required": true,
        "blocked_by": if submitted { Vec::new() } else { blocked_by },
        "note": last.and_then(|last| last.anyway.clone()), "sources": [],
    })
}
