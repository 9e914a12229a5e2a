//! The facts about a line in words.

use jiff::civil::Date;

use super::Words;
use crate::domain::{Holder, LineEnd, LineEndRule};

impl Words<'_> {
    /// What is known of a fact of the line, by the id that `line:<id>` names;
    /// nothing where it is not known. The number stands in full.
    pub(crate) fn line_fact(&self, fact: &str) -> Option<String> {
        let (line, text) = (&self.case.line, self.text);
        let say = |key: &str| text.get(key).into_owned();
        match fact {
            "number" => line.number.clone(),
            "holder" => Some(match &line.holder {
                Holder::Me => say("word-holder-me"),
                Holder::Other(name) => name.clone(),
            }),
            "class" => line.class.map(|class| say(&format!("word-class-{}", class.word()))),
            "credit" => line.credit.clone(),
            "name" => line.name.clone(),
            "reply-to" => line.reply_to.clone(),
            "abroad" => Some(say(if line.abroad { "word-yes" } else { "word-no" })),
            _ => self.line_date(fact).map(|day| text.full_date(day)),
        }
    }

    /// The date that a fact of the line is, where it is one and known.
    pub(crate) fn line_date(&self, fact: &str) -> Option<Date> {
        let line = &self.case.line;
        match fact {
            "registered" => line.registered,
            "active-until" => line.active_until,
            "grace-until" => line.grace_until,
            "last-used" => line.last_used,
            _ => None,
        }
    }

    /// The end of a line that nobody has ended, where only a rule says that it has come.
    pub(super) fn ended_by_rule(&self) -> Option<LineEnd> {
        let end = self.playbook.procedure().gone(self.case)?;
        (self.case.approval().is_none() && end.by.is_computed()).then_some(end)
    }

    /// What is told of the last day of the line, with what decided that day.
    pub(crate) fn with_ground(&self, told: String, end: LineEnd) -> String {
        let ground = self.ground_of(end);
        self.text.with("say-with-ground", &[("told", told.into()), ("ground", ground.into())])
    }

    /// What decided on which day the line ends, in a sentence.
    pub(crate) fn ground_of(&self, end: LineEnd) -> String {
        let (text, line) = (self.text, &self.case.line);
        let noted = |fact: &str| {
            let fact = text.get(&format!("word-line-{fact}")).into_owned();
            let args = [("fact", fact.into()), ("date", text.date_near(end.on, self.today).into())];
            text.with("say-end-noted", &args)
        };
        let counted = |key: &str, from: Option<Date>| {
            let from = from.map(|day| text.full_date(day)).unwrap_or_default();
            text.with(key, &[("date", from.into())])
        };
        let ground = match end.by {
            LineEndRule::GraceUntil => noted("grace-until"),
            LineEndRule::ActiveUntil => noted("active-until"),
            LineEndRule::Registration => {
                let rule = self.registration().map(|one| one.means.get(text.lang()));
                rule.unwrap_or_default().to_owned()
            }
            LineEndRule::Use => counted(&self.of_clock("say-end-use"), line.last_used),
            LineEndRule::Prolonged => {
                counted("say-end-prolonged", self.playbook.procedure().expires(line))
            }
        };
        // A rule comes before a later day that was read off, and that is said.
        let later = line.grace_until.filter(|day| end.by.is_computed() && *day > end.on);
        match later {
            Some(day) => {
                let later = text.with("say-end-later", &[("date", text.full_date(day).into())]);
                let args = [("told", ground.into()), ("ground", later.into())];
                text.with("say-with-ground", &args)
            }
            None => ground,
        }
    }
}
