//! A program that is run, heard, and ended where it does not come to an end.
//!
//! Must not know: git.

use std::{
    io::{self, Read, Write as _},
    process::{Child, ChildStdin, Command, ExitStatus, Output, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use super::super::system;

/// How long the last words of a program that has ended may take. What it started may live
/// on and hold its pipes: an ssh that keeps a connection, or children of one that was
/// killed, which wait for each other for ever.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// How often to look whether a program has ended that says nothing.
const LOOK: Duration = Duration::from_millis(50);
/// So many bytes a pipe takes at once, whether they are read or not.
const ROOM: usize = 4096;

/// How a program is run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    /// Away from the terminal, together with all that it will start.
    pub(super) apart: bool,
    /// How long it may say nothing without ending; as long as it likes where that is not
    /// known.
    pub(super) silence: Option<Duration>,
}

/// Runs a program with something to read. Nothing when it was silent for too long: then it
/// was ended.
pub(super) fn run(command: &mut Command, input: &[u8], how: Manner) -> io::Result<Option<Output>> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    if how.apart {
        system::set_apart(command);
    }
    let mut child = command.spawn()?;
    let (out, err) = (child.stdout.take().map(listen), child.stderr.take().map(listen));
    let pipe = child.stdin.take();
    thread::scope(|scope| {
        match pipe {
            Some(pipe) if input.len() > ROOM => {
                thread::Builder::new().spawn_scoped(scope, || give(pipe, input))?;
            }
            Some(pipe) => give(pipe, input),
            None => {}
        }
        let mut stdout = Vec::new();
        let ended = wait(&mut child, out.as_ref(), &mut stdout, how.silence)?;
        if ended.is_none() {
            let _ = child.kill();
        }
        if how.apart && ended.is_none_or(was_killed) {
            system::end_apart(&child);
        }
        let Some(status) = ended else {
            let _ = child.wait();
            return Ok(None);
        };
        // What a program printed that came to its end is waited for to the end.
        let limit = was_killed(status).then_some(LAST_WORDS).or(how.silence);
        stdout.extend(out.map(|out| heard(&out, limit)).unwrap_or_default());
        let stderr = err.map(|err| heard(&err, Some(LAST_WORDS))).unwrap_or_default();
        Ok(Some(Output { status, stdout, stderr }))
    })
}

/// Waits for the end of a program, and for what it says until then. Nothing when it was
/// silent for too long.
fn wait(
    child: &mut Child,
    out: Option<&Receiver<Vec<u8>>>,
    said: &mut Vec<u8>,
    silence: Option<Duration>,
) -> io::Result<Option<ExitStatus>> {
    let mut last = Instant::now();
    while let Some(out) = out {
        match out.recv_timeout(LOOK) {
            Ok(piece) => {
                said.extend(piece);
                last = Instant::now();
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {}
        }
        // What it has started may hold its pipe.
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if silence.is_some_and(|silence| last.elapsed() > silence) {
            return Ok(None);
        }
    }
    // It has nothing more to say: it is ending.
    let Some(silence) = silence else { return child.wait().map(Some) };
    let mut pause = Duration::from_micros(50);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if last.elapsed() > silence {
            return Ok(None);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(LOOK);
    }
}

/// One that does not read to the end says why by itself.
fn give(mut pipe: ChildStdin, input: &[u8]) {
    let _ = pipe.write_all(input);
}

/// It was ended from outside, and what it started may not know.
fn was_killed(status: ExitStatus) -> bool {
    status.code().is_none()
}

/// Reads from a pipe, piece by piece, while something else is done.
fn listen(mut pipe: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
    let (pieces, heard) = channel();
    thread::spawn(move || {
        let mut piece = vec![0; 1 << 16];
        loop {
            match pipe.read(&mut piece) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Ok(0) | Err(_) => break,
                Ok(length) => {
                    let read = piece.get(..length).unwrap_or_default().to_vec();
                    if pieces.send(read).is_err() {
                        break;
                    }
                }
            }
        }
    });
    heard
}

/// What came through a pipe until it was closed, or until nothing more came for so long.
fn heard(pieces: &Receiver<Vec<u8>>, limit: Option<Duration>) -> Vec<u8> {
    let next = || match limit {
        Some(limit) => pieces.recv_timeout(limit).ok(),
        None => pieces.recv().ok(),
    };
    std::iter::from_fn(next).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    /// Longer than any test may take.
    const FOR_EVER: &str = "sleep 600";
    const SOON: Option<Duration> = Some(Duration::from_millis(80));

    #[test]
    fn what_says_nothing_for_too_long_is_ended_with_all_that_it_started() {
        if !cfg!(unix) {
            return;
        }
        let how = Manner { apart: true, silence: SOON };
        // It waits by itself, or for what it has started; or it has closed its pipes.
        for script in [FOR_EVER, "sleep 600 & wait", "exec >&- 2>&-; sleep 600"] {
            let began = Instant::now();
            // More than a pipe takes, and nobody reads it.
            let input = vec![0; 1 << 20];
            let ran = run(&mut shell(script), &input, how).expect("runs");
            assert!(ran.is_none(), "{script}");
            assert!(began.elapsed() < Duration::from_mins(1), "{script}");
        }
    }

    #[test]
    fn what_goes_on_saying_something_is_heard_to_the_end() {
        if !cfg!(unix) {
            return;
        }
        let how = Manner { apart: true, silence: Some(Duration::from_secs(30)) };
        let input = vec![b'x'; 1 << 20];
        let ran = run(&mut shell("cat; echo 1 >&2; exit 3"), &input, how).expect("runs");
        let ran = ran.expect("ends");
        assert_eq!((ran.status.code(), ran.stdout == input), (Some(3), true));
        assert_eq!(ran.stderr, b"1\n");
    }
}
