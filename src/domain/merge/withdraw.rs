//! Undoing an entry that is not the newest any more, since somebody else did
//! something meanwhile.

use super::{
    events::is_same,
    replay::{adds, find},
};
use crate::domain::{Case, Change, Edit, Entry, Keyed, Refusal};

/// Undoes an entry that others came after. What somebody else changed since in
/// what the entry brought stays, and then it cannot be undone.
pub(super) fn undo(case: &mut Case, entry: &Entry) -> Result<(), Refusal> {
    let place = case.history.iter().rposition(|one| is_same(one, entry));
    let place = place.filter(|_| entry.change != Change::Opened).ok_or(Refusal::NothingToUndo)?;
    if was_changed(case, entry) {
        return Err(Refusal::NothingToUndo);
    }
    let mut later = case.history.split_off(place);
    let own = later.remove(0);
    let undone = case.take_back(&own);
    let back = undone.as_ref().err().map(|_| own);
    case.history.extend(back.into_iter().chain(later));
    case.undone.push(undone?);
    Ok(())
}

/// Whether somebody changed what the entry brought, so that removing it would
/// lose that.
fn was_changed(case: &Case, entry: &Entry) -> bool {
    fn differs<T: Keyed + PartialEq>(now: &Edit<T>, old: &Edit<T>, list: &[T]) -> bool {
        adds(now, old) && find(list, &now.id) != now.value.as_deref()
    }
    use Change as C;
    match (&entry.change, &entry.inverse) {
        (C::Account(now), C::Account(old)) => differs(now, old, &case.accounts),
        (C::Document(now), C::Document(old)) => differs(now, old, &case.documents),
        (C::Contact(now), C::Contact(old)) => differs(now, old, &case.contacts),
        (C::Obstacle(now), C::Obstacle(old)) => differs(now, old, &case.obstacles),
        (C::Application(now), C::Application(old)) => differs(now, old, &case.applications),
        _ => false,
    }
}
