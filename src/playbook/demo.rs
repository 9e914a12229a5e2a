//! A made-up book to look at: every name, number and reference in it is
//! invented.

use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};

use super::{Library, Playbook};
use crate::{
    domain::{
        AccountKind, AccountState, Book, Case, Change, Class, Contact, Id, Item, Line, Refusal,
        Route,
    },
    text::Text,
};

/// The book as it stands at `now`: a Hotlink line half prepared, and another
/// left to lapse.
pub fn demo_book(text: &Text, now: Timestamp) -> Book {
    let mut book = Book::default();
    let library = Library::default();
    let id = Id::new("hotlink");
    if let Ok(playbook) = library.find(&id) {
        // The steps follow the rules; a test makes sure that none is refused.
        let _ = keep_alive(&mut book, text, playbook, now);
        let _ = old_line(&mut book, text, playbook, now);
    }
    book
}

fn day(now: Timestamp, days: i64) -> (Timestamp, Date) {
    let zone = TimeZone::get("Asia/Kuala_Lumpur").unwrap_or(TimeZone::UTC);
    let then = now.to_zoned(zone).checked_add(days.days());
    then.map_or((now, Date::default()), |then| (then.timestamp(), then.date()))
}

fn keep_alive(
    book: &mut Book,
    text: &Text,
    playbook: &Playbook,
    now: Timestamp,
) -> Result<(), Refusal> {
    let id = Id::new("kl-keep-alive");
    let (at, opened) = day(now, -6);
    let say = |key: &str| text.get(key).into_owned();
    let mut case =
        Case::new(id.clone(), say("demo-label"), playbook.id.clone(), Route::Apply, opened);
    case.line = Line {
        number: Some("+60 12-345 6789".into()),
        class: Some(Class::Work),
        active_until: Some(day(now, 20).1),
        grace_until: Some(day(now, 70).1),
        credit: Some("RM 3.20".into()),
        ..Line::default()
    };
    book.open(case, at)?;
    let procedure = playbook.procedure();
    let mut record = |days, make: &dyn Fn(&Case, Date) -> Result<Change, Refusal>| {
        let (at, today) = day(now, days);
        let made = make(book.case(&id).ok_or(Refusal::NoName)?, today)?;
        book.record(&id, made, at).map(drop)
    };
    let accounts = [
        ("Maybank", AccountKind::Bank, AccountState::ToDo),
        ("Touch 'n Go", AccountKind::Payment, AccountState::Moved),
        ("Grab", AccountKind::Travel, AccountState::Moved),
        ("WeChat", AccountKind::Messaging, AccountState::ToDo),
        ("Shopee", AccountKind::Shopping, AccountState::Unsure),
        ("Steam", AccountKind::Game, AccountState::Closed),
    ];
    for (name, kind, _) in accounts {
        record(-5, &|case, today| case.add_account(name, kind, AccountState::ToDo, None, today))?;
    }
    for (name, _, state) in accounts {
        if state != AccountState::ToDo {
            let account = Id::slug(name);
            record(-4, &|case, today| case.set_account(&account, state, today))?;
        }
    }
    let item = |text: &str| text.parse::<Item>().map_err(|none| Refusal::NoSuchItem(none.0));
    for (days, name) in [(-4, "precondition:activity"), (-3, "safeguard:contacts")] {
        let item = item(name)?;
        record(days, &|case, today| case.check(&procedure, &item, false, today))?;
    }
    let arrears = item("precondition:arrears")?;
    record(-3, &|case, today| case.check(&procedure, &arrears, true, today))?;
    let identity = item("document:identity")?;
    record(-2, &|case, today| case.check(&procedure, &identity, false, today))?;
    let (_, called) = day(now, -2);
    let promised = day(now, 3).1;
    record(-2, &|case, today| {
        let draft = Contact {
            agent: Some(say("demo-agent")),
            reference: Some("DEMO-0001".into()),
            note: Some(say("demo-note")),
            promised: Some(promised),
            ..Contact::on(called, "hotline")
        };
        case.log_contact(draft, today)
    })
}

fn old_line(
    book: &mut Book,
    text: &Text,
    playbook: &Playbook,
    now: Timestamp,
) -> Result<(), Refusal> {
    let id = Id::new("old-line");
    let (at, opened) = day(now, -30);
    let label = text.get("demo-old-label").into_owned();
    let mut case = Case::new(id, label, playbook.id.clone(), Route::Lapse, opened);
    case.line = Line {
        number: Some("+60 11-222 3344".into()),
        active_until: Some(day(now, -15).1),
        grace_until: Some(day(now, 35).1),
        ..Line::default()
    };
    case.search_over = Some(opened);
    book.open(case, at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn the_made_up_book_breaks_no_rule() {
        for lang in Lang::ALL {
            let text = Text::new(lang);
            let now: Timestamp = "2026-11-05T02:00:00Z".parse().expect("a moment");
            let made = demo_book(&text, now);
            let case = made.case(&Id::new("kl-keep-alive")).expect("there");
            assert_eq!(case.accounts.len(), 6);
            assert_eq!(case.contacts.len(), 1, "the last step was taken");
            assert_eq!(made.cases.len(), 2);
            assert!(case.history.is_sorted_by_key(|entry| entry.at), "in the order of time");
        }
    }
}
