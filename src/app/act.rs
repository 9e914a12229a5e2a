//! What each command does.

mod call;
mod dashboard;
mod found;
mod items;
mod letter;
mod movement;
mod over;
mod settings;

use super::{
    call::Stamp,
    command::Command,
    message::Effect,
    model::{Model, SaveState, Tone},
};

impl Command {
    /// Offered in the palette: what moves the selection is not.
    pub(super) fn is_offered(self) -> bool {
        use Command::{
            Back, Bottom, Down, FindNext, FindPrevious, Left, NextPane, PageDown, PageUp, Palette,
            Pane1, Pane2, Pane3, Pane4, Pane5, Pane6, Pane7, Pane8, Pane9, PreviousPane, Right,
            Top, Up,
        };
        !matches!(
            self,
            Back | Down
                | Up
                | Left
                | Right
                | Top
                | Bottom
                | PageDown
                | PageUp
                | NextPane
                | PreviousPane
                | Pane1
                | Pane2
                | Pane3
                | Pane4
                | Pane5
                | Pane6
                | Pane7
                | Pane8
                | Pane9
                | FindNext
                | FindPrevious
                | Palette
        )
    }
}

pub(super) use movement::step;
pub(super) use over::{choose, scroll, slide};

/// Goes to a pane, and to a row of it when one is meant.
pub(super) fn jump(model: &mut Model, place: usize, row: Option<usize>) {
    let row = row.or(model.rows.get(place).copied()).unwrap_or_default();
    movement::jump(model, place, row);
}

/// Shows what a scan found.
pub(super) fn show_found(model: &mut Model, found: Vec<crate::domain::Finding>) {
    found::show(model, found);
}

/// Carries out a command; what it needs is there.
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    use Command as C;
    match command {
        C::Toggle => items::toggle(model),
        C::Open => items::open(model),
        C::Add => items::add(model),
        C::Edit => items::edit(model),
        C::Delete => items::delete(model),
        C::Waive => items::waive(model),
        C::Attach => items::attach(model),
        C::Copy => return items::copy(model),
        C::GoNext => dashboard::go_next(model),
        C::Submit => dashboard::submit(model),
        C::Outcome => dashboard::outcome(model),
        C::Extend => dashboard::extend(model),
        C::Terms => dashboard::terms(model),
        C::WhatIf => dashboard::what_if(model),
        C::Channels => dashboard::channels(model),
        C::Letters => letter::list(model),
        C::Call => call::begin(model),
        C::Scan | C::ScanInstead => found::ask(model),
        C::FoundAccept => found::accept(model),
        C::FoundAll => found::accept_all(model),
        C::FoundIgnore => found::ignore(model),
        C::FoundRename => found::rename(model),
        C::FoundMerge => found::merge(model),
        C::FoundChecklist => found::checklist(model),
        C::Undo | C::FoundUndo => dashboard::undo(model),
        C::Redo => dashboard::redo(model),
        C::Down => movement::step(model, 1),
        C::Up => movement::step(model, -1),
        C::Left => movement::column(model, -1),
        C::Right => movement::column(model, 1),
        C::Top => movement::step(model, isize::MIN),
        C::Bottom => movement::step(model, isize::MAX),
        C::PageDown => movement::step(model, movement::PAGE),
        C::PageUp => movement::step(model, -movement::PAGE),
        C::NextPane => movement::pane(model, 1),
        C::PreviousPane => movement::pane(model, -1),
        C::Pane1 => movement::focus(model, 0),
        C::Pane2 => movement::focus(model, 1),
        C::Pane3 => movement::focus(model, 2),
        C::Pane4 => movement::focus(model, 3),
        C::Pane5 => movement::focus(model, 4),
        C::Pane6 => movement::focus(model, 5),
        C::Pane7 => movement::focus(model, 6),
        C::Pane8 => movement::focus(model, 7),
        C::Pane9 => movement::focus(model, 8),
        C::Zoom => model.zoomed = !model.zoomed,
        C::Back => model.zoomed = false,
        C::Find => dashboard::find(model),
        C::FindNext => movement::find(model, true),
        C::FindPrevious => movement::find(model, false),
        C::NewCase => dashboard::new_case(model),
        C::EditCase => dashboard::edit_case(model),
        C::Abandon => dashboard::abandon(model),
        C::Cases => dashboard::cases(model),
        C::NextCase => return dashboard::other_case(model, 1),
        C::PreviousCase => return dashboard::other_case(model, -1),
        C::Mask => dashboard::mask(model),
        C::Palette => dashboard::palette(model),
        C::Help => settings::help(model),
        C::Language => settings::languages(model),
        C::Themes => settings::themes(model),
        C::Mouse => return settings::mouse(model),
        C::Tour => settings::tour(model),
        C::News => settings::news(model),
        C::Faster => return settings::pace(model, true),
        C::Slower => return settings::pace(model, false),
        C::Reload => return vec![Effect::Reload],
        C::Quit | C::Leave => return dashboard::quit(model),
        C::Redraw => return vec![Effect::Redraw],
        C::Suspend => return vec![Effect::Suspend],
        C::ScrollDown => over::scroll(model, 1),
        C::ScrollUp => over::scroll(model, -1),
        C::ScrollTop => over::scroll(model, isize::MIN),
        C::ScrollBottom => over::scroll(model, isize::MAX),
        C::ScrollPageDown => over::scroll(model, movement::PAGE),
        C::ScrollPageUp => over::scroll(model, -movement::PAGE),
        C::SlideLater => over::slide(model, 1),
        C::SlideEarlier => over::slide(model, -1),
        C::LetterCopy => return letter::copy(model),
        C::LetterEdit => return letter::edit(model),
        C::LetterSave => letter::save(model),
        C::CallAgent => call::stamp(model, Stamp::Agent),
        C::CallReference => call::stamp(model, Stamp::Reference),
        C::CallPromise => call::stamp(model, Stamp::Promise),
        C::CallRefused => call::stamp(model, Stamp::Refused),
        C::CallNote => call::stamp(model, Stamp::Note),
        C::CallNextChannel => call::channel(model, 1),
        C::CallPreviousChannel => call::channel(model, -1),
        C::CallCode => call::code(model),
        C::Choose => return over::choose(model),
        C::Close | C::Cancel => return over::close(model),
        C::NextField => return over::next_field(model),
        C::PreviousField => over::field(model, -1),
        C::NextChoice => over::choice(model, 1),
        C::PreviousChoice => over::choice(model, -1),
        C::Accept => return over::accept(model),
    }
    Vec::new()
}

