//! That the agenda, *next*, reminders and the calendar file never contradict each
//! other, on any day of 400, and that each date in them is traced to what gives it.

use proptest::prelude::*;

use super::*;
use crate::{
    domain::{
        AgendaMark, Asked, Book, Case, Change, Confidence, Keyed as _, Line, Next, Refusal, Route,
    },
    export::calendar_file,
    playbook::{
        Letter, Library, Playbook,
        tests::{any_case, hotlink, later, sources, tries},
    },
    text::{Lang, Text},
};

mod crowded;
mod from;

/// An event as a calendar reads it: its id, its day, and whether it was taken back.
fn read(file: &str) -> Vec<(String, Date, bool)> {
    let file = file.replace("\r\n ", "");
    let value = |event: &str, name: &str| {
        let line = event.lines().find_map(|line| line.strip_prefix(name));
        line.expect("the line").trim().to_owned()
    };
    let events = file.split("BEGIN:VEVENT").skip(1);
    events
        .map(|event| {
            let uid = value(event, "UID:");
            let id = uid.split_once('-').expect("a digest").1.trim_end_matches("@ringoff");
            let on = Date::strptime("%Y%m%d", value(event, "DTSTART;VALUE=DATE:")).expect("a day");
            (id.to_owned(), on, value(event, "STATUS:") == "CANCELLED")
        })
        .collect()
}

/// The kinds of entries, and the day, of which *next* speaks.
fn spoken(next: &Next) -> Option<(&'static [AgendaKind], Date)> {
    use AgendaKind as K;
    let (kinds, on): (&[AgendaKind], Date) = match next {
        Next::FollowUp(_, on) => (&[K::FollowUp], *on),
        Next::Promise(_, on) => (&[K::Promise], *on),
        Next::AskAgain(_, on) => (&[K::AnswerBy], *on),
        Next::SeeAccount(_, on) => (&[K::AccountWait], *on),
        Next::SaveCredit(_, on) => (&[K::CreditAtRisk], *on),
        Next::Wait(_, on) => (&[K::Earliest], *on),
        Next::Expect(_, on) | Next::Chase(_, on) => (&[K::Latest], *on),
        Next::Nudge(_, on) => (&[K::Reminder], *on),
        Next::Complain(_, on) => (&[K::Complaint], *on),
        Next::LetLapse(_, end) | Next::LastDay(_, end) | Next::SeeLine(_, end) => (
            // On a line that is kept the day to extend it is that of its validity.
            &[
                K::GraceUntil,
                K::ActiveUntil,
                K::RegistrationEnd,
                K::UseBy,
                K::ExtendBy,
                K::ProlongedUntil,
            ],
            end.on,
        ),
        Next::KeepHeld(_, _, on) => (&[K::ProlongedUntil, K::ExtendBy], *on),
        Next::KeptUntil(_, end) => (&[K::RegistrationEnd], end.on),
        Next::KeepAlive(_, on)
        | Next::KeepLate(_, on)
        | Next::KeepLast(_, on, _)
        | Next::Kept(_, on) => (&[K::UseBy, K::ExtendBy], *on),
        Next::Discard(on) | Next::Confirm(_, Some(on)) => (&[K::WatchEnd], *on),
        Next::Check(entry) => (&[K::SignIn, K::Recovery, K::RefundBy], entry.on),
        Next::SeeValidity(_, on) | Next::LastCalls(_, on) => (&[K::ActiveUntil], *on),
        Next::Refuse(_, on) => (&[K::RefuseBy], *on),
        _ => return None,
    };
    Some((kinds, on))
}

/// Whether *next* speaks of something whose day has come.
fn is_urgent(next: &Next) -> bool {
    matches!(
        next,
        Next::FollowUp(..)
            | Next::Promise(..)
            | Next::AskAgain(..)
            | Next::SeeAccount(..)
            | Next::SaveCredit(..)
            | Next::Nudge(..)
            | Next::Complain(..)
            | Next::Chase(..)
            | Next::Check(_)
            | Next::Rescue(_)
            | Next::SeeLine(..)
            | Next::SeeValidity(..)
            | Next::Refuse(..)
    )
}

/// What is due whatever else the person does: the carrier is not pressed for its answer
/// while accounts use the line, and a forum takes no complaint of who never asked.
const ALWAYS: [AgendaKind; 7] = [
    AgendaKind::FollowUp,
    AgendaKind::Promise,
    AgendaKind::AnswerBy,
    AgendaKind::AccountWait,
    AgendaKind::CreditAtRisk,
    AgendaKind::SignIn,
    AgendaKind::Recovery,
];

