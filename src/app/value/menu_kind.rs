//! Which list is being chosen from.

use crate::domain::{Id, Item};

/// Which list is being chosen from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MenuKind {
    /// Every command of the dashboard.
    Palette,
    /// What can be done here, and the key that does it.
    Help,
    /// The languages.
    Languages,
    /// The themes.
    Themes,
    /// Every case.
    Cases,
    /// The cases that were put away.
    Archived,
    /// Every row of every pane.
    Find,
    /// The letters of the playbook.
    Letters,
    /// Every dated thing of the case.
    Agenda,
    /// What can be done about one of them.
    AgendaEntry(Id),
    /// The results of a scan.
    Found,
    /// What is open and has to be done before the application.
    Gate,
    /// The obstacles the playbook knows.
    Obstacles,
    /// Whether something was owed.
    Settle(Item),
    /// Whether really no account uses the number.
    NoAccounts(Item),
    /// What two sides of a merge changed differently.
    Conflicts,
    /// What comes after a case was opened.
    Opened,
    /// The backups of the progress file.
    Backups,
    /// Whether the letter that was sent was the application itself: the contact that
    /// it became.
    SentSubmits(Id),
    /// The copies that sync tools have left.
    Copies,
    /// Whether the line is kept, or closed after all.
    Keep,
    /// Whether the call is over.
    EndCall,
    /// Whether what the person has made of a letter may be lost.
    DropLetter,
    /// Which accounts are shown.
    AccountFilter,
    /// What is done to the accounts that are chosen.
    Chosen,
    /// The exports whose making is told.
    Exports,
    /// What to do about a save that failed on leaving.
    Unsaved,
    /// What to do on leaving about a file that cannot be used, where nothing was changed.
    Unusable,
}

impl MenuKind {
    /// The key of its title. That of help has the variable `where`.
    pub(crate) fn title(&self) -> &'static str {
        match self {
            Self::Help => "ui-menu-help",
            Self::Palette => "ui-menu-palette",
            Self::Languages => "ui-menu-languages",
            Self::Themes => "ui-menu-themes",
            Self::Cases => "ui-menu-cases",
            Self::Archived => "ui-menu-archived",
            Self::Find => "ui-menu-find",
            Self::Letters => "ui-menu-letters",
            Self::Agenda | Self::AgendaEntry(_) => "ui-menu-agenda",
            Self::Found => "ui-menu-found",
            Self::Gate => "ui-menu-gate",
            Self::Obstacles => "ui-menu-obstacles",
            Self::Settle(_) => "ui-menu-settle",
            Self::NoAccounts(_) => "ui-menu-no-accounts",
            Self::Conflicts => "ui-menu-conflicts",
            Self::Opened => "ask-opened",
            Self::Backups => "restore-title",
            Self::Copies => "ui-menu-copies",
            Self::SentSubmits(_) => "ui-menu-sent-submits",
            Self::Keep => "ui-menu-keep",
            Self::EndCall => "ui-menu-end-call",
            Self::DropLetter => "ui-menu-drop-letter",
            Self::AccountFilter => "ui-menu-account-filter",
            Self::Chosen => "ui-menu-chosen",
            Self::Exports => "ui-menu-exports",
            Self::Unsaved => "ui-menu-unsaved",
            Self::Unusable => "ui-menu-unusable",
        }
    }

    /// Whether it is the agenda.
    pub(crate) fn is_agenda(&self) -> bool {
        *self == Self::Agenda
    }

    /// Whether its entries are the rows of a table.
    pub(crate) fn is_table(&self) -> bool {
        matches!(self, Self::Cases | Self::Archived)
    }

    /// Whether typing narrows it. Only long lists have a filter.
    pub(crate) fn has_filter(&self) -> bool {
        matches!(
            self,
            Self::Palette
                | Self::Help
                | Self::Cases
                | Self::Archived
                | Self::Find
                | Self::AccountFilter
                | Self::Chosen
                | Self::Exports
        )
    }
}
