//! The closing of one line: everything that is kept about it.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    Account, AccountState, AgendaMark, Application, Attachment, Change, Conflict, Contact,
    Dismissed, Ending, Entry, ExtraDocument, Id, Item, KeptFinding, Keyed as _, Line, Mark,
    Obstacle, Outcome, Route, Terms,
};

/// Everything ringoff keeps about one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Unique in the book.
    pub id: Id,
    /// What the person calls it.
    pub label: String,
    /// The playbook it follows.
    pub playbook: Id,
    /// How it shall end.
    #[serde(default)]
    pub route: Route,
    /// The day it was opened.
    pub opened: Date,
    /// The line itself.
    #[serde(default)]
    pub line: Line,
    /// What was said about preconditions, documents and safeguards.
    #[serde(default)]
    pub marks: BTreeMap<Item, Mark>,
    /// Since when no further account is expected to turn up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search_over: Option<Date>,
    /// Accounts that use, or used, the number.
    #[serde(default, alias = "services")]
    pub accounts: Vec<Account>,
    /// Names that scans found and that are none of the person's accounts.
    #[serde(default, alias = "ignored", skip_serializing_if = "Vec::is_empty")]
    pub dismissed: Vec<Dismissed>,
    /// What scans found, the oldest first. What of it is undecided is the inbox.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<KeptFinding>,
    /// Documents beyond the playbook's.
    #[serde(default)]
    pub documents: Vec<ExtraDocument>,
    /// The contact log, oldest first.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// Obstacles, oldest first.
    #[serde(default)]
    pub obstacles: Vec<Obstacle>,
    /// Submissions, oldest first.
    #[serde(default)]
    pub applications: Vec<Application>,
    /// What was said about entries of the agenda, by their id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub agenda: BTreeMap<Id, AgendaMark>,
    /// How the days of a review are counted, where not as the playbook says.
    #[serde(default, skip_serializing_if = "Terms::is_default")]
    pub terms: Terms,
    /// Set when the case was given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
    /// The day it was put away: lists leave it out from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<Date>,
    /// Everything that was done, oldest first.
    #[serde(default)]
    pub history: Vec<Entry>,
    /// What was undone and can be redone, the next one last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undone: Vec<Entry>,
    /// When that was done which was undone for good, since something else was done
    /// afterwards: a history that lacks it is no older copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forgotten: Vec<Timestamp>,
    /// What two sides of a merge changed differently and nobody has settled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
}

impl Case {
    /// A case in which nothing has happened yet.
    pub fn new(id: Id, label: String, playbook: Id, route: Route, opened: Date) -> Self {
        Self {
            id,
            label,
            playbook,
            route,
            opened,
            line: Line::default(),
            marks: BTreeMap::new(),
            search_over: None,
            accounts: Vec::new(),
            dismissed: Vec::new(),
            findings: Vec::new(),
            documents: Vec::new(),
            contacts: Vec::new(),
            obstacles: Vec::new(),
            applications: Vec::new(),
            agenda: BTreeMap::new(),
            terms: Terms::default(),
            ending: None,
            archived: None,
            history: Vec::new(),
            undone: Vec::new(),
            forgotten: Vec::new(),
            conflicts: Vec::new(),
        }
    }

    /// What was undone can no longer be redone, and is known to be gone.
    pub(crate) fn forget_undone(&mut self) {
        self.forgotten.extend(self.undone.drain(..).map(|entry| entry.at));
        self.forgotten.sort_unstable();
    }

    /// Calls an item of the playbook by its new id, in the marks and in all
    /// that was done and undone.
    pub(crate) fn rename_item(&mut self, old: &Item, new: &Item) {
        if let Some(mark) = self.marks.remove(old) {
            self.marks.insert(new.clone(), mark);
        }
        for entry in self.history.iter_mut().chain(&mut self.undone) {
            for change in entry.changes_mut() {
                if let Change::Mark { item, .. } = change
                    && item == old
                {
                    item.clone_from(new);
                }
            }
        }
    }

    /// The accounts in `state`, in the order they were added.
    pub(crate) fn accounts_in(&self, state: AccountState) -> impl Iterator<Item = &Account> {
        self.accounts.iter().filter(move |account| account.state == state)
    }

    /// The accounts that are known to use the number, the ones to work on first:
    /// those that cost most when lost, then those that wait for an answer. What sent a
    /// code after it was marked as moved or closed is one of them.
    pub(crate) fn in_use(&self) -> Vec<&Account> {
        let mut all: Vec<_> = self.accounts.iter().filter(|one| one.state.is_in_use()).collect();
        all.extend(self.still_used());
        all.sort_by_key(|one| (one.state == AccountState::Waiting, one.kind.danger()));
        all
    }

