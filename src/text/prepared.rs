//! Tables that the build script has made of the files in `assets`: how many
//! entries there are, where each begins and the last one ends, their bytes.
//!
//! Owns: the way to an entry. Must not know: what entries hold. A table that is
//! not as it should be has no entries; tests read all that the program has.

/// A table in the program's own text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table(pub(super) &'static [u8]);

impl Table {
    /// The number at a place of the head.
    fn number(self, at: usize) -> Option<usize> {
        let bytes = self.0.get(at.checked_mul(4)?..)?.first_chunk()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    }

    /// Where an entry begins.
    pub(super) fn place(self, at: usize) -> Option<usize> {
        self.number(at.checked_add(1)?)
    }

    /// The bytes of an entry.
    pub(super) fn entry(self, at: usize) -> Option<&'static [u8]> {
        self.0.get(self.place(at)?..self.place(at.checked_add(1)?)?)
    }

    /// Which entry has these bytes, in a table that is sorted.
    pub(super) fn find(self, bytes: &[u8]) -> Option<usize> {
        let (mut low, mut high) = (0, self.number(0)?);
        while low < high {
            let middle = low.midpoint(high);
            match self.entry(middle)?.cmp(bytes) {
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}
