//! The playbooks that come with the program.

use super::{Fault, Playbook};
use crate::domain::Id;

/// Id and text of every built-in playbook, the default first.
pub const BUILT_IN: [(&str, &str); 2] = [
    ("hotlink", include_str!("../../assets/playbooks/hotlink.ron")),
    ("generic", include_str!("../../assets/playbooks/generic.ron")),
];

/// Reads a built-in playbook; nothing when there is none of this id. It is
/// read when it is needed and not before.
pub fn built_in(id: &Id) -> Option<Result<Playbook, Vec<Fault>>> {
    BUILT_IN.iter().find(|(name, _)| *name == id.as_str()).map(|(_, source)| Playbook::read(source))
}
