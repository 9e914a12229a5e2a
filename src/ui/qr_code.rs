//! A QR code, which a phone can scan from the screen. Each line of text has two
//! rows of it.

use qrcode::{Color, EcLevel, QrCode};
use ratatui::layout::Rect;

use super::{screen::Screen, signs::Signs, theme::Role};

/// Light cells around the code: scanners need some, four are ideal, two do.
const QUIET: usize = 2;

/// Columns and rows of the code of `text`.
pub(super) fn size(text: &str) -> Option<(u16, u16)> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let side = code.width() + 2 * QUIET;
    Some((u16::try_from(side).ok()?, u16::try_from(side.div_ceil(2)).ok()?))
}

/// The code of `text` in half blocks, which stand for its cells of the colour `ink`.
fn lines(text: &str, ink: Color) -> Option<Vec<String>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let (wide, colours) = (code.width(), code.to_colors());
    let side = wide + 2 * QUIET;
    let inked = |x: usize, y: usize| {
        let inside = |at: usize| at.checked_sub(QUIET).filter(|at| *at < wide);
        let place = inside(x).zip(inside(y)).map(|(x, y)| y * wide + x);
        place.and_then(|place| colours.get(place)).unwrap_or(&Color::Light) == &ink
    };
    let cell = |x, y| match (inked(x, y), y + 1 < side && inked(x, y + 1)) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    let line = |y| (0..side).map(|x| cell(x, y)).collect();
    Some((0..side).step_by(2).map(line).collect())
}

/// The code of `text` for a terminal that is printed on. Most are dark: so the light
/// cells are written.
pub(crate) fn printed(text: &str) -> Option<Vec<String>> {
    lines(text, Color::Light)
}

/// Draws the code of `text` in the upper left of an area and returns its rows;
/// none when the area is too small.
pub(super) fn draw(screen: &mut Screen<'_>, area: Rect, text: &str) -> Option<u16> {
    // It is made of half blocks.
    if screen.signs() != Signs::Full {
        return None;
    }
    let (columns, rows) = size(text)?;
    if columns > area.width || rows > area.height {
        return None;
    }
    for (line, y) in lines(text, Color::Dark)?.iter().zip(area.y..) {
        screen.put(area.x, y, columns, line, Role::Code);
    }
    Some(rows)
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::ui::theme::Theme;

    /// What another reader makes of the code on the screen.
    fn read(text: &str, area: Rect) -> Option<String> {
        let mut buffer = Buffer::empty(area);
        draw(&mut Screen::new(&mut buffer, &Theme::own()), area, text)?;
        let (wide, high) = (usize::from(area.width), usize::from(area.height) * 2);
        // Scanners see points, not cells: each becomes a square of eight.
        let dark = |x: usize, y: usize| {
            let at = (u16::try_from(x / 8).expect("fits"), u16::try_from(y / 16).expect("fits"));
            let symbol = buffer.cell(at).expect("a cell").symbol();
            matches!((symbol, y / 8 % 2), ("█", _) | ("▀", 0) | ("▄", 1))
        };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(wide * 8, high * 8, |x, y| {
            if dark(x, y) { 0 } else { 255 }
        });
        let found = image.detect_grids().into_iter().next()?;
        Some(found.decode().expect("reads").1)
    }

    #[test]
    fn another_reader_reads_it_off_the_screen() {
        for text in ["tel:123", "tel:1800821123", "https://www.hotlink.com.my", "tel:*100%23"] {
            assert_eq!(read(text, Rect::new(0, 0, 30, 20)).as_deref(), Some(text));
        }
    }

    #[test]
    fn on_a_dark_terminal_the_light_cells_are_written_and_it_reads_as_well() {
        let text = "https://kopi.example/help/phone";
        let lines = printed(text).expect("a code");
        let cells: Vec<Vec<char>> = lines.iter().map(|line| line.chars().collect()).collect();
        let light = |x: usize, y: usize| {
            let symbol = cells[y / 16][x / 8];
            matches!((symbol, y / 8 % 2), ('█', _) | ('▀', 0) | ('▄', 1))
        };
        let (wide, high) = (cells[0].len() * 8, cells.len() * 16);
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(wide, high, |x, y| {
            if light(x, y) { 255 } else { 0 }
        });
        let found = image.detect_grids().into_iter().next().expect("a code");
        assert_eq!(found.decode().expect("reads").1, text);
    }

    #[test]
    fn what_has_no_room_is_not_drawn_in_part() {
        assert_eq!(read("tel:1800821123", Rect::new(0, 0, 24, 20)), None);
        assert_eq!(read("tel:1800821123", Rect::new(0, 0, 30, 12)), None);
        assert_eq!(read(&"x".repeat(5000), Rect::new(0, 0, 200, 200)), None);
    }
}
