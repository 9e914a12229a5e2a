//! Suggestions for a name that was mistyped.

use strsim::osa_distance;

/// The names of `known` that are close to `asked`, the closest first, three at
/// most. Close means that at most a third of the letters differ (swapped
/// neighbours count as one), or that one name begins with the other.
pub(crate) fn nearest<'a>(asked: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let asked = asked.to_lowercase();
    let mut close: Vec<(usize, &str)> = known
        .filter_map(|name| {
            let lower = name.to_lowercase();
            let starts =
                !asked.is_empty() && (lower.starts_with(&asked) || asked.starts_with(&lower));
            let steps = slips(&asked, &lower);
            let allowed = asked.chars().count().max(lower.chars().count()).div_ceil(3);
            (starts || steps <= allowed).then_some((if starts { 0 } else { steps }, name))
        })
        .collect();
    close.sort_by_key(|(steps, _)| *steps);
    close.into_iter().map(|(_, name)| name).take(3).collect()
}

/// How many letters of two names differ; two neighbours that changed places are one slip.
pub(crate) fn slips(one: &str, other: &str) -> usize {
    osa_distance(one, other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name() {
        let known = ["precondition:arrears", "precondition:activity", "document:identity"];
        assert_eq!(nearest("precondition:arears", known.into_iter()).first(), Some(&known[0]));
        assert_eq!(nearest("document", known.into_iter()), ["document:identity"]);
        assert!(nearest("zzz", known.into_iter()).is_empty());
        assert_eq!(nearest("ab", ["ba"].into_iter()), ["ba"], "swapped letters are one slip");
    }
}
