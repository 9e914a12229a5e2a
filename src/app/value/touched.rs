//! What of a form was touched, and what becomes of the rest when somebody else changes what
//! it is about.

use super::{field::Field, field_id::FieldId, form::Form};

impl Form {
    /// What stands in the fields now is what it was opened with.
    pub(crate) fn settle(&mut self) {
        self.opened_with = self.contents();
    }

    /// Whether anything was typed or chosen.
    pub(crate) fn is_touched(&self) -> bool {
        self.opened_with != self.contents()
    }

    /// Whether anything was typed or chosen in another field than this one.
    pub(crate) fn is_touched_beyond(&self, id: FieldId) -> bool {
        let place = self.field(id).map(|field| field.place);
        let now = self.contents();
        let mut both = now.iter().zip(&self.opened_with).enumerate();
        both.any(|(at, (now, before))| Some(at) != place && now != before)
    }

    fn contents(&self) -> Vec<String> {
        let mut all: Vec<&Field> = self.all_fields().collect();
        all.sort_by_key(|field| field.place);
        all.into_iter().map(Field::content).collect()
    }

    /// What it is about was changed by somebody else: a field that was not touched holds what
    /// a `fresh` form does. Returns the fields that were changed here and there, which keep
    /// what was typed.
    pub(crate) fn refill(&mut self, fresh: Self) -> Vec<FieldId> {
        let (before, after) = (std::mem::take(&mut self.opened_with), fresh.opened_with);
        let mut both = Vec::new();
        let mut theirs: Vec<Field> = fresh.fields.into_iter().chain(fresh.aside).collect();
        theirs.sort_by_key(|field| field.place);
        for field in self.fields.iter_mut().chain(&mut self.aside) {
            let was = before.get(field.place);
            let Some(new) = theirs.get(field.place).filter(|new| new.id == field.id) else {
                continue;
            };
            if was == Some(&field.content()) {
                field.kind.clone_from(&new.kind);
                field.input = new.input.clone();
            } else if was != Some(&new.content()) && new.content() != field.content() {
                both.push(field.id);
            }
        }
        self.opened_with = after;
        both
    }
}
