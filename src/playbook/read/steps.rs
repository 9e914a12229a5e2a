//! Reading what is explained in steps: submitting, the review, the end; and the
//! letters.

use std::collections::BTreeSet;

use ron::value::RawValue;

use super::piece::{Reader, Seen};
use crate::{
    calendar::Calendar,
    domain::{Id, Window},
    playbook::{Lapse, Letter, Problem, ReviewWindow, Step, words::letter::BLANKS},
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
        let piece = piece?;
        let review: ReviewWindow = self.read(piece)?;
        self.texts(piece, &[&review.means]);
        self.sources(piece, &review.sources, known);
        let window = Window { earliest: review.earliest, latest: review.latest };
        if !window.is_sound() {
            let problem = Problem::Window(review.earliest, review.latest);
            self.fault(piece, "earliest", problem);
        }
        if let Some(rule) = &review.chase {
            self.texts(piece, &[&rule.nudge, &rule.complain]);
            self.sources(piece, &rule.sources, known);
            self.sources(piece, &rule.complain_sources, known);
            let steps = Window { earliest: rule.nudge_after, latest: rule.complain_after };
            if !steps.is_sound() {
                let problem = Problem::Window(rule.nudge_after, rule.complain_after);
                self.fault(piece, "nudge_after", problem);
            }
        }
        if !Calendar::knows(&review.region) {
            let quoted = format!("\"{}\"", review.region);
            self.fault(piece, &quoted, Problem::Unknown(review.region.clone()));
        }
        Some(review)
    }

    /// Letters, and the blanks in them: each must be one that is filled in.
    pub(super) fn letters(&mut self, pieces: &[&'a RawValue]) -> Vec<Letter> {
        let letters = self.list(pieces, &BTreeSet::new(), |one: &Letter| Seen {
            id: Some(&one.id),
            texts: vec![&one.title, &one.body],
            sources: &[],
        });
        for &piece in pieces {
            let blanks = piece.get_ron().split('{').skip(1).filter_map(|rest| {
                let (name, _) = rest.split_once('}')?;
                // The braces of the texts themselves hold quotes.
                let plain = name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
                (plain && !name.is_empty()).then_some(name)
            });
            for name in blanks.filter(|name| !BLANKS.iter().any(|(known, _)| known == name)) {
                self.fault(piece, &format!("{{{name}}}"), Problem::Unknown(name.to_owned()));
            }
        }
        letters
    }
}
