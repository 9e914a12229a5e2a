//! The program's dashboard from start to end: takes the terminal, starts the
//! threads, runs the host, gives the terminal back.
//!
//! Owns: the order of these steps, and every way out. Must not know: what
//! happens while the host runs.

use std::{io, mem, path::PathBuf};

use super::{
    crash,
    host::{Dashboard, Host},
    known::Known,
    pen::Pen,
    real_world::RealWorld,
    reply::replies,
    saver::Saver,
    signals, system, terminal,
    world::End,
};
use crate::store::{Seal, Store};

/// Runs the dashboard until the person leaves. Changes are saved to `store`,
/// whose file holds what the seal says. The folder `state` is for drafts and
/// for reports of crashes. The terminal is given back however this ends.
pub fn run(
    dashboard: Dashboard,
    store: Option<(Store, Known, Seal)>,
    state: PathBuf,
) -> io::Result<()> {
    let (replies, inbox) = replies()?;
    let clock = dashboard.clock;
    let saver =
        store.map(|(store, known, seal)| Saver::new(store, known, seal, clock, replies.clone()));
    let all_saved = || saver.as_ref().map(Saver::all_saved);
    let drafts = state.join("drafts");
    crash::report_panics(state, dashboard.start.text.lang(), all_saved());
    terminal::want_title(dashboard.appearance.title);
    signals::watch(replies.waker(), all_saved())?;
    let guard = terminal::Guard::take()?;
    let questions = dashboard.appearance.questions();
    let charset = dashboard.appearance.charset;
    let pen = Pen::new(io::stdout(), dashboard.appearance.blanks, charset);
    let world = RealWorld::new(pen, &questions, charset, inbox, replies, drafts)?;
    let mut host = Host::new(dashboard, saver, world);
    let end = host.run();
    if end.is_sudden() {
        // A terminal that is gone may take long to be given back.
        host.close(&end);
        signals::settled();
    }
    host.world.discard_answers();
    host.world.leave_draft();
    drop(guard);
    if !end.is_sudden() {
        host.close(&end);
        signals::settled();
    }
    // The system takes all of it back at once.
    mem::forget(host);
    match end {
        // There is nobody to tell.
        End::Failed(error) if system::is_terminal_gone(&error) => Ok(()),
        End::Failed(error) => Err(error),
        End::Quit | End::Unsaved | End::Gone => Ok(()),
    }
}
