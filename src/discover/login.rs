//! A login of a password export. Readers drop passwords before this.

/// What is looked at of a login.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Login {
    /// What the person calls it.
    pub(super) title: String,
    /// The address where it logs in.
    pub(super) url: String,
    /// User names, notes and own fields: each can hold the number.
    pub(super) fields: Vec<String>,
}

/// The most fields of a login that are looked at.
const MOST: usize = 200;

impl Login {
    /// Adds a field that can hold the number.
    pub(super) fn add(&mut self, text: impl Into<String>) {
        if self.fields.len() < MOST {
            self.fields.push(text.into());
        }
    }

    /// The host of its address.
    pub(super) fn host(&self) -> Option<&str> {
        let rest = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        let host = rest.split(['/', '?', '#', ':']).next()?;
        let host = host.rsplit('@').next()?.trim();
        (host.contains('.') && !host.contains(' ')).then_some(host)
    }
}
