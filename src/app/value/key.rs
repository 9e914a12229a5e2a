//! A key press, as a value that no terminal library knows of.

use std::{fmt, str::FromStr};

macro_rules! codes {
    ($($name:ident $word:literal)+) => {
        /// Which key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            /// A character, shift already applied.
            Char(char),
            /// A function key.
            F(u8),
            $(#[doc = $word] $name),+
        }

        /// The names that `keys.ron` has for keys which are not written as
        /// characters.
        const NAMES: &[(&str, Code)] = &[
            ("space", Code::Char(' ')),
            ("minus", Code::Char('-')),
            $(($word, Code::$name)),+
        ];
    };
}

codes! {
    Enter "enter"
    Esc "esc"
    Tab "tab"
    BackTab "shift-tab"
    Backspace "backspace"
    Delete "delete"
    Left "left"
    Right "right"
    Up "up"
    Down "down"
    Home "home"
    End "end"
    PageUp "pageup"
    PageDown "pagedown"
}

/// A key with its modifiers. Shift is part of the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Control was held.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
}

impl Key {
    /// A key without modifiers.
    pub fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// With Control the letter counts and not its case: Ctrl-Shift-P is Ctrl-P, as it is where
    /// a terminal cannot tell the two apart.
    pub(crate) fn with_its_case(self) -> Self {
        let lower = |c: char| {
            let mut lower = c.to_lowercase();
            lower.next().filter(|_| lower.next().is_none()).unwrap_or(c)
        };
        match self.code {
            Code::Char(c) if self.ctrl => Self { code: Code::Char(lower(c)), ..self },
            _ => self,
        }
    }

    /// The character typed, when it is one to be written into a field.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        match (NAMES.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Code::Char(c)) => write!(f, "{c}"),
            (None, Code::F(n)) => write!(f, "f{n}"),
            (None, _) => Ok(()),
        }
    }
}

/// The text is not the name of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAKey(pub String);

impl fmt::Display for NotAKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotAKey {}

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let (mut rest, mut ctrl, mut alt) = (text, false, false);
        loop {
            if let Some(after) = rest.strip_prefix("ctrl-").filter(|after| !after.is_empty()) {
                (rest, ctrl) = (after, true);
            } else if let Some(after) = rest.strip_prefix("alt-").filter(|after| !after.is_empty())
            {
                (rest, alt) = (after, true);
            } else {
                break;
            }
        }
        let function = || rest.strip_prefix('f')?.parse().ok().map(Code::F);
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(c), None) => Code::Char(c),
            _ => NAMES
                .iter()
                .find(|(name, _)| *name == rest)
                .map(|(_, code)| *code)
                .or_else(function)
                .ok_or_else(|| NotAKey(text.to_owned()))?,
        };
        Ok(Self { code, ctrl, alt }.with_its_case())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_as_it_is_written() {
        for text in
            ["j", "G", "space", "ctrl-p", "alt-enter", "shift-tab", "f1", "?", "minus", "[", "解"]
        {
            let key: Key = text.parse().expect("a key");
            assert_eq!(key.to_string(), text);
        }
        assert_eq!("ctrl-P".parse(), "ctrl-p".parse::<Key>(), "no terminal tells them apart");
        assert!("hyper-x".parse::<Key>().is_err());
    }
}
