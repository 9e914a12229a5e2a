//! The one thing to do now.

use jiff::civil::Date;

use super::{
    Account, AccountState, Case, Item, ItemKind, ItemState, Obstacle, Procedure, Review, Route,
    Stage, Verdict, standing::ItemStanding,
};

/// One action, as a value: the playbook room turns it into a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Meet this precondition.
    Meet(Item),
    /// Move this account to another number.
    Move(Item),
    /// Find out whether this account uses the number.
    FindOut(Item),
    /// List the accounts that use the number; none is listed yet.
    Search(Item),
    /// Say that no further account is expected.
    EndSearch(Item),
    /// Get this document.
    Gather(Item),
    /// Save this before the line goes.
    Save(Item),
    /// Get past this obstacle.
    Overcome(Item),
    /// Look at this obstacle again: its day has come.
    FollowUp(Item),
    /// Ask again: what was promised in this contact is due.
    Promise(Item, Date),
    /// Submit the application.
    Apply(Item),
    /// Stay reachable; an answer cannot come before this day.
    Wait(Item, Date),
    /// Stay reachable; the answer is due by this day.
    Expect(Item, Date),
    /// Ask where the answer is; it was due by this day.
    Chase(Item, Date),
    /// The carrier was asked after it was late; ask again on this day.
    Await(Item, Date),
    /// Nothing has come since the last reminder: ask again, in writing.
    Nudge(Item, Date),
    /// The carrier has had its time since this day: a forum takes the complaint.
    Complain(Item, Date),
    /// Mend what the carrier named and submit again.
    Resubmit(Item, String),
    /// The line is gone but this account still uses its number.
    Rescue(Item),
    /// Tell ringoff until when the line still receives.
    AskDates(Item),
    /// Do nothing; the line ends by itself after this day.
    LetLapse(Item, Date),
    /// The line is gone, and nobody said that no other account trusts it.
    SearchLate(Item),
    /// The line is gone; before the SIM is thrown away there is still this.
    SaveLate(Item),
    /// Nothing is left: the SIM can be thrown away.
    Discard,
    /// The case was given up.
    Nothing,
}

impl Next {
    /// The item the sentence is about.
    pub fn item(&self) -> Option<&Item> {
        match self {
            Self::Meet(item)
            | Self::Move(item)
            | Self::FindOut(item)
            | Self::Search(item)
            | Self::EndSearch(item)
            | Self::Gather(item)
            | Self::Save(item)
            | Self::Overcome(item)
            | Self::FollowUp(item)
            | Self::Promise(item, _)
            | Self::Apply(item)
            | Self::Wait(item, _)
            | Self::Expect(item, _)
            | Self::Chase(item, _)
            | Self::Await(item, _)
            | Self::Nudge(item, _)
            | Self::Complain(item, _)
            | Self::Resubmit(item, _)
            | Self::Rescue(item)
            | Self::SearchLate(item)
            | Self::SaveLate(item)
            | Self::AskDates(item)
            | Self::LetLapse(item, _) => Some(item),
            Self::Discard | Self::Nothing => None,
        }
    }

    /// What to do in `case` today. What the world waits for comes first
    /// (an account on a dead line, a day that has come), then what gates the
    /// application, then what is lost with the line, then the application.
    pub(super) fn of(
        case: &Case,
        procedure: &Procedure,
        stage: Stage,
        review: Option<&Review>,
        items: &[ItemStanding],
        today: Date,
    ) -> Self {
        if stage == Stage::Abandoned {
            return Self::Nothing;
        }
        let linked = case.accounts_in(AccountState::ToDo).next().map(account_item);
        if stage.is_over() {
            return linked.map_or_else(|| afterwards(case, items), Self::Rescue);
        }
        if let Some(item) = due_obstacle(case, today) {
            return Self::FollowUp(item);
        }
        // A promise gives the carrier no new time to be complained about.
        let complaint = review.filter(|review| linked.is_none() && review.asked);
        let complaint = complaint.and_then(|one| one.complaint).filter(|day| *day <= today);
        if let (Some(pending), Some(since)) = (case.pending(), complaint) {
            return Self::Complain(Item::new(ItemKind::Application, &pending.id), since);
        }
        if let Some((contact, by)) = case.open_promise().filter(|(_, by)| *by <= today) {
            return Self::Promise(Item::new(ItemKind::Contact, &contact.id), by);
        }
        if let (Some(pending), Some(review)) = (case.pending(), review) {
            let item = Item::new(ItemKind::Application, &pending.id);
            return match (linked, stage) {
                (Some(account), _) => Self::Move(account),
                (None, Stage::UnderReview) => Self::Wait(item, review.earliest),
                (None, Stage::DecisionDue) => Self::Expect(item, review.latest),
                (None, _) => chase(item, review, today),
            };
        }
        let save = || first_open(items, ItemKind::Safeguard).map(Self::Save);
        preparation(case, procedure, items)
            .or_else(|| open_obstacle(case).map(Self::Overcome))
            // Who was rejected has seen to the rest before.
            .or_else(|| if stage == Stage::Rejected { None } else { save() })
            .unwrap_or_else(|| Self::ending(case))
    }