/// Whether an obstacle waits for what comes once all that is due was seen to: a refusal, or
/// a line that is about to be lost. It waits also where something else comes before that.
fn obstacles_wait(words: &Words<'_>, status: &Status) -> bool {
    let mut case = words.case.clone();
    let due = |one: &&AgendaEntry| one.is_due(words.today) && ALWAYS.contains(&one.kind);
    for one in status.agenda.iter().filter(due) {
        let done = AgendaMark { done: Some(words.today), ..AgendaMark::default() };
        case.agenda.insert(one.id.clone(), done);
    }
    words.playbook.status(&case, words.today).next.is_grave()
}

/// The complaint that a forum takes today, where nothing keeps the person from making it.
fn complaint_taken<'a>(words: &Words<'_>, status: &'a Status) -> Option<&'a AgendaEntry> {
    let case = words.case;
    let free = case.way().keeps_the_number() || case.in_use().is_empty();
    let mut due = status.agenda.iter().filter(|one| one.is_due(words.today));
    let taken = due.find(|one| one.kind == AgendaKind::Complaint);
    taken.filter(|_| free && case.route != Route::Keep)
}

/// Whether the carrier would be asked for its answer once more: a complaint takes the
/// place of that, and of nothing that was said about another matter.
fn asks(words: &Words<'_>, one: &AgendaEntry) -> bool {
    let said = words.case.contacts.iter().find(|contact| contact.id == one.item.id);
    let waits = matches!(one.kind, AgendaKind::Promise | AgendaKind::AnswerBy);
    waits && said.is_some_and(|contact| contact.asked != Asked::Other)
}

/// *Next* names an entry of the agenda that is not done, and of those that have come
/// none that a person could see to is left out.
fn next_agrees(words: &Words<'_>, status: &Status) -> Result<(), TestCaseError> {
    let (agenda, today) = (&status.agenda, words.today);
    if let Some((kinds, on)) = spoken(&status.next) {
        let named = |one: &&AgendaEntry| {
            let days = [one.on, one.given];
            kinds.contains(&one.kind) && days.contains(&on) && !is_done(one)
        };
        prop_assert!(agenda.iter().any(|one| named(&one)), "{today}: {:?}", status.next);
    }
    if let Next::Await(_, on) | Next::PutOff(_, on) = &status.next {
        let until = |one: &AgendaEntry| one.on == *on;
        prop_assert!(agenda.iter().any(until), "{today}: {:?} {agenda:?}", status.next);
    }
    let follows_up = |one: &AgendaEntry| one.kind == AgendaKind::FollowUp;
    let due = || agenda.iter().filter(|one| one.is_due(today) && ALWAYS.contains(&one.kind));
    let waits = due().any(follows_up) && obstacles_wait(words, status);
    let said = matches!(status.next, Next::FollowUp(..));
    prop_assert!(!waits || !said, "{today}: {:?} comes later", status.next);
    // A line that has ended is looked at before all else, by the day that ended it.
    let end = words.playbook.procedure().surely_ends(words.case).map(|end| end.on);
    let ended = end.filter(|end| *end < today && !status.stage.is_over());
    let seen = match &status.next {
        Next::SeeLine(_, end) => Some(end.on),
        _ => None,
    };
    prop_assert_eq!(seen, ended, "{}: {:?}", today, status.next);
    let complaint = complaint_taken(words, status);
    let mut due =
        due().filter(|one| !(waits && follows_up(one) || complaint.is_some() && asks(words, one)));
    let spoken = spoken(&status.next).map(|(_, on)| on);
    // A line that is kept and goes is seen to before all that was promised about it.
    if status.next.loses_the_line(today) {
        prop_assert_eq!(words.case.route, Route::Keep);
        return Ok(());
    }
    if let Some(one) = due.next() {
        prop_assert!(is_urgent(&status.next), "{today}: {one:?} but {:?}", status.next);
        // What it speaks of is not younger than what it leaves.
        if let Some(on) = spoken.filter(|_| seen.is_none()) {
            let stands = agenda.iter().find(|other| [other.on, other.given].contains(&on));
            let on = stands.map_or(on, |other| on.min(other.on));
            prop_assert!(on <= one.on, "{today}: {one:?} but {:?}", status.next);
        }
    }
    // What takes the place of asking again is told in its turn.
    if let Some(one) = complaint.filter(|_| seen.is_none()) {
        let told = is_urgent(&status.next) && spoken.is_some_and(|on| on <= one.on);
        prop_assert!(told, "{today}: {one:?} but {:?}", status.next);
    }
    Ok(())
}

