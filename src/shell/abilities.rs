//! What the terminal can do, as far as the environment tells.
//!
//! Owns: reading the environment. Must not know: the terminal itself. Nothing
//! is asked here: the answer might never come, or come to the next program.

use crate::{
    text::Charset,
    ui::{Depth, Signs},
};

/// Terminals whose names begin so erase cells in the colour of the ground. Screen does
/// not, whatever name is set within it.
const ERASING: [&str; 9] =
    ["xterm", "tmux", "linux", "rxvt", "alacritty", "foot", "wezterm", "ghostty", "contour"];

/// How blanks are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blanks {
    /// One by one.
    Written,
    /// Many of them by a code that erases cells, in the colour of the ground that is set.
    Erased,
}

/// What the terminal can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Abilities {
    /// How many colours it shows.
    pub depth: Depth,
    /// Which signs it can draw.
    pub signs: Signs,
    /// Its encoding, where it is a known one other than UTF-8.
    pub charset: Option<Charset>,
    /// Its window has a title.
    pub title: bool,
    /// How blanks are written.
    pub blanks: Blanks,
    /// It can be asked something: no program stands between that could send the
    /// answer to somebody else, or late.
    pub answers: bool,
    /// In its locale the signs of a frame may take two cells each.
    pub wide_locale: bool,
    /// Whether its background is light; unknown where the environment does not
    /// say.
    pub light: Option<bool>,
}

impl Abilities {
    /// Reads the environment, which `variable` looks up by name.
    pub(crate) fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let said = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = said("TERM").unwrap_or_default();
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| said(name));
        let poor = matches!(term.as_str(), "dumb" | "linux" | "vt100" | "vt220");
        let between = ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "TMUX", "STY", "MOSH_KEY"];
        let between = between.iter().any(|name| said(name).is_some())
            || ["screen", "tmux"].iter().any(|name| term.starts_with(name));
        let erases = ERASING.iter().any(|name| term.starts_with(name)) && said("STY").is_none();
        Self {
            depth: depth(&term, said("COLORTERM").as_deref(), said("NO_COLOR").is_some()),
            signs: signs(&term, locale.as_deref()),
            charset: locale.as_deref().and_then(Charset::of_locale),
            title: !poor,
            blanks: if erases { Blanks::Erased } else { Blanks::Written },
            answers: !poor && !between && !term.is_empty(),
            wide_locale: locale.as_deref().is_some_and(|locale| {
                ["zh", "ja", "ko"].iter().any(|language| locale.starts_with(language))
            }),
            light: said("COLORFGBG").and_then(|pair| is_light(&pair)),
        }
    }
}

fn depth(term: &str, colourterm: Option<&str>, none: bool) -> Depth {
    let direct = ["direct", "kitty", "ghostty", "alacritty", "foot", "wezterm", "contour"];
    match (term, colourterm) {
        _ if none => Depth::None,
        ("dumb" | "vt100" | "vt220", _) => Depth::None,
        (_, Some("truecolor" | "24bit")) => Depth::True,
        (term, _) if direct.iter().any(|name| term.contains(name)) => Depth::True,
        (term, _) if term.contains("256color") => Depth::Many,
        _ => Depth::Sixteen,
    }
}

/// Which signs a locale allows. Without a locale the terminal is taken to speak
/// UTF-8, as those of today do. C and POSIX get ASCII frames, and so do the other
/// encodings that are known, whose letters can be written; any other gets ASCII only.
fn signs(term: &str, locale: Option<&str>) -> Signs {
    let known = locale.and_then(Charset::of_locale).is_some();
    let locale = locale.unwrap_or_default().to_lowercase();
    let encoding = locale.split('@').next().unwrap_or_default().split_once('.');
    match (term, encoding, locale.as_str()) {
        (_, Some((_, "utf-8" | "utf8")), _) | (_, None, "") if term != "linux" => Signs::Full,
        ("linux", ..) | (_, None, _) => Signs::Ascii,
        (_, Some((_, "utf-8" | "utf8")), _) => Signs::Full,
        (_, Some(_), _) if known => Signs::Ascii,
        (_, Some(_), _) => Signs::OnlyAscii,
    }
}

