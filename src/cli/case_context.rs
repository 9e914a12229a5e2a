//! One case with everything that a command needs to decide or to tell about it.

use jiff::civil::Date;
use serde_json::Value;

use super::{context::Context, failure::Failure, output::Output};
use crate::{
    domain::{Book, Case, Change, Item, Keyed, Procedure, Refusal, Status},
    playbook::{Library, Playbook, Words},
    text::DatePlace,
};

/// A case, its playbook and today.
pub(super) struct CaseContext<'a> {
    pub(super) context: &'a Context,
    pub(super) case: &'a Case,
    pub(super) playbook: &'a Playbook,
    /// The day it is where the carrier is.
    pub(super) today: Date,
    /// The case's own playbook cannot be used and the generic one stands in.
    pub(super) note: Option<String>,
}

impl<'a> CaseContext<'a> {
    pub(super) fn new(
        context: &'a Context,
        library: &'a Library,
        case: &'a Case,
    ) -> Result<Self, Failure> {
        let (playbook, note) = context.playbook_of(library, case)?;
        Ok(Self { context, case, playbook, today: context.today(playbook), note })
    }

    /// The case that is meant, and what there is to note about the choice.
    pub(super) fn chosen(
        context: &'a Context,
        library: &'a Library,
        book: &'a Book,
    ) -> Result<(Self, Vec<String>), Failure> {
        let (case, mut notes) = context.case(book)?;
        let case = Self::new(context, library, case)?;
        notes.extend(case.note.clone());
        Ok((case, notes))
    }

    /// Speaks about the case.
    pub(super) fn words(&self) -> Words<'a> {
        let (case, playbook) = (self.case, self.playbook);
        Words { case, playbook, text: &self.context.text, today: self.today }
    }

    /// What follows from the case today.
    pub(super) fn status(&self) -> Status {
        self.playbook.status(self.case, self.today)
    }

    /// Whose working days and whose time count in the dates that are typed.
    pub(super) fn days_of(&self) -> DatePlace {
        let zone = Some(self.playbook.time_zone(&Context::home()));
        DatePlace { workdays: self.playbook.workdays_under(&self.case.terms), zone }
    }

    /// What the playbook asks, for the rules.
    pub(super) fn procedure(&self) -> Procedure {
        self.playbook.procedure()
    }

    /// The item that is named: by its id, or by what stands behind the colon where only one
    /// is called so.
    pub(super) fn item(&self, named: &str) -> Result<Item, Refusal> {
        if let Ok(item) = named.parse() {
            return Ok(item);
        }
        let status = self.status();
        let accounts = self.case.accounts.iter().map(Keyed::item);
        let all = status.items.iter().map(|one| one.item.clone()).chain(accounts);
        let mut called = all.filter(|item| item.id.as_str() == named);
        match (called.next(), called.next()) {
            (Some(item), None) => Ok(item),
            _ => Err(Refusal::NoSuchItem(named.to_owned())),
        }
    }

    /// What a rule made, as the only change.
    pub(super) fn one(&self, made: Result<Change, Refusal>) -> Result<Vec<Change>, Failure> {
        made.map(|change| vec![change]).map_err(|refusal| self.refused(&refusal))
    }

    /// A refusal as a failure, with the names of this case.
    pub(super) fn refused(&self, refusal: &Refusal) -> Failure {
        Failure::of_rule(&self.words(), refusal)
    }
}

/// Tells something about the case that is meant, without changing it.
pub(super) fn tell(
    context: &Context,
    tell: impl FnOnce(&Words<'_>, &Status) -> (String, Value),
) -> Result<Output, Failure> {
    let (book, library) = (context.load()?.book, context.playbooks());
    let (case, notes) = CaseContext::chosen(context, &library, &book)?;
    let (told, data) = tell(&case.words(), &case.status());
    Ok(Output::new(told, data).notes(notes))
}
