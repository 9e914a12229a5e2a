//! The files of the catalogue: one a part of the world, and those about exports.

/// The text of each file.
pub(super) const FILES: [&str; 10] = [
    include_str!("../../assets/accounts/world.ron"),
    include_str!("../../assets/accounts/malaysia.ron"),
    include_str!("../../assets/accounts/singapore.ron"),
    include_str!("../../assets/accounts/china.ron"),
    include_str!("../../assets/accounts/hong-kong-taiwan.ron"),
    include_str!("../../assets/accounts/japan-korea.ron"),
    include_str!("../../assets/accounts/south-east-asia.ron"),
    include_str!("../../assets/accounts/india-middle-east.ron"),
    include_str!("../../assets/accounts/europe.ron"),
    include_str!("../../assets/accounts/americas-australia.ron"),
];

/// The text of each file of instructions.
pub(super) const HOW_FILES: [&str; 13] = [
    include_str!("../../assets/accounts/how/china.ron"),
    include_str!("../../assets/accounts/how/china-daily.ron"),
    include_str!("../../assets/accounts/how/china-public.ron"),
    include_str!("../../assets/accounts/how/hong-kong.ron"),
    include_str!("../../assets/accounts/how/leisure.ron"),
    include_str!("../../assets/accounts/how/malaysia.ron"),
    include_str!("../../assets/accounts/how/money.ron"),
    include_str!("../../assets/accounts/how/network.ron"),
    include_str!("../../assets/accounts/how/singapore.ron"),
    include_str!("../../assets/accounts/how/southeast-asia.ron"),
    include_str!("../../assets/accounts/how/taiwan.ron"),
    include_str!("../../assets/accounts/how/west.ron"),
    include_str!("../../assets/accounts/how/world.ron"),
];

/// The text of each file about exports.
pub(super) const EXPORT_FILES: [&str; 4] = [
    include_str!("../../assets/exports/messages.ron"),
    include_str!("../../assets/exports/passwords.ron"),
    include_str!("../../assets/exports/contacts.ron"),
    include_str!("../../assets/exports/authenticators.ron"),
];
