//! Accounts: add, edit, set, remove, and declaring the search over.

use jiff::civil::Date;

use super::{named, not_empty, optional};
use crate::domain::{
    Account, AccountDraft, AccountKind, AccountState, Case, Change, Dismissed, Edit, Entry,
    Finding, Id, Refusal, edit::find,
};

/// A day to wait until, which only an account that waits has.
fn wait(
    state: AccountState,
    until: Option<Date>,
    old: Option<Date>,
    today: Date,
) -> Result<Option<Date>, Refusal> {
    match until {
        Some(_) if state != AccountState::Waiting => Err(Refusal::NotWaiting),
        // A day that was said before may have come since.
        Some(given) if given < today && until != old => Err(Refusal::SnoozePast { given, today }),
        until => Ok(until),
    }
}

impl Case {
    /// The account with this id.
    pub fn account(&self, id: &Id) -> Result<&Account, Refusal> {
        find(&self.accounts, id)
    }

    /// Adds an account of which no more is known. Names are compared by their
    /// slug, so that "May Bank" and "may-bank" are one.
    pub fn add_account(
        &self,
        name: &str,
        kind: AccountKind,
        state: AccountState,
        note: Option<String>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let name = name.to_owned();
        let draft = AccountDraft { name, kind, state, note, ..AccountDraft::default() };
        self.new_account(draft, today)
    }

    /// Adds an account.
    pub(crate) fn new_account(&self, draft: AccountDraft, today: Date) -> Result<Change, Refusal> {
        let account = self.account_of(draft, today)?;
        Ok(Change::Account(Edit::add(&self.accounts, account)))
    }

    /// Adds several accounts as one change. Those that are on the list already,
    /// or that were named before, are left out.
    pub(crate) fn new_accounts(
        &self,
        drafts: impl IntoIterator<Item = AccountDraft>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let mut edits: Vec<Edit<Account>> = Vec::new();
        for draft in drafts {
            let account = match self.account_of(draft, today) {
                Err(Refusal::Duplicate(_)) => continue,
                made => made?,
            };
            if edits.iter().all(|edit| edit.id != account.id) {
                let (id, at) = (account.id.clone(), self.accounts.len() + edits.len());
                edits.push(Edit { id, at, value: Some(Box::new(account)) });
            }
        }
        Ok(Change::Accounts(edits))
    }

    /// The account on the list that a draft would make once more.
    pub(crate) fn account_like(&self, draft: &AccountDraft) -> Option<&Account> {
        let (slug, name) = named(&draft.name).ok()?;
        let id = draft.id.as_ref().unwrap_or(&slug);
        self.account(id).ok().or_else(|| self.account_called([&*name]))
    }

    /// The account that a draft makes.
    fn account_of(&self, draft: AccountDraft, today: Date) -> Result<Account, Refusal> {
        if let Some(known) = self.account_like(&draft) {
            return Err(Refusal::Duplicate(known.name.clone()));
        }
        let AccountDraft { id, name, kind, state, to, until, note } = draft;
        let (slug, name) = named(&name)?;
        let id = id.unwrap_or(slug);
        let to = self.moved_number(&to.unwrap_or_default())?;
        let until = wait(state, until, None, today)?;
        let (since, note, also) = (Some(today), optional(note), Vec::new());
        let (last_seen, codes, seen_in) = (None, None, None);
        Ok(Account {
            id,
            name,
            kind,
            state,
            since,
            to,
            until,
            last_seen,
            codes,
            seen_in,
            note,
            also,
        })
    }

    /// Replaces everything about an account but its id.
    pub(crate) fn edit_account(
        &self,
        id: &Id,
        draft: AccountDraft,
        today: Date,
    ) -> Result<Change, Refusal> {
        let old = self.account(id)?;
        let AccountDraft { name, kind, state, to, until, note, .. } = draft;
        let (slug, name) = named(&name)?;
        if let Some(other) = self.accounts.iter().find(|one| one.id != *id && one.id == slug) {
            return Err(Refusal::Duplicate(other.name.clone()));
        }
        let since = if old.state == state { old.since } else { Some(today) };
        let to = self.moved_number(&to.unwrap_or_default())?;
        let until = wait(state, until, old.until, today)?;
        let note = optional(note);
        let account = Account { name, kind, state, since, to, until, note, ..old.clone() };
        Ok(Change::Account(Edit::replace(account)))
    }

