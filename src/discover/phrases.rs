//! How accounts talk, as one automaton over all languages.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::Deserialize;
use std::collections::BTreeMap;

use super::{
    code::Signs,
    fold::{fold, is_unspaced},
    message::What,
};

const PHRASES: &str = include_str!("../../assets/phrases.ron");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    signs: Signs,
    linking: Vec<String>,
    of_many: Vec<String>,
    languages: BTreeMap<String, Language>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Language {
    code: Vec<String>,
    maybe: Vec<String>,
    word: Vec<String>,
    naming: Vec<String>,
    welcome: Vec<String>,
    login: Vec<String>,
    password: Vec<String>,
    payment: Vec<String>,
    delivery: Vec<String>,
    renewal: Vec<String>,
    not: Vec<String>,
}

/// What a phrase speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// A code, surely.
    Code,
    /// A code, or something that is called so.
    Maybe,
    /// A bare word for one.
    Word,
    /// What it shows otherwise.
    Shows(What),
    /// An advert, a trick, the carrier's business.
    Not,
}

/// A phrase that was found in a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) sense: Sense,
    /// Of which language, by its place.
    pub(super) language: usize,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Words around a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Naming {
    /// What stands before it.
    pub(super) before: String,
    /// What stands behind it.
    pub(super) behind: String,
    /// They speak of a code.
    pub(super) of_code: bool,
}

/// The phrases of every language.
#[derive(Debug)]
pub(super) struct Phrases {
    automaton: AhoCorasick,
    senses: Vec<(Sense, usize)>,
    pub(super) naming: Vec<Naming>,
    /// What stands before or behind the name in each of them.
    anchors: AhoCorasick,
    /// Which of them an anchor belongs to.
    anchored: Vec<Vec<usize>>,
    /// Runs of digits in phrases: they make a difference.
    pub(super) numbers: Vec<String>,
    /// Words and signs beside which digits are no code.
    pub(super) signs: Signs,
    /// Words that can stand inside a name.
    pub(super) linking: Vec<String>,
    /// Words that stand behind the names of many accounts.
    pub(super) of_many: Vec<String>,
}

impl Phrases {
    /// Reads the table; nothing when it cannot be read, which a test rules
    /// out.
    pub(super) fn read() -> Option<Self> {
        let file: File = ron::from_str(PHRASES).ok()?;
        let (mut texts, mut senses, mut naming) = (Vec::new(), Vec::new(), Vec::new());
        for (at, language) in file.languages.into_values().enumerate() {
            for (phrases, sense) in [
                (language.code, Sense::Code),
                (language.maybe, Sense::Maybe),
                (language.word, Sense::Word),
                (language.welcome, Sense::Shows(What::Welcome)),
                (language.login, Sense::Shows(What::Login)),
                (language.password, Sense::Shows(What::Password)),
                (language.payment, Sense::Shows(What::Payment)),
                (language.delivery, Sense::Shows(What::Delivery)),
                (language.renewal, Sense::Shows(What::Renewal)),
                (language.not, Sense::Not),
            ] {
                senses.resize(senses.len() + phrases.len(), (sense, at));
                texts.extend(phrases.iter().map(|phrase| fold(phrase)));
            }
            naming.extend(language.naming.iter().filter_map(|pattern| {
                let pattern = fold(pattern);
                let (before, behind) = pattern.split_once("{x}")?;
                let (before, behind) = (before.to_owned(), behind.to_owned());
                Some(Naming { before, behind, of_code: false })
            }));
        }
        // What says more about where the name stands comes first.
        naming.sort_by_key(|one: &Naming| {
            let both = !one.before.is_empty() && !one.behind.is_empty();
            (!both, std::cmp::Reverse(one.before.len() + one.behind.len()))
        });
        naming.dedup();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&texts)
            .ok()?;
        let (mut anchors, mut anchored) = (Vec::<&str>::new(), Vec::<Vec<usize>>::new());
        for (at, one) in naming.iter().enumerate() {
            let anchor = if one.before.is_empty() { &one.behind } else { &one.before };
            match anchors.iter().position(|known| known == anchor) {
                Some(place) => anchored.get_mut(place)?.push(at),
                None => {
                    anchors.push(anchor);
                    anchored.push(vec![at]);
                }
            }
        }
        let anchors = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&anchors)
            .ok()?;
        let numbered = |text: &&String| text.bytes().any(|b| b.is_ascii_digit());
        let numbers = texts.iter().filter(numbered).cloned().collect();
        let (signs, linking, of_many) = (file.signs, file.linking, file.of_many);
        let mut all =
            Self { automaton, senses, naming, anchors, anchored, numbers, signs, linking, of_many };
        let mut hits = Vec::new();
        let about: Vec<bool> = (all.naming.iter())
            .map(|one| {
                all.find(&format!("{} ; {}", one.before, one.behind), &mut hits);
                hits.iter().any(|hit| matches!(hit.sense, Sense::Code | Sense::Maybe | Sense::Word))
            })
            .collect();
        for (one, of_code) in all.naming.iter_mut().zip(about) {
            one.of_code = of_code;
        }
        Some(all)
    }

    /// The ways of naming that can fit a folded text, the more telling first.
    pub(super) fn namings(&self, text: &str) -> Vec<&Naming> {
        let found = self.anchors.find_overlapping_iter(text);
        let places = found.filter_map(|hit| self.anchored.get(hit.pattern().as_usize()));
        let mut places: Vec<usize> = places.flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| self.naming.get(place)).collect()
    }

    /// Finds every phrase in a folded text.
    pub(super) fn find(&self, text: &str, hits: &mut Vec<Hit>) {
        hits.clear();
        for found in self.automaton.find_overlapping_iter(text) {
            let (from, to) = (found.start(), found.end());
            let Some(&(sense, language)) = self.senses.get(found.pattern().as_usize()) else {
                continue;
            };
            if begins_word(text, from) && (to - from > 4 || ends_word(text, to)) {
                hits.push(Hit { sense, language, from, to });
            }
        }
    }
}

/// No word of a spaced script runs on over this place from the left.
pub(super) fn begins_word(text: &str, at: usize) -> bool {
    let (before, behind) = around(text, at);
    !(joins(before) && joins(behind))
}

/// The same from the right.
pub(super) fn ends_word(text: &str, at: usize) -> bool {
    begins_word(text, at)
}

fn around(text: &str, at: usize) -> (Option<char>, Option<char>) {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    (before, text.get(at..).and_then(|text| text.chars().next()))
}

fn joins(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_and_finds_whole_words_only() {
        let phrases = Phrases::read().expect("reads");
        let mut hits = Vec::new();
        phrases.find("your otp is 1234", &mut hits);
        assert!(hits.iter().any(|hit| hit.sense == Sense::Code));
        phrases.find("potpourri", &mut hits);
        assert!(hits.is_empty(), "{hits:?}");
        phrases.find("【美团】验证码123456", &mut hits);
        assert!(hits.iter().any(|hit| hit.sense == Sense::Code));
    }
}
