//! The same of books that hold much of what gives a day: words of a carrier about one
//! application, and days that end a line.

use jiff::ToSpan as _;
use proptest::prelude::*;

use super::{everywhere, from, next_agrees};
use crate::{
    domain::{Application, Case, Extension, Id, Line, Route},
    playbook::{
        Words,
        tests::{any_case, built_in, hotlink, later, tries},
    },
    text::{Lang, Text},
};

/// A case whose application waits for its answer; the carrier has asked for more time for
/// some.
fn waiting() -> impl Strategy<Value = Case> {
    let more = prop::option::of((0..40_i32, 1..60_i32));
    (any_case(), 0..40_i32, more).prop_map(|(case, on, more)| {
        let mut case = Case { route: Route::Apply, ending: None, ..case };
        if case.applications.is_empty() {
            case.applications.push(Application { id: Id::new("1"), ..Application::on(later(on)) });
        }
        let last = case.applications.last().expect("an application");
        // One that was refused is followed by another.
        if let Some(refused) = last.rejection() {
            let next = Application::on(refused.on.max(later(on)));
            case.applications.push(Application { id: Id::new("2"), ..next });
        }
        let last = case.applications.last_mut().expect("an application");
        (last.ports, last.outcome) = (false, None);
        last.extension = more.map(|(said, until)| {
            let said = last.on.checked_add(said.days()).expect("a day");
            let until = said.checked_add(until.days()).expect("a day");
            Extension { until, on: Some(said), reason: "busy".into() }
        });
        case
    })
}

/// A case whose line ends by itself, or is kept, with some of the days that end it.
fn ending() -> impl Strategy<Value = Case> {
    let days = [0..200_i32, 0..400, 0..300].map(prop::option::of);
    let routes = vec![Route::Lapse, Route::Keep, Route::Apply];
    (any_case(), days, prop::sample::select(routes)).prop_map(|(case, days, route)| {
        let [active, grace, used] = days.map(|day| day.map(later));
        let grace = grace.filter(|on| active.is_none_or(|active| *on >= active));
        let line = Line {
            active_until: active,
            grace_until: grace,
            last_used: used.and_then(|on| on.checked_sub(200.days()).ok()),
            ..case.line.clone()
        };
        Case { route, line, ..case }
    })
}

proptest! {
    #![proptest_config(tries(16))]

    #[test]
    fn each_day_names_its_fact_whatever_the_carrier_has_said(
        case in waiting(),
        days in prop::collection::vec(0..200_i32, 6),
    ) {
        let (playbook, text) = (hotlink(), Text::new(Lang::En));
        for day in days {
            let words = Words { case: &case, playbook: &playbook, text: &text, today: later(day) };
            from::names_its_fact(&words)?;
            next_agrees(&words, &playbook.status(&case, words.today))?;
        }
    }

    #[test]
    fn each_day_names_its_fact_whatever_ends_the_line(
        case in ending(),
        carrier in prop::sample::select(vec!["thailand", "hotlink", "giffgaff"]),
        days in prop::collection::vec(0..400_i32, 6),
    ) {
        let (playbook, text) = (built_in(carrier), Text::new(Lang::En));
        let case = Case { playbook: playbook.id.clone(), ..case };
        for day in days {
            let words = Words { case: &case, playbook: &playbook, text: &text, today: later(day) };
            from::names_its_fact(&words)?;
            everywhere(&words, &playbook.status(&case, words.today))?;
        }
    }
}
