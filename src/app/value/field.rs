//! One field of a form: what it takes, and what was typed or chosen.

use jiff::civil::Date;
use tui_input::Input;

use super::{
    field_choice::FieldChoice, field_id::FieldId, filter, key::Key, line_edit, menu::MenuEntry,
    steps::around,
};

use crate::{
    domain::{Item, Line, Refusal},
    text::{
        DateFault, DatePlace, DateRule, Lean, Text, TypedTime, clean_line, is_of_windows,
        typed_time,
    },
};

/// What became of text that was pasted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pasted {
    /// How many lines were joined into one.
    pub(crate) lines: usize,
    /// How many lines were left out, where the first is all that the field takes.
    pub(crate) left: usize,
    /// How many characters had no room.
    pub(crate) cut: usize,
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
    /// One of several values; the second part is the place of the chosen one.
    Choice(Vec<FieldChoice>, usize),
    /// Any of several values, each with whether it is chosen; the second part is
    /// the place of the one that is looked at.
    Several(Vec<(FieldChoice, bool)>, usize),
}

/// One field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// Which field it is.
    pub id: FieldId,
    /// What it takes.
    pub kind: FieldKind,
    /// What was typed.
    pub input: Input,
    /// What is wrong with it, in words.
    pub error: Option<String>,
    /// The place of the choice that was made before something was typed to find another.
    pub(super) stood: Option<usize>,
    /// The day from which a distance such as `+7d` counts; today without one.
    pub(crate) counts_from: Option<Date>,
    /// The day of the event that it answers, where the form asks for that as well.
    pub(super) not_before: Option<Date>,
    /// Whose working days and whose time count in it.
    pub(super) days_of: DatePlace,
    /// Its place among all fields of its form.
    pub(super) place: usize,
}

impl Field {
    /// The day that was typed.
    pub(crate) fn day(&self, text: &Text, today: Date) -> Result<Date, DateFault> {
        let rule = match (self.counts_from, self.id) {
            (Some(from), _) => DateRule::after(today, from),
            (None, FieldId::On | FieldId::Registered | FieldId::LastUsed | FieldId::LastTopUp) => {
                DateRule::leaning(today, Lean::Past)
            }
            (None, FieldId::Promised | FieldId::AnswerBy | FieldId::FollowUp) => {
                let earliest = self.not_before.unwrap_or(today);
                DateRule::leaning(today, Lean::Future).not_before(earliest)
            }
            (None, _) => DateRule::leaning(today, Lean::Future),
        };
        let rule = rule.in_language(text.lang()).at_place(self.days_of.clone());
        rule.read(&self.value())
    }

    /// What was typed, cleaned and without blanks at its ends.
    pub(super) fn value(&self) -> String {
        clean_line(self.input.value()).trim().to_owned()
    }

