//! One thing the person did, as a value that knows its inverse.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Account, Application, Case, Contact, Dismissed, Ending, Id, Item, ItemKind, Line, Mark,
    Obstacle, OwnDocument, Refusal, Route, Terms, Told,
};

/// A thing with an id, kept in a list.
pub trait Keyed {
    /// Unique in its list.
    fn id(&self) -> &Id;
}

/// Adds, replaces or removes one thing of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Put<T> {
    /// Which one.
    pub id: Id,
    /// Where in the list, when it is new.
    pub at: usize,
    /// What it shall be; nothing removes it.
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub value: Option<T>,
}

impl<T: Keyed + Clone> Put<T> {
    /// Adds `value` at the end of `list`.
    pub fn add(list: &[T], value: T) -> Self {
        Self { id: value.id().clone(), at: list.len(), value: Some(value) }
    }

    /// Replaces what has the id of `value`.
    pub fn replace(value: T) -> Self {
        Self { id: value.id().clone(), at: 0, value: Some(value) }
    }

    /// Removes what has `id`.
    pub fn remove(id: &Id) -> Self {
        Self { id: id.clone(), at: 0, value: None }
    }

    fn apply(&self, list: &mut Vec<T>, kind: ItemKind) -> Result<Self, Refusal> {
        let place = list.iter().position(|one| *one.id() == self.id);
        let old = match (place, &self.value) {
            (None, None) => {
                return Err(Refusal::NoSuchItem(Item::new(kind, &self.id).to_string()));
            }
            (Some(at), None) => Some(list.remove(at)),
            (Some(at), Some(value)) => {
                list.get_mut(at).map(|slot| std::mem::replace(slot, value.clone()))
            }
            (None, Some(value)) => {
                list.insert(self.at.min(list.len()), value.clone());
                None
            }
        };
        Ok(Self { id: self.id.clone(), at: place.unwrap_or(0), value: old })
    }
}

/// Carries several out, all or none, and returns what takes them back.
fn all<T: Keyed + Clone>(puts: &[Put<T>], list: &mut Vec<T>) -> Result<Vec<Put<T>>, Refusal> {
    let mut fresh = list.clone();
    let back: Result<Vec<Put<T>>, Refusal> =
        puts.iter().map(|put| put.apply(&mut fresh, ItemKind::Account)).collect();
    let mut back = back?;
    back.reverse();
    *list = fresh;
    Ok(back)
}

/// Everything that can happen to a case after it was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The case came into being: the first entry of every history.
    Opened,
    /// It is called something else.
    Label(String),
    /// The person goes another way.
    Route(Route),
    /// The facts about the line are these now.
    Line(Line),
    /// An item of the playbook got another mark, or none.
    Mark {
        /// Which item.
        item: Item,
        /// What is said about it now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mark: Option<Mark>,
    },
    /// The search for accounts was declared over, or resumed.
    Search(Option<Date>),
    /// An account came, changed or went.
    #[serde(alias = "service")]
    Account(Put<Account>),
    /// Several did at once.
    #[serde(alias = "services")]
    Accounts(Vec<Put<Account>>),
    /// Names that a scan found are not to be shown again, or are.
    #[serde(alias = "ignored")]
    Dismissed(Vec<Put<Dismissed>>),
    /// A document of the person's own came, changed or went.
    Document(Put<OwnDocument>),
    /// An entry of the contact log came, changed or went.
    Contact(Put<Contact>),
    /// An obstacle came, changed or went.
    Obstacle(Put<Obstacle>),
    /// A submission came, changed or went.
    Application(Put<Application>),
    /// The days of a review are counted otherwise.
    Terms {
        /// How they are counted now.
        terms: Terms,
        /// The dates of the pending review as they are told now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        told: Option<Told>,
    },
    /// The tables were corrected, and the dates of a review moved by
    /// themselves.
    Reckoned(Told),
    /// The person gave the whole thing up, or took it up again.
    Ending(Option<Ending>),
}

