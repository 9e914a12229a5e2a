//! The interview that opens a case, in plain lines: the questions and their
//! answers are those of the dashboard.

use super::console::{Console, list, read_line, say};
use crate::{
    app::{Field, FieldFault, FieldKind, Form, Interview, QUESTIONS},
    domain::Case,
};

/// Asks every question, each of which an empty line skips; nothing when the
/// input ends before the first one is answered or the answers make no case.
pub(super) fn ask(console: Console<'_>, interview: &Interview<'_>) -> Option<Case> {
    let text = console.0;
    let mut form = interview.begin();
    for (at, question) in QUESTIONS.iter().enumerate() {
        form.focus = form.shown_from(question);
        interview.advise(&mut form);
        let args = [("number", (at + 1).into()), ("total", QUESTIONS.len().into())];
        say("");
        say(&format!("{}. {}", text.with("ask-step", &args), interview.asked(&form, question)));
        if let Some(advice) = form.advice.as_ref().filter(|_| at + 1 == QUESTIONS.len()) {
            say(&advice.told(text));
        }
        for _ in question.fields {
            answer(console, interview, &mut form)?;
            form.focus += 1;
        }
        // What does not go together is said before the next question.
        form.focus = form.shown_from(question);
        while let Some(fault) = interview.fault(&form) {
            again(console, interview, &mut form, &fault)?;
        }
    }
    loop {
        match interview.case(&form) {
            Ok(case) => return Some(case),
            Err(fault) => again(console, interview, &mut form, &fault)?,
        }
    }
}

/// Says what is wrong with an answer and asks for it again.
fn again(
    console: Console<'_>,
    interview: &Interview<'_>,
    form: &mut Form,
    fault: &FieldFault,
) -> Option<()> {
    say(&fault.words);
    form.focus = form.fields.iter().position(|field| field.id == fault.field)?;
    answer(console, interview, form)
}

/// Asks for one field until its answer is sound; nothing at the end of the input.
fn answer(console: Console<'_>, interview: &Interview<'_>, form: &mut Form) -> Option<()> {
    let today = interview.today(form);
    // A question with one answer says what is asked for.
    let alone = form.shown().len() == 1;
    let field = form.focused()?;
    loop {
        ask_for(console, field, alone);
        let typed = read_line()?;
        if typed.is_empty() {
            field.replace("");
            return Some(());
        }
        match &field.kind {
            FieldKind::Choice(choices, _) => {
                let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                let chosen = number.and_then(|at| choices.get(at)).map(|one| one.value.clone());
                match chosen {
                    Some(value) => {
                        field.choose_value(&value);
                        return Some(());
                    }
                    None => {
                        let count = choices.len();
                        say(&console.0.with("guide-number", &[("count", count.into())]));
                    }
                }
            }
            _ => {
                field.replace(&typed);
                field.check(console.0, today);
                match &field.error {
                    Some(fault) => say(fault),
                    None => return Some(()),
                }
            }
        }
    }
}

/// Says what is asked for: its label, what it is for, and what can be chosen.
fn ask_for(console: Console<'_>, field: &Field, alone: bool) {
    let text = console.0;
    let label = text.get(&field.id.label());
    match &field.kind {
        FieldKind::Choice(choices, chosen) => {
            let skip = text.get("ask-skip");
            say(&if alone { skip.into_owned() } else { text.labelled(&label, &skip) });
            list(choices.iter().enumerate().map(|(at, choice)| {
                let taken = at == *chosen;
                if taken { format!("{} *", choice.label) } else { choice.label.clone() }
            }));
        }
        _ => {
            let hint = text.get(&field.hint()).into_owned();
            let asked = text.with("ask-hint", &[("hint", hint.into())]);
            say(&if alone { asked } else { text.labelled(&label, &asked) });
        }
    }
}
