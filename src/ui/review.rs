//! The countdown.
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

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{canvas::Canvas, digits, lapse, strip, theme::Role};
use crate::{
    app::{Command, Model, Scene},
    domain::{Moved, Review, Route, Stage, Why},
    text::{pad, width, wrap},
};

pub(super) fn draw(
    model: &Model,
    scene: &Scene<'_>,
    canvas: &mut Canvas<'_>,
    area: Rect,
    focused: bool,
) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let lapses = scene.words.case.route == Route::Lapse && scene.standing.stage != Stage::Abandoned;
    match &scene.standing.review {
        Some(review) => running(scene, review, canvas, inner),
        None if lapses && lapse::draw(scene, canvas, inner) => {}
        None => told(model, scene, canvas, inner),
    }
    if focused && area.height > 0 {
        // There is one thing to open here, and this says that Enter does it.
        canvas.put(area.x, area.y, 1, "▸", Role::Accent);
    }
}

/// Rows that the countdown would like to have: the count, three dates, the
/// strip, each special day, and a sentence for whatever there is to say.
pub(super) fn wants(scene: &Scene<'_>) -> u16 {
    /// Beyond this the other panes need the room more.
    const MOST: usize = 16;
    let Some(review) = &scene.standing.review else {
        let lapses = scene.words.case.route == Route::Lapse;
        return if lapses { 11 } else { 9 };
    };
    let special = review.days.iter().filter(|day| day.date <= review.latest);
    let special = special.filter(|day| day.why.is_some_and(|why| why != Why::Weekend)).count();
    let told = [review.moved.is_some(), !review.caveats.is_empty(), scene.zones().is_some()];
    let told = told.into_iter().filter(|said| *said).count();
    u16::try_from((8 + special.max(1) + 3 * told).min(MOST)).unwrap_or(9)
}

/// The count and what it counts: working days, or hours when few are left.
fn counted(scene: &Scene<'_>, review: &Review) -> (u32, &'static str, Role) {
    match (scene.standing.stage, scene.hours_left()) {
        (Stage::UnderReview, Some(hours)) => (hours, "ui-hours-earliest", Role::Accent),
        (Stage::DecisionDue, Some(hours)) => (hours, "ui-hours-latest", Role::Accent),
        (Stage::UnderReview, None) => (review.to_earliest, "ui-count-earliest", Role::Accent),
        (Stage::DecisionDue, None) => (review.to_latest, "ui-count-latest", Role::Accent),
        _ => (review.overdue_by, "ui-count-overdue", Role::Bad),
    }
}

fn running(scene: &Scene<'_>, review: &Review, canvas: &mut Canvas<'_>, area: Rect) {
    let (number, key, role) = counted(scene, review);
    let label = scene.words.text.with(key, &[("count", number.into())]);
    let y = area.y + big(scene, canvas, area, number, &label, role);
    let y = y + dates(scene, review, canvas, below(area, y));
    let y = y + strip::draw(scene, review, canvas, below(area, y));
    notes(canvas, below(area, y), running_notes(scene, review));
}

/// What is left of an area from a row on.
pub(super) fn below(area: Rect, y: u16) -> Rect {
    Rect { y, height: area.bottom().saturating_sub(y), ..area }
}

/// A count in big digits with what it counts beside it, or in one line where
/// there is little room; returns the rows used.
pub(super) fn big(
    scene: &Scene<'_>,
    canvas: &mut Canvas<'_>,
    area: Rect,
    number: u32,
    label: &str,
    role: Role,
) -> u16 {
    // Dates and strip matter more than big digits: these need room for all.
    if area.height < digits::HEIGHT + 5 {
        let args = [("count", number.into()), ("what", label.into())];
        let whole = scene.words.text.with("ui-count-line", &args);
        canvas.put(area.x, area.y, area.width, &whole, role);
        return 1.min(area.height);
    }
    let rows = Rect { height: digits::HEIGHT, ..area };
    let used = digits::draw(canvas, rows, number, role) + 1;
    let cells = area.width.saturating_sub(used);
    canvas.words(Rect { x: area.x + used, width: cells, ..rows }, label, Role::Heading);
    digits::HEIGHT
}

/// Submitted, earliest, latest; returns the rows used.
pub(super) fn dates(
    scene: &Scene<'_>,
    review: &Review,
    canvas: &mut Canvas<'_>,
    area: Rect,
) -> u16 {
    let text = scene.words.text;
    let latest = match &review.moved {
        None => text.with("ui-date-latest", &[("day", review.window.latest.into())]),
        Some(Moved::Extended(_)) => text.get("ui-date-latest-extended").into_owned(),
        Some(Moved::Promised(..)) => text.get("ui-date-latest-promised").into_owned(),
    };
    let earliest = text.with("ui-date-earliest", &[("day", review.window.earliest.into())]);
    let rows = [
        (review.submitted, text.get("ui-date-submitted").into_owned(), "ui-date-submitted-short"),
        (review.earliest, earliest, "ui-date-earliest-short"),
        (review.latest, latest, "ui-date-latest-short"),
    ];
    let rows = rows.map(|(day, what, short)| (shown(scene, day), what, short));
    let column = rows.iter().map(|(day, ..)| width(day)).max().unwrap_or_default();
    // A date with a year leaves less room: then its place in the count goes. What
    // moved a day never does.
    let fits = |what: &str| column + 2 + width(what) <= usize::from(area.width);
    let rows = rows.map(|(day, what, short)| {
        let whole = fits(&what) || (short == "ui-date-latest-short" && review.moved.is_some());
        (day, if whole { what } else { text.get(short).into_owned() })
    });
    table(canvas, area, rows)
}

