//! Whether a file can stand for an item: one for a backup is looked into.
//!
//! Must not know: what is done with it.

use std::path::Path;

use jiff::civil::Date;

use super::{
    backup::CheckedBackup,
    fingerprint::{Unattachable, fingerprint},
};
use crate::{
    app::NoAttachment,
    discover::{Detector, Scan, ScanError, ScanProgress},
    domain::{Attachment, Item, ItemKind},
    text::Text,
};

/// Why a file does not stand for an item.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum NotAttached {
    /// It cannot be read.
    File(#[from] Unattachable),
    /// It is no whole backup of what it shall stand for.
    NoBackup(Box<CheckedBackup>),
}

impl NotAttached {
    /// The same in words, with its path.
    pub(crate) fn describe(&self, text: &Text) -> String {
        let checked = match self {
            Self::File(error) => return error.describe(text),
            Self::NoBackup(checked) => checked,
        };
        // What is whole is a backup of something else.
        let other = checked.item().filter(|_| checked.is_whole());
        let other =
            other.map(|item| text.get(&format!("cli-backup-holds-{}", item.id)).into_owned());
        [Some(checked.describe(text)), other].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The same for the dashboard, which goes into a folder.
    pub(super) fn told(&self, text: &Text) -> NoAttachment {
        match self {
            Self::File(Unattachable::Folder(_)) => NoAttachment::Folder,
            other => NoAttachment::Other(other.describe(text)),
        }
    }
}

/// The safeguards whose files are looked into.
const BACKUPS: [&str; 2] = ["contacts", "messages"];

/// Size and fingerprint of a file that shall stand for this item. One for saved contacts or messages
/// has to be a whole backup of them.
pub(crate) fn fingerprint_for(
    item: Option<&Item>,
    path: &Path,
    today: Date,
) -> Result<Attachment, NotAttached> {
    let backup =
        item.filter(|item| item.kind == ItemKind::Safeguard && BACKUPS.contains(&item.id.as_str()));
    if let (Some(item), Some(detector)) = (backup, Detector::new()) {
        let progress = ScanProgress::default();
        let checked = CheckedBackup::of(&Scan::new(&detector, &progress), path);
        let is_right = checked.is_whole() && checked.item().as_ref() == Some(item);
        // What cannot be opened is told below.
        if !is_right && !matches!(checked.held, Err(ScanError::Io(_))) {
            return Err(NotAttached::NoBackup(Box::new(checked)));
        }
    }
    Ok(fingerprint(path, today)?)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{shell::faults, text::Lang};

    #[test]
    fn only_a_whole_backup_stands_for_a_safeguard() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, day) = (folder.path().join("made-up.vcf"), date(2026, 11, 5));
        let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Made Up\nTEL:0123456789\n";
        let item = |of: &str| of.parse::<Item>().expect("an item");
        let of = |item: &Item| fingerprint_for(Some(item), &path, day);
        let (contacts, messages) = (item("safeguard:contacts"), item("safeguard:messages"));
        std::fs::write(&path, card).expect("writes");
        assert!(matches!(of(&contacts), Err(NotAttached::NoBackup(_))), "it is cut off");
        assert!(of(&item("document:identity")).is_ok() && of(&item("safeguard:credit")).is_ok());
        std::fs::write(&path, format!("{card}END:VCARD\n")).expect("writes");
        assert!(of(&contacts).is_ok());
        let other = of(&messages).expect_err("contacts are no messages");
        for lang in Lang::ALL {
            let text = Text::new(lang);
            let told = other.describe(&text);
            assert!(told.ends_with(&*text.get("cli-backup-holds-contacts")), "{told}");
        }
        std::fs::remove_file(&path).expect("removes");
        let text = Text::new(Lang::En);
        let gone = of(&contacts).expect_err("gone").describe(&text);
        let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
        assert!(gone.ends_with(&faults::io_words(&text, &missing)), "{gone}");
    }
}
