//! Every text in every language: none missing, none unused, none in the code.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use ringoff::text::{Lang, Text, Value};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Keys of a language with the variables their messages use.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in sources(&Path::new("assets/locales").join(lang.tag())) {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        let text = fs::read_to_string(&path).expect("reads");
        let mut key = String::new();
        for line in text.lines() {
            let starts = line.chars().next().is_some_and(|c| c.is_ascii_lowercase());
            if let Some((name, _)) = line.split_once(" =").filter(|_| starts) {
                name.clone_into(&mut key);
                assert!(key.starts_with(&format!("{stem}-")), "{}: {key}", path.display());
                let twice = messages.insert(key.clone(), BTreeSet::new()).is_some();
                assert!(!twice, "{}: {key} twice", path.display());
            }
            for (at, _) in line.match_indices('$') {
                let rest = &line[at + 1..];
                let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
                messages.entry(key.clone()).or_default().insert(rest[..end].to_owned());
            }
        }
    }
    messages.remove("");
    messages
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let english = messages(Lang::En);
    for lang in Lang::ALL.into_iter().filter(|lang| *lang != Lang::En) {
        let theirs = messages(lang);
        for (key, variables) in &english {
            let mine = theirs.get(key);
            assert!(mine.is_some(), "{lang}: {key} is missing");
            // A language without plurals need not look at the number.
            let needed: BTreeSet<_> = variables.iter().filter(|name| *name != "count").collect();
            let has: BTreeSet<_> = mine.into_iter().flatten().filter(|n| *n != "count").collect();
            assert_eq!(needed, has, "{lang}: {key}");
        }
        for key in theirs.keys() {
            assert!(english.contains_key(key), "{lang}: {key} is not in English");
        }
    }
}

/// The two days of a line have one name in each language, whoever asks for them or
/// tells of them.
#[test]
fn a_fact_of_the_line_has_one_name() {
    let told = |days: &str| {
        let (dashed, plain) = (days.replace('_', "-"), days.split('_').next().unwrap_or(days));
        [
            "ask-dates".to_owned(),
            format!("guide-ask-{plain}"),
            format!("cli-arg-{dashed}"),
            format!("say-agenda-{days}"),
            format!("say-agenda-brief-{days}"),
            format!("ui-lapse-{plain}"),
            "say-grace-before-active".to_owned(),
        ]
    };
    for lang in Lang::ALL {
        let text = Text::new(lang);
        let name = |key: &str| text.get(key).to_lowercase();
        for fact in ["active-until", "grace-until", "last-used", "registered", "credit"] {
            let (field, row) = (format!("ui-field-{fact}"), format!("word-line-{fact}"));
            assert_eq!(name(&field), name(&row), "{lang}: {fact}");
        }
        let of_grace = ["say-next-ask-dates", "say-warn-ended"];
        for day in ["active_until", "grace_until"] {
            let own = of_grace.iter().filter(|_| day == "grace_until").map(|key| (*key).to_owned());
            for key in told(day).into_iter().chain(own) {
                let name = name(&format!("word-line-{}", day.replace('_', "-")));
                assert!(text.get(&key).to_lowercase().contains(&name), "{lang}: {key}: {name}");
            }
        }
    }
}

/// A key without a message comes back as itself.
fn knows(text: &Text, key: &str) -> bool {
    let told = text.get(key);
    told != key && !told.is_empty()
}

/// The program's own messages say what a reader of Fluent makes of the files.
fn agree(
    fluent: &FluentBundle<FluentResource>,
    text: &Text,
    key: &str,
    variables: &BTreeSet<String>,
    value: &Value<'_>,
) {
    let args: Vec<_> = variables.iter().map(|name| (name.as_str(), value.clone())).collect();
    let theirs: FluentArgs<'_> = variables
        .iter()
        .map(|name| match value {
            Value::Number(number) => (name.as_str(), FluentValue::from(*number)),
            Value::Text(words) => (name.as_str(), FluentValue::from(words.as_ref())),
        })
        .collect();
    let pattern = fluent.get_message(key).and_then(|message| message.value()).expect("a value");
    let theirs = fluent.format_pattern(pattern, Some(&theirs), &mut Vec::new());
    assert_eq!(text.with(key, &args), theirs, "{}: {key}", text.lang());
}

