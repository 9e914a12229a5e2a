//! The clock of a line that is kept: to the day by which it has to be used or topped
//! up.

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{
    countdown::{count, digits, height_of, sentences, table},
    frame::below,
    screen::Screen,
    theme::Role,
};
use crate::{app::Scene, domain::AgendaKind};

/// Rows that it takes: the count, its days, and what keeps the line alive.
pub(super) fn rows_wanted(scene: &Scene<'_>, columns: u16) -> u16 {
    let Some(clock) = scene.status.clock() else { return height_of(&unknown(scene), columns) };
    let left = (clock.given - scene.words.today).get_days().unsigned_abs();
    let days = u16::try_from(days(scene, clock.given).len()).unwrap_or_default();
    height_of(&told(scene), columns).saturating_add(digits(columns, left) + 1 + days)
}

/// The days that matter, each with what it is.
fn days(scene: &Scene<'_>, due: Date) -> Vec<(String, String)> {
    let (words, text) = (&scene.words, scene.words.text);
    let line = &words.case.line;
    let known = [
        (line.last_used, words.line_label("last-used")),
        (line.active_until, words.line_label("active-until")),
        (line.grace_until, words.line_label("grace-until")),
    ];
    let held = scene.status.agenda.iter().find(|one| one.kind == AgendaKind::ProlongedUntil);
    let held = held.map(|one| one.given);
    let shown = [line.active_until, line.grace_until, held];
    let used = Some(due).filter(|on| !shown.contains(&Some(*on)));
    let more = [(used, words.of_clock("ui-keep-by")), (held, "ui-keep-held".to_owned())];
    let more = more.map(|(day, key)| (day, text.get(&key).into_owned()));
    let all = known.into_iter().chain(more);
    all.filter_map(|(day, label)| Some((words.near(day?), label))).collect()
}

/// What is to be known besides the days.
fn told(scene: &Scene<'_>) -> Vec<(String, Role)> {
    let (words, text) = (&scene.words, scene.words.text);
    let ends = words.playbook.ends.as_ref();
    let ends = ends.map(|ends| {
        [(&ends.counts, Role::Text), (&ends.means, Role::Faint)]
            .map(|(told, role)| (told.get(text.lang()).to_owned(), role))
    });
    let credit = words.case.line.credit.as_ref().map(|credit| {
        let line = text.with("ui-keep-credit", &[("credit", credit.as_str().into())]);
        (line, Role::Text)
    });
    credit.into_iter().chain(ends.into_iter().flatten()).collect()
}

/// What is said while nobody knows by when the line asks for something.
fn unknown(scene: &Scene<'_>) -> Vec<(String, Role)> {
    let next = (scene.words.next(&scene.status.next), Role::Heading);
    std::iter::once(next).chain(told(scene)).collect()
}

pub(super) fn draw(scene: &Scene<'_>, screen: &mut Screen<'_>, area: Rect) {
    let (words, text) = (&scene.words, scene.words.text);
    let Some(clock) = scene.status.clock() else {
        return sentences(screen, area, &unknown(scene));
    };
    let left = (clock.given - words.today).get_days();
    let (number, key, role) = match u32::try_from(left) {
        Ok(days) if clock.matters(words.today, 0) => (days, "ui-keep-soon", Role::Soon),
        Ok(days) => (days, "ui-keep-until", Role::Accent),
        Err(_) => (left.unsigned_abs(), "ui-keep-late", Role::Bad),
    };
    let label = text.with(key, &[("count", number.into())]);
    let rows = days(scene, clock.given);
    let told = told(scene);
    let lines = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let follows = lines.saturating_add(height_of(&told, area.width));
    let y = area.y + count(scene, screen, area, number, (&label, role), follows);
    // A gap only where all has room below it.
    let y = y + u16::from(area.bottom().saturating_sub(y) > follows);
    let y = y + table(screen, below(area, y), rows);
    sentences(screen, below(area, y), &told);
}
