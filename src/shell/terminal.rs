//! Taking the terminal, lending it, and giving it back.
//!
//! Owns: whether the terminal is ours, and who may write to it. That is
//! process-wide, since there is one terminal: the panic hook and the signal
//! thread must be able to give it back. Must not know: what is drawn.

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
    terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen},
};

use super::{raw, system};

/// The terminal is ours now.
static OURS: AtomicBool = AtomicBool::new(false);

/// Another program has the terminal until it ends: the keys that interrupt
/// are meant for that program.
static LENT: AtomicBool = AtomicBool::new(false);

/// The window's title is set while the terminal is ours.
static TITLE: AtomicBool = AtomicBool::new(false);

/// Pushes the title of the window and sets ours. The phone number is not in
/// it: others may see the list of windows.
const TITLE_ON: &str = "\u{1b}[22;0t\u{1b}]2;ringoff\u{1b}\\";
const TITLE_OFF: &str = "\u{1b}[23;0t";

/// Clicks and the wheel, reported in numbers that have no end at column 223.
pub(super) const MOUSE_ON: &str = "\u{1b}[?1000h\u{1b}[?1006h";
pub(super) const MOUSE_OFF: &str = "\u{1b}[?1006l\u{1b}[?1000l";

/// Held while a frame is written, so that no half frame follows after the
/// terminal was given back.
static WRITING: Mutex<()> = Mutex::new(());

/// How long giving back waits for a frame under way: a terminal that is gone
/// may never take it.
const FRAME_LIMIT: Duration = Duration::from_millis(200);

/// Whether to set the window's title from now on.
pub(super) fn want_title(wanted: bool) {
    TITLE.store(wanted, Ordering::SeqCst);
}

/// The permit to write to the terminal; none when it is not ours any more.
pub(super) fn write_permit() -> Option<MutexGuard<'static, ()>> {
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
                if Instant::now() > *deadline.get_or_insert_with(|| Instant::now() + FRAME_LIMIT) {
                    return None;
                }
                thread::sleep(Duration::from_millis(1));
            }
        }
    }
}

/// Takes the terminal: raw mode, alternate screen, bracketed paste, and the
/// title if it is wanted. The next whole frame takes the mouse.
pub(super) fn take() -> io::Result<()> {
    raw::begin()?;
    OURS.store(true, Ordering::SeqCst);
    let mut out = io::stdout();
    let taken = execute!(out, EnterAlternateScreen, EnableBracketedPaste).and_then(|()| {
        if TITLE.load(Ordering::SeqCst) {
            write!(out, "{TITLE_ON}")?;
        }
        out.flush()
    });
    if taken.is_err() {
        let _ = give_back();
    }
    taken
}

/// Gives the terminal back, in the reverse order. Any thread may call it, as
/// often as it likes: only the first call does something, and says so. Faults
/// are passed over: a terminal that is gone cannot be mended, and every step
/// that still works counts.
pub(super) fn give_back() -> bool {
    if !OURS.swap(false, Ordering::SeqCst) {
        return false;
    }
    let _frame = wait_for_frame();
    let mut out = io::stdout();
    let _ = write!(out, "{MOUSE_OFF}");
    if TITLE.load(Ordering::SeqCst) {
        let _ = write!(out, "{TITLE_OFF}");
    }
    let _ = execute!(out, DisableBracketedPaste);
    let _ = execute!(out, EndSynchronizedUpdate, ResetColor, LeaveAlternateScreen, Show);
    let _ = out.flush();
    // What the mouse or an answer has left unread is no command.
    system::discard_input();
    let _ = raw::end();
    true
}

/// Gives the terminal back, but waits for one that takes nothing only so
/// long. The line discipline is put right in any case.
pub(super) fn give_back_in_time() {
    let (sender, done) = channel();
    let work = move || {
        let _ = give_back();
        let _ = sender.send(());
    };
    let started = thread::Builder::new().name("give back".into()).spawn(work);
    if started.is_err() || done.recv_timeout(2 * FRAME_LIMIT).is_err() {
        let _ = raw::end();
    }
}

/// Lends the terminal to another program while `run` waits for it, and takes
/// it again.
pub(super) fn lend<T>(run: impl FnOnce() -> T) -> io::Result<T> {
    let _ = give_back();
    LENT.store(true, Ordering::SeqCst);
    let ended = run();
    LENT.store(false, Ordering::SeqCst);
    take().map(|()| ended)
}

/// Whether another program has the terminal now.
pub(super) fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
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
