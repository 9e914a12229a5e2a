//! How far a fact can be trusted.

use serde::Deserialize;

use super::named;

named! {
    /// How far a fact can be trusted.
    #[derive(PartialOrd, Ord, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Confidence {
        /// One weak source: shown as unverified wherever it is shown.
        Low = "low",
        /// One good source, or a good one that is old.
        Medium = "medium",
        /// Two independent sources say so, or a recent official one.
        High = "high",
    }
}
