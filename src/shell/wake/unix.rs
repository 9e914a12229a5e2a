//! Wake-ups on Unix: a pair of sockets, since poll(2) waits for keys and for
//! a socket at the same time.

use std::{
    io::{self, Read as _, Write as _},
    os::{
        fd::{AsFd, BorrowedFd},
        unix::net::UnixStream,
    },
    sync::Arc,
};

/// The end that wakes. Any thread may hold a copy.
#[derive(Clone, Debug)]
pub(in crate::shell) struct Waker(Arc<UnixStream>);

/// The end that is waited for.
#[derive(Debug)]
pub(in crate::shell) struct Wake(UnixStream);

/// Makes both ends.
pub(in crate::shell) fn pair() -> io::Result<(Waker, Wake)> {
    let (near, far) = UnixStream::pair()?;
    near.set_nonblocking(true)?;
    far.set_nonblocking(true)?;
    Ok((Waker(Arc::new(near)), Wake(far)))
}

impl Waker {
    /// Ends the wait under way, or the next one.
    pub(in crate::shell) fn wake(&self) {
        // A full socket wakes as well, and one whose other end is closed has
        // nobody to wake.
        let _ = (&*self.0).write(&[0]);
    }

    /// A socket of its own for a signal handler to write to.
    pub(in crate::shell) fn socket(&self) -> io::Result<UnixStream> {
        self.0.try_clone()
    }
}

impl Wake {
    /// Forgets every wake-up so far, so that the next wait waits.
    pub(in crate::shell) fn clear(&mut self) {
        let mut bytes = [0; 64];
        while self.0.read(&mut bytes).is_ok_and(|read| read > 0) {}
    }
}

impl AsFd for Wake {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}
