use jiff::{
    Timestamp,
    civil::{Date, date},
};

use super::*;
use crate::{
    domain::{
        AccountKind, AccountState, Case, Conflict, Dismissed, Ending, Extension, KeptFinding, Line,
        Outcome, Reckoned, Reckoning,
    },
    playbook::tests::hotlink,
    text::{Lang, Text},
};

const TODAY: Date = date(2026, 11, 5);

fn case() -> Case {
    let id = Id::new("kl");
    Case::new(id, "KL".into(), Id::new("hotlink"), Route::Apply, TODAY)
}

/// The sentence of a change, and its case after it.
fn told(case: &mut Case, change: Change) -> String {
    let playbook = hotlink();
    let inverse = change.apply(case).expect("applies");
    let entry = Entry::new(Timestamp::UNIX_EPOCH, change, inverse);
    let mut all = Lang::ALL.map(|lang| {
        let text = &Text::new(lang);
        let words = Words { case, playbook: &playbook, text, today: TODAY };
        let told = words.entry(&entry);
        assert!(!told.is_empty() && !told.contains("say-"), "{lang}: {told}: {entry:?}");
        told
    });
    std::mem::take(&mut all[0])
}

fn file(name: &str, content: &str) -> Attachment {
    let path = format!("/made-up/{name}");
    Attachment { path, size: 1, sha256: content.to_owned(), on: TODAY }
}

#[test]
fn a_file_is_attached_renewed_or_the_same_and_a_note_is_a_note() {
    let (mut case, procedure) = (case(), hotlink().procedure());
    let paper: Item = "document:identity".parse().expect("an item");
    let attach = |case: &Case, file| case.attach(&procedure, &paper, file).expect("allowed");
    let first = attach(&case, file("a.pdf", "one"));
    assert_eq!(told(&mut case, first), "File attached: Identity document");

    let later = Attachment { on: date(2026, 11, 9), ..file("a.pdf", "one") };
    let again = attach(&case, later);
    let before = case.clone();
    again.apply(&mut case).expect("applies");
    assert_eq!(case, before, "the same file changes nothing");
    let (playbook, text) = (hotlink(), &Text::new(Lang::En));
    let words = Words { case: &case, playbook: &playbook, text, today: TODAY };
    assert_eq!(
        words.idle(&again),
        "Nothing changed: Identity document has this same file already."
    );

    let newer = attach(&case, file("a.pdf", "two"));
    assert_eq!(told(&mut case, newer), "New version attached: Identity document");
    let other = attach(&case, file("b.pdf", "three"));
    assert_eq!(told(&mut case, other), "File attached: Identity document");
    let noted = case.annotate(&procedure, &paper, Some("with flash".into())).expect("allowed");
    assert_eq!(told(&mut case, noted), "Note changed: Identity document");
    let gone = case.detach(&procedure, &paper).expect("allowed");
    assert_eq!(told(&mut case, gone), "Files taken off: Identity document");

    let debts: Item = "precondition:arrears".parse().expect("an item");
    let check = |case: &Case, paid| case.check(&procedure, &debts, paid, TODAY).expect("allowed");
    let title = words_title(&case, &debts);
    let paid = check(&case, true);
    assert_eq!(told(&mut case, paid), format!("Done: {title} (paid)"));
    let noted = case.annotate(&procedure, &debts, Some("RM 5".into())).expect("allowed");
    assert_eq!(told(&mut case, noted), format!("Note changed: {title}"), "it was paid before");
    let owed = check(&case, false);
    assert_eq!(told(&mut case, owed), format!("Done: {title} (nothing was owed)"));
    let waived = case.waive(&procedure, &debts, "shop says so", TODAY).expect("allowed");
    assert_eq!(told(&mut case, waived), format!("Waived: {title} (shop says so)"));
    let noted = case.annotate(&procedure, &debts, None).expect("allowed");
    assert_eq!(told(&mut case, noted), format!("Note changed: {title}"), "it was waived before");
    let open = case.uncheck(&procedure, &debts, TODAY).expect("allowed");
    assert_eq!(told(&mut case, open), format!("To do again: {title}"));
}

fn words_title(case: &Case, item: &Item) -> String {
    let (playbook, text) = (hotlink(), &Text::new(Lang::En));
    Words { case, playbook: &playbook, text, today: TODAY }.title(item)
}

