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
        let all = format!("{} {} {}", entry.label, entry.note, entry.also).to_lowercase();
        wanted.split_whitespace().all(|word| all.contains(word))
    });
    entries
}

/// How well an entry fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Its own words begin so.
    Begins,
    /// One of its own words is that.
    Word,
    /// One of its own words begins so, or holds it where words have no ends.
    Inside,
    /// It is one of its other words.
    Other,
    /// One of its other words begins so.
    OtherBegins,
    /// One of its words in another language is that, or begins so.
    Elsewhere,
    /// One of its words or other words holds it.
    Part,
}

/// The entries that can be meant by `wanted`, the closest first: by their own words, by
/// the other words that they have, by those of other languages. Letters that are
/// scattered over an entry count only where nothing else fits.
pub(crate) fn by_letters(entries: Vec<MenuEntry>, wanted: &str) -> Vec<MenuEntry> {
    let places = places(&entries, wanted);
    if places.is_empty() {
        return by_scattered_letters(entries, wanted);
    }
    places.into_iter().filter_map(|at| entries.get(at).cloned()).collect()
}

/// The places of the entries that can be meant by `wanted`, the closest first. Letters that
/// are scattered are no match.
pub(super) fn places(entries: &[MenuEntry], wanted: &str) -> Vec<usize> {
    let lower = wanted.to_lowercase();
    let fits = |entry: &MenuEntry| {
        // The worst of the words that were typed decides.
        let each = lower.split_whitespace().map(|word| fit(entry, word));
        let each: Option<Vec<Fit>> = each.collect();
        let whole = entry.label.to_lowercase().starts_with(&lower).then_some(Fit::Begins);
        whole.or(each?.into_iter().max())
    };
    let all = entries.iter().enumerate();
    let mut known: Vec<(Fit, usize)> =
        all.filter_map(|(at, entry)| Some((fits(entry)?, at))).collect();
    known.sort_by_key(|(fit, _)| *fit);
    // A part of a word is no match beside a word that fits.
    if known.first().is_some_and(|(best, _)| *best < Fit::Part) {
        known.retain(|(fit, _)| *fit < Fit::Part);
    }
    known.into_iter().map(|(_, at)| at).collect()
}

/// Whether an entry is called by what was typed.
pub(crate) fn is_called(entry: &MenuEntry, wanted: &str) -> bool {
    let mut words = wanted.split_whitespace();
    words.all(|word| fit(entry, &word.to_lowercase()).is_some_and(|fit| fit <= Fit::OtherBegins))
}

/// How well one word fits.
fn fit(entry: &MenuEntry, word: &str) -> Option<Fit> {
    let (own, other) = (entry.label.to_lowercase(), entry.also.to_lowercase());
    let elsewhere = entry.elsewhere.to_lowercase();
    let words = |text: &str, is: fn(&str, &str) -> bool| {
        let ends = |c: char| !c.is_alphanumeric() && c != '-';
        text.split(ends).any(|one| !one.is_empty() && is(one, word))
    };
    let is: fn(&str, &str) -> bool = |one, word| one == word;
    let begins: fn(&str, &str) -> bool = |one, word| one.starts_with(word);
    Some(match word {
        _ if own.starts_with(word) && words(&own, is) => Fit::Begins,
        _ if words(&own, is) => Fit::Word,
        // Chinese has no blanks between words.
        _ if words(&own, begins) || (!word.is_ascii() && own.contains(word)) => Fit::Inside,
        _ if words(&other, is) => Fit::Other,
        _ if words(&other, begins) => Fit::OtherBegins,
        _ if words(&elsewhere, begins) => Fit::Elsewhere,
        _ if !word.is_ascii() && elsewhere.contains(word) => Fit::Elsewhere,
        _ if word.chars().count() > 2 && (own.contains(word) || other.contains(word)) => Fit::Part,
        _ => return None,
    })
}

fn by_scattered_letters(entries: Vec<MenuEntry>, wanted: &str) -> Vec<MenuEntry> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(wanted, CaseMatching::Ignore, Normalization::Smart);
    let mut room = Vec::new();
    let mut score = |text: &str| pattern.score(Utf32Str::new(text, &mut room), &mut matcher);
    let mut scored: Vec<(u32, MenuEntry)> = entries
        .into_iter()
        .filter_map(|entry| Some((score(&format!("{} {}", entry.label, entry.note))?, entry)))
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    // Letters spread over a sentence are no match beside a word that fits.
    let least = scored.first().map_or(0, |(best, _)| best / 2);
    scored.retain(|(score, _)| *score > least);
    scored.into_iter().map(|(_, entry)| entry).collect()
}
