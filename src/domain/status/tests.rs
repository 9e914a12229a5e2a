mod what_is_next;
mod what_is_watched;

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use super::*;
use crate::domain::{
    AccountKind, AccountState, AgendaMark, Application, Asked, Book, Change, Complaint, Contact,
    Document, Holder, Id, LineEnd, LineEndRule, Needed, Outcome, Precondition, Reckoning, Review,
    Verdict, Window,
};

const TODAY: Date = date(2026, 11, 5);

fn procedure() -> Procedure {
    let receipt = Needed::WhenSettled(Id::new("arrears"));
    Procedure {
        preconditions: vec![
            Precondition { can_settle: true, ..Precondition::ticked("arrears") },
            Precondition { follows_accounts: true, ..Precondition::ticked("accounts") },
        ],
        documents: vec![
            Document { id: Id::new("identity"), needed: Needed::Always },
            Document { id: Id::new("receipt"), needed: receipt },
        ],
        safeguards: vec![Id::new("contacts")],
        obstacles: vec![Id::new("no-answer")],
        ..Procedure::default()
    }
}

fn case() -> Case {
    let id = Id::new("kl");
    Case::new(id, "KL".into(), Id::new("hotlink"), Route::Apply, date(2026, 11, 1))
}

fn item(text: &str) -> Item {
    text.parse().expect("an item")
}

fn does(case: &mut Case, change: Result<Change, crate::domain::Refusal>) {
    change.expect("allowed").apply(case).expect("applies");
}

fn status(case: &Case) -> Status {
    Status::of(case, &procedure(), None, None, TODAY)
}

fn prepared() -> Case {
    let mut case = case();
    for text in
        ["precondition:arrears", "precondition:accounts", "document:identity", "safeguard:contacts"]
    {
        let change = case.check(&procedure(), &item(text), false, TODAY);
        does(&mut case, change);
    }
    case
}

#[test]
fn accounts_unlinked_follows_from_the_accounts_and_the_search() {
    let mut case = case();
    let precondition = item("precondition:accounts");
    let change = case.add_account("Maybank", AccountKind::Bank, AccountState::ToDo, None, TODAY);
    does(&mut case, change);
    let change = case.check(&procedure(), &precondition, false, TODAY);
    does(&mut case, change);
    let seen = status(&case);
    let one = seen.item(&precondition).expect("it is there");
    assert_eq!(one.state, ItemState::Open);
    assert_eq!(one.blocked_by, [item("account:maybank")]);

    let change = case.set_account(&Id::new("maybank"), AccountState::Moved, TODAY);
    does(&mut case, change);
    assert_eq!(status(&case).item(&precondition).map(|one| one.state), Some(ItemState::Done));
}

#[test]
fn a_receipt_is_wanted_only_once_something_was_settled() {
    let mut case = prepared();
    let receipt = item("document:receipt");
    assert_eq!(status(&case).item(&receipt).map(|one| one.state), Some(ItemState::NotNeeded));
    assert_eq!(status(&case).stage, Stage::Ready);

    let change = case.check(&procedure(), &item("precondition:arrears"), true, TODAY);
    does(&mut case, change);
    let seen = status(&case);
    assert_eq!(seen.gate, std::slice::from_ref(&receipt));
    assert_eq!((seen.stage, seen.next), (Stage::Preparing, Next::Gather(receipt)));
}

#[test]
fn stages_follow_the_dates_of_the_review() {
    let mut case = prepared();
    let draft = Application::on(TODAY);
    let change = case.submit(&[], draft.clone(), TODAY);
    does(&mut case, change);
    let (earliest, latest) = (date(2026, 11, 11), date(2026, 11, 17));
    let stage_on =
        |today| Status::of(&case, &procedure(), Some(review(earliest, latest)), None, today).stage;
    assert_eq!(stage_on(date(2026, 11, 10)), Stage::UnderReview);
    assert_eq!(stage_on(earliest), Stage::DecisionDue);
    assert_eq!(stage_on(latest), Stage::DecisionDue);
    assert_eq!(stage_on(date(2026, 11, 18)), Stage::Overdue);

    assert!(matches!(
        case.submit(&[], draft, TODAY),
        Err(crate::domain::Refusal::AlreadyPending(_))
    ));
    let blurred =
        Outcome { reason: Some("blurred copy".into()), ..Outcome::on(Verdict::Rejected, TODAY) };
    let change = case.decide(&procedure(), blurred, TODAY);
    does(&mut case, change);
    let seen = status(&case);
    assert_eq!(seen.stage, Stage::Rejected);
    assert_eq!(seen.next, Next::Resubmit(item("application:1"), "blurred copy".into()));
}

