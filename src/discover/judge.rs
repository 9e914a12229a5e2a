//! What a message shows, and of which account.

use std::cell::OnceCell;

use super::{
    catalogue::{Catalogue, Named, same_name},
    code::{Token, behind_price, tokens},
    fold::Folded,
    memory::{Digits, key},
    message::{Message, What},
    naming::{Name, Text, bound_host, captured, name},
    phrases::{Hit, Phrases, Sense},
};

/// What a message shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The strongest thing it shows.
    pub what: What,
    /// The place of the account among the known ones.
    pub known: Option<usize>,
    /// Its name.
    pub name: String,
    /// What in the message says so: words that are known beforehand, and dots
    /// where a code stood. Nothing of what is personal can be in it.
    pub sample: String,
}

/// Judges messages. One serves many threads.
#[derive(Debug)]
pub struct Judge {
    phrases: Phrases,
    catalogue: Catalogue,
    digits: Digits,
}

/// Room for one message after the other.
#[derive(Debug, Default)]
pub(super) struct Desk {
    folded: Folded,
    hits: Vec<Hit>,
}

/// Longest text that is judged, in bytes: what is longer is no message of a
/// account.
const LONGEST: usize = 4096;

impl Judge {
    /// Reads phrases and names; nothing when they cannot be read, which a test
    /// rules out.
    pub fn new() -> Option<Self> {
        let (phrases, catalogue) = (Phrases::read()?, Catalogue::read()?);
        let numbers = phrases.numbers.iter().map(String::as_str);
        let hosts = catalogue.all().iter().flat_map(|one| one.domains.iter().map(String::as_str));
        let digits = Digits::of(catalogue.names().chain(numbers).chain(hosts));
        Some(Self { phrases, catalogue, digits })
    }

    /// What tells a message from those that show something else.
    pub(super) fn key(&self, message: &Message<'_>) -> u64 {
        key(&self.digits, message)
    }

    /// The known accounts.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// What a message shows, if anything.
    pub fn judge(&self, message: &Message<'_>) -> Option<Verdict> {
        self.judge_at(&mut Desk::default(), message)
    }

    pub(super) fn judge_at(&self, desk: &mut Desk, message: &Message<'_>) -> Option<Verdict> {
        if message.sent || message.body.len() < 4 {
            return None;
        }
        let mut end = message.body.len().min(LONGEST);
        while !message.body.is_char_boundary(end) {
            end -= 1;
        }
        let body = message.body.get(..end)?;
        desk.folded.of(body);
        let folded = &desk.folded;
        self.phrases.find(&folded.text, &mut desk.hits);
        let bound = bound_host(body);
        if desk.hits.is_empty() && bound.is_none() {
            return None;
        }
        let start = behind_price(&folded.text);
        let has = |sense: Sense| desk.hits.iter().any(|hit| hit.sense == sense);
        let against = against(&desk.hits);
        let from_person = self.is_person(message);
        let shout = |from, to| {
            let written = folded.original(body, from, to);
            !written.chars().any(char::is_lowercase)
        };
        let codes = || tokens(&self.phrases.signs, &folded.text, start, shout);
        let text = Text {
            catalogue: &self.catalogue,
            phrases: &self.phrases,
            original: body,
            folded,
            hits: &desk.hits,
            sender: message.sender,
            start,
        };
        let once = OnceCell::new();
        let named = || once.get_or_init(|| name(&text)).clone();
        let sure = bound.is_some() || has(Sense::Code) || is_retrieved(body);
        let spoken = sure || has(Sense::Maybe) || has(Sense::Word);
        let code = spoken
            && !from_person
            && (bound.is_some() || {
                let found = nearest(&codes(), &desk.hits, sure);
                found.is_some_and(|token| sure || is_spoken(&text, token, against, message, &named))
            });
        let shows = desk.hits.iter().filter(|hit| matches!(hit.sense, Sense::Shows(_))).count();
        // What is cheap to know is asked first: most messages are of people.
        let silent = from_person || looks_personal(message) || (against > 0 && shows <= against);
        if !code && (shows == 0 || silent) {
            return None;
        }
        let link = self.strange_link(body, &named);
        // A trick borrows the words and adds a link.
        let is_code = code && (bound.is_some() || !link);
        let what = if is_code {
            What::Code
        } else {
            if link || silent {
                return None;
            }
            let shown = desk.hits.iter().filter_map(|hit| match hit.sense {
                Sense::Shows(what) => Some(what),
                _ => None,
            });
            let what = shown.min()?;
            // One word about money or a parcel under a name that nobody knows
            // is too little.
            let weak = matches!(what, What::Payment | What::Delivery | What::Renewal);
            let signed = body.contains('【');
            if weak && shows < 2 && !signed && !matches!(named(), Some(Name::Known(_))) {
                return None;
            }
            what
        };
        let (known, called) = match named()? {
            // What a carrier says is about its line; a code is for an account.
            Name::Known(Named::Carrier(at)) if what == What::Code => {
                (None, self.catalogue.carrier(at)?.to_owned())
            }
            Name::Known(Named::Carrier(_)) => return None,
            Name::Known(Named::Account(at)) => (Some(at), self.catalogue.get(at)?.name.clone()),
            Name::Unknown(called) => (None, called),
        };
        let sample = sample(&text, what, &called);
        Some(Verdict { what, known, name: called, sample })
    }

