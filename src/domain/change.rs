//! One thing that was done to a case, as a value that knows its inverse, and
//! the entry that the history keeps of it. Carrying it out stands in
//! `apply.rs`.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    Account, AgendaMark, Application, Contact, Dismissed, Edit, Ending, ExtraDocument, Id, Item,
    KeptFinding, Line, Mark, Obstacle, Reckoning, Route, Terms,
};

/// Everything that can happen to a case after it was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The case came into being: the first entry of every history.
    Opened,
    /// It is called something else.
    Label(String),
    /// The person goes another way.
    Route(Route),
    /// The facts about the line are these now.
    Line(Box<Line>),
    /// An item of the playbook got another mark, or none.
    Mark {
        /// Which item.
        item: Item,
        /// What is said about it now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mark: Option<Box<Mark>>,
    },
    /// The search for accounts was declared over, or resumed.
    Search(Option<Date>),
    /// An account came, changed or went.
    #[serde(alias = "service")]
    Account(Edit<Account>),
    /// Several did at once.
    #[serde(alias = "services")]
    Accounts(Vec<Edit<Account>>),
    /// A scan found something, or the person changed what was found.
    Found {
        /// What was found.
        #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
        findings: Box<[Edit<KeptFinding>]>,
        /// Accounts on the list that were seen.
        #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
        accounts: Box<[Edit<Account>]>,
        /// Names of what was found that are not to be shown again.
        #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
        dismissed: Box<[Edit<Dismissed>]>,
    },
    /// Names that a scan found are not to be shown again, or are.
    #[serde(alias = "ignored")]
    Dismissed(Vec<Edit<Dismissed>>),
    /// A document beyond the playbook's came, changed or went.
    Document(Edit<ExtraDocument>),
    /// An entry of the contact log came, changed or went.
    Contact(Edit<Contact>),
    /// An obstacle came, changed or went.
    Obstacle(Edit<Obstacle>),
    /// A submission came, changed or went.
    Application(Edit<Application>),
    /// An entry of the agenda was done or put off, or neither.
    Agenda {
        /// Which entry.
        id: Id,
        /// What is said about it now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mark: Option<AgendaMark>,
    },
    /// The days of a review are counted otherwise.
    Terms {
        /// How they are counted now.
        terms: Box<Terms>,
        /// The dates that the pending review has now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        told: Option<Box<Reckoned>>,
    },
    /// The tables were corrected, and the dates of a review moved by
    /// themselves.
    Reckoned(Box<Reckoned>),
    /// The person gave the whole thing up, or took it up again.
    Ending(Option<Ending>),
    /// The case was put away on that day, or taken out again.
    Archived(Option<Date>),
    /// Somebody changed all this in the file itself.
    ByHand(Vec<Self>),
    /// The person settled what two sides had changed differently.
    Settled {
        /// What is left to settle.
        left: Vec<Conflict>,
        /// The change by which the other side counts; nothing when what stands
        /// in the case is right.
        made: Option<Box<Self>>,
    },
}

impl Change {
    /// What a scan found, what it saw again, and what is not to be shown.
    pub(crate) fn found(
        findings: impl Into<Box<[Edit<KeptFinding>]>>,
        accounts: impl Into<Box<[Edit<Account>]>>,
        dismissed: impl Into<Box<[Edit<Dismissed>]>>,
    ) -> Self {
        let (findings, accounts) = (findings.into(), accounts.into());
        Self::Found { findings, accounts, dismissed: dismissed.into() }
    }

    /// The changes that it is made of: mostly only itself.
    pub(super) fn parts(&self) -> &[Self] {
        match self {
            Self::ByHand(all) => all,
            Self::Settled { made: Some(made), .. } => std::slice::from_ref(&**made),
            one => std::slice::from_ref(one),
        }
    }
}

/// What two sides of a merge changed differently. The case has one side of it;
/// the other waits here until the person says which is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The change that made the case as it was at the merge.
    pub kept: Change,
    /// The change that makes it as the other side has it.
    pub other: Change,
}

impl Conflict {
    /// The same conflict, whichever side was kept.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self == other || (self.kept == other.other && self.other == other.kept)
    }
}

/// The dates of one application as they were last reckoned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reckoned {
    /// Which application.
    pub application: Id,
    /// Its dates; nothing when none were ever reckoned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<Reckoning>,
}

/// One entry of a case's history. The history is the evidence and the undo
/// list at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The moment, to the second.
    pub at: Timestamp,
    /// What was done.
    pub change: Change,
    /// What undoes it.
    pub inverse: Change,
    /// What it comes to in the case as it is now, where another side of a merge has
    /// changed the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Box<Effect>>,
}

impl Entry {
    /// What was done at that moment.
    pub(crate) fn new(at: Timestamp, change: Change, inverse: Change) -> Self {
        Self { at, change, inverse, effect: None }
    }

    /// The change that it makes in the case.
    pub(crate) fn does(&self) -> &Change {
        self.effect.as_ref().map_or(&self.change, |effect| &effect.change)
    }

    /// What undoes that.
    pub(crate) fn undoes(&self) -> &Change {
        self.effect.as_ref().map_or(&self.inverse, |effect| &effect.inverse)
    }

    /// All that it says.
    pub(crate) fn changes(&self) -> impl Iterator<Item = &Change> {
        let effect = self.effect.iter().flat_map(|effect| [&effect.change, &effect.inverse]);
        [&self.change, &self.inverse].into_iter().chain(effect)
    }

    /// The same, to give things another number or name.
    pub(crate) fn changes_mut(&mut self) -> impl Iterator<Item = &mut Change> {
        let effect = self.effect.iter_mut();
        let effect = effect.flat_map(|effect| [&mut effect.change, &mut effect.inverse]);
        [&mut self.change, &mut self.inverse].into_iter().chain(effect)
    }
}

/// What an entry comes to where it is not only what the person did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// What it changes.
    pub change: Change,
    /// What undoes it.
    pub inverse: Change,
}
