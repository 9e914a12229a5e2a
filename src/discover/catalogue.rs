//! The accounts and carriers that are known by name, as messages name them.
//!
//! Owns: the search for their names, hosts and senders in a text. Must not know:
//! what a message shows.

use std::collections::{HashMap, HashSet};

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

use super::{
    fold::{Folded, fold, is_unspaced},
    phrases::{is_boundary, searcher},
};
pub(super) use crate::catalogue::squeezed;
use crate::{
    catalogue::{KnownAccount, known},
    text::read_packed,
};

/// What accounts put behind their name in each country.
const PLACES: [&str; 16] = [
    "malaysia",
    "my",
    "singapore",
    "sg",
    "indonesia",
    "id",
    "hk",
    "taiwan",
    "tw",
    "thailand",
    "th",
    "philippines",
    "ph",
    "china",
    "official",
    "support",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SendersFile {
    carriers: Vec<String>,
    /// Of these it knows its own.
    #[serde(rename = "places")]
    _places: serde::de::IgnoredAny,
    generic: Vec<String>,
}

/// Who is meant by a name of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Entity {
    /// The account at this place.
    Account(usize),
    /// The carrier at this place. Its messages are about the line.
    Carrier(usize),
}

/// One occurrence of a known name in a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) entity: Entity,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Every known account, and how to find their names in a text.
#[derive(Debug)]
pub struct Catalogue {
    all: &'static [KnownAccount],
    automaton: AhoCorasick,
    patterns: Vec<(Entity, String)>,
    by_name: HashMap<String, Entity>,
    by_domain: HashMap<String, usize>,
    by_sender: HashMap<String, usize>,
    generic: HashSet<String>,
    carriers: Vec<String>,
}

/// Whether two names are the same but for case, accents, blanks and signs.
pub fn same_name(one: &str, other: &str) -> bool {
    squeezed(one) == squeezed(other)
}

impl Catalogue {
    /// Reads the catalogue. None when it cannot be read, which a test rules
    /// out.
    pub fn read() -> Option<Self> {
        let file: SendersFile = read_packed("accounts/senders.ron").ok()?;
        let all = known().all();
        let (mut patterns, mut folded) = (Vec::new(), Vec::new());
        let (mut by_name, mut by_domain, mut by_sender) =
            (HashMap::new(), HashMap::new(), HashMap::new());
        let carriers = file.carriers.iter().enumerate();
        let carriers = carriers.map(|(at, name)| (Entity::Carrier(at), name));
        let accounts = all.iter().enumerate().flat_map(|(at, one)| {
            [&one.name].into_iter().chain(&one.aliases).map(move |name| (Entity::Account(at), name))
        });
        for (entity, name) in accounts.chain(carriers) {
            by_name.entry(squeezed(name)).or_insert(entity);
            let written = fold(name);
            if written.chars().count() >= 2 {
                folded.push(written);
                patterns.push((entity, name.clone()));
            }
        }
        for (at, one) in all.iter().enumerate() {
            for domain in &one.domains {
                by_domain.entry(domain.to_lowercase()).or_insert(at);
            }
            for sender in &one.senders {
                by_sender.entry(squeezed(sender)).or_insert(at);
            }
        }
        let automaton = searcher(MatchKind::LeftmostLongest, &folded)?;
        Some(Self {
            all,
            automaton,
            patterns,
            by_name,
            by_domain,
            by_sender,
            generic: file.generic.iter().map(|word| squeezed(word)).collect(),
            carriers: file.carriers,
        })
    }

