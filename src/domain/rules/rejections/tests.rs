use jiff::{
    Timestamp,
    civil::{Date, date},
};

use super::*;
use crate::domain::{
    AccountKind, AccountState, AgendaKind, Change, Class, Document, Edit, Entry, Id, ItemState,
    Left, LineEnd, LineEndRule, Needed, Next, Outcome, Period, Precondition, Procedure,
    RegistrationTerm, Route, Stage, Status, Toggle, Verdict, Warning,
};

const TODAY: Date = date(2026, 11, 5);
const REASON: &str = "passport copy illegible";

fn procedure() -> Procedure {
    let document = |id: &str, needed| Document { id: Id::new(id), needed };
    let receipt = document("receipt", Needed::WhenSettled(Id::new("activity")));
    Procedure {
        preconditions: vec![
            Precondition::ticked("activity"),
            Precondition { follows_accounts: true, ..Precondition::ticked("accounts") },
        ],
        documents: vec![document("identity", Needed::Always), receipt],
        rest: Some(Period::Days(180)),
        ..Procedure::default()
    }
}

fn item(text: &str) -> Item {
    text.parse().expect("an item")
}

fn file(path: &str, content: &str) -> Attachment {
    Attachment { path: path.into(), size: 1, sha256: content.into(), on: TODAY }
}

/// Makes a change and returns the one that undoes it.
fn does(case: &mut Case, change: Result<Change, Refusal>) -> Change {
    change.expect("allowed").apply(case).expect("applies")
}

fn status(case: &Case) -> Status {
    Status::of(case, &procedure(), None, None, TODAY)
}

fn state(case: &Case, of: &str) -> Option<ItemState> {
    status(case).item(&item(of)).map(|one| one.state)
}

/// Everything is there, and the application was submitted.
fn submitted() -> Case {
    let id = Id::new("kl");
    let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, TODAY);
    for of in ["precondition:activity", "precondition:accounts"] {
        let change = case.check(&procedure(), &item(of), false, TODAY);
        does(&mut case, change);
    }
    let change = case.attach(&procedure(), &item("document:identity"), file("a.pdf", "one"));
    does(&mut case, change);
    let change = case.submit(&status(&case).gate, Application::on(TODAY), TODAY);
    does(&mut case, change);
    case
}

fn rejection(about: &[&str]) -> Outcome {
    let about = about.iter().map(|of| item(of)).collect();
    Outcome { reason: Some(REASON.into()), about, ..Outcome::on(Verdict::Rejected, TODAY) }
}

fn reject(case: &mut Case, about: &[&str]) -> Change {
    let change = case.decide(&procedure(), rejection(about), TODAY);
    does(case, change)
}

#[test]
fn what_was_criticised_is_open_and_one_undo_restores_all() {
    let mut case = submitted();
    let before = case.clone();
    let undo = reject(&mut case, &["document:identity", "precondition:activity"]);
    let seen = status(&case);
    assert_eq!(seen.stage, Stage::Rejected);
    assert_eq!(seen.gate, [item("precondition:activity"), item("document:identity")]);
    assert_eq!(seen.next, Next::Mend(item("precondition:activity"), REASON.into()));
    undo.apply(&mut case).expect("applies");
    assert_eq!(case, before);
}

#[test]
fn without_names_a_rejection_leaves_the_checklist_as_it_is() {
    let mut case = submitted();
    reject(&mut case, &[]);
    assert_eq!(state(&case, "document:identity"), Some(ItemState::Done));
    assert_eq!(status(&case).next, Next::Resubmit(item("application:1"), REASON.into()));
}

