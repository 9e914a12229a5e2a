//! A carrier's whole procedure as a document, each fact with where it is from.

use super::report::{Body, Report, Section};
use crate::{
    domain::{EndRule, Id, RefundFrom, Window},
    playbook::{
        Channel, Confidence, Ends, Lapse, LookFor, PageDate, Playbook, Porting, Reach, Refund,
        RefundKind, Source, hours_told, window_told,
    },
    text::{Arg, Localized, Text},
};

/// Everything that a playbook says, and how sure it is of it.
pub(crate) fn procedure(book: &Playbook, text: &Text) -> Report {
    let teller = Teller { book, text };
    let get = |one: &Localized| one.get(text.lang()).to_owned();
    let fact = |id: &Id, title: &Localized, means: &Localized, sources: &[Id]| {
        (teller.label(title, id), teller.known(get(means), sources))
    };
    let preconditions =
        book.preconditions.iter().map(|one| fact(&one.id, &one.title, &one.means, &one.sources));
    let documents =
        book.documents.iter().map(|one| fact(&one.id, &one.title, &one.means, &one.sources));
    let safeguards =
        book.safeguards.iter().map(|one| fact(&one.id, &one.title, &one.means, &one.sources));
    let obstacles =
        book.obstacles.iter().map(|one| fact(&one.id, &one.title, &one.means, &one.sources));
    let look_for =
        |one: &LookFor| (teller.say(&format!("word-kind-{}", one.kind.word())), get(&one.hint));
    let source = |one: &Source| (one.id.to_string(), teller.source(one));
    let registrations = book.registrations.iter();
    let registrations = registrations.map(|one| teller.known(get(&one.means), &one.sources));
    let routes =
        book.routes.iter().map(|route| teller.say(&format!("word-route-{}", route.word())));
    let languages =
        book.letter_languages().into_iter().map(|lang| teller.say(&format!("word-lang-{lang}")));
    let at_hand = book.at_hand.iter().map(|one| teller.label(&one.title, &one.id));
    let questions = book.questions.iter().map(|one| teller.label(&one.text, &one.id));
    let (apply, confirm) = (&book.application, &book.confirmation);
    let one = |told: String| Body::Lines(vec![told]);
    let lines = |told: Option<Vec<String>>| Body::Lines(told.unwrap_or_default());
    let sections = [
        ("ui-field-route", Body::Lines(routes.collect())),
        ("ui-ends", lines(book.ends.as_ref().map(|ends| teller.ends(ends)))),
        ("ui-registrations", Body::Lines(registrations.collect())),
        ("ui-refund", lines(book.refund.as_ref().map(|refund| teller.refund(refund)))),
        ("ui-porting", lines(book.porting.as_ref().map(|porting| teller.porting(porting)))),
        ("ui-pane-preconditions", Body::Facts(preconditions.collect())),
        ("ui-look-for", Body::Facts(book.look_for.iter().map(look_for).collect())),
        ("ui-pane-documents", Body::Facts(documents.collect())),
        ("ui-pane-safeguards", Body::Facts(safeguards.collect())),
        (
            "ui-field-channel",
            Body::Facts(book.channels.iter().map(|one| teller.channel(one)).collect()),
        ),
        ("ui-at-hand", Body::Lines(at_hand.collect())),
        ("ui-submitting", one(teller.known(get(&apply.means), &apply.sources))),
        ("ui-review", Body::Lines(teller.review())),
        ("ui-chase", Body::Lines(teller.chase())),
        ("ui-confirmation", one(teller.known(get(&confirm.means), &confirm.sources))),
        ("ui-lapse", Body::Lines(teller.lapse(&book.lapse))),
        ("ui-letter-languages", Body::Lines(languages.collect())),
        ("ui-questions", Body::Lines(questions.collect())),
        ("ui-pane-obstacles", Body::Facts(obstacles.collect())),
        ("ui-sources", Body::Facts(book.sources.iter().map(source).collect())),
    ];
    let verified = [("date", text.full_date(book.verified).into())];
    let lead = vec![get(&book.about), text.with("ui-playbook-verified", &verified)];
    Report {
        title: get(&book.name),
        lang: text.lang().tag(),
        lead,
        sections: Section::all(text, sections),
    }
}

/// Tells the parts of one playbook.
struct Teller<'a> {
    book: &'a Playbook,
    text: &'a Text,
}

