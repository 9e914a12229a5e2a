//! How to reach the carrier, what to have at hand, and the way from abroad.

use crate::{
    app::{
        model::Model,
        value::{Block, Page},
    },
    playbook::{Clocks, Way},
    text::numbered,
};

pub(super) fn page(model: &Model) -> Page {
    let text = &model.text;
    let Some(words) = model.words() else { return Page::default() };
    let playbook = words.playbook;
    let title =
        text.with("ui-channels-title", &[("carrier", playbook.name.get(text.lang()).into())]);
    let mut blocks = vec![Block::heading(text, "ui-at-hand")];
    let lang = text.lang();
    blocks.extend(
        playbook.at_hand.iter().map(|one| Block::Point("·".into(), one.title.get(lang).to_owned())),
    );
    blocks.push(Block::Faint(text.get("ui-at-hand-note").into_owned()));
    let abroad = words.case.line.abroad;
    let ways = words.ways(&Clocks { now: model.now, home: &model.home }, abroad);
    match ways.now {
        Some(now) => {
            blocks.extend([Block::Gap, Block::heading(text, "ui-abroad"), Block::Text(now)]);
            if !playbook.is_reached_from_abroad() {
                let several = ways.carrier.len() > 1;
                let key = if several { "ui-abroad-none-known" } else { "ui-abroad-one-known" };
                blocks.push(Block::Text(text.get(key).into_owned()));
            }
        }
        None => blocks.push(Block::Faint(text.get("ui-abroad-hint").into_owned())),
    }
    blocks.extend(ways.carrier.iter().flat_map(told));
    blocks.extend([Block::Gap, Block::heading(text, "ui-unanswered")]);
    let steps = numbered(ways.unanswered).into_iter();
    blocks.extend(steps.map(|(mark, step)| Block::Point(mark, step)));
    if !ways.complaints.is_empty() {
        blocks.extend([Block::Gap, Block::heading(text, "ui-complaints")]);
        blocks.extend(ways.complaints.iter().flat_map(told));
    }
    if !ways.out_of_reach.is_empty() {
        blocks.extend([Block::Gap, Block::heading(text, "ui-abroad-out-of-reach")]);
        let out = ways.out_of_reach.iter();
        blocks.extend(out.map(|way| Block::Point("·".into(), way.heading.clone())));
    }
    Page { title, blocks }
}

fn told(way: &Way<'_>) -> Vec<Block> {
    let mut blocks =
        vec![Block::Gap, Block::Heading(way.heading.clone()), Block::Text(way.means.to_owned())];
    blocks.extend(way.facts.iter().map(|fact| Block::Text(fact.clone())));
    blocks.push(Block::Faint(way.seen.clone()));
    blocks
}
