//! Short names that stay the same for ever.

use std::fmt;

use compact_str::{CompactString, format_compact};
use serde::{Deserialize, Serialize};

/// A slug: lower-case letters and digits of any script, joined by single
/// hyphens. Unique among its siblings and never changed once given. Most are short
/// enough to stand without memory of their own: a book is full of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(CompactString);

impl Id {
    /// Longest slug in characters; names are cut there, not refused.
    const LONGEST: usize = 40;

    /// Makes a slug from what a person typed. Empty when nothing in `name`
    /// is a letter or a digit.
    pub(crate) fn slug(name: &str) -> Self {
        let mut slug = CompactString::default();
        for c in name.chars().flat_map(char::to_lowercase) {
            if slug.chars().count() == Self::LONGEST {
                break;
            }
            if c.is_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') && c != '\'' && c != '’' {
                slug.push('-');
            }
        }
        Self(slug.trim_end_matches('-').into())
    }

    /// The first of `base`, `base-2`, `base-3`, … that `taken` does not know.
    pub(crate) fn unique(base: &Self, taken: impl Fn(&Self) -> bool) -> Self {
        let mut candidate = base.clone();
        let mut number = 2_u32;
        while taken(&candidate) {
            candidate = Self(format_compact!("{base}-{number}"));
            number += 1;
        }
        candidate
    }

    /// Takes text that is a slug already, such as one read from a playbook.
    pub fn new(slug: impl Into<CompactString>) -> Self {
        Self(slug.into())
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True when nothing was left to name the thing by.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True when this is what [`Id::slug`] would make of itself.
    pub(crate) fn is_slug(&self) -> bool {
        !self.is_empty() && *self == Self::slug(&self.0)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_letters_of_any_script() {
        assert_eq!(Id::slug("Touch 'n Go").as_str(), "touch-n-go");
        assert_eq!(Id::slug("  KL  keep-alive! ").as_str(), "kl-keep-alive");
        assert_eq!(Id::slug("微信 支付").as_str(), "微信-支付");
        assert!(Id::slug("!!!").is_empty());
        for (text, is_slug) in [("touch-n-go", true), ("Touch 'n Go", false), ("", false)] {
            assert_eq!(Id::new(text).is_slug(), is_slug, "{text}");
        }
    }

    #[test]
    fn a_taken_slug_gets_a_number() {
        let base = Id::slug("Hotlink");
        let taken = [Id::new("hotlink"), Id::new("hotlink-2")];
        assert_eq!(Id::unique(&base, |id| taken.contains(id)).as_str(), "hotlink-3");
    }
}
