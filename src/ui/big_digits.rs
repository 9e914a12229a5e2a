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

/// Each row of a digit as three points, from the left.
const POINTS: [[u8; 5]; 10] = [
    [0b111, 0b101, 0b101, 0b101, 0b111],
    [0b010, 0b110, 0b010, 0b010, 0b111],
    [0b111, 0b001, 0b111, 0b100, 0b111],
    [0b111, 0b001, 0b111, 0b001, 0b111],
    [0b101, 0b101, 0b111, 0b001, 0b001],
    [0b111, 0b100, 0b111, 0b001, 0b111],
    [0b111, 0b100, 0b111, 0b101, 0b111],
    [0b111, 0b001, 0b001, 0b010, 0b010],
    [0b111, 0b101, 0b111, 0b101, 0b111],
    [0b111, 0b101, 0b111, 0b001, 0b111],
];

/// Rows a big number takes.
pub(super) const HEIGHT: u16 = 3;

/// Rows a number takes where there is much room.
pub(super) const TALL: u16 = 5;

/// Writes a number in digits of five rows, two cells a point, and returns the cells
/// used.
pub(super) fn draw_tall(screen: &mut Screen<'_>, area: Rect, number: u32, role: Role) -> u16 {
    let point = if screen.signs() == Signs::Full { "█" } else { "#" };
    let mut x = area.x;
    for digit in number.to_string().chars().filter_map(|c| c.to_digit(10)) {
        let Some(rows) = POINTS.get(digit as usize) else { continue };
        for (row, y) in rows.iter().zip(area.y..area.bottom()) {
            for at in (0..3_u16).filter(|at| row >> (2 - at) & 1 == 1) {
                let place = Rect { x: x + at * 2, y, width: 2, height: 1 };
                screen.sign(place.intersection(area), point, role);
            }
        }
        x += 8;
    }
    x.saturating_sub(area.x)
}

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
