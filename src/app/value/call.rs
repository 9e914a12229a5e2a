//! A call under way: its channel, its clock, and what was noted.

use jiff::{Timestamp, ToSpan as _, civil::Date};

use super::note_kind::{NoteKind, Noted};
use crate::{
    domain::{Contact, Id},
    text::{Text, clock},
};

/// A call under way.
#[derive(Clone, Debug)]
pub struct Call {
    /// The channel it goes through.
    pub channel: Id,
    /// Lines of the script scrolled away at the top.
    pub scroll: usize,
    /// The code to scan is shown in place of the script. Only where the window
    /// has no room for both.
    pub code: bool,
    began: Timestamp,
    /// The channels that were looked at, in that order.
    seen: Vec<Id>,
    /// The channel through which something was noted last.
    spoken: Option<Id>,
    noted: Vec<(Timestamp, NoteKind, Noted)>,
}

impl Call {
    /// The id of the letter that is its script.
    pub(crate) const SCRIPT: &str = "call";

    /// Columns that the code takes beside the script.
    pub(crate) const CODE_COLUMNS: u16 = 32;

    /// Rows for what was noted: agent, reference, promise, the newest note.
    pub(crate) const NOTED_ROWS: u16 = 4;

    /// A call that begins now.
    pub(crate) fn new(channel: Id, now: Timestamp) -> Self {
        let seen = vec![channel.clone()];
        Self { channel, scroll: 0, code: false, began: now, seen, spoken: None, noted: Vec::new() }
    }

    /// Looks at another channel. Nobody is called by that.
    pub(crate) fn look_at(&mut self, channel: Id) {
        if !self.seen.contains(&channel) {
            self.seen.push(channel.clone());
        }
        self.channel = channel;
    }

    /// The channel that was called, as far as something was noted.
    pub(crate) fn spoken(&self) -> Option<&Id> {
        self.spoken.as_ref()
    }

    /// The channels that can have been called: the one through which something was
    /// noted, the one on the screen, then those that were looked at.
    pub(crate) fn channels(&self) -> Vec<&Id> {
        let mut all: Vec<&Id> = self.spoken.iter().chain([&self.channel]).collect();
        all.extend(&self.seen);
        let mut told: Vec<&Id> = Vec::new();
        for id in all {
            if !told.contains(&id) {
                told.push(id);
            }
        }
        told
    }

    /// Columns and rows of the script in a window of `size`.
    pub(crate) fn room(size: (u16, u16)) -> (u16, u16) {
        let (columns, rows) = (size.0.saturating_sub(4), size.1.saturating_sub(3));
        let beside = if Self::is_wide(size) { Self::CODE_COLUMNS } else { 0 };
        // Above the script stands the clock, below it what was noted, under its name.
        (columns.saturating_sub(beside), rows.saturating_sub(3 + Self::NOTED_ROWS))
    }

    /// Whether the code to scan fits beside the script.
    pub(crate) fn is_wide(size: (u16, u16)) -> bool {
        size.0 >= 76 && size.1 >= 22
    }

    /// The moment at which its clock shows another second.
    pub(crate) fn next_second(&self, now: Timestamp) -> Option<Timestamp> {
        let seconds = self.seconds(now).saturating_add(1);
        self.began.checked_add(seconds.seconds()).ok()
    }

    fn seconds(&self, moment: Timestamp) -> i64 {
        moment.duration_since(self.began).as_secs().max(0)
    }

    /// How long it has lasted, as `4:05`.
    pub(crate) fn clock(&self, now: Timestamp) -> String {
        clock(self.seconds(now))
    }

    /// Notes something, with the moment.
    pub(crate) fn note(&mut self, now: Timestamp, kind: NoteKind, what: Noted) {
        self.spoken = Some(self.channel.clone());
        self.noted.push((now, kind, what));
    }

    /// What was noted, with when, in the order of noting. Of what can only be
    /// one, such as the reference, only the newest.
    pub(crate) fn noted(&self, text: &Text) -> Vec<(NoteKind, String, String)> {
        let all = self.noted.iter().enumerate().filter(|(at, (_, kind, _))| {
            let mut later = self.noted.iter().skip(at + 1);
            !kind.is_single() || later.all(|(_, other, _)| other != kind)
        });
        all.map(|(_, (at, kind, what))| (*kind, clock(self.seconds(*at)), what.told(text)))
            .collect()
    }

    /// What was last noted of a sort of which there is only one, so that it can
    /// be corrected.
    pub(crate) fn last(&self, kind: NoteKind) -> Option<&Noted> {
        let mut newest = self.noted.iter().rev().filter(|_| kind.is_single());
        newest.find(|(_, own, _)| *own == kind).map(|(_, _, what)| what)
    }

    /// The entry of the contact log that it becomes if this channel was called.
    pub(crate) fn contact(
        &self,
        text: &Text,
        channel: &Id,
        today: Date,
        now: Timestamp,
    ) -> Contact {
        let mut draft = Contact::on(today, channel.to_string());
        draft.lasted = u32::try_from(self.seconds(now)).ok().filter(|seconds| *seconds > 0);
        let mut notes = Vec::new();
        for (at, kind, what) in &self.noted {
            let at = clock(self.seconds(*at));
            match (kind, what) {
                (_, Noted::Day(by)) => draft.promised = Some(*by),
                (NoteKind::Agent, Noted::Words(name)) => draft.agent = Some(name.clone()),
                (NoteKind::Reference, Noted::Words(number)) => {
                    draft.reference = Some(number.clone());
                }
                (NoteKind::Refused, Noted::Words(why)) => {
                    let args = [("time", at.into()), ("what", why.as_str().into())];
                    notes.push(text.with("ui-call-refused-at", &args));
                }
                (NoteKind::Promise | NoteKind::Note, Noted::Words(words)) => {
                    notes.push(format!("{at} {words}"));
                }
            }
        }
        draft.note = Some(notes.join("; ")).filter(|note| !note.is_empty());
        draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn how_long_a_call_lasted_is_kept_as_a_number_and_told_in_no_language() {
        let began: Timestamp = "2026-11-05T02:00:00Z".parse().expect("a moment");
        let ended = began.checked_add(330.seconds()).expect("a moment");
        let (call, text) = (Call::new(Id::new("hotline"), began), Text::new(Lang::En));
        let contact = |now| call.contact(&text, &call.channel, jiff::civil::date(2026, 11, 5), now);
        assert_eq!((contact(ended).lasted, contact(ended).note), (Some(330), None));
        assert_eq!(contact(began).lasted, None);
    }
}
