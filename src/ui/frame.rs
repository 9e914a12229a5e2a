//! Frames with a title in them.

use ratatui::layout::Rect;

use super::{screen::Screen, theme::Role};
use crate::{
    app::{PaneId, Scene, Target},
    text::{fit, width},
};

/// What stands in the upper edge of a pane.
pub(super) struct Title<'a> {
    /// Which pane it is.
    pub(super) id: PaneId,
    /// The count in its corner; empty if there is none.
    pub(super) count: &'a str,
    /// The panes whose names it covers.
    pub(super) sharing: &'a [PaneId],
    /// Its name stands there; no tab has it.
    pub(super) named: bool,
}

/// Draws the frame of a pane and returns what is inside. Panes that it covers are named in
/// its lower edge.
pub(super) fn pane(
    screen: &mut Screen<'_>,
    rect: Rect,
    title: &Title<'_>,
    focused: bool,
    scene: &Scene<'_>,
) -> Rect {
    let role = if focused { Role::BorderFocused } else { Role::Border };
    let inner = border(screen, rect, role);
    let mut left = rect.width.saturating_sub(4);
    let cells = |text: &str| u16::try_from(width(text)).unwrap_or(u16::MAX);
    let number = |id: PaneId| format!(" {} ", id.number());
    let name = |id: PaneId| format!("{} ", id.title(scene.words.text, Some(scene)));
    let strong = if focused { Role::BorderFocused } else { Role::Heading };
    let pieces = [(number(title.id), Role::Key), (name(title.id), strong)];
    let pieces = if title.named { pieces.as_slice() } else { &[] };
    let own: u16 = pieces.iter().map(|(text, _)| cells(text)).sum();
    let corner = corner(title.count, left.saturating_sub(own).into());
    if !corner.is_empty() {
        screen.put_right(rect.x + 2, rect.y, left, &corner, Role::Faint);
        left -= cells(&corner);
    }
    let pieces: Vec<(&str, Role)> =
        pieces.iter().map(|(text, role)| (text.as_str(), *role)).collect();
    screen.put_all(rect.x + 2, rect.y, left, &pieces);
    if focused && rect.width > 1 {
        // Without colours, and without a row to select, nothing else tells.
        screen.put(rect.x + 1, rect.y, 1, "▸", Role::Accent);
    }
    // The others stand in the order of their numbers, each with its number whatever room
    // there is.
    let end = rect.right().saturating_sub(2);
    if rect.height < 2 {
        return inner;
    }
    let others: Vec<(PaneId, String, String)> = title
        .sharing
        .iter()
        .filter(|id| **id != title.id)
        .map(|id| (*id, number(*id), name(*id)))
        .collect();
    let numbers: u16 = others.iter().map(|(_, number, _)| cells(number)).sum();
    let room = end.saturating_sub(rect.x + 2).saturating_sub(numbers);
    let names: Vec<u16> = others.iter().map(|(.., name)| cells(name)).collect();
    let most = widest(&names, room);
    let (mut x, y) = (rect.x + 2, rect.bottom() - 1);
    for (id, number, name) in &others {
        let name = match cells(name) {
            wide if wide <= most => name.clone(),
            // A sign and the mark say no more than the number.
            _ if most < 4 => String::new(),
            _ => format!("{} ", fit(name.trim_end(), usize::from(most) - 1)),
        };
        let pieces = [(number.as_str(), Role::Key), (name.as_str(), Role::Faint)];
        let wide = (cells(number) + cells(&name)).min(end.saturating_sub(x));
        screen.put_all(x, y, wide, &pieces);
        screen.target(Rect { x, y, width: wide, height: 1 }, Target::Pane(*id, None));
        x += wide;
    }
    inner
}

/// As many parts of a count as have room, the first first.
fn corner(count: &str, room: usize) -> String {
    let ends = count.match_indices(" · ").map(|(at, _)| at).chain([count.len()]);
    let parts = ends.filter_map(|end| count.get(..end)).filter(|part| !part.is_empty());
    let told = parts.map(|part| format!(" {part} ")).filter(|told| width(told) < room);
    told.last().unwrap_or_default()
}

/// The most cells that each of several texts can have so that all fit into `room`.
fn widest(texts: &[u16], room: u16) -> u16 {
    let fits = |most: &u16| texts.iter().map(|wide| (*wide).min(*most)).sum::<u16>() <= room;
    let longest = texts.iter().copied().max().unwrap_or_default();
    (0..=longest).rev().find(fits).unwrap_or_default()
}

/// What is inside a frame that cannot have the focus, with its margin.
pub(super) fn within(rect: Rect) -> Rect {
    let (x, y) = (rect.x.saturating_add(2), rect.y.saturating_add(1));
    let (width, height) = (rect.width.saturating_sub(4), rect.height.saturating_sub(2));
    Rect { x, y, width, height }
}

