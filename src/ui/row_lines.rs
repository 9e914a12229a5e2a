//! What a row says on which line: its sign, what it is called, how it stands and
//! more about it. The columns are the same for every row of a pane, whichever of
//! them are visible.

use super::theme::Role;
use crate::{
    app::{Row, RowStatus},
    text::{Text, fit, width, wrap},
};

/// Cells in front of the first column: a blank, the sign, a blank.
const SIGN: u16 = 3;
/// Cells in which a note reads well beside a title.
const BESIDE: u16 = 30;
/// Fewest cells of a note that is cut.
const NOTE: u16 = 6;
/// Fewest cells in which a name is told from others.
const TITLE: u16 = 12;
/// Most lines of a row, and of one of a log.
const MOST: (usize, usize) = (4, 8);

/// Where the columns of a pane are.
pub(super) struct Columns {
    title: u16,
    word: u16,
    /// Of those that say what kind of thing a row is, and how it stands beside that.
    kinds: (u16, u16),
    dated: bool,
    /// The rows are facts: their values stand in one column.
    facts: bool,
    /// Words that say no more than the sign does.
    plain: [String; 3],
}

/// A text at a place of a line.
#[derive(Clone, Debug)]
pub(super) struct Put {
    pub(super) x: u16,
    pub(super) cells: u16,
    pub(super) text: String,
    pub(super) role: Role,
}

impl Put {
    /// Whether it stands where a row says what it is called.
    pub(super) fn is_name(&self) -> bool {
        self.x == SIGN
    }
}

/// The texts of a line.
pub(super) type Line = Vec<Put>;