    /// Given up, put away, or cancelled by the carrier.
    pub(crate) fn is_closed(&self) -> bool {
        self.ending.is_some() || self.archived.is_some() || self.approval().is_some()
    }

    /// The carrier's yes to the newest submission.
    pub(crate) fn approval(&self) -> Option<&Outcome> {
        self.latest_application()?.approval()
    }

    /// The files that came with the carrier's answers, each with its application.
    pub(crate) fn answer_files(&self) -> impl Iterator<Item = (Item, &Attachment)> {
        self.applications.iter().filter_map(|one| {
            let file = one.outcome.as_ref()?.file.as_deref()?;
            Some((one.item(), file))
        })
    }

    /// The newest submission.
    pub(crate) fn latest_application(&self) -> Option<&Application> {
        self.applications.last()
    }

    /// The way out that the newest submission takes while it waits or once it was
    /// granted; before and after that the one that the person has chosen.
    pub(crate) fn way(&self) -> Route {
        match self.latest_application() {
            Some(last) if last.rejection().is_none() => last.route(),
            _ => self.route,
        }
    }

    /// The submission the carrier has not answered yet.
    pub fn pending(&self) -> Option<&Application> {
        self.latest_application().filter(|application| application.outcome.is_none())
    }

    /// A number above all that are or were used: an id is never given again.
    pub(super) fn fresh_number<'a>(used: impl Iterator<Item = &'a Id>) -> Id {
        let highest = used.filter_map(|id| id.as_str().parse::<u32>().ok()).max().unwrap_or(0);
        Id::new((highest + 1).to_string())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{AccountKind, Ending, Evidence, EvidenceKind, Finding, Verdict};

    const DAY: Date = date(2026, 11, 5);

    fn case() -> Case {
        Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, DAY)
    }

    /// What waits for somebody else comes last, however much is lost with it.
    #[test]
    fn accounts_to_work_on_come_first_and_of_them_those_that_cost_most() {
        let mut case = case();
        for (name, kind, state) in [
            ("Game", AccountKind::Game, AccountState::ToDo),
            ("Mail", AccountKind::Email, AccountState::Waiting),
            ("Bank", AccountKind::Bank, AccountState::Started),
            ("Gone", AccountKind::Bank, AccountState::Moved),
        ] {
            let change = case.add_account(name, kind, state, None, DAY).expect("allowed");
            change.apply(&mut case).expect("applies");
        }
        let names: Vec<&str> = case.in_use().iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Bank", "Game", "Mail"]);
    }

    /// A code of the day of the move may have come before it.
    #[test]
    fn a_code_of_a_later_day_shows_that_an_account_still_uses_the_number() {
        let mut case = case();
        let (kind, state) = (AccountKind::Travel, AccountState::Moved);
        let change = case.add_account("Grab", kind, state, None, DAY).expect("allowed");
        change.apply(&mut case).expect("applies");
        let later = date(2026, 11, 6);
        for (day, still) in [(DAY, None), (later, Some(later))] {
            let seen = Evidence { count: 1, first: Some(day), last: Some(day) };
            let evidence = [(EvidenceKind::Code, seen)].into();
            let found = Finding { name: "Grab".into(), evidence, ..Finding::default() };
            let mut case = case.clone();
            let change = case.keep_findings([&found]);
            change.apply(&mut case).expect("applies");
            let kept = crate::domain::KeptFinding {
                id: Id::new("grab"),
                name: "Grab".into(),
                also: Vec::new(),
                known: false,
                kind,
                evidence: found.evidence.clone(),
                seen_in: None,
                several_sims: false,
                sure_code: None,
            };
            case.findings = vec![kept];
            assert_eq!(case.still_used_on(&case.accounts[0]), still);
        }
    }

    #[test]
    fn a_case_is_closed_by_the_person_or_by_the_carrier() {
        assert!(!case().is_closed());
        let answered = |verdict| {
            let outcome = Some(Outcome::on(verdict, DAY));
            let applications = vec![Application { outcome, ..Application::on(DAY) }];
            Case { applications, ..case() }
        };
        assert!(answered(Verdict::Approved).is_closed());
        assert!(!answered(Verdict::Rejected).is_closed());
        let ending = Some(Ending { on: DAY, reason: None });
        assert!(Case { ending, ..case() }.is_closed());
        assert!(Case { archived: Some(DAY), ..case() }.is_closed());
    }
}
