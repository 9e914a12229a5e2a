//! A playbook as a document.

use super::pack::{Body, Pack, Section};
use crate::{
    playbook::{Confidence, Playbook},
    text::{Localized, Text},
};

/// A carrier's whole procedure, with what it is worth.
pub fn procedure(book: &Playbook, text: &Text) -> Pack {
    let lang = text.lang();
    let get = |one: &Localized| one.get(lang).to_owned();
    let named = |key: &str, body: Body| Section { title: text.get(key).into_owned(), body };
    let pair = |title: &Localized, means: &Localized| (get(title), get(means));
    let channel = |one: &crate::playbook::Channel| {
        let worth = text.get(&format!("word-confidence-{}", one.confidence.word())).into_owned();
        let parts = [one.value.clone(), Some(get(&one.means)), Some(worth)];
        (get(&one.title), parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    let source = |one: &crate::playbook::Source| {
        let worth = text.get(&format!("word-confidence-{}", one.confidence.word())).into_owned();
        (get(&one.title), format!("{worth}; {}", text.full_date(one.verified)))
    };
    let look = |one: &crate::playbook::LookFor| {
        (text.get(&format!("word-kind-{}", one.kind.word())).into_owned(), get(&one.hint))
    };
    let (review, low) = (&book.review, book.review.confidence == Confidence::Low);
    let window = text.with(
        if low { "ui-window-unverified" } else { "ui-window" },
        &[
            ("earliest", review.earliest.into()),
            ("latest", review.latest.into()),
            ("region", text.region(&review.region).into()),
        ],
    );
    let chase = review.chase.as_ref();
    let chase = chase.map(|rule| vec![get(&rule.nudge), get(&rule.complain)]).unwrap_or_default();
    let rest = book.lapse.rest.as_ref().map(|rest| get(&rest.means));
    let lapse = [Some(get(&book.lapse.means)), rest].into_iter().flatten().collect();
    let sections = vec![
        named(
            "ui-pane-preconditions",
            Body::Facts(
                book.preconditions.iter().map(|one| pair(&one.title, &one.means)).collect(),
            ),
        ),
        named("ui-look-for", Body::Facts(book.look_for.iter().map(look).collect())),
        named(
            "ui-pane-documents",
            Body::Facts(book.documents.iter().map(|one| pair(&one.title, &one.means)).collect()),
        ),
        named(
            "ui-pane-safeguards",
            Body::Facts(book.safeguards.iter().map(|one| pair(&one.title, &one.means)).collect()),
        ),
        named("ui-field-channel", Body::Facts(book.channels.iter().map(channel).collect())),
        named("ui-at-hand", Body::Lines(book.at_hand.iter().map(|one| get(&one.title)).collect())),
        named("ui-submitting", Body::Lines(vec![get(&book.application.means)])),
        named("ui-review", Body::Lines(vec![window, get(&review.means)])),
        named("ui-chase", Body::Lines(chase)),
        named("ui-confirmation", Body::Lines(vec![get(&book.confirmation.means)])),
        named("ui-lapse", Body::Lines(lapse)),
        named(
            "ui-pane-obstacles",
            Body::Facts(book.obstacles.iter().map(|one| pair(&one.title, &one.means)).collect()),
        ),
        named("ui-sources", Body::Facts(book.sources.iter().map(source).collect())),
    ];
    let title = format!("{} ({})", get(&book.name), text.full_date(book.verified));
    let full = sections.into_iter().filter(|one| !one.body.is_empty());
    Pack { title, lang: lang.tag(), lead: vec![get(&book.about)], sections: full.collect() }
}
