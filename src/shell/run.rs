//! The event loop: wait, update, do what follows, draw.

use std::{
    io::{self, BufWriter, Stdout, Write as _},
    mem::ManuallyDrop,
    os::unix::net::UnixStream,
    path::PathBuf,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use crossterm::{
    clipboard::CopyToClipboard,
    execute, queue,
    terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate},
};
use ratatui::{Terminal, backend::CrosstermBackend, layout::Rect};

use super::{
    clock::Clock,
    completion::completions,
    crash,
    faults::{describe_save_error, describe_scanned, describe_unreadable, io_words},
    fingerprint::expand,
    input::{Heard, Input, Woken, until},
    look::{Answer, Look, questions},
    saver::{Drain, Job, Report, Saver},
    scanning::{ScanReport, ScanRequest, scan_aside},
    signals, terminal,
    views::Views,
};
use crate::{
    app::{Effect, Message, Model, Start},
    discover::ScanProgress,
    store::{Seal, Store, write_private},
    text::clean_line,
    ui::{self, Signs, Theme},
};

/// What a dashboard runs on.
pub struct Dashboard {
    /// What it begins with; the size is taken from the terminal.
    pub start: Start,
    /// Where the book is saved; nowhere for a made-up book.
    pub store: Option<(Store, Seal)>,
    /// Where the view is kept; nowhere for a made-up book.
    pub views: Option<Views>,
    /// The clock.
    pub clock: Clock,
    /// Where drafts lie while the person edits them, and reports of crashes.
    pub state: PathBuf,
    /// The look.
    pub look: Look,
}

/// Why the loop ends.
enum End {
    Quit,
    Unsaved,
    Gone,
}

/// Longest wait for answers of the terminal at the end.
const ANSWERS: Duration = Duration::from_millis(50);

/// Longest wait for a save under way at the end.
const PATIENCE: Duration = Duration::from_secs(5);

type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Runs the dashboard until the person leaves. The terminal is given back
/// however it ends.
pub fn run(dashboard: Dashboard) -> io::Result<()> {
    let drafts = dashboard.state.join("drafts");
    let (wake, woken) = UnixStream::pair()?;
    wake.set_nonblocking(true)?;
    let saver = match dashboard.store {
        Some((store, seal)) => Some(Saver::start(store, seal, wake.try_clone()?)?),
        None => None,
    };
    // crossterm reads NO_COLOR itself and prints an empty colour for it, which
    // resets the whole style and makes the selection disappear. The theme has
    // seen to NO_COLOR already.
    crossterm::style::force_color_output(true);
    let drain = saver.as_ref().map(Saver::drain);
    crash::report_panics(dashboard.state, dashboard.start.text.lang(), drain);
    terminal::wants(dashboard.look.mouse, dashboard.look.title);
    signals::watch(&wake, saver.as_ref().map(Saver::drain))?;
    let guard = terminal::Guard::take()?;
    // One write a frame: the buffer holds more than any frame's difference.
    let screen = BufWriter::with_capacity(1 << 18, io::stdout());
    // Never dropped: its drop shows the cursor, which the guard does as well, and
    // where the terminal is gone it prints about that and panics in doing so.
    let mut screen = ManuallyDrop::new(Terminal::new(CrosstermBackend::new(screen))?);
    let asked = questions(&dashboard.look);
    screen.backend_mut().write_all(asked.as_bytes())?;
    let size = screen.size()?;
    let start = Start { size: (size.width, size.height), ..dashboard.start };
    let mut host = Host {
        model: Model::new(start),
        saver,
        views: dashboard.views,
        clock: dashboard.clock,
        drafts,
        theme: dashboard.look.theme(&dashboard.look.worn).unwrap_or_else(Theme::own),
        look: dashboard.look,
        // Not every terminal has an alternate screen that begins empty.
        stale: true,
        waits: !asked.is_empty(),
        ground: 0,
        scan: None,
    };
    // A panic must not end a save half-way.
    let _saved = host.saver.as_ref().map(|saver| Finishes(saver.drain()));
    let mut input = Input::new(woken)?;
    let ended = host.run(&mut screen, &mut input);
    if host.waits {
        // An answer under way would be typed into the shell.
        input.drain(ANSWERS);
    }
    drop(guard);
    host.remember();
    // However it ended, a save under way is waited for.
    if let (Some(saver), false) = (&host.saver, matches!(ended, Ok(End::Unsaved))) {
        saver.drain().wait(PATIENCE);
    }
    match ended {
        Err(error) if is_gone(&error) => Ok(()),
        ended => ended.map(|_| ()),
    }
}

