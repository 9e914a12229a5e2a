//! A change of the book: lock, load, recompute moved dates, record, save, tell.
//! This is the only way in which a command changes the book.
//!
//! Must not know: what is changed; that comes in as changes which the rules of
//! `domain` made.

use jiff::Timestamp;
use serde_json::json;

use super::{
    case_context::CaseContext, case_json, context::Context, failure::Failure, output::Output,
};
use crate::{
    domain::{Book, Case, Change, Entry, Id, Refusal},
    playbook::Library,
    store::{Guard, Loaded, Seal, Store},
};

/// The book under its lock, from loading to saving.
pub(super) struct Session<'a> {
    context: &'a Context,
    playbooks: Library,
    store: Store,
    guard: Guard,
    seal: Seal,
    loaded: Book,
    book: Book,
}

impl<'a> Session<'a> {
    /// Takes the lock and loads the book.
    pub(super) fn begin(context: &'a Context) -> Result<Self, Failure> {
        Self::with(context, Context::load)
    }

    /// Takes the lock and loads the book; a missing one begins anew, although
    /// there may be backups.
    pub(super) fn begin_anew(context: &'a Context) -> Result<Self, Failure> {
        Self::with(context, Context::load_or_fresh)
    }

    fn with(
        context: &'a Context,
        load: fn(&Context) -> Result<Loaded, Failure>,
    ) -> Result<Self, Failure> {
        let store = context.store();
        let guard = store.lock().map_err(|error| Failure::of_save(&context.text, &error))?;
        // Nothing may come to be saved.
        context.views().sweep();
        let found = load(context)?;
        let kept = context.keep_overtaken(&guard, &found);
        kept.map_err(|error| Failure::of_save(&context.text, &error))?;
        let book = context.with_hand_edits(&found);
        let Loaded { book: loaded, seal, .. } = found;
        let playbooks = context.playbooks();
        Ok(Self { context, playbooks, store, guard, seal, loaded, book })
    }

    /// The book with everything that was recorded until now.
    pub(super) fn book(&self) -> &Book {
        &self.book
    }

    /// A case of the book.
    pub(super) fn case(&self, id: &Id) -> Result<CaseContext<'_>, Failure> {
        let case = self.book.case(id).ok_or_else(|| Refusal::NoSuchCase(id.clone()));
        self.about(case.map_err(|refusal| self.refused(&refusal))?)
    }

    /// A case as it is or was during the session.
    pub(super) fn about<'b>(&'b self, case: &'b Case) -> Result<CaseContext<'b>, Failure> {
        CaseContext::new(self.context, &self.playbooks, case)
    }

    fn refused(&self, refusal: &Refusal) -> Failure {
        Failure::of_refusal(&self.context.text, refusal, &self.book)
    }

    /// Does something to the book that is written into its history.
    pub(super) fn act<T>(
        &mut self,
        act: impl FnOnce(&mut Book, Timestamp) -> Result<T, Refusal>,
    ) -> Result<T, Failure> {
        act(&mut self.book, self.context.now()).map_err(|refusal| self.refused(&refusal))
    }

    /// Records changes of a case and returns how many of them changed anything.
    pub(super) fn record(&mut self, id: &Id, changes: Vec<Change>) -> Result<usize, Failure> {
        let mut count = 0;
        for change in changes {
            count += usize::from(self.act(|book, now| book.record(id, change, now))?);
        }
        Ok(count)
    }

    /// Recomputes the dates of the open review of a case. When the tables or the
    /// person's own days give others than were told, they are recorded; returns the
    /// words for that.
    pub(super) fn recompute(&mut self, id: &Id) -> Result<Option<String>, Failure> {
        let about = self.case(id)?;
        let Some(change) = about.playbook.recompute(about.case) else { return Ok(None) };
        let inverse = change.apply(&mut about.case.clone());
        let inverse = inverse.map_err(|refusal| about.refused(&refusal))?;
        let entry = Entry::new(self.context.now(), change.clone(), inverse);
        let told = about.words().entry(&entry);
        self.act(|book, now| book.note(id, change, now))?;
        Ok(Some(told))
    }

    /// Saves the book if anything changed, and keeps the case as the one last used.
    pub(super) fn save(&self, used: &Id) -> Result<(), Failure> {
        if self.book != self.loaded {
            let today = self.context.today_at_home();
            let saved = self.store.save(&self.guard, &self.book, self.seal, today);
            let saved = saved.map_err(|error| Failure::of_save(&self.context.text, &error))?;
            self.context.notice_save(saved.durable);
        }
        self.context.used(used);
        Ok(())
    }

    /// Changes a case: `make` looks at it and returns its changes. All of them are
    /// made, or none. Then the book is saved.
    pub(super) fn change(
        mut self,
        id: &Id,
        make: impl FnOnce(&CaseContext<'_>) -> Result<Vec<Change>, Failure>,
    ) -> Result<Recorded, Failure> {
        let moved = self.recompute(id)?;
        let changes = make(&self.case(id)?)?;
        let first = changes.first().cloned();
        let count = self.record(id, changes)?;
        self.save(id)?;
        let about = self.case(id)?;
        let (words, status) = (about.words(), about.status());
        let newest = about.case.history.iter().rev().take(count).rev();
        let did: Vec<String> =
            moved.into_iter().chain(newest.map(|entry| words.entry(entry))).collect();
        let nothing = || match &first {
            Some(change) => words.idle(change),
            None => self.context.text.get("ui-nothing-changed").into_owned(),
        };
        let told = if did.is_empty() { vec![nothing()] } else { did.clone() };
        let next = words.next(&status.next);
        let next = self.context.text.with("cli-next", &[("next", next.into())]);
        let data = json!({
            "case": id,
            "did": did,
            "stage": status.stage.word(),
            "next": case_json::next(&words, &status),
        });
        let notes = about.note.into_iter().collect();
        let output = Output::new(format!("{}\n{next}", told.join("\n")), data).notes(notes);
        Ok(Recorded { told, output })
    }
}

/// What was recorded, in words, and what is next.
pub(super) struct Recorded {
    /// Each change as the timeline tells it, or that and why nothing changed.
    pub(super) told: Vec<String>,
    output: Output,
}

impl Recorded {
    /// What is printed.
    pub(super) fn output(self) -> Output {
        self.output
    }
}

/// Changes the case that is meant, and tells each change and what is next.
pub(super) fn change(
    context: &Context,
    make: impl FnOnce(&CaseContext<'_>) -> Result<Vec<Change>, Failure>,
) -> Result<Output, Failure> {
    let session = Session::begin(context)?;
    let (case, mut notes) = context.case(session.book())?;
    let id = case.id.clone();
    let Recorded { output, .. } = session.change(&id, make)?;
    notes.extend(output.notes);
    Ok(Output { notes, ..output })
}
