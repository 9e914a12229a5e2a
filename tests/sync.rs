//! Three machines that share one book over a bare repository on disk: in any order,
//! killed in the middle of any call of git, with rejected pushes and a remote that
//! goes away. In the end all have the same book, and every change is in it.
//!
//! ```text
//! SYNC_RUNS=1000 cargo test --release --test sync -- --nocapture
//! ```

#![cfg(unix)]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on fails"
)]

#[path = "support/dice.rs"]
mod dice;
#[path = "support/number.rs"]
mod number;

use std::{
    collections::BTreeSet,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::{Duration, SystemTime},
};

use dice::Dice;
use number::number;
use ringoff::{domain::Book, store::read};
use tempfile::TempDir;

/// A `git` that counts its calls and does something else at one of them.
const STUB: &str = r#"#!/bin/sh
{ read -r n <"$STUB_COUNT"; } 2>/dev/null || n=0
n=$((n + 1))
echo $n >"$STUB_COUNT"
made=${GIT_OBJECT_DIRECTORY:-.git/objects}
if [ "$n" = "$STUB_AT" ]; then
  case "$STUB_HOW" in
    fail) exit 137 ;;
    before) kill -9 $PPID; exit 137 ;;
    after) "$STUB_GIT" "$@" >/dev/null; kill -9 $PPID; exit 137 ;;
    half) "$STUB_GIT" "$@" & p=$!; kill -9 $p; kill -9 $PPID; exit 137 ;;
    left)
      case " $* " in *" init "* | *" hash-object "* | *" commit-tree "* | *" fetch "*)
        mkdir -p "$3/$made/ab"; echo half >"$3/$made/ab/tmp_obj_left" ;;
      esac
      kill -9 $PPID; exit 137 ;;
    orphans) (sleep 30; echo >"$STUB_COUNT.orphan") & kill -9 $$ ;;
  esac
fi
if [ "$STUB_HOW" = watch ]; then
  kept() { find "$3/.git/objects" "$STUB_HUB/objects" -type f 2>/dev/null | wc -l; }
  before=$(kept "$@")
  GIT_TRACE2_EVENT="$STUB_COUNT.trace" "$STUB_GIT" "$@"; code=$?
  made=$(($(kept "$@") - before))
  synced=$(awk '/"category":"fsync"/ && match($0, /("count":|"value":")[0-9]+/) {
    n = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", n); sum += n } END { print sum + 0 }' "$STUB_COUNT.trace")
  [ "$made" -gt 0 ] && echo "$made" >>"$STUB_COUNT.made"
  [ "$made" -gt "$synced" ] && echo "$made made, $synced synced: $*" >>"$STUB_COUNT.loose"
  rm "$STUB_COUNT.trace"
  exit $code
fi
case "$STUB_HOW $*" in
  deaf*" config "*"--get"*) exit 1 ;;
  names*" push "*) echo "remote: fatal: Unable to create '$STUB_RACE.lock': File exists" >&2; exit 1 ;;
  race*" push "*) if mkdir "$STUB_COUNT.raced" 2>/dev/null; then sh "$STUB_RACE" >/dev/null 2>&1; fi ;;
esac
exec "$STUB_GIT" "$@"
"#;

struct Team {
    folder: TempDir,
    /// Where the stub is: a folder in memory may be one from which nothing is run.
    stub: TempDir,
    git: String,
    minutes: i64,
}

impl Team {
    fn new() -> Self {
        // A program that is killed loses nothing that it has written, to a disk or not; but
        // git waits for the disk at each step.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let folder = folder.expect("a folder");
        let stub = tempfile::tempdir().expect("a folder");
        let found = Command::new("sh").args(["-c", "command -v git"]).output().expect("runs");
        let git = String::from_utf8(found.stdout).expect("text").trim().to_owned();
        assert!(!git.is_empty(), "these tests need git");
        let team = Self { folder, stub, git, minutes: 0 };
        let made = Command::new(&team.git)
            .args(["-c", "init.defaultBranch=main", "init", "-q", "--bare"])
            .arg(team.hub())
            .status();
        assert!(made.expect("runs").success());
        let stub = team.stub.path().join("git");
        fs::write(&stub, STUB).expect("writes");
        fs::set_permissions(&stub, fs::Permissions::from_mode(0o755)).expect("allows");
        team
    }

    fn hub(&self) -> PathBuf {
        self.folder.path().join("hub.git")
    }

    fn data(&self, machine: usize) -> PathBuf {
        self.folder.path().join(format!("m{machine}/data/ringoff"))
    }

    fn command(&self, machine: usize) -> Command {
        let home = self.folder.path().join(format!("m{machine}"));
        fs::create_dir_all(&home).expect("makes");
        let moment = jiff::Timestamp::from_second(1_793_844_000 + self.minutes * 60);
        let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
        command
            .env_clear()
            .env("HOME", &home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("USER", format!("machine-{machine}"))
            .env("RINGOFF_NOW", moment.expect("a moment").to_string())
            .env("RINGOFF_LANG", "en")
            .env("TZ", "UTC");
        command
    }

    fn ringoff(&mut self, machine: usize, args: &[&str]) -> Output {
        self.minutes += 1;
        self.command(machine).args(args).output().expect("runs")
    }

    /// Makes a change; it must work.
    fn change(&mut self, machine: usize, args: &[&str]) {
        let output = self.ringoff(machine, args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{args:?}: {said}");
    }

    /// Syncs with the stub as git; at its `at`th call it does what `how` says.
    fn sync(&mut self, machine: usize, how: &str, at: usize) -> Output {
        self.minutes += 1;
        let count = self.folder.path().join("count");
        let _ = fs::remove_file(&count);
        let _ = fs::remove_dir(self.folder.path().join("count.raced"));
        let race = self.folder.path().join("race.sh");
        let other = (machine + 1) % 3;
        let home = self.folder.path().join(format!("m{other}"));
        let (home, program) = (home.display(), env!("CARGO_BIN_EXE_ringoff"));
        let script = format!(
            "unset STUB_HOW STUB_AT\nexport HOME={home} XDG_DATA_HOME={home}/data USER=machine-{other}\n\
             export PATH=/usr/bin:/bin\n{program} sync {}\n",
            self.hub().display()
        );
        fs::write(&race, script).expect("writes");
        let path = format!("{}:/usr/bin:/bin", self.stub.path().display());
        let hub = self.hub();
        let mut command = self.command(machine);
        command
            .env("PATH", path)
            .env("STUB_COUNT", &count)
            .env("STUB_GIT", &self.git)
            .env("STUB_AT", at.to_string())
            .env("STUB_HOW", how)
            .env("STUB_RACE", race)
            .env("STUB_HUB", &hub)
            .arg("sync")
            .arg(hub);
        command.output().expect("runs")
    }

    /// A minute passes for the lock files that a killed git has left; whoever keeps
    /// the hub removes those in it.
    fn age_locks(&self, machine: usize) {
        let long_ago = SystemTime::now() - Duration::from_mins(2);
        for lock in locks(&self.data(machine).join(".git")) {
            if let Ok(file) = fs::File::options().write(true).open(&lock) {
                let _ = file.set_modified(long_ago);
            }
        }
        for lock in locks(&self.hub()) {
            let _ = fs::remove_file(lock);
        }
    }

    /// What each machine has, for a failure to be understood by.
    fn trace(&self, what: &str) {
        let names = |machine| {
            let book = self.book(machine);
            let accounts = book.cases.iter().flat_map(|case| &case.accounts);
            let contacts = book.cases.iter().flat_map(|case| &case.contacts);
            let names = accounts.map(|one| one.name.clone());
            let all = names.chain(
                contacts.filter_map(|one| Some(format!("{}={}", one.id, one.reference.as_ref()?))),
            );
            all.collect::<Vec<String>>().join(" ")
        };
        println!("{what}\n  0: {}\n  1: {}\n  2: {}", names(0), names(1), names(2));
    }

    fn book(&self, machine: usize) -> Book {
        match fs::read(self.data(machine).join("progress.ron")) {
            Ok(bytes) => {
                let (book, sealed) = read(&bytes).expect("the file is always a whole book");
                assert!(sealed);
                book
            }
            Err(_) => Book::default(),
        }
    }
}

fn locks(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(locks(&path));
        } else if path.extension().is_some_and(|end| end == "lock") {
            found.push(path);
        }
    }
    found
}

