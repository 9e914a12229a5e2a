//! The one thing to do now. The playbook room turns it into a sentence.

use jiff::civil::Date;

use super::{
    AccountState, AgendaEntry, AgendaKind, Asked, Case, Id, Item, ItemKind, ItemStatus, Keyed as _,
    Left, LineEnd, LineEndRule, Obstacle, Procedure, Review, Route, Stage, Verdict,
    agenda::awaited, facts::Facts,
};

/// One action, as a value.
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
    FollowUp(Item, Date),
    /// Ask again: what was promised in this contact is due.
    Promise(Item, Date),
    /// Use or move the credit: it is lost after this day.
    SaveCredit(Item, Date),
    /// Ask again: the answer expected to this contact has not come.
    AskAgain(Item, Date),
    /// See what became of this account: it was waited for until this day.
    SeeAccount(Item, Date),
    /// Submit the application.
    Apply(Item),
    /// It was asked for on this day, and nobody said how long that takes.
    Asked(Item, Date),
    /// The line is kept: have this application, which would end it, stopped.
    Withdraw(Item),
    /// Stay reachable; an answer cannot come before this day.
    Wait(Item, Date),
    /// Stay reachable; the answer is due by this day.
    Expect(Item, Date),
    /// Ask where the answer is; it was due by this day.
    Chase(Item, Date),
    /// The carrier was asked after it was late; ask again on this day.
    Await(Item, Date),
    /// The answer is late; the person put off asking for it until this day.
    PutOff(Item, Date),
    /// Nothing has come since the last reminder: ask again, in writing.
    Nudge(Item, Date),
    /// The carrier has had its time since this day: a forum takes the complaint.
    Complain(Item, Date),
    /// The line has ended by what is known of it, and nobody has said what became of it.
    SeeLine(Item, LineEnd),
    /// The validity of the line ended on this day, and nobody has said until when it
    /// receives.
    SeeValidity(Item, Date),
    /// Today is the last day of the line.
    LastDay(Item, LineEnd),
    /// Today, this day, is the last one on which the line calls and sends.
    LastCalls(Item, Date),
    /// The line is kept, and ends on this day all the same.
    KeptUntil(Item, LineEnd),
    /// What the carrier named is mended: submit again.
    SubmitAgain(Item),
    /// Mend what the carrier named and submit again.
    Resubmit(Item, String),
    /// The line is gone but this account still uses its number.
    Rescue(Item),
    /// Tell ringoff until when the line still receives, or on which day it ends.
    AskDates(Item),
    /// Do nothing; the line ends by itself after this day.
    LetLapse(Item, LineEnd),
    /// The line is gone, and nobody said that no other account uses it.
    SearchLate(Item),
    /// The line is gone; before the SIM is thrown away there is still this.
    SaveLate(Item),
    /// Put right what the carrier has refused for this reason.
    Mend(Item, String),
    /// Get the confirmation of this application, and stay watchful until that
    /// day if it is still to come.
    Confirm(Item, Option<Date>),
    /// The number rests: look at what this entry of the agenda says.
    Check(AgendaEntry),
    /// The SIM can be thrown away; stay watchful until this day.
    Discard(Date),
    /// The line is kept: nothing is to be done before this day.
    Kept(Item, Date),
    /// The line is kept: use it or top it up by this day.
    KeepAlive(Item, Date),
    /// The line is kept, but that day has passed.
    KeepLate(Item, Date),
    /// The line is kept; its validity has ended on the first day, and it receives until the
    /// second: the last chance to keep it.
    KeepLast(Item, Date, Date),
    /// The line is kept; its validity has ended, credit can keep it alive until then.
    KeepHeld(Item, Date, Date),
    /// Tell ringoff when the line was last used.
    AskUse(Item),
    /// Tell ringoff until when the line is valid.
    AskValidity(Item),
    /// Refuse by this day what would keep the line alive.
    Refuse(Item, Date),
    /// Decide on so many accounts that scans found.
    Decide(usize),
    /// The number has rested: the case can be put away. So many looks of the watch were
    /// never said to be done, and that was left open.
    Archive(usize, Left),
    /// The case was put away; that was left open.
    Archived(Left),
    /// The case was given up; that was left open.
    Nothing(Left),
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
            | Self::FollowUp(item, _)
            | Self::Promise(item, _)
            | Self::SaveCredit(item, _)
            | Self::AskAgain(item, _)
            | Self::SeeAccount(item, _)
            | Self::Apply(item)
            | Self::Asked(item, _)
            | Self::Withdraw(item)
            | Self::Wait(item, _)
            | Self::Expect(item, _)
            | Self::Chase(item, _)
            | Self::Await(item, _)
            | Self::PutOff(item, _)
            | Self::Nudge(item, _)
            | Self::Complain(item, _)
            | Self::SeeLine(item, _)
            | Self::SeeValidity(item, _)
            | Self::LastDay(item, _)
            | Self::LastCalls(item, _)
            | Self::KeptUntil(item, _)
            | Self::SubmitAgain(item)
            | Self::Resubmit(item, _)
            | Self::Rescue(item)
            | Self::SearchLate(item)
            | Self::SaveLate(item)
            | Self::AskDates(item)
            | Self::Kept(item, _)
            | Self::KeepAlive(item, _)
            | Self::KeepLate(item, _)
            | Self::KeepHeld(item, ..)
            | Self::KeepLast(item, ..)
            | Self::AskUse(item)
            | Self::AskValidity(item)
            | Self::Refuse(item, _)
            | Self::Mend(item, _)
            | Self::Confirm(item, _)
            | Self::LetLapse(item, _) => Some(item),
            Self::Check(entry) => Some(&entry.item),
            Self::Decide(_)
            | Self::Discard(_)
            | Self::Archive(..)
            | Self::Archived(_)
            | Self::Nothing(_) => None,
        }
    }
}

