//! Big digits: three cells wide, three rows high.

use ratatui::layout::Rect;

use super::{screen::Screen, signs::Signs, theme::Role};

const DIGITS: [[&str; 3]; 10] = [
    ["█▀█", "█ █", "▀▀▀"],
    ["▄█ ", " █ ", "▀▀▀"],
    ["▀▀█", "█▀▀", "▀▀▀"],
    ["▀▀█", " ▀█", "▀▀▀"],
    ["█ █", "▀▀█", "  ▀"],
    ["█▀▀", "▀▀█", "▀▀▀"],
    ["█▀▀", "█▀█", "▀▀▀"],
    ["▀▀█", "  █", "  ▀"],
    ["█▀█", "█▀█", "▀▀▀"],
    ["█▀█", "▀▀█", "▀▀▀"],
];

/// The same in ASCII, as a digital clock shows them.
const IN_ASCII: [[&str; 3]; 10] = [
    [" _ ", "| |", "|_|"],
    ["   ", "  |", "  |"],
    [" _ ", " _|", "|_ "],
    [" _ ", " _|", " _|"],
    ["   ", "|_|", "  |"],
    [" _ ", "|_ ", " _|"],
    [" _ ", "|_ ", "|_|"],
    [" _ ", "  |", "  |"],
    [" _ ", "|_|", "|_|"],
    [" _ ", "|_|", " _|"],
];

/// Rows a big number takes.
pub(super) const HEIGHT: u16 = 3;

/// Writes a number in big digits and returns the cells used.
pub(super) fn draw(screen: &mut Screen<'_>, area: Rect, number: u32, role: Role) -> u16 {
    let mut x = area.x;
    for digit in number.to_string().chars().filter_map(|c| c.to_digit(10)) {
        let shapes = if screen.signs() == Signs::Full { DIGITS } else { IN_ASCII };
        let Some(rows) = shapes.get(digit as usize) else { continue };
        for (row, y) in rows.iter().zip(area.y..area.bottom()) {
            screen.put(x, y, area.right().saturating_sub(x), row, role);
        }
        x += 4;
    }
    x.saturating_sub(area.x)
}
