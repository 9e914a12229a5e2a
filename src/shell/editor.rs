//! A text in the person's own editor and back.

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
};

use super::{faults::io_words, signals, terminal};
use crate::{
    store::write_private,
    text::{Text, clean},
};

/// Longest text that is taken back, in bytes.
const LONGEST: u64 = 1 << 20;

/// The editor the person has named, with its arguments.
fn named() -> Option<String> {
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(env::var_os)?;
    named.into_string().ok().filter(|named| !named.trim().is_empty())
}

/// Lets the person change `text` in their editor: in a file of the folder
/// `drafts` that only they can read and that is gone afterwards. The terminal
/// is the editor's meanwhile. What went wrong is told in words.
pub(super) fn edit(words: &Text, drafts: &Path, text: &str) -> Result<String, String> {
    let named = named().ok_or_else(|| words.get("fault-no-editor").into_owned())?;
    let path = drafts.join(format!("draft-{}.txt", std::process::id()));
    let io = |error| {
        let place = path.display().to_string();
        let args = [("path", place.into()), ("what", io_words(words, &error).into())];
        words.with("fault-not-saved", &args)
    };
    fs::create_dir_all(drafts).map_err(io)?;
    write_private(&path, format!("{text}\n").as_bytes(), true).map_err(io)?;
    let failed = |what: String| {
        words.with("fault-editor", &[("editor", named.as_str().into()), ("what", what.into())])
    };
    // By the shell, as git does it: the person may have given arguments.
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{named} \"$@\"")).arg(&named).arg(&path);
    command.stdin(Stdio::inherit());
    let _ = terminal::give_back();
    let ended = signals::while_away(|| command.status());
    let taken = terminal::take();
    let made = match ended {
        Ok(status) if status.success() => read(&path).map_err(io),
        Ok(status) => Err(failed(status.to_string())),
        Err(error) => Err(failed(io_words(words, &error))),
    };
    let _ = fs::remove_file(&path);
    taken.map_err(|error| io_words(words, &error))?;
    made.map(|text| clean(&text).trim_end().to_owned())
}

fn read(path: &Path) -> std::io::Result<String> {
    if fs::metadata(path)?.len() > LONGEST {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    Ok(String::from_utf8_lossy(&fs::read(path)?).into_owned())
}
