//! A program on a pseudo terminal, and when it wrote what.

use std::{
    io::{Read, Write},
    path::Path,
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// So long a silence ends a frame.
const SILENCE: Duration = Duration::from_millis(12);

/// After so long a silence nothing is under way.
const SETTLED: Duration = Duration::from_millis(1_500);

/// The longest wait for a frame.
const LIMIT: Duration = Duration::from_secs(5);

pub(crate) struct Watched {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: Receiver<(Instant, usize)>,
    begun: Instant,
    /// The terminal goes when this does.
    _master: Box<dyn MasterPty + Send>,
}

/// What was written after something happened.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Answer {
    /// Until the last byte.
    pub(crate) time: Duration,
    pub(crate) bytes: usize,
}

impl Watched {
    pub(crate) fn start(command: &[String], home: &Path) -> Self {
        let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut builder = CommandBuilder::new(command.first().expect("a program"));
        builder.args(command.iter().skip(1));
        builder.env_clear();
        for (name, value) in
            [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("RINGOFF_LANG", "en"), ("TZ", "UTC")]
        {
            builder.env(name, value);
        }
        builder.env("HOME", home);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(count) = reader.read(&mut buffer)
                && count > 0
                && sender.send((Instant::now(), count)).is_ok()
            {}
        });
        let writer = pair.master.take_writer().expect("a writer");
        let begun = Instant::now();
        let child = pair.slave.spawn_command(builder).expect("starts");
        Self { child, writer, output, begun, _master: pair.master }
    }

    /// The frame that comes next, and how long it took since `from`.
    fn frame(&self, from: Instant) -> Answer {
        let mut answer = Answer::default();
        let mut limit = LIMIT;
        while let Ok((at, bytes)) = self.output.recv_timeout(limit) {
            answer.time = at.saturating_duration_since(from);
            answer.bytes += bytes;
            limit = SILENCE;
        }
        answer
    }

    /// The first frame.
    pub(crate) fn first_frame(&self) -> Answer {
        self.frame(self.begun)
    }

    /// Presses keys at once and waits for the frame.
    pub(crate) fn press(&mut self, keys: &str) -> Answer {
        let from = Instant::now();
        self.send(keys);
        self.frame(from)
    }

    /// Presses keys, and does not wait.
    pub(crate) fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("writes");
    }

    /// Presses keys behind others, of whose frame the first piece has come, and says how
    /// long it took until they were answered.
    pub(crate) fn first_bytes(&mut self, keys: &str) -> Duration {
        let _ = self.output.recv_timeout(LIMIT);
        let from = Instant::now();
        self.send(keys);
        let answered = self.output.recv_timeout(LIMIT).map(|(at, _)| at);
        answered.unwrap_or_else(|_| Instant::now()).saturating_duration_since(from)
    }

    /// Waits until nothing more is written, also by a save on a slow disk.
    pub(crate) fn settle(&self) {
        while self.output.recv_timeout(SETTLED).is_ok() {}
    }

    /// What is written while nothing happens.
    pub(crate) fn idle(&self, time: Duration) -> usize {
        let end = Instant::now() + time;
        let mut bytes = 0;
        while let Ok((_, count)) =
            self.output.recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            bytes += count;
        }
        bytes
    }

    /// A number of the system's about the process, in the unit it has there.
    pub(crate) fn status(&self, name: &str) -> Option<u64> {
        let id = self.child.process_id()?;
        let text = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
        line.split_whitespace().next()?.parse().ok()
    }

    /// How long it has had a processor.
    pub(crate) fn busy(&self) -> Option<Duration> {
        let id = self.child.process_id()?;
        let text = std::fs::read_to_string(format!("/proc/{id}/schedstat")).ok()?;
        text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
    }

    /// Leaves, and says how long it took until the terminal had its last byte, and until
    /// the program had ended.
    pub(crate) fn leave(mut self) -> (Duration, Duration) {
        let from = Instant::now();
        self.send("q");
        self.child.wait().expect("ends");
        let ended = from.elapsed();
        (self.frame(from).time, ended)
    }
}
