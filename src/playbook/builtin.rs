//! The playbooks that come with the program.

/// Id and text of every built-in playbook, the default first.
pub(crate) const BUILT_IN: [(&str, &str); 2] = [
    ("hotlink", include_str!("../../assets/playbooks/hotlink.ron")),
    ("generic", include_str!("../../assets/playbooks/generic.ron")),
];
