//! The phone line that is being closed.

use jiff::civil::Date;
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
    /// person may hold and whether the line ends by itself.
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
        /// A visitor. A playbook says when a line registered so ends by itself.
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
    /// The person's own name, as letters carry it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The address that letters ask to reply to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<String>,
    /// The person is abroad and cannot visit a store; letters say so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub abroad: bool,
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
    /// The last day on which it was used in a way that its carrier counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_used: Option<Date>,
    /// Credit left on it, in the carrier's currency, as the person writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

/// What gave the day on which a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEndRule {
    /// The person read off until when it receives.
    GraceUntil,
    /// The person read off until when it is valid, and it ends with that.
    ActiveUntil,
    /// It follows from how the line was registered.
    Registration,
    /// It follows from the day on which the line was last used.
    Use,
    /// Credit can keep it alive until then, beyond the day that was read off.
    Prolonged,
}

impl LineEndRule {
    /// Nobody read the day off: it follows from a rule.
    pub(crate) fn is_computed(self) -> bool {
        !matches!(self, Self::GraceUntil | Self::ActiveUntil)
    }
}

/// The last day on which a line receives, and what gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineEnd {
    /// The day.
    pub on: Date,
    /// What gave it.
    pub by: LineEndRule,
}

impl Line {
    /// The facts, by the id that follows `line:` in the name of an item, in the
    /// order in which they are shown.
    pub(crate) const FACTS: [&'static str; 11] = [
        "number",
        "holder",
        "class",
        "registered",
        "active-until",
        "grace-until",
        "last-used",
        "credit",
        "name",
        "reply-to",
        "abroad",
    ];

    /// Forgets a fact.
    pub(crate) fn forget(&mut self, fact: &str) {
        match fact {
            "number" => self.number = None,
            "holder" => self.holder = Holder::Me,
            "name" => self.name = None,
            "reply-to" => self.reply_to = None,
            "abroad" => self.abroad = false,
            "class" => self.class = None,
            "registered" => self.registered = None,
            "active-until" => self.active_until = None,
            "grace-until" => self.grace_until = None,
            "last-used" => self.last_used = None,
            "credit" => self.credit = None,
            _ => {}
        }
    }

    /// The name of the registered holder, as far as it is known.
    pub(crate) fn holder_name(&self) -> Option<&str> {
        match &self.holder {
            Holder::Me => self.name.as_deref(),
            Holder::Other(name) => Some(name),
        }
    }

    /// The person, where the line is somebody else's and their own name is known: they
    /// act for the holder.
    pub(crate) fn authorised(&self) -> Option<&str> {
        match &self.holder {
            Holder::Me => None,
            Holder::Other(_) => self.name.as_deref(),
        }
    }

    /// It was used after a day that was read off, and after the last one on which it was to
    /// receive: it goes on, and its new days are not known.
    pub(super) fn has_outlived(&self, on: Date) -> bool {
        let used_after = |day: Date| self.last_used.is_some_and(|used| used > day);
        used_after(on) && self.grace_until.is_none_or(used_after)
    }

    /// The first day that was read off for it: until when it is active, or, where nobody
    /// noted that, until when it receives; and the fact that it is.
    pub(super) fn read_off(&self) -> Option<(Date, &'static str)> {
        let noted = |on: Option<Date>| on.filter(|on| !self.has_outlived(*on));
        let active = noted(self.active_until).map(|on| (on, "active-until"));
        active.or_else(|| Some((noted(self.grace_until)?, "grace-until")))
    }

    /// Once its validity has ended, the day until which it still receives: whoever keeps it
    /// has no later chance.
    pub(crate) fn last_chance(&self, today: Date) -> Option<Date> {
        let expired = self.active_until.is_some_and(|on| on < today);
        self.grace_until.filter(|until| expired && *until >= today)
    }

    /// There is credit left on it, as far as the person said.
    pub(crate) fn has_credit(&self) -> bool {
        let credit = self.credit.as_deref().unwrap_or_default();
        credit.chars().any(|c| c.is_ascii_digit() && c != '0')
    }
}
