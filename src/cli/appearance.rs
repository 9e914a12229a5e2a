//! How the dashboard looks: the flags, then the environment, then the settings,
//! then what the terminal can do.

use std::{cell::OnceCell, env};

use clap::ArgMatches;

use super::{appearance_flags::ColorWhen, context::Context, failure::Failure, language, themes};
use crate::{
    app::Preferences,
    shell::{Abilities, Appearance, CAN_STOP, SignsWanted},
    ui::{Depth, Signs, Theme},
};

/// What the dashboard is drawn with, what the person prefers, and what is wrong
/// with their own themes.
pub(super) fn choose(
    context: &Context,
    matches: &ArgMatches,
) -> Result<(Appearance, Preferences, Vec<String>), Failure> {
    let (flags, config) = (context.appearance.and(matches), context.config());
    let abilities = abilities(context);
    let (own, mut faults) = themes::read(context, abilities.depth);
    let mut themes: Vec<(String, OnceCell<Theme>)> = Theme::names()
        .filter(|name| own.iter().all(|(other, _)| other != name))
        .map(|name| (name.to_owned(), OnceCell::new()))
        .collect();
    themes.extend(own.into_iter().map(|(name, theme)| (name, OnceCell::from(theme))));
    let names: Vec<&str> =
        themes.iter().map(|(name, _)| name.as_str()).chain([themes::AUTO]).collect();
    let known = |name: &str| names.contains(&name);
    let variable = || env::var("RINGOFF_THEME").ok().filter(|name| !name.is_empty());
    let asked = match flags.theme.or_else(variable) {
        Some(name) if known(&name) => Some(name),
        Some(name) => return Err(Failure::usage(themes::unknown(&context.text, &name, &names))),
        None => None,
    };
    faults.extend(themes::unknown_in_settings(context, &names));
    let choices = context.choices();
    let settled = choices.of("theme").filter(|name| known(name));
    let settled = settled.or_else(|| config.theme.clone().filter(|name| known(name)));
    let asked = asked.or(settled).unwrap_or_else(|| "own".to_owned());
    let auto = asked == themes::AUTO;
    let active_theme = match (auto, abilities.light) {
        (true, Some(true)) => "light".to_owned(),
        (true, Some(false)) => "dark".to_owned(),
        (true, None) => "own".to_owned(),
        (false, _) => asked,
    };
    let signs = match config.signs {
        _ if flags.ascii => abilities.signs.max(Signs::Ascii),
        SignsWanted::Ascii => abilities.signs.max(Signs::Ascii),
        SignsWanted::Full => Signs::Full,
        SignsWanted::Auto => abilities.signs,
    };
    // The terminal is asked only about what the settings leave open.
    let free = config.signs == SignsWanted::Auto && signs == Signs::Full;
    let preferred = Preferences {
        themes: themes.iter().map(|(name, _)| name.clone()).collect(),
        active_theme,
        mouse: choices.of("mouse").as_deref() == Some("true") && !flags.no_mouse,
        kept_in: None,
        tour: config.tour,
        no_chinese: language::without_chinese(language::variable),
        can_stop: CAN_STOP,
    };
    let appearance = Appearance {
        themes,
        depth: abilities.depth,
        signs,
        charset: abilities.charset,
        title: config.title && abilities.title,
        blanks: abilities.blanks,
        ask_background: auto && abilities.light.is_none() && abilities.answers,
        ask_width: free && abilities.wide_locale && abilities.answers,
    };
    Ok((appearance, preferred, faults))
}

/// What the terminal can do, with what `--color` says about it.
pub(super) fn abilities(context: &Context) -> Abilities {
    let found = Abilities::of(|name| env::var(name).ok());
    let depth = match context.appearance.color {
        ColorWhen::Never => Depth::None,
        ColorWhen::Always => found.depth.max(Depth::Sixteen),
        ColorWhen::Auto => found.depth,
    };
    Abilities { depth, ..found }
}
