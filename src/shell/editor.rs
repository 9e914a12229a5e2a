//! A text in the person's own editor and back.
//!
//! Owns: which editor, the draft file and the visit of the editor. Must not
//! know: what the text is for, how the terminal is lent, how a system runs a
//! command.

use std::{
    env,
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use super::{faults::io_words, system, terminal};
use crate::{
    app::{Edited, UnnamedEditor},
    store::write_private,
    text::{Text, clean},
};

/// Longest text that is taken back, in bytes.
const LONGEST: u64 = 1 << 20;

/// How long a draft that nobody came back for is kept.
const OLDEST: Duration = Duration::from_hours(24);

/// The editor of the person, and the draft that it may still be working on.
#[derive(Debug, Default)]
pub(super) struct Editor {
    kept: Option<Draft>,
    drafts: u32,
    /// The person was told which editor opens that they have not named.
    told: bool,
}

/// An editor that can be opened.
#[derive(Debug, PartialEq, Eq)]
struct Picked {
    /// Its name, with its arguments.
    command: String,
    /// What the person has to know before, where they have not named it.
    unnamed: Option<UnnamedEditor>,
}

/// A draft that came back as it was.
#[derive(Debug)]
struct Draft {
    path: PathBuf,
    /// The text that the person set out from.
    text: String,
}

impl Editor {
    /// Lets the person change `text` in their editor, which has the terminal
    /// meanwhile. The text lies in a file of the folder `drafts` that only they
    /// can read. The file goes once its changes are taken. As long as nothing
    /// was changed it stays: the editor may have a window of its own and still
    /// be open. Asked again for the same text, its changes are taken, if there
    /// are any by then.
    pub(super) fn edit(&mut self, words: &Text, drafts: &Path, text: &str) -> Edited {
        if self.kept.as_ref().is_some_and(|draft| draft.text != text) {
            self.leave();
        }
        let kept = self.kept.take().filter(|draft| draft.path.exists());
        if let Some(draft) = &kept
            && let Some(changed) = changed(draft)
        {
            return take(draft, &changed);
        }
        if let (false, Some(unnamed)) = (self.told, picked().and_then(|one| one.unnamed)) {
            self.told = true;
            self.kept = kept;
            return Edited::Unnamed(unnamed);
        }
        let draft = match kept.map_or_else(|| self.begin(words, drafts, text), Ok) {
            Ok(draft) => draft,
            Err(told) => return Edited::Failed(told),
        };
        let done = visit(words, &draft);
        if done.is_ok() && !draft.path.exists() {
            // What the editor took away nobody can save there.
            return Edited::Failed(words.get("ui-draft-gone").into_owned());
        }
        match (done, changed(&draft)) {
            (Ok(()), Some(changed)) => take(&draft, &changed),
            (Ok(()), None) => {
                let path = draft.path.display().to_string();
                self.kept = Some(draft);
                Edited::Unchanged(path)
            }
            (Err(told), Some(_)) => {
                let place = draft.path.display().to_string();
                Edited::Failed(
                    words.with("ui-draft-kept", &[("what", told.into()), ("path", place.into())]),
                )
            }
            (Err(told), None) => {
                // A draft that cannot be removed is still for the person alone.
                let _ = fs::remove_file(&draft.path);
                Edited::Failed(told)
            }
        }
    }

    /// What an editor with a window of its own has saved of this text since it was asked
    /// for; nothing if there is nothing new.
    pub(super) fn late(&mut self, text: &str) -> Option<String> {
        let draft = self.kept.as_ref().filter(|draft| draft.text == text)?;
        let new = changed(draft)?;
        let draft = self.kept.take()?;
        // A draft that cannot be removed is still for the person alone.
        let _ = fs::remove_file(&draft.path);
        Some(new)
    }

    /// The draft is not needed any more. One that has changes which nobody took stays.
    pub(super) fn leave(&mut self) {
        if let Some(draft) = self.kept.take().filter(|draft| changed(draft).is_none()) {
            // A draft that cannot be removed is still for the person alone.
            let _ = fs::remove_file(&draft.path);
        }
    }

    /// Writes a new draft.
    fn begin(&mut self, words: &Text, drafts: &Path, text: &str) -> Result<Draft, String> {
        self.drafts += 1;
        remove_old(drafts);
        let name = format!("draft-{}-{}.txt", std::process::id(), self.drafts);
        let draft = Draft { path: drafts.join(name), text: text.to_owned() };
        let written = fs::create_dir_all(drafts)
            .and_then(|()| write_private(&draft.path, format!("{text}\n").as_bytes(), true));
        written.map(|()| draft).map_err(|error| unwritable(words, drafts, &error))
    }
}

/// Lets the editor work on the draft. An error is a sentence.
fn visit(words: &Text, draft: &Draft) -> Result<(), String> {
    let editor = picked().ok_or_else(|| words.get("fault-no-editor").into_owned())?.command;
    let failed = |what: String| {
        words.with("fault-editor", &[("editor", editor.as_str().into()), ("what", what.into())])
    };
    let mut command = system::editor_command(&editor, &draft.path);
    command.stdin(Stdio::inherit());
    match terminal::lend(|| command.status()) {
        Ok(Ok(status)) if status.success() => Ok(()),
        Ok(Ok(status)) => Err(failed(status.code().map_or_else(
            || words.get("fault-editor-ended").into_owned(),
            |code| words.with("fault-editor-code", &[("code", code.into())]),
        ))),
        Ok(Err(error)) => Err(failed(io_words(words, &error))),
        Err(error) => Err(io_words(words, &error)),
    }
}

/// The editor that opens now.
fn picked() -> Option<Picked> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| env::var(name).ok());
    pick(named.collect(), &env::var_os("PATH").unwrap_or_default())
}

