//! The pane of the countdown.
//!
//! ```text
//!  ▀▀█  working days until           Nov 2026
//!   ▀█  a decision can come           M   T   W   T   F   S   S
//!  ▀▀▀                                            5   6   7   8
//!  Thu 5 Nov   submitted (day 0)                  0   1   ·   ·
//!  Wed 11 Nov  earliest (day 3)       9  10  11  12  13  14  15
//!  Tue 17 Nov  latest (day 7)         H   2   3   4   5   ·   ·
//!  H Mon 9 Nov  Deepavali, in lieu   16  17  18  19  20  21  22
//!                                     6   7
//! ```
//!
//! Without room for the weeks their days stand in a row.

use ratatui::layout::Rect;

use super::{
    big_digits::{HEIGHT, TALL},
    closing,
    countdown::{count, dates, height_of, sentences},
    day_row,
    frame::below,
    keep, lapse, legend, month_grid,
    phase::Phase,
    rows::Rows,
    screen::Screen,
    theme::Role,
    watch,
};
use crate::{
    app::{Command, Model, PaneId, Scene},
    domain::{AgendaKind, Review, Route, Stage, Why},
};

pub(super) fn draw(rows: &Rows<'_>, screen: &mut Screen<'_>, area: Rect) {
    let scene = rows.scene;
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let lapses = scene.words.case.route == Route::Lapse && scene.status.stage != Stage::Abandoned;
    match &scene.status.review {
        _ if closing::is_closed(scene) => closing::draw(scene, screen, inner),
        Some(review) => running(scene, review, screen, inner),
        None if rows.phase == Phase::Keeping => keep::draw(scene, screen, inner),
        None if watch::draw(rows.model, scene, screen, inner) => {}
        None if lapses && lapse::draw(scene, screen, inner) => {}
        None => without_review(rows, screen, inner),
    }
}

/// Rows that it has to show in so many columns.
pub(super) fn rows_wanted(rows: &Rows<'_>, columns: u16) -> u16 {
    /// With more, the other panes have too little room.
    const MOST: u16 = 16;
    let scene = rows.scene;
    let columns = columns.saturating_sub(2);
    if closing::is_closed(scene) {
        return closing::rows_wanted(scene, columns);
    }
    let Some(review) = &scene.status.review else {
        if scene.status.watch.is_some() && scene.words.case.approval().is_some() {
            return watch::rows_wanted(scene, columns);
        }
        if rows.phase == Phase::Keeping {
            return keep::rows_wanted(scene, columns);
        }
        let lapses = rows.phase == Phase::Lapsing || scene.words.case.route == Route::Lapse;
        if lapses && let Some(rows) = lapse::rows_wanted(scene, columns) {
            return rows;
        }
        let (lead, rest) = told_without_review(rows.model, scene);
        let today = rows.if_today();
        let cell = today.and_then(|_| month_grid::cell_with_ease(columns));
        let beside = cell.map_or(columns, |cell| month_grid::beside(columns, cell));
        let dates = if today.is_some() { 5 } else { 0 };
        let rest = if rest.is_empty() { 0 } else { height_of(&rest, beside) + 1 };
        let all = height_of(&[lead], beside) + dates + rest;
        let weeks = today.filter(|_| cell.is_some());
        let (weeks, legend) =
            weeks.map_or((0, 0), |review| (month_grid::rows_wanted(scene, review), 1));
        return (all.max(weeks) + legend).min(MOST);
    };
    let cell = month_grid::cell(columns);
    let beside = cell.map_or(columns, |cell| month_grid::beside(columns, cell));
    let special = review.days.iter().filter(|day| day.date <= review.latest);
    let special = special.filter(|day| day.why.is_some_and(|why| why != Why::Weekend)).count();
    let special = u16::try_from(special).unwrap_or(MOST);
    let big = if beside >= 34 { 5 } else { 3 };
    let strip = if cell.is_some() { 0 } else { 2 };
    let weeks = cell.map_or(0, |_| month_grid::rows_wanted(scene, review));
    let above = big + 1 + 3 + strip + special;
    let said =
        height_of(&remarks(scene, review, false), if above >= weeks { columns } else { beside });
    // And what the marks mean.
    ((above + said).max(weeks) + 1).min(MOST)
}

