//! The watch: the time after the end of a line in which its number rests, and
//! may come back to life with somebody else.

use jiff::{ToSpan as _, civil::Date};

use super::{Case, Outcome, Procedure, Route, Stage};

/// What is looked at while the number rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WatchCheckKind {
    /// Sign in once to each account that was moved: do the codes arrive?
    SignIn,
    /// Look for mails about recovered or changed accounts.
    Recovery,
}

impl WatchCheckKind {
    /// Its word in the keys of texts.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Recovery => "recovery",
        }
    }
}

/// Something to look at on one day of the watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WatchCheck {
    /// The day.
    pub on: Date,
    /// What to look at.
    pub kind: WatchCheckKind,
}

/// The watch of one case. It is derived and never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watch {
    /// The day the line ended: that of the approval, or the last one on which it
    /// received.
    pub from: Date,
    /// From this day on the number may be given to somebody else.
    pub until: Date,
    /// The end is confirmed: nobody confirms a line that lapsed by itself.
    pub confirmed: bool,
}

impl Watch {
    /// Months after the end at which mails are looked for.
    const MONTHS: [i64; 3] = [1, 3, 6];

    /// The watch of a case whose line has ended; `stage` says how.
    pub(super) fn of(case: &Case, procedure: &Procedure, stage: Stage) -> Option<Self> {
        // A number that the person took along does not rest.
        if case.way() == Route::Port {
            return None;
        }
        let (from, confirmed) = match stage {
            Stage::Cancelled => {
                let approval = case.approval()?;
                (approval.on, approval.is_confirmed())
            }
            Stage::Lapsed => (procedure.gone_after(case)?, true),
            _ => return None,
        };
        let until = procedure.rest?.after(from, &procedure.workdays)?;
        Some(Self { from, until, confirmed })
    }

    /// What to look at and when, the soonest first. The last one comes on the last day
    /// of the watch: the day after, somebody else may have the number.
    pub(crate) fn checks(&self) -> Vec<WatchCheck> {
        let last = self.until.yesterday().unwrap_or(self.until);
        let check = |kind, on: Date| WatchCheck { on: on.min(last), kind };
        let after = |months: i64| self.from.checked_add(months.months()).unwrap_or(self.until);
        let first = check(WatchCheckKind::SignIn, self.from.tomorrow().unwrap_or(self.until));
        let mails = Self::MONTHS.map(|months| check(WatchCheckKind::Recovery, after(months)));
        let mut all: Vec<WatchCheck> = [first].into_iter().chain(mails).collect();
        // A short rest ends before some of them: its last day has one.
        all.dedup();
        // One of a day has none.
        all.retain(|check| check.on > self.from);
        all
    }

    /// The number has rested and the end is confirmed.
    pub(super) fn is_over(&self, today: Date) -> bool {
        self.confirmed && self.until <= today
    }
}

impl Case {
    /// The line has ended and that is confirmed, whatever its number does.
    pub(super) fn is_settled(&self, stage: Stage) -> bool {
        let confirmed = || self.approval().is_some_and(Outcome::is_confirmed);
        stage == Stage::Lapsed || (stage == Stage::Cancelled && confirmed())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Period, Workdays};

    #[test]
    fn the_checks_come_in_order_and_end_with_the_watch() {
        let from = date(2026, 11, 12);
        let until = Period::Months(6).after(from, &Workdays::default()).expect("a day");
        assert_eq!(until, date(2027, 5, 12));
        let watch = Watch { from, until, confirmed: true };
        let days: Vec<(Date, &str)> =
            watch.checks().into_iter().map(|one| (one.on, one.kind.word())).collect();
        let right = [
            (date(2026, 11, 13), "sign-in"),
            (date(2026, 12, 12), "recovery"),
            (date(2027, 2, 12), "recovery"),
            (date(2027, 5, 11), "recovery"),
        ];
        assert_eq!(days, right);
        let short = Watch { until: date(2026, 12, 1), ..watch };
        let days: Vec<Date> = short.checks().into_iter().map(|one| one.on).collect();
        assert_eq!(days, [date(2026, 11, 13), date(2026, 11, 30)]);
        // Somebody else may have the number the day after: there is nothing to look at.
        assert!(Watch { until: date(2026, 11, 13), ..watch }.checks().is_empty());
    }

    #[test]
    fn the_watch_is_over_once_the_number_has_rested_and_the_end_is_confirmed() {
        let until = date(2027, 5, 11);
        let watch = Watch { from: date(2026, 11, 12), until, confirmed: true };
        assert!(!watch.is_over(date(2027, 5, 10)));
        assert!(watch.is_over(until));
        assert!(!Watch { confirmed: false, ..watch }.is_over(until));
    }
}
