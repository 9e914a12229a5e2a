//! The countdown of a line that is left to lapse: to the day it stops receiving,
//! then to the day from which the number can be taken as gone.

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{
    countdown::{count, digits, height_of, sentences},
    frame::below,
    road::{self, StopDay},
    screen::Screen,
    theme::Role,
};
use crate::{
    app::Scene,
    domain::{LineEnd, LineEndRule},
    text::wrap,
};

/// Rows that it takes if the dates are known: the count, its days, and what is known of the
/// rest.
pub(super) fn rows_wanted(scene: &Scene<'_>, columns: u16) -> Option<u16> {
    let (end, last) = ends(scene)?;
    let count = digits(columns, number_of(scene, last.on));
    let days = road::rows_wanted(&scene.words, &stops(scene, (end, last)));
    Some(height_of(&told(scene, Some(last)), columns).saturating_add(count + days))
}

/// The day the line ends by itself, and the last one on which it can still be kept.
fn ends(scene: &Scene<'_>) -> Option<(LineEnd, LineEnd)> {
    let (case, procedure) = (scene.words.case, scene.words.playbook.procedure());
    procedure.line_end(&case.line).zip(procedure.last_end(case))
}

/// The days from today to another.
fn number_of(scene: &Scene<'_>, day: Date) -> u32 {
    u32::try_from((day - scene.words.today).get_days()).unwrap_or_default()
}

/// The days that matter.
fn stops(scene: &Scene<'_>, (end, last): (LineEnd, LineEnd)) -> Vec<StopDay> {
    let (words, text) = (&scene.words, scene.words.text);
    let unsure = words.is_rest_unverified();
    // A day after the end is none on which it is active.
    let active = words.case.line.active_until.filter(|day| *day <= last.on);
    let active = active.map(|day| (day, "ui-lapse-active"));
    // What credit keeps alive does not end on the day that follows from its last use.
    let expires = last != end && end.by == LineEndRule::Use;
    let end_key = if expires { "ui-lapse-active" } else { key_of(end.by) };
    let days = [
        active,
        Some((end.on, end_key)).filter(|(day, _)| active.map(|one| one.0) != Some(*day)),
        Some((last.on, key_of(last.by))).filter(|_| last != end),
        words.playbook.gone_on(words.case, words.today).map(|day| (day, "ui-lapse-prudent")),
    ];
    let stop = |(day, key): (Date, &str)| {
        let told = text.get(key).into_owned();
        let told = words.hedged_briefly(told, unsure && key == "ui-lapse-prudent");
        (day, words.near(day), told)
    };
    days.into_iter().flatten().map(stop).collect()
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
    let Some((end, last)) = ends(scene) else {
        return false;
    };
    let until = last.on;
    let gone = words.playbook.gone_on(case, today);
    let left = |day: Date| number_of(scene, day);
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
    let days = stops(scene, (end, last));
    let y = y + road::draw(words, screen, below(area, y), case.opened, &days, below_it);
    sentences(screen, below(area, y), &rest);
    true
}
