//! What to do about a line that is kept: nothing, until its own clock asks for
//! something.

use jiff::civil::Date;

use super::{AgendaEntry, AgendaKind, AgendaState, Item, Next, facts::Facts};

impl AgendaEntry {
    /// It is about what keeps a line alive.
    pub(crate) fn is_of_keeping(&self) -> bool {
        matches!(self.kind, AgendaKind::UseBy | AgendaKind::ExtendBy)
    }
}

impl Next {
    /// Whether it comes before an obstacle: the carrier has refused, or a line that is kept is
    /// about to be lost.
    pub(crate) fn is_grave(&self) -> bool {
        use Next::{KeepHeld, KeepLast, KeepLate, Mend, Resubmit};
        matches!(self, Mend(..) | Resubmit(..) | KeepLate(..) | KeepLast(..) | KeepHeld(..))
    }

    /// Whether a line that is kept goes, or is gone, unless something is done today: its
    /// last day has come or has passed.
    pub(crate) fn loses_the_line(&self, today: Date) -> bool {
        match self {
            Self::KeepLate(..) | Self::KeepLast(..) | Self::KeepHeld(..) => true,
            Self::KeepAlive(_, by) => *by <= today,
            _ => false,
        }
    }
}

impl Facts<'_> {
    /// What to do today about a line that is kept.
    pub(super) fn keeping(&self, agenda: &[AgendaEntry], today: Date) -> Next {
        let clock = agenda.iter().find(|one| one.is_of_keeping() && one.state != AgendaState::Done);
        let used = agenda.iter().any(|one| one.kind == AgendaKind::UseBy);
        // What credit does for a line it does also for one that is kept.
        let line = &self.case.line;
        let ended = line.active_until.or(line.grace_until).or(self.procedure.use_end(line));
        let ended = ended.filter(|on| *on < today);
        let held = self.procedure.prolonged(self.case).map(|held| held.until);
        let held = held.filter(|until| clock.is_some_and(|one| one.given == *until));
        let held = held.filter(|until| *until >= today);
        if let (Some(one), Some(ended), Some(until)) = (clock, ended, held) {
            return Next::KeepHeld(one.item.clone(), ended, until);
        }
        // No top-up moves the day on which its registration ends.
        if let (None, Some((item, end))) = (clock, self.own_end()) {
            return Next::KeptUntil(item, end);
        }
        match clock {
            Some(one) if one.given < today => match line.last_chance(today) {
                Some(until) => self.ends_before(until).map_or_else(
                    || Next::KeepLast(one.item.clone(), one.given, until),
                    |(item, end)| Next::KeptUntil(item, end),
                ),
                None => Next::KeepLate(one.item.clone(), one.given),
            },
            Some(one) if one.matters(today, 0) => Next::KeepAlive(one.item.clone(), one.given),
            // A day that was read off does not tell when the line was used last.
            Some(one) if used || self.procedure.rule.counted().is_none() => {
                self.undecided().unwrap_or_else(|| Next::Kept(one.item.clone(), one.given))
            }
            _ if self.procedure.rule.counted().is_some() => {
                Next::AskUse(Item::of_line("last-used"))
            }
            _ => Next::AskValidity(Item::of_line("active-until")),
        }
    }
}
