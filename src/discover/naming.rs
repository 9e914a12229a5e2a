//! The name that a message gives its account. The body counts more than the
//! sender, since in Malaysia the sender is a short code that says nothing.

mod capture;
mod name;
mod sender;
mod signature;

use super::{
    catalogue::{Catalogue, Entity, Mention, squeezed},
    marks::Mark,
    phrases::{Hit, Sense, is_boundary},
};
use name::{can_be_a_name, is_known_letter};
use sender::{is_short_for, sender, spelt_out};
use signature::{between, bracketed, signature};

pub(super) use capture::captured;
pub(super) use name::{Captured, Captures, MessageText, Name};

/// The host and the code of a domain-bound one-time code: `@host #code` at the
/// beginning of the last line. Only this names the account with certainty.
pub(super) fn bound_host(body: &str) -> Option<(&str, &str)> {
    memchr::memchr(b'@', body.as_bytes())?;
    let line = body.lines().rev().find(|line| !line.trim().is_empty())?.trim();
    let (host, rest) = line.strip_prefix('@')?.split_once(' ')?;
    let code = rest.strip_prefix('#')?.split_whitespace().next()?;
    let is_host = host.contains('.')
        && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':'));
    (is_host && !code.is_empty()).then_some((host, code))
}

/// The name of the account that sent a message.
pub(super) fn account_name(text: &MessageText<'_>) -> Option<Name> {
    let host = bound_host(text.original).map(|(host, _)| host);
    if let Some(at) = host.and_then(|host| text.catalogue.by_host(host)) {
        return Some(Name::Known(Entity::Account(at)));
    }
    let own = host.map(|host| Name::Unknown(host.trim_start_matches("www.").to_owned()));
    in_text(text).or(own)
}

fn in_text(text: &MessageText<'_>) -> Option<Name> {
    let mut mentions = text.catalogue.mentions(text.original, text.folded);
    // Whoever sends a code for another is named, but it is not their account.
    let body = text.folded.text.as_str();
    let is_relay = |from, to| body.get(from..to).is_some_and(|name| text.phrases.has_relay(name));
    let relayed = text.marks.has(Mark::Relay)
        && captured(text, true).is_some_and(|one| !one.name.is_relay(text));
    if relayed {
        mentions.retain(|one| !is_relay(one.from, one.to));
    }
    let longer: Vec<bool> = mentions.iter().map(|one| is_tail(text, &mentions, one)).collect();
    let mut longer = longer.into_iter();
    mentions.retain(|_| !longer.next().unwrap_or_default());
    if let Some(signed) = signature(text, &mentions) {
        return Some(signed);
    }
    // Whoever sends a code for another is not the account, unless nobody else is named.
    let relays = text.phrases.has_relay(&super::fold::fold(text.sender));
    let sent = sender(text.catalogue, text.sender)
        .filter(|_| !relays || captured(text, true).is_none_or(|one| one.name.is_relay(text)));
    if let Some(Name::Known(entity)) = &sent {
        // A sender with a name of its own is the account, unless the text
        // begins with another name.
        let other = best(text, &mentions).filter(|one| place_value(text, one) >= 60);
        return Some(Name::Known(other.map_or(*entity, |one| one.entity)));
    }
    let mentioned = best(text, &mentions);
    if let Some(one) = mentioned.filter(|one| place_value(text, one) >= 30) {
        return Some(Name::Known(one.entity));
    }
    let captured = captured(text, false).cloned();
    if let Some(Captured { name: Name::Known(entity), .. }) = captured {
        return Some(Name::Known(entity));
    }
    let alone = mentioned.filter(|one| mentions.iter().all(|other| other.entity == one.entity));
    if let Some(Name::Unknown(short)) = &sent {
        let called = alone.and_then(|one| match one.entity {
            Entity::Account(at) => text.catalogue.get(at),
            Entity::Carrier(_) => None,
        });
        if called.is_some_and(|one| is_short_for(short, &one.name)) {
            return alone.map(|one| Name::Known(one.entity));
        }
        // A sender has eleven letters; the body has the whole name.
        let anchored = captured.filter(|one| one.anchored).map(|one| one.name);
        let begun = beginning(text);
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
            .or_else(|| bracketed(text))
            .or(alone.map(|one| Name::Known(one.entity)))
            .or(sent);
    }
    let mentioned = mentioned.map(|one| Name::Known(one.entity));
    let alone = alone.map(|one| Name::Known(one.entity));
    let (anchored, loose) = match captured {
        Some(one) if one.anchored => (Some(one.name), None),
        one => (None, one.map(|one| one.name)),
    };
    let own = |name: &Name| !relayed || !name.is_relay(text);
    let begun = beginning(text).filter(own).or(anchored).or_else(|| bracketed(text));
    let ended = begun.or(alone).or_else(|| ending(text).filter(own));
    ended.or(loose).or(mentioned).or_else(|| between(text))
}

