//! The address of one thing of a case, as the command line writes it.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{Id, named};

named! {
    /// What sort of thing an [`Item`] points at, in the order a case is told.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum ItemKind {
        /// What must hold before applying.
        Precondition = "precondition",
        /// A paper the carrier wants.
        Document = "document",
        /// What is lost with the line unless saved first.
        Safeguard = "safeguard",
        /// An account that uses the number.
        Account = "account",
        /// An entry in the log of reaching the carrier.
        Contact = "contact",
        /// What blocks or bends the way.
        Obstacle = "obstacle",
        /// One submission to the carrier.
        Application = "application",
        /// A fact about the line itself.
        Line = "line",
    }
}

/// `precondition:arrears`, `account:maybank`: a kind and an id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Item {
    /// What sort of thing it is.
    pub kind: ItemKind,
    /// Which of them.
    pub id: Id,
}

impl Item {
    /// Puts the two halves together.
    pub fn new(kind: ItemKind, id: &Id) -> Self {
        Self { kind, id: id.clone() }
    }

    /// The fact about the line by this name.
    pub(crate) fn of_line(fact: &str) -> Self {
        Self { kind: ItemKind::Line, id: Id::new(fact) }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.word(), self.id)
    }
}

/// The text was not `kind:id` with a known kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not `kind:id`", _0.escape_debug())]
pub struct NotAnItem(pub String);

impl FromStr for Item {
    type Err = NotAnItem;

    fn from_str(text: &str) -> Result<Self, NotAnItem> {
        text.split_once(':')
            .and_then(|(word, id)| {
                let kind = ItemKind::ALL.into_iter().find(|kind| kind.word() == word)?;
                (!id.is_empty()).then(|| Self { kind, id: Id::new(id) })
            })
            .ok_or_else(|| NotAnItem(text.to_owned()))
    }
}

impl TryFrom<String> for Item {
    type Error = NotAnItem;

    /// Reads what a file holds; there 0.1.0 wrote `service:` for an account.
    fn try_from(text: String) -> Result<Self, NotAnItem> {
        match text.strip_prefix("service:") {
            Some(id) if !id.is_empty() => Ok(Self { kind: ItemKind::Account, id: Id::new(id) }),
            _ => text.parse(),
        }
    }
}

impl From<Item> for String {
    fn from(item: Item) -> Self {
        item.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_reads_as_it_is_written() {
        let text = "account:touch-n-go";
        let item: Item = text.parse().expect("an item");
        assert_eq!((item.kind, item.to_string().as_str()), (ItemKind::Account, text));
        assert!("account".parse::<Item>().is_err());
        assert!("account:".parse::<Item>().is_err());
        assert!("bank:maybank".parse::<Item>().is_err());
        // As 0.1.0 wrote it.
        let old = |text: &str| Item::try_from(text.to_owned()).map(String::from).ok();
        assert_eq!(old("service:touch-n-go").as_deref(), Some(text));
        assert_eq!((old("service:"), old(text).as_deref()), (None, Some(text)));
    }
}