#[test]
fn a_refused_document_takes_a_new_version_and_keeps_the_old_one() {
    let mut case = submitted();
    reject(&mut case, &["document:identity"]);
    let paper = item("document:identity");
    let ticked = case.check(&procedure(), &paper, false, TODAY);
    assert_eq!(ticked, Err(Refusal::NeedsNewFile(paper.clone())));
    let same = case.attach(&procedure(), &paper, file("copy.pdf", "one"));
    assert_eq!(same, Err(Refusal::SameFile(paper.clone())));

    // Better under the same name, on the same day.
    let change = case.attach(&procedure(), &paper, file("a.pdf", "two"));
    let undo = does(&mut case, change);
    let mark = case.mark(&paper);
    assert_eq!(mark.files, [file("a.pdf", "two")]);
    assert_eq!(mark.earlier, [file("a.pdf", "one")]);
    assert_eq!(state(&case, "document:identity"), Some(ItemState::Done));
    let rejected = &case.applications[0];
    let answers: Vec<&Item> = case.answers(rejected).map(|(item, _)| item).collect();
    assert_eq!(answers, [&paper]);
    undo.apply(&mut case).expect("applies");
    assert_eq!(state(&case, "document:identity"), Some(ItemState::Open));
}

#[test]
fn a_second_rejection_refuses_what_answered_the_first() {
    let mut case = submitted();
    reject(&mut case, &["document:identity"]);
    let paper = item("document:identity");
    let change = case.attach(&procedure(), &paper, file("b.pdf", "two"));
    does(&mut case, change);
    let change = case.submit(&status(&case).gate, Application::on(TODAY), TODAY);
    does(&mut case, change);
    assert_eq!(state(&case, "document:identity"), Some(ItemState::Done));
    reject(&mut case, &["document:identity"]);
    assert_eq!(state(&case, "document:identity"), Some(ItemState::Open));
    let change = case.attach(&procedure(), &paper, file("c.pdf", "three"));
    does(&mut case, change);
    let [first, second] = case.applications.as_slice() else { panic!("two") };
    assert_eq!((case.rejected_before(first), case.rejected_before(second)), (None, Some(first)));
    let earlier = [file("a.pdf", "one"), file("b.pdf", "two")];
    assert_eq!(case.mark(&paper).earlier, earlier);
    assert_eq!(status(&case).gate, []);
}

type Step = fn(&Case, &Item) -> Result<Change, Refusal>;

#[test]
fn what_was_refused_once_never_passes_as_its_own_new_version() {
    let paper = item("document:identity");
    let attach =
        |case: &Case, path, content| case.attach(&procedure(), &paper, file(path, content));
    let same = || Err(Refusal::SameFile(paper.clone()));
    // Each of these comes between the refused file and the same file again.
    let rows: [(&str, &[Step]); 4] = [
        ("another file", &[|case, paper| case.attach(&procedure(), paper, file("b.pdf", "two"))]),
        (
            "taken away, twice",
            &[
                |case, paper| case.detach(&procedure(), paper),
                |case, paper| case.detach(&procedure(), paper),
            ],
        ),
        ("waived", &[|case, paper| case.waive(&procedure(), paper, "none needed", TODAY)]),
        (
            "waived and open again",
            &[
                |case, paper| case.waive(&procedure(), paper, "none needed", TODAY),
                |case, paper| case.uncheck(&procedure(), paper, TODAY),
            ],
        ),
    ];
    for (name, steps) in rows {
        let mut case = submitted();
        reject(&mut case, &["document:identity"]);
        for step in steps {
            let change = step(&case, &paper);
            does(&mut case, change);
        }
        assert_eq!(attach(&case, "a.pdf", "one"), same(), "{name}");
        assert_eq!(attach(&case, "copy.pdf", "one"), same(), "{name}");
    }
    // What answers may be taken back and given again: it was not refused.
    let mut case = submitted();
    reject(&mut case, &["document:identity"]);
    let better = attach(&case, "b.pdf", "two");
    does(&mut case, better);
    let open = case.uncheck(&procedure(), &paper, TODAY);
    does(&mut case, open);
    assert_eq!(case.answers(&case.applications[0]).count(), 0, "nothing is put right");
    let again = attach(&case, "b.pdf", "two");
    does(&mut case, again);
    assert_eq!(case.answers(&case.applications[0]).count(), 1);
    // After a yes nothing is refused any more.
    let change = case.submit(&status(&case).gate, Application::on(TODAY), TODAY);
    does(&mut case, change);
    let yes = case.decide(&procedure(), Outcome::on(Verdict::Approved, TODAY), TODAY);
    does(&mut case, yes);
    assert!(attach(&case, "a.pdf", "one").is_ok());
}

