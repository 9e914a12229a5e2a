//! What the dated things of a case are, and what can be done about each.
//!
//! Owns: the kinds, their words and the ends of their ids. Must not know: which
//! dates there are (`agenda.rs`).

use super::{Id, Item, named};

named! {
    /// What a dated thing is, in the order in which things of one day are told.
    #[derive(PartialOrd, Ord)]
    pub enum AgendaKind {
        /// The carrier promised an answer by this day.
        Promise = "promise",
        /// The person expects an answer to a letter or a question by this day;
        /// nobody promised it.
        AnswerBy = "answer_by",
        /// The person waits until this day for what an account elsewhere does.
        AccountWait = "account_wait",
        /// The line has ended, and this account still uses its number.
        StillUsed = "still_used",
        /// The person wants to look at an obstacle again.
        FollowUp = "follow_up",
        /// An answer to the pending application can come from this day on.
        Earliest = "earliest",
        /// The last day before the answer is late.
        Latest = "latest",
        /// The day to ask again, in writing.
        Reminder = "reminder",
        /// The day from which a forum takes the complaint.
        Complaint = "complaint",
        /// The last day on which leftover credit can be used or moved.
        CreditAtRisk = "credit_at_risk",
        /// The last day on which the line can call and send.
        ActiveUntil = "active_until",
        /// The last day on which it receives.
        GraceUntil = "grace_until",
        /// The day a registration of its class ends, and the line with it.
        RegistrationEnd = "registration_end",
        /// The line ends on this day unless it is used before.
        UseBy = "use_by",
        /// A line that is kept has to be topped up by this day.
        ExtendBy = "extend_by",
        /// The last day to refuse what would keep the line alive.
        RefuseBy = "refuse_by",
        /// Credit can keep the line alive until this day.
        ProlongedUntil = "prolonged_until",
        /// The last day to ask for the credit that is left.
        RefundBy = "refund_by",
        /// The number rests: sign in once to each account that was moved.
        SignIn = "sign_in",
        /// The number rests: look for mails about recovered accounts.
        Recovery = "recovery",
        /// The case waits for nothing but the carrier's confirmation from this day on.
        Confirmation = "confirmation",
        /// The number has rested: somebody else may have it.
        WatchEnd = "watch_end",
    }
}

impl AgendaKind {
    /// What an id ends in after the thing that the entry is about:
    /// `application-1.latest`.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::AnswerBy => "answer",
            Self::AccountWait => "wait",
            Self::StillUsed => "still-used",
            Self::FollowUp => "follow-up",
            Self::Earliest => "earliest",
            Self::Latest => "latest",
            Self::Reminder => "nudge",
            Self::Complaint => "complaint",
            Self::CreditAtRisk => "credit",
            Self::ActiveUntil => "active",
            Self::GraceUntil => "lapse",
            Self::RegistrationEnd => "registration",
            Self::UseBy => "use",
            Self::ExtendBy => "extend",
            Self::RefuseBy => "refuse",
            Self::ProlongedUntil => "prolonged",
            Self::RefundBy => "refund",
            Self::SignIn => "sign-in",
            Self::Recovery => "recovery",
            Self::Confirmation => "confirmation",
            Self::WatchEnd => "gone",
        }
    }

    /// What an entry is and what it is about, by its id alone: the entry itself
    /// may be gone.
    pub(crate) fn of_id(id: &Id) -> Option<(Self, Option<Item>)> {
        let (about, suffix) = id.as_str().rsplit_once('.')?;
        let kind = Self::ALL.into_iter().find(|kind| kind.suffix() == suffix)?;
        let about = about.split_once('-').map(|(kind, id)| format!("{kind}:{id}"));
        Some((kind, about.and_then(|item| item.parse().ok())))
    }

    /// Something has to happen by then, so it can be late.
    pub(crate) fn is_deadline(self) -> bool {
        !matches!(self, Self::Earliest | Self::WatchEnd)
    }

    /// Once its day has passed, something is late. The others have come on that day, and
    /// go on: what can be done since then, and what has ended.
    pub(crate) fn is_late_then(self) -> bool {
        let since = matches!(
            self,
            Self::Complaint
                | Self::Confirmation
                | Self::StillUsed
                | Self::Recovery
                | Self::SignIn
                | Self::ActiveUntil
                | Self::GraceUntil
                | Self::RegistrationEnd
                | Self::ProlongedUntil
        );
        self.is_deadline() && !since
    }

    /// It ends something about the line that cannot be brought back. The person
    /// is told long before, and cannot put it off.
    pub(crate) fn is_of_the_line(self) -> bool {
        matches!(
            self,
            Self::CreditAtRisk
                | Self::ActiveUntil
                | Self::GraceUntil
                | Self::RegistrationEnd
                | Self::UseBy
                | Self::ExtendBy
                | Self::RefuseBy
                | Self::RefundBy
        )
    }

    /// The person can say that it is done. The others end by what they are
    /// about: an outcome, or the line's own dates.
    pub(crate) fn can_be_done(self) -> bool {
        matches!(
            self,
            Self::Promise
                | Self::AnswerBy
                | Self::AccountWait
                | Self::FollowUp
                | Self::Reminder
                | Self::Complaint
                | Self::UseBy
                | Self::RefuseBy
                | Self::RefundBy
                | Self::SignIn
                | Self::Recovery
        )
    }

    /// The person cannot say that it is done, and has to do something all the same.
    pub(crate) fn is_to_be_seen_to(self) -> bool {
        matches!(self, Self::Confirmation | Self::StillUsed | Self::ActiveUntil)
    }

    /// So many days before it comes it matters by itself.
    pub(crate) fn notice(self) -> i32 {
        if self.is_of_the_line() { 14 } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A mark on the agenda may be all that is left of an entry.
    #[test]
    fn an_entry_is_known_by_its_id_alone() {
        for kind in AgendaKind::ALL {
            let id = Id::new(format!("application-1.{}", kind.suffix()));
            assert_eq!(AgendaKind::of_id(&id), Some((kind, "application:1".parse().ok())));
        }
        assert_eq!(AgendaKind::of_id(&Id::new("line.gone")), Some((AgendaKind::WatchEnd, None)));
        for other in ["line", "line.nonsense", ""] {
            assert_eq!(AgendaKind::of_id(&Id::new(other)), None);
        }
    }

    /// What is called late, what a person ticks, and what is seen to without a tick.
    #[test]
    fn each_kind_is_over_in_its_own_way() {
        use AgendaKind as K;
        let late = [
            (K::Promise, true, true, false),
            (K::Latest, true, false, false),
            (K::UseBy, true, true, false),
            (K::Earliest, false, false, false),
            (K::WatchEnd, false, false, false),
            (K::Complaint, false, true, false),
            (K::SignIn, false, true, false),
            (K::Confirmation, false, false, true),
            (K::StillUsed, false, false, true),
            (K::ActiveUntil, false, false, true),
            (K::GraceUntil, false, false, false),
        ];
        for (kind, late, done, seen_to) in late {
            let is = (kind.is_late_then(), kind.can_be_done(), kind.is_to_be_seen_to());
            assert_eq!(is, (late, done, seen_to), "{kind:?}");
        }
        assert!(
            !K::Earliest.is_deadline() && !K::WatchEnd.is_deadline() && K::Latest.is_deadline()
        );
    }
}
