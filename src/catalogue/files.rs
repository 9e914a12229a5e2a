//! The files about exports.

/// The text of each file.
pub(super) const EXPORT_FILES: [&str; 4] = [
    include_str!("../../assets/exports/messages.ron"),
    include_str!("../../assets/exports/passwords.ron"),
    include_str!("../../assets/exports/contacts.ron"),
    include_str!("../../assets/exports/authenticators.ron"),
];
