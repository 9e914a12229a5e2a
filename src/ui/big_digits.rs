//! Big digits: three cells wide and three rows high, or five and four.

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

/// The strokes of each digit as a digital clock has them: above, upper left, upper right,
/// middle, lower left, lower right, below.
const STROKES: [[bool; 7]; 10] = {
    const X: bool = true;
    const O: bool = false;
    [
        [X, X, X, O, X, X, X],
        [O, O, X, O, O, X, O],
        [X, O, X, X, X, O, X],
        [X, O, X, X, O, X, X],
        [O, X, X, X, O, X, O],
        [X, X, O, X, O, X, X],
        [X, X, O, X, X, X, X],
        [X, O, X, O, O, X, O],
        [X, X, X, X, X, X, X],
        [X, X, X, X, O, X, X],
    ]
};

/// Rows a big number takes.
pub(super) const HEIGHT: u16 = 3;

/// Rows a number takes where there is room.
pub(super) const TALL: u16 = 4;

/// The rows of a digit of four rows, drawn with half blocks: a stroke is as thick across
/// as it is down.
fn tall(strokes: [bool; 7]) -> [String; 4] {
    let [above, upper_left, upper_right, middle, lower_left, lower_right, below] = strokes;
    let row = |left: bool, across: Option<&str>, right: bool| {
        let side = |is: bool| if is { "█" } else { across.unwrap_or(" ") };
        format!("{}{}{}", side(left), across.unwrap_or(" ").repeat(3), side(right))
    };
    [
        row(upper_left, above.then_some("▀"), upper_right),
        row(upper_left, middle.then_some("▄"), upper_right),
        row(lower_left, None, lower_right),
        row(lower_left, below.then_some("▄"), lower_right),
    ]
}

/// A one of four rows, with a foot: else it reads as a line.
const TALL_ONE: [&str; 4] = ["▀█ ", " █ ", " █ ", "▄█▄"];

/// The same in ASCII.
fn tall_in_ascii(strokes: [bool; 7]) -> [String; 4] {
    let [above, upper_left, upper_right, middle, lower_left, lower_right, below] = strokes;
    let row = |left: bool, across: bool, right: bool| {
        let side = |is: bool| if is { "|" } else { " " };
        format!("{}{}{}", side(left), if across { "___" } else { "   " }, side(right))
    };
    [
        row(false, above, false),
        row(upper_left, middle, upper_right),
        row(lower_left, false, lower_right),
        row(lower_left, below, lower_right),
    ]
}

/// Writes a number in digits of four rows and returns the cells used.
pub(super) fn draw_tall(screen: &mut Screen<'_>, area: Rect, number: u32, role: Role) -> u16 {
    let full = screen.signs() == Signs::Full;
    let mut x = area.x;
    for digit in number.to_string().chars().filter_map(|c| c.to_digit(10)) {
        let Some(strokes) = STROKES.get(digit as usize) else { continue };
        let rows = if full { tall(*strokes) } else { tall_in_ascii(*strokes) };
        let one = full && digit == 1;
        let rows = if one { TALL_ONE.map(str::to_owned) } else { rows };
        // In ASCII it needs no room in front of it.
        let skip: u8 = if digit == 1 && !full { 3 } else { 0 };
        for (row, y) in rows.iter().zip(area.y..area.bottom()) {
            let row: String = row.chars().skip(skip.into()).collect();
            screen.put(x, y, area.right().saturating_sub(x), &row, role);
        }
        x += if one { 5 } else { 7 - u16::from(skip) };
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
