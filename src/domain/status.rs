//! Everything that follows from a case, its procedure and today.

use jiff::civil::Date;

use super::{
    AgendaEntry, AgendaState, Case, Item, ItemKind, ItemState, ItemStatus, Next, Procedure,
    Progress, Review, Route, Stage, Verdict, Warning, Watch, agenda::agenda, checklist::checklist,
    facts::Facts,
};

/// How a case stands on one day. It is computed and never stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Where it stands.
    pub stage: Stage,
    /// The pending review.
    pub review: Option<Review>,
    /// Preconditions, documents and safeguards, in the playbook's order.
    pub items: Vec<ItemStatus>,
    /// What is required and open: it gates the application.
    pub gate: Vec<Item>,
    /// What does not gate but matters.
    pub warnings: Vec<Warning>,
    /// Every dated thing, soonest first.
    pub agenda: Vec<AgendaEntry>,
    /// How many findings of scans are undecided.
    pub inbox: usize,
    /// How much is done.
    pub progress: Progress,
    /// The time in which the number rests, once the line has ended.
    pub watch: Option<Watch>,
    /// The one thing to do now.
    pub next: Next,
}

impl Status {
    /// The dated thing that comes next, or is late.
    pub(crate) fn next_dated(&self) -> Option<&AgendaEntry> {
        self.agenda.iter().find(|one| one.is_open())
    }

    /// The status of `case` on the day `today`. `review` is that of the
    /// pending application; without one, `if_today` is the last day of a review
    /// that would begin today.
    pub fn of(
        case: &Case,
        procedure: &Procedure,
        review: Option<Review>,
        if_today: Option<Date>,
        today: Date,
    ) -> Self {
        let items = checklist(case, procedure, today);
        let gates = items.iter().filter(|one| one.required && one.state == ItemState::Open);
        let gate: Vec<Item> = gates.map(|one| one.item.clone()).collect();
        let gone_after = procedure.gone_after(case);
        let stage = stage(case, gate.is_empty(), review.as_ref(), gone_after, today);
        let watch = Watch::of(case, procedure, stage);
        let rested = watch.is_none_or(|watch| watch.is_over(today));
        // Whoever gets the number next gets what still uses it.
        let tied = !case.way().keeps_the_number() && !case.in_use().is_empty();
        let closed = case.is_settled(stage) && rested && !tied;
        let stage = if closed { Stage::Closed } else { stage };
        let agenda = agenda(case, procedure, (stage, watch), review.as_ref(), today);
        let (inbox, of) = (case.inbox().len(), review.as_ref());
        let facts = Facts { case, procedure, stage, review: of, items: &items, watch, inbox };
        let next = facts.next(&agenda, today);
        let latest = review.as_ref().map_or(if_today, |one| Some(one.latest));
        let warnings = Warning::all(&facts, &agenda, latest, today);
        let progress = progress(case, &items);
        Self { stage, review, items, gate, warnings, agenda, inbox, progress, watch, next }
    }

    /// How one item stands.
    pub fn item(&self, item: &Item) -> Option<&ItemStatus> {
        self.items.iter().find(|one| one.item == *item)
    }

    /// What keeps the line alive, and by when; nothing where that is not known.
    pub(crate) fn clock(&self) -> Option<&AgendaEntry> {
        let mut clock = self.agenda.iter().filter(|one| one.is_of_keeping());
        clock.find(|one| one.state != AgendaState::Done)
    }

    /// Items of one kind, in order.
    pub(crate) fn of_kind(&self, kind: ItemKind) -> impl Iterator<Item = &ItemStatus> {
        self.items.iter().filter(move |one| one.item.kind == kind)
    }

    /// How many items of a kind are done or waived, and how many there are.
    /// What is not needed is not counted, nor what is lost.
    pub fn count(&self, kind: ItemKind) -> Progress {
        Progress::of(self.of_kind(kind).filter(|one| one.is_work()))
    }
}

/// Where `case` stands today. `gate_open` says that nothing required is
/// missing; `review` belongs to the pending application, if there is one.
fn stage(
    case: &Case,
    gate_open: bool,
    review: Option<&Review>,
    gone_after: Option<Date>,
    today: Date,
) -> Stage {
    if case.ending.is_some() {
        return Stage::Abandoned;
    }
    let last = case.latest_application();
    match (last.map(|last| last.outcome.as_ref()), review) {
        (Some(Some(outcome)), _) => match outcome.verdict {
            Verdict::Approved => return Stage::Cancelled,
            // A no to one way out says nothing about another.
            Verdict::Rejected if last.is_some_and(|last| last.route() == case.route) => {
                return Stage::Rejected;
            }
            Verdict::Rejected => {}
        },
        (Some(None), Some(review)) if today < review.earliest => return Stage::UnderReview,
        (Some(None), Some(review)) if today <= review.latest => return Stage::DecisionDue,
        (Some(None), Some(_)) => return Stage::Overdue,
        // Nobody said how long it takes.
        (Some(None), None) => return Stage::UnderReview,
        _ => {}
    }
    match case.route {
        Route::Keep => Stage::Kept,
        Route::Lapse if gone_after.is_some_and(|day| day < today) => Stage::Lapsed,
        Route::Lapse if gate_open => Stage::Lapsing,
        Route::Apply | Route::Port if gate_open => Stage::Ready,
        _ => Stage::Preparing,
    }
}

/// What the panes count, added up: the work of the checklist, and each account.
fn progress(case: &Case, items: &[ItemStatus]) -> Progress {
    let items = Progress::of(items.iter().filter(|one| one.is_work()));
    let accounts = Progress::of_accounts(case);
    Progress { done: items.done + accounts.done, total: items.total + accounts.total }
}

#[cfg(test)]
mod tests;
