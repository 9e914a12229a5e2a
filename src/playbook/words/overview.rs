//! A case in one row: what a table of all cases tells of it.

use jiff::civil::Date;

use super::Words;
use crate::domain::{Item, ItemKind, Stage, Status, named};

named! {
    /// What a column tells. They stand in this order.
    pub(crate) enum OverviewColumn {
        /// What the case is called.
        Case = "case",
        /// Whose line it is.
        Carrier = "carrier",
        /// The number of the line.
        Number = "number",
        /// Where the case stands.
        Stage = "stage",
        /// The day of the next dated thing.
        On = "on",
        /// The next dated thing.
        Due = "due",
        /// What is lost with the line unless it is used before.
        Credit = "credit",
        /// Whether the line ends though nobody does anything.
        Ends = "ends",
        /// What to do next.
        Next = "next",
    }
}

impl OverviewColumn {
    /// From the one that goes last where columns do not fit, to the one that goes
    /// first; and the fewest cells of those that can be cut. What to do next has no
    /// column there: it is told whole.
    pub(crate) const IMPORTANCE: [(Self, Option<usize>); Self::ALL.len() - 1] = [
        (Self::Case, Some(10)),
        (Self::On, None),
        (Self::Stage, Some(9)),
        (Self::Due, Some(14)),
        (Self::Number, None),
        (Self::Carrier, Some(7)),
        (Self::Ends, None),
        (Self::Credit, None),
    ];

    /// The columns that tell cases apart, where the others stand below.
    pub(crate) const FIRST: [(Self, Option<usize>); 4] =
        [(Self::On, None), (Self::Stage, Some(9)), (Self::Case, Some(10)), (Self::Number, None)];

    /// Those that stand below; what can be long comes last.
    pub(crate) const BELOW: [Self; 4] = [Self::Carrier, Self::Credit, Self::Ends, Self::Due];
}

/// Whether a line ends though nobody does anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// It has ended.
    Over,
    /// It ends after this day.
    After(Date),
    /// Nobody has said.
    Unknown,
}

impl Ending {
    /// The word in `--json`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Over => "ended",
            Self::After(_) => "yes",
            Self::Unknown => "unknown",
        }
    }
}

impl Words<'_> {
    /// The credit that is lost with the line, as the person wrote it.
    pub(crate) fn credit_at_stake(&self, status: &Status) -> Option<&str> {
        let line = &self.case.line;
        let safeguard = self.playbook.safeguards.iter().find(|one| one.of_credit);
        let seen_to = safeguard.is_some_and(|one| {
            self.case.mark(&Item::new(ItemKind::Safeguard, &one.id)).is_seen_to()
        });
        let at_stake = line.has_credit() && !seen_to && !status.stage.is_over();
        line.credit.as_deref().filter(|_| at_stake)
    }

    /// Whether the line ends though nobody does anything.
    pub(crate) fn ending(&self, status: &Status) -> Ending {
        let gone = matches!(status.stage, Stage::Cancelled | Stage::Lapsed | Stage::Closed);
        let procedure = self.playbook.procedure();
        let passed = procedure.gone_after(self.case).is_some_and(|until| until < self.today);
        // The earlier day where a rule and what was read off disagree, as in the agenda.
        match procedure.last_end(self.case) {
            _ if gone || passed => Ending::Over,
            Some(end) => Ending::After(end.on),
            None => Ending::Unknown,
        }
    }

    /// What stands in each column of the row of the case, whose number is shown as
    /// `number`; what is dated in a few words where `brief`.
    pub(crate) fn overview(&self, status: &Status, number: &str, brief: bool) -> Vec<String> {
        let text = self.text;
        let dated = status.next_dated();
        let of = |column: &OverviewColumn| match column {
            OverviewColumn::Case => self.case.label.clone(),
            OverviewColumn::Carrier => self.playbook.name.get(text.lang()).to_owned(),
            OverviewColumn::Number => number.to_owned(),
            OverviewColumn::Stage => self.stage(status.stage),
            OverviewColumn::On => {
                dated.map(|one| text.date_near(one.on, self.today)).unwrap_or_default()
            }
            OverviewColumn::Due => match dated {
                Some(one) if brief => self.dated_briefly(one),
                Some(one) => self.dated(one),
                None => String::new(),
            },
            OverviewColumn::Next => self.next(&status.next),
            OverviewColumn::Credit => {
                self.credit_at_stake(status).map(str::to_owned).unwrap_or_default()
            }
            OverviewColumn::Ends => {
                let ending = self.ending(status);
                let key = format!("word-overview-{}", ending.word());
                match ending {
                    Ending::After(day) => {
                        let day = text.date_near(day, self.today);
                        text.with(&key, &[("date", day.into())])
                    }
                    Ending::Over | Ending::Unknown => text.get(&key).into_owned(),
                }
            }
        };
        OverviewColumn::ALL.iter().map(of).collect()
    }
}
