//! Every playbook that comes with the program, walked from opening to closed by the
//! command line, on each of its routes and in three languages.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use std::{path::Path, process::Command};

use serde_json::Value;

/// What only Malaysian playbooks may speak of.
const MALAYSIAN: [&str; 11] = [
    "Malaysia",
    "Kuala Lumpur",
    "MCMC",
    "CFM",
    "MyKad",
    "Dewan Rakyat",
    "ringgit",
    "MYR",
    "吉隆坡",
    "马来西亚",
    "大马",
];

/// What only that carrier's own playbook may speak of.
const OWN: [(&str, &[&str]); 5] = [
    ("hotlink", &["Hotlink", "Maxis"]),
    ("giffgaff", &["giffgaff", "goodybag"]),
    ("google-voice", &["Google Voice"]),
    ("thailand", &["NBTC", "TrueMove"]),
    ("hong-kong", &["GN-15"]),
];

/// Playbooks that stand for any of several carriers, with a word of their name that no
/// letter may give as the carrier's.
const SEVERAL: [(&str, &[&str]); 5] = [
    ("generic", &["Any other carrier", "其他运营商", "Penyedia lain"]),
    ("united-kingdom", &["United Kingdom", "英国"]),
    ("thailand", &["Thailand", "泰国"]),
    ("hong-kong", &["Hong Kong", "香港"]),
    ("philippines", &["Philippines", "菲律宾", "Filipina"]),
];

/// Every letter that a playbook can have.
const LETTERS: [&str; 8] = [
    "call",
    "comment",
    "message",
    "application",
    "authorisation",
    "dispute",
    "chaser",
    "complaint",
];

/// A person at a terminal, with a clock of their own.
struct Person<'a> {
    /// The playbook of their case; empty before there is one.
    playbook: &'a str,
    folder: &'a Path,
    lang: &'static str,
    now: String,
}

impl Person<'_> {
    /// Runs a command and returns what it says.
    fn says(&self, args: &[&str]) -> String {
        let (told, noted, went_well) = self.tries(args);
        assert!(went_well, "{args:?}: {told}{noted}");
        told
    }

    /// Runs a command, and returns what it says, its notes and whether it went well.
    fn tries(&self, args: &[&str]) -> (String, String, bool) {
        let folder = |name: &str| self.folder.join(name);
        let output = Command::new(env!("CARGO_BIN_EXE_ringoff"))
            .env_clear()
            .envs([("XDG_CONFIG_HOME", folder("config")), ("XDG_STATE_HOME", folder("state"))])
            .env("RINGOFF_FILE", folder("progress.ron"))
            .envs([("HOME", self.folder.as_os_str()), ("TZ", "UTC".as_ref())])
            .env("RINGOFF_NOW", &self.now)
            .args(["--lang", self.lang])
            .args(args)
            .output()
            .expect("runs");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        let noted = String::from_utf8_lossy(&output.stderr).into_owned();
        for key in ["say-", "ui-", "cli-", "word-", "fault-"] {
            let shown = told.split_whitespace().any(|word| word.starts_with(key));
            assert!(!shown, "{args:?} shows a key in {}: {told}", self.lang);
        }
        self.fits(args, &[told.as_str(), noted.as_str()].concat());
        (told, noted, output.status.success())
    }

    /// What is told fits the carrier: it speaks of no other, and of no other country.
    fn fits(&self, args: &[&str], told: &str) {
        if self.playbook.is_empty() {
            return;
        }
        let mut wrong: Vec<&str> = vec!["1 to 1 ", "1 至 1 ", "1 hingga 1 "];
        // A minister of the neighbours is the only source of Singapore's rule.
        if !["hotlink", "celcomdigi", "xox", "singtel-hi"].contains(&self.playbook) {
            wrong.extend(MALAYSIAN);
        }
        let others = OWN.iter().filter(|(owner, _)| *owner != self.playbook);
        wrong.extend(others.flat_map(|(_, words)| *words));
        for word in wrong {
            assert!(!told.contains(word), "{} {args:?} speaks of {word}: {told}", self.playbook);
        }
    }

    /// Every letter that can be written now. A carrier is called by its own name, and
    /// nobody is called by the name of a playbook for several.
    fn letters(&self) {
        for letter in LETTERS {
            let (told, _, written) = self.tries(&["letter", letter]);
            let several = SEVERAL.iter().find(|(id, _)| *id == self.playbook);
            for name in several.map(|(_, names)| *names).unwrap_or_default() {
                assert!(!written || !told.contains(name), "{letter} to {name}: {told}");
            }
            for twice in ["prepaid prepaid", "预付费卡 的一个预付费", "prabayar Prabayar"]
            {
                assert!(!told.contains(twice), "{letter}: {told}");
            }
        }
    }

    fn status(&self) -> Value {
        let told = self.says(&["status", "--json"]);
        let told: Value = serde_json::from_str(&told).expect("JSON");
        told["data"]["cases"][0].clone()
    }

    /// Ticks what is open of a kind.
    fn ticks(&self, kind: &str) {
        let open = self.status()[kind]["open"].clone();
        let open: Vec<&str> =
            open.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        if !open.is_empty() {
            self.says(&[&["check"], open.as_slice()].concat());
        }
    }
}

