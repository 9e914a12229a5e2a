//! Taking back what may not stand any more: after a merge another side's change can
//! be what counts.
//!
//! Only what a change brought and nobody has changed since is taken back. So undoing
//! never loses what another side did, and where nobody else did anything it is
//! exactly the undoing. Must not know: which side a change came from.

use super::{
    fields::{Merge, Three},
    replay::find,
};
use crate::domain::{
    Account, AgendaMark, Application, Case, Change, Conflict, Contact, Dismissed, Edit, Effect,
    Entry, ExtraDocument, Id, Item, KeptFinding, Keyed, Line, Mark, Obstacle, Reckoned, Refusal,
    Terms,
};

/// A thing of a list, and the edits of such things that a change is made of.
trait Listed: Merge + Keyed {
    fn list(case: &Case) -> &[Self];

    fn edits(change: &Change) -> &[Edit<Self>];
}

macro_rules! listed {
    ($($thing:ty, $list:ident, $($pattern:pat => $edits:expr),+;)+) => {$(
        impl Listed for $thing {
            fn list(case: &Case) -> &[Self] {
                &case.$list
            }

            fn edits(change: &Change) -> &[Edit<Self>] {
                match change {
                    $($pattern => $edits,)+
                    _ => &[],
                }
            }
        }
    )+};
}

listed! {
    Account, accounts,
        Change::Account(edit) => std::slice::from_ref(edit),
        Change::Accounts(edits) => edits,
        Change::Found { accounts, .. } => accounts;
    ExtraDocument, documents, Change::Document(edit) => std::slice::from_ref(edit);
    Contact, contacts, Change::Contact(edit) => std::slice::from_ref(edit);
    Obstacle, obstacles, Change::Obstacle(edit) => std::slice::from_ref(edit);
    Application, applications, Change::Application(edit) => std::slice::from_ref(edit);
    Dismissed, dismissed,
        Change::Dismissed(edits) => edits,
        Change::Found { dismissed, .. } => dismissed;
    KeptFinding, findings, Change::Found { findings, .. } => findings;
}

impl Case {
    /// Undoes an entry that is not in the history any more, and returns it as it can be
    /// redone. What came after it in the history may still be there.
    pub(in crate::domain) fn take_back(&mut self, entry: &Entry) -> Result<Entry, Refusal> {
        let before = self.content();
        let inverse = withdrawn(entry.does(), entry.undoes(), self);
        let change = inverse.apply(self)?;
        let after = self.content();
        let is_plain =
            leads(entry.undoes(), &before, &after) && leads(entry.does(), &after, &before);
        let effect = || Some(Box::new(Effect { change, inverse }));
        let effect = if is_plain { entry.effect.clone() } else { effect() };
        Ok(Entry { effect, ..entry.clone() })
    }

    /// Does what was undone once more, and returns it as the history shall tell it.
    pub(in crate::domain) fn put_back(&mut self, entry: &Entry) -> Result<Entry, Refusal> {
        let change = entry.does().again(entry.undoes(), self)?;
        let before = self.content();
        let inverse = change.apply(self)?;
        if entry.does().is_taken(entry.undoes(), &before) {
            // It has another number now.
            return Ok(Entry { change, inverse, effect: None, at: entry.at });
        }
        let met = Some(Box::new(Effect { change, inverse }));
        let mut told = entry.clone();
        for effect in [None, entry.effect.clone(), met] {
            told.effect = effect;
            let undo = withdrawn(told.does(), told.undoes(), self);
            if leads(&undo, &self.content(), &before) {
                break;
            }
        }
        Ok(told)
    }

    /// The case without its history.
    fn content(&mut self) -> Self {
        let history = std::mem::take(&mut self.history);
        let undone = std::mem::take(&mut self.undone);
        let content = self.clone();
        (self.history, self.undone) = (history, undone);
        content
    }
}

/// Whether a change makes one case the other.
fn leads(change: &Change, from: &Case, to: &Case) -> bool {
    let mut case = from.clone();
    change.apply(&mut case).is_ok() && case == *to
}

