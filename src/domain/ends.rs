//! How lines of a carrier end by themselves: when, and what keeps them alive.
//!
//! Owns: which day follows from what the person read off or did, and whether
//! credit on the line moves that day. Must not know: where a rule is from.

use jiff::{ToSpan as _, civil::Date};

use super::{
    Case, Item, ItemKind, Keyed as _, Line, LineEnd, LineEndRule, MarkState, Procedure, RefundFrom,
    Route,
};

/// What prolonging does to one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Prolonged {
    /// The last day on which it can be refused.
    pub(crate) refuse_by: Date,
    /// The day on which the line ends at the latest.
    pub(crate) until: Date,
    /// The fact of the line from which the first one is counted, and the one that gives
    /// the second.
    pub(in crate::domain) from: (&'static str, &'static str),
}

impl Line {
    /// The person said that nothing is left on it.
    pub(crate) fn is_spent(&self) -> bool {
        self.credit.is_some() && !self.has_credit()
    }
}

impl Procedure {
    /// The day on which the line ends unless it is used before.
    pub(crate) fn use_end(&self, line: &Line) -> Option<Date> {
        self.rule.counted()?.after(line.last_used?, &self.workdays)
    }

    /// The day on which its validity ends is the one that counts: nobody knows of another on
    /// which a line receives, or credit prolongs it from that one.
    pub(in crate::domain) fn ends_with_validity(&self) -> bool {
        self.no_grace || self.prolonging.is_some()
    }

