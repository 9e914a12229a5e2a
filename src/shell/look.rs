//! How the dashboard looks and what it asks the terminal.

use crate::ui::{Signs, Theme};

/// How the dashboard looks.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, not a state")]
pub struct Look {
    /// The themes at hand, by name.
    pub themes: Vec<(String, Theme)>,
    /// The one that is worn at first.
    pub worn: String,
    /// Which signs are drawn.
    pub signs: Signs,
    /// Clicks and the wheel are taken.
    pub mouse: bool,
    /// The window's title is set.
    pub title: bool,
    /// The terminal is asked what its ground is.
    pub ask_ground: bool,
    /// The terminal is asked how wide it draws frames.
    pub ask_width: bool,
}

impl Look {
    /// The theme of a name with the signs that are drawn.
    pub(super) fn theme(&self, name: &str) -> Option<Theme> {
        let found = self.themes.iter().find(|(own, _)| own == name);
        found.map(|(_, theme)| theme.with_signs(self.signs))
    }
}

/// What the terminal answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Its ground is light, or dark.
    Ground {
        /// It is light.
        light: bool,
    },
    /// After one sign of a frame in the first column the cursor stood in this
    /// column, from 1.
    Column(u32),
    /// It has answered everything it ever will.
    Done,
}

/// What is asked before the first frame is drawn, and leaves no trace. The last
/// question is one that every terminal answers, so that it is known when no
/// other answer will come.
pub(super) fn questions(look: &Look) -> String {
    let ground = if look.ask_ground { "\u{1b}]11;?\u{1b}\\" } else { "" };
    // In the third row: an answer from the first would read as a function key.
    let width = if look.ask_width { "\u{1b}[3;1H─\u{1b}[6n\u{1b}[3;1H\u{1b}[2K" } else { "" };
    if ground.is_empty() && width.is_empty() {
        return String::new();
    }
    format!("{ground}{width}\u{1b}[c")
}
