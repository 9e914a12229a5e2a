//! The interview that opens a case: what it asks, what its answers make, and the
//! way out that it recommends.
//!
//! Owns: the answers as a form, and the reasons for a way out, which are facts of
//! the playbook and the dates that the person gave. Must not know: the model, or
//! who asks: the dashboard does and `ringoff guide` does.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::value::{Advice, FieldFault, FieldId as F, Form, FormKind, Question};
use crate::{
    domain::{Case, Holder, Id, Item, Line, Refusal, Route},
    playbook::{Library, Playbook},
    text::{Lang, Text},
};

/// The two answers of the question where the person is.
const YES: &str = "yes";
const NO: &str = "no";

/// The channel by which a person looks up the dates of a line.
const OWN_MENU: &str = "self-care";

/// The playbook that is chosen beforehand.
const USUAL: &str = "hotlink";

/// What it is held with.
pub(crate) struct Interview<'a> {
    pub(crate) text: &'a Text,
    pub(crate) shelf: &'a Library,
    pub(crate) now: Timestamp,
    pub(crate) home: &'a TimeZone,
}

impl Interview<'_> {
    /// Nothing is answered yet.
    pub(crate) fn begin(&self) -> Form {
        let (text, lang) = (self.text, self.text.lang());
        let name = |id: &Id| {
            let playbook = self.shelf.find(id).ok();
            playbook.map_or_else(|| id.to_string(), |playbook| playbook.name.get(lang).to_owned())
        };
        let playbooks = self.shelf.ids().into_iter().map(|id| (id.to_string(), name(id)));
        let worded = |key: String, value: &str| (value.to_owned(), text.get(&key).into_owned());
        let places = [NO, YES].map(|value| worded(format!("ask-place-{value}"), value));
        let routes = self.routes(&Id::new(USUAL));
        Form::new(FormKind::NewCase)
            .choice(F::Playbook, playbooks, USUAL)
            .found_by(|id| self.other_words(&Id::new(id)))
            .text(F::Label, None)
            .number(F::Number, None)
            .text(F::OwnName, None)
            .text(F::Holder, None)
            .date(F::ActiveUntil, None)
            .date(F::GraceUntil, None)
            .choice(F::Abroad, places, NO)
            .choice(F::Route, routes, Route::default().word())
    }

    /// What else a carrier is found by: its names and how people call it, in every language.
    /// What its playbook tells of it is no name.
    fn other_words(&self, id: &Id) -> String {
        let name = self.shelf.find(id).ok().map(|playbook| &playbook.name);
        let key = format!("ask-also-{id}");
        let words = Lang::ALL.into_iter().flat_map(|lang| {
            let also = Text::new(lang).get(&key).into_owned();
            let also = Some(also).filter(|words| *words != key);
            name.map(|name| name.get(lang).to_owned()).into_iter().chain(also)
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// What a question asks, as a person reads it. Where the carrier has a menu that shows
    /// the dates of a line, it is named with them.
    pub(crate) fn asked(&self, form: &Form, question: &Question) -> String {
        let asked = self.text.get(&question.words()).into_owned();
        let playbook = self.playbook(form).filter(|_| question.fields.contains(&F::ActiveUntil));
        let menu = playbook.and_then(|playbook| {
            let menu = playbook.channels.iter().find(|one| one.id.as_str() == OWN_MENU)?;
            Some((playbook.name.get(self.text.lang()), menu.value.as_deref()?))
        });
        let Some((carrier, value)) = menu else { return asked };
        let args = [("asked", asked.into()), ("carrier", carrier.into()), ("value", value.into())];
        self.text.with("ask-dates-by", &args)
    }

    /// The ways out that a playbook knows, and to keep the line.
    fn routes(&self, playbook: &Id) -> Vec<(String, String)> {
        let known = self.shelf.find(playbook).ok().map(|found| found.routes.as_slice());
        let mut all = known.unwrap_or(&Route::ALL).to_vec();
        if !all.contains(&Route::Keep) {
            all.push(Route::Keep);
        }
        let word = |route: Route| {
            let label = self.text.get(&format!("word-route-{}", route.word())).into_owned();
            (route.word().to_owned(), label)
        };
        all.into_iter().map(word).collect()
    }

    fn playbook(&self, form: &Form) -> Option<&Playbook> {
        self.shelf.find(&Id::new(form.chosen(F::Playbook))).ok()
    }

    /// The day it is where the chosen carrier is.
    pub(crate) fn today(&self, form: &Form) -> Date {
        let here = || self.now.to_zoned(self.home.clone()).date();
        self.playbook(form).map_or_else(here, |found| found.today(self.now, self.home))
    }

    /// The case that the answers make, under the id of its playbook; or what is
    /// wrong with one of them.
    pub(crate) fn case(&self, form: &Form) -> Result<Case, FieldFault> {
        let (text, today) = (self.text, self.today(form));
        let id = Id::new(form.chosen(F::Playbook));
        let name = self.playbook(form).map(|found| found.name.get(text.lang()).to_owned());
        let label = form.optional(F::Label).or(name).unwrap_or_else(|| id.to_string());
        let route = form.chosen_of(F::Route, Route::ALL, Route::word).unwrap_or_default();
        let known = self.playbook(form).map(|found| found.routes.as_slice()).unwrap_or_default();
        if route != Route::Keep && !known.is_empty() && !known.contains(&route) {
            let words = text.refusal(&Refusal::NoSuchRoute(route), Item::to_string);
            return Err(FieldFault { field: F::Route, words });
        }
        let line = Line {
            number: form.optional(F::Number),
            name: form.optional(F::OwnName),
            holder: form.optional(F::Holder).map_or(Holder::Me, Holder::Other),
            active_until: form.day(F::ActiveUntil, text, today)?,
            grace_until: form.day(F::GraceUntil, text, today)?,
            abroad: form.chosen(F::Abroad) == YES,
            ..Line::default()
        };
        let line = line.checked().map_err(|refusal| {
            let field = match &refusal {
                Refusal::GraceBeforeActive { .. } => F::GraceUntil,
                _ => F::Number,
            };
            FieldFault { field, words: text.refusal(&refusal, Item::to_string) }
        })?;
        Ok(Case { line, ..Case::new(id.clone(), label, id, route, today) })
    }

    /// What is wrong with the answers to the question that is asked now, each for
    /// itself and beside the other ones.
    pub(crate) fn fault(&self, form: &Form) -> Option<FieldFault> {
        let (text, today) = (self.text, self.today(form));
        let shown = form.fields.get(form.shown()).unwrap_or_default();
        let typed = shown.iter().find_map(|field| {
            let mut field = field.clone();
            field.check(text, today);
            Some(FieldFault { field: field.id, words: field.error? })
        });
        let is_shown = |fault: &FieldFault| shown.iter().any(|field| field.id == fault.field);
        typed.or_else(|| self.case(form).err().filter(is_shown))
    }

    /// Recommends a way out where it is asked for. One that the person has
    /// chosen otherwise stays.
    pub(crate) fn advise(&self, form: &mut Form) {
        if form.focused().map(|field| field.id) != Some(F::Route) {
            return;
        }
        let Some(playbook) = self.playbook(form) else { return };
        if let Some(field) = form.focused() {
            field.offer(self.routes(&playbook.id));
        }
        let Ok(case) = self.case(form) else { return };
        let advice = advice(self.text, playbook, &case, self.today(form));
        let own = form.advice.as_ref().is_some_and(|before| before.route != case.route);
        if let Some(field) = form.focused().filter(|_| !own) {
            field.choose_value(advice.route.word());
        }
        form.advice = Some(advice);
    }
}

/// The way out that what is known speaks for. What nobody said is no reason.
pub(crate) fn advice(text: &Text, playbook: &Playbook, case: &Case, today: Date) -> Advice {
    let line = &case.line;
    // Without a playbook of its own nothing is known of how long it takes.
    let review = playbook.review_if((&case.terms, Route::Apply), today, today);
    let review = review.filter(|_| playbook.id == case.playbook);
    let unverified = review.as_ref().is_some_and(|review| review.unverified);
    let answer = review.map(|review| review.latest);
    let because = |route, key: &str, days: [Option<Date>; 2]| {
        let day = |day: Option<Date>| day.map(|day| text.full_date(day)).unwrap_or_default();
        let by = day(days[1]);
        let about = || text.with("word-about", &[("date", by.as_str().into())]);
        let by = if unverified { about() } else { by.clone() };
        let args = [("on", day(days[0]).into()), ("by", by.into())];
        Advice { route, why: text.with(key, &args) }
    };
    let can_lapse = playbook.routes.contains(&Route::Lapse);
    let holder = playbook.obstacles.iter().find(|one| one.id.as_str() == "owner-unreachable");
    if let (Holder::Other(_), Some(fact), true) = (&line.holder, holder, can_lapse) {
        return Advice { route: Route::Lapse, why: fact.means.get(text.lang()).to_owned() };
    }
    if !playbook.routes.contains(&Route::Apply) && can_lapse {
        return because(Route::Lapse, "ask-why-no-request", [None, None]);
    }
    let Some(grace) = line.grace_until.filter(|_| can_lapse) else {
        return because(Route::Apply, unknown_of(playbook, line), [None, None]);
    };
    let dates = [Some(grace), answer];
    match answer {
        _ if grace < today => because(Route::Lapse, "ask-why-ended", dates),
        _ if line.active_until.is_some_and(|active| active < today) => {
            because(Route::Lapse, "ask-why-grace", dates)
        }
        Some(answer) if grace > answer => because(Route::Apply, "ask-why-later", dates),
        Some(_) => because(Route::Lapse, "ask-why-sooner", dates),
        None => because(Route::Lapse, "ask-why-grace", dates),
    }
}

/// Which of the two dates is not known yet. What is known is not asked for again.
fn unknown_of(playbook: &Playbook, line: &Line) -> &'static str {
    let ends = playbook.procedure().no_grace;
    match (line.active_until, line.grace_until) {
        (None, None) => "ask-why-unknown",
        (None, Some(_)) => "ask-why-unknown-active",
        // The line of such a carrier has no other day.
        (Some(_), None) if !ends => "ask-why-unknown-grace",
        (Some(_), _) => "ask-why-known",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::value::{Code, Key};

    fn advised(answers: &[(F, &str)]) -> (Route, Route, String) {
        let (text, shelf, home) = (Text::new(Lang::En), Library::default(), TimeZone::UTC);
        let now = "2026-11-05T02:00:00Z".parse().expect("a moment");
        let interview = Interview { text: &text, shelf: &shelf, now, home: &home };
        let mut form = interview.begin();
        for (id, answer) in answers {
            let field = form.fields.iter_mut().find(|field| field.id == *id).expect("asked for");
            if *id == F::Playbook {
                field.choose_value(answer);
            } else {
                field.paste(answer);
            }
        }
        form.focus = form.fields.len() - 1;
        interview.advise(&mut form);
        let case = interview.case(&form).expect("sound answers");
        let advice = form.advice.expect("advised");
        (advice.route, case.route, advice.told(&text))
    }

    #[test]
    fn what_is_wrong_with_an_answer_is_known_on_its_own_page() {
        let (text, shelf, home) = (Text::new(Lang::En), Library::default(), TimeZone::UTC);
        let now = "2026-11-05T02:00:00Z".parse().expect("a moment");
        let interview = Interview { text: &text, shelf: &shelf, now, home: &home };
        let mut form = interview.begin();
        let answers = [
            (F::Number, "ask my wife"),
            (F::ActiveUntil, "2026-12-40"),
            (F::GraceUntil, "2026-11-20"),
        ];
        for (id, answer) in answers {
            let at = form.fields.iter().position(|field| field.id == id).expect("asked for");
            form.focus = at;
            form.fields[at].paste(answer);
        }
        let mut on = |id: F, answer: Option<&str>| {
            form.focus = form.fields.iter().position(|field| field.id == id).expect("asked for");
            let focus = form.focus;
            if let Some(answer) = answer {
                form.fields[focus].replace(answer);
            }
            interview.fault(&form).map(|fault| fault.field)
        };
        assert_eq!(on(F::Playbook, None), None);
        assert_eq!(on(F::Number, None), Some(F::Number), "though a date is wrong as well");
        assert_eq!(on(F::GraceUntil, None), Some(F::ActiveUntil), "no such day");
        assert_eq!(on(F::ActiveUntil, Some("2026-12-04")), Some(F::GraceUntil), "too early");
        assert_eq!(on(F::GraceUntil, Some("2027-01-20")), None);
        assert_eq!(on(F::Route, None), None, "a wrong number belongs to its own page");
    }

    #[test]
    fn a_carrier_is_found_by_all_that_is_typed_and_never_by_something_else() {
        let (shelf, home) = (Library::default(), TimeZone::UTC);
        let now = "2026-11-05T02:00:00Z".parse().expect("a moment");
        for lang in Lang::ALL {
            let text = Text::new(lang);
            let interview = Interview { text: &text, shelf: &shelf, now, home: &home };
            let typed = |name: &str| {
                let mut form = interview.begin();
                for letter in name.chars() {
                    let key = Key::plain(Code::Char(letter));
                    form.focused().expect("a field").type_key(key);
                }
                form
            };
            for (name, id) in [
                ("Hotlink", "hotlink"),
                ("hotl", "hotlink"),
                ("Maxis", "hotlink"),
                ("giffgaff", "giffgaff"),
                ("Singtel", "singtel-hi"),
                ("Vodafone", "vodafone-uk"),
                ("CelcomDigi", "celcomdigi"),
                ("Google Voice", "google-voice"),
                ("T-Mobile", "t-mobile-prepaid"),
                ("dtac", "thailand"),
                ("EE", "ee"),
                ("XOX", "xox"),
                ("GOMO", "philippines"),
                ("香港", "hong-kong"),
                ("3", "united-kingdom"),
                ("Three", "united-kingdom"),
                ("3HK", "hong-kong"),
                ("Hutchison", "united-kingdom"),
                ("和记", "hong-kong"),
                ("heji", "hong-kong"),
                ("移动", "hong-kong"),
                ("yidong", "hong-kong"),
                ("CMHK", "hong-kong"),
                ("China Mobile", "hong-kong"),
                ("天地通", "celcomdigi"),
                ("tianditong", "celcomdigi"),
                ("Celcom", "celcomdigi"),
                ("Digi", "celcomdigi"),
                ("明讯", "hotlink"),
                ("mingxun", "hotlink"),
                ("Malaysia", "hotlink"),
                ("大马", "hotlink"),
                ("U Mobile", "generic"),
                ("T Mobile", "t-mobile-prepaid"),
                ("另", "generic"),
                ("lain", "generic"),
                ("amerika", "google-voice"),
                ("新电信", "singtel-hi"),
            ] {
                let form = typed(name);
                assert_eq!(form.chosen(F::Playbook), id, "{lang}: {name}");
                assert_eq!(form.unfound(&text), None, "{lang}: {name}");
            }
            for name in ["1", "30", "days", "zzz", "期"] {
                let form = typed(name);
                assert!(form.unfound(&text).is_some(), "{lang}: {name} is only told of one");
                assert_eq!(form.chosen(F::Playbook), USUAL, "{lang}: {name} chooses nothing");
            }
            let form = typed("giffq");
            assert_eq!(form.chosen(F::Playbook), USUAL, "{lang}: not what came by");
            let said = form.unfound(&text).map(|fault| fault.words).unwrap_or_default();
            assert!(said.contains("giffq") && said.contains("Hotlink"), "{said}");
            let form = typed("Lebara");
            assert!(form.unfound(&text).is_some_and(|fault| fault.words.contains("Lebara")));
            assert!(interview.fault(&form).is_some(), "{lang}: nothing was chosen");
        }
        let text = Text::new(Lang::ZhCn);
        let interview = Interview { text: &text, shelf: &shelf, now, home: &home };
        for (name, id) in [("xianggang", "hong-kong"), ("tg", "thailand"), ("xjp", "singtel-hi")] {
            let mut form = interview.begin();
            let field = form.focused().expect("a field");
            field.paste(name);
            assert_eq!(form.chosen(F::Playbook), id, "{name}");
        }
    }

    #[test]
    fn the_menu_of_a_carrier_is_named_to_its_own_lines_only() {
        let (text, shelf, home) = (Text::new(Lang::En), Library::default(), TimeZone::UTC);
        let now = "2026-11-05T02:00:00Z".parse().expect("a moment");
        let interview = Interview { text: &text, shelf: &shelf, now, home: &home };
        let (_, question) = Question::about(F::ActiveUntil).expect("asked");
        for id in shelf.ids() {
            let mut form = interview.begin();
            form.focused().expect("a field").choose_value(id.as_str());
            let asked = interview.asked(&form, question);
            assert_eq!(asked.contains("*100#"), id.as_str() == USUAL, "{id}: {asked}");
        }
    }

    #[test]
    fn a_date_that_was_given_is_not_told_to_be_unknown() {
        let why = |answers: &[(F, &str)]| advised(answers).2;
        let both = "the two dates, which are not known yet";
        assert!(why(&[]).contains(both), "{}", why(&[]));
        let one = why(&[(F::ActiveUntil, "2026-12-16")]);
        assert!(one.contains("grace until is not known yet") && !one.contains(both), "{one}");
        // The line of this carrier has one day only.
        let ends = why(&[(F::Playbook, "giffgaff"), (F::ActiveUntil, "2026-12-16")]);
        assert!(!ends.contains("not known yet"), "{ends}");
    }

    #[test]
    fn a_way_out_is_recommended_for_reasons_that_were_given() {
        let (route, taken, why) = advised(&[]);
        assert_eq!((route, taken), (Route::Apply, Route::Apply));
        assert!(!why.contains("2026"), "{why}");
        let dates = |active, grace| [(F::ActiveUntil, active), (F::GraceUntil, grace)];
        let (route, taken, why) = advised(&dates("2026-12-16", "2027-02-04"));
        assert_eq!((route, taken), (Route::Apply, Route::Apply));
        assert!(why.contains("4 Feb 2027") && why.contains("17 Nov"), "{why}");
        for (active, grace) in [
            ("2026-11-01", "2026-12-31"),
            ("2026-11-06", "2026-11-12"),
            ("2026-01-01", "2026-03-01"),
        ] {
            let (route, taken, why) = advised(&dates(active, grace));
            assert_eq!((route, taken), (Route::Lapse, Route::Lapse), "{grace}: {why}");
        }
        let (route, _, why) = advised(&[(F::Holder, "Made Up")]);
        assert_eq!(route, Route::Lapse);
        assert!(why.contains("Only the registered holder can apply"), "{why}");
        let (route, taken, why) = advised(&[(F::Playbook, "giffgaff")]);
        assert_eq!((route, taken), (Route::Lapse, Route::Lapse), "{why}");
    }
}