fn is_done(one: &AgendaEntry) -> bool {
    one.state == AgendaState::Done
}

/// Reminders hold what is open and near or late, and nothing that is done.
fn reminders_agree(status: &Status, today: Date) -> Result<(), TestCaseError> {
    for one in &status.agenda {
        let told = one.matters(today, 3);
        let late = one.on < today && one.kind.is_deadline();
        let near = (0..=3).contains(&one.days_from(today));
        prop_assert!(!told || one.state == AgendaState::Open, "{today}: {one:?}");
        if one.state == AgendaState::Open && (late || near) {
            prop_assert!(told, "{today}: {one:?} is not told");
        }
    }
    Ok(())
}

/// The calendar has each entry on its day. What is over it takes back only if it can have
/// had it: of these cases no history is kept.
fn calendar_agrees(words: &Words<'_>, status: &Status) -> Result<(), TestCaseError> {
    let file = calendar_file(&events(words, status), "en", jiff::Timestamp::UNIX_EPOCH);
    let mut there = read(&file);
    let entry = |one: &AgendaEntry| (one.id.to_string(), one.on, is_done(one));
    let mut here: Vec<_> = status.agenda.iter().filter(|one| !is_done(one)).map(entry).collect();
    there.sort();
    here.sort();
    prop_assert_eq!(there, here);
    Ok(())
}

/// Each entry is a day of the book, or comes from a rule of the playbook that has a
/// source; the checks of the watch are advice, counted from the end of the line.
fn traced(words: &Words<'_>, status: &Status) -> Result<(), TestCaseError> {
    let case: &Case = words.case;
    let line = &case.line;
    for one in &status.agenda {
        let mut days: Vec<Option<Date>> = vec![line.active_until, line.grace_until];
        days.extend(case.contacts.iter().flat_map(|one| [one.promised, one.answer_by]));
        days.extend(case.obstacles.iter().map(|one| one.follow_up));
        days.extend(case.accounts.iter().map(|one| one.until));
        days.push(case.approval().map(|one| one.on));
        let pending = case.pending().and_then(|one| one.extension.as_ref());
        days.push(pending.map(|more| more.until));
        let given = days.contains(&Some(one.given));
        let advice = matches!(
            one.kind,
            AgendaKind::SignIn
                | AgendaKind::Recovery
                | AgendaKind::Confirmation
                | AgendaKind::StillUsed
        );
        // Where no source says when to ask again, the time that the window gives is given again.
        let advice = advice || (one.kind == AgendaKind::Reminder && words.chase().is_none());
        let computed = words.source(one).is_some();
        // What is over is named for calendars to drop it; a guess says that it is one.
        let named = is_done(one) || words.confidence(one) == Some(Confidence::Low);
        prop_assert!(given || computed || advice || named, "{one:?} comes from nowhere");
        prop_assert!(!words.rule(one, status.review.as_ref()).is_empty(), "{one:?}");
        let told = words.dated(one);
        prop_assert!(!told.contains("say-") && !told.is_empty(), "{told}");
        // A line that is kept is seen to also when its day has passed.
        let kept = case.route == Route::Keep && one.is_of_keeping();
        // The day on which it ended is told until somebody says what became of the line.
        let end = words.playbook.procedure().surely_ends(case).map(|end| end.on);
        let seen = matches!(status.next, Next::SeeLine(..)) && end == Some(one.given);
        // So is the day on which its validity ended, while nobody knows until when it receives.
        let expired = words.playbook.procedure().expired(case, words.today);
        let vague = one.kind == AgendaKind::ActiveUntil && expired == Some(one.given);
        if one.state == AgendaState::Open && one.kind.is_of_the_line() && !kept && !seen && !vague {
            prop_assert!(one.on >= words.today, "{one:?} has passed");
        }
        // No day counts on which the line has ended already.
        let end = words.playbook.procedure().certain_end(case, words.today);
        let after = end.is_some_and(|end| end < one.given);
        let of_line = one.kind.is_of_the_line() && one.kind != AgendaKind::RefundBy;
        prop_assert!(!of_line || !after || is_done(one), "{one:?} comes after {end:?}");
    }
    Ok(())
}