#[test]
fn a_blocked_application_names_what_is_open_and_anyway_needs_a_reason() {
    let case = case();
    let gate = status(&case).gate;
    let draft = |anyway: Option<&str>| Application {
        anyway: anyway.map(str::to_owned),
        ..Application::on(TODAY)
    };
    let refusal = case.submit(&gate, draft(None), TODAY);
    assert_eq!(refusal, Err(crate::domain::Refusal::Blocked(gate.clone())));
    assert!(case.submit(&gate, draft(Some(" ")), TODAY).is_err());
    assert!(case.submit(&gate, draft(Some("the shop insists")), TODAY).is_ok());
}

#[test]
fn a_promise_stays_open_until_a_contact_after_its_day() {
    let mut case = prepared();
    let contact = |on: Date, promised| Contact { promised, ..Contact::on(on, "hotline") };
    let change = case.log_contact(contact(date(2026, 11, 2), Some(TODAY)), TODAY);
    does(&mut case, change);
    assert_eq!(status(&case).next, Next::Promise(item("contact:1"), TODAY));
    let change = case.log_contact(contact(date(2026, 11, 4), None), TODAY);
    does(&mut case, change);
    assert_eq!(
        status(&case).next,
        Next::Promise(item("contact:1"), TODAY),
        "it was something else"
    );
    let mut case = prepared();
    let change = case.log_contact(contact(date(2026, 11, 2), Some(date(2026, 11, 3))), TODAY);
    does(&mut case, change);
    let change = case.log_contact(contact(date(2026, 11, 4), None), TODAY);
    does(&mut case, change);
    assert!(matches!(status(&case).next, Next::Apply(_)), "the carrier was asked about it");
}

#[test]
fn undo_to_the_start_and_redo_to_the_end_meet_the_same_books() {
    let at = jiff::Timestamp::UNIX_EPOCH;
    let mut book = Book::default();
    book.open(case(), at).expect("opens");
    let id = Id::new("kl");
    let mut books = vec![book.clone()];
    for name in ["Maybank", "Grab", "Steam"] {
        let case = book.case(&id).expect("there");
        let change = case
            .add_account(name, AccountKind::Other, AccountState::ToDo, None, TODAY)
            .expect("allowed");
        book.record(&id, change, at).expect("records");
        books.push(book.clone());
    }
    let last = book.clone();
    for _ in 0..4 {
        book.undo(&id).expect("undoes");
    }
    assert!(book.cases.is_empty());
    assert_eq!(book.taken_back.len(), 1);
    for _ in 0..4 {
        book.redo(&id).expect("redoes");
    }
    assert_eq!(book, last);
}

fn review(earliest: Date, latest: Date) -> Review {
    Review {
        submitted: TODAY,
        window: Window { earliest: 3, latest: 7 },
        region: "ZZ".into(),
        earliest,
        latest,
        by_window: latest,
        moved: None,
        to_earliest: 0,
        to_latest: 0,
        overdue_by: 0,
        days: Vec::new(),
        caveats: Vec::new(),
        nudge: None,
        complaint: None,
        nudge_by: None,
        complaint_by: None,
        first_asked: None,
        late: latest,
        unverified: false,
    }
}

#[test]
fn a_late_answer_is_asked_for_waited_for_and_complained_about() {
    let mut case = prepared();
    let change = case.submit(&[], Application::on(TODAY), TODAY);
    does(&mut case, change);
    let late = date(2026, 11, 17);
    let next = |nudge, complaint, asked, today| {
        let review = Review {
            nudge: Some(nudge),
            complaint: Some(Complaint {
                from: complaint,
                asked: late,
                is_asked: asked,
                is_made: false,
            }),
            first_asked: asked.then(|| Id::new("1")),
            ..review(date(2026, 11, 11), late)
        };
        Status::of(&case, &procedure(), Some(review), None, today).next
    };
    let (nudge, complaint) = (date(2026, 11, 27), date(2026, 12, 18));
    let one = || item("application:1");
    let today = date(2026, 11, 18);
    assert_eq!(next(nudge, complaint, false, today), Next::Chase(one(), late));
    assert_eq!(next(nudge, complaint, true, today), Next::Await(one(), nudge));
    assert_eq!(next(nudge, complaint, true, nudge), Next::Nudge(one(), nudge));
    assert_eq!(next(nudge, complaint, true, complaint), Next::Complain(one(), complaint));
    // Where no rule gives a day to ask again, it stays late as long as nothing comes.
    for first_asked in [None, Some(Id::new("1"))] {
        let review = Review { first_asked, ..review(date(2026, 11, 11), late) };
        let seen = Status::of(&case, &procedure(), Some(review), None, today);
        assert_eq!(seen.next, Next::Chase(one(), late));
    }
}

