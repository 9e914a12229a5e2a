//! Letters, filled in from a case.
//!
//! Owns: what fills a blank, and where each date in a letter comes from. A letter
//! states what the book holds, nothing that was computed. Must not know: which
//! languages a carrier reads.

use jiff::civil::Date;

use super::Words;
use crate::{
    domain::{
        Application, Contact, Holder, Id, Item, ItemKind, MarkState, Outcome, Refusal, Verdict,
    },
    playbook::{Confidence, Ground, Letter, Question},
    text::{as_keyed, mask_number},
};

/// A letter, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrittenLetter {
    /// Its text.
    pub(crate) text: String,
    /// Each date in it, and the fact of the book that it is.
    pub(crate) dates: Vec<(Date, DateOrigin)>,
}

/// Which fact of the book a date in a letter is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DateOrigin {
    /// The day on which the letter was written.
    Today,
    /// The day on which this application was submitted.
    Submitted(Id),
    /// The day on which this application was decided.
    Decided(Id),
    /// The day of this contact.
    Contact(Id),
    /// The day by which an answer was promised in this contact.
    Promise(Id),
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
            Self::Contact(_) => "contact",
            Self::Promise(_) => "promise",
            Self::Line(_) => "line",
        }
    }

    /// What holds the date.
    pub(crate) fn item(&self) -> Option<Item> {
        match self {
            Self::Today => None,
            Self::Submitted(id) | Self::Decided(id) => Some(Item::new(ItemKind::Application, id)),
            Self::Contact(id) | Self::Promise(id) => Some(Item::new(ItemKind::Contact, id)),
            Self::Line(field) => Some(Item::new(ItemKind::Line, &Id::new(*field))),
        }
    }
}

/// What is known for a blank.
enum Fill {
    Text(String),
    Day(Date, DateOrigin),
}