/// Every account, contact and event of a book, and nothing that depends on whose side
/// is ours.
fn told(book: &Book) -> Vec<(String, BTreeSet<String>)> {
    let case = |case: &std::sync::Arc<ringoff::domain::Case>| {
        let accounts = case.accounts.iter().map(|one| one.id.to_string());
        let contacts = case.contacts.iter().map(|one| format!("{}:{:?}", one.id, one.reference));
        let events = case.history.iter().map(|one| format!("{} {:?}", one.at, one.change));
        (case.id.to_string(), accounts.chain(contacts).chain(events).collect())
    };
    book.cases.iter().map(case).collect()
}

fn run(seed: u64) {
    let mut dice = Dice::new(seed);
    let mut team = Team::new();
    let (mut kept, mut undone) = (Vec::new(), Vec::new());
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    for machine in 1..3 {
        // The way into the team can be cut short as well.
        let at = 1 + dice.roll(40);
        let how = ["fail", "before", "after", "half", ""][dice.roll(5)];
        team.sync(machine, how, at);
        team.age_locks(machine);
        let output = team.sync(machine, "", 0);
        assert!(output.status.success(), "{seed}: {}", String::from_utf8_lossy(&output.stderr));
    }
    for step in 0..24 {
        let machine = dice.roll(3);
        let name = format!("Zzq{step}");
        match dice.roll(10) {
            0..=2 => {
                team.change(machine, &["--case", "kl", "account", "add", &name]);
                team.trace(&format!("{machine} adds {name}"));
                kept.push(name);
            }
            3 | 4 => {
                let args =
                    ["--case", "kl", "contact", "add", "--channel", "store", "--reference", &name];
                team.change(machine, &args);
                if dice.roll(3) == 0 {
                    team.change(machine, &["--case", "kl", "undo"]);
                    team.trace(&format!("{machine} undoes {name}"));
                    undone.push(name);
                } else {
                    team.trace(&format!("{machine} logs {name}"));
                    kept.push(name);
                }
            }
            5 => {
                let away = team.folder.path().join("away.git");
                fs::rename(team.hub(), &away).expect("moves");
                let output = team.sync(machine, "", 0);
                assert_eq!(output.status.code(), Some(1), "{seed}");
                fs::rename(away, team.hub()).expect("moves");
            }
            6 => {
                let output = team.sync(machine, "race", 0);
                team.trace(&format!("{machine} syncs in a race"));
                let said = String::from_utf8_lossy(&output.stderr).into_owned();
                assert!(output.status.success(), "{seed}: {said}");
            }
            7 => {
                let output = team.sync(machine, "", 0);
                team.trace(&format!("{machine} syncs"));
                let said = String::from_utf8_lossy(&output.stderr).into_owned();
                assert!(output.status.success(), "{seed}: {said}");
            }
            _ => {
                let how = ["fail", "before", "after", "half"][dice.roll(4)];
                let at = 1 + dice.roll(40);
                team.sync(machine, how, at);
                team.age_locks(machine);
                team.trace(&format!("{machine} is cut short, {how} at {at}"));
            }
        }
    }
    for machine in [0, 1, 2, 0, 1, 2] {
        let output = team.sync(machine, "", 0);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        team.trace(&format!("{machine} syncs at the end"));
        assert!(output.status.success(), "{seed}: {said}");
    }
    let books: Vec<Book> = (0..3).map(|machine| team.book(machine)).collect();
    assert_eq!(told(&books[0]), told(&books[1]), "{seed}");
    assert_eq!(told(&books[0]), told(&books[2]), "{seed}");
    let all = format!("{:?}", books[0].cases[0]);
    for name in &kept {
        assert!(all.contains(&format!("\"{name}\"")), "{seed}: {name} is lost");
        let times = books[0].cases[0].contacts.iter();
        let times = times.filter(|one| one.reference.as_deref() == Some(name)).count();
        assert!(times <= 1, "{seed}: {name} is there {times} times");
    }
    for name in &undone {
        assert!(!books[0].cases[0].contacts.iter().any(|one| one.reference.as_ref() == Some(name)));
    }
}

#[test]
fn machines_that_are_cut_short_at_any_step_agree_in_the_end() {
    let runs = number("SYNC_RUNS").unwrap_or(4);
    let first = number("SYNC_SEED").unwrap_or(0);
    let (next, done) = (AtomicU64::new(first), AtomicU64::new(0));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::SeqCst);
                    if seed >= first + runs {
                        return;
                    }
                    run(seed);
                    let done = 1 + done.fetch_add(1, Ordering::SeqCst);
                    if done.is_multiple_of(10) {
                        println!("{done} of {runs}");
                    }
                }
            });
        }
    });
}

