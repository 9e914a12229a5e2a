//! Which account a person means by what they typed: the one answer for the command
//! line, the dashboard, and lists that are pasted.

use strsim::osa_distance;

use super::{entry::KnownAccount, known::KnownAccounts};
use crate::{
    domain::{Account, AccountDraft, Case, Id},
    text::{Lang, fold::squeezed},
};

/// The most accounts that are asked about.
const MOST: usize = 5;

/// Fewest letters in which a slip is looked for, and from which on there may be two.
const SLIPS: (usize, usize) = (4, 9);

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

impl KnownAccounts {
    /// What is meant by a name: what is called so, else what begins so or is pronounced
    /// so, else what is called so but for a slip.
    pub(crate) fn meaning(&'static self, typed: &str) -> Meant {
        match self.called(typed).as_slice() {
            [one] => return Meant::Named(one),
            [] => {}
            all => return Meant::OneOf(all.to_vec()),
        }
        let begun = self.beginning(typed);
        match begun.all.as_slice() {
            [one, ..] if begun.is_sure => Meant::Begun(one),
            [] => match self.but_for_a_slip(&squeezed(typed)) {
                close if close.is_empty() => Meant::Unknown,
                close => Meant::OneOf(close),
            },
            all => Meant::OneOf(all.iter().take(MOST).copied().collect()),
        }
    }

    /// The accounts with a name that differs by a slip or two.
    fn but_for_a_slip(&self, typed: &str) -> Vec<&KnownAccount> {
        let length = typed.chars().count();
        let most = match length {
            length if length < SLIPS.0 => return Vec::new(),
            length if length < SLIPS.1 => 1,
            _ => 2,
        };
        let slips = |name: &String| {
            let apart = name.chars().count().abs_diff(length);
            (apart <= most).then(|| osa_distance(name, typed)).filter(|slips| *slips <= most)
        };
        let mut close: Vec<(usize, &KnownAccount)> = self
            .all()
            .iter()
            .zip(self.squeezed_names())
            .filter_map(|(one, names)| Some((names.iter().filter_map(slips).min()?, one)))
            .collect();
        close.sort_by_key(|(slips, _)| *slips);
        close.into_iter().take(MOST).map(|(_, one)| one).collect()
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
            None => AccountDraft { name: typed.trim().to_owned(), ..AccountDraft::default() },
        }
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
