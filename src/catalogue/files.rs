//! The files of the catalogue: one a part of the world.

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
