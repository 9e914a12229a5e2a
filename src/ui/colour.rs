//! Colours as a theme writes them, and what a terminal makes of them.

use ratatui::style::Color;

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None, or the person wants none.
    None,
    /// The sixteen of its own palette.
    Sixteen,
    /// Those and a cube of fixed ones.
    Many,
    /// Any.
    True,
}

/// The names of the sixteen colours, in the order of their numbers.
const NAMED: [(&str, Color); 16] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

/// Reads a colour as a theme writes it. Nothing if it is no colour.
pub(super) fn parse(written: &str) -> Option<Color> {
    if written == "default" {
        return Some(Color::Reset);
    }
    if let Some((_, colour)) = NAMED.iter().find(|(name, _)| *name == written) {
        return Some(*colour);
    }
    if let Some(hex) = written
        .strip_prefix('#')
        .filter(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
    {
        let number = u32::from_str_radix(hex, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        return Some(Color::Rgb(red, green, blue));
    }
    let digits = written.bytes().all(|byte| byte.is_ascii_digit());
    written.parse().ok().filter(|_| digits).map(Color::Indexed)
}

/// The nearest colour that a terminal of this depth has. What the sixteen look
/// like is set by the person and not known here, so no other colour is replaced
/// by one of them, but by the terminal's default.
pub(super) fn reduce(colour: Color, depth: Depth) -> Color {
    match (colour, depth) {
        (_, Depth::None) | (Color::Indexed(16..) | Color::Rgb(..), Depth::Sixteen) => Color::Reset,
        (Color::Rgb(red, green, blue), Depth::Many) => Color::Indexed(nearest([red, green, blue])),
        (colour, _) => colour,
    }
}

/// Levels of the cube of fixed colours, as xterm set them.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The number, from 16 up, of the nearest fixed colour.
fn nearest(wanted: [u8; 3]) -> u8 {
    let far = |number: &u8| {
        let parts = fixed(*number).into_iter().zip(wanted);
        parts.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum::<u32>()
    };
    (16..=255).min_by_key(far).unwrap_or(16)
}

/// Red, green and blue of the fixed colour of a number, from 16 up.
pub(super) fn fixed(number: u8) -> [u8; 3] {
    let at = number.saturating_sub(16);
    if number >= 232 {
        return [8 + 10 * (number - 232); 3];
    }
    [at / 36, at / 6 % 6, at % 6].map(|step| LEVELS.get(usize::from(step)).copied().unwrap_or(0))
}

/// How much light each value of a colour's part stands for, from 0 to 1: the curve of sRGB, as
/// WCAG 2.2 writes it. It is made while the program is built: `powf` would bring the system's
/// library of mathematics into each start, and nothing else needs it.
const LINEAR: [f64; 256] = {
    let mut table = [0.0; 256];
    let mut rest: &mut [f64] = &mut table;
    let mut part: f64 = 0.0;
    while let Some((first, after)) = rest.split_first_mut() {
        *first = if part <= 0.040_45 * 255.0 {
            part / 255.0 / 12.92
        } else {
            curve((part / 255.0 + 0.055) / 1.055)
        };
        rest = after;
        part += 1.0;
    }
    table
};

/// The power of 2.4 of a number above 0: its fifth root, by Newton's way, to the twelfth.
const fn curve(base: f64) -> f64 {
    let mut root: f64 = 1.0;
    let mut step = 0;
    while step < 60 {
        let fourth = root * root * root * root;
        root -= (fourth * root - base) / (5.0 * fourth);
        step += 1;
    }
    let cube = root * root * root;
    cube * cube * cube * cube
}

/// The contrast of two colours, as WCAG 2.2 reckons it: from 1 to 21. Nothing if the person's
/// terminal says what one of them looks like.
pub(super) fn contrast(one: Color, other: Color) -> Option<f64> {
    let light = |colour| {
        let parts = match colour {
            Color::Rgb(red, green, blue) => [red, green, blue],
            Color::Indexed(number @ 16..) => fixed(number),
            _ => return None,
        };
        let [red, green, blue] =
            parts.map(|part| LINEAR.get(usize::from(part)).copied().unwrap_or(1.0));
        Some(0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    };
    let (one, other) = (light(one)?, light(other)?);
    Some(one.max(other) / one.min(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_read_as_they_are_written() {
        assert_eq!(parse("default"), Some(Color::Reset));
        assert_eq!(parse("bright-red"), Some(Color::LightRed));
        assert_eq!(parse("208"), Some(Color::Indexed(208)));
        assert_eq!(parse("#14181f"), Some(Color::Rgb(0x14, 0x18, 0x1f)));
        for wrong in ["", "#12", "purple", "256", "-1", "+5", "#ggoogg", "#+12345"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn light_follows_the_curve_of_srgb() {
        for (value, linear) in (0u8..=255).zip(LINEAR) {
            let part = f64::from(value) / 255.0;
            let right =
                if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
            assert!((linear - right).abs() < 1e-14, "{value}");
        }
    }

    #[test]
    fn a_terminal_gets_only_colours_it_has() {
        let orange = Color::Rgb(255, 136, 0);
        assert_eq!(reduce(orange, Depth::True), orange);
        assert_eq!(reduce(orange, Depth::Many), Color::Indexed(208));
        assert_eq!(reduce(orange, Depth::Sixteen), Color::Reset);
        assert_eq!(reduce(Color::Cyan, Depth::Sixteen), Color::Cyan);
        assert_eq!(reduce(Color::Cyan, Depth::None), Color::Reset);
    }
}
