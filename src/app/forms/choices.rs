//! What a field of choices offers: each choice is a value and its label.

use crate::{app::value::Scene, playbook::Reach, text::Text};

/// The choices of a field: values, each with its word under `word-<family>-`.
pub(super) fn words<'a>(
    text: &'a Text,
    family: &'a str,
    values: impl IntoIterator<Item = &'static str> + 'a,
) -> impl Iterator<Item = (String, String)> + 'a {
    values.into_iter().map(move |value| {
        (value.to_owned(), text.get(&format!("word-{family}-{value}")).into_owned())
    })
}

/// The two answers to a question, as their values.
pub(super) const YES: &str = "yes";
pub(super) const NO: &str = "no";

/// Yes or no, as choices.
pub(super) fn yes_or_no(text: &Text) -> [(String, String); 2] {
    [(YES, "word-yes"), (NO, "word-no")]
        .map(|(value, key)| (value.to_owned(), text.get(key).into_owned()))
}

/// The channel to choose beforehand: the one that was used last; else the hotline, or
/// from abroad the first that works from there.
pub(super) fn usual_channel(scene: &Scene<'_>) -> String {
    let (case, abroad) = (scene.words.case, scene.words.case.line.abroad);
    let known = scene.words.playbook.channels_from(abroad);
    let last = case.contacts.iter().max_by_key(|one| one.on).map(|one| one.channel.as_str());
    let last = last.filter(|last| {
        let found = known.iter().find(|one| one.id.as_str() == *last);
        found.is_some_and(|one| !one.complaint && one.reach(abroad) != Reach::No)
    });
    let hotline = known.iter().find(|one| !abroad && one.id.as_str() == "hotline");
    let usual = hotline.or(known.first()).map(|one| one.id.as_str());
    last.or(usual).unwrap_or("hotline").to_owned()
}

/// The channels of the playbook, as choices. A channel that the person has named
/// otherwise is kept.
pub(super) fn channels(scene: &Scene<'_>, known: Option<&str>) -> Vec<(String, String)> {
    let lang = scene.words.text.lang();
    let all = scene.words.playbook.channels.iter();
    let mut choices: Vec<(String, String)> =
        all.map(|one| (one.id.to_string(), one.title.get(lang).to_owned())).collect();
    if let Some(known) = known.filter(|known| choices.iter().all(|(id, _)| id != known)) {
        choices.push((known.to_owned(), known.to_owned()));
    }
    choices
}