#[test]
fn every_message_can_be_formatted() {
    for lang in Lang::ALL {
        let text = Text::new(lang);
        let tag = lang.tag().parse().expect("a tag");
        let mut fluent = FluentBundle::new(vec![tag]);
        fluent.set_use_isolating(false);
        for path in sources(&Path::new("assets/locales").join(lang.tag())) {
            let source = fs::read_to_string(&path).expect("reads");
            match FluentResource::try_new(source) {
                Ok(resource) => fluent.add_resource(resource).expect("no key twice"),
                Err((_, faults)) => panic!("{}: {faults:?}", path.display()),
            }
        }
        for (key, variables) in messages(lang) {
            assert!(knows(&text, &key), "{lang}: {key} does not parse");
            let args: Vec<_> = variables.iter().map(|name| (name.as_str(), 2.into())).collect();
            let said = text.with(&key, &args);
            assert!(!said.is_empty() && !said.contains("{$"), "{lang}: {key}: {said}");
            for count in [0, 1, 2, 11, 1000] {
                agree(&fluent, &text, &key, &variables, &count.into());
            }
            agree(&fluent, &text, &key, &variables, &"some { words }".into());
        }
    }
}

/// String literals of the code outside tests and comments.
fn literals() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for path in sources(Path::new("src")) {
        let mut parts = path.components().map(std::path::Component::as_os_str);
        if parts.any(|part| part == "tests.rs" || part == "tests") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("reads");
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//") && !line.contains("reason = \""))
            .collect();
        for piece in code.join("\n").split('"').skip(1).step_by(2) {
            found.push((path.clone(), piece.to_owned()));
        }
    }
    found
}

#[test]
fn every_message_is_used_and_every_key_has_a_message() {
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut families: BTreeSet<String> = BTreeSet::new();
    let parts = [
        "word-", "say-", "ui-", "cmd-", "cli-", "fault-", "demo-", "export-", "guide-", "holiday-",
        "region-", "ask-", "restore-",
    ];
    for (_, literal) in literals() {
        if parts.iter().any(|part| literal.starts_with(part)) {
            match literal.find('{') {
                Some(at) => families.insert(literal[..at].to_owned()),
                None => used.insert(literal),
            };
        }
    }
    // `say-did-account` is used with a verb behind it.
    for noun in ["account", "document", "contact", "obstacle"] {
        used.remove(&format!("say-did-{noun}"));
        families.insert(format!("say-did-{noun}-"));
    }
    families.insert("cmd-".to_owned());
    let english = messages(Lang::En);
    for key in &used {
        let begins = parts.contains(&key.as_str());
        assert!(begins || english.contains_key(key), "{key} has no message");
    }
    for key in english.keys() {
        // What is told of a number that goes to another carrier has the same key with an end,
        // what is told of a line of which only top-ups count, where a new carrier is asked, and
        // of a last day that nobody saw, and of a talk that is no call.
        let ends =
            ["-port", "-top-up", "-elsewhere", "-new", "-latest", "-rule", "-online", "-counter"];
        let plain = ends.iter().find_map(|end| key.strip_suffix(end)).unwrap_or(key);
        let known = used.contains(key)
            || used.contains(plain)
            || families.iter().any(|family| key.starts_with(family));
        assert!(known, "{key} is never used");
    }
}

#[test]
fn no_text_for_people_stands_in_the_code() {
    for (path, literal) in literals() {
        let words: Vec<&str> = literal
            .split(' ')
            .filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic()))
            .collect();
        assert!(words.len() < 3, "{}: {literal:?}", path.display());
        let foreign = literal.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let named = literal == "简体中文";
        assert!(!foreign || named, "{}: {literal:?}", path.display());
    }
}