/// The count, the days and the sentences of a running review.
fn running(scene: &Scene<'_>, review: &Review, screen: &mut Screen<'_>, area: Rect) {
    // Working days; or hours, when few are left.
    let (number, key, role) = match (scene.status.stage, scene.hours_left()) {
        (Stage::UnderReview, Some(hours)) => (hours, "ui-hours-earliest", Role::Accent),
        (Stage::DecisionDue, Some(hours)) => (hours, "ui-hours-latest", Role::Soon),
        (Stage::UnderReview, None) => (review.to_earliest, "ui-count-earliest", Role::Accent),
        (Stage::DecisionDue, None) => (review.to_latest, "ui-count-latest", Role::Soon),
        _ => (review.overdue_by, "ui-count-overdue", Role::Bad),
    };
    let key = scene.words.of_asked(key);
    let label = scene.words.text.with(&key, &[("count", number.into())]);
    let unsure = match scene.status.stage {
        Stage::UnderReview => review.unverified,
        _ => review.unverified && review.moved.is_none(),
    };
    let label = scene.words.hedged_briefly(label, unsure);
    let cell = month_grid::cell(area.width);
    let cell = cell.filter(|cell| weeks(scene, review, screen, area, *cell));
    // What has a mark among the weeks is named, and nothing that is not seen there.
    let seen = cell.and_then(|_| month_grid::days_seen(scene, review, area.height));
    let seen = seen.map(|(first, last)| (first, last.min(review.latest.max(scene.words.today))));
    let left = cell.map_or(area.width, |cell| month_grid::beside(area.width, cell));
    let (whole, area) = (area, Rect { width: left, ..area });
    // Below the weeks there are all columns.
    let weeks = area.y + cell.map_or(0, |_| month_grid::rows_wanted(scene, review));
    let columns_at = |y: u16| if y >= weeks { whole.width } else { area.width };
    // What stands below a count of so many rows.
    let follows = |digits: u16, told: &[(String, Role)]| {
        let named = area.y + digits + 3;
        let names = |columns| day_row::names_rows(scene, review, seen, columns);
        let special = cell.map_or(4, |_| names(columns_at(named)));
        3 + special + height_of(told, columns_at(named + special))
    };
    let whole_told = remarks(scene, review, false);
    let fits = |digits: u16| digits + follows(digits, &whole_told) <= area.height;
    // Tall digits where all has room below them; there the sentences have more columns.
    let digits = [TALL, HEIGHT].into_iter().find(|digits| fits(*digits));
    let told = if digits.is_some() { whole_told } else { remarks(scene, review, true) };
    let follows = follows(digits.unwrap_or(HEIGHT), &told);
    let y = area.y + count(scene, screen, area, number, (&label, role), follows);
    // A gap where there is room for it and for all that follows.
    let gap = u16::from(area.bottom().saturating_sub(y) > follows);
    let y = y + gap;
    let y = y + dates(scene, review, screen, below(area, y));
    let y = match cell {
        Some(_) => {
            let room = below(Rect { width: columns_at(y), ..area }, y);
            // What can be done about a late answer comes before the names of days.
            let late = told.first().filter(|_| scene.status.stage == Stage::Overdue);
            // It stands below the names, where it may have all columns.
            let named = y.saturating_add(day_row::names_rows(scene, review, seen, room.width));
            let late =
                late.map_or(0, |first| height_of(std::slice::from_ref(first), columns_at(named)));
            let height = room.height.saturating_sub(late);
            y + day_row::names(scene, review, seen, screen, Rect { height, ..room })
        }
        None => y + day_row::draw(scene, review, screen, below(area, y)),
    };
    let room = Rect { width: columns_at(y), ..area };
    sentences(screen, below(room, y), &told);
    // Below the weeks, where a row is free, it says what their marks mean.
    let free = y.saturating_add(height_of(&told, room.width)).max(weeks);
    let weeks_end = cell.map(|cell| area.right() + 2 + cell * 7);
    legend::draw(scene, review, screen, below(whole, free), weeks_end);
}

/// Draws the weeks of a review at the right of what stands beside them; returns whether they
/// fit.
fn weeks(
    scene: &Scene<'_>,
    review: &Review,
    screen: &mut Screen<'_>,
    area: Rect,
    cell: u16,
) -> bool {
    let width = cell * 7;
    let left = month_grid::beside(area.width, cell);
    let x = area.right().saturating_sub(width).min(area.x + left + 2);
    let place = Rect { x, width, ..area };
    month_grid::draw(scene, review, screen, place, cell)
}

/// What can be done about a late answer, in a few words if `brief`, and how sure the dates
/// of a running review are; the most important first.
fn remarks(scene: &Scene<'_>, review: &Review, brief: bool) -> Vec<(String, Role)> {
    let (words, text) = (&scene.words, scene.words.text);
    let moved = words.moved(review).map(|told| (told, Role::Text));
    let doubts = words.caveats(review).into_iter().map(|told| (told, Role::Soon));
    let zones = scene.zones().map(|told| (told, Role::Faint));
    let late = scene.status.stage == Stage::Overdue;
    let complaint = scene.status.agenda.iter().filter(|_| late);
    let complaint = complaint.filter(|one| one.kind == AgendaKind::Complaint && one.is_open());
    let chase = complaint.map(|one| {
        let unsure = words.is_unsure(AgendaKind::Complaint);
        let date = ("date", words.hedged(words.near(one.given), unsure).into());
        let told = match (one.if_asked, brief) {
            (None, false) => text.with("ui-complaint-from", &[date]),
            (None, true) => text.with("ui-complaint-from-brief", &[date]),
            (Some(asked), _) => {
                let asked = ("asked", words.near(asked).into());
                let brief = if brief { "-brief" } else { "" };
                text.with(&format!("ui-complaint-if-asked{brief}"), &[date, asked])
            }
        };
        (told, Role::Faint)
    });
    let window = (words.window(), Role::Faint);
    chase.into_iter().chain(moved).chain(doubts).chain([window]).chain(zones).collect()
}

