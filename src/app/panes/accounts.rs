//! Accounts that use, or used, the number.

use crate::{
    app::value::{FormKind, Opening, Pane, Row, RowStatus, Scene, out_of},
    domain::{Account, AccountState, Item, ItemKind, Progress},
};

pub(super) const PANE: Pane = Pane {
    kind: Some(ItemKind::Account),
    weight: 6,
    add: || Some(Opening::Form(FormKind::Account(None))),
    len: |scene| scene.words.case.accounts.len(),
    row: |scene, at| scene.words.case.accounts.get(at).map(|account| row(scene, account)),
    count: |scene| out_of(Progress::of_accounts(scene.words.case)),
    ..Pane::LIST
};

fn row(scene: &Scene<'_>, account: &Account) -> Row {
    let text = scene.words.text;
    let late = scene.status.stage.is_over() && account.state == AccountState::ToDo;
    Row {
        item: Some(Item::new(ItemKind::Account, &account.id)),
        status: match account.state {
            _ if late => RowStatus::Alert,
            AccountState::ToDo => RowStatus::Open,
            AccountState::Moved | AccountState::Closed => RowStatus::Done,
            AccountState::Unsure => RowStatus::Unsure,
        },
        title: account.name.clone(),
        word: text.get(&format!("word-account-{}", account.state.word())).into_owned(),
        note: match &account.note {
            Some(note) => note.clone(),
            None => text.get(&format!("word-kind-{}", account.kind.word())).into_owned(),
        },
    }
}
