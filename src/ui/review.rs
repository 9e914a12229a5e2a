//! The pane of the countdown.
//!
//! ```text
//!  ▀▀█  working days until
//!   ▀█  a decision can come
//!  ▀▀▀
//!  Thu 5 Nov   submitted (day 0)
//!  Wed 11 Nov  earliest (day 3)
//!  Tue 17 Nov  latest (day 7)
//!   T  F  S  S  M  T  W  T  F  S  S  M  T
//!   0  1  ·  ·  H  2  3  4  5  ·  ·  6  7
//!   H Mon 9 Nov  Deepavali, in lieu
//! ```

use ratatui::layout::Rect;

use super::{
    countdown::{count, dates, sentences},
    day_row,
    frame::below,
    lapse,
    screen::Screen,
    theme::Role,
    watch,
};
use crate::{
    app::{Command, Model, Scene},
    domain::{Review, Route, Stage, Why},
};

pub(super) fn draw(
    model: &Model,
    scene: &Scene<'_>,
    screen: &mut Screen<'_>,
    area: Rect,
    focused: bool,
) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let lapses = scene.words.case.route == Route::Lapse && scene.status.stage != Stage::Abandoned;
    match &scene.status.review {
        Some(review) => running(scene, review, screen, inner),
        None if watch::draw(model, scene, screen, inner) => {}
        None if lapses && lapse::draw(scene, screen, inner) => {}
        None => without_review(model, scene, screen, inner),
    }
    if focused && area.height > 0 {
        // There is one thing to open here: this says that Enter opens it.
        screen.put(area.x, area.y, 1, "▸", Role::Accent);
    }
}

/// Rows that the countdown wants: the count, three dates, the days, each special
/// day, and a sentence for whatever there is to say.
pub(super) fn rows_wanted(scene: &Scene<'_>) -> u16 {
    /// With more, the other panes have too little room.
    const MOST: usize = 16;
    let Some(review) = &scene.status.review else {
        let lapses = scene.words.case.route == Route::Lapse;
        return if lapses || scene.status.watch.is_some() { 11 } else { 9 };
    };
    let special = review.days.iter().filter(|day| day.date <= review.latest);
    let special = special.filter(|day| day.why.is_some_and(|why| why != Why::Weekend)).count();
    let told = [review.moved.is_some(), !review.caveats.is_empty(), scene.zones().is_some()];
    let told = told.into_iter().filter(|said| *said).count();
    u16::try_from((8 + special.max(1) + 3 * told).min(MOST)).unwrap_or(9)
}

/// The count, the days and the sentences of a running review.
fn running(scene: &Scene<'_>, review: &Review, screen: &mut Screen<'_>, area: Rect) {
    // Working days; or hours, when few are left.
    let (number, key, role) = match (scene.status.stage, scene.hours_left()) {
        (Stage::UnderReview, Some(hours)) => (hours, "ui-hours-earliest", Role::Accent),
        (Stage::DecisionDue, Some(hours)) => (hours, "ui-hours-latest", Role::Accent),
        (Stage::UnderReview, None) => (review.to_earliest, "ui-count-earliest", Role::Accent),
        (Stage::DecisionDue, None) => (review.to_latest, "ui-count-latest", Role::Accent),
        _ => (review.overdue_by, "ui-count-overdue", Role::Bad),
    };
    let label = scene.words.text.with(key, &[("count", number.into())]);
    let y = area.y + count(scene, screen, area, number, (&label, role));
    let y = y + dates(scene, review, screen, below(area, y));
    let y = y + day_row::draw(scene, review, screen, below(area, y));
    sentences(screen, below(area, y), remarks(scene, review));
}

/// How sure the dates of a running review are, the most important first.
fn remarks(scene: &Scene<'_>, review: &Review) -> Vec<(String, Role)> {
    let (words, text) = (&scene.words, scene.words.text);
    let moved = words.moved(review).map(|told| (told, Role::Text));
    let doubts = words.caveats(review).into_iter().map(|told| (told, Role::Open));
    let zones = scene.zones().map(|told| (told, Role::Faint));
    let chase = review.complaint.filter(|_| scene.status.stage == Stage::Overdue).map(|day| {
        (text.with("ui-complaint-from", &[("date", words.near(day).into())]), Role::Faint)
    });
    let window = (words.window(), Role::Faint);
    moved.into_iter().chain(doubts).chain(chase).chain(zones).chain([window]).collect()
}

/// What is said while no review runs.
fn without_review(model: &Model, scene: &Scene<'_>, screen: &mut Screen<'_>, area: Rect) {
    let (case, text) = (scene.words.case, scene.words.text);
    let outcome = case.latest_application().and_then(|last| last.outcome.as_ref());
    let on = outcome.map(|outcome| text.day(outcome.on)).unwrap_or_default();
    let key = model.keymap.key_of(Command::Submit);
    let (lead, role) = match scene.status.stage {
        Stage::Cancelled => (text.with("ui-told-cancelled", &[("date", on.into())]), Role::Good),
        Stage::Rejected => {
            let reason = outcome.and_then(|outcome| outcome.reason.clone()).unwrap_or_default();
            let args = [("date", on.into()), ("reason", reason.into()), ("key", key.into())];
            (text.with("ui-told-rejected", &args), Role::Bad)
        }
        Stage::Abandoned => (text.get("say-next-nothing").into_owned(), Role::Text),
        Stage::Ready => (text.with("ui-told-ready", &[("key", key.into())]), Role::Accent),
        _ if case.route == Route::Lapse => {
            let unknown = text.get("word-unknown").into_owned();
            (text.with("ui-told-lapse", &[("date", unknown.into())]), Role::Text)
        }
        _ => {
            let open = scene.status.gate.len();
            (text.with("ui-told-preparing", &[("count", open.into())]), Role::Text)
        }
    };
    let used = screen.words(area, &lead, role);
    let ahead = matches!(scene.status.stage, Stage::Preparing | Stage::Ready | Stage::Rejected);
    if case.route == Route::Apply && ahead && area.height > used + 1 {
        let key = model.keymap.key_of(Command::WhatIf);
        let hint = text.with("ui-what-if-hint", &[("key", key.into())]);
        let all = vec![(scene.words.window(), Role::Faint), (hint, Role::Faint)];
        sentences(screen, below(area, area.y + used + 1), all);
    }
}
