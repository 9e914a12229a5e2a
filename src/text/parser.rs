//! Words for what the reader of RON stumbled over.

use ron::Error;

use super::Text;

impl Text {
    /// What is wrong, in words. The commonest faults are told in the person's
    /// language; the rest are quoted from the reader.
    pub fn ron_error(&self, error: &Error) -> String {
        let list = |names: &[&'static str]| {
            names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        };
        match error {
            Error::NoSuchStructField { expected, found, .. } => self.with(
                "fault-unknown-field",
                &[("found", found.as_str().into()), ("expected", list(expected).into())],
            ),
            Error::NoSuchEnumVariant { expected, found, .. } => self.with(
                "fault-unknown-variant",
                &[("found", found.as_str().into()), ("expected", list(expected).into())],
            ),
            Error::MissingStructField { field, .. } => {
                self.with("fault-missing-field", &[("field", (*field).into())])
            }
            Error::DuplicateStructField { field, .. } => {
                self.with("fault-duplicate-field", &[("field", (*field).into())])
            }
            Error::Eof => self.get("fault-cut-short").into_owned(),
            other => {
                let said = super::clean_line(&other.to_string());
                self.with("fault-parser", &[("said", said.into())])
            }
        }
    }
}
