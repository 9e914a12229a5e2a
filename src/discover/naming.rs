//! Which name a message gives its service. The body comes first: in Malaysia
//! the sender is a short code that says nothing.

use super::{
    fold::{Folded, is_unspaced},
    known::{Mention, Named, Services, squeezed},
    phrases::{Hit, Naming, Phrases, Sense},
};

/// The name of a service, known or as the message gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Known(Named),
    Unknown(String),
}

/// What is known about a message when its name is looked for.
pub(super) struct Text<'a> {
    pub(super) original: &'a str,
    pub(super) folded: &'a Folded,
    pub(super) hits: &'a [Hit],
    pub(super) sender: &'a str,
    /// Where the text proper begins, in the folded text.
    pub(super) start: usize,
}

/// Longest name that is taken from a message, in characters.
const LONGEST: usize = 30;

/// The host of a one-time code bound to it: `@host #code` at the beginning of
/// the last line. The only way in which a message surely names its service.
pub(super) fn bound_host(body: &str) -> Option<(&str, &str)> {
    let line = body.lines().rev().find(|line| !line.trim().is_empty())?.trim();
    let (host, rest) = line.strip_prefix('@')?.split_once(' ')?;
    let code = rest.strip_prefix('#')?.split_whitespace().next()?;
    let is_host = host.contains('.')
        && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':'));
    (is_host && !code.is_empty()).then_some((host, code))
}

/// Finds the name.
pub(super) fn name(services: &Services, phrases: &Phrases, text: &Text<'_>) -> Option<Name> {
    let host = bound_host(text.original).map(|(host, _)| host);
    if let Some(at) = host.and_then(|host| services.by_host(host)) {
        return Some(Name::Known(Named::Service(at)));
    }
    let own = host.map(|host| Name::Unknown(host.trim_start_matches("www.").to_owned()));
    in_text(services, phrases, text).or(own)
}

fn in_text(services: &Services, phrases: &Phrases, text: &Text<'_>) -> Option<Name> {
    let mentions = services.mentions(text.original, text.folded);
    if let Some(signed) = signature(services, text, &mentions) {
        return Some(signed);
    }
    let sent = sender(services, text.sender);
    if let Some(Name::Known(named)) = &sent {
        // Who sends under a name of their own means themselves, unless the
        // text begins with another.
        let other = best(text, &mentions).filter(|one| place_value(text, one) >= 60);
        return Some(Name::Known(other.map_or(*named, |one| one.named)));
    }
    let mentioned = best(text, &mentions);
    if let Some(one) = mentioned.filter(|one| place_value(text, one) >= 30) {
        return Some(Name::Known(one.named));
    }
    let captured = captured(services, phrases, text, false);
    if let Some(Captured { name: Name::Known(named), .. }) = captured {
        return Some(Name::Known(named));
    }
    let alone = mentioned.filter(|one| mentions.iter().all(|other| other.named == one.named));
    if let Some(Name::Unknown(short)) = &sent {
        let called = alone.and_then(|one| match one.named {
            Named::Service(at) => services.get(at),
            Named::Carrier(_) => None,
        });
        if called.is_some_and(|one| is_short_for(short, &one.name)) {
            return alone.map(|one| Name::Known(one.named));
        }
        // The body spells out what the sender's eleven letters cut short.
        let anchored = captured.filter(|one| one.anchored).map(|one| one.name);
        let begun = beginning(services, text);
        let whole = |name: &Name| match name {
            Name::Unknown(name) => squeezed(name).contains(&squeezed(short)),
            Name::Known(_) => true,
        };
        let (whole, begun) =
            if begun.as_ref().is_some_and(whole) { (begun, None) } else { (None, begun) };
        return whole
            .or_else(|| spelt_out(text, short))
            .or(begun)
            .or(anchored)
            .or(alone.map(|one| Name::Known(one.named)))
            .or(sent);
    }
    let mentioned = mentioned.map(|one| Name::Known(one.named));
    let alone = alone.map(|one| Name::Known(one.named));
    let (anchored, loose) = match captured {
        Some(one) if one.anchored => (Some(one.name), None),
        one => (None, one.map(|one| one.name)),
    };
    beginning(services, text)
        .or(anchored)
        .or(alone)
        .or_else(|| ending(services, text))
        .or(loose)
        .or(mentioned)
}

