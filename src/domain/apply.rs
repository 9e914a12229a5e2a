//! Carrying out a change on a case.

use std::mem::replace;

use super::{Case, Change, Edit, Reckoned, Refusal, edit::missing};

impl Change {
    /// Carries the change out and returns the change that undoes it. A change
    /// that is refused alters nothing.
    pub(crate) fn apply(&self, case: &mut Case) -> Result<Self, Refusal> {
        Ok(match self {
            Self::Opened => Self::Opened,
            Self::Label(label) => Self::Label(replace(&mut case.label, label.clone())),
            Self::Route(route) => Self::Route(replace(&mut case.route, *route)),
            Self::Line(line) => Self::Line(Box::new(replace(&mut case.line, (**line).clone()))),
            Self::Mark { item, mark } => {
                let old = match mark.as_ref().filter(|mark| !mark.is_blank()) {
                    Some(mark) => case.marks.insert(item.clone(), (**mark).clone()),
                    None => case.marks.remove(item),
                };
                Self::Mark { item: item.clone(), mark: old.map(Box::new) }
            }
            Self::Search(over) => Self::Search(replace(&mut case.search_over, *over)),
            Self::Account(edit) => Self::Account(edit.apply(&mut case.accounts)?),
            Self::Accounts(all) => Self::Accounts(Edit::apply_all(all, &mut case.accounts)?),
            Self::Found { findings, accounts, dismissed } => {
                let accounts = Edit::apply_all(accounts, &mut case.accounts)?;
                let findings = Edit::apply_all(findings, &mut case.findings)?;
                let dismissed = Edit::apply_all(dismissed, &mut case.dismissed)?;
                Self::found(findings, accounts, dismissed)
            }
            Self::Dismissed(all) => Self::Dismissed(Edit::apply_all(all, &mut case.dismissed)?),
            Self::Document(edit) => Self::Document(edit.apply(&mut case.documents)?),
            Self::Contact(edit) => Self::Contact(edit.apply(&mut case.contacts)?),
            Self::Obstacle(edit) => Self::Obstacle(edit.apply(&mut case.obstacles)?),
            Self::Application(edit) => Self::Application(edit.apply(&mut case.applications)?),
            Self::Agenda { id, mark } => {
                let old = match mark {
                    Some(mark) => case.agenda.insert(id.clone(), mark.clone()),
                    None => case.agenda.remove(id),
                };
                Self::Agenda { id: id.clone(), mark: old }
            }
            Self::Terms { terms, told } => {
                let told = told.as_ref().map(|told| told.apply(case)).transpose()?;
                let terms = replace(&mut case.terms, (**terms).clone());
                Self::Terms { terms: Box::new(terms), told: told.map(Box::new) }
            }
            Self::Reckoned(reckoned) => Self::Reckoned(Box::new(reckoned.apply(case)?)),
            Self::Ending(ending) => Self::Ending(replace(&mut case.ending, ending.clone())),
            Self::Archived(day) => Self::Archived(replace(&mut case.archived, *day)),
            Self::ByHand(changes) => {
                let mut after = case.clone();
                let back: Result<Vec<Self>, Refusal> =
                    changes.iter().map(|change| change.apply(&mut after)).collect();
                let mut back = back?;
                back.reverse();
                *case = after;
                Self::ByHand(back)
            }
            Self::Settled { left, made } => {
                let made = made.as_ref().map(|made| made.apply(case)).transpose()?;
                let left = replace(&mut case.conflicts, left.clone());
                Self::Settled { left, made: made.map(Box::new) }
            }
        })
    }

    /// Nothing is different after it: what it set was so before. `inverse` is
    /// what [`Change::apply`] returned.
    pub(super) fn is_idle(&self, inverse: &Self) -> bool {
        fn same<T: PartialEq>(now: &Edit<T>, old: &Edit<T>) -> bool {
            now.value == old.value
        }
        fn all_same<T: PartialEq>(now: &[Edit<T>], old: &[Edit<T>]) -> bool {
            now.len() == old.len() && now.iter().zip(old.iter().rev()).all(|(a, b)| same(a, b))
        }
        match (self, inverse) {
            (Self::Opened, _) => false,
            (Self::Account(now), Self::Account(old)) => same(now, old),
            (Self::Accounts(now), Self::Accounts(old)) => all_same(now, old),
            (
                Self::Found { findings, accounts, dismissed },
                Self::Found { findings: old, accounts: old_accounts, dismissed: old_dismissed },
            ) => {
                all_same(findings, old)
                    && all_same(accounts, old_accounts)
                    && all_same(dismissed, old_dismissed)
            }
            (Self::Dismissed(now), Self::Dismissed(old)) => all_same(now, old),
            (Self::Document(now), Self::Document(old)) => same(now, old),
            (Self::Contact(now), Self::Contact(old)) => same(now, old),
            (Self::Obstacle(now), Self::Obstacle(old)) => same(now, old),
            (Self::Application(now), Self::Application(old)) => same(now, old),
            (Self::ByHand(now), Self::ByHand(old)) => {
                let pairs = now.iter().zip(old.iter().rev());
                pairs.into_iter().all(|(now, old)| now.is_idle(old))
            }
            (now, old) => now == old,
        }
    }
}

impl Reckoned {
    /// Keeps these dates and returns those that were kept before.
    fn apply(&self, case: &mut Case) -> Result<Self, Refusal> {
        let id = &self.application;
        let found = case.applications.iter_mut().find(|one| one.id == *id);
        let one = found.ok_or_else(|| missing::<super::Application>(id))?;
        let dates = replace(&mut one.reckoned, self.dates.clone());
        Ok(Self { application: id.clone(), dates })
    }
}
