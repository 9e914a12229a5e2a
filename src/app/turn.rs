//! When something on the screen changes by itself: the loop need not wake before.

use jiff::Timestamp;

use super::{model::Model, value::Dialog};

impl Model {
    /// The moment at which something on the screen changes by itself: the next
    /// midnight where the carrier is, the next hour while hours are counted, the
    /// next second of a call, or the next try to save what could not be saved.
    pub fn next_turn(&self) -> Option<Timestamp> {
        let calls = self.dialogs.iter().filter_map(|one| match one {
            Dialog::Call(call) => call.next_second(self.now),
            _ => None,
        });
        let retry = self.retry.filter(|_| self.save_failed());
        calls.chain(self.next_turn).chain(retry).min()
    }

    pub(super) fn find_next_turn(&self) -> Option<Timestamp> {
        if self.past.is_some() {
            return None;
        }
        let tomorrow = self.today().tomorrow().ok()?;
        let midnight = tomorrow.to_zoned(self.zone.clone()).ok()?.timestamp();
        let hour = self.scene().and_then(|scene| scene.next_hour());
        Some(hour.map_or(midnight, |hour| hour.min(midnight)))
    }
}
