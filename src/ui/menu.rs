//! A list to choose from, on top of the dashboard.

use ratatui::layout::Rect;

use super::{frame, screen::Screen, text_input::visible, theme::Role};
use crate::{
    app::{self, Menu, MenuEntry, Model, Target},
    text::{width, wrap},
};

/// Columns of a list with its frame: what a short one has, one that is searched, and the
/// most where its entries are long.
const COLUMNS: (u16, u16, u16) = (76, 100, 112);
/// Fewest rows of a window in which there is room to spare.
const ROOMY: u16 = 16;
/// Rows of a window from which on headings stand above the entries.
const HEADED: u16 = 8;
/// Blanks in front of what stands below an entry.
const INDENT: usize = 2;

/// An entry in lines.
struct Laid {
    /// The heading above it.
    headed: bool,
    /// What it is called.
    label: Vec<String>,
    /// What is said of it, at the end of its first line.
    beside: String,
    /// The same below it.
    below: Vec<String>,
}

impl Laid {
    /// Lays an entry out in so many cells; its note below it, or beside it where it has
    /// room there. What is long is told in as many lines as it takes.
    fn of(entries: &[MenuEntry], at: usize, cells: usize, below: bool) -> Option<Self> {
        let entry = entries.get(at)?;
        let note = entry.unavailable.as_deref().unwrap_or(&entry.note);
        let label = hanging(&entry.label, entry.hang, cells);
        let used = label.last().map(|line| width(line)).unwrap_or_default();
        let fits = !below && label.len() == 1 && used + 2 + width(note) <= cells;
        let (beside, below) = match (note.is_empty(), fits) {
            (true, _) => (String::new(), Vec::new()),
            (false, true) => (note.to_owned(), Vec::new()),
            (false, false) => {
                let indent = INDENT.max(entry.hang).min(cells / 2);
                let lines = wrap(note, cells.saturating_sub(indent)).into_iter();
                let lines = lines.map(|line| format!("{}{line}", " ".repeat(indent)));
                (String::new(), lines.collect())
            }
        };
        Some(Self { headed: is_headed(entries, at), label, beside, below })
    }

    fn rows(&self) -> u16 {
        let all = usize::from(self.headed) + self.label.len().max(1) + self.below.len();
        u16::try_from(all).unwrap_or(u16::MAX)
    }
}

/// A text in lines whose first `hang` cells are a column of its own: the other lines
/// begin behind it.
fn hanging(text: &str, hang: usize, cells: usize) -> Vec<String> {
    if width(text) <= cells || hang + INDENT >= cells {
        return wrap(text, cells);
    }
    let mut used = 0;
    let in_front = |c: &char| {
        used += width(c.encode_utf8(&mut [0; 4]));
        used <= hang
    };
    let end: usize = text.chars().take_while(in_front).map(char::len_utf8).sum();
    let (column, rest) = text.split_at(end);
    let lines = wrap(rest, cells - hang).into_iter().enumerate();
    let first = |at| if at == 0 { column.to_owned() } else { " ".repeat(hang) };
    lines.map(|(at, line)| first(at) + &line).collect()
}

/// Columns of the list with its frame, in a window of so many: those that its entries
/// take. A list that is searched keeps its own while it gets shorter.
fn columns_of(entries: &[MenuEntry], menu: &Menu, window: u16) -> u16 {
    let (usual, searched, most) = COLUMNS;
    if menu.filter.is_some() {
        return frame::columns(window, searched);
    }
    let note = |entry: &MenuEntry| {
        INDENT.max(entry.hang) + width(entry.unavailable.as_deref().unwrap_or(&entry.note))
    };
    let widest = entries.iter().map(|entry| width(&entry.label).max(note(entry))).max();
    let wanted = u16::try_from(widest.unwrap_or_default() + 4).unwrap_or(most);
    frame::columns(window, wanted.clamp(usual, most))
}

