//! The phone line that is being closed.

use jiff::{ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use super::named;

/// In whose name the line is registered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Holder {
    /// The person using ringoff.
    #[default]
    Me,
    /// Somebody else: only they can ask the carrier.
    Other(String),
}

named! {
    /// How the line was registered. In Malaysia this decides how many lines a
    /// person may hold and whether the line ends by itself (MCMC Mandatory
    /// Standards, in force since 2026-02-26).
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Class {
        /// A citizen.
        Citizen = "citizen",
        /// A permanent resident.
        Resident = "resident",
        /// A holder of a work pass.
        Work = "work",
        /// A holder of a student pass.
        Student = "student",
        /// A visitor: a line registered so ends three months later.
        Tourist = "tourist",
    }
}

/// A phone number at a carrier, with the dates the carrier shows for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Line {
    /// As the person writes it, with country code: `+60 12-345 6789`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// In whose name it is.
    pub holder: Holder,
    /// How it was registered, when known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// When it was registered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registered: Option<Date>,
    /// Last day on which it can call and send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active_until: Option<Date>,
    /// Last day on which it still receives; after it the number is taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grace_until: Option<Date>,
    /// Credit left on it, in the carrier's currency, as the person writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

impl Line {
    /// The last day on which messages still arrive, as far as is known: the
    /// end of grace, or of the three months of a tourist registration if that
    /// comes first.
    pub(crate) fn receives_until(&self) -> Option<Date> {
        let tourist = match (self.class, self.registered) {
            (Some(Class::Tourist), Some(day)) => day.checked_add(3.months()).ok(),
            _ => None,
        };
        [self.grace_until, tourist].into_iter().flatten().min()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_tourist_line_ends_three_months_after_registration() {
        let mut line = Line {
            class: Some(Class::Tourist),
            registered: Some(date(2026, 3, 10)),
            ..Line::default()
        };
        assert_eq!(line.receives_until(), Some(date(2026, 6, 10)));
        line.grace_until = Some(date(2026, 5, 1));
        assert_eq!(line.receives_until(), Some(date(2026, 5, 1)));
    }
}
