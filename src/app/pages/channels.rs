//! How to reach the carrier, and what to have at hand.

use super::sources;
use crate::{
    app::{
        model::Model,
        value::{Block, Page},
    },
    playbook::{Channel, PageDate, Playbook},
    text::Text,
};

pub(super) fn page(model: &Model) -> Page {
    let text = &model.text;
    let Some(playbook) = model.playbook() else { return Page::default() };
    let title =
        text.with("ui-channels-title", &[("carrier", playbook.name.get(text.lang()).into())]);
    let mut blocks = vec![Block::heading(text, "ui-at-hand")];
    let lang = text.lang();
    blocks.extend(
        playbook.at_hand.iter().map(|one| Block::Point("·".into(), one.title.get(lang).to_owned())),
    );
    blocks.push(Block::Faint(text.get("ui-at-hand-note").into_owned()));
    let (complaints, ways): (Vec<&Channel>, Vec<&Channel>) =
        playbook.channels.iter().partition(|channel| channel.complaint);
    for channel in ways {
        blocks.extend(told(playbook, text, channel));
    }
    if !complaints.is_empty() {
        blocks.extend([Block::Gap, Block::heading(text, "ui-complaints")]);
    }
    for channel in complaints {
        blocks.extend(told(playbook, text, channel));
    }
    Page { title, blocks }
}

fn told(playbook: &Playbook, text: &Text, channel: &Channel) -> Vec<Block> {
    let lang = text.lang();
    let value = channel.value.clone().unwrap_or_default();
    let seen = text.with(
        "ui-channel-seen",
        &[
            ("confidence", sources::confidence(text, channel.confidence).into()),
            ("date", PageDate::told(channel.date.as_ref(), text).into()),
            ("sources", playbook.sources(&channel.sources).count().into()),
        ],
    );
    let title = channel.title.get(lang);
    let heading = if value.is_empty() { title.to_owned() } else { format!("{title}: {value}") };
    vec![
        Block::Gap,
        Block::Heading(heading),
        Block::Text(channel.means.get(lang).to_owned()),
        Block::Faint(seen),
    ]
}
