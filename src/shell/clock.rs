//! The clock, and the one that tests and what-ifs set.

use std::{env, fs, time::Instant};

use jiff::{
    Timestamp,
    tz::{TimeZone, TimeZoneDatabase},
};

/// Tells the moment. `RINGOFF_NOW` (RFC 3339) sets it; it runs on from there
/// unless `RINGOFF_CLOCK=held`.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    set: Option<(Timestamp, Instant)>,
    held: bool,
    /// How many times as fast as usual it runs.
    pace: u32,
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
        Ok(Self { set, held, pace: 1 })
    }

    /// The moment.
    pub fn now(&self) -> Timestamp {
        let Some((moment, since)) = self.set else { return Timestamp::now() };
        if self.held {
            return moment;
        }
        let elapsed = since.elapsed().saturating_mul(self.pace);
        let elapsed = jiff::SignedDuration::try_from(elapsed).unwrap_or_default();
        moment.checked_add(elapsed).unwrap_or(moment)
    }

    /// The same clock, running so many times as fast from now on. One that is
    /// held stays so.
    #[must_use]
    pub fn paced(&self, pace: u32) -> Self {
        Self { set: Some((self.now(), Instant::now())), held: self.held, pace }
    }

    /// The person's own zone: by its name from the zones that come with the
    /// program, since looking through the system's takes longer than the rest
    /// of a start; otherwise as the system tells it.
    pub fn home() -> TimeZone {
        let named = match env::var("TZ") {
            Ok(name) => Some(name),
            Err(_) => fs::read_link("/etc/localtime").ok().and_then(|link| {
                let link = link.to_str()?;
                link.split_once("zoneinfo/").map(|(_, name)| name.to_owned())
            }),
        };
        let zones = TimeZoneDatabase::bundled();
        let found = named.and_then(|name| zones.get(name.trim_start_matches(':')).ok());
        found.unwrap_or_else(TimeZone::system)
    }
}
