//! Promises about the file that need another user, a disk that refuses, or two
//! writers at once.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, clippy::print_stderr, reason = "a test that cannot go on fails")]

#[path = "support/interposer.rs"]
mod interposer;

use std::{
    fs,
    os::unix::{
        fs::{MetadataExt as _, PermissionsExt as _, chown, symlink},
        process::CommandExt as _,
    },
    path::Path,
    process::{Command, Output},
    thread,
};

use ringoff::store::{Loaded, Store};

/// A user who owns nothing here.
const SOMEBODY: u32 = 65_534;

fn ringoff(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
    command
        .env_clear()
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_STATE_HOME", home.join("state"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("RINGOFF_NOW", "2026-11-05T02:00:00Z")
        .env("RINGOFF_LANG", "en")
        .current_dir(home)
        .args(args);
    command
}

fn ran(mut command: Command) -> Output {
    command.output().expect("runs")
}

fn works(command: Command) -> String {
    let output = ran(command);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What the system was asked for while a command ran, a call a line; nothing where there
/// is no strace.
fn traced(home: &Path, calls: &str, args: &[&str]) -> Option<Vec<String>> {
    let told = home.join("told");
    let plain = ringoff(home, args);
    let environment = plain.get_envs().filter_map(|(name, value)| Some((name, value?)));
    let output = Command::new("strace")
        .env_clear()
        .envs(environment)
        .current_dir(home)
        .args(["-f", "-qq", "-y", "-e", calls, "-o"])
        .arg(&told)
        .arg(plain.get_program())
        .args(args)
        .output();
    let Ok(output) = output else {
        eprintln!("no strace here");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{args:?}: {said}");
    Some(fs::read_to_string(told).expect("was told").lines().map(str::to_owned).collect())
}

fn is_root() -> bool {
    fs::metadata("/proc/self").expect("there").uid() == 0
}

/// What root makes in somebody's home is theirs, so that their next run works.
#[test]
fn the_first_run_by_root_locks_nobody_out() {
    if !is_root() {
        eprintln!("only root can try it");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("allows");
    let home = folder.path().join("home");
    fs::create_dir(&home).expect("makes");
    chown(&home, Some(SOMEBODY), Some(SOMEBODY)).expect("gives");
    // They may not enter the folder of the build: a copy will do.
    let program = folder.path().join("ringoff");
    fs::copy(env!("CARGO_BIN_EXE_ringoff"), &program).expect("copies");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("allows");
    works(ringoff(&home, &["new", "--label", "KL"]));
    let data = home.join("data/ringoff");
    for name in ["", "progress.ron", ".progress.ron.lock"] {
        assert_eq!(fs::metadata(data.join(name)).expect("there").uid(), SOMEBODY, "{name}");
    }
    let mut theirs = ringoff(&home, &["account", "add", "Maybank"]);
    let environment: Vec<_> = theirs
        .get_envs()
        .filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())))
        .collect();
    theirs = Command::new(program);
    theirs.env_clear().envs(environment).current_dir(&home).args(["account", "add", "Maybank"]);
    theirs.uid(SOMEBODY).gid(SOMEBODY);
    works(theirs);
}

/// A link to a file that is not there yet is followed and stays a link, also into a
/// folder that is not there.
#[test]
fn a_link_to_nothing_is_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path();
    fs::create_dir_all(home.join("data/ringoff")).expect("makes");
    fs::create_dir(home.join("stick")).expect("makes");
    let link = home.join("data/ringoff/progress.ron");
    symlink("../../stick/mine.ron", &link).expect("links");
    works(ringoff(home, &["new", "--label", "KL"]));
    works(ringoff(home, &["account", "add", "Maybank"]));
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    let text = fs::read_to_string(home.join("stick/mine.ron")).expect("reads");
    assert!(text.contains("Maybank"));

    fs::remove_file(&link).expect("removes");
    symlink("../../away/mine.ron", &link).expect("links");
    works(ringoff(home, &["new", "--label", "KL"]));
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    let made = fs::metadata(home.join("away")).expect("there");
    assert_eq!(made.permissions().mode() & 0o777, 0o700);
    assert!(home.join("away/mine.ron").is_file());
}

/// A disk that is mounted read-only is named, and what is on it can be read.
#[test]
fn a_disk_that_is_read_only_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path();
    works(ringoff(home, &["new", "--label", "KL"]));
    let data = home.join("data/ringoff");
    let mount = |args: &[&str]| {
        Command::new("mount").args(args).arg(&data).output().is_ok_and(|ran| ran.status.success())
    };
    let path = data.to_str().expect("text").to_owned();
    if !is_root() || !mount(&["--bind", &path]) {
        eprintln!("only root can try it");
        return;
    }
    let read_only = mount(&["-o", "remount,bind,ro"]);
    let output = ran(ringoff(home, &["account", "add", "Maybank"]));
    let status = ran(ringoff(home, &["status"]));
    Command::new("umount").arg(&data).status().expect("runs");
    assert!(read_only);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("read-only"), "{said}");
    assert!(status.status.success());
}

/// What would be too large to open again is not written.
#[test]
fn an_import_that_no_command_could_open_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path();
    works(ringoff(home, &["new", "--label", "KL"]));
    works(ringoff(home, &["contact", "add", "--channel", "store", "--note", "MARK"]));
    works(ringoff(home, &["export", "json", "--reveal", "-o", "all.json"]));
    let before = fs::read(home.join("data/ringoff/progress.ron")).expect("reads");
    let text = fs::read_to_string(home.join("all.json")).expect("reads");
    // Another case with a note of 70 MB.
    let large = text.replace("\"kl\"", "\"other\"").replacen("MARK", &"n".repeat(70 << 20), 1);
    fs::write(home.join("large.json"), large).expect("writes");
    let output = ran(ringoff(home, &["import", "large.json"]));
    assert!(!output.status.success());
    assert_eq!(fs::read(home.join("data/ringoff/progress.ron")).expect("reads"), before);
    works(ringoff(home, &["status"]));
}