/// What undoes `change` on a case in which others may have changed what it brought. Where
/// nobody has, it is `inverse`; and where its side had not seen what another one said before
/// it, that counts again.
pub(super) fn withdrawn(change: &Change, inverse: &Change, case: &Case) -> Change {
    use Change as C;
    macro_rules! value {
        ($kind:ident, $field:expr, $now:expr, $old:expr) => {
            (*$field == *$now).then(|| {
                let said = |now: &Change, old: &Change| match (now, old) {
                    (C::$kind(now), C::$kind(old)) => Some((now.clone(), old.clone())),
                    _ => None,
                };
                C::$kind(told(case, $old.clone(), said, follow))
            })
        };
    }
    let back = match (change, inverse) {
        (C::Account(now), C::Account(old)) => edit(now, old, &case.accounts, case).map(C::Account),
        (C::Document(now), C::Document(old)) => {
            edit(now, old, &case.documents, case).map(C::Document)
        }
        (C::Contact(now), C::Contact(old)) => edit(now, old, &case.contacts, case).map(C::Contact),
        (C::Obstacle(now), C::Obstacle(old)) => {
            edit(now, old, &case.obstacles, case).map(C::Obstacle)
        }
        (C::Application(now), C::Application(old)) => {
            edit(now, old, &case.applications, case).map(C::Application)
        }
        (C::Accounts(now), C::Accounts(old)) => Some(C::Accounts(edits(now, old, case))),
        (C::Dismissed(now), C::Dismissed(old)) => Some(C::Dismissed(edits(now, old, case))),
        (
            C::Found { findings, accounts, dismissed },
            C::Found { findings: old, accounts: old_accounts, dismissed: old_dismissed },
        ) => Some(C::found(
            edits(findings, old, case),
            edits(accounts, old_accounts, case),
            edits(dismissed, old_dismissed, case),
        )),
        (C::Line(now), C::Line(old)) => {
            let old = told(case, (**old).clone(), line_said, follow_fields);
            Some(C::Line(Box::new(left(&**now, &case.line, &old))))
        }
        (C::Mark { item, mark: now }, C::Mark { mark: old, .. }) => {
            let [now, old] = [now, old].map(|mark| mark_or_none(mark.as_deref()));
            let old = told(case, old, mark_said(item), follow_fields);
            let mark = left(&now, &case.mark(item), &old);
            let mark = (!mark.is_blank()).then(|| Box::new(mark));
            Some(C::Mark { item: item.clone(), mark })
        }
        (C::Agenda { id, mark: now }, C::Agenda { mark: old, .. }) => {
            let here = case.agenda.get(id).cloned();
            let [now, here, before] = [now, &here, old].map(|one| one.clone().unwrap_or_default());
            let before = told(case, before, agenda_said(id), follow_fields);
            let mark = left(&now, &here, &before);
            let is_said = old.is_some() || mark != AgendaMark::default();
            Some(C::Agenda { id: id.clone(), mark: is_said.then_some(mark) })
        }
        (C::Terms { terms: now, told: dates }, C::Terms { terms: old, told: before }) => {
            let dates = dates.as_deref().zip(before.as_deref());
            let dates = dates.filter(|(now, _)| are_kept(now, case)).map(|(_, old)| old.clone());
            let old = told(case, (**old).clone(), terms_said, follow_fields);
            let terms = Box::new(left(&**now, &case.terms, &old));
            Some(C::Terms { terms, told: dates.map(Box::new) })
        }
        (C::Reckoned(now), _) => are_kept(now, case).then(|| inverse.clone()),
        (C::Label(now), C::Label(old)) => value!(Label, &case.label, now, old),
        (C::Route(now), C::Route(old)) => value!(Route, &case.route, now, old),
        (C::Search(now), C::Search(old)) => value!(Search, &case.search_over, now, old),
        (C::Ending(now), C::Ending(old)) => value!(Ending, &case.ending, now, old),
        (C::Archived(now), C::Archived(old)) => value!(Archived, &case.archived, now, old),
        (C::ByHand(now), C::ByHand(old)) => Some(by_hand(now, old, case)),
        (C::Settled { left: now, made }, C::Settled { left: old, made: unmade }) => {
            let made = made.as_deref().zip(unmade.as_deref());
            let made = made.map(|(made, unmade)| Box::new(withdrawn(made, unmade, case)));
            Some(C::Settled { left: waiting_again(now, old, &case.conflicts), made })
        }
        _ => Some(inverse.clone()),
    };
    back.unwrap_or_else(|| C::ByHand(Vec::new()))
}

/// What was so before a change, in the order in which the history tells: `old` is what its
/// side saw then.
fn told<T: PartialEq + Clone>(
    case: &Case,
    old: T,
    said: impl Fn(&Change, &Change) -> Option<(T, T)>,
    follow: impl Fn(&T, &T, &T) -> T,
) -> T {
    let pairs = |entry: &Entry| {
        let pairs = entry.change.parts().iter().zip(entry.inverse.parts().iter().rev());
        pairs.filter_map(|(now, old)| said(now, old)).collect::<Vec<_>>()
    };
    let mut all: Vec<(T, T)> = Vec::new();
    for pair in case.history.iter().rev().flat_map(|entry| pairs(entry).into_iter().rev()) {
        // Mostly it saw what was said last.
        if all.is_empty() && pair.0 == old {
            return old;
        }
        all.push(pair);
    }
    all.iter().rev().fold(old, |here, (now, before)| follow(&here, before, now))
}

/// What a change makes of a value that it may not have seen.
fn follow<T: PartialEq + Clone>(here: &T, before: &T, now: &T) -> T {
    if here == before { now.clone() } else { here.clone() }
}

/// The same, field by field.
fn follow_fields<T: Merge>(here: &T, before: &T, now: &T) -> T {
    left(before, here, now)
}

