//! A call under way: what is said, how long it takes, what comes of it.

use jiff::{Timestamp, ToSpan as _, civil::Date};

use super::{model::Model, page::Page};
use crate::{
    domain::{Contact, Id},
    playbook::Channel,
    text::Text,
};

/// What can be noted on the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// Who answers.
    Agent,
    /// The carrier's reference.
    Reference,
    /// By when an answer is promised.
    Promise,
    /// What is refused, and why.
    Refused,
    /// Anything else.
    Note,
}

impl Stamp {
    /// Its word, in keys of texts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Reference => "reference",
            Self::Promise => "promised",
            Self::Refused => "refused",
            Self::Note => "note",
        }
    }
}

/// What was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stamped {
    Agent(String),
    Reference(String),
    Promise(Date),
    Refused(String),
    Note(String),
}

/// A call under way.
#[derive(Clone, Debug)]
pub struct Call {
    /// The channel it goes through.
    pub channel: Id,
    /// Lines of the script scrolled away at the top.
    pub scroll: usize,
    /// The code to scan has the place of the script, where both do not fit.
    pub code: bool,
    began: Timestamp,
    stamps: Vec<(Timestamp, Stamped)>,
}

impl Call {
    /// A call that begins now.
    pub(super) fn new(channel: Id, now: Timestamp) -> Self {
        Self { channel, scroll: 0, code: false, began: now, stamps: Vec::new() }
    }

    /// The letter that is its script.
    pub const SCRIPT: &str = "call";

    /// Columns of the script beside the code, and below which there is no
    /// room for both.
    const BESIDE: u16 = 32;

    /// Columns and rows of the script in a window of `size`.
    pub fn room(size: (u16, u16)) -> (u16, u16) {
        let (columns, rows) = (size.0.saturating_sub(4), size.1.saturating_sub(3));
        let beside = if Self::is_wide(size) { Self::BESIDE } else { 0 };
        // Above it stands the clock, below it what was noted.
        (columns.saturating_sub(beside), rows.saturating_sub(2 + Self::NOTED))
    }

    /// Rows for what was noted: agent, reference, promise, the newest note.
    pub const NOTED: u16 = 4;

    /// The code to scan fits beside the script.
    pub fn is_wide(size: (u16, u16)) -> bool {
        size.0 >= 76 && size.1 >= 22
    }

    /// The script in a window of `size`.
    pub fn script(model: &Model) -> Page {
        super::pages::letter::page(model, &Id::new(Self::SCRIPT), None)
    }

    /// How many lines of the script can be scrolled away.
    pub(super) fn longest_scroll(model: &Model) -> usize {
        let (columns, rows) = Self::room(model.size);
        Self::script(model).lay_out(columns.into()).len().saturating_sub(rows.into())
    }

    pub(super) fn scroll_by(&mut self, steps: isize, longest: usize) {
        self.scroll = self.scroll.min(longest).saturating_add_signed(steps).min(longest);
    }

    /// The moment at which its clock shows another second.
    pub(super) fn next_second(&self, now: Timestamp) -> Option<Timestamp> {
        let seconds = self.seconds(now).saturating_add(1);
        self.began.checked_add(seconds.seconds()).ok()
    }

    fn seconds(&self, moment: Timestamp) -> i64 {
        moment.duration_since(self.began).as_secs().max(0)
    }

    /// How long it has lasted, as `4:05`.
    pub fn clock(&self, now: Timestamp) -> String {
        clock(self.seconds(now))
    }

    pub(super) fn stamp(&mut self, now: Timestamp, what: Stamped) {
        self.stamps.push((now, what));
    }

    /// Nothing was noted and it has hardly begun: a key pressed by mistake.
    pub(super) fn is_nothing(&self, now: Timestamp) -> bool {
        self.stamps.is_empty() && self.seconds(now) < 10
    }

    /// What was noted, the newest of each sort, with when; of refusals and
    /// notes all.
    pub fn noted(&self, text: &Text) -> Vec<(Stamp, String, String)> {
        let all = self.stamps.iter().enumerate().filter(|(at, (_, what))| {
            let later = self.stamps.iter().skip(at + 1);
            !single(what) || !later.into_iter().any(|(_, other)| sort(other) == sort(what))
        });
        all.map(|(_, (at, what))| (sort(what), clock(self.seconds(*at)), told(text, what)))
            .collect()
    }

