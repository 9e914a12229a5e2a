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
//! | `click X Y` · `wheel X Y` | the mouse |
//! | `now MOMENT` · `turn` | the clock stands there; it stands where something changes by itself, and tells the moment |
//! | `size CxR` · `ascii` | the window changes; the terminal draws frames wide |
//! | `tour` | the first case will be followed by the tour |
//! | `reopen` | leaves, and opens again from the file |
//! | `elsewhere …` | another program writes a file or changes the book |
//! | `notices` | the program hears that somebody has written the book |
//! | `breaks` · `mends` | the book may not be written; it may again |
//! | `scanning READ TOTAL` · `scanned` | how far the scan is that was asked for; it is done |
//! | `editor TEXT` | what the person adds in their editor |
//! | `picture` · `styles` · `book` · `copied` · `file NAME` | compares the screen, its colours, the book, the clipboard, a file |
//!
//! `~` is the folder of the journey. With `JOURNEYS=bless` in the environment
//! the files are rewritten with what happens now.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/told.rs"]
mod told;

mod journeys {
    mod script;
    pub(crate) mod stage;
}

use journeys::stage::Stage;

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

/// Walks a journey and returns its text with what happened.
fn walk(journey: &Journey) -> String {
    let setting =
        |name: &str| journey.head.iter().find_map(|line| line.strip_prefix(&format!("{name}: ")));
    let mut stage = Stage::new(
        setting("lang").unwrap_or("en"),
        setting("size").unwrap_or("80x24"),
        setting("now").unwrap_or("2026-11-05T02:00:00Z"),
        setting("book").unwrap_or("empty"),
        setting("home").unwrap_or("Asia/Kuala_Lumpur"),
    );
    let mut out: Vec<String> = journey.head.clone();
    for step in &journey.steps {
        out.push(format!("== {} {}", step.verb, step.rest).trim_end().to_owned());
        match step.verb.as_str() {
            "keys" => stage.keys(&step.rest),
            "type" => stage.type_text(&step.rest),
            "paste" => stage.paste(&step.rest),
            "now" => stage.at(&step.rest),
            "size" => stage.resize(&step.rest),
            "reopen" => stage.reopen(),
            "elsewhere" => stage.elsewhere(&step.rest),
            "copied" => out.extend(stage.copied()),
            "turn" => out.push(stage.turn()),
            "editor" => stage.editor(&step.rest),
            "file" => out.extend(stage.file(&step.rest)),
            "scanning" => stage.scanning(&step.rest),
            "click" | "wheel" => stage.mouse(&step.verb, &step.rest),
            "tour" => stage.with_tour(),
            "ascii" => stage.in_ascii(),
            "scanned" => stage.scanned(),
            "notices" => stage.notices(),
            "breaks" => stage.break_saving(),
            "mends" => stage.mend_saving(),
            "picture" => out.extend(stage.picture()),
            "styles" => out.extend(stage.styles()),
            "book" => out.extend(stage.book()),
            verb => panic!("no such step: {verb}"),
        }
    }
    out.join("\n") + "\n"
}

#[test]
fn every_journey_ends_where_it_should() {
    told::compare("tests/journeys", "JOURNEYS", 89, |text| walk(&read(text)));
}