/// Draws a frame that cannot have the focus and returns what is inside, with a margin
/// left and right.
pub(super) fn plain(screen: &mut Screen<'_>, rect: Rect, title: &str) -> Rect {
    let inner = border(screen, rect, Role::Border);
    let room = rect.width.saturating_sub(4);
    if !title.is_empty() {
        screen.put(rect.x + 2, rect.y, room, &format!(" {title} "), Role::Heading);
    }
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

/// Draws the frame of a dialog over what is there and returns what is inside,
/// with a margin left and right.
pub(super) fn dialog(screen: &mut Screen<'_>, rect: Rect, title: &str, foot: &str) -> Rect {
    screen.clear(rect);
    screen.target(rect, Target::Dialog);
    let inner = border(screen, rect, Role::BorderFocused);
    let room = rect.width.saturating_sub(4);
    screen.put(rect.x + 2, rect.y, room, &format!(" {title} "), Role::BorderFocused);
    if !foot.is_empty() && rect.height > 1 {
        let foot = format!(" {foot} ");
        screen.put_right(rect.x + 2, rect.bottom() - 1, room, &foot, Role::Faint);
    }
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

/// Draws the frame of a message over what is there and returns what is inside, with a
/// margin left and right.
pub(super) fn note(screen: &mut Screen<'_>, rect: Rect, role: Role) -> Rect {
    screen.clear(rect);
    let inner = border(screen, rect, role);
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

/// Makes an edge of a frame one with the sides of the frame that it stands in.
pub(super) fn join(screen: &mut Screen<'_>, rect: Rect, focused: bool) {
    let role = if focused { Role::BorderFocused } else { Role::Border };
    let cell = |x| Rect { x, y: rect.y, width: 1, height: 1 };
    screen.sign(cell(rect.x), "├", role);
    screen.sign(cell(rect.right().saturating_sub(1)), "┤", role);
}

/// Fewest columns that are left of a window beside a dialog: with less, torn ends of what
/// lies below would stand beside its frame.
const BESIDE: u16 = 16;

/// Columns of a dialog that needs so many, in a window of so many: all of them where
/// little would be left.
pub(super) fn columns(window: u16, wanted: u16) -> u16 {
    if window.saturating_sub(wanted) < BESIDE { window } else { wanted }
}

/// The place of a dialog that needs so many columns and rows.
pub(super) fn centred(area: Rect, wanted: u16, rows: u16) -> Rect {
    middle(area, columns(area.width, wanted), rows)
}

/// A rectangle of a size in the middle of what is above the footer, never larger
/// than that. An odd cell is left over to the right and below; `Rect::centered`
/// leaves it to the left and above.
pub(super) fn middle(area: Rect, columns: u16, rows: u16) -> Rect {
    let area = above_footer(area);
    let (width, height) = (columns.min(area.width), rows.min(area.height));
    let (x, y) = (area.x + (area.width - width) / 2, area.y + (area.height - height) / 2);
    Rect { x, y, width, height }
}

/// An area without its last row.
pub(super) fn above_footer(area: Rect) -> Rect {
    Rect { height: area.height.saturating_sub(1), ..area }
}

/// What is left of an area from a row on.
pub(super) fn below(area: Rect, y: u16) -> Rect {
    Rect { y, height: area.bottom().saturating_sub(y), ..area }
}

/// Draws the border of a rectangle and returns what is inside.
fn border(screen: &mut Screen<'_>, rect: Rect, role: Role) -> Rect {
    if rect.width < 2 || rect.height < 2 {
        return Rect { width: 0, height: 0, ..rect };
    }
    let (left, right) = (rect.x, rect.right() - 1);
    let (top, bottom) = (rect.y, rect.bottom() - 1);
    let cell = |x, y| Rect { x, y, width: 1, height: 1 };
    let across = |y| Rect { x: left + 1, y, width: rect.width - 2, height: 1 };
    let down = |x| Rect { x, y: top + 1, width: 1, height: rect.height - 2 };
    for (place, sign) in [
        (across(top), "─"),
        (across(bottom), "─"),
        (down(left), "│"),
        (down(right), "│"),
        (cell(left, top), "╭"),
        (cell(right, top), "╮"),
        (cell(left, bottom), "╰"),
        (cell(right, bottom), "╯"),
    ] {
        screen.sign(place, sign, role);
    }
    Rect { x: rect.x + 1, y: rect.y + 1, width: rect.width - 2, height: rect.height - 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_torn_stands_beside_a_dialog() {
        for window in 20..200 {
            let beside = window - columns(window, 70);
            assert!(beside == 0 || beside >= BESIDE, "{window}: {beside}");
            let place = centred(Rect::new(0, 0, window, 24), 70, 9);
            assert_eq!(place.width, columns(window, 70).min(window));
        }
    }

    #[test]
    fn of_a_count_the_first_parts_are_told() {
        let count = "2 selected · 0/4 · 1 new";
        assert_eq!(corner(count, 40), " 2 selected · 0/4 · 1 new ");
        assert_eq!(corner(count, 22), " 2 selected · 0/4 ");
        assert_eq!(corner(count, 16), " 2 selected ");
        assert_eq!((corner(count, 12).as_str(), corner("", 40).as_str()), ("", ""));
    }
}
