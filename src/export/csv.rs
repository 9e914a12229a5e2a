//! Every item of a case as a table for a spreadsheet.

use crate::{
    domain::{Item, ItemKind, Status},
    playbook::Words,
    text::{clean_line, mask_known},
};

/// The columns, by names that stay.
const HEAD: [&str; 8] = ["case", "item", "title", "state", "required", "date", "reference", "note"];

/// The row of headings.
pub fn csv_head() -> String {
    line(&HEAD.map(str::to_owned))
}

/// Every item of a case, a row each (RFC 4180). The line's number is masked
/// wherever it was written, unless it shall be shown.
pub fn csv(words: &Words<'_>, standing: &Status, reveal: bool) -> String {
    let number = words.case.line.number.as_deref().filter(|_| !reveal);
    let case = words.case.id.as_str();
    let mut out = String::new();
    for [item, title, state, required, date, reference, note] in rows(words, standing) {
        let row = [case.to_owned(), item, title, state, required, date, reference, note];
        let shown = row.map(|cell| number.map_or(cell.clone(), |number| mask_known(&cell, number)));
        out += &line(&shown);
    }
    out
}

fn rows(words: &Words<'_>, standing: &Status) -> Vec<[String; 7]> {
    let case = words.case;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let named = |kind, id: &crate::domain::Id| {
        let item = Item::new(kind, id);
        (item.to_string(), words.title(&item))
    };
    let required = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let none = String::new;
    let mut rows = Vec::new();
    for one in &standing.items {
        let mark = case.mark(&one.item);
        let note = mark.reason.or(mark.note).unwrap_or_default();
        let (state, title) = (one.state.word().to_owned(), words.title(&one.item));
        let needed = required(one.required);
        rows.push([one.item.to_string(), title, state, needed, day(mark.on), none(), note]);
    }
    for one in &case.accounts {
        let (item, title) = named(ItemKind::Account, &one.id);
        let state = one.state.word().to_owned();
        rows.push([item, title, state, required(false), day(one.since), none(), text(&one.note)]);
    }
    for one in &case.contacts {
        let (item, _) = named(ItemKind::Contact, &one.id);
        let title = words.channel_title(&one.channel);
        let promised = one.promised.map(|by| format!("promised {by}")).unwrap_or_default();
        let (reference, note) = (text(&one.reference), text(&one.note));
        rows.push([item, title, promised, none(), day(Some(one.on)), reference, note]);
    }
    for one in &case.obstacles {
        let (item, title) = named(ItemKind::Obstacle, &one.id);
        let state = if one.resolved.is_some() { "resolved" } else { "open" }.to_owned();
        rows.push([item, title, state, none(), day(Some(one.opened)), none(), text(&one.note)]);
    }
    for one in &case.applications {
        let (item, title) = named(ItemKind::Application, &one.id);
        let outcome = one.outcome.as_ref();
        let state = match outcome.map(|outcome| outcome.verdict) {
            Some(crate::domain::Verdict::Approved) => "approved",
            Some(crate::domain::Verdict::Rejected) => "rejected",
            None => "pending",
        };
        let why = outcome.and_then(|outcome| outcome.reason.clone()).unwrap_or_default();
        let reference = text(&one.reference);
        rows.push([item, title, state.to_owned(), none(), day(Some(one.on)), reference, why]);
    }
    rows
}

fn line(cells: &[String; 8]) -> String {
    cells.each_ref().map(|cell| field(cell)).join(",") + "\r\n"
}

/// One field. What a spreadsheet would take for a formula is told to be text:
/// quoting alone does not stop that (CWE-1236).
pub(super) fn field(text: &str) -> String {
    let text = clean_line(text);
    let first = text.trim_start().chars().next();
    let formula = first.is_some_and(|c| "=+-@＝＋－＠".contains(c));
    let number = text.trim().parse::<f64>().is_ok_and(f64::is_finite);
    let guard = if formula && !number { "'" } else { "" };
    let quoted = !guard.is_empty() || text.contains([',', '"', ';']) || text.trim() != text;
    if quoted { format!("\"{guard}{}\"", text.replace('"', "\"\"")) } else { text }
}