    /// There is an address in it that is not the account's own.
    fn strange_link(&self, body: &str, named: &impl Fn() -> Option<Name>) -> bool {
        let hosts: Vec<&str> = hosts(body).collect();
        if hosts.is_empty() {
            return false;
        }
        let named = named();
        let names = |host: &str, name: &str| {
            let label = host.rsplit('.').nth(1).unwrap_or_default();
            same_name(label, name)
        };
        hosts.iter().any(|host| match &named {
            Some(Name::Known(Named::Account(own))) => {
                self.catalogue.by_host(host) != Some(*own)
                    && !self.catalogue.get(*own).is_some_and(|one| {
                        [&one.name].into_iter().chain(&one.aliases).any(|name| names(host, name))
                    })
            }
            Some(Name::Unknown(name)) => !names(host, name),
            _ => true,
        })
    }

    /// Saved under a name that is no account's: a person.
    fn is_person(&self, message: &Message<'_>) -> bool {
        let saved = message.contact.map(str::trim).filter(|name| !name.is_empty());
        saved.is_some_and(|name| {
            !name.eq_ignore_ascii_case("(unknown)") && self.catalogue.by_sender(name).is_none()
        })
    }
}

/// Words that are said of other things too mean a code here: a name stands
/// where an account's would, and nothing speaks against it.
fn is_spoken(
    text: &Text<'_>,
    token: Token,
    against: usize,
    message: &Message<'_>,
    named: &impl Fn() -> Option<Name>,
) -> bool {
    if looks_personal(message) || !token.plain {
        let maybe = text.hits.iter().any(|hit| hit.sense == Sense::Maybe);
        let known = || maybe && matches!(named(), Some(Name::Known(Named::Account(_))));
        return against == 0
            && !token.promoting
            && (captured(text, true).is_some_and(|one| one.is_known()) || known());
    }
    against == 0 || captured(text, true).is_some()
}

/// An ordinary number sent it: accounts use short codes and names for what
/// is no code.
fn looks_personal(message: &Message<'_>) -> bool {
    // A gateway's mark or a signature stands in front of what a firm sends.
    if message.body.trim_start().starts_with(['[', '【']) {
        return false;
    }
    let digits = message.sender.chars().filter(char::is_ascii_digit).count();
    let plain = message.sender.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-'));
    plain
        && digits >= 9
        && !message.sender.starts_with("106")
        && !message.sender.starts_with("1800")
}

