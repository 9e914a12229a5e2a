//! What scans found: keeping it, and what of it waits for the person.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::domain::{
    Account, AccountState, Case, Change, Edit, EvidenceKind, Finding, FindingStatus, Id,
    KeptFinding, Refusal,
};

impl Case {
    /// Keeps what a scan found: what is kept already gets what is new. Accounts on
    /// the list learn when they were seen last.
    pub(crate) fn keep_findings<'a>(&self, found: impl IntoIterator<Item = &'a Finding>) -> Change {
        let mut findings: Vec<Edit<KeptFinding>> = Vec::new();
        let mut accounts: Vec<Edit<Account>> = Vec::new();
        let known: BTreeMap<&Id, &KeptFinding> =
            self.findings.iter().map(|one| (&one.id, one)).collect();
        let mut new = BTreeSet::new();
        for one in found {
            let Some(kept) = KeptFinding::of(one) else { continue };
            let at = self.findings.len() + new.len();
            let value = match known.get(&kept.id) {
                Some(old) => old.with(&kept),
                None if !new.insert(kept.id.clone()) => continue,
                None => kept,
            };
            if known.get(&value.id).is_none_or(|old| **old != value) {
                findings.push(Edit {
                    id: value.id.clone(),
                    at,
                    value: Some(Box::new(value.clone())),
                });
            }
            if let (_, Some(account)) = one.status(self) {
                let seen = account.clone().seen(&value.finding());
                let twice = accounts.iter().any(|edit| edit.id == seen.id);
                if seen != *account && !twice {
                    accounts.push(Edit::replace(seen));
                }
            }
        }
        Change::found(findings, accounts, [])
    }

    /// Keeps what a scan found, adds some of it to the list and dismisses some, as one
    /// change.
    pub(crate) fn keep_and_decide<'a>(
        &self,
        found: impl IntoIterator<Item = &'a Finding>,
        wanted: impl IntoIterator<Item = &'a Finding>,
        ignored: impl IntoIterator<Item = &'a Finding>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let gone = self.dismiss(ignored.into_iter().map(|one| one.name.clone()));
        let made = (self.keep_findings(found), self.add_findings(wanted, today)?, gone);
        Ok(match made {
            (
                Change::Found { findings, accounts, .. },
                Change::Accounts(added),
                Change::Dismissed(dismissed),
            ) => match (findings.is_empty() && accounts.is_empty(), dismissed.is_empty()) {
                (true, true) => Change::Accounts(added),
                (true, false) if added.is_empty() => Change::Dismissed(dismissed),
                _ => {
                    let accounts: Vec<_> = accounts.into_iter().chain(added).collect();
                    Change::found(findings, accounts, dismissed)
                }
            },
            (kept, ..) => kept,
        })
    }

    /// Takes findings to the list as one change: what is new is added, and what still
    /// sent a code after it was marked as moved is to be moved again.
    pub(crate) fn accept_findings<'a>(
        &self,
        findings: impl IntoIterator<Item = &'a Finding>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let (mut new, mut again) = (Vec::new(), Vec::new());
        for one in findings {
            match one.status(self) {
                (status, Some(account)) if status.is_later() => again.push(account.id.clone()),
                _ => new.push(one),
            }
        }
        if let ([], [only]) = (new.as_slice(), again.as_slice()) {
            return self.set_account(only, AccountState::ToDo, today);
        }
        let new = self.add_findings(new, today)?;
        let again = self.set_accounts(&again, AccountState::ToDo, today)?;
        Ok(match (new, again) {
            (Change::Accounts(new), Change::Accounts(again)) => {
                Change::Accounts(new.into_iter().chain(again).collect())
            }
            (Change::Accounts(new), Change::Account(again)) => {
                Change::Accounts(new.into_iter().chain([again]).collect())
            }
            (new, _) => new,
        })
    }

    /// Changes a kept finding, such as its name; `gone` is one that it took up.
    pub(crate) fn change_finding(&self, one: &Finding, gone: Option<&Finding>) -> Change {
        let is_kept = |id: &Id| self.findings.iter().any(|kept| kept.id == *id);
        let kept = KeptFinding::of(one).filter(|kept| is_kept(&kept.id)).map(Edit::replace);
        let gone = gone.map(Finding::id).filter(is_kept);
        let findings: Vec<_> = gone.iter().map(Edit::remove).chain(kept).collect();
        Change::found(findings, [], [])
    }

    /// The accounts that sent a code after they were marked as moved or closed.
    pub(in crate::domain) fn still_used(&self) -> impl Iterator<Item = &Account> {
        let found = self.findings.iter().map(KeptFinding::finding);
        found.filter_map(|one| match one.status(self) {
            (FindingStatus::StillUsed(..), account) => account,
            _ => None,
        })
    }

    /// The day of the last code that an account sent after it was marked as moved or
    /// closed; nothing once it is moved again or the finding was dismissed.
    pub(crate) fn still_used_on(&self, account: &Account) -> Option<Date> {
        let since = account.since.filter(|_| account.state.is_released())?;
        let code = |one: &KeptFinding| one.evidence.get(&EvidenceKind::Code)?.last;
        let later = self.findings.iter().filter(|one| code(one).is_some_and(|day| day > since));
        let days = later.filter_map(|one| match one.finding().status(self) {
            (FindingStatus::StillUsed(day, _), Some(own)) if own.id == account.id => Some(day),
            _ => None,
        });
        days.max()
    }

    /// What can be taken to the list without a look at each: whether a code came to this
    /// line or to another SIM of the phone only the person knows.
    pub(crate) fn inbox_to_accept(&self) -> Vec<(Finding, FindingStatus)> {
        let mut all = self.inbox();
        all.retain(|(_, status)| !matches!(status, FindingStatus::OtherSim(_)));
        all
    }

    /// What was found and is undecided: what the case does not have, and what
    /// still sent a code after it was marked as moved. The surest comes first.
    pub(crate) fn inbox(&self) -> Vec<(Finding, FindingStatus)> {
        let waits = |status: FindingStatus| status == FindingStatus::New || status.is_later();
        let all = self.findings.iter().map(KeptFinding::finding);
        let all = all.map(|one| {
            let status = one.status(self).0;
            (one, status)
        });
        let mut all: Vec<_> = all.filter(|(_, status)| waits(*status)).collect();
        all.sort_by_cached_key(|(one, status)| one.rank(*status));
        all
    }
}

