//! The language of a run. It is found before the arguments are parsed, since
//! what is wrong with them is told in it.

use std::{env, ffi::OsString};

use crate::{
    shell::{Choices, Config, Paths},
    text::{Charset, Lang, Text, clean_line},
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
    // What was chosen on the screen comes before the settings that it was chosen over.
    let settled = Paths::find(None).ok().and_then(|paths| {
        let said = Config::language(&paths.config).map(|lang| lang.tag().to_owned());
        Lang::find(&Choices::new(&paths.state).over("lang", said).of("lang")?)
    });
    let system = || match of_environment(variable) {
        Some(lang) => Some(lang),
        None => sys_locale::get_locales().find_map(|tag| Lang::find(&tag)),
    };
    Ok(Text::new(settled.or_else(system).unwrap_or_default()))
}

/// A language as the terminal can show it: Chinese where its encoding has no Chinese
/// characters becomes English, and what is to be said about that. The language of the
/// environment was chosen with that in mind; this is for one that was asked for.
pub(super) fn shown(
    text: Text,
    variable: impl Fn(&str) -> Option<String>,
) -> (Text, Option<String>) {
    if text.lang() != Lang::ZhCn || has_chinese(&variable) {
        return (text, None);
    }
    let (locale, text) = (without_chinese(&variable).unwrap_or_default(), Text::new(Lang::En));
    let told = text.with("fault-no-chinese", &[("locale", locale.into())]);
    (text, Some(told))
}

/// A variable of the environment.
pub(super) fn variable(name: &str) -> Option<String> {
    env::var(name).ok()
}

/// The first of these variables that is set.
fn first(variable: impl Fn(&str) -> Option<String>, names: [&str; 3]) -> Option<String> {
    names.into_iter().filter_map(variable).find(|value| !value.trim().is_empty())
}

fn locale_of_characters(variable: impl Fn(&str) -> Option<String>) -> String {
    first(variable, ["LC_ALL", "LC_CTYPE", "LANG"]).unwrap_or_default()
}

/// The locale that the environment names, where its encoding has no Chinese characters.
pub(super) fn without_chinese(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    (!has_chinese(&variable)).then(|| clean_line(&locale_of_characters(&variable)))
}

/// Whether the encoding that the environment names has the characters of Chinese. One that
/// is not named is UTF-8.
pub(super) fn has_chinese(variable: impl Fn(&str) -> Option<String>) -> bool {
    let characters = locale_of_characters(variable).to_lowercase();
    let charset = characters.split('@').next().and_then(|locale| locale.split_once('.'));
    match charset {
        None | Some((_, "utf-8" | "utf8")) => true,
        Some(_) => Charset::of_locale(&characters).is_some_and(Charset::has_simplified),
    }
}

/// The language that the environment asks for: the first variable that is set
/// decides, though it may be `C` and so English. Whatever the encoding of the terminal
/// is, its language is spoken; but for Chinese it has to have the characters. Nothing where
/// none is set.
fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Option<Lang> {
    let locale = first(&variable, ["LC_ALL", "LC_MESSAGES", "LANG"])?;
    let spoken = Lang::find(&locale).filter(|lang| *lang != Lang::ZhCn || has_chinese(&variable));
    Some(spoken.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Option<Lang> {
        let value = |name: &str| pairs.iter().find(|(own, _)| *own == name).map(|one| one.1);
        of_environment(|name| value(name).map(str::to_owned))
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")]), Some(Lang::En));
        assert_eq!(of(&[("LC_ALL", "POSIX"), ("LANG", "zh_CN.UTF-8")]), Some(Lang::En));
        assert_eq!(of(&[("LC_ALL", ""), ("LANG", "zh_CN.UTF-8")]), Some(Lang::ZhCn));
        assert_eq!(of(&[("LC_MESSAGES", "ms_MY.UTF-8"), ("LANG", "zh_CN")]), Some(Lang::Ms));
        assert_eq!(of(&[("LC_MESSAGES", "C.UTF-8"), ("LANG", "zh_CN.UTF-8")]), Some(Lang::En));
        assert_eq!(of(&[("LANG", "fr_FR.UTF-8")]), Some(Lang::En));
        assert_eq!(of(&[("LANG", "")]), None);
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn a_terminal_speaks_its_language_whatever_its_encoding() {
        for locale in ["zh_CN.GB18030", "zh_CN.GBK@stroke", "zh_CN.GB2312"] {
            assert_eq!(of(&[("LANG", locale)]), Some(Lang::ZhCn), "{locale}");
        }
        for locale in ["ms_MY.ISO-8859-1", "ms_MY.ISO-8859-15@euro", "ms_MY.unknown"] {
            assert_eq!(of(&[("LANG", locale)]), Some(Lang::Ms), "{locale}");
        }
        for locale in ["zh_CN.unknown", "zh_CN.ISO-8859-1", "zh_TW.Big5", "ja_JP.eucJP"] {
            assert_eq!(of(&[("LANG", locale)]), Some(Lang::En), "{locale}");
        }
        assert_eq!(of(&[("LC_CTYPE", "zh_CN.GBK"), ("LANG", "zh_CN.UTF-8")]), Some(Lang::ZhCn));
        assert_eq!(of(&[("LC_CTYPE", "C.UTF-8"), ("LANG", "zh_CN.GBK")]), Some(Lang::ZhCn));
        assert_eq!(of(&[("LC_ALL", "zh_CN.utf8"), ("LANG", "zh_CN.GBK")]), Some(Lang::ZhCn));
    }

    #[test]
    fn chinese_that_was_asked_for_is_english_where_it_would_be_question_marks() {
        let spoken = |locale: &str, lang| {
            let variable = |name: &str| (name == "LC_ALL").then(|| locale.to_owned());
            let (text, told) = shown(Text::new(lang), variable);
            assert_eq!(told.is_some(), text.lang() != lang, "{locale}");
            assert!(told.is_none_or(|told| told.contains(locale)), "{locale}");
            text.lang()
        };
        for locale in ["ms_MY.ISO-8859-1", "zh_CN.ISO-8859-15", "ja_JP.eucJP", "zh_TW.Big5"] {
            assert_eq!(spoken(locale, Lang::ZhCn), Lang::En, "{locale}");
            assert_eq!(spoken(locale, Lang::Ms), Lang::Ms, "{locale}");
        }
        for locale in ["zh_CN.GBK", "en_US.UTF-8", "C", "", "de_DE"] {
            assert_eq!(spoken(locale, Lang::ZhCn), Lang::ZhCn, "{locale}");
        }
    }
}
