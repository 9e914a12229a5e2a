//! What the dates would be on another day of submitting. Looking at them changes
//! nothing.
//!
//! ```text
//!  Thu 5 Nov   submitted (day 0)     now: Thu 5 Nov
//!  Wed 11 Nov  earliest (day 3)
//!  Tue 17 Nov  latest (day 7)
//!   T  F  S  S  M  T  W  T  F  S  S  M  T
//!   0  1  ·  ·  H  2  3  4  5  ·  ·  6  7
//!   H Mon 9 Nov  Deepavali, in lieu
//! ```

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{
    countdown::{dates, sentences},
    day_row,
    frame::{self, below},
    screen::Screen,
    theme::Role,
};
use crate::{
    app::{Command, Model, Scene},
    domain::Review,
};

/// Columns and rows that hold two weeks of days and what there is to say.
const SIZE: (u16, u16) = (66, 14);

pub(super) fn draw(model: &Model, day: Date, screen: &mut Screen<'_>, area: Rect) {
    let text = &model.text;
    let rect = frame::centred(area, SIZE.0, SIZE.1);
    let filed = model.current().is_some_and(|case| case.pending().is_some());
    let title = text.get(if filed { "ui-what-if-past" } else { "ui-what-if" });
    let inner = frame::dialog(screen, rect, &title, "");
    let Some(scene) = model.scene() else { return };
    let (book, terms) = (scene.words.playbook, &scene.words.case.terms);
    let pending = scene.words.case.pending().map(|pending| pending.on);
    let base = pending.unwrap_or(scene.words.today);
    let on = |day| book.review_if((terms, scene.words.case.way()), day, scene.words.today);
    let Some((review, now)) = on(day).zip(on(base)) else { return };
    let y = inner.y + dates(&scene, &review, screen, inner);
    let y = y + day_row::draw(&scene, &review, screen, below(inner, y));
    sentences(screen, below(inner, y), &told(model, &scene, &review, &now));
}

/// How far the window moves, what is wrong with the day, and the keys.
fn told(model: &Model, scene: &Scene<'_>, review: &Review, now: &Review) -> Vec<(String, Role)> {
    let text = scene.words.text;
    let near = |day| scene.words.near(day);
    let moves = (review.latest - now.latest).get_days();
    let key = match moves {
        0 => "ui-what-if-same",
        1.. => "ui-what-if-later",
        _ => "ui-what-if-sooner",
    };
    let base =
        if scene.words.case.pending().is_some() { "ui-what-if-filed" } else { "ui-what-if-today" };
    let base = text.with(base, &[("date", near(now.submitted).into())]);
    let moved = text.with(
        key,
        &[
            ("count", moves.unsigned_abs().into()),
            ("date", scene.words.hedged(near(now.latest), now.unverified).into()),
            ("base", base.into()),
        ],
    );
    let mut all = vec![(moved, Role::Heading)];
    let end = scene.words.playbook.procedure().line_end(&scene.words.case.line);
    all.extend(end.filter(|end| end.on < review.latest).map(|end| {
        let latest = scene.words.hedged(near(review.latest), review.unverified);
        let args = [("date", near(end.on).into()), ("latest", latest.into())];
        let told = text.with("say-warn-lapses-in-review", &args);
        (scene.words.with_ground(told, end), Role::Soon)
    }));
    all.extend(scene.words.caveats(review).into_iter().map(|doubt| (doubt, Role::Open)));
    let key = |command| model.keymap.key_of(command);
    let keys = text.with(
        "ui-what-if-keys",
        &[
            ("earlier", key(Command::SlideEarlier).into()),
            ("later", key(Command::SlideLater).into()),
            ("up", key(Command::ScrollUp).into()),
            ("down", key(Command::ScrollDown).into()),
        ],
    );
    all.push((keys, Role::Faint));
    all
}
