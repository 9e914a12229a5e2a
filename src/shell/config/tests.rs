use std::fs;

use super::*;

fn read(source: &str) -> (Config, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("config.ron"), source).expect("writes");
    let (config, faults) = Config::read(folder.path(), &Text::new(Lang::En));
    let at = folder.path().join("config.ron").display().to_string();
    (config, faults.into_iter().map(|fault| fault.replace(&at, "FILE")).collect())
}

#[test]
fn each_entry_counts_by_itself() {
    let source = "(\n    lang: \"zh-CN\",\n    theme: \"dark\",\n    sings: \"ascii\",\n    \
                  mouse: yes,\n    signs: \"braille\",\n    title: false,\n    colour: 3,\n)";
    let (config, faults) = read(source);
    let wanted = Config {
        lang: Some(Lang::ZhCn),
        theme: Some("dark".into()),
        title: false,
        own_days: CalendarOverrides::default().faulty(),
        ..Config::default()
    };
    assert_eq!(config, wanted);
    assert_eq!(
        faults,
        [
            "FILE:4:5: unknown field `sings`; known here: `signs`",
            "FILE:5:12: `true` or `false` is expected here",
            "FILE:6:12: unknown word `braille`; known here: `auto`, `full`, `ascii`",
            "FILE:8:5: unknown field `colour`; known here: `lang`, `theme`, `signs`, `mouse`, \
             `title`, `tour`, `days`",
        ]
    );
}

#[test]
fn what_is_no_settings_at_all_says_where() {
    let (config, faults) = read("(lang \"en\")");
    assert_eq!(config, Config::faulty());
    assert_eq!(faults, ["FILE:1:6: `:` is expected here"]);
    let (config, faults) = read("()");
    assert_eq!((config, faults.len()), (Config::default(), 0));
}

#[test]
fn what_stands_in_the_sample_is_what_holds_without_it() {
    let entries = SETTINGS.map(|(name, value)| format!("{name}: {value},\n"));
    let (config, faults) = read(&format!("({})", entries.concat()));
    assert!(faults.is_empty(), "{faults:?}");
    // The language and the theme are what they are without being asked for.
    let wanted = Config { lang: Some(Lang::En), theme: Some("own".into()), ..Config::default() };
    assert_eq!(config, wanted);
}

proptest::proptest! {
    #[test]
    fn any_settings_are_read_or_complained_of(source in "\\(([a-z]{1,6}: [a-z0-9\"\\[\\]{}():, ]{0,9},\n){0,4}\\)|\\PC{0,40}") {
        let _ = read(&source);
    }
}
