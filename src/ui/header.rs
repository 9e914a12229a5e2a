//! The first lines: which case it is, how it stands, what to do now.

use ratatui::layout::Rect;

use super::{screen::Screen, theme::Role};
use crate::{
    app::{Command, Model, SaveState, Scene},
    domain::{Stage, Warning},
    text::{width, wrap},
};

/// Fewest cells for what the case is called.
const LEAST: usize = 28;

/// Cells of the bar of progress.
const BAR: usize = 9;

/// Draws the header and returns the rows it took.
pub(super) fn draw(model: &Model, scene: &Scene<'_>, screen: &mut Screen<'_>, area: Rect) -> u16 {
    title(model, scene, screen, Rect { height: 1, ..area });
    1 + next(model, scene, screen, Rect { y: area.y + 1, height: area.height - 1, ..area })
}

fn title(model: &Model, scene: &Scene<'_>, screen: &mut Screen<'_>, row: Rect) {
    let text = &model.text;
    let case = scene.words.case;
    let progress = scene.status.progress;
    let stage = text.get(&format!("word-stage-{}", scene.status.stage.word())).into_owned();
    let count = format!("{}/{}", progress.done, progress.total);
    let filled = (progress.done * BAR).checked_div(progress.total).unwrap_or_default();
    let bar = format!("{}{}", "▰".repeat(filled), "▱".repeat(BAR.saturating_sub(filled)));
    let (saved, saved_role) = save_state(model);
    let stage_role = match scene.status.stage {
        Stage::Overdue | Stage::Rejected => Role::Bad,
        Stage::Cancelled | Stage::Lapsed | Stage::Closed | Stage::Ready => Role::Good,
        _ => Role::Heading,
    };
    // From the right: saved, progress, stage. The bar goes first when there
    // is little room, then the carrier and the number.
    let mut right: Vec<(String, Role)> =
        vec![(stage, stage_role), (count, Role::Text), (saved, saved_role)];
    if row.width >= 90 {
        right.insert(1, (bar, Role::Accent));
    }
    // In a narrow window "saved" is left out; that a save failed never is.
    let total = |right: &[(String, Role)]| right.iter().map(|(p, _)| width(p) + 2).sum::<usize>();
    if total(&right) + LEAST > usize::from(row.width) && saved_role != Role::Bad {
        right.pop();
    }
    let wide = u16::try_from(total(&right)).unwrap_or(u16::MAX).min(row.width);
    let mut x = row.right().saturating_sub(wide);
    let left = x.saturating_sub(row.x);
    for (piece, role) in &right {
        x += screen.put(x, row.y, row.right().saturating_sub(x), piece, *role) + 2;
    }
    let carrier = scene.words.playbook.name.get(text.lang());
    let number = scene.number();
    let mut parts = vec![case.label.as_str()];
    parts.extend([carrier].into_iter().filter(|name| *name != case.label));
    parts.extend([number.as_str()].into_iter().filter(|number| !number.is_empty()));
    let name = if usize::from(left) < LEAST { " " } else { " ringoff  " };
    let room = usize::from(left).saturating_sub(width(name) + 2);
    while parts.len() > 1 && width(&parts.join(" · ")) > room {
        parts.pop();
    }
    let about = parts.join(" · ");
    screen.put_all(
        row.x,
        row.y,
        left.saturating_sub(1),
        &[(name, Role::Accent), (&about, Role::Text)],
    );
}

/// Whether the disk has what the screen shows.
fn save_state(model: &Model) -> (String, Role) {
    let text = &model.text;
    let at = |key, moment: jiff::Timestamp| {
        let time = moment.to_zoned(model.home.clone()).time();
        text.with(key, &[("time", text.time(time).into())])
    };
    match &model.save {
        SaveState::Fresh => (text.get("ui-save-fresh").into_owned(), Role::Faint),
        SaveState::Unchanged => (text.get("ui-save-unchanged").into_owned(), Role::Faint),
        SaveState::Saving => (text.get("ui-save-saving").into_owned(), Role::Faint),
        SaveState::Saved(moment) => (at("ui-save-saved", *moment), Role::Faint),
        SaveState::Fragile(moment) => (at("ui-save-fragile", *moment), Role::Bad),
        SaveState::Failed(_) => (text.get("ui-save-failed").into_owned(), Role::Bad),
        // While the clock of the demo runs fast, its day is not the person's.
        SaveState::Demo if model.pace > 1 => (text.day(model.today()), Role::Accent),
        SaveState::Demo => (text.get("ui-save-demo").into_owned(), Role::Faint),
    }
}

/// The next step and the warnings that matter; returns the rows taken.
fn next(model: &Model, scene: &Scene<'_>, screen: &mut Screen<'_>, area: Rect) -> u16 {
    let text = &model.text;
    let label = format!(" {}  ", text.get("ui-next"));
    let start = u16::try_from(width(&label)).unwrap_or(u16::MAX).min(area.width);
    let cells = area.width.saturating_sub(start + 1);
    let sentence = scene.words.next(&scene.status.next);
    // A second line only in a window with rows to spare.
    let most = if area.height >= 12 { 2 } else { 1 };
    let mut lines = wrap(&sentence, cells.into());
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(rest);
    }
    screen.put(area.x, area.y, start, &label, Role::Accent);
    let mut y = area.y;
    for line in &lines {
        screen.put(area.x + start, y, cells, line, Role::Heading);
        y += 1;
    }
    let hint = text.with("ui-next-hint", &[("key", model.keymap.key_of(Command::GoNext).into())]);
    let last = lines.last().map(|line| width(line)).unwrap_or_default();
    if scene.status.next.item().is_some() && last + width(&hint) + 2 < usize::from(cells) {
        screen.put_right(area.x + start, y - 1, cells, &hint, Role::Faint);
    }
    let room = area.height >= 20;
    let submitted = scene.status.review.is_some();
    let severe =
        |one: &&Warning| is_severe(one) || (submitted && matches!(one, Warning::Unsaved(_)));
    for warning in scene.status.warnings.iter().filter(|one| room && severe(one)) {
        for (at, line) in wrap(&scene.words.warning(warning), cells.into()).iter().enumerate() {
            let mark = if at == 0 { " ! " } else { "   " };
            screen.put_all(area.x, y, area.width, &[(mark, Role::Bad), (line, Role::Bad)]);
            y += 1;
        }
    }
    y - area.y
}

/// Whether a warning tells what no pane shows.
fn is_severe(warning: &Warning) -> bool {
    matches!(
        warning,
        Warning::LapsesLinked(_)
            | Warning::LapsesInReview { .. }
            | Warning::Ended(_)
            | Warning::RegistrationEnded(_)
            | Warning::Soon(..)
            | Warning::Conflicts(_)
            | Warning::NotTheHolder
    )
}

/// Everything in one line, for a window in which nothing else fits.
pub(super) fn one_line(model: &Model, screen: &mut Screen<'_>, area: Rect) {
    let told = match model.scene() {
        Some(scene) => scene.words.next(&scene.status.next),
        None => model.text.get("ui-welcome-line").into_owned(),
    };
    screen.words(area, &told, Role::Text);
}
