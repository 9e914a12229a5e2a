//! The errors of the rooms below as failures: exit code, words and hint.

use std::{io, path::Path};

use super::failure::{Failure, did_you_mean};
use crate::{
    domain::{Book, Item, Refusal},
    playbook::{PlaybookError, Words},
    shell::{describe_missing, describe_save_error, describe_unreadable, io_words},
    store::{SaveError, Unreadable},
    text::{DateFault, Text, clean_line, nearest},
};

/// A path as it is printed.
pub(super) fn shown(path: &Path) -> String {
    clean_line(&path.display().to_string())
}

impl Failure {
    /// The book cannot be read.
    pub(super) fn of_book(text: &Text, unreadable: &Unreadable) -> Self {
        let (message, hint) = describe_unreadable(text, unreadable);
        Self::unreadable(message).hint(Some(hint).filter(|hint| !hint.is_empty()))
    }

    /// The book was not saved.
    pub(super) fn of_save(text: &Text, error: &SaveError) -> Self {
        let message = describe_save_error(text, error);
        match error {
            SaveError::ChangedElsewhere | SaveError::Locked | SaveError::Gone => {
                Self::locked(message)
            }
            SaveError::Newer(_) => Self::unreadable(message),
            SaveError::Format(_) | SaveError::Unsound(_) | SaveError::Io(..) => {
                Self::failed(message)
            }
        }
    }

    /// A file was not written. One that is there already is named as such.
    pub(super) fn of_write(text: &Text, path: &Path, error: &io::Error) -> Self {
        let path = ("path", shown(path).into());
        if error.kind() == io::ErrorKind::AlreadyExists {
            return Self::failed(text.with("cli-exists", &[path]));
        }
        Self::failed(text.with("fault-not-saved", &[path, ("what", io_words(text, error).into())]))
    }

    /// A file that was named cannot be read.
    pub(super) fn of_read(text: &Text, path: &Path, error: &io::Error) -> Self {
        let what = match error.kind() {
            io::ErrorKind::InvalidInput => text.get("fault-not-a-file").into_owned(),
            io::ErrorKind::InvalidData => text.get("fault-import-not-text").into_owned(),
            _ => io_words(text, error),
        };
        let args = [("place", shown(path).into()), ("what", what.into())];
        let message = text.with("fault-unreadable", &args);
        match error.kind() {
            io::ErrorKind::NotFound => Self::not_found(message),
            _ => Self::unreadable(message),
        }
    }

    /// A playbook cannot be used.
    pub(super) fn of_playbook(text: &Text, missing: &PlaybookError) -> Self {
        let (message, hint) = describe_missing(text, missing);
        let failure = match missing {
            PlaybookError::Unknown(..) => Self::not_found(message),
            PlaybookError::Faulty(..) => Self::unreadable(message),
        };
        failure.hint(hint)
    }

    /// What was given for a date is none.
    pub(super) fn of_date(text: &Text, fault: &DateFault) -> Self {
        Self::usage(text.date_fault(fault))
    }

    /// A change was refused, where no case is at hand to name its items by.
    pub(super) fn of_refusal(text: &Text, refusal: &Refusal, book: &Book) -> Self {
        let near = match refusal {
            Refusal::NoSuchCase(id) => {
                nearest(id.as_str(), book.cases.iter().map(|case| case.id.as_str()))
            }
            _ => Vec::new(),
        };
        refused(text, refusal, &text.refusal(refusal, Item::to_string), &near)
    }

    /// A change of a case was refused.
    pub(super) fn of_rule(words: &Words<'_>, refusal: &Refusal) -> Self {
        let items = words.case.items(&words.playbook.procedure());
        let items: Vec<String> = items.iter().map(Item::to_string).collect();
        let near = match refusal {
            Refusal::NoSuchItem(given) => near_items(given, &items),
            _ => Vec::new(),
        };
        refused(words.text, refusal, &words.refusal(refusal), &near)
    }
}

fn refused(text: &Text, refusal: &Refusal, told: &str, near: &[&str]) -> Failure {
    let message = clean_line(told);
    let failure = match refusal {
        Refusal::NoSuchCase(_) | Refusal::NoSuchItem(_) => Failure::not_found(message),
        Refusal::NoName
        | Refusal::NoReason
        | Refusal::NotANumber(_)
        | Refusal::NotRejected
        | Refusal::NotCriticisable(_) => Failure::usage(message),
        _ => Failure::not_allowed(message),
    };
    let near: Vec<String> = near.iter().map(|name| format!("`{name}`")).collect();
    failure.hint(match refusal {
        Refusal::Blocked(items) => {
            let items: Vec<String> = items.iter().map(Item::to_string).collect();
            Some(text.with("cli-hint-blocked", &[("items", items.join(" ").into())]))
        }
        Refusal::NotCheckable(item) | Refusal::TakesNoFile(item) => {
            let key = format!("cli-hint-item-{}", item.kind.word());
            Some(text.with(&key, &[("id", item.id.as_str().into())]))
        }
        _ => did_you_mean(text, &near.join(&text.get("word-comma"))),
    })
}

/// The items that have just the given id, else those whose name is close.
fn near_items<'a>(given: &str, items: &'a [String]) -> Vec<&'a str> {
    let bare = given.rsplit(':').next().unwrap_or(given);
    let items = || items.iter().map(String::as_str);
    let same = |item: &&str| item.split_once(':').is_some_and(|(_, id)| id == bare);
    let same: Vec<&str> = items().filter(same).collect();
    if same.is_empty() { nearest(given, items()) } else { same }
}
