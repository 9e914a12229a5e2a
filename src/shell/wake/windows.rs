//! Wake-ups on Windows: a flag, and the event that the console's wait listens
//! to as well.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use crate::shell::raw;

/// The end that wakes. Any thread may hold a copy.
#[derive(Clone, Debug)]
pub(in crate::shell) struct Waker(Arc<AtomicBool>);

/// The end that is waited for.
#[derive(Debug)]
pub(in crate::shell) struct Wake(Arc<AtomicBool>);

/// Makes both ends.
#[expect(clippy::unnecessary_wraps, reason = "the Unix side can fail")]
pub(in crate::shell) fn pair() -> io::Result<(Waker, Wake)> {
    let flag = Arc::default();
    Ok((Waker(Arc::clone(&flag)), Wake(flag)))
}

impl Waker {
    /// Ends the wait under way, or the next one.
    pub(in crate::shell) fn wake(&self) {
        // The flag is set before the wait ends and looks at it.
        self.0.store(true, Ordering::SeqCst);
        raw::wake();
    }
}

impl Wake {
    /// Forgets every wake-up so far, and says whether there was one.
    pub(in crate::shell) fn clear(&mut self) -> bool {
        self.0.swap(false, Ordering::SeqCst)
    }
}