/// What is said while no review runs: how it stands, and what else is to be known.
fn told_without_review(model: &Model, scene: &Scene<'_>) -> ((String, Role), Vec<(String, Role)>) {
    let (case, text) = (scene.words.case, scene.words.text);
    let outcome = case.latest_application().and_then(|last| last.outcome.as_ref());
    let on = outcome.map(|outcome| scene.words.near(outcome.on)).unwrap_or_default();
    let key = model.keymap.key_of(Command::Submit);
    let lead = match scene.status.stage {
        // A number that was taken along does not rest: its case is closed with the answer.
        Stage::Cancelled | Stage::Closed if case.approval().is_some() => {
            let key = scene.words.of_way("ui-told-cancelled");
            (text.with(&key, &[("date", on.into())]), Role::Good)
        }
        Stage::UnderReview => {
            let asked = case.pending().map(|one| scene.words.near(one.on)).unwrap_or_default();
            (text.with("say-next-asked-port", &[("date", asked.into())]), Role::Heading)
        }
        Stage::Rejected => {
            let reason = outcome.and_then(|outcome| outcome.reason.clone()).unwrap_or_default();
            let open = scene.status.gate.len();
            let args = [
                ("date", on.into()),
                ("reason", reason.into()),
                ("key", key.into()),
                ("count", open.into()),
            ];
            // What was refused first has to be put right.
            let told = if open > 0 { "ui-told-rejected-open" } else { "ui-told-rejected" };
            (text.with(&scene.words.of_way(told), &args), Role::Bad)
        }
        Stage::Abandoned => (scene.words.next(&scene.status.next), Role::Text),
        Stage::Preparing | Stage::Ready if scene.words.has_stopped() => {
            (scene.words.next(&scene.status.next), Role::Bad)
        }
        Stage::Ready => {
            let told = scene.words.of_way("ui-told-ready");
            (text.with(&told, &[("key", key.into())]), Role::Accent)
        }
        _ if case.route == Route::Lapse => {
            let edit = model.keymap.key_of(Command::Edit);
            let key = format!("{} {edit}", PaneId::Line.number());
            (text.with("ui-told-lapse-unknown", &[("key", key.into())]), Role::Text)
        }
        _ => {
            let open = scene.status.gate.len();
            let told = scene.words.of_way("ui-told-preparing");
            (text.with(&told, &[("count", open.into())]), Role::Heading)
        }
    };
    let ahead = matches!(
        scene.status.stage,
        Stage::Preparing | Stage::Ready | Stage::UnderReview | Stage::Rejected
    );
    let rest = (case.way().is_asked() && ahead).then(|| (scene.words.window(), Role::Faint));
    (lead, rest.into_iter().collect())
}

fn without_review(rows: &Rows<'_>, screen: &mut Screen<'_>, area: Rect) {
    let scene = rows.scene;
    let ((lead, role), rest) = told_without_review(rows.model, scene);
    let today = rows.if_today();
    let cell = month_grid::cell_with_ease(area.width);
    let cell =
        cell.filter(|cell| today.is_some_and(|review| weeks(scene, review, screen, area, *cell)));
    let left = cell.map_or(area.width, |cell| month_grid::beside(area.width, cell));
    let whole = area;
    let area = Rect { width: left, ..area };
    let mut y = area.y + screen.words(area, &lead, role);
    let left = |y: u16| area.bottom().saturating_sub(y);
    // The dates come before what is said about them.
    let needed = height_of(&rest, area.width);
    if let Some(review) = today.filter(|_| left(y) >= 4) {
        y += u16::from(left(y) > needed + 4);
        let told = scene.words.text.get("ui-if-today").into_owned();
        screen.put(area.x, y, area.width, &told, Role::Text);
        y += 1;
        y += dates(scene, review, screen, below(area, y));
    }
    y += u16::from(left(y) > needed);
    if rest.is_empty() || left(y) == 0 {
        return;
    }
    sentences(screen, below(area, y), &rest);
    // The bar has the key as well.
    let mut free = y + needed;
    if left(y) > needed {
        let key = rows.model.keymap.key_of(Command::WhatIf);
        let hint = scene.words.text.with("ui-what-if-hint", &[("key", key.into())]);
        screen.put(area.x, free, area.width, &hint, Role::Faint);
        free += 1;
    }
    if let Some((review, cell)) = today.zip(cell) {
        let free = free.max(area.y + month_grid::rows_wanted(scene, review));
        let end = Some(area.right() + 2 + cell * 7);
        legend::draw(scene, review, screen, below(whole, free), end);
    }
}