    fn ending(case: &Case) -> Self {
        if case.route == Route::Lapse {
            let item = Item::new(ItemKind::Line, &super::Id::new("grace-until"));
            return case
                .line
                .receives_until()
                .map_or(Self::AskDates(item.clone()), |day| Self::LetLapse(item, day));
        }
        let number = super::Id::new((case.applications.len() + 1).to_string());
        let rejected = case
            .latest_application()
            .and_then(|last| Some((last, last.outcome.as_ref()?)))
            .filter(|(_, outcome)| outcome.verdict == Verdict::Rejected);
        match rejected {
            Some((last, outcome)) => Self::Resubmit(
                Item::new(ItemKind::Application, &last.id),
                outcome.reason.clone().unwrap_or_default(),
            ),
            None => Self::Apply(Item::new(ItemKind::Application, &number)),
        }
    }
}

/// What to do about an answer that is late: ask, wait, ask again. Who never
/// asked has nothing to ask again.
fn chase(item: Item, review: &Review, today: Date) -> Next {
    match review.nudge.filter(|_| review.asked) {
        Some(since) if since <= today => Next::Nudge(item, since),
        Some(again) => Next::Await(item, again),
        None => Next::Chase(item, review.latest),
    }
}

fn account_item(account: &Account) -> Item {
    Item::new(ItemKind::Account, &account.id)
}

fn obstacle_item(obstacle: &Obstacle) -> Item {
    Item::new(ItemKind::Obstacle, &obstacle.id)
}

fn open_obstacle(case: &Case) -> Option<Item> {
    let mut open = case.obstacles.iter().filter(|one| one.resolved.is_none());
    open.find(|one| one.follow_up.is_none()).map(obstacle_item)
}

fn due_obstacle(case: &Case, today: Date) -> Option<Item> {
    let mut open = case.obstacles.iter().filter(|one| one.resolved.is_none());
    open.find(|one| one.follow_up.is_some_and(|day| day <= today)).map(obstacle_item)
}

/// The first thing that gates the application, in the order of the items.
fn preparation(case: &Case, procedure: &Procedure, items: &[ItemStanding]) -> Option<Next> {
    let open = |kind| {
        items.iter().filter(move |one| {
            one.item.kind == kind && one.state == ItemState::Open && one.required
        })
    };
    if let Some(one) = open(ItemKind::Precondition).next() {
        let rule = procedure.precondition(&one.item.id)?;
        if !rule.follows_accounts {
            return Some(Next::Meet(one.item.clone()));
        }
        let linked = case.accounts_in(AccountState::ToDo).next();
        let unsure = case.accounts_in(AccountState::Unsure).next();
        return Some(match (linked, unsure) {
            (Some(account), _) => Next::Move(account_item(account)),
            (None, Some(account)) => Next::FindOut(account_item(account)),
            (None, None) if case.accounts.is_empty() => Next::Search(one.item.clone()),
            (None, None) => Next::EndSearch(one.item.clone()),
        });
    }
    if let Some(one) = open(ItemKind::Document).next() {
        return Some(Next::Gather(one.item.clone()));
    }
    None
}

/// The first item of a kind that is open.
fn first_open(items: &[ItemStanding], kind: ItemKind) -> Option<Item> {
    let mut open = items.iter().filter(|one| one.state == ItemState::Open);
    open.find(|one| one.item.kind == kind).map(|one| one.item.clone())
}

/// What is left when the line is gone and no listed account trusts it.
fn afterwards(case: &Case, items: &[ItemStanding]) -> Next {
    if let Some(unsure) = case.accounts_in(AccountState::Unsure).next() {
        return Next::FindOut(account_item(unsure));
    }
    let open = |kind| first_open(items, kind);
    let search = items
        .iter()
        .filter(|one| one.required)
        .any(|one| one.item.kind == ItemKind::Precondition && one.state == ItemState::Open)
        && case.search_over.is_none();
    match (open(ItemKind::Precondition).filter(|_| search), open(ItemKind::Safeguard)) {
        (Some(item), _) => Next::SearchLate(item),
        (None, Some(item)) => Next::SaveLate(item),
        (None, None) => Next::Discard,
    }
}
