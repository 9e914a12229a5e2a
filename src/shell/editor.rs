//! A text in the person's own editor and back.
//!
//! Owns: the draft file and the visit of the editor. Must not know: what the
//! text is for, how the terminal is lent, how a system runs a command.

use std::{env, fs, io, path::Path, process::Stdio};

use super::{faults::io_words, system, terminal};
use crate::{
    store::write_private,
    text::{Text, clean},
};

/// Longest text that is taken back, in bytes.
const LONGEST: u64 = 1 << 20;

/// The editor the person has named, with its arguments.
fn named_editor() -> Option<String> {
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(env::var_os)?;
    named.into_string().ok().filter(|named| !named.trim().is_empty())
}

/// Lets the person change `text` in their editor, and returns what they made
/// of it. The text lies in a file of the folder `drafts` that only they can
/// read and that is removed afterwards. The editor has the terminal
/// meanwhile. An error is a sentence that says what went wrong.
pub(super) fn edit(words: &Text, drafts: &Path, text: &str) -> Result<String, String> {
    let editor = named_editor().ok_or_else(|| words.get("fault-no-editor").into_owned())?;
    let path = drafts.join(format!("draft-{}.txt", std::process::id()));
    let unwritable = |error| {
        let place = path.display().to_string();
        let args = [("path", place.into()), ("what", io_words(words, &error).into())];
        words.with("fault-not-saved", &args)
    };
    fs::create_dir_all(drafts).map_err(unwritable)?;
    write_private(&path, format!("{text}\n").as_bytes(), true).map_err(unwritable)?;
    let failed = |what: String| {
        words.with("fault-editor", &[("editor", editor.as_str().into()), ("what", what.into())])
    };
    let mut command = system::editor_command(&editor, &path);
    command.stdin(Stdio::inherit());
    let lent = terminal::lend(|| command.status());
    let edited = match &lent {
        Ok(Ok(status)) if status.success() => read(&path).map_err(unwritable),
        Ok(Ok(status)) => Err(failed(status.to_string())),
        Ok(Err(error)) => Err(failed(io_words(words, error))),
        Err(error) => Err(io_words(words, error)),
    };
    // A draft that cannot be removed is still for the person alone.
    let _ = fs::remove_file(&path);
    edited.map(|text| clean(&text).trim_end().to_owned())
}

fn read(path: &Path) -> io::Result<String> {
    if fs::metadata(path)?.len() > LONGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(String::from_utf8_lossy(&fs::read(path)?).into_owned())
}
