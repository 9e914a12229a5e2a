//! The world of the program: the terminal, threads, the person's editor.
//!
//! Owns: the escape codes around a frame, and whether the terminal shows what
//! was drawn. Must not know: what is drawn, what a key does.

use std::{
    cell::Cell,
    io::{self, Write as _},
    mem,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use crossterm::{clipboard::CopyToClipboard, execute};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    crash,
    editor::Editor,
    event::Event,
    input::Input,
    pen::Pen,
    reply::{Inbox, ReplySender},
    save_slot::Checker,
    signals, system,
    task::Task,
    terminal,
    watch::Watch,
    world::{End, World},
};
use crate::{
    app::Edited,
    text::{Charset, Text},
    ui::Canvas,
};

/// Longest wait for answers of the terminal at the end.
const ANSWER_LIMIT: Duration = Duration::from_millis(50);

/// The world of the program, while the terminal is taken.
pub(super) struct RealWorld {
    pen: Pen,
    /// What the terminal shows, as far as that is known.
    shown: Buffer,
    /// What is drawn on.
    canvas: Canvas,
    /// Columns and rows when they were last asked for.
    size: Cell<(u16, u16)>,
    input: Input,
    inbox: Inbox,
    replies: ReplySender,
    /// Where drafts lie while the person edits them.
    drafts: PathBuf,
    editor: Editor,
    /// The terminal may not show what was drawn last.
    stale: bool,
    /// The terminal was told to report the mouse.
    mouse: bool,
    /// What looks for changes of others, once it does.
    watch: Option<Watch>,
}

impl RealWorld {
    /// The terminal is taken already. It is asked `questions`, unless there
    /// are none.
    pub(super) fn new(
        mut pen: Pen,
        questions: &str,
        charset: Option<Charset>,
        inbox: Inbox,
        replies: ReplySender,
        drafts: PathBuf,
    ) -> io::Result<Self> {
        pen.write_all(questions.as_bytes())?;
        let input = Input::new(!questions.is_empty(), charset);
        // Not every terminal has an alternate screen that begins empty.
        let stale = true;
        let (shown, canvas) = (Buffer::default(), Canvas::default());
        Ok(Self {
            pen,
            shown,
            canvas,
            size: Cell::default(),
            input,
            inbox,
            replies,
            drafts,
            editor: Editor::default(),
            stale,
            mouse: false,
            watch: None,
        })
    }

    /// Takes answers under way: they would be typed into the shell.
    pub(super) fn discard_answers(&mut self) {
        self.input.discard_answers(ANSWER_LIMIT);
    }

    /// Leaves no draft of a letter behind that nobody has changed.
    pub(super) fn leave_draft(&mut self) {
        self.editor.leave();
    }
}

impl World for RealWorld {
    fn wait(&mut self, limit: Option<Duration>) -> Result<Vec<Event>, End> {
        let mut events = self.input.wait(limit, &mut self.inbox.wake)?.ok_or(End::Gone)?;
        events.extend(self.inbox.take().map(Event::Reply));
        if signals::is_ending() { Err(End::Gone) } else { Ok(events) }
    }

    fn size(&self) -> io::Result<(u16, u16)> {
        let (columns, rows) = system::window_size()?;
        crash::note_size(columns, rows);
        self.size.set((columns, rows));
        Ok((columns, rows))
    }

    fn draw(
        &mut self,
        mouse: bool,
        paint: impl Fn(&mut Canvas) -> Option<Position>,
    ) -> io::Result<()> {
        let Some(_permit) = terminal::write_permit() else { return Ok(()) };
        self.pen.begin();
        self.stale |= signals::take_stale();
        let (columns, rows) = if self.stale { self.size()? } else { self.size.get() };
        let area = Rect::new(0, 0, columns, rows);
        let whole = mem::take(&mut self.stale) || self.shown.area != area;
        if whole {
            self.pen.clear();
            (self.shown, self.canvas) = (Buffer::empty(area), Canvas::new(area));
        }
        // Giving the terminal back has switched the mouse off.
        if mem::replace(&mut self.mouse, mouse) != mouse || whole {
            let code = if mouse { terminal::MOUSE_ON } else { terminal::MOUSE_OFF };
            self.pen.write_all(code.as_bytes())?;
        }
        let cursor = paint(&mut self.canvas);
        let canvas = &self.canvas;
        self.pen.changes(&mut self.shown, canvas.cells(), |y| canvas.is_drawn(y));
        self.pen.put_cursor(cursor);
        self.pen.flush()
    }

    fn redraw(&mut self) {
        self.stale = true;
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        let Some(_permit) = terminal::write_permit() else { return Ok(()) };
        execute!(self.pen, CopyToClipboard::to_clipboard_from(text))
    }

    fn edit(&mut self, words: &Text, text: &str) -> Edited {
        self.stale = true;
        self.editor.edit(words, &self.drafts, text)
    }

    fn late_edit(&mut self, text: &str) -> Option<String> {
        self.editor.late(text)
    }

    fn suspend(&mut self) {
        self.stale = true;
        signals::suspend();
    }

    fn watch(&mut self, book: &Path, checker: Checker) -> bool {
        self.watch = Watch::start(book, &checker);
        self.watch.is_some()
    }

    fn spawn(&mut self, task: Task) {
        let replies = self.replies.clone();
        let thread = thread::Builder::new().name(task.name().into());
        // Without a thread the person sees no progress, and presses Esc.
        let _ = thread.spawn(move || task.run(&replies));
    }
}
