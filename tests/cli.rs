//! The command line as people see it: what stands on stdout and on stderr,
//! the exit code, and the file afterwards.
//!
//! Each file in `tests/cli` is one session in a home of its own:
//!
//! ```text
//! $ ringoff next
//! > what stands on stdout
//! ! what stands on stderr
//! ? 6
//! ```
//!
//! A line without `?` ended with 0. Besides `ringoff` there are `book` (prints
//! the file), `mode` (prints its mode), `write PATH TEXT`, `read PATH` and `modes
//! PATH` of any other file, `bytes PATH HEX…`, `program PATH TEXT`
//! (can be run), `copy FROM TO`, `remove PATH`, `set NAME VALUE` and `unset NAME` (environment), `answer TEXT` (what
//! the next command reads on stdin) and `same` (the file is what it was at the
//! last `book`), `git ARGS` and `move FROM TO`. `system NAME ANSWER` has the system refuse (see
//! `tests/support/interpose.rs`), `system` alone has it behave again; `\\xff` in a word is that byte. With `CLI=bless` in the environment the files are rewritten.
//!
//! On Windows the steps that ask for modes are taken as read, and the sessions of
//! `UNIX` are left out, each for the reason that stands there.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/interposer.rs"]
mod interposer;
#[path = "support/told.rs"]
mod told;

use std::{
    collections::BTreeMap,
    env,
    ffi::OsString,
    fs,
    io::Write as _,
    path::PathBuf,
    process::{Command, Stdio},
};

/// The version of the program.
const VERSION: &str = env!("CARGO_PKG_VERSION");

use tempfile::TempDir;

/// Signs of a step that only a Unix system can take, with the reason. A session with
/// one of them is walked there alone.
const UNIX: [(&str, &str); 7] = [
    ("$ system ", "a library that is loaded first answers for the system"),
    ("$ program ", "a script is a program by its mode"),
    ("$ git ", "the machine of the tests has no git for Windows"),
    ("\\x", "a name that is no text"),
    ("/dev/", "a device with a name among the files"),
    ("$ set LC_ALL", "the language comes from the environment"),
    ("$ ringoff doctor --json", "modes and the locale are looked at there alone"),
];

/// What the system does in its own way.
#[cfg(unix)]
mod own {
    use std::{
        ffi::OsString,
        fs,
        os::unix::{ffi::OsStringExt as _, fs::PermissionsExt as _},
        path::Path,
    };

    pub(crate) fn word(bytes: Vec<u8>) -> OsString {
        OsString::from_vec(bytes)
    }

    pub(crate) fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("there").permissions().mode() & 0o777
    }

    pub(crate) fn let_run(path: &Path) {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("allows");
    }
}

/// What the system does in its own way.
#[cfg(windows)]
mod own {
    use std::{ffi::OsString, path::Path};

    pub(crate) fn word(bytes: Vec<u8>) -> OsString {
        String::from_utf8(bytes).expect("text").into()
    }

    pub(crate) fn mode(path: &Path) -> u32 {
        panic!("no modes here: {}", path.display())
    }

    pub(crate) fn let_run(path: &Path) {
        panic!("no script runs here: {}", path.display())
    }
}

struct Session {
    folder: TempDir,
    environment: BTreeMap<String, String>,
    seen: Vec<u8>,
    answers: String,
    place: OsString,
}