    /// The account at a place.
    pub(super) fn get(&self, at: usize) -> Option<&'static KnownAccount> {
        self.all.get(at)
    }

    /// Every name that is looked for in texts.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.patterns.iter().map(|(_, name)| name.as_str())
    }

    /// The name of the carrier at a place.
    pub(super) fn carrier(&self, at: usize) -> Option<&str> {
        self.carriers.get(at).map(String::as_str)
    }

    /// Every account.
    pub(super) fn all(&self) -> &'static [KnownAccount] {
        self.all
    }

    /// The account with this name.
    pub fn by_name(&self, name: &str) -> Option<&'static KnownAccount> {
        match self.entity(name) {
            Some(Entity::Account(at)) => self.get(at),
            _ => None,
        }
    }

    /// A name, and the other names of the account that it means.
    pub(super) fn names_of<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        let known = self.by_name(name).into_iter();
        [name].into_iter().chain(known.flat_map(KnownAccount::names)).collect()
    }

    /// Who is meant by a name, when it is known.
    pub(super) fn entity(&self, name: &str) -> Option<Entity> {
        let name = squeezed(name);
        let named = self.by_name.get(&name).copied();
        named.or_else(|| self.app_of_carrier(&name)).or_else(|| self.of_a_letter(&name))
    }

    /// The account that is called by one letter, which is no word in a text.
    fn of_a_letter(&self, letter: &str) -> Option<Entity> {
        let one = if letter.len() == 1 { known().by_name(letter)? } else { return None };
        self.all.iter().position(|other| other.id == one.id).map(Entity::Account)
    }

    /// The account that a host belongs to, by the longest domain that it ends
    /// in.
    pub(super) fn by_host(&self, host: &str) -> Option<usize> {
        let host = host.trim_end_matches('.').to_lowercase();
        let mut rest = host.as_str();
        loop {
            if let Some(at) = self.by_domain.get(rest) {
                return Some(*at);
            }
            rest = rest.split_once('.')?.1;
        }
    }

    /// Who sends under this name.
    pub(super) fn by_sender(&self, sender: &str) -> Option<Entity> {
        let name = squeezed(sender);
        let account = self.by_sender.get(&name).map(|at| Entity::Account(*at));
        account.or_else(|| self.by_name.get(&name).copied()).or_else(|| self.app_of_carrier(&name))
    }

    /// The carrier whose app is called so, with `My` in front or `App` behind.
    fn app_of_carrier(&self, squeezed: &str) -> Option<Entity> {
        let bare = squeezed.strip_prefix("my").unwrap_or(squeezed);
        let bare = bare.strip_suffix("app").unwrap_or(bare);
        let entity = self.by_name.get(bare).copied();
        entity.filter(|one| bare != squeezed && matches!(one, Entity::Carrier(_)))
    }

    /// Whether an account has this name, with or without where it is: Shopee Malaysia.
    pub(super) fn is_account_somewhere(&self, name: &str) -> bool {
        let bare = || {
            let (front, last) = name.trim().rsplit_once(' ')?;
            Self::is_place(last).then_some(front)
        };
        self.by_sender(name).is_some() || bare().is_some_and(|one| self.by_sender(one).is_some())
    }

    /// Whether it is a place, as accounts name it beside themselves.
    pub(super) fn is_place(word: &str) -> bool {
        PLACES.contains(&word.to_lowercase().as_str())
    }

    /// Whether a sender's name, such as INFO, names nobody.
    pub(super) fn is_generic(&self, sender: &str) -> bool {
        self.generic.contains(&squeezed(sender))
    }

    /// The known names in a text. In scripts with capitals a name must have
    /// one, or be written as in the catalogue: grab and line are also words.
    pub(super) fn mentions(&self, original: &str, folded: &Folded) -> Vec<Mention> {
        let text = folded.text.as_str();
        let mut found = Vec::new();
        for hit in self.automaton.find_iter(text) {
            let (from, to) = (hit.start(), hit.end());
            let Some((entity, name)) = self.patterns.get(hit.pattern().as_usize()) else {
                continue;
            };
            if !is_boundary(text, from) || !is_boundary(text, to) {
                continue;
            }
            let written = folded.original(original, from, to);
            let cased = written.chars().any(char::is_lowercase);
            let shown = !cased
                || written.chars().any(char::is_uppercase)
                || written == name
                || written.chars().any(is_unspaced);
            if shown {
                found.push(Mention { entity: *entity, from, to });
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_and_no_name_means_two() {
        let catalogue = Catalogue::read().expect("reads");
        assert!(catalogue.all().len() > 1000);
        let mut ids: Vec<&str> = catalogue.all().iter().map(|one| one.id.as_str()).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|two| two[0] != two[1]));
        for (at, one) in catalogue.all().iter().enumerate() {
            for name in [&one.name].into_iter().chain(&one.aliases) {
                assert_eq!(
                    catalogue.entity(name),
                    Some(Entity::Account(at)),
                    "{name} of {}",
                    one.id
                );
            }
        }
    }

    #[test]
    fn hosts_belong_to_the_longest_domain() {
        let catalogue = Catalogue::read().expect("reads");
        let id =
            |host| catalogue.by_host(host).and_then(|at| catalogue.get(at)).map(|one| &*one.id);
        assert_eq!(id("www.maybank2u.com.my"), Some("maybank"));
        assert_eq!(id("login.grab.com"), Some("grab"));
        assert_eq!(id("grab.com.example"), None);
        assert_eq!(id(""), None);
    }

    #[test]
    fn a_word_is_no_name() {
        let catalogue = Catalogue::read().expect("reads");
        let count = |text: &str| {
            let mut folded = Folded::default();
            folded.of(text);
            catalogue.mentions(text, &folded).len()
        };
        assert_eq!(count("let us grab lunch in line"), 0);
        assert_eq!(count("Grab: your code"), 1);
        assert_eq!(count("GRAB your code"), 1);
        assert_eq!(count("Grabbing a seat"), 0);
        assert!(catalogue.is_account_somewhere("Shopee Malaysia"));
        assert!(!catalogue.is_account_somewhere("Line Tan"));
    }
}
