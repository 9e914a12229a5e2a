//! How a cell is written, and the codes from one way to another.

use std::io::{self, Write as _};

use ratatui::style::{Color, Modifier};

/// Each weight with the codes that set and clear it.
const WEIGHTS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// The weights that can be seen where there is no sign.
const ON_BLANKS: Modifier =
    Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// How a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PenStyle {
    pub(super) fg: Color,
    pub(super) bg: Color,
    pub(super) weight: Modifier,
}

impl Default for PenStyle {
    fn default() -> Self {
        Self { fg: Color::Reset, bg: Color::Reset, weight: Modifier::empty() }
    }
}

impl PenStyle {
    /// Whether a blank looks the same in both.
    pub(super) fn is_same_for_blanks(self, other: Self) -> bool {
        let seen = self.weight & ON_BLANKS;
        self.bg == other.bg
            && seen == other.weight & ON_BLANKS
            && (seen.is_empty() || self.fg == other.fg)
    }

    /// Writes the codes that lead from this style to another, or from none: the
    /// shorter ones.
    pub(super) fn change(self, to: Self, out: &mut Vec<u8>) -> io::Result<()> {
        if self == to {
            return Ok(());
        }
        let (changed, fresh) = (Codes::between(self, to)?, Codes::from_none(to)?);
        let shorter = if fresh.0.len() <= changed.0.len() { fresh } else { changed };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(&shorter.0);
        out.push(b'm');
        Ok(())
    }
}

/// Codes with semicolons between.
#[derive(Default)]
struct Codes(Vec<u8>);

impl Codes {
    fn between(from: PenStyle, to: PenStyle) -> io::Result<Self> {
        let mut codes = Self::default();
        let mut kept = from.weight;
        for (weight, _, off) in WEIGHTS {
            if kept.contains(weight) && !to.weight.contains(weight) {
                codes.add(off)?;
                // What this code clears as well has to be set again.
                let cleared = WEIGHTS.iter().filter(|(_, _, other)| *other == off);
                kept = cleared.fold(kept, |kept, (weight, ..)| kept.difference(*weight));
            }
        }
        codes.weights(to.weight.difference(kept))?;
        if from.fg != to.fg {
            codes.colour(to.fg, 30)?;
        }
        if from.bg != to.bg {
            codes.colour(to.bg, 40)?;
        }
        Ok(codes)
    }

    /// After everything was cleared, for which no code at all stands.
    fn from_none(to: PenStyle) -> io::Result<Self> {
        let mut codes = Self::default();
        if to == PenStyle::default() {
            return Ok(codes);
        }
        codes.add(0)?;
        codes.weights(to.weight)?;
        if to.fg != Color::Reset {
            codes.colour(to.fg, 30)?;
        }
        if to.bg != Color::Reset {
            codes.colour(to.bg, 40)?;
        }
        Ok(codes)
    }

    fn add(&mut self, code: u8) -> io::Result<()> {
        if !self.0.is_empty() {
            self.0.push(b';');
        }
        // Most codes are of one digit or of two.
        match (code / 10, b'0' + code % 10) {
            (0, units) => self.0.push(units),
            (tens @ 1..=9, units) => self.0.extend([b'0' + tens, units]),
            _ => write!(self.0, "{code}")?,
        }
        Ok(())
    }

    fn weights(&mut self, weights: Modifier) -> io::Result<()> {
        let set = WEIGHTS.into_iter().filter(|(weight, ..)| weights.contains(*weight));
        set.map(|(_, on, _)| on).try_for_each(|on| self.add(on))
    }

    /// A colour of the text, for which `base` is 30, or of the ground, for which it
    /// is 40. Text has no short code for one of the sixteen: some terminals would
    /// make it brighter where it is bold.
    fn colour(&mut self, colour: Color, base: u8) -> io::Result<()> {
        let number = match colour {
            Color::Reset => return self.add(base + 9),
            Color::Rgb(red, green, blue) => {
                self.add(base + 8)?;
                return [2, red, green, blue].into_iter().try_for_each(|code| self.add(code));
            }
            Color::Indexed(number) => number,
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
        };
        if base == 40 && number < 8 {
            return self.add(base + number);
        }
        [base + 8, 5, number].into_iter().try_for_each(|code| self.add(code))
    }
}
