//! The way from one day to another as a line: what lies behind is strong, and the days
//! that matter stand on it.
//!
//! ```text
//!  ●━━━━━━━━━◆──────○─────────────○
//!  ● Thu 5 Nov     line terminated
//!  ○ Sat 5 Dec     look for mails
//!  ○ Tue 4 May     may be reassigned
//! ```

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{countdown::table, frame::below, screen::Screen, theme::Role};

/// Most cells of the line.
const LONGEST: u16 = 64;

/// Draws the days with what they are, the line above them where there is room beside
/// the `after` rows of what is said below; the first and the last day are its ends.
/// Returns the rows used.
pub(super) fn draw(
    screen: &mut Screen<'_>,
    area: Rect,
    (from, today): (Date, Date),
    days: &[(Date, String, String)],
    after: u16,
) -> u16 {
    let own = u16::try_from(days.len()).unwrap_or(u16::MAX);
    let all = own.saturating_add(after);
    // Where what is said below has too little room, no row stands empty above.
    let spare = if area.height < all {
        area.height.saturating_sub(own.saturating_add(1)).min(1)
    } else {
        area.height - all
    };
    let mut y = area.y;
    y += u16::from(spare > 1);
    // Once all of it is past there is no way ahead to draw.
    if spare > 0 && days.iter().any(|(day, ..)| *day > today) {
        let stops: Vec<Date> = days.iter().map(|(day, ..)| *day).collect();
        line(screen, below(area, y), (from, today), &stops);
        y += 1;
    }
    let rows = days
        .iter()
        .map(|(day, date, what)| (format!("{} {date}", stop(*day, today)), what.clone()));
    y += table(screen, below(area, y), rows);
    y - area.y
}

/// The sign of a day that matters.
fn stop(day: Date, today: Date) -> &'static str {
    if day <= today { "●" } else { "○" }
}

fn line(screen: &mut Screen<'_>, area: Rect, (from, today): (Date, Date), stops: &[Date]) {
    let cells = area.width.min(LONGEST);
    let ends = stops.iter().copied().chain([from]);
    let (Some(first), Some(last)) = (ends.clone().min(), ends.max()) else { return };
    let days = i64::from((last - first).get_days());
    if cells < 8 || days < 1 {
        return;
    }
    let x = |day: Date| {
        let since = i64::from((day - first).get_days()).clamp(0, days);
        let at = since * i64::from(cells - 1) / days;
        area.x + u16::try_from(at).unwrap_or_default()
    };
    let here = x(today);
    screen.sign(Rect { width: cells, height: 1, ..area }, "─", Role::Border);
    let behind = here.saturating_sub(area.x) + 1;
    screen.sign(Rect { width: behind, height: 1, ..area }, "━", Role::Accent);
    // Where days share a cell, the one that has come is seen.
    let (past, ahead): (Vec<Date>, Vec<Date>) = stops.iter().partition(|day| **day <= today);
    for day in ahead {
        screen.sign(Rect { x: x(day), width: 1, height: 1, ..area }, "○", Role::Text);
    }
    screen.sign(Rect { x: here, width: 1, height: 1, ..area }, "◆", Role::Accent);
    for day in past {
        screen.sign(Rect { x: x(day), width: 1, height: 1, ..area }, "●", Role::Accent);
    }
}