impl Session {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name).to_str().expect("text").to_owned();
        let environment = [
            ("HOME", at("")),
            ("XDG_DATA_HOME", at("data")),
            ("XDG_STATE_HOME", at("state")),
            ("XDG_CONFIG_HOME", at("config")),
            ("RINGOFF_NOW", "2026-11-05T02:00:00Z".to_owned()),
            // A machine that is busy takes seconds for a command.
            ("RINGOFF_CLOCK", "held".to_owned()),
            ("RINGOFF_LANG", "en".to_owned()),
            ("TZ", "Asia/Kuala_Lumpur".to_owned()),
        ];
        let environment = environment.map(|(name, value)| (name.to_owned(), value));
        // Without these nothing runs on Windows, and `~` is another folder.
        let needed = ["SystemRoot", "TEMP", "TMP"].into_iter();
        let needed = needed.filter_map(|name| Some((name.to_owned(), env::var(name).ok()?)));
        let needed = needed.chain([("USERPROFILE".to_owned(), at(""))]).filter(|_| cfg!(windows));
        let environment = environment.into_iter().chain(needed).collect();
        Self {
            folder,
            environment,
            seen: Vec::new(),
            answers: String::new(),
            place: OsString::new(),
        }
    }

    /// Text with `HOME` for the home of the session, and `VERSION` for the one of the
    /// program: a new version is no change of any session.
    fn at_home(&self, text: &str) -> String {
        let home = self.folder.path().to_str().expect("text");
        // In RON and JSON a separator of Windows stands twice.
        let text = text.replace(&home.replace('\\', "\\\\"), "HOME").replace(home, "HOME");
        text.replace(&format!("ringoff {VERSION}"), "ringoff VERSION")
            .replace(&format!("//ringoff//{VERSION}//"), "//ringoff//VERSION//")
    }

    fn book_path(&self) -> PathBuf {
        self.folder.path().join("data/ringoff/progress.ron")
    }

    /// Runs one line and returns it with what came of it.
    #[expect(clippy::too_many_lines, reason = "one arm a verb, read as a table")]
    fn run(&mut self, line: &str) -> Vec<String> {
        let words = words(line);
        let (program, args) = words.split_first().expect("a program");
        let mut out = vec![format!("$ {line}")];
        match program.as_str() {
            "ringoff" => out.extend(self.ringoff(args)),
            "book" => {
                self.seen = fs::read(self.book_path()).unwrap_or_default();
                let text = String::from_utf8_lossy(&self.seen).into_owned();
                let text = self.at_home(&text);
                let lines = text.lines().filter(|line| !line.starts_with("//"));
                out.extend(lines.map(|line| format!("> {line}")));
            }
            "same" => {
                let now = fs::read(self.book_path()).unwrap_or_default();
                out.push(format!("> {}", if now == self.seen { "the same" } else { "CHANGED" }));
            }
            "mode" => {
                let path = self.book_path();
                let folder = own::mode(path.parent().expect("a folder"));
                out.push(format!("> {:o} in {folder:o}", own::mode(&path)));
            }
            "files" => {
                let entries = fs::read_dir(self.book_path().parent().expect("a folder"));
                let mut names: Vec<String> = entries
                    .expect("a folder")
                    .flatten()
                    .map(|entry| entry.file_name().to_string_lossy().into_owned())
                    .collect();
                names.sort();
                out.extend(names.into_iter().map(|name| format!("> {name}")));
            }
            "write" => {
                let (path, text) = args.split_first().expect("a path");
                let path = own::word(bytes_of(path));
                let path = self.folder.path().join(path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("makes");
                let text = text.join(" ").replace("\\n", "\n").replace("\\0", "\0");
                let text = text.replace("\\b", "\u{feff}");
                fs::write(path, text).expect("writes");
                self.seen = fs::read(self.book_path()).unwrap_or_default();
            }
            "read" => {
                let path = self.folder.path().join(args.concat());
                let text = fs::read_to_string(path).expect("reads");
                out.extend(text.lines().map(|line| format!("> {line}")));
            }
            "modes" => {
                let path = self.folder.path().join(args.concat());
                out.push(format!("> {:o}", own::mode(&path)));
            }
            "answer" => self.answers = args.join(" ").replace("\\n", "\n") + "\n",
            "program" => {
                let [path, text] = args else { panic!("program PATH TEXT") };
                let path = self.folder.path().join(path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("makes");
                fs::write(&path, text.replace("\\n", "\n")).expect("writes");
                own::let_run(&path);
            }
            "bytes" => {
                let (path, bytes) = args.split_first().expect("a path");
                let byte = |hex: &String| u8::from_str_radix(hex, 16).expect("hex");
                let bytes: Vec<u8> = bytes.iter().map(byte).collect();
                fs::write(self.folder.path().join(path), bytes).expect("writes");
            }
            "size" => {
                let [path, bytes] = args else { panic!("size PATH BYTES") };
                let path = self.folder.path().join(path);
                let file = fs::File::options().create(true).append(true).open(path);
                let bytes = bytes.parse().expect("a number");
                file.and_then(|file| file.set_len(bytes)).expect("grows");
            }
            "replace" => {
                let [path, old, new] = args else { panic!("replace PATH OLD NEW") };
                let path = self.folder.path().join(path);
                let text = fs::read_to_string(&path).expect("reads");
                assert!(text.contains(old.as_str()), "{old}");
                fs::write(path, text.replacen(old.as_str(), new, 1)).expect("writes");
            }
            "bomb" => {
                let file = fs::File::create(self.folder.path().join(args.concat()));
                let mut zip = zip::ZipWriter::new(file.expect("makes"));
                let options = zip::write::SimpleFileOptions::default();
                zip.start_file("messages.ndjson", options).expect("begins");
                zip.write_all(b"{\"address\": \"63001\", \"body\": \"").expect("writes");
                let blank = vec![b' '; 1 << 20];
                (0..65).for_each(|_| zip.write_all(&blank).expect("writes"));
                zip.finish().expect("ends");
            }
            "system" => {
                self.environment.retain(|name, _| !name.starts_with("SYSTEM_"));
                self.environment.remove("LD_PRELOAD");
                if let [name, answer] = args {
                    let home = self.folder.path().to_str().expect("text");
                    let name = format!("SYSTEM_{}", name.to_uppercase());
                    self.environment.insert(name, answer.replace("HOME", home));
                    self.environment.insert("LD_PRELOAD".to_owned(), interposer::built());
                }
            }
            "copy" => {
                let [from, to] = args else { panic!("copy FROM TO") };
                let at = |name: &String| self.folder.path().join(name);
                fs::copy(at(from), at(to)).expect("copies");
            }
            "remove" => {
                fs::remove_file(self.folder.path().join(args.concat())).expect("removes");
            }
            "git" => {
                let output = Command::new("git")
                    .args(args)
                    .env_clear()
                    .envs(&self.environment)
                    .current_dir(self.folder.path())
                    .output()
                    .expect("runs");
                let text = String::from_utf8(output.stdout).expect("text");
                out.extend(text.lines().map(|line| format!("> {line}")));
            }
            "move" => {
                let [from, to] = args else { panic!("move FROM TO") };
                let at = |name: &String| self.folder.path().join(name);
                fs::rename(at(from), at(to)).expect("moves");
            }
            "cd" => self.place = own::word(bytes_of(&args.concat())),
            "unset" => {
                self.environment.remove(&args.concat());
            }
            "set" => {
                let [name, value] = args else { panic!("set NAME VALUE") };
                let home = self.folder.path().to_str().expect("text");
                self.environment.insert(name.clone(), value.replace("HOME", home));
            }
            other => panic!("no such program: {other}"),
        }
        out
    }

    fn ringoff(&mut self, args: &[String]) -> Vec<String> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
        let args = args.iter().map(|arg| own::word(bytes_of(arg)));
        command.args(args).env_clear().envs(&self.environment);
        command.current_dir(self.folder.path().join(&self.place));
        let answers = self.folder.path().join("answers");
        fs::write(&answers, bytes_of(&std::mem::take(&mut self.answers))).expect("writes");
        let answers = fs::File::open(&answers).expect("reads");
        let output = command.stdin(Stdio::from(answers)).output().expect("runs");
        let told = |bytes: &[u8], mark: &str| -> Vec<String> {
            // What is not UTF-8 is what a terminal for Chinese gets.
            let text = String::from_utf8(bytes.to_vec()).unwrap_or_else(|foreign| {
                let (text, _, broken) = encoding_rs::GB18030.decode(foreign.as_bytes());
                assert!(!broken, "neither UTF-8 nor GB18030");
                text.into_owned()
            });
            assert!(!text.contains('\u{1b}'), "no colour where there is no terminal: {text}");
            let program = std::path::absolute(env!("CARGO_BIN_EXE_ringoff")).expect("a path");
            let text = text.replace(program.to_str().expect("text"), "PROGRAM");
            self.at_home(&text).lines().map(|line| format!("{mark} {line}")).collect()
        };
        let mut out = told(&output.stdout, ">");
        out.extend(told(&output.stderr, "!"));
        match output.status.code() {
            Some(0) => {}
            code => out.push(format!("? {}", code.expect("no signal"))),
        }
        out
    }
}

