//! Keyboard layouts that are not Latin. A command is bound to a place on the
//! keyboard: a person who types another script presses the same places.

use std::sync::OnceLock;

use crate::text::read_packed;

/// Full-width letters, as input methods type them.
const FULL_WIDTH: std::ops::RangeInclusive<char> = '\u{ff01}'..='\u{ff5e}';

/// The Latin key in the place of a key of another script. A character without
/// such a place has none.
pub(crate) fn latin(c: char) -> Option<char> {
    static PLACES: OnceLock<Vec<(char, char)>> = OnceLock::new();
    if c == '\u{3000}' {
        return Some(' ');
    }
    if FULL_WIDTH.contains(&c) {
        return char::from_u32(u32::from(c) - 0xfee0);
    }
    // Read when such a key is first pressed: most never are.
    let places = PLACES.get_or_init(|| {
        let rows: Vec<(&str, &str)> = read_packed("layouts.ron").unwrap_or_default();
        let pairs = rows.iter().flat_map(|(keys, latin)| keys.chars().zip(latin.chars()));
        pairs.collect()
    });
    places.iter().find(|(own, _)| *own == c).map(|(_, latin)| *latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_place_for_each_key() {
        let rows: Vec<(&str, &str)> = read_packed("layouts.ron").expect("reads");
        for (keys, latin) in &rows {
            assert_eq!(keys.chars().count(), latin.chars().count(), "{keys}");
            assert!(latin.is_ascii() && keys.chars().all(|c| !c.is_ascii()), "{keys}");
        }
        assert!(rows.len() > 8);
    }

    #[test]
    fn a_key_is_the_one_in_its_place() {
        for (key, place) in [('о', 'j'), ('Г', 'U'), ('ㅓ', 'j'), ('ｊ', 'j'), ('？', '?')] {
            assert_eq!(latin(key), Some(place), "{key}");
        }
        assert_eq!(latin('銀'), None);
        assert_eq!(latin('é'), None);
    }
}
