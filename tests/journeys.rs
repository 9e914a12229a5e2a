//! Journeys: a fixture, a string of keys, a picture.
//!
//! Each file in `tests/journeys` is one. It opens with what it shows and with
//! its fixture, then come steps:
//!
//! ```text
//! A newcomer opens a case.
//! lang: en
//! size: 80x24
//! now: 2026-11-05T02:00:00Z
//!
//! == keys enter enter
//! == picture
//! …what the screen shows…
//! ```
//!
//! | step | what happens |
//! |---|---|
//! | `keys K…` · `type TEXT` · `paste TEXT` | keys as `keys.ron` names them; each character of a text; a paste |
//! | `choose carrier ID` · `choose route WORD` | presses Right until the question shows this answer |
//! | `click X Y` · `wheel X Y` | the mouse |
//! | `now MOMENT` · `turn` | the clock stands there; it stands where something changes by itself, and tells the moment |
//! | `size CxR` · `ascii` | the window changes; the terminal draws frames wide |
//! | `tour` | the first case will be followed by the tour |
//! | `reopen` | leaves, and opens again from the file |
//! | `elsewhere …` | another program writes a file or changes the book |
//! | `task WHAT` · `task` | the keys of a task begin; they end |
//! | `notices` | the program hears that somebody has written the book |
//! | `breaks` · `mends` | the book may not be written; it may again |
//! | `stalls` · `answers` | the disk does not answer those who look for files or write one; it does again |
//! | `scanning READ TOTAL [NAME SHARE]…` · `scanned` | how far the scan is that was asked for, and each of its files; it is done |
//! | `editor TEXT` | what the person adds in their editor |
//! | `refused` | compares what a form refuses; where one does and no step says so, the journey fails |
//! | `picture` · `styles` · `book` · `copied` · `file NAME` | compares the screen, its colours, the book, the clipboard, a file |
//!
//! A journey that names several languages (`lang: en zh-CN ms`) is walked in each, and
//! what is compared stands below `-- en` and the like. `~` is the folder of the journey. With `JOURNEYS=bless` in the environment
//! the files are rewritten with what happens now.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/dice.rs"]
mod dice;
#[path = "support/number.rs"]
mod number;
#[path = "support/told.rs"]
mod told;

mod journeys {
    pub(crate) mod rounds;
    mod script;
    pub(crate) mod stage;
    pub(crate) mod ways_out;
}

use journeys::stage::Stage;
use number::number;
use ringoff::text::Lang;

struct Step {
    verb: String,
    rest: String,
    expected: Vec<String>,
}

struct Journey {
    head: Vec<String>,
    steps: Vec<Step>,
}

fn read(text: &str) -> Journey {
    let mut head = Vec::new();
    let mut steps: Vec<Step> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("== "), steps.last_mut()) {
            (Some(step), _) => {
                let (verb, rest) = step.split_once(' ').unwrap_or((step, ""));
                steps.push(Step {
                    verb: verb.to_owned(),
                    rest: rest.to_owned(),
                    expected: Vec::new(),
                });
            }
            (None, Some(step)) => step.expected.push(line.to_owned()),
            (None, None) => head.push(line.to_owned()),
        }
    }
    Journey { head, steps }
}

/// Does a step, and returns what it compares.
fn take(stage: &mut Stage, step: &Step) -> Vec<String> {
    match step.verb.as_str() {
        "keys" => stage.keys(&step.rest),
        "type" => stage.type_text(&step.rest),
        "choose" => stage.choose(&step.rest),
        "paste" => stage.paste(&step.rest),
        "now" => stage.at(&step.rest),
        "size" => stage.resize(&step.rest),
        "reopen" => stage.reopen(),
        "elsewhere" => stage.elsewhere(&step.rest),
        "copied" => return stage.copied(),
        "turn" => return vec![stage.turn()],
        "editor" => stage.editor(&step.rest),
        "file" => return stage.file(&step.rest),
        "scanning" => stage.scanning(&step.rest),
        "click" | "wheel" => stage.mouse(&step.verb, &step.rest),
        "tour" => stage.with_tour(),
        "ascii" => stage.in_ascii(),
        "scanned" => stage.scanned(),
        "stalls" => stage.stalls(),
        "answers" => stage.answers(),
        "notices" => stage.notices(),
        // The keys from here on are counted, or are not any more.
        "task" => {}
        "breaks" => stage.break_saving(),
        "mends" => stage.mend_saving(),
        "refused" => return stage.refused(),
        "picture" => return stage.picture(),
        "styles" => return stage.styles(),
        "book" => return stage.book(),
        verb => panic!("no such step: {verb}"),
    }
    Vec::new()
}

