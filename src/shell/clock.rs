//! The clock, and the one that tests and what-ifs set.

use std::{env, time::Instant};

use jiff::{Timestamp, tz::TimeZone};

/// Tells the moment. `RINGOFF_NOW` (RFC 3339) sets it; it runs on from there
/// unless `RINGOFF_CLOCK=held`.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    set: Option<(Timestamp, Instant)>,
    held: bool,
}

impl Clock {
    /// Reads the environment. What is no moment is returned as it is.
    pub fn from_environment() -> Result<Self, String> {
        let held = env::var("RINGOFF_CLOCK").is_ok_and(|how| how == "held");
        let set = match env::var("RINGOFF_NOW") {
            Ok(moment) if !moment.is_empty() => {
                let moment = moment.parse().map_err(|_| moment)?;
                Some((moment, Instant::now()))
            }
            _ => None,
        };
        Ok(Self { set, held })
    }

    /// The moment.
    pub fn now(&self) -> Timestamp {
        let Some((moment, since)) = self.set else { return Timestamp::now() };
        if self.held {
            return moment;
        }
        let elapsed = jiff::SignedDuration::try_from(since.elapsed()).unwrap_or_default();
        moment.checked_add(elapsed).unwrap_or(moment)
    }

    /// The person's own zone.
    pub fn home() -> TimeZone {
        TimeZone::system()
    }
}
