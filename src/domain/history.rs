//! What was done, when, and how to take it back.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Change;

/// One line of a case's history. It is the evidence and the undo list at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The moment, to the second.
    pub at: Timestamp,
    /// What was done.
    pub change: Change,
    /// What takes it back.
    pub inverse: Change,
}