/// Whether the background is light. `COLORFGBG` is "foreground;background", each
/// a number of the sixteen colours.
fn is_light(pair: &str) -> Option<bool> {
    let background: u8 = pair.rsplit(';').next()?.parse().ok()?;
    Some(matches!(background, 7 | 9..=15))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Abilities {
        Abilities::of(|name| {
            pairs.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn colours_are_those_the_terminal_shows() {
        let depth = |pairs: &[(&str, &str)]| of(pairs).depth;
        assert_eq!(depth(&[("TERM", "xterm")]), Depth::Sixteen);
        assert_eq!(depth(&[("TERM", "xterm-256color")]), Depth::Many);
        assert_eq!(depth(&[("TERM", "xterm-kitty")]), Depth::True);
        assert_eq!(depth(&[("TERM", "xterm"), ("COLORTERM", "truecolor")]), Depth::True);
        assert_eq!(depth(&[("TERM", "xterm"), ("NO_COLOR", "1")]), Depth::None);
        assert_eq!(depth(&[("TERM", "xterm"), ("NO_COLOR", "")]), Depth::Sixteen);
        assert_eq!(depth(&[("TERM", "dumb")]), Depth::None);
    }

    #[test]
    fn signs_are_those_the_terminal_draws() {
        let signs = |term, lang| of(&[("TERM", term), ("LANG", lang)]).signs;
        assert_eq!(signs("xterm", "en_US.UTF-8"), Signs::Full);
        assert_eq!(signs("xterm", "zh_CN.utf8"), Signs::Full);
        assert_eq!(signs("xterm", "de_DE.UTF-8@euro"), Signs::Full);
        assert_eq!(signs("xterm", ""), Signs::Full);
        assert_eq!(signs("xterm", "C"), Signs::Ascii);
        assert_eq!(signs("linux", "en_US.UTF-8"), Signs::Ascii);
        assert_eq!(signs("linux", ""), Signs::Ascii);
        assert_eq!(signs("xterm", "zh_CN.GBK"), Signs::Ascii);
        assert_eq!(signs("xterm", "ms_MY.ISO-8859-1"), Signs::Ascii);
        assert_eq!(signs("xterm", "ja_JP.eucJP"), Signs::OnlyAscii);
        let over = of(&[("TERM", "xterm"), ("LANG", "en_US.UTF-8"), ("LC_ALL", "C")]);
        assert_eq!(over.signs, Signs::Ascii);
    }

    #[test]
    fn a_terminal_that_may_not_answer_is_not_asked() {
        assert!(of(&[("TERM", "xterm")]).answers);
        for (name, value) in [("TERM", "dumb"), ("TERM", "linux"), ("TERM", "tmux-256color")] {
            assert!(!of(&[(name, value)]).answers, "{value}");
        }
        for name in ["SSH_TTY", "TMUX", "STY"] {
            assert!(!of(&[("TERM", "xterm"), (name, "1")]).answers, "{name}");
        }
    }

    #[test]
    fn cells_are_erased_only_where_that_is_known() {
        let erases = |pairs: &[(&str, &str)]| of(pairs).blanks == Blanks::Erased;
        for term in ["xterm-256color", "xterm-kitty", "tmux-256color", "linux"] {
            assert!(erases(&[("TERM", term)]), "{term}");
        }
        for term in ["screen", "screen-256color", "vt220", "dumb", ""] {
            assert!(!erases(&[("TERM", term)]), "{term}");
        }
        assert!(!erases(&[("TERM", "xterm"), ("STY", "1")]));
    }

    #[test]
    fn a_background_is_light_when_the_environment_says_so() {
        let light = |pair| of(&[("COLORFGBG", pair)]).light;
        assert_eq!(light("0;15"), Some(true));
        assert_eq!(light("15;0"), Some(false));
        assert_eq!(light("0;default;7"), Some(true));
        assert_eq!(light("default;default"), None);
        assert!(of(&[("LANG", "ja_JP.UTF-8")]).wide_locale);
    }
}
