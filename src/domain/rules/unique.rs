//! Ids are unique. A merge by lines can bring one thing in twice without a
//! sign of it, so a book that was read is checked before it is used.

use std::collections::HashSet;

use foldhash::fast::RandomState;

use crate::domain::{Book, Case, Id, Keyed};

impl Book {
    /// The first id that two things share, as `kind:id`. A sound book has none.
    pub fn repeated_id(&self) -> Option<String> {
        let cases = self.cases.iter().chain(&self.taken_back);
        repeated("case", cases.map(|case| &case.id))
            .or_else(|| self.cases.iter().find_map(|case| case.repeated_id()))
    }
}

impl Case {
    fn repeated_id(&self) -> Option<String> {
        fn of<T: Keyed>(kind: &str, list: &[T]) -> Option<String> {
            repeated(kind, list.iter().map(Keyed::id))
        }
        of("account", &self.accounts)
            .or_else(|| of("dismissed", &self.dismissed))
            .or_else(|| of("finding", &self.findings))
            .or_else(|| of("document", &self.documents))
            .or_else(|| of("contact", &self.contacts))
            .or_else(|| of("obstacle", &self.obstacles))
            .or_else(|| of("application", &self.applications))
    }
}

fn repeated<'a>(kind: &str, mut ids: impl Iterator<Item = &'a Id>) -> Option<String> {
    let mut seen = HashSet::with_hasher(RandomState::default());
    ids.find(|id| !seen.insert(*id)).map(|id| format!("{kind}:{id}"))
}