    /// The fact of the line that tells when it ends, where the person notes that.
    pub(in crate::domain) fn end_fact(&self) -> &'static str {
        if self.ends_with_validity() { "active-until" } else { "grace-until" }
    }

    /// The day that the person read off.
    fn read_off(&self, line: &Line) -> Option<LineEnd> {
        let end = |on: Date, by| LineEnd { on, by };
        let noted = |on: Option<Date>| on.filter(|on| !line.has_outlived(*on));
        let grace = noted(line.grace_until).map(|on| end(on, LineEndRule::GraceUntil));
        let active = noted(line.active_until).filter(|_| self.ends_with_validity());
        grace.or_else(|| active.map(|on| end(on, LineEndRule::ActiveUntil)))
    }

    /// The day on which the validity of the line ends, from which credit can prolong it:
    /// the one that was read off, or the one that follows from the last use.
    pub(crate) fn expires(&self, line: &Line) -> Option<Date> {
        self.expiry(line).map(|(on, _)| on)
    }

    /// The same with the fact of the line that gives it.
    fn expiry(&self, line: &Line) -> Option<(Date, &'static str)> {
        let read = line.read_off();
        let used = self.use_end(line).map(|on| (on, "last-used"));
        read.into_iter().chain(used).min_by_key(|(on, _)| *on)
    }

    /// The fact of the line that gives this end of it.
    pub(in crate::domain) fn fact_of(&self, case: &Case, end: LineEnd) -> Item {
        Item::of_line(match end.by {
            LineEndRule::GraceUntil => "grace-until",
            LineEndRule::ActiveUntil => "active-until",
            LineEndRule::Registration => "registered",
            LineEndRule::Use => "last-used",
            LineEndRule::Prolonged => {
                self.prolonged(case).map_or("active-until", |held| held.from.1)
            }
        })
    }

    /// The last day on which the line receives unless credit keeps it alive, as far as is
    /// known.
    pub(crate) fn line_end(&self, line: &Line) -> Option<LineEnd> {
        let computed = |on: Option<Date>, by| on.map(|on| LineEnd { on, by });
        let all = [
            self.read_off(line),
            computed(self.registration_end(line), LineEndRule::Registration),
            computed(self.use_end(line), LineEndRule::Use),
        ];
        all.into_iter().flatten().min_by_key(|end| end.on)
    }

    /// What credit does to the line, where it may still do it.
    pub(crate) fn prolonged(&self, case: &Case) -> Option<Prolonged> {
        let rule = self.prolonging.as_ref()?;
        let prolonged = self.prolongs(&case.line)?;
        let mark = case.mark(&Item::new(ItemKind::Precondition, &rule.precondition));
        // Who refused too late was not heard.
        let in_time = mark.on.is_none_or(|on| on <= prolonged.refuse_by);
        let refused = mark.state == MarkState::Done && in_time;
        (!refused).then_some(prolonged)
    }

    /// What credit does to a line unless that is refused.
    fn prolongs(&self, line: &Line) -> Option<Prolonged> {
        let rule = self.prolonging.as_ref()?;
        let (expires, fact) = self.expiry(line)?;
        let excepted = line.class.is_some_and(|class| rule.except.contains(&class));
        if excepted || line.is_spent() || expires < rule.since {
            return None;
        }
        let refuse_by = expires.checked_sub(i32::from(rule.refuse_before).days()).ok()?;
        let until = rule.lasts.after(expires, &self.workdays)?;
        let later = line.grace_until.filter(|grace| *grace > until);
        let from = (fact, later.map_or(fact, |_| "grace-until"));
        Some(Prolonged { refuse_by, until: later.unwrap_or(until), from })
    }

    /// Whether there may be something to refuse by this item yet: nothing keeps the line
    /// alive that has no credit or is excepted, and after its day nobody is heard.
    pub(crate) fn is_refusable(&self, item: &Item, line: &Line, today: Date) -> bool {
        let Some(rule) = self.prolonging.as_ref() else { return true };
        if item.kind != ItemKind::Precondition || item.id != rule.precondition {
            return true;
        }
        let dated = self.expires(line).is_some();
        let excepted = line.class.is_some_and(|class| rule.except.contains(&class));
        match self.prolongs(line) {
            Some(prolonged) => today <= prolonged.refuse_by,
            None => !dated && !excepted && !line.is_spent(),
        }
    }

    /// The last day to refuse what would keep a line alive, where this is the item that
    /// says that it was refused.
    pub(in crate::domain) fn refuse_by(&self, item: &Item, line: &Line) -> Option<Date> {
        let rule = self.prolonging.as_ref()?;
        let named = item.kind == ItemKind::Precondition && item.id == rule.precondition;
        self.prolongs(line).filter(|_| named).map(|prolonged| prolonged.refuse_by)
    }

    /// The last day on which credit can be asked back; none where nothing is left, or
    /// where what is left went with the number. And the fact from which it is counted.
    pub(in crate::domain) fn refund_by(&self, case: &Case, today: Date) -> Option<(Date, Item)> {
        let term = self.refund.filter(|_| !case.line.is_spent())?;
        let ported = case.way() == Route::Port && self.port_kills_credit;
        let gone = ported && (term.after == RefundFrom::Ended || case.approval().is_some());
        let from = match term.after {
            RefundFrom::Registered => {
                case.line.registered.map(|on| (on, Item::of_line("registered")))
            }
            RefundFrom::Ended => self.ended_on(case, today),
        };
        let (on, fact) = from.filter(|_| !gone)?;
        Some((term.lasts.after(on, &self.workdays)?, fact))
    }

    /// The day on which the line ended or will end, and the fact that gives it: that of
    /// the confirmation; before that, of a line that is asked about, none that it has not
    /// reached.
    fn ended_on(&self, case: &Case, today: Date) -> Option<(Date, Item)> {
        if let (Some(approval), Some(last)) = (case.approval(), case.latest_application()) {
            return Some((approval.on, last.item()));
        }
        let end = self.last_end(case)?;
        let counts = !case.way().is_asked() || end.on < today;
        counts.then(|| (end.on, self.fact_of(case, end)))
    }

    /// The day after which the line is surely gone, and what gave it: the last one on
    /// which it receives, or up to which its credit can keep it alive.
    pub(crate) fn last_end(&self, case: &Case) -> Option<LineEnd> {
        let end = self.line_end(&case.line)?;
        // A registration that ends takes the line with it, whatever is left on it.
        let prolonged = self.prolonged(case).filter(|_| end.by != LineEndRule::Registration);
        let by_credit = |one: Prolonged| LineEnd { on: one.until, by: LineEndRule::Prolonged };
        Some(prolonged.map_or(end, by_credit))
    }

    /// The day on which the line ends whatever else was read off for it, so that no day
    /// after it counts. Of a line that is kept only its registration ends it all the same.
    ///
    /// Once the day of a rule has passed and a later one was read off, the two disagree: the
    /// line may live, and what was read off counts again.
    pub(crate) fn certain_end(&self, case: &Case, today: Date) -> Option<Date> {
        let end = self.surely_ends(case)?;
        Some(if end.on < today { unless_read_later(&case.line, end).on } else { end.on })
    }

    /// The same, and what gave it.
    pub(crate) fn surely_ends(&self, case: &Case) -> Option<LineEnd> {
        match case.route {
            Route::Keep if case.pending().is_none() => {
                let end = self.registration_end(&case.line);
                end.map(|on| LineEnd { on, by: LineEndRule::Registration })
            }
            _ => self.last_end(case),
        }
    }

    /// The day on which the validity of the line ended, where nothing that is known says
    /// until when it still receives.
    pub(crate) fn expired(&self, case: &Case, today: Date) -> Option<Date> {
        let vague = |end: LineEnd| end.by == LineEndRule::Registration && end.on >= today;
        let unknown = case.line.grace_until.is_none() && self.last_end(case).is_none_or(vague);
        let outlived = |on: &Date| case.line.has_outlived(*on);
        case.line.active_until.filter(|on| unknown && *on < today && !outlived(on))
    }

    /// The day after which the line is surely gone.
    pub(crate) fn gone_after(&self, case: &Case) -> Option<Date> {
        self.gone(case).map(|end| end.on)
    }

    /// The same, and what gave it. Where the person has read off a later day than the one
    /// that a rule gives, the two disagree: until the later one has passed the line is not
    /// known to be gone.
    pub(crate) fn gone(&self, case: &Case) -> Option<LineEnd> {
        Some(unless_read_later(&case.line, self.last_end(case)?))
    }
}

