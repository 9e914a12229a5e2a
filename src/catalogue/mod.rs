//! The accounts that are known by name: what each is called in each language, what sort of
//! account each is, how the number is changed there, and how the files are made that
//! show which accounts there are.
//!
//! Owns: the files in `assets/accounts` and `assets/exports`, `assets/lists.ron`, and finding an account
//! by any of its names. Must not know: messages and exports, any case or playbook.

mod entry;
mod export_guide;
mod how_to;
mod kept;
mod known;
mod listed;
mod meant;
mod official;
mod shown;
mod spelt;
mod suggest;
mod told;

pub use entry::KnownAccount;
pub(crate) use export_guide::{ExportGroup, ExportGuide, export_guide, export_guides};
pub(crate) use how_to::{HowTo, how_to};
pub(crate) use known::known;
pub(crate) use listed::{ListedName, listed_names};
pub(crate) use meant::Meant;
pub(crate) use shown::shown_name;
pub(crate) use spelt::spelt_name;

pub(crate) use crate::text::fold::squeezed;
