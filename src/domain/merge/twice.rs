//! One line that was asked about twice: each side has submitted without knowing of the
//! other's submission.
//!
//! Must not know: how applications are merged.

use super::fields::Three;
use crate::domain::{Application, Case, Change, Conflict, Edit};

/// A question about each application that waits beside one of the other side: it stays, or it
/// is taken off the record. One that was rejected is over, and the next one may wait.
pub(super) fn submitted_twice(three: &Three<'_, Case>, case: &Case) -> Vec<Conflict> {
    let is_in = |side: &Case, one: &Application| side.applications.iter().any(|it| it.id == one.id);
    let new = |side: &Case, other: &Case| -> Vec<&Application> {
        let is_new =
            |one: &&Application| is_in(side, one) && !is_in(other, one) && !is_in(three.base, one);
        case.applications.iter().filter(is_new).filter(|one| one.rejection().is_none()).collect()
    };
    let (mine, others) = (new(three.ours, three.theirs), new(three.theirs, three.ours));
    if mine.is_empty() || others.is_empty() {
        return Vec::new();
    }
    let waits = |one: &&Application| {
        let is_new = mine.iter().chain(&others).any(|new| new.id == one.id);
        is_new && one.outcome.is_none()
    };
    let question = |one: &Application| Conflict {
        kept: Change::Application(Edit::replace(one.clone())),
        other: Change::Application(Edit::remove(&one.id)),
    };
    case.applications.iter().filter(waits).map(question).collect()
}
