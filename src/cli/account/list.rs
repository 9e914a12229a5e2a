//! `ringoff account list`: every account, or those in one state.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::how;
use crate::{
    cli::{arguments, case_context, context::Context, failure::Failure, output::Output},
    domain::{Account, AccountKind, AccountSort, AccountState, Keyed as _},
    export::{hidden, numbers},
    playbook::Words,
    text::mask_number,
};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let (only, of_kind) = (state(matches), kind(matches));
    let sort = arguments::choice(matches, "sort", &AccountSort::ALL, AccountSort::word)
        .unwrap_or_default();
    case_context::tell(context, |words, _| {
        let accounts = &words.case.accounts;
        let order = sort.order(accounts, |one| words.account_spelling(one));
        let chosen = order.into_iter().filter_map(|at| accounts.get(at));
        let chosen: Vec<&Account> = chosen
            .filter(|one| {
                only.is_none_or(|state| state == one.state)
                    && of_kind.is_none_or(|kind| kind == one.kind)
            })
            .collect();
        let rows: Vec<String> = chosen.iter().map(|one| row(words, one)).collect();
        let data: Vec<Value> = chosen.iter().map(|one| entry(words, one)).collect();
        let told = if rows.is_empty() {
            words.text.get("cli-account-none").into_owned()
        } else {
            rows.join("\n")
        };
        (told, json!({ "accounts": data }))
    })
}

fn row(words: &Words<'_>, one: &Account) -> String {
    let text = words.text;
    let sign = sign(words, one);
    let kind = text.get(&format!("word-kind-{}", one.kind.word())).into_owned();
    let parts = [
        Some(format!("{sign} {}", one.item())),
        Some(words.account_name(one)),
        Some(kind),
        Some(words.account_standing(one)),
        words.account_number(one),
        words.account_seen(one),
        one.note.as_deref().map(|note| hidden(note, &numbers(words.case))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
}

/// Whether an account has let go of the number, as far as is known.
pub(in crate::cli) fn sign(words: &Words<'_>, one: &Account) -> &'static str {
    match words.case.still_used_on(one) {
        Some(_) => "!",
        None if one.state.is_released() => "✓",
        None => "○",
    }
}

fn entry(words: &Words<'_>, one: &Account) -> Value {
    json!({
        "item": one.item().to_string(), "name": words.account_name(one),
        "kind": one.kind.word(), "state": one.state.word(),
        "to": one.to.as_deref().map(mask_number),
        "last_seen": one.last_seen, "codes": one.codes,
        "still_used": words.case.still_used_on(one), "how": one.how_to().map_or(Value::Null, |how| how::entry_of(words.text, how)),
    })
}

/// The state that is named.
pub(super) fn state(matches: &ArgMatches) -> Option<AccountState> {
    arguments::choice(matches, "state", &AccountState::ALL, AccountState::word)
}

/// The kind that is named.
pub(super) fn kind(matches: &ArgMatches) -> Option<AccountKind> {
    arguments::choice(matches, "kind", &AccountKind::ALL, AccountKind::word)
}