/// The terminal was taken away: there is nobody to tell.
fn is_gone(error: &io::Error) -> bool {
    /// Input/output error, no such device, broken pipe.
    const GONE: [i32; 3] = [5, 6, 32];
    error.raw_os_error().is_some_and(|number| GONE.contains(&number))
}

/// Waits for a save under way when the loop is left by a panic.
struct Finishes(Drain);

impl Drop for Finishes {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.wait(PATIENCE);
        }
    }
}

struct Host {
    model: Model,
    saver: Option<Saver>,
    views: Option<Views>,
    clock: Clock,
    drafts: PathBuf,
    theme: Theme,
    look: Look,
    /// The terminal may not show what was drawn last.
    stale: bool,
    /// The terminal still has something to answer.
    waits: bool,
    ground: u64,
    scan: Option<Arc<ScanProgress>>,
}

impl Host {
    fn run(&mut self, screen: &mut Screen, input: &mut Input) -> io::Result<End> {
        // What moved by itself since yesterday is kept.
        if let Some(end) = self.take(Message::Now(self.clock.now()), screen)? {
            return Ok(end);
        }
        loop {
            self.draw(screen)?;
            let patience = until(self.model.next_turn(), self.clock.now());
            let patience = patience.map(|patience| patience / self.model.pace.max(1));
            let heard = match input.wait(patience)? {
                Woken::Heard(heard) => heard,
                Woken::Gone => return Ok(End::Gone),
            };
            let size = screen.size()?;
            crash::note_size(size.width, size.height);
            self.stale |= signals::spoilt();
            let resized = (size.width, size.height) != self.model.size;
            let resized = resized.then_some(Message::Resize(size.width, size.height));
            let reports = self.saver.as_ref().map(Saver::reports).unwrap_or_default();
            let now = Message::Now(self.clock.now());
            for message in [now].into_iter().chain(resized) {
                if let Some(end) = self.take(message, screen)? {
                    return Ok(end);
                }
            }
            for heard in heard {
                let Some(message) = self.message(heard) else { continue };
                if let Some(end) = self.take(message, screen)? {
                    return Ok(end);
                }
            }
            for report in reports {
                if let Some(end) = self.hear(report, screen)? {
                    return Ok(end);
                }
            }
        }
    }

    fn draw(&mut self, screen: &mut Screen) -> io::Result<()> {
        let Some(_leave) = terminal::hold() else { return Ok(()) };
        queue!(screen.backend_mut(), BeginSynchronizedUpdate)?;
        if std::mem::take(&mut self.stale) {
            // Forgets what the terminal shows, so that the frame is drawn whole. Not by
            // `clear`, which would ask the terminal where its cursor is and wait.
            let size = screen.size()?;
            screen.resize(Rect::new(0, 0, size.width, size.height))?;
        }
        screen.draw(|frame| ui::draw(&self.model, &self.theme, frame))?;
        queue!(screen.backend_mut(), EndSynchronizedUpdate)?;
        screen.backend_mut().flush()
    }

    /// What comes from the terminal, as a message; answers are taken here.
    fn message(&mut self, heard: Heard) -> Option<Message> {
        let at = |x, y| ui::target_at(&self.model, x, y);
        match heard {
            Heard::Message(message) => Some(message),
            Heard::Click(x, y) => Some(Message::Click(at(x, y))),
            Heard::Wheel(x, y, steps) => Some(Message::Wheel(steps, at(x, y))),
            Heard::Answer(Answer::Done) => {
                self.waits = false;
                None
            }
            Heard::Answer(Answer::Ground { light }) if self.look.ask_ground => {
                let name = if light { "light" } else { "dark" };
                self.wear(name);
                Some(Message::ThemeApplied(name.to_owned()))
            }
            Heard::Answer(Answer::Column(column)) if self.look.ask_width && column > 2 => {
                self.look.signs = self.look.signs.max(Signs::Ascii);
                self.theme = self.theme.with_signs(self.look.signs);
                self.stale = true;
                None
            }
            Heard::Answer(_) => None,
        }
    }

    fn wear(&mut self, name: &str) {
        if let Some(theme) = self.look.theme(name) {
            self.theme = theme;
        }
        self.stale = true;
    }

    fn take(&mut self, message: Message, screen: &mut Screen) -> io::Result<Option<End>> {
        for effect in self.model.update(message) {
            if let Some(end) = self.perform(effect, screen)? {
                return Ok(Some(end));
            }
        }
        Ok(None)
    }

