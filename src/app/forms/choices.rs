//! What a field of choices offers: each choice is a value and its label.

use crate::{app::value::Scene, text::Text};

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
