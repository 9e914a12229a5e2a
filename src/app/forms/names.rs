//! Names of accounts in the form that adds them: suggestions for what is typed,
//! and lists that are pasted.

use crate::{
    app::value::{Code, Field, FieldId, Form, FormKind, Key, Suggestion, Suggestions},
    catalogue::{ListedName, known, listed_names},
    text::{Text, width},
};

/// The most suggestions.
const MOST: usize = 5;

/// The widest name of a list, in columns.
const WIDEST: usize = 60;

/// The most words of a name.
const WORDS: usize = 8;

/// The most names of one list.
const LONGEST: usize = 500;

/// Something was typed: the list drops down anew. What was pasted is forgotten.
pub(in crate::app) fn suggest(form: &mut Form, text: &Text, country: Option<&str>) {
    if matches!(form.kind, FormKind::MovedTo(_)) {
        // The numbers stay on offer; what is typed is meant as it is.
        form.suggestions.chosen = form.suggestions.all.len();
        return;
    }
    form.suggestions = Suggestions::default();
    if !form.names_account() {
        return;
    }
    form.names.clear();
    let typed = form.value(FieldId::Name);
    let found = known().suggest(&typed, country, MOST);
    let suggestion = |one: &&crate::catalogue::KnownAccount| Suggestion {
        value: one.name_in(text.lang()).to_owned(),
        shown: one.name_in(text.lang()).to_owned(),
        note: text.get(&format!("word-kind-{}", one.kind.word())).into_owned(),
    };
    let all: Vec<Suggestion> = found.all.iter().map(suggestion).collect();
    form.suggestions = Suggestions::new(all, found.is_sure || found.is_likely);
}

/// The arrows go through the list. Returns whether there is one.
pub(in crate::app) fn steer(form: &mut Form, key: Key) -> bool {
    let steps = match key {
        key if key == Key::plain(Code::Down) => 1,
        key if key == Key::plain(Code::Up) => -1,
        _ => return false,
    };
    if form.suggestions.is_empty() {
        return false;
    }
    form.suggestions.step(steps);
    true
}

/// The field is left: what is chosen is put into it.
pub(in crate::app) fn take(form: &mut Form) {
    let list = std::mem::take(&mut form.suggestions);
    let Some(one) = list.taken() else { return };
    let asked = |field: &&mut Field| matches!(field.id, FieldId::Name | FieldId::To);
    if let Some(field) = form.fields.iter_mut().find(asked) {
        field.replace(&one.value);
    }
}

/// Whether a text that was pasted can be names of accounts: prose has longer pieces.
pub(in crate::app) fn are_names(pasted: &str, text: &Text) -> bool {
    let names = listed_names(pasted, text);
    let is_name = |name: &str| width(name) <= WIDEST && name.split_whitespace().count() <= WORDS;
    !names.is_empty() && names.iter().all(|one| is_name(&one.name))
}

/// A list was pasted into the name: each line is an account. Returns how many were
/// left out, if that is so.
pub(in crate::app) fn paste(form: &mut Form, text: &Text, pasted: &str) -> Option<usize> {
    if !form.names_account() {
        return None;
    }
    let mut names = listed_names(pasted, text);
    // One name is typed on; with something beside it, it is a line of a table.
    let is_list = match names.as_slice() {
        [one] => *one != ListedName::new(one.name.clone()),
        several => !several.is_empty(),
    };
    if !is_list {
        return None;
    }
    let left_out = names.len().saturating_sub(LONGEST);
    names.truncate(LONGEST);
    form.suggestions = Suggestions::default();
    let shown: Vec<&str> = names.iter().map(|one| one.name.as_str()).collect();
    let shown = shown.join(&text.get("word-comma"));
    let told =
        text.with("ui-names-pasted", &[("count", names.len().into()), ("names", shown.into())]);
    form.names = names;
    if let Some(field) = form.focused() {
        field.replace(&told);
        field.input = field.input.clone().with_cursor(0);
    }
    Some(left_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_no_list_of_names() {
        let text = Text::new(crate::text::Lang::En);
        assert!(are_names("Maybank\nGrab", &text));
        assert!(!are_names(&"made up ".repeat(30), &text));
        assert!(!are_names(" ", &text));
    }

    #[test]
    fn a_list_that_is_too_long_says_how_many_were_left_out() {
        let text = Text::new(crate::text::Lang::En);
        let form = || Form::new(FormKind::Account(None)).text(FieldId::Name, None);
        let list =
            |count: usize| (0..count).map(|at| format!("Name {at}")).collect::<Vec<_>>().join("\n");
        assert_eq!(paste(&mut form(), &text, &list(500)), Some(0));
        assert_eq!(paste(&mut form(), &text, &list(503)), Some(3));
        assert_eq!(paste(&mut form(), &text, &list(1)), None);
    }
}