/// The same of a thing that is there or not.
#[expect(
    clippy::ref_option,
    reason = "what `told` follows is any value, also one that is not there"
)]
fn follow_thing<T: Merge>(here: &Option<T>, before: &Option<T>, now: &Option<T>) -> Option<T> {
    match (here, before, now) {
        (Some(here), Some(before), Some(now)) => Some(follow_fields(here, before, now)),
        _ => follow(here, before, now),
    }
}

fn line_said(now: &Change, old: &Change) -> Option<(Line, Line)> {
    match (now, old) {
        (Change::Line(now), Change::Line(old)) => Some(((**now).clone(), (**old).clone())),
        _ => None,
    }
}

fn terms_said(now: &Change, old: &Change) -> Option<(Terms, Terms)> {
    match (now, old) {
        (Change::Terms { terms: now, .. }, Change::Terms { terms: old, .. }) => {
            Some(((**now).clone(), (**old).clone()))
        }
        _ => None,
    }
}

fn mark_or_none(mark: Option<&Mark>) -> Mark {
    mark.cloned().unwrap_or_default()
}

fn mark_said(item: &Item) -> impl Fn(&Change, &Change) -> Option<(Mark, Mark)> {
    move |now, old| match (now, old) {
        (Change::Mark { item: one, mark: now }, Change::Mark { mark: old, .. }) if one == item => {
            Some((mark_or_none(now.as_deref()), mark_or_none(old.as_deref())))
        }
        _ => None,
    }
}

fn agenda_said(id: &Id) -> impl Fn(&Change, &Change) -> Option<(AgendaMark, AgendaMark)> {
    move |now, old| match (now, old) {
        (Change::Agenda { id: one, mark: now }, Change::Agenda { mark: old, .. }) if one == id => {
            Some((now.clone().unwrap_or_default(), old.clone().unwrap_or_default()))
        }
        _ => None,
    }
}

fn thing_said<T: Listed>(id: &Id) -> impl Fn(&Change, &Change) -> Option<(Option<T>, Option<T>)> {
    let value = |change: &Change, id: &Id| {
        let edit = T::edits(change).iter().find(|edit| edit.id == *id)?;
        Some(edit.value.as_deref().cloned())
    };
    move |now, old| Some((value(now, id)?, value(old, id)?))
}

/// What is left of a thing without what one change made of it.
fn left<T: Merge>(now: &T, here: &T, old: &T) -> T {
    T::merged(&Three { base: now, ours: here, theirs: old })
}

/// The edit that takes another one back; nothing where somebody has brought back what it
/// removed, or removed what it changed.
fn edit<T: Listed>(now: &Edit<T>, old: &Edit<T>, list: &[T], case: &Case) -> Option<Edit<T>> {
    let before = || told(case, old.value.as_deref().cloned(), thing_said(&now.id), follow_thing);
    match (now.value.as_deref(), find(list, &now.id)) {
        (Some(now), Some(here)) => Some(match (before(), old.value.as_deref()) {
            (Some(before), _) => Edit::replace(left(now, here, &before)),
            // Another side had removed it, and that counts again.
            (None, Some(old)) if left(now, here, old) != *old => {
                Edit::replace(left(now, here, old))
            }
            _ => Edit::remove(here.id()),
        }),
        (None, None) => {
            let value = Some(Box::new(before()?));
            Some(Edit { value, ..old.clone() })
        }
        _ => None,
    }
}

fn edits<T: Listed>(now: &[Edit<T>], old: &[Edit<T>], case: &Case) -> Vec<Edit<T>> {
    let mut list = T::list(case).to_vec();
    let mut all = Vec::new();
    for old in old {
        let now = now.iter().rev().find(|now| now.id == old.id);
        if let Some(back) = now.and_then(|now| edit(now, old, &list, case))
            && back.apply(&mut list).is_ok()
        {
            all.push(back);
        }
    }
    all
}

fn by_hand(now: &[Change], old: &[Change], case: &Case) -> Change {
    let mut after = case.clone();
    let mut all = Vec::new();
    for (now, old) in now.iter().rev().zip(old) {
        let back = withdrawn(now, old, &after);
        if back.apply(&mut after).is_ok() {
            all.push(back);
        }
    }
    Change::ByHand(all)
}

/// Whether an application still has these dates.
fn are_kept(now: &Reckoned, case: &Case) -> bool {
    find(&case.applications, &now.application).is_some_and(|one| one.reckoned == now.dates)
}

/// What waited before something was settled waits again where it stood; what a merge has
/// brought since stays.
fn waiting_again(now: &[Conflict], old: &[Conflict], here: &[Conflict]) -> Vec<Conflict> {
    let has = |all: &[Conflict], one: &Conflict| all.iter().any(|known| known.is_like(one));
    let mut all = here.to_vec();
    for (at, one) in old.iter().enumerate() {
        if !has(now, one) && !has(&all, one) {
            all.insert(at.min(all.len()), one.clone());
        }
    }
    all
}
