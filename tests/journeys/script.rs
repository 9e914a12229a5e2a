//! The world of a journey: a script of events, a frame in memory, and threads
//! that run when the journey says so. Nothing here sleeps or asks a clock.

use std::{collections::VecDeque, io, path::Path, time::Duration};

use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::Buffer,
    layout::{Position, Rect},
};
use ringoff::{
    app::Edited,
    shell::{AllSaved, Checker, End, Event, Inbox, Reply, ReplySender, Task, World},
    text::Text,
    ui::Canvas,
};

/// Longest wait for the thread that saves; only a failure meets it.
const DEADLINE: Duration = Duration::from_secs(20);

pub(crate) struct Script {
    screen: Terminal<TestBackend>,
    /// What is drawn on, from frame to frame.
    canvas: Canvas,
    /// The last frame. The backend keeps the hidden half of wide characters, which
    /// no terminal does, so it cannot be asked.
    shown: Buffer,
    events: VecDeque<Event>,
    inbox: Inbox,
    replies: ReplySender,
    all_saved: Option<AllSaved>,
    /// A scan that was asked for and has not begun.
    scan: Option<Task>,
    /// The disk does not answer.
    stalled: bool,
    /// What waits for it.
    held: Option<Task>,
    /// Has the file looked at, once the host has asked for that.
    pub(crate) checker: Option<Checker>,
    /// What was put on the clipboard last.
    pub(crate) clipboard: String,
    /// What the person adds to a text in their editor; without it there is no
    /// editor.
    pub(crate) editor: Option<String>,
    /// The text that the editor has still open.
    open: Option<String>,
}

impl Script {
    pub(crate) fn new(
        (columns, rows): (u16, u16),
        inbox: Inbox,
        replies: ReplySender,
        all_saved: Option<AllSaved>,
    ) -> Self {
        Self {
            screen: Terminal::new(TestBackend::new(columns, rows)).expect("a terminal"),
            canvas: Canvas::default(),
            shown: Buffer::default(),
            events: VecDeque::new(),
            inbox,
            replies,
            all_saved,
            scan: None,
            stalled: false,
            held: None,
            checker: None,
            clipboard: String::new(),
            editor: None,
            open: None,
        }
    }

    /// Happens next.
    pub(crate) fn push(&mut self, event: Event) {
        self.events.push_back(event);
    }

    /// Everything in the script has happened.
    pub(crate) fn is_over(&self) -> bool {
        self.events.is_empty()
    }

    /// The window changes its size.
    pub(crate) fn resize(&mut self, (columns, rows): (u16, u16)) {
        self.screen.backend_mut().resize(columns, rows);
    }

    /// What the screen shows.
    pub(crate) fn shown(&self) -> &Buffer {
        &self.shown
    }

    /// The ticket of the scan that was asked for.
    pub(crate) fn scan_ticket(&self) -> u64 {
        match self.scan {
            Some(Task::Scan(ticket, ..)) => ticket,
            _ => panic!("no scan was asked for"),
        }
    }

    /// The disk does not answer from now on.
    pub(crate) fn stall(&mut self) {
        self.stalled = true;
    }

    /// The disk answers again: what waited for it is done.
    pub(crate) fn answer(&mut self) {
        self.stalled = false;
        self.held.take().expect("something that waited").run(&self.replies);
    }

    /// Does the scan that was asked for.
    pub(crate) fn scan(&mut self) {
        self.scan.take().expect("a scan").run(&self.replies);
    }
}

impl World for Script {
    /// What was asked for is done before the next event happens.
    fn wait(&mut self, _limit: Option<Duration>) -> Result<Vec<Event>, End> {
        let done = self.all_saved.as_ref().is_none_or(|saved| saved.wait(DEADLINE));
        assert!(done, "the thread that saves is not done after {DEADLINE:?}");
        let replies: Vec<Reply> = self.inbox.take().collect();
        if !replies.is_empty() {
            return Ok(replies.into_iter().map(Event::Reply).collect());
        }
        self.events.pop_front().map(|event| vec![event]).ok_or(End::Gone)
    }

    fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.screen.size().expect("a size");
        Ok((size.width, size.height))
    }

    fn draw(
        &mut self,
        _mouse: bool,
        paint: impl Fn(&mut Canvas) -> Option<Position>,
    ) -> io::Result<()> {
        let area = Rect::from((Position::ORIGIN, self.screen.size().expect("a size")));
        if self.canvas.cells().area != area {
            self.canvas = Canvas::new(area);
        }
        let cursor = paint(&mut self.canvas);
        // What is drawn in part is what is drawn anew.
        let mut anew = Canvas::new(area);
        assert_eq!(paint(&mut anew), cursor);
        assert_eq!(self.canvas.cells(), anew.cells());
        let drawn = self.screen.draw(|frame| {
            frame.buffer_mut().clone_from(anew.cells());
            if let Some(cursor) = cursor {
                frame.set_cursor_position(cursor);
            }
        });
        self.shown.clone_from(drawn.expect("draws").buffer);
        Ok(())
    }

    fn redraw(&mut self) {}

    fn copy(&mut self, text: &str) -> io::Result<()> {
        text.clone_into(&mut self.clipboard);
        Ok(())
    }

    /// As a person would who adds a line in an editor.
    fn edit(&mut self, words: &Text, text: &str) -> Edited {
        let added = self.editor.as_ref().map(|added| format!("{text}\n\n{added}"));
        match added {
            Some(_) if self.editor.as_deref() == Some("") => {
                self.open = Some(text.to_owned());
                Edited::Unchanged("/draft.txt".into())
            }
            Some(text) => {
                self.open = None;
                Edited::Changed(text)
            }
            None => Edited::Failed(words.get("fault-no-editor").into_owned()),
        }
    }

    /// As a person would who saves in an editor that has been open all the time.
    fn late_edit(&mut self, text: &str) -> Option<String> {
        let added = self.editor.as_ref().filter(|added| !added.is_empty())?;
        let open = self.open.take_if(|open| open == text)?;
        Some(format!("{open}\n\n{added}"))
    }

    fn suspend(&mut self) {}

    /// The journey says when somebody has written the file.
    fn watch(&mut self, _book: &Path, checker: Checker) -> bool {
        self.checker = Some(checker);
        true
    }

    /// A scan waits until the journey says so; anything else is done at once.
    fn spawn(&mut self, task: Task) {
        match task {
            Task::Scan(..) => self.scan = Some(task),
            _ if self.stalled => {
                assert!(self.held.is_none(), "a second thread waits for the disk: {task:?}");
                self.held = Some(task);
            }
            _ => task.run(&self.replies),
        }
    }
}
