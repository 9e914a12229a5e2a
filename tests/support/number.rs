//! A number that whoever runs the tests gives in the environment.

use std::{env, str::FromStr};

/// The number of this name; nothing when none is given.
pub(crate) fn number<T: FromStr>(name: &str) -> Option<T> {
    env::var(name).ok()?.parse().ok()
}
