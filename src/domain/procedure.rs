//! What a carrier asks, reduced to what the rules need. The playbook room
//! makes it from data; the texts stay there.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use super::{Class, Contact, EndRule, Id, Line, Period, Prolonging, RefundTerm, Route, Workdays};

/// When a document is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needed {
    /// In every case.
    Always,
    /// It helps but is not asked for.
    Optional,
    /// Only if this precondition was *settled*: something was owed and paid.
    WhenSettled(Id),
    /// Only if the line is in the name of somebody else, who authorises the person.
    OnBehalf,
}

/// One thing that must hold before applying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Precondition {
    /// Its id in the playbook.
    pub id: Id,
    /// It follows from the accounts instead of being ticked.
    pub follows_accounts: bool,
    /// It can be met by paying: `--settled` makes sense.
    pub can_settle: bool,
    /// The ways out that it is about; all where none is named.
    pub routes: Vec<Route>,
}

/// One document of the playbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its id in the playbook.
    pub id: Id,
    /// When it is wanted.
    pub needed: Needed,
}

/// How long a line lasts that was registered in a certain way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegistrationTerm {
    /// The class it was registered in.
    pub class: Class,
    /// So long after it was registered it ends.
    pub lasts: Period,
    /// The first day on which a registration falls under the rule.
    pub since: Date,
}

impl RegistrationTerm {
    /// The last day of a line that falls under this rule.
    pub(crate) fn end(self, line: &Line, workdays: &Workdays) -> Option<Date> {
        let day = line.registered.filter(|day| *day >= self.since)?;
        (line.class == Some(self.class)).then_some(())?;
        self.lasts.after(day, workdays)
    }
}

impl<'de> Deserialize<'de> for RegistrationTerm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// How long a line lasts that was registered in a certain way; one span.
        #[derive(Deserialize)]
        #[serde(rename = "RegistrationTerm", deny_unknown_fields)]
        struct WrittenTerm {
            /// The class in which the line was registered.
            class: Class,
            /// It ends so many days after that, or
            days: Option<u16>,
            /// so many months, or
            months: Option<u16>,
            /// so many working days.
            working_days: Option<u16>,
            /// The first day on which a registration falls under the rule.
            since: Date,
        }
        let WrittenTerm { class, days, months, working_days, since } =
            WrittenTerm::deserialize(deserializer)?;
        Ok(Self { class, lasts: Period::given(days, months, working_days)?, since })
    }
}

/// The carrier's procedure as far as it decides anything.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Procedure {
    /// In the order they are worked through.
    pub preconditions: Vec<Precondition>,
    /// In the order they are shown.
    pub documents: Vec<Document>,
    /// Ids, in the order they are shown.
    pub safeguards: Vec<Id>,
    /// Ids of the obstacles it knows.
    pub obstacles: Vec<Id>,
    /// Channels that do not lead to the carrier but to where one complains
    /// about it.
    pub forums: Vec<Id>,
    /// Letters that complain to one.
    pub complaints: Vec<Id>,
    /// Another carrier is asked to end a line: this one gets no papers.
    pub elsewhere: bool,
    /// A rule says when to ask again for an answer that is late.
    pub chases: bool,
    /// How long lines last by the way they were registered.
    pub registrations: Vec<RegistrationTerm>,
    /// The safeguard that is about credit left on the line.
    pub credit: Option<Id>,
    /// Credit dies with the line: there is nothing to save once that has ended.
    pub credit_dies: bool,
    /// It dies when the number goes to another carrier.
    pub port_kills_credit: bool,
    /// How long a number rests once its line is gone.
    pub rest: Option<Period>,
    /// What gives the day on which a line ends.
    pub rule: EndRule,
    /// What credit does to the end of a line.
    pub prolonging: Option<Prolonging>,
    /// The line receives no longer once its validity has ended.
    pub no_grace: bool,
    /// Until when credit that is left can be asked back, where a rule says so.
    pub refund: Option<RefundTerm>,
    /// What a person can do with a line, the usual way first.
    pub routes: Vec<Route>,
    /// What counts the working days of its spans.
    pub workdays: Workdays,
}

impl Precondition {
    /// It is about this way out.
    pub(super) fn is_for(&self, route: Route) -> bool {
        self.routes.is_empty() || self.routes.contains(&route)
    }

    /// It gates this way out. Nobody applies for a line that is left to lapse, so
    /// that only its accounts matter there, and what is named for it; a number
    /// that moves to another carrier keeps its accounts.
    pub(super) fn gates(&self, route: Route) -> bool {
        match route {
            Route::Keep => false,
            Route::Apply => self.is_for(route),
            Route::Lapse => self.follows_accounts || self.routes.contains(&route),
            Route::Port => self.is_for(route) && !self.follows_accounts,
        }
    }
}

#[cfg(test)]
impl Precondition {
    /// One that a person ticks, on every way out.
    pub(crate) fn ticked(id: &str) -> Self {
        Self { id: Id::new(id), follows_accounts: false, can_settle: false, routes: Vec::new() }
    }
}

impl Procedure {
    /// This went to a forum, not to the carrier.
    pub(in crate::domain) fn is_complaint(&self, contact: &Contact) -> bool {
        let letter = || contact.letter.as_ref().is_some_and(|id| self.complaints.contains(id));
        self.forums.iter().any(|id| id.as_str() == contact.channel) || letter()
    }

    /// The day on which the line ends because of how it was registered.
    pub(crate) fn registration_end(&self, line: &Line) -> Option<Date> {
        self.registrations.iter().filter_map(|rule| rule.end(line, &self.workdays)).min()
    }

    /// The precondition with this id.
    pub fn precondition(&self, id: &Id) -> Option<&Precondition> {
        self.preconditions.iter().find(|rule| rule.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{LineEnd, LineEndRule};

    #[test]
    fn a_rule_is_not_applied_to_what_was_registered_before_it() {
        let rule = RegistrationTerm {
            class: Class::Tourist,
            lasts: Period::Months(3),
            since: date(2026, 2, 26),
        };
        let procedure = Procedure { registrations: vec![rule], ..Procedure::default() };
        let mut line = Line {
            class: Some(Class::Tourist),
            registered: Some(date(2026, 3, 10)),
            ..Line::default()
        };
        let end = |line: &Line| procedure.line_end(line);
        let by_rule = LineEnd { on: date(2026, 6, 10), by: LineEndRule::Registration };
        assert_eq!(end(&line), Some(by_rule));
        line.grace_until = Some(date(2026, 5, 1));
        assert_eq!(end(&line), Some(LineEnd { on: date(2026, 5, 1), by: LineEndRule::GraceUntil }));
        line = Line { registered: Some(date(2025, 6, 1)), grace_until: None, ..line };
        assert_eq!(end(&line), None, "the rule began later");
        line = Line { registered: Some(date(2026, 2, 26)), ..line };
        assert_eq!(end(&line).map(|end| end.on), Some(date(2026, 5, 26)), "on its first day");
    }
}
