//! The language of a run. It is found before the arguments are parsed, since
//! what is wrong with them is told in it.

use std::{env, ffi::OsString};

use crate::{
    shell::{Config, Paths},
    text::{Lang, Text, clean_line},
};

/// The language by the flag, then `RINGOFF_LANG`, then the settings, then the
/// system. The error is the name of a language that was asked for and is not
/// spoken, with the language to say so in.
pub(super) fn language(args: &[OsString]) -> Result<Text, (Text, String)> {
    let flag = args.iter().enumerate().find_map(|(at, arg)| {
        let arg = arg.to_str()?;
        match arg.strip_prefix("--lang=") {
            Some(value) => Some(value.to_owned()),
            None if arg == "--lang" => args.get(at + 1)?.to_str().map(str::to_owned),
            None => None,
        }
    });
    let asked = flag.or_else(|| env::var("RINGOFF_LANG").ok()).filter(|tag| !tag.is_empty());
    if let Some(asked) = asked {
        let unknown = || (Text::new(Lang::En), clean_line(&asked));
        return Lang::find(&asked).map(Text::new).ok_or_else(unknown);
    }
    let settled = Paths::find(None).ok().and_then(|paths| Config::language(&paths.config));
    // LANGUAGE and LC_ALL come before LANG; C and POSIX are no language.
    let system = || sys_locale::get_locales().find_map(|tag| Lang::find(&tag));
    Ok(Text::new(settled.or_else(system).unwrap_or_default()))
}
