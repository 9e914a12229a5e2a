//! What each page tells: one file a topic.

mod account;
mod application;
mod attachment;
mod channels;
mod checklist;
mod closing;
mod item;
pub(super) mod letter;
mod news;
mod sources;

use super::{
    model::Model,
    value::{Call, Page, Topic},
};
use crate::domain::Id;

/// The page about a topic, as things stand.
pub(crate) fn page_about(model: &Model, topic: &Topic) -> Page {
    match topic {
        Topic::Item(item) => item::page(model, item),
        Topic::Channels => channels::page(model),
        Topic::Closing => closing::page(model),
        Topic::News => news::page(model),
        Topic::Checklist => checklist::page(model),
        Topic::Letter(id, edited) => {
            letter::advised(model, id, letter::page(model, id, edited.as_deref()))
        }
    }
}

/// What to say during a call.
pub(crate) fn call_script(model: &Model) -> Page {
    letter::page(model, &Id::new(Call::SCRIPT), None)
}
