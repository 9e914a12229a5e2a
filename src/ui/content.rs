//! How much each pane has to show: what the layout asks of a frame's rows.

use super::{agenda, layout::Content, review, rows::Rows};
use crate::{
    app::{Body, PaneId, RowStatus},
    text::wrap,
};

impl Content for Rows<'_> {
    fn rows(&self, id: PaneId, columns: u16) -> u16 {
        self.measured((Some(id), columns, false), || {
            if id.pane().body == Body::Countdown {
                return review::rows_wanted(self, columns);
            }
            let Some(listed) = self.of(id) else { return 0 };
            let rows = match listed.len {
                0 => wrap(&self.empty(id), columns.saturating_sub(2).into()).len(),
                _ => listed.height(columns),
            };
            u16::try_from(rows).unwrap_or(u16::MAX)
        })
    }

    fn is_finished(&self, id: PaneId) -> bool {
        self.finished(id)
    }

    fn is_moot(&self, id: PaneId) -> bool {
        let all = self.of(id).and_then(|listed| listed.all.as_deref()).unwrap_or_default();
        !all.is_empty() && all.iter().all(|row| row.status == RowStatus::NotNeeded)
    }

    fn is_empty(&self, id: PaneId) -> bool {
        id.pane().body == Body::List && self.of(id).is_none_or(|listed| listed.len == 0)
    }

    fn agenda(&self, columns: u16, in_full: bool) -> u16 {
        self.measured((None, columns, in_full), || agenda::rows(self, columns, in_full))
    }
}
