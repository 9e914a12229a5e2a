//! What a message is about as a whole, by single words in it.

/// A word of a text says this about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// It names someone who sends codes for others.
    Relay,
    /// It has what a number is for that opens a locker or is shown at a counter.
    HandedOver,
    /// It says to whom such a number is said.
    GivenTo,
    /// It is what people write to each other of a code.
    Chat,
}

/// What words say about a text, a bit for each mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    pub(super) fn add(&mut self, mark: Mark) {
        self.0 |= 1 << mark as u8;
    }

    pub(super) fn has(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u8) != 0
    }

    /// Whether a code is for a locker, a counter or whoever comes to the door. What is
    /// certainly a code is so only where it says to whom it is given.
    pub(super) fn is_handed_over(self, certain: bool) -> bool {
        self.has(Mark::GivenTo) || (!certain && self.has(Mark::HandedOver))
    }
}
