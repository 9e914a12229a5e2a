//! The days of the line itself in the agenda: until when it calls and receives, what
//! ends it, what keeps it alive, and what becomes of its credit.
//!
//! Owns: which of these days count. The line ends on the first of them that nothing
//! moves; those after it are told by nobody. Must not know: how a day follows from a rule
//! (`ends.rs`).

use jiff::civil::Date;

use super::{AgendaKind, Item, ItemKind, Procedure, Route, agenda::Listing};

impl Listing<'_> {
    /// The dates of the line itself. They pass whether or not anybody acts.
    pub(super) fn line(&mut self, procedure: &Procedure) {
        let line = &self.case.line;
        let kept = self.case.route == Route::Keep;
        let registration = procedure.registration_end(line);
        let rows = [
            (AgendaKind::ActiveUntil, "active-until", line.active_until),
            (AgendaKind::GraceUntil, "grace-until", line.grace_until),
            (AgendaKind::RegistrationEnd, "registered", registration),
        ];
        for (kind, field, on) in rows {
            let Some(on) = on else { continue };
            // A line that is kept does not come to this day: `keep` says what to do.
            let kept = kept && kind == AgendaKind::ActiveUntil;
            let matters = !self.over && !self.has_passed(procedure, on) && !kept;
            let item = Item::of_line(field);
            self.add_of_line(procedure, kind, item, on, matters);
            self.drop_last(kept);
        }
        self.clock(procedure, kept);
        // Once the line has ended nothing can be used on it, whatever was read off.
        let fact = |fact| move |on| (on, Item::of_line(fact));
        let usable = line.active_until.map(fact("active-until"));
        let usable = usable.or_else(|| registration.map(fact("registered")));
        let end = procedure.surely_ends(self.case);
        let end = end.map(|end| (end.on, procedure.fact_of(self.case, end)));
        let end = end.filter(|end| procedure.certain_end(self.case, self.today) == Some(end.0));
        let usable = usable.map(|one| end.filter(|end| end.0 < one.0).unwrap_or(one));
        if let (Some((on, from)), Some(credit)) = (usable, &procedure.credit)
            && line.has_credit()
        {
            let item = Item::new(ItemKind::Safeguard, credit);
            let seen_to = self.case.mark(&item).is_seen_to();
            let open = !self.over && on >= self.today && !seen_to && !kept;
            self.add("line", AgendaKind::CreditAtRisk, item, on, open);
            self.give_last(from);
            self.mark_last(seen_to);
            self.drop_last(kept && !seen_to);
        }
    }

    /// Adds a day of the line. One that comes after the line has ended is told by nobody.
    fn add_of_line(
        &mut self,
        procedure: &Procedure,
        kind: AgendaKind,
        item: Item,
        on: Date,
        matters: bool,
    ) {
        let overtaken = procedure.certain_end(self.case, self.today).is_some_and(|end| end < on);
        self.add("line", kind, item, on, matters && !overtaken);
        self.drop_last(overtaken);
    }

    /// Whether a day of the line is over: not while it is the one on which the line or
    /// its validity ended, and nobody has said since what became of it.
    fn has_passed(&self, procedure: &Procedure, on: Date) -> bool {
        let ended = || procedure.surely_ends(self.case).is_some_and(|end| end.on == on);
        let expired = || procedure.expired(self.case, self.today) == Some(on);
        on < self.today && !ended() && !expired()
    }

    /// What keeps the line alive: for one that is kept the days to see to it, for one
    /// that shall lapse the days until which it would go on by itself.
    fn clock(&mut self, procedure: &Procedure, kept: bool) {
        let line = &self.case.line;
        let prolonged = procedure.prolonged(self.case);
        let used = procedure.use_end(line);
        if let Some(on) = used {
            let item = Item::of_line("last-used");
            // A line that is kept is not late while credit keeps it alive.
            let held = prolonged.filter(|one| kept && on < self.today && one.until >= self.today);
            let matters = kept && held.is_none() || !kept && !self.has_passed(procedure, on);
            self.add_of_line(procedure, AgendaKind::UseBy, item, on, !self.over && matters);
            self.drop_last(held.is_some());
        }
        // The day on which its validity ends: it is late from then on, whatever is left of
        // the time in which it receives. Once it has passed, and the line was not used
        // either, the one until which credit keeps it alive.
        let held = prolonged.map(|one| (one.until, one.from.1));
        let held = held.filter(|_| used.is_none_or(|on| on < self.today));
        let noted = line.read_off();
        let coming = [noted, held].into_iter().flatten().find(|(on, _)| *on >= self.today);
        let extend = coming.or(noted).or(held).filter(|_| kept);
        if let Some((on, fact)) = extend {
            let item = Item::of_line(fact);
            self.add_of_line(procedure, AgendaKind::ExtendBy, item, on, !self.over);
        }
        if let Some((on, from)) = procedure.refund_by(self.case, self.today) {
            let item = Item::of_line("credit");
            // It can be asked for also once the line has ended.
            let matters = on >= self.today && !kept && self.case.ending.is_none();
            self.add("line", AgendaKind::RefundBy, item, on, matters);
            self.give_last(from);
        }
        let lapses = self.case.route == Route::Lapse;
        if let (Some(prolonged), Some(rule)) = (prolonged, &procedure.prolonging) {
            let item = Item::new(ItemKind::Precondition, &rule.precondition);
            let (refuse, until) = (prolonged.refuse_by, prolonged.until);
            let (expires, lasts) = prolonged.from;
            // Whoever keeps a line has nothing to refuse, nor does who has it ended.
            let matters = !self.over && refuse >= self.today && lapses;
            self.add_of_line(procedure, AgendaKind::RefuseBy, item.clone(), refuse, matters);
            self.give_last(Item::of_line(expires));
            self.drop_last(!lapses);
            let told = extend.is_some_and(|(on, _)| on == until);
            let matters = !self.over && !self.has_passed(procedure, until) && !told;
            self.add_of_line(procedure, AgendaKind::ProlongedUntil, item, until, matters);
            self.give_last(Item::of_line(lasts));
            self.drop_last(told);
        }
    }

    /// The end of the rest of a line that is left to lapse.
    pub(super) fn rest(&mut self, procedure: &Procedure) {
        let rest = procedure.rest.filter(|_| self.case.way() == Route::Lapse);
        let Some((rest, end)) = rest.zip(procedure.last_end(self.case)) else { return };
        if let Some(on) = rest.after(end.on, &procedure.workdays) {
            self.watch_end(procedure.fact_of(self.case, end), on, on >= self.today);
        }
    }
}

#[cfg(test)]
mod tests;
