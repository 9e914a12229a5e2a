//! Why a change was not made. The words for it are in the room `text`.

use jiff::civil::Date;

use super::{Complaint, Id, Item, Route, Stage, Window};

/// A change that was refused; nothing was altered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum Refusal {
    /// No case has this id.
    NoSuchCase(Id),
    /// The case and its playbook have nothing by this name.
    NoSuchItem(String),
    /// The item is nothing that is ticked or waived.
    NotCheckable(Item),
    /// No file stands for such an item.
    TakesNoFile(Item),
    /// `--settled` was said of an item that knows no debt.
    NotSettleable(Item),
    /// Something required is open: these items gate the application.
    Blocked(Vec<Item>),
    /// The line is left to lapse: nothing is submitted on that route.
    Lapsing,
    /// The line is kept: nothing is submitted while it is.
    Kept,
    /// The carrier is asked to cancel the line: this is about another way out.
    Applying,
    /// The number is taken to another carrier: this one is not asked to end the line.
    Porting,
    /// The carrier's playbook does not have this way out.
    NoSuchRoute(Route),
    /// Another carrier is asked to end the line: this one gets no application.
    AskedElsewhere,
    /// An application is under review already.
    AlreadyPending(Date),
    /// No application is waiting for an outcome.
    NothingPending,
    /// The carrier has not been asked yet, as far as the log says; from when it can be
    /// done once it was.
    AskFirst(Option<Complaint>),
    /// It can be done from this day.
    TooEarly(Date),
    /// The case is over; nothing of this sort can be done on it any more.
    Over(Stage),
    /// The carrier is not reached that way.
    NoChannel,
    /// It can be said to be done from this day on.
    NotYet(Date),
    /// These accounts still use the number: the case is not closed.
    StillUsed(Vec<Item>),
    /// No source says how long the carrier may take, and it named no day.
    NoTerm,
    /// The line is in the person's own name: nobody has to authorise them.
    OwnLine,
    /// The holder has not authorised the person to ask: this document is missing.
    Unauthorised(Item),
    /// The carrier has refused the document in which the holder authorises the person.
    AuthorisationRefused(Item),
    /// The line itself has ended after this day, by what is known of it.
    Ended(Date),
    /// A name, title or label is missing.
    NoName,
    /// A reason is missing.
    NoReason,
    /// There is one by this name already.
    Duplicate(String),
    /// A past event cannot lie in the future.
    Future {
        /// The date given.
        given: Date,
        /// Today where the carrier is.
        today: Date,
    },
    /// The date lies before the day the case was opened.
    BeforeCase {
        /// The date given.
        given: Date,
        /// The day the case was opened.
        opened: Date,
    },
    /// The date lies before the event it answers.
    BeforeEvent {
        /// The date given.
        given: Date,
        /// The day of the event.
        event: Date,
    },
    /// More time must end later than the window does.
    NotLater {
        /// The date given.
        given: Date,
        /// The last day so far.
        latest: Date,
    },
    /// The date lies further off than any review takes.
    TooFar {
        /// The date given.
        given: Date,
        /// The last day that is believed.
        limit: Date,
    },
    /// The window is empty, reversed, or too long.
    NoWindow(Window),
    /// A day cannot be both off and worked.
    OffAndWorked(Date),
    /// Too many days on which the carrier differs from the tables.
    TooManyDays(usize),
    /// The line cannot stop receiving before it stops calling.
    GraceBeforeActive {
        /// Active until.
        active: Date,
        /// Grace until.
        grace: Date,
    },
    /// What was given for a phone number does not look like one.
    NotANumber(String),
    /// The number that an account would have is that of the line itself.
    OwnNumber(String),
    /// The number that the line would have is the one to which this account was moved.
    MovedThere(Item, String),
    /// The obstacle is out of the way already.
    AlreadyResolved(Date),
    /// The contact of this day holds no promise.
    NoPromise(Date),
    /// This entry of the agenda ends by what it is about; nobody ticks it.
    EndsByItself(Id),
    /// An entry of the agenda cannot be put off to a day that is not to come.
    SnoozePast {
        /// The date given.
        given: Date,
        /// Today where the carrier is.
        today: Date,
    },
    /// An entry of the agenda cannot be put off beyond its own day.
    SnoozeBeyond {
        /// The date given.
        given: Date,
        /// The day of the entry.
        limit: Date,
    },
    /// A look of the watch cannot be put off beyond the last day on which the number
    /// rests.
    SnoozeWatch {
        /// The date given.
        given: Date,
        /// That last day.
        limit: Date,
    },
    /// This account does not use the number any more; no tick says otherwise.
    AccountDone(Item),
    /// A day to wait until was given for an account that does not wait.
    NotWaiting,
    /// Only a rejection names what was criticised.
    NotRejected,
    /// The carrier can criticise preconditions and documents, not this.
    NotCriticisable(Item),
    /// The carrier has refused the file of this document: it takes a new one.
    NeedsNewFile(Item),
    /// The carrier has refused this very file.
    SameFile(Item),
    /// What keeps the line alive could be refused until this day.
    RefusedLate(Date),
    /// Only what is closed or was given up can be put away.
    NotClosed(Stage),
    /// The number rests until this day: the case is not closed before.
    Resting(Date),
    /// The carrier's confirmation is missing, without which the case is not closed; the
    /// number may rest besides, until this day.
    Unconfirmed(Option<Date>),
    /// The case was put away on this day.
    Archived(Date),
    /// The book is looked at as it was on this day.
    Past(Date),
    /// Nothing has been done that could be undone.
    NothingToUndo,
    /// Nothing was undone that could be redone.
    NothingToRedo,
}
