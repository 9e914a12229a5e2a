//! Accounts that use, or used, the number.

use crate::{
    app::{
        command::list,
        value::{FormKind, Opening, Pane, Row, RowStatus, Scene, is_all, out_of},
    },
    domain::{Account, AccountSort, AccountState, Item, ItemKind, Progress},
    playbook::Words,
    text::width,
};

pub(super) const PANE: Pane = Pane {
    kind: Some(ItemKind::Account),
    hints: list![
        ChangeChosen Toggle Add Scan ChooseAccount FilterAccounts SortAccounts Inbox Edit Call Letters
        Submit Outcome Open Delete Undo Find GoNext Palette Help Quit
    ],
    add: || Some(Opening::Form(FormKind::Account(None))),
    len: |scene| scene.accounts.rows.len(),
    row: |scene, at| {
        let place = *scene.accounts.rows.get(at)?;
        scene.words.case.accounts.get(place).map(|account| row(scene, account))
    },
    count,
    is_finished: |scene| {
        let progress = Progress::of_accounts(scene.words.case);
        is_all(progress) && (progress.total > 0 || scene.words.case.search_over.is_some())
    },
    widest,
    ..Pane::LIST
};

/// Measured without building rows: there can be hundreds.
fn widest(scene: &Scene<'_>) -> Option<(usize, usize)> {
    let (words, accounts) = (&scene.words, &scene.words.case.accounts);
    let mut states: Vec<&Account> = Vec::new();
    let mut name = 0;
    for account in accounts {
        // As they were written: to look up what each is called here takes too long. No
        // text takes more cells than bytes, so most need not be looked at.
        if account.name.len() > name {
            name = name.max(width(&account.name));
        }
        let again = |one: &Account| words.case.still_used_on(one).is_some();
        let of = |one: &Account| (one.state, one.until, one.to.is_some(), again(one));
        let same = |one: &&Account| of(one) == of(account);
        if !states.iter().any(same) {
            states.push(account);
        }
    }
    Some((name, states.iter().map(|one| width(&word(words, one))).max()?))
}

/// How many are chosen, how many are done, what narrows the list, in which order it is where
/// that is not the usual one, and how many findings of scans are undecided.
fn count(scene: &Scene<'_>) -> String {
    let done = out_of(Progress::of_accounts(scene.words.case));
    let waits = scene.status.inbox;
    let waits =
        (waits > 0).then(|| scene.words.text.with("ui-inbox-count", &[("count", waits.into())]));
    let only = scene.accounts.only.words().map(|key| scene.words.text.get(&key).into_owned());
    let (chosen, shown) = (scene.accounts.chosen.len(), scene.accounts.chosen_and_shown().len());
    let args = [("count", shown.into()), ("hidden", (chosen - shown.min(chosen)).into())];
    let chosen = (chosen > 0).then(|| scene.words.text.with("ui-chosen-count", &args));
    let sort = scene.accounts.sort;
    let order = (sort != AccountSort::default())
        .then(|| scene.words.text.get(&format!("ui-order-{}", sort.word())).into_owned());
    let shown = only.chain(order).chain(waits);
    let parts = chosen.into_iter().chain([done]).chain(shown).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

fn row(scene: &Scene<'_>, account: &Account) -> Row {
    let words = &scene.words;
    let again = words.case.still_used_on(account).is_some();
    let over = scene.status.stage.is_over();
    let late = over && (again || account.state.is_in_use());
    Row {
        item: Some(Item::new(ItemKind::Account, &account.id)),
        status: match account.state {
            _ if late || words.is_account_due(account) => RowStatus::Alert,
            _ if again => RowStatus::Caution,
            AccountState::ToDo | AccountState::Started => RowStatus::Open,
            AccountState::Waiting => RowStatus::Waiting,
            AccountState::Moved | AccountState::Closed => RowStatus::Done,
            AccountState::Unsure => RowStatus::Unsure,
        },
        title: words.account_name(account),
        word: word(words, account),
        kind: words.text.get(&format!("word-kind-{}", account.kind.word())).into_owned(),
        note: account.note.clone().unwrap_or_default(),
    }
}

/// How it stands; of one that has moved, to which number: the sign says that it has.
fn word(words: &Words<'_>, account: &Account) -> String {
    if words.case.still_used_on(account).is_some() {
        return words.text.get("word-account-still-used").into_owned();
    }
    let moved = account.state == AccountState::Moved;
    let number = words.account_number_end(account).filter(|_| moved);
    number.unwrap_or_else(|| words.account_state(account))
}
