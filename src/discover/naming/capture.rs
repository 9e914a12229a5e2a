//! The name where a pattern has it, as in "is your … code".

use super::name::{Captured, Captures, MessageText, Name, can_be_a_name, is_known_letter};
use crate::discover::{
    fold::is_unspaced,
    phrases::{Hit, NamePattern, Sense, is_boundary},
};

/// What stands in front of a person's name.
const GREETINGS: [&str; 6] = ["dear", "hi", "hello", "hai", "halo", "salam"];

/// The name where a pattern has one; with `of_code`, only in patterns about
/// codes.
pub(in crate::discover) fn captured<'a>(
    text: &'a MessageText<'_>,
    of_code: bool,
) -> Option<&'a Captured> {
    let Captures { of_code: codes, of_any, .. } = &text.captures;
    let kept = if of_code { codes } else { of_any };
    kept.get_or_init(|| capture_name(text, of_code)).as_ref()
}

fn capture_name(text: &MessageText<'_>, of_code: bool) -> Option<Captured> {
    let body = text.folded.text.as_str();
    let (mut unknown, mut relay) = (None, None);
    let patterns =
        text.captures.patterns.get_or_init(|| text.phrases.name_patterns(body, text.start));
    for (at, pattern) in patterns.iter().filter(|(_, one)| !of_code || one.of_code) {
        let Some((from, to)) = capture(body, text.start, pattern, *at) else { continue };
        let (from, to) = in_quotes(body, from, to);
        let Some((from, to)) = trimmed(text, from, to) else { continue };
        let written = text.folded.original(text.original, from, to).trim();
        if written.starts_with(|c: char| c.is_ascii_digit())
            && text.catalogue.entity(written).is_none()
        {
            continue;
        }
        let is_letter = is_known_letter(text, written);
        if !(can_be_a_name(written) || is_letter) {
            continue;
        }
        let is_speech = text.hits.iter().any(|hit| hit.from <= from && to <= hit.to);
        let said = body.get(from..to).unwrap_or_default();
        // A word for a code with another word in front is no name either.
        let coined = |hit: &&Hit| hit.to == to && hit.from > from && !is_boundary(body, hit.from);
        let is_speech = is_speech
            || text.phrases.is_speech(said)
            || (!is_letter && text.phrases.is_notice(said))
            || text.hits.iter().find(coined).is_some_and(|hit| hit.sense == Sense::Code);
        if is_speech || text.catalogue.is_generic(written) {
            continue;
        }
        // The pattern behind it has the name of whom the code is for.
        if text.phrases.has_relay(said) {
            relay = relay.or_else(|| {
                let (name, anchored) = (Name::of(text, written), true);
                Some(Captured { name, anchored, span: (from, to) })
            });
            continue;
        }
        let anchored = !pattern.before.is_empty() || written.chars().any(is_uncased);
        let name = Name::of(text, written);
        let known = matches!(name, Name::Known(_));
        let captured = Captured { name, anchored, span: (from, to) };
        if known {
            return Some(captured);
        }
        unknown = unknown.or(Some(captured));
    }
    unknown.or(relay)
}

