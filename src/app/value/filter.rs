//! Narrowing a list by what was typed.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

use super::menu::MenuEntry;
use crate::text::{simplified, slips};

/// The entries that hold every word of `wanted`, in their own order.
pub(crate) fn by_words(mut entries: Vec<MenuEntry>, wanted: &str) -> Vec<MenuEntry> {
    let has = |entry: &MenuEntry, wanted: &str| {
        let MenuEntry { label, note, also, elsewhere, .. } = entry;
        let all = format!("{label} {note} {also} {elsewhere}").to_lowercase();
        wanted.split_whitespace().all(|word| all.contains(word))
    };
    let wanted = narrow(wanted).to_lowercase();
    let simple = simplified(&wanted);
    entries.retain(|entry| has(entry, &wanted) || has(entry, &simple));
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
    /// It is two of its words, one behind the other: 导出日历.
    Both,
    /// It begins with one of its words, and is a little longer: `refunded`, 换号码.
    Longer,
    /// It holds one of its words, where words have no ends.
    Holds,
    /// One of its words or other words holds it.
    Part,
}

/// Fewest letters of a word that is a part of what was typed.
const ROOT: usize = 4;

/// Fewest letters of a word in which one may be wrong.
const SLIPPED: usize = 5;

/// Most letters that what was typed is longer.
const ENDING: usize = 3;

/// The entries that can be meant by `wanted`, the closest first: by their own words, by
/// the other words that they have, by those of other languages. Where nothing fits, a slip
/// of the hand is forgiven, and then letters that are scattered over an entry count.
pub(crate) fn by_letters(entries: Vec<MenuEntry>, wanted: &str) -> Vec<MenuEntry> {
    let places = places(&entries, wanted);
    if !places.is_empty() {
        return places.into_iter().filter_map(|at| entries.get(at).cloned()).collect();
    }
    let lower = narrow(wanted).to_lowercase();
    let slipped: Vec<MenuEntry> =
        entries.iter().filter(|entry| is_slip(entry, &lower)).cloned().collect();
    if slipped.is_empty() { by_scattered_letters(entries, wanted) } else { slipped }
}

/// The places of the entries that can be meant by `wanted`, the closest first. Neither a
/// slip of the hand nor letters that are scattered are a match.
pub(super) fn places(entries: &[MenuEntry], wanted: &str) -> Vec<usize> {
    let lower = narrow(wanted).to_lowercase();
    let found = places_of(entries, &lower);
    // What is written with traditional characters is called so with simplified ones.
    let simple = simplified(&lower);
    if found.is_empty() && simple != lower { places_of(entries, &simple) } else { found }
}

/// The same for what was typed, in lower case.
fn places_of(entries: &[MenuEntry], lower: &str) -> Vec<usize> {
    let fits = |entry: &MenuEntry| {
        // The worst of the words that were typed decides.
        let each = lower.split_whitespace().map(|word| fit(entry, word));
        let each: Option<Vec<Fit>> = each.collect();
        let whole = entry.label.to_lowercase().starts_with(lower).then_some(Fit::Begins);
        whole.or_else(|| is_phrase(entry, lower).then_some(Fit::Word)).or(each?.into_iter().max())
    };
    let all = entries.iter().enumerate();
    // What stands early among the other words of an entry is what it is called most.
    let early = |entry: &MenuEntry| {
        let also = entry.also.to_lowercase();
        let mut words = also.split(ends_word).filter(|one| !one.is_empty());
        words.position(|one| lower.split_whitespace().any(|word| one.starts_with(word)))
    };
    let mut known: Vec<(Fit, Option<usize>, usize)> = all
        .filter_map(|(at, entry)| {
            let fit = fits(entry)?;
            let other = matches!(fit, Fit::Other | Fit::OtherBegins);
            Some((fit, other.then(|| early(entry)).flatten(), at))
        })
        .collect();
    known.sort_by_key(|(fit, early, _)| (*fit, *early));
    // A part of a word is no match beside a word that fits.
    if known.first().is_some_and(|(best, ..)| *best < Fit::Part) {
        known.retain(|(fit, ..)| *fit < Fit::Part);
    }
    known.into_iter().map(|(.., at)| at).collect()
}

/// Whether several words, one behind the other, are what an entry is called otherwise: the
/// beginnings of another's words are not meant beside it.
fn is_phrase(entry: &MenuEntry, typed: &str) -> bool {
    let all = format!(" {} {} ", entry.also, entry.elsewhere).to_lowercase();
    typed.contains(' ') && all.contains(&format!(" {} ", typed.trim()))
}

/// What was typed, with the letters of a full-width keyboard as ASCII.
fn narrow(typed: &str) -> String {
    let one = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        c => c,
    };
    typed.chars().map(one).collect()
}

/// Whether one word of an entry differs from the one that was typed by a single letter.
fn is_slip(entry: &MenuEntry, word: &str) -> bool {
    let own = [&entry.label, &entry.also, &entry.elsewhere];
    let one = |one: &str| one.is_ascii() && one.len() >= SLIPPED && slips(one, word) == 1;
    let words = |text: &str| text.to_lowercase().split(ends_word).any(one);
    word.is_ascii() && word.len() >= SLIPPED && own.into_iter().any(|text| words(text))
}

fn ends_word(c: char) -> bool {
    !c.is_alphanumeric() && c != '-'
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
        text.split(ends_word).any(|one| !one.is_empty() && is(one, word))
    };
    let is: fn(&str, &str) -> bool = |one, word| one == word;
    let begins: fn(&str, &str) -> bool = |one, word| one.starts_with(word);
    let is_inside: fn(&str, &str) -> bool =
        |one, word| !one.is_ascii() && is_long(one) && word.contains(one);
    let is_root: fn(&str, &str) -> bool = |one, word| match word.strip_prefix(one) {
        Some(_) if !one.is_ascii() => is_long(one),
        Some(rest) => one.len() >= ROOT && rest.len() <= ENDING && rest.is_ascii(),
        None => false,
    };
    Some(match word {
        _ if own.starts_with(word) && words(&own, is) => Fit::Begins,
        _ if words(&own, is) => Fit::Word,
        // Chinese has no blanks between words.
        _ if words(&own, begins) || (!word.is_ascii() && own.contains(word)) => Fit::Inside,
        _ if words(&other, is) => Fit::Other,
        _ if words(&other, begins) => Fit::OtherBegins,
        _ if words(&elsewhere, begins) => Fit::Elsewhere,
        _ if !word.is_ascii() && elsewhere.contains(word) => Fit::Elsewhere,
        _ if is_both(entry, word) => Fit::Both,
        _ if words(&own, is_root) || words(&other, is_root) => Fit::Longer,
        _ if !word.is_ascii() && (words(&other, is_inside) || words(&elsewhere, is_inside)) => {
            Fit::Holds
        }
        _ if word.chars().count() > 2 && (own.contains(word) || other.contains(word)) => Fit::Part,
        _ => return None,
    })
}

/// Whether what was typed without a blank is two words of an entry.
fn is_both(entry: &MenuEntry, typed: &str) -> bool {
    let all = [&entry.label, &entry.also, &entry.elsewhere];
    let all = all.map(|text| text.to_lowercase()).join(" ");
    let has = |part: &str| is_long(part) && all.contains(part);
    let mut cuts = typed.char_indices().filter_map(|(at, _)| typed.split_at_checked(at));
    !typed.is_ascii() && cuts.any(|(one, other)| has(one) && has(other))
}

/// Whether a word of a script without blanks is more than one sign.
fn is_long(word: &str) -> bool {
    word.chars().count() > 1
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
