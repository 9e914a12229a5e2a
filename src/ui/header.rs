//! The first lines: which case it is, how it stands, what to do now.

use ratatui::layout::Rect;

use super::{screen::Screen, theme::Role};
use crate::{
    app::{Command, Model, PaneId, SaveState, Scene, Target},
    domain::{AgendaEntry, AgendaKind, Stage, Warning},
    text::{width, wrap},
};

/// Fewest cells for what the case is called.
const LEAST: usize = 28;

/// Cells of the bar of progress.
const BAR: usize = 10;

/// Cells between the next step and a warning behind it, between two warnings, and for how
/// many more there are.
const APART: u16 = 3;
const BETWEEN: u16 = 2;
const MORE: u16 = 4;
/// Fewest cells in which the beginning of a warning says what it is about.
const READ: u16 = 28;

/// Rows of the header in a window of so many rows, whatever it has to say.
pub(super) fn rows(height: u16) -> u16 {
    if height < 12 { 2 } else { 3 }
}

/// Draws the header.
pub(super) fn draw(model: &Model, scene: &Scene<'_>, screen: &mut Screen<'_>, area: Rect) {
    title(model, scene, screen, Rect { height: 1, ..area });
    let height = rows(area.height).saturating_sub(1);
    next(model, scene, screen, Rect { y: area.y + 1, height, ..area });
}

fn title(model: &Model, scene: &Scene<'_>, screen: &mut Screen<'_>, row: Rect) {
    let text = &model.text;
    let case = scene.words.case;
    let progress = scene.status.progress;
    let stage = scene.words.stage(scene.status.stage);
    // As wide as it ever gets: the bar beside it stays where it is.
    let total = progress.total.to_string();
    let count = format!("{:>cells$}/{total}", progress.done, cells = total.len());
    let (saved, saved_role) = save_state(model);
    let stage_role = match scene.status.stage {
        // What is late or lost is told by the stage as well, whatever it is.
        _ if is_late(scene) => Role::Bad,
        Stage::Preparing | Stage::Ready if scene.words.has_stopped() => Role::Bad,
        Stage::Overdue | Stage::Rejected => Role::Bad,
        Stage::DecisionDue => Role::Soon,
        Stage::Cancelled | Stage::Lapsed | Stage::Closed | Stage::Ready | Stage::Kept => Role::Good,
        _ => Role::Heading,
    };
    let filled = (progress.done * BAR).checked_div(progress.total).unwrap_or_default();
    let done = "▰".repeat(filled);
    let open = "▱".repeat(BAR.saturating_sub(filled));
    // From the right: saved, progress, stage. "Saved" goes first when there is little
    // room, then the bar, then the carrier and the number.
    let wide = |text: &str| width(text) + 2;
    let mut left = usize::from(row.width).saturating_sub(wide(&stage) + wide(&count) + LEAST);
    let mut fits = |cells: usize| {
        let room = cells <= left;
        left = left.saturating_sub(if room { cells } else { 0 });
        room
    };
    // That a save failed, or that this is another day's book, is said in any case.
    let weighs = matches!(saved_role, Role::Bad | Role::Soon) || model.past.is_some();
    if weighs {
        _ = fits(wide(&saved));
    }
    // Of a line that is kept nothing is to be finished.
    let is_kept = scene.status.stage == Stage::Kept;
    let with_bar = !is_kept && fits(BAR + 2);
    // When it was saved goes before that it was.
    let brief = matches!(model.save, SaveState::Saved(_)).then(|| text.get("ui-save-unchanged"));
    let with_saved = weighs || fits(wide(&saved));
    let saved = match brief {
        Some(brief) if !with_saved && fits(wide(&brief)) => Some(brief.into_owned()),
        _ => Some(saved).filter(|_| with_saved),
    };
    let mut right: Vec<(&str, Role)> = vec![(&stage, stage_role)];
    if with_bar {
        right.extend([("  ", Role::Text), (done.as_str(), Role::Accent), (&open, Role::Border)]);
    }
    if !is_kept {
        right.extend([("  ", Role::Text), (count.as_str(), Role::Text)]);
    }
    if let Some(saved) = &saved {
        right.extend([("  ", Role::Text), (saved.as_str(), saved_role)]);
    }
    right.push((" ", Role::Text));
    let cells: usize = right.iter().map(|(piece, _)| width(piece)).sum();
    let cells = u16::try_from(cells).unwrap_or(u16::MAX).min(row.width);
    let x = row.right().saturating_sub(cells);
    screen.put_all(x, row.y, cells, &right);
    let left = x.saturating_sub(row.x);
    let carrier = scene.words.playbook.name.get(text.lang());
    let number = scene.number();
    let mut about: Vec<&str> = [carrier].into_iter().filter(|name| *name != case.label).collect();
    about.extend([number.as_str()].into_iter().filter(|number| !number.is_empty()));
    let name = if usize::from(left) < LEAST { " " } else { " ringoff  " };
    let room = usize::from(left).saturating_sub(width(name) + width(&case.label) + 2);
    let told = |about: &[&str]| about.iter().fold(String::new(), |told, part| told + " · " + part);
    while !about.is_empty() && width(&told(&about)) > room {
        about.pop();
    }
    let pieces =
        [(name, Role::Accent), (case.label.as_str(), Role::Heading), (&told(&about), Role::Faint)];
    screen.put_all(row.x, row.y, left.saturating_sub(1), &pieces);
}

