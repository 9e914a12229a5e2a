//! `ringoff` alone: the dashboard, or the status where none can be drawn.

use std::ffi::OsString;

use clap::ArgMatches;

use super::{appearance, context::Context, failure::Failure, keys, output::Output, status};
use crate::{
    app::{SaveState, Start, View},
    domain::Book,
    shell::{self, CommandLine, Known, Views, io_words},
    store::{Loaded, Seal, Store},
    text::shell_word,
};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let (loaded, lost) = match context.load() {
        Ok(loaded) => (loaded, None),
        // The dashboard offers the backups, where there are some and the file is damaged:
        // one that a newer ringoff wrote is not.
        Err(failure) if Context::has_terminal() && offers_backups(&context.store()) => {
            (Loaded::default(), Some(failure.message))
        }
        Err(failure) => return Err(failure),
    };
    if context.overtaken().is_some()
        && let Ok(guard) = context.store().lock()
    {
        // What cannot be kept now is kept by the first save, or that fails.
        let _ = context.keep_overtaken(&guard, &loaded);
    }
    let overtaken = context.overtaken();
    let taken = context.with_hand_edits(&loaded);
    let Loaded { book, bytes, seal, edited, .. } = loaded;
    let save = match &lost {
        Some(words) if !context.store().is_gone() => SaveState::Failed(words.clone()),
        _ if seal == Seal::default() => SaveState::Fresh,
        _ => SaveState::Unchanged,
    };
    let was_edited = edited;
    let notice = edited.then(|| context.edited(&book)).or(overtaken);
    let was_lost = lost.is_some();
    // What was changed by hand is part of what this window knows of the file.
    let known = if was_edited { Known::Book(Box::new(taken.clone())) } else { Known::Bytes(bytes) };
    let kept = Kept { store: context.store(), known, seal, views: context.views(), lost };
    let output = show(context, matches, taken, save, Some(kept), notice)?;
    if was_lost {
        // Left as it was: that is said again where it stays to be read.
        context.load()?;
    }
    Ok(output)
}

/// Whether a backup may take the place of a file that cannot be read.
fn offers_backups(store: &Store) -> bool {
    store.newer().is_none() && store.backup().is_some()
}

/// Where a book and its view are kept.
pub(super) struct Kept {
    store: Store,
    known: Known,
    seal: Seal,
    views: Views,
    /// Why there is no book to open, though there are backups of one.
    lost: Option<String>,
}

/// Shows the dashboard until the person leaves, or the status where it cannot
/// be drawn. A book that is not `kept` is made up. The `notice` is for when
/// nothing is wrong with settings, keys and themes.
pub(super) fn show(
    context: &Context,
    matches: &ArgMatches,
    book: Book,
    save: SaveState,
    kept: Option<Kept>,
    notice: Option<String>,
) -> Result<Output, Failure> {
    let (appearance, mut preferences, faults) = appearance::choose(context, matches)?;
    if !Context::has_terminal() {
        return status::whole(context, &book, status::BLOCKS);
    }
    let (keymap, key_faults) = keys::read(context);
    let all: Vec<String> = context.faults().into_iter().chain(key_faults).chain(faults).collect();
    let faults = all.first().map(|first| match all.len() - 1 {
        0 => first.clone(),
        more => {
            let args = [("first", first.as_str().into()), ("more", more.into())];
            context.text.with("ui-faults-more", &args)
        }
    });
    let lost = kept.as_ref().and_then(|kept| kept.lost.clone());
    let (store, views) = kept.map(|kept| ((kept.store, kept.known, kept.seal), kept.views)).unzip();
    let choices = views.is_some().then(|| context.choices());
    preferences.kept_in = choices.as_ref().map(|choices| context.below_home(choices.file()));
    // A case that is not there is told of, and no other one is shown in its place.
    let case = match &context.named_case {
        Some(_) => Some(context.case(&book)?.0.id.clone()),
        None => None,
    };
    let start = Start {
        book,
        case,
        shelf: context.playbooks(),
        // There the person can go to another case.
        text: context.text.speaking(context.text.lang()).on_case(None),
        keymap,
        view: views.as_ref().map_or_else(View::default, Views::load),
        now: context.now(),
        home: Context::home(),
        size: (0, 0),
        save,
        named: context.named_book().map(|path| shell_word(&path)),
        lost,
        notice: faults.or(notice),
        preferences,
    };
    let (clock, home) = (context.clock, context.paths.home.clone());
    let command_line = views.is_some().then(|| command_line(context));
    let dashboard =
        shell::Dashboard { start, views, choices, clock, appearance, home, command_line };
    shell::run(dashboard, store, context.paths.state.clone())
        .map(|()| Output::default())
        .map_err(|error| Failure::failed(io_words(&context.text, &error)))
}

/// The command line on the book that is shown. It asks nothing.
fn command_line(context: &Context) -> CommandLine {
    let (book, told) = (context.paths.book.clone(), context.told);
    CommandLine::new(move |words| {
        let own = ["ringoff", "--no-input", "--file"].map(OsString::from);
        let args: Vec<OsString> =
            own.into_iter().chain([book.clone().into_os_string()]).chain(words).collect();
        told(&args)
    })
}
