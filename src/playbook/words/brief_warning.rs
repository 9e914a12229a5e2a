//! What a warning says in a few words, where a sentence has no room. The page of the
//! review has the sentence.

use jiff::civil::Date;

use super::Words;
use crate::domain::{AgendaKind, LineEnd, Warning};

impl Words<'_> {
    /// A warning in a few words.
    pub(crate) fn warning_briefly(&self, warning: &Warning) -> String {
        let text = self.text;
        let on = |key: &str, day: Date| text.with(key, &[("date", self.near(day).into())]);
        // A day that a rule gave is not told as one that was read off.
        let end = |key: &str, end: &LineEnd| {
            let day = self.hedged(self.near(end.on), end.by.is_computed());
            text.with(key, &[("date", day.into())])
        };
        match warning {
            Warning::LapsesLinked(until) => end("say-brief-lapses-to-do", until),
            Warning::LapsesInReview { until, .. } | Warning::LapsesBeforeAnswer { until, .. } => {
                end("say-brief-lapses-in-review", until)
            }
            Warning::Ended(until) => end("say-brief-ended", until),
            Warning::Held(until) => end("say-brief-held", until),
            Warning::Expired(day) => on("say-brief-expired", *day),
            Warning::LastChance(_, until) => on("say-brief-last-chance", *until),
            Warning::Soon(kind, until) => {
                let key = format!("say-agenda-brief-{}", kind.word());
                let key = if *kind == AgendaKind::UseBy { self.of_use(&key) } else { key };
                let day = self.hedged(self.near(*until), self.is_unsure(*kind));
                text.labelled(&text.get(&key), &day)
            }
            Warning::NotTheHolder => text.get("say-brief-not-the-holder").into_owned(),
            Warning::Conflicts(count) => {
                text.with("say-brief-conflicts", &[("count", (*count).into())])
            }
            Warning::Unsaved(count) => {
                text.with("say-brief-unsaved", &[("count", (*count).into())])
            }
            Warning::FilesLost(items) => {
                text.with("say-brief-files-lost", &[("count", items.len().into())])
            }
            Warning::StillUsed(..) | Warning::Unsure(_) => self.warning(warning),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{Case, Id, LineEndRule, Route},
        playbook::tests::{OPENED, hotlink, later},
        text::{Lang, Text, width},
    };

    #[test]
    fn a_warning_in_a_few_words_has_room_beside_the_next_step() {
        /// Cells of most of a line of a small window.
        const ROOM: usize = 66;
        let playbook = hotlink();
        let case = Case::new(Id::new("kl"), "KL".into(), Id::new("hotlink"), Route::Keep, OPENED);
        let end = |by| LineEnd { on: later(60), by };
        let (sure, ruled) = (end(LineEndRule::GraceUntil), end(LineEndRule::Use));
        let all = [
            Warning::LapsesLinked(sure),
            Warning::LapsesInReview { until: ruled, latest: later(70) },
            Warning::Ended(ruled),
            Warning::Held(sure),
            Warning::Expired(OPENED),
            Warning::LastChance(OPENED, later(60)),
            Warning::Soon(AgendaKind::UseBy, later(60)),
            Warning::Soon(AgendaKind::CreditAtRisk, later(60)),
            Warning::NotTheHolder,
            Warning::Conflicts(12),
            Warning::Unsaved(3),
            Warning::FilesLost(vec![crate::domain::Item::of_line("x")]),
        ];
        for lang in Lang::ALL {
            let text = &Text::new(lang);
            let words = Words { case: &case, playbook: &playbook, text, today: OPENED };
            for warning in &all {
                let (told, whole) = (words.warning_briefly(warning), words.warning(warning));
                assert!(width(&told) <= ROOM && width(&told) < width(&whole), "{told} / {whole}");
            }
            let about = words.warning_briefly(&Warning::Ended(ruled));
            assert_ne!(about, words.warning_briefly(&Warning::Ended(sure)), "a rule gave it");
        }
    }
}
