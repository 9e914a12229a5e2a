//! How a case knows an account that was found in the person's exports.

use jiff::civil::Date;

use super::{Account, AccountState, Case};

/// How a case knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acquaintance {
    /// Not yet.
    New,
    /// The person does not want to see it again.
    Dismissed,
    /// It is on the list, in this state.
    Listed(AccountState),
    /// It was marked moved or closed, and sent a code after that: the day of
    /// the last one.
    StillUsed(Date),
}

impl Acquaintance {
    /// Its word in reports, and in keys of texts after `word-found-`.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Dismissed => "ignored",
            Self::Listed(_) => "listed",
            Self::StillUsed(_) => "still_used",
        }
    }
}

impl Case {
    /// How this case knows what goes by `names`, the first of which is its
    /// own, and sent its last code on `last_code`; with the account that it is,
    /// when it is on the list.
    pub fn acquaintance(
        &self,
        names: &[&str],
        last_code: Option<Date>,
    ) -> (Acquaintance, Option<&Account>) {
        let Some(account) = self.account_called(names.iter().copied()) else {
            let ignored = names.first().is_some_and(|name| self.is_dismissed(name));
            return (if ignored { Acquaintance::Dismissed } else { Acquaintance::New }, None);
        };
        let later = last_code.filter(|day| account.since.is_some_and(|since| *day > since));
        let known = match later {
            Some(day) if account.state.is_released() => Acquaintance::StillUsed(day),
            _ => Acquaintance::Listed(account.state),
        };
        (known, Some(account))
    }
}
