//! Taking the terminal and giving it back.

use std::{
    io::{self, Write as _},
    sync::{
        Mutex, MutexGuard, PoisonError, TryLockError,
        atomic::{AtomicBool, Ordering},
        mpsc::channel,
    },
    thread,
    time::{Duration, Instant},
};

use crossterm::{
    cursor::Show,
    event::{DisableBracketedPaste, EnableBracketedPaste},
    execute,
    style::ResetColor,
    terminal::{
        EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
        enable_raw_mode,
    },
};

/// Whether the terminal is ours now. Process-wide, since there is one
/// terminal: the panic hook and the signal thread must be able to ask.
static OURS: AtomicBool = AtomicBool::new(false);

/// What is switched on while it is ours, besides what always is.
static MOUSE: AtomicBool = AtomicBool::new(false);
static TITLE: AtomicBool = AtomicBool::new(false);

/// The title of the window, pushed, set and given back. Whose line it is is
/// nobody's business who looks at the list of windows.
const TITLED: &str = "\u{1b}[22;0t\u{1b}]2;ringoff\u{1b}\\";
const UNTITLED: &str = "\u{1b}[23;0t";

/// Clicks and the wheel, told in numbers that have no end at column 223.
const MOUSE_ON: &str = "\u{1b}[?1000h\u{1b}[?1006h";
const MOUSE_OFF: &str = "\u{1b}[?1006l\u{1b}[?1000l";

/// Says what is to be switched on whenever the terminal is taken.
pub(super) fn wants(mouse: bool, title: bool) {
    MOUSE.store(mouse, Ordering::SeqCst);
    TITLE.store(title, Ordering::SeqCst);
}

/// Takes clicks and the wheel, or leaves them to the terminal.
pub(super) fn take_mouse(wanted: bool) -> io::Result<()> {
    let Some(_leave) = hold() else { return Ok(()) };
    MOUSE.store(wanted, Ordering::SeqCst);
    let mut out = io::stdout();
    write!(out, "{}", if wanted { MOUSE_ON } else { MOUSE_OFF })?;
    out.flush()
}

/// Held while a frame is written, so that no half frame follows after the
/// terminal was given back.
static WRITING: Mutex<()> = Mutex::new(());

/// How long giving back waits for a frame under way: a terminal that is gone
/// may never take it.
const PATIENCE: Duration = Duration::from_millis(200);

/// Leave to write a frame; none when the terminal is not ours any more.
pub(super) fn hold() -> Option<MutexGuard<'static, ()>> {
    let held = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    OURS.load(Ordering::SeqCst).then_some(held)
}

/// Waits for the frame under way, but not for long.
fn wait_for_frame() -> Option<MutexGuard<'static, ()>> {
    // The clock is asked only when there is something to wait for: this runs in
    // the panic hook, and it may be the clock that is broken.
    let mut deadline = None;
    loop {
        match WRITING.try_lock() {
            Ok(held) => return Some(held),
            Err(TryLockError::Poisoned(held)) => return Some(held.into_inner()),
            Err(TryLockError::WouldBlock) => {
                if Instant::now() > *deadline.get_or_insert_with(|| Instant::now() + PATIENCE) {
                    return None;
                }
                thread::sleep(Duration::from_millis(1));
            }
        }
    }
}

/// Takes the terminal: raw mode, alternate screen, bracketed paste, and the
/// title and the mouse if they are wanted.
pub(super) fn take() -> io::Result<()> {
    enable_raw_mode()?;
    OURS.store(true, Ordering::SeqCst);
    let taken = execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste).and_then(|()| {
        let mut out = io::stdout();
        if TITLE.load(Ordering::SeqCst) {
            write!(out, "{TITLED}")?;
        }
        if MOUSE.load(Ordering::SeqCst) {
            write!(out, "{MOUSE_ON}")?;
        }
        out.flush()
    });
    if taken.is_err() {
        let _ = give_back();
    }
    taken
}

/// Gives it back, in the reverse order. Safe to call from anywhere, as often
/// as one likes: only the first call does something, and says so. Faults are passed over,
/// since a terminal that is gone cannot be mended and every step counts.
pub(super) fn give_back() -> bool {
    if !OURS.swap(false, Ordering::SeqCst) {
        return false;
    }
    let _frame = wait_for_frame();
    let mut out = io::stdout();
    if MOUSE.load(Ordering::SeqCst) {
        let _ = write!(out, "{MOUSE_OFF}");
    }
    if TITLE.load(Ordering::SeqCst) {
        let _ = write!(out, "{UNTITLED}");
    }
    let _ = execute!(out, DisableBracketedPaste);
    let _ = execute!(out, EndSynchronizedUpdate, ResetColor, LeaveAlternateScreen, Show);
    let _ = out.flush();
    // What the mouse or an answer has left in the queue is no command.
    let _ = rustix::termios::tcflush(io::stdin(), rustix::termios::QueueSelector::IFlush);
    let _ = disable_raw_mode();
    true
}

/// Gives it back, but waits for a terminal that takes nothing only so long.
/// The line discipline is put right in any case.
pub(super) fn give_back_in_time() {
    let (sender, done) = channel();
    let work = move || {
        let _ = give_back();
        let _ = sender.send(());
    };
    let started = thread::Builder::new().name("give back".into()).spawn(work);
    if started.is_err() || done.recv_timeout(2 * PATIENCE).is_err() {
        let _ = disable_raw_mode();
    }
}

/// Holds the terminal; gives it back however its holder ends.
pub(super) struct Guard(());

impl Guard {
    pub(super) fn take() -> io::Result<Self> {
        take().map(|()| Self(()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        let _ = give_back();
    }
}
