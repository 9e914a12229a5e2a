//! A finding: an account that a scan saw and the person has not decided on
//! yet.
//!
//! Owns: what speaks for an account, how sure that is, and whether a case has
//! the account already. Must not know: how a scan works, or any text of a
//! message.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Account, AccountKind, AccountState, Case, named::named};

named! {
    /// What shows that an account uses the number, the strongest first. The word is
    /// also that in keys of texts after `word-evidence-`.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum EvidenceKind {
        /// The account sent a code.
        Code = "code",
        /// A login in a password export holds the number.
        Account = "account",
        /// A login holds a partly hidden number that fits.
        AccountMaybe = "account_maybe",
        /// The account reported a changed password or number.
        Password = "password",
        /// The account reported a login.
        Login = "login",
        /// The account greeted a new customer.
        Welcome = "welcome",
        /// The account reported a payment.
        Payment = "payment",
        /// The account reported a parcel, a ride or an appointment.
        Delivery = "delivery",
        /// The account reported a subscription or a policy.
        Renewal = "renewal",
    }
}

impl EvidenceKind {
    /// How much one piece of this evidence says, of 100.
    fn weight(self) -> u32 {
        match self {
            Self::Code => 90,
            Self::Account => 80,
            Self::Password | Self::Login => 60,
            Self::AccountMaybe | Self::Welcome => 50,
            Self::Payment => 40,
            Self::Renewal => 30,
            Self::Delivery => 20,
        }
    }
}

/// How often evidence of one kind was seen, and on which days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// How often.
    pub count: u64,
    /// The first day, when the export has dates.
    pub first: Option<Date>,
    /// The last day.
    pub last: Option<Date>,
}

/// An account that a scan saw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// Its name.
    pub name: String,
    /// Every name that it is known by: its own first, then those of the
    /// catalogue.
    pub names: Vec<String>,
    /// Names that it had before the person renamed or merged it.
    pub merged: Vec<String>,
    /// Its id in the catalogue, when the catalogue has it.
    pub catalogue_id: Option<String>,
    /// What sort of account it is.
    pub kind: AccountKind,
    /// What speaks for it, the strongest first.
    pub evidence: BTreeMap<EvidenceKind, Evidence>,
    /// The SIMs that its messages came to, as the export calls them.
    pub sims: BTreeSet<String>,
}

impl Finding {
    /// How sure it is that the account uses the number, of 100.
    pub(crate) fn score(&self) -> u32 {
        let strongest = self.evidence.keys().map(|kind| kind.weight()).max().unwrap_or_default();
        let times: u64 = self.evidence.values().map(|one| one.count).sum();
        let more = u32::try_from(times.saturating_sub(1).min(5)).unwrap_or(5);
        let kinds = u32::try_from(self.evidence.len().saturating_sub(1)).unwrap_or_default();
        (strongest + more + kinds).min(100)
    }

    /// Whether a case has this account, and the account itself when it is on
    /// the list.
    pub(crate) fn status<'a>(&self, case: &'a Case) -> (FindingStatus, Option<&'a Account>) {
        let names = [&self.name].into_iter().chain(&self.names).map(String::as_str);
        let Some(account) = case.account_called(names) else {
            let dismissed = case.is_dismissed(&self.name);
            return (if dismissed { FindingStatus::Dismissed } else { FindingStatus::New }, None);
        };
        let code = self.evidence.get(&EvidenceKind::Code).and_then(|codes| codes.last);
        let later = code.filter(|day| account.since.is_some_and(|since| *day > since));
        let status = match later {
            Some(day) if account.state.is_released() => FindingStatus::StillUsed(day),
            _ => FindingStatus::Listed(account.state),
        };
        (status, Some(account))
    }

    /// Gives it another name.
    pub(crate) fn rename(&mut self, name: String) {
        self.names.push(name.clone());
        self.merged.push(std::mem::replace(&mut self.name, name));
    }

    /// Adds another finding of the same account to this one.
    pub(crate) fn merge(&mut self, other: Self) {
        self.names.extend(other.names);
        self.merged.push(other.name);
        self.merged.extend(other.merged);
        self.sims.extend(other.sims);
        for (kind, more) in other.evidence {
            let own = self.evidence.entry(kind).or_default();
            own.count += more.count;
            own.first = own.first.into_iter().chain(more.first).min();
            own.last = own.last.max(more.last);
        }
    }
}

/// Whether a case has an account that a scan saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FindingStatus {
    /// The case does not have it.
    New,
    /// The person does not want to see it again.
    Dismissed,
    /// It is on the list, in this state.
    Listed(AccountState),
    /// The person marked it as moved or closed, but it sent a code after that,
    /// the last one on this day.
    StillUsed(Date),
}

impl FindingStatus {
    /// The word in reports, and in keys of texts after `word-found-`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Dismissed => "ignored",
            Self::Listed(_) => "listed",
            Self::StillUsed(_) => "still_used",
        }
    }
}
