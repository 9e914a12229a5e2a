//! What each command does: one arm a command.

mod accounts;
mod call;
mod case;
mod dialogs;
mod errand;
mod form;
mod found;
mod item;
mod letter;
mod listed;
mod movement;
mod offer;
mod settings;

pub(super) use call::keep as keep_call;
pub(super) use dialogs::slide;
pub(super) use form::{answer, asks_for_chord};
pub(super) use found::show as show_found;
pub(super) use item::take_file;
pub(super) use letter::shown as shown_letter;
pub(super) use movement::{go, read};
pub(super) use offer::{
    ask as ask_for_files, choose as choose_file, go_into_folder, show as show_files,
};

use super::{
    availability::why_not,
    command::{Command, Need},
    copies, forms, menus,
    model::Model,
    panes::PaneId,
    restoring, saving,
    value::{
        AccountFilter, Choice, Dialog, Effect, FormKind, MenuKind, NoteKind, SaveState, Tone, Topic,
    },
};

/// Rows or lines that a page key goes.
const PAGE: isize = 10;

/// Lines that the explanation of a row goes on at a key.
const LINES: isize = 4;

/// Carries out a command, or says why it is not available.
pub(super) fn run(model: &mut Model, command: Command) {
    match why_not(model, command) {
        // What sample data cannot do is no fault.
        Some(why)
            if model.save == SaveState::Demo && command.needs().contains(&Need::RealFiles) =>
        {
            model.say(Tone::Plain, why);
        }
        Some(why) => model.say(Tone::Bad, why),
        None => carry_out(model, command),
    }
}