fn walk(playbook: &str, route: &str, lang: &'static str) {
    let home = tempfile::tempdir().expect("a folder");
    let now = "2026-11-26T04:00:00Z".to_owned();
    let mut person = Person { playbook, folder: home.path(), lang, now };
    person.says(&["new", "--playbook", playbook, "--route", "keep", "--abroad"]);
    assert_eq!(person.status()["stage"], "kept", "{playbook}");
    person.says(&[
        "keep",
        "--used",
        "--active-until",
        "+30d",
        "--grace-until",
        "+60d",
        "--credit",
        "0",
    ]);
    assert!(person.status()["keep"]["by"].is_string(), "{playbook}: it knows by when");
    assert!(!person.says(&["remind", "--within", "400d"]).trim().is_empty());
    person.says(&["close", "--route", route]);
    person.ticks("preconditions");
    person.ticks("documents");
    person.ticks("safeguards");
    person.says(&["next"]);
    person.says(&["agenda"]);
    person.letters();
    person.says(&["channels"]);
    person.says(&["show"]);
    if route == "lapse" {
        assert_eq!(person.status()["stage"], "lapsing", "{playbook}");
    } else {
        assert_eq!(person.status()["stage"], "ready", "{playbook} {route}");
        person.says(&["submit"]);
        "2026-12-01T04:00:00Z".clone_into(&mut person.now);
        person.says(&["review"]);
        person.letters();
        person.says(&["outcome", "approved", "--reference", "MADE-UP"]);
    }
    "2028-06-01T04:00:00Z".clone_into(&mut person.now);
    person.says(&["status"]);
    assert_eq!(person.status()["stage"], "closed", "{playbook} {route}");
    person.says(&["archive"]);
}

#[test]
fn every_playbook_is_walked_from_opening_to_closed_in_every_language() {
    let home = tempfile::tempdir().expect("a folder");
    let now = "2026-11-26T04:00:00Z".to_owned();
    let person = Person { playbook: "", folder: home.path(), lang: "en", now };
    let told: Value =
        serde_json::from_str(&person.says(&["playbook", "list", "--json"])).expect("JSON");
    let all = told["data"]["playbooks"].as_array().expect("a list").clone();
    assert_eq!(all.len(), 15, "every playbook is here");
    for one in all {
        let id = one["id"].as_str().expect("an id");
        let routes = one["routes"].as_array().expect("a list");
        for lang in ["en", "zh-CN", "ms"] {
            let now = person.now.clone();
            let person = Person { playbook: id, folder: home.path(), lang, now };
            person.says(&["playbook", "show", id]);
            for route in routes {
                walk(id, route.as_str().expect("a word"), lang);
            }
        }
    }
}