/// Whether something is late or lost for which there is no other stage.
fn is_late(scene: &Scene<'_>) -> bool {
    let (stage, today) = (scene.status.stage, scene.words.today);
    let ends = matches!(stage, Stage::Lapsed | Stage::Cancelled | Stage::Kept);
    let late = |one: &AgendaEntry| {
        let lost = matches!(one.kind, AgendaKind::StillUsed);
        one.is_open() && one.on < today && (lost || one.kind.is_late_then())
    };
    ends && scene.status.agenda.iter().any(late)
}

/// Whether the disk has what the screen shows.
fn save_state(model: &Model) -> (String, Role) {
    let text = &model.text;
    let at = |key, moment: jiff::Timestamp| {
        let time = moment.to_zoned(model.home.clone()).time();
        text.with(key, &[("time", text.time(time).into())])
    };
    if let Some(past) = &model.past {
        let day = text.day_near(past.day, model.today());
        return (text.with("ui-past", &[("date", day.into())]), Role::Accent);
    }
    match &model.save {
        SaveState::Fresh => (text.get("ui-save-fresh").into_owned(), Role::Faint),
        SaveState::Unchanged => (text.get("ui-save-unchanged").into_owned(), Role::Faint),
        SaveState::Saving => (text.get("ui-save-saving").into_owned(), Role::Faint),
        SaveState::Saved(moment) => (at("ui-save-saved", *moment), Role::Faint),
        SaveState::Fragile(moment) => (at("ui-save-fragile", *moment), Role::Soon),
        // Nothing of this window is unsaved: only what is on disk cannot be used.
        SaveState::Failed(_) if !model.has_unsaved() => {
            (text.get("ui-save-unusable").into_owned(), Role::Bad)
        }
        SaveState::Failed(_) => (text.get("ui-save-failed").into_owned(), Role::Bad),
        // While the clock of the demo runs fast, its day is not the person's.
        SaveState::Demo if model.pace > 1 => {
            (text.day_near(model.today(), model.today()), Role::Accent)
        }
        SaveState::Demo => (text.get("ui-save-demo").into_owned(), Role::Faint),
    }
}

/// The next step, and in the row below it the warnings that matter: a place of their
/// own, so that none moves anything.
fn next(model: &Model, scene: &Scene<'_>, screen: &mut Screen<'_>, area: Rect) {
    let text = &model.text;
    let label = format!(" {}  ", text.get("ui-next"));
    let start = u16::try_from(width(&label)).unwrap_or(u16::MAX).min(area.width);
    let cells = area.width.saturating_sub(start + 1);
    let sentence = scene.words.next(&scene.status.next);
    let mut lines = wrap(&sentence, cells.into());
    let most = usize::from(area.height.max(1));
    if lines.len() > most
        && let Some(brief) = scene.words.next_briefly(&scene.status.next, scene.status.clock())
    {
        lines = wrap(&brief, cells.into());
    }
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(rest);
    }
    screen.target(Rect { height: 1, ..area }, Target::Run(Command::GoNext));
    screen.put(area.x, area.y, start, &label, Role::Accent);
    for (line, y) in lines.iter().zip(area.y..) {
        screen.put(area.x + start, y, cells, line, Role::Heading);
    }
    let hint = text.with("ui-next-hint", &[("key", model.keymap.key_of(Command::GoNext).into())]);
    let first = lines.first().map(|line| width(line)).unwrap_or_default();
    if scene.status.next.item().is_some() && first + width(&hint) + 2 < usize::from(cells) {
        screen.put_right(area.x + start, area.y, cells, &hint, Role::Faint);
    }
    if area.height < 2 {
        return;
    }
    let below = Rect { y: area.y + 1, height: 1, ..area };
    // A second line of the next step keeps its place, and a warning stands well apart from it.
    let taken = lines.get(1).map_or(0, |line| u16::try_from(width(line)).unwrap_or(u16::MAX));
    let taken = if lines.len() > 1 { start.saturating_add(taken).saturating_add(APART) } else { 1 };
    let x = below.x.saturating_add(taken).min(below.right());
    let room = below.right().saturating_sub(x + 1);
    warnings(model, scene, screen, Rect { x, width: room, ..below });
}

