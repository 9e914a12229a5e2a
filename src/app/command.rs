//! Every command: one row each, with everything that is known about it.
//!
//! Owns: the name of a command, where it works, what it needs, and where else
//! it is at hand. Its key is in `assets/keys.ron`, its words are in the locale
//! files under `cmd-<id>`, what it does is its arm in `acts.rs`. Help, palette,
//! footer and README are made from these rows. Must not know: the model.

use crate::domain::named;

named! {
    /// Where a command works. The names are the sections of `keys.ron`.
    pub enum Scope {
        Everywhere = "everywhere",
        Dashboard = "dashboard",
        /// In a list or on a page on top of the dashboard.
        Dialog = "dialog",
        Form = "form",
        Letter = "letter",
        /// During a call.
        Call = "call",
        /// In the results of a scan.
        Found = "found",
    }
}

impl Scope {
    /// The scope in which a key is looked up that means nothing in this one.
    pub(crate) fn beneath(self) -> Option<Self> {
        matches!(self, Self::Letter | Self::Call | Self::Found).then_some(Self::Dialog)
    }

    /// The scope of a section.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.word() == word)
    }

    /// Whether a command of the scope `own` works in this one.
    pub(crate) fn has(self, own: Self) -> bool {
        own == self || own == Self::Everywhere || self.beneath() == Some(own)
    }
}

/// What a command needs. `availability` finds out whether it is so, and says in
/// words what is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    Present,     // the book is shown as it is now, not as it was on another day
    Case,        // there is a case
    Selected,    // an item is selected
    OnAccount,   // an account is selected
    Chosen,      // accounts are chosen
    Tickable,    // the selected item can be ticked
    Checkable,   // the selected item is one of the playbook's checklist
    Attachable,  // files can be attached to the selected item
    Editable,    // the selected item, or the countdown, can be edited
    Deletable,   // the selected item can be deleted, or what was said about it
    Extensible,  // something can be added to the focused pane
    Submittable, // an application can be submitted
    Pending,     // an application waits for its outcome
    Answerable,  // the same, or the carrier has said yes
    Ended,       // the line has ended
    Kept,        // the line is kept
    Archivable,  // the case is over, or was put away
    Countdown,   // the days of a review are counted
    Applying,    // the case is on the way to an application
    Copies,      // a sync tool has left a copy with something that is not here
    Findings,    // a scan found something that is undecided
    Conflict,    // two sides of a merge changed something differently
    Unsaved,     // something is not on disk yet
    History,     // there is something to undo
    Undone,      // there is something to redo
    TwoCases,    // there is more than one case
    ScanForm,    // the form on top asks for a file to scan
    AccountForm, // the form on top adds an account
    RealFiles,   // the book is not made up: real files may be read and written
    Demo,        // the book is made up
    Stoppable,   // the system can stop a program for its shell
    SmallWindow, // the window has no room for the script of a call and the code to scan
}

/// Where a command is at hand besides its scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AlsoIn {
    Palette,
    ItemPage, // on the page of an item, by its key
}

/// The row of a command.
struct CommandRow {
    id: &'static str,
    text: &'static str,
    scope: Scope,
    needs: &'static [Need],
    also: &'static [AlsoIn],
}

macro_rules! commands {
    ($($name:ident $id:literal $scope:ident [$($need:ident)*] [$($also:ident)*])+) => {
        /// What a person can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command {
            $(#[doc = $id] $name),+
        }

        impl Command {
            /// Every command, in the order of help.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            fn row(self) -> CommandRow {
                match self {
                    $(Self::$name => CommandRow {
                        id: $id,
                        text: concat!("cmd-", $id),
                        scope: Scope::$scope,
                        needs: &[$(Need::$need),*],
                        also: &[$(AlsoIn::$also),*],
                    }),+
                }
            }
        }
    };
}

/// Some commands by name: `list![Open Close]`.
macro_rules! list {
    ($($name:ident)*) => { &[$($crate::app::command::Command::$name),*] };
}
pub(super) use list;

