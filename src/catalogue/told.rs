//! How the number is changed in an account, in the person's language.

use super::how_to::{Answer, HowTo, HowToSource};
use crate::text::Text;

impl Text {
    /// The steps, each with its number in front.
    pub(crate) fn how_to_steps(&self, how: &HowTo) -> Vec<(String, String)> {
        let numbered = how.steps.iter().enumerate();
        numbered
            .map(|(at, step)| (format!("{}.", at + 1), step.get(self.lang()).to_owned()))
            .collect()
    }

    /// What else is known: keys of labels, and values.
    pub(crate) fn how_to_facts(&self, how: &HowTo) -> Vec<(&'static str, String)> {
        let lang = self.lang();
        let answer =
            |answer: Answer| self.get(&format!("word-answer-{}", answer.word())).into_owned();
        let facts = [
            ("ui-how-trap", how.trap.as_ref().map(|words| words.get(lang).to_owned())),
            ("ui-how-address", how.address.clone()),
            ("ui-how-old-number", Some(answer(how.old_number))),
            ("ui-how-branch", Some(answer(how.branch))),
            ("ui-how-takes", how.takes.as_ref().map(|words| words.get(lang).to_owned())),
        ];
        facts.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }

    /// A source: its title, how far it can be trusted, its date.
    pub(crate) fn how_to_source(&self, source: &HowToSource) -> String {
        let confidence = self.get(&format!("word-trust-{}", source.confidence.word()));
        let date = match &source.date {
            Some(date) => self.with("word-page-of", &[("date", date.as_str().into())]),
            None => self.get("word-page-undated").into_owned(),
        };
        let args = [
            ("title", source.title.as_str().into()),
            ("confidence", confidence.into()),
            ("date", date.into()),
        ];
        self.with("ui-source", &args)
    }

    /// All of it, as lines to read.
    pub(crate) fn how_to(&self, how: &HowTo) -> Vec<String> {
        let steps = self.how_to_steps(how).into_iter();
        let mut lines: Vec<String> =
            steps.map(|(number, step)| format!("{number} {step}")).collect();
        for (key, value) in self.how_to_facts(how) {
            let args = [("label", self.get(key).into()), ("value", value.into())];
            lines.push(self.with("ui-how-fact", &args));
        }
        lines.push(self.get("ui-sources").into_owned());
        for source in &how.sources {
            lines.push(format!("- {}  {}", self.how_to_source(source), source.address));
        }
        lines
    }
}