/// `【brand】` or `[brand]` at the beginning or the end.
fn signature(services: &Services, text: &Text<'_>, mentions: &[Mention]) -> Option<Name> {
    let body = text.folded.text.as_str();
    let inner = |open: usize, width: usize, close: char| {
        let rest = body.get(open + width..)?;
        let length = rest.find(close)?;
        (length > 0 && rest.get(..length)?.chars().count() <= LONGEST)
            .then_some((open + width, open + width + length))
    };
    let begins = body.get(text.start..)?.trim_start_matches(['<', '#', '>', ' ', '\n']);
    let first = body.len() - begins.len();
    let ends = body.trim_end().len();
    let last = |open: char, close: char| {
        let open = body.rfind(open)?;
        body.get(..ends)?.ends_with(close).then_some(open)
    };
    let at_start = |open: char| begins.starts_with(open).then_some(first);
    let spans = [
        (body.find('【'), '【', '】'),
        (at_start('['), '[', ']'),
        (at_start('('), '(', ')'),
        (at_start('〔'), '〔', '〕'),
        (at_start('「'), '「', '」'),
        (at_start('<'), '<', '>'),
        (last('[', ']'), '[', ']'),
    ];
    for (open, mark, close) in spans {
        let Some((from, to)) = open.and_then(|open| inner(open, mark.len_utf8(), close)) else {
            continue;
        };
        let inside = mentions.iter().find(|one| from <= one.from && one.to <= to);
        if let Some(one) = inside {
            return Some(Name::Known(one.named));
        }
        let written = text.folded.original(text.original, from, to).trim();
        let speaks = text.hits.iter().any(|hit| from <= hit.from && hit.to <= to);
        if !speaks && can_be_a_name(written) {
            return Some(named(services, written));
        }
    }
    None
}

fn named(services: &Services, written: &str) -> Name {
    match services.named(written) {
        Some(named) => Name::Known(named),
        None => Name::Unknown(visible(written)),
    }
}

/// Without what cannot be seen.
fn visible(written: &str) -> String {
    let clean = crate::text::clean_line(written);
    // Turkish hangs its endings on with an apostrophe; Wendy's keeps its own.
    let clean = match clean.rsplit_once(['\'', '’']) {
        Some((name, ending)) if ending != "s" && ending.chars().count() <= 4 => name.to_owned(),
        _ => clean,
    };
    clean
        .chars()
        .filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}'))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// A name has a letter, and in scripts with capitals one of them.
fn can_be_a_name(written: &str) -> bool {
    let letters = written.chars().filter(|c| c.is_alphabetic()).count();
    let cased = written.chars().any(char::is_lowercase);
    let digits = written.chars().filter(char::is_ascii_digit).count();
    let first = written.chars().next();
    first.is_some_and(|c| !matches!(c, '*' | '#' | '+' | '%'))
        && (2..=LONGEST).contains(&written.chars().count())
        && letters >= 2
        && digits <= 3
        && (!cased || written.chars().any(|c| c.is_uppercase() || is_unspaced(c)))
        && !written.contains(['@', '/', '\n', '=', '{', '<', '"'])
}

/// How much the place of a mention says that it names the sender.
fn place_value(text: &Text<'_>, one: &Mention) -> u32 {
    let body = text.folded.text.as_str();
    let before = body.get(text.start..one.from).unwrap_or_default();
    let behind = body.get(one.to..).unwrap_or_default();
    let opens = before.trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
    let colon = behind.trim_start().starts_with([':', '-', '|', '：', '>', ']']);
    let closes = behind.trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
    let speaks = text
        .hits
        .iter()
        .filter(|hit| matches!(hit.sense, Sense::Code | Sense::Maybe | Sense::Word));
    let near =
        speaks
            .map(|hit| {
                if hit.from >= one.to { hit.from - one.to } else { one.from.saturating_sub(hit.to) }
            })
            .min()
            .unwrap_or(usize::MAX);
    match () {
        () if opens && colon => 100,
        () if near <= 3 => 80,
        () if opens => 60,
        () if closes => 50,
        () if near <= 16 => 40,
        () => 10,
    }
}

fn best(text: &Text<'_>, mentions: &[Mention]) -> Option<Mention> {
    let mut best: Option<(u32, Mention)> = None;
    for one in mentions {
        let value = place_value(text, one);
        if best.is_none_or(|(most, _)| value > most) {
            best = Some((value, *one));
        }
    }
    best.map(|(_, one)| one)
}

/// The sender's name begins as the service's does.
fn is_short_for(sender: &str, name: &str) -> bool {
    let (short, long) = (squeezed(sender), squeezed(name));
    let same = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).count();
    same >= 4 && same + 4 >= short.chars().count()
}

