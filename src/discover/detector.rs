//! The detector: which account a message is from, and what it shows.
//!
//! Owns: the decision for one message, from its phrases, codes, links and names.
//! Must not know: earlier messages, counts, or how an export is read.

use std::cell::OnceCell;

use super::{
    cache::{NameDigits, cache_key},
    catalogue::{Catalogue, Entity, same_name},
    code::{Token, behind_price, tokens},
    fold::Folded,
    links::hosts,
    marks::Mark,
    message::Message,
    naming::{Captured, Captures, MessageText, Name, account_name, bound_host, captured},
    phrases::{Hit, Phrases, Sense},
};
use crate::domain::EvidenceKind;

/// What a message shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detection {
    /// The strongest evidence in it.
    pub kind: EvidenceKind,
    /// The place of the account in the catalogue.
    pub known: Option<usize>,
    /// The name of the account.
    pub name: String,
    /// What in the message says so: words that are known beforehand, and dots
    /// in place of a code. Nothing personal can be in it.
    pub sample: String,
}

/// What a look at a message comes to.
pub(super) enum Seen {
    /// Nothing of an account.
    Nothing,
    /// A code that names nobody.
    Unnamed,
    /// An account.
    Account(Detection),
}

/// Finds the account behind a message. Many threads can share one.
#[derive(Debug)]
pub struct Detector {
    phrases: Phrases,
    catalogue: Catalogue,
    digits: NameDigits,
}

/// Buffers that are used again for each message.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    folded: Folded,
    hits: Vec<Hit>,
}

/// The longest text that is looked at, in bytes. Accounts send no longer ones.
const LONGEST: usize = 4096;

impl Detector {
    /// Reads phrases and catalogue. None when they cannot be read, which a test
    /// rules out.
    pub fn new() -> Option<Self> {
        let (phrases, catalogue) = (Phrases::read()?, Catalogue::read()?);
        let numbers = phrases.numbers.iter().map(String::as_str);
        let hosts = catalogue.all().iter().flat_map(|one| one.domains.iter().map(String::as_str));
        let digits = NameDigits::of(catalogue.names().chain(numbers).chain(hosts));
        Some(Self { phrases, catalogue, digits })
    }

    /// A key that is the same for messages that show the same.
    pub(super) fn cache_key(&self, message: &Message<'_>) -> u64 {
        cache_key(&self.digits, message)
    }

    /// The known accounts.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// What a message shows, if anything.
    pub fn detect(&self, message: &Message<'_>) -> Option<Detection> {
        match self.detect_with(&mut Scratch::default(), message) {
            Seen::Account(found) => Some(found),
            Seen::Nothing | Seen::Unnamed => None,
        }
    }

    /// The same, with buffers of an earlier message.
    pub(super) fn detect_with(&self, scratch: &mut Scratch, message: &Message<'_>) -> Seen {
        self.seen(scratch, message).unwrap_or(Seen::Nothing)
    }

    /// The same; None where nothing of an account is seen.
    fn seen(&self, scratch: &mut Scratch, message: &Message<'_>) -> Option<Seen> {
        if message.sent || message.body.len() < 4 {
            return None;
        }
        let body = message.body.get(..message.body.floor_char_boundary(LONGEST))?;
        scratch.folded.of(body);
        let folded = &scratch.folded;
        let marks = self.phrases.find(&folded.text, &mut scratch.hits);
        self.phrases.find_coined(body, folded, &mut scratch.hits);
        let bound = bound_host(body);
        if scratch.hits.is_empty() && bound.is_none() {
            return None;
        }
        let start = behind_price(&folded.text);
        let has = |sense: Sense| scratch.hits.iter().any(|hit| hit.sense == sense);
        let against = against(&scratch.hits);
        let from_person = self.is_person(message);
        let in_capitals = |from, to| {
            let written = folded.original(body, from, to);
            !written.chars().any(char::is_lowercase)
        };
        let codes = || tokens(&self.phrases.signs, &folded.text, start, in_capitals);
        let text = MessageText {
            catalogue: &self.catalogue,
            phrases: &self.phrases,
            original: body,
            folded,
            hits: &scratch.hits,
            sender: message.sender,
            start,
            marks,
            captures: Captures::default(),
        };
        let once = OnceCell::new();
        let named = || once.get_or_init(|| account_name(&text)).clone();
        let certain = bound.is_some() || has(Sense::Code) || is_retrieved(body);
        let personal = looks_personal(message);
        let is_other = || marks.is_handed_over(certain) || (personal && marks.has(Mark::Chat));
        let named_code = certain || has(Sense::Maybe) || has(Sense::Word);
        let is_near = || {
            let found = nearest(&codes(), &scratch.hits, certain);
            found.is_some_and(|token| certain || is_code(&text, token, against, message, &named))
        };
        let code = named_code && !from_person && (bound.is_some() || (!is_other() && is_near()));
        let shows = scratch.hits.iter().filter(|hit| matches!(hit.sense, Sense::Shows(_))).count();
        // The cheap questions come first, since most messages are from people.
        let silent = from_person || personal || (against > 0 && shows <= against);
        if !code && (shows == 0 || silent) {
            return None;
        }
        let link = self.has_foreign_link(body, &named);
        // A scam uses the words of an account and adds a link.
        let is_code = code && (bound.is_some() || !link);
        let kind = if is_code {
            EvidenceKind::Code
        } else if link || silent {
            return None;
        } else {
            shown(&text, &named)?
        };
        let (known, called) = match named() {
            // A carrier writes about the line. Only a code is for an account.
            Some(Name::Known(Entity::Carrier(at))) if kind == EvidenceKind::Code => {
                (None, self.catalogue.carrier(at)?.to_owned())
            }
            Some(Name::Known(Entity::Carrier(_))) => return None,
            Some(Name::Known(Entity::Account(at))) => {
                (Some(at), self.catalogue.get(at)?.name.clone())
            }
            Some(Name::Unknown(called)) => (None, called),
            None => return (kind == EvidenceKind::Code).then_some(Seen::Unnamed),
        };
        let sample = sample(&text, kind, &called);
        Some(Seen::Account(Detection { kind, known, name: called, sample }))
    }

