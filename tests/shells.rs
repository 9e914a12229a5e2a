//! What is written for other programs is read by them: completions by their
//! shells, pages by `man`, the reminder by `systemd`. A program that is not
//! here is passed over, unless `RINGOFF_TEST_ALL` says that all have to be.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::{
    env, fs,
    path::Path,
    process::{Command, Output},
};

use tempfile::TempDir;

/// Runs a program, if there is one.
fn run(program: &str, args: &[&str], folder: &Path) -> Option<Output> {
    let mut command = Command::new(program);
    command.args(args).current_dir(folder).env("HOME", folder);
    command.env("MANROFFOPT", "-ww").env("MANWIDTH", "80").env("LC_ALL", "C.UTF-8");
    match command.output() {
        Ok(output) => Some(output),
        Err(error) => {
            assert!(env::var_os("RINGOFF_TEST_ALL").is_none(), "{program}: {error}");
            None
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

/// What ringoff prints.
fn ringoff(args: &[&str], folder: &TempDir) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
    command.args(args).env_clear().env("HOME", folder.path()).env("RINGOFF_LANG", "en");
    let output = command.current_dir(folder.path()).output().expect("runs");
    assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Each shell reads its script without a word and then knows the commands.
#[test]
fn completions_load() {
    let folder = folder();
    let scripts = [
        ("bash", "source ./script; complete -p ringoff; declare -f _ringoff"),
        ("zsh", "autoload -U compinit; compinit -u; source ./script; functions _ringoff"),
        ("fish", "source ./script; complete -C 'ringoff '"),
    ];
    for (shell, then) in scripts {
        let script = ringoff(&["completions", shell], &folder);
        fs::write(folder.path().join("script"), script).expect("writes");
        let args = if shell == "zsh" { vec!["-f", "-c", then] } else { vec!["-c", then] };
        let Some(output) = run(shell, &args, folder.path()) else { continue };
        assert_eq!(text(&output.stderr), "", "{shell}");
        let told = text(&output.stdout);
        for command in ["status", "account", "remind", "doctor"] {
            assert!(told.contains(command), "{shell} knows {command}: {told}");
        }
    }
    let script = ringoff(&["completions", "powershell"], &folder);
    assert!(script.contains("Register-ArgumentCompleter"), "{script}");
}

/// `man` renders every page without a warning, and each names its command.
#[test]
fn pages_render() {
    let folder = folder();
    ringoff(&["man", "pages"], &folder);
    let mut seen = 0;
    for entry in fs::read_dir(folder.path().join("pages")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let page = path.to_str().expect("text");
        let Some(output) = run("man", &["--warnings", "-l", page], folder.path()) else { return };
        assert_eq!(text(&output.stderr), "", "{page}");
        let told = text(&output.stdout);
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name");
        assert!(told.contains("NAME") && told.contains(name), "{name}: {told}");
        seen += 1;
    }
    assert!(seen > 25, "{seen} pages");
}

/// systemd finds nothing wrong with the reminder.
#[test]
fn the_units_are_sound() {
    let folder = folder();
    let recipe = ringoff(&["remind", "--recipe", "systemd"], &folder);
    let mut units = Vec::new();
    for part in recipe.split("# ~/.config/systemd/user/").skip(1) {
        let (name, body) = part.split_once('\n').expect("a name");
        fs::write(folder.path().join(name), body).expect("writes");
        units.push(format!("./{name}"));
    }
    assert_eq!(units.len(), 2, "{recipe}");
    let mut args = vec!["verify", "--user", "--man=no"];
    args.extend(units.iter().map(String::as_str));
    let Some(output) = run("systemd-analyze", &args, folder.path()) else { return };
    let told = text(&output.stderr);
    assert!(!told.contains("ringoff-remind"), "{told}");
}