/// What stands between `open` and the next `close` in files whose path holds `place`.
fn between(place: &str, open: &str, close: char) -> Vec<String> {
    let mut found = Vec::new();
    let paths = sources(Path::new("src")).into_iter();
    for path in paths.filter(|path| path.to_string_lossy().replace('\\', "/").contains(place)) {
        let code = fs::read_to_string(&path).expect("reads");
        let parts = code.split(open).skip(1).filter_map(|part| part.split(close).next());
        found.extend(parts.map(str::to_owned));
    }
    found
}

/// A command that the bar may name has a short name.
#[test]
fn every_command_of_the_bar_has_a_short_name() {
    let text = Text::new(Lang::En);
    let places = ["app/hints.rs", "app/panes/", "app/value/pane.rs"];
    let hinted: BTreeSet<String> = places
        .iter()
        .flat_map(|place| between(place, "list![", ']'))
        .collect::<Vec<_>>()
        .iter()
        .flat_map(|names| names.split_whitespace())
        .filter(|name| name.chars().all(char::is_alphanumeric))
        .map(str::to_owned)
        .collect();
    let mut seen = 0;
    for command in ringoff::app::Command::ALL {
        if hinted.contains(&format!("{command:?}")) {
            let key = format!("ui-key-{}", command.id());
            assert!(knows(&text, &key), "{key}");
            seen += 1;
        }
    }
    assert_eq!(seen, hinted.len(), "{hinted:?}");
}

/// A format that is read has a name for people.
/// Keys can be given to other commands: a text has them from the keymap. A question of the
/// command line is always answered with Enter; the fields of a path say what typing does.
#[test]
fn no_text_of_the_dashboard_names_a_key_itself() {
    let answered = ["ask-skip", "ask-hint", "ui-hint-path", "ui-hint-export"];
    let keys = ["Enter", "Esc", "Ctrl", "Space", "(g ", "（g ", "空格勾选"];
    for lang in Lang::ALL {
        for stem in ["ui", "say", "ask", "restore", "cmd"] {
            let path = Path::new("assets/locales").join(lang.tag()).join(format!("{stem}.ftl"));
            let text = fs::read_to_string(path).expect("reads");
            let mut key = "";
            for line in text.lines() {
                let starts = line.chars().next().is_some_and(|c| c.is_ascii_lowercase());
                key = line.split(" =").next().filter(|_| starts).unwrap_or(key);
                let named = keys.iter().find(|one| line.contains(*one));
                let named = named.filter(|_| !answered.contains(&key));
                assert_eq!(named, None, "{lang}: {key}: {line}");
            }
        }
    }
}

#[test]
fn every_reader_has_words() {
    let text = Text::new(Lang::En);
    let readers = between("discover/read.rs", "reader!(\"", '"');
    assert!(readers.len() > 15, "{readers:?}");
    for name in readers {
        assert!(knows(&text, &format!("word-format-{name}")), "{name}");
    }
}

#[test]
fn what_the_tables_name_has_words() {
    let text = Text::new(Lang::En);
    for command in ringoff::app::Command::ALL {
        assert!(knows(&text, command.text()), "{}", command.text());
    }
    for pane in ringoff::app::PaneId::ALL {
        for key in [format!("ui-pane-{}", pane.word()), format!("ui-empty-{}", pane.word())] {
            assert!(knows(&text, &key), "{key}");
        }
    }
    for field in ringoff::app::FieldId::ALL {
        assert!(knows(&text, &field.label()), "{}", field.label());
    }
    for stage in ringoff::domain::Stage::ALL {
        assert!(knows(&text, &format!("word-stage-{}", stage.word())));
    }
    for kind in ringoff::domain::AccountKind::ALL {
        assert!(knows(&text, &format!("word-kind-{}", kind.word())));
    }
}
