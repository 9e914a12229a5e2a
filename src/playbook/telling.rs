//! Sentences about the dates of a review.

use jiff::civil::Date;

use super::Words;
use crate::domain::{Change, Day, Entry, Moved, Reckoning, Review, Terms};

impl Words<'_> {
    /// Every day from the day of filing to the last one, with the reason why
    /// it counts or not: the working of the count.
    pub fn working(&self, review: &Review) -> Vec<(String, String)> {
        let text = self.text;
        let first = (text.full_date(review.submitted), text.get("say-day-nought").into_owned());
        let told = review.days.iter().take_while(|day| day.date <= review.latest);
        let row = |day: &Day| (text.full_date(day.date), self.day(review, day));
        [first].into_iter().chain(told.map(row)).collect()
    }

    /// The working of the count as plain text, to be pasted elsewhere.
    pub fn working_text(&self, review: &Review) -> String {
        let mut lines = vec![self.text.region_and_code(&review.region)];
        lines.extend(self.working(review).into_iter().map(|(day, why)| format!("{day}  {why}")));
        lines.extend(self.moved(review));
        lines.extend(self.doubts(review));
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
        let by_window = text.day(review.by_window);
        Some(match review.moved.as_ref()? {
            Moved::Extended(_) => {
                let pending = self.case.pending().and_then(|one| one.extension.as_ref());
                let reason = pending.map(|more| more.reason.as_str()).unwrap_or_default();
                let args = [("date", by_window.into()), ("reason", reason.into())];
                text.with("say-moved-extended", &args)
            }
            Moved::Promised(_, id) => {
                let contact = self.case.contact(id).ok();
                let on = contact.map(|one| text.day(one.on)).unwrap_or_default();
                let channel = contact.map(|one| self.channel_title(&one.channel));
                let channel = channel.unwrap_or_default();
                let args =
                    [("date", by_window.into()), ("on", on.into()), ("channel", channel.into())];
                text.with("say-moved-promised", &args)
            }
        })
    }

    /// Why the dates of a review can still change, a sentence each.
    pub fn doubts(&self, review: &Review) -> Vec<String> {
        review.doubts.iter().map(|doubt| self.text.doubt(doubt, &review.region)).collect()
    }

    /// What was done when the terms of a review changed, or its dates moved by
    /// themselves.
    pub(super) fn terms_entry(&self, entry: &Entry) -> String {
        let (Change::Terms { terms, reckoned }, Change::Terms { terms: was, reckoned: told }) =
            (&entry.change, &entry.inverse)
        else {
            return String::new();
        };
        let text = self.text;
        match (terms == was, reckoned, told) {
            (true, Some(now), Some(told)) => self.moved_entry(terms, told, now),
            (_, Some(now), _) => {
                text.with("say-did-terms-latest", &[("date", text.day(now.latest).into())])
            }
            (_, None, _) => text.get("say-did-terms").into_owned(),
        }
    }

    /// "Latest is now Wed 18 Nov, was Tue 17 Nov: Deepavali."
    fn moved_entry(&self, terms: &Terms, told: &Reckoning, now: &Reckoning) -> String {
        let text = self.text;
        let (key, day, was) = if now.latest == told.latest {
            ("say-did-moved-earliest", now.earliest, told.earliest)
        } else {
            ("say-did-moved-latest", now.latest, told.latest)
        };
        let fresh = |now: &[Date], told: &[Date]| -> Vec<Date> {
            now.iter().filter(|day| !told.contains(day)).copied().collect()
        };
        let mut why: Vec<String> = Vec::new();
        let added = [fresh(&now.off, &told.off), fresh(&now.worked, &told.worked)].concat();
        why.extend(added.iter().map(|day| self.called(terms, *day)));
        let gone = [fresh(&told.off, &now.off), fresh(&told.worked, &now.worked)].concat();
        why.extend(
            gone.iter()
                .map(|day| text.with("say-moved-no-longer", &[("date", text.day(*day).into())])),
        );
        let why = why.join(&text.get("word-semicolon"));
        let args =
            [("now", text.day(day).into()), ("was", text.day(was).into()), ("why", why.into())];
        text.with(key, &args)
    }

    /// A special day with its date: "Deepavali, in lieu (Mon 9 Nov)".
    fn called(&self, terms: &Terms, date: Date) -> String {
        let before = date.yesterday().unwrap_or(date);
        let day = self.playbook.calendar(terms).and_then(|days| days.days(before, date).pop());
        let why = day.map(|day| self.text.why(&day)).unwrap_or_default();
        self.text
            .with("say-moved-day", &[("why", why.into()), ("date", self.text.day(date).into())])
    }
}