/// The day from which the agenda takes a complaint is the one from which its letter can
/// be written; where it waits for a question that nobody asked, both say so.
fn complaint_agrees(
    words: &Words<'_>,
    status: &Status,
    letter: &Letter,
) -> Result<(), TestCaseError> {
    let (today, written) = (words.today, words.letter(letter));
    let Some(pending) = words.case.pending() else {
        prop_assert!(written.is_err());
        return Ok(());
    };
    if pending.ports {
        let named = |one: &&AgendaEntry| one.item == pending.item();
        prop_assert!(status.agenda.iter().all(|one| !named(&one)), "no day is known for a port");
        prop_assert!(written.is_err());
        return Ok(());
    }
    let named =
        |one: &&AgendaEntry| one.kind == AgendaKind::Complaint && one.item == pending.item();
    let entry = status.agenda.iter().find(named).expect("the rule names a day");
    match (entry.if_asked, written) {
        (Some(asked), Err(Refusal::AskFirst(Some(complaint)))) => {
            prop_assert_eq!((complaint.asked, complaint.from), (asked, entry.given));
            prop_assert!(asked >= today && entry.given > asked);
            prop_assert!(words.dated(entry).contains("if you ask"));
        }
        (None, Err(Refusal::TooEarly(from))) => {
            prop_assert_eq!(from, entry.given);
            prop_assert!(from > today);
        }
        (None, Ok(_)) => prop_assert!(entry.given <= today, "{entry:?}"),
        (_, other) => prop_assert!(false, "{today}: {entry:?} but {other:?}"),
    }
    if let Next::Complain(_, on) = status.next {
        prop_assert!(entry.if_asked.is_none() && entry.given == on && on <= today);
    }
    Ok(())
}

/// A case that waits for nothing but the confirmation is refused to be put away because
/// of it, and reminders say so on the same days.
fn archive_agrees(words: &Words<'_>, status: &Status) -> Result<(), TestCaseError> {
    let today = words.today;
    let refused = words.case.archive(status.stage, status.watch, today);
    let named = |one: &&AgendaEntry| one.kind == AgendaKind::Confirmation && one.given <= today;
    let entry = status.agenda.iter().find(named);
    // What the person put off or has done is told by nobody.
    let quiet = entry.is_some_and(|one| !one.is_open());
    // The days before the answer came are none on which anybody can ask.
    if words.case.approval().is_some_and(|one| one.on > today) {
        return Ok(());
    }
    let waits = matches!(refused, Err(Refusal::Unconfirmed(_)));
    let told = entry.is_some_and(|one| one.matters(today, 0));
    prop_assert!(waits == told || quiet, "{today}: {refused:?} {entry:?}");
    if let Err(Refusal::Resting(until) | Refusal::Unconfirmed(Some(until))) = refused {
        let ends = |one: &AgendaEntry| one.kind == AgendaKind::WatchEnd && one.given == until;
        prop_assert!(until > today && status.agenda.iter().any(ends), "{today}: {until}");
    }
    Ok(())
}

/// What comes from a window that nobody has confirmed says so, wherever it is told.
fn hedges(words: &Words<'_>, status: &Status) -> Result<(), TestCaseError> {
    for one in &status.agenda {
        // What is not sure is told with a word for it.
        let sure = words.confidence(one).is_none_or(|known| known == Confidence::High);
        let told = [words.dated(one), words.dated_title(one)];
        let hedged = told.iter().any(|told| told.contains("unverified") || told.contains("about"));
        prop_assert!(sure || hedged || is_done(one), "{one:?}: {told:?}");
        let moved = status.review.as_ref().is_some_and(|review| review.moved.is_some());
        let guess = match one.kind {
            AgendaKind::Earliest => true,
            AgendaKind::Latest => !moved,
            _ => continue,
        };
        let says = words.dated(one).contains("unverified");
        prop_assert!(says == guess || one.state == AgendaState::Done, "{one:?}");
        // What is over is not called a guess in words; where its day is from stays so.
        prop_assert_eq!(words.confidence(one) == Some(Confidence::Low), guess, "{:?}", one);
    }
    let moved = status.review.as_ref().is_some_and(|review| review.moved.is_some());
    let told = words.next(&status.next);
    match status.next {
        Next::Wait(..) => prop_assert!(told.contains("about"), "{told}"),
        Next::Expect(..) | Next::Chase(..) => {
            prop_assert!(moved || told.contains("about"), "{told}");
        }
        _ => {}
    }
    Ok(())
}

