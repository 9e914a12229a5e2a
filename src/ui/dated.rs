//! The dated things of a case, as the screen shows them.

use jiff::civil::Date;

use crate::app::Scene;

/// Something with a date.
pub(super) struct Dated {
    pub(super) on: Date,
    pub(super) what: String,
    /// Something has to happen by then.
    pub(super) deadline: bool,
}

/// Every entry of the agenda that is open, soonest first.
pub(super) fn entries(scene: &Scene<'_>) -> Vec<Dated> {
    let open = scene.status.agenda.iter().filter(|one| one.is_open());
    let told = open.map(|one| Dated {
        on: one.on,
        what: scene.words.dated(one),
        deadline: one.kind.is_deadline(),
    });
    told.collect()
}
