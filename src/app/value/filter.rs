//! Narrowing a list by what was typed.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

use super::menu::MenuEntry;

/// The entries that hold every word of `wanted`, in their own order.
pub(crate) fn by_words(mut entries: Vec<MenuEntry>, wanted: &str) -> Vec<MenuEntry> {
    let wanted = wanted.to_lowercase();
    entries.retain(|entry| {
        let all = format!("{} {}", entry.label, entry.note).to_lowercase();
        wanted.split_whitespace().all(|word| all.contains(word))
    });
    entries
}

/// The entries that hold the letters of `wanted` in their order, the closest
/// first. A command is also found by its name in `keys.ron`, whatever language
/// is spoken.
pub(crate) fn by_letters(entries: Vec<MenuEntry>, wanted: &str) -> Vec<MenuEntry> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(wanted, CaseMatching::Ignore, Normalization::Smart);
    let mut room = Vec::new();
    let mut scored: Vec<(u32, MenuEntry)> = entries
        .into_iter()
        .filter_map(|entry| {
            let all = format!("{} {} {}", entry.label, entry.note, entry.also);
            let score = pattern.score(Utf32Str::new(&all, &mut room), &mut matcher)?;
            Some((score, entry))
        })
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    // Letters spread over a sentence are no match beside a word that fits.
    let least = scored.first().map_or(0, |(best, _)| best / 2);
    scored.retain(|(score, _)| *score > least);
    scored.into_iter().map(|(_, entry)| entry).collect()
}
