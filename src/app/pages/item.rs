//! The page of an item: how it stands, what it means, where that comes from.

use super::{account, application, attachment::attached, checklist, sources};
use crate::{
    app::{
        model::Model,
        panes::{PaneId, line},
        value::{Block, Page, RowStatus, Scene, TextRole},
    },
    domain::{Id, Item, ItemKind, ItemState, Line},
    text::{Localized, numbered},
};

pub(super) fn page(model: &Model, item: &Item) -> Page {
    let Some(scene) = model.scene() else { return Page::default() };
    let mut blocks = match item.kind {
        ItemKind::Precondition => precondition(&scene, item),
        ItemKind::Document => Some(document(&scene, item)),
        ItemKind::Safeguard => safeguard(&scene, item),
        ItemKind::Account => account::blocks(&scene, &item.id),
        ItemKind::Contact => contact(&scene, &item.id),
        ItemKind::Obstacle => obstacle(&scene, &item.id),
        ItemKind::Application => Some(application::blocks(&scene, item)),
        ItemKind::Line => Some(line(&scene, item)),
    }
    .unwrap_or_default();
    if let Some(first) = blocks.iter().position(|block| *block != Block::Gap) {
        blocks.drain(..first);
    }
    Page { title: title(&scene, item), blocks }
}

/// Before anything was submitted there is no application that could be named.
fn title(scene: &Scene<'_>, item: &Item) -> String {
    let ahead = item.kind == ItemKind::Application && scene.words.case.applications.is_empty();
    if ahead {
        return PaneId::Review.title(scene.words.text, Some(scene));
    }
    scene.words.title(item)
}

/// How an item of the checklist stands, what it waits for, and what the person
/// said about it.
fn status(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let text = scene.words.text;
    let mark = scene.words.case.mark(item);
    let one = scene.status.item(item);
    let role = match scene.row_status(item) {
        _ if one.is_some_and(|one| one.state == ItemState::Lost) => TextRole::Bad,
        RowStatus::Done | RowStatus::Waived | RowStatus::NotNeeded => TextRole::Good,
        RowStatus::Alert => TextRole::Bad,
        _ => TextRole::Heading,
    };
    let required = one.is_some_and(|one| one.required);
    let asked = scene.words.case.route.is_asked();
    let need = need(required, asked);
    let state = text.with(
        "ui-standing",
        &[("state", scene.state_word(item).into()), ("need", text.get(need).into())],
    );
    let mut blocks = vec![Block::Lead(role, state)];
    let refused = scene.words.refused(item).filter(|_| one.is_some_and(|one| one.refused));
    if let Some(refused) = refused {
        blocks.push(Block::Lead(TextRole::Bad, refused));
        if item.kind == ItemKind::Document && !mark.files.is_empty() {
            blocks.push(Block::Text(text.get("ui-refused-file").into_owned()));
        }
    }
    let fact = |key, value| Block::fact(text, key, value);
    blocks.extend(mark.on.map(|day| fact("ui-since", text.full_date(day))));
    blocks.extend(mark.reason.map(|reason| fact("ui-reason", reason)));
    if mark.settled {
        blocks.push(Block::Text(text.get("ui-settled").into_owned()));
    }
    blocks.extend(mark.note.map(|note| fact("ui-note", note)));
    blocks.extend(mark.files.iter().map(|file| attached(text, "ui-file", file)));
    blocks.extend(mark.earlier.iter().map(|file| attached(text, "ui-earlier-file", file)));
    let waits = one.map(|one| one.blocked_by.as_slice()).unwrap_or_default();
    if !waits.is_empty() {
        blocks.push(Block::heading(text, "ui-waits-for"));
        blocks.extend(waits.iter().map(|item| Block::Point("○".into(), scene.words.title(item))));
    }
    blocks
}

