//! One field of a form: what it takes, and what was typed or chosen.

use jiff::civil::Date;
use tui_input::Input;

use super::{key::Key, line_edit, steps::around};
use crate::domain::Refusal;
use crate::{
    domain::{Item, Line, named},
    text::{DateFault, DateRule, Lean, Text, clean_line},
};

/// What became of text that was pasted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pasted {
    /// How many lines were joined into one.
    pub(crate) lines: usize,
    /// How many characters had no room.
    pub(crate) cut: usize,
}

named! {
    /// Which field of a form it is. The words of the field derive from its name.
    pub enum FieldId {
        Playbook = "playbook",
        Label = "label",
        Number = "number",
        Holder = "holder",
        OwnName = "own-name",
        ReplyTo = "reply-to",
        Abroad = "abroad",
        Route = "route",
        Name = "name",
        Kind = "kind",
        State = "state",
        Note = "note",
        Title = "title",
        Required = "required",
        Path = "path",
        Channel = "channel",
        On = "on",
        Asked = "asked",
        Agent = "agent",
        Reference = "reference",
        Promised = "promised",
        AnswerBy = "answer-by",
        FollowUp = "follow-up",
        Class = "class",
        Registered = "registered",
        ActiveUntil = "active-until",
        LastUsed = "last-used",
        LastTopUp = "last-used-top-up",
        GraceUntil = "grace-until",
        Credit = "credit",
        Reason = "reason",
        Verdict = "verdict",
        Confirmation = "confirmation",
        About = "about",
        Window = "window",
        Region = "region",
        Closed = "closed",
        Open = "open",
        Until = "until",
        File = "file",
        Refused = "refused",
        Export = "export",
        To = "to",
        WaitUntil = "wait-until",
    }
}

impl FieldId {
    /// The key of its label.
    pub fn label(self) -> String {
        format!("ui-field-{}", self.word())
    }
}

/// One of the values that a field offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChoice {
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
    /// The day from which a distance such as `+7d` counts; today without one.
    pub(crate) counts_from: Option<Date>,
    /// The day of the event that it answers, where the form asks for that as well.
    pub(super) not_before: Option<Date>,
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
        rule.in_language(text.lang()).read(&self.value())
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

    /// Goes to the next or previous choice. Returns whether it has choices.
    pub(crate) fn choose(&mut self, steps: isize) -> bool {
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
            let choices = choices.into_iter().map(|(value, label)| FieldChoice { value, label });
            *own = choices.collect();
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

    /// Goes to the next choice whose label begins with a letter.
    fn choose_by_letter(&mut self, typed: char) {
        let FieldKind::Choice(choices, place) = &mut self.kind else { return };
        let begins = |choice: &FieldChoice| {
            let first = choice.label.chars().flat_map(char::to_lowercase).next();
            first == typed.to_lowercase().next()
        };
        let mut after = (*place + 1..choices.len()).chain(0..=*place);
        let found = after.find(|at| choices.get(*at).is_some_and(begins));
        *place = found.unwrap_or(*place);
    }

    /// Takes a key: in a field of text it writes or edits as in a shell, in a
    /// field of choices a blank or a first letter chooses; where several can be
    /// chosen, a blank takes the one that is looked at, or leaves it.
    pub(crate) fn type_key(&mut self, key: Key) {
        if let FieldKind::Several(choices, place) = &mut self.kind {
            if let (Some(' '), Some((_, chosen))) = (key.typed(), choices.get_mut(*place)) {
                *chosen = !*chosen;
                self.error = None;
            }
            return;
        }
        if let FieldKind::Choice(..) = self.kind {
            match key.typed() {
                Some(' ') => _ = self.choose(1),
                Some(typed) => self.choose_by_letter(typed),
                None => {}
            }
            return;
        }
        if let Some(request) =
            line_edit::request(key).filter(|_| key.typed().is_none() || self.room() > 0)
        {
            self.input.handle(request);
            self.error = None;
        }
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

    /// Inserts pasted text, cleaned, its lines joined by blanks, as far as there
    /// is room. A field of choices takes none.
    pub(crate) fn paste(&mut self, pasted: &str) -> Pasted {
        if matches!(self.kind, FieldKind::Choice(..) | FieldKind::Several(..)) {
            return Pasted::default();
        }
        let lines: Vec<&str> =
            pasted.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
        let path = self.is_path() && lines.len() > 1;
        let quoted = |line: &&str| {
            let bare = line.contains(['\'', '\u{22}', '\\']) || !line.contains(' ');
            if bare { clean_line(line) } else { format!("'{}'", clean_line(line)) }
        };
        let text: Vec<String> = if path {
            lines.iter().map(quoted).collect()
        } else {
            lines.iter().map(|line| clean_line(line)).collect()
        };
        let text = text.join(" ");
        let length = text.chars().count();
        let taken: String = text.chars().take(self.room()).collect();
        let (before, after) = self.split();
        let cursor = before.chars().count() + taken.chars().count();
        self.input = Input::new(format!("{before}{taken}{after}")).with_cursor(cursor);
        self.error = None;
        let joined = if path { 0 } else { lines.len() };
        Pasted { lines: joined, cut: length.saturating_sub(taken.chars().count()) }
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
            FieldKind::Text | FieldKind::Choice(..) | FieldKind::Several(..) => None,
        };
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        app::value::{Form, FormKind},
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
}
