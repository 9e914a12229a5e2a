//! Which keys mean which command.
//!
//! Owns: the bindings and looking them up. Must not know: where they come from;
//! `key_file` reads them.

use super::{
    command::{Command, Scope},
    value::{Code, Key, keyboard},
};

/// One command and the keys, pressed one after the other, that ask for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Binding {
    pub(super) keys: Vec<Key>,
    pub(super) command: Command,
}

/// What the keys pressed so far amount to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lookup {
    /// This command.
    Command(Command),
    /// The beginning of a longer binding.
    Prefix,
    /// Nothing.
    Unbound,
}

/// Keys to commands, by scope.
#[derive(Clone, Debug, Default)]
pub struct Keymap {
    pub(super) bindings: Vec<Binding>,
}

impl Keymap {
    /// What `keys` mean in `scope` alone.
    pub(super) fn look_up(&self, scope: Scope, keys: &[Key]) -> Lookup {
        let mut prefix = false;
        for binding in &self.bindings {
            let own = binding.command.scope();
            if own != scope && own != Scope::Everywhere {
                continue;
            }
            if binding.keys == keys {
                return Lookup::Command(binding.command);
            }
            prefix |= binding.keys.starts_with(keys);
        }
        if prefix { Lookup::Prefix } else { Lookup::Unbound }
    }

    /// What `keys` mean in `scope` or beneath it. A last key of another script
    /// that means nothing is replaced by the Latin key in its place.
    pub(super) fn look_up_latin(&self, scope: Scope, keys: &mut [Key]) -> Lookup {
        let found = self.look_up_from(scope, keys);
        let Some(last) = keys.last_mut().filter(|_| found == Lookup::Unbound) else {
            return found;
        };
        let Code::Char(typed) = last.code else { return found };
        let Some(latin) = keyboard::latin(typed) else { return found };
        last.code = Code::Char(latin);
        self.look_up_from(scope, keys)
    }

    /// What `keys` mean in `scope`, or in the one beneath where they mean
    /// nothing there.
    fn look_up_from(&self, scope: Scope, keys: &[Key]) -> Lookup {
        match (self.look_up(scope, keys), scope.beneath()) {
            (Lookup::Unbound, Some(beneath)) => self.look_up(beneath, keys),
            (found, _) => found,
        }
    }

    /// What can follow on `keys` in `scope`, and what it would do.
    pub(super) fn after(&self, scope: Scope, keys: &[Key]) -> Vec<(String, Command)> {
        let here = |binding: &&Binding| scope.has(binding.command.scope());
        let follow = |binding: &Binding| {
            let rest = binding.keys.strip_prefix(keys).filter(|rest| !rest.is_empty())?;
            Some((written(rest), binding.command))
        };
        let mut all: Vec<(String, Command)> =
            self.bindings.iter().filter(here).filter_map(follow).collect();
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        all
    }

    /// The keys of a command as a person reads them, the first first; empty
    /// when it has none.
    pub fn keys_of(&self, command: Command) -> Vec<String> {
        let own = self.bindings.iter().filter(|binding| binding.command == command);
        own.map(|binding| written(&binding.keys)).collect()
    }

    /// The first key of a command; empty when it has none.
    pub fn key_of(&self, command: Command) -> String {
        let first = self.bindings.iter().find(|binding| binding.command == command);
        first.map(|binding| written(&binding.keys)).unwrap_or_default()
    }
}

/// Keys as `keys.ron` writes them.
pub(super) fn written(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}
