//! What two sides of a merge changed differently, in words.

use jiff::Timestamp;

use super::Words;
use crate::{
    domain::{Application, Change, Class, Conflict, Edit, Entry, Holder, Line},
    text::mask_number,
};

impl Words<'_> {
    /// What stands in the case now, and what the other side has instead.
    pub(crate) fn conflict(&self, conflict: &Conflict) -> (String, String) {
        let (here, other) = (conflict.here(self.case), conflict.taken(self.case));
        if here == other {
            // By now it is as the other side has it.
            let said = self.side(&conflict.other, &conflict.kept);
            return (said.clone(), said);
        }
        (self.side(&here, &other), self.side(&other, &here))
    }

    /// What one side says where the other says something else.
    fn side(&self, this: &Change, other: &Change) -> String {
        if let (Change::Line(this), Change::Line(other)) = (this, other) {
            return self.line_side(this, other);
        }
        // As the other side has it, so that the words tell the difference.
        let mut case = self.case.clone();
        // It may have removed what is gone here too.
        let _ = other.apply(&mut case);
        let said = match this.apply(&mut case) {
            Ok(inverse) => {
                let inverse = self.before_side(this, inverse);
                self.entry(&Entry::new(Timestamp::UNIX_EPOCH, this.clone(), inverse))
            }
            Err(_) => String::new(),
        };
        // What the sentence says already is not said twice.
        let details = details(this).into_iter().flatten();
        let detail: Vec<String> = details.filter(|one| !said.contains(one.as_str())).collect();
        if detail.is_empty() { said } else { format!("{said} ({})", detail.join(" · ")) }
    }

    /// What was there before a side did what it did: where the other side removed the thing,
    /// this side did not add it; and an answer is told as one, not as a correction of the
    /// other one.
    fn before_side(&self, this: &Change, inverse: Change) -> Change {
        use Change as C;
        if let (C::Application(now), C::Application(Edit { value: Some(old), .. })) =
            (this, &inverse)
            && let Some(now) = &now.value
            && now.outcome != old.outcome
        {
            let bare = || Application { outcome: None, ..(**now).clone() };
            return C::Application(match now.outcome {
                Some(_) => Edit::replace(bare()),
                None => Edit::remove(&now.id),
            });
        }
        let was_removed = match (this, &inverse) {
            (C::Account(now), C::Account(old)) => now.value.is_some() && old.value.is_none(),
            (C::Document(now), C::Document(old)) => now.value.is_some() && old.value.is_none(),
            (C::Contact(now), C::Contact(old)) => now.value.is_some() && old.value.is_none(),
            (C::Obstacle(now), C::Obstacle(old)) => now.value.is_some() && old.value.is_none(),
            (C::Application(now), C::Application(old)) => {
                now.value.is_some() && old.value.is_none()
            }
            _ => false,
        };
        if !was_removed {
            return inverse;
        }
        let history = self.case.history.iter().rev();
        let mut before = history.filter_map(|entry| changed(this, &entry.inverse));
        let before = before.next().cloned();
        // It was submitted, and nothing else was done with it.
        before.unwrap_or_else(|| if let C::Application(_) = this { inverse } else { this.clone() })
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

/// The inverse of a change of the thing that `this` is about, when it was there before.
fn changed<'a>(this: &Change, inverse: &'a Change) -> Option<&'a Change> {
    use Change as C;
    let is_same = match (this, inverse) {
        (C::Account(now), C::Account(old)) => now.id == old.id && old.value.is_some(),
        (C::Document(now), C::Document(old)) => now.id == old.id && old.value.is_some(),
        (C::Contact(now), C::Contact(old)) => now.id == old.id && old.value.is_some(),
        (C::Obstacle(now), C::Obstacle(old)) => now.id == old.id && old.value.is_some(),
        (C::Application(now), C::Application(old)) => now.id == old.id && old.value.is_some(),
        _ => false,
    };
    is_same.then_some(inverse)
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
        Change::Application(edit) => {
            let of = edit.value.iter();
            let answer = |one: &Application| one.outcome.as_ref()?.reference.clone();
            of.flat_map(|one| [one.reference.clone(), answer(one)]).collect()
        }
        _ => Vec::new(),
    }
}
