//! Where the facts of a playbook come from, and how far each can be trusted.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub(crate) use crate::domain::Confidence;
use crate::{
    domain::Id,
    text::{Localized, Text},
};

/// The date of a page, as exactly as the page gives it: `2023`, `2023-10` or
/// `2023-10-24`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PageDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// The text was no year, month or day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not `2023-10-24`", _0.escape_debug())]
pub struct NotAPageDate(String);

impl PageDate {
    /// The date that a page carries, or that it carries none, in words.
    pub(crate) fn told(date: Option<&Self>, text: &Text) -> String {
        match date {
            Some(date) => text.with("word-page-of", &[("date", date.to_string().into())]),
            None => text.get("word-page-undated").into_owned(),
        }
    }
}

impl TryFrom<String> for PageDate {
    type Error = NotAPageDate;

    fn try_from(text: String) -> Result<Self, NotAPageDate> {
        let fault = || NotAPageDate(text.clone());
        let mut parts = text.split('-');
        let year = parts.next().filter(|year| year.len() == 4);
        let year = year.and_then(|year| year.parse().ok()).ok_or_else(fault)?;
        let rest: Result<Vec<i8>, _> = parts.map(str::parse).collect();
        let rest = rest.map_err(|_| fault())?;
        let (month, day) = match rest.as_slice() {
            [] => (None, None),
            [month] => (Some(*month), None),
            [month, day] => (Some(*month), Some(*day)),
            _ => return Err(fault()),
        };
        let sound = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok();
        if sound { Ok(Self { year, month, day }) } else { Err(fault()) }
    }
}

impl From<PageDate> for String {
    fn from(date: PageDate) -> Self {
        date.to_string()
    }
}

impl fmt::Display for PageDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

/// Where a fact comes from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What items refer to it by.
    pub id: Id,
    /// What it is.
    pub title: Localized,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// The date that the page itself carries; none when it is undated.
    #[serde(default, alias = "verified")]
    pub date: Option<PageDate>,
}
