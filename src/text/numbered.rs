//! Steps with their numbers in front.

/// Each step and the mark that stands before it: its number, or a dot where it is the only
/// one, which is no list.
pub(crate) fn numbered(steps: Vec<String>) -> Vec<(String, String)> {
    let alone = steps.len() == 1;
    let mark = |at: usize| if alone { "·".to_owned() } else { format!("{}.", at + 1) };
    steps.into_iter().enumerate().map(|(at, step)| (mark(at), step)).collect()
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn a_single_step_bears_no_number() {
        let marks = |steps: &[&str]| -> Vec<String> {
            let steps = steps.iter().map(|one| (*one).to_owned()).collect();
            numbered(steps).into_iter().map(|(mark, _)| mark).collect()
        };
        assert_eq!(marks(&["ask"]), ["·"]);
        assert_eq!(marks(&["ask", "wait"]), ["1.", "2."]);
        assert!(marks(&[]).is_empty());
    }
}