impl Model {
    /// Why a command makes no sense now, in words that say what would make it
    /// do so; nothing when it does.
    pub fn why_not(&self, command: Command) -> Option<String> {
        use Command as C;
        let says = |key: &str| Some(self.text.get(key).into_owned());
        let needs_case = matches!(
            command,
            C::Toggle
                | C::Add
                | C::Edit
                | C::Delete
                | C::Waive
                | C::Attach
                | C::Copy
                | C::GoNext
                | C::Submit
                | C::Outcome
                | C::Extend
                | C::Terms
                | C::WhatIf
                | C::Channels
                | C::Letters
                | C::Call
                | C::Scan
                | C::EditCase
                | C::Abandon
                | C::Find
                | C::NextCase
                | C::PreviousCase
                | C::Cases
        );
        if needs_case && self.current().is_none() {
            return says("ui-needs-case");
        }
        match command {
            C::Toggle if !items::selected_can_tick(self) => says("ui-not-a-tick"),
            C::Add if items::at_review(self) => dashboard::why_not_submit(self),
            C::Add if !items::pane_takes_more(self) => says("ui-nothing-to-add"),
            C::Waive if !items::selected_is_marked(self) => says("ui-needs-item"),
            C::Attach if !items::selected_takes_files(self) => says("ui-needs-document"),
            C::Edit if items::at_review(self) => None,
            C::Edit | C::Copy if items::selected(self).is_none() => says("ui-needs-row"),
            C::Delete if !items::selected_can_go(self) => says("ui-needs-deletable"),
            C::Submit => dashboard::why_not_submit(self),
            C::Extend | C::Terms if dashboard::lapses(self) => dashboard::why_no_what_if(self),
            C::Outcome | C::Extend if self.current()?.pending().is_none() => {
                says("ui-needs-application")
            }
            C::ScanInstead if !dashboard::adds_account(self) => says("ui-needs-accounts"),
            C::Scan | C::ScanInstead if self.save == SaveState::Demo => says("ui-demo-no-files"),
            // It stands beside the script already.
            C::CallCode if super::call::Call::is_wide(self.size) => says("ui-call-scan"),
            C::LetterEdit | C::LetterSave if self.save == SaveState::Demo => {
                says("ui-demo-no-files")
            }
            C::WhatIf => dashboard::why_no_what_if(self),
            C::Faster | C::Slower if self.save != SaveState::Demo => says("ui-only-demo"),
            C::Undo | C::FoundUndo if !dashboard::can_undo(self) => says("say-nothing-to-undo"),
            C::Redo if dashboard::redoable(self).is_none() => says("say-nothing-to-redo"),
            C::NextCase | C::PreviousCase if self.book.cases.len() < 2 => {
                says("ui-needs-two-cases")
            }
            _ => None,
        }
    }

    /// Tells how a change went; a refusal is told as it is.
    pub(super) fn tell(&mut self, done: Result<String, crate::domain::Refusal>) {
        match done {
            Ok(told) => self.say(Tone::Good, told),
            Err(refusal) => {
                let words = self.refusal_words(&refusal);
                self.say(Tone::Bad, words);
            }
        }
    }
}
