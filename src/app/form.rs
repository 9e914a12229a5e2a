//! Forms: fields with inline validation.

use jiff::civil::Date;
use tui_input::{Input, InputRequest};

use super::{
    call::Stamp,
    key::{Code, Key},
    model::Model,
};
use crate::{
    domain::{Id, Item, Line, Refusal},
    text::{Text, clean_line, parse_date},
};

/// Longest text a field takes, in characters.
const LONGEST: usize = 500;

/// What is being filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// A new case.
    NewCase,
    /// Label and route of the case.
    EditCase,
    /// Giving the case up.
    Abandon,
    /// An account, new or known.
    Account(Option<Id>),
    /// A document of the person's own, new or known.
    Document(Option<Id>),
    /// A file for a document or safeguard.
    Attach(Item),
    /// A contact, new or known.
    Contact(Option<Id>),
    /// An obstacle of a kind, new or known.
    Obstacle(Id, Option<Id>),
    /// The facts about the line.
    Line,
    /// Submitting; with a reason when something is open.
    Submit {
        /// Something required is open.
        anyway: bool,
    },
    /// What the carrier decided.
    Outcome,
    /// How the days of a review are counted.
    Terms,
    /// More time for the carrier.
    Extend,
    /// Going on without an item.
    Waive(Item),
    /// The person's own words about an item.
    Note(Item),
    /// A file for this text.
    SaveLetter(String),
    /// Something to note on the phone.
    Stamp(Stamp),
    /// A file to look through for accounts.
    Scan,
    /// Another name for what was found at this place.
    Rename(usize),
}

/// One of several values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As the rules know it.
    pub value: String,
    /// As the person reads it.
    pub label: String,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A line of text.
    Text,
    /// A phone number.
    Number,
    /// A day.
    Date,
    /// One of several, by its place.
    Choice(Vec<Choice>, usize),
}

/// One field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its label is under `ui-field-<id>`.
    pub id: &'static str,
    /// What it takes.
    pub kind: FieldKind,
    /// What was typed.
    pub input: Input,
    /// What is wrong with it.
    pub error: Option<String>,
}

/// A field with something wrong in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub(super) field: &'static str,
    pub(super) words: String,
}

/// Several fields under a title.
#[derive(Clone, Debug)]
pub struct Form {
    /// What is being filled in.
    pub kind: FormKind,
    /// Its title is under `ui-form-<title>`.
    pub title: &'static str,
    /// The fields, at least one.
    pub fields: Vec<Field>,
    /// The place of the field with the cursor.
    pub focus: usize,
    /// What is being waited for before the form can be taken.
    pub(super) ticket: Option<u64>,
}

impl Form {
    pub(super) fn new(kind: FormKind, title: &'static str) -> Self {
        Self { kind, title, fields: Vec::new(), focus: 0, ticket: None }
    }

    fn with(mut self, id: &'static str, kind: FieldKind, value: &str) -> Self {
        self.fields.push(Field { id, kind, input: Input::new(value.to_owned()), error: None });
        self
    }

    pub(super) fn text(self, id: &'static str, value: Option<&str>) -> Self {
        self.with(id, FieldKind::Text, value.unwrap_or_default())
    }

    pub(super) fn number(self, id: &'static str, value: Option<&str>) -> Self {
        self.with(id, FieldKind::Number, value.unwrap_or_default())
    }

    pub(super) fn date(self, id: &'static str, value: Option<Date>) -> Self {
        self.with(id, FieldKind::Date, &value.map(|day| day.to_string()).unwrap_or_default())
    }

    pub(super) fn choice(
        self,
        id: &'static str,
        choices: impl IntoIterator<Item = (String, String)>,
        value: &str,
    ) -> Self {
        let choices: Vec<Choice> =
            choices.into_iter().map(|(value, label)| Choice { value, label }).collect();
        let place = choices.iter().position(|choice| choice.value == value).unwrap_or_default();
        self.with(id, FieldKind::Choice(choices, place), "")
    }

    fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// What was typed, trimmed and cleaned.
    pub(super) fn value(&self, id: &str) -> String {
        let typed = self.field(id).map(|field| clean_line(field.input.value()));
        typed.unwrap_or_default().trim().to_owned()
    }

    /// What was typed, or nothing.
    pub(super) fn optional(&self, id: &str) -> Option<String> {
        Some(self.value(id)).filter(|value| !value.is_empty())
    }