/// Days and what they are, in two columns; returns the rows used.
pub(super) fn table(
    canvas: &mut Canvas<'_>,
    area: Rect,
    rows: impl IntoIterator<Item = (String, String)>,
) -> u16 {
    let rows: Vec<_> = rows.into_iter().collect();
    let column = rows.iter().map(|(day, _)| width(day)).max().unwrap_or_default();
    for ((day, what), y) in rows.iter().zip(area.y..area.bottom()) {
        let line = format!("{}  {what}", pad(day, column));
        canvas.put(area.x, y, area.width, &line, Role::Text);
    }
    canvas.more(area, false, rows.len() > area.height.into());
    u16::try_from(rows.len()).unwrap_or(u16::MAX).min(area.height)
}

pub(super) fn shown(scene: &Scene<'_>, day: Date) -> String {
    scene.words.near(day)
}

/// What the dates of a running review are worth, the weightiest first.
fn running_notes(scene: &Scene<'_>, review: &Review) -> Vec<(String, Role)> {
    let text = scene.words.text;
    let moved = scene.words.moved(review).map(|told| (told, Role::Text));
    let doubts = scene.words.caveats(review).into_iter().map(|told| (told, Role::Open));
    let zones = scene.zones().map(|told| (told, Role::Faint));
    let chase = review.complaint.filter(|_| scene.standing.stage == Stage::Overdue).map(|day| {
        let told = text.with("ui-complaint-from", &[("date", shown(scene, day).into())]);
        (told, Role::Faint)
    });
    let window = (scene.words.window(), Role::Faint);
    moved.into_iter().chain(doubts).chain(chase).chain(zones).chain([window]).collect()
}

/// Sentences, each whole or not at all: what does not fit is left to the page
/// that Enter opens.
pub(super) fn notes(canvas: &mut Canvas<'_>, area: Rect, notes: Vec<(String, Role)>) {
    let mut y = area.y;
    for (note, role) in notes {
        let lines = wrap(&note, area.width.into());
        if usize::from(area.bottom().saturating_sub(y)) < lines.len() {
            // Where nothing is left, the row above has the mark.
            let (y, height) = match area.height {
                0 => (area.y.saturating_sub(1), 1),
                height => (area.y, height),
            };
            canvas.more(Rect { y, height, ..area }, false, true);
            return;
        }
        for line in lines {
            canvas.put(area.x, y, area.width, &line, role);
            y += 1;
        }
    }
}

/// What is told while no review runs.
fn told(model: &Model, scene: &Scene<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let text = scene.words.text;
    let case = scene.words.case;
    let outcome = case.latest_application().and_then(|last| last.outcome.as_ref());
    let on = outcome.map(|outcome| text.day(outcome.on)).unwrap_or_default();
    let reason = outcome.and_then(|outcome| outcome.reason.clone()).unwrap_or_default();
    let key = model.keymap.key_of(Command::Submit);
    let dated = |name| text.with(name, &[("date", on.as_str().into())]);
    let lead: (String, Role) = match scene.standing.stage {
        Stage::Cancelled => (dated("ui-told-cancelled"), Role::Good),
        Stage::Rejected => (
            text.with(
                "ui-told-rejected",
                &[("date", on.as_str().into()), ("reason", reason.into()), ("key", key.into())],
            ),
            Role::Bad,
        ),
        Stage::Abandoned => (text.get("say-next-nothing").into_owned(), Role::Text),
        Stage::Ready => (text.with("ui-told-ready", &[("key", key.into())]), Role::Accent),
        _ if case.route == Route::Lapse => {
            let unknown = text.get("word-unknown").into_owned();
            (text.with("ui-told-lapse", &[("date", unknown.into())]), Role::Text)
        }
        _ => {
            let open = scene.standing.gate.len();
            (text.with("ui-told-preparing", &[("count", open.into())]), Role::Text)
        }
    };
    let used = canvas.words(area, &lead.0, lead.1);
    let ahead = matches!(scene.standing.stage, Stage::Preparing | Stage::Ready | Stage::Rejected);
    if case.route == Route::Apply && ahead && area.height > used + 1 {
        let key = model.keymap.key_of(Command::WhatIf);
        let hint = text.with("ui-what-if-hint", &[("key", key.into())]);
        let all = vec![(scene.words.window(), Role::Faint), (hint, Role::Faint)];
        notes(canvas, below(area, area.y + used + 1), all);
    }
}