fn cells(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

impl Columns {
    /// The columns for these rows; or for more, whose widest title and word are
    /// known.
    pub(super) fn of(
        text: &Text,
        rows: &[Row],
        widest: Option<(usize, usize)>,
        dated: bool,
    ) -> Self {
        let plain = ["word-item-done", "word-item-open", "word-account-to_do"];
        let plain = plain.map(|key| text.get(key).into_owned());
        let facts = rows.iter().any(|row| row.status == RowStatus::Plain && row.note.is_empty());
        let mut columns = Self { title: 0, word: 0, kinds: (0, 0), dated, facts, plain };
        for row in rows {
            columns.title = columns.title.max(cells(&row.title));
            let (kind, state) = columns.kinds;
            columns.kinds = (kind.max(cells(&row.kind)), state.max(cells(&row.word)));
            let (word, _) = columns.parts(row);
            let word = if dated { &row.word } else { word };
            columns.word = columns.word.max(cells(word));
        }
        let known = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
        if let Some((title, word)) = widest {
            columns.title = columns.title.max(known(title));
            columns.word = columns.word.max(known(word));
            columns.kinds.1 = columns.kinds.1.max(known(word));
        }
        columns
    }

    /// The word in the middle and what stands at the end. A word that the sign says
    /// already gives way to the note.
    fn parts<'r>(&self, row: &'r Row) -> (&'r str, &'r str) {
        let [done, open, to_do] = &self.plain;
        let said = match row.status {
            RowStatus::Done => row.word == *done,
            RowStatus::Open | RowStatus::Caution | RowStatus::Alert => {
                row.word == *open || row.word == *to_do
            }
            _ => false,
        };
        match (row.note.as_str(), row.status) {
            ("", _) if self.facts => (&row.word, ""),
            ("", _) => ("", &row.word),
            (note, _) if said => ("", note),
            (note, _) => (&row.word, note),
        }
    }

    /// The lines of a row, everything whole as far as a few lines can hold it.
    pub(super) fn lines(&self, row: &Row, columns: u16) -> Vec<Line> {
        let (_, sign) = sign(row.status);
        let usable = columns.saturating_sub(SIGN + 1);
        let lines = if self.dated {
            self.dated_lines(row, sign, usable)
        } else {
            self.titled_lines(row, sign, usable)
        };
        cut(lines, if self.dated { MOST.1 } else { MOST.0 })
    }

    /// Cells of a title where what a row is has a column of its own beside it: as many as the
    /// longest takes, or what the other columns leave. Nothing if that is too little.
    fn title_beside_kinds(&self, usable: u16) -> Option<u16> {
        let (kind, state) = self.kinds;
        let title = self.title.min(usable.saturating_sub(kind + state + 4));
        (kind > 0 && title >= self.title.min(TITLE)).then_some(title)
    }

    /// What a row is, and how it stands.
    fn kind_and_state(&self, row: &Row, sign: Role, title: u16, usable: u16) -> Line {
        let kind = put(SIGN + title + 2, self.kinds.0, &row.kind, Role::Faint);
        let state = at_end(&row.word, usable, usable, role_of_word(sign));
        [kind].into_iter().chain(state).collect()
    }

    /// Title, word in its column, the rest at the right end or on lines of its own.
    fn titled_lines(&self, row: &Row, sign: Role, usable: u16) -> Vec<Line> {
        if let Some(title) = self.title_beside_kinds(usable) {
            // A long name has what its own kind and state leave of their columns.
            let own = cells(&row.title);
            let rest = cells(&row.kind) + cells(&row.word) + 4;
            if own > title && own + rest <= usable {
                let named = put(SIGN, own, &row.title, role_of_title(sign));
                let kind = put(SIGN + own + 2, cells(&row.kind), &row.kind, Role::Faint);
                let state = at_end(&row.word, usable, usable, role_of_word(sign));
                let mut lines = vec![[named, kind].into_iter().chain(state).collect()];
                lines.extend(stacked(&row.note, SIGN + 2, usable.saturating_sub(2), Role::Faint));
                return lines;
            }
            // A longer one goes on below; what it is and how it stands keep their columns.
            let mut lines = stacked(&row.title, SIGN, title, role_of_title(sign));
            if lines.is_empty() {
                lines.push(Vec::new());
            }
            if let Some(first) = lines.first_mut() {
                first.extend(self.kind_and_state(row, sign, title, usable));
            }
            lines.extend(stacked(&row.note, SIGN + 2, usable.saturating_sub(2), Role::Faint));
            return lines;
        }
        let (word, tail) = self.parts(row);
        let word_column = if self.word > 0 { self.word + 2 } else { 0 };
        let title = self.title.min(usable.saturating_sub(word_column));
        let own = cells(&row.title);
        let tail_role = if row.note.is_empty() { role_of_word(sign) } else { Role::Faint };
        if own > title && (word.is_empty() || own + 2 + cells(word) > usable) {
            // The title has lines of its own.
            let mut lines: Vec<Line> = stacked(&row.title, SIGN, usable, role_of_title(sign));
            let rest: Vec<&str> =
                [word, tail].into_iter().filter(|part| !part.is_empty()).collect();
            let rest = rest.join("  ");
            if word.is_empty() && fits_after(lines.last(), &rest, usable) {
                if let Some(last) = lines.last_mut() {
                    last.extend(at_end(&rest, usable, usable, tail_role));
                }
            } else {
                lines.extend(stacked(&rest, SIGN + 2, usable.saturating_sub(2), tail_role));
            }
            return lines;
        }
        let mut line = vec![put(SIGN, own.min(usable), &row.title, role_of_title(sign))];
        let mut end = own;
        if !word.is_empty() {
            let x = title.max(own) + 2;
            line.push(put(
                SIGN + x,
                self.word.min(usable.saturating_sub(x)),
                word,
                role_of_word(sign),
            ));
            end = x + cells(word);
        }
        if tail.is_empty() {
            return vec![line];
        }
        if end + 2 + cells(tail) <= usable {
            line.extend(at_end(tail, usable, usable, tail_role));
            return vec![line];
        }
        if !self.facts && !word.is_empty() {
            // What stands below leaves its place at the right end.
            line.truncate(1);
            line.extend(at_end(word, usable, usable, role_of_word(sign)));
        }
        let mut lines = vec![line];
        lines.extend(stacked(tail, SIGN + 2, usable.saturating_sub(2), tail_role));
        lines
    }

    /// Date, title, and the rest behind it.
    fn dated_lines(&self, row: &Row, sign: Role, usable: u16) -> Vec<Line> {
        let date = self.word.min(usable);
        let start = SIGN + date + 2;
        let room = usable.saturating_sub(date + 2);
        let mut lines = stacked(&row.title, start, room, role_of_title(sign));
        if lines.is_empty() {
            lines.push(Vec::new());
        }
        if let Some(first) = lines.first_mut() {
            first.insert(0, put(SIGN, date, &row.word, Role::Faint));
        }
        if row.note.is_empty() {
            return lines;
        }
        // Beside the title where the note has room to be read there, else below it.
        let title = self.title.max(cells(&row.title)) + 2;
        let beside = room.saturating_sub(title);
        if lines.len() == 1 && (cells(&row.note) <= beside || beside >= BESIDE) {
            let mut notes = stacked(&row.note, start + title, beside, Role::Text).into_iter();
            if let (Some(first), Some(note)) = (lines.first_mut(), notes.next()) {
                first.extend(note);
            }
            lines.extend(notes);
            return lines;
        }
        lines.extend(stacked(&row.note, start, room, Role::Text));
        lines
    }

    /// The row on one line, cut where it does not fit.
    pub(super) fn line(&self, row: &Row, columns: u16) -> Line {
        let mut lines = self.lines(row, columns);
        if lines.len() <= 1 {
            return lines.pop().unwrap_or_default();
        }
        let (_, sign) = sign(row.status);
        let usable = columns.saturating_sub(SIGN + 1);
        let (word, tail) = self.parts(row);
        if self.dated {
            let date = self.word.min(usable);
            let room = usable.saturating_sub(date + 2);
            let said: Vec<&str> = [row.title.as_str(), &row.note]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            return vec![
                put(SIGN, date, &row.word, Role::Faint),
                put(SIGN + date + 2, room, &said.join("  "), role_of_title(sign)),
            ];
        }
        let title = role_of_title(sign);
        if let Some(room) = self.title_beside_kinds(usable) {
            let named = put(SIGN, room, &row.title, title);
            return [named]
                .into_iter()
                .chain(self.kind_and_state(row, sign, room, usable))
                .collect();
        }
        if word.is_empty() {
            // How it stands is kept whole as long as half of the row is left.
            let kept = cells(tail).min(usable / 2);
            let room = usable.saturating_sub(kept + 2);
            let mut line = vec![put(SIGN, room, &row.title, title)];
            line.extend(at_end(tail, kept, usable, role_of_word(sign)));
            return line;
        }
        let column = self.word.min(usable / 2);
        let room = self.title.min(usable.saturating_sub(column + 2));
        let start = room + column + 4;
        let left = usable.saturating_sub(start);
        let mut line = vec![
            put(SIGN, room, &row.title, title),
            put(SIGN + room + 2, column, word, role_of_word(sign)),
        ];
        if left >= NOTE {
            line.push(put(SIGN + start, left, tail, Role::Faint));
        }
        line
    }
}

