//! How each piece of the screen is drawn, by its role. A theme is data. Nothing
//! is said by colour alone.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use ron::value::RawValue;
use serde::Deserialize;

use super::{
    colour::{Depth, contrast, parse, reduce},
    signs::Signs,
};
use crate::{
    domain::named,
    text::{Position, RonError, read_packed, read_piece, read_ron},
};

named! {
    /// What a piece of the screen is. The names are those of a theme.
    pub(super) enum Role {
        /// Everything that has no colour of its own.
        Ground = "ground",
        Text = "text",
        /// Text of less weight.
        Faint = "faint",
        /// The name of the program and headings.
        Heading = "heading",
        Border = "border",
        BorderFocused = "border-focused",
        /// What has the focus.
        Selected = "selected",
        /// Today in the weeks of a countdown.
        Today = "today",
        /// It is done or in order.
        Good = "good",
        /// It is open.
        Open = "open",
        /// It is near, or only half sure.
        Soon = "soon",
        /// It is late or went wrong.
        Bad = "bad",
        /// What matters most: the next step and the count.
        Accent = "accent",
        /// A key to press.
        Key = "key",
        /// A field to type into.
        Field = "field",
        /// A code to scan: dark on light, whatever the terminal is.
        Code = "code",
        /// Everything below a dialog.
        Behind = "behind",
    }
}

/// The themes that ringoff comes with, by the names of their files.
const BUILT_IN: [&str; 5] = ["own", "dark", "light", "contrast", "plain"];

/// One of them as it was prepared.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct BuiltIn<'a> {
    #[serde(borrow)]
    roles: BTreeMap<&'a str, Piece>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File<'a> {
    base: Option<String>,
    #[serde(borrow)]
    roles: BTreeMap<String, &'a RawValue>,
}

/// What a theme says of a role; what it leaves out stays as it was.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Piece {
    fg: Option<String>,
    bg: Option<String>,
    bold: Option<bool>,
    dim: Option<bool>,
    underline: Option<bool>,
    reverse: Option<bool>,
}

/// What is wrong with an entry of a theme. The entry alone is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeFault {
    /// The file, or what it says of a role, could not be read.
    Unreadable(RonError),
    /// There is no theme of this name to begin with.
    NoBase(usize, String),
    /// There is no such role.
    NoRole(usize, String),
    /// This is no colour.
    NoColour(usize, String),
}

/// The contrast in which a text can be read.
const LEAST: f64 = 4.5;

/// How each role is drawn, and with which signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    styles: [Style; Role::ALL.len()],
    signs: Signs,
}

impl Role {
    /// The role of this name.
    fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

impl Theme {
    /// The terminal's own colours.
    pub fn own() -> Self {
        Self::named("own", Depth::True).unwrap_or_else(Self::bare)
    }

    /// No colours at all: weight, underline and reverse have to do.
    pub fn plain() -> Self {
        Self::named("plain", Depth::None).unwrap_or_else(Self::bare)
    }

    /// Nothing but the selection. Used only if a built-in theme cannot be read,
    /// which a test rules out.
    fn bare() -> Self {
        let mut theme = Self { styles: [Style::new(); _], signs: Signs::Full };
        *theme.of(Role::Selected) = Style::new().add_modifier(Modifier::REVERSED);
        theme
    }

    /// The names of the themes that ringoff comes with.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.into_iter()
    }

    /// The built-in theme of this name on a terminal of this depth. A theme of
    /// fixed colours is replaced by `own` on a terminal that has none; without any
    /// colour there is only `plain`.
    pub fn named(name: &str, depth: Depth) -> Option<Self> {
        let name = BUILT_IN.into_iter().find(|own| *own == name)?;
        let name = match depth {
            Depth::None => "plain",
            Depth::Sixteen if name != "plain" => "own",
            _ => name,
        };
        // A test reads the file as one of the person's own, and finds no fault.
        let file: BuiltIn<'_> = read_packed(&format!("themes/{name}.ron")).ok()?;
        let mut theme = Self { styles: [Style::new(); _], signs: Signs::Full };
        for (name, piece) in &file.roles {
            theme.change(Role::of_word(name)?, piece, depth);
        }
        theme.let_selected_stand_out();
        Some(theme)
    }