/// Draws the list. Returns where the cursor stands if the list has a filter.
pub(super) fn draw(
    model: &Model,
    menu: &Menu,
    screen: &mut Screen<'_>,
    area: Rect,
) -> Option<(u16, u16)> {
    let mut entries = app::menu_entries(model, menu);
    if area.height < HEADED {
        // The selected entry needs the row more.
        for entry in &mut entries {
            entry.group.clear();
        }
    }
    // The gap below the filter goes where rows are few.
    let filter_rows = match (&menu.filter, area.height) {
        (None, _) => 0,
        (Some(_), ..8) => 1,
        (Some(_), _) => 2,
    };
    let columns = columns_of(&entries, menu, area.width);
    let lead = app::menu_lead(model, &menu.kind);
    let lead = if area.height >= ROOMY && !lead.is_empty() {
        wrap(&lead, columns.saturating_sub(4).into())
    } else {
        Vec::new()
    };
    let lead_rows = u16::try_from(lead.len()).unwrap_or_default();
    let above = filter_rows + if lead_rows > 0 { lead_rows + 1 } else { 0 };
    // In a short list an entry has its note below it.
    let below = menu.filter.is_none() && area.height >= ROOMY;
    let cells = usize::from(columns.saturating_sub(4));
    let laid: Vec<Laid> =
        (0..entries.len()).filter_map(|at| Laid::of(&entries, at, cells, below)).collect();
    let all = laid.iter().map(Laid::rows).fold(0, u16::saturating_add);
    let none = || wrap(&app::nothing_in(model, menu), cells).len();
    let all = if laid.is_empty() { u16::try_from(none()).unwrap_or(1) } else { all };
    let rows = all.saturating_add(above + 2);
    let rect = match &menu.filter {
        // What is typed stays where it is while the list below it gets shorter.
        Some(_) => below_top(area, columns, rows),
        None => frame::centred(area, columns, rows),
    };
    let whole = rect.height.saturating_sub(above + 2) >= all;
    let selected = menu.selected.min(entries.len().saturating_sub(1));
    let place = || format!("{}/{}", selected + 1, entries.len());
    let foot = if whole { String::new() } else { place() };
    let inner = frame::dialog(screen, rect, &app::menu_title(model, &menu.kind), &foot);
    let cursor = menu.filter.as_ref().and_then(|filter| {
        let typed = visible(filter, inner.width.saturating_sub(2));
        let pieces = [("› ", Role::Accent), (typed.text.as_str(), Role::Text)];
        screen.put_all(inner.x, inner.y, inner.width, &pieces);
        (inner.height > 0).then(|| (inner.x.saturating_add(2 + typed.cursor), inner.y))
    });
    let lead_area = Rect {
        y: inner.y + filter_rows.min(inner.height),
        height: lead_rows.min(inner.height),
        ..inner
    };
    screen.lines(lead_area, &lead, Role::Faint);
    let list = frame::below(inner, inner.y + above.min(inner.height));
    if entries.is_empty() {
        screen.words(list, &app::nothing_in(model, menu), Role::Faint);
        return cursor;
    }
    let first = if whole { 0 } else { first_shown(&laid, selected, list.height) };
    let mut y = list.y;
    for (at, (entry, laid)) in entries.iter().zip(&laid).enumerate().skip(first) {
        if laid.headed && y < list.bottom() {
            screen.put(list.x, y, list.width, &entry.group, Role::Heading);
            y += 1;
        }
        if y >= list.bottom() {
            break;
        }
        let each = laid.rows() - u16::from(laid.headed);
        let place = Rect { y, height: each.min(list.bottom().saturating_sub(y)), ..list };
        put(screen, place, entry, laid);
        screen.target(place, Target::Entry(at));
        if at == selected {
            let named = u16::try_from(laid.label.len().max(1)).unwrap_or(u16::MAX);
            screen.paint(Rect { height: place.height.min(named), ..place }, Role::Selected);
        }
        y += each;
    }
    cursor
}

/// Whether a heading stands above the entry at a place.
fn is_headed(entries: &[MenuEntry], at: usize) -> bool {
    let group = |at: usize| entries.get(at).map(|entry| entry.group.as_str());
    let own = group(at).filter(|group| !group.is_empty());
    own.is_some() && (at == 0 || group(at - 1) != own)
}

/// A rectangle in the middle whose upper edge stays where it is.
fn below_top(area: Rect, columns: u16, rows: u16) -> Rect {
    let middle = frame::centred(area, columns, rows);
    let y = area.y + (area.height / 8).min(area.height.saturating_sub(1));
    let room = frame::above_footer(area).bottom().saturating_sub(y);
    Rect { y, height: rows.min(room), ..middle }
}

/// The place of the first entry that is shown, so that the selected one stands near
/// the middle.
fn first_shown(laid: &[Laid], selected: usize, height: u16) -> usize {
    let all = |range: std::ops::Range<usize>| {
        let some = laid.get(range).unwrap_or_default();
        some.iter().map(Laid::rows).fold(0, u16::saturating_add)
    };
    let end = laid.len();
    // As far down as the rest fills the list.
    let last = (0..end).find(|first| all(*first..end) <= height).unwrap_or_default();
    let above = |first: &usize| all(*first..selected) <= height / 2;
    let first = (0..=selected).find(above).unwrap_or(selected).min(last);
    // An entry that is long is seen to its end.
    let seen = |first: &usize| all(*first..selected + 1) <= height;
    (first..=selected).find(seen).unwrap_or(selected)
}

/// Draws one entry.
fn put(screen: &mut Screen<'_>, area: Rect, entry: &MenuEntry, laid: &Laid) {
    let role = match &entry.unavailable {
        Some(_) => Role::Faint,
        None if entry.urgent => Role::Bad,
        None if entry.soon => Role::Soon,
        None => Role::Text,
    };
    let used = screen.lines(area, &laid.label, role);
    if !laid.beside.is_empty() {
        screen.put_right(area.x, area.y, area.width, &laid.beside, Role::Faint);
    }
    screen.lines(frame::below(area, area.y + used), &laid.below, Role::Faint);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_on_beside_its_column() {
        assert_eq!(hanging("5 Nov  one two three", 7, 14), ["5 Nov  one two", "       three"]);
        assert_eq!(hanging("5 Nov  one", 7, 14), ["5 Nov  one"]);
        assert_eq!(hanging("one two", 0, 4), ["one", "two"]);
    }

    proptest::proptest! {
        /// Whatever an entry says is there, in some line.
        #[test]
        fn nothing_of_an_entry_is_cut(
            label in "[a-z]{1,9}( [a-z]{1,9}){0,20}", note in "[a-z]{0,9}( [a-z]{1,9}){0,30}",
            cells in 20_usize..120, below: bool,
        ) {
            let entry =
                MenuEntry { label: label.clone(), note: note.clone(), ..MenuEntry::default() };
            let laid = Laid::of(&[entry], 0, cells, below).expect("an entry");
            let lines: Vec<&String> = laid.label.iter().chain([&laid.beside]).chain(&laid.below).collect();
            for line in &lines {
                proptest::prop_assert!(width(line) <= cells);
            }
            let told: String = lines.iter().flat_map(|line| line.split_whitespace()).collect();
            let all: String = [label, note].iter().flat_map(|line| line.split_whitespace()).collect();
            proptest::prop_assert_eq!(told, all);
        }
    }
}
