//! How a cell is written, and the codes from one way to another.

use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};

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

/// Writes a number in decimal figures.
pub(super) fn push_number(number: u16, out: &mut Vec<u8>) {
    if number > 9 {
        push_number(number / 10, out);
    }
    out.extend(u8::try_from(number % 10).map(|figure| b'0' + figure));
}

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
    /// How this cell is written.
    pub(super) fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, weight: cell.modifier }
    }

    /// Whether a blank looks the same in both.
    pub(super) fn is_same_for_blanks(self, other: Self) -> bool {
        let seen = self.weight & ON_BLANKS;
        self.bg == other.bg
            && seen == other.weight & ON_BLANKS
            && (seen.is_empty() || self.fg == other.fg)
    }

    /// Whether a blank is its ground alone, so that erasing a cell writes one.
    pub(super) fn is_bare_for_blanks(self) -> bool {
        !self.weight.intersects(ON_BLANKS)
    }

    /// Writes the codes that lead from this style to another, or from none: the
    /// shorter ones.
    pub(super) fn change(self, to: Self, out: &mut Vec<u8>) {
        if self == to {
            return;
        }
        out.extend_from_slice(b"\x1b[");
        let begun = out.len();
        Codes::new(out).change(self, to);
        let middle = out.len();
        Codes::new(out).fresh(to);
        if out.len() - middle <= middle - begun {
            out.drain(begun..middle);
        } else {
            out.truncate(middle);
        }
        out.push(b'm');
    }
}

/// Codes with semicolons between.
struct Codes<'a> {
    out: &'a mut Vec<u8>,
    begun: usize,
}

impl<'a> Codes<'a> {
    fn new(out: &'a mut Vec<u8>) -> Self {
        let begun = out.len();
        Self { out, begun }
    }

    fn change(&mut self, from: PenStyle, to: PenStyle) {
        if from.weight != to.weight {
            let mut kept = from.weight;
            for (weight, _, off) in WEIGHTS {
                if kept.contains(weight) && !to.weight.contains(weight) {
                    self.add(off);
                    // What this code clears as well has to be set again.
                    let cleared = WEIGHTS.iter().filter(|(_, _, other)| *other == off);
                    kept = cleared.fold(kept, |kept, (weight, ..)| kept.difference(*weight));
                }
            }
            self.weights(to.weight.difference(kept));
        }
        if from.fg != to.fg {
            self.colour(to.fg, 30);
        }
        if from.bg != to.bg {
            self.colour(to.bg, 40);
        }
    }

    /// After everything was cleared, for which no code at all stands.
    fn fresh(&mut self, to: PenStyle) {
        if to == PenStyle::default() {
            return;
        }
        self.add(0);
        self.weights(to.weight);
        if to.fg != Color::Reset {
            self.colour(to.fg, 30);
        }
        if to.bg != Color::Reset {
            self.colour(to.bg, 40);
        }
    }

    fn add(&mut self, code: u8) {
        if self.out.len() > self.begun {
            self.out.push(b';');
        }
        push_number(code.into(), self.out);
    }

    fn weights(&mut self, weights: Modifier) {
        if weights.is_empty() {
            return;
        }
        for (weight, on, _) in WEIGHTS {
            if weights.contains(weight) {
                self.add(on);
            }
        }
    }

    /// A colour of the text, for which `base` is 30, or of the ground, for which it
    /// is 40. Text has no short code for one of the sixteen: some terminals would
    /// make it brighter where it is bold.
    fn colour(&mut self, colour: Color, base: u8) {
        let number = match colour {
            Color::Reset => return self.add(base + 9),
            Color::Rgb(red, green, blue) => {
                for code in [base + 8, 2, red, green, blue] {
                    self.add(code);
                }
                return;
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
        for code in [base + 8, 5, number] {
            self.add(code);
        }
    }
}
