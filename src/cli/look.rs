//! How the dashboard looks: flags, then the environment, then the settings,
//! then what the terminal can do.

use std::{env, fs};

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{
    answer::Failure,
    context::{Colour, Context},
    define::say,
};
use crate::{
    app::Preferences,
    shell::{Abilities, Appearance, SignsWanted, io_words, open_regular},
    text::{Position, RonError, Text, clean_line},
    ui::{Depth, Signs, Theme, ThemeFault},
};

/// The flags of whatever draws the dashboard.
pub(super) fn define(text: &Text, command: Command) -> Command {
    let switch = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    command
        .arg(Arg::new("theme").long("theme").value_name("NAME").help(say(text, "cli-flag-theme")))
        .arg(switch("ascii").help(say(text, "cli-flag-ascii")))
        .arg(switch("no-mouse").help(say(text, "cli-flag-no-mouse")))
}

/// What was asked for in front of a subcommand.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    theme: Option<String>,
    ascii: bool,
    no_mouse: bool,
}

impl Asked {
    pub(super) fn of(matches: &ArgMatches) -> Self {
        Self {
            theme: matches.get_one::<String>("theme").cloned(),
            ascii: matches.get_flag("ascii"),
            no_mouse: matches.get_flag("no-mouse"),
        }
    }
}

/// The theme that is taken from the ground of the terminal.
const AUTO: &str = "auto";

/// What the dashboard is drawn with, what the person prefers, and what is wrong
/// with their own themes.
pub(super) fn look(
    context: &Context,
    matches: &ArgMatches,
) -> Result<(Appearance, Preferences, Vec<String>), Failure> {
    let (text, config) = (&context.text, context.config());
    let abilities = abilities(context);
    let (own, faults) = of_person(context, abilities.depth);
    let mut themes: Vec<(String, Theme)> = Theme::names()
        .filter_map(|name| Some((name.to_owned(), Theme::named(name, abilities.depth)?)))
        .filter(|(name, _)| own.iter().all(|(other, _)| other != name))
        .collect();
    themes.extend(own);
    let flag = matches.get_one::<String>("theme").or(context.asked.theme.as_ref()).cloned();
    let named = env::var("RINGOFF_THEME").ok().filter(|name| !name.is_empty());
    let named = flag.or(named);
    let names: Vec<&str> = themes.iter().map(|(name, _)| name.as_str()).chain([AUTO]).collect();
    let known = |name: &String| names.contains(&name.as_str());
    let mut faults = faults;
    if let Some(name) = named.as_ref().filter(|name| !known(name)) {
        return Err(Failure::usage(unknown(text, name, &names)));
    }
    let settled = config.theme.clone().filter(|name| {
        if !known(name) {
            faults.push(unknown_in_settings(context, name, &names));
        }
        known(name)
    });
    let asked = named.or(settled).unwrap_or_else(|| "own".to_owned());
    let by_ground = asked == AUTO;
    let active_theme = match (by_ground, abilities.light) {
        (true, Some(true)) => "light".to_owned(),
        (true, Some(false)) => "dark".to_owned(),
        (true, None) => "own".to_owned(),
        (false, _) => asked,
    };
    let signs = match config.signs {
        _ if matches.get_flag("ascii") || context.asked.ascii => abilities.signs.max(Signs::Ascii),
        SignsWanted::Ascii => abilities.signs.max(Signs::Ascii),
        SignsWanted::Full => Signs::Full,
        SignsWanted::Auto => abilities.signs,
    };
    // What the person has said is not asked for.
    let free = config.signs == SignsWanted::Auto && signs == Signs::Full;
    let preferred = Preferences {
        themes: themes.iter().map(|(name, _)| name.clone()).collect(),
        active_theme,
        mouse: config.mouse && !matches.get_flag("no-mouse") && !context.asked.no_mouse,
        tour: config.tour,
    };
    let appearance = Appearance {
        themes,
        signs,
        title: config.title && abilities.title,
        ask_background: by_ground && abilities.light.is_none() && abilities.answers,
        ask_width: free && abilities.wide_locale && abilities.answers,
    };
    Ok((appearance, preferred, faults))
}

