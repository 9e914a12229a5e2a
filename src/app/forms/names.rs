//! Names of accounts in the form that adds them: suggestions for what is typed,
//! and lists that are pasted.

use crate::{
    app::value::{Code, Field, FieldId, Form, FormKind, Key, Suggestion, Suggestions},
    catalogue::known,
    text::{Text, clean_line},
};

/// The most suggestions.
const MOST: usize = 5;

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

/// Several lines were pasted into the name: each is an account. Returns how many were
/// left out, if that is so.
pub(in crate::app) fn paste(form: &mut Form, text: &Text, pasted: &str) -> Option<usize> {
    let mut names = names_in(pasted);
    if !form.names_account() || names.len() < 2 {
        return None;
    }
    let left_out = names.len().saturating_sub(LONGEST);
    names.truncate(LONGEST);
    form.suggestions = Suggestions::default();
    let told = text.with(
        "ui-names-pasted",
        &[("count", names.len().into()), ("names", names.join(&text.get("word-comma")).into())],
    );
    form.names = names;
    if let Some(field) = form.focused() {
        field.replace(&told);
        field.input = field.input.clone().with_cursor(0);
    }
    Some(left_out)
}

/// The names of a list: in lines, or with commas between them.
pub(in crate::app) fn names_in(list: &str) -> Vec<String> {
    // Terminals send a line end as they send Enter.
    let lines = list.split(['\n', '\r']).filter_map(name_of);
    let parts = |line: String| {
        let parts = line.split([',', '，', '、', ';', '；']).map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    lines.flat_map(parts).collect()
}

/// The name in a line of a list, without what marks it as one.
fn name_of(line: &str) -> Option<String> {
    let line = clean_line(line);
    let bare = line.trim().trim_start_matches(['-', '*', '•', '·', '–', '○', '✓']).trim_start();
    let digits = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < bare.len() && digits.starts_with(['.', ')', '、']);
    let name = if numbered { digits.trim_start_matches(['.', ')', '、']) } else { bare };
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn the_marks_of_a_list_are_no_part_of_the_names() {
        let name = |line| name_of(line).unwrap_or_default();
        assert_eq!(name("- Maybank"), "Maybank");
        assert_eq!(name("  2. Grab "), "Grab");
        assert_eq!(name("3、支付宝"), "支付宝");
        assert_eq!(name("51job"), "51job");
        assert_eq!(name("* "), "");
    }

    #[test]
    fn a_list_has_lines_or_commas() {
        assert_eq!(names_in("Maybank, Grab, WeChat"), ["Maybank", "Grab", "WeChat"]);
        assert_eq!(names_in("支付宝、微信\r农行"), ["支付宝", "微信", "农行"]);
        assert_eq!(names_in("- Grab, Steam\n2. Luno"), ["Grab", "Steam", "Luno"]);
        assert_eq!(names_in(" , "), Vec::<String>::new());
    }
}
