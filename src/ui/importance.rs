//! Which panes matter most: who gets rows first, and who stands with whom.

use crate::app::PaneId;

/// Where nothing is explained: the lists left and right while things are done.
pub(super) const WORK: (&[PaneId], &[PaneId]) = (
    &[PaneId::Preconditions, PaneId::Accounts],
    &[PaneId::Documents, PaneId::Review, PaneId::Safeguards],
);

/// The same while days are counted, which stand above both: what was done, and beside it
/// what was said and what is looked up.
pub(super) const COUNTING: (&[PaneId], &[PaneId]) = (
    &[PaneId::Preconditions, PaneId::Accounts, PaneId::Documents, PaneId::Safeguards],
    &[PaneId::Contacts, PaneId::Obstacles, PaneId::Line, PaneId::Timeline],
);

/// The same after a rejection: what was criticised, and why, has a column of its own.
pub(super) const MENDING: (&[PaneId], &[PaneId]) = (
    &[PaneId::Preconditions, PaneId::Accounts, PaneId::Safeguards],
    &[PaneId::Documents, PaneId::Review],
);

/// What was said, and by whom.
pub(super) const SAID: [PaneId; 2] = [PaneId::Contacts, PaneId::Obstacles];

/// What is looked up.
pub(super) const KNOWN: [PaneId; 2] = [PaneId::Line, PaneId::Timeline];

/// Who gets its rows first, and is folded last. What is not named comes after.
pub(super) const IMPORTANCE: [PaneId; 9] = [
    PaneId::Preconditions,
    PaneId::Documents,
    PaneId::Safeguards,
    PaneId::Review,
    PaneId::Accounts,
    PaneId::Contacts,
    PaneId::Obstacles,
    PaneId::Line,
    PaneId::Timeline,
];
