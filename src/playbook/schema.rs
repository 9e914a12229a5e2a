//! What a playbook file holds.

use std::cell::OnceCell;

use jiff::civil::Date;
use serde::Deserialize;

use super::own_calendar::OwnCalendar;
use crate::{
    calendar::Calendar,
    domain::{self, AccountKind, Id, Needed, Procedure},
    text::Localized,
};

/// How far a fact can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// One weak source: shown as unverified wherever it is shown.
    Low,
    /// One good source, or a good one that is old.
    Medium,
    /// Two independent sources.
    High,
}

impl Confidence {
    /// The word in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Where a fact comes from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What items refer to it by.
    pub id: Id,
    /// What it is.
    pub title: Localized,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// The day it was last seen to say so.
    pub verified: Date,
}

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
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// When a document is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NeededOn {
    /// In every case.
    Always,
    /// It helps but is not asked for.
    Optional,
    /// Only if this precondition was settled by paying.
    WhenSettled(Id),
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
    pub needed: NeededOn,
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
    /// The day a source was last seen to say so.
    pub verified: Date,
    /// Not the carrier but a place to complain about it.
    #[serde(default)]
    pub complaint: bool,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
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

/// A step of the application that is told, not ticked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What the person does.
    pub means: Localized,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// How long the carrier takes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewWindow {
    /// First working day on which an answer can come.
    pub earliest: u16,
    /// Last working day before it is late.
    pub latest: u16,
    /// Whose working days, as ISO 3166-2 or `ZZ`.
    pub region: String,
    /// What the person does meanwhile.
    pub means: Localized,
    /// How far the figures can be trusted.
    pub confidence: Confidence,
    /// What to do about an answer that is late.
    #[serde(default)]
    pub chase: Option<ChaseRule>,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// When to ask again for an answer that is late, and when to complain.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChaseRule {
    /// Working days without a word after which to ask again.
    pub nudge_after: u16,
    /// Working days after which a forum takes the complaint.
    pub complain_after: u16,
    /// How to ask again, and where the figure is from.
    pub nudge: Localized,
    /// How to complain, and where the figure is from.
    pub complain: Localized,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// Letting the line expire instead.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lapse {
    /// What happens, in order.
    pub means: Localized,
    /// How long to take care once it has expired.
    #[serde(default)]
    pub rest: Option<Rest>,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// How long a number rests before it is sold again.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rest {
    /// Days after the last one on which the line receives.
    pub days: u16,
    /// What the figure is worth.
    pub means: Localized,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
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

/// Something to say or to hand over, with blanks for what the case knows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Stable, unique among the letters.
    pub id: Id,
    /// What it is called.
    pub title: Localized,
    /// When it is needed.
    #[serde(default)]
    pub means: Option<Localized>,
    /// The text. `{number}` and the like stand for what the case knows; see
    /// [`super::BLANKS`].
    pub body: Localized,
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

/// A carrier's procedure, every text in every language it was written in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Playbook {
    /// What cases refer to it by.
    pub id: Id,
    /// What the carrier is called.
    pub name: Localized,
    /// The zone in which its days begin, as in the IANA database; nothing
    /// means the person's own.
    #[serde(default)]
    pub zone: Option<String>,
    /// The day the whole of it was last gone through.
    pub verified: Date,
    /// What it is for, in a sentence or two.
    pub about: Localized,
    /// Where its facts come from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// What must hold before applying.
    #[serde(default)]
    pub preconditions: Vec<Precondition>,
    /// The papers.
    #[serde(default)]
    pub documents: Vec<Document>,
    /// What to save first.
    #[serde(default)]
    pub safeguards: Vec<Safeguard>,
    /// Ways to reach the carrier.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// What to have at hand when doing so.
    #[serde(default)]
    pub at_hand: Vec<AtHand>,
    /// Submitting.
    pub application: Step,
    /// How long it takes.
    pub review: ReviewWindow,
    /// When the answer is yes.
    pub confirmation: Step,
    /// Letting the line expire instead.
    pub lapse: Lapse,
    /// What can come in the way.
    #[serde(default)]
    pub obstacles: Vec<Obstacle>,
    /// What to say and to hand over. Those of the generic playbook stand in
    /// for what is missing.
    #[serde(default)]
    pub letters: Vec<Letter>,
    /// Accounts to look for.
    #[serde(default)]
    pub look_for: Vec<LookFor>,
    /// Days that count for the carrier, read when first asked for.
    #[serde(skip)]
    pub(super) days: OnceCell<Option<Calendar>>,
    /// Days of the person's own, for all cases.
    #[serde(skip)]
    pub(super) own_days: OwnCalendar,
}

impl Playbook {
    /// What the rules need of it.
    pub fn procedure(&self) -> Procedure {
        let precondition = |rule: &Precondition| domain::Precondition {
            id: rule.id.clone(),
            follows_accounts: rule.follows_accounts,
            can_settle: rule.can_settle,
        };
        let paper = |paper: &Document| domain::Paper {
            id: paper.id.clone(),
            needed: match &paper.needed {
                NeededOn::Always => Needed::Always,
                NeededOn::Optional => Needed::Optional,
                NeededOn::WhenSettled(id) => Needed::WhenSettled(id.clone()),
            },
        };
        Procedure {
            preconditions: self.preconditions.iter().map(precondition).collect(),
            documents: self.documents.iter().map(paper).collect(),
            safeguards: self.safeguards.iter().map(|one| one.id.clone()).collect(),
            obstacles: self.obstacles.iter().map(|one| one.id.clone()).collect(),
            forums: self
                .channels
                .iter()
                .filter(|channel| channel.complaint)
                .map(|channel| channel.id.clone())
                .collect(),
        }
    }

    /// The sources named by `ids`, in that order.
    pub fn sources<'a>(&'a self, ids: &'a [Id]) -> impl Iterator<Item = &'a Source> {
        ids.iter().filter_map(|id| self.sources.iter().find(|source| source.id == *id))
    }
}