fn agrees(
    case: &Case,
    playbook: &Playbook,
    letter: &Letter,
    text: &Text,
    today: Date,
) -> Result<(), TestCaseError> {
    let status = playbook.status(case, today);
    let words = Words { case, playbook, text, today };
    complaint_agrees(&words, &status, letter)?;
    hedges(&words, &status)?;
    everywhere(&words, &status)
}

/// What holds with any carrier.
fn everywhere(words: &Words<'_>, status: &Status) -> Result<(), TestCaseError> {
    next_agrees(words, status)?;
    reminders_agree(status, words.today)?;
    calendar_agrees(words, status)?;
    archive_agrees(words, status)?;
    traced(words, status)
}

#[test]
fn a_calendar_takes_back_only_what_it_can_have_had() {
    let (playbook, text) = (hotlink(), Text::new(Lang::En));
    let id = Id::new("kl");
    let mut book = Book::default();
    let at =
        |day: i32| later(day).at(4, 0, 0, 0).to_zoned(TimeZone::UTC).expect("a day").timestamp();
    let case = Case::new(id.clone(), "KL".into(), Id::new("hotlink"), Route::Keep, later(0));
    book.open(case, at(0)).expect("opens");
    let done = |book: &mut Book, day: i32, change: &dyn Fn(&Case) -> Result<Change, Refusal>| {
        let change = change(book.case(&id).expect("there")).expect("allowed");
        book.record(&id, change, at(day)).expect("applies");
    };
    let file = |book: &Book, day: i32| {
        let (case, today) = (book.case(&id).expect("there"), later(day));
        let words = Words { case, playbook: &playbook, text: &text, today };
        let file = calendar_file(&events(&words, &playbook.status(case, today)), "en", at(day));
        read(&file)
    };
    let line = Line { active_until: Some(later(60)), ..Line::default() };
    done(&mut book, 1, &|case| case.set_line(line.clone(), later(1)));
    let first = file(&book, 2);
    let named = |all: &[(String, Date, bool)], id: &str| {
        all.iter().find(|(one, ..)| one == id).map(|(.., over)| *over)
    };
    assert_eq!(named(&first, "line.extend"), Some(false), "{first:?}");
    assert_eq!(named(&first, "line.active"), None, "a kept line does not come to it: {first:?}");
    done(&mut book, 3, &|case| case.take_route(&playbook.procedure(), Route::Lapse));
    assert_eq!(named(&file(&book, 4), "line.active"), Some(false));
    done(&mut book, 5, &|case| case.take_route(&playbook.procedure(), Route::Keep));
    let last = file(&book, 6);
    assert_eq!(named(&last, "line.active"), Some(true), "a calendar can have it: {last:?}");
}

proptest! {
    #![proptest_config(tries(16))]

    #[test]
    fn what_is_told_of_a_day_agrees_wherever_it_is_told(case in any_case()) {
        let (playbook, text) = (hotlink(), Text::new(Lang::En));
        let letter = playbook.letters.iter().find(|one| one.id.as_str() == "complaint");
        let letter = letter.expect("a letter");
        for day in 0..400 {
            agrees(&case, &playbook, letter, &text, later(day))?;
        }
        for day in (0..400).step_by(23) {
            let words = Words { case: &case, playbook: &playbook, text: &text, today: later(day) };
            from::names_its_fact(&words)?;
        }
    }

    #[test]
    fn it_agrees_with_every_carrier(
        case in any_case(),
        carrier in prop::sample::select(sources().map(|(id, _)| id).collect::<Vec<_>>()),
        route in prop::sample::select(vec![Route::Apply, Route::Lapse, Route::Keep]),
    ) {
        let library = Library::default();
        let playbook = library.find(&Id::new(carrier)).expect("built in");
        let text = Text::new(Lang::En);
        let last_used = case.line.active_until.map(|_| case.opened);
        let line = Line { last_used, ..case.line.clone() };
        let case = Case { playbook: playbook.id.clone(), route, line, ..case };
        for day in (0..400).step_by(3) {
            let today = later(day);
            let words = Words { case: &case, playbook, text: &text, today };
            everywhere(&words, &playbook.status(&case, today))?;
            if day % 23 == 0 {
                from::names_its_fact(&words)?;
            }
        }
    }
}
