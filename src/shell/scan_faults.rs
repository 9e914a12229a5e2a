//! Words for what a scan read, and for what was wrong with it.
//!
//! Must not know: how the fault came about.

use std::{io, path::Path};

use super::{faults::file_words, place::describe_place, scanning::ScannedFile};
use crate::{
    app::Model,
    catalogue::shown_name,
    discover::{Defects, ScanError},
    text::{Text, clean_line},
};

fn shown(path: &Path) -> String {
    clean_line(&path.display().to_string())
}

/// What was wrong with a file that was scanned, one sentence a fault.
pub(crate) fn describe_scanned(text: &Text, file: &ScannedFile) -> Vec<String> {
    let path = shown(&file.path);
    let summary = match &file.outcome {
        Err(error) => return vec![describe_scan_error(text, &path, error)],
        Ok(summary) => summary,
    };
    let inside = summary.inside.iter().flat_map(|one| {
        let name = text.labelled(&path, &clean_line(&one.name));
        describe_defects(text, &name, &one.defects)
    });
    describe_defects(text, &path, &summary.defects).into_iter().chain(inside).collect()
}

/// What a person has to know of the files that were scanned for the dashboard.
pub(super) fn told_of_scan(model: &Model, files: &[ScannedFile]) -> Vec<String> {
    let text = &model.text;
    // Without a number nobody can say that a login does not use it.
    let known = model.current().is_some_and(|case| case.line.number.is_some());
    let logins = |file: &ScannedFile| file.outcome.as_ref().is_ok_and(|held| held.logins > 0);
    let warned = !known && files.iter().any(logins);
    let warning = warned.then(|| text.get("ui-scan-no-number").into_owned());
    let each = |file| describe_scanned(text, file).into_iter().chain(describe_reading(text, file));
    warning.into_iter().chain(files.iter().flat_map(each)).collect()
}

/// What is wrong with a file of this name.
fn describe_defects(text: &Text, path: &str, defects: &Defects) -> Vec<String> {
    let mut told = Vec::new();
    if defects.malformed > 0 {
        let args = [
            ("path", path.into()),
            ("count", defects.malformed.into()),
            ("at", describe_place(text, defects.first).into()),
        ];
        told.push(text.with("say-scan-malformed", &args));
    }
    let cut = defects.cut.map(|at| ("say-scan-cut", at));
    if let Some((key, at)) = cut.or(defects.unended.map(|at| ("say-scan-unended", at))) {
        let args = [("path", path.into()), ("at", describe_place(text, at).into())];
        told.push(text.with(key, &args));
    }
    told
}

/// How a file was read, where that is not a matter of course: its encoding, and
/// what of it was not understood.
pub(crate) fn describe_reading(text: &Text, file: &ScannedFile) -> Vec<String> {
    let Ok(summary) = &file.outcome else { return Vec::new() };
    let path = shown(&file.path);
    let tell = |key: &str, name: &'static str, value: String| {
        text.with(key, &[("path", path.as_str().into()), (name, value.into())])
    };
    let names = |names: &[String]| {
        let names = names.iter().map(|name| clean_line(name));
        Some(names.collect::<Vec<_>>().join(", ")).filter(|names| !names.is_empty())
    };
    let accounts = summary.authenticator.iter();
    let accounts = accounts.map(|name| shown_name(name, text.lang()).into_owned());
    let accounts = names(&accounts.collect::<Vec<_>>());
    let unnamed = (summary.unnamed > 0).then(|| {
        let senders = names(&summary.short_codes).unwrap_or_default();
        let key = if senders.is_empty() { "say-scan-unnamed" } else { "say-scan-unnamed-from" };
        let count = ("count", summary.unnamed.into());
        text.with(key, &[("path", path.as_str().into()), count, ("senders", senders.into())])
    });
    let encoding = summary.encoding.map(str::to_uppercase);
    [
        encoding.map(|encoding| tell("say-scan-encoding", "encoding", encoding)),
        names(&summary.columns).map(|names| tell("say-scan-columns", "names", names)),
        unnamed,
        accounts.map(|names| tell("say-scan-authenticator", "names", names)),
        names(&summary.unread).map(|names| tell("say-scan-unread", "names", names)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Why a file was not scanned, and what to do instead.
pub(crate) fn describe_scan_error(text: &Text, path: &str, error: &ScanError) -> String {
    let unknown = |key: &str, looks: &str| {
        let looks = text.get(looks).into_owned();
        let known = text.get("fault-scan-known").into_owned();
        text.with(key, &[("looks", looks.into()), ("known", known.into())])
    };
    let what = match error {
        // A pipe or a device was not opened.
        ScanError::Io(error) if error.kind() == io::ErrorKind::InvalidInput => {
            text.get("fault-not-a-file").into_owned()
        }
        ScanError::Io(error) => file_words(text, path, error),
        ScanError::Unknown(looks) => {
            unknown("fault-scan-unknown", &format!("word-looks-{}", looks.word()))
        }
        ScanError::NoRecord(format) => {
            unknown("fault-scan-no-record", &format!("word-format-{format}"))
        }
        other => text.get(&format!("fault-scan-{}", other.word())).into_owned(),
    };
    text.with("fault-unreadable", &[("place", path.into()), ("what", what.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn why_a_file_was_not_scanned_is_told_in_every_language() {
        use crate::discover::Unsupported;
        let unsupported = [
            Unsupported::Encrypted,
            Unsupported::Database,
            Unsupported::Vault,
            Unsupported::Authenticator,
            Unsupported::Packed,
            Unsupported::Document,
            Unsupported::Empty,
        ];
        for lang in Lang::ALL {
            let text = Text::new(lang);
            let mut told = std::collections::BTreeSet::new();
            let others = [
                ScanError::NothingInside,
                ScanError::Bomb,
                ScanError::NeedsFile,
                ScanError::Cancelled,
                ScanError::Contacts,
                ScanError::Unknown(crate::discover::LooksLike::Table),
                ScanError::NoRecord("sms-json"),
                ScanError::NoText,
                ScanError::Cut,
                ScanError::NoBackup,
            ];
            for error in unsupported.map(ScanError::Unsupported).into_iter().chain(others) {
                let words = describe_scan_error(&text, "file", &error);
                assert!(words.starts_with("file") && told.insert(words.clone()), "{words}");
            }
        }
    }
}
