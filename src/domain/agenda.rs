//! The agenda: every dated thing of a case as one list.
//!
//! Owns: which dates there are, what each comes from, and whether it is open,
//! done or snoozed. It is derived and never stored; only what the person said
//! about an entry is kept (`agenda_mark.rs`). *Next*, the warnings, reminders,
//! the calendar file and the screen read this list. Must not know: words, or
//! the texts of a playbook.

use jiff::civil::Date;

use super::{
    AccountState, AgendaKind, AgendaMark, Application, Case, Id, Item, ItemKind, Keyed as _,
    Procedure, Review, Stage, Watch, WatchCheckKind,
};

/// How an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaState {
    /// It is to come, or to be done.
    Open,
    /// It was done, or it does not matter any more.
    Done,
    /// The person does not want to hear of it before this day.
    Snoozed(Date),
}

impl AgendaState {
    /// The word in `--json`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Snoozed(_) => "snoozed",
        }
    }
}

/// One dated thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaEntry {
    /// Stable for the same thing of a case: `application-1.latest`.
    pub id: Id,
    /// What it is.
    pub kind: AgendaKind,
    /// What it is about.
    pub item: Item,
    /// The fact of the book that gives the day, by itself or by a rule: without it the
    /// entry would have another day, or would not be there.
    pub from: Item,
    /// The day on which it stands, in the carrier's zone: its own, or the one to which it
    /// was put off.
    pub on: Date,
    /// Its own day.
    pub given: Date,
    /// How it stands.
    pub state: AgendaState,
    /// The day holds only if the carrier is asked on this one: it was not asked yet.
    pub if_asked: Option<Date>,
    /// The person has said that it is done. What is done without that is over by itself.
    pub marked: bool,
    /// It has no day of its own any more: it is named so that a calendar can drop it.
    pub dropped: bool,
}

impl AgendaEntry {
    /// It is open.
    pub(crate) fn is_open(&self) -> bool {
        self.state == AgendaState::Open
    }

    /// It is open and its day has come.
    pub(crate) fn is_due(&self, today: Date) -> bool {
        self.is_open() && self.on <= today
    }

    /// Days from `today` until it comes; less than nothing when it has passed.
    pub(crate) fn days_from(&self, today: Date) -> i32 {
        (self.on - today).get_days()
    }

    /// It is open and near enough to be told: within so many days, in its own
    /// notice, or late.
    pub(crate) fn matters(&self, today: Date, within: i32) -> bool {
        let days = self.days_from(today);
        let late = days < 0 && self.kind.is_deadline();
        self.is_open() && (late || (0..=within.max(self.kind.notice())).contains(&days))
    }

    /// The person can say that it is done.
    pub(crate) fn can_be_done(&self) -> bool {
        self.kind.can_be_done()
    }
}

/// The next day by which something is expected or promised.
pub(super) fn awaited(agenda: &[AgendaEntry], today: Date) -> Option<Date> {
    let named = |one: &&AgendaEntry| {
        let awaited = matches!(one.kind, AgendaKind::AnswerBy | AgendaKind::Promise);
        awaited && one.is_open() && one.on > today
    };
    agenda.iter().filter(named).map(|one| one.on).min()
}

/// The agenda of `case` today, soonest first. `review` is that of the pending
/// application.
pub(super) fn agenda(
    case: &Case,
    procedure: &Procedure,
    (stage, watch): (Stage, Option<Watch>),
    review: Option<&Review>,
    today: Date,
) -> Vec<AgendaEntry> {
    let unconfirmed = case.approval().filter(|one| !one.is_confirmed()).map(|one| one.on);
    let unconfirmed = unconfirmed.filter(|_| stage == Stage::Cancelled);
    let over = stage.is_over();
    let mut list = Listing { case, over, unconfirmed, today, entries: Vec::new() };
    list.promises(procedure);
    list.accounts();
    list.still_used(procedure, stage);
    list.follow_ups();
    list.reviews(review, procedure);
    list.line(procedure);
    match watch {
        Some(watch) => list.watch(watch, procedure, stage),
        None => list.rest(procedure),
    }
    list.confirmation();
    list.entries.sort_by_key(|one| (one.on, one.kind));
    list.entries
}

/// The agenda while it is made.
pub(super) struct Listing<'a> {
    pub(super) case: &'a Case,
    pub(super) over: bool,
    /// The day of an approval that nothing confirms yet.
    unconfirmed: Option<Date>,
    pub(super) today: Date,
    entries: Vec<AgendaEntry>,
}

