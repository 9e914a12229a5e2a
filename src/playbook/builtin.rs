//! The playbooks that come with the program.

/// Id and text of every built-in playbook, the default first.
pub(crate) const BUILT_IN: [(&str, &str); 5] = [
    ("hotlink", include_str!("../../assets/playbooks/hotlink.ron")),
    ("giffgaff", include_str!("../../assets/playbooks/giffgaff.ron")),
    ("thailand", include_str!("../../assets/playbooks/thailand.ron")),
    ("united-kingdom", include_str!("../../assets/playbooks/united-kingdom.ron")),
    ("generic", include_str!("../../assets/playbooks/generic.ron")),
];
