//! The person's own themes: files in the configuration folder, and what is wrong
//! with them.

use std::fs;

use super::{context::Context, errors::shown};
use crate::{
    shell::{own_words, read_own},
    text::{Position, RonError, Text, clean_line},
    ui::{Depth, Theme, ThemeFault},
};

/// The theme that is chosen by the background of the terminal; no file has this
/// name.
pub(super) const AUTO: &str = "auto";

/// The themes by file name, and what is wrong with them.
pub(super) fn read(context: &Context, depth: Depth) -> (Vec<(String, Theme)>, Vec<String>) {
    let text = &context.text;
    let folder = context.paths.config.join("themes");
    let mut files: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().collect();
    files.sort_by_key(fs::DirEntry::file_name);
    let (mut themes, mut faults) = (Vec::new(), Vec::new());
    for path in files.into_iter().map(|file| file.path()) {
        let name = path.file_stem().and_then(|name| name.to_str()).map(clean_line);
        let is_one = path.extension().is_some_and(|extension| extension == "ron");
        let Some(name) = name.filter(|name| is_one && name != AUTO) else { continue };
        let place = shown(&path);
        match read_own(&path) {
            Ok(source) => {
                let (theme, found) = Theme::of_person(&source, depth);
                faults.extend(found.iter().map(|fault| fault_words(text, &place, fault)));
                themes.push((name, theme));
            }
            Err(error) => faults.push(unreadable(text, place, own_words(text, &error))),
        }
    }
    (themes, faults)
}

/// What is wrong with the person's own themes and with the one they have chosen.
pub(super) fn faults(context: &Context) -> Vec<String> {
    let (own, faults) = read(context, Depth::True);
    let mut names: Vec<&str> = [AUTO].into_iter().chain(Theme::names()).collect();
    names.extend(own.iter().map(|(name, _)| name.as_str()));
    faults.into_iter().chain(unknown_in_settings(context, &names)).collect()
}

/// There is no theme of this name.
pub(super) fn unknown(text: &Text, name: &str, names: &[&str]) -> String {
    let listed = names.join(&text.get("word-comma"));
    text.with("fault-no-theme", &[("given", clean_line(name).into()), ("names", listed.into())])
}

/// The settings name a theme that there is not.
pub(super) fn unknown_in_settings(context: &Context, names: &[&str]) -> Option<String> {
    let name = context.config().theme.as_deref().filter(|name| !names.contains(name))?;
    let place = shown(&context.paths.config.join("config.ron"));
    Some(unreadable(&context.text, place, unknown(&context.text, name, names)))
}

fn unreadable(text: &Text, place: String, what: String) -> String {
    text.with("fault-unreadable", &[("place", place.into()), ("what", what.into())])
}

fn fault_words(text: &Text, file: &str, fault: &ThemeFault) -> String {
    let given = |key, arg, given: &str| text.with(key, &[(arg, clean_line(given).into())]);
    let (line, what) = match fault {
        ThemeFault::Unreadable(RonError { place: Position { line, column }, cause }) => {
            return unreadable(text, format!("{file}:{line}:{column}"), text.ron_error(cause));
        }
        ThemeFault::NoBase(line, name) => {
            (line, unknown(text, name, &Theme::names().collect::<Vec<_>>()))
        }
        ThemeFault::NoRole(line, name) => (line, given("fault-no-role", "name", name)),
        ThemeFault::NoColour(line, colour) => (line, given("fault-no-colour", "given", colour)),
    };
    unreadable(text, format!("{file}:{line}"), what)
}
