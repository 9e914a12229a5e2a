//! The steps of a way out, which a playbook explains and nobody ticks:
//! submitting, the review, the end.

use serde::{Deserialize, Deserializer};

use super::Confidence;
use crate::{
    domain::{Id, Period, RegistrationTerm},
    text::Localized,
};

/// A step that is explained, not ticked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What the person does.
    pub means: Localized,
    /// Another carrier is asked to do it, so that this one gets no letter about it.
    #[serde(default)]
    pub elsewhere: bool,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// How long the carrier takes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewWindow {
    /// First working day on which an answer can come.
    pub earliest: u16,
    /// Last working day before it is late.
    pub latest: u16,
    /// Whose working days, as ISO 3166-2 or `ZZ`.
    pub region: String,
    /// What the person does meanwhile.
    pub means: Localized,
    /// How far the figures can be trusted.
    pub confidence: Confidence,
    /// What to do about an answer that is late.
    #[serde(default)]
    pub chase: Option<ReminderRule>,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// When to ask again for an answer that is late, and when to complain.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReminderRule {
    /// Working days without a word after which to ask again.
    pub nudge_after: u16,
    /// Working days after which a forum takes the complaint.
    pub complain_after: u16,
    /// How to ask again, and where the figure is from.
    pub nudge: Localized,
    /// How to complain, and where the figure is from.
    pub complain: Localized,
    /// Ids of sources for asking again.
    #[serde(default)]
    pub sources: Vec<Id>,
    /// Ids of sources for complaining.
    #[serde(default)]
    pub complain_sources: Vec<Id>,
}

/// Letting the line expire instead.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lapse {
    /// What happens, in order.
    pub means: Localized,
    /// How long to take care once it has expired.
    #[serde(default)]
    pub rest: Option<Rest>,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// How long a number rests before it is sold again.
#[derive(Clone, Debug)]
pub struct Rest {
    /// So long after the last day on which the line receives.
    pub lasts: Period,
    /// What the figure is worth.
    pub means: Localized,
    /// Ids of sources.
    pub sources: Vec<Id>,
}

impl<'de> Deserialize<'de> for Rest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// How long the number rests before it is given to somebody else.
        #[derive(Deserialize)]
        #[serde(rename = "Rest", deny_unknown_fields)]
        struct WrittenRest {
            /// So many days after the line has ended, or
            days: Option<u16>,
            /// so many months, or
            months: Option<u16>,
            /// so many working days.
            working_days: Option<u16>,
            /// What the figure is worth.
            means: Localized,
            /// Ids of sources.
            #[serde(default)]
            sources: Vec<Id>,
        }
        let WrittenRest { days, months, working_days, means, sources } =
            WrittenRest::deserialize(deserializer)?;
        Ok(Self { lasts: Period::given(days, months, working_days)?, means, sources })
    }
}

/// A way of registering after which a line ends by itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// What the file calls it by.
    pub id: Id,
    /// Which lines, and for how long.
    pub rule: RegistrationTerm,
    /// The rule in words.
    pub means: Localized,
    /// Ids of sources.
    #[serde(default)]
    pub sources: Vec<Id>,
}