/// Every call of git in one sync, killed in each way.
#[test]
fn no_call_of_git_is_too_many_to_be_killed_in() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    let all = std::env::var_os("SYNC_RUNS").is_some();
    let step = if all { 1 } else { 3 };
    for (round, how) in ["fail", "before", "after", "half"].into_iter().enumerate() {
        for at in (1 + round % step..40).step_by(step) {
            let mine = format!("Zzm{how}{at}");
            team.change(0, &["account", "add", &format!("Zzo{how}{at}")]);
            assert!(team.sync(0, "", 0).status.success());
            team.change(1, &["account", "add", &mine]);
            team.sync(1, how, at);
            team.age_locks(1);
            let count = fs::read_to_string(team.folder.path().join("count")).unwrap_or_default();
            let over = count.trim().parse::<usize>().unwrap_or_default() < at;
            let output = team.sync(1, "", 0);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{how} at {at}: {said}");
            assert!(team.sync(0, "", 0).status.success());
            assert_eq!(told(&team.book(0)), told(&team.book(1)), "{how} at {at}");
            let book = format!("{:?}", team.book(0));
            assert!(book.contains(&mine), "{how} at {at}");
            if over {
                break;
            }
        }
    }
}

/// Changes the newest account's name in the file itself.
fn edit(team: &Team, machine: usize, old: &str, new: &str) {
    let path = team.data(machine).join("progress.ron");
    let text = fs::read_to_string(&path).expect("reads");
    let quoted = |name: &str| format!("name: \"{name}\"");
    // Only the account: the history stays as it was.
    let (before, after) = text.split_once("history:").expect("a history");
    assert!(before.contains(&quoted(old)), "{before}");
    fs::write(&path, before.replace(&quoted(old), &quoted(new)) + "history:" + after)
        .expect("writes");
}

fn names(book: &Book) -> Vec<String> {
    book.cases.iter().flat_map(|case| &case.accounts).map(|one| one.name.clone()).collect()
}

/// Runs git in a folder; what it printed.
fn git(team: &Team, folder: &Path, args: &[&str]) -> String {
    git_with(team, folder, args, Stdio::null())
}

fn git_with(team: &Team, folder: &Path, args: &[&str], input: impl Into<Stdio>) -> String {
    let who = ["-c", "user.name=someone", "-c", "user.email=someone@example.org"];
    let mut command = Command::new(&team.git);
    let done = command.args(who).args(args).current_dir(folder).stdin(input).output();
    let done = done.expect("runs");
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

#[test]
fn a_file_that_somebody_takes_out_of_the_repository_empties_nothing() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    team.change(0, &["account", "add", "Zzq1"]);
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    let elsewhere = team.folder.path().join("elsewhere");
    // What a machine has sent before the file goes is in the history alone.
    assert!(team.sync(2, "", 0).status.success());
    team.change(2, &["account", "add", "Zzq3"]);
    assert!(team.sync(2, "", 0).status.success());
    git(&team, team.folder.path(), &["clone", "-q", "hub.git", "elsewhere"]);
    git(&team, &elsewhere, &["mv", "progress.ron", "old.ron"]);
    git(&team, &elsewhere, &["commit", "-qm", "Moved"]);
    git(&team, &elsewhere, &["push", "-q"]);
    // One machine has nothing new, the other has.
    team.change(1, &["account", "add", "Zzq2"]);
    let output = team.sync(0, "", 0);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("there again"), "{said}");
    assert_eq!(names(&team.book(0)), ["Zzq1", "Zzq3"]);
    assert!(team.sync(1, "", 0).status.success());
    assert!(team.sync(0, "", 0).status.success());
    assert_eq!(names(&team.book(0)), ["Zzq1", "Zzq2", "Zzq3"]);
    assert_eq!(told(&team.book(0)), told(&team.book(1)));
    assert!(team.sync(2, "", 0).status.success());
    assert_eq!(told(&team.book(0)), told(&team.book(2)));
    // The same in the folder of one machine, where the file itself stays.
    git(&team, &team.data(0), &["rm", "-q", "--cached", "progress.ron"]);
    git(&team, &team.data(0), &["commit", "-qm", "Removed"]);
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    assert_eq!(names(&team.book(0)), ["Zzq1", "Zzq2", "Zzq3"]);
    assert_eq!(names(&team.book(1)), ["Zzq1", "Zzq2", "Zzq3"]);
}

#[test]
fn files_of_others_in_the_same_repository_stay() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    // Somebody keeps a progress file of another name in it, and adds a page.
    let mine = team.folder.path().join("m1/mine.ron");
    let mine = mine.to_str().expect("text").to_owned();
    team.change(1, &["--file", &mine, "new", "--label", "Other"]);
    let hub = team.hub();
    let hub = hub.to_str().expect("text");
    team.change(1, &["--file", &mine, "sync", hub]);
    let elsewhere = team.folder.path().join("elsewhere");
    git(&team, team.folder.path(), &["clone", "-q", "hub.git", "elsewhere"]);
    fs::write(elsewhere.join("README"), "made up").expect("writes");
    // A folder comes behind what begins as it does, before what goes on with a letter.
    fs::create_dir(elsewhere.join("page")).expect("makes");
    for name in ["page/1", "page-1", "page.txt", "page1"] {
        fs::write(elsewhere.join(name), name).expect("writes");
    }
    git(&team, &elsewhere, &["add", "."]);
    git(&team, &elsewhere, &["commit", "-qm", "Page"]);
    git(&team, &elsewhere, &["push", "-q"]);
    team.change(0, &["account", "add", "Zzq1"]);
    assert!(team.sync(0, "", 0).status.success());
    team.change(1, &["--file", &mine, "account", "add", "Zzq2"]);
    team.change(1, &["--file", &mine, "sync"]);
    assert!(team.sync(0, "", 0).status.success());
    assert_eq!(names(&team.book(0)), ["Zzq1"]);
    let (theirs, _) = read(&fs::read(&mine).expect("reads")).expect("opens");
    assert_eq!(names(&theirs), ["Zzq2"]);
    git(&team, &elsewhere, &["pull", "-q"]);
    let text = fs::read_to_string(elsewhere.join("README")).expect("is still there");
    assert_eq!(text, "made up");
    let text = fs::read_to_string(elsewhere.join("page/1")).expect("is still there");
    assert_eq!(text, "page/1");
    for folder in [&team.data(0), &elsewhere] {
        git(&team, folder, &["fsck", "--strict"]);
    }
}

