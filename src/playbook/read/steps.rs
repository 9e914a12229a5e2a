//! Reading what is explained in steps: submitting, the review, the end; and the
//! letters.

use std::collections::BTreeSet;

use ron::value::RawValue;

use super::piece::{Reader, Seen};
use crate::{
    calendar::Calendar,
    domain::{Id, Window},
    playbook::{Lapse, Letter, Problem, ReviewWindow, Step, words::blank::is_blank},
    text::Lang,
};

impl<'a> Reader<'a> {
    pub(super) fn step(
        &mut self,
        piece: Option<&'a RawValue>,
        known: &BTreeSet<Id>,
    ) -> Option<Step> {
        let step: Step = self.field(piece)?;
        self.texts(piece?, &[&step.means]);
        self.sources(piece?, &step.sources, known);
        Some(step)
    }

    pub(super) fn lapse(
        &mut self,
        piece: Option<&'a RawValue>,
        known: &BTreeSet<Id>,
    ) -> Option<Lapse> {
        let lapse: Lapse = self.field(piece)?;
        self.texts(piece?, &[&lapse.means]);
        self.sources(piece?, &lapse.sources, known);
        if let Some(rest) = &lapse.rest {
            self.texts(piece?, &[&rest.means]);
            self.sources(piece?, &rest.sources, known);
        }
        Some(lapse)
    }

    pub(super) fn review(
        &mut self,
        piece: Option<&'a RawValue>,
        known: &BTreeSet<Id>,
    ) -> Option<ReviewWindow> {
        let (piece, before) = (piece?, self.count());
        let review: ReviewWindow = self.read(piece)?;
        // What stands in for a figure says nothing of the others.
        let figures = before == self.count();
        self.texts(piece, &[&review.means]);
        self.sources(piece, &review.sources, known);
        let window = Window { earliest: review.earliest, latest: review.latest };
        if figures && !window.is_sound() {
            let problem = Problem::Window(review.earliest, review.latest);
            self.fault(piece, "earliest", problem);
        }
        if let Some(rule) = &review.chase {
            self.texts(piece, &[&rule.nudge, &rule.complain]);
            self.sources(piece, &rule.sources, known);
            self.sources(piece, &rule.complain_sources, known);
            let steps = Window { earliest: rule.nudge_after, latest: rule.complain_after };
            if figures && !steps.is_sound() {
                let problem = Problem::Window(rule.nudge_after, rule.complain_after);
                self.fault(piece, "nudge_after", problem);
            }
        }
        if !Calendar::knows(&review.region) {
            let quoted = format!("\"{}\"", review.region);
            self.fault(piece, &quoted, Problem::NoRegion(review.region.clone()));
        }
        Some(review)
    }

    /// The languages of letters: each must be one that there are texts in.
    pub(super) fn languages(&mut self, piece: Option<&'a RawValue>) -> Vec<String> {
        let Some(piece) = piece else { return Vec::new() };
        let languages: Vec<String> = self.read(piece).unwrap_or_default();
        for tag in languages.iter().filter(|tag| Lang::of_tag(tag).is_none()) {
            self.fault(piece, &format!("\"{tag}\""), Problem::NoLanguage(tag.clone()));
        }
        languages
    }

    /// Letters, and the blanks in them: each must be one that is filled in, and
    /// what may be left out must begin and end.
    pub(super) fn letters(&mut self, pieces: &[&'a RawValue]) -> Vec<Letter> {
        let letters = self.placed(pieces, &BTreeSet::new(), |one: &Letter| {
            let sentences = one.body.iter().flatten().map(|sentence| &sentence.text);
            let texts = [&one.title].into_iter().chain(&one.means).chain(sentences);
            Seen { id: Some(&one.id), texts: texts.collect(), sources: &[] }
        });
        for (piece, letter) in &letters {
            for (_, text) in letter.body.iter().flatten().flat_map(|one| one.text.iter()) {
                for name in blanks(text).filter(|name| !is_blank(name)) {
                    let problem = Problem::Unknown(name.to_owned(), Vec::new());
                    self.fault(piece, &format!("{{{name}}}"), problem);
                }
                if !is_balanced(text) {
                    self.fault(piece, text, Problem::Unbalanced);
                }
            }
        }
        letters.into_iter().map(|(_, letter)| letter).collect()
    }
}

/// The names between braces.
fn blanks(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// Whether each `[` is followed by its `]` before the next one.
fn is_balanced(text: &str) -> bool {
    let marks: Vec<char> = text.chars().filter(|c| matches!(c, '[' | ']')).collect();
    marks.chunks(2).all(|pair| pair == ['[', ']'])
}
