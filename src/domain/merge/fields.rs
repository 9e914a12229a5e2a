//! Three versions of one thing, merged field by field.
//!
//! What only one side changed stays changed. Where both sides changed a field,
//! ours counts; with the sides swapped, theirs does. So the same function tells
//! both outcomes, and when they differ there is a conflict. Must not know: lists
//! and cases, or what is done about a conflict.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::domain::{
    AgendaMark, Application, Attachment, Contact, DayOverrides, ExtraDocument, Id, Line, Mark,
    Obstacle, Outcome, Terms,
};

/// Three versions of one thing.
#[derive(Debug)]
pub(super) struct Three<'a, T> {
    pub(super) base: &'a T,
    pub(super) ours: &'a T,
    pub(super) theirs: &'a T,
}

impl<T> Three<'_, T> {
    /// One field, or several that belong together: ours where we changed it,
    /// else theirs.
    pub(super) fn pick<U: PartialEq>(&self, field: impl Fn(&T) -> U) -> U {
        let ours = field(self.ours);
        if ours == field(self.base) { field(self.theirs) } else { ours }
    }

    /// The same with the other side as ours.
    pub(super) fn swapped(&self) -> Self {
        Self { base: self.base, ours: self.theirs, theirs: self.ours }
    }
}

impl<T: Clone + PartialEq> Three<'_, Vec<T>> {
    /// What both have, and what either added; what either removed is gone.
    /// The order is the common version's, then that of `key`.
    pub(super) fn united<K: Ord>(&self, key: impl Fn(&T) -> K) -> Vec<T> {
        let Self { base, ours, theirs } = *self;
        if ours == base || theirs == base || ours == theirs {
            return self.pick(std::clone::Clone::clone);
        }
        let stays = |one: &&T| ours.contains(one) && theirs.contains(one);
        let mut all: Vec<T> = base.iter().filter(stays).cloned().collect();
        let mut added: Vec<T> = Vec::new();
        for one in ours.iter().chain(theirs) {
            if !base.contains(one) && !added.contains(one) {
                added.push(one.clone());
            }
        }
        added.sort_by_key(key);
        all.extend(added);
        all
    }
}

/// A thing that three versions of can be merged.
pub(super) trait Merge: Clone + PartialEq {
    /// The merged thing.
    fn merged(three: &Three<'_, Self>) -> Self;

    /// What stands for the common version when both sides made it.
    fn blank(&self) -> Self;

    /// The day by which new ones are ordered.
    fn day(&self) -> Option<Date> {
        None
    }
}

impl Merge for AgendaMark {
    fn merged(three: &Three<'_, Self>) -> Self {
        Self {
            done: three.pick(|one| one.done),
            snoozed: three.pick(|one| one.snoozed),
            on: three.pick(|one| one.on),
        }
    }

    fn blank(&self) -> Self {
        Self::default()
    }
}

impl Merge for ExtraDocument {
    fn merged(three: &Three<'_, Self>) -> Self {
        Self {
            id: three.ours.id.clone(),
            title: three.pick(|one| one.title.clone()),
            required: three.pick(|one| one.required),
        }
    }

    fn blank(&self) -> Self {
        Self { id: self.id.clone(), title: String::new(), required: false }
    }
}

impl Merge for Contact {
    fn merged(three: &Three<'_, Self>) -> Self {
        Self {
            id: three.ours.id.clone(),
            on: three.pick(|one| one.on),
            channel: three.pick(|one| one.channel.clone()),
            agent: three.pick(|one| one.agent.clone()),
            reference: three.pick(|one| one.reference.clone()),
            note: three.pick(|one| one.note.clone()),
            asked: three.pick(|one| one.asked),
            promised: three.pick(|one| one.promised),
            answer_by: three.pick(|one| one.answer_by),
            kept: three.pick(|one| one.kept),
            letter: three.pick(|one| one.letter.clone()),
            lasted: three.pick(|one| one.lasted),
        }
    }

    /// Two contacts that were logged apart are two and have two numbers: this is one that
    /// both sides have, and what they say of it differently is a conflict.
    fn blank(&self) -> Self {
        Self { id: self.id.clone(), ..Self::on(Date::MIN, "") }
    }

