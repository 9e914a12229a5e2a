//! The playbooks that come with the program.

/// Id and text of every built-in playbook, the default first and the one for any
/// other carrier last.
pub(crate) const BUILT_IN: &[(&str, &str)] = &[
    ("hotlink", include_str!("../../assets/playbooks/hotlink.ron")),
    ("giffgaff", include_str!("../../assets/playbooks/giffgaff.ron")),
    ("united-kingdom", include_str!("../../assets/playbooks/united-kingdom.ron")),
    ("ee", include_str!("../../assets/playbooks/ee.ron")),
    ("vodafone-uk", include_str!("../../assets/playbooks/vodafone-uk.ron")),
    ("celcomdigi", include_str!("../../assets/playbooks/celcomdigi.ron")),
    ("xox", include_str!("../../assets/playbooks/xox.ron")),
    ("singtel-hi", include_str!("../../assets/playbooks/singtel-hi.ron")),
    ("thailand", include_str!("../../assets/playbooks/thailand.ron")),
    ("hong-kong", include_str!("../../assets/playbooks/hong-kong.ron")),
    ("philippines", include_str!("../../assets/playbooks/philippines.ron")),
    ("google-voice", include_str!("../../assets/playbooks/google-voice.ron")),
    ("t-mobile-prepaid", include_str!("../../assets/playbooks/t-mobile-prepaid.ron")),
    ("ultra-mobile", include_str!("../../assets/playbooks/ultra-mobile.ron")),
    ("generic", include_str!("../../assets/playbooks/generic.ron")),
];
