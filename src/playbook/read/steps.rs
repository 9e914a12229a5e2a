//! Reading what is told in steps: submitting, the review, the way out.

use std::collections::BTreeSet;

use ron::value::RawValue;

use super::{Problem, Reader, Seen};
use crate::{
    calendar::Calendar,
    domain::{Id, Window},
    playbook::{
        letter::BLANKS,
        schema::{Lapse, Letter, ReviewWindow, Step},
    },
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
            let at = self.place(piece, "earliest");
            self.fault(at, Problem::Window(review.earliest, review.latest));
        }
        if let Some(rule) = &review.chase {
            self.texts(piece, &[&rule.nudge, &rule.complain]);
            self.sources(piece, &rule.sources, known);
            let steps = Window { earliest: rule.nudge_after, latest: rule.complain_after };
            if !steps.is_sound() {
                let at = self.place(piece, "nudge_after");
                self.fault(at, Problem::Window(rule.nudge_after, rule.complain_after));
            }
        }
        if Calendar::find(&review.region).is_err() {
            let at = self.place(piece, &format!("\"{}\"", review.region));
            self.fault(at, Problem::Unknown(review.region.clone()));
        }
        Some(review)
    }

    /// Letters, and the blanks in them: one that nobody fills is a slip.
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
            let strange: Vec<String> =
                blanks.filter(|name| !BLANKS.contains(name)).map(str::to_owned).collect();
            for name in strange {
                let at = self.place(piece, &format!("{{{name}}}"));
                self.fault(at, Problem::Unknown(name));
            }
        }
        letters
    }
}
