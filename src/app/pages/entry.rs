//! One entry of the timeline, whole: when it was, and what was changed by it.

use crate::app::{
    model::Model,
    value::{Block, Page, Scene, TextRole},
};

/// The page about the entry at this place of the history, counted from the oldest: newer
/// ones can come while it is read.
pub(super) fn page(model: &Model, place: usize) -> Page {
    model.scene().and_then(|scene| told(&scene, place)).unwrap_or_default()
}

fn told(scene: &Scene<'_>, place: usize) -> Option<Page> {
    let (words, text) = (&scene.words, scene.words.text);
    let entry = words.case.history.get(place)?;
    let moment = entry.at.to_zoned(scene.zone.clone());
    let (day, time) = (text.full_date(moment.date()), text.time(moment.time()));
    let title = text.with("word-moment", &[("day", day.into()), ("time", time.into())]);
    let mut blocks = vec![Block::Lead(TextRole::Heading, words.entry(entry))];
    let details = words.entry_details(&entry.change, &entry.inverse).into_iter();
    blocks.extend(details.map(|detail| Block::Point("·".into(), detail)));
    Some(Page { title, blocks })
}
