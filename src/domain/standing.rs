//! Everything that follows from a case, its procedure and today.

use jiff::{ToSpan as _, civil::Date};

use super::{
    AccountState, Case, Item, ItemKind, MarkState, Needed, Next, Procedure, Review, Route, Stage,
};

/// How one item of the checklist stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// Not yet.
    Open,
    /// It holds.
    Done,
    /// Gone on without.
    Waived,
    /// Not asked for in this case.
    NotNeeded,
}

impl ItemState {
    /// The word in `--json`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Waived => "waived",
            Self::NotNeeded => "not_needed",
        }
    }

    /// Nothing is left to do about it.
    pub fn is_settled(self) -> bool {
        self != Self::Open
    }
}

/// One item and what it waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemStanding {
    /// Which item.
    pub item: Item,
    /// How it stands.
    pub state: ItemState,
    /// It gates the application.
    pub required: bool,
    /// What has to happen first.
    pub blocked_by: Vec<Item>,
}

/// How much is done of everything that is to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Things done.
    pub done: usize,
    /// Things to do in all.
    pub total: usize,
}

/// What the person should know but nothing is gated by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The line stops receiving on this day while accounts still uses it.
    LapsesLinked(Date),
    /// The line stops receiving before the review is over.
    LapsesInReview {
        /// Last day it receives.
        until: Date,
        /// Last day of the review.
        latest: Date,
    },
    /// The line stops receiving before an answer to an application submitted
    /// today would be late.
    LapsesBeforeAnswer {
        /// Last day it receives.
        until: Date,
        /// Last day of a review that began today.
        latest: Date,
    },
    /// The line has stopped receiving on this day.
    Ended(Date),
    /// So many accounts are unsure.
    Unsure(usize),
    /// So many safeguards are open.
    Unsaved(usize),
    /// Only the registered holder can ask the carrier.
    NotTheHolder,
}

/// A case in the light of its procedure, on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands.
    pub stage: Stage,
    /// The pending review.
    pub review: Option<Review>,
    /// Preconditions, documents and safeguards, in the playbook's order.
    pub items: Vec<ItemStanding>,
    /// What is required and open: it gates the application.
    pub gate: Vec<Item>,
    /// What does not gate but matters.
    pub warnings: Vec<Warning>,
    /// How much is done.
    pub progress: Progress,
    /// The one thing to do now.
    pub next: Next,
}

impl Standing {
    /// Looks at `case` on the day `today`. `review` is that of the pending
    /// application; without one, `if_today` is the last day of a review that
    /// would begin today.
    pub fn of(
        case: &Case,
        procedure: &Procedure,
        review: Option<Review>,
        if_today: Option<Date>,
        today: Date,
    ) -> Self {
        let items = items(case, procedure);
        let gate: Vec<Item> = items
            .iter()
            .filter(|one| one.required && one.state == ItemState::Open)
            .map(|one| one.item.clone())
            .collect();
        let stage = Stage::of(case, gate.is_empty(), review.as_ref(), today);
        let next = Next::of(case, procedure, stage, review.as_ref(), &items, today);
        let warnings = warnings(
            case,
            today,
            stage,
            review.as_ref().map_or(if_today, |one| Some(one.latest)),
            &items,
        );
        let progress = progress(case, stage, &items);
        Self { stage, review, items, gate, warnings, progress, next }
    }

    /// How one item stands.
    pub fn item(&self, item: &Item) -> Option<&ItemStanding> {
        self.items.iter().find(|one| one.item == *item)
    }

    /// Items of one kind, in order.
    pub fn of_kind(&self, kind: ItemKind) -> impl Iterator<Item = &ItemStanding> {
        self.items.iter().filter(move |one| one.item.kind == kind)
    }

    /// How many items of a kind are settled, and how many there are. What is
    /// not needed is not counted.
    pub fn count(&self, kind: ItemKind) -> Progress {
        let counted = || self.of_kind(kind).filter(|one| one.state != ItemState::NotNeeded);
        let done = counted().filter(|one| one.state.is_settled()).count();
        Progress { done, total: counted().count() }
    }
}

