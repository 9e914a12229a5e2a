//! That each entry of the agenda names the fact that gives its day: where that fact is
//! gone or another one, so is the day; where any other fact is, the day stays.

use jiff::{ToSpan as _, civil::Date};
use proptest::prelude::*;

use crate::{
    domain::{AgendaEntry, AgendaKind, Case, Item, ItemKind, Keyed, Line, day_after},
    playbook::Words,
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

/// What became of an entry.
fn now<'a>(agenda: &'a [AgendaEntry], was: &AgendaEntry) -> Option<&'a AgendaEntry> {
    agenda.iter().find(|one| one.id == was.id && !one.dropped)
}

/// It is counted from the day on which the carrier was asked, or can be.
fn is_chased(one: &AgendaEntry) -> bool {
    matches!(one.kind, AgendaKind::Reminder | AgendaKind::Complaint)
}

/// A day that is counted from a question stands where the rule of the playbook puts it:
/// counted from the question, or, while nobody has asked, from the soonest day to ask,
/// which is today once the newest word of the carrier was not kept.
fn counts_from_its_fact(words: &Words<'_>, one: &AgendaEntry) -> Result<(), TestCaseError> {
    let (case, today) = (words.case, words.today);
    let review = words.playbook.review(case, today);
    let (Some(review), Some(rule)) = (review, words.chase()) else { return Ok(()) };
    let calendar = words.playbook.calendar(&case.terms).expect("days");
    let nth = |from, days: u16| calendar.nth_after(from, days.into());
    let said = case.contacts.iter().find(|contact| contact.item() == one.from);
    if let Some(asked) = one.if_asked {
        prop_assert_eq!(asked, today.max(nth(review.late, 1)), "{}: {:?}", today, one);
    }
    let asked = one.if_asked.or(said.map(|contact| contact.on));
    if one.kind == AgendaKind::Complaint {
        let counted = asked.map(|asked| day_after(nth(asked, rule.complain_after)));
        let made = review.is_complained_of() && asked == Some(one.given);
        prop_assert!(made || counted == Some(one.given), "{today}: {one:?}");
        // The word that says since when it can be asked is named, also once it has passed.
        let late = said.and_then(|contact| contact.promised);
        let word = one.if_asked.is_none() || said.is_none() || late == Some(review.late);
        prop_assert!(word, "{today}: {one:?} but late after {}", review.late);
        return Ok(());
    }
    // It does not come before the answer is late.
    let first = nth(review.latest, 1);
    let again = asked.map(|asked| nth(asked, rule.nudge_after + 1));
    prop_assert!(one.given >= first, "{today}: {one:?}");
    prop_assert!(one.given == first || again == Some(one.given), "{today}: {one:?}");
    Ok(())
}

/// Each entry of the day names its fact, and no other one gives its day.
pub(super) fn names_its_fact(words: &Words<'_>) -> Result<(), TestCaseError> {
    let (case, playbook, today) = (words.case, words.playbook, words.today);
    // A line that was used since has outlived what was read off: two facts give its days.
    let noted = [case.line.active_until, case.line.grace_until];
    if noted.into_iter().flatten().any(|on| case.line.last_used > Some(on)) {
        return Ok(());
    }
    let agenda = |case: &Case| playbook.status(case, today).agenda;
    let before = agenda(case);
    let told = || before.iter().filter(|one| !one.dropped);
    for one in told().filter(|one| is_chased(one) && case.pending().is_some()) {
        counts_from_its_fact(words, one)?;
    }
    let prolongs = playbook.ends.as_ref().is_some_and(|ends| ends.prolonging.is_some());
    let until = Item::of_line("grace-until");
    let validity = Item::of_line("active-until");
    // Where nobody has noted until when it is valid, the day until which it receives is
    // taken for that too: credit prolongs the line from there.
    let mut both = case.clone();
    both.line.active_until = case.line.grace_until;
    let both = agenda(&both);
    for fact in facts(case) {
        let (gone, moved) = (agenda(&without(case, &fact)), agenda(&later(case, &fact)));
        for one in told() {
            let (gone, moved) = (now(&gone, one), now(&moved, one));
            if one.from == fact {
                // What is not there gives no day; if it is the same one, something else does.
                prop_assert!(gone.is_none_or(|now| now.from != fact), "{today}: {one:?}");
                // Nobody has asked yet, and today is the soonest day to, then as now.
                let by_today = one.if_asked == Some(today)
                    && moved.is_some_and(|now| now.if_asked == one.if_asked);
                // From a Friday and from the Saturday behind it the same working days are counted:
                // what moves then is the day to ask.
                let same = moved.is_some_and(|now| {
                    now.given == one.given && now.from == fact && now.if_asked == one.if_asked
                });
                prop_assert!(by_today || !same, "{today}: {one:?} whatever {fact} is");
                continue;
            }
            // What was said before or since decides whether the carrier was asked while its
            // answer was late, and from when on it can be: that is told with the day.
            let said = matches!(fact.kind, ItemKind::Contact | ItemKind::Application);
            let asks = |now: &AgendaEntry| said && is_chased(one) && now.if_asked != one.if_asked;
            let stays = |now: Option<&AgendaEntry>| {
                now.is_none_or(|now| now.given == one.given || now.from != one.from || asks(now))
            };
            prop_assert!(stays(moved), "{today}: {one:?} but with a later {fact} {moved:?}");
            if prolongs && fact == validity && one.from == until {
                let (given, right) = (gone.map(|now| now.given), now(&both, one));
                let right = right.map(|now| now.given);
                prop_assert_eq!(given, right, "{}: {:?} without {}", today, one, fact);
            } else {
                prop_assert!(stays(gone), "{today}: {one:?} but without {fact} {gone:?}");
            }
        }
    }
    Ok(())
}