    /// What was last noted of a sort, to begin with when it is corrected.
    pub(super) fn last(&self, stamp: Stamp) -> Option<&Stamped> {
        self.stamps.iter().rev().map(|(_, what)| what).find(|what| sort(what) == stamp)
    }

    /// The entry of the contact log that it becomes.
    pub(super) fn contact(&self, model: &Model) -> Contact {
        let text = &model.text;
        let mut draft = Contact {
            id: Id::new(""),
            on: model.today(),
            channel: self.channel.to_string(),
            agent: None,
            reference: None,
            note: None,
            promised: None,
        };
        let lasted = text.with("ui-call-lasted", &[("time", self.clock(model.now).into())]);
        let mut notes = vec![lasted];
        for (at, what) in &self.stamps {
            let at = clock(self.seconds(*at));
            match what {
                Stamped::Agent(name) => draft.agent = Some(name.clone()),
                Stamped::Reference(number) => draft.reference = Some(number.clone()),
                Stamped::Promise(by) => draft.promised = Some(*by),
                Stamped::Refused(why) => {
                    let args = [("time", at.into()), ("what", why.as_str().into())];
                    notes.push(text.with("ui-call-refused-at", &args));
                }
                Stamped::Note(words) => notes.push(format!("{at} {words}")),
            }
        }
        draft.note = Some(notes.join("; "));
        draft
    }
}

/// The channels that a call can go through: the carrier's, and the places to
/// complain to.
pub(super) fn channels(model: &Model) -> &[Channel] {
    model.playbook().map(|playbook| playbook.channels.as_slice()).unwrap_or_default()
}

fn sort(what: &Stamped) -> Stamp {
    match what {
        Stamped::Agent(_) => Stamp::Agent,
        Stamped::Reference(_) => Stamp::Reference,
        Stamped::Promise(_) => Stamp::Promise,
        Stamped::Refused(_) => Stamp::Refused,
        Stamped::Note(_) => Stamp::Note,
    }
}

/// Of these only the newest counts.
fn single(what: &Stamped) -> bool {
    matches!(what, Stamped::Agent(_) | Stamped::Reference(_) | Stamped::Promise(_))
}

fn told(text: &Text, what: &Stamped) -> String {
    match what {
        Stamped::Promise(by) => text.full_date(*by),
        Stamped::Agent(words)
        | Stamped::Reference(words)
        | Stamped::Refused(words)
        | Stamped::Note(words) => words.clone(),
    }
}

fn clock(seconds: i64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// What a phone dials or opens for the value of a channel; nothing for what
/// is neither a number nor an address.
pub fn link(value: &str) -> Option<String> {
    if value.starts_with("https://") {
        return Some(value.to_owned());
    }
    let dialled: String = value.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect();
    let digits = dialled.strip_prefix('+').unwrap_or(&dialled);
    let can = !digits.is_empty() && digits.chars().all(|c| matches!(c, '0'..='9' | '*' | '#'));
    can.then(|| format!("tel:{}", dialled.replace('#', "%23")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_dialled_or_opened_has_a_link() {
        assert_eq!(link("1-800-82-1123").as_deref(), Some("tel:1800821123"));
        assert_eq!(link("+60 12-345 6789").as_deref(), Some("tel:+60123456789"));
        assert_eq!(link("*100#").as_deref(), Some("tel:*100%23"));
        assert_eq!(
            link("https://www.hotlink.com.my").as_deref(),
            Some("https://www.hotlink.com.my")
        );
        for neither in ["", "javascript:alert(1)", "http://plain.example", "ask", "+"] {
            assert_eq!(link(neither), None, "{neither}");
        }
    }

    #[test]
    fn a_clock_counts_hours_only_when_there_are_any() {
        assert_eq!(
            [0, 65, 3599, 3600, 36_065].map(clock),
            ["0:00", "1:05", "59:59", "1:00:00", "10:01:05"]
        );
    }
}
