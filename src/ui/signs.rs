//! Replacing the characters that a terminal cannot show, in what is drawn.
//!
//! Frames, marks and digits are drawn with characters outside of ASCII. Some fonts
//! lack them; a terminal set up for Chinese, Japanese or Korean may draw them two
//! cells wide (their width is "ambiguous" in Unicode); an encoding other than
//! UTF-8 does not have them. Each has a replacement of the same width.

use ratatui::buffer::Cell;

use crate::text::{plain_sign, width};

/// Which characters a terminal is given: the setting `signs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signs {
    /// All of them.
    #[default]
    Full,
    /// ASCII for frames, marks and punctuation; letters of every script stay.
    Ascii,
    /// Nothing but ASCII: the encoding of the terminal has no more.
    OnlyAscii,
}

/// Replaces what the terminal cannot show.
pub(super) fn replace(cells: &mut [Cell], signs: Signs) {
    if signs == Signs::Full {
        return;
    }
    for cell in cells {
        if cell.symbol().is_ascii() {
            continue;
        }
        if let Some(instead) = plain_sign(cell.symbol()) {
            cell.set_symbol(instead);
        } else if signs == Signs::OnlyAscii {
            let unknown = if width(cell.symbol()) > 1 { "??" } else { "?" };
            cell.set_symbol(unknown);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::{buffer::Buffer, layout::Rect};

    use super::*;

    #[test]
    fn no_two_marks_of_a_list_look_alike() {
        use crate::{app::RowStatus, ui::row_lines::sign};
        // What is due and what is late differ in colour only, and say so in words.
        let rows = [
            RowStatus::Open,
            RowStatus::Done,
            RowStatus::Waived,
            RowStatus::NotNeeded,
            RowStatus::Waiting,
            RowStatus::Unsure,
            RowStatus::Alert,
            RowStatus::Plain,
        ];
        let signs = rows.map(|status| sign(status).0).into_iter().chain(["▴", "▾"]);
        let mut plain: Vec<&str> = signs.map(|sign| plain_sign(sign).unwrap_or(sign)).collect();
        let all = plain.len();
        plain.sort_unstable();
        plain.dedup();
        assert_eq!(plain.len(), all, "{plain:?}");
    }

    #[test]
    fn a_frame_keeps_its_cells() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "╭─ 银行 é│", ratatui::style::Style::new());
        let mut only = buffer.clone();
        replace(&mut buffer.content, Signs::Ascii);
        let text = |buffer: &Buffer| buffer.content.iter().map(Cell::symbol).collect::<String>();
        assert_eq!(text(&buffer), "+- 银 行  é|  ".to_owned());
        replace(&mut only.content, Signs::OnlyAscii);
        assert_eq!(text(&only), "+- ?? ??  ?|  ".to_owned());
    }
}