    /// Says whether the account still uses the number.
    pub(crate) fn set_account(
        &self,
        id: &Id,
        state: AccountState,
        today: Date,
    ) -> Result<Change, Refusal> {
        self.set_account_to(id, state, None, None, today)
    }

    /// The same, with the number that it has now and the day until which an
    /// answer is waited for. What is not given stays, as long as it fits.
    pub(crate) fn set_account_to(
        &self,
        id: &Id,
        state: AccountState,
        to: Option<&str>,
        until: Option<Date>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let old = self.account(id)?;
        let since = if old.state == state { old.since } else { Some(today) };
        let to = self.moved_number(to.unwrap_or_default())?.or_else(|| new_number(old, state));
        let until = wait(state, until, old.until, today)?
            .or(old.until.filter(|_| state == AccountState::Waiting));
        let account = Account { state, since, to, until, ..old.clone() };
        Ok(Change::Account(Edit::replace(account)))
    }

    /// Says the same of several accounts.
    pub(crate) fn set_accounts(
        &self,
        ids: &[Id],
        state: AccountState,
        today: Date,
    ) -> Result<Change, Refusal> {
        self.each(ids, |old| {
            let since = if old.state == state { old.since } else { Some(today) };
            let until = old.until.filter(|_| state == AccountState::Waiting);
            Account { state, since, until, to: new_number(old, state), ..old.clone() }
        })
    }

    /// Each of several accounts goes on to its next state; what is done stays so.
    pub(crate) fn advance_accounts(&self, ids: &[Id], today: Date) -> Result<Change, Refusal> {
        self.each(ids, |old| {
            let Some(state) = old.state.next() else { return old.clone() };
            let until = old.until.filter(|_| state == AccountState::Waiting);
            Account { state, since: Some(today), until, ..old.clone() }
        })
    }

    /// Several accounts have this number now.
    pub(crate) fn number_accounts(&self, ids: &[Id], number: &str) -> Result<Change, Refusal> {
        let to = self.moved_number(number)?;
        self.each(ids, |old| Account { to: to.clone(), ..old.clone() })
    }

    /// The newest change of the case with the number in it, where it was the one that moved
    /// these accounts: moving them and saying where to is one change then.
    pub(crate) fn moved_to(&self, ids: &[Id], number: &str) -> Result<Option<Change>, Refusal> {
        let to = self.moved_number(number)?;
        let Some(Entry { change, inverse, .. }) = self.history.last() else { return Ok(None) };
        let (mut edits, before, alone) = match (change, inverse) {
            (Change::Account(now), Change::Account(old)) => {
                (vec![now.clone()], std::slice::from_ref(old), true)
            }
            (Change::Accounts(now), Change::Accounts(old)) => (now.clone(), old.as_slice(), false),
            _ => return Ok(None),
        };
        for id in ids {
            let was = before.iter().find(|edit| edit.id == *id);
            let was = was.and_then(|edit| edit.value.as_deref()).map(|old| old.state);
            let edit = edits.iter_mut().find(|edit| edit.id == *id);
            let now = edit.and_then(|edit| edit.value.as_deref_mut());
            match now.filter(|now| now.state == AccountState::Moved && now.to.is_none()) {
                Some(now) if was.is_some_and(|was| was != AccountState::Moved) => {
                    now.to.clone_from(&to);
                }
                _ => return Ok(None),
            }
        }
        let alone = if alone { edits.pop() } else { None };
        Ok(Some(alone.map_or_else(|| Change::Accounts(edits), Change::Account)))
    }

    /// The numbers that accounts have moved to, the one that was given last first.
    pub(crate) fn numbers_moved_to(&self) -> Vec<&str> {
        let mut with: Vec<&Account> = self.accounts.iter().filter(|one| one.to.is_some()).collect();
        with.sort_by_key(|one| std::cmp::Reverse(one.since));
        let mut numbers: Vec<&str> = Vec::new();
        for number in with.into_iter().filter_map(|one| one.to.as_deref()) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        numbers
    }