    /// What was chosen.
    pub(super) fn chosen(&self, id: &str) -> &str {
        match self.field(id).map(|field| &field.kind) {
            Some(FieldKind::Choice(choices, place)) => {
                choices.get(*place).map(|choice| choice.value.as_str()).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// The day that was typed, or nothing.
    pub(super) fn day(
        &self,
        id: &'static str,
        text: &Text,
        today: Date,
    ) -> Result<Option<Date>, Wrong> {
        self.optional(id)
            .map(|typed| parse_date(&typed, today))
            .transpose()
            .map_err(|fault| Wrong { field: id, words: text.date_fault(&fault) })
    }

    /// The day that was typed, or today.
    pub(super) fn day_or_today(
        &self,
        id: &'static str,
        text: &Text,
        today: Date,
    ) -> Result<Date, Wrong> {
        Ok(self.day(id, text, today)?.unwrap_or(today))
    }

    /// Marks what is wrong and goes there.
    pub(super) fn blame(&mut self, wrong: Wrong) {
        let place = self.fields.iter().position(|field| field.id == wrong.field);
        self.focus = place.unwrap_or(self.focus);
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.error = Some(wrong.words);
        }
    }

    /// Goes `steps` fields on, around the end.
    pub(super) fn step(&mut self, steps: isize) {
        let count = isize::try_from(self.fields.len()).unwrap_or(1).max(1);
        let focus = isize::try_from(self.focus).unwrap_or_default();
        self.focus = usize::try_from((focus + steps).rem_euclid(count)).unwrap_or_default();
    }

    /// Goes to the next or previous choice of the field; false when it is not
    /// a field of choices.
    pub(super) fn choose(&mut self, steps: isize) -> bool {
        let Some(Field { kind: FieldKind::Choice(choices, place), error, .. }) =
            self.fields.get_mut(self.focus)
        else {
            return false;
        };
        let count = isize::try_from(choices.len()).unwrap_or(1).max(1);
        let now = isize::try_from(*place).unwrap_or_default();
        *place = usize::try_from((now + steps).rem_euclid(count)).unwrap_or_default();
        *error = None;
        true
    }

    /// Writes a key into the field: characters, and the keys that a shell's
    /// line knows.
    pub(super) fn type_key(&mut self, key: Key) {
        if let (Some(' '), true) = (key.typed(), self.is_choice()) {
            self.choose(1);
            return;
        }
        if let (Some(typed), true) = (key.typed(), self.is_choice()) {
            self.choose_by_letter(typed);
            return;
        }
        if self.is_choice() {
            return;
        }
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        let full = field.input.value().chars().count() >= LONGEST;
        if let Some(request) = request(key).filter(|_| key.typed().is_none() || !full) {
            field.input.handle(request);
            field.error = None;
        }
    }

    /// Goes to the next choice whose label begins with a letter.
    fn choose_by_letter(&mut self, typed: char) {
        let Some(Field { kind: FieldKind::Choice(choices, place), .. }) =
            self.fields.get_mut(self.focus)
        else {
            return;
        };
        let begins = |choice: &Choice| {
            let first = choice.label.chars().flat_map(char::to_lowercase).next();
            first == typed.to_lowercase().next()
        };
        let after = (*place + 1..choices.len()).chain(0..=*place);
        let found = after.into_iter().find(|at| choices.get(*at).is_some_and(begins));
        *place = found.unwrap_or(*place);
    }

    /// Writes pasted text into the field, cleaned.
    pub(super) fn paste(&mut self, pasted: &str) {
        if self.is_choice() {
            return;
        }
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        let room = LONGEST.saturating_sub(field.input.value().chars().count());
        for c in clean_line(pasted).trim().chars().take(room) {
            field.input.handle(InputRequest::InsertChar(c));
        }
        field.error = None;
    }

    fn is_choice(&self) -> bool {
        let field = self.fields.get(self.focus);
        field.is_some_and(|field| matches!(field.kind, FieldKind::Choice(..)))
    }

    /// Puts a completed path into the field.
    pub(super) fn complete(&mut self, path: &str) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.input = Input::new(path.to_owned());
            field.error = None;
        }
    }

    /// Looks at the field with the cursor while it is being filled in. What
    /// is right about a date is told as well: which day it is.
    pub(super) fn look(&mut self, text: &Text, today: Date) {
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        let typed = field.input.value().trim();
        field.error = match field.kind {
            _ if typed.is_empty() => None,
            FieldKind::Date => parse_date(typed, today).err().map(|fault| text.date_fault(&fault)),
            FieldKind::Number => Line::checked_number(typed)
                .err()
                .map(|refusal| text.refusal(&refusal, Item::to_string)),
            FieldKind::Text | FieldKind::Choice(..) => None,
        };
    }
}

/// A refusal as what is wrong with `field`.
pub(super) fn wrong(model: &Model, field: &'static str, refusal: &Refusal) -> Wrong {
    let words = match model.words() {
        Some(words) => words.refusal(refusal),
        None => model.text.refusal(refusal, Item::to_string),
    };
    Wrong { field, words }
}

/// What a key does to a line of text: the keys of a shell.
pub(super) fn request(key: Key) -> Option<InputRequest> {
    use InputRequest::{
        DeleteLine, DeleteNextChar, DeleteNextWord, DeletePrevChar, DeletePrevWord, DeleteTillEnd,
        GoToEnd, GoToNextChar, GoToNextWord, GoToPrevChar, GoToPrevWord, GoToStart, InsertChar,
    };
    Some(match (key.code, key.ctrl, key.alt) {
        (Code::Char(c), false, false) => InsertChar(c),
        (Code::Backspace, false, false) | (Code::Char('h'), true, false) => DeletePrevChar,
        (Code::Delete, ..) | (Code::Char('d'), true, false) => DeleteNextChar,
        (Code::Left, false, false) | (Code::Char('b'), true, false) => GoToPrevChar,
        (Code::Right, false, false) | (Code::Char('f'), true, false) => GoToNextChar,
        (Code::Left, ..) | (Code::Char('b'), false, true) => GoToPrevWord,
        (Code::Right, ..) | (Code::Char('f'), false, true) => GoToNextWord,
        (Code::Home, ..) | (Code::Char('a'), true, false) => GoToStart,
        (Code::End, ..) | (Code::Char('e'), true, false) => GoToEnd,
        (Code::Char('w'), true, false) | (Code::Backspace, ..) => DeletePrevWord,
        (Code::Char('d'), false, true) => DeleteNextWord,
        (Code::Char('k'), true, false) => DeleteTillEnd,
        (Code::Char('u'), true, false) => DeleteLine,
        _ => return None,
    })
}
