//! Signs for terminals that have few: a last pass over a finished frame.
//!
//! Frames, marks and digits are drawn with signs that some fonts lack, that a
//! terminal set up for Chinese, Japanese or Korean may draw twice as wide (their
//! width is "ambiguous" in Unicode), and that an encoding other than UTF-8 does
//! not have. Each has a stand-in of the same width.

use ratatui::buffer::Buffer;

use crate::text::width;

/// Which signs a terminal is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signs {
    /// All of them.
    #[default]
    Full,
    /// ASCII for frames, marks and punctuation; letters of any script stay.
    Ascii,
    /// Nothing but ASCII: the encoding of the terminal has no more.
    OnlyAscii,
}

/// Puts the signs of a frame into what the terminal has.
pub(super) fn replace(buffer: &mut Buffer, signs: Signs) {
    if signs == Signs::Full {
        return;
    }
    for cell in &mut buffer.content {
        if cell.symbol().is_ascii() {
            continue;
        }
        if let Some(instead) = stand_in(cell.symbol()) {
            cell.set_symbol(instead);
        } else if signs == Signs::OnlyAscii {
            let unknown = if width(cell.symbol()) > 1 { "??" } else { "?" };
            cell.set_symbol(unknown);
        }
    }
}

/// What stands for a sign, one cell for one.
fn stand_in(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "─" | "–" | "—" | "‑" | "▱" => "-",
        "│" => "|",
        "╭" | "╮" | "╰" | "╯" => "+",
        "▰" => "#",
        "○" | "°" => "o",
        "✓" => "x",
        "▸" | "›" | "→" | "►" | "≥" => ">",
        "‹" | "←" | "≤" => "<",
        "▴" | "↑" => "^",
        "▾" | "↓" => "v",
        "·" => ".",
        "•" => "*",
        // What is cut must not look like the end of a sentence.
        "…" => "~",
        "×" | "✗" => "X",
        "“" | "”" | "„" | "«" | "»" => "\u{22}",
        "‘" | "’" | "‚" => "'",
        "\u{a0}" => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn a_frame_keeps_its_cells() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "╭─ 银行 é│", ratatui::style::Style::new());
        let mut only = buffer.clone();
        replace(&mut buffer, Signs::Ascii);
        let text = |buffer: &Buffer| {
            buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
        };
        assert_eq!(text(&buffer), "+- 银 行  é|  ".to_owned());
        replace(&mut only, Signs::OnlyAscii);
        assert_eq!(text(&only), "+- ?? ??  ?|  ".to_owned());
    }
}
