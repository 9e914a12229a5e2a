//! A pseudo terminal with the program on it. Nothing here sleeps: every wait
//! is for something to be seen, with a deadline that only a failure meets.

use std::{
    io::{Read, Write},
    num::NonZero,
    path::PathBuf,
    process::Command,
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_ringoff");
const DEADLINE: Duration = Duration::from_secs(20);

/// A home of its own: no test reads the developer's.
pub(crate) struct Home(TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn environment(&self) -> Vec<(String, String)> {
        let at = |name: &str| self.0.path().join(name).to_str().expect("text").to_owned();
        vec![
            ("HOME".into(), at("")),
            ("XDG_DATA_HOME".into(), at("data")),
            ("XDG_STATE_HOME".into(), at("state")),
            ("XDG_CONFIG_HOME".into(), at("config")),
            ("RINGOFF_NOW".into(), "2026-11-05T02:00:00Z".into()),
            ("RINGOFF_CLOCK".into(), "held".into()),
            ("RINGOFF_LANG".into(), "en".into()),
            ("TZ".into(), "Asia/Kuala_Lumpur".into()),
            ("TERM".into(), "xterm-256color".into()),
        ]
    }

    /// Runs a command that must succeed.
    pub(crate) fn run(&self, args: &[&str]) {
        let mut command = Command::new(PROGRAM);
        command.args(args).env_clear().envs(self.environment());
        let output = command.output().expect("runs");
        assert!(output.status.success(), "{output:?}");
    }

    /// Somebody removes the book.
    pub(crate) fn lose_the_book(&self) {
        std::fs::remove_file(self.book_path()).expect("removes");
    }

    /// Somebody leaves nothing but a text in the book.
    pub(crate) fn damage(&self, text: &str) {
        std::fs::write(self.book_path(), text).expect("writes");
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &str {
        self.0.path().to_str().expect("text")
    }

    /// Writes a file, in a folder that is made where it is missing, and returns its path.
    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("makes it");
        std::fs::write(&path, text).expect("writes");
        path.to_str().expect("text").to_owned()
    }

    /// The names in a folder.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let files = std::fs::read_dir(self.0.path().join(folder)).expect("a folder");
        let name = |file: std::io::Result<std::fs::DirEntry>| file.expect("a file").file_name();
        files.map(name).map(|name| name.into_string().expect("text")).collect()
    }

    /// The text of a file that another program will write.
    #[cfg(target_os = "linux")]
    pub(crate) fn wait_for(&self, name: &str) -> String {
        let deadline = Instant::now() + DEADLINE;
        loop {
            match std::fs::read_to_string(self.0.path().join(name)) {
                Ok(text) if text.ends_with('\n') => return text,
                _ => assert!(Instant::now() < deadline, "no {name}"),
            }
            thread::yield_now();
        }
    }

    /// The text and the mode of a file.
    pub(crate) fn read(&self, name: &str) -> (String, u32) {
        use std::os::unix::fs::PermissionsExt as _;
        let path = self.0.path().join(name);
        let mode = std::fs::metadata(&path).expect("a file").permissions().mode();
        (std::fs::read_to_string(path).expect("reads"), mode & 0o777)
    }

    /// The text of the book.
    pub(crate) fn book(&self) -> String {
        std::fs::read_to_string(self.book_path()).expect("reads")
    }

    fn book_path(&self) -> PathBuf {
        self.0.path().join("data/ringoff/progress.ron")
    }
}

pub(crate) struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    raw: Vec<u8>,
    modes: Option<String>,
}