#[test]
fn submitting_anyway_makes_nothing_hold_that_was_refused() {
    let mut case = submitted();
    reject(&mut case, &["document:identity", "document:receipt"]);
    // The carrier asks for a receipt: from now on it is required.
    let gate = status(&case).gate;
    assert_eq!(gate, [item("document:identity"), item("document:receipt")]);
    let anyway = Application { anyway: Some("no other copy".into()), ..Application::on(TODAY) };
    let change = case.submit(&gate, anyway, TODAY);
    does(&mut case, change);
    assert_eq!(state(&case, "document:identity"), Some(ItemState::Open));
    let yes = case.decide(&procedure(), Outcome::on(Verdict::Approved, TODAY), TODAY);
    does(&mut case, yes);
    assert_eq!(state(&case, "document:identity"), Some(ItemState::Done));
}

#[test]
fn ticks_and_waivers_answer_and_what_follows_from_accounts_is_ticked_again() {
    let mut case = submitted();
    let about = ["precondition:activity", "precondition:accounts", "document:receipt"];
    reject(&mut case, &about);
    for of in about {
        assert_eq!(state(&case, of), Some(ItemState::Open), "{of}");
    }
    let ticked = case.check(&procedure(), &item(about[2]), false, TODAY);
    assert_eq!(ticked, Err(Refusal::NeedsNewFile(item(about[2]))), "a letter would say so");
    let change = case.check(&procedure(), &item(about[0]), false, TODAY);
    let ticks = case.toggle(&procedure(), &item(about[0]), TODAY);
    assert_eq!(ticks, change.clone().map(Toggle::from), "what was refused is ticked again");
    does(&mut case, change);
    let change = case.check(&procedure(), &item(about[1]), false, TODAY);
    does(&mut case, change);
    let change = case.waive(&procedure(), &item(about[2]), "nothing was owed", TODAY);
    does(&mut case, change);
    let states = about.map(|of| state(&case, of));
    let right = [ItemState::Done, ItemState::Done, ItemState::Waived].map(Some);
    assert_eq!(states, right);
}

#[test]
fn only_a_rejection_names_preconditions_and_documents_of_the_case() {
    let case = submitted();
    let said = |outcome| case.decide(&procedure(), outcome, TODAY);
    let account = item("account:maybank");
    let refused = said(rejection(&["account:maybank"]));
    assert_eq!(refused, Err(Refusal::NotCriticisable(account)));
    let unknown = said(rejection(&["document:none"]));
    assert_eq!(unknown, Err(Refusal::NoSuchItem("document:none".into())));
    let about = vec![item("document:identity")];
    let approved = said(Outcome { about, ..Outcome::on(Verdict::Approved, TODAY) });
    assert_eq!(approved, Err(Refusal::NotRejected));
    let twice = said(rejection(&["document:identity", "document:identity"]));
    let once = said(rejection(&["document:identity"]));
    assert_eq!(twice, once);
}

#[test]
fn a_yes_can_be_given_its_confirmation_later_and_the_watch_ends_only_with_it() {
    let mut case = submitted();
    let yes = Outcome::on(Verdict::Approved, TODAY);
    let change = case.decide(&procedure(), yes.clone(), TODAY);
    does(&mut case, change);
    let until = date(2027, 5, 4);
    let on = |case: &Case, day| {
        let seen = Status::of(case, &procedure(), None, None, day);
        (seen.stage, seen.next, seen.watch.map(|watch| watch.until))
    };
    let confirm = |until| Next::Confirm(item("application:1"), until);
    let watch = Some(until);
    assert_eq!(on(&case, TODAY), (Stage::Cancelled, confirm(Some(until)), watch));
    assert_eq!(on(&case, until), (Stage::Cancelled, confirm(None), watch));

    let reference = Some("DEMO-9".to_owned());
    let change = case.decide(&procedure(), Outcome { reference, ..yes }, TODAY);
    does(&mut case, change);
    let before = date(2027, 5, 3);
    // The look at three months is due until it was done; then the SIM can go.
    let (stage, next, _) = on(&case, before);
    assert!(stage == Stage::Cancelled && matches!(next, Next::Check(_)), "{next:?}");
    let agenda = Status::of(&case, &procedure(), None, None, before).agenda;
    for entry in agenda.iter().filter(|entry| entry.is_due(before)) {
        let done = case.finish(&agenda, &entry.id, before);
        does(&mut case, done);
    }
    assert_eq!(on(&case, before), (Stage::Cancelled, Next::Discard(until), watch));
    assert_eq!(on(&case, until), (Stage::Closed, Next::Archive(0, Left::default()), watch));
    let no = case.decide(&procedure(), rejection(&[]), TODAY);
    assert_eq!(no, Err(Refusal::NothingPending));
}