    fn day(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Merge for Obstacle {
    fn merged(three: &Three<'_, Self>) -> Self {
        Self {
            id: three.ours.id.clone(),
            kind: three.pick(|one| one.kind.clone()),
            opened: three.pick(|one| one.opened),
            note: three.pick(|one| one.note.clone()),
            follow_up: three.pick(|one| one.follow_up),
            resolved: three.pick(|one| one.resolved),
        }
    }

    fn blank(&self) -> Self {
        Self {
            id: self.id.clone(),
            kind: Id::new(""),
            opened: Date::MIN,
            note: None,
            follow_up: None,
            resolved: None,
        }
    }

    fn day(&self) -> Option<Date> {
        Some(self.opened)
    }
}

impl Merge for Application {
    fn merged(three: &Three<'_, Self>) -> Self {
        // Each machine reckons the dates by itself: the later ones are the ones
        // that were told last, and no person has to choose.
        let (ours, theirs) = (&three.ours.reckoned, &three.theirs.reckoned);
        let latest = |one: &Option<_>| one.as_ref().map(reckoned_order);
        let reckoned = match (three.base.reckoned == *ours, three.base.reckoned == *theirs) {
            (false, false) if latest(ours) < latest(theirs) => theirs.clone(),
            (true, _) => theirs.clone(),
            _ => ours.clone(),
        };
        Self {
            id: three.ours.id.clone(),
            on: three.pick(|one| one.on),
            channel: three.pick(|one| one.channel.clone()),
            ports: three.pick(|one| one.ports),
            reference: three.pick(|one| one.reference.clone()),
            anyway: three.pick(|one| one.anyway.clone()),
            extension: three.pick(|one| one.extension.clone()),
            reckoned,
            outcome: outcome(three),
        }
    }

    fn blank(&self) -> Self {
        Self { id: self.id.clone(), ..Self::on(self.on) }
    }

    fn day(&self) -> Option<Date> {
        Some(self.on)
    }
}

/// The answer as a whole; one that both sides have, fact by fact: two may add to
/// its confirmation.
fn outcome(three: &Three<'_, Application>) -> Option<Outcome> {
    let Three { base, ours, theirs } = three;
    match (&base.outcome, &ours.outcome, &theirs.outcome) {
        (Some(base), Some(ours), Some(theirs)) if ours.verdict == theirs.verdict => {
            let three = Three { base, ours, theirs };
            Some(Outcome {
                verdict: ours.verdict,
                on: three.pick(|one| one.on),
                reason: three.pick(|one| one.reason.clone()),
                reference: three.pick(|one| one.reference.clone()),
                file: three.pick(|one| one.file.clone()),
                about: three.pick(|one| one.about.clone()),
            })
        }
        _ => three.pick(|one| one.outcome.clone()),
    }
}

/// Orders reckoned dates, the last to be told last.
fn reckoned_order(dates: &crate::domain::Reckoning) -> (Date, Date, String) {
    (dates.latest, dates.earliest, format!("{:?}{:?}", dates.off, dates.worked))
}

impl Merge for Line {
    fn merged(three: &Three<'_, Self>) -> Self {
        Self {
            number: three.pick(|one| one.number.clone()),
            holder: three.pick(|one| one.holder.clone()),
            name: three.pick(|one| one.name.clone()),
            reply_to: three.pick(|one| one.reply_to.clone()),
            abroad: three.pick(|one| one.abroad),
            class: three.pick(|one| one.class),
            registered: three.pick(|one| one.registered),
            active_until: three.pick(|one| one.active_until),
            grace_until: three.pick(|one| one.grace_until),
            last_used: three.pick(|one| one.last_used),
            credit: three.pick(|one| one.credit.clone()),
        }
    }

    fn blank(&self) -> Self {
        Self::default()
    }
}

impl Merge for Terms {
    /// Setting by setting and day by day.
    fn merged(three: &Three<'_, Self>) -> Self {
        type Days = BTreeMap<Date, String>;
        let days = |of: fn(&DayOverrides) -> &Days| -> Days {
            let named = |terms: &Self| of(&terms.days).keys().copied().collect::<Vec<_>>();
            let all = named(three.theirs).into_iter().chain(named(three.ours));
            let chosen = |day| three.pick(|one| of(&one.days).get(&day).cloned());
            all.filter_map(|day| Some((day, chosen(day)?))).collect()
        };
        let closed = days(|days| &days.closed);
        let mut open = days(|days| &days.open);
        open.retain(|day, _| !closed.contains_key(day));
        Self {
            window: three.pick(|one| one.window),
            region: three.pick(|one| one.region.clone()),
            days: DayOverrides { closed, open },
        }
    }

    fn blank(&self) -> Self {
        Self::default()
    }
}

impl Merge for Mark {
    fn merged(three: &Three<'_, Self>) -> Self {
        let (state, on, reason) = three.pick(|one| (one.state, one.on, one.reason.clone()));
        let files =
            Three { base: &three.base.files, ours: &three.ours.files, theirs: &three.theirs.files };
        let order =
            |file: &Attachment| (file.on, file.path.clone(), file.sha256.clone(), file.size);
        let earlier = Three {
            base: &three.base.earlier,
            ours: &three.ours.earlier,
            theirs: &three.theirs.earlier,
        };
        Self {
            state,
            on,
            reason,
            earlier: earlier.united(order),
            answers: three.pick(|one| one.answers.clone()),
            settled: three.pick(|one| one.settled),
            note: three.pick(|one| one.note.clone()),
            files: files.united(order),
        }
    }

    fn blank(&self) -> Self {
        Self::default()
    }
}
