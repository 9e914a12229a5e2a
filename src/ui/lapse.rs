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
use crate::{
    app::Scene,
    domain::{LineEnd, LineEndRule},
    text::wrap,
};

/// Rows that it takes: the count, three days, and what is known of the rest.
pub(super) fn rows_wanted(scene: &Scene<'_>, columns: u16) -> u16 {
    let last = scene.words.playbook.procedure().last_end(scene.words.case);
    height_of(&told(scene, last), columns).saturating_add(10)
}

/// What decides on the last day of the line, and what is known of the rest.
fn told(scene: &Scene<'_>, last: Option<LineEnd>) -> Vec<(String, Role)> {
    let words = &scene.words;
    let ground = last.map(|last| (words.ground_of(last), Role::Faint));
    let rest = words.playbook.lapse.rest.as_ref();
    let rest = rest.map(|rest| (rest.means.get(words.text.lang()).to_owned(), Role::Faint));
    ground.into_iter().chain(rest).collect()
}

/// What a day is called that ends the line.
fn key_of(by: LineEndRule) -> &'static str {
    match by {
        LineEndRule::GraceUntil => "ui-lapse-grace",
        LineEndRule::ActiveUntil => "ui-lapse-active",
        LineEndRule::Registration => "say-agenda-brief-registration_end",
        LineEndRule::Use => "ui-lapse-end",
        LineEndRule::Prolonged => "say-agenda-brief-prolonged_until",
    }
}

/// Draws it if the dates are known. Returns whether they are.
pub(super) fn draw(scene: &Scene<'_>, screen: &mut Screen<'_>, area: Rect) -> bool {
    let (words, text) = (&scene.words, scene.words.text);
    let (case, today) = (words.case, words.today);
    let procedure = words.playbook.procedure();
    let Some((end, last)) = procedure.line_end(&case.line).zip(procedure.last_end(case)) else {
        return false;
    };
    let until = last.on;
    let gone = words.playbook.gone_on(case);
    let left = |day: Date| u32::try_from((day - today).get_days()).unwrap_or_default();
    let unsure = words.is_rest_unverified();
    let (number, key, role) = match gone {
        // Credit can keep it alive beyond the day that was read off: nobody knows whether.
        _ if last != end && today <= end.on => (left(end.on), "ui-lapse-valid", Role::Accent),
        _ if last != end && today <= until => (left(until), "ui-lapse-held", Role::Accent),
        _ if today <= until => (left(until), "ui-lapse-until", Role::Accent),
        Some(gone) if today < gone => (left(gone), "ui-lapse-gone", Role::Accent),
        _ => (0, "ui-lapse-over", Role::Good),
    };
    let label = text.with(key, &[("count", number.into())]);
    let label = words.hedged_briefly(label, unsure && key == "ui-lapse-gone");
    let rest = told(scene, Some(last));
    let below_it = height_of(&rest, area.width);
    let y = if number == 0 {
        sentences(screen, area, &[(label.clone(), role)]);
        area.y + u16::try_from(wrap(&label, area.width.into()).len()).unwrap_or(1)
    } else {
        area.y + count(scene, screen, area, number, (&label, role), 4 + below_it)
    };
    // A day after the end is none on which it is active.
    let active = case.line.active_until.filter(|day| *day <= until);
    let active = active.map(|day| (day, "ui-lapse-active"));
    // What credit keeps alive does not end on the day that follows from its last use.
    let expires = last != end && end.by == LineEndRule::Use;
    let end_key = if expires { "ui-lapse-active" } else { key_of(end.by) };
    let rows = [
        active,
        Some((end.on, end_key)).filter(|(day, _)| active.map(|one| one.0) != Some(*day)),
        Some((last.on, key_of(last.by))).filter(|_| last != end),
        gone.map(|day| (day, "ui-lapse-prudent")),
    ];
    let row = |(day, key): (Date, &str)| {
        let told = text.get(key).into_owned();
        let told = words.hedged_briefly(told, unsure && key == "ui-lapse-prudent");
        (day, words.near(day), told)
    };
    let rows: Vec<_> = rows.into_iter().flatten().map(row).collect();
    let y = y + road::draw(screen, below(area, y), (case.opened, today), &rows, below_it);
    sentences(screen, below(area, y), &rest);
    true
}
