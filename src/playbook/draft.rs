//! A playbook as its file holds it, before what it inherits is filled in.
//!
//! Owns: which fields a file may leave out, and what stands there then. Must not
//! know: how a file is read.

use std::cell::OnceCell;

use jiff::civil::Date;
use serde::Deserialize;

use super::{
    AtHand, BUILT_IN, CalendarOverrides, Channel, Document, Ends, Lapse, Letter, LookFor, Obstacle,
    Playbook, Porting, Precondition, Question, Refund, Registration, ReviewWindow, Safeguard,
    Source, Step, way_out::ways_out,
};
use crate::{
    domain::{Id, Needed, Route},
    text::{Localized, read_packed},
};

/// Whether other playbooks can be built on one: it comes with the program.
pub(crate) fn is_built_in(id: &Id) -> bool {
    BUILT_IN.contains(&id.as_str())
}

/// A playbook of which fields may be missing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Draft {
    pub(super) id: Option<Id>,
    /// The playbook whose parts stand where this one has none.
    pub(super) extends: Option<Id>,
    /// Ids of things of that playbook which this one does not have.
    pub(super) without: Vec<Id>,
    pub(super) name: Option<Localized>,
    pub(super) carrier: Option<Localized>,
    pub(super) several: bool,
    pub(super) line: Option<Localized>,
    pub(super) zone: Option<String>,
    pub(super) verified: Option<Date>,
    pub(super) about: Option<Localized>,
    pub(super) sources: Vec<Source>,
    #[serde(deserialize_with = "ways_out")]
    pub(super) routes: Vec<Route>,
    pub(super) ends: Option<Ends>,
    pub(super) refund: Option<Refund>,
    pub(super) porting: Option<Porting>,
    pub(super) questions: Vec<Question>,
    pub(super) preconditions: Vec<Precondition>,
    pub(super) documents: Vec<Document>,
    pub(super) safeguards: Vec<Safeguard>,
    pub(super) channels: Vec<Channel>,
    pub(super) at_hand: Vec<AtHand>,
    pub(super) application: Option<Step>,
    pub(super) review: Option<ReviewWindow>,
    pub(super) confirmation: Option<Step>,
    pub(super) lapse: Option<Lapse>,
    pub(super) registrations: Vec<Registration>,
    pub(super) obstacles: Vec<Obstacle>,
    pub(super) letter_languages: Vec<String>,
    pub(super) letters: Vec<Letter>,
    pub(super) look_for: Vec<LookFor>,
}

/// A thing of a playbook that a playbook built on it can replace or drop.
trait Part: Clone {
    fn id(&self) -> &Id;
}

macro_rules! parts {
    ($($part:ident)+) => { $(impl Part for $part { fn id(&self) -> &Id { &self.id } })+ };
}
parts! { Source Precondition Document Safeguard Channel AtHand Obstacle Question }

/// What is new, then everything of the base that is not dropped, each in the words
/// of `own` where that has some.
fn over<T: Part>(own: &[T], base: &[T], without: &[Id]) -> Vec<T> {
    let named = |list: &[T], id: &Id| list.iter().find(|one| one.id() == id).cloned();
    let fresh = own.iter().filter(|one| named(base, one.id()).is_none()).cloned();
    let rest = base.iter().filter(|one| !without.contains(one.id()));
    let rest = rest.map(|one| named(own, one.id()).unwrap_or_else(|| one.clone()));
    fresh.chain(rest).collect()
}

/// The same list, or the base's where it is empty.
fn or<T: Clone>(own: Vec<T>, base: &[T]) -> Vec<T> {
    if own.is_empty() { base.to_vec() } else { own }
}

/// The documents, with the holder's authorisation: a line can be in the name of somebody
/// else with any carrier, also where a file of the person's own does not say so.
fn with_authorisation(documents: Vec<Document>, without: &[Id]) -> Vec<Document> {
    let is_it = |one: &Document| one.needed == Needed::OnBehalf;
    if documents.iter().any(is_it) {
        return documents;
    }
    let generic = Draft::built_in("generic").map(|draft| draft.documents).unwrap_or_default();
    let named = |one: &Document| documents.iter().any(|own| own.id == one.id);
    let usual = generic.into_iter().filter(|one| is_it(one) && !named(one));
    let usual: Vec<Document> = usual.filter(|one| !without.contains(&one.id)).collect();
    documents.into_iter().chain(usual).collect()
}

impl Draft {
    /// One that comes with the program.
    pub(super) fn built_in(id: &str) -> Option<Self> {
        read_packed(&format!("playbooks/{id}.ron")).ok()
    }

    /// The playbook that this one is built on, as it comes with the program.
    pub(super) fn base(&self) -> Option<Playbook> {
        let draft = Self::built_in(self.extends.as_ref()?.as_str())?;
        let base = draft.base();
        draft.complete(base.as_ref())
    }

    /// The playbook, where all is there that must be.
    pub(super) fn complete(self, base: Option<&Playbook>) -> Option<Playbook> {
        let empty = Vec::new();
        macro_rules! merged {
            ($field:ident) => {
                over(&self.$field, base.map_or(&[], |base| base.$field.as_slice()), &self.without)
            };
        }
        macro_rules! inherited {
            ($field:ident) => {
                self.$field.or_else(|| base.map(|base| base.$field.clone()))
            };
        }
        Some(Playbook {
            id: self.id?,
            name: self.name?,
            // Both go with the name, so neither is inherited.
            carrier: self.carrier,
            several: self.several,
            line: self.line.or_else(|| base.and_then(|base| base.line.clone())),
            zone: self.zone.or_else(|| base.and_then(|base| base.zone.clone())),
            verified: self.verified?,
            about: self.about?,
            sources: merged!(sources),
            routes: or(
                self.routes,
                base.map_or(&[Route::Apply, Route::Lapse], |base| &base.routes),
            ),
            ends: self.ends.or_else(|| base.and_then(|base| base.ends.clone())),
            refund: self.refund.or_else(|| base.and_then(|base| base.refund.clone())),
            porting: self.porting.or_else(|| base.and_then(|base| base.porting.clone())),
            questions: merged!(questions),
            preconditions: merged!(preconditions),
            documents: with_authorisation(merged!(documents), &self.without),
            safeguards: merged!(safeguards),
            channels: merged!(channels),
            at_hand: merged!(at_hand),
            application: inherited!(application)?,
            review: inherited!(review)?,
            confirmation: inherited!(confirmation)?,
            lapse: inherited!(lapse)?,
            registrations: or(self.registrations, base.map_or(&empty, |base| &base.registrations)),
            obstacles: merged!(obstacles),
            letter_languages: or(
                self.letter_languages,
                base.map_or(&[], |base| &base.letter_languages),
            ),
            // Those of the base stand in for what is missing whenever letters are
            // asked for (`library.rs`).
            letters: self.letters,
            look_for: or(self.look_for, base.map_or(&[], |base| &base.look_for)),
            days: OnceCell::new(),
            overrides: CalendarOverrides::default(),
        })
    }
}
