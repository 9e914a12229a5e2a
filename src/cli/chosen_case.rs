//! Which case a command is about.

use std::sync::Arc;

use super::{context::Context, failure::Failure};
use crate::{
    app::View,
    domain::{Book, Case, Id, Refusal},
    shell::brings_back,
};

impl Context {
    /// The case that is meant: the one named, the only one that still runs, or
    /// the one last used. When it was not named and there are several, a note
    /// says which it is.
    pub(super) fn case<'a>(&self, book: &'a Book) -> Result<(&'a Case, Vec<String>), Failure> {
        if let Some(id) = &self.named_case {
            let unknown =
                || Failure::of_refusal(&self.text, &Refusal::NoSuchCase(id.clone()), book);
            return Ok((book.case(id).ok_or_else(unknown)?, Vec::new()));
        }
        let open: Vec<&Case> =
            book.cases.iter().map(Arc::as_ref).filter(|case| !case.is_closed()).collect();
        if let [only] = open.as_slice() {
            return Ok((only, Vec::new()));
        }
        let last = self.views().load().case.and_then(|id| book.case(&id));
        let last = last.filter(|case| case.archived.is_none());
        let shown = || book.cases.iter().map(Arc::as_ref).find(|case| case.archived.is_none());
        let case =
            last.or(open.first().copied()).or_else(shown).or(book.cases.first().map(Arc::as_ref));
        let case = case.ok_or_else(|| {
            let mut told = self.no_case();
            let hint = told.pop();
            Failure::not_found(told.join("\n")).hint(hint)
        })?;
        let which = [("id", case.id.as_str().into()), ("label", case.label.as_str().into())];
        let several = book.cases.len() > 1;
        let notes = several.then(|| self.text.with("cli-which", &which));
        Ok((case, notes.into_iter().collect()))
    }

    /// That there is no case, and how there will be one.
    pub(super) fn no_case(&self) -> Vec<String> {
        let place = brings_back(&self.store()).map(|place| place.display().to_string());
        let sync = place.map(|place| self.text.with("cli-hint-sync", &[("place", place.into())]));
        let [none, new] =
            ["cli-no-case", "cli-hint-new"].map(|key| self.text.get(key).into_owned());
        [Some(none), sync, Some(new)].into_iter().flatten().collect()
    }

    /// The case whose last step is undone: the one named, or the one last used, also if
    /// that step put it away.
    pub(super) fn case_to_undo<'a>(
        &self,
        book: &'a Book,
    ) -> Result<(&'a Case, Vec<String>), Failure> {
        let last = self.views().load().case.and_then(|id| book.case(&id));
        match last.filter(|case| self.named_case.is_none() && case.archived.is_some()) {
            Some(case) => Ok((case, Vec::new())),
            None => self.case(book),
        }
    }

    /// The case whose last undone step is redone: the case that is meant, or one
    /// whose opening was undone when it is named, or when the case that is meant
    /// has nothing to redo.
    pub(super) fn case_to_redo<'a>(
        &self,
        book: &'a Book,
    ) -> Result<(&'a Case, Vec<String>), Failure> {
        let meant = self.case(book);
        let instead = match &self.named_case {
            Some(id) => book.taken_back.iter().rfind(|case| case.id == *id),
            None => book.taken_back.last(),
        };
        match (instead, &meant) {
            (Some(case), Err(_)) => Ok((case, Vec::new())),
            (Some(case), Ok((here, _))) if self.named_case.is_none() && here.undone.is_empty() => {
                Ok((case, Vec::new()))
            }
            _ => meant,
        }
    }

    /// Keeps the case as the one last used.
    pub(super) fn used(&self, id: &Id) {
        let views = self.views();
        let view = views.load();
        if view.case.as_ref() != Some(id) {
            views.keep(&View { case: Some(id.clone()), ..view });
        }
    }
}
