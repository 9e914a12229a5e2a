//! That each entry of the agenda names the fact that gives its day: where that fact is
//! gone or another one, so is the day; where any other fact is, the day stays.

use jiff::{ToSpan as _, civil::Date};
use proptest::prelude::*;

use crate::{
    domain::{AgendaEntry, Case, Contact, Item, ItemKind, Keyed, Line},
    playbook::Playbook,
};

/// The facts of a case that can give a day.
fn facts(case: &Case) -> Vec<Item> {
    fn all<T: Keyed>(things: &[T]) -> impl Iterator<Item = Item> {
        things.iter().map(Keyed::item)
    }
    let of_line = ["active-until", "grace-until", "registered", "last-used"].map(Item::of_line);
    let listed = all(&case.contacts).chain(all(&case.obstacles)).chain(all(&case.accounts));
    of_line.into_iter().chain(listed).chain(all(&case.applications)).collect()
}

/// The case as if nobody had ever noted this fact.
fn without(case: &Case, fact: &Item) -> Case {
    let mut case = case.clone();
    match fact.kind {
        ItemKind::Line => case.line.forget(fact.id.as_str()),
        ItemKind::Contact => case.contacts.retain(|one| one.id != fact.id),
        ItemKind::Obstacle => case.obstacles.retain(|one| one.id != fact.id),
        ItemKind::Account => case.accounts.retain(|one| one.id != fact.id),
        ItemKind::Application => case.applications.retain(|one| one.id != fact.id),
        other => panic!("{other:?} has no day"),
    }
    case
}

/// A day of the week after, on which as many days have been worked.
fn put_later(day: &mut Date) {
    *day = day.checked_add(7.days()).expect("a day");
}

/// The case with every day of this fact a week later.
fn later(case: &Case, fact: &Item) -> Case {
    let mut case = case.clone();
    let days: Vec<&mut Date> = match fact.kind {
        ItemKind::Line => {
            let Line { active_until, grace_until, registered, last_used, .. } = &mut case.line;
            let named = match fact.id.as_str() {
                "active-until" => active_until,
                "grace-until" => grace_until,
                "registered" => registered,
                _ => last_used,
            };
            named.iter_mut().collect()
        }
        ItemKind::Contact => {
            let found = case.contacts.iter_mut().filter(|one| one.id == fact.id);
            found
                .flat_map(|one| {
                    let (promised, answer_by) = (one.promised.as_mut(), one.answer_by.as_mut());
                    [Some(&mut one.on), promised, answer_by].into_iter().flatten()
                })
                .collect()
        }
        ItemKind::Obstacle => {
            let found = case.obstacles.iter_mut().filter(|one| one.id == fact.id);
            found.filter_map(|one| one.follow_up.as_mut()).collect()
        }
        ItemKind::Account => {
            let found = case.accounts.iter_mut().filter(|one| one.id == fact.id);
            found.filter_map(|one| one.until.as_mut()).collect()
        }
        _ => {
            let found = case.applications.iter_mut().filter(|one| one.id == fact.id);
            found
                .flat_map(|one| {
                    let more = one.extension.as_mut().map(|more| &mut more.until);
                    let answered = one.outcome.as_mut().map(|outcome| &mut outcome.on);
                    [Some(&mut one.on), more, answered].into_iter().flatten()
                })
                .collect()
        }
    };
    days.into_iter().for_each(put_later);
    case
}

/// What became of an entry: its day and the fact that gives it.
fn now<'a>(agenda: &'a [AgendaEntry], was: &AgendaEntry) -> Option<(Date, &'a Item)> {
    let found = agenda.iter().find(|one| one.id == was.id && !one.dropped);
    found.map(|one| (one.given, &one.from))
}

/// Each entry of the day names its fact, and no other one gives its day.
pub(super) fn names_its_fact(
    case: &Case,
    playbook: &Playbook,
    today: Date,
) -> Result<(), TestCaseError> {
    let agenda = |case: &Case| playbook.status(case, today).agenda;
    let before = agenda(case);
    let told = || before.iter().filter(|one| !one.dropped);
    let prolongs = playbook.ends.as_ref().is_some_and(|ends| ends.prolonging.is_some());
    let until = Item::of_line("grace-until");
    let is_validity = |fact: &Item| *fact == Item::of_line("active-until");
    // A contact on which a day was named.
    let has_days = |item: &Item| {
        let mut contacts = case.contacts.iter();
        let named = |one: &Contact| one.promised.is_some() || one.answer_by.is_some();
        contacts.any(|one| one.item() == *item && named(one))
    };
    for fact in facts(case) {
        let (gone, moved) = (agenda(&without(case, &fact)), agenda(&later(case, &fact)));
        for one in told() {
            let (gone, moved) = (now(&gone, one), now(&moved, one));
            if one.from == fact {
                // What is not there gives no day; if it is the same one, something else does.
                prop_assert!(gone.is_none_or(|(_, from)| *from != fact), "{today}: {one:?}");
                // Nobody has asked yet, and today is the soonest day to.
                let by_today = one.if_asked == Some(today);
                let same = moved == Some((one.given, &fact));
                prop_assert!(by_today || !same, "{today}: {one:?} whatever {fact} is");
            } else if is_validity(&fact) && one.from == until && prolongs {
                // Without it the validity is taken to last as long as the line receives,
                // and another rule for credit may hold on that day.
            } else if one.if_asked.is_some() || has_days(&one.from) {
                // What else is known decides which of its days counts, and from when on
                // one can ask.
            } else {
                let stays = |now: Option<(Date, &Item)>| {
                    now.is_none_or(|(on, from)| on == one.given || *from != one.from)
                };
                prop_assert!(stays(gone), "{today}: {one:?} but without {fact} {gone:?}");
                prop_assert!(stays(moved), "{today}: {one:?} but with a later {fact} {moved:?}");
            }
        }
    }
    Ok(())
}
