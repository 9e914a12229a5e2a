//! Words for what goes wrong with files.
//!
//! Owns: which sentence of the locale files tells each fault. Must not know:
//! how the fault came about.

use std::{
    io,
    path::{MAIN_SEPARATOR, Path},
};

use super::fingerprint::Unattachable;
use crate::{
    playbook::{Fault, PlaybookError, Problem},
    store::{Damage, SaveError, Unreadable, is_disk_failure},
    text::{Lang, Position, RonError, Text, clean_line, is_of_windows, machine_of},
};

fn shown(path: &Path) -> String {
    clean_line(&path.display().to_string())
}

/// Why a text was not written to a new file.
pub(super) fn describe_not_written(text: &Text, path: String, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::AlreadyExists {
        return text.with("ui-file-exists", &[("path", path.into())]);
    }
    let what = file_words(text, &path, error);
    text.with("fault-not-saved", &[("path", path.into()), ("what", what.into())])
}

/// What is wrong with a book file and where, and a hint what to do next.
pub(crate) fn describe_unreadable(text: &Text, unreadable: &Unreadable) -> (String, String) {
    let path = shown(&unreadable.path);
    let what = match &unreadable.damage {
        Damage::Empty => text.get("fault-empty").into_owned(),
        Damage::Zeros => text.get("fault-zeros").into_owned(),
        Damage::Utf16 => text.get("fault-utf16").into_owned(),
        Damage::NotText(line) => text.with("fault-not-text", &[("line", (*line).into())]),
        Damage::Json => text.get("fault-json").into_owned(),
        Damage::Conflict(line) => text.with("fault-conflict", &[("line", (*line).into())]),
        Damage::Newer(version) => {
            text.with("fault-newer", &[("version", version.to_string().into())])
        }
        Damage::Foreign => text.get("fault-foreign").into_owned(),
        Damage::CutOff(_) => text.get("fault-cut-off").into_owned(),
        Damage::Broken(error) => text.ron_error(&error.cause),
        Damage::Twice(id) => text.with("fault-twice", &[("id", clean_line(id).into())]),
        Damage::TooLarge(size) => {
            text.with("fault-too-large", &[("size", size.to_string().into())])
        }
        Damage::NotAFile => text.get("fault-not-a-file").into_owned(),
        Damage::Io(error) => io_words(text, error),
    };
    let place = match &unreadable.damage {
        Damage::Broken(RonError { place, .. }) => format!("{path}:{}:{}", place.line, place.column),
        Damage::NotText(line) | Damage::Conflict(line) | Damage::CutOff(line) => {
            format!("{path}:{line}")
        }
        _ => path,
    };
    let message = text.with("fault-unreadable", &[("place", place.into()), ("what", what.into())]);
    let hint = match (&unreadable.damage, &unreadable.backup) {
        (Damage::Newer(_), _) => text.get("fault-hint-newer").into_owned(),
        (Damage::Conflict(_), _) => text.get("fault-hint-conflict").into_owned(),
        // A copy would not open either: it is not the file that is wrong.
        (Damage::Io(_), _) => String::new(),
        (_, Some(backup)) => text.with("fault-hint-backup", &[("backup", shown(backup).into())]),
        (_, None) => text.get("fault-hint-mend").into_owned(),
    };
    (message, hint)
}

/// Why a save did not happen.
pub(crate) fn describe_save_error(text: &Text, error: &SaveError) -> String {
    match error {
        SaveError::ChangedElsewhere => text.get("fault-changed-elsewhere").into_owned(),
        SaveError::Locked => text.get("fault-locked").into_owned(),
        SaveError::Gone => text.get("fault-gone").into_owned(),
        SaveError::Newer(version) => {
            let newer = text.with("fault-newer", &[("version", version.to_string().into())]);
            format!("{newer}. {}", text.get("fault-hint-newer"))
        }
        SaveError::Unsound(Damage::Twice(id)) => {
            text.with("fault-twice", &[("id", clean_line(id).into())])
        }
        SaveError::Unsound(Damage::TooLarge(size)) => {
            text.with("fault-too-large", &[("size", size.to_string().into())])
        }
        SaveError::Unsound(_) => text.get("fault-foreign").into_owned(),
        SaveError::Format(error) => text.ron_error(error),
        SaveError::Io(path, error) => text.with(
            "fault-not-saved",
            &[("path", shown(path).into()), ("what", io_words(text, error).into())],
        ),
    }
}

