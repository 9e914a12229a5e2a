//! The agenda in words: what each entry is, the rule that gives its day, and
//! the source of that rule.

use super::Words;
use crate::{
    domain::{AgendaEntry, AgendaKind, Id, Review},
    playbook::{Registration, Source},
};

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
        self.text.with(&format!("say-agenda-{}", entry.kind.word()), &[("item", item.into())])
    }

    /// The same in a few words, for a narrow column.
    pub(crate) fn dated_briefly(&self, entry: &AgendaEntry) -> String {
        let key = format!("say-agenda-brief-{}", entry.kind.word());
        if entry.kind != AgendaKind::FollowUp {
            return self.text.get(&key).into_owned();
        }
        let kind = self.case.obstacle(&entry.item.id).map(|one| &one.kind);
        let item = self.obstacle_title(kind.unwrap_or(&entry.item.id));
        self.text.with(&key, &[("item", item.into())])
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
            AgendaKind::Reminder => {
                text.with("say-rule-reminder", &count(chase.map(|rule| rule.nudge_after)))
            }
            AgendaKind::Complaint => {
                text.with("say-rule-complaint", &count(chase.map(|rule| rule.complain_after)))
            }
            AgendaKind::CreditAtRisk => text.get("say-rule-credit").into_owned(),
            AgendaKind::ActiveUntil | AgendaKind::GraceUntil => {
                text.get("say-rule-read-off").into_owned()
            }
            AgendaKind::RegistrationEnd => {
                let means = self.registration().map(|one| one.means.get(text.lang()));
                means.unwrap_or_default().to_owned()
            }
            AgendaKind::UseBy | AgendaKind::RefuseBy | AgendaKind::ProlongedUntil => {
                let ends = self.playbook.ends.as_ref();
                ends.map(|ends| ends.means.get(text.lang()).to_owned()).unwrap_or_default()
            }
            AgendaKind::ExtendBy => text.get("say-rule-read-off").into_owned(),
            AgendaKind::RefundBy => {
                let refund = self.playbook.refund.as_ref();
                refund.map(|one| one.means.get(text.lang()).to_owned()).unwrap_or_default()
            }
            AgendaKind::SignIn | AgendaKind::Recovery => text.get("say-rule-watch").into_owned(),
            AgendaKind::WatchEnd => {
                let rest = self.playbook.lapse.rest.as_ref();
                rest.map(|rest| rest.means.get(text.lang())).unwrap_or_default().to_owned()
            }
        }
    }

    /// The source of the rule behind an entry; none where the person gave the
    /// day.
    pub(crate) fn source(&self, entry: &AgendaEntry) -> Option<&Source> {
        let book = self.playbook;
        let chase = book.review.chase.as_ref();
        let own_window = self.case.terms.window.is_some();
        let ids: &[Id] = match entry.kind {
            AgendaKind::Promise
            | AgendaKind::AnswerBy
            | AgendaKind::FollowUp
            | AgendaKind::AccountWait
            | AgendaKind::SignIn
            | AgendaKind::Recovery
            | AgendaKind::ActiveUntil
            | AgendaKind::GraceUntil
            | AgendaKind::ExtendBy => &[],
            AgendaKind::UseBy | AgendaKind::RefuseBy | AgendaKind::ProlongedUntil => {
                book.ends.as_ref().map(|ends| ends.sources.as_slice()).unwrap_or_default()
            }
            AgendaKind::RefundBy => {
                book.refund.as_ref().map(|one| one.sources.as_slice()).unwrap_or_default()
            }
            AgendaKind::Earliest | AgendaKind::Latest if own_window => &[],
            AgendaKind::Earliest | AgendaKind::Latest => &book.review.sources,
            AgendaKind::Reminder => chase.map(|rule| rule.sources.as_slice()).unwrap_or_default(),
            AgendaKind::Complaint => {
                chase.map(|rule| rule.complain_sources.as_slice()).unwrap_or_default()
            }
            AgendaKind::CreditAtRisk => {
                let known = book.safeguards.iter().find(|one| one.id == entry.item.id);
                known.map(|one| one.sources.as_slice()).unwrap_or_default()
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

    /// More about an entry, for where there is room: how the days were counted,
    /// or what to do then. It may be empty.
    pub(crate) fn dated_note(&self, entry: &AgendaEntry, review: Option<&Review>) -> String {
        let lang = self.text.lang();
        let chase = self.playbook.review.chase.as_ref();
        let texts = match entry.kind {
            AgendaKind::Promise | AgendaKind::AnswerBy => {
                self.case.contact(&entry.item.id).ok().and_then(|one| one.reference.clone())
            }
            AgendaKind::FollowUp => {
                self.case.obstacle(&entry.item.id).ok().and_then(|one| one.note.clone())
            }
            AgendaKind::AccountWait => {
                self.case.account(&entry.item.id).ok().and_then(|one| one.note.clone())
            }
            AgendaKind::Earliest | AgendaKind::Latest => {
                review.map(|review| self.working_text(review))
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
            AgendaKind::UseBy | AgendaKind::ExtendBy => {
                self.playbook.ends.as_ref().map(|ends| ends.counts.get(lang).to_owned())
            }
            AgendaKind::RefuseBy | AgendaKind::ProlongedUntil => {
                let stop = self.playbook.ends.as_ref().and_then(|ends| ends.stop.as_ref());
                stop.map(|stop| stop.get(lang).to_owned())
            }
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
