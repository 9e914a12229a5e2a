//! The weeks of a review as a calendar shows them: under each day the number of the
//! working day, or a sign for a day that does not count.
//!
//! ```text
//!  Nov 2026
//!   M   T   W   T   F   S   S
//!   2   3   4   5   6   7   8
//!               0   1   ·   ·
//!   9  10  11  12  13  14  15
//!   H   2   3   4   5   ·   ·
//! ```

use jiff::{ToSpan as _, civil::Date};
use ratatui::layout::Rect;

use super::{day_row::sign, screen::Screen, theme::Role};
use crate::{
    app::Scene,
    domain::Review,
    text::{Text, width},
};

/// Rows above the weeks, and rows of a week.
const HEAD: u16 = 2;
const WEEK: u16 = 2;

/// Columns for what stands beside the weeks, to be read with ease.
const EASE: u16 = 38;
/// Columns between them.
const GAP: u16 = 2;

/// And at least.
const BESIDE: u16 = 27;

/// Most columns for it: weeks that stand farther away are not seen together with it.
const MOST: u16 = 66;

/// Columns for what stands beside the weeks.
pub(super) fn beside(columns: u16, cell: u16) -> u16 {
    columns.saturating_sub(cell * 7 + GAP).min(MOST)
}

/// Cells of a day: as wide as there is room for beside what else is to be told.
/// Nothing where there is none.
pub(super) fn cell(columns: u16) -> Option<u16> {
    let fits =
        |beside: u16| [6, 5, 4, 3].into_iter().find(move |cell: &u16| columns >= cell * 7 + beside);
    fits(EASE).or_else(|| fits(BESIDE))
}

/// The same where the weeks matter less than what stands beside them.
pub(super) fn cell_with_ease(columns: u16) -> Option<u16> {
    [5, 4, 3].into_iter().find(|cell| columns >= cell * 7 + EASE)
}

/// Rows that all weeks take.
pub(super) fn rows_wanted(scene: &Scene<'_>, review: &Review) -> u16 {
    let (first, weeks) = weeks(scene, review);
    if first.is_none() { 0 } else { HEAD + weeks.saturating_mul(WEEK) }
}

/// The Monday of the first week, and how many weeks there are.
fn weeks(scene: &Scene<'_>, review: &Review) -> (Option<Date>, u16) {
    let monday = |day: Date| {
        let since = i64::from(day.weekday().to_monday_zero_offset());
        day.checked_sub(since.days()).ok()
    };
    let last = review.latest.max(scene.words.today.max(review.submitted));
    let Some((first, last)) = monday(review.submitted).zip(monday(last)) else {
        return (None, 0);
    };
    let days = (last - first).get_days();
    (Some(first), u16::try_from(days / 7 + 1).unwrap_or(u16::MAX))
}

/// How many weeks are left out before those that are seen, and how many are seen, in so many
/// rows: those around today first. Nothing where fewer than two have room.
fn seen(scene: &Scene<'_>, first: Date, all: u16, height: u16) -> Option<(u16, u16)> {
    let fit = (height.saturating_sub(HEAD) / WEEK).min(all);
    if fit == 0 || (fit < 2 && all > fit) {
        return None;
    }
    let here = u16::try_from((scene.words.today - first).get_days() / 7).unwrap_or_default();
    Some((here.saturating_sub(fit / 2).min(all - fit), fit))
}

/// The first and the last day that are seen in so many rows.
pub(super) fn days_seen(scene: &Scene<'_>, review: &Review, height: u16) -> Option<(Date, Date)> {
    let (first, all) = weeks(scene, review);
    let first = first?;
    let (skip, fit) = seen(scene, first, all, height)?;
    let day = |days: u16| first.checked_add(i64::from(days).days()).ok();
    day(skip * 7).zip(day((skip + fit) * 7 - 1))
}

