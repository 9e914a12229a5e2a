//! The languages ringoff speaks.

use std::fmt;

/// A language with a folder in `assets/locales`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    ZhCn,
    /// Malay.
    Ms,
}

impl Lang {
    /// Every language, English first.
    pub const ALL: [Self; 3] = [Self::En, Self::ZhCn, Self::Ms];

    /// Its tag, which is also the name of its folder.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhCn => "zh-CN",
            Self::Ms => "ms",
        }
    }

    /// The language with exactly this tag.
    pub(crate) fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The language meant by a tag or a POSIX locale (`zh_CN.UTF-8`), by its
    /// first part: any Chinese gets Chinese rather than English.
    pub fn find(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_', '.', '@']).next()?.to_ascii_lowercase();
        match first.as_str() {
            "en" => Some(Self::En),
            "zh" => Some(Self::ZhCn),
            "ms" => Some(Self::Ms),
            _ => None,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_of_the_system_finds_its_language() {
        assert_eq!(Lang::find("zh_CN.UTF-8"), Some(Lang::ZhCn));
        assert_eq!(Lang::find("zh-Hant-TW"), Some(Lang::ZhCn));
        assert_eq!(Lang::find("ms_MY"), Some(Lang::Ms));
        assert_eq!(Lang::find("C.UTF-8"), None);
    }
}
