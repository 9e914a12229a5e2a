//! A rule changes what it speaks of, and leaves the rest as it is.

use jiff::civil::{Date, date};

use crate::domain::{
    Account, AccountDraft, AccountKind, AccountState, Attachment, Case, Change, Class, Document,
    Holder, Id, Item, Line, Mark, MarkState, Needed, Obstacle, Precondition, Procedure, Refusal,
    Route,
};

const BEFORE: Date = date(2026, 10, 1);
const TODAY: Date = date(2026, 11, 5);
const LATER: Date = date(2026, 12, 1);
const NUMBER: &str = "+60 12-345 6789";
const OTHER: &str = "+60 12-345 6780";

fn case() -> Case {
    Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Apply, BEFORE)
}

fn does(case: &mut Case, change: Result<Change, Refusal>) {
    change.expect("allowed").apply(case).expect("applies");
}

/// An account of which everything is known.
fn account(name: &str, state: AccountState) -> Account {
    Account {
        id: Id::slug(name),
        name: name.into(),
        kind: AccountKind::Bank,
        state,
        since: Some(BEFORE),
        to: Some(NUMBER.into()),
        until: Some(LATER),
        last_seen: Some(BEFORE),
        codes: Some(3),
        seen_in: Some("csv".into()),
        note: Some("made up".into()),
        also: vec!["Another".into()],
    }
}

/// What becomes of such an account.
fn made(state: AccountState, rule: impl Fn(&Case, &Id) -> Result<Change, Refusal>) -> Account {
    let mut case = case();
    case.accounts = vec![account("Grab", state), account("Steam", state)];
    let change = rule(&case, &Id::new("steam"));
    does(&mut case, change);
    assert_eq!(case.accounts[0], account("Grab", state), "another account");
    case.accounts.remove(1)
}

#[test]
fn a_rule_about_an_account_leaves_the_rest_of_it() {
    use AccountState as S;
    let old = |state| account("Steam", state);
    let ids = |id: &Id| vec![id.clone()];
    let draft = |state| AccountDraft {
        id: None,
        name: "Steam Games".into(),
        kind: AccountKind::Other,
        state,
        to: Some(OTHER.into()),
        until: Some(TODAY),
        note: Some("other".into()),
    };
    let edited = |state, since| Account {
        name: "Steam Games".into(),
        kind: AccountKind::Other,
        state,
        since: Some(since),
        to: Some(OTHER.into()),
        until: Some(TODAY),
        note: Some("other".into()),
        ..old(state)
    };
    let edit = |state| move |case: &Case, id: &Id| case.edit_account(id, draft(state), TODAY);
    assert_eq!(made(S::Waiting, edit(S::Waiting)), edited(S::Waiting, BEFORE));
    assert_eq!(made(S::ToDo, edit(S::Waiting)), edited(S::Waiting, TODAY));
    let set = |state| move |case: &Case, id: &Id| case.set_account(id, state, TODAY);
    assert_eq!(made(S::Waiting, set(S::Waiting)), old(S::Waiting));
    let moved = Account { state: S::Moved, since: Some(TODAY), until: None, ..old(S::Waiting) };
    assert_eq!(made(S::Waiting, set(S::Moved)), moved);
    let back = Account { since: Some(TODAY), to: None, until: None, ..old(S::ToDo) };
    assert_eq!(made(S::Moved, set(S::ToDo)), back);
    let all = |state| move |case: &Case, id: &Id| case.set_accounts(&ids(id), state, TODAY);
    assert_eq!(made(S::Waiting, all(S::Waiting)), old(S::Waiting));
    assert_eq!(made(S::Waiting, all(S::Moved)), moved);
    assert_eq!(made(S::Moved, all(S::ToDo)), back);
    let advance = |case: &Case, id: &Id| case.advance_accounts(&ids(id), TODAY);
    assert_eq!(made(S::Waiting, advance), moved);
    let waits = Account { since: Some(TODAY), ..old(S::Waiting) };
    assert_eq!(made(S::Started, advance), waits);
    assert_eq!(made(S::Closed, advance), old(S::Closed));
    let numbered = |case: &Case, id: &Id| case.number_accounts(&ids(id), OTHER);
    assert_eq!(made(S::Moved, numbered), Account { to: Some(OTHER.into()), ..old(S::Moved) });
    let sorted = |case: &Case, id: &Id| case.sort_accounts(&ids(id), AccountKind::Other);
    assert_eq!(made(S::Moved, sorted), Account { kind: AccountKind::Other, ..old(S::Moved) });
}

