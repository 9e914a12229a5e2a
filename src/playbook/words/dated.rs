//! The agenda in words: what each entry is, the rule that gives its day, and
//! the source of that rule.

use super::Words;
use crate::{
    domain::{AgendaEntry, AgendaKind, AgendaState, Id, Review, Route, Status},
    playbook::{RefundKind, Registration, ReminderRule, Source},
};

/// What is told of a day that has passed and is still to be seen to has keys with this
/// end.
const PASSED: &str = "-passed";
/// What is told of the end of a line that has no grace period has keys with this end.
const ENDS: &str = "-ends";
/// What is told of the last chance to keep a line has keys with this end.
const LAST: &str = "-last";

impl Words<'_> {
    /// What an entry of the agenda is, without the name of the case.
    pub(crate) fn dated(&self, entry: &AgendaEntry) -> String {
        let item = match entry.kind {
            AgendaKind::FollowUp => {
                let kind = self.case.obstacle(&entry.item.id).map(|one| &one.kind);
                self.obstacle_title(kind.unwrap_or(&entry.item.id))
            }
            _ => self.title(&entry.item),
        };
        let told = self.text.with(
            &self.dated_key(format!("say-agenda-{}", entry.kind.word()), entry),
            &[("item", item.into())],
        );
        // Where the day on which to ask is a guess, that says it already.
        let unverified = match entry.if_asked {
            Some(_) => self.is_unsure(entry.kind),
            None => self.is_unverified(entry),
        };
        self.if_asked(entry, self.hedged_briefly(told, unverified))
    }

    /// The key of what an entry is. What a port waits for is not an answer.
    fn dated_key(&self, key: String, entry: &AgendaEntry) -> String {
        let kept = self.case.way() == Route::Keep;
        let last_chance = self.case.line.last_chance(self.today);
        match entry.kind {
            AgendaKind::Earliest
            | AgendaKind::Latest
            | AgendaKind::Reminder
            | AgendaKind::Confirmation => {
                let mut all = self.case.applications.iter();
                let named = all.find(|one| one.id == entry.item.id);
                named.map_or_else(|| self.of_way(&key), |one| self.of_application(&key, one))
            }
            AgendaKind::UseBy => self.of_use(&key),
            AgendaKind::ExtendBy => self.of_extension(&key),
            AgendaKind::ActiveUntil | AgendaKind::GraceUntil
                if entry.given < self.today && entry.state != AgendaState::Done =>
            {
                format!("{key}{PASSED}")
            }
            AgendaKind::ActiveUntil if self.ends_then() => format!("{key}{ENDS}"),
            AgendaKind::GraceUntil if kept && last_chance == Some(entry.given) => {
                format!("{key}{LAST}")
            }
            _ => key,
        }
    }

    /// The line ends with its validity: the carrier names no day after it, and the person
    /// noted none.
    pub(super) fn ends_then(&self) -> bool {
        self.playbook.procedure().no_grace && self.case.line.grace_until.is_none()
    }

    /// The same as a title: another day beside its own would mislead there.
    pub(crate) fn dated_title(&self, entry: &AgendaEntry) -> String {
        if entry.if_asked.is_none() {
            return self.dated(entry);
        }
        let told = self.text.get(&format!("say-agenda-{}", entry.kind.word())).into_owned();
        let told = self.text.with("say-agenda-once-asked", &[("what", told.into())]);
        self.hedged_briefly(told, self.is_unverified(entry))
    }

    /// The same in a few words, for a narrow column.
    pub(crate) fn dated_briefly(&self, entry: &AgendaEntry) -> String {
        let key = self.dated_key(format!("say-agenda-brief-{}", entry.kind.word()), entry);
        // There can be several of a kind on one day: what tells them apart is what they are about.
        if matches!(entry.kind, AgendaKind::AccountWait | AgendaKind::StillUsed) {
            return self.text.with(&key, &[("item", self.title(&entry.item).into())]);
        }
        if entry.kind != AgendaKind::FollowUp {
            let told = self.text.get(&key).into_owned();
            let args = |told: String| [("what", told.into())];
            return match entry.if_asked {
                Some(_) => {
                    let told = self.text.with("say-agenda-brief-if-asked", &args(told));
                    self.hedged_briefly(told, self.is_unsure(entry.kind))
                }
                None => self.hedged_briefly(told, self.is_unverified(entry)),
            };
        }
        let kind = self.case.obstacle(&entry.item.id).map(|one| &one.kind);
        let item = self.obstacle_title(kind.unwrap_or(&entry.item.id));
        self.text.with(&key, &[("item", item.into())])
    }

    /// What is told in a few words, with a word for it where nobody has confirmed the day.
    pub(crate) fn hedged_briefly(&self, told: String, unverified: bool) -> String {
        if unverified {
            return self.text.with("say-unverified", &[("what", told.into())]);
        }
        told
    }

    /// The days to ask again and to complain, of those that are open: what each is, and
    /// the day with what it stands on.
    pub(crate) fn chase_days(&self, status: &Status) -> Vec<(String, String)> {
        let keys = [(AgendaKind::Reminder, "ui-nudge"), (AgendaKind::Complaint, "ui-complaint")];
        let entry = |kind| status.agenda.iter().find(|one| one.kind == kind && one.is_open());
        let day = |entry: &AgendaEntry| {
            let day = self.hedged(self.text.full_date(entry.given), self.is_unverified(entry));
            self.if_asked(entry, day)
        };
        let known = keys.into_iter().filter_map(|(kind, key)| Some((key, entry(kind)?)));
        known.map(|(key, one)| (self.text.get(key).into_owned(), day(one))).collect()
    }

    /// What is told of an entry, and that its day holds only if the carrier is asked.
    fn if_asked(&self, entry: &AgendaEntry, told: String) -> String {
        let Some(asked) = entry.if_asked else { return told };
        let unverified = asked > self.today && self.is_late_unverified();
        let asked = self.hedged(self.near(asked), unverified).into();
        self.text.with("say-agenda-if-asked", &[("what", told.into()), ("date", asked)])
    }

    /// The rule that gives the day of an entry, in a sentence. `review` is that
    /// of the pending application.
    pub(crate) fn rule(&self, entry: &AgendaEntry, review: Option<&Review>) -> String {
        let text = self.text;
        let chase = self.playbook.review.chase.as_ref();
        let count = |days: Option<u16>| [("count", days.unwrap_or_default().into())];
        match entry.kind {
            AgendaKind::Promise => {
                let contact = self.case.contact(&entry.item.id).ok();
                let on = contact.map(|one| text.full_date(one.on)).unwrap_or_default();
                text.with("say-rule-promise", &[("date", on.into())])
            }
            AgendaKind::AnswerBy => text.get("say-rule-expected").into_owned(),
            AgendaKind::FollowUp | AgendaKind::AccountWait => {
                text.get("say-rule-given").into_owned()
            }
            AgendaKind::Earliest => self.window(),
            AgendaKind::Latest => {
                let moved = review.and_then(|review| self.moved(review));
                moved.unwrap_or_else(|| self.window())
            }
            AgendaKind::Reminder if self.chase().is_none() => {
                let window = self.playbook.window(&self.case.terms, self.case.way());
                text.with("say-rule-reminder", &count(window.map(|window| window.latest)))
            }
            AgendaKind::Reminder | AgendaKind::Complaint => {
                let days = chase.map(|rule| match entry.kind {
                    AgendaKind::Reminder => rule.nudge_after,
                    _ => rule.complain_after,
                });
                // Nobody has asked yet: the rule says from when it will count.
                let asks = if entry.if_asked.is_some() { "-if-asked" } else { "" };
                text.with(&format!("say-rule-{}{asks}", entry.kind.word()), &count(days))
            }
            AgendaKind::CreditAtRisk => text.get("say-rule-credit").into_owned(),
            AgendaKind::ActiveUntil | AgendaKind::GraceUntil => {
                text.get("say-rule-read-off").into_owned()
            }
            AgendaKind::RegistrationEnd => {
                let means = self.registration().map(|one| one.means.get(text.lang()));
                means.unwrap_or_default().to_owned()
            }
            AgendaKind::ExtendBy if !self.is_held() => text.get("say-rule-read-off").into_owned(),
            AgendaKind::UseBy
            | AgendaKind::RefuseBy
            | AgendaKind::ProlongedUntil
            | AgendaKind::ExtendBy => {
                let ends = self.playbook.ends.as_ref();
                ends.map(|ends| ends.means.get(text.lang()).to_owned()).unwrap_or_default()
            }
            AgendaKind::RefundBy => {
                let refund = self.playbook.refund.as_ref();
                refund.map(|one| one.means.get(text.lang()).to_owned()).unwrap_or_default()
            }
            AgendaKind::StillUsed => {
                let told = text.get("say-rule-still_used").into_owned();
                match self.ended_by_rule() {
                    Some(end) => self.with_ground(told, end),
                    None => told,
                }
            }
            AgendaKind::SignIn | AgendaKind::Recovery => text.get("say-rule-watch").into_owned(),
            AgendaKind::Confirmation => text.get("say-rule-confirmation").into_owned(),
            AgendaKind::WatchEnd => {
                let rest = self.playbook.lapse.rest.as_ref();
                rest.map(|rest| rest.means.get(text.lang())).unwrap_or_default().to_owned()
            }
        }
    }

    /// The source of the rule behind an entry; none where the person gave the
    /// day.
    pub(crate) fn source(&self, entry: &AgendaEntry) -> Option<&Source> {
        // Where nobody has read off the day on which credit is lost, a rule counts it.
        let counted = match entry.from.id.as_str() {
            "last-used" => Some(AgendaKind::UseBy),
            "registered" => Some(AgendaKind::RegistrationEnd),
            _ => None,
        };
        let counted = counted.filter(|_| entry.kind == AgendaKind::CreditAtRisk);
        self.source_of(entry.kind).or_else(|| self.source_of(counted?))
    }

    /// The same of what is of this kind.
    pub(super) fn source_of(&self, kind: AgendaKind) -> Option<&Source> {
        let book = self.playbook;
        let chase = book.review.chase.as_ref();
        let own_window = self.case.terms.window.is_some();
        let porting = book.porting.as_ref().filter(|_| self.case.way() == Route::Port);
        let ids: &[Id] = match kind {
            AgendaKind::Promise
            | AgendaKind::AnswerBy
            | AgendaKind::FollowUp
            | AgendaKind::AccountWait
            | AgendaKind::StillUsed
            | AgendaKind::SignIn
            | AgendaKind::Recovery
            | AgendaKind::Confirmation
            | AgendaKind::ActiveUntil
            | AgendaKind::GraceUntil => &[],
            AgendaKind::ExtendBy if !self.is_held() => &[],
            AgendaKind::UseBy
            | AgendaKind::RefuseBy
            | AgendaKind::ProlongedUntil
            | AgendaKind::ExtendBy => {
                book.ends.as_ref().map(|ends| ends.sources.as_slice()).unwrap_or_default()
            }
            AgendaKind::RefundBy => {
                book.refund.as_ref().map(|one| one.sources.as_slice()).unwrap_or_default()
            }
            AgendaKind::Earliest | AgendaKind::Latest if own_window => &[],
            // What the carrier has said by itself needs no other source.
            AgendaKind::Latest if self.is_moved() => &[],
            AgendaKind::Earliest | AgendaKind::Latest => {
                porting.map_or(&book.review.sources, |porting| &porting.sources)
            }
            AgendaKind::Reminder if self.chase().is_none() => &[],
            AgendaKind::Reminder => chase.map(|rule| rule.sources.as_slice()).unwrap_or_default(),
            AgendaKind::Complaint => {
                chase.map(|rule| rule.complain_sources.as_slice()).unwrap_or_default()
            }
            // Where to read the credit off has sources of its own: they say nothing of its end.
            AgendaKind::CreditAtRisk => {
                let lost = book.refund.as_ref().filter(|one| one.given == RefundKind::None);
                lost.map(|one| one.sources.as_slice()).unwrap_or_default()
            }
            AgendaKind::RegistrationEnd => {
                self.registration().map(|one| one.sources.as_slice()).unwrap_or_default()
            }
            AgendaKind::WatchEnd => {
                let rest = book.lapse.rest.as_ref();
                rest.map(|rest| rest.sources.as_slice()).unwrap_or_default()
            }
        };
        // Of several the surest, and of these the first.
        book.sources(ids).min_by_key(|source| std::cmp::Reverse(source.confidence))
    }

    /// The rule by which the carrier is pressed for the answer that is waited for.
    pub(crate) fn chase(&self) -> Option<&ReminderRule> {
        self.case.pending().and_then(|pending| self.playbook.chase_of(pending))
    }

    /// What was read off has passed, and credit keeps the line alive.
    fn is_held(&self) -> bool {
        let line = &self.case.line;
        let read_off = line.active_until.or(line.grace_until);
        let held = self.playbook.procedure().prolonged(self.case);
        held.is_some() && read_off.is_some_and(|on| on < self.today)
    }

    /// More about an entry, for where there is room: how the days were counted,
    /// or what to do then. It may be empty.
    pub(crate) fn dated_note(&self, entry: &AgendaEntry, review: Option<&Review>) -> String {
        let lang = self.text.lang();
        let chase = self.playbook.review.chase.as_ref();
        let kept = self.case.route == Route::Keep;
        let texts = match entry.kind {
            // Whoever keeps a line is told what prolongs it, not how to be rid of it.
            AgendaKind::ActiveUntil
            | AgendaKind::GraceUntil
            | AgendaKind::RefuseBy
            | AgendaKind::ProlongedUntil
                if kept =>
            {
                self.playbook.ends.as_ref().map(|ends| ends.counts.get(lang).to_owned())
            }
            AgendaKind::Promise | AgendaKind::AnswerBy => {
                self.case.contact(&entry.item.id).ok().and_then(|one| one.reference.clone())
            }
            AgendaKind::FollowUp => {
                self.case.obstacle(&entry.item.id).ok().and_then(|one| one.note.clone())
            }
            AgendaKind::AccountWait | AgendaKind::StillUsed => {
                self.case.account(&entry.item.id).ok().and_then(|one| one.note.clone())
            }
            AgendaKind::Earliest | AgendaKind::Latest => {
                review.map(|review| self.working_text(review))
            }
            // Where a code goes to another carrier, the way out says how long that holds.
            AgendaKind::Reminder if !self.of_asked("").is_empty() => {
                let way = self.playbook.porting.as_ref().filter(|_| self.case.way() == Route::Port);
                let means = way.map_or(&self.playbook.application.means, |way| &way.means);
                Some(means.get(lang).to_owned())
            }
            AgendaKind::Reminder => chase.map(|rule| rule.nudge.get(lang).to_owned()),
            AgendaKind::Complaint => chase.map(|rule| rule.complain.get(lang).to_owned()),
            AgendaKind::ActiveUntil | AgendaKind::GraceUntil => {
                Some(self.playbook.lapse.means.get(lang).to_owned())
            }
            AgendaKind::CreditAtRisk => {
                let known = self.playbook.safeguards.iter().find(|one| one.id == entry.item.id);
                known.map(|one| one.means.get(lang).to_owned())
            }
            AgendaKind::UseBy if self.case.way() == Route::Lapse => {
                Some(self.playbook.lapse.means.get(lang).to_owned())
            }
            AgendaKind::UseBy | AgendaKind::ExtendBy => {
                self.playbook.ends.as_ref().map(|ends| ends.counts.get(lang).to_owned())
            }
            AgendaKind::RefuseBy | AgendaKind::ProlongedUntil => {
                let stop = self.playbook.ends.as_ref().and_then(|ends| ends.stop.as_ref());
                stop.map(|stop| stop.get(lang).to_owned())
            }
            AgendaKind::Confirmation => Some(self.playbook.confirmation.means.get(lang).to_owned()),
            AgendaKind::SignIn | AgendaKind::Recovery => None,
            AgendaKind::RegistrationEnd | AgendaKind::RefundBy | AgendaKind::WatchEnd => {
                Some(self.rule(entry, review))
            }
        };
        texts.unwrap_or_default()
    }

    /// The rule by which the line ends because of how it was registered.
    pub(crate) fn registration(&self) -> Option<&Registration> {
        let line = &self.case.line;
        let rules = self.playbook.registrations.iter();
        let workdays = self.playbook.workdays();
        let ends = rules.filter_map(|one| Some((one.rule.end(line, &workdays)?, one)));
        ends.min_by_key(|(on, _)| *on).map(|(_, one)| one)
    }
}