/// A sender's own name; a number or a short code is none.
fn sender(services: &Services, sender: &str) -> Option<Name> {
    // Indian gateways put route and kind around the name: `AD-HDFCBK-S`.
    let parts: Vec<&str> = sender.split('-').collect();
    let bare = match parts.as_slice() {
        [route, name] | [route, name, _] if route.len() == 2 => name,
        [name, kind] if name.len() >= 2 && services.is_generic(kind) => name,
        _ => sender,
    };
    let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || services.is_generic(bare) {
        return None;
    }
    match services.by_sender(bare) {
        Some(named) => Some(Name::Known(named)),
        None => (letters >= 3).then(|| Name::Unknown(visible(bare))),
    }
}

/// `Brand: …` at the beginning.
fn beginning(services: &Services, text: &Text<'_>) -> Option<Name> {
    let body = text.folded.text.get(text.start..)?;
    let rest = body.trim_start_matches(['<', '#', '>', ' ', '\n']);
    let first = text.folded.text.len() - rest.len();
    let line = rest.lines().next()?;
    let ends =
        [":", "：", " - ", " | ", " – ", ": "].iter().filter_map(|mark| line.find(mark)).min()?;
    let span = (first, first + ends);
    let speaks = text.hits.iter().any(|hit| hit.from < span.1 && hit.to > span.0);
    let written = text.folded.original(text.original, span.0, span.1).trim();
    let words = written.split_whitespace().count();
    (!speaks && words <= 4 && can_be_a_name(written)).then(|| named(services, written))
}

/// The words of the body that a sender's name is short for.
fn spelt_out(text: &Text<'_>, sender: &str) -> Option<Name> {
    let wanted = squeezed(sender);
    if wanted.chars().count() < 4 {
        return None;
    }
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    for clause in text.original.split(['.', ',', ':', ';', '!', '?', '\n', '(', ')', '<', '>']) {
        let words: Vec<&str> = clause.split_whitespace().collect();
        for at in 0..words.len() {
            let rest = words.get(at..).unwrap_or_default();
            let spans =
                (1..=rest.len().min(4)).filter_map(|count| Some((count, rest.get(..count)?)));
            let mut spans = spans.filter(|(_, span)| {
                let span = squeezed(&span.concat());
                span == wanted
                    || romanized(&span) == wanted
                    || (span.starts_with(&wanted) && wanted.chars().count() >= 6)
            });
            let Some((count, _)) = spans.next() else { continue };
            // Words with a capital beside it belong to it: `Yurtiçi Kargo`.
            // One that begins the clause may have its capital from there.
            let (mut from, mut to) = (at, at + count);
            while count == 1 && to - from < 4 && words.get(to).is_some_and(capital) {
                to += 1;
            }
            let whole = words.iter().all(|word| capital(&word)) && words.len() <= 4;
            while count == 1
                && from > 0
                && (from > 1 || whole)
                && to - from < 4
                && words.get(from - 1).is_some_and(capital)
            {
                from -= 1;
            }
            return Some(Name::Unknown(visible(&words.get(from..to)?.join(" "))));
        }
    }
    None
}

/// Cyrillic as senders write it in Latin letters.
fn romanized(text: &str) -> String {
    const LATIN: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s",
        "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];
    let letter = |c: char| {
        let at = u32::from(c).checked_sub(u32::from('а'))?;
        LATIN.get(usize::try_from(at).ok()?).copied()
    };
    text.chars().fold(String::new(), |mut out, c| {
        match letter(c) {
            Some(latin) => out.push_str(latin),
            None => out.push(c),
        }
        out
    })
}

/// Words that can stand inside a name.
const LINKING: [&str; 17] = [
    "&", "+", "and", "by", "da", "de", "del", "della", "der", "die", "do", "du", "la", "le", "of",
    "pod", "van",
];

/// `… Brand` as a closing of its own.
fn ending(services: &Services, text: &Text<'_>) -> Option<Name> {
    let closing = text.original.trim_end_matches(|c: char| !c.is_alphanumeric());
    let marks =
        ['.', '!', '?', '\n', '-', '–', '—', ',', ';', ':', '~', '。', '！', '，', '|', ')'];
    let at = closing.rfind(marks)?;
    let mark = closing.get(at..)?.chars().next()?.len_utf8();
    let written = closing.get(at + mark..)?.trim();
    let words: Vec<&str> = written.split_whitespace().collect();
    let capital = |word: &&str| word.chars().next().is_some_and(|c| !c.is_lowercase());
    let linking = |word: &&str| LINKING.contains(word);
    let fits = words.len() <= 4
        && words.first().is_some_and(capital)
        && words.iter().all(|word| capital(word) || linking(word));
    let folded = super::fold::fold(written);
    let speaks = text.hits.iter().any(|hit| {
        let said = text.folded.text.get(hit.from..hit.to).unwrap_or_default();
        folded.contains(said)
    });
    (fits && !speaks && can_be_a_name(written)).then(|| named(services, written))
}

