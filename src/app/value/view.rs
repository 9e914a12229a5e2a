//! Where the person was, kept so that the next start opens there. It lives in
//! the state folder, never in the progress file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::Id;

/// Where the person was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// The case.
    pub case: Option<Id>,
    /// The pane, by its id.
    pub pane: String,
    /// The selected row of each pane, by its id.
    pub rows: BTreeMap<String, usize>,
    /// Numbers were shown in full; masked is how they are shown at first.
    pub revealed: bool,
    /// What decides the order of the accounts.
    pub accounts: String,
    /// The version whose news the person was told of.
    pub version: String,
}
