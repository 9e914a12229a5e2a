//! The last day on which a line calls and sends, where it goes on to receive.

use jiff::civil::Date;

use super::{AgendaEntry, AgendaKind, Next, facts::Facts};

impl Facts<'_> {
    /// What to do where that day is today.
    pub(super) fn last_calls(&self, agenda: &[AgendaEntry], today: Date) -> Option<Next> {
        let receives = !self.procedure.ends_with_validity();
        let last = |one: &&AgendaEntry| {
            one.kind == AgendaKind::ActiveUntil && one.is_open() && one.given == today && receives
        };
        agenda.iter().find(last).map(|one| Next::LastCalls(one.item.clone(), one.given))
    }
}
