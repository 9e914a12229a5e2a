//! The number by which a message is found; the build script asks it too.

/// Much alike for no two keys (FNV-1a).
pub(crate) fn key_hash(key: &[u8]) -> usize {
    let mixed = key
        .iter()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    // The upper half of it is mixed best.
    usize::try_from(mixed ^ mixed >> 15).unwrap_or_default()
}
