//! Which panes matter most: who gets rows first, and who can stand elsewhere.

use crate::app::PaneId;

/// What can stand in another column than its own where that has no room for it.
pub(super) const MOVABLE: [PaneId; 4] =
    [PaneId::Timeline, PaneId::Line, PaneId::Safeguards, PaneId::Documents];

/// What has to be done.
pub(super) const LISTS: [PaneId; 4] =
    [PaneId::Preconditions, PaneId::Accounts, PaneId::Documents, PaneId::Safeguards];

/// Where nothing is explained: the lists left and right while things are done.
pub(super) const WORK: ([PaneId; 2], [PaneId; 3]) = (
    [PaneId::Preconditions, PaneId::Accounts],
    [PaneId::Documents, PaneId::Review, PaneId::Safeguards],
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
