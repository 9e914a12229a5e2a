//! Tables: how many entries there are, where each begins and the last ends, and
//! the bytes of all of them.

use std::num::TryFromIntError;

/// The entries one after the other, behind their places.
pub(crate) fn table(entries: &[Vec<u8>]) -> Result<Vec<u8>, TryFromIntError> {
    let mut out = u32::try_from(entries.len())?.to_le_bytes().to_vec();
    let mut place = 4 * (entries.len() + 2);
    for length in entries.iter().map(Vec::len).chain([0]) {
        out.extend(u32::try_from(place)?.to_le_bytes());
        place += length;
    }
    out.extend(entries.iter().flatten());
    Ok(out)
}
