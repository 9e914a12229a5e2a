//! What a rejection has criticised, and what was done about it since. Nothing
//! that was refused holds again before something answers that.

use crate::domain::{
    Application, Attachment, Case, Change, Edit, Item, ItemKind, Mark, Refusal, Route,
};

impl Case {
    /// The application that was rejected because of this item, as long as
    /// nothing answers that. An approval ends all criticism.
    pub(crate) fn criticised(&self, item: &Item) -> Option<&Application> {
        if self.approval().is_some() {
            return None;
        }
        // What one way out was refused for is no matter on another.
        let ports = self.way() == Route::Port;
        let names_it = |one: &&Application| {
            one.ports == ports
                && one.rejection().is_some_and(|rejection| rejection.about.contains(item))
        };
        let newest = self.applications.iter().rev().find(names_it)?;
        let answered = self.marks.get(item).and_then(|mark| mark.answers.as_ref());
        (answered != Some(&newest.id)).then_some(newest)
    }

    /// What an application was rejected for and what answers it by now.
    pub(crate) fn answers<'a>(
        &'a self,
        rejected: &'a Application,
    ) -> impl Iterator<Item = (&'a Item, &'a Mark)> {
        let about = rejected.rejection().map(|one| one.about.as_slice()).unwrap_or_default();
        about.iter().filter_map(|item| {
            let mark = self.marks.get(item).filter(|mark| mark.is_seen_to())?;
            (mark.answers.as_ref() == Some(&rejected.id)).then_some((item, mark))
        })
    }

    /// The rejected application before this one: what it criticised is what
    /// this one had to answer.
    pub(crate) fn rejected_before(&self, application: &Application) -> Option<&Application> {
        let before = self.applications.iter().take_while(|one| one.id != application.id);
        before.filter(|one| one.rejection().is_some()).last()
    }

    /// The mark, which answers the criticism of its item if there is any.
    pub(super) fn answering(&self, item: &Item, mark: Mark) -> Mark {
        match self.criticised(item) {
            Some(rejected) => Mark { answers: Some(rejected.id.clone()), ..mark },
            None => mark,
        }
    }

    /// The mark of an item, with the files that the carrier refused among the earlier
    /// ones: whatever is said of the item next, they stay known as refused. What was
    /// attached after the application was submitted is not what the carrier saw.
    pub(super) fn refused_apart(&self, item: &Item, mark: Mark) -> Mark {
        let Some(rejected) = self.criticised(item) else { return mark };
        let (mut files, mut earlier) = (mark.files, mark.earlier);
        let refused = self.submitted(rejected, item).unwrap_or_else(|| files.clone());
        let is_in =
            |all: &[Attachment], file: &Attachment| all.iter().any(|one| one.sha256 == file.sha256);
        files.retain(|file| !is_in(&refused, file));
        // A file that was refused twice is one earlier file.
        for file in refused {
            if !is_in(&earlier, &file) {
                earlier.push(file);
            }
        }
        Mark { files, earlier, ..mark }
    }

    /// The files of an item at the time when this application was submitted: what came
    /// later is taken back. Nothing if the history does not tell when that was.
    fn submitted(&self, application: &Application, item: &Item) -> Option<Vec<Attachment>> {
        let submits = |change: &Change| match change {
            Change::Application(Edit { id, value: Some(_), .. }) => *id == application.id,
            _ => false,
        };
        let submits = |change: &Change| change.parts().iter().any(submits);
        let at = self.history.iter().position(|entry| submits(entry.does()))?;
        let mut mark = self.mark(item);
        for entry in self.history.iter().skip(at + 1).rev() {
            for change in entry.undoes().parts() {
                match change {
                    Change::Mark { item: of, mark: before } if of == item => {
                        mark = before.as_deref().cloned().unwrap_or_default();
                    }
                    _ => {}
                }
            }
        }
        Some(mark.files)
    }

    /// An application was rejected because of this item, and none was approved since.
    pub(super) fn was_refused(&self, item: &Item) -> bool {
        let about = |one: &Application| one.rejection().is_some_and(|no| no.about.contains(item));
        self.approval().is_none() && self.applications.iter().any(about)
    }

    /// A document that was refused holds again only with a new file, also where none was
    /// kept before: a letter will say that it was put right. `mark` is that of the item,
    /// without what was refused.
    pub(super) fn needs_no_file(&self, item: &Item, mark: &Mark) -> Result<(), Refusal> {
        let refused = self.criticised(item).is_some() && item.kind == ItemKind::Document;
        if refused && mark.files.is_empty() {
            return Err(Refusal::NeedsNewFile(item.clone()));
        }
        Ok(())
    }

    /// The mark with a file more: the same path again replaces its fingerprint.
    /// After a rejection the files so far become earlier ones; what was refused once
    /// is no new version, also when another one came in between.
    pub(super) fn with_file(&self, item: &Item, file: Attachment) -> Result<Mark, Refusal> {
        let mark = self.refused_apart(item, self.mark(item));
        let refused = mark.earlier.iter().any(|one| one.sha256 == file.sha256);
        if refused && self.was_refused(item) {
            return Err(Refusal::SameFile(item.clone()));
        }
        let mut files = mark.files;
        // The same file again is no news, not even of its day.
        if !files.iter().any(|one| (&one.path, &one.sha256) == (&file.path, &file.sha256)) {
            files.retain(|known| known.path != file.path);
            files.push(file);
        }
        Ok(Mark { files, ..mark })
    }
}

#[cfg(test)]
mod tests;
