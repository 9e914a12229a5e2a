//! What each page tells: one file a topic.

mod account;
mod application;
mod attachment;
mod channels;
mod checklist;
mod closing;
mod export;
mod item;
pub(super) mod letter;
mod news;
mod sources;

use super::{
    model::Model,
    panes::PaneId,
    value::{Block, Call, Dialog, Opening, Page, Topic},
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
        Topic::Export(id) => export::page(model, id),
        Topic::Letter(id, edited) => {
            letter::advised(model, id, letter::page(model, id, edited.as_deref()))
        }
    }
}

/// What is told about the selected row of a pane; where no row is selected, what
/// the pane is for.
pub(crate) fn explained(model: &Model, id: PaneId) -> Page {
    let Some(scene) = model.scene() else { return Page::default() };
    let pane = id.pane();
    let row = (pane.row)(&scene, model.row_of(id));
    match row.map(|row| (row.item, row.title, row.word)) {
        Some((Some(item), ..)) => item::page(model, &item),
        Some((None, title, word)) => Page { title: word, blocks: vec![Block::Text(title)] },
        None => match (pane.open)(&scene) {
            Some(Opening::Page(topic)) => page_about(model, &topic),
            _ if pane.kind == Some(crate::domain::ItemKind::Account) => {
                page_about(model, &Topic::Checklist)
            }
            _ => Page::default(),
        },
    }
}

/// What to say during a call.
pub(crate) fn call_script(model: &Model) -> Page {
    // The script is for the carrier: who takes complaints about it is told nothing of
    // the sort, so that what there is to know about them stands in its place.
    let shown = model.dialogs.iter().rev().find_map(|one| match one {
        Dialog::Call(call) => model.channels().iter().find(|known| known.id == call.channel),
        _ => None,
    });
    if let Some(forum) = shown.filter(|channel| channel.complaint) {
        let lang = model.text.lang();
        let means = Block::Text(forum.means.get(lang).to_owned());
        return Page { title: forum.title.get(lang).to_owned(), blocks: vec![means] };
    }
    letter::page(model, &Id::new(Call::SCRIPT), None)
}
