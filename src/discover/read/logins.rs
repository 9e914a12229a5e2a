//! An account of a password export. No password comes this far.

/// What is looked at of a login.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::discover) struct Login {
    /// As the person calls it.
    pub(in crate::discover) title: String,
    /// Where it logs in.
    pub(in crate::discover) url: String,
    /// Names, notes and fields of one's own: the number can be in each.
    pub(in crate::discover) fields: Vec<String>,
}

impl Login {
    /// The host of its address.
    pub(in crate::discover) fn host(&self) -> Option<&str> {
        let rest = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        let host = rest.split(['/', '?', '#', ':']).next()?;
        let host = host.rsplit('@').next()?.trim();
        (host.contains('.') && !host.contains(' ')).then_some(host)
    }
}