    /// The chosen value. A field without choices has none: the empty text.
    pub(super) fn chosen(&self) -> &str {
        match &self.kind {
            FieldKind::Choice(choices, place) => {
                choices.get(*place).map(|choice| choice.value.as_str()).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// Every chosen value of a field that takes several.
    pub(super) fn all_chosen(&self) -> impl Iterator<Item = &str> {
        let choices = match &self.kind {
            FieldKind::Several(choices, _) => choices.as_slice(),
            _ => &[],
        };
        choices.iter().filter(|(_, chosen)| *chosen).map(|(choice, _)| choice.value.as_str())
    }

    /// All that was typed and chosen.
    pub(super) fn content(&self) -> String {
        let several: Vec<&str> = self.all_chosen().collect();
        format!("{}{}{}", self.input.value(), self.chosen(), several.join(" "))
    }

    /// The key of the sentence that says what the field is for.
    pub(crate) fn hint(&self) -> String {
        let word = match (&self.kind, self.id) {
            (FieldKind::Choice(..), FieldId::Asked) => "asked",
            (FieldKind::Choice(..), _) => "choice",
            (FieldKind::Several(..), _) => "several",
            (FieldKind::Date, FieldId::On) => "day",
            (FieldKind::Date, FieldId::Until) => "until",
            (FieldKind::Date, FieldId::AnswerBy) => "answer-by",
            (FieldKind::Date, _) => "date",
            (_, id) => id.word(),
        };
        format!("ui-hint-{word}")
    }

    /// The time of day that was typed beside a date.
    pub(crate) fn typed_time(&self) -> Option<TypedTime> {
        Some(self.value()).filter(|_| self.kind == FieldKind::Date).and_then(|it| typed_time(&it))
    }

    /// The places of the choices that can be meant by what was typed, the closest first;
    /// nothing where nothing was typed, or there are no choices.
    fn meant(&self) -> Option<Vec<usize>> {
        let typed = self.value();
        let entries: Vec<MenuEntry> = match &self.kind {
            _ if typed.is_empty() => return None,
            FieldKind::Choice(choices, _) => choices.iter().map(FieldChoice::entry).collect(),
            FieldKind::Several(choices, _) => choices.iter().map(|(one, _)| one.entry()).collect(),
            _ => return None,
        };
        Some(filter::places(&entries, &typed))
    }

    /// What was typed to find a choice, if nothing is called so.
    pub(crate) fn unfound(&self) -> Option<String> {
        self.meant().is_some_and(|found| found.is_empty()).then(|| self.value())
    }

    /// That nothing is called so, and what is still chosen.
    pub(crate) fn unfound_words(&self, text: &Text) -> Option<String> {
        let typed = ("typed", self.unfound()?.into());
        let FieldKind::Choice(choices, place) = &self.kind else {
            return Some(text.with("ui-choice-none", &[typed]));
        };
        let kept = choices.get(*place).map(|one| one.label.as_str()).unwrap_or_default();
        Some(text.with("ui-choice-stays", &[typed, ("kept", kept.into())]))
    }

    /// What was typed to find a choice, and which of those that are found is looked at.
    pub(crate) fn search(&self) -> Option<(&str, Option<(usize, usize)>)> {
        let (found, here) = (self.meant()?, self.looked_at());
        let at = found.iter().position(|at| Some(*at) == here);
        Some((self.input.value(), at.map(|at| (at + 1, found.len()))))
    }

    /// What was typed to find a choice is done with.
    pub(super) fn end_search(&mut self) {
        if self.meant().is_some_and(|found| !found.is_empty()) {
            self.input = Input::default();
        }
    }

    /// The place of the choice that is shown.
    fn looked_at(&self) -> Option<usize> {
        match self.kind {
            FieldKind::Choice(_, place) | FieldKind::Several(_, place) => Some(place),
            _ => None,
        }
    }

    /// Shows the choice at a place.
    fn look_at(&mut self, at: usize) {
        if let FieldKind::Choice(_, place) | FieldKind::Several(_, place) = &mut self.kind {
            *place = at;
            self.error = None;
        }
    }

    /// Goes to the next or previous choice, of those that are found where something was
    /// typed. Returns whether it has choices.
    pub(crate) fn choose(&mut self, steps: isize) -> bool {
        if let Some(found) = self.meant().filter(|found| !found.is_empty()) {
            let here = found.iter().position(|at| Some(*at) == self.looked_at());
            let next = here.map_or(0, |here| around(here, steps, found.len()));
            found.get(next).into_iter().for_each(|at| self.look_at(*at));
            self.stood = self.looked_at();
            return true;
        }
        if self.looked_at().is_some() {
            // Nothing is called so: all are gone through again.
            self.input = Input::default();
        }
        let (place, count) = match &mut self.kind {
            FieldKind::Choice(choices, place) => (place, choices.len()),
            FieldKind::Several(choices, place) => (place, choices.len()),
            _ => return false,
        };
        *place = around(*place, steps, count);
        self.error = None;
        true
    }

    /// Offers these values from now on; the chosen one stays if it is among them.
    pub(crate) fn offer(&mut self, choices: Vec<(String, String)>) {
        let chosen = self.chosen().to_owned();
        if let FieldKind::Choice(own, place) = &mut self.kind {
            *own = choices.into_iter().map(FieldChoice::new).collect();
            *place = own.iter().position(|choice| choice.value == chosen).unwrap_or_default();
        }
    }

    /// Chooses a value, if it is offered.
    pub(crate) fn choose_value(&mut self, value: &str) {
        if let FieldKind::Choice(choices, place) = &mut self.kind {
            let found = choices.iter().position(|choice| choice.value == value);
            *place = found.unwrap_or(*place);
        }
    }

    /// Takes a key: in a field of text it writes or edits as in a shell. In a field of
    /// choices what is typed finds one by all its letters, and a blank goes on while nothing
    /// is; where several can be chosen, it takes the one that is looked at, or leaves it.
    pub(crate) fn type_key(&mut self, key: Key) {
        let blank = key.typed() == Some(' ');
        if let (true, FieldKind::Several(choices, place)) = (blank, &mut self.kind) {
            if let Some((_, chosen)) = choices.get_mut(*place) {
                *chosen = !*chosen;
                self.error = None;
            }
            self.input = Input::default();
            return;
        }
        if blank && matches!(self.kind, FieldKind::Choice(..)) && self.input.value().is_empty() {
            self.choose(1);
            return;
        }
        let request = line_edit::request(key).filter(|_| key.typed().is_none() || self.room() > 0);
        if let Some(request) = request {
            self.begin_search();
            let anew = self.kind == FieldKind::Date && line_edit::begins_anew(&self.input, key);
            self.input = if anew { Input::default() } else { std::mem::take(&mut self.input) };
            line_edit::edit(&mut self.input, request);
            self.error = None;
            self.find();
        }
    }

    /// Keeps in mind what is chosen, while nothing was typed yet to find another.
    fn begin_search(&mut self) {
        if self.value().is_empty() {
            self.stood = self.looked_at();
        }
    }

    /// Shows the choice that is closest to what was typed; what was chosen before, where
    /// nothing is called so: the last of what came by while it was typed is no choice.
    fn find(&mut self) {
        let found = self.meant().unwrap_or_default();
        found.first().copied().or(self.stood).into_iter().for_each(|at| self.look_at(at));
    }

    /// How many characters it still takes.
    pub(crate) fn room(&self) -> usize {
        self.longest().saturating_sub(self.input.value().chars().count())
    }

    /// Longest text it takes, in characters.
    fn longest(&self) -> usize {
        match self.id {
            FieldId::Note | FieldId::Reason | FieldId::Refused => 20_000,
            _ if self.is_path() => 20_000,
            _ => 500,
        }
    }

    /// Whether it takes the path of a file.
    pub(crate) fn is_path(&self) -> bool {
        matches!(self.id, FieldId::Path | FieldId::File | FieldId::Export)
    }

    /// What stands between lines that are pasted; nothing where the field takes one line:
    /// two names are not one name, nor two numbers one number.
    fn between_lines(&self) -> Option<&'static str> {
        match self.id {
            FieldId::Note | FieldId::Reason | FieldId::Refused => Some(" "),
            FieldId::ReplyTo | FieldId::Closed | FieldId::Open => Some(", "),
            _ if self.is_path() => Some(" "),
            _ => None,
        }
    }

    /// Inserts pasted text, cleaned, as far as there is room; its lines joined, or the first
    /// of them. In a field of choices it finds one.
    pub(crate) fn paste(&mut self, pasted: &str) -> Pasted {
        if self.looked_at().is_some() {
            self.begin_search();
            self.replace(clean_line(pasted).trim());
            self.find();
            return Pasted::default();
        }
        let lines: Vec<&str> =
            pasted.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
        let path = self.is_path() && lines.len() > 1;
        let quoted = |line: &&str| {
            let escaped = line.contains('\\') && !is_of_windows(line);
            let bare = escaped || line.contains(['\'', '\u{22}']) || !line.contains(' ');
            if bare { clean_line(line) } else { format!("'{}'", clean_line(line)) }
        };
        let between = self.between_lines();
        let taken = if between.is_some() { lines.len() } else { 1 };
        let text = lines.iter().take(taken);
        let text: Vec<String> = if path {
            text.map(quoted).collect()
        } else {
            text.map(|line| clean_line(line)).collect()
        };
        let text = text.join(between.unwrap_or_default());
        let (before, after) = self.split();
        // What stands before a list of files is a file of its own.
        let apart = path && !before.is_empty() && !before.ends_with(' ');
        let text = if apart { format!(" {text}") } else { text };
        let length = text.chars().count();
        let taken: String = text.chars().take(self.room()).collect();
        let cursor = before.chars().count() + taken.chars().count();
        self.input = Input::new(format!("{before}{taken}{after}")).with_cursor(cursor);
        self.error = None;
        let (joined, left) = match between {
            _ if path => (0, 0),
            Some(_) => (lines.len(), 0),
            None => (0, lines.len().saturating_sub(1)),
        };
        Pasted { lines: joined, left, cut: length.saturating_sub(taken.chars().count()) }
    }

    /// What was typed before the cursor, and behind it.
    fn split(&self) -> (String, String) {
        let mut characters = self.input.value().chars();
        let before = characters.by_ref().take(self.input.cursor()).collect();
        (before, characters.collect())
    }

    /// Replaces what was typed.
    pub(crate) fn replace(&mut self, text: &str) {
        self.input = Input::new(text.to_owned());
        self.error = None;
    }

    /// Why a day cannot stand in this field, as far as that is sure while it is typed: what
    /// has happened lies not ahead, and no answer before what it answers.
    fn misplaced(&self, given: Date, today: Date) -> Option<Refusal> {
        match self.id {
            FieldId::On | FieldId::Registered | FieldId::LastUsed | FieldId::LastTopUp
                if given > today =>
            {
                Some(Refusal::Future { given, today })
            }
            FieldId::Promised | FieldId::AnswerBy => {
                let event = self.not_before.unwrap_or(today);
                (given < event).then_some(Refusal::BeforeEvent { given, event })
            }
            _ => None,
        }
    }

    /// Checks what was typed so far.
    pub(crate) fn check(&mut self, text: &Text, today: Date) {
        let typed = self.input.value().trim();
        self.error = match self.kind {
            _ if typed.is_empty() => None,
            FieldKind::Date => match self.day(text, today) {
                Err(fault) => Some(text.date_fault(&fault)),
                Ok(day) => self
                    .misplaced(day, today)
                    .map(|refusal| text.refusal(&refusal, Item::to_string)),
            },
            FieldKind::Number => Line::checked_number(typed)
                .err()
                .map(|refusal| text.refusal(&refusal, Item::to_string)),
            FieldKind::Choice(..) | FieldKind::Several(..) => self.unfound_words(text),
            FieldKind::Text => None,
        };
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        app::value::{Code, Form, FormKind},
        text::Lang,
    };

    #[test]
    fn a_day_that_cannot_be_is_told_while_it_is_typed() {
        let (text, today) = (Text::new(Lang::En), date(2026, 11, 5));
        let mut form =
            Form::new(FormKind::AsOf).date(FieldId::On, Some(today)).date(FieldId::Promised, None);
        let mut told = |on: &str, promised: &str| {
            for (place, typed) in [on, promised].into_iter().enumerate() {
                form.focus = place;
                form.focused().expect("a field").replace(typed);
                form.tie_days(&text, today);
                form.focused().expect("a field").check(&text, today);
            }
            let day = form.day(FieldId::Promised, &text, today).ok().flatten();
            let is_wrong = |field: &Field| field.error.is_some();
            (form.fields.iter().map(is_wrong).collect::<Vec<_>>(), day)
        };
        assert_eq!(told("6 Nov 2026", "").0, [true, false]);
        assert_eq!(told("today", "2026-11-04").0, [false, true]);
        // An entry of an earlier day can have an answer that is over.
        let both = (vec![false, false], Some(date(2026, 11, 4)));
        assert_eq!(told("1 Nov 2026", "4/11"), both);
        assert_eq!(told("today", "4/11"), (vec![false, false], Some(date(2027, 11, 4))));
    }

    #[test]
    fn what_is_typed_behind_a_whole_day_begins_another_one() {
        let after = |typed: &str| {
            let mut form = Form::new(FormKind::AsOf).date(FieldId::On, Some(date(2026, 11, 18)));
            let field = form.focused().expect("a field");
            typed.chars().for_each(|sign| field.type_key(Key::plain(Code::Char(sign))));
            field.input.value().to_owned()
        };
        assert_eq!(after("20 nov"), "20 nov");
        assert_eq!(after("2026-11-19"), "2026-11-19");
        assert_eq!(after(" 9:00"), "2026-11-18 9:00");
        assert_eq!(after("T09:00"), "2026-11-18T09:00");
    }
}
