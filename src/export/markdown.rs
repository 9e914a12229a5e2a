//! A report as Markdown.

use super::report::{Body, Report};
use crate::text::clean_line;

/// The report as a Markdown document. Text stays text: nothing in it becomes
/// markup, a link or a page of its own.
pub(crate) fn markdown(report: &Report) -> String {
    let mut lines = vec![format!("# {}", escape(&report.title))];
    for line in &report.lead {
        lines.extend([String::new(), escape(line)]);
    }
    for section in &report.sections {
        lines.extend([String::new(), format!("## {}", escape(&section.title)), String::new()]);
        match &section.body {
            Body::Facts(facts) => {
                let fact = |(label, value): &(String, String)| {
                    format!("- **{}**: {}", escape(label), escape(value))
                };
                lines.extend(facts.iter().map(fact));
            }
            Body::Table(head, rows) => {
                lines.push(row(head));
                lines.push(format!("|{}", "---|".repeat(head.len())));
                lines.extend(rows.iter().map(|cells| row(cells)));
            }
            Body::Lines(said) => {
                lines.extend(said.iter().map(|line| format!("- {}", escape(line))));
            }
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
    format!("| {} |", cells.join(" | "))
}

/// One line in which every character that could be markup is escaped.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in clean_line(text).trim().chars() {
        if "\\`*_{}[]()<>#+-.!|~&\"':=".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