impl KeptFinding {
    /// What is kept of a finding; nothing when its name makes no id.
    pub(crate) fn of(finding: &Finding) -> Option<Self> {
        let id = finding.id();
        (!id.is_empty()).then(|| Self {
            id,
            name: finding.name.clone(),
            also: finding.merged.clone(),
            known: finding.catalogue_id.is_some(),
            kind: finding.kind,
            evidence: finding.evidence.clone(),
            seen_in: finding.seen_in.clone(),
            several_sims: finding.several_sims,
            sure_code: finding.sure_code,
        })
    }

    /// The finding again.
    pub(crate) fn finding(&self) -> Finding {
        let id = self.id.to_string();
        Finding {
            kept: Some(self.id.clone()),
            name: self.name.clone(),
            names: self.also.iter().cloned().chain([id.clone()]).collect(),
            merged: self.also.clone(),
            catalogue_id: self.known.then_some(id),
            kind: self.kind,
            evidence: self.evidence.clone(),
            seen_in: self.seen_in.clone(),
            several_sims: self.several_sims,
            sure_code: self.sure_code,
            ..Finding::default()
        }
    }
}

impl Account {
    /// The account with what a finding saw of it.
    pub(in crate::domain) fn seen(self, finding: &Finding) -> Self {
        let codes = finding.evidence.get(&EvidenceKind::Code).map(|codes| codes.count);
        let last = finding.last();
        let newer = self.seen_in.is_none() || last > self.last_seen;
        let seen_in = if newer { finding.seen_in.clone().or(self.seen_in) } else { self.seen_in };
        Self { codes: self.codes.max(codes), last_seen: self.last_seen.max(last), seen_in, ..self }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Evidence, Route};

