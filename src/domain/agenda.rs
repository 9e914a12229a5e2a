//! The agenda: every dated thing of a case as one list.
//!
//! Owns: which dates there are, what each comes from, and whether it is open,
//! done or snoozed. It is derived and never stored; only what the person said
//! about an entry is kept (`agenda_mark.rs`). *Next*, the warnings, reminders,
//! the calendar file and the screen read this list. Must not know: words, or
//! the texts of a playbook.

use jiff::civil::Date;

use super::{
    AccountState, AgendaKind, AgendaMark, Case, Id, Item, ItemKind, Keyed as _, Procedure, Review,
    Route, Stage, Watch, WatchCheckKind,
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
    /// The day, in the carrier's zone.
    pub on: Date,
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

/// The agenda of `case` today, soonest first. `review` is that of the pending
/// application.
pub(super) fn agenda(
    case: &Case,
    procedure: &Procedure,
    (stage, watch): (Stage, Option<Watch>),
    review: Option<&Review>,
    today: Date,
) -> Vec<AgendaEntry> {
    let mut list = Listing { case, over: stage.is_over(), today, entries: Vec::new() };
    list.promises();
    list.accounts();
    list.follow_ups();
    list.reviews(review);
    list.line(procedure);
    match watch {
        Some(watch) => list.watch(watch, stage),
        None => list.rest(procedure),
    }
    list.confirmation(watch);
    list.entries.sort_by_key(|one| (one.on, one.kind));
    list.entries
}

/// The agenda while it is made.
struct Listing<'a> {
    case: &'a Case,
    over: bool,
    today: Date,
    entries: Vec<AgendaEntry>,
}