// Name, id, scope, what it needs, where else it is at hand.
commands! {
    Toggle "toggle" Dashboard [Present Case Tickable] [Palette ItemPage]
    Open "open" Dashboard [] [Palette]
    Add "add" Dashboard [Present Case Extensible] [Palette]
    Edit "edit" Dashboard [Present Case Editable] [Palette ItemPage]
    Delete "delete" Dashboard [Present Case Deletable] [Palette]
    Waive "waive" Dashboard [Present Case Checkable] [Palette ItemPage]
    Attach "attach" Dashboard [Present Case Attachable] [Palette ItemPage]
    Copy "copy" Dashboard [Case Selected] [Palette ItemPage]
    GoNext "go-next" Dashboard [Case] [Palette]
    Submit "submit" Dashboard [Present Case Submittable] [Palette]
    Outcome "outcome" Dashboard [Present Case Answerable] [Palette ItemPage]
    Extend "extend" Dashboard [Present Case Countdown Pending] [Palette ItemPage]
    Terms "terms" Dashboard [Present Case Countdown] [Palette]
    WhatIf "what-if" Dashboard [Case Applying] [Palette]
    AsOf "as-of" Dashboard [Case] [Palette]
    Channels "channels" Dashboard [Case] [Palette]
    Agenda "agenda" Dashboard [Case] [Palette]
    Letters "letters" Dashboard [Case] [Palette]
    Call "call" Dashboard [Present Case] [Palette]
    Scan "scan" Dashboard [Present Case RealFiles] [Palette]
    Inbox "inbox" Dashboard [Case Findings] [Palette]
    Conflicts "conflicts" Dashboard [Present Case Conflict] [Palette]
    Exports "exports" Dashboard [] [Palette]
    SortAccounts "sort-accounts" Dashboard [Case] [Palette]
    FilterAccounts "filter-accounts" Dashboard [Case] [Palette]
    ChooseAccount "choose-account" Dashboard [Case OnAccount] [Palette]
    ChangeChosen "change-chosen" Dashboard [Present Case Chosen] [Palette]
    Copies "copies" Dashboard [Present Copies] [Palette]
    Undo "undo" Dashboard [Present History] [Palette ItemPage]
    Redo "redo" Dashboard [Present Undone] [Palette ItemPage]
    Down "down" Dashboard [] []
    Up "up" Dashboard [] []
    Left "left" Dashboard [] []
    Right "right" Dashboard [] []
    Top "top" Dashboard [] []
    Bottom "bottom" Dashboard [] []
    PageDown "page-down" Dashboard [] []
    PageUp "page-up" Dashboard [] []
    NextPane "next-pane" Dashboard [] []
    PreviousPane "previous-pane" Dashboard [] []
    Pane1 "pane-1" Dashboard [] [Palette]
    Pane2 "pane-2" Dashboard [] [Palette]
    Pane3 "pane-3" Dashboard [] [Palette]
    Pane4 "pane-4" Dashboard [] [Palette]
    Pane5 "pane-5" Dashboard [] [Palette]
    Pane6 "pane-6" Dashboard [] [Palette]
    Pane7 "pane-7" Dashboard [] [Palette]
    Pane8 "pane-8" Dashboard [] [Palette]
    Pane9 "pane-9" Dashboard [] [Palette]
    Zoom "zoom" Dashboard [] [Palette]
    Back "back" Dashboard [] []
    ReadDown "read-down" Dashboard [Case] []
    ReadUp "read-up" Dashboard [Case] []
    Find "find" Dashboard [Case] [Palette]
    FindNext "find-next" Dashboard [] []
    FindPrevious "find-previous" Dashboard [] []
    NewCase "new-case" Dashboard [Present] [Palette]
    EditCase "edit-case" Dashboard [Present Case] [Palette]
    Keep "keep" Dashboard [Case] [Palette]
    LogUse "log-use" Dashboard [Present Case Kept] [Palette ItemPage]
    Abandon "abandon" Dashboard [Present Case] [Palette]
    Closing "closing" Dashboard [Case Ended] [Palette]
    Archive "archive" Dashboard [Present Case Archivable] [Palette]
    Cases "cases" Dashboard [Case] [Palette]
    NextCase "next-case" Dashboard [Case TwoCases] [Palette]
    PreviousCase "previous-case" Dashboard [Case TwoCases] [Palette]
    Mask "mask" Dashboard [] [Palette]
    Palette "palette" Dashboard [] []
    Language "language" Dashboard [] [Palette]
    Themes "themes" Dashboard [] [Palette]
    Mouse "mouse" Dashboard [] [Palette]
    Tour "tour" Dashboard [] [Palette]
    News "news" Dashboard [] [Palette]
    Faster "faster" Dashboard [Demo] [Palette]
    Slower "slower" Dashboard [Demo] [Palette]
    Help "help" Everywhere [] [Palette]
    SaveAgain "save-again" Dashboard [RealFiles Unsaved] [Palette]
    Reload "reload" Dashboard [] [Palette]
    Restore "restore" Dashboard [RealFiles] [Palette]
    Quit "quit" Dashboard [] [Palette]
    Redraw "redraw" Everywhere [] [Palette]
    Suspend "suspend" Everywhere [Stoppable] [Palette]
    Leave "leave" Everywhere [] [Palette]
    ScrollDown "scroll-down" Dialog [] []
    ScrollUp "scroll-up" Dialog [] []
    ScrollTop "scroll-top" Dialog [] []
    ScrollBottom "scroll-bottom" Dialog [] []
    ScrollPageDown "scroll-page-down" Dialog [] []
    ScrollPageUp "scroll-page-up" Dialog [] []
    SlideLater "slide-later" Dialog [] []
    SlideEarlier "slide-earlier" Dialog [] []
    Choose "choose" Dialog [] []
    Close "close" Dialog [] []
    NextField "next-field" Form [] []
    PreviousField "previous-field" Form [] []
    NextChoice "next-choice" Form [] []
    PreviousChoice "previous-choice" Form [] []
    Accept "accept" Form [] []
    SaveForm "save-form" Form [] []
    Cancel "cancel" Form [] []
    ScanInstead "scan-instead" Form [AccountForm RealFiles] []
    ExportsHere "exports-here" Form [ScanForm] []
    LetterCopy "letter-copy" Letter [] []
    LetterEdit "letter-edit" Letter [RealFiles] []
    LetterSave "letter-save" Letter [RealFiles] []
    LetterLanguage "letter-language" Letter [] []
    LetterSent "letter-sent" Letter [Present Case] []
    CallEnd "call-end" Call [] []
    CallAgent "call-agent" Call [] []
    CallReference "call-reference" Call [] []
    CallPromise "call-promise" Call [] []
    CallRefused "call-refused" Call [] []
    CallNote "call-note" Call [] []
    CallNextChannel "call-next-channel" Call [] []
    CallPreviousChannel "call-previous-channel" Call [] []
    CallCode "call-code" Call [SmallWindow] []
    FoundAccept "found-accept" Found [Present] []
    FoundAll "found-all" Found [Present] []
    FoundIgnore "found-ignore" Found [Present] []
    FoundRename "found-rename" Found [Present] []
    FoundMerge "found-merge" Found [Present] []
    FoundUndo "found-undo" Found [Present History] []
    FoundChecklist "found-checklist" Found [] []
}

