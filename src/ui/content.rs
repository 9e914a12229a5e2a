//! How much each pane has to show: what the layout asks of a frame's rows.

use super::{agenda, layout::Content, review, rows::Rows};
use crate::{
    app::{Body, PaneId},
    text::wrap,
};

impl Content for Rows<'_> {
    fn rows(&self, id: PaneId, columns: u16) -> u16 {
        if id.pane().body == Body::Countdown {
            return review::rows_wanted(self, columns);
        }
        let Some(listed) = self.of(id) else { return 0 };
        let rows = match &listed.all {
            _ if listed.len == 0 => wrap(&self.empty(id), columns.saturating_sub(2).into()).len(),
            Some(all) => all.iter().map(|row| listed.columns.lines(row, columns).len()).sum(),
            None => listed.len,
        };
        u16::try_from(rows).unwrap_or(u16::MAX)
    }

    fn is_finished(&self, id: PaneId) -> bool {
        (id.pane().is_finished)(self.scene)
    }

    fn agenda(&self, columns: u16) -> u16 {
        agenda::rows(self, columns)
    }
}
