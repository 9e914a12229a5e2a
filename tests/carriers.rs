//! Every playbook that comes with the program, walked from opening to closed by the
//! command line, on each of its routes and in three languages.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use std::{path::Path, process::Command};

use serde_json::Value;

/// A person at a terminal, with a clock of their own.
struct Person<'a> {
    folder: &'a Path,
    lang: &'static str,
    now: String,
}

impl Person<'_> {
    /// Runs a command and returns what it says.
    fn says(&self, args: &[&str]) -> String {
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
        let noted = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{args:?}: {told}{noted}");
        for key in ["say-", "ui-", "cli-", "word-", "fault-"] {
            let shown = told.split_whitespace().any(|word| word.starts_with(key));
            assert!(!shown, "{args:?} shows a key in {}: {told}", self.lang);
        }
        told
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
    let mut person = Person { folder: home.path(), lang, now };
    person.says(&["new", "--playbook", playbook, "--route", "keep"]);
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
    person.says(&["letter", "call"]);
    if route == "lapse" {
        assert_eq!(person.status()["stage"], "lapsing", "{playbook}");
    } else {
        assert_eq!(person.status()["stage"], "ready", "{playbook} {route}");
        person.says(&["submit"]);
        "2026-12-01T04:00:00Z".clone_into(&mut person.now);
        person.says(&["review"]);
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
    let person = Person { folder: home.path(), lang: "en", now };
    let told: Value =
        serde_json::from_str(&person.says(&["playbook", "list", "--json"])).expect("JSON");
    let all = told["data"]["playbooks"].as_array().expect("a list").clone();
    assert_eq!(all.len(), 15, "every playbook is here");
    for one in all {
        let id = one["id"].as_str().expect("an id");
        let routes = one["routes"].as_array().expect("a list");
        for lang in ["en", "zh-CN", "ms"] {
            let person = Person { folder: home.path(), lang, now: person.now.clone() };
            person.says(&["playbook", "show", id]);
            for route in routes {
                walk(id, route.as_str().expect("a word"), lang);
            }
        }
    }
}
