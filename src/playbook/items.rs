//! What the lists of a playbook hold: things to tick, ways to reach the carrier,
//! obstacles.

use serde::Deserialize;

use super::{
    Confidence, FromAbroad, Hours, PageDate, Reach,
    reach::{Hope, runs},
    way_out::ways_out,
};
use crate::{
    domain::{AccountKind, Id, Needed, Route},
    text::{Localized, Text},
};

/// One thing that must hold before applying.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Precondition {
    /// Stable, unique among the preconditions.
    pub id: Id,
    /// What it is called.
    pub title: Localized,
    /// What it really means on such a line.
    pub means: Localized,
    /// How a person finds out whether it holds.
    pub check: Localized,
    /// It follows from the accounts.
    #[serde(default, alias = "follows_services")]
    pub follows_accounts: bool,
    /// It can be met by paying.
    #[serde(default)]
    pub can_settle: bool,
    /// The ways out that it is about; all where none is named.
    #[serde(default, deserialize_with = "ways_out")]
    pub routes: Vec<Route>,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// A paper the carrier wants.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Stable, unique among the documents.
    pub id: Id,
    /// What it is called.
    pub title: Localized,
    /// What it must show, and how to get it.
    pub means: Localized,
    /// When it is wanted.
    pub needed: Needed,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// What is lost with the line unless saved first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Safeguard {
    /// Stable, unique among the safeguards.
    pub id: Id,
    /// What it is called.
    pub title: Localized,
    /// How to save it.
    pub means: Localized,
    /// It is about credit left on the line, which is lost once the line can no
    /// longer call.
    #[serde(default)]
    pub of_credit: bool,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// A way to reach the carrier, or someone above it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Stable, unique among the channels.
    pub id: Id,
    /// What it is called.
    pub title: Localized,
    /// The number to dial or the address to open, when one is confirmed.
    #[serde(default)]
    pub value: Option<String>,
    /// When to use it and what to expect.
    pub means: Localized,
    /// How far the value can be trusted.
    pub confidence: Confidence,
    /// The date that the page which says so carries; none when it is undated.
    #[serde(default, alias = "verified")]
    pub date: Option<PageDate>,
    /// What is known of it for somebody who is abroad.
    #[serde(default)]
    pub(crate) abroad: Option<FromAbroad>,
    /// When somebody answers, where a page says so: `(days: (1, 5), opens: "09:00", closes:
    /// "18:00")`, or a list of several such runs.
    #[serde(default, deserialize_with = "runs")]
    pub(crate) hours: Vec<Hours>,
    /// Not the carrier but a place to complain about it.
    #[serde(default)]
    pub complaint: bool,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

impl Channel {
    /// Whether it works from where the person is.
    pub(crate) fn reach(&self, abroad: bool) -> Reach {
        let known = self.abroad.as_ref().map_or(Reach::Unknown, |one| one.reach);
        if abroad { known } else { Reach::Yes }
    }

    /// What can be expected of it from abroad, where no page says so.
    pub(crate) fn hope(&self) -> Option<Hope> {
        let value = self.value_from(true).unwrap_or_default();
        (self.reach(true) == Reach::Unknown).then(|| Hope::of(self.id.as_str(), value))
    }

    /// The key of what one does there: talks on the phone, writes, or stands at a counter.
    pub(crate) fn talk(&self, abroad: bool) -> &'static str {
        match Hope::of(self.id.as_str(), self.value_from(abroad).unwrap_or_default()) {
            Hope::Online => "ui-call-online",
            Hope::Store => "ui-call-store",
            Hope::Number | Hope::Short | Hope::TollFree => "ui-call",
        }
    }

    /// The key of a text about a call, as it is for what one does there: nobody calls where
    /// one writes or stands at a counter.
    pub(crate) fn of_talk(&self, abroad: bool, key: &str) -> String {
        let own = match Hope::of(self.id.as_str(), self.value_from(abroad).unwrap_or_default()) {
            Hope::Online => format!("{key}-online"),
            Hope::Store => format!("{key}-counter"),
            Hope::Number | Hope::Short | Hope::TollFree => key.to_owned(),
        };
        if Text::has(&own) { own } else { key.to_owned() }
    }

    /// The key of what is said of it to somebody abroad: what a page says, or what can be
    /// expected.
    pub(crate) fn said_abroad(&self) -> String {
        match self.hope() {
            Some(hope) => format!("ui-abroad-try-{}", hope.word()),
            None => format!("ui-abroad-{}", self.reach(true).word()),
        }
    }

    /// What to dial or open from where the person is.
    pub(crate) fn value_from(&self, abroad: bool) -> Option<&str> {
        let there = self.abroad.as_ref().filter(|_| abroad);
        there.and_then(|one| one.value.as_deref()).or(self.value.as_deref())
    }

    /// What it costs from abroad, as the file says.
    pub(super) fn roaming_cost(&self) -> Option<&Localized> {
        self.abroad.as_ref()?.cost.as_ref()
    }
}

/// Something to have at hand when talking to support. It is named here and
/// stored nowhere.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AtHand {
    /// Stable, unique among them.
    pub id: Id,
    /// What it is, and what to beware of.
    pub title: Localized,
}

/// What blocks or bends the way.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Obstacle {
    /// Stable, unique among the obstacles.
    pub id: Id,
    /// What it is called.
    pub title: Localized,
    /// How to tell, and what follows from it.
    pub means: Localized,
    /// What to do, in order.
    pub steps: Vec<Localized>,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// A sort of account to look for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookFor {
    /// Which sort.
    pub kind: AccountKind,
    /// Where to look and what to beware of.
    pub hint: Localized,
}