    /// A theme of the person's own, laid over the one it names as its base.
    /// What is wrong is left out and returned.
    pub fn of_person(source: &str, depth: Depth) -> (Self, Vec<ThemeFault>) {
        let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
        let own = || Self::named("own", depth).unwrap_or_else(Self::bare);
        let file: File<'_> = match read_ron(source) {
            Ok(file) => file,
            Err(error) => return (own(), vec![ThemeFault::Unreadable(error)]),
        };
        let mut faults = Vec::new();
        let base = file.base.as_deref().unwrap_or("own");
        let mut theme = Self::named(base, depth).unwrap_or_else(|| {
            faults.push(ThemeFault::NoBase(line_of(source, base), base.to_owned()));
            own()
        });
        // Without colours the weights of the person's theme still count.
        faults.extend(theme.lay_over(&file, source, depth));
        (theme, faults)
    }

    fn lay_over(&mut self, file: &File<'_>, source: &str, depth: Depth) -> Vec<ThemeFault> {
        let mut faults = Vec::new();
        for (name, raw) in &file.roles {
            let line = Position::in_piece(source, raw, "").line;
            let Some(role) = Role::of_word(name) else {
                faults.push(ThemeFault::NoRole(line, name.clone()));
                continue;
            };
            let piece: Piece = match read_piece(source, raw) {
                Ok(piece) => piece,
                Err(error) => {
                    faults.push(ThemeFault::Unreadable(error));
                    continue;
                }
            };
            let unknown = self.change(role, &piece, depth);
            faults.extend(unknown.into_iter().map(|colour| ThemeFault::NoColour(line, colour)));
        }
        self.let_selected_stand_out();
        faults
    }

    /// Draws a role as a theme says, and returns what is no colour there.
    fn change(&mut self, role: Role, piece: &Piece, depth: Depth) -> Vec<String> {
        let mut unknown = Vec::new();
        let mut colour = |written: &Option<String>| {
            let written = written.as_ref()?;
            let found = parse(written).map(|colour| reduce(colour, depth));
            if found.is_none() {
                unknown.push(written.clone());
            }
            found
        };
        let (fg, bg) = (colour(&piece.fg), colour(&piece.bg));
        let style = self.of(role);
        style.fg = fg.or(style.fg);
        style.bg = bg.or(style.bg);
        for (wanted, weight) in [
            (piece.bold, Modifier::BOLD),
            (piece.dim, Modifier::DIM),
            (piece.underline, Modifier::UNDERLINED),
            (piece.reverse, Modifier::REVERSED),
        ] {
            if let Some(wanted) = wanted {
                style.add_modifier.set(weight, wanted);
            }
        }
        unknown
    }

    /// Whatever a theme says, what is selected can be seen.
    fn let_selected_stand_out(&mut self) {
        let (ground, selected) = (*self.of(Role::Ground), *self.of(Role::Selected));
        let stands_out = selected.bg.is_some_and(|bg| bg != Color::Reset && Some(bg) != ground.bg);
        if !stands_out {
            self.of(Role::Selected).add_modifier |= Modifier::REVERSED;
        }
    }

    /// The same with other signs.
    #[must_use]
    pub fn with_signs(self, signs: Signs) -> Self {
        Self { signs, ..self }
    }

    /// Which signs it draws.
    pub(super) fn signs(&self) -> Signs {
        self.signs
    }

    #[expect(clippy::indexing_slicing, reason = "there is a style for every role")]
    fn of(&mut self, role: Role) -> &mut Style {
        &mut self.styles[role as usize]
    }

    /// How a state is drawn in the selected row; nothing where it has no colour of its own, or
    /// where nobody knows how that looks on the selection: its sign and its word say the same.
    /// Where its colour cannot be read on the ground of the selection, it is its ground.
    pub(super) fn selected(&self, role: Role) -> Option<Style> {
        if !matches!(role, Role::Good | Role::Soon | Role::Bad) {
            return None;
        }
        let (ground, style) = (self.style(Role::Ground), self.style(role));
        let selected = self.style(Role::Selected);
        let colour = style.fg.filter(|colour| *colour != Color::Reset && style.fg != ground.fg)?;
        let reversed = selected.add_modifier.contains(Modifier::REVERSED);
        let bar = selected.bg.filter(|_| !reversed)?;
        let weights = selected.add_modifier.union(style.add_modifier);
        let drawn = Style::new().fg(colour).add_modifier(weights);
        if contrast(colour, bar)? >= LEAST {
            return Some(drawn.bg(bar));
        }
        Some(drawn.bg(ground.bg.unwrap_or(Color::Reset)).add_modifier(Modifier::REVERSED))
    }

    /// How a role is drawn, whatever was there before.
    pub(super) fn style(&self, role: Role) -> Style {
        let of = |role: Role| self.styles.get(role as usize).copied().unwrap_or_default();
        let (ground, style) = (of(Role::Ground), of(role));
        Style {
            fg: style.fg.or(ground.fg).or(Some(Color::Reset)),
            bg: style.bg.or(ground.bg).or(Some(Color::Reset)),
            sub_modifier: Modifier::all().difference(style.add_modifier),
            ..style
        }
    }
}

/// The line in which a quoted name stands first.
fn line_of(source: &str, name: &str) -> usize {
    let quoted = format!("\"{name}\"");
    source.lines().position(|line| line.contains(&quoted)).map_or(1, |at| at + 1)
}

#[cfg(test)]
mod tests;
