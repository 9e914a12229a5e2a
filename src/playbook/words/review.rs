//! Sentences about the dates of a review.

use jiff::civil::Date;

use super::Words;
use crate::{
    domain::{
        AgendaEntry, AgendaKind, AgendaState, Application, Asked, Contact, Day, DayName, Moved,
        Reckoned, Review,
    },
    playbook::Confidence,
    text::Text,
};

impl Words<'_> {
    /// How the days were counted: every day from the day of submission to the
    /// last one, with the reason why it counts or not.
    pub fn working(&self, review: &Review) -> Vec<(String, String)> {
        let text = self.text;
        let first = (text.full_date(review.submitted), text.get("say-day-nought").into_owned());
        let days = review.days.iter().take_while(|day| day.date <= review.latest);
        let row = |day: &Day| (text.full_date(day.date), self.day(review, day));
        [first].into_iter().chain(days.map(row)).collect()
    }

    /// How the days were counted, as plain text to be pasted elsewhere.
    pub(crate) fn working_text(&self, review: &Review) -> String {
        let mut lines = vec![self.window(), self.text.region_and_code(&review.region)];
        lines.extend(self.working(review).into_iter().map(|(day, why)| format!("{day}  {why}")));
        lines.extend(self.moved(review));
        lines.extend(self.caveats(review));
        lines.join("\n")
    }

    /// Why a day counts or not, and whether it is one of the two that matter.
    fn day(&self, review: &Review, day: &Day) -> String {
        let why = self.text.why(day);
        let key = if day.date == review.latest {
            "say-day-latest"
        } else if day.date == review.earliest {
            "say-day-earliest"
        } else {
            return why;
        };
        self.text.with(key, &[("why", why.into())])
    }

    /// Why the last day is not that of the window.
    pub fn moved(&self, review: &Review) -> Option<String> {
        let text = self.text;
        let by_window = self.near(review.by_window);
        Some(match review.moved.as_ref()? {
            Moved::Extended(_) => {
                let pending = self.case.pending().and_then(|one| one.extension.as_ref());
                let reason = pending.map(|more| more.reason.as_str()).unwrap_or_default();
                let args = [("date", by_window.into()), ("reason", reason.into())];
                text.with("say-moved-extended", &args)
            }
            Moved::Promised(_, id) => {
                let contact = self.case.contact(id).ok();
                let on = contact.map(|one| self.near(one.on)).unwrap_or_default();
                let who = contact.map(|one| self.who_promised(one)).unwrap_or_default();
                let args = [("date", by_window.into()), ("on", on.into()), ("channel", who.into())];
                text.with("say-moved-promised", &args)
            }
        })
    }

    /// Who said something in a contact: the one who was spoken to, where the name is known,
    /// and how.
    fn who_promised(&self, contact: &Contact) -> String {
        let channel = self.channel_title(&contact.channel);
        match &contact.agent {
            Some(agent) => {
                let args = [("agent", agent.as_str().into()), ("channel", channel.into())];
                self.text.with("say-moved-agent", &args)
            }
            None => channel,
        }
    }

    /// Why the dates of a review can still change, a sentence each.
    pub(crate) fn caveats(&self, review: &Review) -> Vec<String> {
        review.caveats.iter().map(|one| self.text.caveat(one, &review.region)).collect()
    }

    /// What the carrier was asked in a contact, where it was not about the application.
    pub(crate) fn asked_about(&self, contact: &Contact) -> Option<String> {
        let asked = Some(contact.asked).filter(|asked| *asked != Asked::Application)?;
        Some(self.text.get(&format!("word-asked-{}", asked.word())).into_owned())
    }

    /// What was done when the terms of a review changed.
    pub(super) fn terms_entry(&self, now: Option<&Reckoned>) -> String {
        let text = self.text;
        match now.and_then(|reckoned| reckoned.dates.as_ref()) {
            Some(now) => {
                let (earliest, latest) = (self.near(now.earliest), self.near(now.latest));
                let args = [("earliest", earliest.into()), ("latest", latest.into())];
                text.with("say-did-terms-dates", &args)
            }
            None => text.get("say-did-terms").into_owned(),
        }
    }

    /// "Latest is now Wed 18 Nov, was Tue 17 Nov: Deepavali (Mon 9 Nov)." The
    /// names are those of the day on which it was noticed.
    pub(super) fn moved_entry(&self, now: &Reckoned, before: &Reckoned) -> String {
        let text = self.text;
        let (Some(now), Some(before)) = (&now.dates, &before.dates) else { return String::new() };
        let (key, plain, day, was) = if now.latest == before.latest {
            let keys = ("say-did-moved-earliest", "say-did-moved-earliest-plain");
            (keys.0, keys.1, now.earliest, before.earliest)
        } else {
            let keys = ("say-did-moved-latest", "say-did-moved-latest-plain");
            (keys.0, keys.1, now.latest, before.latest)
        };
        let mut why: Vec<String> = Vec::new();
        for (now, before) in [(&now.off, &before.off), (&now.worked, &before.worked)] {
            let new = now.iter().filter(|(day, _)| !before.contains_key(day));
            why.extend(new.map(|(day, name)| self.called_on(*day, name)));
            let gone = before.keys().filter(|day| !now.contains_key(day));
            let tell = |day| text.with("say-moved-no-longer", &[("date", self.near(day).into())]);
            why.extend(gone.copied().map(tell));
        }
        let told = self.hedged(self.near(day), self.is_window_unverified());
        let mut args = vec![("now", told.into()), ("was", self.near(was).into())];
        if why.is_empty() {
            return text.with(plain, &args);
        }
        args.push(("why", why.join(&text.get("word-semicolon")).into()));
        text.with(key, &args)
    }

    /// A special day with its date: "Deepavali, in lieu (Mon 9 Nov)".
    fn called_on(&self, date: Date, name: &str) -> String {
        let name = match DayName::read(name) {
            DayName::Known(names) if names.is_empty() => {
                self.text.get("word-make-up-day").into_owned()
            }
            name => self.text.day_name(&name),
        };
        self.text.with("say-moved-day", &[("why", name.into()), ("date", self.near(date).into())])
    }

    /// A day, with its year where that is not this one.
    pub(crate) fn near(&self, day: Date) -> String {
        self.text.day_near(day, self.today)
    }

    /// A day as it is told: "about 17 Nov" where it comes from what nobody has confirmed.
    pub(crate) fn hedged(&self, day: String, unverified: bool) -> String {
        if unverified { self.text.with("word-about", &[("date", day.into())]) } else { day }
    }

    /// Whether the days of a review that began today, or of the pending one by its window
    /// alone, come from what nobody has confirmed.
    pub(crate) fn is_window_unverified(&self) -> bool {
        let way = self.case.way();
        self.playbook.is_window_unsure(&self.case.terms, way)
    }

    /// Whether the dates with which an application was submitted do.
    pub(crate) fn is_unverified_for(&self, application: &Application) -> bool {
        self.playbook.is_window_unsure(&self.case.terms, application.route())
    }

    /// Whether the last day of the pending review does: a promise or more time that was
    /// asked for is what it says.
    pub(crate) fn is_latest_unverified(&self) -> bool {
        self.is_window_unverified() && !self.is_moved()
    }

    /// Whether something other than the window gives the last day of the pending review.
    pub(super) fn is_moved(&self) -> bool {
        let review = self.playbook.review(self.case, self.today);
        review.is_some_and(|review| review.moved.is_some())
    }

    /// Whether the day of an entry of the agenda does.
    pub(crate) fn is_unverified(&self, entry: &AgendaEntry) -> bool {
        match entry.kind {
            // It is not waited for any more.
            _ if entry.state == AgendaState::Done => false,
            AgendaKind::Earliest => self.is_window_unverified(),
            AgendaKind::Latest => self.is_latest_unverified(),
            AgendaKind::Reminder | AgendaKind::Complaint => {
                // The day on which to ask follows from the window, the span from a rule.
                let asks_later = entry.if_asked.is_some_and(|asked| asked > self.today);
                (asks_later && self.is_late_unverified()) || self.is_unsure(entry.kind)
            }
            _ => self.is_unsure(entry.kind),
        }
    }

    /// Whether the day after which the pending answer is late does.
    pub(super) fn is_late_unverified(&self) -> bool {
        let review = self.playbook.review(self.case, self.today);
        self.is_window_unverified() && review.is_some_and(|review| !review.is_named())
    }

    /// Whether the rule behind a dated thing has no source that is sure. What the person
    /// gave or was promised needs none.
    pub(crate) fn is_unsure(&self, kind: AgendaKind) -> bool {
        match kind {
            AgendaKind::WatchEnd => self.is_rest_unverified(),
            _ => self.source_of(kind).is_some_and(|one| one.confidence != Confidence::High),
        }
    }

    /// How far the day of an entry can be trusted; nothing where the person gave it.
    pub(crate) fn confidence(&self, entry: &AgendaEntry) -> Option<Confidence> {
        let known = || self.source(entry).map(|one| one.confidence);
        let window = || self.playbook.window_confidence(&self.case.terms, self.case.way());
        match entry.kind {
            AgendaKind::Earliest => window(),
            AgendaKind::Latest => window().filter(|_| !self.is_moved()),
            AgendaKind::Reminder | AgendaKind::Complaint
                if entry.if_asked.is_some_and(|asked| asked > self.today)
                    && self.is_late_unverified() =>
            {
                window()
            }
            // Where nothing says how long, it is a guess.
            AgendaKind::WatchEnd => known().or(Some(Confidence::Low)),
            _ => known(),
        }
    }

    /// Whether the time in which the number rests comes from what nobody has confirmed.
    pub(crate) fn is_rest_unverified(&self) -> bool {
        let rest = self.playbook.lapse.rest.as_ref();
        let sources = rest.map(|rest| self.playbook.sources(&rest.sources));
        let best = sources.and_then(|all| all.map(|one| one.confidence).max());
        best != Some(Confidence::High)
    }

    /// "3 to 7 working days in Kuala Lumpur", and who says so.
    pub fn window(&self) -> String {
        let (text, book, terms) = (self.text, self.playbook, &self.case.terms);
        let way = self.case.way();
        let Some(window) = book.window(terms, way) else {
            return text.get("ui-window-none").into_owned();
        };
        let days = text.working_days_in(window, book.region(terms));
        window_told(text, days, book.window_confidence(terms, way))
    }
}

/// The days of a window with who says so; nobody is sure of what the person has set.
pub(crate) fn window_told(text: &Text, days: String, known: Option<Confidence>) -> String {
    let key = match known {
        None => "ui-window-own",
        Some(Confidence::Low) => "ui-window-unverified",
        Some(Confidence::Medium) => "ui-window-one-source",
        Some(Confidence::High) => return days,
    };
    text.with(key, &[("days", days.into())])
}
