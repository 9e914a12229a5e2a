//! One text message, and what it can show.

use jiff::Timestamp;

/// A message as an export holds it. Borrowed: none outlives its reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Message<'a> {
    /// Who sent it: a number, a short code, or a name.
    pub sender: &'a str,
    /// Under which name the sender is saved, when it is.
    pub contact: Option<&'a str>,
    /// The text.
    pub body: &'a str,
    /// When it came.
    pub at: Option<Timestamp>,
    /// Which SIM it came to, as the export calls it.
    pub sim: Option<&'a str>,
    /// The person wrote it.
    pub sent: bool,
}

/// What shows that an account knows the number, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// It sent a code.
    Code,
    /// An account holds the number.
    Account,
    /// An account holds a number that is partly hidden and could be it.
    AccountMaybe,
    /// It told of a changed password or number.
    Password,
    /// It told of a login.
    Login,
    /// It greeted a new customer.
    Welcome,
    /// It told of money that moved.
    Payment,
    /// It told of a parcel, a ride or an appointment.
    Delivery,
    /// It told of a subscription or policy.
    Renewal,
}

impl What {
    /// Every kind, the strongest first.
    pub const ALL: [Self; 9] = [
        Self::Code,
        Self::Account,
        Self::AccountMaybe,
        Self::Password,
        Self::Login,
        Self::Welcome,
        Self::Payment,
        Self::Delivery,
        Self::Renewal,
    ];

    /// Its word in reports, and in keys of texts after `word-evidence-`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Account => "account",
            Self::AccountMaybe => "account_maybe",
            Self::Password => "password",
            Self::Login => "login",
            Self::Welcome => "welcome",
            Self::Payment => "payment",
            Self::Delivery => "delivery",
            Self::Renewal => "renewal",
        }
    }

    /// How much it says, of 100.
    pub fn weight(self) -> u32 {
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
