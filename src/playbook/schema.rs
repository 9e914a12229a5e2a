//! A playbook: the carrier's procedure, as its file holds it.

use std::cell::OnceCell;

use super::{
    AtHand, CalendarOverrides, Channel, Document, Ends, Ground, Lapse, Letter, LookFor, Obstacle,
    Porting, Precondition, Question, Reach, Refund, RefundKind, Registration, ReviewWindow,
    Safeguard, Source, Step,
};
use crate::{
    calendar::Calendar,
    domain::{self, Id, Period, Procedure, Route, Terms, Workdays},
    text::{Lang, Localized},
};
use jiff::civil::Date;

/// A carrier's procedure, every text in every language it was written in; what it
/// inherits is filled in.
#[derive(Clone, Debug)]
pub struct Playbook {
    /// What cases refer to it by.
    pub id: Id,
    /// What the carrier is called.
    pub name: Localized,
    /// What letters call it, where its name says more than that.
    pub carrier: Option<Localized>,
    /// It stands for any of several carriers: its name is that of none, so that letters
    /// leave a line for it.
    pub several: bool,
    /// What letters call a line of it: a prepaid line, where nothing else is said.
    pub line: Option<Localized>,
    /// The zone in which its days begin, as in the IANA database; nothing
    /// means the person's own.
    pub zone: Option<String>,
    /// The day the whole of it was last gone through.
    pub verified: Date,
    /// What it is for, in a sentence or two.
    pub about: Localized,
    /// Where its facts come from.
    pub sources: Vec<Source>,
    /// What a person can do with a line of this carrier, the usual way first.
    pub routes: Vec<Route>,
    /// How a line ends by itself.
    pub ends: Option<Ends>,
    /// What happens to credit that is left.
    pub refund: Option<Refund>,
    /// Taking the number to another carrier.
    pub porting: Option<Porting>,
    /// What nobody has found out yet: the call script asks it.
    pub questions: Vec<Question>,
    /// What must hold before applying.
    pub preconditions: Vec<Precondition>,
    /// The papers.
    pub documents: Vec<Document>,
    /// What to save first.
    pub safeguards: Vec<Safeguard>,
    /// Ways to reach the carrier.
    pub channels: Vec<Channel>,
    /// What to have at hand when doing so.
    pub at_hand: Vec<AtHand>,
    /// Submitting.
    pub application: Step,
    /// How long it takes.
    pub review: ReviewWindow,
    /// When the answer is yes.
    pub confirmation: Step,
    /// Letting the line expire instead.
    pub lapse: Lapse,
    /// Lines that end by how they were registered.
    pub registrations: Vec<Registration>,
    /// What can come in the way.
    pub obstacles: Vec<Obstacle>,
    /// The languages in which the carrier reads letters, its first choice first;
    /// English where none is named.
    pub letter_languages: Vec<String>,
    /// What to say and to hand over. Those of the generic playbook stand in
    /// for what is missing.
    pub letters: Vec<Letter>,
    /// Accounts to look for.
    pub look_for: Vec<LookFor>,
    /// Days that count for the carrier, read when first asked for.
    pub(super) days: OnceCell<Option<Calendar>>,
    /// Days on which the person knows better than the tables, for all cases.
    pub(super) overrides: CalendarOverrides,
}

/// The letter to a forum among those that every playbook has.
pub(super) const USUAL_COMPLAINT: &str = "complaint";

impl Playbook {
    /// What the rules need of it.
    pub(crate) fn procedure(&self) -> Procedure {
        let precondition = |rule: &Precondition| domain::Precondition {
            id: rule.id.clone(),
            follows_accounts: rule.follows_accounts,
            can_settle: rule.can_settle,
            routes: rule.routes.clone(),
        };
        let document =
            |one: &Document| domain::Document { id: one.id.clone(), needed: one.needed.clone() };
        let forums = self.channels.iter().filter(|channel| channel.complaint);
        let own = self.letters.iter().filter(|one| one.needs.contains(&Ground::Complaint));
        // The usual letter stands in where a playbook has none of its own.
        let complaints = own.map(|letter| letter.id.clone()).chain([Id::new(USUAL_COMPLAINT)]);
        let credit = self.safeguards.iter().find(|one| one.of_credit);
        Procedure {
            preconditions: self.preconditions.iter().map(precondition).collect(),
            documents: self.documents.iter().map(document).collect(),
            safeguards: self.safeguards.iter().map(|one| one.id.clone()).collect(),
            obstacles: self.obstacles.iter().map(|one| one.id.clone()).collect(),
            forums: forums.map(|channel| channel.id.clone()).collect(),
            complaints: complaints.collect(),
            elsewhere: self.application.elsewhere,
            chases: self.review.chase.is_some(),
            registrations: self.registrations.iter().map(|one| one.rule).collect(),
            credit: credit.map(|one| one.id.clone()),
            credit_dies: self.refund.as_ref().is_some_and(|one| one.given == RefundKind::None),
            port_kills_credit: self.porting.as_ref().and_then(|one| one.kills_credit) == Some(true),
            rest: self.lapse.rest.as_ref().map(|rest| rest.lasts),
            rule: self.ends.as_ref().map(|ends| ends.rule).unwrap_or_default(),
            prolonging: self.ends.as_ref().and_then(|ends| ends.prolonging.clone()),
            no_grace: self.ends.as_ref().is_some_and(|ends| !ends.grace),
            refund: self.refund.as_ref().and_then(|refund| refund.until),
            routes: self.routes.clone(),
            workdays: self.workdays(),
        }
    }

