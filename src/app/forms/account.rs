//! An account.

use super::{
    choices::words,
    filled::{Accepted, change},
};
use crate::{
    app::value::{FieldId as F, Form, FormKind, Scene},
    catalogue::{ListedName, known, listed_names},
    domain::{Account, AccountDraft, AccountKind, AccountState, Case, Id, Refusal},
    text::Text,
};

/// The choice that takes the kind from the catalogue.
const AUTO: &str = "auto";

pub(super) fn open(form: Form, scene: &Scene<'_>, id: Option<&Id>) -> Option<Form> {
    let (case, text) = (scene.words.case, scene.words.text);
    let known = id.map(|id| case.account(id)).transpose().ok()?;
    let kind = known.map_or(AUTO, |known| known.kind.word());
    let state = known.map_or(AccountState::ToDo, |known| known.state);
    let auto = (AUTO.to_owned(), text.get("ui-kind-auto").into_owned());
    let kinds = words(text, "kind", AccountKind::ALL.map(AccountKind::word));
    let kinds = [auto].into_iter().filter(|_| known.is_none()).chain(kinds);
    let states = words(text, "account", AccountState::ALL.map(AccountState::word));
    let name = known.map(|known| scene.words.account_name(known));
    Some(
        form.text(F::Name, name.as_deref())
            .choice(F::Kind, kinds, kind)
            .choice(F::State, states, state.word())
            .number(F::To, known.and_then(|known| known.to.as_deref()))
            .date(F::WaitUntil, known.and_then(|known| known.until))
            .text(F::Note, known.and_then(|known| known.note.as_deref())),
    )
}

/// The number belongs to an account that has moved, the day to one that waits; what is
/// there is seen in any case.
pub(super) fn arrange(form: &mut Form) {
    let state = form.chosen_of(F::State, AccountState::ALL, AccountState::word);
    form.show_where(|field| match field.id {
        F::To => state == Some(AccountState::Moved) || !field.input.value().is_empty(),
        F::WaitUntil => state == Some(AccountState::Waiting) || !field.input.value().is_empty(),
        _ => true,
    });
}

/// The names that a form which adds accounts holds: a list, or the one that is typed or
/// chosen.
pub(in crate::app) fn names(form: &Form, text: &Text) -> Vec<ListedName> {
    if form.kind != FormKind::Account(None) {
        return Vec::new();
    }
    if !form.names.is_empty() {
        return form.names.clone();
    }
    let chosen = form.suggestions.taken().map(|one| vec![ListedName::new(one.value.clone())]);
    chosen.unwrap_or_else(|| listed_names(&form.value(F::Name), text))
}

/// The accounts of those names that are on the list already.
pub(in crate::app) fn listed<'a>(scene: &Scene<'a>, names: &[ListedName]) -> Vec<&'a Account> {
    let text = scene.words.text;
    let case: &'a Case = scene.words.case;
    let drafts = names.iter().map(|one| one.draft(text));
    let mut all: Vec<&Account> = Vec::new();
    for account in drafts.filter_map(|draft| case.account_like(&draft)) {
        if all.iter().all(|one| one.id != account.id) {
            all.push(account);
        }
    }
    all
}

pub(super) fn accept(scene: &Scene<'_>, form: &Form, id: Option<&Id>) -> Accepted {
    let (case, text, today) = (scene.words.case, scene.words.text, scene.words.today);
    let state = form.chosen_of(F::State, AccountState::ALL, AccountState::word);
    let names = names(form, text);
    let name = match names.as_slice() {
        [one] => one.name.clone(),
        _ => form.value(F::Name),
    };
    let old = id.and_then(|id| case.account(id).ok());
    // A name that was only translated is not changed.
    let same = old.filter(|old| scene.words.account_name(old) == name);
    let draft = match (old, same) {
        (None, _) => known().draft(&name, text.lang()),
        (_, Some(old)) => AccountDraft { name: old.name.clone(), ..AccountDraft::default() },
        _ => AccountDraft { name, ..AccountDraft::default() },
    };
    let chosen = form.chosen_of(F::Kind, AccountKind::ALL, AccountKind::word);
    let state = state.unwrap_or_default();
    let draft = AccountDraft {
        kind: chosen.unwrap_or(draft.kind),
        state,
        to: form.optional(F::To),
        until: form.day(F::WaitUntil, text, today)?,
        note: form.optional(F::Note),
        ..draft
    };
    // A day that was there before is not in the way of another state.
    let until = draft.until.filter(|day| {
        state == AccountState::Waiting || old.is_none_or(|old| old.until != Some(*day))
    });
    let draft = AccountDraft { until, ..draft };
    if !form.names.is_empty() || names.len() > 1 {
        let each = names.iter().map(|one| {
            let one = one.draft(text);
            let kind = chosen.unwrap_or(one.kind);
            let (to, note) = (draft.to.clone(), draft.note.clone().or(one.note));
            AccountDraft { kind, state, to, until, note, ..one }
        });
        return change(scene, F::Name, case.new_accounts(each, today));
    }
    let made = match id {
        Some(id) => case.edit_account(id, draft, today),
        None => case.new_account(draft, today),
    };
    let field = match &made {
        Err(Refusal::NotANumber(_) | Refusal::OwnNumber(_)) => F::To,
        Err(Refusal::NotWaiting) => F::WaitUntil,
        _ => F::Name,
    };
    change(scene, field, made)
}