/// A word with `\xff` as that byte.
fn bytes_of(word: &str) -> Vec<u8> {
    let mut pieces = word.split("\\x");
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (hex, rest) = piece.split_at(2);
        bytes.push(u8::from_str_radix(hex, 16).expect("hex"));
        bytes.extend(rest.as_bytes());
    }
    bytes
}

/// A line as a shell splits it: blanks, double and single quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in line.chars() {
        match (c, quote) {
            (c, Some(open)) if c == open => quote = None,
            ('"' | '\'', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (' ', None) => words.extend(word.take()),
            (c, _) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

fn walk(text: &str) -> String {
    let asks_linux = text.contains("$ system ") && !cfg!(target_os = "linux");
    let asks_unix = UNIX.iter().any(|(sign, _)| text.contains(sign)) && !cfg!(unix);
    if asks_linux || asks_unix {
        return text.to_owned();
    }
    let mut session = Session::new();
    let mut out: Vec<String> = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(command) = line.strip_prefix("$ ") else {
            out.push(line.to_owned());
            continue;
        };
        let mut expected = vec![line];
        while let Some(line) = lines.next_if(|line| line.starts_with(['>', '!', '?'])) {
            expected.push(line);
        }
        if cfg!(windows) && command.starts_with("mode") {
            out.extend(expected.iter().map(|line| (*line).to_owned()));
            continue;
        }
        let told = session.run(command);
        let told: Vec<&str> = told.iter().map(|line| line.trim_end()).collect();
        let same = cfg!(windows) && as_elsewhere(&told) == as_elsewhere(&expected);
        let told = if same { expected } else { told };
        out.extend(told.iter().map(|line| (*line).to_owned()));
    }
    out.join("\n") + "\n"
}

/// What is told, without what each system says in its own way: separators, quotation
/// marks of the shell, who may read a file, and how the locale encodes.
fn as_elsewhere(told: &[&str]) -> Vec<String> {
    let own = |line: &str| {
        line.ends_with(": 600 · 700") || line.ends_with(": –") || line.contains("LANG=C.UTF-8")
    };
    let told = told.iter().filter(|line| !own(line));
    told.map(|line| {
        let mut line = (*line).to_owned();
        for check in ["modes", "locale"] {
            let from = line.find(&format!("{{\"check\":\"{check}\""));
            let to = from.and_then(|from| Some(from + line[from..].find('}')? + 2));
            if let Some((from, to)) = from.zip(to) {
                line.replace_range(from..to.min(line.len()), "");
            }
        }
        line.replace("\\\"", "/").replace("\\\\", "/").replace(['\\', '"', '\''], "/")
    })
    .collect()
}

#[test]
fn every_session_says_what_it_should() {
    told::compare("tests/cli", "CLI", 32, walk);
}

/// Every flag of every command stands in some session behind its command.
#[test]
fn no_flag_is_left_out() {
    let sessions: String = fs::read_dir("tests/cli")
        .expect("a folder")
        .flatten()
        .map(|entry| fs::read_to_string(entry.path()).expect("reads"))
        .collect();
    let runs: Vec<&str> = sessions.lines().filter(|line| line.starts_with("$ ringoff")).collect();
    let mut session = Session::new();
    let global = ["--json", "--lang", "--no-input", "--color", "--case", "--file", "--help"];
    for flag in global {
        assert!(runs.iter().any(|run| run.contains(flag)), "{flag}");
    }
    for path in commands(&mut session) {
        let help = session.run(&format!("ringoff {path} --help"));
        let flags = help.iter().skip_while(|line| *line != "> Options:").skip(1);
        for line in flags {
            let Some(at) = line.find("--") else { continue };
            let long = line[at..].split([' ', ',', '[']).next().expect("a flag");
            let named = |run: &&str| {
                run.contains(&format!(" {path} ")) && run.contains(&format!(" {long}"))
            };
            let seen = global.contains(&long) || runs.iter().any(named);
            assert!(seen, "{path} {long} stands in no session");
        }
    }
}

/// Every fault with its own words is met in some session; those that only the
/// dashboard can meet are named here.
#[test]
fn no_fault_is_left_out() {
    /// Told by the dashboard alone.
    const DASHBOARD: [&str; 17] = [
        // Repositories that others have made are those of `tests/sync.rs`.
        "fault-sync-clash",
        "fault-git-no-branch",
        "fault-git-unfinished",
        "fault-remote-apart",
        "fault-remote-stalled",
        // `tests/promises.rs` makes a file that large.
        "fault-own-too-large",
        // Each git says in its own words what it cannot read: `tests/sync.rs` damages one.
        "fault-sync-damaged",
        // Somebody else would have to send twenty times meanwhile.
        "fault-remote-restless",
        // A git would have to say nothing for a minute.
        "fault-git-silent",
        "fault-no-editor",
        "fault-editor",
        "fault-editor-code",
        "fault-editor-ended",
        "fault-gone",
        "fault-scan-stopped",
        "fault-crashed",
        "fault-crashed-unkept",
    ];
    /// Met by the test of the held lock.
    const LOCK: &str = "fault-locked";
    let sessions: String = fs::read_dir("tests/cli")
        .expect("a folder")
        .flatten()
        .map(|entry| fs::read_to_string(entry.path()).expect("reads"))
        .collect();
    let faults = fs::read_to_string("assets/locales/en/fault.ftl").expect("reads");
    let mut seen = 0;
    for (key, words) in faults.lines().filter_map(|line| line.split_once(" = ")) {
        // The longest stretch without a variable.
        let pieces = words.split(['{', '}']).step_by(2);
        let longest = pieces.max_by_key(|piece| piece.len()).unwrap_or_default().trim();
        let met = DASHBOARD.contains(&key) || key == LOCK || sessions.contains(longest);
        assert!(met, "{key} is met in no session: {longest}");
        seen += 1;
    }
    assert!(seen > 60, "{seen}");
}

/// Every subcommand stands in some session.
#[test]
fn no_command_is_left_out() {
    let sessions: String = fs::read_dir("tests/cli")
        .expect("a folder")
        .flatten()
        .map(|entry| fs::read_to_string(entry.path()).expect("reads"))
        .collect();
    let output = Command::new(env!("CARGO_BIN_EXE_ringoff"))
        .arg("--help")
        .env_clear()
        .env("RINGOFF_LANG", "en")
        .output()
        .expect("runs");
    let help = String::from_utf8(output.stdout).expect("text");
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let mut seen = 0;
    for line in commands.take_while(|line| !line.is_empty()) {
        let name = line.split_whitespace().next().expect("a name");
        assert!(sessions.contains(&format!("$ ringoff {name}")), "{name}");
        seen += 1;
    }
    assert!(seen > 15, "{help}");
}

/// Every command and subcommand, as help tells them.
fn commands(session: &mut Session) -> Vec<String> {
    let mut all = Vec::new();
    let mut open = vec![String::new()];
    while let Some(path) = open.pop() {
        let help = session.run(&format!("ringoff{path} --help"));
        let rows = help.iter().skip_while(|line| *line != "> Commands:").skip(1);
        for line in rows.take_while(|line| line.trim() != ">") {
            let name = line.split_whitespace().nth(1).expect("a name");
            open.push(format!("{path} {name}"));
            all.push(format!("{path} {name}").trim().to_owned());
        }
    }
    all
}

/// The examples of the help work one after the other, and no command has none.
#[test]
fn every_example_works() {
    let mut session = Session::new();
    session.run("write passport.pdf made-up");
    session.run("write passport-2.pdf made-up-again");
    session.run("write confirmation.pdf made-up");
    session.run("write config/ringoff/config.ron ()");
    let generic = fs::read_to_string("assets/playbooks/generic.ron").expect("reads");
    fs::write(session.folder.path().join("my-carrier.ron"), generic).expect("writes");
    session.run(
        "write messages.xml '<smses count=\"1\"><sms address=\"63001\" date=\"1762300000000\" \
         type=\"1\" body=\"Grab: your verification code is 123456\"/></smses>'",
    );
    session.run("write accounts.csv 'name,url,username,password\\nForum,,+60123456789,x'");
    for side in ["base", "ours", "theirs"] {
        session.run(&format!("write {side}.ron 'V1((cases: []))'"));
    }
    session.run("write contacts.vcf 'BEGIN:VCARD\\nFN:Made Up\\nTEL:012\\nEND:VCARD'");
    let examples = fs::read_to_string("assets/examples.txt").expect("reads");
    for line in examples.lines() {
        if line.starts_with("ringoff letter chaser --lang") {
            // The carrier is reminded once the answer is late.
            session.run("set RINGOFF_NOW 2026-12-10T02:00:00Z");
        }
        if line.starts_with("ringoff archive") {
            // Only what is closed is archived: by then the number has rested.
            session.run("set RINGOFF_NOW 2027-07-01T02:00:00Z");
            // Nor while an account still uses it.
            for name in ["wechat", "grab"] {
                session.run(&format!("ringoff account set {name} closed"));
            }
        }
        if cfg!(windows) && line.starts_with("ringoff sync") {
            continue; // as the sessions with git
        }
        let told = session.run(line);
        assert!(!told.iter().any(|line| line.starts_with("? ")), "{told:#?}");
        assert!(told.len() > 1, "{line} says something");
    }
    let readme = fs::read_to_string("docs/accounts.md").expect("reads");
    let blocks = readme.split("```sh\n").skip(1).filter_map(|block| block.split("```").next());
    for line in blocks.flat_map(str::lines).filter(|line| line.starts_with("ringoff ")) {
        let told = session.run(line);
        assert!(!told.iter().any(|line| line.starts_with("? ")), "{told:#?}");
    }
    for path in commands(&mut session) {
        let has =
            examples.lines().any(|line| format!("{line} ").contains(&format!("ringoff {path} ")));
        assert!(has, "{path} has no example");
        let help = session.run(&format!("ringoff {path} --help"));
        let leads = help.iter().take_while(|line| !line.contains("Usage:"));
        assert!(
            leads.filter(|line| line.contains(&format!("ringoff {path}"))).count() > 0,
            "{path}"
        );
    }
}

/// What cannot be written, help included, is a failure.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_a_failure() {
    let mut session = Session::new();
    session.run("ringoff new");
    let told = session.run("ringoff export md -o /dev/full --force");
    assert!(told.iter().any(|line| line.contains("the disk is full")), "{told:#?}");
    assert_eq!(told.last().map(String::as_str), Some("? 1"), "{told:#?}");
    for args in
        [vec!["--help"], vec!["--version"], vec!["due", "--help"], vec!["demo"], vec!["guide"]]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
        command.args(&args).env_clear().envs(&session.environment).stdin(Stdio::null());
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("opens");
        let output = command.stdout(full).output().expect("runs");
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(output.stderr.starts_with(b"ringoff: "), "{args:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("the disk is full"), "{said}");
    }
    // A letter that nobody has was not sent; what is saved is said to be.
    for (args, saved) in [
        (vec!["letter", "call", "--sent", "--channel", "hotline"], false),
        (vec!["account", "add", "Maybank"], true),
        (vec!["account", "add", "Shopee", "--json"], true),
    ] {
        let before = session.run("book");
        let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
        command.args(&args).env_clear().envs(&session.environment).stdin(Stdio::null());
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("opens");
        let output = command.stdout(full).output().expect("runs");
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert_eq!(session.run("book") != before, saved, "{args:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(said.contains("The change is saved all the same"), saved, "{args:?}: {said}");
    }
}

/// People read their locale's encoding, also through a pipe; what programs read is UTF-8,
/// whatever the locale.
#[test]
fn a_pipe_has_the_encoding_of_the_locale_and_what_programs_read_is_utf_8() {
    let mut session = Session::new();
    session.run("ringoff --lang zh-CN new");
    let told = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
        command.args(args).env_clear().envs(&session.environment).stdin(Stdio::null());
        command.env_remove("RINGOFF_LANG").env("LANG", "zh_CN.GB18030");
        let output = command.output().expect("runs");
        [output.stdout, output.stderr].concat()
    };
    let people: [&[&str]; 4] = [&["next"], &["--help"], &["nxt"], &["next", "--no-such"]];
    for args in people {
        let bytes = told(args);
        let (text, _, broken) = encoding_rs::GB18030.decode(&bytes);
        assert!(!broken && std::str::from_utf8(&bytes).is_err(), "{args:?}: {text}");
        let common = text.chars().filter(|sign| "的是一不在有你这".contains(*sign)).count();
        assert!(common > 0, "{args:?}: {text}");
    }
    let programs: [&[&str]; 4] =
        [&["next", "--json"], &["nxt", "--json"], &["export", "md"], &["config", "sample"]];
    for args in programs {
        let text = String::from_utf8(told(args)).expect("UTF-8");
        assert!(!text.is_ascii(), "{args:?}: {text}");
    }
    let path = session.folder.path().join("letter.txt");
    told(&["letter", "call", "--lang", "zh-CN", "-o", path.to_str().expect("text")]);
    let letter = std::fs::read(&path).expect("a letter");
    assert!(!String::from_utf8(letter).expect("UTF-8").is_ascii());
}

