//! What fills the blanks of letters.
//!
//! Owns: each blank by its name, and where each date in a letter comes from. Must not
//! know: the texts around the blanks.

use jiff::civil::Date;

use super::Words;
use crate::{
    domain::{Application, Contact, Id, Item, ItemKind, Outcome},
    playbook::Question,
    text::{as_keyed, mask_number},
};

/// Which fact of the book a date in a letter is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DateOrigin {
    /// The day on which the letter was written.
    Today,
    /// The day on which this application was submitted.
    Submitted(Id),
    /// The day on which this application was decided.
    Decided(Id),
    /// The day until which the carrier asked for more time to decide this application.
    Extended(Id),
    /// The day of this contact.
    Contact(Id),
    /// The day by which an answer was promised in this contact.
    Promise(Id),
    /// The day on which what was promised in this contact came.
    Kept(Id),
    /// A day of the line itself, as the person has noted it.
    Line(&'static str),
}

impl DateOrigin {
    /// A word for it, for programs.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Submitted(_) => "submitted",
            Self::Decided(_) => "decided",
            Self::Extended(_) => "extended",
            Self::Contact(_) => "contact",
            Self::Promise(_) => "promise",
            Self::Kept(_) => "kept",
            Self::Line(_) => "line",
        }
    }

    /// What holds the date.
    pub(crate) fn item(&self) -> Option<Item> {
        match self {
            Self::Today => None,
            Self::Submitted(id) | Self::Decided(id) | Self::Extended(id) => {
                Some(Item::new(ItemKind::Application, id))
            }
            Self::Contact(id) | Self::Promise(id) | Self::Kept(id) => {
                Some(Item::new(ItemKind::Contact, id))
            }
            Self::Line(field) => Some(Item::of_line(field)),
        }
    }
}

/// What is known for a blank.
pub(super) enum Fill {
    Text(String),
    Day(Date, DateOrigin),
    /// A list, one line each, with the dates that stand in it.
    Lines(String, Vec<(Date, DateOrigin)>),
}