impl Facts<'_> {
    /// What to do today. What cannot wait comes first (an account on a dead
    /// line, then what has come of the agenda, in its order: what is late before
    /// what is of today), then what gates the application, then what is lost with
    /// the line, then the application.
    pub(super) fn next(&self, agenda: &[AgendaEntry], today: Date) -> Next {
        let Self { case, stage, .. } = *self;
        if stage == Stage::Abandoned {
            return Next::Nothing(self.left());
        }
        // Where the person keeps the number, accounts may go on using it.
        let in_use = if case.way().keeps_the_number() { Vec::new() } else { case.in_use() };
        let linked = in_use.first().map(|one| one.item());
        if stage.is_over() {
            let check = || self.urgent(agenda, today, true);
            let rest = || self.afterwards(agenda, today);
            return linked.map_or_else(|| check().unwrap_or_else(rest), Next::Rescue);
        }
        // Nobody answers for a line that is gone: that comes before all else.
        let end = self.own_end();
        let ended = end.clone().filter(|(_, end)| end.on < today);
        if let Some((item, end)) = ended {
            return Next::SeeLine(item, end);
        }
        let rest = self.in_good_time(agenda, today);
        // Whatever somebody has promised: a line that goes cannot be had back.
        let urgent = || self.urgent(agenda, today, !rest.is_grave());
        if let Some(urgent) = (!rest.loses_the_line(today)).then(urgent).flatten() {
            return urgent;
        }
        if matches!(rest, Next::LetLapse(..)) {
            return rest;
        }
        // What is done today about a line that is kept does not move the end of its registration.
        let saved = rest.loses_the_line(today);
        let saved = |end: LineEnd| saved && end.by != LineEndRule::Registration;
        if let Some((item, end)) = end.filter(|(_, end)| end.on == today && !saved(*end)) {
            return Next::LastDay(item, end);
        }
        self.last_calls(agenda, today).unwrap_or(rest)
    }

    /// What to do where nothing has come that cannot wait.
    fn in_good_time(&self, agenda: &[AgendaEntry], today: Date) -> Next {
        let Self { case, procedure, stage, review, items, .. } = *self;
        let in_use = if case.way().keeps_the_number() { Vec::new() } else { case.in_use() };
        let linked = in_use.first().map(|one| one.item());
        if let Some(pending) = case.pending() {
            let item = pending.item();
            return match (linked, review, stage) {
                _ if case.route == Route::Keep => {
                    // The line first: it goes today, whatever becomes of the application.
                    let clock = |one: &&AgendaEntry| one.is_of_keeping() && one.is_due(today);
                    let today = agenda.iter().find(|one| clock(one) && one.given == today);
                    let keep = |one: &AgendaEntry| Next::KeepAlive(one.item.clone(), one.given);
                    today.map_or(Next::Withdraw(item), keep)
                }
                (Some(account), ..) => Next::Move(account),
                (None, None, _) => match awaited(agenda, today) {
                    Some(on) => Next::Await(item, on),
                    None => Next::Asked(item, pending.on),
                },
                // Within a day says until when, not from when on.
                (None, Some(review), Stage::UnderReview) if review.earliest == review.latest => {
                    Next::Expect(item, review.latest)
                }
                (None, Some(review), Stage::UnderReview) => Next::Wait(item, review.earliest),
                (None, Some(review), Stage::DecisionDue) => Next::Expect(item, review.latest),
                (None, Some(review), _) => Self::chase(item, review, agenda, today),
            };
        }
        if stage == Stage::Kept {
            return self.keeping(agenda, today);
        }
        let save = || first_open(items, ItemKind::Safeguard).map(Next::Save);
        preparation(case, procedure, items)
            .or_else(|| obstacle(case, |one| one.follow_up.is_none()).map(Next::Overcome))
            // Before the rejected application the rest was seen to.
            .or_else(|| if stage == Stage::Rejected { None } else { save() })
            .or_else(|| self.before_lapsing())
            .unwrap_or_else(|| ending(case, procedure))
    }

    /// What nobody has seen to.
    pub(super) fn left(&self) -> Left {
        Left::of(self.case, self.items, self.inbox)
    }

    /// What has to be known before a line is let go of which nobody asks: that no
    /// account uses it, whatever was waived.
    fn before_lapsing(&self) -> Option<Next> {
        let lapses = self.case.route == Route::Lapse;
        let linked = self.case.in_use().first().map(|one| one.item()).map(Next::Move);
        linked.or_else(|| self.unsure()).or_else(|| self.undecided()).filter(|_| lapses)
    }

    /// The first account of which nobody is sure, where that matters.
    pub(super) fn unsure(&self) -> Option<Next> {
        let mut unsure = self.case.accounts_in(AccountState::Unsure);
        let matters = !self.case.route.keeps_the_number();
        unsure.next().filter(|_| matters).map(|one| Next::FindOut(one.item()))
    }

    /// What scans found and nobody has decided on.
    pub(super) fn undecided(&self) -> Option<Next> {
        (self.inbox > 0).then_some(Next::Decide(self.inbox))
    }

    /// The first entry of the agenda that has come and about which something can
    /// be done; one about an obstacle only where those are `looked` at.
    fn urgent(&self, agenda: &[AgendaEntry], today: Date, looked: bool) -> Option<Next> {
        // Nobody presses the carrier to end a line that accounts still use, or that is kept.
        let free = self.case.way().keeps_the_number() || self.case.in_use().is_empty();
        let pressing = free && self.case.route != Route::Keep;
        let asked = self.review.is_some_and(Review::is_asked);
        let due = || agenda.iter().filter(|one| one.is_due(today));
        let complains = pressing && due().any(|one| one.kind == AgendaKind::Complaint);
        // Where a forum takes the complaint the carrier is not asked for its answer again;
        // what was promised about something else is.
        let asks = |item: &Item| {
            let mut contacts = self.case.contacts.iter();
            !complains || contacts.any(|one| one.id == item.id && one.asked == Asked::Other)
        };
        let tell = |one: &AgendaEntry| {
            let (item, on) = (one.item.clone(), one.given);
            match one.kind {
                AgendaKind::FollowUp if looked => Some(Next::FollowUp(item, one.on)),
                AgendaKind::AccountWait => Some(Next::SeeAccount(item, on)),
                AgendaKind::CreditAtRisk => Some(Next::SaveCredit(item, on)),
                AgendaKind::ActiveUntil if on < today => Some(Next::SeeValidity(item, on)),
                AgendaKind::RefuseBy => Some(Next::Refuse(item, on)),
                AgendaKind::SignIn | AgendaKind::Recovery | AgendaKind::RefundBy => {
                    Some(Next::Check(one.clone()))
                }
                AgendaKind::Complaint if complains => Some(Next::Complain(item, on)),
                AgendaKind::Promise if asks(&item) => Some(Next::Promise(item, on)),
                AgendaKind::AnswerBy if asks(&item) => Some(Next::AskAgain(item, on)),
                AgendaKind::Latest if pressing && !asked && on < today => {
                    Some(Next::Chase(item, on))
                }
                AgendaKind::Reminder if pressing && asked && !complains => {
                    Some(Next::Nudge(item, on))
                }
                _ => None,
            }
        };
        due().find_map(tell)
    }
}