/// Two writers at once, on a file system with locks and on one without.
#[test]
fn of_two_writers_at_once_neither_loses_anything() {
    const EACH: usize = 150;
    for locks in [true, false] {
        let folder = tempfile::tempdir().expect("a folder");
        let home = folder.path();
        works(ringoff(home, &["new", "--label", "KL"]));
        let library = interposer::built();
        let writer = |name: &'static str| {
            let (home, library) = (home.to_owned(), library.clone());
            move || {
                let add = |at: usize| {
                    let account = format!("{name}{at}");
                    let mut command = ringoff(&home, &["account", "add", &account]);
                    if !locks {
                        command.env("LD_PRELOAD", &library).env("SYSTEM_FLOCK", "37");
                    }
                    let saved = ran(command).status.success();
                    saved.then_some(account)
                };
                (0..EACH).filter_map(add).collect::<Vec<String>>()
            }
        };
        let saved: Vec<String> = thread::scope(|scope| {
            let all = ["A", "B"].map(|name| scope.spawn(writer(name)));
            all.into_iter().flat_map(|one| one.join().expect("ends")).collect()
        });
        let store = Store::at(home.join("data/ringoff/progress.ron"));
        let Loaded { book, .. } = store.load().expect("opens");
        let names: Vec<&str> = book
            .cases
            .iter()
            .flat_map(|case| &case.accounts)
            .map(|one| one.name.as_str())
            .collect();
        assert_eq!(saved.len(), 2 * EACH, "locks: {locks}");
        for name in &saved {
            assert!(names.contains(&name.as_str()), "locks: {locks}: {name} is lost");
        }
        assert_eq!(names.len(), saved.len(), "locks: {locks}");
    }
}

/// Nothing is said to be saved before the disk has it: the new file is there in full
/// before it gets its name, and the name lasts before a word is said.
#[test]
fn what_is_said_to_be_saved_is_on_the_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path();
    works(ringoff(home, &["new", "--label", "KL"]));
    let calls = "trace=/^rename,fsync,fdatasync,write";
    let Some(calls) = traced(home, calls, &["account", "add", "Maybank"]) else { return };
    let steps: [(&str, &[&str]); 4] = [
        ("the file is synced", &["sync(", "/data/ringoff/.progress.ron.", ".tmp>) = 0"]),
        ("it gets its name", &["rename", ".tmp\", ", "/data/ringoff/progress.ron\") = 0"]),
        ("its folder is synced", &["sync(", "/data/ringoff>) = 0"]),
        ("the command speaks", &["write(1<", "Account added: Maybank"]),
    ];
    let mut last = 0;
    for (step, parts) in steps {
        let is_it = |call: &String| parts.iter().all(|part| call.contains(part));
        let at = calls.iter().skip(last).position(is_it);
        last += at.unwrap_or_else(|| panic!("{step}: {calls:#?}")) + 1;
    }
}

/// No command asks the system for a connection.
#[test]
fn no_command_asks_for_a_connection() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path();
    fs::write(home.join("messages.csv"), "date,body\n2026-01-02,Maybank: your code is 12\n")
        .expect("writes");
    let commands = [
        "new --label KL",
        "account add Grab",
        "scan messages.csv --add-all",
        "check precondition:arrears",
        "undo",
        "redo",
        "status",
        "show",
        "due",
        "doctor",
        "letter",
        "export html -o all.html",
        "export json --reveal -o all.json",
        "import all.json",
        "playbook list",
        "--help",
    ];
    for command in commands {
        let args: Vec<&str> = command.split(' ').collect();
        let Some(calls) = traced(home, "trace=%network", &args) else { return };
        assert!(calls.is_empty(), "{command}: {calls:#?}");
    }
}

/// A pipe, a device or a folder in the place of a setting is told of, and nobody waits for it.
#[test]
fn no_setting_is_waited_for() {
    let home = tempfile::tempdir().expect("a folder");
    let config = home.path().join("config/ringoff");
    for folder in ["playbooks", "themes", "playbooks/folder.ron"] {
        fs::create_dir_all(config.join(folder)).expect("makes it");
    }
    let pipe = |name: &str| {
        let made = Command::new("mkfifo").arg(config.join(name)).status().expect("runs");
        assert!(made.success());
    };
    for name in ["config.ron", "playbooks/pipe.ron", "themes/pipe.ron"] {
        pipe(name);
    }
    symlink("/dev/zero", config.join("keys.ron")).expect("links");
    let endless = fs::File::create(config.join("themes/endless.ron")).expect("writes");
    endless.set_len(3 << 30).expect("a file of holes");
    let told = ran(ringoff(home.path(), &["config", "check"]));
    assert_eq!(told.status.code(), Some(3));
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    for (name, what) in [
        ("config.ron", "regular"),
        ("keys.ron", "regular"),
        ("playbooks/pipe.ron", "regular"),
        ("playbooks/folder.ron", ""),
        ("themes/pipe.ron", "regular"),
        ("themes/endless.ron", "4 MB"),
    ] {
        let line = told.lines().find(|line| line.contains(name));
        assert!(line.is_some_and(|line| line.contains(what)), "{name}: {told}");
    }
    works(ringoff(home.path(), &["new", "--label", "KL"]));
    works(ringoff(home.path(), &["playbook", "list"]));
    works(ringoff(home.path(), &["status"]));
}