/// Carries out a command that is available.
#[expect(clippy::too_many_lines, reason = "one arm a command")]
fn carry_out(model: &mut Model, command: Command) {
    use Command as C;
    match command {
        C::Toggle if accounts::are_chosen(model) => accounts::advance(model),
        C::Toggle => item::toggle(model),
        C::Open => item::open(model),
        C::Add => item::add(model),
        C::Edit => item::edit(model),
        C::Delete if accounts::are_chosen(model) => accounts::ask(model),
        C::Delete => item::delete(model),
        C::Waive => item::about(model, FormKind::Waive),
        C::Attach => item::about(model, FormKind::Attach),
        C::Copy => item::copy(model),
        C::GoNext => {
            if let Some(command) = case::go_next(model) {
                run(model, command);
            }
        }
        C::Submit => case::submit(model),
        C::Outcome => forms::show(model, &FormKind::Outcome),
        C::Extend => forms::show(model, &FormKind::Extend),
        C::Terms => forms::show(model, &FormKind::Terms),
        C::WhatIf => case::what_if(model),
        C::AsOf => forms::show(model, &FormKind::AsOf),
        C::Channels => model.open_page(Topic::Channels),
        C::Letters => model.open_menu(MenuKind::Letters),
        C::Call => call::begin(model),
        C::Scan | C::ScanInstead => found::ask(model),
        C::Inbox => found::inbox(model),
        C::Exports | C::ExportsHere => {
            // What was wrong with a path is no more once the person looks for a file.
            form::forgive(model);
            model.open_menu(MenuKind::Exports);
        }
        C::SortAccounts => accounts::sort(model),
        C::FilterAccounts => model.open_menu(MenuKind::AccountFilter),
        C::ChooseAccount => accounts::choose(model),
        C::ChangeChosen => accounts::ask(model),
        C::FoundAccept => found::accept(model),
        C::FoundAll => found::accept_all(model),
        C::FoundIgnore => found::ignore(model),
        C::FoundRename => found::rename(model),
        C::FoundMerge => found::merge(model),
        C::FoundChecklist => model.open_page(Topic::Checklist),
        C::Conflicts => model.open_menu(MenuKind::Conflicts),
        C::Copies => model.open_menu(MenuKind::Copies),
        C::Undo | C::FoundUndo => {
            if !restoring::put_back(model) {
                model.undo();
                found::refresh(model);
            }
        }
        C::Restore => model.ask(Effect::Backups),
        C::Redo => {
            model.redo();
            found::refresh(model);
        }
        C::Down | C::ScrollDown => movement::go(model, 1),
        C::Up | C::ScrollUp => movement::go(model, -1),
        C::Top | C::ScrollTop => movement::go(model, isize::MIN),
        C::Bottom | C::ScrollBottom => movement::go(model, isize::MAX),
        C::PageDown | C::ScrollPageDown => movement::go(model, PAGE),
        C::PageUp | C::ScrollPageUp => movement::go(model, -PAGE),
        C::Left => movement::column(model, -1),
        C::Right => movement::column(model, 1),
        C::NextPane => movement::pane(model, 1),
        C::PreviousPane => movement::pane(model, -1),
        C::Pane1
        | C::Pane2
        | C::Pane3
        | C::Pane4
        | C::Pane5
        | C::Pane6
        | C::Pane7
        | C::Pane8
        | C::Pane9 => movement::focus(model, command as usize - C::Pane1 as usize),
        C::Zoom => model.zoomed = !model.zoomed,
        C::Back if accounts::are_chosen(model) => accounts::choose_none(model),
        C::Back if accounts::is_narrowed(model) => accounts::show(model, AccountFilter::default()),
        C::Back => case::back(model),
        C::ReadDown => movement::read(model, LINES),
        C::ReadUp => movement::read(model, -LINES),
        C::Find => model.open_menu(MenuKind::Find),
        C::FindNext => movement::find(model, true),
        C::FindPrevious => movement::find(model, false),
        C::NewCase => forms::show(model, &FormKind::NewCase),
        C::EditCase => forms::show(model, &FormKind::EditCase),
        C::Abandon => case::abandon(model),
        C::Keep => model.open_menu(MenuKind::Keep),
        C::LogUse => forms::show(model, &FormKind::Use),
        C::Agenda => model.open_menu(MenuKind::Agenda),
        C::Closing => model.open_page(Topic::Closing),
        C::Archive => case::archive(model),
        C::Cases => case::cases(model),
        C::NextCase => case::other(model, 1),
        C::PreviousCase => case::other(model, -1),
        C::Mask => model.masked = !model.masked,
        C::Palette => model.open_menu(MenuKind::Palette),
        C::Help => settings::help(model),
        C::Language => settings::languages(model),
        C::Themes => settings::themes(model),
        C::Mouse => settings::mouse(model),
        C::Tour => model.dialogs.push(Dialog::Tour(0)),
        C::News => model.open_page(Topic::News),
        C::Faster => settings::pace(model, 1),
        C::Slower => settings::pace(model, -1),
        C::SaveAgain => saving::again(model),
        C::Reload => model.ask(Effect::Reload),
        C::Quit | C::Leave => quit(model),
        C::Redraw => model.ask(Effect::Redraw),
        C::Suspend => model.ask(Effect::Suspend),
        C::SlideLater => dialogs::slide(model, 1),
        C::SlideEarlier => dialogs::slide(model, -1),
        C::LetterCopy => letter::copy(model),
        C::LetterEdit => letter::edit(model),
        C::LetterSave => letter::save(model),
        C::LetterLanguage => letter::language(model),
        C::LetterSent => letter::sent(model),
        C::CallAgent => forms::show(model, &FormKind::CallNote(NoteKind::Agent)),
        C::CallReference => forms::show(model, &FormKind::CallNote(NoteKind::Reference)),
        C::CallPromise => forms::show(model, &FormKind::CallNote(NoteKind::Promise)),
        C::CallRefused => forms::show(model, &FormKind::CallNote(NoteKind::Refused)),
        C::CallNote => forms::show(model, &FormKind::CallNote(NoteKind::Note)),
        C::CallNextChannel => call::channel(model, 1),
        C::CallPreviousChannel => call::channel(model, -1),
        C::CallCode => call::code(model),
        C::Choose => choose(model),
        C::CallEnd => model.open_menu(MenuKind::EndCall),
        C::Close => dialogs::close(model),
        C::Cancel => form::cancel(model),
        C::NextField => form::next_field(model),
        C::PreviousField => form::step(model, -1),
        C::NextChoice => form::choice(model, 1),
        C::PreviousChoice => form::choice(model, -1),
        C::Accept => form::enter(model),
        C::SaveForm => form::save(model),
    }
}

