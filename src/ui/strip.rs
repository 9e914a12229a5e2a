//! The strip of days: which of them count, and where today is.

use ratatui::layout::Rect;

use super::{canvas::Canvas, theme::Role};
use crate::{app::Scene, domain::Review};

/// Cells a day takes.
const CELL: u16 = 3;

/// Two rows: the weekday, and the number of the working day, or a sign for a
/// day that does not count.
pub(super) fn draw(scene: &Scene<'_>, review: &Review, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(calendar) = scene.words.playbook.calendar() else { return };
    let today = scene.words.today;
    let last = review.latest.max(today);
    let days = calendar.days(review.submitted, last);
    let room = usize::from(area.width / CELL);
    if room < 2 || area.height < 2 {
        return;
    }
    let first = (review.submitted, Some(0));
    let mut all = vec![first];
    all.extend(days.iter().map(|day| (day.date, day.counts)));
    // When not all days fit, today stays in sight.
    let here = all.iter().position(|(date, _)| *date == today).unwrap_or_default();
    let skip =
        if all.len() <= room { 0 } else { here.saturating_sub(room / 2).min(all.len() - room) };
    for (slot, (date, counts)) in all.into_iter().skip(skip).take(room).enumerate() {
        let x = area.x + u16::try_from(slot).unwrap_or(u16::MAX) * CELL;
        let weekday = scene.words.text.weekday_letter(date);
        let (sign, role) = match counts {
            None => ("·".to_owned(), Role::Faint),
            Some(n) if date == review.earliest || date == review.latest => {
                (n.to_string(), Role::Accent)
            }
            Some(n) => (n.to_string(), Role::Text),
        };
        canvas.put_right(x, area.y, CELL - 1, &weekday, Role::Faint);
        canvas.put_right(x, area.y + 1, CELL - 1, &sign, role);
        if date == today {
            canvas.paint(Rect { x, y: area.y, width: CELL - 1, height: 2 }, Role::Selected);
        }
    }
}
