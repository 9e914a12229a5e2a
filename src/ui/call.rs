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

use super::{frame, page, qr_code, screen::Screen, signs::Signs, theme::Role};
use crate::{
    app::{Call, Model, call_script, call_ways, is_short, link},
    text::width,
};

pub(super) fn draw(model: &Model, call: &Call, screen: &mut Screen<'_>, area: Rect) {
    let text = &model.text;
    let channel = model
        .playbook()
        .and_then(|book| book.channels.iter().find(|channel| channel.id == call.channel));
    let abroad = model.current().is_some_and(|case| case.line.abroad);
    let talk = channel.map_or("ui-call", |one| one.talk(abroad));
    let inner = frame::dialog(screen, frame::above_footer(area), &text.get(talk), "");
    let wide = Call::is_wide((area.width, area.height));
    let beside = if wide { Call::CODE_COLUMNS } else { 0 };
    let left = Rect { width: inner.width.saturating_sub(beside), ..inner };
    let title = channel.map_or(call.channel.as_str(), |one| one.title.get(text.lang()));
    let value = channel.and_then(|one| one.value_from(abroad)).unwrap_or_default();
    let time = call.clock(model.now);
    let head = [
        (time.as_str(), Role::Accent),
        ("  ", Role::Text),
        (title, Role::Heading),
        ("  ", Role::Text),
        (value, Role::Key),
    ];
    let cells: usize = head.iter().map(|(piece, _)| width(piece)).sum();
    // A number or an address is whole, on the line below if it must be.
    if cells <= left.width.into() {
        screen.put_all(left.x, left.y, left.width, &head);
    } else {
        screen.put_all(left.x, left.y, left.width, head.get(..3).unwrap_or_default());
        screen.put(left.x, left.y + 1, left.width, value, Role::Key);
    }
    let body = Rect { y: left.y + 2, height: left.height.saturating_sub(2), ..left };
    let script = Rect { height: body.height.saturating_sub(Call::NOTED_ROWS + 1), ..body };
    let link = link(value);
    // Who is abroad is told of the ways that work from there.
    let told = |why: &str| match why {
        "ui-call-no-code" if is_short(value) => {
            let own = Some(text.get("ui-call-short").into_owned());
            own.into_iter().chain(call_ways(model)).collect::<Vec<_>>().join(" ")
        }
        "ui-call-no-code" => call_ways(model).unwrap_or_else(|| text.get(why).into_owned()),
        _ => text.get(why).into_owned(),
    };
    let scan = |screen: &mut Screen<'_>, place: Rect| {
        let link = link.as_deref().ok_or("ui-call-no-code")?;
        let full = screen.signs() == Signs::Full;
        let why = if full { "ui-call-small" } else { "ui-call-ascii" };
        qr_code::draw(screen, place, link).ok_or(why)
    };
    if wide {
        let place = Rect { x: left.right() + 2, width: Call::CODE_COLUMNS - 2, ..inner };
        match scan(screen, place) {
            Ok(rows) => {
                screen.words(
                    frame::below(place, place.y + rows),
                    &text.get("ui-call-scan"),
                    Role::Faint,
                );
            }
            Err(why) => {
                screen.words(place, &told(why), Role::Faint);
            }
        }
    }
    if call.code && !wide {
        match scan(screen, body) {
            Ok(_) => return,
            Err(why) => {
                screen.words(body, &told(why), Role::Faint);
            }
        }
    } else {
        let lines = call_script(model, &call.channel).lay_out(script.width.into());
        let first = call.scroll.min(lines.len().saturating_sub(script.height.into()));
        for (line, y) in lines.iter().skip(first).zip(script.y..script.bottom()) {
            page::put(screen, script, y, line);
        }
        let below = first + usize::from(script.height) < lines.len();
        screen.more(script, first > 0, below);
    }
    // Where what is noted stands.
    let edge = Rect { y: script.bottom(), height: 1.min(body.height), ..body };
    screen.sign(edge, "─", Role::Border);
    let name = format!("{} ", text.get("ui-call-noted"));
    screen.put(edge.x, edge.y, edge.width.min(body.width * edge.height), &name, Role::Heading);
    noted(model, call, screen, frame::below(body, edge.bottom()));
}

/// What was noted; the newest where there is no room for all.
fn noted(model: &Model, call: &Call, screen: &mut Screen<'_>, area: Rect) {
    let text = &model.text;
    let all = call.noted(text);
    if all.is_empty() {
        screen.words(area, &text.get("ui-call-hint"), Role::Faint);
        return;
    }
    let first = all.len().saturating_sub(area.height.into());
    screen.more(area, first > 0, false);
    for ((kind, at, words), y) in all.iter().skip(first).zip(area.y..area.bottom()) {
        let label = text.get(&kind.label());
        let pieces = [
            (at.as_str(), Role::Faint),
            ("  ", Role::Text),
            (&*label, Role::Accent),
            ("  ", Role::Text),
            (words, Role::Text),
        ];
        screen.put_all(area.x, y, area.width, &pieces);
    }
}
