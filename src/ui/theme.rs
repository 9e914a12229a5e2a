//! Colours, by role. The default theme uses the terminal's own colours, so
//! that it is at home on dark and on light; meaning is never in colour alone.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Running text.
    Text,
    /// Text of less weight.
    Faint,
    /// The name of the program and headings.
    Heading,
    /// A frame.
    Border,
    /// The frame of what has the focus.
    BorderFocused,
    /// What has the focus.
    Selected,
    /// It holds.
    Good,
    /// It is open.
    Open,
    /// It is late or went wrong.
    Bad,
    /// What matters most: next, and the count.
    Accent,
    /// A key to press.
    Key,
    /// A field to type into.
    Field,
    /// A code to scan: dark on light, whatever the terminal is.
    Code,
}

/// The look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    coloured: bool,
}

impl Theme {
    /// The terminal's own colours.
    pub fn own() -> Self {
        Self { coloured: true }
    }

    /// No colours at all: weight, underline and reverse have to do.
    pub fn plain() -> Self {
        Self { coloured: false }
    }

    pub(super) fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let (colour, modifier) = match role {
            Role::Text => (Color::Reset, Modifier::empty()),
            Role::Faint | Role::Border => (Color::Reset, Modifier::DIM),
            Role::Heading | Role::Open => (Color::Reset, Modifier::BOLD),
            Role::BorderFocused | Role::Accent => (Color::Cyan, Modifier::BOLD),
            Role::Selected => (Color::Reset, Modifier::REVERSED),
            Role::Good => (Color::Green, Modifier::empty()),
            Role::Bad => (Color::Red, Modifier::BOLD),
            Role::Key => (Color::Cyan, Modifier::empty()),
            Role::Code => (Color::Black, Modifier::empty()),
            Role::Field => (Color::Reset, Modifier::UNDERLINED),
        };
        let colour = if self.coloured { colour } else { Color::Reset };
        // Without colour a key would look like the words beside it.
        let modifier = match role {
            Role::Key if !self.coloured => Modifier::BOLD,
            // Dark on light where the terminal is dark, as most are.
            Role::Code if !self.coloured => Modifier::REVERSED,
            _ => modifier,
        };
        let style = plain.fg(colour).add_modifier(modifier);
        if role == Role::Code && self.coloured { style.bg(Color::White) } else { style }
    }

    /// The same, leaving nothing of what a cell was before.
    pub(super) fn exactly(self, role: Role) -> Style {
        let style = self.style(role);
        Style { sub_modifier: Modifier::all().difference(style.add_modifier), ..style }
    }
}
