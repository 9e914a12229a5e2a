//! How many cells text takes, counted as the frame counts them.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// What a person calls characters, each with the cells it takes.
pub(crate) fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true).map(|grapheme| (grapheme, grapheme.width()))
}

/// The cells `text` takes on one line.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    let plain = text.chars().try_fold(0, |cells, c| Some(cells + plain_cells(c)?));
    plain.unwrap_or_else(|| graphemes(text).map(|(_, cells)| cells).sum())
}

/// Whether every character takes one cell and is nothing but itself: such a text can be
/// written as it is.
pub(crate) fn takes_a_cell_a_sign(text: &str) -> bool {
    text.chars().all(|c| plain_cells(c) == Some(1))
}

/// The cells of a character that stands for itself wherever it stands: it joins no
/// other and is composed already. Nearly all that is shown is made of these, and to
/// count them costs little.
pub(super) fn plain_cells(c: char) -> Option<usize> {
    match c {
        ' '..='~'
        | '·'
        | '–'
        | '—'
        | '‘'..='”'
        | '•'
        | '…'
        | '\u{2500}'..='\u{259F}'
        | '▰'
        | '▱'
        | '▸'
        | '▾'
        | '○'
        | '✓' => Some(1),
        '\u{3000}'..='\u{3029}' | '\u{4E00}'..='\u{9FFF}' | '！'..='｠' => Some(2),
        _ => None,
    }
}

/// `text` if it fits into `cells`, else as much of it as fits with `…` at the
/// end. Never wider than `cells`.
pub(crate) fn fit(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut left = cells.saturating_sub(1);
    for (grapheme, wide) in graphemes(text) {
        if wide > left {
            break;
        }
        left -= wide;
        out.push_str(grapheme);
    }
    if cells > 0 {
        out.push('…');
    }
    out
}

/// `text` fitted into exactly `cells`, with blanks at the end.
pub(crate) fn pad(text: &str, cells: usize) -> String {
    let mut out = fit(text, cells);
    let missing = cells.saturating_sub(width(&out));
    out.extend(std::iter::repeat_n(' ', missing));
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn wide_characters_are_never_cut_in_half() {
        assert_eq!(fit("马来亚银行", 6), "马来…");
        assert_eq!(fit("Maybank", 7), "Maybank");
        assert_eq!(pad("银行", 6), "银行  ");
        assert_eq!(fit("ab", 0), "");
    }

    proptest! {
        #[test]
        fn plain_characters_are_counted_as_others_are(
            text in "[ -~·–—‘-”•…\u{2500}-\u{259F}▰▱▸▾○✓\u{3000}-\u{3029}一-鿿！-｠é👩\u{301}\u{FE0F}]{0,12}",
        ) {
            let counted: usize = graphemes(&text).map(|(_, cells)| cells).sum();
            prop_assert_eq!(width(&text), counted, "{}", text);
        }

        #[test]
        fn a_fitted_text_fits(text in ".*", cells in 0_usize..40) {
            prop_assert!(width(&fit(&text, cells)) <= cells);
            prop_assert_eq!(width(&pad(&text, cells)), cells);
        }
    }
}
