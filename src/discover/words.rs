//! The words that exports use: names of columns and fields, directions, halves
//! of the day, in every language they come in. They stand in one table.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::text::read_packed;

/// The table. It is empty when it cannot be read, which a test rules out.
static TABLE: LazyLock<BTreeMap<String, Vec<String>>> =
    LazyLock::new(|| read_packed("exports.ron").unwrap_or_default());

/// The words of a kind.
pub(super) fn of(kind: &str) -> &'static [String] {
    TABLE.get(kind).map(Vec::as_slice).unwrap_or_default()
}

/// A name or a word, as it compares with those of the table.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a word is one of a kind.
pub(super) fn is(kind: &str, word: &str) -> bool {
    of(kind).iter().any(|one| one == word)
}

/// Whether a text has a word of a kind in it.
pub(super) fn is_in(kind: &str, text: &str) -> bool {
    of(kind).iter().any(|one| text.contains(one.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_and_every_word_is_as_it_compares() {
        assert!(is("sender", "from") && is_in("secret", "otpauth"));
        for (kind, words) in &*TABLE {
            for word in words {
                assert_eq!(&plain(word), word, "{kind}");
            }
        }
    }
}
