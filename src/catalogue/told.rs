//! How the number is changed in an account, and how an export is made, in the person's
//! language.

use super::{
    export_guide::{ExportGuide, ExportSource},
    how_to::{Answer, HowTo, HowToSource},
};
use crate::{
    domain::Confidence,
    text::{Localized, Text, numbered},
};

impl Text {
    /// What has to be known before the steps: for whom they hold, and that nobody has
    /// confirmed them.
    pub(crate) fn how_to_lead(&self, how: &HowTo) -> Vec<String> {
        let only = how.only.as_ref();
        let only = only.map(|only| self.labelled(&self.get("ui-how-only"), only.get(self.lang())));
        let weak = how.is_weak().then(|| self.get("ui-how-weak").into_owned());
        only.into_iter().chain(weak).collect()
    }

    /// The steps, each with its number in front.
    pub(crate) fn how_to_steps(&self, how: &HowTo) -> Vec<(String, String)> {
        self.numbered(&how.steps)
    }

    /// What to try where no page was read that says how: that it is general advice, and the
    /// steps, each with its number in front.
    pub(crate) fn how_in_general(&self) -> (String, Vec<(String, String)>) {
        let step = |word| self.get(&format!("ui-how-general-{word}")).into_owned();
        let steps = numbered(["settings", "both", "help"].map(step).into());
        (self.get("ui-how-general").into_owned(), steps)
    }

    /// The same, as lines to read.
    pub(crate) fn how_in_general_lines(&self) -> Vec<String> {
        let (lead, steps) = self.how_in_general();
        let steps = steps.into_iter().map(|(number, step)| format!("{number} {step}"));
        [lead].into_iter().chain(steps).collect()
    }

    /// How an export is made: the steps, each with its number in front.
    pub(crate) fn export_steps(&self, guide: &ExportGuide) -> Vec<(String, String)> {
        self.numbered(&guide.steps)
    }

    fn numbered(&self, steps: &[Localized]) -> Vec<(String, String)> {
        numbered(steps.iter().map(|step| step.get(self.lang()).to_owned()).collect())
    }

    /// What else is known about an export: keys of labels, and values.
    pub(crate) fn export_facts(&self, guide: &ExportGuide) -> Vec<(&'static str, String)> {
        let trap = guide.trap.as_ref().map(|words| words.get(self.lang()).to_owned());
        let facts = [
            ("ui-how-trap", trap),
            ("ui-export-file", Some(guide.file.clone())),
            ("ui-how-address", guide.address.clone()),
        ];
        facts.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }

    /// A source of a guide to an export.
    pub(crate) fn export_source(&self, source: &ExportSource) -> String {
        self.source_line(&source.title, source.confidence, source.date.as_deref())
    }

    /// How an export is made, as lines to read.
    pub(crate) fn export_guide(&self, guide: &ExportGuide) -> Vec<String> {
        let steps = self.export_steps(guide).into_iter();
        let mut lines: Vec<String> =
            steps.map(|(number, step)| format!("{number} {step}")).collect();
        for (key, value) in self.export_facts(guide) {
            lines.push(self.labelled(&self.get(key), &value));
        }
        lines.push(self.get("ui-export-clear").into_owned());
        lines.push(self.get("ui-sources").into_owned());
        for source in &guide.sources {
            let address = source.address.as_deref().unwrap_or_default();
            let line = format!("- {}  {address}", self.export_source(source));
            lines.push(line.trim_end().to_owned());
        }
        lines
    }

    /// What else is known: keys of labels, and values.
    pub(crate) fn how_to_facts(&self, how: &HowTo) -> Vec<(&'static str, String)> {
        let lang = self.lang();
        let answer =
            |answer: Answer| self.get(&format!("word-answer-{}", answer.word())).into_owned();
        let facts = [
            ("ui-how-trap", how.trap.as_ref().map(|words| words.get(lang).to_owned())),
            ("ui-how-address", how.link().map(str::to_owned)),
            ("ui-how-old-number", Some(answer(how.old_number))),
            ("ui-how-branch", Some(answer(how.branch))),
            ("ui-how-takes", how.takes.as_ref().map(|words| words.get(lang).to_owned())),
        ];
        facts.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }

    /// A source: its title, how far it can be trusted, its date.
    pub(crate) fn how_to_source(&self, source: &HowToSource) -> String {
        self.source_line(&source.title, source.confidence, source.date.as_deref())
    }

    /// Where a source stands: the address of the service's own page; of any other the host
    /// alone, and that nobody has confirmed what it says.
    pub(crate) fn how_to_place(&self, how: &HowTo, source: &HowToSource) -> String {
        if how.is_official(&source.address) {
            return source.address.clone();
        }
        self.with("ui-source-foreign", &[("host", source.host().into())])
    }

    fn source_line(&self, title: &str, confidence: Confidence, date: Option<&str>) -> String {
        let confidence = self.get(&format!("word-trust-{}", confidence.word()));
        let date = match date {
            Some(date) => self.with("word-page-of", &[("date", date.into())]),
            None => self.get("word-page-undated").into_owned(),
        };
        let args =
            [("title", title.into()), ("confidence", confidence.into()), ("date", date.into())];
        self.with("ui-source", &args)
    }

    /// All of it, as lines to read.
    pub(crate) fn how_to(&self, how: &HowTo) -> Vec<String> {
        let steps = self.how_to_steps(how).into_iter();
        let mut lines = self.how_to_lead(how);
        lines.extend(steps.map(|(number, step)| format!("{number} {step}")));
        for (key, value) in self.how_to_facts(how) {
            lines.push(self.labelled(&self.get(key), &value));
        }
        lines.push(self.get("ui-sources").into_owned());
        for source in &how.sources {
            let place = self.how_to_place(how, source);
            lines.push(format!("- {}  {place}", self.how_to_source(source)));
        }
        lines
    }
}