impl Command {
    /// The command of this name in a scope.
    pub(super) fn of_id(id: &str, scope: Scope) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.id() == id && one.scope() == scope)
    }

    /// Its name in `keys.ron`.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// The key of its words.
    pub fn text(self) -> &'static str {
        self.row().text
    }

    /// Where it works.
    pub fn scope(self) -> Scope {
        self.row().scope
    }

    /// What it needs, the most general first.
    pub(crate) fn needs(self) -> &'static [Need] {
        self.row().needs
    }

    /// Whether it changes the book without asking anything first.
    pub(crate) fn changes_at_once(self) -> bool {
        list![
            Toggle Delete Undo Redo Abandon Archive FoundAccept FoundAll FoundIgnore FoundMerge
            FoundUndo LetterSent
        ]
        .contains(&self)
    }

    /// Whether it does no more than select a row or a pane, or read on about one.
    pub(super) fn only_selects(self) -> bool {
        list![
            Down Up Left Right Top Bottom PageDown PageUp NextPane PreviousPane Pane1 Pane2 Pane3
            Pane4 Pane5 Pane6 Pane7 Pane8 Pane9 ReadDown ReadUp
        ]
        .contains(&self)
    }

    /// Whether the palette names it.
    pub(crate) fn is_in_palette(self) -> bool {
        self.row().also.contains(&AlsoIn::Palette)
    }

    /// Whether its key works on the page of an item as on the dashboard.
    pub(crate) fn works_on_item_page(self) -> bool {
        self.row().also.contains(&AlsoIn::ItemPage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique() {
        for (at, command) in Command::ALL.iter().enumerate() {
            let earlier = Command::ALL.iter().take(at);
            assert!(earlier.clone().all(|other| other.id() != command.id()), "{}", command.id());
        }
    }
}