/// What the terminal can do, with what `--color` says about it.
pub(super) fn abilities(context: &Context) -> Abilities {
    let found = Abilities::of(|name| env::var(name).ok());
    let depth = match context.colour {
        Colour::Never => Depth::None,
        Colour::Always => found.depth.max(Depth::Sixteen),
        Colour::Auto => found.depth,
    };
    Abilities { depth, ..found }
}

fn unknown(text: &Text, name: &str, names: &[&str]) -> String {
    let listed = names.join(&text.get("word-comma"));
    text.with("fault-no-theme", &[("given", clean_line(name).into()), ("names", listed.into())])
}

/// The same of the settings: with the file that names it.
fn unknown_in_settings(context: &Context, name: &str, names: &[&str]) -> String {
    let file = clean_line(&context.paths.config.join("config.ron").display().to_string());
    let what = unknown(&context.text, name, names);
    context.text.with("fault-unreadable", &[("place", file.into()), ("what", what.into())])
}

/// The themes in the configuration folder, by file name.
fn of_person(context: &Context, depth: Depth) -> (Vec<(String, Theme)>, Vec<String>) {
    let folder = context.paths.config.join("themes");
    let mut files: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().collect();
    files.sort_by_key(fs::DirEntry::file_name);
    let (mut themes, mut faults) = (Vec::new(), Vec::new());
    for path in files.into_iter().map(|file| file.path()) {
        let name = path.file_stem().and_then(|name| name.to_str()).map(clean_line);
        let is_one = path.extension().is_some_and(|extension| extension == "ron");
        // `auto` means something else.
        let Some(name) = name.filter(|name| is_one && name != AUTO) else { continue };
        let file = clean_line(&path.display().to_string());
        let read = open_regular(&path).and_then(|(file, _)| std::io::read_to_string(file));
        let source = match read {
            Ok(source) => source,
            Err(error) => {
                let what = match error.kind() {
                    std::io::ErrorKind::InvalidData => {
                        context.text.get("fault-import-not-text").into_owned()
                    }
                    _ => io_words(&context.text, &error),
                };
                let args = [("place", file.into()), ("what", what.into())];
                faults.push(context.text.with("fault-unreadable", &args));
                continue;
            }
        };
        let (theme, found) = Theme::of_person(&source, depth);
        faults.extend(found.iter().map(|fault| told(&context.text, &file, fault)));
        themes.push((name, theme));
    }
    (themes, faults)
}

/// What is wrong with the person's own themes and with the one they have chosen.
pub(super) fn faults(context: &Context) -> Vec<String> {
    let (own, mut faults) = of_person(context, Depth::True);
    let named = context.config().theme.as_ref();
    let own = own.into_iter().map(|(name, _)| name);
    let names: Vec<String> =
        [AUTO].into_iter().chain(Theme::names()).map(str::to_owned).chain(own).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if let Some(name) = named.filter(|name| names.iter().all(|one| one != name)) {
        faults.push(unknown_in_settings(context, name, &names));
    }
    faults
}

fn told(text: &Text, file: &str, fault: &ThemeFault) -> String {
    let place = |line: usize, column: Option<usize>| match column {
        Some(column) => format!("{file}:{line}:{column}"),
        None => format!("{file}:{line}"),
    };
    let (place, what) = match fault {
        ThemeFault::Unreadable(RonError { place: Position { line, column }, cause }) => {
            (place(*line, Some(*column)), text.ron_error(cause))
        }
        ThemeFault::NoBase(line, name) => {
            let names = Theme::names().collect::<Vec<_>>().join(&text.get("word-comma"));
            let args = [("given", clean_line(name).into()), ("names", names.into())];
            (place(*line, None), text.with("fault-no-theme", &args))
        }
        ThemeFault::NoRole(line, name) => {
            let args = [("name", clean_line(name).into())];
            (place(*line, None), text.with("fault-no-role", &args))
        }
        ThemeFault::NoColour(line, given) => {
            let args = [("given", clean_line(given).into())];
            (place(*line, None), text.with("fault-no-colour", &args))
        }
    };
    text.with("fault-unreadable", &[("place", place.into()), ("what", what.into())])
}
