//! The panes of the dashboard: one row each, in the order of their number keys.
//! The row gives the pane its name; what else is known about it stands in its
//! file. Must not know: the model.

mod accounts;
mod contacts;
mod documents;
pub(super) mod line;
mod obstacles;
mod preconditions;
mod review;
mod safeguards;
pub(super) mod timeline;

use super::value::{Column, Pane, Scene};
use crate::{
    domain::{Item, ItemKind},
    text::Text,
};

macro_rules! panes {
    ($($name:ident $word:literal $file:ident)+) => {
        /// Which pane of the dashboard.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum PaneId {
            $(#[doc = $word] $name),+
        }

        impl PaneId {
            /// Every pane, in the order of its number key.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name in the state file and in the keys of texts.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }

            /// What is known about it.
            pub(crate) fn pane(self) -> &'static Pane {
                match self { $(Self::$name => &$file::PANE),+ }
            }
        }
    };
}

// Name, id, file.
panes! {
    Preconditions "preconditions" preconditions
    Accounts "accounts" accounts
    Documents "documents" documents
    Review "review" review
    Contacts "contacts" contacts
    Safeguards "safeguards" safeguards
    Obstacles "obstacles" obstacles
    Line "line" line
    Timeline "timeline" timeline
}

impl PaneId {
    /// The number key that focuses it, from 1; the tenth would have 0.
    pub(crate) fn number(self) -> usize {
        (self as usize + 1) % 10
    }

    /// The column it stands in. In a wide window what is looked up stands beside what is
    /// dated.
    pub(crate) fn column(self, is_wide: bool) -> Column {
        match self {
            Self::Line if is_wide => Column::Right,
            _ => self.pane().column,
        }
    }

    /// The pane of this name.
    pub(super) fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|pane| pane.word() == word)
    }

    /// Its title, as the stage of the case in front names it.
    pub(crate) fn title(self, text: &Text, scene: Option<&Scene<'_>>) -> String {
        match scene.and_then(|scene| (self.pane().titled)(scene)) {
            Some(key) => text.get(key).into_owned(),
            None => text.get(&format!("ui-pane-{}", self.word())).into_owned(),
        }
    }
}

/// Where an item stands on the dashboard: its pane, and its row there.
pub(super) fn place_of(scene: &Scene<'_>, item: &Item) -> Option<(PaneId, usize)> {
    let id = PaneId::ALL.iter().copied().find(|id| id.pane().kind == Some(item.kind))?;
    let pane = id.pane();
    let is_it = |at: &usize| (pane.row)(scene, *at).and_then(|row| row.item).as_ref() == Some(item);
    let len = (pane.len)(scene);
    // A fact of the line that is not known yet stands in the last row.
    let other = if item.kind == ItemKind::Line { len.saturating_sub(1) } else { 0 };
    Some((id, (0..len).find(is_it).unwrap_or(other)))
}

#[cfg(test)]
mod tests {
    use std::cell::OnceCell;

    use jiff::{Timestamp, ToSpan as _, civil::date, tz::TimeZone};

    use super::*;
    use crate::{
        app::{
            command::{Command, list},
            value::AccountView,
        },
        domain::{AccountKind, AccountState, Application, Case, Outcome, Progress, Route, Verdict},
        playbook::{Library, Words},
        text::Lang,
    };

    /// What a pane counts, as it says so in its corner.
    fn counted(scene: &Scene<'_>, id: PaneId) -> Progress {
        let told = (id.pane().count)(scene);
        let parts = told.split(" · ").find_map(|part| part.split_once('/'));
        let number = |word: &str| word.parse().expect("a number");
        parts.map_or(Progress::default(), |(done, total)| Progress {
            done: number(done),
            total: number(total),
        })
    }

    #[test]
    fn the_header_counts_what_the_panes_count_in_every_phase_with_every_carrier() {
        let (library, text) = (Library::default(), Text::new(Lang::En));
        let opened = date(2026, 11, 5);
        for id in library.ids() {
            let playbook = library.find(id).expect("built in");
            for route in Route::ALL {
                let label = "Spare".to_owned();
                let mut case = Case::new(id.clone(), label, id.clone(), route, opened);
                case.line.grace_until = Some(date(2027, 2, 4));
                for (name, state) in [("Bank", AccountState::ToDo), ("Shop", AccountState::Moved)] {
                    let added = case.add_account(name, AccountKind::Other, state, None, opened);
                    added.expect("allowed").apply(&mut case).expect("applies");
                }
                let asked = |verdict: Option<Verdict>| {
                    let outcome = verdict.map(|verdict| Outcome::on(verdict, opened));
                    Application { outcome, ..Application::on(opened) }
                };
                let verdicts = [None, Some(Verdict::Rejected), Some(Verdict::Approved)];
                let applied = verdicts.into_iter().map(|one| vec![asked(one)]);
                for applications in [Vec::new()].into_iter().chain(applied) {
                    let case = Case { applications, ..case.clone() };
                    for days in [0, 20, 90, 400] {
                        let today = opened.checked_add(days.days()).expect("a day");
                        let status = playbook.status(&case, today);
                        let scene = Scene {
                            words: Words { case: &case, playbook, text: &text, today },
                            status: &status,
                            now: Timestamp::UNIX_EPOCH,
                            home: &TimeZone::UTC,
                            zone: &TimeZone::UTC,
                            accounts: &AccountView::default(),
                            pasts: &OnceCell::new(),
                            masked: false,
                        };
                        let panes = PaneId::ALL.iter().map(|one| counted(&scene, *one));
                        let sum = panes.fold(Progress::default(), |sum, one| Progress {
                            done: sum.done + one.done,
                            total: sum.total + one.total,
                        });
                        assert_eq!(status.progress, sum, "{id:?} {route:?} {days}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_first_panes_name_phone_and_letters_behind_their_own_verbs() {
        for id in [PaneId::Preconditions, PaneId::Accounts, PaneId::Documents] {
            let hints = id.pane().hints;
            let at = |wanted: Command| hints.iter().position(|one| *one == wanted);
            let (phone, letters) = (at(Command::Call), at(Command::Letters));
            assert!(phone.is_some() && letters.is_some(), "{}", id.word());
            assert!(at(Command::Toggle) < phone && letters < at(Command::Undo), "{}", id.word());
        }
    }

    #[test]
    fn accounts_name_what_is_done_with_the_list_before_what_is_general() {
        let hints = PaneId::Accounts.pane().hints;
        let at = |wanted: Command| hints.iter().position(|one| *one == wanted);
        for own in list![Scan ChooseAccount FilterAccounts SortAccounts] {
            for general in list![Edit Call Letters Submit Undo Palette] {
                assert!(at(*own).is_some() && at(*own) < at(*general), "{}", own.id());
            }
        }
    }
}
