//! Reading keys. The defaults are a data file in the person's own format; a
//! person's file is laid over them, entry by entry.

use std::collections::BTreeMap;

use ron::value::RawValue;

use super::{
    command::{Command, Scope},
    keymap::{Binding, Keymap, written},
    value::{Code, Key, NotAKey},
};
use crate::text::{Entries, Position, RonError, read_packed, read_piece, read_ron};

/// The built-in file as it was prepared: sections, commands, keys.
type Defaults = BTreeMap<&'static str, BTreeMap<&'static str, Vec<&'static str>>>;

/// What is wrong with an entry of a person's key file. The entry alone is
/// left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// The file, a section of it or an entry could not be read.
    Unreadable(RonError),
    /// There is no such section.
    UnknownSection {
        /// Line, from 1.
        line: usize,
        /// Its name.
        name: String,
    },
    /// No command of this scope has this name.
    UnknownCommand {
        /// Line, from 1.
        line: usize,
        /// The name.
        name: String,
    },
    /// This is no key.
    UnknownKey {
        /// Line, from 1.
        line: usize,
        /// What was written.
        key: String,
    },
    /// Two commands of one scope share a key, or one's keys begin another's.
    Conflict {
        /// Line, from 1.
        line: usize,
        /// The key.
        key: String,
        /// The command that keeps it.
        with: String,
    },
}

impl KeyFault {
    fn line(&self) -> usize {
        match self {
            Self::Unreadable(RonError { place: Position { line, .. }, .. })
            | Self::UnknownSection { line, .. }
            | Self::UnknownCommand { line, .. }
            | Self::UnknownKey { line, .. }
            | Self::Conflict { line, .. } => *line,
        }
    }
}

impl Keymap {
    /// The keys that ringoff comes with.
    pub fn built_in() -> Self {
        // A test reads the file as it lays one over, and finds the same.
        let sections: Defaults = read_packed("keys.ron").unwrap_or_default();
        let mut bindings = Vec::with_capacity(2 * Command::ALL.len());
        for command in Command::ALL {
            let rows = sections.get(command.scope().word());
            let keys = rows.and_then(|rows| rows.get(command.id())).into_iter().flatten();
            bindings.extend(keys.filter_map(|written| {
                Some(Binding { keys: read_keys(written).ok()?, command: *command })
            }));
        }
        Self { bindings }
    }

    /// Lays a person's file over what is there. A command it names loses its
    /// other keys. What is wrong is returned; the rest is taken.
    pub fn lay_over(&mut self, source: &str) -> Vec<KeyFault> {
        let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
        let Entries(sections) = match read_ron(source) {
            Ok(entries) => entries,
            Err(error) => return vec![KeyFault::Unreadable(error)],
        };
        let mut faults = Vec::new();
        let mut fresh = Vec::new();
        for (section, raw) in sections {
            let Some(scope) = Scope::of_word(&section) else {
                let line = Position::in_piece(source, raw, "").line;
                faults.push(KeyFault::UnknownSection { line, name: section });
                continue;
            };
            let rows: BTreeMap<String, &RawValue> = match read_piece(source, raw) {
                Ok(rows) => rows,
                Err(error) => {
                    faults.push(KeyFault::Unreadable(error));
                    continue;
                }
            };
            for (name, raw) in rows {
                let line = Position::in_piece(source, raw, "").line;
                let Some(command) = Command::of_id(&name, scope) else {
                    faults.push(KeyFault::UnknownCommand { line, name });
                    continue;
                };
                let keys: Vec<String> = match read_piece(source, raw) {
                    Ok(keys) => keys,
                    Err(error) => {
                        faults.push(KeyFault::Unreadable(error));
                        continue;
                    }
                };
                self.bindings.retain(|binding| binding.command != command);
                for written in keys {
                    match read_keys(&written) {
                        Ok(keys) => fresh.push((line, Binding { keys, command })),
                        Err(NotAKey(_)) => faults.push(KeyFault::UnknownKey { line, key: written }),
                    }
                }
            }
        }
        for (line, binding) in fresh {
            match self.clash(&binding) {
                Some(other) => faults.push(KeyFault::Conflict {
                    line,
                    key: written(&binding.keys),
                    with: other.command.id().to_owned(),
                }),
                None => self.bindings.push(binding),
            }
        }
        faults.sort_by_key(KeyFault::line);
        // A person can always leave: without a key for it, the usual one stays.
        if self.keys_of(Command::Quit).is_empty() && self.keys_of(Command::Leave).is_empty() {
            let keys = vec![Key { code: Code::Char('c'), ctrl: true, alt: false }];
            self.bindings.push(Binding { keys, command: Command::Leave });
        }
        faults
    }

