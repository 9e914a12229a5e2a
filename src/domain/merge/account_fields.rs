//! Accounts and findings of scans, merged field by field.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::fields::{Merge, Three};
use crate::domain::{Account, AccountKind, AccountState, Dismissed, EvidenceKind, KeptFinding};

impl Merge for Account {
    fn merged(three: &Three<'_, Self>) -> Self {
        // A state, its day and how long an answer is waited for are one statement.
        let (state, since, until) = three.pick(|one| (one.state, one.since, one.until));
        // What scans saw only grows: nobody has to choose.
        let (ours, theirs) = (three.ours, three.theirs);
        let (last_seen, seen_in) = seen_last(three, |one| (one.last_seen, one.seen_in.clone()));
        let base = three.base.codes;
        let codes = match (ours.codes == base, theirs.codes == base) {
            (true, _) => theirs.codes,
            (_, true) => ours.codes,
            _ => ours.codes.max(theirs.codes),
        };
        let also =
            Three { base: &three.base.also, ours: &three.ours.also, theirs: &three.theirs.also };
        Self {
            id: three.ours.id.clone(),
            name: three.pick(|one| one.name.clone()),
            kind: three.pick(|one| one.kind),
            state,
            since,
            to: three.pick(|one| one.to.clone()),
            until,
            last_seen,
            codes,
            seen_in,
            note: three.pick(|one| one.note.clone()),
            also: also.united(String::clone),
        }
    }

    fn blank(&self) -> Self {
        Self {
            id: self.id.clone(),
            name: String::new(),
            kind: AccountKind::default(),
            state: AccountState::default(),
            since: None,
            to: None,
            until: None,
            last_seen: None,
            codes: None,
            seen_in: None,
            note: None,
            also: Vec::new(),
        }
    }

    fn day(&self) -> Option<Date> {
        self.since
    }
}

/// The later of what both sides saw last, with the export that held it.
fn seen_last<T>(
    three: &Three<'_, T>,
    seen: impl Fn(&T) -> (Option<Date>, Option<String>),
) -> (Option<Date>, Option<String>) {
    let (base, ours, theirs) = (seen(three.base), seen(three.ours), seen(three.theirs));
    match (ours == base, theirs == base) {
        (true, _) => theirs,
        (_, true) => ours,
        _ => ours.max(theirs),
    }
}

impl Merge for Dismissed {
    fn merged(three: &Three<'_, Self>) -> Self {
        Self { id: three.ours.id.clone(), name: three.pick(|one| one.name.clone()) }
    }

    fn blank(&self) -> Self {
        Self { id: self.id.clone(), name: String::new() }
    }
}

impl Merge for KeptFinding {
    fn merged(three: &Three<'_, Self>) -> Self {
        let also =
            Three { base: &three.base.also, ours: &three.ours.also, theirs: &three.theirs.also };
        let kinds = three.ours.evidence.keys().chain(three.theirs.evidence.keys());
        let seen = |kind: &EvidenceKind| {
            // What both sides saw adds up as two scans do.
            let of = |one: &Self| one.evidence.get(kind).copied();
            let (base, ours, theirs) = (of(three.base), of(three.ours), of(three.theirs));
            let one = match (ours, theirs) {
                (Some(ours), Some(theirs)) if base != Some(ours) && base != Some(theirs) => {
                    Some(ours.joined(theirs))
                }
                _ => three.pick(of),
            };
            Some((*kind, one?))
        };
        let several_sims = three.ours.several_sims || three.theirs.several_sims;
        let sure = three.ours.line_code().max(three.theirs.line_code());
        Self {
            id: three.ours.id.clone(),
            name: three.pick(|one| one.name.clone()),
            also: also.united(String::clone),
            known: three.pick(|one| one.known),
            kind: three.pick(|one| one.kind),
            evidence: kinds.filter_map(seen).collect(),
            seen_in: seen_last(three, |one| (one.last(), one.seen_in.clone())).1,
            several_sims,
            sure_code: sure.filter(|_| several_sims),
        }
    }

    fn blank(&self) -> Self {
        Self {
            id: self.id.clone(),
            name: String::new(),
            also: Vec::new(),
            known: false,
            kind: AccountKind::default(),
            evidence: BTreeMap::new(),
            seen_in: None,
            several_sims: false,
            sure_code: None,
        }
    }
}
