//! What a message shows, and of which service.

use super::{
    code::{Token, behind_price, tokens},
    fold::Folded,
    known::{Named, Services},
    message::{Message, What},
    naming::{Name, Text, bound_host, captured, name},
    phrases::{Hit, Phrases, Sense},
};

/// What a message shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The strongest thing it shows.
    pub what: What,
    /// The place of the service among the known ones.
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
    services: Services,
}

/// Room for one message after the other.
#[derive(Debug, Default)]
pub(super) struct Desk {
    folded: Folded,
    hits: Vec<Hit>,
}

/// Longest text that is judged, in bytes: what is longer is no message of a
/// service.
const LONGEST: usize = 4096;

impl Judge {
    /// Reads phrases and names; nothing when they cannot be read, which a test
    /// rules out.
    pub fn new() -> Option<Self> {
        Some(Self { phrases: Phrases::read()?, services: Services::read()? })
    }

    /// The known services.
    pub fn services(&self) -> &Services {
        &self.services
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
        let against = desk.hits.iter().filter(|hit| hit.sense == Sense::Not).count();
        let from_person = self.is_person(message);
        let shout = |from, to| {
            let written = folded.original(body, from, to);
            !written.chars().any(char::is_lowercase)
        };
        let codes = || tokens(&folded.text, start, shout);
        let text = Text { original: body, folded, hits: &desk.hits, sender: message.sender, start };
        let sure = bound.is_some() || has(Sense::Code);
        let link = has_link(&folded.text);
        let spoken = sure || has(Sense::Maybe) || has(Sense::Word);
        let code = spoken
            && !from_person
            && (bound.is_some() || {
                let found = nearest(&codes(), &desk.hits, sure);
                found.is_some_and(|token| {
                    sure || (token.plain
                        && !looks_personal(message)
                        && self.is_spoken(&text, against))
                })
            });
        // A trick borrows the words and adds a link.
        let is_code = code && (bound.is_some() || !(link && against > 0));
        let what = if is_code {
            What::Code
        } else {
            let shows = desk.hits.iter().filter(|hit| matches!(hit.sense, Sense::Shows(_))).count();
            if against > 0 && (link || shows <= against) {
                return None;
            }
            if from_person || looks_personal(message) {
                return None;
            }
            let shown = desk.hits.iter().filter_map(|hit| match hit.sense {
                Sense::Shows(what) => Some(what),
                _ => None,
            });
            shown.min()?
        };
        let named = name(&self.services, &self.phrases, &text)?;
        if what != What::Code && matches!(named, Name::Unknown(_)) && link {
            return None;
        }
        let (known, called) = match named {
            Name::Known(Named::Carrier) => return None,
            Name::Known(Named::Service(at)) => (Some(at), self.services.get(at)?.name.clone()),
            Name::Unknown(called) => (None, called),
        };
        let sample = sample(&text, what, &called);
        Some(Verdict { what, known, name: called, sample })
    }

    /// Words that are said of other things too mean a code here: a name stands
    /// where a service's would.
    fn is_spoken(&self, text: &Text<'_>, against: usize) -> bool {
        if captured(&self.services, &self.phrases, text, true).is_some() {
            return true;
        }
        against == 0
    }

    /// Saved under a name that is no service's: a person.
    fn is_person(&self, message: &Message<'_>) -> bool {
        let saved = message.contact.map(str::trim).filter(|name| !name.is_empty());
        saved.is_some_and(|name| {
            !name.eq_ignore_ascii_case("(unknown)") && self.services.by_sender(name).is_none()
        })
    }
}

/// An ordinary number sent it: services use short codes and names for what
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
    // A word about a code is no code itself.
    let free = |token: &&Token| !hits.iter().any(|hit| hit.from < token.to && token.from < hit.to);
    tokens.iter().filter(free).min_by_key(|token| distance(token)).copied()
}

/// There is an address to open in it.
fn has_link(text: &str) -> bool {
    text.contains("http")
        || text.contains("www.")
        || text.contains(".example")
        || text.contains("://")
        || text.contains("bit.ly")
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