/// Does what the selected entry of the list on top says.
pub(super) fn choose(model: &mut Model) {
    let Some(Dialog::Menu(menu)) = model.dialogs.last().cloned() else {
        return dialogs::go_on(model);
    };
    let entries = menus::entries(model, &menu);
    let selected = menu.selected.min(entries.len().saturating_sub(1));
    let Some(entry) = entries.into_iter().nth(selected) else { return };
    if let Some(why) = entry.unavailable {
        return model.say(Tone::Bad, why);
    }
    if entry.choice == Choice::Nothing {
        return;
    }
    model.dialogs.pop();
    match entry.choice {
        Choice::Nothing | Choice::GoOn => {}
        Choice::Keep => case::keep(model),
        Choice::Run(command) => run(model, command),
        Choice::Language(lang) => settings::speak(model, lang),
        Choice::Theme(name) => settings::apply_theme(model, name),
        Choice::Case(case) => model.look_at(case),
        Choice::ArchivedCases => model.open_menu(MenuKind::Archived),
        Choice::Jump(pane, row) => {
            if menu.kind == MenuKind::Find {
                menu.wanted().clone_into(&mut model.search_term);
            }
            model.select(pane, row);
        }
        Choice::SubmitAnyway => forms::show(model, &FormKind::Submit { anyway: true }),
        Choice::SubmitSent(id) => letter::submit(model, &id),
        Choice::Obstacle(kind) => forms::show(model, &FormKind::Obstacle(kind, None)),
        Choice::Letter(id) => model.open_page(Topic::Letter(id, None, None)),
        Choice::List(kind) => model.open_menu(kind),
        Choice::Finish(id) => item::finish(model, &id),
        Choice::Snooze(id, until) => item::snooze(model, &id, until),
        Choice::Check { item, settled } => item::check(model, &item, settled),
        Choice::Settle(place, other) => {
            let Some(case) = model.current() else { return };
            let made = case.settle(place, other);
            model.change(made);
        }
        Choice::TakeCopy(at) => copies::take(model, at),
        Choice::CopyCommand(command) => {
            let told =
                model.text.with("ui-command-copied", &[("command", command.as_str().into())]);
            model.say(Tone::Good, told);
            model.ask(Effect::Copy(command));
        }
        Choice::Errand(errand) => errand::run(model, errand),
        Choice::Restore(at) => restoring::take(model, at),
        Choice::AddAccounts => {
            model.select(PaneId::Accounts, 0);
            forms::show(model, &FormKind::Account(None));
        }
        Choice::BeginAfresh => model.lost = None,
        Choice::LogCall(channel) => call::end(model, &channel),
        Choice::DropCall => call::drop(model),
        Choice::DropLetter => _ = model.dialogs.pop(),
        Choice::Export(id) => model.open_page(Topic::Export(id)),
        Choice::GoTo(item) => accounts::go_to(model, &item),
        Choice::Accounts(only) => accounts::show(model, only),
        Choice::ChangeAccounts(what) => accounts::change(model, what),
        Choice::SaveAgain => quit(model),
        Choice::QuitUnsaved => model.ask(Effect::QuitUnsaved),
    }
}

fn on_top_is(model: &Model, kind: &MenuKind) -> bool {
    model.dialogs.last().is_some_and(|one| one.is_menu(kind))
}

/// Leaves at once if everything is saved, else as soon as it is. A save that
/// failed is tried again.
fn quit(model: &mut Model) {
    if letter::is_edited(model) {
        return model.open_menu(MenuKind::DropLetter);
    }
    if form::asks_before_leaving(model) {
        return;
    }
    // A call in which something was noted is kept as well; of another one the person has
    // to say whether it was one.
    if call::is_unnoted(model) && !on_top_is(model, &MenuKind::EndCall) {
        return model.open_menu(MenuKind::EndCall);
    }
    call::leave(model);
    // A save can also have failed while nothing is pending: if the file is gone.
    let failed = matches!(model.save, SaveState::Failed(_));
    if !model.has_unsaved() && !failed {
        return model.ask(Effect::Quit);
    }
    model.leaving = true;
    if failed {
        model.ask_to_save();
    }
}