    fn case() -> Case {
        let (id, day) = (Id::new("kl"), date(2026, 11, 5));
        Case::new(id.clone(), "KL".into(), id, Route::Apply, day)
    }

    fn codes(name: &str, count: u64, first: Date, last: Date) -> Finding {
        let seen = Evidence { count, first: Some(first), last: Some(last) };
        let evidence = [(EvidenceKind::Code, seen)].into();
        Finding { name: name.to_owned(), evidence, ..Finding::default() }
    }

    fn scan(case: &mut Case, found: &[Finding]) -> Change {
        case.keep_findings(found).apply(case).expect("applies")
    }

    #[test]
    fn scanning_again_adds_only_what_is_new() {
        let mut case = case();
        let day = |day| date(2026, 10, day);
        scan(&mut case, &[codes("Grab", 3, day(1), day(9))]);
        scan(&mut case, &[codes("Grab", 3, day(1), day(9))]);
        let count = |case: &Case| case.findings[0].evidence[&EvidenceKind::Code].count;
        assert_eq!((case.findings.len(), count(&case)), (1, 3));
        let undo = scan(&mut case, &[codes("Grab", 2, day(10), day(12))]);
        assert_eq!(count(&case), 5);
        undo.apply(&mut case).expect("applies");
        assert_eq!(count(&case), 3);
        assert_eq!(case.inbox().len(), 1);
    }

    #[test]
    fn what_a_scan_found_and_added_is_taken_back_in_one_step() {
        let mut case = case();
        let day = date(2026, 11, 5);
        let (grab, luno) = (codes("Grab", 3, day, day), codes("Luno", 1, day, day));
        let all = [&grab, &luno];
        let change = case.keep_and_decide(all, [&grab], [], day).expect("allowed");
        let undo = change.apply(&mut case).expect("applies");
        assert_eq!((case.accounts.len(), case.findings.len(), case.inbox().len()), (1, 2, 1));
        undo.apply(&mut case).expect("applies");
        assert_eq!((case.accounts.len(), case.findings.len()), (0, 0));
        // What is added and what is dismissed is one change too.
        let change = case.keep_and_decide(all, [&grab], [&luno], day).expect("allowed");
        let undo = change.apply(&mut case).expect("applies");
        let counts = |case: &Case| (case.accounts.len(), case.dismissed.len(), case.inbox().len());
        assert_eq!(counts(&case), (1, 1, 0));
        let again = case.keep_and_decide(all, [&grab], [&luno], day).expect("allowed");
        assert!(again.is_idle(&again.apply(&mut case.clone()).expect("applies")));
        undo.apply(&mut case).expect("applies");
        assert_eq!((counts(&case), case.findings.len()), ((0, 0, 0), 0));
    }

    #[test]
    fn the_export_that_held_the_last_message_is_remembered_and_an_older_one_changes_nothing() {
        let mut case = case();
        let day = |day| date(2026, 10, day);
        let of = |kind: &str, first, last| Finding {
            seen_in: Some(kind.to_owned()),
            ..codes("Grab", 1, first, last)
        };
        let kept = |case: &Case| case.findings[0].seen_in.clone();
        scan(&mut case, &[codes("Grab", 1, day(9), day(9))]);
        assert_eq!(kept(&case), None, "a ringoff of before did not say");
        scan(&mut case, &[of("sms-xml", day(9), day(9))]);
        let found = case.findings[0].finding();
        case.add_findings([&found], day(10)).expect("allowed").apply(&mut case).expect("applies");
        scan(&mut case, &[of("telegram", day(1), day(2))]);
        assert_eq!(kept(&case).as_deref(), Some("sms-xml"));
        scan(&mut case, &[of("telegram", day(11), day(12))]);
        assert_eq!(kept(&case).as_deref(), Some("telegram"));
        let account = &case.accounts[0];
        assert_eq!(
            (account.seen_in.as_deref(), account.last_seen),
            (Some("telegram"), Some(day(12)))
        );
        // Of a phone with several SIMs only the code of another export is sure.
        let two = Finding { several_sims: true, ..of("sms-xml", day(13), day(20)) };
        scan(&mut case, &[two]);
        let kept = &case.findings[0];
        assert_eq!((kept.several_sims, kept.line_code()), (true, Some(day(12))));
        // Of two findings that are one account, the later message counts.
        let mut one = of("sms-xml", day(1), day(3));
        one.merge(of("signal", day(2), day(2)));
        assert_eq!(one.seen_in.as_deref(), Some("sms-xml"));
    }

