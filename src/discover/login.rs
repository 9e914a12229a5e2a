//! A login of a password export. Readers drop passwords before this.

use super::words;

/// What is looked at of a login.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
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
        let text = text.into();
        if self.fields.len() < MOST && !text.is_empty() {
            self.fields.push(text);
        }
    }

    /// Whether it has anything that a login has.
    pub(super) fn is_usable(&self) -> bool {
        !(self.title.is_empty() && self.url.is_empty() && self.fields.is_empty())
    }

    /// The host of its address.
    pub(super) fn host(&self) -> Option<&str> {
        let rest = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        let host = rest.split(['/', '?', '#', ':']).next()?;
        let host = host.rsplit('@').next()?.trim();
        (host.contains('.') && !host.contains(' ')).then_some(host)
    }
}

/// Whether a field of this name holds a secret, which nothing may look at.
pub(super) fn is_secret(name: &str) -> bool {
    let name = words::plain(name);
    words::is_in("secret", &name) || ["pin", "key", "pass"].iter().any(|word| name.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_known_by_their_names() {
        for name in
            ["Password", "login_totp", "otpSecret", "Card Number", "PIN", "$oneTimeCode", "密码"]
        {
            assert!(is_secret(name), "{name}");
        }
        for name in ["User Name", "notes", "phone_number", "Passport", "shipping", "备注"] {
            assert!(!is_secret(name), "{name}");
        }
    }
}
