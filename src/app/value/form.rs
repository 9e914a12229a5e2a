//! A form: fields under a title, one of them with the cursor.

use std::ops::Range;

use jiff::civil::Date;
use tui_input::Input;

use super::{
    advice::Advice,
    field::{Field, FieldKind},
    field_choice::FieldChoice,
    field_id::FieldId,
    file_offer::FileOffer,
    form_kind::FormKind,
    key::Key,
    question::Question,
    steps::around,
    suggestions::Suggestions,
};
use crate::{
    catalogue::ListedName,
    text::{DatePlace, Text},
};

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldFault {
    pub(crate) field: FieldId,
    /// What is wrong, as a person reads it.
    pub(crate) words: String,
}

/// A form on top of the dashboard.
#[derive(Clone, Debug)]
pub struct Form {
    /// Which form.
    pub kind: FormKind,
    /// The fields, at least one.
    pub fields: Vec<Field>,
    /// Those that do not apply to what is chosen: they are not seen and not read, and
    /// keep what was typed.
    pub(super) aside: Vec<Field>,
    /// The place of the field with the cursor.
    pub focus: usize,
    /// The number of the result that is waited for. Until it comes the form
    /// stays and is not accepted again.
    pub(crate) ticket: Option<u64>,
    /// What can be meant by what was typed.
    pub(crate) suggestions: Suggestions,
    /// A list of names that was pasted, one a line.
    pub(crate) names: Vec<ListedName>,
    /// The person is asked whether what was typed may be lost.
    pub(crate) leaving: bool,
    /// The chord that asked whether it is left: it may have been Esc with a key behind it,
    /// or a slip.
    pub(crate) chord: Option<Key>,
    /// The files that it offers, the likeliest first.
    pub(crate) files: Vec<FileOffer>,
    /// The place of the offered file that is chosen.
    pub(crate) offered: Option<usize>,
    /// A file is asked for, nothing was typed, and there is none to offer.
    pub(crate) finds_none: bool,
    /// The way out that is recommended, once it was asked for.
    pub(crate) advice: Option<Advice>,
    /// Every question was gone through.
    pub(crate) through: bool,
    /// What stood in the fields when it was opened.
    pub(super) opened_with: Vec<String>,
}

impl Form {
    /// A form without fields.
    pub(crate) fn new(kind: FormKind) -> Self {
        let (suggestions, names) = (Suggestions::default(), Vec::new());
        let (fields, aside, opened_with) = (Vec::new(), Vec::new(), Vec::new());
        let (files, offered) = (Vec::new(), None);
        Self {
            kind,
            fields,
            aside,
            focus: 0,
            ticket: None,
            suggestions,
            names,
            leaving: false,
            chord: None,
            files,
            offered,
            finds_none: false,
            advice: None,
            through: false,
            opened_with,
        }
    }

    fn with(mut self, id: FieldId, kind: FieldKind, value: &str) -> Self {
        let input = Input::new(value.to_owned());
        let place = self.fields.len();
        self.fields.push(Field {
            id,
            kind,
            input,
            error: None,
            stood: None,
            counts_from: None,
            not_before: None,
            days_of: DatePlace::default(),
            place,
        });
        self
    }

    /// Whether the cursor stands in the name of an account that is added.
    pub(crate) fn names_account(&self) -> bool {
        let focused = self.fields.get(self.focus).map(|field| field.id);
        self.kind == FormKind::Account(None) && focused == Some(FieldId::Name)
    }

    /// Whether Enter adds at once what the name says: an account of the catalogue, or
    /// the list that was pasted. The other fields can stay as they are.
    pub(crate) fn adds_at_once(&self) -> bool {
        let says = self.suggestions.taken().is_some() || !self.names.is_empty();
        says && self.names_account()
    }

    /// Adds a field of text.
    pub(crate) fn text(self, id: FieldId, value: Option<&str>) -> Self {
        self.with(id, FieldKind::Text, value.unwrap_or_default())
    }

    /// Adds a field for a phone number.
    pub(crate) fn number(self, id: FieldId, value: Option<&str>) -> Self {
        self.with(id, FieldKind::Number, value.unwrap_or_default())
    }

