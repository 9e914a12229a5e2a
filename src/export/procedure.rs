//! A carrier's whole procedure as a document.

use super::report::{Body, Report, Section};
use crate::{
    domain::Window,
    playbook::{Channel, Confidence, LookFor, PageDate, Playbook, RefundKind, Source, window_key},
    text::{Localized, Text},
};

/// Everything that a playbook says, and how sure it is of it.
pub(crate) fn procedure(book: &Playbook, text: &Text) -> Report {
    let lang = text.lang();
    let get = |one: &Localized| one.get(lang).to_owned();
    let word = |key: &str| text.get(key).into_owned();
    let confidence = |one: Confidence| word(&format!("word-confidence-{}", one.word()));
    let pair = |title: &Localized, means: &Localized| (get(title), get(means));
    let preconditions = book.preconditions.iter().map(|one| pair(&one.title, &one.means));
    let documents = book.documents.iter().map(|one| pair(&one.title, &one.means));
    let safeguards = book.safeguards.iter().map(|one| pair(&one.title, &one.means));
    let obstacles = book.obstacles.iter().map(|one| pair(&one.title, &one.means));
    let look_for =
        |one: &LookFor| (word(&format!("word-kind-{}", one.kind.word())), get(&one.hint));
    let channel = |one: &Channel| {
        let parts = [one.value.clone(), Some(get(&one.means)), Some(confidence(one.confidence))];
        (get(&one.title), parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    let source = |one: &Source| {
        let confidence = confidence(one.confidence);
        (get(&one.title), format!("{confidence}; {}", PageDate::told(one.date.as_ref(), text)))
    };
    let review = &book.review;
    let usual = Window { earliest: review.earliest, latest: review.latest };
    let window = text.with(
        window_key(Some(review.confidence)),
        &[
            ("days", text.working_days(usual).into()),
            ("region", text.region(&review.region).into()),
        ],
    );
    let chase = review.chase.iter().flat_map(|rule| [get(&rule.nudge), get(&rule.complain)]);
    let rest = book.lapse.rest.iter().map(|rest| get(&rest.means));
    let lapse = [get(&book.lapse.means)].into_iter().chain(rest);
    let routes = book.routes.iter().map(|route| word(&format!("word-route-{}", route.word())));
    let ends = book.ends.iter().flat_map(|ends| {
        let request = (!ends.closes_without_request).then(|| word("ui-needs-request"));
        let all = [&ends.means, &ends.counts].into_iter().chain(&ends.stop).map(&get);
        all.chain(request).collect::<Vec<_>>()
    });
    let porting = book.porting.iter().flat_map(|porting| {
        let credit = match porting.kills_credit {
            Some(true) => Some(word("ui-porting-credit")),
            Some(false) => None,
            None => Some(word("ui-porting-credit-unknown")),
        };
        [get(&porting.means)].into_iter().chain(credit)
    });
    let refund = book.refund.iter().flat_map(|refund| {
        let kind = match refund.given {
            RefundKind::None => "ui-refund-none",
            RefundKind::OnRequest => "ui-refund-on-request",
            RefundKind::Unknown => "ui-refund-unknown",
        };
        [word(kind), get(&refund.means)]
    });
    let languages =
        book.letter_languages().into_iter().map(|lang| word(&format!("word-lang-{lang}")));
    let at_hand = book.at_hand.iter().map(|one| get(&one.title));
    let sections = [
        ("ui-pane-preconditions", Body::Facts(preconditions.collect())),
        ("ui-look-for", Body::Facts(book.look_for.iter().map(look_for).collect())),
        ("ui-pane-documents", Body::Facts(documents.collect())),
        ("ui-pane-safeguards", Body::Facts(safeguards.collect())),
        ("ui-field-channel", Body::Facts(book.channels.iter().map(channel).collect())),
        ("ui-at-hand", Body::Lines(at_hand.collect())),
        ("ui-submitting", Body::Lines(vec![get(&book.application.means)])),
        ("ui-review", Body::Lines(vec![window, get(&review.means)])),
        ("ui-chase", Body::Lines(chase.collect())),
        ("ui-confirmation", Body::Lines(vec![get(&book.confirmation.means)])),
        ("ui-lapse", Body::Lines(lapse.collect())),
        ("ui-field-route", Body::Lines(routes.collect())),
        ("ui-ends", Body::Lines(ends.collect())),
        ("ui-porting", Body::Lines(porting.collect())),
        ("ui-refund", Body::Lines(refund.collect())),
        ("ui-letter-languages", Body::Lines(languages.collect())),
        ("ui-questions", Body::Lines(book.questions.iter().map(|one| get(&one.text)).collect())),
        ("ui-pane-obstacles", Body::Facts(obstacles.collect())),
        ("ui-sources", Body::Facts(book.sources.iter().map(source).collect())),
    ];
    let title = get(&book.name);
    let lead = vec![get(&book.about)];
    Report { title, lang: lang.tag(), lead, sections: Section::all(text, sections) }
}
