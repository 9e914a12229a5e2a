//! The name in a signature: `【brand】` anywhere, and a name in brackets or quotes
//! at the beginning or the end.

use super::name::{LONGEST, MessageText, Name, can_be_a_name, is_known_letter};
use crate::discover::{
    brand_number::brand_number,
    catalogue::Mention,
    phrases::{Sense, is_boundary},
};

/// Brackets and quotes that a name stands in, beside `【】`. Folded text has no
/// wide forms of them.
const PAIRS: [(char, char); 14] = [
    ('[', ']'),
    ('(', ')'),
    ('〔', '〕'),
    ('〖', '〗'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('〈', '〉'),
    ('<', '>'),
    ('{', '}'),
    ('«', '»'),
    ('“', '”'),
    ('\u{22}', '\u{22}'),
    ('*', '*'),
];

/// How many of them are brackets and quotes of no other use.
const BRACKETS: usize = 8;

/// The opening ones, as they are written: no name has one.
pub(super) const MARKS: [char; 8] = ['(', '（', '[', '［', '「', '『', '《', '【'];

/// A part of the folded text, without the marks around it.
type Span = (usize, usize);

/// The name in a signature that says most: in `【】`, in any brackets at the
/// beginning, or in square ones at the end.
pub(super) fn signature(text: &MessageText<'_>, mentions: &[Mention]) -> Option<Name> {
    if let Some(number) = brand_number(text.original) {
        return Some(Name::of(text, number));
    }
    let body = text.folded.text.as_str();
    let (first, last) = ends(text)?;
    // A signature in these can stand anywhere; at an end it says most.
    let places = || body.match_indices('【').map(|(at, _)| at);
    let closes = |at: &usize| {
        body.get(*at..last)
            .is_some_and(|rest| rest.find('】') == Some(rest.len() - '】'.len_utf8()))
    };
    let outer = places().filter(|at| *at == first || closes(at));
    let mut marked = outer.chain(places()).filter_map(|at| inside(body, at, ('【', '】')));
    if let Some(name) = marked.find_map(|span| marked_name(text, mentions, span)) {
        return Some(name);
    }
    let begins = PAIRS.iter().filter_map(|pair| opening(body, first, *pair));
    let mut spans = begins.chain(closing(body, last, ('[', ']')));
    spans.find_map(|span| {
        let known = known_inside(mentions, span);
        known.or_else(|| plain_name(text, span))
    })
}

/// The name in brackets or quotes at the end, where nothing else says more. What
/// stands there is often no name: a name has no digit and no word of a remark.
pub(super) fn bracketed(text: &MessageText<'_>) -> Option<Name> {
    let body = text.folded.text.as_str();
    let (_, last) = ends(text)?;
    let mut spans = PAIRS.iter().filter_map(|pair| closing(body, last, *pair));
    spans.find_map(|span| wordy_name(text, span))
}

/// The name in brackets anywhere else, where nothing names the account at all.
pub(super) fn between(text: &MessageText<'_>) -> Option<Name> {
    let body = text.folded.text.as_str();
    let (brackets, _) = PAIRS.split_at_checked(BRACKETS)?;
    let mut spans = brackets
        .iter()
        .flat_map(|pair| body.match_indices(pair.0).filter_map(|(at, _)| inside(body, at, *pair)));
    spans.find_map(|span| wordy_name(text, span))
}

/// A name without digits.
fn wordy_name(text: &MessageText<'_>, span: Span) -> Option<Name> {
    let digits = text.folded.text.get(span.0..span.1)?.contains(|c: char| c.is_ascii_digit());
    if digits { None } else { plain_name(text, span) }
}

/// Where the text begins, behind the mark of a code that an app reads, and where it
/// ends, without the dot behind a bracket.
fn ends(text: &MessageText<'_>) -> Option<Span> {
    let body = text.folded.text.as_str();
    let begins = body.get(text.start..)?.trim_start();
    let marked = begins.strip_prefix("<#>").or_else(|| begins.strip_prefix("[#]"));
    let begins = marked.unwrap_or(begins).trim_start();
    let last = body.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '。' | '!'));
    Some((body.len() - begins.len(), last.len()))
}

/// What stands in these marks, of which the first is at this place.
fn inside(body: &str, at: usize, (open, close): (char, char)) -> Option<Span> {
    let from = at + open.len_utf8();
    let rest = body.get(from..)?;
    let length = rest.find(close)?;
    let fits = length > 0 && rest.get(..length)?.chars().count() <= LONGEST;
    fits.then_some((from, from + length))
}

/// What stands in these marks at the beginning.
fn opening(body: &str, first: usize, pair: (char, char)) -> Option<Span> {
    body.get(first..)?.starts_with(pair.0).then_some(())?;
    inside(body, first, pair)
}

/// What stands in these marks at the end.
fn closing(body: &str, last: usize, pair: (char, char)) -> Option<Span> {
    let rest = body.get(..last)?.strip_suffix(pair.1)?;
    let span = inside(body, rest.rfind(pair.0)?, pair)?;
    (span.1 == rest.len()).then_some(span)
}

fn known_inside(mentions: &[Mention], (from, to): Span) -> Option<Name> {
    let inside = mentions.iter().find(|one| from <= one.from && one.to <= to);
    inside.map(|one| Name::Known(one.entity))
}

/// The name in `【】`. Words for a code can stand behind it, as in `【brand码】`.
fn marked_name(text: &MessageText<'_>, mentions: &[Mention], span: Span) -> Option<Name> {
    if let Some(known) = known_inside(mentions, span) {
        return Some(known);
    }
    let ((from, to), body) = (span, text.folded.text.as_str());
    let said = text.hits.iter().filter(|hit| {
        let of_code = matches!(hit.sense, Sense::Code | Sense::Maybe | Sense::Word);
        of_code && from < hit.from && hit.to <= to
    });
    let to = said.map(|hit| hit.from).min().unwrap_or(to);
    let left = text.hits.iter().fold(body.get(from..to)?.to_owned(), |left, hit| {
        let said = body.get(hit.from..hit.to).unwrap_or_default();
        left.replace(said, "")
    });
    let letter = is_known_letter(text, &left.to_uppercase());
    if (!letter && text.phrases.is_notice(&left)) || text.phrases.is_speech(body.get(from..to)?) {
        return None;
    }
    let written = text.folded.original(text.original, from, to).trim();
    let names = can_be_a_name(written) || is_known_letter(text, written);
    names.then(|| Name::of(text, written))
}

/// The name in other marks, unless a remark or a phrase stands there.
fn plain_name(text: &MessageText<'_>, (from, to): Span) -> Option<Name> {
    let said = text.folded.text.get(from..to)?;
    // `… Pay` and `… Express` are names, and a name can begin like a word of another
    // language; a code, an advert and a whole notice are none.
    let mut inside = text.hits.iter().filter(|hit| from <= hit.from && hit.to <= to);
    let speaks = inside.any(|hit| match hit.sense {
        Sense::Shows(_) => (hit.from, hit.to) == (from, to),
        Sense::Word => is_boundary(&text.folded.text, hit.to),
        Sense::Code | Sense::Maybe | Sense::Not => true,
    });
    let phrases = text.phrases;
    let written = text.folded.original(text.original, from, to).trim();
    if is_known_letter(text, written) {
        return Some(Name::of(text, written));
    }
    if speaks || phrases.is_speech(said) || phrases.is_aside(said) || phrases.is_notice(said) {
        return None;
    }
    let names = can_be_a_name(written) && !text.catalogue.is_generic(written);
    names.then(|| Name::of(text, written))
}
