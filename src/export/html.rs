//! A report as one HTML page that runs no scripts and loads nothing. It can be
//! read on a phone and on paper, in light and in dark.

use super::report::{Body, Report};
use crate::text::clean_line;

const STYLE: &str = include_str!("../../assets/export.css");

/// Nothing may be loaded, run or sent: only what stands in the page itself, its
/// style and the empty icon that keeps a browser from asking for one.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
                      base-uri 'none'; form-action 'none'";

/// The report as an HTML document.
pub(crate) fn html(report: &Report) -> String {
    let mut parts = vec![format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <link rel=\"icon\" href=\"data:,\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        escape(report.lang),
        escape(&report.title)
    )];
    parts.push(format!("<h1 dir=\"auto\">{}</h1>\n", escape(&report.title)));
    let lead = |line: &String| format!("<p class=\"lead\" dir=\"auto\">{}</p>\n", escape(line));
    parts.extend(report.lead.iter().map(lead));
    for section in &report.sections {
        let title = escape(&section.title);
        let body = match &section.body {
            Body::Facts(facts) => list(facts),
            Body::Table(head, rows) => table(head, rows),
            Body::Lines(lines) => {
                let item = |line: &String| format!("<li dir=\"auto\">{}</li>\n", escape(line));
                format!("<ul>\n{}</ul>\n", lines.iter().map(item).collect::<String>())
            }
        };
        parts.push(format!("<section>\n<h2>{title}</h2>\n{body}</section>\n"));
    }
    parts.push("</main>\n</body>\n</html>\n".to_owned());
    parts.concat()
}

fn list(facts: &[(String, String)]) -> String {
    let pair = |(label, value): &(String, String)| {
        format!("<div><dt>{}</dt><dd dir=\"auto\">{}</dd></div>\n", escape(label), escape(value))
    };
    format!("<dl>\n{}</dl>\n", facts.iter().map(pair).collect::<String>())
}

/// On a phone each row becomes a card, and a cell carries its heading itself.
fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let heading = |one: &String| format!("<th scope=\"col\">{}</th>", escape(one));
    let heads: String = head.iter().map(heading).collect();
    let row = |cells: &Vec<String>| {
        let cell = |(label, value): (&String, &String)| {
            let empty = if value.is_empty() { " class=\"empty\"" } else { "" };
            format!(
                "<td{empty} data-label=\"{}\" dir=\"auto\">{}</td>",
                escape(label),
                escape(value)
            )
        };
        format!("<tr>{}</tr>\n", head.iter().zip(cells).map(cell).collect::<String>())
    };
    let rows: String = rows.iter().map(row).collect();
    format!("<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

/// Text as content or as the value of an attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in clean_line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
