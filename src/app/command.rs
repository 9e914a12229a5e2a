//! Everything a person can ask for: one row a command. Its key is in
//! `assets/keys.ron`, its words are in the locale files under `cmd-<id>`, and
//! help, palette, footer and README are made from these rows.

use super::{dialog::Dialog, menu::MenuKind, page::Topic};

/// Where a command works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Wherever the person is.
    Everywhere,
    /// On the dashboard.
    Dashboard,
    /// In a list or a page on top of the dashboard.
    Dialog,
    /// In a form.
    Form,
    /// On a letter.
    Letter,
    /// On the phone.
    Call,
    /// In what a scan found.
    Found,
}

impl Scope {
    /// Every scope, in the order help tells them.
    pub const ALL: [Self; 7] = [
        Self::Everywhere,
        Self::Dashboard,
        Self::Dialog,
        Self::Form,
        Self::Letter,
        Self::Call,
        Self::Found,
    ];

    /// The word in `keys.ron`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Dashboard => "dashboard",
            Self::Dialog => "dialog",
            Self::Form => "form",
            Self::Letter => "letter",
            Self::Call => "call",
            Self::Found => "found",
        }
    }

    /// Where a person is who looks at this dialog, or at the dashboard.
    pub(super) fn of(on: Option<&Dialog>) -> Self {
        match on {
            None => Self::Dashboard,
            Some(Dialog::Form(_)) => Self::Form,
            Some(Dialog::Page { topic: Topic::Letter(..), .. }) => Self::Letter,
            Some(Dialog::Call(_)) => Self::Call,
            Some(Dialog::Menu(menu)) if menu.kind == MenuKind::Found => Self::Found,
            Some(_) => Self::Dialog,
        }
    }

    /// Where a key is looked up that means nothing here.
    pub fn beneath(self) -> Option<Self> {
        matches!(self, Self::Letter | Self::Call | Self::Found).then_some(Self::Dialog)
    }
}

macro_rules! commands {
    ($($name:ident $id:literal $scope:ident)+) => {
        /// What a person can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command {
            $(#[doc = $id] $name),+
        }

        impl Command {
            /// Every command, in the order help tells them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name in `keys.ron` and, after `cmd-`, in the locale files.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }

            /// Where it works.
            pub fn scope(self) -> Scope {
                match self { $(Self::$name => Scope::$scope),+ }
            }

            /// The key of its words.
            pub fn text(self) -> &'static str {
                match self { $(Self::$name => concat!("cmd-", $id)),+ }
            }
        }
    };
}

commands! {
    Toggle "toggle" Dashboard
    Open "open" Dashboard
    Add "add" Dashboard
    Edit "edit" Dashboard
    Delete "delete" Dashboard
    Waive "waive" Dashboard
    Attach "attach" Dashboard
    Copy "copy" Dashboard
    GoNext "go-next" Dashboard
    Submit "submit" Dashboard
    Outcome "outcome" Dashboard
    Extend "extend" Dashboard
    Terms "terms" Dashboard
    WhatIf "what-if" Dashboard
    Channels "channels" Dashboard
    Letters "letters" Dashboard
    Call "call" Dashboard
    Scan "scan" Dashboard
    Undo "undo" Dashboard
    Redo "redo" Dashboard
    Down "down" Dashboard
    Up "up" Dashboard
    Left "left" Dashboard
    Right "right" Dashboard
    Top "top" Dashboard
    Bottom "bottom" Dashboard
    PageDown "page-down" Dashboard
    PageUp "page-up" Dashboard
    NextPane "next-pane" Dashboard
    PreviousPane "previous-pane" Dashboard
    Pane1 "pane-1" Dashboard
    Pane2 "pane-2" Dashboard
    Pane3 "pane-3" Dashboard
    Pane4 "pane-4" Dashboard
    Pane5 "pane-5" Dashboard
    Pane6 "pane-6" Dashboard
    Pane7 "pane-7" Dashboard
    Pane8 "pane-8" Dashboard
    Pane9 "pane-9" Dashboard
    Zoom "zoom" Dashboard
    Back "back" Dashboard
    Find "find" Dashboard
    FindNext "find-next" Dashboard
    FindPrevious "find-previous" Dashboard
    NewCase "new-case" Dashboard
    EditCase "edit-case" Dashboard
    Abandon "abandon" Dashboard
    Cases "cases" Dashboard
    NextCase "next-case" Dashboard
    PreviousCase "previous-case" Dashboard
    Mask "mask" Dashboard
    Palette "palette" Dashboard
    Language "language" Dashboard
    Themes "themes" Dashboard
    Mouse "mouse" Dashboard
    Tour "tour" Dashboard
    News "news" Dashboard
    Faster "faster" Dashboard
    Slower "slower" Dashboard
    Help "help" Everywhere
    Reload "reload" Dashboard
    Quit "quit" Dashboard
    Redraw "redraw" Everywhere
    Suspend "suspend" Everywhere
    Leave "leave" Everywhere
    ScrollDown "scroll-down" Dialog
    ScrollUp "scroll-up" Dialog
    ScrollTop "scroll-top" Dialog
    ScrollBottom "scroll-bottom" Dialog
    ScrollPageDown "scroll-page-down" Dialog
    ScrollPageUp "scroll-page-up" Dialog
    SlideLater "slide-later" Dialog
    SlideEarlier "slide-earlier" Dialog
    Choose "choose" Dialog
    Close "close" Dialog
    NextField "next-field" Form
    PreviousField "previous-field" Form
    NextChoice "next-choice" Form
    PreviousChoice "previous-choice" Form
    Accept "accept" Form
    Cancel "cancel" Form
    ScanInstead "scan-instead" Form
    LetterCopy "letter-copy" Letter
    LetterEdit "letter-edit" Letter
    LetterSave "letter-save" Letter
    CallAgent "call-agent" Call
    CallReference "call-reference" Call
    CallPromise "call-promise" Call
    CallRefused "call-refused" Call
    CallNote "call-note" Call
    CallNextChannel "call-next-channel" Call
    CallPreviousChannel "call-previous-channel" Call
    CallCode "call-code" Call
    FoundAccept "found-accept" Found
    FoundAll "found-all" Found
    FoundIgnore "found-ignore" Found
    FoundRename "found-rename" Found
    FoundMerge "found-merge" Found
    FoundUndo "found-undo" Found
    FoundChecklist "found-checklist" Found
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
