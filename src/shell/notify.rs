//! Telling the person something while they do not look at the terminal.
//!
//! Owns: the ways to do so. Must not know: what is told.

use std::{
    io::{self, IsTerminal as _, Write as _},
    process::Stdio,
};

use super::system;
use crate::text::{clean_line, mask_digits};

/// Shows a notification by the desktop's own tool, else by the terminal, with
/// phone numbers masked. Says whether one of the two took it.
pub fn notify(title: &str, body: &str) -> bool {
    let (title, body) = (mask_digits(&clean_line(title)), mask_digits(&clean_line(body)));
    if let Some(mut desktop) = system::notice_command(&title, &body) {
        desktop.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if desktop.status().is_ok_and(|status| status.success()) {
            return true;
        }
    }
    let mut out = io::stderr();
    if !out.is_terminal() {
        return false;
    }
    // A terminal knows one of the two and ignores the other. A semicolon would
    // end the title of the first, and `4;` begins a progress bar in the second.
    let plain = |text: &str| text.replace(';', ",");
    let (title, body) = (plain(&title), plain(&body));
    let told = write!(out, "\x1b]777;notify;{title};{body}\x07\x1b]9;{title}: {body}\x07");
    told.and_then(|()| out.flush()).is_ok()
}