    /// Adds a field for a day.
    pub(crate) fn date(self, id: FieldId, value: Option<Date>) -> Self {
        self.with(id, FieldKind::Date, &value.map(|day| day.to_string()).unwrap_or_default())
    }

    /// Distances in the field that was added last count from this day.
    pub(crate) fn counting_from(mut self, day: Date) -> Self {
        if let Some(field) = self.fields.last_mut() {
            field.counts_from = Some(day);
        }
        self
    }

    /// Whether it asks for a day.
    pub(crate) fn asks_days(&self) -> bool {
        self.all_fields().any(|field| field.kind == FieldKind::Date)
    }

    /// Working days and times in its days are those of this place.
    pub(crate) fn with_days_of(mut self, place: &DatePlace) -> Self {
        for field in self.fields.iter_mut().chain(&mut self.aside) {
            field.days_of = place.clone();
        }
        self
    }

    /// Adds a field of choices, each a value and its label; `value` is chosen.
    pub(crate) fn choice(
        self,
        id: FieldId,
        choices: impl IntoIterator<Item = (String, String)>,
        value: &str,
    ) -> Self {
        let choices: Vec<FieldChoice> = choices.into_iter().map(FieldChoice::new).collect();
        let place = choices.iter().position(|choice| choice.value == value).unwrap_or_default();
        self.with(id, FieldKind::Choice(choices, place), "")
    }

    /// The choices of the field that was added last are found by other words too, which
    /// follow from their values.
    pub(crate) fn found_by(mut self, words: impl Fn(&str) -> String) -> Self {
        if let Some(FieldKind::Choice(choices, _)) =
            self.fields.last_mut().map(|field| &mut field.kind)
        {
            for one in choices.iter_mut() {
                one.also = words(&one.value);
            }
        }
        self
    }

    /// What is wrong with a field in which something was typed that none of its choices is
    /// called: what is shown there was not chosen.
    pub(crate) fn unfound(&self, text: &Text) -> Option<FieldFault> {
        self.fields.iter().find_map(|field| {
            Some(FieldFault { field: field.id, words: field.unfound_words(text)? })
        })
    }

    /// Shows the fields that apply, in their order. The cursor stays in its field.
    pub(crate) fn show_where(&mut self, applies: impl Fn(&Field) -> bool) {
        let here = self.fields.get(self.focus).map(|field| field.id);
        let mut all: Vec<Field> = self.fields.drain(..).chain(self.aside.drain(..)).collect();
        all.sort_by_key(|field| field.place);
        (self.fields, self.aside) = all.into_iter().partition(applies);
        let at = self.fields.iter().position(|field| Some(field.id) == here);
        self.focus = at.unwrap_or_default();
    }