/// What something means, and the sources of that.
fn meaning(scene: &Scene<'_>, means: &Localized, ids: &[Id]) -> Vec<Block> {
    let (words, text) = (&scene.words, scene.words.text);
    let means = Block::Text(means.get(text.lang()).to_owned());
    let sources = sources::blocks(words.playbook, text, ids);
    [Block::Gap, means].into_iter().chain(sources).collect()
}

fn precondition(scene: &Scene<'_>, item: &Item) -> Option<Vec<Block>> {
    let (words, text) = (&scene.words, scene.words.text);
    let rule = words.playbook.preconditions.iter().find(|one| one.id == item.id)?;
    let mut blocks = status(scene, item);
    blocks.extend(meaning(scene, &rule.means, &[]));
    blocks.extend([Block::Gap, Block::heading(text, "ui-how-to-check")]);
    blocks.push(Block::Text(rule.check.get(text.lang()).to_owned()));
    if rule.follows_accounts {
        blocks.extend([Block::Gap, Block::heading(text, "ui-look-for")]);
        blocks.extend(checklist::kinds(words));
    }
    blocks.extend(sources::blocks(words.playbook, text, &rule.sources));
    Some(blocks)
}

fn document(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let mut blocks = status(scene, item);
    match scene.words.playbook.documents.iter().find(|one| one.id == item.id) {
        Some(paper) => blocks.extend(meaning(scene, &paper.means, &paper.sources)),
        None => {
            let own = scene.words.text.get("ui-own-document").into_owned();
            blocks.extend([Block::Gap, Block::Text(own)]);
        }
    }
    blocks
}

fn safeguard(scene: &Scene<'_>, item: &Item) -> Option<Vec<Block>> {
    let one = scene.words.playbook.safeguards.iter().find(|one| one.id == item.id)?;
    let mut blocks = status(scene, item);
    blocks.extend(meaning(scene, &one.means, &one.sources));
    Some(blocks)
}

fn contact(scene: &Scene<'_>, id: &Id) -> Option<Vec<Block>> {
    let (words, text) = (&scene.words, scene.words.text);
    let contact = words.case.contact(id).ok()?;
    let fact = |key, value| Block::fact(text, key, value);
    let mut blocks = vec![
        fact("ui-field-on", text.full_date(contact.on)),
        fact("ui-field-channel", words.channel_title(&contact.channel)),
    ];
    let asked = text.get(&format!("word-asked-{}", contact.asked.word())).into_owned();
    blocks.push(fact("ui-field-asked", asked));
    blocks.extend(contact.agent.clone().map(|agent| fact("ui-field-agent", agent)));
    blocks.extend(contact.reference.clone().map(|one| fact("ui-field-reference", one)));
    blocks.extend(contact.promised.map(|day| fact("ui-field-promised", text.full_date(day))));
    blocks.extend(contact.kept.map(|day| fact("ui-kept", text.full_date(day))));
    blocks.extend(contact.answer_by.map(|day| fact("ui-field-answer-by", text.full_date(day))));
    blocks.extend(words.contact_note(contact).map(|note| fact("ui-note", note)));
    Some(blocks)
}

fn obstacle(scene: &Scene<'_>, id: &Id) -> Option<Vec<Block>> {
    let (words, text, lang) = (&scene.words, scene.words.text, scene.words.text.lang());
    let obstacle = words.case.obstacle(id).ok()?;
    let fact = |key, value| Block::fact(text, key, value);
    let (role, state) = match obstacle.resolved {
        Some(_) => (TextRole::Good, "word-obstacle-resolved"),
        None if scene.status.stage.is_over() => (TextRole::Faint, "word-obstacle-over"),
        None => (TextRole::Heading, "word-obstacle-open"),
    };
    let mut blocks = vec![
        Block::Lead(role, text.get(state).into_owned()),
        fact("ui-opened", text.full_date(obstacle.opened)),
    ];
    blocks.extend(obstacle.resolved.map(|day| fact("ui-resolved", text.full_date(day))));
    blocks.extend(obstacle.follow_up.map(|day| fact("ui-field-follow-up", text.full_date(day))));
    blocks.extend(obstacle.note.clone().map(|note| fact("ui-note", note)));
    if let Some(known) = words.playbook.obstacles.iter().find(|one| one.id == obstacle.kind) {
        blocks.extend(meaning(scene, &known.means, &[]));
        blocks.extend([Block::Gap, Block::heading(text, "ui-what-to-do")]);
        let steps = known.steps.iter().map(|step| step.get(lang).to_owned()).collect();
        blocks.extend(numbered(steps).into_iter().map(|(mark, step)| Block::Point(mark, step)));
        blocks.extend(sources::blocks(words.playbook, text, &known.sources));
    }
    Some(blocks)
}

