//! The flags that say how the dashboard looks.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::define::say;
use crate::text::Text;

/// When colours are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ColorWhen {
    #[default]
    Auto,
    Always,
    Never,
}

/// What was asked for on the command line.
#[derive(Clone, Debug, Default)]
pub(super) struct AppearanceFlags {
    pub(super) theme: Option<String>,
    pub(super) ascii: bool,
    pub(super) no_mouse: bool,
    pub(super) color: ColorWhen,
}

/// `--theme`, `--ascii` and `--no-mouse`, for whatever draws the dashboard;
/// `--color` is a flag of every command.
pub(super) fn define(text: &Text, command: Command) -> Command {
    let flag =
        |name: &'static str| Arg::new(name).long(name).help(say(text, &format!("cli-flag-{name}")));
    let switch = |name| flag(name).action(ArgAction::SetTrue);
    command.arg(flag("theme").value_name("NAME")).arg(switch("ascii")).arg(switch("no-mouse"))
}

impl AppearanceFlags {
    pub(super) fn of(matches: &ArgMatches) -> Self {
        let color = match matches.get_one::<String>("color").map(String::as_str) {
            Some("always") => ColorWhen::Always,
            Some("never") => ColorWhen::Never,
            _ => ColorWhen::Auto,
        };
        Self {
            theme: matches.get_one::<String>("theme").cloned(),
            ascii: matches.get_flag("ascii"),
            no_mouse: matches.get_flag("no-mouse"),
            color,
        }
    }

    /// These flags, and those of a subcommand behind them, which come first.
    pub(super) fn and(&self, matches: &ArgMatches) -> Self {
        let own = Self::of(matches);
        Self {
            theme: own.theme.or_else(|| self.theme.clone()),
            ascii: own.ascii || self.ascii,
            no_mouse: own.no_mouse || self.no_mouse,
            color: self.color,
        }
    }
}
