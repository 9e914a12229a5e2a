//! The first lines: what this is, where it stands, what to do now.

use ratatui::layout::Rect;

use super::{canvas::Canvas, theme::Role};
use crate::{
    app::{Command, Model, PANES, SaveState, Scene, Target},
    domain::{Stage, Warning},
    text::{fit, width, wrap},
};

/// Fewest cells for what the case is called.
const LEAST: usize = 28;

/// Cells of the bar of progress.
const BAR: usize = 9;

/// Draws the header and returns the rows it took.
pub(super) fn draw(model: &Model, scene: &Scene<'_>, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    title(model, scene, canvas, Rect { height: 1, ..area });
    1 + next(model, scene, canvas, Rect { y: area.y + 1, height: area.height - 1, ..area })
}

fn title(model: &Model, scene: &Scene<'_>, canvas: &mut Canvas<'_>, row: Rect) {
    let text = &model.text;
    let case = scene.words.case;
    let progress = scene.standing.progress;
    let stage = text.get(&format!("word-stage-{}", scene.standing.stage.word())).into_owned();
    let count = format!("{}/{}", progress.done, progress.total);
    let filled = (progress.done * BAR).checked_div(progress.total).unwrap_or_default();
    let bar = format!("{}{}", "▰".repeat(filled), "▱".repeat(BAR.saturating_sub(filled)));
    let (saved, saved_role) = save_state(model);
    let stage_role = match scene.standing.stage {
        Stage::Overdue | Stage::Rejected => Role::Bad,
        Stage::Cancelled | Stage::Lapsed | Stage::Ready => Role::Good,
        _ => Role::Heading,
    };
    // From the right: saved, progress, stage. The bar goes first when there
    // is little room, then the carrier and the number.
    let mut right: Vec<(String, Role)> =
        vec![(stage, stage_role), (count, Role::Text), (saved, saved_role)];
    if row.width >= 90 {
        right.insert(1, (bar, Role::Accent));
    }
    // In a narrow window "saved" goes without saying; that it is not, never.
    let total = |right: &[(String, Role)]| right.iter().map(|(p, _)| width(p) + 2).sum::<usize>();
    if total(&right) + LEAST > usize::from(row.width) && saved_role != Role::Bad {
        right.pop();
    }
    let wide = u16::try_from(total(&right)).unwrap_or(u16::MAX).min(row.width);
    let mut x = row.right().saturating_sub(wide);
    let left = x.saturating_sub(row.x);
    for (piece, role) in &right {
        x += canvas.put(x, row.y, row.right().saturating_sub(x), piece, *role) + 2;
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
    canvas.put_all(
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
        // With its clock turned it is another day than the person's.
        SaveState::Demo if model.pace > 1 => (text.day(model.today()), Role::Accent),
        SaveState::Demo => (text.get("ui-save-demo").into_owned(), Role::Faint),
    }
}

/// The next sentence and what to beware of; returns the rows taken.
fn next(model: &Model, scene: &Scene<'_>, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    let text = &model.text;
    let label = format!(" {}  ", text.get("ui-next"));
    let start = u16::try_from(width(&label)).unwrap_or(u16::MAX).min(area.width);
    let cells = area.width.saturating_sub(start + 1);
    let sentence = scene.words.next(&scene.standing.next);
    // A second line only where the panes can spare it.
    let most = if area.height >= 12 { 2 } else { 1 };
    let mut lines = wrap(&sentence, cells.into());
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(rest);
    }
    canvas.put(area.x, area.y, start, &label, Role::Accent);
    let mut y = area.y;
    for line in &lines {
        canvas.put(area.x + start, y, cells, line, Role::Heading);
        y += 1;
    }
    let hint = text.with("ui-next-hint", &[("key", model.keymap.key_of(Command::GoNext).into())]);
    let last = lines.last().map(|line| width(line)).unwrap_or_default();
    if scene.standing.next.item().is_some() && last + width(&hint) + 2 < usize::from(cells) {
        canvas.put_right(area.x + start, y - 1, cells, &hint, Role::Faint);
    }
    let room = area.height >= 20;
    let submitted = scene.standing.review.is_some();
    let severe =
        |one: &&Warning| is_severe(one) || (submitted && matches!(one, Warning::Unsaved(_)));
    for warning in scene.standing.warnings.iter().filter(|one| room && severe(one)) {
        for (at, line) in wrap(&scene.words.warning(warning), cells.into()).iter().enumerate() {
            let mark = if at == 0 { " ! " } else { "   " };
            canvas.put_all(area.x, y, area.width, &[(mark, Role::Bad), (line, Role::Bad)]);
            y += 1;
        }
    }
    y - area.y
}

/// What the panes do not show by themselves.
fn is_severe(warning: &Warning) -> bool {
    matches!(
        warning,
        Warning::LapsesLinked(_)
            | Warning::LapsesInReview { .. }
            | Warning::Ended(_)
            | Warning::NotTheHolder
    )
}

/// The panes as tabs, when one has the screen. The focused one is named; the
/// others are as far as there is room.
pub(super) fn tabs(model: &Model, canvas: &mut Canvas<'_>, row: Rect) {
    /// Fewest cells of a name that say something.
    const NAME: usize = 3;
    let title = |id: &str| model.text.get(&format!("ui-pane-{id}")).into_owned();
    let focused = PANES.get(model.focus).map_or(0, |pane| width(&title(pane.id)));
    // Each tab takes its number, a blank before its name and two behind it.
    let left = usize::from(row.width).saturating_sub(1 + focused + 4);
    let share = (left / (PANES.len() - 1)).saturating_sub(4);
    let tab = |place: usize, name: &str| match (place == model.focus, share) {
        (true, _) => format!("{} {name}", place + 1),
        (false, NAME..) => format!("{} {}", place + 1, fit(name, share)),
        (false, _) => (place + 1).to_string(),
    };
    let tabs: Vec<String> =
        PANES.iter().enumerate().map(|(place, pane)| tab(place, &title(pane.id))).collect();
    let room = usize::from(row.width).saturating_sub(1);
    let wide = |gap: usize| tabs.iter().map(|tab| width(tab) + gap).sum::<usize>() - gap;
    let Some(gap) = [2, 1].into_iter().find(|gap| wide(*gap) <= room) else {
        // Only the focused one, and that there are others.
        let tab = tabs.get(model.focus).map(String::as_str).unwrap_or_default();
        let pieces = [("‹ ", Role::Faint), (tab, Role::Accent), (" ›", Role::Faint)];
        canvas.put_all(row.x + 1, row.y, row.width.saturating_sub(1), &pieces);
        return;
    };
    let gap = u16::try_from(gap).unwrap_or(1);
    let mut x = row.x + 1;
    for (place, tab) in tabs.iter().enumerate() {
        let role = if place == model.focus { Role::Accent } else { Role::Faint };
        let left = row.right().saturating_sub(x);
        let used = canvas.put(x, row.y, left, tab, role);
        canvas.target(Rect { x, width: used, ..row }, Target::Pane(place, None));
        x += used + gap;
    }
}

/// Everything in one line, for a window in which nothing else fits.
pub(super) fn one_line(model: &Model, canvas: &mut Canvas<'_>, area: Rect) {
    let told = match model.scene() {
        Some(scene) => scene.words.next(&scene.standing.next),
        None => model.text.get("ui-welcome-line").into_owned(),
    };
    canvas.words(area, &told, Role::Text);
}
