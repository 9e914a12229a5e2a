//! A program that is run, heard, and ended where it does not come to an end.
//!
//! Must not know: git.

use std::{
    io::{self, Read, Write as _},
    process::{Child, ChildStdin, Command, ExitStatus, Output, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread,
    time::{Duration, Instant},
};

use super::super::system;

/// How long the last words of a program that has ended may take. What it started may live
/// on and hold its pipes: an ssh that keeps a connection, or children of one that was
/// killed, which wait for each other for ever.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// The same for what a program printed that came to its end by itself: all of it is in the
/// pipe by then, but on a busy machine nobody may have come to read it.
const LAST_ANSWER: Duration = Duration::from_secs(5);
/// How often to look whether a program has ended that says nothing.
const LOOK: Duration = Duration::from_millis(50);
/// So many bytes a pipe takes at once, whether they are read or not.
const ROOM: usize = 4096;

/// How a program is run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    /// Away from the terminal, together with all that it will start.
    pub(super) apart: bool,
    /// How long it may say nothing without ending, neither an answer nor how far it is.
    pub(super) silence: Duration,
}

/// Runs a program with something to read. Nothing when it was silent for too long: then it
/// was ended.
pub(super) fn run(command: &mut Command, input: &[u8], how: Manner) -> io::Result<Option<Output>> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    if how.apart {
        system::set_apart(command);
    }
    let mut child = command.spawn()?;
    let ended = converse(&mut child, input, how);
    if !matches!(ended, Ok(Some(_))) {
        let _ = child.kill();
    }
    if how.apart && !matches!(&ended, Ok(Some(ran)) if !was_killed(ran.status)) {
        system::end_apart(&child);
    }
    if !matches!(ended, Ok(Some(_))) {
        // One that waits for a disk does not even end when it is killed.
        let _ = end(&mut child, LAST_WORDS);
    }
    ended
}

/// Gives a program its input, and hears it until it has ended.
fn converse(child: &mut Child, input: &[u8], how: Manner) -> io::Result<Option<Output>> {
    let mut heard = Heard::listen(child)?;
    let failed = {
        let (tell, failed) = channel();
        match child.stdin.take() {
            Some(pipe) if input.len() > ROOM => {
                let input = input.to_vec();
                thread::Builder::new().spawn(move || give(pipe, &input, &tell))?;
            }
            Some(pipe) => give(pipe, input, &tell),
            None => {}
        }
        failed
    };
    let Some(status) = heard.until_end(child, how.silence)? else { return Ok(None) };
    // It took what it got for all of it, and may have done well with that.
    if let Ok(error) = failed.recv_timeout(LAST_WORDS) {
        return Err(error);
    }
    let limit = if was_killed(status) { LAST_WORDS } else { LAST_ANSWER };
    let Heard { out, err, mut stdout, mut stderr } = heard;
    stdout.extend(rest(&out, limit));
    stderr.extend(rest(&err, LAST_WORDS));
    Ok(Some(Output { status, stdout, stderr }))
}

/// What a program says, on both of its pipes.
struct Heard {
    out: Receiver<Vec<u8>>,
    err: Receiver<Vec<u8>>,
    stdout: Vec<u8>,
    stderr: Vec<u8>,
}

impl Heard {
    fn listen(child: &mut Child) -> io::Result<Self> {
        let out = listen(child.stdout.take())?;
        let err = listen(child.stderr.take())?;
        Ok(Self { out, err, stdout: Vec::new(), stderr: Vec::new() })
    }

    /// Waits for the end of a program. Nothing when it was silent for too long.
    fn until_end(
        &mut self,
        child: &mut Child,
        silence: Duration,
    ) -> io::Result<Option<ExitStatus>> {
        let mut last = Instant::now();
        loop {
            match self.out.recv_timeout(LOOK) {
                Ok(piece) => {
                    self.stdout.extend(piece);
                    last = Instant::now();
                    continue;
                }
                // It has nothing more to answer: it is ending.
                Err(RecvTimeoutError::Disconnected) => {
                    if let Some(status) = end(child, LOOK)? {
                        return Ok(Some(status));
                    }
                }
                // What it has started may hold its pipe.
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(status) = child.try_wait()? {
                        return Ok(Some(status));
                    }
                }
            }
            for piece in self.err.try_iter() {
                self.stderr.extend(piece);
                last = Instant::now();
            }
            if last.elapsed() > silence {
                return Ok(None);
            }
        }
    }
}