/// How the line ends and what keeps it, where one of its days is asked about.
fn ends(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let (playbook, text) = (scene.words.playbook, scene.words.text);
    let is_day = ["last-used", "active-until", "grace-until"].contains(&item.id.as_str());
    let Some(ends) = playbook.ends.as_ref().filter(|_| is_day) else { return Vec::new() };
    let told = [&ends.means, &ends.counts].into_iter().chain(&ends.stop);
    let told = told.map(|told| Block::Text(told.get(text.lang()).to_owned()));
    let told = [Block::heading(text, "ui-ends")].into_iter().chain(told);
    let sources = sources::blocks(playbook, text, &ends.sources);
    told.chain(sources).chain([Block::Gap]).collect()
}

fn line(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let (playbook, text) = (scene.words.playbook, scene.words.text);
    let ends = ends(scene, item);
    let mut facts = Line::FACTS.map(|fact| (fact, line::value(scene, fact)));
    // What is known comes first, as in the list.
    facts.sort_by_key(|(_, value)| value.is_none());
    let facts = facts.into_iter().map(|(fact, value)| {
        let value = value.unwrap_or_else(|| text.get("word-unknown").into_owned());
        Block::Fact(scene.words.line_label(fact), value)
    });
    let warnings = sources::warnings(scene).into_iter();
    let mut blocks: Vec<Block> = warnings.chain(ends).chain(facts).collect();
    blocks.extend([Block::Gap, Block::Text(text.get("ui-line-help").into_owned())]);
    if let Some(rule) = scene.words.registration() {
        blocks.extend([Block::Gap, Block::Text(rule.means.get(text.lang()).to_owned())]);
        blocks.extend(sources::blocks(playbook, text, &rule.sources));
    }
    let lapse = &playbook.lapse;
    blocks.extend([Block::Gap, Block::heading(text, "ui-lapse")]);
    let rest = lapse.rest.as_ref().map(|rest| &rest.means);
    let means = [&lapse.means].into_iter().chain(rest);
    blocks.extend(means.map(|means| Block::Text(means.get(text.lang()).to_owned())));
    let rest = lapse.rest.as_ref().map(|rest| rest.sources.as_slice()).unwrap_or_default();
    let ids = [lapse.sources.as_slice(), rest].concat();
    blocks.extend(sources::blocks(playbook, text, &ids));
    blocks
}

/// The words for whether something is required. Where nobody is asked, nothing is applied for.
fn need(required: bool, asked: bool) -> &'static str {
    match (required, asked) {
        (true, true) => "ui-required",
        (true, false) => "ui-required-here",
        (false, true) => "ui-not-required",
        (false, false) => "ui-not-required-here",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Text};

    #[test]
    fn where_nobody_is_asked_nothing_is_required_before_applying() {
        let words = |required, asked| {
            Lang::ALL.map(|lang| Text::new(lang).get(need(required, asked)).into_owned())
        };
        let applying = ["apply", "申请", "memohon"];
        for required in [true, false] {
            for (told, applying) in words(required, false).iter().zip(applying) {
                assert!(!told.contains(applying), "{told}");
            }
        }
        assert!(words(true, true)[0].contains(applying[0]));
    }
}