    /// Whether it has a link that is not to the account's own host.
    fn has_foreign_link(&self, body: &str, named: &impl Fn() -> Option<Name>) -> bool {
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
            Some(Name::Known(Entity::Account(own))) => {
                self.catalogue.by_host(host) != Some(*own)
                    && !self
                        .catalogue
                        .get(*own)
                        .is_some_and(|one| one.names().any(|name| names(host, name)))
            }
            Some(Name::Unknown(name)) => !names(host, name),
            _ => true,
        })
    }

    /// Whether the sender is saved under a name that is no account's.
    fn is_person(&self, message: &Message<'_>) -> bool {
        let saved = message.contact.map(str::trim).filter(|name| !name.is_empty());
        saved.is_some_and(|name| {
            !name.eq_ignore_ascii_case("(unknown)") && !self.catalogue.is_account_somewhere(name)
        })
    }
}

/// The strongest evidence that the phrases show. One word about money or a parcel is too
/// little under an unknown name.
fn shown(text: &MessageText<'_>, named: &impl Fn() -> Option<Name>) -> Option<EvidenceKind> {
    let shows = || {
        text.hits.iter().filter_map(|hit| match hit.sense {
            Sense::Shows(kind) => Some(kind),
            _ => None,
        })
    };
    let kind = shows().min()?;
    let weak =
        matches!(kind, EvidenceKind::Payment | EvidenceKind::Delivery | EvidenceKind::Renewal);
    let too_little = weak
        && shows().count() < 2
        && !text.original.contains('【')
        && !matches!(named(), Some(Name::Known(_)));
    (!too_little).then_some(kind)
}

/// Whether words that can also mean something else mean a code here: a name
/// stands where an account's would, and no phrase speaks against it.
fn is_code(
    text: &MessageText<'_>,
    token: Token,
    against: usize,
    message: &Message<'_>,
    named: &impl Fn() -> Option<Name>,
) -> bool {
    if looks_personal(message) || !token.plain {
        let maybe = text.hits.iter().any(|hit| hit.sense == Sense::Maybe);
        let known = || maybe && matches!(named(), Some(Name::Known(Entity::Account(_))));
        return against == 0
            && !token.promoting
            && (captured(text, true).is_some_and(Captured::is_known) || known());
    }
    against == 0 || captured(text, true).is_some()
}

/// Whether an ordinary number sent it. For messages without a code, accounts
/// use short codes and names.
fn looks_personal(message: &Message<'_>) -> bool {
    // In front of what a company sends stands a signature or a gateway's mark.
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
fn nearest(tokens: &[Token], hits: &[Hit], certain: bool) -> Option<Token> {
    let speaks = |hit: &&Hit| match hit.sense {
        Sense::Code => true,
        Sense::Maybe | Sense::Word => !certain,
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
    // A word about a code is no code itself, and a token far from such words is
    // something else.
    let farthest = if certain { 80 } else { 40 };
    let free = |token: &&Token| !hits.iter().any(|hit| hit.from < token.to && token.from < hit.to);
    let near = |token: &&Token| distance(token).is_none_or(|apart| apart <= farthest);
    let last = |token: &&Token| (token.worded, distance(token));
    tokens.iter().filter(free).filter(near).min_by_key(last).copied()
}

/// How many phrases speak against it, in the languages that also have phrases
/// for it.
fn against(hits: &[Hit]) -> usize {
    let spoken =
        |language| hits.iter().any(|hit| hit.language == language && hit.sense != Sense::Not);
    hits.iter().filter(|hit| hit.sense == Sense::Not && spoken(hit.language)).count()
}

/// Whether an app reads the code out of the message: `<#>` in front, or the
/// eleven characters of an Android app at the end.
fn is_retrieved(body: &str) -> bool {
    let (before, last) = body.trim_end().as_bytes().split_last_chunk::<11>().unzip();
    let ends_word = before.is_some_and(|text| matches!(text, [] | [.., b'\n' | b' ']));
    let last = last.copied().unwrap_or_default();
    let is_hash = ends_word
        && last.iter().all(|b| b.is_ascii_alphanumeric() || matches!(*b, b'+' | b'/'))
        && last.iter().any(u8::is_ascii_lowercase)
        && last.iter().any(u8::is_ascii_uppercase);
    body.trim_start().starts_with("<#>") || is_hash
}

/// The name, the longest phrase for it, and dots for a code.
fn sample(text: &MessageText<'_>, kind: EvidenceKind, name: &str) -> String {
    let speaks = |hit: &&Hit| match hit.sense {
        Sense::Code | Sense::Maybe | Sense::Word => kind == EvidenceKind::Code,
        Sense::Shows(shown) => shown == kind,
        Sense::Not => false,
    };
    let longest = text.hits.iter().filter(speaks).max_by_key(|hit| hit.to - hit.from);
    let words = longest.map(|hit| text.folded.original(text.original, hit.from, hit.to).trim());
    let words = words.unwrap_or_default();
    let dots = if kind == EvidenceKind::Code { " ••••••" } else { "" };
    crate::text::clean_line(&format!("{name} … {words}{dots}"))
}