/// The end that a registration gives, unless the person has read off a later day.
fn unless_read_later(line: &Line, end: LineEnd) -> LineEnd {
    let later = [
        (line.grace_until, LineEndRule::GraceUntil),
        (line.active_until, LineEndRule::ActiveUntil),
    ];
    let mut later = later.into_iter().filter_map(|(on, by)| Some(LineEnd { on: on?, by }));
    let computed = end.by == LineEndRule::Registration;
    later.find(|read| computed && read.on > end.on).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{
        Application, Class, EndRule, Id, Mark, Outcome, Period, Precondition, Prolonging,
        RefundTerm, Refusal, RegistrationTerm, Route, Verdict,
    };

    fn thai() -> Procedure {
        let rule =
            Precondition { routes: vec![Route::Lapse], ..Precondition::ticked("prolonging") };
        Procedure {
            preconditions: vec![rule],
            prolonging: Some(Prolonging {
                precondition: Id::new("prolonging"),
                lasts: Period::Days(180),
                refuse_before: 1,
                since: date(2026, 5, 14),
                except: vec![Class::Tourist],
            }),
            ..Procedure::default()
        }
    }

    fn case(credit: Option<&str>) -> Case {
        let id = Id::new("bkk");
        let mut case = Case::new(id.clone(), "BKK".into(), id, Route::Lapse, date(2026, 6, 1));
        case.line.active_until = Some(date(2026, 7, 1));
        case.line.credit = credit.map(str::to_owned);
        case
    }

    fn refund(procedure: &Procedure, case: &Case, today: Date) -> Option<Date> {
        procedure.refund_by(case, today).map(|(on, _)| on)
    }

    #[test]
    fn credit_prolongs_a_line_until_that_is_refused_or_it_is_spent() {
        let procedure = thai();
        let until = |case: &Case| procedure.gone_after(case);
        for credit in [Some("THB 40"), None] {
            assert_eq!(until(&case(credit)), Some(date(2026, 12, 28)), "{credit:?}");
        }
        assert_eq!(until(&case(Some("0.00"))), Some(date(2026, 7, 1)));
        let mut refused = case(Some("THB 40"));
        let item = Item::new(ItemKind::Precondition, &Id::new("prolonging"));
        refused.marks.insert(item.clone(), Mark { state: MarkState::Waived, ..Mark::default() });
        assert_eq!(until(&refused), Some(date(2026, 12, 28)), "waived: it may go on");
        let on = |day| Mark { state: MarkState::Done, on: Some(day), ..Mark::default() };
        refused.marks.insert(item.clone(), on(date(2026, 6, 30)));
        assert_eq!(until(&refused), Some(date(2026, 7, 1)));
        refused.marks.insert(item.clone(), on(date(2026, 7, 1)));
        assert_eq!(until(&refused), Some(date(2026, 12, 28)), "refused too late");
        refused.marks.clear();
        let refuse = |day| refused.check(&procedure, &item, false, day).map(|_| ());
        assert_eq!(refuse(date(2026, 6, 30)), Ok(()));
        let by = date(2026, 6, 30);
        assert_eq!(refuse(date(2026, 7, 1)), Err(Refusal::RefusedLate(by)));
        let mut visitor = case(Some("THB 40"));
        visitor.line.class = Some(Class::Tourist);
        assert_eq!(until(&visitor), Some(date(2026, 7, 1)));
        let by = procedure.line_end(&case(None).line).map(|end| end.by);
        assert_eq!(by, Some(LineEndRule::ActiveUntil), "what was given is named");
        assert_eq!(procedure.last_end(&case(None)).map(|end| end.by), Some(LineEndRule::Prolonged));
        let mut early = case(Some("THB 40"));
        early.line.active_until = Some(date(2026, 5, 13));
        assert_eq!(until(&early), Some(date(2026, 5, 13)), "the rule began later");
    }

    #[test]
    fn credit_prolongs_a_line_whose_day_follows_from_its_last_use_or_top_up() {
        let months = Period::Months(6);
        for rule in [EndRule::AfterUse(months), EndRule::AfterTopUp(months)] {
            let procedure = Procedure { rule, ..thai() };
            let mut held = case(Some("THB 40"));
            held.line.active_until = None;
            held.line.last_used = Some(date(2026, 3, 10));
            assert_eq!(procedure.gone_after(&held), Some(date(2027, 3, 9)), "{rule:?}");
            let by = procedure.last_end(&held).map(|end| end.by);
            assert_eq!(by, Some(LineEndRule::Prolonged), "{rule:?}");
            let item = Item::new(ItemKind::Precondition, &Id::new("prolonging"));
            let refuse = |day| held.check(&procedure, &item, false, day).map(|_| ());
            assert_eq!(refuse(date(2026, 9, 9)), Ok(()));
            assert_eq!(refuse(date(2026, 9, 10)), Err(Refusal::RefusedLate(date(2026, 9, 9))));
            let mut refused = held.clone();
            let on = date(2026, 9, 9);
            let mark = Mark { state: MarkState::Done, on: Some(on), ..Mark::default() };
            refused.marks.insert(item, mark);
            assert_eq!(procedure.gone_after(&refused), Some(date(2026, 9, 10)), "{rule:?}");
            held.line.credit = Some("0".into());
            assert_eq!(procedure.gone_after(&held), Some(date(2026, 9, 10)), "{rule:?}");
            // Of two days that are known the first one counts.
            held.line.credit = None;
            held.line.active_until = Some(date(2026, 8, 1));
            assert_eq!(procedure.expires(&held.line), Some(date(2026, 8, 1)));
        }
    }

    #[test]
    fn credit_can_be_asked_back_for_so_many_days_and_only_where_some_is_left() {
        let of = |lasts, after| Procedure {
            refund: Some(RefundTerm { lasts, after }),
            ..Procedure::default()
        };
        let mut left = case(None);
        left.line = Line { registered: Some(date(2026, 11, 20)), ..Line::default() };
        let today = date(2026, 11, 21);
        let by = |after, case: &Case| refund(&of(Period::Days(14), after), case, today);
        assert_eq!(by(RefundFrom::Registered, &left), Some(date(2026, 12, 4)));
        assert_eq!(by(RefundFrom::Ended, &left), None, "nobody knows when it ends");
        left.line.grace_until = Some(date(2027, 1, 31));
        assert_eq!(by(RefundFrom::Ended, &left), Some(date(2027, 2, 14)));
        let month = of(Period::Months(1), RefundFrom::Ended);
        assert_eq!(refund(&month, &left, today), Some(date(2027, 2, 28)), "months stay months");
        left.line.credit = Some("0.00".to_owned());
        assert_eq!(by(RefundFrom::Registered, &left), None);
        assert_eq!(refund(&Procedure::default(), &case(None), today), None);
    }

    #[test]
    fn credit_is_asked_back_after_the_true_end_of_the_line() {
        let term = RefundTerm { lasts: Period::Days(14), after: RefundFrom::Ended };
        let held = Procedure { refund: Some(term), ..thai() };
        let (before, after) = (date(2026, 6, 20), date(2027, 1, 5));
        let by = refund(&held, &case(Some("THB 40")), before);
        assert_eq!(by, Some(date(2027, 1, 11)), "credit keeps the line alive until 28 December");
        let asked = |route, procedure: &Procedure, today| {
            let mut case = Case { route, ..case(Some("THB 40")) };
            let waiting = refund(procedure, &case, today);
            let mut application = Application::on(date(2026, 6, 10));
            application.ports = route == Route::Port;
            application.outcome = Some(Outcome::on(Verdict::Approved, date(2026, 6, 15)));
            case.applications.push(application);
            (waiting, refund(procedure, &case, today))
        };
        let plain = Procedure { refund: Some(term), ..Procedure::default() };
        let confirmed = Some(date(2026, 6, 29));
        assert_eq!(asked(Route::Apply, &plain, before), (None, confirmed), "who knows when");
        assert_eq!(asked(Route::Port, &plain, before), (None, confirmed));
        let lapsed = asked(Route::Apply, &held, after).0;
        assert_eq!(lapsed, Some(date(2027, 1, 11)), "it ended before anybody answered");
        let kills = Procedure { port_kills_credit: true, ..plain };
        assert_eq!(asked(Route::Port, &kills, before), (None, None), "it went with the number");
        assert_eq!(asked(Route::Apply, &kills, before), (None, confirmed));
        let registered = RefundTerm { after: RefundFrom::Registered, ..term };
        let kills = Procedure { refund: Some(registered), ..kills };
        let mut case = Case { route: Route::Port, ..case(Some("THB 40")) };
        case.line.registered = Some(before);
        let by = refund(&kills, &case, before);
        assert_eq!(by, Some(date(2026, 7, 4)), "it can be asked back before the number goes");
    }

    #[test]
    fn a_later_day_that_was_read_off_counts_where_credit_or_a_registration_would_end_the_line() {
        let procedure = thai();
        let told = |grace| {
            let mut held = case(Some("THB 40"));
            held.line.grace_until = Some(grace);
            let end = procedure.last_end(&held).expect("is known");
            (end.on, procedure.fact_of(&held, end).to_string())
        };
        let by_credit = date(2026, 12, 28);
        let active = |on| (on, Item::of_line("active-until").to_string());
        assert_eq!(told(date(2026, 8, 1)), active(by_credit));
        assert_eq!(told(by_credit), active(by_credit));
        let later = date(2027, 2, 1);
        assert_eq!(told(later), (later, Item::of_line("grace-until").to_string()));
        // Where nobody uses the line, what was read off before does not keep it alive.
        let rule = EndRule::AfterUse(Period::Days(30));
        let used = Procedure { rule, ..Procedure::default() };
        let mut unused = case(None);
        unused.line.last_used = Some(date(2026, 6, 1));
        unused.line.grace_until = Some(date(2026, 9, 1));
        assert_eq!(used.gone_after(&unused), Some(date(2026, 7, 1)));
    }

    #[test]
    fn a_line_that_ends_without_use_ends_so_many_months_after_the_last_one() {
        let rule = EndRule::AfterUse(Period::Months(6));
        let procedure = Procedure { rule, ..Procedure::default() };
        let mut line = Line { last_used: Some(date(2027, 8, 31)), ..Line::default() };
        let end = |line: &Line| procedure.line_end(line).map(|end| end.on);
        assert_eq!(end(&line), Some(date(2028, 2, 29)), "the last day of a leap February");
        line.grace_until = Some(date(2027, 12, 1));
        assert_eq!(end(&line), Some(date(2027, 12, 1)), "what was read off comes first");
        assert_eq!(end(&Line::default()), None);
    }

    #[test]
    fn credit_prolongs_from_the_first_day_of_the_rule_and_only_its_own_item_refuses_it() {
        let procedure = thai();
        let mut first = case(Some("THB 40"));
        first.line.active_until = Some(date(2026, 5, 14));
        assert_eq!(procedure.gone_after(&first), Some(date(2026, 11, 10)));
        let own = Item::new(ItemKind::Precondition, &Id::new("prolonging"));
        let other = Item::new(ItemKind::Precondition, &Id::new("accounts"));
        let document = Item::new(ItemKind::Document, &Id::new("prolonging"));
        let line = case(Some("THB 40")).line;
        let last = date(2026, 6, 30);
        let by = |item| procedure.refuse_by(item, &line);
        assert_eq!([by(&own), by(&other), by(&document)], [Some(last), None, None]);
        let after = date(2026, 7, 1);
        let can = |item, day| procedure.is_refusable(item, &line, day);
        assert!(can(&own, last) && !can(&own, after));
        assert!(can(&other, after) && can(&document, after), "nothing is refused by them");
        // Without a day there may be something to refuse, unless nothing keeps the line.
        let undated = Line { active_until: None, ..line.clone() };
        let spent = Line { credit: Some("0".into()), ..undated.clone() };
        let visitor = Line { class: Some(Class::Tourist), ..undated.clone() };
        let early = Line { active_until: Some(date(2026, 5, 1)), ..line.clone() };
        for (line, may) in [(undated, true), (spent, false), (visitor, false), (early, false)] {
            assert_eq!(procedure.is_refusable(&own, &line, date(2026, 4, 1)), may, "{line:?}");
        }
    }

    #[test]
    fn what_went_with_the_number_or_has_not_ended_yet_is_not_asked_back() {
        let (on, lasts) = (date(2026, 6, 20), Period::Days(14));
        let term = |after| Some(RefundTerm { lasts, after });
        let kills = Procedure {
            refund: term(RefundFrom::Registered),
            port_kills_credit: true,
            ..Procedure::default()
        };
        let mut ported = Case { route: Route::Port, ..case(Some("THB 40")) };
        ported.line.registered = Some(on);
        let outcome = Some(Outcome::on(Verdict::Approved, on));
        ported.applications.push(Application { ports: true, outcome, ..Application::on(on) });
        assert_eq!(kills.refund_by(&ported, on), None);
        let plain = Procedure { refund: term(RefundFrom::Ended), ..Procedure::default() };
        let mut asked = Case { route: Route::Apply, ..case(Some("THB 40")) };
        asked.line.grace_until = Some(on);
        assert_eq!(plain.refund_by(&asked, on), None, "it receives today");
        let tomorrow = date(2026, 6, 21);
        let from = Item::of_line("grace-until");
        assert_eq!(plain.refund_by(&asked, tomorrow), Some((date(2026, 7, 4), from)));
    }

    #[test]
    fn only_its_registration_surely_ends_a_line_that_is_kept_and_not_given_away() {
        let rule = |lasts| RegistrationTerm {
            class: Class::Tourist,
            lasts: Period::Days(lasts),
            since: date(2026, 1, 1),
        };
        let registered =
            |lasts| Procedure { registrations: vec![rule(lasts)], ..Procedure::default() };
        let (grace, by_rule) = (date(2026, 7, 20), date(2026, 8, 30));
        let mut kept = Case { route: Route::Keep, ..case(None) };
        kept.line.grace_until = Some(grace);
        (kept.line.class, kept.line.registered) = (Some(Class::Tourist), Some(date(2026, 6, 1)));
        assert_eq!(registered(90).certain_end(&kept, grace), Some(by_rule));
        // Once the day of the rule has passed, one that was read off later counts again.
        kept.line.grace_until = Some(date(2026, 9, 20));
        assert_eq!(registered(90).certain_end(&kept, by_rule), Some(by_rule));
        let passed = registered(90).certain_end(&kept, date(2026, 8, 31));
        assert_eq!(passed, kept.line.grace_until, "it may live");
        kept.line.grace_until = Some(grace);
        kept.applications.push(Application { ports: true, ..Application::on(date(2026, 6, 2)) });
        assert_eq!(
            registered(90).certain_end(&kept, grace),
            Some(grace),
            "its number is about to go"
        );
        // A validity that has ended is told where nothing else says how it goes on.
        let today = date(2026, 7, 2);
        let plain = Procedure::default();
        let used = Procedure { rule: EndRule::AfterUse(Period::Days(60)), ..Procedure::default() };
        let expired = |procedure: &Procedure, active, grace, today| {
            let mut case = case(None);
            (case.line.active_until, case.line.grace_until) = (Some(active), grace);
            case.line.last_used = Some(date(2026, 6, 1));
            (case.line.class, case.line.registered) = (kept.line.class, kept.line.registered);
            procedure.expired(&case, today)
        };
        let active = date(2026, 7, 1);
        assert_eq!(expired(&plain, active, None, active), None, "it is valid today");
        assert_eq!(expired(&plain, active, None, today), Some(active));
        assert_eq!(expired(&plain, active, Some(grace), today), None);
        assert_eq!(expired(&used, active, None, today), None, "its use gives a day");
        for (lasts, told) in [(30, None), (31, Some(active)), (90, Some(active))] {
            assert_eq!(expired(&registered(lasts), active, None, today), told, "{lasts}");
        }
    }
}