/// The way out itself, once everything before it is done.
fn ending(case: &Case, procedure: &Procedure) -> Next {
    if case.route == Route::Lapse {
        return match (procedure.last_end(case), procedure.rule.counted()) {
            (Some(end), _) => Next::LetLapse(procedure.fact_of(case, end), end),
            (None, Some(_)) => Next::AskUse(Item::of_line("last-used")),
            (None, None) => Next::AskDates(Item::of_line(procedure.end_fact())),
        };
    }
    let last = case.latest_application();
    match last.and_then(|last| Some((last, last.outcome.as_ref()?))) {
        Some((last, outcome))
            if outcome.verdict == Verdict::Rejected && last.route() == case.route =>
        {
            // What was criticised is open until something answers it: here it is not.
            if !outcome.about.is_empty() {
                return Next::SubmitAgain(last.item());
            }
            Next::Resubmit(last.item(), outcome.reason.clone().unwrap_or_default())
        }
        _ => {
            let number = Id::new((case.applications.len() + 1).to_string());
            Next::Apply(Item::new(ItemKind::Application, &number))
        }
    }
}

/// The first obstacle in the way of which `is_it` holds.
fn obstacle(case: &Case, is_it: impl Fn(&Obstacle) -> bool) -> Option<Item> {
    let mut open = case.obstacles.iter().filter(|one| one.resolved.is_none());
    open.find(|one| is_it(one)).map(Obstacle::item)
}

