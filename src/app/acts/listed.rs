//! Accounts that are added although they are on the list: the person is told so, and sees
//! them.

use super::accounts::go_to;
use crate::{
    app::{
        command::Command,
        forms::account,
        model::Model,
        value::{Dialog, FieldFault, FieldId, Form, Tone},
    },
    domain::{Item, Keyed as _, Refusal},
};

/// How one account stands that is on the list already.
struct Listed {
    item: Item,
    name: String,
    state: String,
}

/// The accounts of the list that a form would add once more.
fn listed(model: &Model, form: &Form) -> Vec<Listed> {
    let names = account::names(form, &model.text);
    let Some(scene) = model.scene().filter(|_| !names.is_empty()) else { return Vec::new() };
    let one = |account: &crate::domain::Account| Listed {
        item: account.item(),
        name: scene.words.account_name(account),
        state: model.text.get(&format!("word-account-{}", account.state.word())).into_owned(),
    };
    account::listed(&scene, &names).into_iter().map(one).collect()
}

/// Whether the form on top cannot go on because the one account that it adds is on the
/// list. Where nothing else was typed and the form can be `left`, the account is shown.
pub(super) fn holds_up(model: &mut Model, left: bool) -> bool {
    let Some(Dialog::Form(form)) = model.dialogs.last() else { return false };
    if account::names(form, &model.text).len() != 1 {
        return false;
    }
    let Some(one) = listed(model, form).into_iter().next() else { return false };
    if left && !form.is_touched_beyond(FieldId::Name) {
        model.dialogs.pop();
        go_to(model, &one.item);
        let args = [("item", one.name.into()), ("state", one.state.into())];
        model.say_words(Tone::Plain, "ui-account-listed", &args);
        return true;
    }
    let words = model.refusal_words(&Refusal::Duplicate(one.name));
    if let Some(Dialog::Form(form)) = model.dialogs.last_mut() {
        form.blame(FieldFault { field: FieldId::Name, words });
    }
    true
}

/// How many of several accounts that a form adds are on the list already.
pub(super) fn count(model: &Model, form: &Form) -> usize {
    let several = account::names(form, &model.text).len() > 1;
    if several { listed(model, form).len() } else { 0 }
}

/// Says that of several accounts so many were on the list; `changed` when others were
/// added.
pub(super) fn tell(model: &mut Model, known: usize, changed: bool) {
    let key = model.keymap.key_of(Command::Undo);
    let what = model.newest_entry();
    let args = [("count", known.into()), ("what", what.into()), ("key", key.into())];
    if changed {
        model.say_words(Tone::Good, "ui-did-others-listed", &args);
    } else {
        model.say_words(Tone::Plain, "ui-accounts-listed", &args);
    }
}
