//! The accounts that are known by name: what they are called in each language,
//! and what sort of account each is.
//!
//! Owns: the files in `assets/accounts`, and finding an account by any of its
//! names. Must not know: messages and exports, any case or playbook.

mod draft;
mod entry;
mod files;
mod known;
mod shown;

pub use entry::KnownAccount;
pub(crate) use known::{known, squeezed};
pub(crate) use shown::shown_name;
