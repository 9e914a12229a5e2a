//! Letters, filled in from a case.
//!
//! Owns: which sentences stand, and the entry of the log that a letter becomes. A
//! letter states what the book holds, nothing that was computed. Must not know: what
//! fills a blank (`blank.rs`), or which languages a carrier reads.

use jiff::civil::Date;

use super::{
    Words,
    blank::{BLANKS, DateOrigin, Fill},
};
use crate::{
    domain::{Application, Case, Change, Contact, Entry, Holder, Id, Refusal},
    playbook::{Confidence, Ground, Letter},
    text::unstopped,
};

/// A letter, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrittenLetter {
    /// Its text.
    pub(crate) text: String,
    /// Each date in it, and the fact of the book that it is.
    pub(crate) dates: Vec<(Date, DateOrigin)>,
}

/// A line to write on.
const LINE: &str = "________";

/// What stands in front of a question in a list: its number takes that place, so that
/// a question that is left out leaves no gap.
const NUMBERED: &str = "#. ";

/// The paragraph with the lines of its list numbered.
fn numbered(paragraph: &str) -> String {
    let mut number = 0_u8;
    let line = |line: &str| match line.strip_prefix(NUMBERED) {
        Some(question) => {
            number = number.saturating_add(1);
            format!("{number}. {question}")
        }
        None => line.to_owned(),
    };
    paragraph.lines().map(line).collect::<Vec<_>>().join("\n")
}

impl Words<'_> {
    /// The text of a letter, or why it cannot be written. The number stands in
    /// full only where the letter asks for it: the carrier needs it there.
    pub(crate) fn letter(&self, letter: &Letter) -> Result<WrittenLetter, Refusal> {
        if let Some((before, on)) = self.before_submitting(letter) {
            return Words { case: &before, today: on, ..*self }.written(letter);
        }
        let itself =
            |one: &Contact| one.on == self.today && one.letter.as_ref() == Some(&letter.id);
        if !self.case.contacts.iter().any(itself) {
            return self.written(letter);
        }
        // What was sent of it today is this very letter: it does not quote itself.
        let mut before = self.case.clone();
        before.contacts.retain(|one| !itself(one));
        Words { case: &before, ..*self }.written(letter)
    }

    /// The case as it was when the pending application was submitted by this letter, and
    /// that day: printed again, the letter is the one that was sent.
    fn before_submitting(&self, letter: &Letter) -> Option<(Case, Date)> {
        let pending = self.case.pending().filter(|_| letter.submits)?;
        let is_it =
            |one: &&Contact| one.on == pending.on && one.letter.as_ref() == Some(&letter.id);
        let sent = self.case.contacts.iter().find(is_it)?;
        let logged =
            |entry: &&Entry| matches!(&entry.change, Change::Contact(edit) if edit.id == sent.id);
        let logged = self.case.history.iter().find(logged).map(|entry| entry.at);
        let then = logged.and_then(|at| self.case.as_of(at));
        let mut before = then.unwrap_or_else(|| self.case.clone());
        before.contacts.retain(|one| one.id != sent.id);
        before.applications.retain(|one| one.id != pending.id);
        Some((before, sent.on))
    }

    fn written(&self, letter: &Letter) -> Result<WrittenLetter, Refusal> {
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
                paragraphs.push(numbered(said));
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
                Some(Fill::Lines(lines, of)) => {
                    told.push_str(&lines);
                    dates.extend(of);
                }
                None if optional => return None,
                None => told.push_str(LINE),
            }
            told.push_str(unstopped(&told, rest));
        }
        Some(told)
    }

    /// Who signs a letter, where that is not the person.
    pub(crate) fn signed_by(&self, letter: &Letter) -> Option<String> {
        let Holder::Other(holder) = &self.case.line.holder else { return None };
        let mut sentences = letter.body.iter().flatten();
        let signed = sentences.any(|one| one.text.get(self.text.lang()).contains("{writer}"));
        let named = self.case.line.authorised().is_some();
        let key = if named { "say-letter-signed-only" } else { "say-letter-signed" };
        let told = || self.text.with(key, &[("holder", holder.as_str().into())]);
        let by_holder = self.signs() == Some(holder.as_str());
        (signed && by_holder).then(told)
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
            letter: Some(letter.id.clone()),
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
