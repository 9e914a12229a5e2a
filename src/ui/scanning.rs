//! A scan under way: how far it is, and how long it will take.

use ratatui::layout::Rect;

use super::{frame, screen::Screen, theme::Role};
use crate::{
    app::{Model, RunningScan},
    text::scan_share,
};

const SIZE: (u16, u16) = (60, 7);

pub(super) fn draw(model: &Model, scan: &RunningScan, screen: &mut Screen<'_>, area: Rect) {
    let text = &model.text;
    let shown = u16::try_from(scan.files.len()).unwrap_or(u16::MAX);
    let shown = shown.min(area.height.saturating_sub(SIZE.1 + 1));
    let gap = u16::from(shown > 0);
    let rect = frame::centred(area, SIZE.0, SIZE.1 + shown + gap);
    let inner = frame::dialog(screen, rect, &text.get("ui-scanning"), "");
    let row = |at: u16| inner.y + at.min(inner.height.saturating_sub(1));
    screen.put(inner.x, row(0), inner.width, &scan.path, Role::Text);
    let wide = u64::from(inner.width);
    let share = scan_share(scan.read, scan.total);
    let full = u16::try_from(wide * share / 100).unwrap_or_default().min(inner.width);
    // How much there is to read is told once that is known.
    if scan.total > 0 {
        screen.sign(Rect { y: row(2), height: 1, ..inner }, "▱", Role::Faint);
        screen.sign(Rect { y: row(2), height: 1, width: full, ..inner }, "▰", Role::Accent);
        let progress = text.scan_progress(scan.read, scan.total, scan.spent(model.now));
        screen.put(inner.x, row(3), inner.width, &progress, Role::Text);
    }
    screen.put(inner.x, row(4), inner.width, &text.get("ui-scanning-note"), Role::Faint);
    // What is under way comes first: of many files the rest is done or waits.
    let mut files: Vec<&(String, u64)> = scan.files.iter().collect();
    files.sort_by_key(|(_, share)| match share {
        1..100 => 0,
        0 => 1,
        _ => 2,
    });
    for ((name, share), at) in files.into_iter().zip(6..6 + shown) {
        let done = *share >= 100;
        let (sign, role) = if done { ("✓ ", Role::Good) } else { ("○ ", Role::Faint) };
        let used = screen.put_all(
            inner.x,
            row(at),
            inner.width,
            &[(sign, role), (name.as_str(), Role::Text)],
        );
        let left = inner.width.saturating_sub(used);
        screen.put_right(inner.x + used, row(at), left, &format!("{share} %"), Role::Faint);
    }
}
