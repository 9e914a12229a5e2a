//! A list to choose from, and what choosing an entry does.

use jiff::civil::Date;
use tui_input::Input;

use super::{
    account_view::{AccountFilter, AccountsChange},
    errand::Errand,
    key::Key,
    line_edit,
    menu_kind::MenuKind,
    steps::moved,
};
use crate::{
    app::{command::Command, panes::PaneId},
    domain::{Id, Item},
    text::Lang,
};

/// What choosing an entry does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Choice {
    /// Nothing: the list is there to be read, or has commands of its own.
    #[default]
    Nothing,
    /// Carries out a command.
    Run(Command),
    /// Speaks another language.
    Language(Lang),
    /// Draws with another theme.
    Theme(String),
    /// Looks at another case.
    Case(Id),
    /// Shows the cases that were put away.
    ArchivedCases,
    /// Selects a row of a pane.
    Jump(PaneId, usize),
    /// Submits though something required is open.
    SubmitAnyway,
    /// Opens an obstacle of this kind.
    Obstacle(Id),
    /// Shows a letter.
    Letter(Id),
    /// Opens another list.
    List(MenuKind),
    /// Says that an entry of the agenda is done.
    Finish(Id),
    /// Puts an entry of the agenda off until a day.
    Snooze(Id, Date),
    /// Ticks an item.
    Check { item: Item, settled: bool },
    /// Settles the conflict at this place, with the other side or without.
    Settle(usize, bool),
    /// Puts the backup at this place of the list, or what the screen shows, in the
    /// place of the progress file.
    Restore(Option<usize>),
    /// Asks for the accounts.
    AddAccounts,
    /// Begins without the book that is gone.
    BeginAfresh,
    /// Submits the application by the letter that became this contact.
    SubmitSent(Id),
    /// Merges the copy of a sync tool at this place.
    TakeCopy(usize),
    /// Ends the call and keeps it in the contact log, as one through this channel.
    LogCall(Id),
    /// Ends the call as if it had not been.
    DropCall,
    /// Keeps the line, or closes one that is kept after all.
    Keep,
    /// Closes the letter, and what the person has made of it is lost.
    DropLetter,
    /// Goes on with what lies beneath.
    GoOn,
    /// Copies a command for a shell.
    CopyCommand(String),
    /// Has the command line do something.
    Errand(Errand),
    /// Shows only these accounts, or all.
    Accounts(AccountFilter),
    /// Tells how the export with this id is made.
    Export(String),
    /// Selects the row of an item.
    GoTo(Item),
    /// Does this to all chosen accounts.
    ChangeAccounts(AccountsChange),
    /// Saves again, and leaves.
    SaveAgain,
    /// Leaves without saving.
    QuitUnsaved,
}

/// One entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MenuEntry {
    /// What it is called.
    pub label: String,
    /// More about it: a key, a stage, a pane.
    pub note: String,
    /// Cells of the column with which it begins: a date, or keys.
    pub(crate) hang: usize,
    /// What it belongs to: a heading above the first of them.
    pub(crate) group: String,
    /// Other words that it can be found by.
    pub(crate) also: String,
    /// The words by which it can be found in the other languages.
    pub(crate) elsewhere: String,
    /// Why it cannot be chosen now.
    pub unavailable: Option<String>,
    /// It is late.
    pub urgent: bool,
    /// It is near, or needs a second look.
    pub(crate) soon: bool,
    /// What stands in the columns of a table; empty where the list is none.
    pub(crate) cells: Vec<String>,
    pub(crate) choice: Choice,
}

impl MenuEntry {
    /// An entry that can be chosen.
    pub(crate) fn new(label: String, note: String, choice: Choice) -> Self {
        Self { label, note, choice, ..Self::default() }
    }
}

/// A list to choose from. Its entries are made anew for each frame.
#[derive(Clone, Debug)]
pub struct Menu {
    /// Which list.
    pub kind: MenuKind,
    /// The place of the selected entry among those that the filter leaves.
    pub selected: usize,
    /// What narrows the list, if it has a filter.
    pub filter: Option<Input>,
}

impl Menu {
    /// A list with the first entry selected.
    pub(crate) fn new(kind: MenuKind) -> Self {
        let filter = kind.has_filter().then(Input::default);
        Self { kind, selected: 0, filter }
    }

    /// What was typed into the filter.
    pub(crate) fn wanted(&self) -> &str {
        self.filter.as_ref().map(|input| input.value().trim()).unwrap_or_default()
    }

    /// Moves the selection by so many entries, as far as `count` entries go.
    pub(crate) fn step(&mut self, steps: isize, count: usize) {
        self.selected = moved(self.selected, steps, count.saturating_sub(1));
    }

    /// Types a key into the filter, if there is one.
    pub(crate) fn type_key(&mut self, key: Key) {
        if let (Some(filter), Some(request)) = (&mut self.filter, line_edit::request(key)) {
            line_edit::edit(filter, request);
            self.selected = 0;
        }
    }
}