    /// Every span that it names.
    fn spans(&self) -> impl Iterator<Item = Period> {
        let ends = self.ends.as_ref();
        let rule = ends.and_then(|ends| ends.rule.counted());
        let more = ends.and_then(|ends| ends.prolonging.as_ref()).map(|more| more.lasts);
        let rest = self.lapse.rest.as_ref().map(|rest| rest.lasts);
        let registered = self.registrations.iter().map(|one| one.rule.lasts);
        let refund = self.refund.as_ref().and_then(|one| one.until).map(|one| one.lasts);
        rule.into_iter().chain(more).chain(refund).chain(rest).chain(registered)
    }

    /// What counts the working days of its spans: the days of the carrier's region, read
    /// only where a span needs them.
    pub(super) fn workdays(&self) -> Workdays {
        let needed = self.spans().any(|span| matches!(span, Period::WorkingDays(_)));
        let calendar = needed.then(|| self.calendar(&Terms::default())).flatten();
        calendar.map(|calendar| Workdays::by(calendar.into_owned())).unwrap_or_default()
    }

    /// The ids of everything that a playbook built on this one can leave out.
    pub(super) fn part_ids(&self) -> impl Iterator<Item = &Id> {
        let preconditions = self.preconditions.iter().map(|one| &one.id);
        let documents = self.documents.iter().map(|one| &one.id);
        let safeguards = self.safeguards.iter().map(|one| &one.id);
        let channels = self.channels.iter().map(|one| &one.id);
        let at_hand = self.at_hand.iter().map(|one| &one.id);
        let obstacles = self.obstacles.iter().map(|one| &one.id);
        let questions = self.questions.iter().map(|one| &one.id);
        let lists = preconditions.chain(documents).chain(safeguards).chain(channels);
        lists.chain(at_hand).chain(obstacles).chain(questions)
    }

    /// What letters call the carrier; nothing where nobody knows which one it is.
    pub(crate) fn carrier(&self) -> Option<&Localized> {
        self.carrier.as_ref().or((!self.several).then_some(&self.name))
    }

    /// The languages in which the carrier reads letters, at least one.
    pub(crate) fn letter_languages(&self) -> Vec<Lang> {
        let known: Vec<Lang> =
            self.letter_languages.iter().filter_map(|tag| Lang::of_tag(tag)).collect();
        if known.is_empty() { vec![Lang::En] } else { known }
    }

    /// The language of a letter from somebody who reads `own`: the same one if
    /// the carrier reads it, else the carrier's first.
    pub(crate) fn letter_language(&self, own: Lang) -> Lang {
        let known = self.letter_languages();
        let same = known.iter().find(|lang| **lang == own);
        same.or(known.first()).copied().unwrap_or_default()
    }

    /// The channels in the order in which to try them: what works from where the
    /// person is, then the places to complain, then what does not work from there.
    pub(crate) fn channels_from(&self, abroad: bool) -> Vec<&Channel> {
        let mut all: Vec<&Channel> = self.channels.iter().collect();
        all.sort_by_key(|one| {
            let reach = one.reach(abroad);
            (reach == Reach::No, one.complaint, reach, one.hope().filter(|_| abroad))
        });
        all
    }

    /// Whether a way to the carrier is known that works from abroad.
    pub(crate) fn is_reached_from_abroad(&self) -> bool {
        let known = |reach| matches!(reach, Reach::Yes | Reach::Roaming);
        self.channels.iter().any(|one| !one.complaint && known(one.reach(true)))
    }

    /// The sources named by `ids`, in that order.
    pub fn sources<'a>(&'a self, ids: &'a [Id]) -> impl Iterator<Item = &'a Source> {
        ids.iter().filter_map(|id| self.sources.iter().find(|source| source.id == *id))
    }
}