/// Draws as many weeks as fit, those around today first. Draws nothing where fewer
/// than two would, and says so.
pub(super) fn draw(
    scene: &Scene<'_>,
    review: &Review,
    screen: &mut Screen<'_>,
    area: Rect,
    cell: u16,
) -> bool {
    let (Some(first), all) = weeks(scene, review) else { return false };
    let Some((skip, fit)) = seen(scene, first, all, area.height) else { return false };
    let text = scene.words.text;
    let day =
        |week: u16, weekday: u16| first.checked_add(i64::from(week * 7 + weekday).days()).ok();
    // The month is that of the last day that is shown, which is where the dates lead.
    if let Some(last) = day(skip + fit - 1, 6) {
        let begins = day(skip, 0).filter(|begin| begin.month() != last.month());
        let indent = cell.saturating_sub(2);
        let title = title(text, begins, last, area.width.saturating_sub(indent).into());
        screen.put(
            area.x + indent,
            area.y,
            area.width.saturating_sub(indent),
            &title,
            Role::Heading,
        );
    }
    for (at, weekday) in (0..7).zip((0..7).filter_map(|at| day(skip, at))) {
        let letter = text.weekday_letter(weekday);
        screen.put_right(area.x + at * cell, area.y + 1, cell, &letter, Role::Faint);
    }
    for row in 0..fit {
        let y = area.y + HEAD + row * WEEK;
        for at in 0..7 {
            let Some(date) = day(skip + row, at) else { continue };
            let place = Rect { x: area.x + at * cell, y, width: cell, height: WEEK };
            draw_day(scene, review, screen, place, date);
        }
    }
    true
}

/// The months that are shown, the year once where it is the same, or where two have no room.
fn title(text: &Text, begins: Option<Date>, last: Date, room: usize) -> String {
    let name = |day: Date| text.get(&format!("word-month-{}", day.month())).into_owned();
    let dated = |month: String, year: i16| {
        text.with("ui-month", &[("month", month.into()), ("year", year.to_string().into())])
    };
    let whole = dated(name(last), last.year());
    match begins {
        None => whole,
        Some(begin) if begin.year() == last.year() => {
            dated(format!("{} – {}", name(begin), name(last)), last.year())
        }
        Some(begin) => {
            let both = format!("{} – {whole}", dated(name(begin), begin.year()));
            if width(&both) <= room { both } else { format!("{} – {whole}", name(begin)) }
        }
    }
}

fn draw_day(scene: &Scene<'_>, review: &Review, screen: &mut Screen<'_>, place: Rect, date: Date) {
    let counted = review.days.iter().find(|day| day.date == date);
    let (mark, role) = match counted {
        _ if date == review.submitted => ("0".to_owned(), Role::Text),
        Some(day) if date <= review.latest || date <= scene.words.today => sign(scene, review, day),
        _ => (String::new(), Role::Faint),
    };
    let window = date >= review.earliest && date <= review.latest;
    let late = date > review.latest && counted.is_some_and(|day| day.counts.is_some());
    let counts = counted.is_some_and(|day| day.counts.is_some());
    let (number, role) = match (counts, window, late) {
        (true, _, true) => (Role::Bad, Role::Bad),
        (true, true, _) => (Role::Accent, Role::Accent),
        (true, ..) => (Role::Text, Role::Text),
        _ if date == review.submitted => (Role::Heading, Role::Heading),
        _ => (Role::Faint, role),
    };
    screen.put_right(place.x, place.y, place.width, &date.day().to_string(), number);
    screen.put_right(place.x, place.y + 1, place.width, &mark, role);
    if date == scene.words.today {
        let width = 2.min(place.width);
        let x = place.right().saturating_sub(width);
        screen.paint(Rect { x, width, height: 1, ..place }, Role::Today);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::text::Lang;

    #[test]
    fn months_of_two_years_have_a_year_each() {
        for (lang, same, other) in [
            (Lang::En, "Nov – Dec 2026", "Dec 2026 – Jan 2027"),
            (Lang::ZhCn, "2026年11月 – 12月", "2026年12月 – 2027年1月"),
            (Lang::Ms, "Nov – Dis 2026", "Dis 2026 – Jan 2027"),
        ] {
            let text = Text::new(lang);
            let title = |begins, last| title(&text, Some(begins), last, 22);
            assert_eq!(title(date(2026, 11, 30), date(2026, 12, 27)), same);
            assert_eq!(title(date(2026, 12, 21), date(2027, 1, 17)), other);
            let brief = super::title(&text, Some(date(2026, 12, 21)), date(2027, 1, 17), 19);
            assert!(width(&brief) <= 19 && brief.contains("2027"), "{brief}");
        }
    }
}