/// What the system refused, in plain words where there are some.
pub(crate) fn io_words(text: &Text, error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    let key = match error.kind() {
        Kind::StorageFull => "fault-disk-full",
        Kind::QuotaExceeded => "fault-quota",
        Kind::ReadOnlyFilesystem => "fault-read-only",
        Kind::PermissionDenied => "fault-permission",
        Kind::NotFound => "fault-not-found",
        Kind::CrossesDevices | Kind::ResourceBusy => "fault-mounted",
        Kind::IsADirectory => "fault-folder",
        _ if is_disk_failure(error) => "fault-disk",
        _ => return text.with("fault-io", &[("said", clean_line(&error.to_string()).into())]),
    };
    text.get(key).into_owned()
}

/// The same about the file at a path: it may lie on another system or another machine.
pub(super) fn file_words(text: &Text, path: &str, error: &io::Error) -> String {
    if error.kind() != io::ErrorKind::NotFound {
        return io_words(text, error);
    }
    match machine_of(path) {
        Some(machine) => {
            text.with("fault-other-machine", &[("machine", clean_line(machine).into())])
        }
        None if MAIN_SEPARATOR == '/' && is_of_windows(path) => {
            text.get("fault-of-windows").into_owned()
        }
        None => io_words(text, error),
    }
}

impl Unattachable {
    /// Why a file cannot stand for a document, with its path.
    pub fn describe(&self, text: &Text) -> String {
        let (path, what) = match self {
            Self::Io(path, error) => (path, file_words(text, path, error)),
            Self::Folder(path) => (path, text.get("fault-folder").into_owned()),
            Self::NotAFile(path) => (path, text.get("fault-not-a-file").into_owned()),
            Self::NotText(path) => (path, text.get("fault-name-not-text").into_owned()),
        };
        let path = clean_line(path);
        text.with("fault-unreadable", &[("place", path.into()), ("what", what.into())])
    }
}

/// Every fault of a playbook, one a line, in the form that editors jump to:
/// file, line, column.
pub(crate) fn describe_faults(text: &Text, file: &str, faults: &[Fault]) -> String {
    let line = |fault: &Fault| {
        let what = problem(text, &fault.problem);
        let Position { line, column } = fault.place;
        format!("{}:{line}:{column}: {what}", clean_line(file))
    };
    faults.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn problem(text: &Text, problem: &Problem) -> String {
    match problem {
        // Only texts are maps: one by language.
        Problem::Schema(error) if **error == ron::Error::ExpectedMap => {
            text.get("fault-expected-texts").into_owned()
        }
        Problem::Schema(error) => text.ron_error(error),
        Problem::NotASlug(id) => text.with("fault-not-a-slug", &[("id", clean_line(id).into())]),
        Problem::Twice(id) => text.with("fault-twice", &[("id", clean_line(id).into())]),
        Problem::Unknown(name, known) if known.is_empty() => {
            text.with("fault-unknown", &[("name", clean_line(name).into())])
        }
        Problem::Unknown(name, known) => {
            let known = known.iter().map(String::as_str);
            let args = [("name", clean_line(name).into()), ("known", named(text, known).into())];
            text.with("fault-unknown-known", &args)
        }
        Problem::NoLanguage(given) => {
            let known = Lang::ALL.iter().map(|lang| lang.tag());
            let args = [("given", clean_line(given).into()), ("known", named(text, known).into())];
            text.with("fault-no-letter-language", &args)
        }
        Problem::NoZone(given) => {
            text.with("fault-no-such-zone", &[("given", clean_line(given).into())])
        }
        Problem::Hours => text.get("fault-hours").into_owned(),
        Problem::Unbalanced => text.get("fault-unbalanced").into_owned(),
        Problem::NoText(lang) => text.with("fault-no-text", &[("lang", clean_line(lang).into())]),
        Problem::NoRegion(given) => {
            text.with("fault-no-region", &[("given", clean_line(given).into())])
        }
        Problem::Needless(name, beside) => {
            let args = [("name", name.as_str().into()), ("beside", beside.as_str().into())];
            text.with("fault-needless", &args)
        }
        Problem::NotSure => text.get("fault-not-sure").into_owned(),
        Problem::Missing(name) => {
            text.with("fault-missing-part", &[("name", clean_line(name).into())])
        }
        Problem::Window(earliest, latest) => text.with(
            "fault-window",
            &[("earliest", (*earliest).into()), ("latest", (*latest).into())],
        ),
    }
}

/// Names as they stand in a file, in a row.
fn named<'a>(text: &Text, names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(|name| format!("`{}`", clean_line(name))).collect();
    names.join(&text.get("word-comma"))
}

