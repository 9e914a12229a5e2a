//! Ticking what is open and unticking what holds, by the kind of the item.

use jiff::civil::Date;

use crate::domain::{Case, Change, Item, ItemKind, MarkState, Procedure, Refusal};

/// What ticking or unticking an item takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Toggle {
    /// This change.
    Change(Box<Change>),
    /// An answer first: was nothing owed, or has it been paid?
    AskSettled,
    /// An answer first: does really no account use the number?
    AskNoAccounts,
}

impl From<Change> for Toggle {
    fn from(change: Change) -> Self {
        Self::Change(Box::new(change))
    }
}

impl Case {
    /// Ticks an item that is open and unticks one that is not; an obstacle is
    /// resolved or open, a promise is kept or not, and an account goes on to its
    /// next state, up to the last one. An application and a fact about the line cannot be ticked.
    pub fn toggle(
        &self,
        procedure: &Procedure,
        item: &Item,
        today: Date,
    ) -> Result<Toggle, Refusal> {
        let change = match item.kind {
            ItemKind::Precondition | ItemKind::Document | ItemKind::Safeguard => {
                return self.toggle_mark(procedure, item, today);
            }
            ItemKind::Account => {
                let next = self.account(&item.id)?.state.next();
                let state = next.ok_or_else(|| Refusal::AccountDone(item.clone()))?;
                self.set_account(&item.id, state, today)
            }
            ItemKind::Obstacle => match self.obstacle(&item.id)?.resolved {
                Some(_) => self.reopen_obstacle(&item.id),
                None => self.resolve_obstacle(&item.id, today),
            },
            ItemKind::Contact => match self.contact(&item.id)? {
                one if one.promised.is_none() => Err(Refusal::NoPromise(one.on)),
                one if one.kept.is_some() => self.unkeep_promise(&item.id),
                _ => self.keep_promise(&item.id, today, today),
            },
            ItemKind::Application | ItemKind::Line => {
                return Err(Refusal::NotCheckable(item.clone()));
            }
        };
        change.map(Toggle::from)
    }

    fn toggle_mark(
        &self,
        procedure: &Procedure,
        item: &Item,
        today: Date,
    ) -> Result<Toggle, Refusal> {
        let rule = procedure.precondition(&item.id);
        let rule = rule.filter(|_| item.kind == ItemKind::Precondition);
        let follows_accounts = rule.is_some_and(|rule| rule.follows_accounts);
        let state = self.mark(item).state;
        // What follows from the accounts is ticked by ending the search.
        let ticked = match state {
            // What the carrier refused does not hold, whatever was said before.
            _ if self.criticised(item).is_some() => false,
            MarkState::Waived => true,
            _ if follows_accounts => self.search_over.is_some(),
            _ => state == MarkState::Done,
        };
        if ticked {
            return self.uncheck(procedure, item, today).map(Toggle::from);
        }
        if follows_accounts && self.accounts.is_empty() {
            return Ok(Toggle::AskNoAccounts);
        }
        if rule.is_some_and(|rule| rule.can_settle) {
            return Ok(Toggle::AskSettled);
        }
        self.check(procedure, item, false, today).map(Toggle::from)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{AccountKind, AccountState, Contact, Id, Precondition, Route};

    #[test]
    fn a_tick_asks_where_it_could_mean_two_things() {
        let today = date(2026, 11, 5);
        let procedure = Procedure {
            preconditions: vec![
                Precondition { can_settle: true, ..Precondition::ticked("arrears") },
                Precondition { follows_accounts: true, ..Precondition::ticked("accounts") },
            ],
            documents: Vec::new(),
            safeguards: vec![Id::new("credit")],
            obstacles: Vec::new(),
            ..Procedure::default()
        };
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, today);
        let toggle = |case: &Case, item: &str| {
            case.toggle(&procedure, &item.parse().expect("an item"), today)
        };
        let follow = |case: &mut Case, item: &str| match toggle(case, item) {
            Ok(Toggle::Change(change)) => change.apply(case).map(drop).expect("applies"),
            other => panic!("{item}: {other:?}"),
        };
        assert_eq!(toggle(&case, "precondition:arrears"), Ok(Toggle::AskSettled));
        assert_eq!(toggle(&case, "precondition:accounts"), Ok(Toggle::AskNoAccounts));
        let kind = AccountKind::Bank;
        let added = case.add_account("Maybank", kind, AccountState::Unsure, None, today);
        added.expect("allowed").apply(&mut case).expect("applies");
        for item in ["safeguard:credit", "precondition:accounts"] {
            let before = case.clone();
            follow(&mut case, item);
            assert_ne!(case, before, "{item} is ticked");
            follow(&mut case, item);
            assert_eq!(case.marks, before.marks, "{item} is unticked");
        }
        let waived =
            case.waive(&procedure, &"safeguard:credit".parse().expect("an item"), "why", today);
        waived.expect("allowed").apply(&mut case).expect("applies");
        let open = case.marks.len() - 1;
        follow(&mut case, "safeguard:credit");
        assert_eq!(case.marks.len(), open, "what was waived is open again");
        for promised in [None, Some(today)] {
            let contact = Contact { promised, ..Contact::on(today, "hotline") };
            case.log_contact(contact, today).expect("allowed").apply(&mut case).expect("applies");
        }
        assert_eq!(toggle(&case, "contact:1"), Err(Refusal::NoPromise(today)));
        for kept in [Some(today), None] {
            follow(&mut case, "contact:2");
            assert_eq!((case.contacts[1].kept, case.contacts[1].promised), (kept, Some(today)));
        }
        let way =
            [AccountState::ToDo, AccountState::Started, AccountState::Waiting, AccountState::Moved];
        for state in way {
            follow(&mut case, "account:maybank");
            assert_eq!(case.accounts[0].state, state);
        }
        let done = toggle(&case, "account:maybank");
        assert!(matches!(done, Err(Refusal::AccountDone(_))), "{done:?}");
        let line = toggle(&case, "line:number");
        assert!(matches!(line, Err(Refusal::NotCheckable(_))), "{line:?}");
    }