    /// Every field, also those that do not apply now: the room that it takes.
    pub(crate) fn all_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().chain(&self.aside)
    }

    /// Chooses a value of a field beforehand, where the field offers it.
    pub(crate) fn preset(&mut self, id: FieldId, value: &str) {
        let field = self.fields.iter_mut().find(|field| field.id == id);
        if let Some(FieldKind::Choice(choices, place)) = field.map(|field| &mut field.kind) {
            let found = choices.iter().position(|choice| choice.value == value);
            *place = found.unwrap_or(*place);
        }
        self.settle();
    }

    /// Adds a field of which several values can be chosen; none is so far.
    pub(crate) fn several(
        self,
        id: FieldId,
        choices: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        let choices = choices.into_iter().map(|one| (FieldChoice::new(one), false));
        self.with(id, FieldKind::Several(choices.collect(), 0), "")
    }

    /// Whether the field with the cursor asks for files that are there, and offers
    /// some.
    pub(crate) fn offers_files(&self) -> bool {
        self.fields.get(self.focus).is_some_and(|field| field.id.is_offered_files())
    }

    /// Whether the cursor stands in the last field.
    pub(crate) fn is_on_last(&self) -> bool {
        self.focus + 1 >= self.fields.len()
    }

    /// Whether a path is typed that a key completes: it is the only field.
    pub(crate) fn completes(&self) -> bool {
        matches!(self.fields.as_slice(), [only] if only.is_path())
    }

    /// Whether anything stands in the field with the cursor.
    pub(crate) fn has_text(&self) -> bool {
        self.fields.get(self.focus).is_some_and(|field| !field.input.value().is_empty())
    }

    /// Whether the field with the cursor has choices.
    pub(crate) fn chooses(&self) -> bool {
        let kind = self.fields.get(self.focus).map(|field| &field.kind);
        matches!(kind, Some(FieldKind::Choice(..) | FieldKind::Several(..)))
    }

    /// The question that is asked now and its number, if it is an interview.
    pub(crate) fn question(&self) -> Option<(usize, &'static Question)> {
        let field = self.fields.get(self.focus).filter(|_| self.kind == FormKind::NewCase);
        Question::about(field?.id)
    }

    /// The place of the first field of a question.
    pub(crate) fn shown_from(&self, question: &Question) -> usize {
        let mut fields = self.fields.iter();
        fields.position(|field| question.fields.contains(&field.id)).unwrap_or_default()
    }

    /// The places of the fields that are seen: all, or those of the question.
    pub(crate) fn shown(&self) -> Range<usize> {
        let Some((_, question)) = self.question() else { return 0..self.fields.len() };
        let first = self.shown_from(question);
        first..(first + question.fields.len()).min(self.fields.len())
    }

    /// Whether saving it would leave out a question of the interview to somebody who has
    /// answered others: the way out is recommended by their answers.
    pub(crate) fn is_ahead_of_route(&self) -> bool {
        self.question().is_some() && self.is_touched() && self.shown().end < self.fields.len()
    }

    pub(super) fn field(&self, id: FieldId) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The field with the cursor.
    pub(crate) fn focused(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.focus)
    }

    /// What was typed, cleaned and without blanks at its ends.
    pub(crate) fn value(&self, id: FieldId) -> String {
        self.field(id).map(Field::value).unwrap_or_default()
    }

    /// What was typed, if anything was.
    pub(crate) fn optional(&self, id: FieldId) -> Option<String> {
        Some(self.value(id)).filter(|value| !value.is_empty())
    }

    /// The chosen value.
    pub(crate) fn chosen(&self, id: FieldId) -> &str {
        self.field(id).map(Field::chosen).unwrap_or_default()
    }

    /// Every chosen value, where several can be.
    pub(crate) fn all_chosen(&self, id: FieldId) -> impl Iterator<Item = &str> {
        self.field(id).into_iter().flat_map(Field::all_chosen)
    }

    /// The one of `all` whose word was chosen.
    pub(crate) fn chosen_of<T>(
        &self,
        id: FieldId,
        all: impl IntoIterator<Item = T>,
        word: fn(T) -> &'static str,
    ) -> Option<T>
    where
        T: Copy,
    {
        all.into_iter().find(|one| word(*one) == self.chosen(id))
    }

    /// The day that was typed, if anything was; or that it is no day.
    pub(crate) fn day(
        &self,
        id: FieldId,
        text: &Text,
        today: Date,
    ) -> Result<Option<Date>, FieldFault> {
        let typed = self.field(id).filter(|field| !field.value().is_empty());
        typed
            .map(|field| field.day(text, today))
            .transpose()
            .map_err(|fault| FieldFault { field: id, words: text.date_fault(&fault) })
    }

    /// What answers an event cannot lie before it: says so to the fields that do, by what
    /// stands in the day of the event now.
    pub(crate) fn tie_days(&mut self, text: &Text, today: Date) {
        let answers = |field: &Field| matches!(field.id, FieldId::Promised | FieldId::AnswerBy);
        if !self.fields.iter().any(answers) {
            return;
        }
        let event = self.day(FieldId::On, text, today).ok().flatten();
        self.fields
            .iter_mut()
            .filter(|field| answers(field))
            .for_each(|one| one.not_before = event);
    }

    /// Marks what is wrong and goes to that field.
    pub(crate) fn blame(&mut self, wrong: FieldFault) {
        let place = self.fields.iter().position(|field| field.id == wrong.field);
        self.focus = place.unwrap_or(self.focus);
        if let Some(field) = self.focused() {
            field.error = Some(wrong.words);
        }
    }

    /// Goes `steps` fields on; after the last comes the first.
    pub(crate) fn step(&mut self, steps: isize) {
        self.focused().into_iter().for_each(Field::end_search);
        self.focus = around(self.focus, steps, self.fields.len());
    }
}