impl Teller<'_> {
    fn say(&self, key: &str) -> String {
        self.text.get(key).into_owned()
    }

    fn get(&self, text: &Localized) -> String {
        text.get(self.text.lang()).to_owned()
    }

    /// What something is called, and its id, by which a playbook can replace it.
    fn label(&self, title: &Localized, id: &Id) -> String {
        let args = [("name", self.get(title).into()), ("code", id.as_str().into())];
        self.text.with("word-region", &args)
    }

    fn confidence(&self, confidence: Confidence) -> String {
        self.say(&format!("word-confidence-{}", confidence.word()))
    }

    fn source(&self, one: &Source) -> String {
        let (confidence, date) = (self.confidence(one.confidence), self.date(one.date.as_ref()));
        let title = self.get(&one.title).into();
        let args = [("title", title), ("confidence", confidence.into()), ("date", date.into())];
        self.text.with("ui-source", &args)
    }

    fn date(&self, date: Option<&PageDate>) -> String {
        PageDate::told(date, self.text)
    }

    /// What is told, with the ids of its sources, how sure these are and the dates of
    /// their pages; or that it has none.
    fn known(&self, told: String, sources: &[Id]) -> String {
        let seen = |one: &Source| {
            let args = [
                ("source", one.id.as_str().into()),
                ("confidence", self.confidence(one.confidence).into()),
                ("date", self.date(one.date.as_ref()).into()),
            ];
            self.text.with("ui-known-from", &args)
        };
        let seen: Vec<String> = self.book.sources(sources).map(seen).collect();
        let seen = if seen.is_empty() {
            self.say("ui-known-from-nobody")
        } else {
            seen.join(&self.text.get("word-semicolon"))
        };
        told + &format!(" [{seen}]")
    }

    fn ends(&self, ends: &Ends) -> Vec<String> {
        let text = self.text;
        let period = |period| [("period", text.period(period).into())];
        let rule = match ends.rule {
            EndRule::ReadOff => self.say("ui-ends-read-off"),
            EndRule::Noted => self.say("ui-ends-noted"),
            EndRule::AfterUse(lasts) => text.with("ui-ends-after-use", &period(lasts)),
            EndRule::AfterTopUp(lasts) => text.with("ui-ends-after-top-up", &period(lasts)),
        };
        let prolonged = ends.prolonging.as_ref().map(|rule| {
            let args: [Arg<'_>; 3] = [
                ("period", text.period(rule.lasts).into()),
                ("count", rule.refuse_before.into()),
                ("date", text.full_date(rule.since).into()),
            ];
            text.with("ui-ends-prolonged", &args)
        });
        let itself = ends.stops_itself.then(|| self.say("ui-ends-by-itself"));
        let once = (!ends.grace).then(|| self.say("ui-ends-at-once"));
        let request = (!ends.closes_without_request).then(|| self.say("ui-needs-request"));
        let texts = [&ends.means, &ends.counts].into_iter().chain(&ends.stop);
        let texts = texts.map(|one| self.get(one));
        let told = [rule]
            .into_iter()
            .chain(texts)
            .chain(once)
            .chain(itself)
            .chain(prolonged)
            .chain(request);
        told.map(|one| self.known(one, &ends.sources)).collect()
    }

    fn refund(&self, refund: &Refund) -> Vec<String> {
        let kind = match refund.given {
            RefundKind::None => "ui-refund-none",
            RefundKind::OnRequest => "ui-refund-on-request",
            RefundKind::Unknown => "ui-refund-unknown",
        };
        let until = refund.until.map(|term| {
            let key = match term.after {
                RefundFrom::Registered => "ui-refund-after-registered",
                RefundFrom::Ended => "ui-refund-after-ended",
            };
            self.text.with(key, &[("period", self.text.period(term.lasts).into())])
        });
        let told = [self.say(kind), self.get(&refund.means)].into_iter().chain(until);
        told.map(|one| self.known(one, &refund.sources)).collect()
    }

    fn porting(&self, porting: &Porting) -> Vec<String> {
        let credit = self.say(match porting.kills_credit {
            Some(true) => "ui-porting-credit",
            Some(false) => "ui-porting-credit-stays",
            None => "ui-porting-credit-unknown",
        });
        let region = &self.book.review.region;
        let window = porting.window.map(|window| self.text.working_days_in(window, region));
        let told = [self.get(&porting.means), credit].into_iter().chain(window);
        told.map(|one| self.known(one, &porting.sources)).collect()
    }

    /// A way to reach the carrier: what to dial, when, and whether from abroad.
    fn channel(&self, one: &Channel) -> (String, String) {
        let abroad = one.abroad.as_ref();
        let reach = self.say(&one.said_abroad());
        let there = abroad.and_then(|known| known.value.clone());
        let cost = abroad.and_then(|known| known.cost.as_ref()).map(|cost| self.get(cost));
        let from_abroad = [Some(reach), there, cost].into_iter().flatten().collect::<Vec<_>>();
        let from_abroad = from_abroad.join(" · ");
        let from_abroad = match abroad.filter(|known| known.reach != Reach::Unknown) {
            Some(known) => self.known(from_abroad, &known.sources),
            None => from_abroad,
        };
        let hours = hours_told(&one.hours, self.text);
        // What a channel says of itself goes before what its sources say.
        let seen = [
            ("confidence", self.confidence(one.confidence).into()),
            ("date", self.date(one.date.as_ref()).into()),
        ];
        let seen = self.text.with("ui-channel-seen", &seen);
        let parts = [one.value.clone(), Some(self.get(&one.means)), hours, Some(seen)];
        let told = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let told = self.known(told, &one.sources);
        (self.label(&one.title, &one.id), format!("{told} · {from_abroad}"))
    }

    fn review(&self) -> Vec<String> {
        let review = &self.book.review;
        let usual = Window { earliest: review.earliest, latest: review.latest };
        let days = self.text.working_days_in(usual, &review.region);
        let window = window_told(self.text, days, Some(review.confidence));
        [window, self.get(&review.means)].map(|one| self.known(one, &review.sources)).into()
    }

    fn chase(&self) -> Vec<String> {
        let rules = self.book.review.chase.iter();
        let told = rules.flat_map(|rule| {
            let days = |key: &str, count: u16| self.text.with(key, &[("count", count.into())]);
            let nudge = days("ui-chase-after", rule.nudge_after);
            let complain = days("ui-complain-after", rule.complain_after);
            [
                (nudge, &rule.nudge, &rule.sources),
                (complain, &rule.complain, &rule.complain_sources),
            ]
        });
        let told =
            told.map(|(days, how, from)| self.known(format!("{days} {}", self.get(how)), from));
        told.collect()
    }

    fn lapse(&self, lapse: &Lapse) -> Vec<String> {
        let rest = lapse.rest.iter().map(|rest| {
            let period = [("period", self.text.period(rest.lasts).into())];
            let told =
                format!("{} {}", self.text.with("ui-rest-lasts", &period), self.get(&rest.means));
            self.known(told, &rest.sources)
        });
        [self.known(self.get(&lapse.means), &lapse.sources)].into_iter().chain(rest).collect()
    }
}
