//! What is left to do once the line is gone: its accounts, its confirmation, the watch.

use jiff::civil::Date;

use super::{
    AgendaEntry, Case, ItemKind, Keyed as _, Left, Next, Route, Stage, Watch, facts::Facts,
    left::unmarked,
};

impl Facts<'_> {
    /// What is left when the line is gone and no listed account uses it.
    pub(super) fn afterwards(&self, agenda: &[AgendaEntry], today: Date) -> Next {
        let Self { case, procedure, stage, items, watch, .. } = *self;
        let closed = stage == Stage::Closed;
        if closed && case.archived.is_some() {
            return Next::Archived(self.left());
        }
        // Once the number has rested nothing can be done about it any more.
        if let Some(watch) = watch.filter(|_| closed) {
            return Next::Archive(unmarked(watch, case, agenda), self.left());
        }
        if let Some(unsure) = self.unsure() {
            return unsure;
        }
        // Nobody uses the credit of a number up that is with another carrier.
        let dies = procedure.credit_dies || case.way() == Route::Port;
        let dead = procedure.credit.as_ref().filter(|_| dies);
        let open = |kind| {
            let mut all = items.iter().filter(|one| one.is_open(kind));
            all.find(|one| Some(&one.item.id) != dead).map(|one| one.item.clone())
        };
        // A number that lives on with the person may go on being used.
        let search = case.search_over.is_none()
            && !case.way().keeps_the_number()
            && items.iter().any(|one| one.required && one.is_open(ItemKind::Precondition));
        let unconfirmed = !case.is_settled(stage);
        match (open(ItemKind::Precondition).filter(|_| search), open(ItemKind::Safeguard)) {
            (Some(item), _) => Next::SearchLate(item),
            // Without it the case is never closed.
            (None, _) if unconfirmed && !closed => watching(case, watch, today),
            (None, Some(item)) => Next::SaveLate(item),
            (None, None) => self.undecided().unwrap_or_else(|| {
                if closed { Next::Archive(0, self.left()) } else { watching(case, watch, today) }
            }),
        }
    }
}

/// What is left in the watch: the confirmation, then only to be watchful.
fn watching(case: &Case, watch: Option<Watch>, today: Date) -> Next {
    match (watch, case.latest_application()) {
        (Some(watch), _) if watch.confirmed => Next::Discard(watch.until),
        (watch, Some(approved)) => {
            let until = watch.map(|watch| watch.until).filter(|day| *day > today);
            Next::Confirm(approved.item(), until)
        }
        (_, None) => Next::Archive(0, Left::default()),
    }
}