    #[test]
    fn a_second_tick_takes_the_first_one_back() {
        use crate::domain::{Application, Contact, Mark, Outcome, Verdict};
        let today = date(2026, 11, 5);
        let procedure = Procedure {
            preconditions: vec![
                Precondition::ticked("activity"),
                Precondition { follows_accounts: true, ..Precondition::ticked("accounts") },
            ],
            ..Procedure::default()
        };
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, today);
        let toggle = |case: &mut Case, item: &str| match case.toggle(
            &procedure,
            &item.parse().expect("an item"),
            today,
        )? {
            Toggle::Change(change) => change.apply(case).map(drop),
            other => panic!("{item}: {other:?}"),
        };
        case.contacts.push(Contact { id: Id::new("1"), ..Contact::on(today, "hotline") });
        let refused = toggle(&mut case, "contact:1");
        assert_eq!(refused, Err(Refusal::NoPromise(today)));
        case.contacts[0].promised = Some(today);
        for kept in [Some(today), None, Some(today)] {
            assert_eq!(toggle(&mut case, "contact:1"), Ok(()));
            assert_eq!(case.contacts[0].kept, kept);
        }
        let kind = AccountKind::Bank;
        let added = case.add_account("Maybank", kind, AccountState::Moved, None, today);
        added.expect("allowed").apply(&mut case).expect("applies");
        for over in [Some(today), None, Some(today)] {
            assert_eq!(toggle(&mut case, "precondition:accounts"), Ok(()));
            assert_eq!(case.search_over, over);
        }
        let activity: Item = "precondition:activity".parse().expect("an item");
        for state in [MarkState::Waived, MarkState::Done] {
            case.marks.insert(activity.clone(), Mark { state, ..Mark::default() });
            assert_eq!(toggle(&mut case, "precondition:activity"), Ok(()));
            assert_eq!(case.mark(&activity), Mark::default(), "{state:?}");
        }
        // What was refused is ticked again, not unticked.
        let about = vec![activity.clone()];
        let outcome = Some(Outcome { about, ..Outcome::on(Verdict::Rejected, today) });
        let one = Application { id: Id::new("1"), outcome, ..Application::on(today) };
        case.applications.push(one);
        let done = Mark { state: MarkState::Done, ..Mark::default() };
        case.marks.insert(activity.clone(), done);
        assert_eq!(toggle(&mut case, "precondition:activity"), Ok(()));
        let mark = case.mark(&activity);
        assert_eq!((mark.state, mark.answers), (MarkState::Done, Some(Id::new("1"))));
    }
}
