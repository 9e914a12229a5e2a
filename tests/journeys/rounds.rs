//! The dashboard, the command line, an editor and a sync tool on one file, in any
//! order: what was called saved is in the file in the end, or in a conflict that is on
//! record.
//!
//! ```text
//! ROUNDS=1000 cargo test --test journeys -- whoever
//! ```

use std::collections::BTreeMap;

use ringoff::{
    domain::{Book, Id},
    store::read,
};

use super::stage::Stage;
use crate::dice::Dice;

fn book(stage: &Stage) -> Book {
    let text = stage.file("progress.ron").join("\n") + "\n";
    read(text.as_bytes()).expect("the file is always a whole book").0
}

fn names(book: &Book) -> Vec<String> {
    book.cases.iter().flat_map(|case| &case.accounts).map(|one| one.name.clone()).collect()
}

/// One round. What is told is what happened, for a failure to be understood by.
pub(crate) fn round(seed: u64) {
    let mut dice = Dice::new(seed);
    let mut stage = Stage::new("en", "80x24", "2026-11-05T02:00:00Z", "empty", "Asia/Kuala_Lumpur");
    stage.keys("enter ctrl-s 2");
    let (mut saved, mut told): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut edited: BTreeMap<Id, Vec<String>> = BTreeMap::new();
    let mut copies = 0;
    for step in 0..14 {
        stage.at(&format!("2026-11-05T02:{:02}:00Z", step + 1));
        let name = format!("Zzq{step}x");
        match dice.roll(7) {
            0 | 1 => {
                stage.keys("a");
                stage.type_text(&name);
                stage.keys("ctrl-s");
                told.push(format!("the dashboard adds {name}"));
                saved.push(name);
            }
            2 => {
                stage.elsewhere(&format!("account {name}"));
                told.push(format!("the command line adds {name}"));
                saved.push(name);
                // What nobody has seen or kept cannot outlive an older file.
                stage.notices();
            }
            3 => {
                let there = book(&stage);
                let there: Vec<_> = there.cases.iter().flat_map(|case| &case.accounts).collect();
                if let Some(old) = there.get(dice.roll(there.len())) {
                    stage.elsewhere(&format!("edits \"{}\" \"{name}\"", old.name));
                    told.push(format!("an editor makes {name} of {}", old.name));
                    // In an older copy it writes the very file that it would have written in
                    // the newest one: whatever the account was called, it is called this.
                    let all = edited.entry(old.id.clone()).or_default();
                    saved.retain(|one| *one != old.name && !all.contains(one));
                    all.push(name.clone());
                    saved.push(name);
                    stage.notices();
                }
            }
            4 => {
                copies += 1;
                stage.elsewhere(&format!("keeps {copies}.ron"));
                told.push(format!("copy {copies} is kept"));
            }
            5 if copies > 0 => {
                let copy = 1 + dice.roll(copies);
                stage.elsewhere(&format!("puts {copy}.ron"));
                told.push(format!("copy {copy} is put in its place"));
            }
            _ => {
                stage.notices();
                told.push("the dashboard looks".to_owned());
            }
        }
    }
    stage.keys("a");
    stage.type_text("Zzqlast");
    stage.keys("ctrl-s");
    let book = book(&stage);
    let cases = book.cases.iter().map(|case| format!("{:?}", case.conflicts));
    let (all, conflicts) = (names(&book), cases.collect::<String>());
    for name in saved {
        let kept = all.contains(&name) || conflicts.contains(&format!("\"{name}\""));
        assert!(kept, "{seed}: {name} is lost\n{}\n{all:?}\n{conflicts}", told.join("\n"));
    }
    assert!(all.contains(&"Zzqlast".to_owned()), "{seed}: {all:?}\n{}", told.join("\n"));
}
