//! The countdown after the carrier's yes: to the day on which the number has
//! rested. A line that lapsed is counted in `lapse.rs`.

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
    app::{Command, Model, Scene},
    domain::Stage,
    text::wrap,
};

/// Rows that it takes: the count, its days, and what is to be said.
pub(super) fn rows_wanted(scene: &Scene<'_>, columns: u16) -> u16 {
    let rest = scene.words.playbook.lapse.rest.as_ref();
    let rest = rest.map(|rest| wrap(rest.means.get(scene.words.text.lang()), columns.into()).len());
    let watch = scene.status.watch;
    let missing = if watch.is_some_and(|watch| !watch.confirmed) { 2 } else { 0 };
    // Digits, the line between the days, and these; or a sentence and two days.
    let left = watch.map_or(0, |watch| (watch.until - scene.words.today).get_days());
    let own = match (u32::try_from(left), stops(scene)) {
        (Ok(left), Some((_, days))) if left > 0 => {
            road::rows_wanted(&scene.words, &days) + digits(columns, left)
        }
        _ => 5,
    };
    u16::try_from(rest.unwrap_or_default()).unwrap_or_default().saturating_add(own + missing)
}

/// The day the watch begins, and the days that matter.
fn stops(scene: &Scene<'_>) -> Option<(Date, Vec<StopDay>)> {
    let (words, text) = (&scene.words, scene.words.text);
    let (approval, watch) = words.case.approval().zip(scene.status.watch)?;
    let check = watch.checks().into_iter().find(|check| check.on >= words.today);
    let check = check.map(|check| (check.on, format!("ui-watch-short-{}", check.kind.word())));
    let dates = [
        Some((approval.on, "ui-watch-from".to_owned())),
        check,
        Some((watch.until, "ui-watch-until".to_owned())),
    ];
    let stop = |(day, key): (Date, String)| {
        let told = text.get(&key).into_owned();
        let unsure = words.is_rest_unverified() && key == "ui-watch-until";
        (day, words.near(day), words.hedged_briefly(told, unsure))
    };
    Some((approval.on, dates.into_iter().flatten().map(stop).collect()))
}

/// Draws it if the carrier has cancelled the line and its number rests. Returns
/// whether that is so.
pub(super) fn draw(model: &Model, scene: &Scene<'_>, screen: &mut Screen<'_>, area: Rect) -> bool {
    let (words, text) = (&scene.words, scene.words.text);
    let (Some((from, days)), Some(watch)) = (stops(scene), scene.status.watch) else {
        return false;
    };
    let left = (watch.until - words.today).get_days();
    let key = model.keymap.key_of(Command::Outcome);
    let missing = || text.with("ui-watch-unconfirmed", &[("key", key.into())]);
    let missing = (!watch.confirmed).then(|| (missing(), Role::Open));
    let rest = words.playbook.lapse.rest.as_ref();
    let rest = rest.map(|rest| (rest.means.get(text.lang()).to_owned(), Role::Faint));
    let said: Vec<_> = missing.into_iter().chain(rest).collect();
    let below_it = height_of(&said, area.width);
    let y = match u32::try_from(left) {
        Ok(left) if left > 0 => {
            let label = text.with("ui-watch-count", &[("count", left.into())]);
            let label = words.hedged_briefly(label, words.is_rest_unverified());
            area.y + count(scene, screen, area, left, (&label, Role::Accent), 4 + below_it)
        }
        _ => {
            let key = match scene.status.stage {
                Stage::Closed => "ui-watch-closed",
                _ => "ui-watch-rested",
            };
            let told = text.get(key).into_owned();
            let rows = wrap(&told, area.width.into()).len();
            sentences(screen, area, &[(told, Role::Good)]);
            area.y + u16::try_from(rows).unwrap_or(1)
        }
    };
    let y = y + road::draw(words, screen, below(area, y), from, &days, below_it);
    sentences(screen, below(area, y), &said);
    true
}
