//! What is drawn with, and what the terminal is asked about that.
//!
//! Owns: the themes at hand and the signs. Must not know: which theme is
//! active; the model knows.

use std::cell::OnceCell;

use super::abilities::Blanks;
use crate::{
    text::Charset,
    ui::{Depth, Signs, Theme},
};

/// What is drawn with.
#[derive(Clone, Debug)]
pub struct Appearance {
    /// The themes at hand, by name; a built-in one is made when it is first
    /// drawn with.
    pub themes: Vec<(String, OnceCell<Theme>)>,
    /// How many colours the terminal shows.
    pub depth: Depth,
    /// Which signs are drawn.
    pub signs: Signs,
    /// The encoding of the terminal, where it is not UTF-8.
    pub charset: Option<Charset>,
    /// The window's title is set.
    pub title: bool,
    /// How blanks are written.
    pub blanks: Blanks,
    /// The terminal is asked whether its background is light; the answer
    /// chooses the theme.
    pub ask_background: bool,
    /// The terminal is asked how wide it draws frames; the answer chooses the
    /// signs.
    pub ask_width: bool,
}

impl Appearance {
    /// The theme of a name, with the signs that are drawn. A name that no
    /// theme has gives the terminal's own colours.
    pub(super) fn theme(&self, name: &str) -> Theme {
        let make = || Theme::named(name, self.depth).unwrap_or_else(Theme::own);
        let found = self.themes.iter().find(|(own, _)| own == name);
        found.map_or_else(Theme::own, |(_, theme)| *theme.get_or_init(make)).with_signs(self.signs)
    }

    /// What is written before the first frame to ask the terminal; it leaves
    /// no trace on the screen. The last question is one that every terminal
    /// answers, so that it is known when no other answer will come.
    pub(super) fn questions(&self) -> String {
        let background = if self.ask_background { "\u{1b}]11;?\u{1b}\\" } else { "" };
        // In the third row: an answer from the first would read as a function key.
        let width = if self.ask_width { "\u{1b}[3;1H─\u{1b}[6n\u{1b}[3;1H\u{1b}[2K" } else { "" };
        if background.is_empty() && width.is_empty() {
            return String::new();
        }
        format!("{background}{width}\u{1b}[c")
    }
}
