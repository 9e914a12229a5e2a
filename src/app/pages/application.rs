//! The page of an application: its dates, how they come about, what the carrier
//! decided, the older ones, and what the playbook says.

use super::sources;
use crate::{
    app::value::{Block, Scene, TextRole},
    domain::{Application, Id, Item, ItemKind, Review, Verdict},
};

pub(super) fn blocks(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let (words, text) = (&scene.words, scene.words.text);
    let mut blocks = Vec::new();
    if let Some(one) = words.case.applications.iter().find(|one| one.id == item.id) {
        blocks.extend(facts(scene, one));
        let review = scene.status.review.as_ref().filter(|_| one.outcome.is_none());
        blocks.extend(review.into_iter().flat_map(|review| dates(scene, review)));
    }
    let older = words.case.applications.iter().rev().filter(|one| one.id != item.id);
    let older: Vec<Block> = older.map(|one| earlier(scene, one)).collect();
    if !older.is_empty() {
        blocks.extend([Block::Gap, Block::heading(text, "ui-older")]);
        blocks.extend(older);
    }
    blocks.extend(procedure(scene));
    blocks
}

fn facts(scene: &Scene<'_>, one: &Application) -> Vec<Block> {
    let (words, text) = (&scene.words, scene.words.text);
    let fact = |key, value| Block::fact(text, key, value);
    let mut blocks = vec![fact("ui-submitted", text.full_date(one.on))];
    let channel = one.channel.as_deref().map(|way| words.channel_title(way));
    blocks.extend(channel.map(|way| fact("ui-field-channel", way)));
    blocks.extend(one.reference.clone().map(|it| fact("ui-field-reference", it)));
    blocks.extend(one.anyway.clone().map(|why| fact("ui-anyway", why)));
    if let Some(outcome) = &one.outcome {
        let (role, verdict) = match outcome.verdict {
            Verdict::Approved => (TextRole::Good, "word-verdict-approved"),
            Verdict::Rejected => (TextRole::Warn, "word-verdict-rejected"),
        };
        blocks.push(Block::Lead(role, text.get(verdict).into_owned()));
        blocks.push(fact("ui-answered", text.full_date(outcome.on)));
        blocks.extend(outcome.reason.clone().map(|why| fact("ui-reason", why)));
    }
    blocks
}

/// The dates of the running review, when they begin in both zones, and every
/// day with its reason.
fn dates(scene: &Scene<'_>, review: &Review) -> Vec<Block> {
    let (words, text) = (&scene.words, scene.words.text);
    let fact = |key, value| Block::fact(text, key, value);
    let mut blocks = vec![
        fact("ui-earliest", text.full_date(review.earliest)),
        fact("ui-latest", text.full_date(review.latest)),
    ];
    blocks.extend(words.moved(review).map(Block::Text));
    blocks.extend(review.nudge.map(|day| fact("ui-nudge", text.full_date(day))));
    blocks.extend(review.complaint.map(|day| fact("ui-complaint", text.full_date(day))));
    blocks.extend(scene.zones().map(Block::Text));
    for doubt in words.caveats(review) {
        blocks.push(Block::Lead(TextRole::Warn, doubt));
    }
    let region = text.region_and_code(&review.region);
    let heading = text.with("ui-working", &[("region", region.into())]);
    blocks.extend([Block::Gap, Block::Heading(heading)]);
    let days = words.working(review).into_iter();
    blocks.extend(days.map(|(day, why)| Block::Fact(day, why)));
    blocks
}

fn earlier(scene: &Scene<'_>, one: &Application) -> Block {
    let (words, text) = (&scene.words, scene.words.text);
    let outcome = one.outcome.as_ref();
    let reason = outcome.and_then(|outcome| outcome.reason.clone()).unwrap_or_default();
    let title = words.title(&Item::new(ItemKind::Application, &one.id));
    let answered = outcome.map(|outcome| text.full_date(outcome.on)).unwrap_or_default();
    let told = [text.full_date(one.on), answered, reason];
    let told = told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    Block::Fact(title, told.join(" → "))
}

/// What the playbook says about submitting and about what comes after.
fn procedure(scene: &Scene<'_>) -> Vec<Block> {
    let (book, text, lang) = (scene.words.playbook, scene.words.text, scene.words.text.lang());
    let section = |key: &str, bodies: &[&str], ids: &[Id]| {
        let mut blocks = vec![Block::Gap, Block::heading(text, key)];
        blocks.extend(bodies.iter().map(|body| Block::Text((*body).to_owned())));
        blocks.extend(sources::blocks(book, text, ids));
        blocks
    };
    let mut blocks = section("ui-submitting", &[book.application.means.get(lang)], &[]);
    blocks.extend(section("ui-review", &[book.review.means.get(lang)], &book.review.sources));
    if let Some(rule) = &book.review.chase {
        let bodies = [rule.nudge.get(lang), rule.complain.get(lang)];
        blocks.extend(section("ui-chase", &bodies, &rule.sources));
    }
    let confirmation = book.confirmation.means.get(lang);
    blocks.extend(section("ui-confirmation", &[confirmation], &[]));
    blocks.extend(section("ui-lapse", &[book.lapse.means.get(lang)], &[]));
    blocks
}