/// A name that stands where a way of speaking has it.
pub(super) struct Captured {
    name: Name,
    /// Words stand before it, or it needs no capital to be one.
    anchored: bool,
}

impl Captured {
    /// It is the name of a known service.
    pub(super) fn is_known(&self) -> bool {
        matches!(self.name, Name::Known(Named::Service(_)))
    }
}

/// What stands in the place of the name in a way of speaking; only in one of
/// codes, when that is wanted.
pub(super) fn captured(
    services: &Services,
    phrases: &Phrases,
    text: &Text<'_>,
    of_code: bool,
) -> Option<Captured> {
    let body = text.folded.text.as_str();
    let mut unknown = None;
    for naming in phrases.naming.iter().filter(|one| !of_code || one.of_code) {
        let Some((from, to)) = capture(body, text.start, naming) else { continue };
        let Some((from, to)) = trimmed(services, text, from, to) else { continue };
        let written = text.folded.original(text.original, from, to).trim();
        if written.starts_with(|c: char| c.is_ascii_digit()) && services.named(written).is_none() {
            continue;
        }
        let is_speech = text.hits.iter().any(|hit| hit.from <= from && to <= hit.to);
        if is_speech || !can_be_a_name(written) || services.is_generic(written) {
            continue;
        }
        let anchored = !naming.before.is_empty() || written.chars().any(is_uncased);
        let name = named(services, written);
        let known = matches!(name, Name::Known(_));
        let captured = Captured { name, anchored };
        if known {
            return Some(captured);
        }
        unknown = unknown.or(Some(captured));
    }
    unknown
}

/// A letter of a script without capitals.
fn is_uncased(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

/// Where the name stands in one way of speaking.
fn capture(body: &str, start: usize, naming: &Naming) -> Option<(usize, usize)> {
    let Naming { before, behind, .. } = naming;
    let text = body.get(start..)?;
    if before.is_empty() {
        let at = start + text.find(behind.as_str())?;
        let left = body.get(start..at)?;
        let from = left
            .rfind([
                '.', ',', ':', ';', '!', '?', '\n', '(', '。', '，', '：', '【', '】', '<', '>',
                '"', '！', '？', '~', '～', '、', '「', '،', '؛',
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
    let from = start + text.find(before.as_str())? + before.len();
    let rest = body.get(from..)?;
    let clause = rest
        .find(['.', ',', ':', ';', '!', '?', '\n', '(', ')', '。', '，', '：', '、', '！', '"'])
        .unwrap_or(rest.len());
    let clause = rest.get(..clause)?;
    if behind.is_empty() {
        return Some((from, from + clause.len()));
    }
    let to = clause.find(behind.as_str())?;
    Some((from, from + to))
}

/// Words that stand behind the names of many services.
const OF_MANY: [&str; 10] =
    ["회원가입", "회원", "短信", "簡訊", "手机", "手機", "登录", "登入", "会员", "會員"];

/// Leaves of a captured stretch the words that can belong to a name: those
/// with a capital, next to the place where the way of speaking has it.
fn trimmed(services: &Services, text: &Text<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let written = text.folded.original(text.original, from, to);
    let body = text.folded.text.get(from..to)?;
    if written.chars().any(is_unspaced) {
        let mut to = to;
        // What is said with many names belongs to none.
        for word in OF_MANY {
            let body = text.folded.text.get(from..to)?.trim_end();
            to = from + body.strip_suffix(word).unwrap_or(body).trim_end().len();
        }
        let left = text.folded.text.get(from..to)?.trim().chars().count();
        return (left <= 14).then_some((from, to));
    }
    let starts = |word: &str| {
        let place = word.as_ptr() as usize - body.as_ptr() as usize;
        let shown = text.folded.original(text.original, from + place, from + place + word.len());
        shown.chars().next().is_some_and(|c| {
            c.is_uppercase() || c.is_ascii_digit() || !c.is_lowercase() && c.is_alphabetic()
        }) || shown.chars().any(char::is_uppercase)
            || LINKING.contains(&word)
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
    let links = |word: &&&str| LINKING.contains(*word) || services.is_generic(word);
    let skipped = kept.iter().take_while(links).count();
    let ends = kept.len() - kept.iter().rev().take_while(links).count();
    let kept = kept.get(skipped..ends)?;
    let (first, last) = (kept.first()?, kept.last()?);
    (kept.len() <= 4).then(|| (from + place(first), from + place(last) + last.len()))
}
