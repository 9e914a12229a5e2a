//! The loop: wait, hear, update, perform, draw.
//!
//! Owns: what becomes of every event and every effect. The program runs it on
//! the real terminal, the journeys run it on a script. Must not know: what a
//! key means, what the screen looks like, which system it runs on.

use std::{
    ffi::OsString,
    io, mem,
    path::{Path, PathBuf},
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use super::{
    appearance::Appearance,
    choices::Choices,
    clock::Clock,
    command_line::CommandLine,
    event::{Answer, Event},
    faults::{describe_not_written, describe_save_error, describe_unreadable},
    looks::Looks,
    reply::Reply,
    saver::Saver,
    scan_faults::told_of_scan,
    scanning::{ScanReport, ScanRequest},
    task::Task,
    typed_path::TypedPath,
    views::Views,
    world::{End, World},
};
use crate::{
    app::{BackupCopy, CopyOffer, Edited, Effect, Message, Model, Start},
    discover::ScanProgress,
    store::Backup,
    text::clean_line,
    ui::{self, Signs},
};

/// Longest wait for a save under way at the end.
const SAVE_LIMIT: Duration = Duration::from_secs(5);

/// What a dashboard runs on.
#[derive(Debug)]
pub struct Dashboard {
    /// What the model begins with.
    pub start: Start,
    /// Where the view is kept; nowhere for a made-up book.
    pub views: Option<Views>,
    /// Where choices are kept; nowhere for a made-up book.
    pub choices: Option<Choices>,
    /// The clock.
    pub clock: Clock,
    /// What is drawn with.
    pub appearance: Appearance,
    /// The folder that `~` means in a path.
    pub home: Option<PathBuf>,
    /// The command line on the same book; none for a made-up one.
    pub command_line: Option<CommandLine>,
}

/// Runs the dashboard in a world.
pub struct Host<W> {
    /// What the screen is drawn from.
    pub model: Model,
    /// The world around it.
    pub world: W,
    /// The clock.
    pub clock: Clock,
    saver: Option<Saver>,
    views: Option<Views>,
    choices: Option<Choices>,
    /// What was chosen since the start.
    chosen: Vec<(&'static str, String)>,
    appearance: Appearance,
    home: Option<PathBuf>,
    command_line: Option<CommandLine>,
    /// Stops the scan under way.
    scan: Option<Arc<ScanProgress>>,
    /// Nobody looks yet for what other programs write.
    unwatched: bool,
    /// Files to offer are being looked for.
    offering: bool,
    /// What to look for after that.
    offer_next: Option<(String, bool)>,
    looks: Looks,
}

/// The name of a file, as it can be shown.
fn file_name(path: &Path) -> String {
    clean_line(&path.file_name().unwrap_or_default().to_string_lossy())
}

impl<W: World> Host<W> {
    /// Nothing is saved without a saver.
    pub fn new(dashboard: Dashboard, saver: Option<Saver>, world: W) -> Self {
        let Dashboard { start, views, choices, clock, appearance, home, command_line } = dashboard;
        Self {
            model: Model::new(start),
            world,
            clock,
            saver,
            views,
            choices,
            chosen: Vec::new(),
            appearance,
            home,
            command_line,
            scan: None,
            unwatched: true,
            offering: false,
            offer_next: None,
            looks: Looks::default(),
        }
    }

    /// Runs until the person leaves, or until nothing can come any more.
    pub fn run(&mut self) -> End {
        let mut events = Vec::new();
        loop {
            match self.turn(events) {
                Ok(next) => events = next,
                Err(end) => return end,
            }
        }
    }

    /// Hears what has happened, draws, and waits for what happens next.
    fn turn(&mut self, events: Vec<Event>) -> Result<Vec<Event>, End> {
        let now = self.clock.tick(self.model.pace);
        self.update(Message::Now(now))?;
        let size = self.world.size()?;
        if size != self.model.size {
            self.update(Message::Resize(size.0, size.1))?;
        }
        for event in events {
            if let Some(message) = self.hear(event) {
                self.take_late_edit(Some(&message))?;
                self.update(message)?;
            }
        }
        self.take_late_edit(None)?;
        self.draw()?;
        if let Some(saver) = &mut self.saver {
            saver.start()?;
        }
        self.watch();
        if let Some(task) = self.looks.look(&self.model) {
            self.world.spawn(task);
        }
        self.world.wait(self.wait_limit())
    }

    /// Updates the model and performs what follows from that.
    fn update(&mut self, message: Message) -> Result<(), End> {
        for effect in self.model.update(message) {
            self.perform(effect)?;
        }
        Ok(())
    }

    /// Takes what an editor has saved of the letter on top after it was asked for.
    fn take_late_edit(&mut self, next: Option<&Message>) -> Result<(), End> {
        let shown = self.model.letter_before(next);
        let late = shown.and_then(|text| self.world.late_edit(&text));
        late.map_or(Ok(()), |text| self.update(Message::Edited(Edited::Changed(text))))
    }

    fn draw(&mut self) -> io::Result<()> {
        let Self { model, appearance, world, .. } = self;
        let theme = appearance.theme(&model.preferences.active_theme);
        world.draw(model.preferences.mouse, |canvas| ui::paint(model, &theme, canvas))
    }

    /// Has the book watched, after the first frame, or once its folder is there.
    fn watch(&mut self) {
        let untried = mem::take(&mut self.unwatched);
        if let Some(saver) = self.saver.as_ref().filter(|_| untried) {
            self.unwatched = !self.world.watch(saver.path(), saver.checker());
        }
    }

    /// How long until something on the screen changes by itself.
    fn wait_limit(&self) -> Option<Duration> {
        let left = self.model.next_turn()?.duration_since(self.clock.now());
        let left = Duration::try_from(left).unwrap_or(Duration::ZERO);
        Some(left / self.model.pace.max(1))
    }

    /// Keeps what the person was looking at, and waits for a save under way.
    pub fn close(&mut self, end: &End) {
        if end.is_sudden() {
            // Whoever pulls the plug is told of nothing any more.
            let _ = self.update(Message::Ending);
            let _ = self.saver.as_mut().map(Saver::start);
        }
        if let Some(views) = &self.views {
            views.keep(&self.model.view());
        }
        // The thread that keeps a choice ends with the program.
        for (setting, chosen) in &self.chosen {
            self.choices.iter().for_each(|choices| choices.keep(setting, chosen));
        }
        if let (Some(saver), false) = (&self.saver, matches!(end, End::Unsaved)) {
            saver.all_saved().wait(SAVE_LIMIT);
        }
    }

    /// The event as the model takes it; nothing when it is not the model's
    /// business.
    fn hear(&mut self, event: Event) -> Option<Message> {
        match event {
            Event::Key(key) => Some(Message::Key(key)),
            Event::Paste(text) => Some(Message::Paste(text)),
            Event::Click(x, y) => Some(Message::Click(ui::target_at(&self.model, x, y))),
            Event::Wheel(x, y, rows) => {
                Some(Message::Wheel(rows, ui::target_at(&self.model, x, y)))
            }
            Event::Answer(Answer::Background { light }) if self.appearance.ask_background => {
                let name = if light { "light" } else { "dark" };
                Some(Message::ThemeApplied(name.to_owned()))
            }
            Event::Answer(Answer::Column(column)) if self.appearance.ask_width && column > 2 => {
                self.appearance.signs = self.appearance.signs.max(Signs::Ascii);
                self.world.redraw();
                None
            }
            Event::Answer(_) => None,
            Event::Reply(reply) => Some(self.hear_reply(reply)),
        }
    }

    fn hear_reply(&mut self, reply: Reply) -> Message {
        if let Some(saver) = &mut self.saver {
            saver.hear(&reply);
        }
        let text = &self.model.text;
        match reply {
            Reply::Offered(typed, files) => {
                let files = files.iter().map(|file| file.told(&self.model)).collect();
                self.offering = false;
                if let Some((typed, scan)) = self.offer_next.take() {
                    self.offer(typed, scan);
                }
                Message::Offered(typed, files)
            }
            Reply::Completed(typed, paths) => Message::Completed(typed, paths),
            Reply::Written(ticket, path, written) => {
                let shown = clean_line(&path.display().to_string());
                let told = written.map(|()| shown.clone());
                let told = told.map_err(|error| describe_not_written(text, shown, &error));
                Message::Written(ticket, told)
            }
            Reply::Saved { upto, durable } => Message::Saved { upto, durable },
            Reply::SaveFailed(error) => Message::SaveFailed(describe_save_error(text, &error)),
            Reply::ReadFailed(error) => Message::Gone(describe_save_error(text, &error)),
            Reply::Unreadable(unreadable) => {
                Message::Damaged(describe_unreadable(text, &unreadable).0)
            }
            Reply::Live(read) | Reply::Loaded(read) if read.revived => {
                Message::Elsewhere(read.book, true)
            }
            Reply::Live(read) => Message::Live(read.book),
            Reply::Backups(backups) => {
                let copy = |one: Backup| BackupCopy {
                    name: file_name(&one.path),
                    last: one.last,
                    book: Box::new(one.book),
                };
                Message::Backups(backups.into_iter().map(copy).collect())
            }
            Reply::Restored(read, kept) => {
                Message::Restored(read.book, kept.as_deref().map(file_name))
            }
            Reply::Elsewhere(read) => Message::Elsewhere(read.book, read.revived),
            Reply::Copies(copies) => {
                let offer = |(path, book): (PathBuf, _)| CopyOffer { name: file_name(&path), book };
                Message::Copies(copies.into_iter().map(offer).collect())
            }
            Reply::Loaded(read) => Message::Reloaded(Ok(read.book)),
            Reply::Ran(ticket, told) => Message::Ran(ticket, told),
            Reply::Fingerprinted(ticket, made) => {
                Message::Fingerprinted(ticket, made.map_err(|error| error.told(text)))
            }
            Reply::Looked(case, lost) => {
                self.looks.done();
                Message::FilesLost(case, lost)
            }
            Reply::Scan(ticket, ScanReport::Progress(read, total)) => {
                Message::Scanning(ticket, read, total)
            }
            Reply::Scan(ticket, ScanReport::Files(files)) => Message::ScanningFiles(ticket, files),
            Reply::Scan(ticket, ScanReport::Done(files, found)) => {
                let told = told_of_scan(&self.model, &files);
                let failed = files.iter().all(|file| file.outcome.is_err());
                let done = if failed { Err(told.join(" ")) } else { Ok((found, told)) };
                Message::Scanned(ticket, done)
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Result<(), End> {
        match effect {
            Effect::Save(book, upto) => {
                if let Some(saver) = &self.saver {
                    saver.save(book, upto, self.model.today());
                }
            }
            Effect::Reload => {
                if let Some(saver) = &self.saver {
                    saver.reload();
                }
            }
            Effect::Backups => {
                if let Some(saver) = &self.saver {
                    saver.list_backups();
                }
            }
            Effect::Restore(book) => {
                if let Some(saver) = &self.saver {
                    saver.restore(book, self.model.today());
                }
            }
            Effect::Fingerprint(ticket, path, item) => {
                let (typed, today) = (self.typed(path), self.model.today());
                self.world.spawn(Task::Fingerprint(ticket, typed, today, item));
            }
            Effect::Scan(ticket, path, number) => {
                let progress: Arc<ScanProgress> = Arc::default();
                self.scan = Some(Arc::clone(&progress));
                let home = self.model.home.clone();
                let (files, now) = (self.typed(path), self.clock.now());
                let request = ScanRequest { files, number, home, now };
                self.world.spawn(Task::Scan(ticket, request, progress));
            }
            Effect::Errand(ticket, words, path) => self.run_errand(ticket, words, path),
            Effect::StopScan => {
                if let Some(progress) = self.scan.take() {
                    progress.cancelled.store(true, Ordering::Relaxed);
                }
            }
            Effect::Write(ticket, path, text) => {
                self.world.spawn(Task::Write(ticket, self.typed(path), text));
            }
            Effect::Edit(text) => {
                let edited = self.world.edit(&self.model.text, &text);
                self.update(Message::Edited(edited))?;
            }
            Effect::Offer(typed, scan) => self.offer(typed, scan),
            Effect::Complete(typed) => self.world.spawn(Task::Complete(self.typed(typed))),
            Effect::Copy(text) => self.world.copy(&text)?,
            Effect::Remember(view) => {
                if let Some(views) = self.views.clone() {
                    self.world.spawn(Task::Remember(views, view));
                }
            }
            Effect::Choose(setting, chosen) => {
                if let Some(choices) = self.choices.clone() {
                    self.chosen.push((setting, chosen.clone()));
                    self.world.spawn(Task::Choose(choices, setting, chosen));
                }
            }
            Effect::Redraw => self.world.redraw(),
            Effect::Suspend => self.world.suspend(),
            Effect::Quit => return Err(End::Quit),
            Effect::QuitUnsaved => return Err(End::Unsaved),
        }
        Ok(())
    }

    /// Has the command line do something once everything is saved, in the language of
    /// the screen.
    fn run_errand(&mut self, ticket: u64, words: Vec<String>, path: Option<String>) {
        let Some(line) = self.command_line.clone() else { return };
        let lang = self.model.text.lang().tag().to_owned();
        let words = ["--lang".to_owned(), lang].into_iter().chain(words).map(OsString::from);
        let path = path.map(|path| self.typed(path));
        let all_saved = self.saver.as_ref().map(Saver::all_saved);
        self.world.spawn(Task::Errand(ticket, line, words.collect(), path, all_saved));
    }

    /// Looks for the files that may be meant: once at a time, and after that for what
    /// was typed last, so that a slow disk never has more than one thread wait for it.
    fn offer(&mut self, typed: String, scan: bool) {
        if mem::replace(&mut self.offering, true) {
            self.offer_next = Some((typed, scan));
        } else {
            self.world.spawn(Task::Offer(self.typed(typed), scan));
        }
    }

    fn typed(&self, text: String) -> TypedPath {
        TypedPath { text, home: self.home.clone() }
    }
}