/// Whether it is a letter of a script without capitals.
fn is_uncased(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

/// The place of the name in one pattern whose first words stand here.
fn capture(body: &str, start: usize, pattern: &NamePattern, at: usize) -> Option<(usize, usize)> {
    let NamePattern { before, behind, .. } = pattern;
    if before.is_empty() {
        let left = body.get(start..at)?;
        let from = left
            .rfind([
                '.', ',', ':', ';', '!', '?', '\n', '(', '。', '，', '：', '【', '】', '<', '>',
                '\u{22}', '！', '？', '~', '～', '、', '「', '،', '؛',
            ])
            .map_or(start, |place| {
                start
                    + place
                    + left
                        .get(place..)
                        .and_then(|rest| rest.chars().next())
                        .map_or(1, char::len_utf8)
            });
        return Some((from, at));
    }
    let from = at + before.len();
    let rest = body.get(from..)?;
    if let Some(length) = quoted(rest, behind) {
        let from = from + rest.find('\u{22}')? + 1;
        return Some((from, from + length));
    }
    let clause = rest
        .find([
            '.', ',', ':', ';', '!', '?', '\n', '(', ')', '。', '，', '：', '、', '！', '\u{22}',
        ])
        .unwrap_or(rest.len());
    let clause = rest.get(..clause)?;
    if behind.is_empty() {
        return Some((from, from + clause.len()));
    }
    let to = clause.find(behind.as_str())?;
    Some((from, from + to))
}

/// How long a name in straight quotes is that a text begins with, where the words
/// behind it are these.
fn quoted(text: &str, behind: &str) -> Option<usize> {
    let inside = text.trim_start().strip_prefix('\u{22}')?;
    let length = inside.find('\u{22}')?;
    let rest = inside.get(length + 1..)?.trim_start();
    (length > 0 && rest.starts_with(behind.trim())).then_some(length)
}

/// What quotes in this part hold, which is the name itself. The opening one can be
/// left out with the clause before it.
fn in_quotes(body: &str, from: usize, to: usize) -> (usize, usize) {
    let part = body.get(from..to).unwrap_or_default();
    for (open, close) in [('「', '」'), ('『', '』'), ('《', '》'), ('“', '”')] {
        let opens = part.find(open).map_or(0, |at| at + open.len_utf8());
        let inside = part.get(opens..).unwrap_or_default();
        match inside.find(close) {
            Some(length) => return (from + opens, from + opens + length),
            None if opens > 0 => return (from + opens, to),
            None => {}
        }
    }
    (from, to)
}

/// A name in a script without blanks, without the words around it that stand beside
/// many names and belong to none. A name of the catalogue stays whole.
fn bare(text: &MessageText<'_>, mut from: usize, mut to: usize) -> Option<(usize, usize)> {
    loop {
        let body = text.folded.text.get(from..to)?;
        let name = body.trim();
        (from, to) = (from + body.len() - body.trim_start().len(), from + body.trim_end().len());
        if text.catalogue.entity(text.folded.original(text.original, from, to)).is_some() {
            return Some((from, to));
        }
        let (phrases, code) = (text.phrases, said_of(name));
        let front = phrases.in_front.iter().filter(|word| name.starts_with(word.as_str()));
        let front = front.map(String::len).chain(code).max().unwrap_or_default();
        let behind = phrases.of_many.iter().filter(|word| name.ends_with(word.as_str()));
        let behind = behind.map(String::len).max().unwrap_or_default();
        if front + behind == 0 {
            return Some((from, to));
        }
        if front + behind >= name.len() {
            return None;
        }
        (from, to) = (from + front, to - behind);
    }
}

/// How long a code is that something is said of in front of a name, as in `1234 是`.
fn said_of(name: &str) -> Option<usize> {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = name.len() - rest.len();
    let verbs = ['是', '為', '为', '係', 'は', 'が', '은', '는', '이', '을', '를'];
    let said = rest.trim_start().strip_prefix(verbs)?;
    (digits >= 4).then_some(name.len() - said.len())
}

/// Keeps of a captured part the words that can belong to a name: those with a
/// capital, next to the words of the pattern.
fn trimmed(text: &MessageText<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let written = text.folded.original(text.original, from, to);
    let body = text.folded.text.get(from..to)?;
    if written.chars().any(is_unspaced) {
        let (from, to) = bare(text, from, to)?;
        let left = text.folded.text.get(from..to)?.chars().count();
        return (left <= 14).then_some((from, to));
    }
    let starts = |word: &str| {
        let place = word.as_ptr() as usize - body.as_ptr() as usize;
        let shown = text.folded.original(text.original, from + place, from + place + word.len());
        shown.chars().next().is_some_and(|c| {
            c.is_uppercase() || c.is_ascii_digit() || !c.is_lowercase() && c.is_alphabetic()
        }) || shown.chars().any(char::is_uppercase)
            || text.phrases.linking.iter().any(|link| link == word)
    };
    let words: Vec<&str> = body.split_whitespace().collect();
    let count = words.iter().take_while(|word| starts(word)).count();
    let kept: Vec<&str> = if count > 0 {
        words.iter().take(count).copied().collect()
    } else {
        let count = words.iter().rev().take_while(|word| starts(word)).count();
        words.iter().skip(words.len() - count).copied().collect()
    };
    let place = |word: &str| word.as_ptr() as usize - body.as_ptr() as usize;
    // An article stands in front of many names, and is none by itself.
    let article = |word: &str| word == "the" && kept.len() > 1;
    let links = |word: &&&str| {
        let linking = text.phrases.linking.iter().any(|link| link == *word);
        linking || (text.catalogue.is_generic(word) && !article(word))
    };
    let skipped = kept.iter().take_while(links).count();
    let ends = kept.len() - kept.iter().rev().take_while(links).count();
    // Who is greeted is the person.
    let greets = kept.iter().take(skipped).any(|word| GREETINGS.contains(word));
    let kept = kept.get(skipped..ends)?;
    let (first, last) = (kept.first()?, kept.last()?);
    let span = (from + place(first), from + place(last) + last.len());
    let known = || {
        let written = text.folded.original(text.original, span.0, span.1);
        text.catalogue.entity(written).is_some()
    };
    (kept.len() <= 4 && (!greets || known())).then_some(span)
}