/// The warnings that no pane shows, in one row: each whole, or in a few words. The page of
/// the review has all.
fn warnings(model: &Model, scene: &Scene<'_>, screen: &mut Screen<'_>, row: Rect) {
    let submitted = scene.status.review.is_some();
    let severe =
        |one: &&Warning| is_severe(one) || (submitted && matches!(one, Warning::Unsaved(_)));
    let all: Vec<&Warning> = scene.status.warnings.iter().filter(severe).collect();
    if all.is_empty() || row.width < 4 {
        return;
    }
    let alone = matches!(all.as_slice(), [Warning::Unsaved(_)]);
    let place = if alone { PaneId::Safeguards } else { PaneId::Review };
    screen.target(row, Target::Pane(place, None));
    let cells = |told: &str| u16::try_from(width(told)).unwrap_or(u16::MAX).saturating_add(2);
    let (mut rest, mut x) = (all.len(), row.x);
    for warning in &all {
        let more = if rest > 1 { MORE } else { 0 };
        let room = row.right().saturating_sub(x + more);
        let whole = match warning {
            Warning::Unsaved(count) => unsaved(scene, *count),
            Warning::Conflicts(count) => conflicts(model, *count),
            other => scene.words.warning(other),
        };
        let told = if cells(&whole) <= room { whole } else { scene.words.warning_briefly(warning) };
        // Nothing else tells of the first: cut where the row is its own, else only counted.
        let alone = x == row.x && room >= READ;
        if cells(&told) > room && !alone {
            break;
        }
        let role = role_of(warning);
        x += screen.put_all(x, row.y, room, &[("! ", role), (&told, role)]) + BETWEEN;
        rest -= 1;
    }
    if rest > 0 {
        let role =
            if all.iter().any(|one| role_of(one) == Role::Bad) { Role::Bad } else { Role::Soon };
        let told = if x == row.x { format!("! {rest}") } else { format!("+{rest}") };
        screen.put_right(row.x, row.y, row.width, &told, role);
    }
}

/// What will be lost, with the pane that says what it is.
fn unsaved(scene: &Scene<'_>, count: usize) -> String {
    let (text, pane) = (scene.words.text, PaneId::Safeguards);
    let place = format!("{} {}", pane.number(), pane.title(text, Some(scene)));
    text.with("say-warn-unsaved-in", &[("count", count.into()), ("place", place.into())])
}

/// What a merge left open, with the key that settles it. Where it has none, with the
/// command.
fn conflicts(model: &Model, count: usize) -> String {
    let key = model.keymap.key_of(Command::Conflicts);
    let words = if key.is_empty() { "say-warn-conflicts" } else { "say-warn-conflicts-key" };
    model.text.with(words, &[("count", count.into()), ("key", key.into())])
}

/// What has happened is lost; what can still be seen to is near.
fn role_of(warning: &Warning) -> Role {
    match warning {
        Warning::Ended(_) => Role::Bad,
        _ => Role::Soon,
    }
}

/// Whether a warning tells what no pane shows.
fn is_severe(warning: &Warning) -> bool {
    matches!(
        warning,
        Warning::LapsesLinked(_)
            | Warning::LapsesInReview { .. }
            | Warning::Ended(_)
            | Warning::Expired(_)
            | Warning::LastChance(..)
            | Warning::Soon(..)
            | Warning::Conflicts(_)
            | Warning::NotTheHolder
            | Warning::FilesLost(_)
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
