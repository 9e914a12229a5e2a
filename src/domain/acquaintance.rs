//! How a case knows a service that was found in the person's exports.

use jiff::civil::Date;

use super::{Case, Service, ServiceState};

/// How a case knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acquaintance {
    /// Not yet.
    New,
    /// The person does not want to see it again.
    Ignored,
    /// It is on the list, in this state.
    Listed(ServiceState),
    /// It was marked moved or closed, and sent a code after that: the day of
    /// the last one.
    StillUsed(Date),
}

impl Acquaintance {
    /// Its word in reports, and in keys of texts after `word-found-`.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Ignored => "ignored",
            Self::Listed(_) => "listed",
            Self::StillUsed(_) => "still_used",
        }
    }
}

impl Case {
    /// How this case knows what goes by `names`, the first of which is its
    /// own, and sent its last code on `last_code`; with the service that it is,
    /// when it is on the list.
    pub fn acquaintance(
        &self,
        names: &[&str],
        last_code: Option<Date>,
    ) -> (Acquaintance, Option<&Service>) {
        let Some(service) = self.service_called(names.iter().copied()) else {
            let ignored = names.first().is_some_and(|name| self.is_ignored(name));
            return (if ignored { Acquaintance::Ignored } else { Acquaintance::New }, None);
        };
        let later = last_code.filter(|day| service.since.is_some_and(|since| *day > since));
        let known = match later {
            Some(day) if service.state.is_released() => Acquaintance::StillUsed(day),
            _ => Acquaintance::Listed(service.state),
        };
        (known, Some(service))
    }
}