/// Where the branch moves and the index stays, the next commit takes back what others did.
#[test]
fn files_of_others_follow_and_what_is_being_changed_stays() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    let folder = team.folder.path().to_path_buf();
    let elsewhere = folder.join("elsewhere");
    git(&team, &folder, &["clone", "-q", "hub.git", "elsewhere"]);
    let send = |team: &Team, files: &[(&str, &str)], gone: &[&str]| {
        git(team, &elsewhere, &["pull", "-q"]);
        for name in gone {
            fs::remove_file(elsewhere.join(name)).expect("removes");
        }
        for (name, text) in files {
            let path = elsewhere.join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("makes");
            fs::write(path, text).expect("writes");
        }
        git(team, &elsewhere, &["add", "-A"]);
        git(team, &elsewhere, &["commit", "-qm", "Files"]);
        git(team, &elsewhere, &["push", "-q"]);
    };
    let data = team.data(0);
    let text = |name: &str| fs::read_to_string(data.join(name)).ok();
    let first = [("a.txt", "a1"), ("b.txt", "b1"), ("c.txt", "c1"), ("d/e", "e1"), ("f", "f1")];
    send(&team, &first, &[]);
    // Here somebody keeps a file of that name already.
    fs::write(data.join("f"), "mine").expect("writes");
    let output = team.sync(0, "", 0);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains(": f. `git diff`"), "{said}");
    let all = ["a.txt", "b.txt", "c.txt", "d/e", "f"].map(|name| text(name).expect("is there"));
    assert_eq!(all, ["a1", "b1", "c1", "e1", "mine"]);
    fs::write(data.join("f"), "f1").expect("writes");
    assert_eq!(git(&team, &data, &["status", "--porcelain"]), "");
    // What is changed stays, what is removed is not brought back, what is staged counts.
    fs::write(data.join("b.txt"), "mine").expect("writes");
    fs::write(data.join("c.txt"), "staged").expect("writes");
    git(&team, &data, &["add", "c.txt"]);
    send(&team, &[("a.txt", "a2"), ("b.txt", "b2"), ("c.txt", "c2"), ("g", "g1")], &["d/e", "f"]);
    team.change(0, &["account", "add", "Zzq1"]);
    let output = team.sync(0, "", 0);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains(": b.txt, c.txt. `git diff`"), "{said}");
    let all = ["a.txt", "b.txt", "c.txt", "d", "f", "g"].map(text);
    let here = |text: &str| Some(text.to_owned());
    assert_eq!(all, [here("a2"), here("mine"), here("staged"), None, None, here("g1")]);
    assert!(!data.join("d").exists());
    let status = git(&team, &data, &["status", "--porcelain"]);
    assert_eq!(status, " M b.txt\nM  c.txt\n");
    // The next commit holds what was staged and nothing else.
    git(&team, &data, &["commit", "-qm", "Mine"]);
    assert_eq!(git(&team, &data, &["diff", "--name-only", "HEAD^", "HEAD"]), "c.txt\n");
    git(&team, &data, &["checkout", "-q", "b.txt"]);
    // Wherever it is cut short, nothing of it is left half done.
    let step = if std::env::var_os("SYNC_RUNS").is_some() { 1 } else { 6 };
    for (round, how) in ["fail", "before", "after", "half"].into_iter().enumerate() {
        for at in (1 + round % step..40).step_by(step) {
            assert!(team.sync(0, "", 0).status.success(), "{how} {at}");
            let new = format!("{how}{at}");
            let gone: &[&str] = if elsewhere.join("h").exists() { &["h"] } else { &[] };
            let more = [("a.txt", new.as_str()), ("h", new.as_str())];
            send(&team, &more[..2 - gone.len()], gone);
            team.sync(0, how, at);
            team.age_locks(0);
            let count = fs::read_to_string(team.folder.path().join("count")).unwrap_or_default();
            let output = team.sync(0, "", 0);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{how} {at}: {said}");
            assert_eq!(git(&team, &data, &["status", "--porcelain"]), "", "{how} {at}");
            assert_eq!(text("a.txt"), Some(new), "{how} {at}");
            assert_eq!(text("h").is_some(), gone.is_empty(), "{how} {at}");
            if count.trim().parse::<usize>().is_ok_and(|count| count < at) {
                break;
            }
        }
    }
}

#[test]
fn a_folder_without_a_branch_or_with_an_open_merge_is_told_so() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    let data = team.data(0);
    git(&team, &data, &["checkout", "-q", "--detach"]);
    let output = team.sync(0, "", 0);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("No branch is checked out"), "{said}");
    git(&team, &data, &["checkout", "-q", "main"]);
    let open = data.join(".git/MERGE_HEAD");
    fs::write(&open, git(&team, &data, &["rev-parse", "HEAD"])).expect("writes");
    let output = team.sync(0, "", 0);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("A merge or a rebase is open"), "{said}");
    fs::remove_file(open).expect("removes");
    // A clock without a battery.
    let mut command = team.command(0);
    command.env("RINGOFF_NOW", "1969-12-31T10:00:00Z").env("PATH", "/usr/bin:/bin");
    let output = command.args(["account", "add", "Zzq1"]).output().expect("runs");
    assert!(output.status.success());
    let mut command = team.command(0);
    command.env("RINGOFF_NOW", "1969-12-31T10:00:00Z").env("PATH", "/usr/bin:/bin");
    let output = command.arg("sync").output().expect("runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    // Another kind of repository was reached all the same.
    let other = team.folder.path().join("other.git");
    let made = ["init", "-q", "--bare", "--object-format=sha256", "other.git"];
    git(&team, team.folder.path(), &made);
    let mut command = team.command(0);
    command.env("PATH", "/usr/bin:/bin").arg("sync").arg(other);
    let output = command.output().expect("runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("was reached"), "{said}");
}

/// What others keep beside the book is joined as git joins it, and what git cannot join is
/// the person's.
#[test]
fn files_of_others_that_both_sides_changed_are_joined_or_named() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    let (data, elsewhere) = (team.data(0), team.folder.path().join("elsewhere"));
    fs::create_dir(data.join("d")).expect("makes");
    for name in ["d/a", "d/b"] {
        fs::write(data.join(name), "1\n").expect("writes");
    }
    git(&team, &data, &["add", "-f", "d"]);
    git(&team, &data, &["commit", "-qm", "Files", "--", "d"]);
    assert!(team.sync(0, "", 0).status.success());
    git(&team, team.folder.path(), &["clone", "-q", "hub.git", "elsewhere"]);
    let send = |name: &str, text: &str| {
        git(&team, &elsewhere, &["pull", "-q", "--ff-only"]);
        fs::write(elsewhere.join(name), text).expect("writes");
        git(&team, &elsewhere, &["commit", "-qm", "Theirs", "--", name]);
        git(&team, &elsewhere, &["push", "-q"]);
    };
    let commit = |name: &str, text: &str| {
        fs::write(data.join(name), text).expect("writes");
        git(&team, &data, &["commit", "-qm", "Ours", "--", name]);
    };
    let hub = |name: &str| git(&team, &team.hub(), &["show", &format!("main:{name}")]);
    send("d/b", "theirs\n");
    commit("d/a", "ours\n");
    let said = |output: &Output| {
        [&output.stdout[..], &output.stderr].map(String::from_utf8_lossy).concat()
    };
    let sync = |machine: usize| {
        let mut command = team.command(machine);
        command.env("PATH", "/usr/bin:/bin").arg("sync").arg(team.hub()).output().expect("runs")
    };
    let output = sync(0);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("the merge of both sides"), "{}", said(&output));
    assert_eq!((hub("d/a"), hub("d/b")), ("ours\n".to_owned(), "theirs\n".to_owned()));
    // Both change one file differently.
    send("d/a", "theirs\n");
    commit("d/a", "ours again\n");
    let before = fs::read(data.join("progress.ron")).expect("reads");
    let output = sync(0);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("d/a") && said(&output).contains("git merge origin/main"));
    assert_eq!(hub("d/a"), "theirs\n");
    assert_eq!(fs::read(data.join("progress.ron")).expect("reads"), before);
    // The person merges it.
    git(&team, &data, &["checkout", "-q", "HEAD", "--", "d"]);
    git(&team, &data, &["merge", "-q", "-X", "ours", "origin/main"]);
    let output = sync(0);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!((hub("d/a"), hub("d/b")), ("ours again\n".to_owned(), "theirs\n".to_owned()));
}