    #[test]
    fn what_is_new_and_what_is_still_used_is_taken_to_the_list_by_one_change() {
        let mut case = case();
        let (day, later) = (date(2026, 11, 5), date(2026, 11, 20));
        let (grab, luno) = (codes("Grab", 3, day, day), codes("Luno", 1, day, day));
        case.add_findings([&grab], day).expect("allowed").apply(&mut case).expect("applies");
        let id = Id::new("grab");
        let moved = case.set_account(&id, AccountState::Moved, day).expect("allowed");
        moved.apply(&mut case).expect("applies");
        let found = [codes("Grab", 1, later, later), luno];
        let taken = case.accept_findings(&found, later).expect("allowed");
        let undo = taken.apply(&mut case).expect("applies");
        let states = |case: &Case| case.accounts.iter().map(|one| one.state).collect::<Vec<_>>();
        assert_eq!(states(&case), [AccountState::ToDo, AccountState::ToDo]);
        undo.apply(&mut case).expect("applies");
        assert_eq!(states(&case), [AccountState::Moved], "one step back");
    }

    #[test]
    fn what_sends_a_code_after_it_was_moved_waits_again() {
        let mut case = case();
        let day = date(2026, 11, 5);
        let later = date(2026, 11, 20);
        let found = codes("Grab", 3, day, day);
        scan(&mut case, std::slice::from_ref(&found));
        let added = case.add_findings([&found], day).expect("allowed");
        added.apply(&mut case).expect("applies");
        assert_eq!((case.accounts[0].codes, case.accounts[0].last_seen), (Some(3), Some(day)));
        assert!(case.inbox().is_empty(), "it is on the list");
        let moved = case.set_account(&Id::new("grab"), AccountState::Moved, day).expect("allowed");
        moved.apply(&mut case).expect("applies");
        scan(&mut case, &[codes("Grab", 1, later, later)]);
        assert_eq!(case.inbox()[0].1, FindingStatus::StillUsed(later, AccountState::Moved));
        assert_eq!(case.accounts[0].last_seen, Some(later));
        assert_eq!(case.still_used_on(&case.accounts[0]), Some(later));
        case.dismiss(["Grab".to_owned()]).apply(&mut case).expect("applies");
        assert_eq!(case.still_used_on(&case.accounts[0]), None);
    }

    fn accept(case: &mut Case, found: &[Finding], today: Date) {
        let change = case.accept_findings(found, today).expect("allowed");
        change.apply(case).expect("applies");
    }