/// Walks a journey and returns its text with what happened, in each language that it
/// names.
fn walk(journey: &Journey) -> String {
    let setting =
        |name: &str| journey.head.iter().find_map(|line| line.strip_prefix(&format!("{name}: ")));
    let enter = |lang: &str| {
        Stage::new(
            lang,
            setting("size").unwrap_or("80x24"),
            setting("now").unwrap_or("2026-11-05T02:00:00Z"),
            setting("book").unwrap_or("empty"),
            setting("home").unwrap_or("Asia/Kuala_Lumpur"),
        )
    };
    let langs: Vec<&str> = setting("lang").unwrap_or("en").split(' ').collect();
    let mut stages: Vec<Stage> = langs.iter().map(|lang| enter(lang)).collect();
    let mut out: Vec<String> = journey.head.clone();
    for step in &journey.steps {
        out.push(format!("== {} {}", step.verb, step.rest).trim_end().to_owned());
        for (stage, lang) in stages.iter_mut().zip(&langs) {
            if step.verb != "refused" {
                stage.knows_what_is_refused();
            }
            let told = take(stage, step);
            if langs.len() > 1 && !told.is_empty() {
                out.push(format!("-- {lang}"));
            }
            out.extend(told);
        }
    }
    stages.iter().for_each(Stage::knows_what_is_refused);
    out.join("\n") + "\n"
}

#[test]
fn every_journey_ends_where_it_should() {
    told::compare("tests/journeys", "JOURNEYS", 116, |text| walk(&read(text)));
}

#[test]
fn whoever_writes_the_file_meanwhile_nothing_that_was_saved_is_lost() {
    let first = number("ROUND").unwrap_or(0);
    let rounds = first..first + number("ROUNDS").unwrap_or(12);
    // What once lost something is tried every time.
    for seed in rounds.chain([82, 170, 371, 588]) {
        journeys::rounds::round(seed);
    }
}

/// Each playbook that comes with the program is walked, in every language.
#[test]
fn every_carrier_has_a_journey_in_every_language() {
    for id in ringoff::playbook::Library::default().ids() {
        let path = format!("tests/journeys/carrier-{id}.txt");
        let text = std::fs::read_to_string(&path).expect("a journey of the carrier");
        let journey = read(&text);
        assert!(journey.head.iter().any(|line| line == "lang: en zh-CN ms"), "{path}");
        assert!(text.contains(&format!("\n== choose carrier {id}\n")), "{path}");
        let last = journey.steps.last().expect("a step");
        let closed = ["closed", "已结案", "ditutup"];
        let heads = last.expected.iter().filter(|line| line.starts_with(" ringoff "));
        let ended = heads.filter(|line| closed.iter().any(|word| line.contains(word)));
        assert_eq!(ended.count(), 3, "{path} ends closed in three languages");
    }
}

#[test]
fn every_way_out_of_every_carrier_is_walked_in_english() {
    journeys::ways_out::walk(Lang::En);
}

#[test]
fn every_way_out_of_every_carrier_is_walked_in_chinese() {
    journeys::ways_out::walk(Lang::ZhCn);
}

#[test]
fn every_way_out_of_every_carrier_is_walked_in_malay() {
    journeys::ways_out::walk(Lang::Ms);
}

/// The keys of every task in a journey: keys, characters that are typed, and pastes.
fn keys_of_tasks(journey: &Journey) -> Vec<(String, usize)> {
    let mut tasks: Vec<(String, usize)> = Vec::new();
    let mut counts = false;
    for step in &journey.steps {
        let keys = match step.verb.as_str() {
            "task" => {
                counts = !step.rest.is_empty();
                if counts {
                    tasks.push((step.rest.clone(), 0));
                }
                0
            }
            "keys" => step.rest.split(' ').count(),
            "type" => step.rest.chars().count(),
            "paste" => 1,
            _ => 0,
        };
        if let Some((_, sum)) = tasks.last_mut().filter(|_| counts) {
            *sum += keys;
        }
    }
    tasks
}

#[test]
fn what_everybody_does_takes_few_keys() {
    // As many as a person needed in 0.1.0 who knew its keys.
    let before = [44, 31, 38, 17, 7, 2, 25];
    let files = ["fewest-keys", "fewest-keys-end"];
    let journeys = files.map(|name| {
        let path = format!("tests/journeys/{name}.txt");
        read(&std::fs::read_to_string(path).expect("reads"))
    });
    let tasks: Vec<(String, usize)> = journeys.iter().flat_map(keys_of_tasks).collect();
    assert_eq!(tasks.len(), before.len(), "{tasks:?}");
    let now: usize = tasks.iter().map(|(_, keys)| keys).sum();
    assert!(now * 2 <= before.iter().sum::<usize>(), "{tasks:?}");
}
