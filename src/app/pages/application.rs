//! The page of an application: its dates, how they come about, what the carrier
//! decided, the older ones, and what the playbook says.

use super::{attachment::attached, sources};
use crate::{
    app::value::{Block, Scene, TextRole},
    domain::{Application, Id, Item, ItemKind, Review, Route, Verdict},
};

pub(super) fn blocks(scene: &Scene<'_>, item: &Item) -> Vec<Block> {
    let (words, text) = (&scene.words, scene.words.text);
    let mut blocks = sources::warnings(scene);
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
        let role = match outcome.verdict {
            Verdict::Approved => TextRole::Good,
            Verdict::Rejected => TextRole::Bad,
        };
        let decision = text.get("ui-field-verdict").into_owned();
        blocks.push(Block::State(role, decision, words.verdict(one, outcome.verdict)));
        blocks.push(fact("ui-answered", text.full_date(outcome.on)));
        blocks.extend(outcome.reason.clone().map(|why| fact("ui-reason", why)));
        blocks.extend(outcome.reference.clone().map(|it| fact("ui-confirmation-reference", it)));
        let file = outcome.file.as_ref();
        blocks.extend(file.map(|file| attached(text, "ui-confirmation-file", file)));
        if outcome.verdict == Verdict::Approved && !outcome.is_confirmed() {
            let lead = text.get("ui-unconfirmed").into_owned();
            blocks.push(Block::Lead(TextRole::Warn, lead));
        }
    }
    blocks.extend(criticised(scene, one));
    blocks.extend(changed_since(scene, one));
    blocks
}

/// What a rejection has criticised, and how each of it stands.
fn criticised(scene: &Scene<'_>, one: &Application) -> Vec<Block> {
    let words = &scene.words;
    let about = one.rejection().map(|rejection| rejection.about.as_slice()).unwrap_or_default();
    if about.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Gap, Block::heading(words.text, "ui-criticised")];
    let points = about.iter().map(|item| {
        let sign = if words.case.criticised(item).is_some() { "○" } else { "✓" };
        Block::Point(sign.to_owned(), words.title(item))
    });
    blocks.extend(points);
    blocks
}

/// What was done since the rejection: of the one before, or of this one.
fn changed_since(scene: &Scene<'_>, one: &Application) -> Vec<Block> {
    let words = &scene.words;
    let rejected = Some(one).filter(|one| one.rejection().is_some());
    let rejected = rejected.or_else(|| words.case.rejected_before(one));
    let changes = rejected.map(|one| words.changed_since(one)).unwrap_or_default();
    if changes.is_empty() {
        return Vec::new();
    }
    let heading = [Block::Gap, Block::heading(words.text, "ui-changed-since")];
    let points = changes.into_iter().map(|change| Block::Point("·".to_owned(), change));
    heading.into_iter().chain(points).collect()
}

/// The dates of the running review, when they begin in both zones, and every
/// day with its reason.
fn dates(scene: &Scene<'_>, review: &Review) -> Vec<Block> {
    let (words, text) = (&scene.words, scene.words.text);
    let fact = |key, value| Block::fact(text, key, value);
    let mut blocks = vec![
        fact("ui-earliest", words.hedged(text.full_date(review.earliest), review.unverified)),
        fact(
            "ui-latest",
            words.hedged(text.full_date(review.latest), words.is_latest_unverified()),
        ),
    ];
    blocks.extend(words.moved(review).map(Block::Text));
    let chase = words.chase_days(scene.status).into_iter();
    blocks.extend(chase.map(|(what, day)| Block::Fact(what, day)));
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

/// What the playbook says about the way the case goes: about submitting and what
/// comes after, about letting the line lapse, or about what is left at the end.
fn procedure(scene: &Scene<'_>) -> Vec<Block> {
    let (book, text, lang) = (scene.words.playbook, scene.words.text, scene.words.text.lang());
    let section = |key: &str, bodies: &[&str], ids: &[Id]| {
        let mut blocks = vec![Block::Gap, Block::heading(text, key)];
        blocks.extend(bodies.iter().map(|body| Block::Text((*body).to_owned())));
        blocks.extend(sources::blocks(book, text, ids));
        blocks
    };
    // A source that stands above is not told again.
    let rest = |above: &[Id]| {
        let rest = book.lapse.rest.as_ref()?;
        let more: Vec<Id> = rest.sources.iter().filter(|id| !above.contains(id)).cloned().collect();
        Some(section("ui-rest", &[rest.means.get(lang)], &more))
    };
    let lapse = || section("ui-lapse", &[book.lapse.means.get(lang)], &book.lapse.sources);
    let confirmation = book.confirmation.means.get(lang);
    let confirmation = || section("ui-confirmation", &[confirmation], &book.confirmation.sources);
    let answered = scene.words.case.approval().is_some();
    // A number that was taken along does not rest, and no line is waited for that ends.
    if answered && scene.words.case.way() == Route::Port {
        return Vec::new();
    }
    if answered {
        return confirmation()
            .into_iter()
            .chain(rest(&book.confirmation.sources).unwrap_or_default())
            .collect();
    }
    if scene.lapses() {
        return lapse().into_iter().chain(rest(&book.lapse.sources).unwrap_or_default()).collect();
    }
    if scene.words.case.way() == Route::Port {
        let porting = book.porting.iter();
        let told =
            porting.flat_map(|one| section("ui-porting", &[one.means.get(lang)], &one.sources));
        return told.collect();
    }
    let mut blocks = section("ui-submitting", &[book.application.means.get(lang)], &[]);
    blocks.extend(section("ui-review", &[book.review.means.get(lang)], &book.review.sources));
    if let Some(rule) = &book.review.chase {
        let bodies = [rule.nudge.get(lang), rule.complain.get(lang)];
        blocks.extend(section("ui-chase", &bodies, &rule.sources));
    }
    blocks.extend(confirmation());
    blocks.extend(lapse());
    blocks
}