impl Told {
    /// Tells these dates and returns those that were told before.
    fn apply(&self, case: &mut Case) -> Result<Self, Refusal> {
        let found = case.applications.iter_mut().find(|one| one.id == self.application);
        let one = found.ok_or_else(|| {
            let item = Item::new(ItemKind::Application, &self.application);
            Refusal::NoSuchItem(item.to_string())
        })?;
        let dates = std::mem::replace(&mut one.reckoned, self.dates.clone());
        Ok(Self { application: self.application.clone(), dates })
    }
}

impl Change {
    /// Nothing is different after it: what it set was so before.
    pub(super) fn is_idle(&self, inverse: &Self) -> bool {
        fn same<T: PartialEq>(now: &Put<T>, old: &Put<T>) -> bool {
            now.value == old.value
        }
        match (self, inverse) {
            (Self::Opened, _) => false,
            (Self::Account(now), Self::Account(old)) => same(now, old),
            (Self::Accounts(now), Self::Accounts(old)) => {
                now.len() == old.len()
                    && now.iter().zip(old.iter().rev()).all(|(now, old)| same(now, old))
            }
            (Self::Dismissed(now), Self::Dismissed(old)) => {
                now.len() == old.len()
                    && now.iter().zip(old.iter().rev()).all(|(now, old)| same(now, old))
            }
            (Self::Document(now), Self::Document(old)) => same(now, old),
            (Self::Contact(now), Self::Contact(old)) => same(now, old),
            (Self::Obstacle(now), Self::Obstacle(old)) => same(now, old),
            (Self::Application(now), Self::Application(old)) => same(now, old),
            (now, old) => now == old,
        }
    }

    /// Carries the change out and returns the change that takes it back.
    pub fn apply(&self, case: &mut Case) -> Result<Self, Refusal> {
        Ok(match self {
            Self::Opened => Self::Opened,
            Self::Label(label) => Self::Label(std::mem::replace(&mut case.label, label.clone())),
            Self::Route(route) => Self::Route(std::mem::replace(&mut case.route, *route)),
            Self::Line(line) => Self::Line(std::mem::replace(&mut case.line, line.clone())),
            Self::Mark { item, mark } => {
                let old = match mark.as_ref().filter(|mark| !mark.is_blank()) {
                    Some(mark) => case.marks.insert(item.clone(), mark.clone()),
                    None => case.marks.remove(item),
                };
                Self::Mark { item: item.clone(), mark: old }
            }
            Self::Search(over) => Self::Search(std::mem::replace(&mut case.search_over, *over)),
            Self::Account(put) => Self::Account(put.apply(&mut case.accounts, ItemKind::Account)?),
            Self::Accounts(puts) => Self::Accounts(all(puts, &mut case.accounts)?),
            Self::Dismissed(puts) => Self::Dismissed(all(puts, &mut case.dismissed)?),
            Self::Document(put) => {
                Self::Document(put.apply(&mut case.documents, ItemKind::Document)?)
            }
            Self::Contact(put) => Self::Contact(put.apply(&mut case.contacts, ItemKind::Contact)?),
            Self::Obstacle(put) => {
                Self::Obstacle(put.apply(&mut case.obstacles, ItemKind::Obstacle)?)
            }
            Self::Application(put) => {
                Self::Application(put.apply(&mut case.applications, ItemKind::Application)?)
            }
            Self::Terms { terms, told } => {
                let told = told.as_ref().map(|told| told.apply(case)).transpose()?;
                let terms = std::mem::replace(&mut case.terms, terms.clone());
                Self::Terms { terms, told }
            }
            Self::Reckoned(told) => Self::Reckoned(told.apply(case)?),
            Self::Ending(ending) => {
                Self::Ending(std::mem::replace(&mut case.ending, ending.clone()))
            }
        })
    }
}