#[test]
fn accounts_that_come_together_stand_one_behind_another() {
    let mut case = case();
    case.accounts = vec![account("Grab", AccountState::Moved)];
    let draft = |name: &str| AccountDraft { name: name.into(), ..AccountDraft::default() };
    let drafts = ["Steam", "Lazada", "grab", "steam", "Another"].map(draft);
    let change = case.new_accounts(drafts, TODAY).expect("allowed");
    let Change::Accounts(edits) = &change else { panic!("{change:?}") };
    let told: Vec<(&str, usize)> = edits.iter().map(|one| (one.id.as_str(), one.at)).collect();
    assert_eq!(told, [("steam", 1), ("lazada", 2)]);
    let names = ["Shopee", "Gojek", "shopee", ""].map(str::to_owned);
    let Change::Dismissed(edits) = case.dismiss(names) else { panic!("no names") };
    let told: Vec<(&str, usize)> = edits.iter().map(|one| (one.id.as_str(), one.at)).collect();
    assert_eq!(told, [("shopee", 0), ("gojek", 1)]);
    // The number that was given last comes first, and each once.
    let moved = |name: &str, to: &str, since| Account {
        to: Some(to.into()),
        since: Some(since),
        ..account(name, AccountState::Moved)
    };
    case.accounts =
        vec![moved("A", NUMBER, BEFORE), moved("B", OTHER, TODAY), moved("C", NUMBER, BEFORE)];
    assert_eq!(case.numbers_moved_to(), [OTHER, NUMBER]);
    // An account may be called what it is called, and not what another one is.
    let a = case.accounts[0].id.clone();
    assert!(case.edit_account(&a, draft("A"), TODAY).is_ok());
    assert!(matches!(case.edit_account(&a, draft("b"), TODAY), Err(Refusal::Duplicate(_))));
}

fn procedure() -> Procedure {
    Procedure {
        preconditions: vec![
            Precondition::ticked("activity"),
            Precondition { can_settle: true, ..Precondition::ticked("arrears") },
        ],
        documents: vec![Document { id: Id::new("identity"), needed: Needed::Always }],
        safeguards: vec![Id::new("backup")],
        obstacles: vec![Id::new("registration")],
        ..Procedure::default()
    }
}

fn file(path: &str, on: Date) -> Attachment {
    Attachment { path: path.into(), size: 1, sha256: path.into(), on }
}

/// A mark of which everything is known.
fn mark(state: MarkState) -> Mark {
    Mark {
        state,
        on: Some(BEFORE),
        reason: Some("made up".into()),
        settled: false,
        note: Some("note".into()),
        files: vec![file("new", BEFORE)],
        earlier: vec![file("old", BEFORE)],
        answers: None,
    }
}

/// What becomes of such a mark.
fn marked(old: &Mark, rule: impl Fn(&Case, &Item) -> Result<Change, Refusal>) -> Mark {
    let mut case = case();
    let item: Item = "document:identity".parse().expect("an item");
    case.marks.insert(item.clone(), old.clone());
    let change = rule(&case, &item);
    does(&mut case, change);
    case.mark(&item)
}