    /// Several accounts are of this kind.
    pub(crate) fn sort_accounts(&self, ids: &[Id], kind: AccountKind) -> Result<Change, Refusal> {
        self.each(ids, |old| Account { kind, ..old.clone() })
    }

    /// Takes several accounts off the list.
    pub(crate) fn remove_accounts(&self, ids: &[Id]) -> Result<Change, Refusal> {
        let each = ids.iter().map(|id| self.account(id).map(|_| Edit::remove(id)));
        each.collect::<Result<_, _>>().map(Change::Accounts)
    }

    /// The same done to each; of a single one it is the change of that account, so that
    /// history names it.
    fn each(&self, ids: &[Id], make: impl Fn(&Account) -> Account) -> Result<Change, Refusal> {
        if let [id] = ids {
            return Ok(Change::Account(Edit::replace(make(self.account(id)?))));
        }
        let each = ids.iter().map(|id| self.account(id).map(|old| Edit::replace(make(old))));
        each.collect::<Result<_, _>>().map(Change::Accounts)
    }

    /// Takes an account off the list.
    pub(crate) fn remove_account(&self, id: &Id) -> Result<Change, Refusal> {
        self.account(id)?;
        Ok(Change::Account(Edit::remove(id)))
    }

    /// Adds findings to the list as one change, to be moved. Those that are
    /// listed already are left out.
    pub fn add_findings<'a>(
        &self,
        findings: impl IntoIterator<Item = &'a Finding>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let mut edits: Vec<Edit<Account>> = Vec::new();
        for finding in findings {
            let Finding { name, kind, merged, catalogue_id, .. } = finding;
            let name = not_empty(name, Refusal::NoName)?;
            let id = catalogue_id.as_ref().map_or_else(|| Id::slug(&name), Id::new);
            let mut also = merged.clone();
            also.retain(|other| Id::slug(other) != Id::slug(&name));
            also.dedup();
            let taken = self.account(&id).is_ok() || edits.iter().any(|edit| edit.id == id);
            if id.is_empty() || taken {
                continue;
            }
            let given = Some(id.clone());
            // Which number it belongs to is not known then: the person has to look.
            let sure = finding.is_of_line();
            let state = if sure { AccountState::ToDo } else { AccountState::Unsure };
            let draft =
                AccountDraft { id: given, name, kind: *kind, state, ..AccountDraft::default() };
            let account = match self.account_of(draft, today) {
                Err(Refusal::Duplicate(_)) => continue,
                made => Account { also, ..made?.seen(finding) },
            };
            edits.push(Edit {
                id,
                at: self.accounts.len() + edits.len(),
                value: Some(Box::new(account)),
            });
        }
        Ok(Change::Accounts(edits))
    }

    /// These names are not to be shown again by scans.
    pub(crate) fn dismiss(&self, names: impl IntoIterator<Item = String>) -> Change {
        let mut edits: Vec<Edit<Dismissed>> = Vec::new();
        for name in names {
            let id = Id::slug(&name);
            let known = self.is_dismissed(&name) || edits.iter().any(|edit| edit.id == id);
            if !id.is_empty() && !known {
                let at = self.dismissed.len() + edits.len();
                edits.push(Edit {
                    id: id.clone(),
                    at,
                    value: Some(Box::new(Dismissed { id, name })),
                });
            }
        }
        Change::Dismissed(edits)
    }

    /// The person does not want to see this name again.
    pub(in crate::domain) fn is_dismissed(&self, name: &str) -> bool {
        let id = Id::slug(name);
        self.dismissed.iter().any(|one| one.id == id)
    }

    /// The account that goes by one of these names.
    pub(crate) fn account_called<'a>(
        &self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Option<&Account> {
        let ids: Vec<Id> = names.into_iter().map(Id::slug).collect();
        self.accounts.iter().find(|one| {
            let own = [&one.name].into_iter().chain(&one.also).map(|name| Id::slug(name));
            own.chain([one.id.clone()]).any(|id| ids.contains(&id))
        })
    }

    /// Says that no further account is expected to turn up, or that the
    /// search goes on.
    pub(crate) fn end_search(&self, over: bool, today: Date) -> Change {
        Change::Search(over.then(|| self.search_over.unwrap_or(today)))
    }
}

