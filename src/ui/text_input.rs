//! The part of a typed line that is visible, and its cursor.

use tui_input::Input;

use crate::text::graphemes;

/// What is seen of an input in so many cells.
pub(super) struct Visible {
    /// The text from the first visible cell on.
    pub(super) text: String,
    /// Whether text is hidden to the left.
    pub(super) cut: bool,
    /// Cells from there to the cursor.
    pub(super) cursor: u16,
}

/// What is seen of `input` in so many cells: it is scrolled to the cursor.
pub(super) fn visible(input: &Input, cells: u16) -> Visible {
    let scroll = input.visual_scroll(cells.into());
    let mut skipped = 0;
    let text = graphemes(input.value())
        .skip_while(|(_, wide)| {
            let before = skipped < scroll;
            skipped += wide;
            before
        })
        .map(|(grapheme, _)| grapheme)
        .collect();
    let cursor = input.visual_cursor().saturating_sub(scroll);
    Visible { text, cut: scroll > 0, cursor: u16::try_from(cursor).unwrap_or(u16::MAX) }
}
