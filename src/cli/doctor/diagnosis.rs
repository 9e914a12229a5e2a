//! What the doctor says about one thing.

use serde_json::{Value, json};

use crate::text::Text;

/// How a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Health {
    Fine,
    /// It works, but somebody should look at it.
    Look,
    Fault,
}

/// One thing, how it is, and what to do about it.
pub(super) struct Diagnosis {
    name: &'static str,
    pub(super) health: Health,
    told: String,
    hint: Option<String>,
}

impl Diagnosis {
    pub(super) fn fine(name: &'static str, told: String) -> Self {
        Self { name, health: Health::Fine, told, hint: None }
    }

    pub(super) fn look(name: &'static str, told: String, hint: Option<String>) -> Self {
        Self { name, health: Health::Look, told, hint }
    }

    pub(super) fn fault(name: &'static str, told: String, hint: Option<String>) -> Self {
        Self { name, health: Health::Fault, told, hint }
    }

    /// For people.
    pub(super) fn line(&self, text: &Text) -> String {
        let glyph = match self.health {
            Health::Fine => "✓",
            Health::Look => "?",
            Health::Fault => "✗",
        };
        let name = text.get(&format!("cli-doctor-{}", self.name));
        let hint = self.hint.as_ref().map(|hint| format!("\n    {hint}")).unwrap_or_default();
        format!("{glyph} {}{hint}", text.labelled(&name, &self.told))
    }

    /// For programs.
    pub(super) fn json(&self) -> Value {
        let state = match self.health {
            Health::Fine => "fine",
            Health::Look => "look",
            Health::Fault => "fault",
        };
        json!({ "check": self.name, "state": state, "text": self.told, "hint": self.hint })
    }
}
