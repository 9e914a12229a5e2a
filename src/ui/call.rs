//! A call under way, on one screen.
//!
//! ```text
//! 4:05   Hotline  123            ▄▄▄▄▄ a code
//! the script …                   █ ▄ █ to dial
//!                                ▀▀▀▀▀ from
//! 1:10 agent      …
//! 3:02 reference  …
//! ```

use ratatui::layout::Rect;

use super::{canvas::Canvas, frame, page, scannable, signs::Signs, theme::Role};
use crate::app::{Call, Model, link};

/// Columns of the code and the gap beside it.
const BESIDE: u16 = 32;

pub(super) fn draw(model: &Model, call: &Call, canvas: &mut Canvas<'_>, area: Rect) {
    let text = &model.text;
    let rect = Rect { height: area.height.saturating_sub(1), ..area };
    let inner = frame::dialog(canvas, rect, &text.get("ui-call"), "");
    let wide = Call::is_wide((area.width, area.height));
    let left =
        if wide { Rect { width: inner.width.saturating_sub(BESIDE), ..inner } } else { inner };
    let channel = model
        .playbook()
        .and_then(|book| book.channels.iter().find(|channel| channel.id == call.channel));
    let title = channel.map_or(call.channel.as_str(), |one| one.title.get(text.lang()));
    let value = channel.and_then(|one| one.value.as_deref()).unwrap_or_default();
    let time = call.clock(model.now);
    let head = [
        (time.as_str(), Role::Accent),
        ("  ", Role::Text),
        (title, Role::Heading),
        ("  ", Role::Text),
        (value, Role::Key),
    ];
    canvas.put_all(left.x, left.y, left.width, &head);
    let body = Rect { y: left.y + 2, height: left.height.saturating_sub(2), ..left };
    let script = Rect { height: body.height.saturating_sub(Call::NOTED), ..body };
    let link = link(value);
    let scan = |canvas: &mut Canvas<'_>, place: Rect| {
        let link = link.as_deref().ok_or("ui-call-no-code")?;
        let full = canvas.signs() == Signs::Full;
        let why = if full { "ui-call-small" } else { "ui-call-ascii" };
        scannable::draw(canvas, place, link).ok_or(why)
    };
    let (beside, instead) = (wide.then_some(inner), call.code && !wide);
    if let Some(inner) = beside {
        let place = Rect { x: left.right() + 2, width: BESIDE - 2, ..inner };
        match scan(canvas, place) {
            Ok(rows) => {
                let below =
                    Rect { y: place.y + rows, height: place.height.saturating_sub(rows), ..place };
                canvas.words(below, &text.get("ui-call-scan"), Role::Faint);
            }
            Err(why) => {
                canvas.words(place, &text.get(why), Role::Faint);
            }
        }
    }
    if instead {
        match scan(canvas, body) {
            Ok(_) => return,
            Err(why) => {
                canvas.words(body, &text.get(why), Role::Faint);
            }
        }
    } else {
        let lines = Call::script(model).lay_out(script.width.into());
        let first = call.scroll.min(lines.len().saturating_sub(script.height.into()));
        for (line, y) in lines.iter().skip(first).zip(script.y..script.bottom()) {
            page::put(canvas, script, y, line);
        }
        let below = first + usize::from(script.height) < lines.len();
        canvas.more(script, first > 0, below);
    }
    noted(
        model,
        call,
        canvas,
        Rect { y: script.bottom(), height: body.height.min(Call::NOTED), ..body },
    );
}

/// What was noted; the newest where not all have room.
fn noted(model: &Model, call: &Call, canvas: &mut Canvas<'_>, area: Rect) {
    let text = &model.text;
    let all = call.noted(text);
    if all.is_empty() {
        canvas.words(area, &text.get("ui-call-hint"), Role::Faint);
        return;
    }
    let first = all.len().saturating_sub(area.height.into());
    canvas.more(area, first > 0, false);
    for ((stamp, at, words), y) in all.iter().skip(first).zip(area.y..area.bottom()) {
        let label = text.get(&format!("ui-stamp-{}", stamp.word()));
        let pieces = [
            (at.as_str(), Role::Faint),
            ("  ", Role::Text),
            (&*label, Role::Accent),
            ("  ", Role::Text),
            (words, Role::Text),
        ];
        canvas.put_all(area.x, y, area.width, &pieces);
    }
}