    #[test]
    fn what_a_scan_finds_is_kept_in_order_and_each_account_learns_of_it_once() {
        let mut case = case();
        let day = |day| date(2026, 10, day);
        let found = |name: &str, on| codes(name, 1, day(on), day(on));
        scan(&mut case, &[found("Grab", 1)]);
        scan(&mut case, &[found("Maybank", 2), found("Steam", 2), found("Maybank", 2)]);
        let names: Vec<&str> = case.findings.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Grab", "Maybank", "Steam"]);
        let all: Vec<Finding> = case.findings.iter().map(KeptFinding::finding).collect();
        accept(&mut case, &all, date(2026, 11, 5));
        let again = [found("Grab", 20), found("Maybank", 21), found("Grab", 20)];
        let Change::Found { accounts, .. } = case.keep_findings(&again) else {
            panic!("found");
        };
        let seen = accounts.iter().map(|edit| {
            let account = edit.value.as_ref().expect("an account");
            (edit.id.to_string(), account.last_seen)
        });
        let expected = [("grab".to_owned(), Some(day(20))), ("maybank".to_owned(), Some(day(21)))];
        assert_eq!(seen.collect::<Vec<_>>(), expected);
        scan(&mut case, &again);
        let nothing = Change::found([], [], []);
        assert_eq!(case.keep_findings(&again), nothing);
        // The same day in another export says nothing new about the last message.
        let of = |kind: &str, day| Finding {
            seen_in: Some(kind.to_owned()),
            ..codes("Grab", 1, day, day)
        };
        let account = case.accounts[0].clone().seen(&of("sms-xml", day(22)));
        assert_eq!(account.seen_in.as_deref(), Some("sms-xml"));
        let account = account.seen(&of("telegram", day(22)));
        assert_eq!(account.seen_in.as_deref(), Some("sms-xml"));
    }

    #[test]
    fn a_kept_finding_is_the_finding_again_and_is_known_by_all_its_names() {
        let mut kept = KeptFinding {
            id: Id::new("grab-my"),
            name: "GrabTaxi".into(),
            also: vec!["Grab".into(), "MyTeksi".into()],
            known: true,
            kind: crate::domain::AccountKind::Travel,
            evidence: codes("", 2, date(2026, 10, 1), date(2026, 10, 2)).evidence,
            seen_in: Some("sms-xml".into()),
            several_sims: false,
            sure_code: None,
        };
        let mut case = case();
        let (kind, state) = (kept.kind, AccountState::ToDo);
        let added = case.add_account("MyTeksi", kind, state, None, date(2026, 11, 5));
        added.expect("allowed").apply(&mut case).expect("applies");
        for known in [true, false] {
            kept.known = known;
            let finding = kept.finding();
            assert_eq!(KeptFinding::of(&finding).as_ref(), Some(&kept));
            assert_eq!(finding.catalogue_id.is_some(), known);
            assert_eq!(finding.status(&case).0, FindingStatus::Listed(state));
        }
        // Only what is kept can be changed.
        let mut renamed = kept.finding();
        renamed.rename("Taxi".into());
        let changed = |case: &Case| {
            let Change::Found { findings, .. } = case.change_finding(&renamed, None) else {
                panic!("found");
            };
            findings.into_iter().map(|edit| edit.id).collect::<Vec<_>>()
        };
        assert_eq!(changed(&case), Vec::<Id>::new());
        case.findings.push(kept.clone());
        assert_eq!(changed(&case), [kept.id]);
    }

    #[test]
    fn each_account_that_still_sends_codes_has_its_own_day() {
        let mut case = case();
        let day = |day| date(2026, 11, day);
        let all = [("Grab", 7), ("Maybank", 9), ("Steam", 5)];
        let found = all.map(|(name, _)| codes(name, 1, day(1), day(1)));
        scan(&mut case, &found);
        accept(&mut case, &found, day(5));
        let ids = ["grab", "maybank", "steam"].map(Id::new);
        let moved = case.set_accounts(&ids, AccountState::Moved, day(5)).expect("allowed");
        moved.apply(&mut case).expect("applies");
        scan(&mut case, &all.map(|(name, on)| codes(name, 1, day(on), day(on))));
        let days = |case: &Case| {
            case.accounts.iter().map(|one| case.still_used_on(one)).collect::<Vec<_>>()
        };
        assert_eq!(days(&case), [Some(day(7)), Some(day(9)), None], "not on the day itself");
        let used: Vec<&str> = case.in_use().iter().map(|one| one.name.as_str()).collect();
        assert_eq!(used, ["Grab", "Maybank"]);
    }
}
