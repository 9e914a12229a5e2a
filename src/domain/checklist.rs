//! The checklist of a case: what the carrier asks, what is still open of it,
//! and what that waits for.

use jiff::civil::Date;

use super::{
    Case, Holder, Item, ItemKind, Keyed as _, MarkState, Needed, Procedure, Route, Verdict, named,
};

named! {
    /// How one item of the checklist stands.
    pub enum ItemState {
        /// Not yet.
        Open = "open",
        /// It holds.
        Done = "done",
        /// The person goes on without it.
        Waived = "waived",
        /// Not asked for in this case.
        NotNeeded = "not_needed",
        /// It is lost with the line: nothing can be done about it any more.
        Lost = "lost",
    }
}

/// One item and what it waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemStatus {
    /// Which item.
    pub item: Item,
    /// How it stands.
    pub state: ItemState,
    /// It gates the application.
    pub required: bool,
    /// What has to happen first.
    pub blocked_by: Vec<Item>,
    /// The carrier has criticised it, and nothing answers that yet: it is open,
    /// whatever was said about it before.
    pub refused: bool,
}

impl ItemStatus {
    pub(super) fn is_open(&self, kind: ItemKind) -> bool {
        self.item.kind == kind && self.state == ItemState::Open
    }

    /// Whether it is work, done or to do: what is not needed is none, nor what is lost.
    pub(super) fn is_work(&self) -> bool {
        !matches!(self.state, ItemState::NotNeeded | ItemState::Lost)
    }
}

/// How much is done of everything that is to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Things done.
    pub done: usize,
    /// Things to do in all.
    pub total: usize,
}

impl Progress {
    /// How many accounts of a case no longer use the number.
    pub(crate) fn of_accounts(case: &Case) -> Self {
        let done = case.accounts.iter().filter(|one| one.state.is_released()).count();
        let done = done.saturating_sub(case.still_used().count());
        Self { done, total: case.accounts.len() }
    }

    /// Counts items; those that are waived count as done.
    pub(super) fn of<'a>(items: impl Iterator<Item = &'a ItemStatus>) -> Self {
        items.fold(Self::default(), |Self { done, total }, one| Self {
            done: done + usize::from(one.state != ItemState::Open),
            total: total + 1,
        })
    }
}

/// What the safeguard is called that is about the credit of a line.
const CREDIT: &str = "credit";

/// Preconditions, documents and safeguards, in the playbook's order.
pub(super) fn checklist(case: &Case, procedure: &Procedure, today: Date) -> Vec<ItemStatus> {
    let applying = case.route == Route::Apply;
    let safeguards_matter = case.route != Route::Keep;
    let for_another = case.line.holder != Holder::Me;
    let mut items = Vec::new();
    for rule in &procedure.preconditions {
        let item = Item::new(ItemKind::Precondition, &rule.id);
        let required = rule.gates(case.route);
        items.push(if rule.follows_accounts {
            accounts_unlinked(case, item, required)
        } else {
            let refusable =
                procedure.is_refusable(&item, &case.line, today) || case.mark(&item).is_seen_to();
            let matters = rule.is_for(case.route) && case.route != Route::Keep && refusable;
            let status = marked(case, item, required && refusable, matters);
            if rule.can_settle { unless_disputed(case, status) } else { status }
        });
    }
    for document in procedure.documents.iter().filter(|one| case.is_told_of(one)) {
        let item = Item::new(ItemKind::Document, &document.id);
        let wanted = match &document.needed {
            Needed::Always => applying,
            Needed::Optional => false,
            Needed::WhenSettled(id) => {
                applying && case.mark(&Item::new(ItemKind::Precondition, id)).settled
            }
            Needed::OnBehalf => applying && for_another && !procedure.elsewhere,
        };
        let helps = match document.needed {
            Needed::Optional => applying,
            // Whoever asks about a line of somebody else is asked for it on every way out.
            Needed::OnBehalf => for_another && safeguards_matter,
            Needed::Always | Needed::WhenSettled(_) => false,
        };
        let matters = wanted || helps;
        items.push(marked(case, item, wanted, matters));
    }
    for extra in case.own_documents(procedure) {
        let item = Item::new(ItemKind::Document, &extra.id);
        items.push(marked(case, item, extra.required && applying, applying));
    }
    items.extend(procedure.safeguards.iter().map(|id| {
        let item = Item::new(ItemKind::Safeguard, id);
        if safeguards_matter && procedure.credit.as_ref() == Some(id) {
            return credit(case, item, procedure, today);
        }
        // Where nothing is left there is nothing to save, also with a carrier of which nobody
        // knows what becomes of credit.
        let idle = id.as_str() == CREDIT && case.line.is_spent();
        marked(case, item, false, safeguards_matter && !idle)
    }));
    items
}

/// Credit that is left. Once the line is gone nobody can use it up: it is lost where nothing
/// of it is paid out, and else to be claimed. While the line only cannot call any more, a
/// top-up still frees it.
fn credit(case: &Case, item: Item, procedure: &Procedure, today: Date) -> ItemStatus {
    let last = case.latest_application().and_then(|last| last.outcome.as_ref());
    let gone = last.is_some_and(|outcome| outcome.verdict == Verdict::Approved);
    let lapsed = procedure.gone_after(case).is_some_and(|on| on < today);
    let (over, left) = (gone || lapsed, case.line.has_credit());
    let matters = !case.line.is_spent() && (!over || (left && !procedure.credit_dies));
    let status = marked(case, item, false, matters);
    match status.state {
        ItemState::NotNeeded if over && left => ItemStatus { state: ItemState::Lost, ..status },
        _ => status,
    }
}

/// An item that stands as its mark says. When it does not matter it is not
/// needed instead of open; what the carrier refused matters.
fn marked(case: &Case, item: Item, required: bool, matters: bool) -> ItemStatus {
    let refused = is_refused(case, &item);
    let state = match case.mark(&item).state {
        _ if refused => ItemState::Open,
        MarkState::Done => ItemState::Done,
        MarkState::Waived => ItemState::Waived,
        MarkState::Open if matters => ItemState::Open,
        MarkState::Open => ItemState::NotNeeded,
    };
    ItemStatus { item, state, required: required || refused, blocked_by: Vec::new(), refused }
}

/// What a carrier charges and the person does not agree to is still owed to it: debts are not
/// cleared before that is settled.
fn unless_disputed(case: &Case, status: ItemStatus) -> ItemStatus {
    match case.dispute() {
        Some(dispute) if status.state == ItemState::Done => {
            ItemStatus { state: ItemState::Open, blocked_by: vec![dispute.item()], ..status }
        }
        _ => status,
    }
}

/// Whoever was asked has refused this. Nobody is asked on the other routes.
fn is_refused(case: &Case, item: &Item) -> bool {
    case.route.is_asked() && case.criticised(item).is_some()
}

/// The precondition that no account uses the number. It holds when no listed
/// one does and the search is over; nothing is ticked for it.
fn accounts_unlinked(case: &Case, item: Item, required: bool) -> ItemStatus {
    let blocked_by: Vec<Item> = case.in_use().iter().map(|one| one.item()).collect();
    let refused = is_refused(case, &item);
    let state = if refused {
        ItemState::Open
    } else if case.mark(&item).state == MarkState::Waived {
        ItemState::Waived
    } else if blocked_by.is_empty() && case.search_over.is_some() {
        ItemState::Done
    } else if case.route == Route::Keep {
        // Nothing is to be closed: the accounts may use the line.
        ItemState::NotNeeded
    } else {
        ItemState::Open
    };
    ItemStatus { item, state, required: required || refused, blocked_by, refused }
}
