//! Looking at the book as it was at the end of a day, and coming back. Nothing can be
//! changed there: `commit` refuses, and what is saved is the book as it is.

use jiff::civil::Date;

use super::{
    command::Command,
    model::Model,
    value::{Past, Tone},
};

/// Shows the book as it was.
pub(super) fn look_back(model: &mut Model, day: Date) {
    come_back(model);
    let then = model.shelf.at_end_of(day, &model.book, &model.home);
    let args = [
        ("date", model.text.full_date(day).into()),
        ("count", model.book.changes_since(&then).into()),
        ("key", model.keymap.key_of(Command::Back).into()),
    ];
    let told = model.text.with("ui-past-entered", &args);
    let case = model.case.clone();
    let present = std::mem::replace(&mut model.book, then);
    model.past = Some(Past { day, present, case });
    model.refresh();
    model.say(Tone::Plain, told);
}

/// Shows the book as it is again. Returns whether it was not shown.
pub(super) fn come_back(model: &mut Model) -> bool {
    let Some(past) = model.past.take() else { return false };
    model.book = past.present;
    model.case = past.case;
    model.refresh();
    true
}
