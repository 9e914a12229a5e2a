//! Which account a person means by what they typed: the one answer for the command
//! line, the dashboard, and lists that are pasted.

use serde::Deserialize;

use super::{entry::KnownAccount, known::KnownAccounts};
use crate::{
    domain::{Account, AccountDraft, AccountKind, Case, Id},
    text::{Lang, bare_name, fold::squeezed, read_packed, slips},
};

/// The most accounts that are asked about.
const MOST: usize = 5;

/// Fewest letters in which a slip is looked for.
const SLIP: usize = 6;

/// Fewest letters of a whole word that stand for a longer name by themselves.
const WORD: usize = 5;

/// Those whose line it is: their names are no beginnings of others. And places, as they
/// are written behind a name.
#[derive(Deserialize)]
struct Senders {
    carriers: Vec<String>,
    places: Vec<String>,
}

/// What a person means by a name.
#[derive(Clone, Debug)]
pub(crate) enum Meant {
    /// This account: it is called so.
    Named(&'static KnownAccount),
    /// This account: nothing else begins so that is not called after it.
    Begun(&'static KnownAccount),
    /// One of these, or none.
    OneOf(Vec<&'static KnownAccount>),
    /// Nothing that is known.
    Unknown,
}

impl Meant {
    /// The account, when it is sure.
    pub(crate) fn sure(&self) -> Option<&'static KnownAccount> {
        match self {
            Self::Named(one) | Self::Begun(one) => Some(one),
            Self::OneOf(_) | Self::Unknown => None,
        }
    }

    /// The accounts that could be meant, by the names that they have in a language.
    pub(crate) fn names(&self, lang: Lang) -> Vec<&'static str> {
        let all = match self {
            Self::OneOf(all) => all.as_slice(),
            _ => &[],
        };
        all.iter().map(|one| one.name_in(lang)).collect()
    }
}

/// A name without the phone number that was typed with it, unless that is all.
fn bare(typed: &str) -> String {
    let name = bare_name(typed);
    if name.is_empty() { typed.trim().to_owned() } else { name }
}

/// The host of an address.
fn host(typed: &str) -> &str {
    let behind = typed.split_once("://").map_or(typed, |(_, rest)| rest);
    let host = behind.split(['/', '?', ':']).next().unwrap_or(behind);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Whether it is the name of a carrier.
fn is_carrier(letters: &str) -> bool {
    let senders: Option<Senders> = read_packed("accounts/senders.ron").ok();
    senders.is_some_and(|all| all.carriers.iter().any(|name| squeezed(name) == letters))
}

impl KnownAccounts {
    /// What is meant by a name: what is called so, else what begins so or is pronounced
    /// so, else what is called so but for a slip.
    pub(crate) fn meaning(&'static self, typed: &str) -> Meant {
        let typed = bare(typed);
        let typed = typed.as_str();
        for form in [typed, host(typed)] {
            match self.called(form).as_slice() {
                [one] => return Meant::Named(one),
                [] => {}
                all => return Meant::OneOf(all.to_vec()),
            }
        }
        let (begun, letters) = (self.beginning(typed), squeezed(typed));
        if is_carrier(&letters) {
            return Meant::Unknown;
        }
        match begun.all.as_slice() {
            [one, ..] if begun.is_sure => Meant::Begun(one),
            [one] if letters.chars().count() >= WORD => Meant::Begun(one),
            [] => match self.but_for_a_slip(&letters).as_slice() {
                [] => Meant::Unknown,
                [one] => Meant::Begun(one),
                close => Meant::OneOf(close.to_vec()),
            },
            all => Meant::OneOf(all.iter().take(MOST).copied().collect()),
        }
    }

    /// The accounts with a name that differs by one slip.
    fn but_for_a_slip(&self, typed: &str) -> Vec<&KnownAccount> {
        let length = typed.chars().count();
        let is_close =
            |name: &String| name.chars().count().abs_diff(length) <= 1 && slips(name, typed) <= 1;
        let all = self.all().iter().zip(self.squeezed_names());
        let close = all.filter(|(_, names)| length >= SLIP && names.iter().any(is_close));
        close.take(MOST).map(|(one, _)| one).collect()
    }

    /// What is added when a person types a name: id, name and kind as they are
    /// known, else the name as it was typed.
    pub(crate) fn draft(&'static self, typed: &str, lang: Lang) -> AccountDraft {
        match self.meaning(typed).sure() {
            Some(one) => AccountDraft {
                id: Some(Id::new(one.id.clone())),
                name: one.name_in(lang).to_owned(),
                kind: one.kind,
                ..AccountDraft::default()
            },
            None => {
                let name = bare(typed);
                let kind = self.kind_elsewhere(&name).unwrap_or_default();
                AccountDraft { name, kind, ..AccountDraft::default() }
            }
        }
    }

    /// The kind of what is called as a known account is, with a place beside it. That is
    /// an account of its own: `Maybank Singapore` is not Maybank.
    fn kind_elsewhere(&'static self, name: &str) -> Option<AccountKind> {
        let lower = name.to_lowercase();
        let senders: Senders = read_packed("accounts/senders.ron").ok()?;
        let rest = senders.places.iter().filter_map(|place| {
            let behind = lower.strip_suffix(place.as_str()).filter(|rest| !rest.is_empty());
            let apart = |rest: &&str| !place.is_ascii() || rest.ends_with([' ', '-']);
            behind.filter(apart)
        });
        let known = rest.flat_map(|rest| self.called(rest)).map(|one| one.kind);
        let kinds: Vec<AccountKind> = known.collect();
        let (first, rest) = kinds.split_first()?;
        rest.iter().all(|kind| kind == first).then_some(*first)
    }

    /// The account of a case that a person means by a name: by its id, by what
    /// it is called, or by any name that is known for it.
    pub(crate) fn meant<'a>(&'static self, case: &'a Case, typed: &str) -> Option<&'a Account> {
        let typed = typed.strip_prefix("account:").unwrap_or(typed);
        let by_id = [Id::slug(typed), Id::new(typed)];
        let by_id = by_id.iter().find_map(|id| case.account(id).ok());
        let name = squeezed(typed);
        let called = |one: &&Account| {
            [&one.name].into_iter().chain(&one.also).any(|own| squeezed(own) == name)
        };
        by_id.or_else(|| case.accounts.iter().find(called)).or_else(|| {
            let one = self.meaning(typed).sure()?;
            let names = one.names().chain([one.id.as_str()]);
            case.account_called(names)
        })
    }
}

#[cfg(test)]
mod tests;
