//! The overview: every case in a row, the one whose next date comes first on top.

use crate::{
    app::{
        model::Model,
        value::{Choice, MenuEntry},
    },
    domain::{Case, Id},
    playbook::{OverviewColumn, Playbook, Words},
    text::mask_number,
};

/// Columns of a window in which a row tells more than a few words of what is next.
const WIDE: u16 = 140;

/// Columns of a window in which a number is told by its end.
const NARROW: u16 = 100;

/// Characters of that end.
const SHOWN: usize = 4;

/// From so many days before it a date is near.
const NEAR: i32 = 7;

/// Every case that was not put away; and the way to the others.
pub(super) fn cases(model: &Model) -> Vec<MenuEntry> {
    let away = model.book.cases.iter().filter(|case| case.archived.is_some()).count();
    let more = (away > 0).then(|| {
        let label = model.text.with("ui-cases-archived", &[("count", away.into())]);
        MenuEntry::new(label, String::new(), Choice::ArchivedCases)
    });
    rows(model, |case| case.archived.is_none()).into_iter().chain(more).collect()
}

/// Every case that was put away.
pub(super) fn archived(model: &Model) -> Vec<MenuEntry> {
    rows(model, |case| case.archived.is_some())
}

/// The names of the columns.
pub(crate) fn heads(model: &Model) -> Vec<String> {
    let name = |column: &OverviewColumn| {
        model.text.get(&format!("word-overview-{}", column.word())).into_owned()
    };
    OverviewColumn::ALL.iter().map(name).collect()
}

/// What to do next about the case of an entry; nothing for another entry.
pub(crate) fn next(model: &Model, entry: &MenuEntry) -> Option<String> {
    let Choice::Case(id) = &entry.choice else { return None };
    let words = words(model, model.book.case(id)?)?;
    let status = words.playbook.status(words.case, words.today);
    Some(words.next(&status.next))
}

/// Whether an entry is the case that is looked at.
pub(crate) fn is_current(model: &Model, entry: &MenuEntry) -> bool {
    matches!(&entry.choice, Choice::Case(id) if Some(id) == model.case.as_ref())
}

fn words<'m>(model: &'m Model, case: &'m Case) -> Option<Words<'m>> {
    let generic = || model.shelf.find(&Id::new("generic"));
    let playbook: &Playbook = model.shelf.find(&case.playbook).or_else(|_| generic()).ok()?;
    let today = playbook.today(model.now, &model.home);
    Some(Words { case, playbook, text: &model.text, today })
}

fn rows(model: &Model, shown: fn(&Case) -> bool) -> Vec<MenuEntry> {
    let cases = model.book.cases.iter().filter(|case| shown(case));
    let mut all: Vec<_> = cases.filter_map(|case| row(model, case)).collect();
    // What has no date comes last.
    all.sort_by_key(|(on, _)| (on.is_none(), *on));
    all.into_iter().map(|(_, entry)| entry).collect()
}

/// The end of a number, by which its owner knows it.
fn ending(number: &str) -> String {
    let count = number.chars().count();
    if count <= SHOWN {
        return number.to_owned();
    }
    format!("…{}", number.chars().skip(count - SHOWN).collect::<String>())
}

fn row(model: &Model, case: &Case) -> Option<(Option<jiff::civil::Date>, MenuEntry)> {
    let words = words(model, case)?;
    let status = words.playbook.status(case, words.today);
    let number = case.line.number.as_deref().unwrap_or_default();
    let number = if model.masked { mask_number(number) } else { number.to_owned() };
    let number = if model.size.0 < NARROW { ending(&number) } else { number };
    let cells = words.overview(&status, &number, model.size.0 < WIDE);
    let dated = status.next_dated();
    let days = dated.map(|one| (one.days_from(words.today), one.kind.is_deadline()));
    let entry = MenuEntry {
        urgent: days.is_some_and(|(days, deadline)| deadline && days < 0),
        soon: days.is_some_and(|(days, _)| (0..=NEAR).contains(&days)),
        ..MenuEntry::new(case.label.clone(), cells.join(" "), Choice::Case(case.id.clone()))
    };
    Some((dated.map(|one| one.on), MenuEntry { cells, ..entry }))
}
