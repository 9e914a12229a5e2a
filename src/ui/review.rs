//! The countdown.
//!
//! ```text
//!  ▀▀█  working days until
//!   ▀█  a decision can come
//!  ▀▀▀
//!  Thu 5 Nov   handed in (day 0)
//!  Tue 10 Nov  earliest (day 3)
//!  Mon 16 Nov  latest (day 7)
//!   T  F  S  S  M  T  W  T  F
//!   0  1  ·  ·  2  3  4  5  6
//! ```

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{canvas::Canvas, digits, strip, theme::Role};
use crate::{
    app::{Command, Model, Scene},
    domain::{Review, Route, Stage},
    playbook::Confidence,
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
    match &scene.standing.review {
        Some(review) => running(scene, review, canvas, inner),
        None => told(model, scene, canvas, inner),
    }
    if focused && area.height > 0 {
        // There is one thing to open here, and this says that Enter does it.
        canvas.put(area.x, area.y, 1, "▸", Role::Accent);
    }
}

/// The count and what it counts.
fn counted(scene: &Scene<'_>, review: &Review) -> (u32, &'static str, Role) {
    match scene.standing.stage {
        Stage::UnderReview => (review.to_earliest, "ui-count-earliest", Role::Accent),
        Stage::DecisionDue => (review.to_latest, "ui-count-latest", Role::Accent),
        _ => (review.overdue_by, "ui-count-overdue", Role::Bad),
    }
}

fn running(scene: &Scene<'_>, review: &Review, canvas: &mut Canvas<'_>, area: Rect) {
    let text = scene.words.text;
    let (number, key, role) = counted(scene, review);
    let label = text.with(key, &[("count", number.into())]);
    let mut y = area.y;
    // The dates matter more than big digits: these need room for both.
    if area.height >= digits::HEIGHT + 3 {
        let big = Rect { height: digits::HEIGHT, ..area };
        let used = digits::draw(canvas, big, number, role) + 1;
        let cells = area.width.saturating_sub(used);
        for (line, y) in wrap(&label, cells.into()).iter().zip(y..y + digits::HEIGHT) {
            canvas.put(area.x + used, y, cells, line, Role::Heading);
        }
        y += digits::HEIGHT;
    } else {
        let whole = text.with("ui-count-line", &[("count", number.into()), ("what", label.into())]);
        canvas.put(area.x, y, area.width, &whole, role);
        y += 1;
    }
    let window = scene.words.playbook.window();
    let dates = [
        (review.submitted, 0, "ui-date-submitted"),
        (review.earliest, window.earliest, "ui-date-earliest"),
        (review.latest, window.latest, "ui-date-latest"),
    ];
    let days: Vec<String> = dates.iter().map(|(day, _, _)| shown(scene, *day)).collect();
    let column = days.iter().map(|day| width(day)).max().unwrap_or_default();
    for ((_, count, key), day) in dates.iter().zip(&days) {
        if y >= area.bottom() {
            return;
        }
        let what = text.with(key, &[("day", (*count).into())]);
        let line = format!("{}  {what}", pad(day, column));
        canvas.put(area.x, y, area.width, &line, Role::Text);
        y += 1;
    }
    let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
    strip::draw(scene, review, canvas, rest);
    if rest.height > 2 {
        notes(scene, canvas, Rect { y: y + 2, height: rest.height - 2, ..area });
    }
}

fn shown(scene: &Scene<'_>, day: Date) -> String {
    let text = scene.words.text;
    if day.year() == scene.words.today.year() { text.day(day) } else { text.full_date(day) }
}

/// What the dates are worth: who says so, and what was not counted.
fn notes(scene: &Scene<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let text = scene.words.text;
    let mut notes = Vec::new();
    if scene.words.playbook.calendar().is_some_and(|calendar| !calendar.knows_holidays()) {
        notes.push(text.get("ui-weekends-only").into_owned());
    }
    notes.push(window(scene));
    // A note that does not fit whole is left to the page that Enter opens.
    let mut y = area.y;
    for note in notes {
        let lines = wrap(&note, area.width.into());
        if usize::from(area.bottom().saturating_sub(y)) < lines.len() {
            return;
        }
        for line in lines {
            canvas.put(area.x, y, area.width, &line, Role::Faint);
            y += 1;
        }
    }
}

/// "3 to 7 working days in MY-14 (unverified)".
fn window(scene: &Scene<'_>) -> String {
    let (text, review) = (scene.words.text, &scene.words.playbook.review);
    let key =
        if review.confidence == Confidence::Low { "ui-window-unverified" } else { "ui-window" };
    text.with(
        key,
        &[
            ("earliest", review.earliest.into()),
            ("latest", review.latest.into()),
            ("region", review.region.as_str().into()),
        ],
    )
}

/// What is told while no review runs.
fn told(model: &Model, scene: &Scene<'_>, canvas: &mut Canvas<'_>, area: Rect) {
    let text = scene.words.text;
    let case = scene.words.case;
    let outcome = case.latest_application().and_then(|last| last.outcome.as_ref());
    let on = outcome.map(|outcome| text.day(outcome.on)).unwrap_or_default();
    let reason = outcome.and_then(|outcome| outcome.reason.clone()).unwrap_or_default();
    let until = case.line.receives_until().map(|day| text.full_date(day));
    let unknown = || text.get("word-unknown").into_owned();
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
        _ if case.route == Route::Lapse => (
            text.with("ui-told-lapse", &[("date", until.unwrap_or_else(unknown).into())]),
            Role::Text,
        ),
        _ => {
            let open = scene.standing.gate.len();
            (text.with("ui-told-preparing", &[("count", open.into())]), Role::Text)
        }
    };
    let lines = wrap(&lead.0, area.width.into());
    let used = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    for (line, y) in lines.iter().zip(area.y..area.bottom()) {
        canvas.put(area.x, y, area.width, line, lead.1);
    }
    if case.route == Route::Apply && area.height > used + 1 {
        let y = area.y + used + 1;
        notes(scene, canvas, Rect { y, height: area.bottom() - y, ..area });
    }
}