/// Why a playbook cannot be used, and a hint when a name is near.
pub(crate) fn describe_missing(text: &Text, missing: &PlaybookError) -> (String, Option<String>) {
    match missing {
        PlaybookError::Unknown(id, near) => {
            let message = text.with("fault-no-playbook", &[("id", clean_line(id.as_str()).into())]);
            let near = near.join(&text.get("word-comma"));
            let hint = text.with("fault-nearest", &[("names", near.as_str().into())]);
            (message, (!near.is_empty()).then_some(hint))
        }
        PlaybookError::Faulty(id, faults) => {
            (describe_faults(text, &format!("{id}.ron"), faults), None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_system_refuses_is_told_in_plain_words() {
        use io::ErrorKind as Kind;
        let text = Text::new(Lang::En);
        for (kind, words) in [
            (Kind::StorageFull, "the disk is full"),
            (Kind::QuotaExceeded, "your disk quota is used up"),
            (Kind::ReadOnlyFilesystem, "the file system is read-only"),
            (Kind::PermissionDenied, "permission denied: check who owns the file and its folder"),
            (Kind::NotFound, "there is no such file or folder"),
            (Kind::IsADirectory, "this is a folder"),
        ] {
            assert_eq!(io_words(&text, &kind.into()), words);
        }
        // EIO, and the ERROR_IO_DEVICE of Windows.
        let broken = io::Error::from_raw_os_error(if cfg!(windows) { 1117 } else { 5 });
        assert_eq!(io_words(&text, &broken), "the disk reports an error");
        let other = io_words(&text, &Kind::BrokenPipe.into());
        assert!(other.starts_with("the system says:"), "{other}");
    }

    #[test]
    fn a_file_that_lies_elsewhere_is_told_so() {
        let text = Text::new(Lang::En);
        let words = |path: &str| file_words(&text, path, &io::ErrorKind::NotFound.into());
        assert!(words("file://box/a").contains("box"));
        if MAIN_SEPARATOR == '/' {
            assert_eq!(words(r"C:\a b"), text.get("fault-of-windows"));
        }
        assert_eq!(words("/a"), text.get("fault-not-found"));
    }

    #[test]
    fn what_no_session_can_bring_about_is_told_all_the_same() {
        let text = Text::new(Lang::En);
        for (error, words) in [
            (
                SaveError::ChangedElsewhere,
                "The file was changed elsewhere; nothing was overwritten.",
            ),
            (SaveError::Locked, "Another ringoff process is still saving."),
            (
                SaveError::Gone,
                "The file is gone: it was moved or deleted. Your next change, or quitting, writes it \
                 again.",
            ),
            (SaveError::Unsound(Damage::Twice("a".into())), "the id `a` is given twice"),
            (
                SaveError::Io("/x".into(), io::ErrorKind::StorageFull.into()),
                "Not saved: /x: the disk is full",
            ),
        ] {
            assert_eq!(describe_save_error(&text, &error), words);
        }
        for (problem, words) in [
            (
                Problem::NotASlug("A b".into()),
                "`A b` isn't a valid id: lower-case letters and digits, joined by single hyphens",
            ),
            (Problem::Twice("a".into()), "the id `a` is given twice"),
            (Problem::Unknown("a".into(), Vec::new()), "there is nothing called `a`"),
            (
                Problem::Unknown("a".into(), vec!["b".into(), "c".into()]),
                "there is nothing called `a`; known here: `b`, `c`",
            ),
            (
                Problem::NoLanguage("fr".into()),
                "letters are not written in `fr` here; known here: `en`, `zh-CN`, `ms`",
            ),
            (Problem::NoText("ms".into()), "no text in ms"),
        ] {
            let fault = Fault { place: Position { line: 1, column: 2 }, problem };
            assert_eq!(describe_faults(&text, "f.ron", &[fault]), format!("f.ron:1:2: {words}"));
        }
        let name = Unattachable::NotText("x".into()).describe(&text);
        assert_eq!(name, "x: its name is not valid text and cannot be recorded");
        let path = "/x".into();
        let damage = Damage::TooLarge(9);
        let large = describe_unreadable(&text, &Unreadable { path, damage, backup: None });
        assert_eq!(large.0, "/x: 9 bytes: no progress file is that large");
        assert_eq!(text.ron_error(&ron::Error::Eof), "the text ends too early");
        let days = crate::domain::Refusal::TooManyDays(3);
        let days = text.refusal(&days, crate::domain::Item::to_string);
        assert_eq!(days, "At most 3 days of your own.");
    }
}
