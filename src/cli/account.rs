//! `ringoff account`: accounts that use the number.

use clap::{ArgMatches, Command};

use super::{arguments, context::Context, define, failure::Failure, output::Output, session};
use crate::{
    domain::{Account, AccountKind, AccountState, Id},
    text::Text,
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let about = |name| {
        define::verb(text, name, &format!("cli-account-{name}"))
            .arg(define::word(text, "name", "NAME"))
    };
    let kinds = AccountKind::ALL.map(AccountKind::word);
    let states = AccountState::ALL.map(AccountState::word);
    let add = about("add").arg(define::flag(text, "kind", "KIND").value_parser(kinds));
    let set = about("set").arg(define::word(text, "state", "STATE").value_parser(states));
    define::verbs(command, [add.arg(define::flag(text, "note", "TEXT")), set, about("remove")])
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return Ok(Output::default()) };
    let name = arguments::line(matches, "name").unwrap_or_default();
    session::change(context, |about| {
        let (case, today) = (about.case, about.today);
        about.one(match verb {
            "add" => {
                let kind = arguments::choice(matches, "kind", &AccountKind::ALL, AccountKind::word);
                let note = arguments::line(matches, "note");
                let same = |known: &Account| {
                    let noted = |note: &str| known.note.as_deref() == Some(note.trim());
                    kind.is_none_or(|kind| kind == known.kind) && note.as_deref().is_none_or(noted)
                };
                if case.account(&named(&name)).is_ok_and(same) {
                    // It is on the list as asked for: asking twice is not refused.
                    return Ok(Vec::new());
                }
                case.add_account(&name, kind.unwrap_or_default(), AccountState::ToDo, note, today)
            }
            "set" => {
                let (all, word) = (AccountState::ALL, AccountState::word);
                let state = arguments::choice(matches, "state", &all, word).unwrap_or_default();
                case.set_account(&named(&name), state, today)
            }
            _ => case.remove_account(&named(&name)),
        })
    })
}

/// An account by its id, by its name, or by `account:id`.
fn named(name: &str) -> Id {
    let name = name.strip_prefix("account:").unwrap_or(name);
    let slug = Id::slug(name);
    if slug.is_empty() { Id::new(name) } else { slug }
}
