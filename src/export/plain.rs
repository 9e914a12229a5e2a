//! A report as plain text, to be read in a terminal or by a screen reader.

use super::report::{Body, Report};
use crate::text::{Text, clean_line};

/// The report as text without markup or columns.
pub(crate) fn plain(report: &Report, text: &Text) -> String {
    let mut lines = vec![clean_line(&report.title)];
    lines.extend(report.lead.iter().map(|line| clean_line(line)));
    for section in &report.sections {
        lines.push(String::new());
        lines.push(clean_line(&section.title));
        match &section.body {
            Body::Facts(facts) => {
                let told = |(label, value): &(String, String)| {
                    format!("  {}", text.labelled(&clean_line(label), &clean_line(value)))
                };
                lines.extend(facts.iter().map(told));
            }
            Body::Table(_, rows) => {
                let told = |cells: &Vec<String>| {
                    let said = cells.iter().filter(|cell| !cell.is_empty());
                    let said: Vec<String> = said.map(|cell| clean_line(cell)).collect();
                    format!("  {}", said.join(" · "))
                };
                lines.extend(rows.iter().map(told));
            }
            Body::Lines(said) => {
                lines.extend(said.iter().map(|one| format!("  {}", clean_line(one))));
            }
        }
    }
    lines.join("\n")
}
