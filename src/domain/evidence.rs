//! What speaks for an account: how often it was seen, and when.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::named;

named! {
    /// What shows that an account uses the number, the strongest first. The word is
    /// also that in keys of texts after `word-evidence-`.
    #[derive(PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
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
    pub(super) fn weight(self) -> u32 {
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// How often.
    pub count: u64,
    /// The first day, when the export has dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Date>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Date>,
}

impl Evidence {
    /// Both together.
    pub(in crate::domain) fn joined(self, more: Self) -> Self {
        let apart = |before: Self, after: Self| before.last.is_some() && before.last < after.first;
        let count = if apart(self, more) || apart(more, self) {
            self.count.saturating_add(more.count)
        } else {
            self.count.max(more.count)
        };
        let first = self.first.into_iter().chain(more.first).min();
        Self { count, first, last: self.last.max(more.last) }
    }
}