#[test]
fn a_version_that_cannot_be_read_is_passed_over() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    // Somebody commits what a merge by hand left, and it is sent.
    let (data, file) = (team.data(0), team.data(0).join("progress.ron"));
    let whole = fs::read(&file).expect("reads");
    fs::write(&file, "<<<<<<< ours\n").expect("writes");
    git(&team, &data, &["commit", "-qam", "Broken"]);
    git(&team, &data, &["push", "-q", "../../../hub.git", "HEAD:main"]);
    fs::write(&file, whole).expect("writes");
    let output = team.sync(1, "", 0);
    assert_eq!(output.status.code(), Some(3), "what the others have now cannot be read");
    // The machine with the whole file sends it on top; then everybody goes on.
    team.change(0, &["account", "add", "Zzq1"]);
    team.change(1, &["account", "add", "Zzq2"]);
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    assert!(team.sync(0, "", 0).status.success());
    let mut all = names(&team.book(0));
    all.sort();
    assert_eq!(all, ["Zzq1", "Zzq2"]);
    assert_eq!(told(&team.book(0)), told(&team.book(1)));
}

#[test]
fn what_is_changed_in_the_file_itself_survives_a_sync_and_stands_in_the_history() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    team.change(0, &["account", "add", "Zzq1"]);
    // A repository of one's own, which says nothing about the file of this machine.
    let data = team.data(0);
    git(&team, &data, &["init", "-q", "-b", "main"]);
    git(&team, &data, &["add", "progress.ron"]);
    git(&team, &data, &["commit", "-qm", "Mine"]);
    edit(&team, 0, "Zzq1", "By hand");
    assert!(team.sync(0, "", 0).status.success());
    assert_eq!(names(&team.book(0)), ["By hand"]);
    let by_hand = |book: &Book| {
        let entries = book.cases[0].history.iter();
        entries.filter(|one| format!("{:?}", one.change).starts_with("ByHand")).count()
    };
    assert_eq!(by_hand(&team.book(0)), 1);
    assert!(team.sync(1, "", 0).status.success());
    assert_eq!(told(&team.book(0)), told(&team.book(1)));
    // And where it is known what the file goes back to.
    edit(&team, 1, "By hand", "Again");
    team.change(0, &["account", "add", "Zzq2"]);
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    assert!(team.sync(0, "", 0).status.success());
    assert_eq!(names(&team.book(0)), ["Again", "Zzq2"]);
    assert_eq!(by_hand(&team.book(1)), 2);
    assert_eq!(told(&team.book(0)), told(&team.book(1)));
}

/// Children of a git that was killed may wait for each other for ever, and hold its pipes.
#[test]
fn what_a_killed_git_has_started_is_not_waited_for() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    team.change(0, &["account", "add", "Zzq1"]);
    let calls = fs::read_to_string(team.folder.path().join("count")).expect("reads");
    let calls: usize = calls.trim().parse().expect("a number");
    for at in [1, calls / 2, calls] {
        let output = team.sync(0, "orphans", at);
        assert!(!output.status.success() || at > 1);
        assert!(!team.folder.path().join("count.orphan").exists(), "it was waited for");
    }
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    assert_eq!(names(&team.book(1)), ["Zzq1"]);
}

/// An older copy of the file is none of what was undone: nobody loses what was sent.
#[test]
fn an_older_copy_of_the_file_takes_nothing_back_from_anybody() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    team.change(0, &["account", "add", "Zzq1"]);
    assert!(team.sync(0, "", 0).status.success());
    let file = team.data(0).join("progress.ron");
    let older = fs::read(&file).expect("reads");
    team.change(0, &["account", "add", "Zzq2"]);
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    team.change(1, &["account", "add", "Zzq3"]);
    assert!(team.sync(1, "", 0).status.success());
    fs::write(&file, older).expect("writes");
    let output = team.sync(0, "", 0);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("An older copy"), "{said}");
    for machine in [0, 1] {
        assert!(team.sync(machine, "", 0).status.success());
        assert_eq!(names(&team.book(machine)), ["Zzq1", "Zzq2", "Zzq3"]);
    }
    // What is undone stays undone.
    team.change(0, &["undo"]);
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    assert_eq!(names(&team.book(1)), ["Zzq1", "Zzq2"]);
}

/// The same where somebody goes on with the older copy before the next sync; and what was
/// undone there for good is gone for everybody.
#[test]
fn an_older_copy_that_somebody_went_on_with_takes_nothing_back_either() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    team.change(0, &["account", "add", "Zzq1"]);
    assert!(team.sync(0, "", 0).status.success());
    let file = team.data(0).join("progress.ron");
    let older = fs::read(&file).expect("reads");
    for name in ["Zzq2", "Zzq3"] {
        team.change(0, &["account", "add", name]);
        assert!(team.sync(0, "", 0).status.success());
    }
    assert!(team.sync(1, "", 0).status.success());
    fs::write(&file, older).expect("writes");
    team.change(0, &["account", "remove", "zzq1"]);
    team.change(0, &["account", "add", "Zzq4"]);
    let output = team.sync(0, "", 0);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("An older copy"), "{said}");
    assert!(team.sync(1, "", 0).status.success());
    for machine in [0, 1] {
        assert_eq!(names(&team.book(machine)), ["Zzq2", "Zzq3", "Zzq4"]);
    }
    assert_eq!(told(&team.book(0)), told(&team.book(1)));
    // What is undone stays undone, whatever is done afterwards, undone or not.
    for (name, undone) in [("Zzq5", false), ("Zzq6", true)] {
        team.change(0, &["undo"]);
        team.change(0, &["account", "add", name]);
        if undone {
            team.change(0, &["undo"]);
        }
        let output = team.sync(0, "", 0);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success() && !said.contains("older copy"), "{said}");
        assert!(team.sync(1, "", 0).status.success());
        let last = if undone { vec![] } else { vec![name] };
        for machine in [0, 1] {
            let all = [&["Zzq2", "Zzq3"][..], &last].concat();
            assert_eq!(names(&team.book(machine)), all);
        }
    }
}