/// Whether a known name is only the end of a longer one that is not known, as `Zurich` is
/// of `ETH Zurich`: letters that are short for something stand before it, or `… of`.
fn is_tail(text: &MessageText<'_>, mentions: &[Mention], one: &Mention) -> bool {
    let body = text.folded.text.as_str();
    let written = |from, to| text.folded.original(text.original, from, to);
    let Some(before) = body.get(text.start..one.from).and_then(|before| before.strip_suffix(' '))
    else {
        return false;
    };
    if !written(one.from, one.to).contains(char::is_lowercase) {
        return false;
    }
    let word = |text: &str| {
        let at = text.rfind(|c: char| !c.is_alphanumeric());
        at.map_or(0, |at| {
            at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
        })
    };
    let of = before.strip_suffix(" of");
    let before = of.unwrap_or(before);
    let from = text.start + word(before);
    let to = text.start + before.len();
    let front = written(from, to);
    let is_short_form =
        (2..=5).contains(&front.len()) && front.bytes().all(|b| b.is_ascii_uppercase());
    let is_title = of.is_some() && front.starts_with(char::is_uppercase);
    let of_other = |(start, end): (usize, usize)| start < to && from < end;
    let known = text.hits.iter().any(|hit| of_other((hit.from, hit.to)))
        || mentions.iter().any(|other| of_other((other.from, other.to)))
        || text.catalogue.is_generic(front)
        || Catalogue::is_place(front);
    if known || !(is_short_form || is_title) {
        return false;
    }
    let marks = ['[', '【', '(', '<', '「', '\u{22}'];
    let first = before.get(..from - text.start).unwrap_or_default().trim_end();
    let opens = (first.is_empty() || first.ends_with(marks))
        && body
            .get(one.to..)
            .unwrap_or_default()
            .trim_start()
            .starts_with([':', ']', '】', ')', '-', '|', '>', '」', '\u{22}']);
    opens || captured(text, false).is_some_and(|whole| whole.span == (from, one.to))
}

/// How much the place of a mention says for it being the sender's name.
fn place_value(text: &MessageText<'_>, one: &Mention) -> u32 {
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

fn best(text: &MessageText<'_>, mentions: &[Mention]) -> Option<Mention> {
    let mut best: Option<(u32, Mention)> = None;
    for one in mentions {
        let value = place_value(text, one);
        if best.is_none_or(|(most, _)| value > most) {
            best = Some((value, *one));
        }
    }
    best.map(|(_, one)| one)
}

/// The name in front of the text, as in `Brand: …`.
fn beginning(text: &MessageText<'_>) -> Option<Name> {
    let body = text.folded.text.get(text.start..)?;
    let rest = body.trim_start_matches(['<', '#', '>', ' ', '\n']);
    let first = text.folded.text.len() - rest.len();
    let line = rest.lines().next()?;
    let ends = [":", "：", " - ", "|", " – "].iter().filter_map(|mark| line.find(mark)).min()?;
    let span = (first, first + ends);
    // A mere word of another language can be the beginning of one in a name.
    let whole = |hit: &Hit| hit.sense != Sense::Word || is_boundary(&text.folded.text, hit.to);
    let speaks = text.hits.iter().any(|hit| hit.from < span.1 && hit.to > span.0 && whole(hit));
    let written = text.folded.original(text.original, span.0, span.1).trim();
    if is_known_letter(text, written) {
        return Some(Name::of(text, written));
    }
    let words = written.split_whitespace().count();
    let folded = super::fold::fold(written);
    let speaks = speaks || text.phrases.is_speech(&folded) || text.phrases.is_notice(&folded);
    (!speaks && words <= 4 && can_be_a_name(written)).then(|| Name::of(text, written))
}

/// The name behind the text, as in `… Brand`.
fn ending(text: &MessageText<'_>) -> Option<Name> {
    let closing = text.original.trim_end_matches(|c: char| !c.is_alphanumeric());
    let marks =
        ['.', '!', '?', '\n', '-', '–', '—', ',', ';', ':', '~', '。', '！', '，', '|', ')'];
    // What stands in brackets at the end is looked at by itself.
    let behind = text.original.get(closing.len()..)?;
    if behind.contains([')', '）', ']', '］', '」', '』', '》', '】']) {
        return None;
    }
    let at = closing.rfind(marks)?;
    let mark = closing.get(at..)?.chars().next()?.len_utf8();
    let written = text.phrases.behind_title(closing.get(at + mark..)?.trim());
    if is_known_letter(text, written) {
        return Some(Name::of(text, written));
    }
    let words: Vec<&str> = written.split_whitespace().collect();
    let capital = |word: &&str| word.chars().next().is_some_and(|c| !c.is_lowercase());
    let linking = |word: &&str| text.phrases.linking.iter().any(|link| link == word);
    let fits = words.len() <= 4
        && words.first().is_some_and(capital)
        && words.iter().all(|word| capital(word) || linking(word));
    let folded = super::fold::fold(written);
    let speaks = text.hits.iter().any(|hit| {
        let said = text.folded.text.get(hit.from..hit.to).unwrap_or_default();
        folded.contains(said)
    });
    let speaks = speaks || text.phrases.is_speech(&folded) || text.phrases.is_aside(&folded);
    let whole = !written.contains(signature::MARKS);
    (fits && whole && !speaks && can_be_a_name(written)).then(|| Name::of(text, written))
}
