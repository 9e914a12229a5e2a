//! Dates of an open review that move by themselves: because of new holiday
//! tables, or of days in the person's configuration. What moved is said once and
//! noted in the history.

use super::{model::Model, pending::Action, value::Tone};
use crate::{
    domain::{Change, Entry, Id},
    playbook::Words,
};

/// Computes the dates of every open review anew and notes those that moved.
pub(super) fn recompute(model: &mut Model) {
    let open = model.book.cases.iter().filter(|case| case.pending().is_some());
    let moved = open.filter_map(|case| {
        let playbook = model.shelf.find(&case.playbook).ok()?;
        Some((case.id.clone(), playbook.recompute(case)?))
    });
    let mut told = Vec::new();
    for (id, change) in moved.collect::<Vec<_>>() {
        let what = moved_dates(model, &id, &change);
        // Nothing is refused here: the case exists and its review is open.
        if model.commit(&id, Action::Note(change)).is_ok_and(|changed| changed) {
            told.extend(what);
        }
    }
    if !told.is_empty() {
        model.refresh();
        // What was said at the start stays in front.
        let said = model.toast.take().map(|toast| toast.text);
        let all: Vec<String> = said.into_iter().chain(told).collect();
        model.say(Tone::Bad, all.join(" "));
    }
}

/// Which dates move by a change, in words, with the name of the case if it is not
/// the current one. The history cannot be asked: dates that move back to what they
/// were leave no entry in it.
fn moved_dates(model: &Model, id: &Id, change: &Change) -> Option<String> {
    let case = model.book.case(id)?;
    let playbook = model.shelf.find(&case.playbook).ok()?;
    let words = Words { case, playbook, text: &model.text, today: model.today() };
    let inverse = change.apply(&mut case.clone()).ok()?;
    let told = words.entry(&Entry::new(model.now, change.clone(), inverse));
    if model.case.as_ref() == Some(id) {
        return Some(told);
    }
    Some(model.text.labelled(&case.label, &told))
}