/// The file goes back to what is on the branch that is checked out.
#[test]
fn what_is_on_another_branch_is_not_taken_for_what_was_undone_here() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    team.change(0, &["account", "add", "Zzq1"]);
    assert!(team.sync(0, "", 0).status.success());
    let data = team.data(0);
    git(&team, &data, &["checkout", "-qb", "side"]);
    team.change(0, &["account", "add", "Zzq2"]);
    assert!(team.sync(0, "", 0).status.success());
    git(&team, &data, &["checkout", "-q", "main"]);
    team.change(0, &["account", "add", "Zzq3"]);
    assert!(team.sync(0, "", 0).status.success());
    assert_eq!(names(&team.book(0)), ["Zzq1", "Zzq3"]);
    let merged = git(&team, &data, &["merge-base", "main", "side"]);
    assert_ne!(merged, git(&team, &data, &["rev-parse", "side"]), "side is not in main");
    // Somebody merges it there.
    let program = env!("CARGO_BIN_EXE_ringoff");
    let driver = format!("merge.ringoff.driver={program} merge %O %A %B %P");
    git(&team, &data, &["-c", &driver, "merge", "-q", "side"]);
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    for machine in [0, 1] {
        let mut all = names(&team.book(machine));
        all.sort();
        assert_eq!(all, ["Zzq1", "Zzq2", "Zzq3"]);
    }
}

/// Every change is a whole book in the repository, until it is packed; and what a killed
/// git had half written does not lie there for ever.
#[test]
fn the_repository_stays_small() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    let objects = team.data(0).join(".git/objects");
    // As many commits as a year of changes makes.
    let before = git(&team, &team.data(0), &["rev-parse", "HEAD"]);
    let commit = |at: usize| {
        let from = if at == 1 { before.trim().to_owned() } else { format!(":{}", at - 1) };
        format!(
            "commit refs/heads/main\nmark :{at}\ncommitter a <a@example.org> {at} +0000\n\
             data 0\nfrom {from}\nM 100644 inline made-up\ndata <<END\n{at}\nEND\n\n"
        )
    };
    let stream = team.folder.path().join("stream");
    fs::write(&stream, (1..=400).map(commit).collect::<String>()).expect("writes");
    let loose = ["-c", "fastimport.unpackLimit=9999", "fast-import", "--quiet"];
    let stream = fs::File::open(&stream).expect("opens");
    git_with(&team, &team.data(0), &loose, stream);
    let count = || -> usize {
        let folders = fs::read_dir(&objects).expect("reads").flatten();
        let loose = folders.filter(|one| one.file_name().len() == 2);
        loose.map(|one| fs::read_dir(one.path()).expect("reads").count()).sum()
    };
    assert!(count() > 1_000, "{}", count());
    // Left by a git that was killed just now, and by one of an hour ago.
    let (fresh, old) = (objects.join("tmp_obj_fresh"), objects.join("pack/tmp_pack_old"));
    make_old(&fresh);
    fs::create_dir_all(objects.join("pack")).expect("makes");
    make_old(&old);
    let long_ago = SystemTime::now() - Duration::from_hours(2);
    let file = fs::File::options().write(true).open(&old).expect("opens");
    file.set_modified(long_ago).expect("is old");
    team.change(0, &["account", "add", "Zzq1"]);
    assert!(team.sync(0, "", 0).status.success());
    assert!(count() < 10, "{}", count());
    assert!(fresh.exists() && !old.exists());
    assert!(team.sync(1, "", 0).status.success());
    assert_eq!(names(&team.book(1)), ["Zzq1"]);
}

/// What a commit is made of is on the disk before anything refers to it, here and in a hub
/// in a folder: after a power cut git can read both.
#[test]
fn every_object_that_is_made_is_on_the_disk() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "watch", 0).status.success());
    assert!(team.sync(1, "watch", 0).status.success());
    team.change(0, &["account", "add", "Zzq1"]);
    team.change(1, &["account", "add", "Zzq2"]);
    for machine in [0, 1, 0] {
        assert!(team.sync(machine, "watch", 0).status.success());
    }
    assert_eq!(names(&team.book(0)), ["Zzq1", "Zzq2"]);
    let told = |what: &str| fs::read_to_string(team.folder.path().join(what)).unwrap_or_default();
    assert_eq!(told("count.loose"), "");
    let made: usize = told("count.made").lines().filter_map(|one| one.parse::<usize>().ok()).sum();
    assert!(made > 20, "{made}");
}

/// What is below a folder, by its names.
fn below(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for entry in entries.flatten() {
        found.push(entry.file_name().to_string_lossy().into_owned());
        found.extend(below(&entry.path()));
    }
    found
}

/// What a killed sync has left half written goes at once: an hour later somebody may have
/// copied the folder a hundred times.
#[test]
fn what_a_killed_sync_has_left_goes_with_the_next_one() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    let step = if std::env::var_os("SYNC_RUNS").is_some() { 1 } else { 3 };
    for at in (1..40).step_by(step) {
        // The first ones make the repository.
        team.change(0, &["account", "add", &format!("Zzo{at}")]);
        assert!(team.sync(0, "", 0).status.success());
        team.sync(1, "left", at);
        let count = fs::read_to_string(team.folder.path().join("count")).expect("reads");
        assert!(team.sync(1, "", 0).status.success(), "{at}");
        let left = below(&team.data(1)).into_iter();
        let left: Vec<_> = left.filter(|name| name.contains("tmp")).collect();
        assert!(left.is_empty(), "{at}: {left:?}");
        assert!(names(&team.book(1)).contains(&format!("Zzo{at}")), "{at}");
        if count.trim().parse::<usize>().expect("a number") < at {
            return;
        }
        if at < 12 {
            fs::remove_dir_all(team.data(1)).expect("removes");
        } else {
            team.change(1, &["account", "add", &format!("Zzm{at}")]);
        }
    }
}

