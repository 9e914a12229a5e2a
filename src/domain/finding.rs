//! A finding: an account that a scan saw and the person has not decided on
//! yet.
//!
//! Owns: what speaks for an account, how sure that is, and whether a case has
//! the account already. Must not know: how a scan works, or any text of a
//! message.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use jiff::civil::Date;

use super::{Account, AccountKind, AccountState, Case, Evidence, EvidenceKind, Id};

/// An account that a scan saw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// Its id in the case, once it is kept there.
    pub kept: Option<Id>,
    /// Its name.
    pub name: String,
    /// Every name that it is known by: its own first, then those of the
    /// catalogue.
    pub names: Vec<String>,
    /// Names that it had before the person renamed or merged it.
    pub merged: Vec<String>,
    /// Its id in the catalogue, when the catalogue has it.
    pub catalogue_id: Option<String>,
    /// What sort of account it is.
    pub kind: AccountKind,
    /// What speaks for it, the strongest first.
    pub evidence: BTreeMap<EvidenceKind, Evidence>,
    /// The SIMs that its messages came to, as the export calls them.
    pub sims: BTreeSet<String>,
    /// The kind of export that held its last message, in the word of its reader.
    pub seen_in: Option<String>,
    /// It was seen in the messages of a phone with several SIMs: which of them is the line
    /// is not known, so a code is no proof that the account uses this number.
    pub several_sims: bool,
    /// Then, the day of the last code that an export of one SIM held.
    pub sure_code: Option<Date>,
}

impl Finding {
    /// The id under which a case keeps it: that of the catalogue, else from the
    /// name that it had first.
    pub(crate) fn id(&self) -> Id {
        let known = self.kept.clone().or_else(|| self.catalogue_id.as_ref().map(Id::new));
        known.unwrap_or_else(|| Id::slug(self.merged.first().unwrap_or(&self.name)))
    }

    /// The day of the last message.
    pub(crate) fn last(&self) -> Option<Date> {
        self.evidence.values().filter_map(|seen| seen.last).max()
    }

    /// How sure it is that the account uses the number, of 100.
    pub(crate) fn score(&self) -> u32 {
        let strongest = self.evidence.keys().map(|kind| kind.weight()).max().unwrap_or_default();
        let times: u64 = self.evidence.values().map(|one| one.count).sum();
        let more = u32::try_from(times.saturating_sub(1).min(5)).unwrap_or(5);
        let kinds = u32::try_from(self.evidence.len().saturating_sub(1)).unwrap_or_default();
        (strongest + more + kinds).min(100)
    }

    /// Before which other it stands in a list: what is urgent first, then mail and money,
    /// then the surest, then what was seen last.
    pub(crate) fn rank(&self, status: FindingStatus) -> impl Ord + use<> {
        let urgent = status.is_later();
        let last = self.evidence.values().filter_map(|one| one.last).max();
        let (danger, score) = (self.kind.danger(), Reverse(self.score()));
        (Reverse(urgent), danger, score, Reverse(last), self.name.clone())
    }

    /// Whether a case has this account, and the account itself when it is on
    /// the list.
    pub(crate) fn status<'a>(&self, case: &'a Case) -> (FindingStatus, Option<&'a Account>) {
        let names = [&self.name].into_iter().chain(&self.names).map(String::as_str);
        let Some(account) = case.account_called(names) else {
            let dismissed = case.is_dismissed(&self.name);
            return (if dismissed { FindingStatus::Dismissed } else { FindingStatus::New }, None);
        };
        // Who dismissed it knows, and does not want to hear of it.
        let told = account.state.is_released() && !case.is_dismissed(&self.name);
        let since = account.since.filter(|_| told);
        let later = |day: Option<Date>| day.filter(|day| since.is_some_and(|since| *day > since));
        let status = match (later(self.line_code()), later(self.last_code())) {
            (Some(day), _) => FindingStatus::StillUsed(day, account.state),
            (None, Some(day)) => FindingStatus::OtherSim(day),
            (None, None) => FindingStatus::Listed(account.state),
        };
        (status, Some(account))
    }

    /// The day of the last code, on whatever SIM it came.
    fn last_code(&self) -> Option<Date> {
        self.evidence.get(&EvidenceKind::Code)?.last
    }

    /// The day of the last code that is known to have come to the line.
    pub(in crate::domain) fn line_code(&self) -> Option<Date> {
        if self.several_sims { self.sure_code } else { self.last_code() }
    }

    /// Whether it is known that the account uses this line: of a phone with several SIMs only
    /// a code in an export of one SIM says so, or a login that holds the number.
    pub(crate) fn is_of_line(&self) -> bool {
        !self.several_sims
            || self.sure_code.is_some()
            || self.evidence.contains_key(&EvidenceKind::Account)
    }

    /// Gives it another name.
    pub(crate) fn rename(&mut self, name: String) {
        self.names.push(name.clone());
        self.merged.push(std::mem::replace(&mut self.name, name));
    }

    /// Adds another finding of the same account to this one.
    pub(crate) fn merge(&mut self, other: Self) {
        if self.seen_in.is_none() || other.last() > self.last() {
            self.seen_in = other.seen_in.clone().or(self.seen_in.take());
        }
        self.sure_code = self.line_code().max(other.line_code());
        self.several_sims |= other.several_sims;
        self.sure_code = self.sure_code.filter(|_| self.several_sims);
        self.names.extend(other.names);
        self.merged.push(other.name);
        self.merged.extend(other.merged);
        self.sims.extend(other.sims);
        for (kind, more) in other.evidence {
            let own = self.evidence.entry(kind).or_default();
            own.count += more.count;
            own.first = own.first.into_iter().chain(more.first).min();
            own.last = own.last.max(more.last);
        }
    }
}

