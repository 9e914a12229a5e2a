//! What the carrier has criticised, and what was done about it since. The page
//! of an application, the evidence and a letter that is sent anew name it.

use super::Words;
use crate::domain::{Application, Item, Mark, MarkState};

impl Words<'_> {
    /// Why the carrier refused an item, as long as nothing answers that.
    pub(crate) fn criticism(&self, item: &Item) -> Option<String> {
        self.case.criticised(item)?.rejection()?.reason.clone()
    }

    /// "Refused on Thu 12 Nov 2026: the copy was blurred", as long as nothing
    /// answers that.
    pub(crate) fn refused(&self, item: &Item) -> Option<String> {
        let rejection = self.case.criticised(item)?.rejection()?;
        let reason = rejection.reason.as_deref().unwrap_or_default();
        let on = self.text.full_date(rejection.on);
        Some(self.text.with("say-refused", &[("date", on.into()), ("reason", reason.into())]))
    }

    /// What was done about a rejection, a line for each item that answers it.
    pub(crate) fn changed_since(&self, rejected: &Application) -> Vec<String> {
        self.case.answers(rejected).map(|(item, mark)| self.change(item, mark)).collect()
    }

    /// What the carrier had refused and is in order by now, as a letter names it.
    pub(crate) fn mended(&self) -> Vec<String> {
        let Some((rejected, _)) = self.last_rejection() else { return Vec::new() };
        // What follows from the accounts has no state of its own.
        let answers = self.case.answers(rejected);
        let done = answers.filter(|(_, mark)| mark.state != MarkState::Waived);
        let told = done.map(|(item, mark)| {
            if mark.files.is_empty() {
                return self.title(item);
            }
            self.text.with("say-new-copy", &[self.item(item)])
        });
        told.collect()
    }

    fn change(&self, item: &Item, mark: &Mark) -> String {
        let text = self.text;
        if mark.state == MarkState::Waived {
            let reason = mark.reason.as_deref().unwrap_or_default();
            return text.with("say-changed-waived", &[self.item(item), ("reason", reason.into())]);
        }
        let file = mark.files.last();
        let day = file.map(|file| file.on).or(mark.on).unwrap_or(self.today);
        let date = ("date", text.full_date(day).into());
        match file {
            Some(file) => {
                let args = [self.item(item), date, ("file", file.name().into())];
                text.with("say-changed-file", &args)
            }
            None => text.with("say-changed", &[self.item(item), date]),
        }
    }

    /// The items a rejection has criticised, in a row; nothing if it named none.
    pub(crate) fn criticised(&self, application: &Application) -> Option<String> {
        let about = &application.rejection()?.about;
        let titles: Vec<String> = about.iter().map(|item| self.title(item)).collect();
        (!titles.is_empty()).then(|| titles.join(&self.text.get("word-comma")))
    }
}