/// Every way in which a change can say something else, and what is said of it.
#[test]
#[expect(clippy::too_many_lines, reason = "a line a change, read as a table")]
fn every_change_has_its_own_sentence() {
    let mut case = case();
    let mut seen = std::collections::BTreeSet::new();
    let mut wrong = Vec::new();
    let mut says = |change: Change, right: &str| {
        let said = told(&mut case, change);
        if said != right || !seen.insert(said.clone()) {
            wrong.push(format!("{said} for {right}"));
        }
    };
    says(Change::Opened, "Case opened");
    says(Change::Label("Spare".into()), "Case renamed: Spare");
    says(Change::Route(Route::Lapse), "Route: let the line lapse");
    says(Change::Route(Route::Port), "Route: take the number to another carrier");
    says(Change::Route(Route::Keep), "Route: keep the line");
    says(Change::Route(Route::Apply), "Route: ask the carrier to cancel");
    let line = Line { credit: Some("RM 3".into()), ..Line::default() };
    says(Change::Line(Box::new(line)), "Line details changed");
    says(Change::Search(Some(TODAY)), "Search for accounts: over");
    says(Change::Search(None), "Search for accounts: reopened");
    says(Change::Archived(Some(TODAY)), "Case archived");
    says(Change::Archived(None), "Case taken out of the archive");
    let ending = Ending { on: TODAY, reason: None };
    says(Change::Ending(Some(ending)), "Case abandoned");
    says(Change::Ending(None), "Case resumed");

    let account = |name: &str, state| Account {
        id: Id::slug(name),
        name: name.to_owned(),
        kind: AccountKind::Bank,
        state,
        since: None,
        to: None,
        until: None,
        last_seen: None,
        seen_in: None,
        codes: None,
        note: None,
        also: Vec::new(),
    };
    let kopi = |state| account("Kopi Bank", state);
    let replace = |one| Change::Account(Edit::replace(one));
    says(Change::Account(Edit::add(&[], kopi(AccountState::ToDo))), "Account added: Kopi Bank");
    says(replace(kopi(AccountState::Unsure)), "Kopi Bank: unsure");
    let noted = Account { note: Some("branch".into()), ..kopi(AccountState::Unsure) };
    says(replace(noted), "Account changed: Kopi Bank");
    let seen_again = Edit::replace(Account { codes: Some(2), ..kopi(AccountState::Unsure) });
    let seen_again = Change::found([], [seen_again], []);
    says(seen_again, "One account of the list was seen in a scan");
    says(Change::Account(Edit::remove(&Id::new("kopi-bank"))), "Account removed: Kopi Bank");
    let add = |at, one| Edit { at, ..Edit::add(&[], one) };
    let two = [account("Teh", AccountState::ToDo), account("Susu", AccountState::ToDo)];
    let two = two.into_iter().enumerate().map(|(at, one)| add(at, one)).collect();
    says(Change::Accounts(two), "2 accounts added");
    let mixed = vec![
        Edit::replace(account("Teh", AccountState::Moved)),
        add(2, account("Roti", AccountState::ToDo)),
    ];
    says(Change::Accounts(mixed), "One account added; One account: moved");
    let moved = ["Susu", "Roti"].map(|name| Edit::replace(account(name, AccountState::Moved)));
    says(Change::Accounts(moved.into()), "2 accounts: moved");
    let gone = ["teh", "susu"].map(|id| Edit::remove(&Id::new(id)));
    says(Change::Accounts(gone.into()), "2 accounts removed");

    let finding = |name: &str| KeptFinding {
        id: Id::slug(name),
        name: name.to_owned(),
        also: Vec::new(),
        known: false,
        seen_in: None,
        several_sims: false,
        sure_code: None,
        kind: AccountKind::Other,
        evidence: std::collections::BTreeMap::new(),
    };
    let found = |findings| Change::found(findings, [], []);
    let all = ["Satu", "Dua", "Tiga"].map(finding).into_iter().enumerate();
    let all = all.map(|(at, one)| Edit { at, ..Edit::add(&[], one) }).collect();
    says(found(all), "3 findings of a scan kept");
    let renamed = KeptFinding { name: "Satu Pay".into(), ..finding("Satu") };
    says(found(vec![Edit::replace(renamed.clone())]), "One finding changed");
    let merged = KeptFinding { also: vec!["Dua".into()], ..renamed };
    let merged = vec![Edit::remove(&Id::new("dua")), Edit::replace(merged)];
    says(found(merged), "One finding merged or taken back");
    let name = Dismissed { id: Id::new("tiga"), name: "Tiga".into() };
    says(Change::Dismissed(vec![Edit::add(&[], name)]), "Scans will no longer show one name");
    says(Change::Dismissed(vec![Edit::remove(&Id::new("tiga"))]), "Scans will show one name again");

    let extra = |required| ExtraDocument { id: Id::new("bill"), title: "Bill".into(), required };
    says(Change::Document(Edit::add(&[], extra(false))), "Document added: Bill");
    says(Change::Document(Edit::replace(extra(true))), "Document changed: Bill");
    says(Change::Document(Edit::remove(&Id::new("bill"))), "Document removed: Bill");

    let contact = Contact { id: Id::new("1"), ..Contact::on(TODAY, "hotline") };
    let kept = Contact { kept: Some(TODAY), promised: Some(TODAY), ..contact.clone() };
    let promised = Contact { kept: None, ..kept.clone() };
    let contacts = |one| Change::Contact(Edit::replace(one));
    says(Change::Contact(Edit::add(&[], contact)), "Contact logged: Hotline");
    says(contacts(promised.clone()), "Contact changed: Hotline");
    says(contacts(kept), "Promise kept on Thu 5 Nov: Hotline");
    says(contacts(promised), "Promise not kept after all: Hotline");
    says(Change::Contact(Edit::remove(&Id::new("1"))), "Contact removed: Hotline");

    let obstacle = |resolved, note: Option<&str>| Obstacle {
        id: Id::new("no-answer"),
        kind: Id::new("no-answer"),
        opened: TODAY,
        note: note.map(str::to_owned),
        follow_up: None,
        resolved,
    };
    let obstacles = |one| Change::Obstacle(Edit::replace(one));
    says(Change::Obstacle(Edit::add(&[], obstacle(None, None))), "Obstacle: No answer");
    says(obstacles(obstacle(None, Some("rang"))), "Obstacle changed: No answer");
    says(obstacles(obstacle(Some(TODAY), Some("rang"))), "Obstacle resolved: No answer");
    says(obstacles(obstacle(None, Some("rang"))), "Obstacle open again: No answer");
    says(Change::Obstacle(Edit::remove(&Id::new("no-answer"))), "Obstacle removed: No answer");

    let until = date(2026, 12, 1);
    let dates = |latest| Reckoning { earliest: TODAY, latest, off: [].into(), worked: [].into() };
    let reckoned = Some(dates(date(2026, 11, 17)));
    let sent = Application { id: Id::new("1"), reckoned, ..Application::on(TODAY) };
    let extension = Some(Extension { until, on: None, reason: "busy".into() });
    let more = Application { extension, ..sent.clone() };
    let channel = Application { channel: Some("store".into()), ..sent.clone() };
    let answer =
        |verdict| Outcome { reason: Some("blurred".into()), ..Outcome::on(verdict, TODAY) };
    let ended = |outcome| Application { outcome: Some(outcome), ..channel.clone() };
    let confirmed = Outcome { reference: Some("R-1".into()), ..answer(Verdict::Approved) };
    let applications = |one| Change::Application(Edit::replace(one));
    let moved = Reckoned { application: Id::new("1"), dates: Some(dates(until)) };
    says(Change::Application(Edit::add(&[], sent.clone())), "Application submitted on Thu 5 Nov");
    says(Change::Terms { terms: Box::default(), told: None }, "Counting of the review changed");
    says(
        Change::Reckoned(Box::new(moved.clone())),
        "Latest is now about Tue 1 Dec, was Tue 17 Nov.",
    );
    says(
        Change::Terms { terms: Box::default(), told: Some(Box::new(moved)) },
        "Counting of the review changed: earliest Thu 5 Nov, latest Tue 1 Dec",
    );
    says(applications(more), "More time until Tue 1 Dec: busy");
    says(applications(sent), "More time taken back");
    says(applications(channel.clone()), "Application of Thu 5 Nov changed");
    says(applications(ended(answer(Verdict::Rejected))), "Rejected: blurred");
    says(applications(channel.clone()), "The carrier's answer taken back");
    says(applications(ended(answer(Verdict::Approved))), "Approved: the line is cancelled");
    says(applications(ended(confirmed)), "Confirmation recorded");
    says(Change::Application(Edit::remove(&Id::new("1"))), "Application record removed");

    let mark = |done, snoozed| Some(AgendaMark { done, snoozed, on: None });
    let agenda = |mark| Change::Agenda { id: Id::new("line.active"), mark };
    let what = "active until: last day on which the line can call and send";
    says(agenda(mark(None, Some(until))), &format!("Put off until Tue 1 Dec 2026: {what}"));
    says(agenda(mark(Some(TODAY), None)), &format!("Done: {what}"));
    says(agenda(None), &format!("Open again: {what}"));

    let by_hand = vec![Change::Label("KL".into())];
    says(Change::ByHand(by_hand), "Changed in the file itself: Case renamed: KL");
    let (kept, other) = (Change::Label("KL".into()), Change::Label("KUL".into()));
    let conflict = Conflict { kept, other };
    says(
        Change::Settled { left: vec![conflict], made: None },
        "Conflict settled: what stands here is right",
    );
    says(
        Change::Settled { left: Vec::new(), made: Some(Box::new(Change::Label("KUL".into()))) },
        "Conflict settled: Case renamed: KUL",
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn how_long_a_call_lasted_is_told_in_the_language_of_the_reader() {
    let (case, playbook) = (case(), hotlink());
    let contact = Contact { lasted: Some(330), ..Contact::on(TODAY, "hotline") };
    let told = Lang::ALL.map(|lang| {
        let text = &Text::new(lang);
        Words { case: &case, playbook: &playbook, text, today: TODAY }.contact_note(&contact)
    });
    assert!(told.iter().flatten().all(|told| told.contains("5:30")), "{told:?}");
    assert!(told[0] != told[1] && told[1] != told[2] && told[0] != told[2], "{told:?}");
}