/// What fills a blank, or nothing when the case does not know it.
type Filling = fn(&Words<'_>) -> Option<Fill>;

/// The blanks that a letter may have.
const BLANKS: [(&str, Filling); 28] = [
    ("carrier", |words| text(words.playbook.carrier()?.get(words.text.lang()))),
    ("number", |words| words.case.line.number.as_deref().and_then(|one| text(&as_keyed(one)))),
    ("number-masked", |words| {
        words.case.line.number.as_deref().and_then(|one| text(&mask_number(one)))
    }),
    ("holder", |words| text(words.case.line.holder_name()?)),
    ("authorised", |words| match &words.case.line.holder {
        Holder::Me => None,
        Holder::Other(_) => text(words.case.line.name.as_deref()?),
    }),
    ("reply-to", |words| text(words.case.line.reply_to.as_deref()?)),
    ("active-until", |words| of_line(words.case.line.active_until, "active-until")),
    ("grace-until", |words| of_line(words.case.line.grace_until, "grace-until")),
    ("last-used", |words| of_line(words.case.line.last_used, "last-used")),
    ("today", |words| Some(Fill::Day(words.today, DateOrigin::Today))),
    ("documents", |words| text(&words.enclosed().join(&words.text.get("word-semicolon")))),
    ("questions", |words| {
        let fits =
            |one: &&Question| one.when.iter().all(|ground| words.no_ground(ground).is_none());
        let all = words.playbook.questions.iter().filter(fits);
        let all = all.map(|one| one.text.get(words.text.lang()));
        text(&all.map(|one| format!("- {one}")).collect::<Vec<_>>().join("\n"))
    }),
    ("submitted", |words| {
        let pending = words.case.pending()?;
        Some(Fill::Day(pending.on, DateOrigin::Submitted(pending.id.clone())))
    }),
    ("application-reference", |words| text(words.case.pending()?.reference.as_deref()?)),
    ("application-channel", |words| {
        let channel = words.case.pending()?.channel.as_deref()?;
        text(&words.channel_title(channel))
    }),
    ("mended", |words| text(&words.mended().join(&words.text.get("word-semicolon")))),
    ("reference", |words| {
        let of_application = words.case.pending()?.reference.as_deref();
        let asked = words.asked();
        let of_contact = || asked.iter().rev().find_map(|one| one.reference.as_deref());
        text(of_application.or_else(of_contact)?)
    }),
    ("asked", |words| words.asked_last()),
    ("first-asked", |words| words.first_asked().map(day_of)),
    ("asked-again", |words| {
        let first = words.first_asked()?.on;
        words.asked_last().filter(|last| !matches!(last, Fill::Day(on, _) if *on <= first))
    }),
    ("promise-made", |words| Some(day_of(words.promise()?.0))),
    ("promised", |words| {
        let (contact, by) = words.promise()?;
        Some(Fill::Day(by, DateOrigin::Promise(contact.id.clone())))
    }),
    ("agent", |words| text(words.promise()?.0.agent.as_deref()?)),
    ("promise-reference", |words| text(words.promise()?.0.reference.as_deref()?)),
    ("refused-application", |words| {
        let (id, on, _) = words.last_rejection()?;
        Some(Fill::Day(on, DateOrigin::Submitted(id)))
    }),
    ("refused-reference", |words| {
        words.last_rejection()?;
        text(words.case.latest_application()?.reference.as_deref()?)
    }),
    ("approved", |words| {
        let (id, on) = words.unconfirmed()?;
        Some(Fill::Day(on, DateOrigin::Decided(id)))
    }),
    ("refused", |words| {
        let (id, _, outcome) = words.last_rejection()?;
        Some(Fill::Day(outcome.on, DateOrigin::Decided(id)))
    }),
];

/// Whether a letter may have a blank of this name.
pub(in crate::playbook) fn is_blank(name: &str) -> bool {
    BLANKS.iter().any(|(known, _)| *known == name)
}

/// A line to write on.
const LINE: &str = "________";

fn text(known: &str) -> Option<Fill> {
    Some(known.trim()).filter(|known| !known.is_empty()).map(|known| Fill::Text(known.to_owned()))
}

fn of_line(day: Option<Date>, field: &'static str) -> Option<Fill> {
    day.map(|day| Fill::Day(day, DateOrigin::Line(field)))
}

fn day_of(contact: &Contact) -> Fill {
    Fill::Day(contact.on, DateOrigin::Contact(contact.id.clone()))
}

impl Words<'_> {
    /// The text of a letter, or why it cannot be written. The number stands in
    /// full only where the letter asks for it: the carrier needs it there.
    pub(crate) fn letter(&self, letter: &Letter) -> Result<WrittenLetter, Refusal> {
        let unfit = || self.not_on(&letter.routes);
        let why = letter.needs.iter().find_map(|ground| self.no_ground(ground)).or_else(unfit);
        if let Some(why) = why {
            return Err(why);
        }
        let mut dates = Vec::new();
        let mut paragraphs = Vec::new();
        for paragraph in &letter.body {
            let stands = paragraph
                .iter()
                .filter(|one| one.when.iter().all(|ground| self.no_ground(ground).is_none()));
            let said: String =
                stands.map(|one| self.filled(one.text.get(self.text.lang()), &mut dates)).collect();
            // The first sentence may have been left out, or may open a list whose
            // lines are indented.
            let said = said.trim_start_matches(['\n', ' ']).trim_end();
            if !said.is_empty() {
                paragraphs.push(said.to_owned());
            }
        }
        Ok(WrittenLetter { text: paragraphs.join("\n\n"), dates })
    }

    /// A sentence with its blanks filled in, and without the parts in brackets of
    /// which a blank is not known.
    fn filled(&self, sentence: &str, dates: &mut Vec<(Date, DateOrigin)>) -> String {
        let mut told = String::new();
        for (at, part) in sentence.split(['[', ']']).enumerate() {
            let optional = at % 2 == 1;
            let mut found = Vec::new();
            if let Some(part) = self.part(part, optional, &mut found) {
                told.push_str(&part);
                dates.extend(found);
            }
        }
        told
    }

    /// A part with its blanks filled in. Nothing if one is not known and the part
    /// is optional; else a line to write on stands for it.
    fn part(
        &self,
        part: &str,
        optional: bool,
        dates: &mut Vec<(Date, DateOrigin)>,
    ) -> Option<String> {
        let mut pieces = part.split('{');
        let mut told = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (name, rest) = piece.split_once('}')?;
            let filling = BLANKS.iter().find(|(known, _)| *known == name)?.1;
            match filling(self) {
                Some(Fill::Text(known)) => told.push_str(&known),
                Some(Fill::Day(day, origin)) => {
                    told.push_str(&self.text.letter_date(day));
                    dates.push((day, origin));
                }
                None if optional => return None,
                None => told.push_str(LINE),
            }
            told.push_str(rest);
        }
        Some(told)
    }

    /// The day of the newest contact about the pending application, unless what
    /// was promised in it is quoted anyway.
    fn asked_last(&self) -> Option<Fill> {
        let newest = self.newest()?;
        let quoted = self.promise().is_some_and(|(one, _)| one.id == newest.id);
        (!quoted).then(|| day_of(newest))
    }

    /// The application that the carrier has refused, when no other was submitted
    /// since: its number, its day and the outcome.
    pub(super) fn last_rejection(&self) -> Option<(Id, Date, &Outcome)> {
        let last = self.case.latest_application()?;
        let outcome = last.outcome.as_ref()?;
        (outcome.verdict == Verdict::Rejected).then(|| (last.id.clone(), last.on, outcome))
    }

    /// The documents that are at hand, by their titles.
    fn enclosed(&self) -> Vec<String> {
        let of_playbook = self.playbook.documents.iter().map(|one| &one.id);
        let own = self.case.documents.iter().map(|one| &one.id);
        let items = of_playbook.chain(own).map(|id| Item::new(ItemKind::Document, id));
        let ready = items.filter(|item| self.case.mark(item).state == MarkState::Done);
        ready.map(|item| self.title(&item)).collect()
    }

    /// The application that is submitted today by sending the letter of this entry of
    /// the log.
    pub(crate) fn submitted_by(&self, sent: &Contact) -> Application {
        Application {
            channel: Some(sent.channel.clone()),
            reckoned: self.playbook.reckon(self.case, &self.case.terms, sent.on),
            ..Application::on(sent.on)
        }
    }

    /// The entry of the contact log that this letter becomes when it is sent
    /// today, with the day by which an answer is expected where a source says so. Its
    /// channel is empty where none is known.
    pub(crate) fn sent(&self, letter: &Letter) -> Contact {
        let known = |id: &&Id| self.playbook.channels.iter().any(|one| one.id == **id);
        let usual = letter.channel.as_ref().filter(known).map(Id::to_string);
        let of_application = || self.case.pending()?.channel.clone();
        let channel = usual.or_else(of_application).unwrap_or_default();
        let calendar = self.playbook.calendar(&self.case.terms);
        let answer_by = self.answered_in(letter).zip(calendar);
        Contact {
            note: Some(letter.title.get(self.text.lang()).to_owned()),
            asked: letter.asks,
            answer_by: answer_by.map(|(days, days_of)| days_of.nth_after(self.today, days.into())),
            ..Contact::on(self.today, channel)
        }
    }

    /// In how many working days an answer to a letter can be expected, where more than
    /// a guess says so.
    fn answered_in(&self, letter: &Letter) -> Option<u16> {
        let needs = |ground| letter.needs.contains(&ground);
        if letter.submits {
            let (terms, way) = (&self.case.terms, self.case.way());
            let sure = self.playbook.window_confidence(terms, way) != Some(Confidence::Low);
            return self.playbook.window(terms, way).filter(|_| sure).map(|window| window.latest);
        }
        let rule = self.playbook.review.chase.as_ref();
        let rule = rule.filter(|_| needs(Ground::Applied) && !needs(Ground::Complaint))?;
        let known = self.playbook.sources(&rule.sources).map(|one| one.confidence).max();
        (known > Some(Confidence::Low)).then_some(rule.nudge_after)
    }
}

#[cfg(test)]
mod tests;
