//! Readers of exports: one file a format. Each streams, holds one record at a
//! time and goes on behind what it cannot read.

pub(super) mod chat;
pub(super) mod json;
pub(super) mod keepass;
pub(super) mod logins;
pub(super) mod shorten;
pub(super) mod sms_xml;
pub(super) mod table;
pub(super) mod utf16;

/// Longest text that is taken from a field, in bytes; the rest is passed over.
pub(super) const LONGEST: usize = 16 * 1024;