/// Of the editors the person has `named`, with their arguments, the first that is there.
/// Else the first of the usual ones that is there; where there is none at all, the first
/// named, so that it is told by its name.
fn pick(named: Vec<String>, path: &OsStr) -> Option<Picked> {
    let named: Vec<String> = named.into_iter().filter(|editor| !editor.trim().is_empty()).collect();
    let place = |name: &str| {
        env::split_paths(path).map(|folder| folder.join(name)).find(|place| place.is_file())
    };
    // What else than a name and its arguments is written there only a shell understands.
    let is_plain = |sign: char| sign.is_alphanumeric() || "-_./+=: ".contains(sign);
    let runs = |editor: &&String| {
        let program = editor.split_whitespace().next().unwrap_or_default();
        !system::FINDS_AS_NAMED || !editor.chars().all(is_plain) || place(program).is_some()
    };
    let as_named = |command: &String| Picked { command: command.clone(), unnamed: None };
    if let Some(command) = named.iter().find(runs) {
        return Some(as_named(command));
    }
    let mut there = system::USUAL_EDITORS.into_iter().filter(|name| place(name).is_some());
    let Some(name) = there.next() else { return named.first().map(as_named) };
    // This one only calls another one.
    let opens = there.next().filter(|_| name == system::CALLS_ANOTHER).unwrap_or(name);
    let real = place(opens).and_then(|place| fs::canonicalize(place).ok());
    let real = real.as_deref().and_then(Path::file_stem).and_then(OsStr::to_str);
    let is_vi = [Some(opens), real].into_iter().flatten().any(is_vi);
    let missing = named.into_iter().next();
    let unnamed = UnnamedEditor { name: name.to_owned(), missing, is_vi };
    Some(Picked { command: name.to_owned(), unnamed: Some(unnamed) })
}

/// Whether an editor of this name is left as `vi` is.
fn is_vi(name: &str) -> bool {
    ["vi", "vim", "nvim"].contains(&name.split('.').next().unwrap_or_default())
}

/// What the draft says by now, if it differs from what the person set out from.
fn changed(draft: &Draft) -> Option<String> {
    let long = fs::metadata(&draft.path).ok()?.len() > LONGEST;
    let read = fs::read(&draft.path).ok().filter(|_| !long)?;
    let text = clean(&String::from_utf8_lossy(&read)).trim_end().to_owned();
    (text != clean(&draft.text).trim_end()).then_some(text)
}

/// Takes the changes of a draft, which is not needed any more.
fn take(draft: &Draft, text: &str) -> Edited {
    // A draft that cannot be removed is still for the person alone.
    let _ = fs::remove_file(&draft.path);
    Edited::Changed(text.to_owned())
}

/// Removes drafts that nobody came back for.
fn remove_old(drafts: &Path) {
    let Ok(entries) = fs::read_dir(drafts) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_draft = name.to_str().is_some_and(|name| name.starts_with("draft-"));
        let age = entry.metadata().and_then(|about| about.modified()).ok();
        let age = age.and_then(|written| written.elapsed().ok());
        if is_draft && age.is_some_and(|age| age > OLDEST) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn unwritable(words: &Text, place: &Path, error: &io::Error) -> String {
    let place = place.display().to_string();
    let args = [("path", place.into()), ("what", io_words(words, error).into())];
    words.with("fault-not-saved", &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_editor_saves_late_is_taken_once_and_only_for_its_own_text() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("draft-1.txt");
        let text = "Dear carrier".to_owned();
        fs::write(&path, "Dear carrier\n").expect("writes");
        let kept = Some(Draft { path: path.clone(), text: text.clone() });
        let mut editor = Editor { kept, drafts: 1, told: true };
        assert_eq!(editor.late(&text), None, "nothing was saved");
        fs::write(&path, "Dear carrier\nLATE\n").expect("writes");
        assert_eq!(editor.late("another letter"), None);
        assert_eq!(editor.late(&text).as_deref(), Some("Dear carrier\nLATE"));
        assert!(!path.exists(), "no draft is left behind");
        assert_eq!(editor.late(&text), None);
    }

    #[cfg(unix)]
    #[test]
    fn which_editor_opens_is_told_where_nobody_has_named_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().as_os_str();
        let named = |editor: &str| vec![String::new(), editor.to_owned()];
        assert_eq!(pick(Vec::new(), path), None);
        assert_eq!(pick(named("ed -s"), path).map(|one| one.command).as_deref(), Some("ed -s"));
        fs::write(folder.path().join("vim.tiny"), "").expect("writes");
        std::os::unix::fs::symlink("vim.tiny", folder.path().join("editor")).expect("links");
        let told = |named| pick(named, path).and_then(|one| one.unnamed);
        let unnamed = |name: &str, missing: Option<&str>, is_vi| {
            let missing = missing.map(str::to_owned);
            Some(UnnamedEditor { name: name.to_owned(), missing, is_vi })
        };
        assert_eq!(told(Vec::new()), unnamed("editor", None, true));
        assert_eq!(told(named("ed -s")), unnamed("editor", Some("ed -s"), true));
        fs::write(folder.path().join("sensible-editor"), "").expect("writes");
        assert_eq!(told(Vec::new()), unnamed("sensible-editor", None, true));
        fs::remove_file(folder.path().join("editor")).expect("removes");
        fs::write(folder.path().join("nano"), "").expect("writes");
        assert_eq!(told(Vec::new()), unnamed("sensible-editor", None, false));
        fs::write(folder.path().join("ed"), "").expect("writes");
        assert_eq!(told(named("ed -s")), None);
    }
}
