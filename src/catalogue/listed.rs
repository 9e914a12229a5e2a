//! The accounts in a list that was typed or pasted: what is a name in it, and what a kind or
//! a note.
//!
//! Nothing is lost: what is not sure to be two names stays one, as it was typed. What is
//! sure to be a password is never kept.

use serde::Deserialize;

use super::{known::known, squeezed};
use crate::{
    domain::{AccountDraft, AccountKind},
    text::{Text, clean_line, read_packed, without_sequences},
};

/// What stands between the names of one line.
const BETWEEN: [char; 7] = [',', '，', '、', ';', '；', '|', '｜'];

/// What joins two names that are known. It can stand in a name as well.
const JOINS: [char; 7] = ['/', '／', '、', '+', '＋', '&', '＆'];

/// What stands between the columns of a table.
const COLUMNS: [char; 3] = ['\t', '|', '｜'];

/// What marks a line of a list, other than a number.
const MARKS: &str = "-*•·–—○●◦▪■□☐☑✓✔";

/// The Chinese numerals from one to ten.
const NUMERALS: [char; 10] = [
    '\u{4e00}', '\u{4e8c}', '\u{4e09}', '\u{56db}', '\u{4e94}', '\u{516d}', '\u{4e03}', '\u{516b}',
    '\u{4e5d}', '\u{5341}',
];

/// Words of tables and companies, in `lists.ron`.
#[derive(Default, Deserialize)]
struct Words {
    headings: Vec<String>,
    secrets: Vec<String>,
    companies: Vec<String>,
    joins: Vec<String>,
}

/// An account of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListedName {
    /// How it is called there.
    pub(crate) name: String,
    /// The kind that stands beside it.
    pub(crate) kind: Option<AccountKind>,
    /// What else stands beside it.
    pub(crate) note: Option<String>,
}

impl ListedName {
    /// An account of which nothing but the name is known.
    pub(crate) fn new(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// What is added for it.
    pub(crate) fn draft(&self, text: &Text) -> AccountDraft {
        let draft = known().draft(&self.name, text.lang());
        let kind = self.kind.unwrap_or(draft.kind);
        AccountDraft { kind, note: self.note.clone(), ..draft }
    }
}

/// The accounts of a list: in lines, in the lines of a table, or with signs between them.
pub(crate) fn listed_names(list: &str, text: &Text) -> Vec<ListedName> {
    let words: Words = read_packed("lists.ron").unwrap_or_default();
    // A colour has a semicolon in it, which is no end of a name.
    let list = without_sequences(list);
    // Terminals send a line end as they send Enter.
    let lines = list.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
    let lines: Vec<&str> = lines.collect();
    if let Some(sign) = columns(&lines) {
        return table(&lines, sign, &words, text);
    }
    let is_heading = |line: &str| lines.len() > 1 && is_one_of(line, &words.headings);
    let names = lines.iter().enumerate().filter(|(at, line)| *at > 0 || !is_heading(line));
    let names = names.filter_map(|(_, line)| bare_line(line));
    let parts = names.flat_map(|line| match lines.len() {
        1 => between(&line, &words).iter().flat_map(|name| joined(name, &words)).collect(),
        _ => joined(&line, &words),
    });
    parts.map(ListedName::new).collect()
}

/// What stands between the columns, where the lines are those of a table.
fn columns(lines: &[&str]) -> Option<char> {
    let in_all = |sign: char| lines.iter().all(|line| line.contains(sign));
    COLUMNS.into_iter().find(|sign| match sign {
        '\t' => lines.iter().any(|line| line.trim().contains('\t')),
        _ => lines.len() > 1 && in_all(*sign),
    })
}

/// The accounts of a table: the first cell of a line is the name.
fn table(lines: &[&str], sign: char, words: &Words, text: &Text) -> Vec<ListedName> {
    let cells = |line: &&str| -> Vec<String> {
        let line = line.trim_matches(|c: char| c == sign || c == ' ');
        line.split(sign).map(|cell| unquoted(clean_line(cell).trim()).to_owned()).collect()
    };
    let is_rule =
        |row: &Vec<String>| row.iter().all(|cell| cell.chars().all(|c| "-:= ".contains(c)));
    let mut rows: Vec<Vec<String>> = lines.iter().map(cells).filter(|row| !is_rule(row)).collect();
    let is_heading =
        |row: &Vec<String>| row.first().is_some_and(|first| is_one_of(first, &words.headings));
    let heading = if rows.first().is_some_and(is_heading) { rows.remove(0) } else { Vec::new() };
    let is_secret = |at: usize| heading.get(at).is_some_and(|over| is_one_of(over, &words.secrets));
    let row = |cells: Vec<String>| -> Vec<ListedName> {
        // A line of a sheet can hold several names.
        if heading.is_empty() && cells.iter().all(|cell| known().by_name(cell).is_some()) {
            return cells.into_iter().map(ListedName::new).collect();
        }
        let open = cells.into_iter().enumerate().filter(|(at, _)| !is_secret(*at));
        let mut open = open.map(|(_, cell)| cell);
        let Some(name) = open.next().and_then(|first| bare_line(&first)) else { return Vec::new() };
        let mut one = ListedName::new(name);
        let mut notes = Vec::new();
        for cell in open.filter(|cell| !cell.is_empty()) {
            match kind(&cell, text) {
                Some(kind) if one.kind.is_none() => one.kind = Some(kind),
                _ if heading.is_empty() && looks_secret(&cell) => {}
                _ => notes.push(cell),
            }
        }
        one.note = (!notes.is_empty()).then(|| notes.join(" · "));
        vec![one]
    };
    rows.into_iter().flat_map(row).collect()
}

/// The kind that a word stands for.
fn kind(word: &str, text: &Text) -> Option<AccountKind> {
    let is_called = |kind: &AccountKind| {
        let told = text.get(&format!("word-kind-{}", kind.word()));
        [kind.word(), &*told].into_iter().any(|own| squeezed(own) == squeezed(word))
    };
    AccountKind::ALL.into_iter().find(is_called)
}

/// Whether a cell may be a password or whom it belongs to, which is never kept: one word of
/// letters with digits or signs among them.
fn looks_secret(cell: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_digit() || (c.is_ascii_punctuation() && !"-'.".contains(c));
    let (letters, signs) = (cell.chars().any(char::is_alphabetic), cell.chars().any(is_sign));
    !cell.contains(' ') && letters && signs
}

fn is_one_of(written: &str, words: &[String]) -> bool {
    let letters = squeezed(written);
    words.iter().any(|word| squeezed(word) == letters)
}

/// The names of one line that has signs between them. `Inc.` is no name.
fn between(line: &str, words: &Words) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in line.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty()) {
        match names.last_mut() {
            Some(name) if is_one_of(part, &words.companies) => {
                name.push_str(", ");
                name.push_str(part);
            }
            _ => names.push(part.to_owned()),
        }
    }
    names
}

