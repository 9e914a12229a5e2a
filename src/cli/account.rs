//! `ringoff account`: accounts that use the number.

mod how;
mod list;

use clap::{ArgMatches, Command};
use list::{kind, state};

use super::{
    arguments, case_context::CaseContext, context::Context, define, failure::Failure,
    output::Output, session,
};
use crate::{
    catalogue::known,
    domain::{Account, AccountDraft, AccountKind, AccountSort, AccountState, Change, Id, Refusal},
    text::{Text, clean_line},
};

pub(super) fn define(text: &Text, command: Command) -> Command {
    let verb = |name| define::verb(text, name, &format!("cli-account-{name}"));
    let name = || define::word(text, "name", "NAME");
    let kinds = AccountKind::ALL.map(AccountKind::word);
    let states = AccountState::ALL.map(AccountState::word);
    let state = || define::flag(text, "state", "STATE").value_parser(states);
    let kind = || define::flag(text, "kind", "KIND").value_parser(kinds);
    let add = verb("add")
        .arg(name().num_args(1..))
        .arg(kind())
        .arg(define::flag(text, "note", "TEXT"))
        .arg(state());
    let until = define::flag(text, "until", "DATE").help(define::say(text, "cli-arg-wait-until"));
    let set = verb("set")
        .arg(name())
        .arg(define::word(text, "state", "STATE").value_parser(states))
        .arg(define::flag(text, "to", "NUMBER"))
        .arg(until);
    let sorts = AccountSort::ALL.map(AccountSort::word);
    let list = verb("list")
        .arg(state())
        .arg(kind())
        .arg(define::flag(text, "sort", "ORDER").value_parser(sorts));
    let how = verb("how").arg(name()).arg(define::switch(text, "qr"));
    define::verbs(command, [add, set, verb("remove").arg(name()), list, how])
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output, Failure> {
    let Some((verb, matches)) = matches.subcommand() else { return Ok(Output::default()) };
    match verb {
        "list" => list::run(context, matches),
        "how" => how::run(context, matches),
        "add" => session::change(context, |about| add(about, matches)),
        "set" => session::change(context, |about| set(about, matches)),
        _ => session::change(context, |about| {
            about.one(about.case.remove_account(&named(about, matches)))
        }),
    }
}

/// Adds what is named. An account that is on the list as it is asked for is left
/// alone: asking twice is not refused.
fn add(about: &CaseContext<'_>, matches: &ArgMatches) -> Result<Vec<Change>, Failure> {
    let (case, lang) = (about.case, about.context.text.lang());
    let kind = kind(matches);
    let state = state(matches);
    let note = arguments::line(matches, "note");
    let same = |known: &Account| {
        let noted = |note: &str| known.note.as_deref() == Some(note.trim());
        kind.is_none_or(|kind| kind == known.kind)
            && state.is_none_or(|state| state == known.state)
            && note.as_deref().is_none_or(noted)
    };
    let mut drafts = Vec::new();
    for name in matches.get_many::<String>("name").into_iter().flatten() {
        let name = clean_line(name);
        match known().meant(case, &name) {
            Some(one) if same(one) => {}
            Some(one) => {
                return Err(about.refused(&Refusal::Duplicate(one.shown_name(lang).into_owned())));
            }
            None => {
                let draft = known().draft(&name, lang);
                let kind = kind.unwrap_or(draft.kind);
                let (state, note) = (state.unwrap_or_default(), note.clone());
                drafts.push(AccountDraft { kind, state, note, ..draft });
            }
        }
    }
    if drafts.len() > 1 {
        return about.one(case.new_accounts(drafts, about.today));
    }
    let only = drafts.into_iter().map(|draft| case.new_account(draft, about.today));
    only.map(|made| made.map_err(|refusal| about.refused(&refusal))).collect()
}

fn set(about: &CaseContext<'_>, matches: &ArgMatches) -> Result<Vec<Change>, Failure> {
    let state = state(matches).unwrap_or_default();
    let to = arguments::line(matches, "to");
    let until = about.context.date(matches, "until", about.today)?;
    let id = named(about, matches);
    about.one(about.case.set_account_to(&id, state, to.as_deref(), until, about.today))
}

/// The account that is named, by whatever name; else the id that the name would
/// make.
fn named(about: &CaseContext<'_>, matches: &ArgMatches) -> Id {
    let name = arguments::line(matches, "name").unwrap_or_default();
    known().meant(about.case, &name).map_or_else(
        || {
            let bare = name.strip_prefix("account:").unwrap_or(&name);
            let slug = Id::slug(bare);
            if slug.is_empty() { Id::new(bare) } else { slug }
        },
        |one| one.id.clone(),
    )
}
