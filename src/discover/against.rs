//! What was found, held against what the case has.

use jiff::{civil::Date, tz::TimeZone};

use super::{Found, Services};
use crate::domain::{Case, Service, ServiceState};

/// How a case knows a service that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is new.
    New,
    /// The person does not want to see it again.
    Ignored,
    /// It is on the list, in this state.
    Listed(ServiceState),
    /// It was marked moved or closed, and sent a code after that: the day of
    /// the last one.
    StillUsed(Date),
}

impl Standing {
    /// Its word in reports, and in keys of texts after `word-found-`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Ignored => "ignored",
            Self::Listed(_) => "listed",
            Self::StillUsed(_) => "still_used",
        }
    }
}

/// The service of the case that this is, by any of its names.
pub fn listed<'a>(services: &Services, case: &'a Case, found: &Found) -> Option<&'a Service> {
    let known = services.by_name(&found.name);
    let names = known.iter().flat_map(|one| [&one.name].into_iter().chain(&one.aliases));
    case.service_called([found.name.as_str()].into_iter().chain(names.map(String::as_str)))
}

/// How the case knows what was found. Days are those of `zone`.
pub fn standing(services: &Services, case: &Case, found: &Found, zone: &TimeZone) -> Standing {
    if let Some(service) = listed(services, case, found) {
        let code = found.last_code().map(|at| at.to_zoned(zone.clone()).date());
        return match code.filter(|day| service.since.is_some_and(|since| *day > since)) {
            Some(day) if service.state.is_released() => Standing::StillUsed(day),
            _ => Standing::Listed(service.state),
        };
    }
    if case.is_ignored(&found.name) { Standing::Ignored } else { Standing::New }
}
