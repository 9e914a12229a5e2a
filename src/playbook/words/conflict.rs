//! What two sides of a merge changed differently, in words.

use jiff::Timestamp;

use super::Words;
use crate::{
    domain::{Change, Class, Conflict, Entry, Holder, Line},
    text::mask_number,
};

impl Words<'_> {
    /// What stands in the case, and what the other side has instead.
    pub(crate) fn conflict(&self, conflict: &Conflict) -> (String, String) {
        let Conflict { kept, other } = conflict;
        (self.side(kept, other), self.side(other, kept))
    }

    /// What one side says where the other says something else.
    fn side(&self, this: &Change, other: &Change) -> String {
        if let (Change::Line(this), Change::Line(other)) = (this, other) {
            return self.line_side(this, other);
        }
        // As the other side has it, so that the words tell the difference.
        let mut case = self.case.clone();
        if other.apply(&mut case).is_err() {
            return String::new();
        }
        let said = match this.apply(&mut case) {
            Ok(inverse) => self.entry(&Entry::new(Timestamp::UNIX_EPOCH, this.clone(), inverse)),
            Err(_) => String::new(),
        };
        let detail: Vec<String> = details(this).into_iter().flatten().collect();
        if detail.is_empty() { said } else { format!("{said} ({})", detail.join(" · ")) }
    }

    /// The facts about the line that differ.
    fn line_side(&self, this: &Line, other: &Line) -> String {
        self.line_facts(this, other).join(" · ")
    }

    /// The same, one by one, as they are in `this` line.
    pub(super) fn line_facts(&self, this: &Line, other: &Line) -> Vec<String> {
        let text = self.text;
        let facts = |line: &Line| {
            let holder = match &line.holder {
                Holder::Me => text.get("word-holder-me").into_owned(),
                Holder::Other(name) => name.clone(),
            };
            let class =
                |class: Class| text.get(&format!("word-class-{}", class.word())).into_owned();
            [
                ("number", line.number.as_deref().map(mask_number)),
                ("holder", Some(holder)),
                ("name", line.name.clone()),
                ("reply-to", line.reply_to.clone()),
                ("class", line.class.map(class)),
                ("registered", line.registered.map(|day| text.full_date(day))),
                ("active-until", line.active_until.map(|day| text.full_date(day))),
                ("grace-until", line.grace_until.map(|day| text.full_date(day))),
                ("last-used", line.last_used.map(|day| text.full_date(day))),
                ("credit", line.credit.clone()),
                (
                    "abroad",
                    Some(text.get(if line.abroad { "word-yes" } else { "word-no" }).into_owned()),
                ),
            ]
        };
        let pairs = facts(this).into_iter().zip(facts(other));
        let differ = pairs.filter(|((_, one), (_, other))| one != other);
        let unknown = || text.get("word-unknown").into_owned();
        differ
            .map(|((fact, one), _)| {
                text.labelled(&self.line_label(fact), &one.unwrap_or_else(unknown))
            })
            .collect()
    }
}

/// The person's own words in a change.
pub(super) fn details(change: &Change) -> Vec<Option<String>> {
    match change {
        Change::Account(edit) => edit.value.iter().map(|one| one.note.clone()).collect(),
        Change::Mark { mark, .. } => {
            mark.iter().flat_map(|one| [one.reason.clone(), one.note.clone()]).collect()
        }
        Change::Contact(edit) => {
            let of = edit.value.iter();
            of.flat_map(|one| [one.agent.clone(), one.reference.clone(), one.note.clone()])
                .collect()
        }
        Change::Obstacle(edit) => edit.value.iter().map(|one| one.note.clone()).collect(),
        Change::Application(edit) => edit.value.iter().map(|one| one.reference.clone()).collect(),
        _ => Vec::new(),
    }
}
