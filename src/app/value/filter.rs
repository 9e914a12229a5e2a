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
/// first. An entry is also found by its other words, each of them whole or by a
/// part: letters spread over several of them mean nothing.
pub(crate) fn by_letters(entries: Vec<MenuEntry>, wanted: &str) -> Vec<MenuEntry> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(wanted, CaseMatching::Ignore, Normalization::Smart);
    let lower = wanted.to_lowercase();
    let mut room = Vec::new();
    let mut score = |text: &str| pattern.score(Utf32Str::new(text, &mut room), &mut matcher);
    let mut scored: Vec<(u32, MenuEntry)> = entries
        .into_iter()
        .filter_map(|entry| {
            let own = score(&format!("{} {}", entry.label, entry.note));
            let also = entry.also.to_lowercase();
            let words = also.split_whitespace().filter(|word| word.contains(&lower));
            let other = words.filter_map(&mut score).max();
            let whole = also.contains(&lower).then(|| score(&also)).flatten();
            Some((own.max(other).max(whole)?, entry))
        })
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    // Letters spread over a sentence are no match beside a word that fits.
    let least = scored.first().map_or(0, |(best, _)| best / 2);
    scored.retain(|(score, _)| *score > least);
    scored.into_iter().map(|(_, entry)| entry).collect()
}
