//! The case itself and the facts about its line.

use jiff::civil::Date;

use super::{not_empty, optional, past};
use crate::domain::{
    Account, Case, Change, Holder, Item, Keyed as _, Line, Mark, MarkState, Procedure, Refusal,
    Route, Stage,
};

impl Line {
    /// Fewest and most digits of an international number (ITU-T E.164 allows
    /// 15; shorter than 7 is nobody's mobile).
    const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

    /// Checks what was written for a number and returns it trimmed.
    pub(crate) fn checked_number(text: &str) -> Result<Option<String>, Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let other = text.trim_start_matches('+').chars();
        let mut other = other.filter(|c| !c.is_ascii_digit() && !" -()./".contains(*c));
        if other.next().is_some() || !Self::DIGITS.contains(&digits) {
            return Err(Refusal::NotANumber(text.to_owned()));
        }
        Ok(Some(text.to_owned()))
    }

    /// Whether this is the number of the line, however both are written: with a country
    /// code or without it.
    pub(crate) fn is_number(&self, other: &str) -> bool {
        let digits = |text: &str| -> String {
            let all: String = text.chars().filter(char::is_ascii_digit).collect();
            all.trim_start_matches('0').to_owned()
        };
        // A number of its country begins with one nought or with none.
        let national = |text: &str| !text.starts_with('+') && !text.starts_with("00");
        let Some(own) = self.number.as_deref() else { return false };
        let (one, two) = (digits(own), digits(other));
        let ends = |long: &str, short: &str| {
            // What is longer by more than a country code is another number.
            let missing = long.len().saturating_sub(short.len());
            missing <= 3 && short.len() >= *Self::DIGITS.start() && long.ends_with(short)
        };
        one == two || national(other) && ends(&one, &two) || national(own) && ends(&two, &one)
    }

    /// Checks the facts against each other and tidies their text.
    pub(crate) fn checked(self) -> Result<Self, Refusal> {
        if let (Some(active), Some(grace)) = (self.active_until, self.grace_until)
            && grace < active
        {
            return Err(Refusal::GraceBeforeActive { active, grace });
        }
        let (name, reply_to) = (optional(self.name), optional(self.reply_to));
        let holder = match self.holder {
            Holder::Me => Holder::Me,
            Holder::Other(other) => {
                let other = not_empty(&other, Refusal::NoName)?;
                // Who names themselves as the holder means their own line.
                let own = name.as_ref().is_some_and(|name| same_name(name, &other));
                if own { Holder::Me } else { Holder::Other(other) }
            }
        };
        let number = Self::checked_number(self.number.as_deref().unwrap_or_default())?;
        Ok(Self { number, holder, name, reply_to, credit: optional(self.credit), ..self })
    }
}

/// Whether both are the same name, however it is spaced and capitalised.
fn same_name(one: &str, other: &str) -> bool {
    let plain = |name: &str| -> String {
        name.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
    };
    plain(one) == plain(other)
}

impl Case {
    /// Replaces the facts about the line.
    pub(crate) fn set_line(&self, line: Line, today: Date) -> Result<Change, Refusal> {
        if let Some(registered) = line.registered {
            // A line is older than its case: only the future is ruled out.
            past(registered.max(self.opened), self, today)?;
        }
        if let Some(used) = line.last_used.filter(|used| *used > today) {
            return Err(Refusal::Future { given: used, today });
        }
        let line = line.checked()?;
        let new = line.number.as_deref().filter(|_| line.number != self.line.number);
        let there = |one: &&Account| one.to.as_deref().is_some_and(|to| line.is_number(to));
        if let Some((number, account)) = new.zip(self.accounts.iter().find(there)) {
            return Err(Refusal::MovedThere(account.item(), number.to_owned()));
        }
        Ok(Change::Line(Box::new(line)))
    }

    /// Checks the number that an account has now: nobody moves it to the line that ends.
    pub(in crate::domain::rules) fn moved_number(
        &self,
        text: &str,
    ) -> Result<Option<String>, Refusal> {
        match Line::checked_number(text)? {
            Some(own) if self.line.is_number(&own) => Err(Refusal::OwnNumber(own)),
            number => Ok(number),
        }
    }

