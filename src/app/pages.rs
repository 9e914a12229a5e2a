//! What each page tells: one file a topic.

pub(super) mod application;
pub(super) mod channels;
pub(super) mod checklist;
pub(super) mod item;
pub(super) mod letter;
pub(super) mod news;
mod sources;
