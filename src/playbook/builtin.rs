//! The playbooks that come with the program. The build script reads their texts; the
//! program has them in the form that it makes.

/// The id of every built-in playbook, the default first and the one for any other
/// carrier last.
pub(crate) const BUILT_IN: &[&str] = &[
    "hotlink",
    "giffgaff",
    "united-kingdom",
    "ee",
    "vodafone-uk",
    "celcomdigi",
    "xox",
    "singtel-hi",
    "thailand",
    "hong-kong",
    "philippines",
    "google-voice",
    "t-mobile-prepaid",
    "ultra-mobile",
    "generic",
];
