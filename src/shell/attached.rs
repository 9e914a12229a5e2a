//! Whether the files that were attached are still there, and the same.
//!
//! Owns: the look at the disk. Must not know: who asks, or what follows from a file that is
//! gone.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use super::fingerprint::fingerprint;
use crate::domain::{Attachment, Case, Item};

/// What became of an attached file, as a word for programs.
pub(crate) fn attached_state(file: &Attachment) -> &'static str {
    if !Path::new(&file.path).exists() {
        return "gone";
    }
    match fingerprint(Path::new(&file.path), file.on) {
        Ok(now) if now.sha256 == file.sha256 => "same",
        Ok(_) => "changed",
        Err(_) => "unreadable",
    }
}

/// Whether a file is there and has the size that it had; it is not read for that.
pub(crate) fn seems_attached(file: &Attachment) -> bool {
    fs::metadata(&file.path).is_ok_and(|about| about.is_file() && about.len() == file.size)
}

/// The files that were read, each with when it was written and the state that it was in.
type FilesRead = BTreeMap<(String, String), (Option<SystemTime>, bool)>;

/// What is known of the files of the case that is looked at.
#[derive(Clone, Debug, Default)]
pub struct Attached {
    known: Arc<Mutex<FilesRead>>,
}

impl Attached {
    /// The documents whose newest file is gone or is not the one that was attached. What
    /// was not written since it was read is not read again.
    pub(super) fn lost(&self, case: &Case) -> Vec<Item> {
        let lost = case.newest_files().filter(|(_, file)| !self.is_same(file));
        lost.map(|(item, _)| item.clone()).collect()
    }

    fn is_same(&self, file: &Attachment) -> bool {
        if !seems_attached(file) {
            return false;
        }
        let key = (file.path.clone(), file.sha256.clone());
        let written = fs::metadata(&file.path).and_then(|about| about.modified()).ok();
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((then, same)) = known().get(&key).copied().filter(|(then, _)| then.is_some())
            && then == written
        {
            return same;
        }
        let same = attached_state(file) == "same";
        known().insert(key, (written, same));
        same
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Id, Mark, Route};

    #[test]
    fn a_file_that_is_gone_or_another_one_is_lost() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, day) = (folder.path().join("paper.pdf"), date(2026, 11, 5));
        std::fs::write(&path, "made up").expect("writes");
        let file = fingerprint(&path, day).expect("reads");
        let id = Id::new("kl");
        let mut case = Case::new(id.clone(), "KL".into(), id, Route::Apply, day);
        let item: Item = "document:identity".parse().expect("an item");
        case.marks.insert(item.clone(), Mark { files: vec![file], ..Mark::default() });
        let attached = Attached::default();
        assert_eq!(attached.lost(&case), []);
        assert_eq!(attached.lost(&case), [], "it is not read again");
        std::fs::write(&path, "unmade").expect("writes");
        assert_eq!(attached.lost(&case), std::slice::from_ref(&item));
        std::fs::remove_file(&path).expect("removes");
        assert_eq!(attached.lost(&case), [item]);
    }
}
