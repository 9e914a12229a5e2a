//! Every item of a case as a table for a spreadsheet.

use jiff::civil::Date;

use super::numbers::{hidden, numbers};
use crate::{
    domain::{Item, Keyed as _, Status},
    playbook::Words,
    text::clean_line,
};

/// The columns, by names that stay.
const HEAD: [&str; 8] = ["case", "item", "title", "state", "required", "date", "reference", "note"];

/// The row of headings.
pub(crate) fn csv_head() -> String {
    line(&HEAD.map(str::to_owned))
}

/// Every item of a case, a row each (RFC 4180). Its numbers are masked wherever they
/// were written, unless `reveal` says to show it.
pub(crate) fn csv(words: &Words<'_>, status: &Status, reveal: bool) -> String {
    let numbers = if reveal { Vec::new() } else { numbers(words.case) };
    let case = words.case.id.as_str();
    let mut out = String::new();
    for [item, title, state, required, date, reference, note] in rows(words, status) {
        let row = [case.to_owned(), item, title, state, required, date, reference, note];
        out += &line(&row.map(|cell| hidden(&cell, &numbers)));
    }
    out
}

fn rows(words: &Words<'_>, status: &Status) -> Vec<[String; 7]> {
    let case = words.case;
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let named = |item: Item| (item.to_string(), words.title(&item));
    let required = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let none = String::new;
    let mut rows = Vec::new();
    for one in &status.items {
        let mark = case.mark(&one.item);
        let note = mark.reason.or(mark.note).unwrap_or_default();
        let (item, title) = named(one.item.clone());
        let (state, required) = (one.state.word().to_owned(), required(one.required));
        rows.push([item, title, state, required, day(mark.on), none(), note]);
    }
    for one in &case.accounts {
        let (item, title) = named(one.item());
        let state = one.state.word().to_owned();
        rows.push([item, title, state, required(false), day(one.since), none(), text(&one.note)]);
    }
    for one in case.newest_contacts() {
        let (item, title) = (one.item().to_string(), words.channel_title(&one.channel));
        let promised = one.promised.map(|by| format!("promised {by}"));
        let kept = one.kept.map(|on| format!("kept {on}"));
        let expected = one.answer_by.map(|by| format!("expected {by}"));
        let promised: Vec<String> = [promised, kept, expected].into_iter().flatten().collect();
        let promised = promised.join(", ");
        let (reference, note) = (text(&one.reference), text(&words.contact_note(one)));
        rows.push([item, title, promised, none(), day(Some(one.on)), reference, note]);
    }
    for one in &case.obstacles {
        let (item, title) = named(one.item());
        let state = if one.resolved.is_some() { "resolved" } else { "open" }.to_owned();
        rows.push([item, title, state, none(), day(Some(one.opened)), none(), text(&one.note)]);
    }
    for one in &case.applications {
        let (item, title) = named(one.item());
        let outcome = one.outcome.as_ref();
        let state = outcome.map_or("pending", |outcome| outcome.verdict.word()).to_owned();
        let why = outcome.and_then(|outcome| outcome.reason.clone()).unwrap_or_default();
        rows.push([item, title, state, none(), day(Some(one.on)), text(&one.reference), why]);
    }
    rows
}

fn line(cells: &[String; 8]) -> String {
    cells.each_ref().map(|cell| field(cell)).join(",") + "\r\n"
}

/// One field. A text that a spreadsheet would take for a formula gets an
/// apostrophe before it: quoting alone does not stop that (CWE-1236).
pub(super) fn field(text: &str) -> String {
    let text = clean_line(text);
    let first = text.trim_start().chars().next();
    let formula = first.is_some_and(|c| "=+-@＝＋－＠".contains(c));
    let number = text.trim().parse::<f64>().is_ok_and(f64::is_finite);
    let guard = if formula && !number { "'" } else { "" };
    let quoted = !guard.is_empty() || text.contains([',', '"', ';']) || text.trim() != text;
    if quoted { format!("\"{guard}{}\"", text.replace('"', "\"\"")) } else { text }
}
