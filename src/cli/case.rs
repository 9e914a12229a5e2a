//! Making changes to the case that is meant, and telling them.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{
    answer::{Answer, Failure},
    context::Context,
    describe,
};
use crate::{
    domain::{Book, Case, Change, Id, Refusal, Status},
    playbook::{Playbook, Words},
};

/// What a rule made, or why it was refused.
pub(super) type Made = Result<Vec<Change>, Failure>;

/// What a rule may look at.
pub(super) struct Ground<'a> {
    pub(super) context: &'a Context,
    pub(super) book: &'a Book,
    pub(super) case: &'a Case,
    pub(super) playbook: &'a Playbook,
    pub(super) today: Date,
}

impl Ground<'_> {
    /// A rule's answer as one change.
    pub(super) fn one(&self, made: Result<Change, Refusal>) -> Made {
        made.map(|change| vec![change]).map_err(|refusal| self.refused(&refusal))
    }

    /// A refusal as a failure.
    pub(super) fn refused(&self, refusal: &Refusal) -> Failure {
        let words = self.context.words(self.case, self.playbook);
        self.context.refused(refusal, self.book, Some(words))
    }
}

/// Looks at the case that is meant and tells something about it.
pub(super) fn look(
    context: &Context,
    tell: impl FnOnce(&Words<'_>, &Status) -> (String, Value),
) -> Result<Answer, Failure> {
    let book = context.load()?.book;
    let (case, mut notes) = context.case(&book)?;
    let shelf = context.shelf();
    let (playbook, note) = context.playbook_of(&shelf, case)?;
    notes.extend(note);
    let words = context.words(case, playbook);
    let (told, data) = tell(&words, &playbook.status(case, words.today));
    Ok(Answer { told, notes, data, ..Answer::default() })
}

/// Makes changes to the case that is meant: all of them or none. Tells each
/// as the timeline does, and what is next.
pub(super) fn change(
    context: &Context,
    make: impl FnOnce(&Ground<'_>) -> Made,
) -> Result<Answer, Failure> {
    let shelf = context.shelf();
    let (id, count, notes, book) = context.change(|book| {
        let (case, mut notes) = context.case(book)?;
        let (playbook, note) = context.playbook_of(&shelf, case)?;
        notes.extend(note);
        let today = context.today(playbook);
        let (id, mut moved) = (case.id.clone(), 0);
        let recomputed = playbook.recompute(case);
        // Dates that moved since they were told are told with the change.
        let case = match recomputed {
            Some(change) => {
                let noted = book.note(&id, change, context.now());
                let changed = noted.map_err(|refusal| context.refused(&refusal, book, None))?;
                moved = usize::from(changed);
                book.case(&id)
                    .ok_or_else(|| context.refused(&Refusal::NoSuchCase(id.clone()), book, None))?
            }
            None => case,
        };
        let ground = Ground { context, book, case, playbook, today };
        let changes = make(&ground)?;
        let mut count = moved;
        for change in changes {
            let recorded = book.record(&id, change, context.now());
            let changed = recorded.map_err(|refusal| context.refused(&refusal, book, None))?;
            count += usize::from(changed);
        }
        Ok((id, count, notes, book.clone()))
    })?;
    told(context, &book, &id, count, notes)
}

/// Tells the newest entries of a case's history and what is next.
fn told(
    context: &Context,
    book: &Book,
    id: &Id,
    count: usize,
    notes: Vec<String>,
) -> Result<Answer, Failure> {
    context.used(id);
    let shelf = context.shelf();
    let case = book
        .case(id)
        .ok_or_else(|| context.refused(&Refusal::NoSuchCase(id.clone()), book, None))?;
    let (playbook, _) = context.playbook_of(&shelf, case)?;
    let words = context.words(case, playbook);
    let from = case.history.len().saturating_sub(count);
    let did: Vec<String> = case.history.iter().skip(from).map(|entry| words.entry(entry)).collect();
    let mut lines = did.clone();
    if lines.is_empty() {
        lines.push(context.text.get("ui-nothing-changed").into_owned());
    }
    let standing = playbook.status(case, words.today);
    let next = context.text.with("cli-next", &[("next", words.next(&standing.next).into())]);
    let data = json!({
        "case": case.id,
        "did": did,
        "stage": standing.stage.word(),
        "next": describe::next(&words, &standing),
    });
    Ok(Answer { told: format!("{}\n{next}", lines.join("\n")), notes, data, ..Answer::default() })
}
