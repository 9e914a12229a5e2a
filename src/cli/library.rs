//! The playbooks that a run can use.

use std::{fs, path::PathBuf};

use jiff::civil::Date;

use super::{context::Context, errors::shown, failure::Failure};
use crate::{
    domain::{Case, Id},
    playbook::{Library, Playbook, PlaybookError},
    shell::{describe_missing, own_words, read_own},
    text::shell_word,
};

impl Context {
    /// The built-in playbooks and the person's own, by file name. A file that
    /// cannot be read is left out: [`Self::unread_playbooks`] tells of it.
    pub(super) fn playbooks(&self) -> Library {
        let own = self.own_playbooks().filter_map(|path| {
            let id = Id::slug(path.file_stem()?.to_str()?);
            Some((id, read_own(&path).ok()?))
        });
        Library::new(own).counting(self.own_calendar().clone())
    }

    /// Why a playbook of the person's own is left out, a line for each.
    pub(super) fn unread_playbooks(&self) -> Vec<String> {
        let told = self.own_playbooks().filter_map(|path| {
            let what = own_words(&self.text, &read_own(&path).err()?);
            let args = [("place", shown(&path).into()), ("what", what.into())];
            Some(self.text.with("fault-unreadable", &args))
        });
        told.collect()
    }

    fn own_playbooks(&self) -> impl Iterator<Item = PathBuf> {
        let entries = fs::read_dir(self.paths.config.join("playbooks"));
        let files = entries.into_iter().flatten().flatten().map(|entry| entry.path());
        files.filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
    }

    /// The playbook of an id.
    pub(super) fn playbook<'a>(
        &self,
        library: &'a Library,
        id: &Id,
    ) -> Result<&'a Playbook, Failure> {
        library.find(id).map_err(|missing| {
            let hint = self.describe(&missing).1;
            Failure::of_playbook(&self.text, &missing).hint(hint)
        })
    }

    /// Why a playbook cannot be used, and what to do about it: one that has faults lies
    /// in the folder of the person's own.
    pub(super) fn describe(&self, missing: &PlaybookError) -> (String, Option<String>) {
        let (told, hint) = describe_missing(&self.text, missing);
        let PlaybookError::Faulty(id, _) = missing else { return (told, hint) };
        let path = shown(&self.paths.config.join("playbooks").join(format!("{id}.ron")));
        let path = [("path", shell_word(&path).into())];
        (told, Some(self.text.with("fault-hint-playbook", &path)))
    }

    /// The playbook of a case. When it cannot be used, the generic one and a
    /// note, so that one bad file does not lock the person out.
    pub(super) fn playbook_of<'a>(
        &self,
        library: &'a Library,
        case: &Case,
    ) -> Result<(&'a Playbook, Option<String>), Failure> {
        if let Ok(playbook) = library.find(&case.playbook) {
            return Ok((playbook, None));
        }
        let id = case.playbook.to_string();
        let note = self.text.with("ui-playbook-trouble", &[("id", id.into())]);
        Ok((self.playbook(library, &Id::new("generic"))?, Some(note)))
    }

    /// The day it is where the carrier of a playbook is.
    pub(super) fn today(&self, playbook: &Playbook) -> Date {
        playbook.today(self.now(), &Self::home())
    }
}