/// What fills a blank, or nothing when the case does not know it.
type Filling = fn(&Words<'_>) -> Option<Fill>;

/// The blanks that a letter may have.
pub(super) const BLANKS: [(&str, Filling); 44] = [
    ("carrier", |words| text(words.playbook.carrier()?.get(words.text.lang()))),
    ("line", |words| text(&words.kind_of_line("line"))),
    ("line-number", |words| text(&words.kind_of_line("number"))),
    ("number", |words| words.case.line.number.as_deref().and_then(|one| text(&as_keyed(one)))),
    ("number-masked", |words| {
        words.case.line.number.as_deref().and_then(|one| text(&mask_number(one)))
    }),
    ("holder", |words| text(words.case.line.holder_name()?)),
    // The person, where the holder is somebody else; the same with an authorisation; for
    // whom they sign then; and who signs.
    ("person", |words| text(words.case.line.authorised()?)),
    ("authorised", |words| text(words.acting()?)),
    ("represented", |words| words.acting().and_then(|_| text(words.case.line.holder_name()?))),
    ("writer", |words| text(words.signs()?)),
    ("reply-to", |words| text(words.case.line.reply_to.as_deref()?)),
    ("active-until", |words| words.of_line(words.case.line.active_until, "active-until")),
    ("grace-until", |words| words.of_line(words.case.line.grace_until, "grace-until")),
    ("last-used", |words| words.of_line(last_used(words, false), "last-used")),
    ("last-top-up", |words| words.of_line(last_used(words, true), "last-used")),
    ("today", |words| Some(Fill::Day(words.today, DateOrigin::Today))),
    ("documents", |words| text(&words.enclosed().join(&words.text.get("word-semicolon")))),
    ("questions", |words| {
        let fits =
            |one: &&Question| one.when.iter().all(|ground| words.no_ground(ground).is_none());
        let all = words.playbook.questions.iter().filter(fits);
        let all = all.map(|one| one.text.get(words.text.lang()));
        text(&all.map(|one| format!("#. {one}")).collect::<Vec<_>>().join("\n"))
    }),
    ("submitted", |words| Some(submitted(words.case.pending()?))),
    ("application-reference", |words| text(words.case.pending()?.reference.as_deref()?)),
    ("application-channel", |words| {
        let channel = words.case.pending()?.channel.as_deref()?;
        text(&words.channel_title(channel))
    }),
    ("extended", |words| {
        let pending = words.case.pending()?;
        let until = pending.extension.as_ref()?.until;
        Some(Fill::Day(until, DateOrigin::Extended(pending.id.clone())))
    }),
    // Nobody says on which day the carrier asked: what is kept is the day of noting it.
    ("extended-on", |_| None),
    ("extension-reason", |words| text(unended(&words.case.pending()?.extension.as_ref()?.reason))),
    ("mended", |words| text(&words.mended().join(&words.text.get("word-semicolon")))),
    ("reference", |words| {
        let of_application = words.case.pending()?.reference.as_deref();
        let asked = words.asked();
        let of_contact = || asked.iter().rev().find_map(|one| one.reference.as_deref());
        text(of_application.or_else(of_contact)?)
    }),
    ("asked", |words| words.asked_last().map(day_of)),
    ("asked-channel", |words| text(&words.channel_title(&words.asked_last()?.channel))),
    ("asked-agent", |words| text(words.asked_last()?.agent.as_deref()?)),
    ("asked-reference", |words| text(words.asked_last()?.reference.as_deref()?)),
    ("contacts", |words| words.logged()),
    ("earlier", |words| words.earlier()),
    ("promise-made", |words| Some(day_of(words.promise()?.0))),
    ("promised", |words| {
        let (contact, by) = words.promise()?;
        Some(Fill::Day(by, DateOrigin::Promise(contact.id.clone())))
    }),
    ("agent", |words| text(words.promise()?.0.agent.as_deref()?)),
    ("promise-reference", |words| text(words.promise()?.0.reference.as_deref()?)),
    ("refused-application", |words| Some(submitted(words.last_rejection()?.0))),
    ("refused-reference", |words| text(words.last_rejection()?.0.reference.as_deref()?)),
    ("refusal-reference", |words| text(words.last_rejection()?.1.reference.as_deref()?)),
    ("refused-reason", |words| text(unended(words.last_rejection()?.1.reason.as_deref()?))),
    ("refused", |words| {
        let (application, outcome) = words.last_rejection()?;
        Some(Fill::Day(outcome.on, DateOrigin::Decided(application.id.clone())))
    }),
    ("approved", |words| {
        let (application, on) = words.unconfirmed()?;
        Some(Fill::Day(on, DateOrigin::Decided(application.id.clone())))
    }),
    ("approved-application", |words| Some(submitted(words.unconfirmed()?.0))),
    // Only this carrier knows what it gave.
    ("approved-reference", |words| {
        let (application, _) = words.unconfirmed()?;
        text(application.reference.as_deref().filter(|_| words.is_asked_here(application))?)
    }),
];

/// Whether a letter may have a blank of this name.
pub(in crate::playbook) fn is_blank(name: &str) -> bool {
    BLANKS.iter().any(|(known, _)| *known == name)
}

fn text(known: &str) -> Option<Fill> {
    Some(known.trim()).filter(|known| !known.is_empty()).map(|known| Fill::Text(known.to_owned()))
}

/// Words that a sentence goes on after, without the point at their end.
fn unended(words: &str) -> &str {
    words.trim().trim_end_matches(['.', '。'])
}

/// The day that keeps the line alive, where the carrier counts top-ups alone or, else,
/// each use.
fn last_used(words: &Words<'_>, top_ups: bool) -> Option<Date> {
    words.case.line.last_used.filter(|_| words.counts_top_ups() == top_ups)
}

fn day_of(contact: &Contact) -> Fill {
    Fill::Day(contact.on, DateOrigin::Contact(contact.id.clone()))
}

fn submitted(application: &Application) -> Fill {
    Fill::Day(application.on, DateOrigin::Submitted(application.id.clone()))
}

impl<'a> Words<'a> {
    /// A day of the line that still counts: one on which it has ended already is told to
    /// nobody.
    fn of_line(&self, day: Option<Date>, field: &'static str) -> Option<Fill> {
        let end = self.playbook.procedure().certain_end(self.case, self.today);
        let counts = |day: &Date| end.is_none_or(|end| *day <= end);
        day.filter(counts).map(|day| Fill::Day(day, DateOrigin::Line(field)))
    }

    /// What a line of this carrier is called, or its number: a prepaid one, unless the
    /// playbook has another word.
    fn kind_of_line(&self, what: &str) -> String {
        let own = self.playbook.line.as_ref().map(|line| line.get(self.text.lang()));
        own.map_or_else(
            || self.text.get(&format!("word-prepaid-{what}")).into_owned(),
            str::to_owned,
        )
    }

    /// Until when the line calls or receives is known: a day that has passed tells neither.
    pub(super) fn is_dated(&self) -> bool {
        let line = &self.case.line;
        let known = [line.active_until, line.grace_until].into_iter().flatten();
        let mut coming = known.filter(|day| *day >= self.today);
        coming.any(|day| self.of_line(Some(day), "active-until").is_some())
    }

    /// The newest contact about the pending application, unless what was promised in
    /// it is quoted anyway.
    fn asked_last(&self) -> Option<&'a Contact> {
        let newest = self.newest()?;
        let quoted = self.promise().is_some_and(|(one, _)| one.id == newest.id);
        (!quoted).then_some(newest)
    }

    /// The application of this way out that was refused, when no other was submitted
    /// since, and the outcome.
    pub(super) fn last_rejection(&self) -> Option<(&'a Application, &'a Outcome)> {
        let way = self.case.way();
        let last = self.case.latest_application().filter(|one| one.route() == way)?;
        Some((last, last.rejection()?))
    }

    /// The documents whose files are at hand and were not refused, by their titles.
    fn enclosed(&self) -> Vec<String> {
        let of_playbook = self.playbook.documents.iter().map(|one| &one.id);
        let known = |id: &Id| self.playbook.documents.iter().any(|one| one.id == *id);
        let own = self.case.documents.iter().map(|one| &one.id).filter(|id| !known(id));
        let items = of_playbook.chain(own).map(|id| Item::new(ItemKind::Document, id));
        // Nobody is authorised where the holder writes.
        let needless = Some(self.authorisation()).filter(|_| self.acting().is_none());
        let items = items.filter(|item| self.is_in_order(item) && needless.as_ref() != Some(item));
        // Of what was only ticked nobody knows whether there is a copy to attach.
        let items = items.filter(|item| !self.case.mark(item).files.is_empty());
        items.map(|item| self.title(&item)).collect()
    }

    /// The contacts about the pending application, a line each: what stands in the log
    /// but the notes, which are the person's own.
    fn logged(&self) -> Option<Fill> {
        let pending = self.case.pending()?;
        let mut all = self.asked();
        // A letter of the day of the submission was the application itself.
        all.retain(|one| one.on > pending.on || one.letter.is_none());
        all.sort_by_key(|one| one.on);
        let mut dates = Vec::new();
        let mut line = |one: &Contact| {
            dates.push((one.on, DateOrigin::Contact(one.id.clone())));
            let mut told = vec![self.channel_title(&one.channel)];
            told.extend(one.agent.clone());
            told.extend(one.reference.as_deref().map(|reference| self.reference(reference)));
            // A promise that was kept is nothing to press for.
            if let Some(on) = one.kept {
                dates.push((on, DateOrigin::Kept(one.id.clone())));
                let on = self.text.letter_date(on);
                told.push(self.text.with("say-letter-answered", &[("date", on.into())]));
            } else if let Some(by) = one.promised {
                dates.push((by, DateOrigin::Promise(one.id.clone())));
                let by = self.text.letter_date(by);
                told.push(self.text.with("say-letter-promised", &[("date", by.into())]));
            }
            self.listed(one.on, &told)
        };
        let lines: Vec<String> = all.into_iter().map(&mut line).collect();
        (!lines.is_empty()).then(|| Fill::Lines(lines.join("\n"), dates))
    }

    /// The applications that this carrier has refused before the pending one, a line
    /// each.
    fn earlier(&self) -> Option<Fill> {
        let pending = self.case.pending()?;
        let before = self.case.applications.iter().take_while(|one| one.id != pending.id);
        let refused = before.filter(|one| self.is_asked_here(one));
        let refused = refused.filter_map(|one| Some((one, one.rejection()?)));
        let mut dates = Vec::new();
        let mut line = |(one, outcome): (&Application, &Outcome)| {
            dates.push((one.on, DateOrigin::Submitted(one.id.clone())));
            dates.push((outcome.on, DateOrigin::Decided(one.id.clone())));
            let channel = one.channel.as_deref().map(|channel| self.channel_title(channel));
            let mut told: Vec<String> = channel.into_iter().collect();
            told.extend(one.reference.as_deref().map(|reference| self.reference(reference)));
            let on = ("date", self.text.letter_date(outcome.on).into());
            told.push(match outcome.reason.as_deref().map(unended) {
                Some(why) => self.text.with("say-letter-refused", &[on, ("reason", why.into())]),
                None => self.text.with("say-letter-refused-only", &[on]),
            });
            told.extend(outcome.reference.as_deref().map(|reference| self.reference(reference)));
            self.listed(one.on, &told)
        };
        let lines: Vec<String> = refused.map(&mut line).collect();
        (!lines.is_empty()).then(|| Fill::Lines(lines.join("\n"), dates))
    }

    fn reference(&self, reference: &str) -> String {
        self.text.with("say-letter-reference", &[("reference", reference.into())])
    }

    /// A line of a list: its day, and what is told of it.
    fn listed(&self, on: Date, told: &[String]) -> String {
        let told = told.join(&self.text.get("word-semicolon"));
        let args = [("date", self.text.letter_date(on).into()), ("what", told.into())];
        self.text.with("say-letter-entry", &args)
    }
}