#[test]
fn a_rule_about_an_item_leaves_the_rest_of_its_mark() {
    use MarkState as S;
    let procedure = procedure();
    let check = |case: &Case, item: &Item| case.check(&procedure, item, false, TODAY);
    let done = Mark { state: S::Done, reason: None, ..mark(S::Done) };
    assert_eq!(marked(&mark(S::Done), check), done);
    let now = Mark { on: Some(TODAY), ..done.clone() };
    assert_eq!(marked(&mark(S::Waived), check), now);
    assert_eq!(marked(&mark(S::Open), check), now);
    let uncheck = |case: &Case, item: &Item| case.uncheck(&procedure, item, TODAY);
    let open = Mark { state: S::Open, on: None, reason: None, ..mark(S::Open) };
    assert_eq!(marked(&mark(S::Done), uncheck), open);
    let waive = |case: &Case, item: &Item| case.waive(&procedure, item, "why", TODAY);
    let settled = Mark { settled: true, ..mark(S::Done) };
    let waived = Mark { on: Some(TODAY), reason: Some("why".into()), ..mark(S::Waived) };
    assert_eq!(marked(&settled, waive), waived);
    let refuse = |case: &Case, item: &Item| Ok(case.refuse_prolonging(item, TODAY));
    let refused = Mark { on: Some(TODAY), ..mark(S::Done) };
    assert_eq!(marked(&mark(S::Open), refuse), refused);
    let note = |case: &Case, item: &Item| case.annotate(&procedure, item, Some("more".into()));
    assert_eq!(marked(&mark(S::Done), note), Mark { note: Some("more".into()), ..mark(S::Done) });
    let attach = |of: &'static str| {
        let procedure = procedure.clone();
        move |case: &Case, item: &Item| case.attach(&procedure, item, file(of, TODAY))
    };
    assert_eq!(marked(&mark(S::Done), attach("new")), done, "the same file is no news");
    let files = vec![file("new", BEFORE), file("more", TODAY)];
    let more = Mark { files: files.clone(), ..now.clone() };
    assert_eq!(marked(&mark(S::Done), attach("more")), more);
    assert_eq!(marked(&mark(S::Waived), attach("new")), now);
    let detach = |case: &Case, item: &Item| case.detach(&procedure, item);
    let earlier = mark(S::Done).earlier;
    let detached = Mark { note: Some("note".into()), earlier, ..Mark::default() };
    assert_eq!(marked(&mark(S::Done), detach), detached);
    let nothing = Mark { earlier: Vec::new(), ..detached.clone() };
    assert_eq!(marked(&detached, detach), nothing, "without one the earlier ones go");
}

#[test]
fn a_rule_about_an_obstacle_leaves_the_rest_of_it() {
    let old = Obstacle {
        id: Id::new("registration"),
        kind: Id::new("registration"),
        opened: BEFORE,
        note: Some("made up".into()),
        follow_up: Some(LATER),
        resolved: None,
    };
    let done = Obstacle { resolved: Some(TODAY), ..old.clone() };
    let made = |old: &Obstacle, rule: &dyn Fn(&Case, &Id) -> Result<Change, Refusal>| {
        let mut case = case();
        case.obstacles = vec![old.clone()];
        let change = rule(&case, &old.id);
        does(&mut case, change);
        case.obstacles.remove(0)
    };
    assert_eq!(made(&old, &|case, id| case.resolve_obstacle(id, TODAY)), done);
    assert_eq!(made(&done, &|case, id| case.reopen_obstacle(id)), old);
    let edited = Obstacle { note: Some("other".into()), follow_up: Some(TODAY), ..old.clone() };
    let edit = |case: &Case, id: &Id| case.edit_obstacle(id, Some("other".into()), Some(TODAY));
    assert_eq!(made(&old, &edit), edited);
    // The same once more is another one.
    let mut case = case();
    let kind = Id::new("registration");
    for _ in 0..2 {
        let change = case.open_obstacle(&procedure(), &kind, None, None, TODAY);
        does(&mut case, change);
    }
    let ids: Vec<&str> = case.obstacles.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["registration", "registration-2"]);
}

#[test]
fn every_fact_of_a_line_can_be_forgotten_alone() {
    let text = || Some("made up".to_owned());
    let whole = Line {
        number: Some(NUMBER.into()),
        holder: Holder::Other("Somebody".into()),
        name: text(),
        reply_to: text(),
        abroad: true,
        class: Some(Class::Work),
        registered: Some(BEFORE),
        active_until: Some(TODAY),
        grace_until: Some(LATER),
        last_used: Some(BEFORE),
        credit: text(),
    };
    let mut rest = whole.clone();
    for (at, fact) in Line::FACTS.iter().enumerate() {
        let mut line = whole.clone();
        line.forget(fact);
        assert_ne!(line, whole, "{fact}");
        let before = rest.clone();
        rest.forget(fact);
        assert_ne!(rest, before, "{fact} went with another one");
        assert_eq!(rest == Line::default(), at + 1 == Line::FACTS.len(), "{fact}");
    }
}
