//! The way from one day to another as a line: what lies behind is strong, and the days
//! that matter stand on it.
//!
//! ```text
//!  ●━━━━━━━━━◆──────○─────────────○
//!  ● Thu 5 Nov     line terminated
//!  ◆ Fri 20 Nov    today
//!  ○ Sat 5 Dec     look for mails
//!  ○ Tue 4 May     may be reassigned
//! ```

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{countdown::table, frame::below, screen::Screen, theme::Role};
use crate::playbook::Words;

/// Most cells of the line.
const LONGEST: u16 = 64;

/// A day that matters: which, its date, and what it is.
pub(super) type StopDay = (Date, String, String);

/// Rows that the days take with the line above them, today among them, and a gap.
pub(super) fn rows_wanted(words: &Words<'_>, days: &[StopDay]) -> u16 {
    let today = u16::from(!is_on_one(words.today, days));
    u16::try_from(days.len()).unwrap_or(u16::MAX).saturating_add(2 + today)
}

/// Whether today is one of the days.
fn is_on_one(today: Date, days: &[StopDay]) -> bool {
    days.iter().any(|(day, ..)| *day == today)
}

/// Draws the days with what they are, the line above them where there is room beside
/// the `after` rows of what is said below; the first and the last day are its ends. The
/// sign of today on it has a row of its own where there is one. Returns the rows used.
pub(super) fn draw(
    words: &Words<'_>,
    screen: &mut Screen<'_>,
    area: Rect,
    from: Date,
    days: &[StopDay],
    after: u16,
) -> u16 {
    let today = words.today;
    let own = u16::try_from(days.len()).unwrap_or(u16::MAX);
    let all = own.saturating_add(after);
    // Where what is said below has too little room, no row stands empty above.
    let spare = if area.height < all {
        area.height.saturating_sub(own.saturating_add(1)).min(1)
    } else {
        area.height - all
    };
    // Once all of it is past there is no way ahead to draw.
    let is_drawn = spare > 0 && days.iter().any(|(day, ..)| *day > today);
    let tells_today = is_drawn && spare > 1 && !is_on_one(today, days);
    let mut y = area.y;
    y += u16::from(spare > 1 + u16::from(tells_today));
    if is_drawn {
        let stops: Vec<Date> = days.iter().map(|(day, ..)| *day).collect();
        line(screen, below(area, y), (from, today), &stops);
        y += 1;
    }
    let row = |(day, date, what): &StopDay| {
        let sign = if *day <= today { "●" } else { "○" };
        (format!("{sign} {date}"), what.clone())
    };
    let mut rows: Vec<(String, String)> = days.iter().map(row).collect();
    if tells_today {
        let at = days.iter().take_while(|(day, ..)| *day < today).count();
        let what = words.text.get("ui-legend-today").into_owned();
        rows.insert(at, (format!("◆ {}", words.near(today)), what));
    }
    y += table(screen, below(area, y), rows);
    y - area.y
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