    /// Turns a report into a message.
    fn hear(&mut self, report: Report, screen: &mut Screen) -> io::Result<Option<End>> {
        let text = &self.model.text;
        let message = match report {
            Report::Saved { upto, durable } => Message::Saved { upto, durable },
            Report::Failed(error) => Message::SaveFailed(describe_save_error(text, &error)),
            Report::Unreadable(unreadable) => {
                let (message, hint) = describe_unreadable(text, &unreadable);
                let words = format!("{message} {hint}");
                if self.model.has_unsaved() {
                    Message::SaveFailed(words)
                } else {
                    Message::Reloaded(Err(words))
                }
            }
            Report::Elsewhere { book, ground } => {
                self.ground = ground;
                Message::Elsewhere(book)
            }
            Report::Loaded { book, ground } => {
                self.ground = ground;
                Message::Reloaded(Ok(book))
            }
            Report::Fingerprinted(ticket, made) => {
                Message::Fingerprinted(ticket, made.map_err(|error| error.describe(text)))
            }
            Report::Scan(ticket, ScanReport::Progress(read, total)) => {
                Message::Scanning(ticket, read, total)
            }
            Report::Scan(ticket, ScanReport::Done(files, findings)) => {
                let told: Vec<String> =
                    files.iter().flat_map(|file| describe_scanned(text, file)).collect();
                let failed = files.iter().all(|file| file.outcome.is_err());
                let done = if failed { Err(told.join(" ")) } else { Ok((findings, told)) };
                Message::Scanned(ticket, done)
            }
        };
        self.take(message, screen)
    }

    fn perform(&mut self, effect: Effect, screen: &mut Screen) -> io::Result<Option<End>> {
        match effect {
            Effect::Save(book, upto) => {
                if let Some(saver) = &self.saver {
                    let today = self.model.today();
                    saver.save(Job { book, upto, ground: self.ground, today });
                }
            }
            Effect::Reload => {
                if let Some(saver) = &self.saver {
                    saver.reload();
                }
            }
            Effect::Fingerprint(ticket, path) => {
                if let Some(saver) = &self.saver {
                    saver.fingerprint(ticket, path, self.model.today());
                } else {
                    let made = super::fingerprint::fingerprint(&path, self.model.today());
                    let made = made.map_err(|error| error.describe(&self.model.text));
                    return self.take(Message::Fingerprinted(ticket, made), screen);
                }
            }
            Effect::Write(ticket, path, text) => {
                let wrote = self.write(&path, &text);
                return self.take(Message::Written(ticket, wrote), screen);
            }
            Effect::Edit(text) => {
                let edited = super::editor::edit(&self.model.text, &self.drafts, &text);
                self.stale = true;
                return self.take(Message::Edited(edited), screen);
            }
            Effect::Scan(ticket, path, number) => {
                if let Some(saver) = &self.saver {
                    let (progress, outlet) = (Arc::<ScanProgress>::default(), saver.outlet()?);
                    self.scan = Some(Arc::clone(&progress));
                    let home = self.model.home.clone();
                    let request = ScanRequest { path: expand(&path), number, home };
                    let report = move |report| outlet.send(Report::Scan(ticket, report));
                    scan_aside(request, progress, report);
                }
            }
            Effect::StopScan => {
                if let Some(progress) = self.scan.take() {
                    progress.cancelled.store(true, Ordering::Relaxed);
                }
            }
            Effect::Complete(typed) => {
                return self.take(Message::Completed(completions(&typed)), screen);
            }
            Effect::Copy(text) => {
                if let Some(_leave) = terminal::hold() {
                    execute!(screen.backend_mut(), CopyToClipboard::to_clipboard_from(text))?;
                }
            }
            Effect::Remember(_) => self.remember(),
            Effect::ApplyTheme(name) => self.wear(&name),
            Effect::Mouse(wanted) => terminal::take_mouse(wanted)?,
            Effect::Pace(pace) => self.clock = self.clock.paced(pace),
            Effect::Redraw => self.stale = true,
            Effect::Suspend => {
                signals::suspend();
                self.stale = true;
            }
            Effect::Quit => return Ok(Some(End::Quit)),
            Effect::QuitUnsaved => return Ok(Some(End::Unsaved)),
        }
        Ok(None)
    }

    /// Writes a new file for the person alone and says its name.
    fn write(&self, path: &str, text: &str) -> Result<String, String> {
        let path = expand(path);
        let shown = clean_line(&path.display().to_string());
        write_private(&path, text.as_bytes(), false).map(|()| shown.clone()).map_err(|error| {
            let words = &self.model.text;
            if error.kind() == io::ErrorKind::AlreadyExists {
                return words.with("ui-file-exists", &[("path", shown.into())]);
            }
            let args = [("path", shown.into()), ("what", io_words(words, &error).into())];
            words.with("fault-not-saved", &args)
        })
    }

    fn remember(&self) {
        if let Some(views) = &self.views {
            views.keep(&self.model.view());
        }
    }
}
