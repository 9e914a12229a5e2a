//! The phrases that accounts use in messages, of all languages in one automaton.
//!
//! Owns: finding phrases in a text, and the patterns around a name. Must not
//! know: what a message as a whole shows.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};

use super::{
    code::Signs,
    fold::{Folded, fold, is_unspaced},
    marks::{Mark, Marks},
};
use crate::{domain::EvidenceKind, text::read_packed};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhrasesFile {
    signs: Signs,
    linking: Vec<String>,
    of_many: Vec<String>,
    in_front: Vec<String>,
    notices: Vec<String>,
    speech: Vec<String>,
    titles: Vec<String>,
    asides: Vec<String>,
    relays: Vec<String>,
    handed_over: Vec<String>,
    given_to: Vec<String>,
    chat: Vec<String>,
    languages: BTreeMap<String, LanguagePhrases>,
}

impl PhrasesFile {
    /// The words that say something about a text as a whole.
    fn marks(&self) -> [(&[String], Mark); 4] {
        [
            (&self.relays, Mark::Relay),
            (&self.handed_over, Mark::HandedOver),
            (&self.given_to, Mark::GivenTo),
            (&self.chat, Mark::Chat),
        ]
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguagePhrases {
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

/// What a phrase is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// Certainly a code.
    Code,
    /// A code, or something else with the same name.
    Maybe,
    /// Only a word for a code.
    Word,
    /// Other evidence.
    Shows(EvidenceKind),
    /// An advert, a scam, or the carrier's own business: speaks against.
    Not,
}

/// What an occurrence of a text of the table means.
#[derive(Clone, Copy, Debug)]
enum Meaning {
    /// A phrase, and the place of its language.
    Phrase(Sense, usize),
    /// Only as a whole word, a mark of the text.
    Mark(Mark),
}

/// One occurrence of a phrase in a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) sense: Sense,
    /// The place of its language.
    pub(super) language: usize,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The words around a name, as in "is your … code".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamePattern {
    /// What stands before it.
    pub(super) before: String,
    /// What stands behind it.
    pub(super) behind: String,
    /// They are about a code.
    pub(super) of_code: bool,
}

/// The phrases of every language.
#[derive(Debug)]
pub(super) struct Phrases {
    automaton: AhoCorasick,
    meanings: Vec<Meaning>,
    pub(super) patterns: Vec<NamePattern>,
    /// What stands before or behind the name in each pattern.
    anchors: AhoCorasick,
    /// The patterns that each anchor belongs to.
    anchored: Vec<Vec<usize>>,
    /// The phrases with digits.
    pub(super) numbers: Vec<String>,
    /// Words and signs beside which digits are no code.
    pub(super) signs: Signs,
    /// Words that can stand inside a name.
    pub(super) linking: Vec<String>,
    /// Words that stand behind the names of many accounts.
    pub(super) of_many: Vec<String>,
    /// Words that stand in front of the names of many accounts.
    pub(super) in_front: Vec<String>,
    /// Words that announce something: with them alone a signature is none.
    notices: AhoCorasick,
    /// Words of sentences: what has one is no name.
    speech: AhoCorasick,
    /// Words beside a name that say who of them writes.
    titles: Vec<String>,
    /// Words of remarks, in scripts with blanks: what has one is no name.
    asides: HashSet<String>,
    /// Names of those who send codes for others.
    relays: AhoCorasick,
    /// The place of English among the languages.
    english: usize,
}

impl Phrases {
    /// Reads the phrases. None when they cannot be read, which a test rules
    /// out.
    pub(super) fn read() -> Option<Self> {
        let file: PhrasesFile = read_packed("phrases.ron").ok()?;
        let (mut texts, mut meanings, mut patterns) = (Vec::new(), Vec::new(), Vec::new());
        let english = file.languages.keys().position(|one| one == "en")?;
        for (words, mark) in file.marks() {
            meanings.resize(meanings.len() + words.len(), Meaning::Mark(mark));
            texts.extend(words.iter().map(|word| fold(word)));
        }
        for (at, language) in file.languages.into_values().enumerate() {
            for (phrases, sense) in [
                (language.code, Sense::Code),
                (language.maybe, Sense::Maybe),
                (language.word, Sense::Word),
                (language.welcome, Sense::Shows(EvidenceKind::Welcome)),
                (language.login, Sense::Shows(EvidenceKind::Login)),
                (language.password, Sense::Shows(EvidenceKind::Password)),
                (language.payment, Sense::Shows(EvidenceKind::Payment)),
                (language.delivery, Sense::Shows(EvidenceKind::Delivery)),
                (language.renewal, Sense::Shows(EvidenceKind::Renewal)),
                (language.not, Sense::Not),
            ] {
                meanings.resize(meanings.len() + phrases.len(), Meaning::Phrase(sense, at));
                texts.extend(phrases.iter().map(|phrase| fold(phrase)));
            }
            patterns.extend(language.naming.iter().filter_map(|pattern| {
                let pattern = fold(pattern);
                let (before, behind) = pattern.split_once("{x}")?;
                let (before, behind) = (before.to_owned(), behind.to_owned());
                Some(NamePattern { before, behind, of_code: false })
            }));
        }
        // The pattern that says most about the place of the name comes first.
        patterns.sort_by_key(|one: &NamePattern| {
            let both = !one.before.is_empty() && !one.behind.is_empty();
            (!both, std::cmp::Reverse(one.before.len() + one.behind.len()))
        });
        patterns.dedup();
        let automaton = searcher(MatchKind::Standard, &texts)?;
        let (mut anchors, mut anchored) = (Vec::<&str>::new(), Vec::<Vec<usize>>::new());
        for (at, one) in patterns.iter().enumerate() {
            let anchor = if one.before.is_empty() { &one.behind } else { &one.before };
            match anchors.iter().position(|known| known == anchor) {
                Some(place) => anchored.get_mut(place)?.push(at),
                None => {
                    anchors.push(anchor);
                    anchored.push(vec![at]);
                }
            }
        }
        let anchors = searcher(MatchKind::Standard, &anchors)?;
        let numbered = |text: &&String| text.bytes().any(|b| b.is_ascii_digit());
        let numbers = texts.iter().filter(numbered).cloned().collect();
        let (signs, linking, titles) = (file.signs, file.linking, file.titles);
        let folded =
            |words: Vec<String>| -> Vec<String> { words.iter().map(|word| fold(word)).collect() };
        let any = |words: Vec<String>| searcher(MatchKind::LeftmostLongest, &folded(words));
        let (notices, speech, relays) = (any(file.notices)?, any(file.speech)?, any(file.relays)?);
        let asides = folded(file.asides).into_iter().collect();
        let (of_many, in_front) = (folded(file.of_many), folded(file.in_front));
        let mut all = Self {
            automaton,
            meanings,
            patterns,
            anchors,
            anchored,
            numbers,
            signs,
            linking,
            of_many,
            in_front,
            notices,
            speech,
            titles,
            asides,
            relays,
            english,
        };
        let mut hits = Vec::new();
        let about: Vec<bool> = (all.patterns.iter())
            .map(|one| {
                all.find(&format!("{} ; {}", one.before, one.behind), &mut hits);
                hits.iter().any(|hit| matches!(hit.sense, Sense::Code | Sense::Maybe | Sense::Word))
            })
            .collect();
        for (one, of_code) in all.patterns.iter_mut().zip(about) {
            one.of_code = of_code;
        }
        Some(all)
    }

    /// Whether a folded text only announces something, as far as its letters go.
    pub(super) fn is_notice(&self, folded: &str) -> bool {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let said = self.notices.find_iter(folded);
        let said: usize = said.filter_map(|hit| folded.get(hit.range())).map(letters).sum();
        letters(folded) - said < 2
    }

    /// Whether a folded text is part of a sentence in a script without blanks.
    pub(super) fn is_speech(&self, folded: &str) -> bool {
        self.speech.is_match(folded) && folded.chars().any(is_unspaced)
    }

    /// Whether a folded text is a remark, by a word in it that no name has.
    pub(super) fn is_aside(&self, folded: &str) -> bool {
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        folded.contains(':') || words.any(|word| self.asides.contains(word))
    }

    /// A name without the words behind it that say who of them writes.
    pub(super) fn without_titles<'a>(&self, written: &'a str) -> &'a str {
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() || is_unspaced(c));
        let mut name = written.trim();
        for title in &self.titles {
            let at = name.len().saturating_sub(title.len());
            let Some((rest, last)) = name.split_at_checked(at) else { continue };
            if last.eq_ignore_ascii_case(title) && ends(rest.chars().next_back()) {
                let rest = rest.trim_end();
                name = rest.strip_prefix("The ").unwrap_or(rest);
            }
        }
        name
    }

    /// The name behind a closing formula, as in `Regards, Team Brand`.
    pub(super) fn behind_title<'a>(&self, written: &'a str) -> &'a str {
        let (first, rest) = written.split_once(' ').unwrap_or_default();
        let titled = self.titles.iter().any(|title| first.eq_ignore_ascii_case(title));
        if titled { rest } else { written }
    }

    /// Whether a folded text names someone who sends codes for others.
    pub(super) fn has_relay(&self, folded: &str) -> bool {
        let is_word = |from, to| is_boundary(folded, from) && is_boundary(folded, to);
        self.relays.find_iter(folded).any(|hit| is_word(hit.start(), hit.end()))
    }

    /// The patterns that can fit a folded text from a place on, the one that says most
    /// first, each with the place where its first words stand.
    pub(super) fn name_patterns(&self, text: &str, start: usize) -> Vec<(usize, &NamePattern)> {
        let found = self.anchors.find_overlapping_iter(text).filter(|hit| hit.start() >= start);
        let mut places: Vec<(usize, usize)> = found
            .flat_map(|hit| {
                let patterns = self.anchored.get(hit.pattern().as_usize());
                patterns.into_iter().flatten().map(move |pattern| (*pattern, hit.start()))
            })
            .collect();
        places.sort_unstable();
        places.dedup_by_key(|(pattern, _)| *pattern);
        let known = |(pattern, at)| Some((at, self.patterns.get(pattern)?));
        places.into_iter().filter_map(known).collect()
    }

    /// Adds the words for a code that stand in capitals at the end of a word.
    pub(super) fn find_coined(&self, original: &str, folded: &Folded, hits: &mut Vec<Hit>) {
        if !memchr::memchr_iter(b'T', original.as_bytes()).any(|at| is_coined(original, at)) {
            return;
        }
        let text = folded.text.as_str();
        for (word, (from, _)) in
            COINED.iter().flat_map(|word| text.match_indices(word).map(move |at| (word, at)))
        {
            let to = from + word.len();
            let capitals =
                folded.original(original, from, to).bytes().all(|b| b.is_ascii_uppercase());
            let before =
                original.get(..folded.place(from)).and_then(|text| text.chars().next_back());
            if capitals && before.is_some_and(char::is_lowercase) && is_boundary(text, to) {
                hits.push(Hit { sense: Sense::Code, language: self.english, from, to });
            }
        }
    }

    /// Replaces `hits` by every phrase in a folded text, and says what the text is about.
    pub(super) fn find(&self, text: &str, hits: &mut Vec<Hit>) -> Marks {
        hits.clear();
        let mut marks = Marks::default();
        for found in self.automaton.find_overlapping_iter(text) {
            let (from, to) = (found.start(), found.end());
            match self.meanings.get(found.pattern().as_usize()) {
                _ if !is_boundary(text, from) => {}
                Some(Meaning::Phrase(sense, language))
                    if to - from > 4 || is_boundary(text, to) =>
                {
                    hits.push(Hit { sense: *sense, language: *language, from, to });
                }
                Some(Meaning::Mark(mark)) if is_boundary(text, to) => marks.add(*mark),
                _ => {}
            }
        }
        marks
    }
}

/// Looks for many texts in one pass. None when there are more than it can hold.
pub(super) fn searcher(kind: MatchKind, texts: &[impl AsRef<[u8]>]) -> Option<AhoCorasick> {
    let mut builder = AhoCorasick::builder();
    builder.match_kind(kind).kind(Some(AhoCorasickKind::ContiguousNFA)).build(texts).ok()
}

/// Words for a code that are coined with another word in front: `SecureTAC`.
const COINED: [&str; 3] = ["otp", "tac", "otac"];

/// Whether this T is that of a word for a code in capitals.
fn is_coined(original: &str, at: usize) -> bool {
    let bytes = original.as_bytes();
    let (before, behind) = bytes.split_at_checked(at).unwrap_or_default();
    behind.starts_with(b"TAC") || (behind.starts_with(b"TP") && before.ends_with(b"O"))
}

/// Whether words can begin and end here: no word of a script with blanks goes
/// on over this place.
pub(super) fn is_boundary(text: &str, at: usize) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| !is_unspaced(c) && c.is_alphanumeric());
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    !joins(before) || !joins(text.get(at..).and_then(|text| text.chars().next()))
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