    /// Forgets one fact about the line, by the id that `line:<id>` names.
    pub(crate) fn forget_fact(&self, fact: &str) -> Change {
        let mut line = self.line.clone();
        line.forget(fact);
        Change::Line(Box::new(line))
    }

    /// Calls the case something else.
    pub fn rename(&self, label: &str) -> Result<Change, Refusal> {
        Ok(Change::Label(not_empty(label, Refusal::NoName)?))
    }

    /// Says that the line was used on a day, in a way that its carrier counts.
    pub(crate) fn use_line(&self, on: Date, today: Date) -> Result<Change, Refusal> {
        // A use that was noted before is not taken back by an older one.
        let newest = self.line.last_used.map_or(on, |known| known.max(on));
        self.set_line(Line { last_used: Some(newest), ..self.line.clone() }, today)
    }

    /// Says that the carrier was told not to keep the line alive.
    pub(in crate::domain) fn refuse_prolonging(&self, item: &Item, today: Date) -> Change {
        let mark = Mark { state: MarkState::Done, on: Some(today), ..self.mark(item).clone() };
        Change::Mark { item: item.clone(), mark: Some(Box::new(mark)) }
    }

    /// The way out that comes first: the one that the person was on before the line
    /// was kept, else the carrier's usual one.
    pub(crate) fn usual_route(&self, procedure: &Procedure) -> Route {
        let before = self.history.iter().rev().find_map(|entry| match entry.inverse {
            Change::Route(route) if route != Route::Keep => Some(route),
            _ => None,
        });
        let usual = || procedure.routes.first().copied();
        let now = Some(self.route).filter(|route| *route != Route::Keep);
        now.or(before).or_else(usual).unwrap_or_default()
    }

    /// Takes another way, one that the carrier's playbook has; a line can always
    /// be kept.
    pub(crate) fn take_route(
        &self,
        procedure: &Procedure,
        route: Route,
    ) -> Result<Change, Refusal> {
        // A line that the carrier has ended goes no other way, and is not kept.
        if let Some(day) = self.archived {
            return Err(Refusal::Archived(day));
        }
        if self.approval().is_some() && route != self.route {
            return Err(Refusal::Over(Stage::Cancelled));
        }
        let known = route == Route::Keep || procedure.routes.contains(&route);
        if !known && route != self.route {
            return Err(Refusal::NoSuchRoute(route));
        }
        Ok(Change::Route(route))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AccountKind, AccountState, Id};

    #[test]
    fn ones_own_name_as_the_holder_is_no_other_person() {
        let line = |holder: &str, name: &str| Line {
            holder: Holder::Other(holder.to_owned()),
            name: Some(name.to_owned()),
            ..Line::default()
        };
        let own = line("someone  MADE UP", " Someone Made Up ").checked().expect("sound");
        assert_eq!((own.holder, own.name.as_deref()), (Holder::Me, Some("Someone Made Up")));
        let other = line("Another", "Someone Made Up").checked().expect("sound");
        assert_eq!(other.holder_name(), Some("Another"));
    }

    const TODAY: Date = jiff::civil::date(2026, 11, 5);

    fn case(route: Route) -> Case {
        let id = crate::domain::Id::new("kl");
        Case::new(id.clone(), "KL".into(), id, route, TODAY)
    }