#[test]
fn a_line_that_lapsed_is_watched_from_its_last_day_and_closes_by_itself() {
    let id = Id::new("kl");
    let mut case = Case::new(id.clone(), "KL".into(), id, Route::Lapse, TODAY);
    case.search_over = Some(TODAY);
    case.line.grace_until = Some(date(2026, 12, 1));
    let on = |day| {
        let seen = Status::of(&case, &procedure(), None, None, day);
        (seen.stage, seen.watch.map(|watch| (watch.from, watch.until)))
    };
    assert_eq!(on(date(2026, 12, 1)), (Stage::Lapsing, None));
    let watch = Some((date(2026, 12, 1), date(2027, 5, 30)));
    assert_eq!(on(date(2026, 12, 2)), (Stage::Lapsed, watch));
    assert_eq!(on(date(2027, 5, 29)), (Stage::Lapsed, watch));
    assert_eq!(on(date(2027, 5, 30)), (Stage::Closed, watch));
}

#[test]
fn a_line_that_lapsed_by_a_rule_says_so() {
    let id = Id::new("kl");
    let mut case = Case::new(id.clone(), "KL".into(), id, Route::Lapse, TODAY);
    case.search_over = Some(TODAY);
    case.line.grace_until = Some(date(2027, 3, 20));
    (case.line.class, case.line.registered) = (Some(Class::Tourist), Some(date(2026, 9, 1)));
    let rule = RegistrationTerm {
        class: Class::Tourist,
        lasts: Period::Months(3),
        since: date(2026, 2, 26),
    };
    let procedure = Procedure { registrations: vec![rule], ..procedure() };
    let end = LineEnd { on: date(2026, 12, 1), by: LineEndRule::Registration };
    let seen = |day| Status::of(&case, &procedure, None, None, day);
    assert_eq!(seen(date(2026, 12, 1)).next, Next::LetLapse(item("line:registered"), end));
    assert_eq!(seen(date(2026, 12, 2)).warnings, [Warning::Ended(end)]);
}

#[test]
fn each_look_of_the_watch_is_told_on_its_own_day_and_so_is_its_end() {
    let id = Id::new("kl");
    let mut case = Case::new(id.clone(), "KL".into(), id, Route::Lapse, TODAY);
    case.search_over = Some(TODAY);
    case.line.grace_until = Some(date(2026, 12, 1));
    let agenda = |day| Status::of(&case, &procedure(), None, None, day).agenda;
    let looks = agenda(date(2026, 12, 2));
    let told = [AgendaKind::Recovery, AgendaKind::WatchEnd];
    let days: Vec<Date> =
        looks.iter().filter(|one| told.contains(&one.kind)).map(|one| one.on).collect();
    let right = [date(2027, 1, 1), date(2027, 3, 1), date(2027, 5, 29), date(2027, 5, 30)];
    assert_eq!(days, right);
    for day in days {
        let mut open = agenda(day).into_iter().filter(|one| told.contains(&one.kind));
        assert!(open.any(|one| one.on == day && one.is_due(day)), "{day}");
    }
}