/// Waits for the end of a program that is about to end, for so long.
fn end(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let (began, mut pause) = (Instant::now(), Duration::from_micros(50));
    loop {
        let ended = child.try_wait()?;
        if ended.is_some() || began.elapsed() > limit {
            return Ok(ended);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(LOOK);
    }
}

/// Gives all of it, or tells why not before the program comes to know of an end. One that
/// does not read to the end says why by itself.
fn give(mut pipe: ChildStdin, input: &[u8], failed: &Sender<io::Error>) {
    if let Err(error) = pipe.write_all(input)
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        let _ = failed.send(error);
    }
}

/// It was ended from outside, and what it started may not know.
fn was_killed(status: ExitStatus) -> bool {
    status.code().is_none()
}

/// Reads from a pipe, piece by piece, while something else is done.
fn listen(pipe: Option<impl Read + Send + 'static>) -> io::Result<Receiver<Vec<u8>>> {
    let (pieces, heard) = channel();
    let Some(mut pipe) = pipe else { return Ok(heard) };
    thread::Builder::new().spawn(move || {
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
    })?;
    Ok(heard)
}

/// What came through a pipe until it was closed, or until nothing more came for so long.
fn rest(pieces: &Receiver<Vec<u8>>, limit: Duration) -> Vec<u8> {
    std::iter::from_fn(|| pieces.recv_timeout(limit).ok()).flatten().collect()
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
    const SOON: Duration = Duration::from_millis(80);

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
        let how = Manner { apart: true, silence: Duration::from_secs(30) };
        let input = vec![b'x'; 1 << 20];
        let ran = run(&mut shell("cat; echo 1 >&2; exit 3"), &input, how).expect("runs");
        let ran = ran.expect("ends");
        assert_eq!((ran.status.code(), ran.stdout == input), (Some(3), true));
        assert_eq!(ran.stderr, b"1\n");
    }

    /// A tree cut short is a tree as well, and all that is missing in it would be gone.
    #[cfg(unix)]
    #[test]
    fn what_did_not_get_all_of_its_input_has_not_done_well() {
        let how = Manner { apart: true, silence: Duration::from_secs(30) };
        for length in [1, ROOM, ROOM + 1, 1 << 20] {
            let input = vec![b'x'; length];
            let mut command = shell("cat; echo done");
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().expect("runs");
            // What nothing can be written into.
            let pipe = std::fs::File::open("/dev/null").expect("opens");
            child.stdin = Some(std::os::fd::OwnedFd::from(pipe).into());
            assert!(converse(&mut child, &input, how).is_err(), "{length}");
            // One that does not want it says itself how it did.
            let script = "exec <&-; echo 1; exit 3";
            let ran = run(&mut shell(script), &input, how).expect("runs").expect("ends");
            assert_eq!((ran.status.code(), ran.stdout), (Some(3), b"1\n".to_vec()), "{length}");
        }
    }

    /// How far it is tells that it lives.
    #[test]
    fn what_only_says_how_far_it_is_is_waited_for() {
        if !cfg!(unix) {
            return;
        }
        let how = Manner { apart: true, silence: Duration::from_secs(2) };
        let script =
            "for at in 1 2 3 4 5 6 7 8 9 10 11 12; do sleep 0.2; printf . >&2; done; echo 1";
        let ran = run(&mut shell(script), &[], how).expect("runs").expect("ends");
        assert_eq!((ran.stdout, ran.stderr), (b"1\n".to_vec(), vec![b'.'; 12]));
    }

    #[test]
    fn what_has_ended_is_not_waited_for_because_of_a_pipe_that_somebody_holds() {
        if !cfg!(unix) {
            return;
        }
        let began = Instant::now();
        let how = Manner { apart: true, silence: Duration::from_mins(10) };
        let ran = run(&mut shell("echo 1; sleep 30 2>&- &"), &[], how).expect("runs");
        let ran = ran.expect("ends");
        assert_eq!((ran.status.code(), ran.stdout), (Some(0), b"1\n".to_vec()));
        assert!(began.elapsed() < Duration::from_secs(25), "{:?}", began.elapsed());
    }
}
