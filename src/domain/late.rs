//! An answer that is late: when the carrier is asked for it.

use jiff::civil::Date;

use super::{
    AgendaEntry, AgendaKind, AgendaState, Item, Next, Review, agenda::awaited, facts::Facts,
};

impl Facts<'_> {
    /// What there is to do about an answer that is late where nothing of the agenda
    /// has come: wait, or ask.
    pub(super) fn chase(item: Item, review: &Review, agenda: &[AgendaEntry], today: Date) -> Next {
        let kind = if review.is_asked() { AgendaKind::Reminder } else { AgendaKind::Latest };
        let entry = agenda.iter().find(|one| one.kind == kind && one.item == item);
        match (review.nudge.filter(|_| review.is_asked()), entry) {
            (Some(_), Some(AgendaEntry { state: AgendaState::Snoozed(until), .. })) => {
                Next::Await(item, *until)
            }
            (None, Some(AgendaEntry { state: AgendaState::Snoozed(until), .. })) => {
                Next::PutOff(item, *until)
            }
            // What is expected or promised before that is asked for then.
            (Some(again), _) => {
                let again = Some(again).filter(|on| *on > today && !review.is_complained_of());
                match again.into_iter().chain(awaited(agenda, today)).min() {
                    Some(on) => Next::Await(item, on),
                    // The reminder was sent, and a day for another one is not known.
                    None => Next::Asked(item, review.submitted),
                }
            }
            (None, _) => Next::Chase(item, review.latest),
        }
    }
}
