//! The ways out that a file names. Every line can be kept, so that no file says it.

use serde::{Deserialize, Deserializer};

use crate::domain::Route;

/// What a file may name.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum WayOut {
    /// Ask the carrier to cancel the line.
    Apply,
    /// Let it expire.
    Lapse,
    /// Take the number to another carrier.
    Port,
}

impl From<WayOut> for Route {
    fn from(way: WayOut) -> Self {
        match way {
            WayOut::Apply => Self::Apply,
            WayOut::Lapse => Self::Lapse,
            WayOut::Port => Self::Port,
        }
    }
}

/// Reads a list of them.
pub(super) fn ways_out<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Route>, D::Error> {
    Ok(Vec::<WayOut>::deserialize(deserializer)?.into_iter().map(Route::from).collect())
}
