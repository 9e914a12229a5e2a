//! The agenda: the dated things of the case, soonest first. Each takes as many words as
//! there is room for: a few, what it is, or also the rule that gives its day. Where not all
//! have room for what they are, the soonest have. Another year stands above its days.

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{dated::Dated, frame, rows::Rows, screen::Screen, theme::Role};
use crate::{
    app::{Command, Target},
    text::{pad, width, wrap},
};

/// From so many days before it a thing is near.
const NEAR: i32 = 7;

/// In how many words a thing is told.
#[derive(Clone, Copy)]
enum Measure {
    /// In a few.
    Briefly,
    /// What it is.
    Whole,
    /// And the rule that gives its day.
    Ruled,
}

/// Cells of the mark in front of what is late or still to be done, and of the gap behind it.
const MARK: usize = 2;

/// Cells of the longest date, with its mark.
fn widest(dated: &[Dated]) -> usize {
    let of = |one: &Dated| width(&one.date) + if one.is_marked() { MARK } else { 0 };
    dated.iter().map(of).max().unwrap_or_default()
}

/// Each thing, with its year where that stands in a row of its own above it: so the dates
/// leave the room to what they are about.
fn with_years(dated: &[Dated], today: Date) -> impl Iterator<Item = (&Dated, Option<i16>)> {
    let mut year = today.year();
    dated.iter().map(move |one| {
        let begins = one.on.year() != year;
        year = one.on.year();
        (one, begins.then_some(year))
    })
}

/// Cells of the dates and of the gap behind them.
fn column(dated: &[Dated], measure: Measure) -> usize {
    let gap = if matches!(measure, Measure::Briefly) { 1 } else { 2 };
    if dated.is_empty() { 0 } else { widest(dated) + gap }
}

/// The lines of one: what it is, and the rule below it.
fn lines(one: &Dated, measure: Measure, room: usize) -> (Vec<String>, Vec<String>) {
    match measure {
        Measure::Briefly => (wrap(&one.briefly, room), Vec::new()),
        Measure::Whole => (wrap(&one.what, room), Vec::new()),
        Measure::Ruled if one.rule.is_empty() => (wrap(&one.what, room), Vec::new()),
        Measure::Ruled => (wrap(&one.what, room), wrap(&one.rule, room)),
    }
}

/// Rows that all of them take in so many columns.
fn height(dated: &[Dated], measure: Measure, columns: u16, today: Date) -> u16 {
    let room = usize::from(columns).saturating_sub(column(dated, measure));
    let of = |(one, year): (&Dated, Option<i16>)| {
        let (what, rule) = lines(one, measure, room);
        what.len() + rule.len() + usize::from(year.is_some())
    };
    u16::try_from(with_years(dated, today).map(of).sum::<usize>()).unwrap_or(u16::MAX)
}

/// Rows that it wants: a few words for each, or everything; none without a dated thing.
pub(super) fn rows(rows: &Rows<'_>, columns: u16, in_full: bool) -> u16 {
    let dated = rows.dated();
    let measure = if in_full { Measure::Ruled } else { Measure::Briefly };
    height(dated, measure, columns.saturating_sub(2), rows.scene.words.today)
}

/// In how many words each is told in so many columns and rows, and the cells of the dates.
fn measures(dated: &[Dated], inner: Rect, today: Date) -> (usize, Vec<Measure>) {
    let tall = |measure| height(dated, measure, inner.width, today);
    for measure in [Measure::Ruled, Measure::Whole] {
        if tall(measure) <= inner.height {
            return (column(dated, measure), vec![measure; dated.len()]);
        }
    }
    let brief = Measure::Briefly;
    let column = column(dated, brief);
    let room = usize::from(inner.width).saturating_sub(column);
    let mut spare = usize::from(inner.height.saturating_sub(tall(brief)));
    // The soonest first: rows that are free tell what it is in full.
    let of = |one: &Dated| {
        let rows = |measure| lines(one, measure, room).0.len();
        let more = rows(Measure::Whole).saturating_sub(rows(brief));
        if more > spare {
            return brief;
        }
        spare -= more;
        Measure::Whole
    };
    (column, dated.iter().map(of).collect())
}

/// Names the agenda in the lower edge of a frame, where there is no room for it: its key,
/// and how many things are dated.
pub(super) fn named(rows: &Rows<'_>, screen: &mut Screen<'_>, rect: Rect) {
    let (model, all) = (rows.model, rows.dated().len());
    let key = format!(" {}", model.keymap.key_of(Command::Agenda));
    let name = format!(" {} {all} ", model.text.get("ui-menu-agenda"));
    let wide = u16::try_from(width(&key) + width(&name)).unwrap_or(u16::MAX);
    if all == 0 || key.trim().is_empty() || wide.saturating_add(4) > rect.width {
        return;
    }
    let (x, y) = (rect.right() - wide - 2, rect.bottom().saturating_sub(1));
    screen.put_all(x, y, wide, &[(&key, Role::Key), (&name, Role::Faint)]);
    screen.target(Rect { x, y, width: wide, height: 1 }, Target::Run(Command::Agenda));
}

/// Draws them.
pub(super) fn draw(rows: &Rows<'_>, screen: &mut Screen<'_>, rect: Rect) {
    let text = &rows.model.text;
    let inner = frame::plain(screen, rect, &text.get("ui-menu-agenda"));
    screen.target(rect, Target::Run(Command::Agenda));
    let (dated, today) = (rows.dated(), rows.scene.words.today);
    let (column, measures) = measures(dated, inner, today);
    let widest = widest(dated);
    let indent = u16::try_from(column).unwrap_or(u16::MAX);
    let room = inner.width.saturating_sub(indent);
    let column_of_days = u16::try_from(widest).unwrap_or(u16::MAX).min(inner.width);
    let mut y = inner.y;
    for ((one, year), measure) in with_years(dated, today).zip(measures) {
        if let Some(year) = year {
            if y < inner.bottom() {
                screen.put_right(inner.x, y, column_of_days, &year.to_string(), Role::Faint);
            }
            y += 1;
        }
        let (what, rule) = lines(one, measure, room.into());
        let tall = u16::try_from(what.len() + rule.len()).unwrap_or(u16::MAX);
        let tall = tall.min(inner.bottom().saturating_sub(y));
        if usize::from(tall) < what.len() + rule.len() {
            screen.more(Rect { width: inner.width + 1, ..inner }, false, true);
        }
        if tall == 0 {
            break;
        }
        let days = (one.on - today).get_days();
        let (date_role, role) = match days {
            ..0 if one.late => (Role::Bad, Role::Open),
            // It goes on until somebody sees to it.
            ..0 if one.to_do => (Role::Soon, Role::Text),
            ..0 => (Role::Faint, Role::Faint),
            0..=NEAR if one.deadline => (Role::Soon, Role::Text),
            0..=NEAR => (Role::Accent, Role::Text),
            _ => (Role::Text, Role::Text),
        };
        // One below the other at their ends, so that what they are stands in one column.
        let gap = column - widest;
        let before = " ".repeat(widest.saturating_sub(width(&one.date)));
        let date = format!("{before}{}", one.date);
        screen.put(inner.x, y, inner.width, &pad(&date, widest + gap), date_role);
        if one.is_marked() {
            // Also where there are no colours.
            screen.put(inner.x, y, inner.width.min(1), "!", date_role);
        }
        let place = Rect { x: inner.x + indent, y, width: room, height: tall };
        let used = screen.lines(place, &what, role);
        screen.lines(frame::below(place, y + used), &rule, Role::Faint);
        y += tall;
    }
}
