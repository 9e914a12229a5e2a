//! By what a name is sorted: as it is written, a Chinese one as it is pronounced.

use super::known::known;
use crate::text::{fold::is_han, pinyin_letter};

/// By what an account that is called so is sorted. How the names of the catalogue are
/// pronounced stands there; of any other Chinese name only the first letter of each
/// character is known.
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

/// Each Chinese character behind the letter that it is pronounced with.
fn by_letters(name: &str) -> String {
    let mut spelt = String::new();
    for c in name.chars() {
        spelt.extend(pinyin_letter(c));
        spelt.push(c);
    }
    spelt
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_names_are_sorted_as_they_are_pronounced() {
        let mut names = [
            "一触即通",
            "微信",
            "支付宝",
            "虾皮",
            "Maybank",
            "奈飞",
            "我的银行",
            "阿姨的店",
            "Zoom",
        ];
        names.sort_by_cached_key(|name| spelt_name(name));
        let by_sound = [
            "阿姨的店",
            "Maybank",
            "奈飞",
            "我的银行",
            "微信",
            "虾皮",
            "一触即通",
            "支付宝",
            "Zoom",
        ];
        assert_eq!(names, by_sound);
    }
}
