//! `ringoff account`: accounts that use the number.

mod how;
mod list;

use clap::{ArgMatches, Command};
pub(super) use list::sign;
use list::{kind, state};

use super::{
    arguments, case_context::CaseContext, context::Context, define, failure::Failure,
    output::Output, session,
};
use crate::{
    catalogue::{ListedName, Meant, known, listed_names},
    domain::{
        Account, AccountDraft, AccountKind, AccountSort, AccountState, Change, Edit, Id, Refusal,
    },
    text::{Text, bare_name, clean_line},
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
        "add" => {
            let mut notes = Vec::new();
            let made = session::change(context, |about| add(about, matches, &mut notes))?;
            notes.extend(made.notes);
            Ok(Output { notes, ..made })
        }
        "set" => session::change(context, |about| set(about, matches)),
        _ => session::change(context, |about| {
            about.one(about.case.remove_account(&named(about, matches)))
        }),
    }
}

/// Adds what is named. An account that is on the list as it is asked for is left
/// alone: asking twice is not refused. What is not called exactly so is noted.
fn add(
    about: &CaseContext<'_>,
    matches: &ArgMatches,
    notes: &mut Vec<String>,
) -> Result<Vec<Change>, Failure> {
    let (case, lang) = (about.case, about.context.text.lang());
    let kind = kind(matches);
    let state = state(matches);
    let note = arguments::line(matches, "note");
    let same = |known: &Account, kind: Option<AccountKind>, note: &Option<String>| {
        let noted = |note: &str| known.note.as_deref() == Some(note.trim());
        kind.is_none_or(|kind| kind == known.kind)
            && state.is_none_or(|state| state == known.state)
            && note.as_deref().is_none_or(noted)
    };
    let (mut drafts, mut idle, mut unclear) = (Vec::new(), Vec::new(), None);
    let mut unknown = Vec::new();
    let text = &about.context.text;
    let typed: Vec<&String> = matches.get_many("name").into_iter().flatten().collect();
    let names: Vec<ListedName> = typed.iter().flat_map(|name| named_by(name, text)).collect();
    let several = names.len() > 1;
    for listed in names {
        let bare = bare_name(&listed.name);
        let name = if bare.is_empty() { listed.name } else { bare };
        // What is asked for goes before what stands in a list.
        let (kind, note) = (kind.or(listed.kind), note.clone().or(listed.note));
        match known().meant(case, &name) {
            Some(one) if same(one, kind, &note) => idle.push(Edit::replace(one.clone())),
            Some(one) => {
                return Err(about.refused(&Refusal::Duplicate(one.shown_name(lang).into_owned())));
            }
            None => {
                match doubt(about, &name, kind) {
                    Ok(Some(Doubt::Note(note))) => notes.push(note),
                    Ok(Some(Doubt::Unknown(kind))) => unknown.push((name.clone(), kind)),
                    Ok(None) => {}
                    // What is clear is added all the same.
                    Err(failure) if several => {
                        notes.push(failure.for_people());
                        unclear = Some(failure);
                        continue;
                    }
                    Err(failure) => return Err(failure),
                }
                let draft = known().draft(&name, lang);
                let kind = kind.unwrap_or(draft.kind);
                let state = state.unwrap_or_default();
                drafts.push(AccountDraft { kind, state, note, ..draft });
            }
        }
    }
    notes.extend(own_words(text, &unknown));
    if let (true, true, Some(failure)) = (drafts.is_empty(), idle.is_empty(), unclear) {
        return Err(failure);
    }
    let idle = Change::Accounts(idle);
    if drafts.is_empty() {
        return Ok(vec![idle]);
    }
    if idle != Change::Accounts(Vec::new()) {
        notes.push(about.words().idle(&idle));
    }
    if drafts.len() > 1 {
        return about.one(case.new_accounts(drafts, about.today));
    }
    let only = drafts.into_iter().map(|draft| case.new_account(draft, about.today));
    only.map(|made| made.map_err(|refusal| about.refused(&refusal))).collect()
}

/// The accounts that a name stands for: those of a list, as in the dashboard; what is none
/// is a name as it is.
fn named_by(typed: &str, text: &Text) -> Vec<ListedName> {
    let names = listed_names(typed, text);
    if names.is_empty() { vec![ListedName::new(clean_line(typed))] } else { names }
}

/// What is not clear about a name that is added.
enum Doubt {
    /// Which account it is taken for.
    Note(String),
    /// None is known by it; it is added as of this kind.
    Unknown(AccountKind),
}

/// So many names that nobody knows are told of one by one.
const FEW: usize = 5;

/// That these names are added as they are. More than a few are told in one line, with the
/// first of them.
fn own_words(text: &Text, unknown: &[(String, AccountKind)]) -> Vec<String> {
    if unknown.len() > FEW {
        let names = unknown.iter().take(FEW).map(|(name, _)| name.as_str());
        let names = names.collect::<Vec<_>>().join(&text.get("word-comma"));
        let args = [("count", unknown.len().into()), ("names", names.into())];
        return vec![text.with("cli-account-own-words-many", &args)];
    }
    let told = |(name, kind): &(String, AccountKind)| {
        let kind = text.get(&format!("word-kind-{}", kind.word()));
        let args = [("name", name.as_str().into()), ("kind", kind.into())];
        text.with("cli-account-own-words", &args)
    };
    unknown.iter().map(told).collect()
}

/// What there is to say about a name that no account has: which one it is taken for,
/// or that none is known. What could be several is refused; a kind says that the
/// person's own words are meant.
fn doubt(
    about: &CaseContext<'_>,
    name: &str,
    kind: Option<AccountKind>,
) -> Result<Option<Doubt>, Failure> {
    let text = &about.context.text;
    let lang = text.lang();
    let say =
        |key: &str, other: &str| text.with(key, &[("name", name.into()), ("other", other.into())]);
    match known().meaning(name) {
        Meant::Named(_) => Ok(None),
        Meant::Begun(one) => Ok(Some(Doubt::Note(say("cli-account-taken-for", one.name_in(lang))))),
        _ if kind.is_some() => Ok(None),
        Meant::Unknown => Ok(Some(Doubt::Unknown(known().draft(name, lang).kind))),
        one_of @ Meant::OneOf(_) => {
            let names = one_of.names(lang).join(&text.get("word-comma"));
            let failure = Failure::usage(say("cli-account-which", &names));
            Err(failure.hint(Some(text.get("cli-account-which-hint").into_owned())))
        }
    }
}

fn set(about: &CaseContext<'_>, matches: &ArgMatches) -> Result<Vec<Change>, Failure> {
    let state = state(matches).unwrap_or_default();
    let to = arguments::line(matches, "to");
    let until = about.date(matches, "until")?;
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
