//! Signs for states. Each is one cell wide in every terminal and says the
//! same as the word beside it.

use super::theme::Role;
use crate::app::Sign;

/// The sign of a state and the role it is drawn in.
pub(super) fn of(sign: Sign) -> (&'static str, Role) {
    match sign {
        Sign::Open => ("○", Role::Open),
        Sign::Done => ("✓", Role::Good),
        Sign::Waived => ("~", Role::Good),
        Sign::NotNeeded => ("–", Role::Faint),
        Sign::Partly => ("▸", Role::Open),
        Sign::Unsure => ("?", Role::Open),
        Sign::Alert => ("!", Role::Bad),
        Sign::Plain => ("·", Role::Faint),
    }
}