    fn clash(&self, new: &Binding) -> Option<&Binding> {
        self.bindings.iter().find(|old| {
            let shared = old.command.scope() == new.command.scope()
                || Scope::Everywhere == old.command.scope()
                || Scope::Everywhere == new.command.scope();
            shared && (old.keys.starts_with(&new.keys) || new.keys.starts_with(&old.keys))
        })
    }
}

/// Keys that are pressed one after the other.
fn read_keys(written: &str) -> Result<Vec<Key>, NotAKey> {
    written.split_whitespace().map(str::parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Lookup;

    const DEFAULTS: &str = include_str!("../../assets/keys.ron");

    fn keys(text: &str) -> Vec<Key> {
        text.split(' ').map(|key| key.parse().expect("a key")).collect()
    }

    #[test]
    fn the_built_in_keys_have_no_fault_and_name_every_command() {
        let mut map = Keymap::default();
        assert_eq!(map.lay_over(DEFAULTS), []);
        let sorted = |map: &Keymap| {
            let mut bindings = map.bindings.clone();
            bindings.sort_by_key(|binding| binding.command.id());
            bindings
        };
        assert_eq!(sorted(&map), sorted(&Keymap::built_in()), "both ways agree");
        for command in Command::ALL {
            assert!(DEFAULTS.contains(&format!("\"{}\": [", command.id())), "{}", command.id());
            for key in map.keys_of(*command) {
                let found = map.look_up(command.scope(), &keys(&key));
                assert_eq!(found, Lookup::Command(*command), "{key} means one thing");
            }
        }
    }

    #[test]
    fn keys_may_come_one_after_the_other() {
        let map = Keymap::built_in();
        assert_eq!(map.look_up(Scope::Dashboard, &keys("g")), Lookup::Prefix);
        assert_eq!(map.look_up(Scope::Dashboard, &keys("g g")), Lookup::Command(Command::Top));
        assert_eq!(map.look_up(Scope::Dashboard, &keys("g 0")), Lookup::Unbound);
        assert_eq!(map.look_up(Scope::Form, &keys("ctrl-c")), Lookup::Command(Command::Leave));
    }

    #[test]
    fn a_persons_file_changes_what_it_names_and_complains_of_the_rest() {
        let mut map = Keymap::built_in();
        let faults = map.lay_over(
            "(dashboard: {\n\"quit\": [\"Q\"],\n\"undo\": [],\n\"fly\": [\"x\"],\n\
             \"zoom\": [\"hyper-z\"],\n\"mask\": [\"j\"],\n\"redo\": \"r\",\n},\n\
             cockpit: {\"up\": [\"x\"]},\ndialog: 3,\n)",
        );
        assert_eq!(map.keys_of(Command::Quit), ["Q"]);
        assert!(map.keys_of(Command::Undo).is_empty());
        assert_eq!(map.keys_of(Command::Down), ["j", "down"]);
        let unreadable = |line, column, cause| {
            KeyFault::Unreadable(RonError {
                place: Position { line, column },
                cause: Box::new(cause),
            })
        };
        assert_eq!(
            faults,
            [
                KeyFault::UnknownCommand { line: 4, name: "fly".into() },
                KeyFault::UnknownKey { line: 5, key: "hyper-z".into() },
                KeyFault::Conflict { line: 6, key: "j".into(), with: "down".into() },
                unreadable(7, 9, ron::Error::ExpectedArray),
                KeyFault::UnknownSection { line: 9, name: "cockpit".into() },
                unreadable(10, 9, ron::Error::ExpectedMap),
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_key_file_is_read_or_complained_of(text in "\\(dashboard: \\{(\"[a-z-]{1,8}\": \\[(\"[^\"\\\\]{0,8}\",? ?){0,3}\\],\n){0,4}\\}\\)|\\PC{0,40}") {
            let mut map = Keymap::built_in();
            let _ = map.lay_over(&text);
            proptest::prop_assert!(!map.keys_of(Command::Down).is_empty() || text.contains("down"));
        }
    }

    #[test]
    fn an_unreadable_file_leaves_the_keys_alone() {
        let mut map = Keymap::built_in();
        let faults = map.lay_over("(dashboard: {\n\"quit\" \"Q\" })");
        assert!(matches!(faults.as_slice(), [KeyFault::Unreadable(_)]), "{faults:?}");
        assert_eq!(faults[0].line(), 2);
        assert_eq!(map.keys_of(Command::Quit), ["q"]);
    }
}