/// The code that stands nearest to words about one.
fn nearest(tokens: &[Token], hits: &[Hit], sure: bool) -> Option<Token> {
    let speaks = |hit: &&Hit| match hit.sense {
        Sense::Code => true,
        Sense::Maybe | Sense::Word => !sure,
        _ => false,
    };
    let distance = |token: &Token| {
        let apart = |hit: &Hit| {
            if hit.from >= token.to {
                hit.from - token.to
            } else {
                token.from.saturating_sub(hit.to)
            }
        };
        hits.iter().filter(speaks).map(apart).min()
    };
    // A word about a code is no code itself, and far from it is another matter.
    let farthest = if sure { 80 } else { 40 };
    let free = |token: &&Token| !hits.iter().any(|hit| hit.from < token.to && token.from < hit.to);
    let near = |token: &&Token| distance(token).is_none_or(|apart| apart <= farthest);
    tokens.iter().filter(free).filter(near).min_by_key(|token| distance(token)).copied()
}

/// The hosts of the addresses in a text.
fn hosts(body: &str) -> impl Iterator<Item = &str> {
    body.split(|c: char| {
        c.is_whitespace() || matches!(c, '\u{22}' | '<' | '>' | '(' | ')' | ',' | '\'' | '|')
    })
    .filter(|word| !word.starts_with('@'))
    .filter_map(|word| {
        let bare = word.split_once("://").map_or(word, |(_, rest)| rest);
        let bare = bare.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
        let end = bare.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')));
        let host = bare.get(..end.unwrap_or(bare.len()))?.trim_end_matches('.');
        let (rest, top) = host.rsplit_once('.')?;
        let lower = |text: &str| text.chars().all(|c| c.is_ascii_lowercase());
        let linked = word.contains("://") || bare.get(host.len()..)?.starts_with('/');
        let is_top = (2..=7).contains(&top.len()) && lower(top);
        let is_host = is_top && rest.len() >= 2 && rest.bytes().any(|b| b.is_ascii_lowercase());
        (is_host
            && (linked
                || [
                    "example", "com", "net", "org", "info", "top", "xyz", "cc", "io", "my", "cn",
                    "ly", "me", "shop", "site", "online",
                ]
                .contains(&top)))
        .then_some(host)
    })
}

/// Words against it, in a language in which something speaks for it.
fn against(hits: &[Hit]) -> usize {
    let spoken =
        |language| hits.iter().any(|hit| hit.language == language && hit.sense != Sense::Not);
    hits.iter().filter(|hit| hit.sense == Sense::Not && spoken(hit.language)).count()
}

/// An app takes the code out of the message: `<#>` in front, or eleven signs
/// of its own at the end.
fn is_retrieved(body: &str) -> bool {
    let last = body.trim_end().rsplit(['\n', ' ']).next().unwrap_or_default();
    let is_hash = last.len() == 11
        && last.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/'))
        && last.bytes().any(|b| b.is_ascii_lowercase())
        && last.bytes().any(|b| b.is_ascii_uppercase());
    body.trim_start().starts_with("<#>") || is_hash
}

/// The words that spoke for it, the name, and dots for the code.
fn sample(text: &Text<'_>, what: What, name: &str) -> String {
    let speaks = |hit: &&Hit| match hit.sense {
        Sense::Code | Sense::Maybe | Sense::Word => what == What::Code,
        Sense::Shows(shown) => shown == what,
        Sense::Not => false,
    };
    let longest = text.hits.iter().filter(speaks).max_by_key(|hit| hit.to - hit.from);
    let words = longest.map(|hit| text.folded.original(text.original, hit.from, hit.to).trim());
    let words = words.unwrap_or_default();
    let dots = if what == What::Code { " ••••••" } else { "" };
    crate::text::clean_line(&format!("{name} … {words}{dots}"))
}
