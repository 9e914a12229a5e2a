//! Figures: which of eight side by side are a year, what two mean, and Chinese numerals.
//!
//! Must not know: whether there is such a day.

use super::date_words::numeral;

/// `09012027` as `09/01/2027`, where its first four figures are no year that can be meant
/// and its last four are one. Everything else stays as it is.
pub(super) fn with_signs(text: String, this_year: i16, far: u16) -> String {
    let is_year = |figures: Option<&str>| {
        let year = figures.and_then(|figures| figures.parse::<i16>().ok());
        year.is_some_and(|year| year.abs_diff(this_year) <= far)
    };
    let is_one = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_one || is_year(text.get(..4)) || !is_year(text.get(4..)) {
        return text;
    }
    let part = |from, to| text.get(from..to).unwrap_or_default();
    format!("{}/{}/{}", part(0, 2), part(2, 4), part(4, 8))
}

/// The year that one or two digits mean, or four.
pub(super) fn full_year(year: i64, digits: usize) -> Option<i64> {
    match digits {
        4 => Some(year),
        2 if year < 70 => Some(2_000 + year),
        2 => Some(1_900 + year),
        _ => None,
    }
}

/// A number in Chinese numerals, such as 十一 or 二〇二七, and its length.
pub(super) fn chinese_number(text: &str) -> Option<(i64, usize)> {
    let digits: Vec<usize> = text.chars().map_while(numeral).collect();
    let length = digits.len() * '一'.len_utf8();
    let number = match digits.as_slice() {
        [] => return None,
        [10] => 10,
        [10, ones] => 10 + ones,
        [tens, 10] => tens * 10,
        [tens, 10, ones] => tens * 10 + ones,
        digits => digits.iter().take(4).fold(0, |number, digit| number * 10 + digit),
    };
    Some((i64::try_from(number).ok()?, length))
}