fn put(x: u16, cells: u16, text: &str, role: Role) -> Put {
    Put { x, cells, text: text.to_owned(), role }
}

/// The first lines, with a mark that there are more.
pub(super) fn cut(mut lines: Vec<Line>, most: usize) -> Vec<Line> {
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut().and_then(|line| line.last_mut()) {
        let room = usize::from(last.cells).saturating_sub(2);
        let whole = width(&last.text) <= room;
        last.text = if whole { format!("{} …", last.text) } else { format!("{}…", last.text) };
        if !whole {
            last.text = fit(&last.text, room + 1);
        }
    }
    lines
}

/// A text at the right end of a row.
fn at_end(text: &str, most: u16, usable: u16, role: Role) -> Option<Put> {
    let wide = cells(text).min(most).min(usable);
    (wide > 0).then(|| put(SIGN + usable - wide, wide, text, role))
}

/// Whether a text has room behind what stands on a line.
fn fits_after(line: Option<&Line>, text: &str, usable: u16) -> bool {
    let end = line.and_then(|line| line.last()).map_or(0, |last| last.x + cells(&last.text));
    end + 2 + cells(text) <= SIGN + usable
}

/// A text on as many lines as it takes.
fn stacked(text: &str, x: u16, room: u16, role: Role) -> Vec<Line> {
    if text.is_empty() {
        return Vec::new();
    }
    let lines = wrap(text, room.into()).into_iter();
    lines.map(|line| vec![put(x, room, &line, role)]).collect()
}

/// The sign of a state and the role it is drawn in. Each is one cell wide in
/// every terminal and says the same as the word of the row.
pub(super) fn sign(status: RowStatus) -> (&'static str, Role) {
    match status {
        RowStatus::Open => ("○", Role::Open),
        RowStatus::Done => ("✓", Role::Good),
        RowStatus::Waived => ("~", Role::Good),
        RowStatus::NotNeeded => ("–", Role::Faint),
        RowStatus::Waiting => ("▸", Role::Open),
        RowStatus::Unsure => ("?", Role::Soon),
        RowStatus::Caution => ("!", Role::Soon),
        RowStatus::Alert => ("!", Role::Bad),
        RowStatus::Plain => ("·", Role::Faint),
    }
}

/// What is open is bold, so that the eye finds it.
fn role_of_title(sign: Role) -> Role {
    match sign {
        Role::Open | Role::Soon => Role::Open,
        Role::Bad => Role::Bad,
        _ => Role::Text,
    }
}

fn role_of_word(sign: Role) -> Role {
    match sign {
        Role::Bad => Role::Bad,
        Role::Soon => Role::Soon,
        Role::Good => Role::Good,
        _ => Role::Text,
    }
}

#[cfg(test)]
mod tests;
