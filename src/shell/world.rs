//! What the host needs of the world around it.
//!
//! There are two worlds: the program's is a terminal and threads, a test's is
//! a script and a frame in memory. Everything that differs between the two is
//! here, and nothing else.

use std::{io, path::Path, time::Duration};

use ratatui::layout::Position;

use super::{event::Event, save_slot::Checker, task::Task};
use crate::{app::Edited, text::Text, ui::Canvas};

/// Why the loop is left.
#[derive(Debug)]
pub enum End {
    /// The person left, and everything is saved.
    Quit,
    /// The person left although something is not saved.
    Unsaved,
    /// The terminal is gone, the process was told to end, or the script is at its end.
    Gone,
    /// The system refused something without which it cannot go on.
    Failed(io::Error),
}

impl End {
    /// Whether nobody has asked for it on the screen.
    pub(super) fn is_sudden(&self) -> bool {
        matches!(self, Self::Gone | Self::Failed(_))
    }
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// The world around the host.
pub trait World {
    /// Waits until something happens, at most for `limit`, and takes
    /// everything that has happened; that may be nothing.
    fn wait(&mut self, limit: Option<Duration>) -> Result<Vec<Event>, End>;

    /// Columns and rows of the window.
    fn size(&self) -> io::Result<(u16, u16)>;

    /// Shows what `paint` paints on the canvas of the last frame, or on a new one, and
    /// the cursor where it says. Clicks and the wheel are taken while `mouse` says so.
    fn draw(
        &mut self,
        mouse: bool,
        paint: impl Fn(&mut Canvas) -> Option<Position>,
    ) -> io::Result<()>;

    /// The next frame is drawn whole: what the window shows may not be what
    /// was drawn.
    fn redraw(&mut self);

    /// Puts a text on the clipboard.
    fn copy(&mut self, text: &str) -> io::Result<()>;

    /// Lets the person change a text in their editor, and returns what they
    /// made of it. What fails is told in the language of `words`.
    fn edit(&mut self, words: &Text, text: &str) -> Edited;

    /// What the person's editor has saved of this text only after it was asked for.
    fn late_edit(&mut self, text: &str) -> Option<String>;

    /// Gives the terminal back until the person returns.
    fn suspend(&mut self);

    /// Has the file of the book looked at whenever somebody writes it. Returns
    /// whether that is so from now on.
    fn watch(&mut self, book: &Path, checker: Checker) -> bool;

    /// Has a task done beside the loop.
    fn spawn(&mut self, task: Task);
}