/// The first thing that gates the application, in the order of the items.
fn preparation(case: &Case, procedure: &Procedure, items: &[ItemStatus]) -> Option<Next> {
    if let Some(refused) = items.iter().find(|one| one.refused) {
        let rejection = case.criticised(&refused.item).and_then(|one| one.rejection());
        let reason = rejection.and_then(|one| one.reason.clone()).unwrap_or_default();
        return Some(Next::Mend(refused.item.clone(), reason));
    }
    let open = |kind| items.iter().find(|one| one.required && one.is_open(kind));
    if let Some(one) = open(ItemKind::Precondition) {
        let rule = procedure.precondition(&one.item.id)?;
        if let Some(first) = one.blocked_by.iter().find(|by| by.kind == ItemKind::Obstacle) {
            return Some(Next::Overcome(first.clone()));
        }
        if !rule.follows_accounts {
            return Some(Next::Meet(one.item.clone()));
        }
        let unsure = case.accounts_in(AccountState::Unsure).next();
        return Some(match (case.in_use().first(), unsure) {
            (Some(account), _) => Next::Move(account.item()),
            (None, Some(account)) => Next::FindOut(account.item()),
            (None, None) if case.accounts.is_empty() => Next::Search(one.item.clone()),
            (None, None) => Next::EndSearch(one.item.clone()),
        });
    }
    open(ItemKind::Document).map(|one| Next::Gather(one.item.clone()))
}

/// The first item of a kind that is open.
fn first_open(items: &[ItemStatus], kind: ItemKind) -> Option<Item> {
    items.iter().find(|one| one.is_open(kind)).map(|one| one.item.clone())
}
