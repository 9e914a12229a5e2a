//! Accounts that trust, or trusted, the number.

use crate::{
    app::{
        pane::{Column, Pane, Row, Sign, out_of},
        scene::Scene,
    },
    domain::{Account, AccountState, Item, ItemKind, Progress},
};

pub(crate) const PANE: Pane = Pane {
    id: "accounts",
    column: Column::Left,
    shared: false,
    weight: 6,
    least: 3,
    len: |scene| scene.words.case.accounts.len(),
    row: |scene, at| scene.words.case.accounts.get(at).map(|account| row(scene, account)),
    count: |scene| {
        let accounts = &scene.words.case.accounts;
        let done = accounts.iter().filter(|one| one.state.is_released()).count();
        out_of(Progress { done, total: accounts.len() })
    },
};

fn row(scene: &Scene<'_>, account: &Account) -> Row {
    let text = scene.words.text;
    let late = scene.standing.stage.is_over() && account.state == AccountState::ToDo;
    Row {
        item: Some(Item::new(ItemKind::Account, &account.id)),
        sign: match account.state {
            _ if late => Sign::Alert,
            AccountState::ToDo => Sign::Open,
            AccountState::Moved | AccountState::Closed => Sign::Done,
            AccountState::Unsure => Sign::Unsure,
        },
        title: account.name.clone(),
        word: text.get(&format!("word-account-{}", account.state.word())).into_owned(),
        note: match &account.note {
            Some(note) => note.clone(),
            None => text.get(&format!("word-kind-{}", account.kind.word())).into_owned(),
        },
    }
}
