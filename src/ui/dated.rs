//! The dated things of a case, as the screen shows them.

use jiff::civil::Date;

use crate::{
    app::Scene,
    domain::{AgendaEntry, AgendaKind},
};

/// Something with a date.
pub(super) struct Dated {
    pub(super) on: Date,
    /// The date without its year.
    pub(super) date: String,
    pub(super) what: String,
    /// The same in a few words.
    pub(super) briefly: String,
    /// The rule that gives its day.
    pub(super) rule: String,
    /// Something has to happen by then.
    pub(super) deadline: bool,
    /// Then is over.
    pub(super) late: bool,
    /// Then has passed, and there is something to do since.
    pub(super) to_do: bool,
}

impl Dated {
    /// It has a mark in front: it is late, or still to be done after its day.
    pub(super) fn is_marked(&self) -> bool {
        self.late || self.to_do
    }
}

/// Every entry of the agenda that is open, soonest first.
pub(super) fn entries(scene: &Scene<'_>) -> Vec<Dated> {
    let words = &scene.words;
    let agenda = || scene.status.agenda.iter().filter(|one| one.is_open());
    // A promise that gives the last day for the answer says so itself.
    let promised = |day: Date| agenda().any(|one| one.kind == AgendaKind::Promise && one.on == day);
    let told_by_it = |one: &AgendaEntry| one.kind == AgendaKind::Latest && promised(one.on);
    let open = agenda().filter(|one| !told_by_it(one));
    // How long a number rests is told beside the countdown.
    let told_beside = |one: &AgendaEntry| one.kind == AgendaKind::WatchEnd;
    let has_to = |one: &AgendaEntry| {
        let counts = one.on >= words.today || one.kind.is_late_then();
        one.kind.is_deadline() && (counts || one.kind == AgendaKind::StillUsed)
    };
    let told = open.map(|one| Dated {
        on: one.on,
        date: words.text.date_near(one.on, one.on),
        what: words.dated(one),
        briefly: words.dated_briefly(one),
        rule: if told_beside(one) {
            String::new()
        } else {
            words.rule(one, scene.status.review.as_ref())
        },
        to_do: one.on < words.today && (one.can_be_done() || one.kind.is_to_be_seen_to()),
        deadline: has_to(one),
        late: has_to(one) && one.on < words.today,
    });
    let mut told: Vec<Dated> = told.collect();
    // A rule is told once for the things that follow one another by it.
    let mut above = String::new();
    for one in &mut told {
        if one.rule == above {
            one.rule.clear();
        } else {
            above.clone_from(&one.rule);
        }
    }
    told
}