/// A git of long ago let the group write as well, and links stand for settings: one of
/// today makes no such tree anew unless it is told to.
#[test]
fn what_only_an_old_git_made_stops_nobody() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    let hub = team.hub();
    fs::write(team.folder.path().join("page"), "made up").expect("writes");
    let blob = git(&team, &hub, &["hash-object", "-w", "../page"]);
    let listed = git(&team, &hub, &["ls-tree", "main", "progress.ron"]);
    let blob = blob.trim();
    let listed =
        format!("{listed}100664 blob {blob}\told.txt\n120000 blob {blob}\t.gitattributes\n");
    let tree = team.folder.path().join("tree");
    fs::write(&tree, listed).expect("writes");
    let tree = git_with(&team, &hub, &["mktree"], fs::File::open(&tree).expect("opens"));
    let made = git(&team, &hub, &["commit-tree", "-p", "main", "-m", "Old", tree.trim()]);
    git(&team, &hub, &["update-ref", "refs/heads/main", made.trim()]);
    team.change(0, &["account", "add", "Zzq1"]);
    let output = team.sync(0, "", 0);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let listed = git(&team, &hub, &["ls-tree", "main"]);
    assert!(listed.contains("old.txt") && listed.contains("120000 blob"), "{listed}");
    assert!(team.sync(1, "", 0).status.success());
    assert_eq!(names(&team.book(1)), ["Zzq1"]);
}

/// One of several working copies of a repository, and one that keeps its references in
/// another way.
#[test]
fn repositories_of_other_shapes_are_synced() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    let main = team.folder.path().join("main");
    let main = main.to_str().expect("text");
    let folder = team.folder.path().to_path_buf();
    git(&team, &folder, &["init", "-q", "-b", "other", main]);
    let first = ["-C", main, "commit", "-q", "--allow-empty", "-m", "Made up"];
    git(&team, &folder, &first);
    let data = team.data(1);
    fs::create_dir_all(data.parent().expect("a parent")).expect("makes");
    let copy = data.to_str().expect("text");
    git(&team, &folder, &["-C", main, "worktree", "add", "-q", "-b", "main", copy]);
    let by_table = ["init", "-q", "-b", "main", "--ref-format=reftable"];
    fs::create_dir_all(team.data(2)).expect("makes");
    // Only a git of 2024 and later knows it.
    let made = Command::new(&team.git).args(by_table).arg(team.data(2)).output().expect("runs");
    println!("references in a table: {}", made.status);
    for machine in [1, 2] {
        for name in ["a", "b"] {
            team.change(0, &["account", "add", &format!("Zz{name}{machine}")]);
            assert!(team.sync(0, "", 0).status.success());
            let output = team.sync(machine, "", 0);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{machine}: {said}");
            team.change(machine, &["account", "add", &format!("Zzy{name}{machine}")]);
            assert!(team.sync(machine, "", 0).status.success());
            assert!(team.sync(0, "", 0).status.success());
            assert_eq!(told(&team.book(0)), told(&team.book(machine)), "{machine}");
        }
        let left = below(&team.folder.path().join(if machine == 1 { "main" } else { "m2" }));
        assert!(left.iter().all(|name| !name.contains("tmp")), "{left:?}");
    }
}

/// A power cut can empty what git has made but not yet had the disk keep.
#[test]
fn a_repository_that_was_not_made_to_the_end_is_made_to_the_end() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.ringoff(0, &["sync"]).status.success());
    for file in ["HEAD", "config"] {
        fs::write(team.data(0).join(".git").join(file), "").expect("empties");
    }
    let output = team.sync(0, "", 0);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(team.sync(1, "", 0).status.success());
    assert_eq!(told(&team.book(0)), told(&team.book(1)));
}

/// A power cut can empty the file of the branch as well.
#[test]
fn a_branch_that_is_emptied_leads_to_what_the_file_goes_back_to() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    let own = team.data(0).join(".git");
    for (name, empty) in [("Zzq1", &b""[..]), ("Zzq2", &[0; 41])] {
        team.change(0, &["account", "add", name]);
        fs::write(own.join("refs/heads/main"), empty).expect("empties");
        let output = team.sync(0, "", 0);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(team.sync(1, "", 0).status.success());
        assert_eq!(told(&team.book(0)), told(&team.book(1)));
        assert!(names(&team.book(1)).contains(&name.to_owned()));
    }
    // Nobody knows any more where it led.
    for name in ["refs/heads/main", "refs/ringoff/file"] {
        fs::write(own.join(name), "").expect("empties");
    }
    let output = team.sync(0, "", 0);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("is damaged") && said.contains("Rename"), "{said}");
}

/// Whoever loses the file and its backups still has the repository beside it.
#[test]
fn a_file_that_is_gone_is_brought_back_and_that_is_said() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    team.change(0, &["account", "add", "Zzq1"]);
    assert!(team.sync(0, "", 0).status.success());
    let data = team.data(0);
    let told = |output: &Output| {
        let both = [&output.stdout[..], &output.stderr].concat();
        String::from_utf8_lossy(&both).into_owned()
    };
    for entry in fs::read_dir(&data).expect("lists").flatten() {
        if entry.file_name() != ".git" {
            let path = entry.path();
            let gone = fs::remove_file(&path).or_else(|_| fs::remove_dir_all(&path));
            gone.expect("removes");
        }
    }
    for args in [&["status"][..], &["cases"]] {
        let said = told(&team.ringoff(0, args));
        assert!(said.contains("`ringoff sync` brings") && said.contains(".git"), "{said}");
    }
    let said = told(&team.ringoff(0, &["sync"]));
    assert!(said.contains("it is there again") && !said.contains("Nothing new"), "{said}");
    assert_eq!(names(&team.book(0)), ["Zzq1"]);
    let said = told(&team.ringoff(0, &["sync"]));
    assert!(said.contains("Nothing new") && !said.contains("again"), "{said}");
}

/// What stands in the place of the file may be no file at all.
#[test]
fn a_folder_of_the_name_of_the_file_is_told_and_stops_nobody_for_ever() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    let elsewhere = team.folder.path().join("elsewhere");
    git(&team, team.folder.path(), &["clone", "-q", "hub.git", "elsewhere"]);
    fs::remove_file(elsewhere.join("progress.ron")).expect("removes");
    fs::create_dir(elsewhere.join("progress.ron")).expect("makes");
    fs::write(elsewhere.join("progress.ron/x"), "made up").expect("writes");
    git(&team, &elsewhere, &["add", "-A"]);
    git(&team, &elsewhere, &["commit", "-qm", "Folder"]);
    git(&team, &elsewhere, &["push", "-q"]);
    team.change(0, &["account", "add", "Zzq1"]);
    let output = team.sync(0, "", 0);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("cannot be read"), "{said}");
    git(&team, &elsewhere, &["rm", "-rqf", "progress.ron"]);
    git(&team, &elsewhere, &["checkout", "-q", "HEAD^", "--", "progress.ron"]);
    git(&team, &elsewhere, &["commit", "-qm", "File"]);
    git(&team, &elsewhere, &["push", "-q"]);
    let output = team.sync(0, "", 0);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(team.sync(1, "", 0).status.success());
    assert_eq!(names(&team.book(1)), ["Zzq1"]);
}

