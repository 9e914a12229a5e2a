//! Going so many steps through a list.

/// `steps` on from `at`, as far as `last`.
pub(in crate::app) fn moved(at: usize, steps: isize, last: usize) -> usize {
    at.min(last).saturating_add_signed(steps).min(last)
}

/// `steps` on from `at` through `count` places; after the last comes the first.
pub(in crate::app) fn around(at: usize, steps: isize, count: usize) -> usize {
    let count = isize::try_from(count).unwrap_or(1).max(1);
    let at = isize::try_from(at).unwrap_or_default();
    usize::try_from((at + steps).rem_euclid(count)).unwrap_or_default()
}