impl Listing<'_> {
    /// Adds an entry. `matters` is false when what it is about has ended.
    pub(super) fn add(
        &mut self,
        about: &str,
        kind: AgendaKind,
        item: Item,
        on: Date,
        matters: bool,
    ) {
        self.add_if(about, kind, item, (on, None), matters);
    }

    /// Adds an entry whose day holds only if the carrier is asked on another one.
    fn add_if(
        &mut self,
        about: &str,
        kind: AgendaKind,
        item: Item,
        (on, if_asked): (Date, Option<Date>),
        matters: bool,
    ) {
        let id = Id::new(format!("{about}.{}", kind.suffix()));
        // What was said holds for the day that the entry had then.
        let holds = |mark: &&AgendaMark| mark.on.is_none_or(|day| day == on);
        let mark = self.case.agenda.get(&id).filter(holds);
        let put_off = mark.and_then(|mark| mark.snoozed);
        let snoozed = put_off.filter(|until| *until > self.today);
        let done = mark.is_some_and(|mark| mark.done.is_some());
        let state = match snoozed {
            _ if !matters || done => AgendaState::Done,
            Some(until) => AgendaState::Snoozed(until),
            None => AgendaState::Open,
        };
        // One that was put off does not come back as late as it was before.
        let stands = snoozed.unwrap_or_else(|| put_off.map_or(on, |until| until.max(on)));
        let stands = if state == AgendaState::Done { on } else { stands };
        let dropped = false;
        let from = item.clone();
        self.entries.push(AgendaEntry {
            id,
            kind,
            item,
            from,
            on: stands,
            given: on,
            state,
            if_asked,
            marked: done,
            dropped,
        });
    }

    /// The day of the entry that was added last is given by another fact than what it is
    /// about.
    pub(super) fn give_last(&mut self, from: Item) {
        if let Some(last) = self.entries.last_mut() {
            last.from = from;
        }
    }

    /// The entry that was added last has been seen to.
    pub(super) fn mark_last(&mut self, seen_to: bool) {
        if let Some(last) = self.entries.last_mut() {
            last.marked |= seen_to;
        }
    }

    /// The entry that was added last is named for calendars only.
    pub(super) fn drop_last(&mut self, dropped: bool) {
        if let Some(last) = self.entries.last_mut() {
            last.dropped |= dropped;
        }
    }

    fn promises(&mut self, procedure: &Procedure) {
        for contact in &self.case.contacts {
            // What was said after the approval is about its confirmation.
            let awaited = self.unconfirmed.is_some_and(|approved| contact.on >= approved);
            let over = self.over && !awaited;
            let about = format!("contact-{}", contact.id);
            if let Some(by) = contact.answer_by {
                let matters = !over && self.case.awaits_answer(procedure, contact);
                self.add(&about, AgendaKind::AnswerBy, contact.item(), by, matters);
            }
            if let Some(by) = contact.promised {
                let matters = !over && self.case.awaits_promise(procedure, contact);
                self.add(&about, AgendaKind::Promise, contact.item(), by, matters);
                self.mark_last(contact.kept.is_some());
            }
        }
    }

    /// The days until which accounts are waited for. Also after the line has ended:
    /// an account that still uses the number is all the more urgent then.
    fn accounts(&mut self) {
        let matters = self.case.ending.is_none();
        for account in self.case.accounts_in(AccountState::Waiting) {
            let Some(until) = account.until else { continue };
            let about = format!("account-{}", account.id);
            self.add(&about, AgendaKind::AccountWait, account.item(), until, matters);
        }
    }

    /// The accounts that still use a number whose line has ended: late from that day on,
    /// because somebody else will have it.
    fn still_used(&mut self, procedure: &Procedure, stage: Stage) {
        let ended = self.ended(procedure, stage);
        let ended = ended.filter(|_| !self.case.way().keeps_the_number());
        let Some((on, from)) = ended else { return };
        for account in self.case.in_use() {
            let about = format!("account-{}", account.id);
            self.add(&about, AgendaKind::StillUsed, account.item(), on, true);
            self.give_last(from.clone());
        }
    }

    /// The day on which the line ended, and the fact that gives it.
    fn ended(&self, procedure: &Procedure, stage: Stage) -> Option<(Date, Item)> {
        match stage {
            Stage::Cancelled => {
                let last = self.case.latest_application()?;
                Some((last.approval()?.on, last.item()))
            }
            Stage::Lapsed => {
                let end = procedure.gone(self.case)?;
                Some((end.on, procedure.fact_of(self.case, end)))
            }
            _ => None,
        }
    }

    fn follow_ups(&mut self) {
        for obstacle in &self.case.obstacles {
            let Some(on) = obstacle.follow_up else { continue };
            let matters = !self.over && obstacle.resolved.is_none();
            let about = format!("obstacle-{}", obstacle.id);
            self.add(&about, AgendaKind::FollowUp, obstacle.item(), on, matters);
        }
    }

    /// The dates of the applications. Those of an answered one do not matter
    /// any more; they are named so that a calendar can drop them.
    fn reviews(&mut self, review: Option<&Review>, procedure: &Procedure) {
        for application in &self.case.applications {
            let pending = application.outcome.is_none() && !self.over;
            let review = review.filter(|_| pending);
            let reckoned = application.reckoned.as_ref();
            let dates = review.map(|review| (review.earliest, review.latest));
            let reckoned = || reckoned.map(|dates| (dates.earliest, dates.latest));
            let Some((earliest, latest)) = dates.or_else(reckoned) else { continue };
            // What has no day of its own any more is named on the last day.
            let complaint = review.and_then(|review| review.complaint);
            let complained = complaint.is_some_and(|one| one.is_made);
            let nudge = review.and_then(|review| review.nudge);
            let asks = complaint.and_then(|one| one.assumes());
            let asks = asks.filter(|_| review.is_some_and(|review| !review.is_asked()));
            // Once one can come, nobody says any more from when on.
            let coming = self.today <= earliest;
            let rows = [
                (AgendaKind::Earliest, Some(earliest), None, coming),
                (AgendaKind::Latest, Some(latest), None, true),
                // Once a forum has the complaint the carrier is not asked again.
                (AgendaKind::Reminder, nudge, asks, !complained),
                (
                    AgendaKind::Complaint,
                    complaint.map(|one| one.from),
                    complaint.and_then(|one| one.assumes()),
                    !complained,
                ),
            ];
            let about = format!("application-{}", application.id);
            // Where no rule says when to ask again, there never was such a day.
            let chased = |kind| matches!(kind, AgendaKind::Reminder | AgendaKind::Complaint);
            let never = !procedure.chases || application.ports;
            for (kind, on, asks, open) in rows {
                if on.is_none() && never && chased(kind) {
                    continue;
                }
                let matters = pending && open && on.is_some();
                let day = (on.unwrap_or(latest), asks);
                self.add_if(&about, kind, application.item(), day, matters);
                self.give_last(given_by(kind, application, review));
                self.mark_last(complained && kind == AgendaKind::Complaint);
                self.drop_last(on.is_none());
            }
        }
    }

    /// What is looked at while the number rests, and the end of that.
    fn watch(&mut self, watch: Watch, procedure: &Procedure, stage: Stage) {
        let ended = self.case.approval().map_or(Stage::Lapsed, |_| Stage::Cancelled);
        let Some((_, item)) = self.ended(procedure, ended) else { return };
        let runs = stage != Stage::Closed;
        // Once the number has rested there is nothing to look for, and of several
        // looks that have come only the last one matters.
        let looks = runs && self.today < watch.until;
        let checks = watch.checks();
        let last = checks.iter().rposition(|check| check.on <= self.today).unwrap_or(0);
        let moved = self.case.accounts_in(AccountState::Moved).next().is_some();
        for (at, check) in checks.into_iter().enumerate() {
            let (kind, about, matters) = match check.kind {
                WatchCheckKind::SignIn => (AgendaKind::SignIn, "line".to_owned(), moved),
                WatchCheckKind::Recovery => {
                    (AgendaKind::Recovery, format!("watch-{at}"), at >= last)
                }
            };
            self.add(&about, kind, item.clone(), check.on, looks && matters);
            self.drop_last(check.kind == WatchCheckKind::SignIn && !moved);
        }
        // Also where the case is closed by then, the day itself is told.
        self.watch_end(item, watch.until, self.today <= watch.until);
    }

    /// The confirmation, as long as it is missing: the case is never closed without it.
    fn confirmation(&mut self) {
        let Some(last) = self.case.latest_application() else { return };
        let Some(approval) = last.approval() else { return };
        let (about, matters) = (format!("application-{}", last.id), !approval.is_confirmed());
        self.add(&about, AgendaKind::Confirmation, last.item(), approval.on, matters);
        self.drop_last(!matters);
    }

    pub(super) fn watch_end(&mut self, item: Item, on: Date, matters: bool) {
        self.add("line", AgendaKind::WatchEnd, item, on, matters);
    }
}

/// The fact that gives a day of an application: itself, or what the carrier was asked or
/// has promised since.
fn given_by(kind: AgendaKind, application: &Application, review: Option<&Review>) -> Item {
    let contact = review.and_then(|review| match kind {
        AgendaKind::Latest => review.promised_in(),
        AgendaKind::Reminder => review.nudge_by.as_ref(),
        AgendaKind::Complaint => review.complaint_by.as_ref(),
        _ => None,
    });
    contact.map_or_else(|| application.item(), |id| Item::new(ItemKind::Contact, id))
}