#[test]
fn a_line_that_would_lapse_before_an_answer_warns_before_anything_is_submitted() {
    let mut case = prepared();
    case.line.grace_until = Some(date(2026, 11, 12));
    let latest = date(2026, 11, 17);
    let seen = Status::of(&case, &procedure(), None, Some(latest), TODAY);
    let until = LineEnd { on: date(2026, 11, 12), by: LineEndRule::GraceUntil };
    assert!(seen.warnings.contains(&Warning::LapsesBeforeAnswer { until, latest }));
    let change = case.submit(&[], Application::on(TODAY), TODAY);
    does(&mut case, change);
    let review = review(date(2026, 11, 11), latest);
    let seen = Status::of(&case, &procedure(), Some(review), None, TODAY);
    assert!(seen.warnings.contains(&Warning::LapsesInReview { until, latest }));
}

#[test]
fn a_number_that_moves_is_waited_for_without_days_and_never_cancelled() {
    let mut case = prepared();
    case.route = Route::Port;
    let change = case.add_account("Maybank", AccountKind::Bank, AccountState::ToDo, None, TODAY);
    does(&mut case, change);
    let change = case.submit(&[], Application::on(TODAY), TODAY);
    does(&mut case, change);
    let seen = status(&case);
    assert_eq!(seen.stage, Stage::UnderReview);
    assert_eq!(seen.next, Next::Asked(item("application:1"), TODAY), "accounts keep the number");
    let no = Outcome { reason: Some("barred".into()), ..Outcome::on(Verdict::Rejected, TODAY) };
    let change = case.decide(&procedure(), no, TODAY);
    does(&mut case, change);
    assert_eq!(status(&case).stage, Stage::Rejected);
    // What the new carrier has refused says nothing about cancelling.
    case.route = Route::Apply;
    assert_ne!(status(&case).stage, Stage::Rejected);
    case.route = Route::Port;
    let change = case.submit(&[], Application::on(TODAY), TODAY);
    does(&mut case, change);
    let yes =
        Outcome { reference: Some("MADE-UP".into()), ..Outcome::on(Verdict::Approved, TODAY) };
    let change = case.decide(&procedure(), yes, TODAY);
    does(&mut case, change);
    assert_eq!(status(&case).stage, Stage::Closed, "nothing has to rest");
    // It has moved, whatever way is chosen later.
    case.route = Route::Apply;
    assert_eq!((case.way(), status(&case).watch), (Route::Port, None));
}

#[test]
fn what_was_put_off_is_open_again_on_its_day() {
    let mut case = case();
    let promised = Some(date(2026, 11, 15));
    let contact = Contact { promised, ..Contact::on(TODAY, "hotline") };
    let change = case.log_contact(contact, TODAY);
    does(&mut case, change);
    let id = Id::new("contact-1.promise");
    let until = Some(date(2026, 11, 7));
    case.agenda.insert(id.clone(), AgendaMark { snoozed: until, ..AgendaMark::default() });
    let agenda = status(&case).agenda;
    let put_off = |day| Case::snooze(&agenda, &id, date(2026, 11, day), TODAY).is_ok();
    assert_eq!([4, 5, 6, 15, 16].map(put_off), [false, false, true, true, false]);
    let is_open = |day| {
        let seen = Status::of(&case, &procedure(), None, None, date(2026, 11, day));
        seen.agenda.iter().any(|one| one.id == id && one.is_open())
    };
    assert_eq!([6, 7, 8].map(is_open), [false, true, true]);
}

#[test]
fn what_is_answered_is_not_waited_for() {
    let reckoned = Some(Reckoning {
        earliest: date(2026, 11, 11),
        latest: date(2026, 11, 17),
        off: BTreeMap::new(),
        worked: BTreeMap::new(),
    });
    let waits = |outcome| {
        let mut case = case();
        let one =
            Application { id: Id::new("1"), reckoned: reckoned.clone(), ..Application::on(TODAY) };
        case.applications.push(Application { outcome, ..one });
        let agenda = status(&case).agenda;
        agenda.iter().any(|one| one.id == Id::new("application-1.latest") && one.is_open())
    };
    assert!(waits(None));
    assert!(!waits(Some(Outcome::on(Verdict::Rejected, TODAY))));
}