/// The number that an account has in another state: one that was moved and is not any
/// more has no new number.
fn new_number(old: &Account, state: AccountState) -> Option<String> {
    let back = old.state == AccountState::Moved && state != AccountState::Moved;
    old.to.clone().filter(|_| !back)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::Route;

    #[test]
    fn accounts_that_were_just_moved_get_their_number_by_the_same_change() {
        let (id, today) = (Id::new("kl"), date(2026, 11, 5));
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, today);
        let record = |case: &mut Case, change: Change| {
            let inverse = change.apply(case).expect("applies");
            case.history.push(Entry::new(jiff::Timestamp::UNIX_EPOCH, change, inverse));
        };
        for name in ["Grab", "Luno", "Steam"] {
            let added = case.add_account(name, AccountKind::Other, AccountState::ToDo, None, today);
            record(&mut case, added.expect("allowed"));
        }
        let ids = [Id::new("grab"), Id::new("luno")];
        let number = "+60 12-345 0000";
        assert_eq!(case.moved_to(&ids, number), Ok(None), "nothing was moved");
        let moved = case.set_accounts(&ids, AccountState::Moved, today).expect("allowed");
        record(&mut case, moved);
        let with = case.moved_to(&ids, number).expect("allowed").expect("the newest moved them");
        let undo = case.history.last().expect("an entry").inverse.clone();
        undo.apply(&mut case).expect("applies");
        let undo = with.apply(&mut case).expect("applies");
        let told = |case: &Case| -> Vec<_> {
            let one = |account: &Account| (account.state, account.to.clone());
            case.accounts.iter().take(2).map(one).collect()
        };
        assert_eq!(told(&case), vec![(AccountState::Moved, Some(number.to_owned())); 2]);
        undo.apply(&mut case).expect("applies");
        assert_eq!(told(&case), vec![(AccountState::ToDo, None); 2]);
        assert_eq!(case.moved_to(&[Id::new("steam")], number), Ok(None), "another account");
        assert!(case.moved_to(&ids, "call me").is_err());
    }

    #[test]
    fn only_what_is_moved_has_the_number_it_was_moved_to() {
        let (id, today) = (Id::new("kl"), date(2026, 11, 5));
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, today);
        let mut does = |make: &dyn Fn(&Case) -> Result<Change, Refusal>| {
            let change = make(&case).expect("allowed");
            change.apply(&mut case).expect("applies");
            (case.accounts[0].state, case.accounts[0].to.clone())
        };
        let grab = &Id::new("grab");
        does(&|case| {
            case.add_account("Grab", AccountKind::Travel, AccountState::ToDo, None, today)
        });
        let new = Some("+60 12-345 0000".to_owned());
        let set = |case: &Case, state, to| case.set_account_to(grab, state, to, None, today);
        let moved = does(&|case| set(case, AccountState::Moved, Some("+60 12-345 0000")));
        assert_eq!(moved, (AccountState::Moved, new.clone()));
        let ids = std::slice::from_ref(grab);
        let again = does(&|case| case.advance_accounts(ids, today));
        assert_eq!(again, (AccountState::Moved, new), "what is done stays so");
        let back = does(&|case| case.set_account(grab, AccountState::ToDo, today));
        assert_eq!(back, (AccountState::ToDo, None));
    }

    #[test]
    fn nobody_waits_until_a_day_that_has_passed() {
        let (id, today) = (Id::new("kl"), date(2026, 11, 5));
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, today);
        let grab = Id::new("grab");
        let added = case.add_account("Grab", AccountKind::Travel, AccountState::ToDo, None, today);
        added.expect("allowed").apply(&mut case).expect("applies");
        let wait = |case: &Case, until, today| {
            case.set_account_to(&grab, AccountState::Waiting, None, Some(until), today)
        };
        let given = date(2026, 11, 4);
        assert_eq!(wait(&case, given, today), Err(Refusal::SnoozePast { given, today }));
        let change = wait(&case, today, today).expect("today is not past");
        change.apply(&mut case).expect("applies");
        // Said again later, the day that was said before is no fault.
        assert!(wait(&case, today, date(2026, 11, 20)).is_ok());
    }

    const TODAY: Date = date(2026, 11, 5);

    fn named(id: &str, state: AccountState) -> Account {
        Account {
            id: Id::new(id),
            name: id.to_uppercase(),
            kind: AccountKind::Travel,
            state,
            since: Some(date(2026, 11, 2)),
            to: Some("+60 12-345 0000".into()),
            until: None,
            last_seen: Some(date(2026, 11, 1)),
            codes: Some(3),
            seen_in: Some("sms-xml".into()),
            note: Some("a note".into()),
            also: vec!["Other".into()],
        }
    }

    fn with(accounts: impl IntoIterator<Item = Account>) -> Case {
        let id = Id::new("kl");
        let accounts = accounts.into_iter().collect();
        let opened = date(2026, 11, 1);
        Case { accounts, ..Case::new(id.clone(), "KL".into(), id, Route::Apply, opened) }
    }

    /// The accounts after a change.
    fn after(case: &Case, change: Result<Change, Refusal>) -> Vec<Account> {
        let mut case = case.clone();
        change.expect("allowed").apply(&mut case).expect("applies");
        case.accounts
    }

    #[test]
    fn what_is_said_of_an_account_replaces_what_was_said_and_nothing_that_was_seen() {
        let old = named("grab", AccountState::ToDo);
        let case = with([old.clone(), named("maybank", AccountState::ToDo)]);
        let draft = |name: &str, state, until| AccountDraft {
            id: None,
            name: name.to_owned(),
            kind: AccountKind::Bank,
            state,
            to: Some("+60 12-345 0001".into()),
            until,
            note: Some("new".into()),
        };
        let waiting = AccountState::Waiting;
        let until = Some(date(2026, 11, 20));
        let edited = case.edit_account(&old.id, draft("GRAB!", waiting, until), TODAY);
        let changed = Account {
            name: "GRAB!".into(),
            kind: AccountKind::Bank,
            state: waiting,
            since: Some(TODAY),
            to: Some("+60 12-345 0001".into()),
            until,
            note: Some("new".into()),
            ..old.clone()
        };
        assert_eq!(after(&case, edited)[0], changed);
        let same = case.edit_account(&old.id, draft("Grab", AccountState::ToDo, None), TODAY);
        assert_eq!(after(&case, same)[0].since, old.since, "it is in that state since then");
        let taken = case.edit_account(&old.id, draft("Maybank", waiting, None), TODAY);
        assert_eq!(taken, Err(Refusal::Duplicate("MAYBANK".into())));
        let early = case.edit_account(&old.id, draft("Grab", AccountState::ToDo, until), TODAY);
        assert_eq!(early, Err(Refusal::NotWaiting));
        let note = Some(" mine ".to_owned());
        let added = case.add_account("New", AccountKind::Game, AccountState::Unsure, note, TODAY);
        let added = after(&case, added).pop().expect("an account");
        assert_eq!((added.note.as_deref(), added.since), (Some("mine"), Some(TODAY)));
    }

    #[test]
    fn another_state_has_its_own_day_and_number_and_nothing_else_changes() {
        use AccountState::{Closed, Moved, Started, ToDo, Waiting};
        let wait = Some(date(2026, 11, 20));
        let of = |state| Account { until: wait.filter(|_| state == Waiting), ..named("a", state) };
        // From, to; whether the day since then, the new number and the day to wait stay.
        let rows = [
            (ToDo, Started, [false, true, false]),
            (ToDo, ToDo, [true, true, false]),
            (Waiting, Waiting, [true, true, true]),
            (Waiting, Moved, [false, true, false]),
            (Moved, Moved, [true, true, false]),
            (Moved, Closed, [false, false, false]),
            (Moved, ToDo, [false, false, false]),
        ];
        for (from, state, [since, to, until]) in rows {
            let old = of(from);
            let case = with([old.clone()]);
            let expected = Account {
                state,
                since: if since { old.since } else { Some(TODAY) },
                to: old.to.clone().filter(|_| to),
                until: wait.filter(|_| until),
                ..old.clone()
            };
            let one = case.set_account(&old.id, state, TODAY);
            let said = after(&case, one);
            assert_eq!(said, std::slice::from_ref(&expected), "{from:?} to {state:?}");
            let ids = std::slice::from_ref(&old.id);
            let several = case.set_accounts(ids, state, TODAY);
            assert_eq!(after(&case, several), [expected], "{from:?} to {state:?}");
        }
        let all = [of(ToDo), Account { id: Id::new("b"), ..of(Waiting) }];
        let case = with(all.clone());
        let ids = all.each_ref().map(|one| one.id.clone());
        let next = |old: &Account, state| Account {
            state,
            since: Some(TODAY),
            until: None,
            ..old.clone()
        };
        let gone_on = after(&case, case.advance_accounts(&ids, TODAY));
        assert_eq!(gone_on, [next(&all[0], Started), next(&all[1], Moved)]);
        let number = after(&case, case.number_accounts(&ids, " +60 12-345 0009 "));
        let given = |old: &Account| Account { to: Some("+60 12-345 0009".into()), ..old.clone() };
        assert_eq!(number, all.each_ref().map(given));
        let sorted = after(&case, case.sort_accounts(&ids, AccountKind::Email));
        let mail = |old: &Account| Account { kind: AccountKind::Email, ..old.clone() };
        assert_eq!(sorted, all.each_ref().map(mail));
    }

    #[test]
    fn several_accounts_are_added_at_the_end_each_once() {
        let case = with([named("grab", AccountState::ToDo)]);
        let draft = |name: &str| AccountDraft { name: name.into(), ..AccountDraft::default() };
        let drafts = ["Steam", "GRAB", "Maybank", "steam"].map(draft);
        let change = case.new_accounts(drafts, TODAY);
        let places = |change: &Change| -> Vec<(String, usize)> {
            let Change::Accounts(edits) = change else { panic!("{change:?}") };
            edits.iter().map(|edit| (edit.id.to_string(), edit.at)).collect()
        };
        let expected = [("steam".to_owned(), 1), ("maybank".to_owned(), 2)];
        assert_eq!(places(change.as_ref().expect("allowed")), expected);
        let found = |name: &str, catalogue: Option<&str>, merged: &[&str]| Finding {
            name: name.into(),
            kind: AccountKind::Bank,
            catalogue_id: catalogue.map(str::to_owned),
            merged: merged.iter().map(|&name| name.to_owned()).collect(),
            ..Finding::default()
        };
        let all = [
            found("Grab", None, &[]),
            found("Maybank2u", Some("maybank"), &["MAYBANK2U", "M2U", "M2U"]),
            found("Maybank", Some("maybank"), &[]),
            found("Steam", None, &[]),
            found("+++", None, &[]),
        ];
        let change = case.add_findings(&all, TODAY);
        let expected = [("maybank".to_owned(), 1), ("steam".to_owned(), 2)];
        assert_eq!(places(change.as_ref().expect("allowed")), expected);
        let accounts = after(&case, change);
        let one = &accounts[1];
        let seen = (one.id.as_str(), one.name.as_str(), one.kind);
        assert_eq!(seen, ("maybank", "Maybank2u", AccountKind::Bank));
        assert_eq!(one.also, ["M2U"], "its own name is no other one");
        let mut case = case;
        let names = |names: &[&str]| names.iter().map(|&one| one.to_owned()).collect::<Vec<_>>();
        let dismissed = |case: &Case| -> Vec<String> {
            case.dismissed.iter().map(|one| one.id.to_string()).collect()
        };
        for (given, kept) in [
            (names(&["Ad", "AD!", "News"]), names(&["ad", "news"])),
            (names(&["+++", "news", "Shop", "Game"]), names(&["ad", "news", "shop", "game"])),
        ] {
            case.dismiss(given).apply(&mut case).expect("applies");
            assert_eq!(dismissed(&case), kept);
        }
    }

    #[test]
    fn the_number_that_was_given_last_is_proposed_first() {
        let to = |id: &str, number: Option<&str>, day| Account {
            to: number.map(str::to_owned),
            since: Some(date(2026, 11, day)),
            ..named(id, AccountState::Moved)
        };
        let case = with([
            to("a", Some("1111111"), 2),
            to("b", Some("2222222"), 4),
            to("c", None, 9),
            to("d", Some("1111111"), 3),
        ]);
        assert_eq!(case.numbers_moved_to(), ["2222222", "1111111"]);
    }
}
