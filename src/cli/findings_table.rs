//! What was found, as a table below the names of its columns.

use crate::{
    catalogue::shown_name,
    domain::{Finding, FindingStatus},
    text::{Text, table},
};

/// The words of the columns, after `word-finding-`.
const COLUMNS: [&str; 5] = ["score", "account", "kind", "seen", "status"];

/// A row for each finding; nothing when there is none.
pub(super) fn findings_table<'a>(
    text: &Text,
    findings: impl Iterator<Item = (&'a Finding, FindingStatus)>,
) -> Vec<String> {
    let day = |day| text.full_date(day);
    let row = |(one, status): (&Finding, FindingStatus)| {
        vec![
            format!("{:>3}", one.score()),
            shown_name(&one.name, text.lang()).into_owned(),
            text.get(&format!("word-kind-{}", one.kind.word())).into_owned(),
            text.evidence(one, day),
            text.finding_status(status, day).unwrap_or_default(),
        ]
    };
    let names = COLUMNS.map(|name| text.get(&format!("word-finding-{name}")).into_owned());
    let rows: Vec<Vec<String>> = std::iter::once(names.to_vec()).chain(findings.map(row)).collect();
    table(&rows)
}
