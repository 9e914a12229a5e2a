//! What each pane lists: one file a pane.

pub(super) mod accounts;
pub(super) mod contacts;
pub(super) mod documents;
pub(super) mod line;
pub(super) mod obstacles;
pub(super) mod preconditions;
pub(super) mod review;
pub(super) mod safeguards;
pub(super) mod timeline;