/// Whether a case has an account that a scan saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FindingStatus {
    /// The case does not have it.
    New,
    /// The person does not want to see it again.
    Dismissed,
    /// It is on the list, in this state.
    Listed(AccountState),
    /// The person marked it as moved or closed, but it sent a code after that,
    /// the last one on this day.
    StillUsed(Date, AccountState),
    /// The same in a phone with several SIMs: the code may have come to another of them.
    OtherSim(Date),
}

impl FindingStatus {
    /// The word in reports, and in keys of texts after `word-found-`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Dismissed => "ignored",
            Self::Listed(_) => "listed",
            Self::StillUsed(..) => "still_used",
            Self::OtherSim(_) => "other_sim",
        }
    }

    /// A code came after the person was done with the account.
    pub(crate) fn is_later(self) -> bool {
        matches!(self, Self::StillUsed(..) | Self::OtherSim(_))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::Route;

    const DAY: Date = date(2026, 11, 5);

    fn seen(count: u64, first: Date, last: Date) -> Evidence {
        Evidence { count, first: Some(first), last: Some(last) }
    }

    fn of(name: &str, seen_in: &str, all: &[(EvidenceKind, Evidence)]) -> Finding {
        let evidence = all.iter().copied().collect();
        let seen_in = Some(seen_in.to_owned());
        Finding { name: name.into(), seen_in, evidence, ..Finding::default() }
    }

    #[test]
    fn two_findings_of_one_account_add_up() {
        let (first, last) = (date(2026, 1, 1), date(2026, 12, 1));
        let code = |count, first, last| [(EvidenceKind::Code, seen(count, first, last))];
        let old = of("Old", "csv", &code(3, first, DAY));
        let new = of("New", "json", &code(4, DAY, last));
        for (one, other) in [(&old, &new), (&new, &old)] {
            let mut all = one.clone();
            all.merge(other.clone());
            let codes = all.evidence.get(&EvidenceKind::Code).copied();
            assert_eq!(codes, Some(seen(7, first, last)));
            assert_eq!((all.seen_in.as_deref(), all.last()), (Some("json"), Some(last)));
            assert_eq!(all.merged, std::slice::from_ref(&other.name));
        }
        // What both saw last on one day, the first one keeps.
        let mut all = of("Old", "csv", &code(1, DAY, DAY));
        all.merge(of("New", "json", &code(1, DAY, DAY)));
        assert_eq!(all.seen_in.as_deref(), Some("csv"));
        let mut renamed = old.clone();
        renamed.rename("Newer".into());
        assert_eq!((renamed.name.as_str(), renamed.merged), ("Newer", vec!["Old".to_owned()]));
        assert_eq!(renamed.names, ["Newer"]);
    }

    #[test]
    fn more_messages_and_more_kinds_of_them_are_surer() {
        let score = |all: &[(EvidenceKind, Evidence)]| of("Grab", "csv", all).score();
        let codes = |count| (EvidenceKind::Code, seen(count, DAY, DAY));
        let one = score(&[codes(1)]);
        assert_eq!(one, EvidenceKind::Code.weight());
        assert_eq!(
            (score(&[codes(3)]), score(&[codes(6)])),
            ((one + 2).min(100), (one + 5).min(100))
        );
        assert_eq!(score(&[codes(6)]), score(&[codes(60)]));
        let weak = (EvidenceKind::Welcome, seen(1, DAY, DAY));
        let weight = EvidenceKind::Welcome.weight();
        assert!(weight < one && weight > 1 && weight + 6 < 100);
        let times = |count| (EvidenceKind::Welcome, seen(count, DAY, DAY));
        assert_eq!((score(&[weak]), score(&[times(2)])), (weight, weight + 1));
        let both = score(&[weak, (EvidenceKind::Login, seen(1, DAY, DAY))]);
        let strongest = weight.max(EvidenceKind::Login.weight());
        assert_eq!(both, (strongest + 2).min(100), "one message more, and one kind more");
    }

    #[test]
    fn a_code_after_the_day_of_the_move_shows_that_the_number_is_still_used() {
        let mut case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, DAY);
        let (kind, state) = (AccountKind::Bank, AccountState::Moved);
        let change = case.add_account("Grab", kind, state, None, DAY).expect("allowed");
        change.apply(&mut case).expect("applies");
        let last = |last| of("Grab", "csv", &[(EvidenceKind::Code, seen(1, DAY, last))]);
        let status = |case: &Case, day| last(day).status(case).0;
        let later = date(2026, 11, 6);
        assert_eq!(status(&case, DAY), FindingStatus::Listed(state));
        assert_eq!(status(&case, later), FindingStatus::StillUsed(later, state));
        let change = case.dismiss(["Grab".to_owned()]);
        change.apply(&mut case).expect("applies");
        assert_eq!(status(&case, later), FindingStatus::Listed(state));
        // In a phone with two SIMs the code may have come to the new number.
        case.dismissed.clear();
        let code = |day| of("Grab", "csv", &[(EvidenceKind::Code, seen(1, day, day))]);
        let mut two = Finding { several_sims: true, ..code(date(2026, 11, 9)) };
        assert_eq!(two.status(&case).0, FindingStatus::OtherSim(date(2026, 11, 9)));
        two.merge(code(later));
        assert_eq!(two.status(&case).0, FindingStatus::StillUsed(later, state), "that one is sure");
        case.accounts[0].state = AccountState::ToDo;
        assert_eq!(status(&case, later), FindingStatus::Listed(AccountState::ToDo));
    }
}
