//! What each page tells: one file a topic.

mod account;
mod application;
mod attachment;
mod channels;
mod checklist;
mod closing;
mod entry;
mod export;
mod item;
pub(super) mod letter;
mod news;
mod sources;
mod told;

pub(crate) use closing::facts as closing_facts;

use super::{
    model::Model,
    panes::{PaneId, timeline},
    value::{Block, Call, Opening, Page, Scene, Topic},
};
use crate::{
    domain::{Id, Item, ItemKind},
    playbook::{Channel, Reach},
};

/// The page about a topic, as things stand.
pub(crate) fn page_about(model: &Model, topic: &Topic) -> Page {
    match topic {
        Topic::Item(item) => item::page(model, item),
        Topic::Channels => channels::page(model),
        Topic::Closing => closing::page(model),
        Topic::Entry(place) => entry::page(model, *place),
        Topic::News => news::page(model),
        Topic::Told(told) => told::page(model, told),
        Topic::Checklist => checklist::page(model),
        Topic::Export(id) => export::page(model, id),
        Topic::Letter(id, edited, lang) => {
            letter::advised(model, id, letter::page(model, id, edited.as_deref(), *lang))
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
        // Where several facts of the line are told of: all of them.
        Some((None, title, _)) if pane.kind == Some(ItemKind::Line) => {
            Page { title, ..item::page(model, &Item::new(ItemKind::Line, &Id::new("number"))) }
        }
        Some((None, ..)) if id == PaneId::Timeline => timeline::place(&scene, model.row_of(id))
            .map(|at| entry::page(model, at))
            .unwrap_or_default(),
        Some((None, title, word)) => Page { title: word, blocks: vec![Block::Text(title)] },
        None => match (pane.open)(&scene) {
            Some(Opening::Page(topic)) => page_about(model, &topic),
            _ if pane.kind == Some(ItemKind::Obstacle) => obstacles(&scene, id),
            _ if pane.kind == Some(ItemKind::Account) => page_about(model, &Topic::Checklist),
            _ => Page::default(),
        },
    }
}

/// What can block the way, by the playbook.
fn obstacles(scene: &Scene<'_>, id: PaneId) -> Page {
    let text = scene.words.text;
    let blocks = scene.words.playbook.obstacles.iter().flat_map(|known| {
        let [title, means] = [&known.title, &known.means].map(|told| told.get(text.lang()));
        [Block::Heading(title.to_owned()), Block::Text(means.to_owned()), Block::Gap]
    });
    Page { title: id.title(text, Some(scene)), blocks: blocks.collect() }
}

/// What to say during a call; for somebody who is abroad first why it goes through
/// this channel.
pub(crate) fn call_script(model: &Model, channel: &Id) -> Page {
    let channels = model.playbook().map(|one| one.channels.as_slice()).unwrap_or_default();
    let known = channels.iter().find(|known| known.id == *channel);
    // The script is for the carrier: who takes complaints about it is told nothing of
    // the sort, so that what there is to know about them stands in its place.
    if let Some(forum) = known.filter(|channel| channel.complaint) {
        let lang = model.text.lang();
        let means = Block::Text(forum.means.get(lang).to_owned());
        return Page { title: forum.title.get(lang).to_owned(), blocks: vec![means] };
    }
    let page = letter::page(model, &Id::new(Call::SCRIPT), None, None);
    let Some(words) = model.words().filter(|words| words.case.line.abroad) else { return page };
    let known_to_work = words.playbook.is_reached_from_abroad();
    let key = if known_to_work { "ui-call-abroad" } else { "ui-abroad-none-known" };
    let mut why = vec![model.text.get(key).into_owned()];
    why.extend(known.into_iter().flat_map(|one| words.reach(one)));
    let why = why.into_iter().map(Block::Faint).chain([Block::Gap]);
    Page { blocks: why.chain(page.blocks).collect(), ..page }
}

/// The ways to the carrier that work from abroad, for somebody who is there and looks at
/// one that leads nowhere.
pub(crate) fn call_ways(model: &Model) -> Option<String> {
    let abroad = model.current().is_some_and(|case| case.line.abroad);
    let known = model.playbook().filter(|_| abroad)?.channels_from(true);
    let works =
        |one: &&&Channel| !one.complaint && matches!(one.reach(true), Reach::Yes | Reach::Roaming);
    let told = |one: &&Channel| {
        let title = one.title.get(model.text.lang());
        let value = one.value_from(true).unwrap_or_default();
        format!("{title} {value}").trim_end().to_owned()
    };
    let ways: Vec<String> = known.iter().filter(works).map(told).collect();
    let ways = ways.join(&model.text.get("word-semicolon"));
    (!ways.is_empty()).then(|| model.text.with("ui-call-ways", &[("ways", ways.into())]))
}
