//! The name that the sender gives. It has eleven letters at most and is often
//! cut short.

use super::name::{MessageText, Name, visible};
use crate::discover::catalogue::{Catalogue, squeezed};

/// Whether the sender's name begins as the account's does.
pub(super) fn is_short_for(sender: &str, name: &str) -> bool {
    let (short, long) = (squeezed(sender), squeezed(name));
    let same = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).count();
    same >= 4 && same + 4 >= short.chars().count()
}

/// The name of a sender. A number or a short code is none.
pub(super) fn sender(catalogue: &Catalogue, sender: &str) -> Option<Name> {
    // Indian gateways put a route and a kind around the name: `AD-HDFCBK-S`.
    let parts: Vec<&str> = sender.split('-').collect();
    let bare = match parts.as_slice() {
        [route, name] | [route, name, _] if route.len() == 2 => name,
        [name, kind] if name.len() >= 2 && catalogue.is_generic(kind) => name,
        _ => sender,
    };
    if bare.len() == 1 {
        return catalogue.entity(bare).map(Name::Known);
    }
    let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || catalogue.is_generic(bare) {
        return None;
    }
    match catalogue.by_sender(bare) {
        Some(entity) => Some(Name::Known(entity)),
        None => (letters >= 3).then(|| Name::Unknown(visible(bare))),
    }
}

/// The words of the body that a sender's name is short for.
pub(super) fn spelt_out(text: &MessageText<'_>, sender: &str) -> Option<Name> {
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
            // The first word of a clause can have its capital from that.
            let (mut from, mut to) = (at, at + count);
            while count == 1 && to - from < 4 && words.get(to).is_some_and(capital) {
                to += 1;
            }
            let whole = words.iter().all(&capital) && words.len() <= 4;
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

/// Cyrillic in the Latin letters that senders use.
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