    #[test]
    fn the_facts_of_a_line_are_checked_and_tidied() {
        for (text, sound) in [
            ("+60 12-345 6789", true),
            ("(012) 345.67/8", true),
            ("1234567", true),
            ("123456", false),
            ("123456789012345", true),
            ("1234567890123456", false),
            ("12345678x", false),
            ("12+345678", false),
        ] {
            let said = Line::checked_number(text);
            assert_eq!(said.is_ok(), sound, "{text}: {said:?}");
        }
        assert_eq!(Line::checked_number("  "), Ok(None));
        let line = Line {
            number: Some(" +60 12-345 6789 ".into()),
            credit: Some(" RM 3 ".into()),
            active_until: Some(TODAY),
            grace_until: Some(TODAY),
            ..Line::default()
        };
        let tidy = Line {
            number: Some("+60 12-345 6789".into()),
            credit: Some("RM 3".into()),
            ..line.clone()
        };
        assert_eq!(line.clone().checked(), Ok(tidy), "it may receive no longer than it calls");
        let grace = TODAY.yesterday().expect("a day");
        let early = Line { grace_until: Some(grace), ..line }.checked();
        assert_eq!(early, Err(Refusal::GraceBeforeActive { active: TODAY, grace }));
        let used = |on| case(Route::Keep).use_line(on, TODAY).map(drop);
        let given = TODAY.tomorrow().expect("a day");
        assert_eq!([used(grace), used(TODAY)], [Ok(()), Ok(())]);
        assert_eq!(used(given), Err(Refusal::Future { given, today: TODAY }));
    }

    #[test]
    fn no_account_moves_to_the_line_that_ends_however_its_number_is_written() {
        let mut case = case(Route::Apply);
        case.line.number = Some("+60 12-000 0000".into());
        for name in ["Grab", "Luno"] {
            let (kind, state) = (AccountKind::Other, AccountState::ToDo);
            let added = case.add_account(name, kind, state, None, TODAY).expect("allowed");
            added.apply(&mut case).expect("applies");
        }
        let grab = Id::new("grab");
        let moved = |case: &Case, to: &str| {
            case.set_account_to(&grab, AccountState::Moved, Some(to), None, TODAY)
        };
        for own in
            ["+60 12-000 0000", "+60120000000", "012-000 0000", "0060 12 000 0000", "60120000000"]
        {
            assert_eq!(moved(&case, own), Err(Refusal::OwnNumber(own.into())));
            let several = case.number_accounts(&[grab.clone(), Id::new("luno")], own);
            assert_eq!(several, Err(Refusal::OwnNumber(own.into())));
        }
        for other in ["+86 130 0000 0000", "+60 12-000 0001", "013-000 0000", "000 0000"] {
            assert!(moved(&case, other).is_ok(), "{other}");
        }
        // Nor does the line get the number to which an account was moved.
        let there = moved(&case, "+86 130 0000 0000").expect("allowed");
        there.apply(&mut case).expect("applies");
        let set = |number: &str| {
            case.set_line(Line { number: Some(number.into()), ..case.line.clone() }, TODAY)
        };
        let item = case.accounts[0].item();
        let number = "+8613000000000";
        assert_eq!(set(number), Err(Refusal::MovedThere(item, number.into())));
        assert!(set("+60 12-000 0002").is_ok() && set("+60 12-000 0000").is_ok());
    }

    #[test]
    fn who_no_longer_keeps_a_line_is_on_the_way_that_was_taken_before() {
        use Route::{Apply, Keep, Lapse, Port};
        let usual = Procedure { routes: vec![Lapse, Apply], ..Procedure::default() };
        let none = Procedure::default();
        // The way now, and those before, the newest last.
        let rows = [
            (&usual, Apply, vec![], Apply),
            (&usual, Keep, vec![], Lapse),
            (&none, Keep, vec![], Apply),
            (&usual, Keep, vec![Port], Port),
            (&usual, Keep, vec![Apply, Port], Port),
            (&usual, Port, vec![Apply], Port),
            // Two sides of a merge have both said that it is kept.
            (&usual, Keep, vec![Port, Keep], Port),
        ];
        for (procedure, now, before, told) in rows {
            let mut case = case(now);
            case.history.extend(before.iter().map(|route| {
                let at = jiff::Timestamp::UNIX_EPOCH;
                crate::domain::Entry::new(at, Change::Route(Keep), Change::Route(*route))
            }));
            assert_eq!(case.usual_route(procedure), told, "{now:?} after {before:?}");
        }
        let take = |now, route| case(now).take_route(&usual, route).map(drop);
        for (now, route) in [(Apply, Lapse), (Lapse, Keep), (Port, Port)] {
            assert_eq!(take(now, route), Ok(()), "{now:?} to {route:?}");
        }
        assert_eq!(take(Apply, Port), Err(Refusal::NoSuchRoute(Port)));
    }
}
