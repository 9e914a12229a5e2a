//! The dated things of a case, as the screen shows them.

use jiff::civil::Date;

use crate::{
    app::Scene,
    domain::{AgendaEntry, AgendaKind},
};

/// Something with a date.
pub(super) struct Dated {
    pub(super) on: Date,
    /// The date, with its year where it could be another one.
    pub(super) date: String,
    pub(super) what: String,
    /// The same in a few words.
    pub(super) briefly: String,
    /// The rule that gives its day.
    pub(super) rule: String,
    /// Something has to happen by then.
    pub(super) deadline: bool,
    /// It has come and waits for the person since then.
    pub(super) waits: bool,
}

/// Every entry of the agenda that is open, soonest first.
pub(super) fn entries(scene: &Scene<'_>) -> Vec<Dated> {
    let words = &scene.words;
    let open = scene.status.agenda.iter().filter(|one| one.is_open());
    // How long a number rests is told beside the countdown.
    let told_beside = |one: &AgendaEntry| one.kind == AgendaKind::WatchEnd;
    let told = open.map(|one| Dated {
        on: one.on,
        date: match one.days_from(words.today) {
            -60..=300 => words.text.date(one.on),
            _ => words.text.date_near(one.on, words.today),
        },
        what: words.dated(one),
        briefly: words.dated_briefly(one),
        rule: if told_beside(one) {
            String::new()
        } else {
            words.rule(one, scene.status.review.as_ref())
        },
        deadline: one.kind.is_deadline()
            && (one.on >= words.today
                || one.kind.is_late_then()
                || one.kind == AgendaKind::StillUsed),
        waits: one.on < words.today && one.kind.is_deadline() && one.kind.can_be_done(),
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