/// An earlier version left it to chance whether the disk has what git made.
#[test]
fn a_damaged_repository_is_named_and_one_that_is_begun_anew_loses_nothing() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    for name in ["Zzq1", "Zzq2"] {
        team.change(0, &["account", "add", name]);
    }
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    team.change(1, &["account", "add", "Zzq3"]);
    assert!(team.sync(1, "", 0).status.success());
    // What nobody has seen yet: one is undone, and one is new. Without the repository nobody
    // can tell what is undone from what never came.
    team.change(0, &["undo"]);
    team.change(0, &["account", "add", "Zzq4"]);
    let (data, away) = (team.data(0), team.data(0).join("away"));
    let all = ["HEAD", "HEAD^{tree}", "HEAD:progress.ron"];
    for what in all {
        let id = git(&team, &data, &["rev-parse", what]);
        let (folder, rest) = id.trim().split_at(2);
        let object = data.join(".git/objects").join(folder).join(rest);
        let whole = fs::read(&object).expect("reads");
        fs::remove_file(&object).expect("removes");
        fs::write(&object, "").expect("empties");
        let output = team.sync(0, "", 0);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{what}: {said}");
        assert!(said.contains("is damaged") && said.contains("Rename"), "{what}: {said}");
        assert!(said.contains(&format!("sync {}`", team.hub().display())), "{what}: {said}");
        fs::write(&object, whole).expect("mends");
    }
    // A remote that is away says nothing about what is here.
    fs::rename(team.hub(), team.folder.path().join("gone.git")).expect("moves");
    let output = team.sync(0, "", 0);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && !said.contains("damaged"), "{said}");
    fs::rename(team.folder.path().join("gone.git"), team.hub()).expect("moves");
    // As it is told.
    fs::rename(data.join(".git"), &away).expect("renames");
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    for machine in [0, 1] {
        let mut all = names(&team.book(machine));
        all.sort();
        assert_eq!(all, ["Zzq1", "Zzq2", "Zzq3", "Zzq4"], "{machine}");
        assert!(team.book(machine).cases[0].conflicts.is_empty());
    }
    assert_eq!(told(&team.book(0)), told(&team.book(1)));
    assert!(team.sync(0, "", 0).status.success());
}

/// Git says "no" where it cannot read its settings; that is not "no remote".
#[test]
fn settings_that_git_cannot_read_are_not_taken_for_none() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.sync(0, "", 0).status.success());
    team.change(0, &["account", "add", "Zzq1"]);
    let output = team.sync(0, "deaf", 0);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(team.sync(0, "", 0).status.success());
    assert!(team.sync(1, "", 0).status.success());
    assert_eq!(names(&team.book(1)), ["Zzq1"]);
}

fn make_old(path: &Path) {
    let file = fs::File::create(path).expect("makes");
    file.set_modified(SystemTime::now() - Duration::from_mins(2)).expect("is old");
}

#[test]
fn locks_that_a_killed_git_left_stop_nobody() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    assert!(team.ringoff(0, &["sync"]).status.success());
    team.change(0, &["account", "add", "Zzq1"]);
    let left = ["config.lock", "index.lock", "refs/heads/main.lock"];
    let left = left.map(|name| team.data(0).join(".git").join(name));
    for lock in &left {
        make_old(lock);
    }
    let output = team.sync(0, "", 0);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    for lock in left {
        assert!(!lock.exists(), "{}", lock.display());
    }
}

/// What a remote says is shown and nothing more.
#[test]
fn no_remote_can_have_a_file_removed_by_naming_it() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    let named = team.folder.path().join("race.sh.lock");
    make_old(&named);
    assert!(!team.sync(0, "names", 0).status.success());
    assert!(named.exists());
}

/// Git itself calls the merge driver: 0 is merged, 1 is a conflict, above 128 a failure,
/// after which the file is what it was.
#[test]
fn git_merges_by_the_driver() {
    let mut team = Team::new();
    team.change(0, &["new", "--label", "KL"]);
    team.change(0, &["sync"]);
    let (data, home) = (team.data(0), team.folder.path().join("m0"));
    let bin = team.folder.path().join("bin");
    fs::create_dir(&bin).expect("makes");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_ringoff"), bin.join("ringoff")).expect("links");
    let program = team.git.clone();
    let run = |args: &[&str]| {
        let mut command = Command::new(&program);
        command
            .env_clear()
            .env("PATH", format!("{}:/usr/bin:/bin", bin.display()))
            .env("HOME", &home)
            .env("LC_ALL", "C")
            .args(["-c", "user.name=someone", "-c", "user.email=someone@example.org"])
            .args(args)
            .current_dir(&data);
        command.output().expect("runs").status.code()
    };
    let git = |args: &[&str]| assert_eq!(run(args), Some(0), "{args:?}");
    // Both sides do something.
    git(&["switch", "-qc", "other"]);
    team.change(0, &["account", "add", "Zzq1"]);
    git(&["commit", "-qam", "theirs"]);
    git(&["switch", "-q", "main"]);
    team.change(0, &["account", "add", "Zzq2"]);
    git(&["commit", "-qam", "ours"]);
    git(&["merge", "-q", "other"]);
    assert_eq!(names(&team.book(0)), ["Zzq1", "Zzq2"]);
    // Both sides do it differently.
    git(&["switch", "-q", "other"]);
    git(&["merge", "-q", "main"]);
    team.change(0, &["account", "set", "zzq1", "moved"]);
    git(&["commit", "-qam", "moved"]);
    git(&["switch", "-q", "main"]);
    team.change(0, &["account", "set", "zzq1", "closed"]);
    git(&["commit", "-qam", "closed"]);
    assert_eq!(run(&["merge", "-q", "other"]), Some(1));
    assert_eq!(team.book(0).cases[0].conflicts.len(), 1);
    git(&["add", "progress.ron"]);
    git(&["commit", "-qm", "merged"]);
    // One side is damaged.
    git(&["switch", "-qc", "broken"]);
    fs::write(data.join("progress.ron"), "<<<<<<< ours\n").expect("writes");
    git(&["commit", "-qam", "broken"]);
    git(&["switch", "-q", "main"]);
    team.change(0, &["account", "add", "Zzq3"]);
    git(&["commit", "-qam", "more"]);
    let before = fs::read(data.join("progress.ron")).expect("reads");
    assert!(run(&["merge", "-q", "broken"]).is_some_and(|code| code > 1));
    assert_eq!(fs::read(data.join("progress.ron")).expect("reads"), before);
}