/// The names in what may be several: where each is known they are, else it is one, as it
/// is written.
fn joined(written: &str, words: &Words) -> Vec<String> {
    let whole = unquoted(written.trim().trim_matches(BETWEEN).trim());
    parts(whole, words).unwrap_or_else(|| vec![whole.to_owned()])
}

/// Without the quotation marks that a sheet writes around a cell.
fn unquoted(cell: &str) -> &str {
    let inside = cell.strip_prefix('\u{22}').and_then(|cell| cell.strip_suffix('\u{22}'));
    inside.map_or(cell, str::trim)
}

/// The names of the accounts that are known, if that is all there is.
fn parts(written: &str, words: &Words) -> Option<Vec<String>> {
    let written = unquoted(written.trim());
    if known().by_name(written).is_some() {
        return Some(vec![written.to_owned()]);
    }
    let split = |sign: char| {
        let pieces = written.contains(sign).then(|| written.split(sign));
        pieces.and_then(|pieces| all_known(pieces, words))
    };
    let by_word = |word: &String| {
        let pieces = written.contains(word.as_str()).then(|| written.split(word.as_str()));
        pieces.and_then(|pieces| all_known(pieces, words))
    };
    let by_sign = JOINS.into_iter().chain(BETWEEN).find_map(split);
    by_sign.or_else(|| words.joins.iter().find_map(by_word))
}

/// The names in each piece, if all of them are known.
fn all_known<'a>(pieces: impl Iterator<Item = &'a str>, words: &Words) -> Option<Vec<String>> {
    let names = pieces.map(|piece| parts(piece, words)).collect::<Option<Vec<_>>>()?;
    Some(names.concat())
}

/// A line of a list without what marks it as one.
fn bare_line(line: &str) -> Option<String> {
    let line = clean_line(line);
    let mut bare = line.trim();
    while let Some(rest) = behind_mark(bare).map(str::trim_start).filter(|rest| *rest != bare) {
        bare = rest;
    }
    (!bare.is_empty()).then(|| bare.to_owned())
}

/// What stands behind the mark of a list, if there is one: a sign, a box, a number.
fn behind_mark(line: &str) -> Option<&str> {
    let first = line.chars().next()?;
    // ① ⑴ ⒈ and ❶ ➀ ➊.
    if MARKS.contains(first) || matches!(first, '\u{2460}'..='\u{249b}' | '\u{2776}'..='\u{2793}') {
        return line.get(first.len_utf8()..);
    }
    let boxes = ["[ ]", "[x]", "[X]", "[]"];
    if let Some(rest) = boxes.iter().find_map(|mark| line.strip_prefix(mark)) {
        return Some(rest);
    }
    let inside = line.strip_prefix(['(', '（']);
    let number = inside.unwrap_or(line);
    let is_digit = |c: char| c.is_ascii_digit() || NUMERALS.contains(&c);
    let rest = number.trim_start_matches(is_digit);
    let count = number.get(..number.len() - rest.len())?.chars().count();
    let end = rest.chars().next().filter(|_| (1..=3).contains(&count))?;
    let behind = rest.get(end.len_utf8()..)?;
    let ends = match end {
        ')' | '）' => true,
        '、' | '．' => inside.is_none() && count < 3,
        // 1.1.1.1 is a name.
        '.' => inside.is_none() && !behind.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    ends.then_some(behind)
}

#[cfg(test)]
mod tests;