/// A file manager hands over addresses: every command takes them as the file.
#[test]
#[cfg(unix)]
fn the_address_of_a_file_is_the_file() {
    let mut session = Session::new();
    session.run("ringoff new");
    let at = session.folder.path().to_str().expect("text").to_owned();
    let told = session.run(&format!("ringoff letter call -o file://{at}/a%20b.txt"));
    assert!(session.folder.path().join("a b.txt").is_file(), "{told:#?}");
    let told = session.run(&format!("ringoff scan FILE://{at}/a%20b.txt"));
    assert!(!told.iter().any(|line| line.contains("no such file")), "{told:#?}");
}

/// A reader that goes away ends the program without a word.
#[test]
fn a_closed_pipe_is_no_fault() {
    let session = Session::new();
    for args in [["--help"], ["cases"], ["demo"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ringoff"));
        command.args(args).env_clear().envs(&session.environment).stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("ends");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!said.contains("panicked") && !said.contains("pipe"), "{said}");
    }
}

/// Nobody needs more days of their own than there are in a year.
#[test]
fn days_of_ones_own_have_an_end() {
    let mut session = Session::new();
    session.run("ringoff new");
    session.run("ringoff submit --anyway --reason made-up");
    session.run("book");
    let days = (0..401).map(|day| {
        let date = jiff::civil::date(2027, 1, 1) + jiff::Span::new().days(day);
        format!(" --closed {date}=closed")
    });
    let told = session.run(&format!("ringoff review{}", days.collect::<String>()));
    let words = "! ringoff: At most 400 days of your own.";
    assert!(told.iter().any(|line| line.starts_with(words)), "{:#?}", told.get(1..));
    assert_eq!(told.last().map(String::as_str), Some("? 5"));
    assert_eq!(session.run("same").last().map(String::as_str), Some("> the same"));
}

/// Whoever holds the lock and does not let go is told of, with exit code 4;
/// nothing is changed.
#[test]
fn a_held_lock_ends_with_four() {
    let mut session = Session::new();
    session.run("ringoff new");
    session.run("book");
    let folder = session.book_path();
    let folder = folder.parent().expect("a folder");
    let is_lock = |path: &PathBuf| path.to_string_lossy().ends_with("lock");
    let lock = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    let lock =
        fs::File::options().write(true).open(lock.into_iter().find(is_lock).expect("a lock"));
    let held = lock.expect("opens");
    held.lock().expect("locks");
    let told = session.run("ringoff check precondition:arrears");
    let words = "! ringoff: Another ringoff process is still saving.";
    assert!(told.iter().any(|line| line == words), "{told:#?}");
    assert_eq!(told.last().map(String::as_str), Some("? 4"), "{told:#?}");
    assert_eq!(session.run("same").last().map(String::as_str), Some("> the same"));
}
