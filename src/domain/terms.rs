//! How the days of a review are counted in one case, where that differs from
//! what the playbook says.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Window;

/// Days that count otherwise than the tables say, each with the person's
/// reason; the reason may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DayOverrides {
    /// Days on which the carrier does not work.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub closed: BTreeMap<Date, String>,
    /// Days on which it does.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub open: BTreeMap<Date, String>,
}

impl DayOverrides {
    /// Most days a person may name; more than that is a mistake.
    pub(super) const MOST: usize = 400;

    /// Nothing differs from the tables.
    pub fn is_empty(&self) -> bool {
        self.closed.is_empty() && self.open.is_empty()
    }
}

/// What the person set for the reviews of one case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Terms {
    /// Another window than the playbook's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// Another region than the playbook's, as ISO 3166-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Days on which this carrier works, or does not, unlike its region.
    #[serde(skip_serializing_if = "DayOverrides::is_empty")]
    pub days: DayOverrides,
}

impl Terms {
    /// Everything is as the playbook has it.
    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
