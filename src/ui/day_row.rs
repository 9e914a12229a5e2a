//! The days of a review in a row: which of them count, where today is, and what
//! the special ones are called.

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{screen::Screen, theme::Role};
use crate::{
    app::Scene,
    domain::{Day, Review, Why},
    text::{pad, width, wrap},
};

/// Cells a day takes where there is room.
const CELL: u16 = 3;

/// Two rows: the weekday, and the number of the working day, or a sign for a
/// day that does not count. Below it the special days, each with its name, as
/// far as there is room. Returns the rows used.
pub(super) fn draw(scene: &Scene<'_>, review: &Review, screen: &mut Screen<'_>, area: Rect) -> u16 {
    if area.height < 2 {
        return 0;
    }
    let today = scene.words.today;
    let filed = Day {
        date: review.submitted,
        counts: Some(0),
        why: None,
        name: None,
        certainty: crate::domain::Certainty::Published,
    };
    let all: Vec<&Day> = [&filed].into_iter().chain(&review.days).collect();
    let marks: Vec<Mark> = all.iter().map(|day| mark(scene, review, day)).collect();
    // Days stand closer together if all of them fit then.
    let least = marks.iter().map(Mark::cells).max().unwrap_or(CELL);
    let days = u16::try_from(all.len()).unwrap_or(u16::MAX);
    let cell = if days.saturating_mul(CELL) <= area.width + 1 { CELL } else { least };
    let inked = marks.iter().map(Mark::inked).max().unwrap_or(1).min(cell);
    let room = usize::from((area.width + cell - inked) / cell);
    // When not all fit, the last days are shown if today is among them, else
    // those around today; a sign says that there is more.
    let here = all.iter().position(|day| day.date >= today).unwrap_or(all.len());
    let skip = match all.len().checked_sub(room) {
        None | Some(0) => 0,
        Some(over) if here >= over => over,
        Some(over) => here.saturating_sub(room / 2).min(over),
    };
    for (slot, (day, mark)) in all.iter().zip(&marks).skip(skip).take(room).enumerate() {
        let x = area.x + u16::try_from(slot).unwrap_or(u16::MAX) * cell;
        let (weekday, role) = match (slot, slot + 1 == room && skip + room < all.len()) {
            (0, _) if skip > 0 => ("‹", Role::Accent),
            (_, true) => ("›", Role::Accent),
            _ => (mark.weekday.as_str(), Role::Faint),
        };
        screen.put_right(x, area.y, inked, weekday, role);
        screen.put_right(x, area.y + 1, inked, &mark.sign, mark.role);
        if day.date == today {
            screen.paint(Rect { x, y: area.y, width: inked, height: 2 }, Role::Selected);
        }
    }
    let below = Rect { y: area.y + 2, height: area.height - 2, ..area };
    2 + names(scene, review, None, screen, below)
}

/// What a day looks like in the row.
struct Mark {
    weekday: String,
    sign: String,
    role: Role,
}

impl Mark {
    /// Cells that are written on.
    fn inked(&self) -> u16 {
        let widest = width(&self.weekday).max(width(&self.sign));
        u16::try_from(widest).unwrap_or(CELL)
    }

    /// Fewest cells that tell it from its neighbour: Han characters need no
    /// gap, letters and numbers do.
    fn cells(&self) -> u16 {
        let is_han = |text: &str| text.chars().count() == 1 && width(text) == 2;
        let cells = |text: &str| width(text) + usize::from(!is_han(text));
        u16::try_from(cells(&self.weekday).max(cells(&self.sign))).unwrap_or(CELL)
    }
}

fn mark(scene: &Scene<'_>, review: &Review, day: &Day) -> Mark {
    let (sign, role) = sign(scene, review, day);
    Mark { weekday: scene.words.text.weekday_letter(day.date), sign, role }
}

/// What stands under the weekday.
pub(super) fn sign(scene: &Scene<'_>, review: &Review, day: &Day) -> (String, Role) {
    let matters = day.date == review.earliest || day.date == review.latest;
    match (day.why, day.counts) {
        (Some(Why::Weekend), _) | (None, None) => ("·".to_owned(), Role::Faint),
        (Some(Why::Holiday), _) => {
            (scene.words.text.get("word-sign-holiday").into_owned(), Role::Open)
        }
        (Some(Why::MakeUp), _) => ("+".to_owned(), Role::Open),
        (None, Some(number)) if matters => (number.to_string(), Role::Accent),
        (None, Some(number)) => (number.to_string(), Role::Text),
    }
}

/// The days off on weekdays and the worked days of rest among those that are seen; of the
/// review where nothing says which are.
fn special(review: &Review, seen: Option<(Date, Date)>) -> Vec<&Day> {
    let (first, last) = seen.unwrap_or((review.submitted, review.latest));
    let days = review.days.iter().filter(|day| (first..=last).contains(&day.date));
    days.filter(|day| matches!(day.why, Some(Why::Holiday | Why::MakeUp))).collect()
}

/// Rows that their names take in so many columns.
pub(super) fn names_rows(
    scene: &Scene<'_>,
    review: &Review,
    seen: Option<(Date, Date)>,
    columns: u16,
) -> u16 {
    let all = special(review, seen);
    let column = all.iter().map(|day| width(&scene.words.near(day.date))).max().unwrap_or_default();
    let lines = |day: &&Day| {
        let (sign, _) = sign(scene, review, day);
        let indent = width(&sign) + 1 + column + 2;
        wrap(&scene.words.text.why(day), usize::from(columns).saturating_sub(indent)).len()
    };
    u16::try_from(all.iter().map(lines).sum::<usize>()).unwrap_or(u16::MAX)
}

/// The days off on weekdays and the worked days of rest, by name, as far as
/// there is room for whole ones; returns the rows used.
pub(super) fn names(
    scene: &Scene<'_>,
    review: &Review,
    seen: Option<(Date, Date)>,
    screen: &mut Screen<'_>,
    area: Rect,
) -> u16 {
    let special = special(review, seen);
    let days: Vec<String> = special.iter().map(|day| scene.words.near(day.date)).collect();
    let column = days.iter().map(|day| width(day)).max().unwrap_or_default();
    let mut y = area.y;
    for (at, (day, date)) in special.iter().zip(&days).enumerate() {
        let (sign, _) = sign(scene, review, day);
        let label = format!("{sign} ");
        let indent = width(&label) + column + 2;
        let cells = usize::from(area.width).saturating_sub(indent);
        let lines = wrap(&scene.words.text.why(day), cells);
        // The last row is kept for the number of those that do not fit.
        let left = special.len() - at;
        let rows = usize::from(area.bottom().saturating_sub(y));
        if lines.len() + usize::from(left > 1) > rows {
            let key = if at == 0 { "ui-special-days" } else { "ui-more-days" };
            let told = scene.words.text.with(key, &[("count", left.into())]);
            if rows > 0 {
                screen.put(area.x, y, area.width, &told, Role::Faint);
                y += 1;
            }
            break;
        }
        let head = [(label.as_str(), Role::Open), (&pad(date, column), Role::Text)];
        screen.put_all(area.x, y, area.width, &head);
        let start = area.x + u16::try_from(indent).unwrap_or(u16::MAX);
        for line in lines {
            screen.put(start, y, u16::try_from(cells).unwrap_or(0), &line, Role::Text);
            y += 1;
        }
    }
    y - area.y
}
