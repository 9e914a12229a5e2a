//! Suggestions for a name that was mistyped.

/// The names of `known` that are close to `asked`, closest first, three at
/// most. Close means at most a third of its letters differ, or one begins
/// with the other.
pub fn nearest<'a>(asked: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let asked = asked.to_lowercase();
    let mut close: Vec<(usize, &str)> = known
        .filter_map(|name| {
            let lower = name.to_lowercase();
            let starts =
                !asked.is_empty() && (lower.starts_with(&asked) || asked.starts_with(&lower));
            let steps = distance(&asked, &lower);
            let allowed = asked.chars().count().max(lower.chars().count()).div_ceil(3);
            (starts || steps <= allowed).then_some((if starts { 0 } else { steps }, name))
        })
        .collect();
    close.sort_by_key(|(steps, _)| *steps);
    close.into_iter().map(|(_, name)| name).take(3).collect()
}

/// How many letters must be added, dropped, replaced or swapped with their
/// neighbour to turn one word into the other (optimal string alignment).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    let mut previous = None;
    for (row, c) in from.chars().enumerate() {
        let mut current = vec![row + 1];
        for (column, d) in to.iter().enumerate() {
            let at =
                |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let mut best = (at(&last, column) + usize::from(c != *d))
                .min(at(&last, column + 1) + 1)
                .min(at(&current, column) + 1);
            let swapped = column > 0 && previous == Some(*d) && to.get(column - 1) == Some(&c);
            if swapped && !before_last.is_empty() {
                best = best.min(at(&before_last, column - 1) + 1);
            }
            current.push(best);
        }
        before_last = std::mem::replace(&mut last, current);
        previous = Some(c);
    }
    last.last().copied().unwrap_or_default()
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
        assert_eq!(distance("ab", "ba"), 1);
    }
}
