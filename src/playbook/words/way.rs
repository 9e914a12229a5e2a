//! Words that differ by the way out (what this carrier is asked to end, or what another
//! one is asked to take over) and by what keeps the line alive.

use super::Words;
use crate::{
    domain::{Application, EndRule, LineEndRule, Route, Stage, Verdict},
    text::Text,
};

/// What is told of a number that goes to another carrier has keys with this end.
const PORT: &str = "-port";
/// What is told where another carrier ends the line has keys with this end, where it
/// differs.
const ELSEWHERE: &str = "-elsewhere";
/// What is counted until a new carrier has done it has keys with this end.
const NEW: &str = "-new";
/// What is told of a line of which only top-ups count has keys with this end.
const TOP_UP: &str = "-top-up";
/// What is told of the latest day on which a line can end has keys with this end.
const AT_LATEST: &str = "-latest";
/// What is told of a day that only a rule gives has keys with this end, where it differs.
const BY_RULE: &str = "-rule";
/// What is told of a line that is kept by using it has keys with this end.
const USE: &str = "-use";
/// What is told of a line that is left to lapse has keys with this end.
const LAPSE: &str = "-lapse";

impl Words<'_> {
    /// The key under which something is told on the way that the case takes.
    pub(crate) fn of_way(&self, key: &str) -> String {
        let way = self.case.way();
        self.asked_key(key, way == Route::Port, way == Route::Apply)
    }

    /// The key under which something is told of an application.
    pub(super) fn of_application(&self, key: &str, application: &Application) -> String {
        self.asked_key(key, application.ports, !application.ports)
    }

    /// The key under which a count of days is told by whoever is asked: this carrier, or a
    /// new one.
    pub(crate) fn of_asked(&self, key: &str) -> String {
        let way = self.case.way();
        let elsewhere = way == Route::Apply && self.playbook.application.elsewhere;
        if way == Route::Port || elsewhere { format!("{key}{NEW}") } else { key.to_owned() }
    }

    fn asked_key(&self, key: &str, ports: bool, applies: bool) -> String {
        let elsewhere = format!("{key}{ELSEWHERE}");
        if applies && self.playbook.application.elsewhere && Text::has(&elsewhere) {
            return elsewhere;
        }
        if ports { format!("{key}{PORT}") } else { key.to_owned() }
    }

    /// The key under which something is told by what the carrier counts: each use of the
    /// line, or top-ups alone.
    pub(crate) fn of_clock(&self, key: &str) -> String {
        if self.counts_top_ups() { format!("{key}{TOP_UP}") } else { key.to_owned() }
    }

    /// The key under which the day of the clock is told: whoever lets the line lapse is told
    /// that it ends then, not to see to it.
    pub(super) fn of_use(&self, key: &str) -> String {
        let lapses = self.case.way() == Route::Lapse;
        self.of_clock(&if lapses { format!("{key}{LAPSE}") } else { key.to_owned() })
    }

    /// The key under which the last day of a line is told: one that a rule gives is none
    /// on which anybody saw it end, and one up to which credit can last is the latest.
    pub(super) fn of_end(key: &str, by: Option<LineEndRule>) -> String {
        let own = match by {
            Some(LineEndRule::Prolonged) => format!("{key}{AT_LATEST}"),
            Some(LineEndRule::Registration) => format!("{key}{BY_RULE}"),
            _ => return key.to_owned(),
        };
        if Text::has(&own) { own } else { key.to_owned() }
    }

    /// The key under which the day is told until which a line that is kept is valid: where
    /// its carrier counts use, nobody is told to top it up.
    pub(super) fn of_extension(&self, key: &str) -> String {
        let procedure = self.playbook.procedure();
        let used = procedure.no_grace || matches!(procedure.rule, EndRule::AfterUse(_));
        if used { format!("{key}{USE}") } else { key.to_owned() }
    }

    /// Only top-ups keep the line alive: it is not enough to use it.
    pub(crate) fn counts_top_ups(&self) -> bool {
        let rule = self.playbook.ends.as_ref().map(|ends| ends.rule);
        matches!(rule, Some(EndRule::AfterTopUp(_)))
    }

    /// What a fact of the line is called.
    pub(crate) fn line_label(&self, fact: &str) -> String {
        let key = format!("word-line-{fact}");
        let key = if fact == "last-used" { self.of_clock(&key) } else { key };
        self.text.get(&key).into_owned()
    }

    /// Whether the line has ended of itself before somebody was asked to end it: then there is
    /// nothing to apply for until the person has seen what became of it.
    pub(crate) fn has_stopped(&self) -> bool {
        let end = self.playbook.procedure().certain_end(self.case, self.today);
        self.case.route.is_asked() && end.is_some_and(|on| on < self.today)
    }

    /// Where the case stands, in a word.
    pub(crate) fn stage(&self, stage: Stage) -> String {
        let over = self.case.line.active_until.is_some_and(|on| on < self.today);
        if stage == Stage::Preparing && self.case.route == Route::Lapse && over {
            // It ends whether everything was prepared or not.
            return self.text.get("word-stage-lapsing-unprepared").into_owned();
        }
        if matches!(stage, Stage::Preparing | Stage::Ready) && self.has_stopped() {
            return self.text.get("word-stage-stopped").into_owned();
        }
        let key = format!("word-stage-{}", stage.word());
        let own = matches!(
            stage,
            Stage::Ready
                | Stage::UnderReview
                | Stage::DecisionDue
                | Stage::Overdue
                | Stage::Rejected
                | Stage::Cancelled
        );
        let key = if own { self.of_way(&key) } else { key };
        let told = self.text.get(&key).into_owned();
        // By a window that nobody has confirmed nobody is late for sure.
        let late = stage == Stage::Overdue;
        self.hedged_briefly(told, late && self.is_latest_unverified())
    }

    /// The answer to an application, in a word.
    pub(crate) fn verdict(&self, application: &Application, verdict: Verdict) -> String {
        let key = format!("word-verdict-{}", verdict.word());
        self.text.get(&self.of_application(&key, application)).into_owned()
    }
}
