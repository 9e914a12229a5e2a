//! The countdown of a line that is left to lapse: to the day it stops receiving,
//! then to the day from which the number can be taken as gone.

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{
    countdown::{count, height_of, sentences},
    frame::below,
    road,
    screen::Screen,
    theme::Role,
};
use crate::{app::Scene, text::wrap};

/// Rows that it takes: the count, three days, and what is known of the rest.
pub(super) fn rows_wanted(scene: &Scene<'_>, columns: u16) -> u16 {
    let rest = scene.words.playbook.lapse.rest.as_ref();
    let rest = rest.map(|rest| wrap(rest.means.get(scene.words.text.lang()), columns.into()).len());
    u16::try_from(rest.unwrap_or_default()).unwrap_or_default().saturating_add(10)
}

/// Draws it if the dates are known. Returns whether they are.
pub(super) fn draw(scene: &Scene<'_>, screen: &mut Screen<'_>, area: Rect) -> bool {
    let (words, text) = (&scene.words, scene.words.text);
    let (case, today) = (words.case, words.today);
    let Some(until) = words.playbook.receives_until(case) else { return false };
    let gone = words.playbook.gone_on(case);
    let left = |day: Date| u32::try_from((day - today).get_days()).unwrap_or_default();
    let (number, key, role) = match gone {
        _ if today <= until => (left(until), "ui-lapse-until", Role::Accent),
        Some(gone) if today < gone => (left(gone), "ui-lapse-gone", Role::Accent),
        _ => (0, "ui-lapse-over", Role::Good),
    };
    let label = text.with(key, &[("count", number.into())]);
    let rest = words.playbook.lapse.rest.as_ref();
    let rest: Vec<_> = rest
        .map(|rest| (rest.means.get(text.lang()).to_owned(), Role::Faint))
        .into_iter()
        .collect();
    let below_it = height_of(&rest, area.width);
    let y = if number == 0 {
        sentences(screen, area, vec![(label.clone(), role)]);
        area.y + u16::try_from(wrap(&label, area.width.into()).len()).unwrap_or(1)
    } else {
        area.y + count(scene, screen, area, number, (&label, role), 4 + below_it)
    };
    let active = case.line.active_until.map(|day| (day, "ui-lapse-active"));
    let rows = [active, Some((until, "ui-lapse-grace")), gone.map(|day| (day, "ui-lapse-prudent"))];
    let rows = rows.into_iter().flatten();
    let rows: Vec<_> =
        rows.map(|(day, key)| (day, words.near(day), text.get(key).into_owned())).collect();
    let y = y + road::draw(screen, below(area, y), (case.opened, today), &rows, below_it);
    sentences(screen, below(area, y), rest);
    true
}