#[test]
fn a_line_that_is_kept_asks_for_nothing_that_closing_does() {
    let mut case = case();
    case.route = Route::Keep;
    let kept = status(&case);
    assert_eq!(kept.count(ItemKind::Precondition), Progress::default());
}

#[test]
fn only_what_there_is_is_warned_of() {
    let mut case = prepared();
    let warns = |case: &Case| status(case).warnings;
    assert_eq!(warns(&case), []);
    let change = case.add_account("Maybank", AccountKind::Bank, AccountState::Unsure, None, TODAY);
    does(&mut case, change);
    assert_eq!(warns(&case), [Warning::Unsure(1)]);
    let change = case.uncheck(&procedure(), &item("safeguard:contacts"), TODAY);
    does(&mut case, change);
    assert_eq!(warns(&case), [Warning::Unsure(1), Warning::Unsaved(1)]);
    case.line.holder = Holder::Other("Made Up".into());
    let all = [Warning::NotTheHolder, Warning::Unsure(1), Warning::Unsaved(1)];
    assert_eq!(warns(&case), all);
    // Nobody is asked where the line is left to lapse.
    case.route = Route::Lapse;
    assert!(!warns(&case).contains(&Warning::NotTheHolder));
}

#[test]
fn progress_counts_the_work_of_the_checklist_and_each_account() {
    let optional = Document { id: Id::new("photo"), needed: Needed::Optional };
    let documents = procedure().documents.into_iter().chain([optional]).collect();
    let procedure = Procedure { documents, ..procedure() };
    let of = |case: &Case| {
        let Progress { done, total } = Status::of(case, &procedure, None, None, TODAY).progress;
        (done, total)
    };
    assert_eq!(of(&case()), (0, 5));
    assert_eq!(of(&prepared()), (4, 5));
    let mut with_accounts = prepared();
    let states = [AccountState::Moved, AccountState::Closed, AccountState::ToDo];
    for (state, name) in states.into_iter().zip(["Bank", "Shop", "Mail"]) {
        let change = with_accounts.add_account(name, AccountKind::Other, state, None, TODAY);
        does(&mut with_accounts, change);
    }
    // While an account uses the line, the precondition about them is open.
    assert_eq!(of(&with_accounts), (5, 8));
    let submit = |case: &mut Case| case.applications.push(Application::on(TODAY));
    submit(&mut with_accounts);
    assert_eq!(of(&with_accounts), (5, 8), "submitted");
    let mut asked = prepared();
    submit(&mut asked);
    assert_eq!(of(&asked), (4, 5), "submitted");
    asked.applications[0].outcome = Some(Outcome::on(Verdict::Approved, TODAY));
    assert_eq!(of(&asked), (4, 5), "confirmed");
    // A line that lapses needs no papers.
    let mut lapsing = Case { route: Route::Lapse, ..prepared() };
    assert_eq!(of(&lapsing), (4, 4), "left to lapse");
    lapsing.line.grace_until = TODAY.yesterday().ok();
    assert_eq!(of(&lapsing), (4, 4), "lapsed");
    let early = Case { route: Route::Lapse, ..case() };
    assert_eq!((status(&early).stage, of(&early)), (Stage::Preparing, (0, 3)));
    // Of each kind the same, without what is not needed.
    let seen = status(&prepared());
    let count = |kind| {
        let Progress { done, total } = seen.count(kind);
        (done, total)
    };
    assert_eq!(count(ItemKind::Precondition), (2, 2));
    assert_eq!(count(ItemKind::Document), (1, 1));
    assert_eq!(count(ItemKind::Safeguard), (1, 1));
}

