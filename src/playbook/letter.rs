//! A letter as its file holds it: paragraphs of sentences, each with the ground
//! on which it may be said.
//!
//! Must not know: a case, or how a blank is filled in (`words/letter.rs`).

use serde::Deserialize;

use super::way_out::ways_out;
use crate::{
    domain::{Asked, Id, Item, Route},
    text::Localized,
};

/// Something to say or to hand over, with blanks for what the case knows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Stable, unique among the letters.
    pub id: Id,
    /// What it is called.
    pub title: Localized,
    /// When it is needed, and advice to the person. It never stands in the
    /// letter itself.
    #[serde(default)]
    pub means: Option<Localized>,
    /// What must be so; else the letter is refused.
    #[serde(default)]
    pub needs: Vec<Ground>,
    /// The ways out that it is about; all where none is named. On another one it is
    /// refused.
    #[serde(default, deserialize_with = "ways_out")]
    pub routes: Vec<Route>,
    /// The channel that it usually goes through.
    #[serde(default)]
    pub channel: Option<Id>,
    /// It is the application itself: whoever sends it submits.
    #[serde(default)]
    pub submits: bool,
    /// What the carrier is asked by sending it.
    #[serde(default)]
    pub asks: Asked,
    /// Its paragraphs, each a list of sentences.
    pub body: Vec<Vec<Sentence>>,
}

/// A sentence of a letter. Sentences of a paragraph are joined as they stand, so
/// that each begins with the blank or the new line that parts it from the one
/// before.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// What must be so; else the sentence is left out.
    #[serde(default)]
    pub when: Vec<Ground>,
    /// Its text. `{number}` and the like stand for what the case knows; one that
    /// it does not know becomes a line to write on. `[…]` is left out with the
    /// first blank in it that is not known.
    pub text: Localized,
}

/// What a letter or a sentence stands on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The line was not cancelled and has not ended, and the case was not given up.
    Running,
    /// Its last day has passed, and no application waits; the number rests.
    Ended,
    /// No application waits for an outcome.
    NotApplied,
    /// Nor was the last one answered: this is the first enquiry.
    First,
    /// This carrier has refused the last application, and none waits.
    Refused,
    /// All that it has criticised is put right.
    Mended,
    /// It is not, or it named nothing.
    Unmended,
    /// Nothing is left that it has criticised: else the letter waits for that.
    Answered,
    /// Another carrier has refused what it was asked, and nothing waits.
    RefusedElsewhere,
    /// The carrier has said that the line is terminated, and nothing written tells so.
    Unconfirmed,
    /// There is something to ask the carrier: the line runs, it has lapsed of late, or
    /// its end is unconfirmed.
    Askable,
    /// This carrier is the one that is asked to end a line.
    Here,
    /// A new carrier is asked to.
    NewCarrier,
    /// An application waits for its outcome: the carrier was asked to end the line.
    Applied,
    /// Another carrier was asked to take the number or to end the line, and that is not
    /// done yet.
    Elsewhere,
    /// Another carrier was asked to take the number, and that is not done yet.
    Porting,
    /// The person takes this way out.
    On(Route),
    /// The carrier was asked about that application.
    Contacted,
    /// It has promised an answer to it, or to the question for a confirmation, by a day.
    Promised,
    /// It has promised that before it asked for more time.
    PromisedFirst,
    /// It has promised that, and has not asked for more time since.
    PromisedLater,
    /// It has asked for more time, and nobody noted on which day.
    UndatedExtension,
    /// Until when the line calls or receives is known.
    Dated,
    /// It is not.
    Undated,
    /// What would keep the line alive by itself can still be refused.
    Refusable,
    /// A pass or a top-up may keep the line alive by itself: the playbook does not say that
    /// nothing has to be stopped.
    Renewable,
    /// A source that is sure says that credit is paid out which is left when the line ends.
    Refunded,
    /// None says so.
    Unrefunded,
    /// It has had the time after which a forum takes a complaint.
    Complaint,
    /// The line is in the name of the person, who writes.
    Own,
    /// It is in another name. Nobody knows then who asked what.
    OfAnother,
    /// The person writes for that holder, who has authorised them: the document is there.
    OnBehalf,
    /// The line is in another name, and the document in which the holder authorises the
    /// person is neither there, in order, nor waived: who writes can only ask.
    Unauthorised,
    /// The authorisation is not there.
    NoAuthorisation,
    /// The carrier has refused it.
    AuthorisationRefused,
    /// It is waived: the holder asks in person, and the person who writes only asks how.
    HolderAsks,
    /// Whoever signs may ask for something: the holder, or who is authorised.
    MaySign,
    /// Whoever speaks may: the holder, or who is authorised.
    Speaks,
    /// They may not, because there is no authorisation, it was refused, or the holder asks.
    OnlyAsks,
    /// The line is kept, and an application that asked this carrier to end it waits.
    Withdrawing,
    /// The day has passed by which the answer was to come.
    Late,
    /// Who writes is abroad.
    Abroad,
    /// There may be credit on the line that does not go with the number: the person has
    /// not said that none is left, and no port takes it along.
    Credit,
    /// The carrier is reached this way: the playbook has this channel.
    Channel(Id),
    /// The playbook has a question of its own by this id.
    Asked(Id),
    /// It has none, so that the usual one is put.
    Unasked(Id),
    /// This item of the playbook is done.
    Done(Item),
}
