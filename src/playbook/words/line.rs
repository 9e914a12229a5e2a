//! The facts about a line in words.

use jiff::civil::Date;

use super::Words;
use crate::domain::Holder;

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
}