#[test]
fn where_a_complaint_is_taken_the_carrier_is_not_asked_again() {
    let (late, due, today) = (date(2026, 11, 17), date(2026, 12, 10), date(2026, 12, 20));
    for answer in [false, true] {
        let mut case = prepared();
        let change = case.submit(&[], Application::on(TODAY), TODAY);
        does(&mut case, change);
        let (promised, answer_by) = if answer { (None, Some(due)) } else { (Some(due), None) };
        let draft = Contact { promised, answer_by, ..Contact::on(TODAY, "hotline") };
        let change = case.log_contact(draft, today);
        does(&mut case, change);
        let next = |case: &Case, from| {
            let complaint = Complaint { from, asked: late, is_asked: true, is_made: false };
            let (complaint, first_asked) = (Some(complaint), Some(Id::new("1")));
            let review = Review { complaint, first_asked, ..review(date(2026, 11, 11), late) };
            Status::of(case, &procedure(), Some(review), None, today).next
        };
        let (before, after) = (date(2026, 12, 8), date(2026, 12, 18));
        let told = if answer { Next::AskAgain } else { Next::Promise };
        let asks = told(item("contact:1"), due);
        for from in [before, after] {
            assert_eq!(next(&case, from), Next::Complain(item("application:1"), from));
        }
        assert_eq!(next(&case, date(2026, 12, 21)), asks);
        // Nobody complains about a line that an account still uses.
        let kind = AccountKind::Bank;
        let change = case.add_account("Maybank", kind, AccountState::ToDo, None, TODAY);
        does(&mut case, change);
        assert_eq!(next(&case, before), asks);
    }
}

#[test]
fn what_was_promised_about_something_else_is_asked_for_also_where_a_complaint_is_taken() {
    let (late, due, today) = (date(2026, 11, 17), date(2026, 12, 10), date(2026, 12, 20));
    let mut case = prepared();
    let change = case.submit(&[], Application::on(TODAY), TODAY);
    does(&mut case, change);
    let draft =
        Contact { promised: Some(due), asked: Asked::Other, ..Contact::on(TODAY, "hotline") };
    let change = case.log_contact(draft, today);
    does(&mut case, change);
    let next = |from| {
        let complaint = Complaint { from, asked: late, is_asked: true, is_made: false };
        let (complaint, first_asked) = (Some(complaint), Some(Id::new("1")));
        let review = Review { complaint, first_asked, ..review(date(2026, 11, 11), late) };
        Status::of(&case, &procedure(), Some(review), None, today).next
    };
    let complains = Next::Complain(item("application:1"), date(2026, 12, 8));
    assert_eq!(next(date(2026, 12, 8)), complains, "the older one comes first");
    assert_eq!(next(date(2026, 12, 18)), Next::Promise(item("contact:1"), due));
}

#[test]
fn credit_that_nobody_can_use_any_more_is_lost_and_no_open_work() {
    let procedure = Procedure {
        safeguards: vec![Id::new("contacts"), Id::new("credit")],
        credit: Some(Id::new("credit")),
        credit_dies: true,
        ..procedure()
    };
    let paid_out = Procedure { credit_dies: false, ..procedure.clone() };
    let mut case = Case { route: Route::Lapse, ..prepared() };
    case.line.credit = Some("RM 3.20".into());
    let seen = |case: &Case, procedure: &Procedure| {
        let seen = Status::of(case, procedure, None, None, TODAY);
        let state = seen.item(&item("safeguard:credit")).map(|one| one.state);
        (state, seen.progress, seen.count(ItemKind::Safeguard))
    };
    case.line.active_until = Some(TODAY);
    let (state, before, usable) = seen(&case, &procedure);
    assert_eq!(usable.total, 2);
    assert_eq!(state, Some(ItemState::Open), "it can still be used up");
    case.line.active_until = Some(date(2026, 11, 4));
    case.line.grace_until = Some(TODAY);
    let state = seen(&case, &procedure).0;
    assert_eq!(state, Some(ItemState::Open), "it is frozen, and a top-up frees it");
    case.line.grace_until = Some(date(2026, 11, 4));
    let (state, after, count) = seen(&case, &procedure);
    assert_eq!(state, Some(ItemState::Lost));
    assert_eq!((after.total, count.total), (before.total - 1, 1), "it is no work");
    assert_eq!(count.done, usable.done, "nor done");
    assert_eq!(seen(&case, &paid_out).0, Some(ItemState::Open), "to be claimed");
    let cancelled = |procedure: &Procedure, credit: &str| {
        let mut case = Case { route: Route::Apply, ..case.clone() };
        case.line.active_until = None;
        case.line.credit = Some(credit.into());
        let outcome = Some(Outcome::on(Verdict::Approved, TODAY));
        case.applications.push(Application { outcome, ..Application::on(TODAY) });
        seen(&case, procedure).0
    };
    assert_eq!(cancelled(&procedure, "RM 3.20"), Some(ItemState::Lost));
    assert_eq!(cancelled(&procedure, "0"), Some(ItemState::NotNeeded), "nothing was left");
    assert_eq!(cancelled(&paid_out, "RM 3.20"), Some(ItemState::Open));
}
