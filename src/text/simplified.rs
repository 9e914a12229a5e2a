//! Traditional Chinese characters as the simplified ones that the program is written with.
//!
//! Owns: which stands for which. Must not know: what is looked for with them.

use std::borrow::Cow;

/// Each traditional character and the simplified one.
const PAIRS: &str = include_str!("../../assets/traditional.txt");

/// The text with simplified characters.
pub(crate) fn simplified(text: &str) -> Cow<'_, str> {
    let pairs =
        || PAIRS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    let simple = |c: char| pairs().find_map(|pair| pair.strip_prefix(c)?.chars().next());
    if text.is_ascii() || !text.chars().any(|c| simple(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| simple(c).unwrap_or(c)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_traditional_character_is_the_simplified_one() {
        assert_eq!(simplified("匯出日曆"), "汇出日历");
        assert_eq!(simplified("导出 ics"), "导出 ics");
    }
}
