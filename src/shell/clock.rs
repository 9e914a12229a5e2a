//! The clock, and the one that tests and the demo set.
//!
//! Owns: which moment it is, and the person's own time zone. Must not know:
//! what happens at a moment.

use std::{
    env,
    time::{Duration, Instant},
};

use jiff::{
    SignedDuration, Timestamp,
    tz::{TimeZone, TimeZoneDatabase},
};

use super::system;

/// Tells the moment. `RINGOFF_NOW` (RFC 3339) sets it; it runs on from there
/// unless `RINGOFF_CLOCK=held`.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// A moment that was set, and since when it runs on; the system's clock
    /// counts otherwise.
    set: Option<(Timestamp, Instant)>,
    held: bool,
}

impl Clock {
    /// A clock that stands still.
    pub fn held_at(moment: Timestamp) -> Self {
        Self { set: Some((moment, Instant::now())), held: true }
    }

    /// Reads the environment. The error is a `RINGOFF_NOW` that is no moment.
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
        add(moment, since.elapsed())
    }

    /// Moves on by the time since the last call, `pace` times, and tells the
    /// moment. A clock that is held stands still at every pace.
    pub fn tick(&mut self, pace: u32) -> Timestamp {
        match self.set {
            Some(_) if self.held => {}
            None if pace == 1 => {}
            None => self.set = Some((Timestamp::now(), Instant::now())),
            Some((moment, since)) => {
                let now = Instant::now();
                let passed = now.duration_since(since).saturating_mul(pace);
                self.set = Some((add(moment, passed), now));
            }
        }
        self.now()
    }

    /// The person's own time zone. It is looked up by name among the zones that
    /// come with the program, since looking through the system's takes longer
    /// than the rest of a start; the system is asked only when there is no such
    /// name.
    pub fn home() -> TimeZone {
        bundled_home().unwrap_or_else(TimeZone::system)
    }

    /// What `TZ` names, where that is no time zone: the person's own times are those of
    /// UTC then.
    pub(crate) fn unknown_home() -> Option<String> {
        let given = env::var_os("TZ").filter(|given| !given.is_empty())?;
        let unknown = bundled_home().is_none() && TimeZone::try_system().is_err();
        unknown.then(|| given.to_string_lossy().into_owned())
    }
}

fn bundled_home() -> Option<TimeZone> {
    let named = env::var("TZ").ok().or_else(system::zone_name)?;
    TimeZoneDatabase::bundled().get(named.trim_start_matches(':')).ok()
}

/// The moment so much later; the same one where the calendar ends.
fn add(moment: Timestamp, passed: Duration) -> Timestamp {
    let passed = SignedDuration::try_from(passed).unwrap_or_default();
    moment.checked_add(passed).unwrap_or(moment)
}
