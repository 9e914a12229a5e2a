//! How lines of a carrier end, as a playbook tells it: by themselves, with a
//! refund, or by taking the number along.

use serde::Deserialize;

use super::Ground;
use crate::{
    domain::{EndRule, Id, Prolonging, RefundTerm, Window},
    text::Localized,
};

/// How a line ends by itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ends {
    /// What gives the day.
    #[serde(default)]
    pub rule: EndRule,
    /// The rule in words: where to read the day off, or after how long without
    /// use the line ends.
    pub means: Localized,
    /// What keeps the line alive, in a few words: what counts as use, or how to
    /// top up.
    pub counts: Localized,
    /// It ends without anybody stopping anything: so where it is left out.
    #[serde(default = "yes")]
    pub stops_itself: bool,
    /// How to stop what keeps it alive, where it does not stop by itself.
    #[serde(default)]
    pub stop: Option<Localized>,
    /// What credit left on the line does.
    #[serde(default)]
    pub prolonging: Option<Prolonging>,
    /// After its validity the line still receives for a while: so where it is left out.
    #[serde(default = "yes")]
    pub grace: bool,
    /// Nothing has to be asked for, without use or a top-up the line closes: so where it
    /// is left out.
    #[serde(default = "yes")]
    pub closes_without_request: bool,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

fn yes() -> bool {
    true
}

/// Whether credit that is left comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefundKind {
    /// It is lost.
    None,
    /// The carrier pays it out when it is asked.
    OnRequest,
    /// Nobody knows: it is to be asked.
    Unknown,
}

/// What happens to credit that is left.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refund {
    /// Whether it comes back.
    pub given: RefundKind,
    /// How, and until when.
    pub means: Localized,
    /// Until when it can be asked for, where a source says so and the day follows
    /// from what the person knows of the line.
    #[serde(default)]
    pub until: Option<RefundTerm>,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// Taking the number to another carrier.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Porting {
    /// Whether credit that is left is lost with it; nothing where no page says so.
    #[serde(default)]
    pub kills_credit: Option<bool>,
    /// Working days that it takes.
    #[serde(default)]
    pub window: Option<Window>,
    /// How it is done.
    pub means: Localized,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// Something that nobody has found out, to be asked of the carrier.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Stable, unique among the questions.
    pub id: Id,
    /// It is put only when all of these hold.
    #[serde(default)]
    pub when: Vec<Ground>,
    /// The question, as it is put.
    pub text: Localized,
}

#[cfg(test)]
mod tests;
