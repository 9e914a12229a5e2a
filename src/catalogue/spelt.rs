//! By what a name is sorted: as it is written, a Chinese one as it is pronounced.

use super::known::known;
use crate::text::{fold::is_han, pinyin_place};

/// By what an account that is called so is sorted. How the names of the catalogue are
/// pronounced stands there; of any other Chinese name only the first letter of each
/// character is known, and which of them comes first.
pub(crate) fn spelt_name(name: &str) -> String {
    let name = name.to_lowercase();
    let signs = name.chars().filter(|c| is_han(*c)).count();
    if signs == 0 {
        return name;
    }
    // What is pronounced there is the settled name: another one of as many characters is the
    // same in the other script.
    let pinyin = known().by_name(&name).and_then(|one| one.pinyin.clone());
    let same = |pinyin: &String| pinyin.split(' ').count() == signs;
    pinyin.filter(same).unwrap_or_else(|| by_letters(&name))
}

/// Each Chinese character by the letter that it is pronounced with, and by its place.
fn by_letters(name: &str) -> String {
    let spelt = |c: char| match pinyin_place(c) {
        Some((letter, place)) => format!("{letter}~{place:04x} "),
        None => c.to_string(),
    };
    name.chars().map(spelt).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_names_are_sorted_as_they_are_pronounced() {
        let by_sound = [
            "阿姨的店",
            "Maybank",
            "奈飞",
            "微信",
            "我的银行",
            "虾皮",
            "一触即通",
            "支付宝",
            "Zoom",
        ];
        let mut names = by_sound;
        names.sort_unstable();
        assert_ne!(names, by_sound);
        names.sort_by_cached_key(|name| spelt_name(name));
        assert_eq!(names, by_sound);
    }
}