#[test]
fn a_closed_case_says_what_was_never_marked_and_which_account_still_uses_the_number() {
    let id = Id::new("kl");
    let mut case = Case::new(id.clone(), "KL".into(), id, Route::Lapse, TODAY);
    case.search_over = Some(TODAY);
    case.line.grace_until = Some(date(2026, 12, 1));
    let seen = |case: &Case| Status::of(case, &procedure(), None, None, date(2027, 6, 1));
    // The looks after one and three months, and the one on the last day.
    assert_eq!(
        (seen(&case).stage, seen(&case).next),
        (Stage::Closed, Next::Archive(3, Left::default()))
    );
    let added = case.add_account("WeChat", AccountKind::Messaging, AccountState::ToDo, None, TODAY);
    does(&mut case, added);
    assert_eq!(seen(&case).next, Next::Rescue(item("account:wechat")));
}

#[test]
fn what_was_criticised_and_is_put_right_is_submitted_again() {
    let mut case = submitted();
    let no = case.decide(&procedure(), rejection(&["precondition:activity"]), TODAY);
    does(&mut case, no);
    let next = |case: &Case| Status::of(case, &procedure(), None, None, TODAY).next;
    assert!(matches!(next(&case), Next::Mend(..)), "{:?}", next(&case));
    let done = case.check(&procedure(), &item("precondition:activity"), false, TODAY);
    does(&mut case, done);
    assert_eq!(next(&case), Next::SubmitAgain(item("application:1")));
}

#[test]
fn a_line_that_has_ended_comes_before_an_answer_that_nobody_gives() {
    let mut case = submitted();
    case.line.grace_until = Some(date(2026, 12, 1));
    let next = |case: &Case, day| Status::of(case, &procedure(), None, None, day).next;
    let waits = Next::Asked(item("application:1"), TODAY);
    assert_eq!(next(&case, date(2026, 11, 30)), waits);
    let end = LineEnd { on: date(2026, 12, 1), by: LineEndRule::GraceUntil };
    let last = Next::LastDay(item("line:grace-until"), end);
    assert_eq!(next(&case, date(2026, 12, 1)), last);
    let gone = Next::SeeLine(item("line:grace-until"), end);
    assert_eq!(next(&case, date(2026, 12, 2)), gone);
}

#[test]
fn what_was_replaced_while_the_carrier_looked_is_told_by_its_content() {
    let paper = item("document:identity");
    let new = |path, content| file(path, content);
    // What came between submitting and the rejection: under the same name, under another
    // one, and in place of what was taken away.
    let same_name: &[&[Attachment]] = &[&[new("a.pdf", "two")], &[new("b.pdf", "two")]];
    for (detached, files) in [(false, same_name[0]), (false, same_name[1]), (true, same_name[1])] {
        let mut case = submitted();
        let sent = case.latest_application().cloned().expect("sent");
        let at = |second| Timestamp::from_second(second).expect("a moment");
        let edit = Edit { at: 0, ..Edit::replace(sent) };
        let submits = Change::Application(edit);
        case.history.push(Entry::new(at(1), submits.clone(), submits));
        let record = |case: &mut Case, change: Result<Change, Refusal>| {
            let change = change.expect("allowed");
            let inverse = change.clone().apply(case).expect("applies");
            let second = i64::try_from(case.history.len()).expect("few");
            case.history.push(Entry::new(at(second + 1), change, inverse));
        };
        if detached {
            let change = case.detach(&procedure(), &paper);
            record(&mut case, change);
        }
        for file in files {
            let change = case.attach(&procedure(), &paper, file.clone());
            record(&mut case, change);
        }
        let change = case.decide(&procedure(), rejection(&["document:identity"]), TODAY);
        record(&mut case, change);
        assert_eq!(state(&case, "document:identity"), Some(ItemState::Open));
        let refused = case.attach(&procedure(), &paper, file("other.pdf", "one"));
        assert_eq!(refused, Err(Refusal::SameFile(paper.clone())), "that was sent");
        let ticked = case.check(&procedure(), &paper, false, TODAY);
        let mut other = case.clone();
        record(&mut other, ticked);
        let again = case.attach(&procedure(), &paper, files[0].clone());
        record(&mut case, again);
        for case in [case, other] {
            assert_eq!(state(&case, "document:identity"), Some(ItemState::Done));
            let mark = case.mark(&paper);
            assert_eq!(mark.files, files);
            assert_eq!(mark.earlier, [file("a.pdf", "one")]);
        }
    }
}