fn items(case: &Case, procedure: &Procedure) -> Vec<ItemStanding> {
    let applying = case.route == Route::Apply;
    let mut items = Vec::new();
    for rule in &procedure.preconditions {
        let item = Item::new(ItemKind::Precondition, &rule.id);
        // A line that is left to lapse is never applied for, so only what
        // hangs on it matters.
        let required = applying || rule.follows_accounts;
        items.push(if rule.follows_accounts {
            accounts_unlinked(case, item, required)
        } else {
            plain(case, item, required, true)
        });
    }
    for paper in &procedure.documents {
        let item = Item::new(ItemKind::Document, &paper.id);
        let wanted = match &paper.needed {
            Needed::Always => applying,
            Needed::Optional => false,
            Needed::WhenSettled(id) => {
                applying && case.mark(&Item::new(ItemKind::Precondition, id)).settled
            }
        };
        let matters = wanted || (applying && paper.needed == Needed::Optional);
        items.push(plain(case, item, wanted, matters));
    }
    for own in &case.documents {
        let item = Item::new(ItemKind::Document, &own.id);
        items.push(plain(case, item, own.required && applying, applying));
    }
    for id in &procedure.safeguards {
        items.push(plain(case, Item::new(ItemKind::Safeguard, id), false, true));
    }
    items
}

fn plain(case: &Case, item: Item, required: bool, matters: bool) -> ItemStanding {
    let state = match case.mark(&item).state {
        MarkState::Done => ItemState::Done,
        MarkState::Waived => ItemState::Waived,
        MarkState::Open if matters => ItemState::Open,
        MarkState::Open => ItemState::NotNeeded,
    };
    ItemStanding { item, state, required, blocked_by: Vec::new() }
}

/// Met when no account is linked and the search is over; it follows from the
/// accounts and is not a second list.
fn accounts_unlinked(case: &Case, item: Item, required: bool) -> ItemStanding {
    let blocked_by: Vec<Item> = case
        .accounts_in(AccountState::ToDo)
        .map(|account| Item::new(ItemKind::Account, &account.id))
        .collect();
    let state = if case.mark(&item).state == MarkState::Waived {
        ItemState::Waived
    } else if blocked_by.is_empty() && case.search_over.is_some() {
        ItemState::Done
    } else {
        ItemState::Open
    };
    ItemStanding { item, state, required, blocked_by }
}

/// So many days before the line stops receiving it is time to say so: a
/// account can take weeks to move.
const HORIZON: i64 = 30;

fn warnings(
    case: &Case,
    today: Date,
    stage: Stage,
    latest: Option<Date>,
    items: &[ItemStanding],
) -> Vec<Warning> {
    if stage.is_over() {
        return Vec::new();
    }
    let mut warnings = Vec::new();
    let linked = case.accounts_in(AccountState::ToDo).count();
    if let Some(until) = case.line.receives_until() {
        if until < today {
            warnings.push(Warning::Ended(until));
        }
        let soon = today.checked_add(HORIZON.days()).unwrap_or(until);
        if linked > 0 && (today..=soon).contains(&until) {
            warnings.push(Warning::LapsesLinked(until));
        }
        let submitted = case.pending().is_some();
        match latest.filter(|latest| until < *latest) {
            Some(latest) if submitted => {
                warnings.push(Warning::LapsesInReview { until, latest });
            }
            Some(latest) if case.route == Route::Apply && until >= today => {
                warnings.push(Warning::LapsesBeforeAnswer { until, latest });
            }
            _ => {}
        }
    }
    if case.line.holder != super::Holder::Me && case.route == Route::Apply {
        warnings.push(Warning::NotTheHolder);
    }
    let unsure = case.accounts_in(AccountState::Unsure).count();
    if unsure > 0 {
        warnings.push(Warning::Unsure(unsure));
    }
    let unsaved = items
        .iter()
        .filter(|one| one.item.kind == ItemKind::Safeguard && one.state == ItemState::Open)
        .count();
    if unsaved > 0 {
        warnings.push(Warning::Unsaved(unsaved));
    }
    warnings
}

/// Everything on the checklist but what is not needed or optional, each
/// account, and two steps for the way out: asked for, and confirmed (or left
/// to lapse, and lapsed).
fn progress(case: &Case, stage: Stage, items: &[ItemStanding]) -> Progress {
    let counted = || {
        items.iter().filter(|one| {
            one.state != ItemState::NotNeeded
                && (one.required || one.item.kind == ItemKind::Safeguard)
        })
    };
    let settled = counted().filter(|one| one.state.is_settled()).count();
    let released = case.accounts.iter().filter(|one| one.state.is_released()).count();
    let asked = match stage {
        Stage::UnderReview | Stage::DecisionDue | Stage::Overdue | Stage::Lapsing => 1,
        Stage::Cancelled | Stage::Lapsed => 2,
        _ => 0,
    };
    Progress {
        done: settled + released + asked,
        total: counted().count() + case.accounts.len() + 2,
    }
}

#[cfg(test)]
mod tests;
