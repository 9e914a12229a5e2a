//! `ringoff account`: accounts that uses the number.

use clap::{ArgMatches, Command};

use super::{
    answer::{Answer, Failure},
    case,
    context::Context,
    define::{flag, say, sub, word},
};
use crate::{
    domain::{Account, AccountKind, AccountState, Id},
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let about =
        |name: &'static str| sub(text, name).about(say(text, &format!("cli-account-{name}")));
    command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            about("add")
                .arg(word(text, "name", "NAME"))
                .arg(
                    flag(text, "kind", "KIND")
                        .value_parser(AccountKind::ALL.map(AccountKind::word)),
                )
                .arg(flag(text, "note", "TEXT")),
        )
        .subcommand(about("set").arg(word(text, "name", "NAME")).arg(
            word(text, "state", "STATE").value_parser(AccountState::ALL.map(AccountState::word)),
        ))
        .subcommand(about("remove").arg(word(text, "name", "NAME")))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return Ok(Answer::default()) };
    let given = |name: &str| matches.get_one::<String>(name).map(|value| clean_line(value));
    let name = given("name").unwrap_or_default();
    case::change(context, |ground| {
        let (case, today) = (ground.case, ground.today);
        let listed = case.account(&named(&name)).ok().filter(|_| verb == "add");
        let same = |known: &Account| {
            given("kind").is_none_or(|kind| kind == known.kind.word())
                && given("note").is_none_or(|note| known.note.as_deref() == Some(note.trim()))
        };
        if listed.is_some_and(same) {
            // It is on the list as asked for: saying so twice is no fault.
            return Ok(Vec::new());
        }
        ground.one(match verb {
            "add" => {
                let kind = given("kind");
                let kind =
                    AccountKind::ALL.into_iter().find(|one| Some(one.word()) == kind.as_deref());
                let kind = kind.unwrap_or_default();
                case.add_account(&name, kind, AccountState::ToDo, given("note"), today)
            }
            "set" => {
                let state = matches.get_one::<String>("state").map(String::as_str);
                let state = AccountState::ALL.into_iter().find(|one| Some(one.word()) == state);
                case.set_account(&named(&name), state.unwrap_or_default(), today)
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