impl Listing<'_> {
    /// Adds an entry. `matters` is false when what it is about has ended.
    fn add(&mut self, about: &str, kind: AgendaKind, item: Item, on: Date, matters: bool) {
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
        let snoozed = mark.and_then(|mark| mark.snoozed).filter(|until| *until > self.today);
        let done = mark.is_some_and(|mark| mark.done.is_some());
        let state = match snoozed {
            _ if !matters || done => AgendaState::Done,
            Some(until) => AgendaState::Snoozed(until),
            None => AgendaState::Open,
        };
        let dropped = false;
        self.entries.push(AgendaEntry {
            id,
            kind,
            item,
            on,
            state,
            if_asked,
            marked: done,
            dropped,
        });
    }

    fn promises(&mut self) {
        for contact in &self.case.contacts {
            let about = format!("contact-{}", contact.id);
            if let Some(by) = contact.answer_by {
                let matters = !self.over && self.case.awaits_answer(contact);
                self.add(&about, AgendaKind::AnswerBy, contact.item(), by, matters);
            }
            if let Some(by) = contact.promised {
                let matters = !self.over && self.case.awaits_promise(contact);
                self.add(&about, AgendaKind::Promise, contact.item(), by, matters);
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
    fn reviews(&mut self, review: Option<&Review>) {
        for application in &self.case.applications {
            let pending = application.outcome.is_none() && !self.over;
            let review = review.filter(|_| pending);
            let reckoned = application.reckoned.as_ref();
            let dates = review.map(|review| (review.earliest, review.latest));
            let reckoned = || reckoned.map(|dates| (dates.earliest, dates.latest));
            let Some((earliest, latest)) = dates.or_else(reckoned) else { continue };
            // What has no day of its own any more is named on the last day.
            let complaint = review.and_then(|review| review.complaint);
            let complaint = complaint.filter(|one| !one.is_made);
            let nudge = review.and_then(|review| review.nudge);
            let asks = complaint.and_then(|one| one.assumes());
            let asks = asks.filter(|_| review.is_some_and(|review| !review.is_asked()));
            // Once the answer is late, nobody says any more that one can come.
            let coming = self.today <= latest;
            let rows = [
                (AgendaKind::Earliest, Some(earliest), None, coming),
                (AgendaKind::Latest, Some(latest), None, true),
                (AgendaKind::Reminder, nudge, asks, true),
                (
                    AgendaKind::Complaint,
                    complaint.map(|one| one.from),
                    complaint.and_then(|one| one.assumes()),
                    true,
                ),
            ];
            let about = format!("application-{}", application.id);
            for (kind, on, asks, open) in rows {
                let matters = pending && open && on.is_some();
                let day = (on.unwrap_or(latest), asks);
                self.add_if(&about, kind, application.item(), day, matters);
                if let (None, Some(last)) = (on, self.entries.last_mut()) {
                    last.dropped = true;
                }
            }
        }
    }

    /// The dates of the line itself. They pass whether or not anybody acts.
    fn line(&mut self, procedure: &Procedure) {
        let line = &self.case.line;
        let kept = self.case.route == Route::Keep;
        let registration = procedure.registration_end(line);
        let rows = [
            (AgendaKind::ActiveUntil, "active-until", line.active_until),
            (AgendaKind::GraceUntil, "grace-until", line.grace_until),
            (AgendaKind::RegistrationEnd, "registered", registration),
        ];
        for (kind, field, on) in rows {
            let Some(on) = on else { continue };
            // A line that is kept does not come to this day: `keep` says what to do.
            let kept = kept && kind == AgendaKind::ActiveUntil;
            let matters = !self.over && on >= self.today && !kept;
            let item = Item::new(ItemKind::Line, &Id::new(field));
            self.add("line", kind, item, on, matters);
        }
        self.clock(procedure, kept);
        if let (Some(on), Some(credit)) = (line.active_until, &procedure.credit)
            && line.has_credit()
        {
            let item = Item::new(ItemKind::Safeguard, credit);
            let open = !self.over && on >= self.today && !self.case.mark(&item).is_seen_to();
            let open = open && !kept;
            self.add("line", AgendaKind::CreditAtRisk, item, on, open);
        }
    }

    /// What keeps the line alive: for one that is kept the days to see to it, for one
    /// that shall lapse the days until which it would go on by itself.
    fn clock(&mut self, procedure: &Procedure, kept: bool) {
        let line = &self.case.line;
        if let Some(on) = procedure.use_end(line) {
            let item = Item::new(ItemKind::Line, &Id::new("last-used"));
            let matters = !self.over && (kept || on >= self.today);
            self.add("line", AgendaKind::UseBy, item, on, matters);
        }
        // The first of the days that were read off and is still to come.
        let days = [line.active_until, line.grace_until];
        let coming = days.into_iter().flatten().find(|on| *on >= self.today);
        let last = days.into_iter().flatten().next_back();
        if let Some(on) = coming.or(last).filter(|_| kept) {
            let item = Item::new(ItemKind::Line, &Id::new("active-until"));
            self.add("line", AgendaKind::ExtendBy, item, on, !self.over);
        }
        if let Some(on) = procedure.refund_by(self.case, self.today) {
            let item = Item::new(ItemKind::Line, &Id::new("credit"));
            // It can be asked for also once the line has ended.
            let matters = on >= self.today && !kept && self.case.ending.is_none();
            self.add("line", AgendaKind::RefundBy, item, on, matters);
        }
        let lapses = self.case.route == Route::Lapse;
        let prolonged = procedure.prolonged(self.case).filter(|_| lapses || kept);
        if let (Some(prolonged), Some(rule)) = (prolonged, &procedure.prolonging) {
            let item = Item::new(ItemKind::Precondition, &rule.precondition);
            let (refuse, until) = (prolonged.refuse_by, prolonged.until);
            // Whoever keeps a line has nothing to refuse.
            let matters = !self.over && refuse >= self.today && lapses;
            self.add("line", AgendaKind::RefuseBy, item.clone(), refuse, matters);
            let matters = !self.over && until >= self.today;
            self.add("line", AgendaKind::ProlongedUntil, item, until, matters);
        }
    }

    /// The end of the rest of a line that is left to lapse.
    fn rest(&mut self, procedure: &Procedure) {
        let rest = procedure.rest.filter(|_| self.case.route == Route::Lapse);
        let end = procedure.gone_after(self.case);
        let gone = rest.zip(end).and_then(|(rest, on)| rest.after(on, &procedure.workdays));
        if let Some(on) = gone {
            self.watch_end(on, on >= self.today);
        }
    }

    /// What is looked at while the number rests, and the end of that.
    fn watch(&mut self, watch: Watch, stage: Stage) {
        let runs = stage != Stage::Closed;
        // Once the number has rested there is nothing to look for, and of several
        // looks that have come only the last one matters.
        let looks = runs && self.today < watch.until;
        let checks = watch.checks();
        let last = checks.iter().rposition(|check| check.on <= self.today).unwrap_or(0);
        let moved = self.case.accounts_in(AccountState::Moved).next().is_some();
        let item = Item::new(ItemKind::Line, &Id::new("grace-until"));
        for (at, check) in checks.into_iter().enumerate() {
            let (kind, about, matters) = match check.kind {
                WatchCheckKind::SignIn => (AgendaKind::SignIn, "line".to_owned(), moved),
                WatchCheckKind::Recovery => {
                    (AgendaKind::Recovery, format!("watch-{at}"), at >= last)
                }
            };
            self.add(&about, kind, item.clone(), check.on, looks && matters);
        }
        // Also where the case is closed by then, the day itself is told.
        self.watch_end(watch.until, runs || self.today == watch.until);
    }

    /// The day from which a case whose line has ended is kept open by nothing but the
    /// confirmation that is missing.
    fn confirmation(&mut self, watch: Option<Watch>) {
        let Some(last) = self.case.latest_application() else { return };
        let Some(approval) = last.approval() else { return };
        let on = watch.map_or(approval.on, |watch| watch.until);
        let (about, matters) = (format!("application-{}", last.id), !approval.is_confirmed());
        self.add(&about, AgendaKind::Confirmation, last.item(), on, matters);
    }

    fn watch_end(&mut self, on: Date, matters: bool) {
        let item = Item::new(ItemKind::Line, &Id::new("grace-until"));
        self.add("line", AgendaKind::WatchEnd, item, on, matters);
    }
}