fn pty_size((rows, cols): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn nonzero(number: u16) -> NonZero<u16> {
    NonZero::new(number).expect("a size")
}

impl Pty {
    pub(crate) fn start(home: &Home, args: &[&str], size: (u16, u16)) -> Self {
        Self::start_with(home, args, size, &[])
    }

    /// The demo in the usual window, once it is seen.
    pub(crate) fn demo(home: &Home) -> Self {
        let mut pty = Self::start(home, &["demo"], (24, 80));
        pty.wait_for("Preconditions");
        pty
    }

    pub(crate) fn start_with(
        home: &Home,
        args: &[&str],
        size: (u16, u16),
        more: &[(&str, &str)],
    ) -> Self {
        let mut pty = Self::open(home, args, size, more);
        pty.wait_until("the alternate screen", vt100::Screen::alternate_screen);
        pty
    }

    /// Without waiting for the dashboard: for commands that have none.
    pub(crate) fn open(
        home: &Home,
        args: &[&str],
        size: (u16, u16),
        more: &[(&str, &str)],
    ) -> Self {
        Self::run(home, PROGRAM, args, size, more)
    }

    /// Runs any program.
    pub(crate) fn run(
        home: &Home,
        program: &str,
        args: &[&str],
        size: (u16, u16),
        more: &[(&str, &str)],
    ) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).expect("a terminal");
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env_clear();
        for (name, value) in home.environment() {
            command.env(name, value);
        }
        for (name, value) in more {
            command.env(name, value);
        }
        let master = pair.master;
        let modes = modes(master.as_ref());
        let child = pair.slave.spawn_command(command).expect("starts");
        drop(pair.slave);
        let mut reader = master.try_clone_reader().expect("a reader");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let writer = master.take_writer().expect("a writer");
        let parser = vt100::Parser::new(nonzero(size.0), nonzero(size.1), 0);
        Self { master, writer, child, output, parser, raw: Vec::new(), modes }
    }

    /// Everything that was written.
    pub(crate) fn raw(&self) -> String {
        String::from_utf8_lossy(&self.raw).into_owned()
    }

    /// The same as bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.raw
    }

    /// How many bytes were written.
    pub(crate) fn written(&self) -> usize {
        self.raw.len()
    }

    /// Takes what the program writes in so long a time.
    pub(crate) fn listen(&mut self, time: Duration) {
        let deadline = Instant::now() + time;
        while let Ok(bytes) =
            self.output.recv_timeout(deadline.saturating_duration_since(Instant::now()))
        {
            self.show(&bytes);
        }
    }

    /// How often the program has waited for something, where the system says so.
    pub(crate) fn waits(&self) -> Option<u64> {
        let id = self.child.process_id()?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        let name = "voluntary_ctxt_switches:";
        status.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok())
    }

    /// Takes what the program writes until `seen` holds.
    pub(crate) fn wait_until(&mut self, what: &str, seen: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        while !seen(self.parser.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.show(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("waited for {what}; the screen is\n{}", self.parser.screen().contents())
                }
            }
        }
    }

    /// What was put on the clipboard last, as the terminal was told.
    pub(crate) fn copied(&self) -> String {
        let raw = self.raw();
        let told = raw.rsplit("\u{1b}]52;c;").next().expect("a copy");
        told.chars().take_while(|c| c.is_ascii_alphanumeric() || "+/=".contains(*c)).collect()
    }

    fn show(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.parser.process(bytes);
    }

    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("writes");
        self.writer.flush().expect("writes");
    }

    pub(crate) fn resize(&mut self, size: (u16, u16)) {
        self.parser.screen_mut().set_size(nonzero(size.0), nonzero(size.1));
        self.master.resize(pty_size(size)).expect("resizes");
    }

    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("runs").to_string();
        let sent = Command::new("kill").args([&format!("-{name}"), &id]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// Waits until the process is stopped: one that is told to go on before
    /// that would stop for good.
    pub(crate) fn wait_for_stop(&self) {
        let id = self.child.process_id().expect("runs").to_string();
        let deadline = Instant::now() + DEADLINE;
        loop {
            let stopped = match std::fs::read_to_string(format!("/proc/{id}/stat")) {
                Ok(told) => told.contains(") T "),
                Err(_) => {
                    let state = Command::new("ps").args(["-o", "state=", "-p", &id]).output();
                    state.expect("ps runs").stdout.trim_ascii().starts_with(b"T")
                }
            };
            if stopped {
                return;
            }
            assert!(Instant::now() < deadline, "it does not stop");
        }
    }

    pub(crate) fn kill(mut self) {
        self.signal("KILL");
        let _ = self.child.wait();
    }

    pub(crate) fn screen(&self) -> vt100::Screen {
        self.parser.screen().clone()
    }

    pub(crate) fn row_of(&self, text: &str) -> u16 {
        let screen = self.parser.screen();
        let row = screen.rows(0, screen.size().1.get()).position(|row| row.contains(text));
        u16::try_from(row.expect("is on the screen")).expect("fits")
    }

    /// Waits for the end and returns the exit code; reads all that was written.
    pub(crate) fn ended(&mut self) -> u32 {
        let deadline = Instant::now() + DEADLINE;
        let code = loop {
            if let Some(status) = self.child.try_wait().expect("waits") {
                break status.exit_code();
            }
            assert!(Instant::now() < deadline, "it does not end");
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.show(&bytes);
            }
        };
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
            self.show(&bytes);
        }
        code
    }

    /// Leaves by these keys: nothing failed, and the terminal is as it was.
    pub(crate) fn leave(&mut self, keys: &str) {
        self.press(keys);
        assert_eq!(self.ended(), 0);
        self.assert_given_back();
    }

    /// The modes of the terminal are what they were, and the screen as well.
    pub(crate) fn assert_given_back(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "bracketed paste is off");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(modes(self.master.as_ref()), self.modes, "raw mode is off");
        let raw = self.raw();
        let (set, back) = (raw.matches("\x1b[22;0t").count(), raw.matches("\x1b[23;0t").count());
        assert_eq!(set, back, "the title is what it was");
        let (begun, ended) =
            (raw.matches("\x1b[?2026h").count(), raw.matches("\x1b[?2026l").count());
        assert!(ended >= begun, "synchronised output is ended");
    }
}

/// The line discipline of the terminal, as `stty` would tell it.
fn modes(master: &dyn MasterPty) -> Option<String> {
    let path = master.tty_name()?;
    let output = Command::new("stty").arg("-g").arg("-F").arg(path).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
