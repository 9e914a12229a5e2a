//! A finding as a case keeps it: what scans found stays until the person decides.
//!
//! Owns: what is kept of a finding, and adding another scan to it. Must not know:
//! any text of a message; of a message only the kind, the count and the days are
//! kept.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{AccountKind, Evidence, EvidenceKind, Id, ItemKind, Keyed};

/// A finding that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptFinding {
    /// That of the catalogue, else from its name; unique in the case.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Names that it had before the person renamed or merged it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Whether the catalogue has it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub known: bool,
    /// What sort of account it is.
    #[serde(default)]
    pub kind: AccountKind,
    /// What speaks for it, the strongest first.
    #[serde(default)]
    pub evidence: BTreeMap<EvidenceKind, Evidence>,
    /// The kind of export that held its last message, in the word of its reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_in: Option<String>,
    /// It was seen in the messages of a phone with several SIMs.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub several_sims: bool,
    /// Then, the day of the last code that an export of one SIM held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sure_code: Option<Date>,
}

impl Keyed for KeptFinding {
    const KIND: ItemKind = ItemKind::Account;

    fn id(&self) -> &Id {
        &self.id
    }
}

impl KeptFinding {
    /// The day of the last message.
    pub(in crate::domain) fn last(&self) -> Option<Date> {
        self.evidence.values().filter_map(|seen| seen.last).max()
    }

    /// The day of the last code that is known to have come to the line.
    pub(in crate::domain) fn line_code(&self) -> Option<Date> {
        self.finding().line_code()
    }

    /// The same with what another scan saw. The same export can be scanned again,
    /// so counts are added only when the days of both are apart; else the higher
    /// one stays.
    pub(crate) fn with(&self, newer: &Self) -> Self {
        let mut all = self.clone();
        if all.seen_in.is_none() || newer.last() > self.last() {
            all.seen_in = newer.seen_in.clone().or(all.seen_in);
        }
        let sure = self.line_code().max(newer.line_code());
        all.several_sims |= newer.several_sims;
        all.sure_code = sure.filter(|_| all.several_sims);
        for (kind, more) in &newer.evidence {
            let own = all.evidence.entry(*kind).or_default();
            *own = own.joined(*more);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn of_two_exports_that_end_on_one_day_the_first_is_named() {
        let day = date(2026, 10, 5);
        let of = |seen_in: &str, last: Date| {
            let seen = Evidence { count: 1, first: Some(day), last: Some(last) };
            KeptFinding {
                id: Id::new("grab"),
                name: "Grab".into(),
                also: Vec::new(),
                known: false,
                kind: AccountKind::Travel,
                evidence: [(EvidenceKind::Code, seen)].into(),
                seen_in: Some(seen_in.into()),
                several_sims: false,
                sure_code: None,
            }
        };
        let named = |one: &KeptFinding, newer: &KeptFinding| one.with(newer).seen_in;
        let (csv, json) = (of("csv", day), of("json", day));
        assert_eq!(named(&csv, &json).as_deref(), Some("csv"));
        assert_eq!(named(&csv, &of("xml", date(2026, 10, 6))).as_deref(), Some("xml"));
        assert_eq!(named(&csv, &of("xml", date(2026, 10, 4))).as_deref(), Some("csv"));
    }
}
